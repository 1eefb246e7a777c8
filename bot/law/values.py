"""What the engine finds. Every object names a key of content/assessment, the law facts behind it and values for placeholders."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from bot.chinese.area import Area

NatureKind = Literal["wages", "project_money", "mixed", "unclear", "private_loan", "outside"]
LABOUR_KINDS = frozenset({"wages", "mixed", "unclear"})
"""Kinds for which the labour roads are open: with project money, a loan or what lies outside they are closed."""
RelationKind = Literal["employment", "labour_service", "unclear"]
LimitWhat = Literal["inspection", "arbitration", "civil", "enforcement", "sue"]
Route = Literal[
    "negotiation", "inspection", "mediation", "arbitration", "payment_order",
    "lawsuit", "legal_aid", "criminal_report", "enforcement", "letters_and_visits",
]
Laws = tuple[str, ...]
ROUTES: tuple[Route, ...] = (
    "inspection", "arbitration", "mediation", "lawsuit", "payment_order",
    "legal_aid", "negotiation", "enforcement", "letters_and_visits", "criminal_report",
)


@dataclass(frozen=True)
class Nature:
    """What money it is: wages, project money, both, not clear yet, a private loan, or what lies outside (rent, dowry …)."""

    kind: NatureKind
    key: str
    laws: Laws

    @property
    def labour(self) -> bool:
        """Whether the labour roads may be open at all."""
        return self.kind in LABOUR_KINDS

    @property
    def foreign(self) -> bool:
        """Whether it has nothing to do with work: a loan, or what lies outside."""
        return self.kind in ("private_loan", "outside")


@dataclass(frozen=True)
class Relation:
    """How the worker stands to the one who owes."""

    kind: RelationKind
    key: str
    laws: Laws


@dataclass(frozen=True)
class Payer:
    """Somebody who has to pay. `role` general_contractor/subcontracting_unit/project_owner/company/foreman/labour_agency/
    user_unit/household/investor/licence_lender/successor/administrator/affiliate/contract_partner/borrower/unknown;
    `name` None when not known."""

    role: str
    name: str | None
    key: str
    laws: Laws


@dataclass(frozen=True)
class Limit:
    """A limitation period. `on`: last day (None when not running or not known); `days_left` from today, negative when passed.

    `certain` is False when the day it is counted from is vague, second-hand or not told in so many words.
    `notes`: further keys to say beside `key`; `since`: the day it was counted from;
    `restarts`: the last day when a demand that can be proved began the period anew; `first_month`: the last day when each owed
    month counts by itself, from the first of them.
    """

    what: LimitWhat
    on: date | None
    days_left: int | None
    laws: Laws
    key: str
    certain: bool
    since: date | None = None
    notes: tuple[str, ...] = ()
    restarts: date | None = None
    first_month: date | None = None

    @property
    def restarts_left(self) -> int | None:
        """Days to `restarts`, never negative; None without it."""
        if self.restarts is None or self.on is None or self.days_left is None:
            return None
        return max(0, (self.restarts - self.on).days + self.days_left)

    @property
    def left(self) -> int | None:
        """Days to the last day, or to the one that a demand began anew when the first has passed; negative when passed."""
        passed = self.days_left is not None and self.days_left < 0
        return self.restarts_left if passed and self.restarts is not None else self.days_left

    @property
    def values(self) -> dict[str, Any]:
        """Placeholders `on` (date), `days` (int, never negative), `since`, `restarts`, `first_month` (dates), `left` (days
        to `restarts`)."""
        return {"on": self.on, "days": abs(self.days_left or 0), "since": self.since, "restarts": self.restarts,
                "left": self.restarts_left, "first_month": self.first_month}


@dataclass(frozen=True)
class Road:
    """A road to the money: open or not and why (`keys`), whether it comes first; `cost` and `duration` are names of entries in
    content/routes/<route>.yml."""

    route: Route
    open: bool
    recommended: bool
    keys: tuple[str, ...]
    laws: Laws
    cost: str
    duration: str


FURTHER = 3
"""So many open roads beside the first are said."""


def further(roads: tuple[Road, ...]) -> tuple[Road, ...]:
    """The open roads after the first that are said."""
    return tuple(road for road in roads[1:] if road.open)[:FURTHER]


@dataclass(frozen=True)
class Office:
    """A desk: `kind` is a name in content/authorities/desks.yml."""

    kind: str
    laws: Laws
    key: str


@dataclass(frozen=True)
class Help:
    """The first answer: the door, the number, one thing for today; `near`: the period that ends within 60 days, if any."""

    route: Route
    phone: str
    door: str
    today_thing: str
    laws: Laws
    values: Mapping[str, Any] = field(default_factory=dict)
    near: Limit | None = None


@dataclass(frozen=True)
class Assessment:
    """Everything the engine finds in the facts of one case."""

    nature: Nature
    relation: Relation
    payers: tuple[Payer, ...]
    limits: tuple[Limit, ...]
    roads: tuple[Road, ...]
    offices: tuple[Office, ...]
    missing: tuple[str, ...]
    area: Area | None = None
    refusing: tuple[str, ...] = ()
    closed: tuple[Road, ...] = ()

    @property
    def places(self) -> dict[str, str]:
        """Placeholder `place`: what the office at the work is called after; empty when no place of the tables is told."""
        return {"place": self.area.office} if self.area and self.area.office else {}

    @property
    def question(self) -> str | None:
        """The one slot that, if told, would decide most; None when nothing is missing."""
        return self.missing[0] if self.missing else None

    @property
    def recommended(self) -> Road:
        """The road that comes first."""
        return self.roads[0]

    @property
    def further(self) -> tuple[Road, ...]:
        """The other open roads that are said: at most three."""
        return further(self.roads)

    @property
    def inspection_open(self) -> bool:
        """Whether the labour inspection takes this claim: not project money, not between private persons, not what is
        already in another procedure (LAW-JUR-07, LAW-INS-10). A complaint is filed only then."""
        return any(road.route == "inspection" and road.open for road in self.roads)

    def keys(self) -> set[str]:
        """Every key of content/assessment that this assessment uses."""
        found = {self.nature.key, self.relation.key}
        found.update(payer.key for payer in self.payers)
        found.update(office.key for office in self.offices)
        for limit in self.limits:
            found.update((limit.key, *limit.notes))
        for road in self.roads:
            found.update(road.keys)
        return found

    def laws(self) -> set[str]:
        """Every law fact that this assessment rests on."""
        parts: tuple[Any, ...] = (self.nature, self.relation, *self.payers, *self.limits, *self.roads, *self.offices)
        return {law for part in parts for law in part.laws}
