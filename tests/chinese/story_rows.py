"""Tables of stories with the facts that are read from them (stories.yml, fresh_stories.yml, sums_told.yml)."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.cli.facts import plain


@dataclass(frozen=True)
class Table:
    """The rows of a table and the day on which its stories were told."""

    today: date
    stories: list[dict[str, Any]]

    @property
    def names(self) -> list[str]:
        """What the rows are called in a report."""
        return [story["text"][:24] for story in self.stories]


def table(name: str) -> Table:
    """A table beside the tests."""
    data = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return Table(date.fromisoformat(str(data["today"])), data["stories"])


def jsonable(value: object) -> object:
    """YAML reads 2026-03-05 as a date; the facts hold ISO text."""
    if isinstance(value, date):
        return value.isoformat()
    return [jsonable(item) for item in value] if isinstance(value, list) else value


def check(story: dict[str, Any], today: date) -> dict[str, Fact]:
    """The facts of a story, after those of the row were found in it, and none that the row forbids."""
    facts = read_story(story["text"], today)
    found = plain(facts)
    expected = {slot: jsonable(value) for slot, value in story.get("facts", {}).items()}
    assert {slot: found.get(slot) for slot in expected} == expected
    assert [slot for slot in story.get("not", []) if slot in found] == []
    assert all(fact.words for fact in facts.values())
    if story.get("only"):
        assert set(found) == set(expected)
    return facts
