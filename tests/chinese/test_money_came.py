"""What is said of the money, and what is asked for, after a filing."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.after_wishes import asks_days, reminders_wanted
from bot.chinese.money_came import Came, money_came

HERE = Path(__file__).parent
TABLE: dict[str, Any] = yaml.safe_load((HERE / "money_came.yml").read_text(encoding="utf-8"))
WISHES: dict[str, list[str]] = yaml.safe_load((HERE / "after_wishes.yml").read_text(encoding="utf-8"))
SAID = [(asked, text, much) for asked in ("unasked", "asked") for much, texts in TABLE[asked].items() for text in texts]


def in_short(came: Came | None) -> str | None:
    """"part 5000", "none" …"""
    return None if came is None else f"{came.much} {came.amount.value}" if came.amount else came.much


@pytest.mark.parametrize(("asked", "text", "much"), SAID)
def test_what_came_of_the_money(asked: str, text: str, much: str) -> None:
    assert in_short(money_came(text, asked=asked == "asked")) == much


@pytest.mark.parametrize("text", TABLE["nothing"])
def test_words_that_say_nothing_of_money_that_came(text: str) -> None:
    assert money_came(text, asked=False) is None


def test_a_bare_no_or_sum_means_something_only_when_it_was_asked() -> None:
    assert money_came("没有", asked=False) is None and money_came("五千", asked=False) is None


@pytest.mark.parametrize(("text", "wanted"), [(text, name) for name, texts in WISHES.items() for text in texts])
def test_the_days_and_the_reminders_are_asked_for(text: str, wanted: str) -> None:
    heard = {True: "start", False: "stop", None: "days" if asks_days(text) else "neither"}[reminders_wanted(text)]
    assert heard == wanted
