"""Sums of a paper: figures and capitals that agree, blank when vague (LAW-IOU-01)."""
from __future__ import annotations

from decimal import Decimal, InvalidOperation

from bot.chinese.amounts import format_rate, format_yuan
from bot.chinese.capital import to_capital
from bot.chinese.days_worked import counted_days
from bot.chinese.rates import piece_unit
from bot.chinese.values import Fact
from bot.documents.case import Case

MOST = 10**13


def fen_of(value: object) -> int | None:
    """Yuan (int or float, two decimals) as fen; None when it is no sum of money."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        fen = (Decimal(str(value)) * 100).to_integral_value()
    except InvalidOperation:
        return None
    return int(fen) if 0 <= fen < MOST else None


def exact(case: Case, slot: str) -> int | None:
    """The sum in fen when the worker knows it exactly and it is his own, else None."""
    if slot == "owed_amount" and of_group(case):
        return None
    fen = fen_of(case.value(slot))
    return None if slot == "owed_amount" and fen == 0 else fen


def of_group(case: Case) -> bool:
    """Whether the sum was said for several workers together (LAW-IOU-13): then nobody's own sum is known."""
    people, owed = case.fact("people_count"), case.fact("owed_amount")
    if people is None or owed is None:
        return False
    count = people.value if people.value is not None else people.low
    if not isinstance(count, int) or count < 2:
        return False
    table = case.words["group_words"]
    if any(word in owed.words for word in table["own"]):
        return False
    return any(word in owed.words for word in table["group"])


def money(case: Case, fen: int) -> str:
    """`12,000元（人民币壹万贰仟元整）`."""
    capital, prefix = to_capital(fen), str(case.words["capital_prefix"])
    capital = capital if capital.startswith(prefix) else prefix + capital
    return str(case.words["money"]).format(figures=format_yuan(fen), capital=capital)


def sum_text(case: Case, slot: str) -> str:
    """A sum as printed. Vague: never a figure, a blank with a note."""
    fact, fen = case.fact(slot), exact(case, slot)
    if fen is not None:
        return money(case, fen)
    if fact is None:
        return case.blank("sum")
    if slot == "owed_amount" and of_group(case):
        return case.blank("sum", case.note("group_sum"))
    heard = fen_of(fact.value)
    if fact.state == "second_hand" and heard is not None:
        if case.strict:
            return case.blank("sum", case.note("second_hand_check"))
        return case.note("second_hand", value=money(case, heard))
    return case.blank("sum", _vague_note(case, fact))


def _vague_note(case: Case, fact: Fact) -> str:
    """Why a sum is blank: quotes the worker in his own papers, not in a paper that the other side signs."""
    if fact.state == "known":
        return ""
    said = case.said(fact) or _range(case, fact)
    return case.note("vague_sum") if case.strict or not said else case.note("vague_sum_said", words=said)


def _range(case: Case, fact: Fact) -> str:
    low, high = fen_of(fact.low), fen_of(fact.high)
    if low is None or high is None:
        return ""
    if low == high:
        return str(case.words["about_sum"]).format(low=format_yuan(low))
    return str(case.words["range_sum"]).format(low=format_yuan(low), high=format_yuan(high))


def due_text(case: Case) -> str:
    """What was earned in all: the day's rate by the days that he told, else a blank to be filled by both sides. Owed and paid
    are never added up: a worker may have named either before or after an advance; only where nothing was paid is the whole
    what is owed."""
    owed, paid = exact(case, "owed_amount"), exact(case, "paid_amount")
    if owed is not None and paid == 0:
        return money(case, owed)
    earned = None if case.strict else _earned(case)
    days = case.fact("days_worked")
    if earned is None or days is None or (owed is not None and paid is not None and not _agrees(owed + paid, earned, days)):
        return case.blank("sum")
    if days.state == "known":
        return money(case, earned[0])
    low, high = map(format_yuan, earned)
    return str(case.words["about_sum" if low == high else "range_sum"]).format(low=low, high=high)


def _earned(case: Case) -> tuple[int, int] | None:
    """The day's rate by the days worked, in fen; for 大概九十天 by ninety."""
    rate, days = case.value("pay_rate"), counted_days(case.fact("days_worked"))
    each = fen_of(rate.get("amount")) if isinstance(rate, dict) and rate.get("unit") == "day" else None
    return None if not each or days is None else (round(each * days[0]), round(each * days[1]))


def _agrees(told: int, earned: tuple[int, int], days: Fact) -> bool:
    """Whether what is owed and paid together may be what was earned; a fifth more or less where the days are vague."""
    spare = 0 if days.state == "known" else earned[1] // 5
    return earned[0] - spare <= told <= earned[1] + spare


def rate_text(case: Case) -> str:
    """The agreed rate (`每天260元`), blank when unknown or vague."""
    fact = case.fact("pay_rate")
    rate = fact.value if fact is not None and isinstance(fact.value, dict) else {}
    amount, pattern = rate.get("amount"), case.words["units"].get(rate.get("unit"))
    if fact is None or fen_of(amount) is None or not amount or not pattern or fact.state == "vague":
        return case.blank("text", _vague_note(case, fact) if fact is not None else "")
    said = str(pattern).format(figures=format_rate(amount), unit=piece_unit(fact.words))
    if fact.state == "known":
        return said
    return case.blank("text", case.note("second_hand_check")) if case.strict else case.note("second_hand", value=said)
