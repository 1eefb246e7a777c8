"""The training sentences of data/nlu and the three families of intents."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

NEEDS = (
    "steps", "steps_arbitration", "steps_lawsuit", "steps_payment_order", "steps_enforcement", "steps_legal_aid",
    "evidence_general", "evidence_employment_relation", "evidence_electronic", "iou_how_to_write", "iou_validity_or_trap",
    "iou_sue_directly", "limitation_period", "who_is_liable", "project_money_vs_wages", "no_contract_double_pay",
    "overtime_pay", "dismissal_compensation", "resignation_pay", "deposit_or_fine_withheld", "minimum_wage_or_probation_pay",
    "work_injury", "social_insurance", "boss_ran_away_criminal", "group_case", "calculation_amount", "jurisdiction_where",
    "cost_of_claiming", "threatened_or_retaliation", "minor_or_student_worker", "civil_service_relationship",
    "contract_questions_other", "out_of_scope",
)
ACTS = (
    "greet", "thanks", "goodbye", "affirm", "deny", "dont_know", "skip", "why_ask", "go_back", "correct", "cancel", "pause",
    "resume", "repeat", "help", "human", "status", "erase_my_data", "file_complaint", "make_iou", "collect_evidence",
    "upload_done", "who_are_you", "smalltalk", "assess", "start_claim", "papers", "change_filing", "withdraw_filing",
    "inform", "send_evidence", "restart_claim", "explain", "paid", "safe_now", "evidence_strength",
    "take_evidence", "keep_daybook", "daybook_sheet", "daybook_reminder_on", "daybook_reminder_off",
)
DANGERS = (
    "danger_self", "danger_violence", "danger_holding", "danger_confinement", "danger_injury", "danger_child",
)
NONE = "none"

Example = tuple[str, str]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Sentence:
    """A sentence as typed, its intent, the needs that it clearly asks beside it, and who wrote it."""

    text: str
    intent: str
    second: tuple[str, ...] = ()
    author: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """What it teaches the need head: the need first, further ones; `none` for an act; nothing for a danger."""
        return () if self.intent in DANGERS else (self.intent if self.intent in NEEDS else NONE, *self.second)


def read_sentences(folder: Path) -> list[Sentence]:
    """All sentences of data/nlu/*.yml, in the order of the files. Raises as `read_file`."""
    return [sentence for path in sorted(folder.glob("*.yml")) for sentence in read_file(path)]


def read_file(path: Path) -> list[Sentence]:
    """The sentences of one file. Raises ValueError for an unknown intent or second need."""
    sentences: list[Sentence] = []
    for block in yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER).get("nlu", []):
        told = block.get("metadata") or {}
        second = tuple(told.get("second") or ())
        if block["intent"] not in {*NEEDS, *ACTS, *DANGERS} or not set(second) <= set(NEEDS):
            raise ValueError(f"{path.name}: unknown intent {block['intent']} or second need of {second}")
        lines = (line[2:].strip() for line in block["examples"].splitlines() if line.startswith("- "))
        sentences += [Sentence(line, block["intent"], second, str(told.get("author", ""))) for line in lines]
    return sentences


def read_corpus(folder: Path) -> list[Example]:
    """All (text, intent) of data/nlu/*.yml, in the order of the files. Raises as `read_sentences`."""
    return [(one.text, one.intent) for one in read_sentences(folder)]


def act_label(intent: str) -> str:
    """What a sentence of this intent teaches the act head: an act, or `none` for needs and dangers."""
    return intent if intent in ACTS else NONE


def danger_label(intent: str) -> str:
    """What a sentence of this intent teaches the danger head: a danger, or `none`."""
    return intent if intent in DANGERS else NONE
