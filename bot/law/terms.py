"""Every term that the engine counts: how long, in which days, and the fact that says so."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.law.bounds import day_of
from bot.law.errors import ImpossibleInput
from bot.law.periods import add_days, add_years
from bot.law.values import Laws
from bot.law.workdays import workday_bounds

Counted = Literal["years", "days", "workdays"]


@dataclass(frozen=True)
class Rule:
    """A term: so many `counted` after the day it starts from, and as many more when it may be lengthened."""

    amount: int
    counted: Counted
    laws: Laws
    longer: int = 0


RULES: dict[str, Rule] = {
    "arbitration": Rule(1, "years", ("LAW-ARB-01", "LAW-ARB-02")),
    "inspection": Rule(2, "years", ("LAW-INS-02",)),
    "civil": Rule(3, "years", ("LAW-LIT-03",)),
    "enforcement": Rule(2, "years", ("LAW-ENF-01",)),
    "sue": Rule(15, "days", ("LAW-ARB-12",)),
    "inspection_accepted": Rule(5, "workdays", ("LAW-INS-03",)),
    "inspection_done": Rule(60, "workdays", ("LAW-INS-05",), 30),
    "arbitration_accepted": Rule(5, "workdays", ("LAW-ARB-06", "LAW-DIS-11")),
    "arbitration_award": Rule(45, "days", ("LAW-ARB-09",), 15),
    "payment_order_accepted": Rule(5, "days", ("LAW-PAY-02",)),
    "payment_order_issued": Rule(15, "days", ("LAW-PAY-02",)),
    "payment_order_answered": Rule(15, "days", ("LAW-PAY-02",)),
    "mediation_end": Rule(15, "days", ("LAW-MED-02",)),
    "lawsuit_accepted": Rule(7, "days", ("LAW-LIT-07",)),
    "legal_aid_decided": Rule(7, "days", ("LAW-AID-05",)),
    "legal_aid_lawyer": Rule(3, "days", ("LAW-AID-05",)),
    "negotiation_end": Rule(5, "days", ("LAW-NEG-02",)),
    "confirmation": Rule(30, "days", ("LAW-MED-06",)),
    "agreement_review": Rule(15, "days", ("LAW-MED-07",)),
    "agreement_reviewed": Rule(5, "workdays", ("LAW-MED-07",), 5),
    "annulment": Rule(30, "days", ("LAW-ARB-12",)),
}
"""name -> rule: those of `limits` and of `clocks`. Each number stands in the facts named beside it; a test compares them."""


@dataclass(frozen=True)
class Term:
    """The last day of a term: `earliest` and `latest` are one day unless a year on the way has no table of working days.
    `longer`: the last day when the office lengthens the term (the latest one that it may be), None when it cannot."""

    earliest: date
    latest: date
    laws: Laws
    longer: date | None = None


def term(what: str, start: date) -> Term:
    """The term `what` counted from `start` (not counted itself). ImpossibleInput: no such term, a start or an end that is no
    day or lies outside the years that the engine believes."""
    rule = RULES.get(what) if isinstance(what, str) else None
    if rule is None:
        raise ImpossibleInput("term", "no_such")
    earliest, latest = _after(day_of(start, what), rule.amount, rule.counted)
    longer = _after(start, rule.amount + rule.longer, rule.counted)[1] if rule.longer else None
    day_of(longer or latest, what)
    return Term(earliest, latest, rule.laws, longer)


def last_day(what: str, start: date) -> date:
    """The last day of a term that is counted in years or calendar days."""
    return term(what, start).earliest


def _after(start: date, amount: int, counted: Counted) -> tuple[date, date]:
    if counted == "workdays":
        return workday_bounds(start, amount)
    day = add_years(start, amount) if counted == "years" else add_days(start, amount)
    return day, day
