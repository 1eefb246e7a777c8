"""`python -m bot desk list|show|answer`: the station's register on a terminal, in Chinese (content/words/desk.yml)."""
from __future__ import annotations

import argparse
import sys
from typing import Any

from bot import clock
from bot.cases.store import Store, open_store
from bot.cli.desk_text import file_text, list_text, state_text
from bot.content import load
from bot.filing import desk
from bot.filing.printable import without_escapes
from bot.filing.states import states


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The commands list, show and answer."""
    commands = parser.add_subparsers(dest="command", required=True)
    listing = commands.add_parser("list", help="the filings, the oldest open one first")
    listing.add_argument("--state", help=f"only those in this state: {' '.join(desk.listable())}")
    showing = commands.add_parser("show", help="one filing in full, with personal numbers in clear")
    showing.add_argument("number")
    answering = commands.add_parser("answer", help="write to the worker, perhaps with a new state")
    answering.add_argument("number")
    answering.add_argument("text")
    answering.add_argument("--state", help=" ".join(_answers()))


def _answers() -> list[str]:
    """The states that a desk can give a filing: none is made by closing alone, an outcome closes."""
    table = states().table
    reached = {state for row in table.values() for state in row["to"]} - {"confirmed", "closed"}
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
    with store.session(read_only=chosen.command == "list") as session:
        if chosen.command == "list":
            return list_text(desk.list_filings(session, now, chosen.state), words, now.date())
        if chosen.command == "show":
            return file_text(desk.show(session, chosen.number, now), words)
        line = desk.answer(session, chosen.number, chosen.text, chosen.state, now)
        return str(words["desk"]["answered"].format(number=line.number, state=state_text(line, words)))
