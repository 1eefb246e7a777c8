"""The training sentences of data/nlu and the three families of intents."""
from __future__ import annotations

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
    "inform", "send_evidence", "restart_claim", "explain",
)
DANGER_NEEDS = {
    "danger_self": "steps",
    "danger_violence": "threatened_or_retaliation",
    "danger_confinement": "threatened_or_retaliation",
    "danger_injury": "work_injury",
    "danger_child": "minor_or_student_worker",
}
DANGERS = tuple(DANGER_NEEDS)
NONE = "none"

Example = tuple[str, str]


def read_corpus(folder: Path) -> list[Example]:
    """All (text, intent) of data/nlu/*.yml, in the order of the files. Raises ValueError for an unknown intent."""
    examples: list[Example] = []
    for path in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu", []):
            if block["intent"] not in {*NEEDS, *ACTS, *DANGERS}:
                raise ValueError(f"{path.name}: unknown intent {block['intent']}")
            lines = block["examples"].splitlines()
            examples += [(line[2:].strip(), block["intent"]) for line in lines if line.startswith("- ")]
    return examples


def need_label(intent: str) -> str | None:
    """The need that a sentence of this intent teaches; None for acts, which teach the need head nothing."""
    return intent if intent in NEEDS else DANGER_NEEDS.get(intent)


def act_label(intent: str) -> str:
    """What a sentence of this intent teaches the act head: an act, a danger, or `none` for the needs."""
    return NONE if intent in NEEDS else intent
