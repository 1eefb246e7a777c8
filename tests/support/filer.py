"""A process that files complaints one after the other: `python -m tests.support.filer COUNT`; the settings are the bot's own.

After each commit it prints the sender's number, the receipt and the state: what the worker would have been told. Started
again it files all of them again, and those that were filed get the receipt that they had.
"""
from __future__ import annotations

import sys
import time

from sqlalchemy.exc import OperationalError

from bot import clock
from bot.cases import drafts
from bot.cases.store import Store, open_store
from bot.filing.service import Filed, file_complaint
from bot.settings import settings
from tests.support.stores import facts


def file_one(store: Store, number: int) -> Filed:
    """The complaint of one worker, as the action of the yes files it: previewed, then confirmed."""
    sender, now = f"worker-{number}", clock.now()
    with store.session() as session:
        for _ in range(2):  # changed since the last preview: shown again
            known = drafts.load(session, sender)
            if known is None or known.stage not in ("previewed", "filed"):
                drafts.save(session, sender, facts=facts(), form="wage_claim", asked=None, answered=[], stage="previewed",
                            now=now)
    with store.session() as session:
        return file_complaint(session, sender, now, settings().station)


def main() -> None:
    """File them; a locked database is met again."""
    store = open_store()
    for number in range(int(sys.argv[1])):
        while True:
            try:
                filed = file_one(store, number)
                break
            except OperationalError:
                time.sleep(0.1)
        print(number, filed.receipt, filed.state, flush=True)


if __name__ == "__main__":
    main()
