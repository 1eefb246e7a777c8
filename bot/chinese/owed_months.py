"""Which months are unpaid: a stretch from its first day to its last, months in a row, the last months before the end."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.chinese.counts import to_int
from bot.chinese.dates import find_dates
from bot.chinese.periods import find_period
from bot.chinese.spans import ONE_DAY, add_months
from bot.chinese.values import DatePhrase, Fact, Period
from bot.chinese.yes_no import bare, clauses

_LAST_MONTHS = re.compile(r"(?:就|是|只|差|欠|没给|没发)*最后的?(?:那|"
    r"这)?(?P<count>[\d一二两三四五六七八九十]{1,2})个月(?:的|没给|没发|没结|工资|工钱|钱|都|全|了)*")
_MONTH = r"(?:1[0-2]|\d|[一二三四五六七八九十])"
_RUN = re.compile(
    rf"{_MONTH}(?:[ ,、]?{_MONTH})+?[ ,、]?{_MONTH}"
    r"(?:月份?(?:[ ,这]*[三四五六]个月)?|[ ,这]+[三四五六]个月)"
)
_YEAR_LAST = re.compile(
    rf"(?:就|应该|都)*是?(?P<months>(?:{_MONTH}(?:月份?)?[ 、,和跟到至-]*)+月份?)的?[ ,]*"
    r"(?:都|就|是)*(?P<year>[今去前]年|20\d\d年)的?"
)
_ONLY_MONTHS = re.compile(
    r"(?:[今去前]年)?(?:[\d一二三四五六七八九十、,和跟到至-]{1,6}月份?[、和跟到至-]?){1,6}(?:的|没给|没发|的工资|工资)+"
)


def owed_period(period: Period, today: date) -> Fact | None:
    """The unpaid stretch as ["first day", "last day"]; open at the end means up to today. Vague when it is only a year."""
    if period.begin is None:
        return None
    last = today if period.ongoing or period.finish is None else min(period.finish.last, today)
    if period.begin == period.finish and is_since(period.begin.words):
        last = today
    if last < period.begin.first:
        return None
    return stretch(period.begin, last, period.words)


def is_since(words: str) -> bool:
    """Whether a time is the first of all that followed (8月份之后, 五月以后)."""
    return bool(re.search("(?:之|以)?后$", words))


def stretch(first: DatePhrase, last: date, words: str) -> Fact:
    """From the first day of one time to a last day; vague when only the year of the beginning is known."""
    begin, end = first.first.isoformat(), last.isoformat()
    if (first.last - first.first).days > 62:
        return Fact("vague", low=begin, high=end, words=words)
    return Fact("known", value=[begin, end], words=words)


def whole_period(text: str, today: date) -> Fact | None:
    """The unpaid stretch that a period in an answer names (2月到5月, 从3月到现在), or None."""
    period = find_period(text, today)
    return owed_period(period, today) if period else None


def last_months(text: str, known: dict[str, Fact], today: date) -> Fact | None:
    """The unpaid stretch of 最后两个月, counted back from the known end of the work (or today when it goes on).

    Known when that end is the last day of a month, else vague; None without an end.
    """
    match = _LAST_MONTHS.fullmatch(bare(text))
    count = to_int(match["count"]) if match else None
    end = known.get("end_date")
    still = known.get("still_working")
    day = (end.value or end.high) if end else today.isoformat() if still and still.value else None
    if not count or not day:
        return None
    last = date.fromisoformat(str(day))
    first = add_months(last + ONE_DAY, -count)
    if (last + ONE_DAY).day == 1:
        return Fact("known", value=[first.isoformat(), last.isoformat()], words=text)
    return Fact("vague", low=first.isoformat(), high=last.isoformat(), words=text)


def _in_a_row(text: str) -> str:
    """Three months and more in a row as a stretch (六七八月 and 7 8 9 三个月: 六月到八月, 7月到9月)."""
    match = _RUN.search(text)
    if match is None:
        return text
    named = re.findall(_MONTH, re.split(r"月|[三四五六]个月", match.group())[0])
    months = [to_int(month) or 0 for month in named]
    if months != list(range(months[0], months[0] + len(months))):
        return text
    return f"{text[:match.start()]}{named[0]}月到{named[-1]}月{text[match.end():]}"


def _year_first(text: str) -> str:
    """The year told behind the months, put before them (是9月和10月 今年的: 今年9月和10月的)."""
    match = _YEAR_LAST.fullmatch(text)
    return f"{match['year']}{match['months']}的" if match else text


def months_alone(text: str, today: date) -> Fact | None:
    """The unpaid stretch of a clause that only names months (4月和5月的, in: 4月和5月的,一共7800), or None."""
    return next((found for clause in clauses(text)[:4] if (found := only_months(clause, today))), None)


def only_months(text: str, today: date) -> Fact | None:
    """The unpaid stretch of a text that names months and nothing else (4月和5月的, 六七八月的, 7 8 9 三个月), or None."""
    row = _in_a_row(_year_first(text))
    if not _ONLY_MONTHS.fullmatch(row) and (row == text or not _ONLY_MONTHS.fullmatch(row + "的")):
        return None
    found = month_list(row, today)
    return replace(found, words=text) if found else None


def month_list(text: str, today: date) -> Fact | None:
    """The stretch from the first to the last of the months named (3月、4月和5月), or None when there is none."""
    row = _in_a_row(_year_first(text))
    days = [day for day in find_dates(row, today) if day.first <= today and re.search("[月年冬腊]", day.words)]
    if not days:
        return None
    first = min(days, key=lambda day: day.first)
    last = today if is_since(days[-1].words) else max(day.last for day in days)
    return stretch(first, min(last, today), text)
