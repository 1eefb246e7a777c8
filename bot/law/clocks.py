"""What should happen by when after a paper was handed in or received. Working days come from the official table; else the day
is open."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from bot.law.bounds import day_of
from bot.law.errors import ImpossibleInput
from bot.law.terms import RULES, Term, term
from bot.law.values import ROUTES, Laws, Route

Event = Literal["agreement", "award", "payment_order"]


@dataclass(frozen=True)
class Clock:
    """A day by which somebody should have acted. `on` None with key `term_open_between` when no table covers the year:
    then `earliest` and `latest` hold what it may be. `longer`: the last day when the office lengthens its time. `days_left`:
    calendar days from `today` to `on` (to `earliest` when it is open), negative when passed; None when no day was given."""

    what: str
    on: date | None
    key: str
    laws: Laws
    earliest: date
    latest: date
    longer: date | None = None
    days_left: int | None = None

    @property
    def values(self) -> Mapping[str, Any]:
        """Placeholders `on`, `earliest`, `latest` (dates) and `days` (int, never negative; 0 when no day was given)."""
        return {"on": self.on, "earliest": self.earliest, "latest": self.latest, "days": max(0, self.days_left or 0)}


STEPS: dict[Route, tuple[str, ...]] = {
    "inspection": ("inspection_accepted", "inspection_done"),
    "arbitration": ("arbitration_accepted", "arbitration_award"),
    "payment_order": ("payment_order_accepted", "payment_order_issued", "payment_order_answered"),
    "legal_aid": ("legal_aid_decided", "legal_aid_lawyer"),
    "lawsuit": ("lawsuit_accepted",),
    "mediation": ("mediation_end",),
    "negotiation": ("negotiation_end",),
}
"""The terms of each road, one after the other; roads whose offices have no legal time are not here (LAW-PLT-02)."""
AFTER: dict[Event, tuple[str, ...]] = {
    "agreement": ("confirmation", "agreement_review"),
    "award": ("sue", "annulment"),
    "payment_order": ("payment_order_answered",),
}
"""The terms that all run from one event: an agreement in force, an award received, a payment order received by the debtor."""


LAST_DAY = ("confirmation", "agreement_review", "sue", "annulment")
"""Terms of which the days left are said."""


def clocks(route: Route, filed_on: date, today: date | None = None) -> tuple[Clock, ...]:
    """The days to watch after `filed_on`; empty for roads whose offices have no legal time (LAW-PLT-02).

    inspection 5 working days to accept, 60 more to investigate, 30 more when complicated (LAW-INS-03/05) · arbitration
    5 working days, then 45 days and 15 more (LAW-ARB-06/09, LAW-DIS-11) · payment_order 5 + 15 days, then the debtor's 15
    (LAW-PAY-02) · lawsuit 7 days (LAW-LIT-07) · mediation 15 days (LAW-MED-02) · legal_aid 7 + 3 days (LAW-AID-05) ·
    negotiation 5 days (LAW-NEG-02). Later steps are counted as if the earlier one took all its time, so that nobody complains
    too early. With `today` each clock holds the days left. ImpossibleInput: no such road, a day that cannot be, or `today`
    before `filed_on`.
    """
    if not isinstance(route, str) or route not in ROUTES:
        raise ImpossibleInput("route", "no_such")
    _checked(filed_on, today)
    found: list[Clock] = []
    first, last = filed_on, filed_on
    for what in STEPS.get(route, ()):
        soonest, latest = term(what, first), term(what, last)
        found.append(_clock(what, soonest, latest, today))
        first, last = soonest.earliest, latest.latest
    return tuple(found)


def clocks_after(event: Event, on_: date, today: date) -> tuple[Clock, ...]:
    """The terms that run from an event of the day `on_`, with the days left; one that has passed has the key `clock_over`.

    agreement (the day it came into force): both sides may ask the court to confirm it for 30 days (LAW-MED-06), or the
    arbitration commission to review it for 15 (LAW-MED-07) · award (the day a side received it): 15 days to sue, 30 for the
    unit to ask for annulment (LAW-ARB-12) · payment_order (the day the debtor received it): 15 days to pay or object
    (LAW-PAY-02). On the last day the key ends in `_today`. ImpossibleInput as `clocks`.
    """
    if not isinstance(event, str) or event not in AFTER:
        raise ImpossibleInput("event", "no_such")
    _checked(on_, day_of(today, "today"))
    found = [_clock(what, ends, ends, today) for what in AFTER[event] for ends in (term(what, on_),)]
    return tuple(_on_day(one, today) for one in found)


def _on_day(one: Clock, today: date) -> Clock:
    """The clock with the key for a term that is over, or that ends today for him who reads."""
    if one.latest < today:
        return replace(one, key="clock_over")
    return replace(one, key=f"{one.key}_today") if one.days_left == 0 and one.what in LAST_DAY else one


def _checked(start: date, today: date | None) -> None:
    day_of(start, "start")
    if today is not None and day_of(today, "today") < start:
        raise ImpossibleInput("start", "in_future")


def _clock(what: str, soonest: Term, latest: Term, today: date | None) -> Clock:
    on = soonest.earliest if soonest.earliest == latest.latest else None
    key = f"clock_{what}" if on else "term_open_between"
    left = (soonest.earliest - today).days if today else None
    return Clock(what, on, key, RULES[what].laws, soonest.earliest, latest.latest, latest.longer, left)
