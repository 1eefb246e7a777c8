"""The facts of a case, read tolerantly: any fact may be absent, unknown, skipped, vague, second-hand or malformed."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from bot.chinese import decided
from bot.chinese.abroad import works_abroad
from bot.chinese.values import Fact
from bot.law.refused import refused

USABLE = ("known", "vague", "second_hand")
CONSTRUCTION = frozenset({"building", "road", "water", "railway", "energy"})
BELIEVED = Decimal(10) ** 10
"""No number above this is believed."""
YEARS = (1950, 2100)
"""Days outside these years are slips of the pen."""
STEPS = {"arbitration": "arbitration", "court": "lawsuit"}
"""The step of `already_tried` -> the procedure that it begins."""
OTHER_TRADES = frozenset({"factory", "catering", "property", "domestic", "logistics", "delivery", "agriculture"})


@dataclass(frozen=True)
class Day:
    """The earliest and the latest day that a fact may mean. `certain`: one day, told by the one who knows."""

    first: date
    last: date
    certain: bool


@dataclass(frozen=True)
class CaseFacts:
    """A view on `facts` (slot -> Fact). Nothing here raises on strange values: they read as not told."""

    facts: Mapping[str, Fact]

    def usable(self, slot: str) -> Fact | None:
        """The fact when it says something (known, vague or second-hand with a value or a range)."""
        fact = self.facts.get(slot)
        if fact is None or fact.state not in USABLE:
            return None
        return None if fact.value is None and fact.low is None and fact.high is None else fact

    def text(self, slot: str) -> str | None:
        """A text or code, stripped; None when not told."""
        fact = self.usable(slot)
        value = fact.value if fact else None
        return value.strip() or None if isinstance(value, str) else None

    def code(self, slot: str) -> str | None:
        """A code; "unknown" reads as not told."""
        value = self.text(slot)
        return None if value == "unknown" else value

    def flag(self, slot: str) -> bool | None:
        """Yes, no, or not told."""
        fact = self.usable(slot)
        return fact.value if fact and isinstance(fact.value, bool) else None

    def many(self, slot: str) -> tuple[str, ...]:
        """A list of codes; empty when not told."""
        fact = self.usable(slot)
        value = fact.value if fact else None
        if isinstance(value, str):
            return (value,)
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, (list, tuple)) else ()

    def count(self, slot: str) -> int | None:
        """A number of people; the low end of a range."""
        fact = self.usable(slot)
        number = as_number(fact.low if fact and fact.value is None else fact.value) if fact else None
        return int(number) if number is not None else None

    def range(self, slot: str) -> tuple[Decimal, Decimal] | None:
        """A number as (low, high); equal when exact. None when not told, or when the low end lies above the high one."""
        fact = self.usable(slot)
        return ends(fact.low, fact.high, fact.value) if fact else None

    def fen(self, slot: str) -> tuple[int, int] | None:
        """A sum told in yuan as (low, high) in whole fen, rounded half up."""
        found = self.range(slot)
        return (_fen(found[0]), _fen(found[1])) if found else None

    def day(self, slot: str) -> Day | None:
        """A day; for a vague one its earliest and latest day. None when the earliest lies after the latest."""
        fact = self.usable(slot)
        if fact is None:
            return None
        days = [found for found in (_iso(fact.low), _iso(fact.value), _iso(fact.high)) if found]
        if not days or days != sorted(days):
            return None
        return Day(min(days), max(days), fact.state == "known" and min(days) == max(days))

    def period(self, slot: str = "owed_period") -> tuple[Day, Day] | None:
        """A period as (begin, finish). A vague one: `low`/`high` hold the widest bounds or two such lists. None when it ends
        before it begins."""
        fact = self.usable(slot)
        if fact is None:
            return None
        begins = [found for part in (fact.value, fact.low, fact.high) if (found := _iso(_at(part, 0)))]
        ends = [found for part in (fact.value, fact.low, fact.high) if (found := _iso(_at(part, -1)))]
        if not begins or not ends or max(ends) < min(begins):
            return None
        known = fact.state == "known"
        return (
            Day(min(begins), max(begins), known and len(set(begins)) == 1),
            Day(min(ends), max(ends), known and len(set(ends)) == 1),
        )

    def words(self, *slots: str) -> str:
        """The words in which these facts were said, one after the other (value too when it is text)."""
        parts: list[str] = []
        for slot in slots:
            fact = self.facts.get(slot)
            if fact is not None:
                parts.append(fact.words or "")
                if isinstance(fact.value, str) and fact.value not in parts[-1]:
                    parts.append(fact.value)
        return " ".join(part for part in parts if part)

    @property
    def construction(self) -> bool | None:
        """Whether it is a building site (LAW-JUR-05/06). The trade decides; a contractor or project named points to a site."""
        industry = self.code("industry")
        if industry in CONSTRUCTION:
            return True
        if industry in OTHER_TRADES:
            return False
        return True if self.text("general_contractor") or self.text("project_name") else None

    @property
    def debtor_kind(self) -> str:
        """company, foreman, labour_agency, household or unknown."""
        kind = self.code("debtor_kind")
        return kind if kind in ("company", "foreman", "labour_agency", "household") else "unknown"

    @property
    def abroad(self) -> bool:
        """Whether the work was done in another country, by his own words or by the place that he told."""
        return works_abroad(self.words("claim_words")) or works_abroad(f"在{self.text('work_place') or ''}干活")

    @property
    def evidence(self) -> frozenset[str]:
        """Kinds of evidence in hand, with has_iou and has_contract."""
        held = set(self.many("evidence_held"))
        if self.flag("has_iou"):
            held.add("iou")
        if self.flag("has_contract"):
            held.add("contract")
        if self.flag("has_iou") is False:
            held.discard("iou")
        return frozenset(held)

    @property
    def proceeding(self) -> str:
        """The procedure that already runs: none, arbitration, lawsuit, payment_order or mediation. One that was not taken
        (没有立案, 不予受理) or that has ended (裁决书拿到了) does not run."""
        value = self.code("other_proceeding")
        if value not in ("arbitration", "lawsuit", "payment_order", "mediation") or self.decided or self.order_failed:
            return "none"
        return "none" if refused(self.words("other_proceeding"), value) else value

    @property
    def decided(self) -> str | None:
        """arbitration or lawsuit when it has ended with an award or a judgment (LAW-ARB-12, LAW-ENF-01): told in the words
        of `other_proceeding`, or by the optional fact `award_date` (the day on which he got the award)."""
        value = self.code("other_proceeding")
        if value in ("arbitration", "lawsuit"):
            over = decided.outcome(self.words("other_proceeding"))
            if over == value:
                return over
            return "arbitration" if value == "arbitration" and self.awarded else None
        return "arbitration" if value is None and self.awarded else None

    @property
    def awarded(self) -> bool:
        """Whether the fact `award_date` tells of an award: its day, or `bounds.AWARD_UNDATED` for a day that cannot be."""
        fact = self.facts.get("award_date")
        return bool(self.day("award_date")) or (fact is not None and fact.state == "unknown" and fact.value is True)

    @property
    def order_failed(self) -> bool:
        """Whether a payment order ended without effect, the other side having objected (LAW-PAY-03), and nothing else runs."""
        if self.code("other_proceeding") not in (None, "none", "payment_order"):
            return False
        return decided.order_failed(self.words("other_proceeding", "already_tried", "claim_words"))

    @property
    def on_agreement(self) -> bool:
        """Whether that order rested on a mediation agreement (LAW-MED-05)."""
        return decided.on_agreement(self.words("other_proceeding", "already_tried", "claim_words"))

    @property
    def lost(self) -> bool:
        """Whether he does not accept the award or the judgment."""
        return bool(self.decided) and decided.lost(self.words("other_proceeding"))

    @property
    def applied(self) -> frozenset[str]:
        """arbitration or court, when one was applied for and is not known to have been turned away (LAW-INS-10)."""
        if self.decided:
            return frozenset({"court" if self.decided == "lawsuit" else "arbitration"})
        told = self.code("other_proceeding")
        if (told is not None and self.proceeding == "none") or self.order_failed:
            return frozenset()
        said = self.words("already_tried")
        return frozenset(step for step in self.tried & {"arbitration", "court"} if not refused(said, STEPS[step], named=True))

    @property
    def tried(self) -> frozenset[str]:
        """What was already tried."""
        return frozenset(self.many("already_tried"))


def as_number(value: Any) -> Decimal | None:
    """A JSON number as Decimal, exactly as it is written; None for anything else, negative, infinite or beyond belief."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    exact = Decimal(str(value))
    return exact if exact.is_finite() and 0 <= exact <= BELIEVED else None


def ends(low: Any, high: Any, value: Any) -> tuple[Decimal, Decimal] | None:
    """(low, high) of a fact's parts; `value` stands in for a missing end."""
    exact, least, most = as_number(value), as_number(low), as_number(high)
    told = [part for part in (least, exact, most) if part is not None]
    if not told:
        return None
    found = (told[0] if least is None else least), (told[-1] if most is None else most)
    return found if found[0] <= found[1] else None


def _fen(yuan: Decimal) -> int:
    return int((yuan * 100).to_integral_value(ROUND_HALF_UP))


def _iso(value: Any) -> date | None:
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, date):
        return None
    return value if YEARS[0] <= value.year <= YEARS[1] else None


def _at(value: Any, index: int) -> Any:
    if isinstance(value, (list, tuple)):
        return value[index] if len(value) == 2 else None
    return value
