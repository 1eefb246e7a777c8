"""Periods: the table in periods.yml, and what holds for every period."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.chinese import dates, lengths, periods
from bot.chinese.values import DatePhrase, Period

TODAY = date(2026, 11, 22)


def _rows() -> list[Any]:
    groups = yaml.safe_load(Path(__file__).with_name("periods.yml").read_text(encoding="utf-8"))
    return [pytest.param(group["today"], row, id=f"{group['today']} {row[0]}") for group in groups for row in group["rows"]]


def _said(phrase: DatePhrase | None) -> str | None:
    if phrase is None:
        return None
    return str(phrase.first) if phrase.exact else f"{phrase.first}/{phrase.last}"


@pytest.mark.parametrize(("today", "row"), _rows())
def test_a_phrase_means_this_stretch(today: date, row: list[Any]) -> None:
    words, begin, finish, *more = row
    marks = more[0] if more else {}
    found = periods.find_period(words, today)
    if begin == "none":
        assert found is None
        return
    assert found is not None
    assert (_said(found.begin), _said(found.finish)) == tuple(None if d is None else str(d) for d in (begin, finish))
    assert found.ongoing is marks.get("ongoing", False)
    assert _is_backwards(found) is marks.get("backwards", False)
    assert words[found.start:found.end] == found.words
    _check_length(found.words, marks)


def _is_backwards(period: Period) -> bool:
    return period.begin is not None and period.finish is not None and period.finish.last < period.begin.first


def _check_length(words: str, marks: dict[str, Any]) -> None:
    if not {"months", "days", "low"} & set(marks):
        return
    length = lengths.find_lengths(words)[0]
    if "low" in marks:
        assert length.vague
        assert (length.months_low, length.months_high) == (marks["low"], marks["high"])
    else:
        assert (length.months, length.days) == (marks.get("months"), marks.get("days"))


@given(st.dates(date(2015, 1, 1), date(2026, 11, 22)), st.dates(date(2015, 1, 1), date(2026, 11, 22)))
def test_two_written_dates_stay_in_the_order_said(first: date, second: date) -> None:
    found = periods.find_period(f"从{dates.format_date(first)}干到{dates.format_date(second)}", TODAY)
    assert found is not None
    assert found.begin is not None
    assert found.finish is not None
    assert (found.begin.first, found.finish.first) == (first, second)
    assert _is_backwards(found) is (second < first)


@given(st.integers(1, 12), st.integers(1, 12), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_months_without_a_year_lie_in_the_past_in_the_order_said(first: int, second: int, today: date) -> None:
    found = periods.find_period(f"{first}月干到{second}月", today)
    assert found is not None
    assert found.begin is not None
    assert found.finish is not None
    assert (found.begin.first.month, found.finish.first.month) == (first, second)
    assert found.begin.first <= found.finish.first <= today
    assert (found.finish.last - found.begin.first).days <= 366


@given(st.text(alphabet="0123456789.年月日号初一二三十两个天到至从去前上现在还干做了腊正-一 底工资,", max_size=25))
def test_no_jumble_breaks_it(text: str) -> None:
    found = periods.find_period(text, TODAY)
    assert found is None or text[found.start:found.end] == found.words


def test_a_message_takes_less_than_a_millisecond() -> None:
    text = "我去年三月跟着老乡去贵阳做外墙,干到今年五月,每天280,中间歇了十一天,拿到手一万六,还差几多。"
    periods.find_period(text, TODAY)
    best = min(_timed(text) for _ in range(50))
    assert best < 0.001


def _timed(text: str) -> float:
    begin = process_time()
    periods.find_period(text, TODAY)
    return process_time() - begin
