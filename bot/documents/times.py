"""Days and periods of a paper, written 2026年3月5日; a vague day is said as vague or left blank."""
from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime

from bot.chinese.dates import format_date
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.documents.case import Case


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


def is_whole_month(low: date, high: date) -> bool:
    """Whether the days from `low` to `high` are one month, so that 6月 says no more than 2026年6月."""
    return low.day == 1 and high == low.replace(day=monthrange(low.year, low.month)[1])


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
    month = month_of(low, high)
    if month:
        said = "" if low and high and is_whole_month(low, high) else case.said(fact)
        return month if case.strict or not said else str(case.words["said_date"]).format(words=said, range=month)
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
    ends = fact.value if fact is not None and isinstance(fact.value, (list, tuple)) and len(fact.value) == 2 else None
    first, last = (day_of(end) for end in ends) if ends else (None, None)
    if fact is None or first is None or last is None or fact.state == "vague":
        return ""
    said = str(case.words["owed_period"]).format(start=format_date(first), end=format_date(last))
    if fact.state == "second_hand":
        return "" if case.strict else case.note("second_hand", value=said)
    return said


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
