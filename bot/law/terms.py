"""Every term of a procedure that the engine counts: how long, in which days, from what, and the fact that says so."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from bot.law.errors import ImpossibleInput
from bot.law.facts import YEARS
from bot.law.periods import add_days, add_months, add_years
from bot.law.values import Laws
from bot.law.workdays import workday_bounds

Counted = Literal["years", "months", "days", "workdays"]


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
    "inspection_accepted": Rule(5, "workdays", ("LAW-INS-03",)),
    "inspection_done": Rule(60, "workdays", ("LAW-INS-05",), 30),
    "inspection_decided": Rule(15, "workdays", ("LAW-INS-06",)),
    "arbitration_accepted": Rule(5, "workdays", ("LAW-ARB-06", "LAW-DIS-11")),
    "arbitration_copy": Rule(5, "workdays", ("LAW-ARB-08",)),
    "arbitration_answer": Rule(10, "workdays", ("LAW-ARB-08",)),
    "arbitration_award": Rule(45, "days", ("LAW-ARB-09",), 15),
    "sue_after_award": Rule(15, "days", ("LAW-ARB-12",)),
    "employer_annuls": Rule(30, "days", ("LAW-ARB-12",)),
    "payment_order_accepted": Rule(5, "days", ("LAW-PAY-02",)),
    "payment_order_issued": Rule(15, "days", ("LAW-PAY-02",)),
    "payment_order_objection": Rule(15, "days", ("LAW-PAY-02",)),
    "payment_order_served": Rule(30, "days", ("LAW-PAY-05",)),
    "mediation_end": Rule(15, "days", ("LAW-MED-02",)),
    "mediation_confirmed": Rule(30, "days", ("LAW-MED-06",)),
    "mediation_reviewed": Rule(15, "days", ("LAW-MED-07",)),
    "lawsuit_accepted": Rule(7, "days", ("LAW-LIT-07",)),
    "lawsuit_simplified": Rule(3, "months", ("LAW-LIT-09",), 1),
    "lawsuit_ordinary": Rule(6, "months", ("LAW-LIT-09",), 6),
    "appeal": Rule(15, "days", ("LAW-CPA-171",)),
    "preserved_then_sue": Rule(30, "days", ("LAW-LIT-13",)),
    "legal_aid_decided": Rule(7, "days", ("LAW-AID-05",)),
    "legal_aid_lawyer": Rule(3, "days", ("LAW-AID-05",)),
    "negotiation_end": Rule(5, "days", ("LAW-NEG-02",)),
    "review_applied": Rule(60, "days", ("LAW-INS-16",)),
    "injury_by_employer": Rule(30, "days", ("LAW-WAGE-25",)),
    "injury_by_worker": Rule(1, "years", ("LAW-WAGE-25",)),
    "injury_decided": Rule(60, "days", ("LAW-WAGE-25",)),
    "deposit_paid": Rule(5, "workdays", ("LAW-REG-26",)),
}
"""name -> rule. Each number stands in the facts named beside it; a test compares them."""


@dataclass(frozen=True)
class Term:
    """The last day of a term. `on` None when a year on the way has no table of working days: then `earliest` and `latest`
    hold what it may be. `days_left` from today to the earliest day, negative when that has passed; `longer` the last day
    when the office lengthens the term (the latest one that it may be), None when it cannot."""

    what: str
    on: date | None
    earliest: date
    latest: date
    days_left: int
    key: str
    laws: Laws
    since: date
    longer: date | None = None

    @property
    def values(self) -> dict[str, Any]:
        """Placeholders `on`, `earliest`, `latest`, `days` (never negative), `since`."""
        return {"on": self.on or self.earliest, "earliest": self.earliest, "latest": self.latest, "days": abs(self.days_left),
                "since": self.since}


def term(what: str, start: date, today: date) -> Term:
    """The term `what` counted from `start` (not counted itself). ImpossibleInput: no such term, a day outside the years that
    the engine believes, today before the start."""
    rule = RULES.get(what)
    if rule is None:
        raise ImpossibleInput(what, "no_such")
    for day in (start, today):
        if not YEARS[0] <= day.year <= YEARS[1]:
            raise ImpossibleInput(what, "not_a_day")
    if today < start:
        raise ImpossibleInput(what, "end_before_start")
    earliest, latest = _after(start, rule.amount, rule.counted)
    on = earliest if earliest == latest else None
    longer = _after(start, rule.amount + rule.longer, rule.counted)[1] if rule.longer else None
    left = (earliest - today).days
    key = "term_open_between" if on is None else "term_passed" if left < 0 else "term_running"
    return Term(what, on, earliest, latest, left, key, rule.laws, start, longer)


def _after(start: date, amount: int, counted: Counted) -> tuple[date, date]:
    if counted == "workdays":
        return workday_bounds(start, amount)
    count = {"years": add_years, "months": add_months, "days": add_days}[counted]
    day = count(start, amount)
    return day, day
