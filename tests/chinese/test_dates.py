"""Dates: tables in dates.yml and dates_in_text.yml, and what holds for every date."""
from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from bot.chinese import dates
from bot.chinese.date_feasts import qingming, winter_solstice

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


def _rows() -> list[Any]:
    groups = yaml.safe_load((HERE / "dates.yml").read_text(encoding="utf-8"))
    return [
        pytest.param(group["today"], group["prefer"], row, id=f"{group['today']} {group['prefer']} {row[0]}")
        for group in groups for row in group["rows"]
    ]


@pytest.mark.parametrize(("today", "prefer", "row"), _rows())
def test_an_answer_to_when_means_these_days(today: date, prefer: Any, row: list[Any]) -> None:
    words, *days = row
    found = dates.parse_date(words, today, prefer)
    if not days:
        assert found is None
        return
    if days[0] is not None:
        assert found is not None
        assert (found.first, found.last) == (days[0], days[-1])
        assert words[found.start:found.end] == found.words


@pytest.mark.parametrize(("text", "expected"), yaml.safe_load((HERE / "dates_in_text.yml").read_text(encoding="utf-8")))
def test_only_dates_are_found_in_a_sentence(text: str, expected: list[Any]) -> None:
    found = dates.find_dates(text, TODAY)
    assert [[d.words, d.first] for d in found] == expected
    assert all(text[d.start:d.end] == d.words for d in found)


@given(st.dates(date(2001, 1, 1), date(2026, 11, 22)))
def test_a_date_written_out_is_read_back(day: date) -> None:
    for words in (dates.format_date(day), day.isoformat(), f"{day.year}.{day.month}.{day.day}", f"{day:%Y%m%d}"):
        found = dates.parse_date(words, TODAY)
        assert found is not None
        assert (found.first, found.last) == (day, day)


RETURNING = ["3月", "12月5号", "15号", "腊月", "正月初十", "中秋", "月底", "周五", "年底"]


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.sampled_from(RETURNING))
def test_without_a_year_the_past_is_begun_and_the_future_not_over(today: date, words: str) -> None:
    past, future = dates.parse_date(words, today), dates.parse_date(words, today, "future")
    assert past is not None
    assert future is not None
    assert past.first <= today <= future.last
    assert today - past.first < timedelta(days=400)
    assert future.last - today < timedelta(days=400)


@example("4三年前")
@given(st.text(alphabet="0123456789.年月日号初一二三十两个天万千元到去前上农历腊正闰-/ 周星期底", max_size=25))
def test_no_jumble_of_date_characters_breaks_it(text: str) -> None:
    for found in dates.find_dates(text, TODAY):
        assert found.first <= found.last
        assert text[found.start:found.end] == found.words


def test_solar_terms_agree_with_the_calendar_library() -> None:
    from lunar_python import Solar

    for year in range(2001, 2051):
        for words, read in (("清明", qingming), ("冬至", winter_solstice)):
            found = read(year)
            assert found is not None
            day = found[0]
            assert Solar.fromYmd(year, day.month, day.day).getLunar().getJieQi() == words


def test_a_message_takes_less_than_a_millisecond() -> None:
    text = "我去年三月跟着老乡去贵阳做外墙,干到今年五月,每天280,中间歇了十一天,拿到手一万六,还差几多。"
    dates.find_dates(text, TODAY)
    best = min(_timed(text) for _ in range(50))
    assert best < 0.001


def _timed(text: str) -> float:
    begin = process_time()
    dates.find_dates(text, TODAY)
    return process_time() - begin
