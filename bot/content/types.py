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


@dataclass(frozen=True)
class Law:
    """One fact of law. `articles` are full names with Chinese numerals; `area` is the file it stands in."""

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


@dataclass(frozen=True)
class Disagreement(Law):
    """A question on which sources differ; `rule` is the line that this project follows."""

    question: str = ""
    sides: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Statute:
    """A law or rule that facts cite: full name, short names, document number, since when."""

    name: str
    short: tuple[str, ...]
    document: str
    since: date | None


@dataclass(frozen=True)
class Paragraph:
    """Text for a worker and the facts that it rests on."""

    text: str
    laws: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The answer to one need. `door` is a Route or ""; `next` are words that a user could type."""

    need: str
    title: str
    short: str
    short_laws: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    today: str
    today_laws: tuple[str, ...]
    second: str
    second_laws: tuple[str, ...]
    next: tuple[str, ...]
    phones: tuple[str, ...]
    door: str = ""

    @property
    def laws(self) -> tuple[str, ...]:
        """Ids of all facts in the answer (without the `second` line), each once, in order."""
        groups = [self.short_laws, *(part.laws for part in self.paragraphs), self.today_laws]
        return tuple(dict.fromkeys(law for group in groups for law in group))

    @property
    def texts(self) -> tuple[str, ...]:
        """What a worker reads when this is the need that was asked: short, paragraphs, today."""
        return (self.short, *(part.text for part in self.paragraphs), self.today)


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
