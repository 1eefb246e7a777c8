"""Names of people and firms: the table people.yml."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.people import Name, find_names, parse_name

TABLE = yaml.safe_load((Path(__file__).parent / "people.yml").read_text(encoding="utf-8"))


def said(name: Name) -> str:
    """A name in the notation of the table."""
    return name.value if name.kind == "person" else f"company {name.value}"


@pytest.mark.parametrize(("text", "names"), [(row[0], row[1:]) for row in TABLE["find"]])
def test_a_story_gives_the_names_in_it(text: str, names: list[str]) -> None:
    found = find_names(text)
    assert [said(name) for name in found] == names
    assert all(text[name.start:name.end] == name.value for name in found)


@pytest.mark.parametrize(("text", "name"), TABLE["answer"])
def test_an_answer_names_somebody_or_nobody(text: str, name: str) -> None:
    found = parse_name(text)
    assert (said(found) if found else "none") == name
