"""Overtime at 150, 200 and 300 per cent (LAW-WAGE-08), by total working time (LAW-WAGE-09)."""
from __future__ import annotations

from decimal import Decimal
from typing import Literal

from bot.law.errors import ImpossibleInput
from bot.law.money.values import Given, Line, Money, Number, Range, fen, money, number, said
from bot.law.money.wages import DAY_HOURS, day_wage
from bot.law.money.words import count_words, sum_words
from bot.law.values import Laws

System = Literal["standard", "comprehensive", "flexible"]
KINDS = ("weekday", "rest_day", "holiday")
RATES = {"weekday": Decimal("1.5"), "rest_day": Decimal(2), "holiday": Decimal(3)}
LAWS: Laws = ("LAW-WAGE-08", "LAW-WAGE-06", "LAW-EVD-06")


def hour_wage(rate: Given, unit: str) -> Range:
    """Fen for an hour, or for a piece, unrounded: a day ÷ 8, a month ÷ 21.75 ÷ 8 (LAW-WAGE-06)."""
    each = money(rate, "pay_rate", positive=True)
    if unit in ("hour", "piece"):
        return each
    day = day_wage(each, unit)
    return Range(day.low / DAY_HOURS, day.high / DAY_HOURS)


def overtime(
    rate: Given, unit: str, *, weekday: Given = 0, rest_day: Given = 0, holiday: Given = 0, rested: Given = 0,
    system: System = "standard", base_paid: bool | None = False, paid: Number = 0,
) -> Money:
    """Pay for overtime hours (for `unit` piece: pieces beyond the quota) at 150/200/300 % (LAW-WAGE-08).

    `rested`: rest-day hours given back as time off; holidays cannot be given back. `system` comprehensive: what goes beyond
    the total time is 150 %, holidays 150 to 300 %; flexible: as a rule nothing (LAW-WAGE-09). `base_paid`: whether the plain
    wage of these hours was paid already (None: not known, a range). ImpossibleInput: no hours at all, more hours given back
    than worked, an unknown system.
    """
    if system not in ("standard", "comprehensive", "flexible"):
        raise ImpossibleInput("system", "no_such")
    each = hour_wage(rate, unit)
    hours = _hours(weekday, rest_day, holiday, rested)
    lines = [Line(f"work_hour_{unit}", {"rate": sum_words(fen(each.low), fen(each.high))})]
    low = high = 0
    for kind, span in hours.items():
        if not span.high:
            continue
        least, most = _rates(kind, system)
        cut = {True: (1, 1), False: (0, 0), None: (1, 0)}[base_paid]
        parts = fen(each.low * span.low * max(least - cut[0], Decimal(0))), fen(each.high * span.high * (most - cut[1]))
        low, high = low + parts[0], high + parts[1]
        lines.append(Line(_line_key(kind, system), {"count": count_words(span.low, span.high), "sum": sum_words(*parts)}))
    had = money(paid, "paid_amount")
    if had.high:
        lines.append(Line("work_paid", {"sum": sum_words(int(had.low), int(had.high))}))
    low, high = max(0, low - int(had.high)), max(0, high - int(had.low))
    laws = LAWS if system == "standard" else (*LAWS, "LAW-WAGE-09")
    key = "money_overtime_none" if not high else said("money_overtime", low, high)
    question = None if low == high else _question(each, base_paid, system)
    return Money("overtime", low, high, key, laws, tuple(lines), question)


def _hours(weekday: Given, rest_day: Given, holiday: Given, rested: Given) -> dict[str, Range]:
    """Hours to be paid by kind: those of rest days less the hours given back."""
    hours = {kind: number(value, kind) for kind, value in zip(KINDS, (weekday, rest_day, holiday), strict=True)}
    back = number(rested, "rested")
    if not any(span.high for span in hours.values()):
        raise ImpossibleInput("hours", "zero")
    if back.high > hours["rest_day"].low:
        raise ImpossibleInput("rested", "too_many")
    hours["rest_day"] = Range(hours["rest_day"].low - back.high, hours["rest_day"].high - back.low)
    return hours


def _line_key(kind: str, system: System) -> str:
    if system == "flexible":
        return "work_overtime_flexible"
    if system == "comprehensive":
        return "work_overtime_total_holiday" if kind == "holiday" else "work_overtime_total"
    return f"work_overtime_{kind}"


def _rates(kind: str, system: System) -> tuple[Decimal, Decimal]:
    if system == "comprehensive":
        return RATES["weekday"], RATES["holiday"] if kind == "holiday" else RATES["weekday"]
    return (Decimal(0) if system == "flexible" else RATES[kind]), RATES[kind]


def _question(each: Range, base_paid: bool | None, system: System) -> str:
    if base_paid is None:
        return "base_paid"
    if system != "standard":
        return "working_time_system"
    return "overtime_hours" if each.exact else "pay_rate"

