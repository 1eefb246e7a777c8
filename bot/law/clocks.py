"""What should happen by when after a paper was handed in. Working days come from the official table; else the day is open."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.chinese.workdays import add_workdays
from bot.law.periods import add_days
from bot.law.values import Laws, Route


@dataclass(frozen=True)
class Clock:
    """A day by which an office should have acted. `on` None with key `clock_to_be_confirmed` when no table covers the year."""

    what: str
    on: date | None
    key: str
    laws: Laws


def clocks(route: Route, filed_on: date) -> tuple[Clock, ...]:
    """The days to watch after `filed_on`; empty for roads whose offices have no legal time (LAW-PLT-02).

    inspection 5 working days to accept, 60 more to investigate (LAW-INS-03/05) · arbitration 5 working days, then 45 days
    (LAW-ARB-06/09, LAW-DIS-11) · payment_order 5 + 15 days (LAW-PAY-02) · lawsuit 7 days (LAW-LIT-07) · mediation 15 days
    (LAW-MED-02) · legal_aid 7 + 3 days (LAW-AID-05) · negotiation 5 days (LAW-NEG-02). Later steps are counted as if the
    earlier one took all its time, so that nobody complains too early.
    """
    if route == "inspection":
        accepted = _work("inspection_accepted", filed_on, 5, ("LAW-INS-03",))
        done = _work("inspection_done", accepted.on, 60, ("LAW-INS-05",))
        return accepted, done
    if route == "arbitration":
        accepted = _work("arbitration_accepted", filed_on, 5, ("LAW-ARB-06", "LAW-DIS-11"))
        return accepted, _plain("arbitration_award", accepted.on, 45, ("LAW-ARB-09",))
    if route == "payment_order":
        accepted = _plain("payment_order_accepted", filed_on, 5, ("LAW-PAY-02",))
        return accepted, _plain("payment_order_issued", accepted.on, 15, ("LAW-PAY-02",))
    if route == "legal_aid":
        decided = _plain("legal_aid_decided", filed_on, 7, ("LAW-AID-05",))
        return decided, _plain("legal_aid_lawyer", decided.on, 3, ("LAW-AID-05",))
    single = {
        "lawsuit": ("lawsuit_accepted", 7, ("LAW-LIT-07",)),
        "mediation": ("mediation_end", 15, ("LAW-MED-02",)),
        "negotiation": ("negotiation_end", 5, ("LAW-NEG-02",)),
    }.get(route)
    return (_plain(single[0], filed_on, single[1], single[2]),) if single else ()


def _work(what: str, start: date | None, days: int, laws: Laws) -> Clock:
    on = add_workdays(start, days) if start else None
    return Clock(what, on, f"clock_{what}" if on else "clock_to_be_confirmed", laws)


def _plain(what: str, start: date | None, days: int, laws: Laws) -> Clock:
    on = add_days(start, days) if start else None
    return Clock(what, on, f"clock_{what}" if on else "clock_to_be_confirmed", laws)
