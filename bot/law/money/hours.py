"""Overtime as it is told: 每天加班3小时, 周末加班一共16小时, 加班费一分没给."""
from __future__ import annotations

import re
from decimal import Decimal
from itertools import product
from typing import Any

from bot.chinese.clauses import typed_clauses
from bot.chinese.numerals import level, read_number
from bot.chinese.values import Fact
from bot.law import told
from bot.law.facts import CaseFacts, Day
from bot.law.money.overtime import KINDS, System
from bot.law.money.wages import DAY_HOURS
from bot.law.workdays import count_workdays

Hours = dict[str, Any]
_N = r"(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)"
_HOURS = rf"{_N}个?(?P<half>半)?(?:多)?(?:小时|钟头)"
DAILY = re.compile(rf"(?:每天|天天|每日|每晚|一天)[^,，。;；]{{0,6}}加(?:班|点)?[^,，。;；\d]{{0,4}}?{_HOURS}")
REPEATED = re.compile(r"每个?(?:周|星期|月|礼拜)|一个?(?:月|周|星期|礼拜)|天天|每天|每晚|每日|一天")
TOTAL = re.compile(rf"加(?:了|过)?(?:班)?[^,，。;；\d]{{0,4}}?{_HOURS}")
PIECES = re.compile(rf"加班[^,，。;；\d]{{0,6}}?(?:做|干)?(?:了)?{_N}(?:件|套|双|条|只)")
KIND: dict[str, re.Pattern[str]] = {
    "rest_day": re.compile(r"周末|双休|休息日|(?:星期|礼拜|周)[六天日]"),
    "holiday": re.compile(r"国庆|春节|五一|元旦|清明|端午|中秋|法定|节假日|过年"),
    "weekday": re.compile(r"平时|平日|工作日|下班后|晚上"),
}
MOST_A_DAY = Decimal(24) - DAY_HOURS
"""Hours that a working day leaves beside its plain ones."""
RESTED = re.compile(rf"(?:补休|调休)(?:了|过)?{_HOURS}")
PAY_GOT = re.compile(rf"加班费(?:一共|总共|只|就|都)*给了{_N}(?:元|块)")
PLAIN_PAID = re.compile(r"加班[^,，。;；]{0,6}(?:只|就|都|还是|也)?(?:给|按|发|算)(?:的)?(?:是)?(?:平时|正常|普通|原来|一样)的?")
NOTHING_PAID = re.compile(
    r"(?:没有?|不|未|一分(?:钱)?(?:都|也)?没)(?:给|发|算|付|拿到)?(?:过)?(?:一分)?加班(?:费|工资|的钱)|加班(?:费|工资|的钱)?[^,，。;；]{0,4}(?:没|不给|一分|不算|白加)|白加班")


def overtime_told(case: CaseFacts) -> bool:
    """Whether he speaks of overtime at all."""
    return bool(told.OVERTIME.search(told.words(case)))


def readings(case: CaseFacts, span: tuple[Day, Day] | None, unit: str = "hour") -> list[Hours]:
    """Overtime hours (for `unit` piece: pieces) by kind: the fact `overtime_hours`, else those in his words; several
    where the kind is not told.

    So many hours every day are counted for the working days of `span`, at least and at most (LAW-WAGE-08). Empty when no
    number is told, or no span for hours of every day, or more hours than the days have."""
    fact = case.usable("overtime_hours")
    if fact is not None and isinstance(fact.value, dict):
        parts = CaseFacts({kind: Fact("known", fact.value.get(kind)) for kind in KINDS})
        counts = {kind: parts.range(kind) for kind in KINDS}
        if any(count is None and fact.value.get(kind) is not None for kind, count in counts.items()):
            return []
        found = [{kind: count or (Decimal(0), Decimal(0)) for kind, count in counts.items()}]
        return found if unit == "piece" or _fits(sum(count[1] for count in found[0].values()), span) else []
    said = level(told.words(case))
    if DAILY.search(said) and unit != "piece":
        each, days = each_day(case), workdays(span) if span else None
        return [{"weekday": (each * days[0], each * days[1])}] if days and each else []
    for clause in typed_clauses(said):
        match = (PIECES if unit == "piece" else TOTAL).search(clause)
        if match and not REPEATED.search(clause) and (hours := _hours(match)):
            if unit != "piece" and not _fits(hours, span):
                return []
            kinds = [kind for kind, pattern in KIND.items() if pattern.search(clause)] or ["weekday", "holiday"]
            return [{kind: (hours, hours)} for kind in kinds]
    return []


def each_day(case: CaseFacts) -> Decimal | None:
    """So many hours of overtime every day, by his words; None when not told, or more than a working day leaves."""
    daily = DAILY.search(level(told.words(case)))
    each = _hours(daily) if daily else None
    return each if each and each <= MOST_A_DAY else None


def plain_paid(case: CaseFacts) -> bool | None:
    """Whether the plain wage of the overtime was paid: the fact `base_paid`, else told in his words; None when not told."""
    known, said = case.flag("base_paid"), told.words(case)
    if known is not None:
        return known
    if PLAIN_PAID.search(said):
        return True
    return False if NOTHING_PAID.search(said) else None


def system(case: CaseFacts) -> System:
    """How his working time is counted, by his words (LAW-WAGE-09)."""
    said = told.words(case)
    if told.SYSTEMS["comprehensive"].search(said):
        return "comprehensive"
    return "flexible" if told.SYSTEMS["flexible"].search(said) else "standard"


def given_back(case: CaseFacts) -> dict[str, Any]:
    """Rest-day hours given back as time off and overtime pay received in fen, by his words: arguments of `overtime`."""
    said = level(told.words(case))
    rest, pay = RESTED.search(said), PAY_GOT.search(said)
    found: dict[str, Any] = {}
    if rest and (back := _hours(rest)):
        found["rested"] = back
    if pay and (number := read_number(pay["n"])):
        found["paid"] = int(number.low * 100)
    return found


def _hours(match: re.Match[str]) -> Decimal | None:
    number = read_number(match["n"])
    return number.low + (Decimal("0.5") if match.groupdict().get("half") else 0) if number else None


def _fits(hours: Decimal | int, span: tuple[Day, Day] | None) -> bool:
    """Whether the days of `span` have so many hours at all."""
    return span is None or hours <= 24 * max(0, (span[1].last - span[0].first).days + 1)


def workdays(span: tuple[Day, Day]) -> tuple[int, int] | None:
    """Working days of a span, at least and at most over its readings; None when it ends before it begins."""
    ends = [(begin, end) for begin, end in product((span[0].first, span[0].last), (span[1].first, span[1].last)) if begin <= end]
    counts = [count_workdays(begin, end) for begin, end in ends]
    return (min(low for low, _ in counts), max(high for _, high in counts)) if counts else None
