"""What is said about a roster is heard, and names are found in it."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese import roster_words

TABLE: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "roster_words.yml").read_text(encoding="utf-8"))
NAMES = ["王大强", "李文秀", "张国权", "王伟", "刘小兰", "王伟"]
LINES = [2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("text", TABLE["template"])
def test_the_template_is_asked_for(text: str) -> None:
    assert roster_words.wants_template(text)


@pytest.mark.parametrize("text", TABLE["no_template"])
def test_the_template_is_not_asked_for(text: str) -> None:
    assert not roster_words.wants_template(text)


@pytest.mark.parametrize(("text", "wanted"), [
    *((text, "right") for text in TABLE["right"]), *((text, "wrong") for text in TABLE["wrong"]),
    *((text, None) for text in [*TABLE["asked_right"], *TABLE["asked_wrong"], *TABLE["neither"]])])
def test_right_and_wrong_are_heard_at_any_time_when_the_list_is_named(text: str, wanted: str | None) -> None:
    assert roster_words.says_roster(text, asked=False) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    *((text, "right") for text in TABLE["asked_right"]), *((text, "wrong") for text in TABLE["asked_wrong"]),
    *((text, None) for text in TABLE["neither"])])
def test_a_bare_yes_and_no_count_when_it_was_asked(text: str, wanted: str | None) -> None:
    assert roster_words.says_roster(text, asked=True) == wanted


@pytest.mark.parametrize("text", TABLE["together"])
def test_the_complaint_of_all_is_wanted(text: str) -> None:
    assert roster_words.wants_together(text)


@pytest.mark.parametrize("text", TABLE["not_together"])
def test_the_complaint_of_all_is_not_wanted(text: str) -> None:
    assert not roster_words.wants_together(text)


@pytest.mark.parametrize("text", TABLE["choose"])
def test_the_bot_is_asked_to_choose(text: str) -> None:
    assert roster_words.asks_to_choose(text)


@pytest.mark.parametrize(("text", "found"), [
    ("王大强、李文秀、张国权", (0, 1, 2)), ("代表是李文秀 王大强 和刘小兰", (0, 1, 4)), ("选王大强李文秀张国权当代表", (0, 1, 2)),
    ("我们推王大强,王伟第7行,张国权", (0, 2, 5)), ("王伟（第5行）和王伟第7行", (3, 5)), ("好的", ()),
])
def test_names_of_the_roster_are_found(text: str, found: tuple[int, ...]) -> None:
    assert roster_words.named(text, NAMES, LINES).found == found


def test_a_name_that_is_not_there_is_given_back_with_near_ones() -> None:
    read = roster_words.named("王大墙、李文秀、赵明贵", NAMES, LINES)
    assert read.found == (1,) and dict(read.unknown) == {"王大墙": ("王大强",), "赵明贵": ()}


def test_a_name_that_two_workers_have_is_doubtful() -> None:
    assert roster_words.named("王伟、李文秀", NAMES, LINES).doubtful == ("王伟",)
    assert roster_words.named("好的", NAMES, LINES).nobody
