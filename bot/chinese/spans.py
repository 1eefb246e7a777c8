"""Spans of days (first, last) and month arithmetic, without any words."""
from __future__ import annotations

import calendar
from datetime import date, timedelta

Span = tuple[date, date]
ONE_DAY = timedelta(days=1)


def one(year: int, month: int, day: int) -> Span | None:
    """A single day; None when the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def month_of(year: int, month: int) -> Span:
    """A whole month; `month` may run over (13 = January of the next year) or under."""
    year, index = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, index, 1), date(year, index, calendar.monthrange(year, index)[1])


def year_of(year: int) -> Span:
    """A whole year."""
    return date(year, 1, 1), date(year, 12, 31)


def months_of(year: int, begin: int, finish: int) -> Span:
    """From the first day of month `begin` to the last of month `finish` (13 and more: next year)."""
    return month_of(year, begin)[0], month_of(year, finish)[1]


def month_part(span: Span, part: str) -> Span:
    """A part of a month: 初/头, 中, 底/末/尾/低, 上旬, 中旬, 下旬, 上半 or 下半; an empty part is the month."""
    first, last = span
    edges = {
        "初": (1, 7), "头": (1, 7), "头上": (1, 7), "上旬": (1, 10), "中": (10, 20), "中旬": (11, 20), "上半": (1, 15),
        "下旬": (21, 31), "下半": (16, 31), "底": (25, 31), "末": (25, 31), "尾": (25, 31), "低": (25, 31),
    }
    if part not in edges:
        return span
    low, high = edges[part]
    begin = first + (low - 1) * ONE_DAY
    return begin, min(first + (high - 1) * ONE_DAY, last)


def year_part(year: int, part: str) -> Span | None:
    """A part of a year: 年初, 年中, 年底, 上半年, seasons, quarters; None for another word."""
    table = {
        "初": (1, 2), "头": (1, 2), "中": (6, 7), "底": (12, 12), "末": (12, 12), "尾": (12, 12), "低": (12, 12),
        "上半年": (1, 6), "下半年": (7, 12), "开春": (2, 4), "春天": (3, 5), "春上": (3, 5), "热天": (6, 8), "春季": (3, 5),
        "夏天": (6, 8), "夏季": (6, 8),
        "秋天": (9, 11), "秋季": (9, 11), "冬天": (12, 14), "冬季": (12, 14),
        "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
    }
    found = table.get(part)
    return months_of(year, *found) if found else None


def add_months(day: date, months: int) -> date:
    """The same day of the month, months later; the month's last day when it is shorter."""
    first, last = month_of(day.year, day.month + months)
    return min(first + (day.day - 1) * ONE_DAY, last)
