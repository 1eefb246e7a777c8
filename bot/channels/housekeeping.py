"""Once an hour: what has had its time is deleted (old turns, links, counters; filings past the days said at erasure; what a
killed process left of bundles)."""
from __future__ import annotations

import asyncio
import logging

from bot import clock
from bot.cases.store import Store
from bot.cases.sweep import sweep
from bot.channels.tracker_store import scrub_conversations
from bot.filing import workplace
from bot.filing.erase import expire
from bot.filing.states import states

log = logging.getLogger(__name__)
HOUR = 3600


def keep_house(store: Store) -> None:
    """One round, in one transaction; then what an erasure could not empty because a reader stood in the way."""
    with store.session() as session:
        sweep(session, clock.now())
        expire(session, clock.now(), states().keep_days)
    workplace.tidy()
    store.scrub()
    scrub_conversations()


async def keep_house_hourly(store: Store) -> None:
    """Clear copies of bundles at once, for the last process may have been killed; then a round an hour, until the server stops.
    A failed round is logged and the next one tries again."""
    await asyncio.to_thread(workplace.tidy)
    while True:
        await asyncio.sleep(HOUR)
        try:
            await asyncio.to_thread(keep_house, store)
        except Exception:
            log.exception("a round of housekeeping failed")
