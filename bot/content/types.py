"""What content/ holds, as frozen data."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Status = Literal["verified", "second_hand", "memory"]

NEEDS = (
    "steps", "steps_arbitration", "steps_lawsuit", "steps_payment_order", "steps_enforcement", "steps_legal_aid",
    "evidence_general", "evidence_employment_relation", "evidence_electronic", "iou_how_to_write",
    "iou_validity_or_trap", "iou_sue_directly", "limitation_period", "who_is_liable", "project_money_vs_wages",
    "no_contract_double_pay", "overtime_pay", "dismissal_compensation", "resignation_pay",
    "deposit_or_fine_withheld", "minimum_wage_or_probation_pay", "work_injury", "social_insurance",
    "boss_ran_away_criminal", "group_case", "calculation_amount", "jurisdiction_where", "cost_of_claiming",
    "threatened_or_retaliation", "minor_or_student_worker", "civil_service_relationship",
    "contract_questions_other", "out_of_scope",
)

ROUTES = (
    "negotiation", "inspection", "mediation", "arbitration", "payment_order", "lawsuit", "legal_aid",
    "criminal_report", "enforcement", "letters_and_visits",
)

PARTS = ("steps", "papers", "limits", "cost", "call")
"""The parts of an answer's second message, in the order in which they are said."""

CASE_FACTS: Mapping[str, tuple[str | bool, ...]] = {
    "debtor_kind": ("company", "foreman", "labour_agency", "household"),
    "industry": ("building", "road", "water", "railway", "energy", "factory", "catering", "property", "domestic", "logistics",
                 "delivery", "agriculture", "other"),
    "has_iou": (True, False),
    "has_contract": (True, False),
    "still_working": (True, False),
    "ago": ("under_1", "from_1_to_2", "from_2_to_3", "over_3"),
    "people": ("one", "group"),
}
"""What a `when` may ask for, and its values. `ago`: years since the last pay day."""


@dataclass(frozen=True)
class Law:
    """One fact of law. `articles` are full names with Chinese numerals; `area` is the file it stands in; `say` is the
    rule as it is read out, in short sentences, when the rule itself is long."""

    id: str
    rule: str
    law: str
    document: str
    article: str
    articles: tuple[str, ...]
    since: date | None
    checked: date
    review_by: date
    status: Status
    disputed: bool
    disagreements: tuple[str, ...]
    area: str
    source: str = ""
    unchecked: str = ""
    note: str = ""
    internal: bool = False
    replaced_by: tuple[str, ...] | None = None
    say: str = ""

    @property
    def dead(self) -> bool:
        """Whether the rule has ended: it keeps its id, and nothing cites or finds it (`replaced_by`: what took its place)."""
        return self.replaced_by is not None


@dataclass(frozen=True)
class Disagreement(Law):
    """A question on which sources differ; `rule` is the line that this project follows."""

    question: str = ""
    sides: str = ""
    kind: str = ""


class ToldId(str):
    """The id of a fact whose dispute the sentence itself tells (`caution: said` beside `laws`): no line of caution for that."""


@dataclass(frozen=True)
class Statute:
    """A law or rule that facts cite: full name, short names, document number, since when; `until` only when it has ended."""

    name: str
    short: tuple[str, ...]
    document: str
    since: date | None
    until: date | None = None


@dataclass(frozen=True)
class Line:
    """A sentence or two for a worker, the facts it rests on, and the case facts for which it is said (none: always)."""

    say: str
    laws: tuple[str, ...] = ()
    when: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Variant:
    """The first message for some cases; `when` is empty for the one that is said when no other fits."""

    lines: tuple[Line, ...]
    when: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """The answer to one need. `door` is a Route or ""; `next` are two words that a user could type."""

    need: str
    title: str
    first: tuple[Variant, ...]
    steps: tuple[Line, ...]
    papers: tuple[Line, ...]
    limits: tuple[Line, ...]
    cost: tuple[Line, ...]
    call: tuple[Line, ...]
    today: Line
    second: Line
    next: tuple[str, ...]
    phones: tuple[str, ...]
    door: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Everything that may be said when this is the need that was asked, of all variants."""
        firsts = (line for variant in self.first for line in variant.lines)
        return (*firsts, *(line for part in PARTS for line in getattr(self, part)), self.today)

    @property
    def laws(self) -> tuple[str, ...]:
        """Ids of all facts in the answer (without the `second` line), each once, in order."""
        return tuple(dict.fromkeys(law for line in self.lines for law in line.laws))


@dataclass(frozen=True)
class Content:
    """Everything under content/. `folders` holds every other folder's YAML files by stem, as plain data."""

    laws: Mapping[str, Law]
    answers: Mapping[str, Answer]
    statutes: Mapping[str, Statute]
    folders: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def folder(self, name: str) -> Mapping[str, Any]:
        """The YAML files of one folder by stem; empty when there is none."""
        return self.folders.get(name, {})

    @property
    def routes(self) -> Mapping[str, Any]:
        """content/routes by stem."""
        return self.folder("routes")

    @property
    def evidence(self) -> Mapping[str, Any]:
        """content/evidence by stem."""
        return self.folder("evidence")

    @property
    def authorities(self) -> Mapping[str, Any]:
        """content/authorities by stem."""
        return self.folder("authorities")

    @property
    def assessment(self) -> Mapping[str, Any]:
        """content/assessment by stem."""
        return self.folder("assessment")

    @property
    def words(self) -> Mapping[str, Any]:
        """content/words by stem."""
        return self.folder("words")


@dataclass(frozen=True)
class Problem:
    """Something to mend in content/. `line` counts from 1; a warning does not fail the build."""

    file: str
    line: int
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.message}"
