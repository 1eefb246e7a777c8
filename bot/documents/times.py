"""Days and periods of a paper, written 2026年3月5日; a vague day is said as vague or left blank."""
from __future__ import annotations

import re
from datetime import date, datetime

from bot.chinese.dates import format_date
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.documents.case import Case

#: in which part of its month a day lies (上个月底, 八月中旬)
PART_OF_MONTH = re.compile("(?:底|末|初|[上中下]旬)$")
MOST_MONTHS = 12  # of an owed period that is only roughly known

def day_of(value: object) -> date | None:
    """An ISO day, None when it is none."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def month_of(low: date | None, high: date | None) -> str | None:
    """`2026年3月` when both ends lie in that month."""
    if low is None or high is None or (low.year, low.month) != (high.year, high.month):
        return None
    return f"{low.year}年{low.month}月"


def day_text(case: Case, slot: str) -> str:
    """A day as printed."""
    fact = case.fact(slot)
    if fact is None:
        return case.blank("date")
    day = day_of(fact.value)
    if fact.state == "known" and day is not None:
        return format_date(day)
    if fact.state == "second_hand" and day is not None:
        return case.blank("date", case.note("second_hand_check")) if case.strict \
            else case.note("second_hand", value=format_date(day))
    return _vague_day(case, fact)


def _vague_day(case: Case, fact: Fact) -> str:
    low, high = day_of(fact.low), day_of(fact.high)
    if month := month_of(low, high):
        part = None if case.strict else PART_OF_MONTH.search(case.said(fact))
        return month + (part.group() if part else "")
    if case.strict or not case.said(fact):
        return case.blank("date", case.note("vague_date"))
    if low is None or high is None:
        return case.blank("date", case.note("vague_date_said", words=case.said(fact)))
    between = str(case.words["date_range"]).format(low=format_date(low), high=format_date(high))
    return str(case.words["said_date"]).format(words=case.said(fact), range=between)


def work_period(case: Case) -> str:
    """From when to when the worker worked."""
    start = day_text(case, "start_date")
    if case.value("still_working") is True:
        return str(case.words["period_ongoing"]).format(start=start, today=format_date(case.today))
    return str(case.words["period"]).format(start=start, end=day_text(case, "end_date"))


def owed_period(case: Case) -> str:
    """The time for which wages are owed; empty when nothing was said."""
    fact = case.fact("owed_period")
    if fact is None or fact.state == "vague":
        return "" if fact is None or case.strict else _about(case, day_of(fact.low), day_of(fact.high))
    ends = fact.value if isinstance(fact.value, (list, tuple)) and len(fact.value) == 2 else (None, None)
    first, last = (day_of(end) for end in ends)
    if first is None or last is None:
        return ""
    said = str(case.words["owed_period"]).format(start=format_date(first), end=format_date(last))
    if fact.state == "second_hand":
        return "" if case.strict else case.note("second_hand", value=said)
    return said


def _about(case: Case, first: date | None, last: date | None) -> str:
    """An owed period that is only roughly known (四个月没发: the last four), in months; "" for one of more than a year."""
    if first is None or last is None or (last.year - first.year) * 12 + last.month - first.month >= MOST_MONTHS:
        return ""
    start, end = month_of(first, first), month_of(last, last)
    return str(case.words["owed_period_about"]).format(start=start, end=end)


def moment_text(value: object, unknown: str) -> str:
    """When a photo was taken or came, by the clock of China: `2026年3月5日 14:05`; `unknown` if it is not recorded. A moment
    without a zone is taken as it stands."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return unknown
    if isinstance(value, datetime):
        here = value.astimezone(CHINA) if value.tzinfo else value
        return f"{format_date(here.date())} {here:%H:%M}"
    return format_date(value) if isinstance(value, date) else unknown
