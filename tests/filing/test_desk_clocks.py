"""The clocks of the receiving desk: forward within 2 hours, verify within 24."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cases.store import Store
from bot.filing import desk, desk_clocks
from bot.filing.desk_clocks import open_steps, steps_of
from bot.filing.events import Event
from bot.filing.service import file_complaint
from tests.support.sending import file_away
from tests.support.stores import NOW, STATION, later, previewed

ROWS = yaml.safe_load((Path(__file__).parent / "desk_clocks.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_which_steps_are_open_and_overdue(row: dict[str, Any]) -> None:
    happened = [Event(later(minutes=minute), what, state, "bot", "") for minute, what, state in row["happened"]]
    found = steps_of("MX-2026-0000001", happened[-1].state or "", happened, later(minutes=row["at"]))
    assert [step.step + "*" * step.overdue for step in found] == row["open"]


def test_the_register_tells_the_open_steps_of_all_filings_longest_due_first(store: Store) -> None:
    numbers = []
    for minute, sender in enumerate(("甲", "乙", "丙")):
        with store.session() as session:
            previewed(session, sender)
            numbers.append(file_complaint(session, sender, later(minutes=minute), STATION).receipt)
    with store.session() as session:
        desk.answer(session, numbers[0], "在办了。", "accepted", later(minutes=9))
    with store.session(read_only=True) as session:
        found = open_steps(session, later(hours=2, minutes=1, seconds=30))
    _, second, third = numbers
    assert [(step.number, step.step, step.overdue) for step in found] == [
        (second, "forward", True), (third, "forward", False), (second, "verify", False), (third, "verify", False)]


def test_a_demo_and_what_is_in_the_queue_have_no_clock(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲")
        file_complaint(session, "甲", NOW, "")
    file_away(store, "乙")
    with store.session(read_only=True) as session:
        assert open_steps(session, later(days=9)) == []


def test_each_clock_has_its_hours_and_its_words() -> None:
    from bot.content import load

    assert {one.step: one.span.total_seconds() / 3600 for one in desk_clocks.clocks()} == {"forward": 2, "verify": 24}
    assert {one.step for one in desk_clocks.clocks()} == set(load().words["desk"]["clocks"])
