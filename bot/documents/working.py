"""How the sum of a request was computed, as far as the facts carry: the rate by the days or months, less what was paid."""
from __future__ import annotations

from calendar import monthrange

from bot.chinese.amounts import format_rate, format_yuan
from bot.chinese.days_worked import counted_days
from bot.documents.case import Case
from bot.documents.sums import exact, fen_of
from bot.documents.times import day_of


def computed(case: Case) -> str:
    """The line with the working (LAW-DOC-02 ③), a blank where the facts do not carry it or do not agree with each other."""
    table = case.words["court"]["computed"]
    return str(table["head"]).format(formula=_formula(case) or case.blank("text", str(table["blank"])))


def _formula(case: Case) -> str:
    rate = case.value("pay_rate")
    unit = rate.get("unit") if isinstance(rate, dict) else None
    each = fen_of(rate.get("amount")) if isinstance(rate, dict) else None
    count = _days(case) if unit == "day" else _months(case) if unit == "month" else None
    if not isinstance(rate, dict) or not each or not count:
        return ""
    table, words = case.words["court"]["computed"], case.words
    number = words["days"] if unit == "day" else table["months"]
    earned = round(each * count)
    shown = str(table["times"]).format(
        rate=str(words["units"][unit]).format(figures=format_rate(rate["amount"])), count=str(number).format(count=f"{count:g}"),
        earned=format_yuan(earned))
    return _less(case, shown, earned)


def _less(case: Case, shown: str, earned: int) -> str:
    """The rest of it: what was paid and what is left, where both agree with what he says is owed."""
    owed, paid = exact(case, "owed_amount"), exact(case, "paid_amount")
    table = case.words["court"]["computed"]
    if owed is not None and owed == earned:
        return shown
    if owed is None:
        return shown + case.mark(str(table["rest"]))
    if paid is None or earned - paid != owed:
        return ""
    return shown + str(table["less"]).format(paid=format_yuan(paid), owed=format_yuan(owed))


def _days(case: Case) -> float | None:
    fact = case.fact("days_worked")
    days = counted_days(fact) if fact is not None and fact.state == "known" else None
    return days[0] if days and days[0] == days[1] else None


def _months(case: Case) -> float | None:
    """The whole months for which wages are owed; None when the period begins or ends inside a month."""
    period = case.value("owed_period")
    ends = period if isinstance(period, (list, tuple)) and len(period) == 2 else (None, None)
    first, last = (day_of(end) for end in ends)
    if first is None or last is None or first.day != 1 or last < first or last.day != monthrange(last.year, last.month)[1]:
        return None
    return (last.year - first.year) * 12 + last.month - first.month + 1
