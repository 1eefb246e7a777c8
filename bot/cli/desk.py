"""`python -m bot desk list|show|answer|undelivered|retry`: the station's register on a terminal, in Chinese
(content/words/desk.yml)."""
from __future__ import annotations

import argparse
import sys
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot import clock
from bot.cases.store import Store, open_store
from bot.cli.desk_text import file_text, list_text, state_text
from bot.cli.undelivered_text import undelivered_text
from bot.content import load
from bot.filing import desk, undelivered
from bot.filing.printable import without_escapes
from bot.filing.states import states


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The commands list, show, answer, undelivered and retry."""
    commands = parser.add_subparsers(dest="command", required=True)
    listing = commands.add_parser("list", help="the filings, the oldest open one first")
    listing.add_argument("--state", help=f"only those in this state: {' '.join(desk.listable())}")
    showing = commands.add_parser("show", help="one filing in full, with personal numbers in clear")
    showing.add_argument("number")
    answering = commands.add_parser("answer", help="write to the worker, perhaps with a new state")
    answering.add_argument("number")
    answering.add_argument("text")
    answering.add_argument("--state", help=" ".join(_answers()))
    commands.add_parser("undelivered", help="what could not be brought to another house, and why")
    retrying = commands.add_parser("retry", help="put it back into the queue")
    retrying.add_argument("number", nargs="?", default="", help="a receipt number; without one: all")


def _answers() -> list[str]:
    """The states that a desk can give a filing: none is made by closing alone, an outcome closes."""
    table = states().table
    reached = {state for row in table.values() for state in row["to"]} - {"confirmed", "queued", "closed"}
    return [*(state for state in table if state in reached), *states().outcomes]


def run(chosen: argparse.Namespace, store: Store | None = None) -> int:
    """Run a command; 0, or 2 when the desk cannot do it (the reason is printed)."""
    words = dict(load().words)
    store = store or open_store()
    store.upgrade()
    try:
        print(without_escapes(_run(store, chosen, words)))
    except desk.DeskRefused as refused:
        possible = desk.listable() if chosen.command == "list" else _answers()
        print(words["desk"]["refused"][refused.reason].format(states=" ".join(possible)), file=sys.stderr)
        return 2
    return 0


def _run(store: Store, chosen: argparse.Namespace, words: dict[str, Any]) -> str:
    now = clock.now()
    with store.session(read_only=chosen.command in ("list", "undelivered")) as session:
        if chosen.command == "undelivered":
            return undelivered_text(undelivered.listed(session), words)
        if chosen.command == "retry":
            return _retry(session, chosen.number, now, words)
        if chosen.command == "list":
            return list_text(desk.list_filings(session, now, chosen.state), words, now.date())
        if chosen.command == "show":
            return file_text(desk.show(session, chosen.number, now), words)
        line = desk.answer(session, chosen.number, chosen.text, chosen.state, now)
        return str(words["desk"]["answered"].format(number=line.number, state=state_text(line, words)))


def _retry(session: Session, number: str, now: datetime, words: dict[str, Any]) -> str:
    count = undelivered.retry(session, number, now)
    if not count:
        raise desk.DeskRefused("none_undelivered")
    return str(words["desk"]["undelivered"]["retried"].format(count=count))
