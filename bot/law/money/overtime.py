"""Overtime at 150, 200 and 300 per cent (LAW-WAGE-08), by total working time (LAW-WAGE-09)."""
from __future__ import annotations

from decimal import Decimal
from typing import Literal

from bot.law.errors import ImpossibleInput
from bot.law.money.values import Given, Line, Money, Number, Range, fen, flag, money, one_of, said, worked
from bot.law.money.wages import DAY_HOURS, day_wage, pay_of
from bot.law.money.words import count_words, rate_words, sum_words
from bot.law.values import Laws

System = Literal["standard", "comprehensive", "flexible"]
SYSTEMS = ("standard", "comprehensive", "flexible")
KINDS = ("weekday", "rest_day", "holiday")
RATES = {"weekday": Decimal("1.5"), "rest_day": Decimal(2), "holiday": Decimal(3)}
"""kind of hours -> how many plain hours one is worth (LAW-WAGE-08)."""
PLAIN = {True: (1, 1), False: (0, 0), None: (1, 0)}
"""Whether the plain wage was paid -> what of it is taken off the least and the most."""
LAWS: Laws = ("LAW-WAGE-08", "LAW-WAGE-06", "LAW-EVD-06")


def hour_wage(rate: Given, unit: str) -> Range:
    """Fen for an hour, or for a piece, unrounded: a day ÷ 8, a month ÷ 21.75 ÷ 8 (LAW-WAGE-06)."""
    each = pay_of(rate, unit)
    if unit in ("hour", "piece"):
        return each
    day = day_wage(each, unit)
    return Range(day.low / DAY_HOURS, day.high / DAY_HOURS)


def overtime(
    rate: Given, unit: str, *, weekday: Given = 0, rest_day: Given = 0, holiday: Given = 0, untold: Given = 0,
    rested: Given = 0, system: System = "standard", base_paid: bool | None = False, paid: Number = 0,
    between: tuple[str, ...] = KINDS,
) -> Money:
    """Pay for overtime hours (for `unit` piece: pieces beyond the quota) at 150/200/300 % (LAW-WAGE-08).

    `untold`: hours of a kind that is not told, one of `between`: 150 to 300 % for all three. `rested`: rest-day hours given
    back as time off; holidays cannot be given back. `system` comprehensive: what goes beyond the total time is 150 %,
    holidays 150 to 300 %; flexible: as a rule nothing (LAW-WAGE-09). `base_paid`: whether the plain wage of these hours was
    paid already (None: not known, a range). ImpossibleInput: no hours at all, more than anybody works, more given back than
    worked, an unknown unit or system.
    """
    one_of(system, SYSTEMS, "system")
    flag(base_paid, "base_paid", open_=True)
    for kind in between if isinstance(between, tuple) and between else ("",):
        one_of(kind, KINDS, "between")
    each, had = hour_wage(rate, unit), money(paid, "paid_amount")
    hours = _hours(unit, {"weekday": weekday, "rest_day": rest_day, "holiday": holiday, "untold": untold}, rested)
    lines = [Line("work_base_paid")] if base_paid else [Line("work_base_unknown")] if base_paid is None else []
    low = high = Decimal(0)
    for kind, span in hours.items():
        if not span.high:
            continue
        times = _times(between if kind == "untold" else (kind,), system, base_paid)
        least, most = each.low * span.low * times.low, each.high * span.high * times.high
        low, high = low + least, high + most
        lines += [Line(_kind_key(kind, system)), _line(pay_of(rate, unit), unit, span, times, (least, most))]
    if had.high:
        lines.append(Line("work_paid", {"sum": sum_words(had.low, had.high)}))
    lowest, highest = (fen(max(Decimal(0), end)) for end in (low - had.high, high - had.low))
    laws = LAWS if system == "standard" else (*LAWS, "LAW-WAGE-09")
    key = "money_overtime_none" if not highest else said("money_overtime", lowest, highest)
    question = None if lowest == highest else _question(each, base_paid, system)
    return Money("overtime", lowest, highest, key, laws, tuple(lines), question)


def _hours(unit: str, told: dict[str, Given], rested: Given) -> dict[str, Range]:
    """Hours to be paid by kind: those of rest days less the hours given back."""
    counted = unit if unit == "piece" else "hour"
    hours = {kind: worked(value, kind, counted) for kind, value in told.items()}
    back = worked(rested, "rested", counted)
    if not any(span.high for span in hours.values()):
        raise ImpossibleInput("hours", "zero")
    if back.high > hours["rest_day"].low:
        raise ImpossibleInput("rested", "too_many")
    hours["rest_day"] = Range(hours["rest_day"].low - back.high, hours["rest_day"].high - back.low)
    return hours


def _times(kinds: tuple[str, ...], system: System, base_paid: bool | None) -> Range:
    """How many plain hours one overtime hour of these kinds is still worth, at least and at most."""
    low, high = min(RATES[kind] for kind in kinds), max(RATES[kind] for kind in kinds)
    if system == "comprehensive":
        low, high = RATES["weekday"], RATES["holiday"] if "holiday" in kinds else RATES["weekday"]
    if system == "flexible":
        low = Decimal(0)
    least, most = PLAIN[base_paid]
    return Range(max(Decimal(0), low - least), high - most)


def _kind_key(kind: str, system: System) -> str:
    if system == "flexible":
        return "work_overtime_flexible"
    if system == "comprehensive":
        return "work_overtime_total" if kind in ("weekday", "rest_day") else "work_overtime_total_holiday"
    return f"work_overtime_{kind}"


def _line(rate: Range, unit: str, span: Range, times: Range, sums: tuple[Decimal, Decimal]) -> Line:
    """The arithmetic from the rate as it was told, so that it comes out to the fen."""
    return Line(f"work_hours_{unit}", {
        "rate": rate_words(rate), "count": count_words(span.low, span.high),
        "percent": count_words(times.low * 100, times.high * 100), "sum": sum_words(*sums),
    })


def _question(each: Range, base_paid: bool | None, system: System) -> str:
    if base_paid is None:
        return "base_paid"
    if system != "standard":
        return "working_time_system"
    return "overtime_hours" if each.exact else "pay_rate"
