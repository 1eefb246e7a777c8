"""What should happen by when after a paper was handed in. Working days come from the official table; else the day is open."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.law.terms import RULES, Term, term
from bot.law.values import Laws, Route


@dataclass(frozen=True)
class Clock:
    """A day by which an office should have acted. `on` None with key `term_open_between` when no table covers the year:
    then `earliest` and `latest` hold what it may be. `longer`: the last day when the office lengthens its time."""

    what: str
    on: date | None
    key: str
    laws: Laws
    earliest: date
    latest: date
    longer: date | None = None


STEPS: dict[Route, tuple[str, ...]] = {
    "inspection": ("inspection_accepted", "inspection_done"),
    "arbitration": ("arbitration_accepted", "arbitration_award"),
    "payment_order": ("payment_order_accepted", "payment_order_issued"),
    "legal_aid": ("legal_aid_decided", "legal_aid_lawyer"),
    "lawsuit": ("lawsuit_accepted",),
    "mediation": ("mediation_end",),
    "negotiation": ("negotiation_end",),
}
"""The terms of each road, one after the other; roads whose offices have no legal time are not here (LAW-PLT-02)."""


def clocks(route: Route, filed_on: date) -> tuple[Clock, ...]:
    """The days to watch after `filed_on`; empty for roads whose offices have no legal time (LAW-PLT-02).

    inspection 5 working days to accept, 60 more to investigate, 30 more when complicated (LAW-INS-03/05) · arbitration
    5 working days, then 45 days and 15 more (LAW-ARB-06/09, LAW-DIS-11) · payment_order 5 + 15 days (LAW-PAY-02) · lawsuit
    7 days (LAW-LIT-07) · mediation 15 days (LAW-MED-02) · legal_aid 7 + 3 days (LAW-AID-05) · negotiation 5 days
    (LAW-NEG-02). Later steps are counted as if the earlier one took all its time, so that nobody complains too early.
    """
    found: list[Clock] = []
    first, last = filed_on, filed_on
    for what in STEPS.get(route, ()):
        soonest, latest = term(what, first), term(what, last)
        found.append(_clock(what, soonest, latest))
        first, last = soonest.earliest, latest.latest
    return tuple(found)


def _clock(what: str, soonest: Term, latest: Term) -> Clock:
    on = soonest.earliest if soonest.earliest == latest.latest else None
    key = f"clock_{what}" if on else "term_open_between"
    return Clock(what, on, key, RULES[what].laws, soonest.earliest, latest.latest, latest.longer)
