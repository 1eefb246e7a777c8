"""先予执行申请书 (LAW-DOC-10): a part before the award or the judgment, in arbitration (LAW-ARB-14) or in court (LAW-LIT-12)."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.documents.case import Case, rows
from bot.documents.others import in_arbitration, in_court, who
from bot.documents.paper import Paper
from bot.documents.parties import debtor_form
from bot.documents.pleading import ON_MONEY, ON_RULING, ON_WORK, ON_WORKER, asked, begun, preview_of
from bot.documents.proof import Item, kind_name
from bot.documents.sums import sum_text
from bot.law.facts import CaseFacts

PART = "advance_enforcement"


def in_the_court(case: Case) -> bool:
    """Whether the case runs in court, or would run there: the debtor is a person and no arbitration is told of."""
    running = CaseFacts(case.facts).proceeding
    return running == "lawsuit" or (running != "arbitration" and debtor_form(case) == "person")


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What its two templates print."""
    table, court = case.words[PART], in_the_court(case)
    roles = in_court(case) if court else in_arbitration(case)
    return {
        **begun(case, evidence, PART, roles),
        "matter": _matter(case, table),
        "requests": [asked(table, "pay", who=who(case, table, roles), sum=sum_text(case, "owed_amount"))],
        "reasons": _reasons(case, table, evidence, court=court),
        "office": _office(case, table),
    }


def _office(case: Case, table: dict[str, Any]) -> str:
    known = case.fact("ruling_office")
    return case.text("ruling_office") if known else case.blank("company", str(table["office_note"]))


def _matter(case: Case, table: dict[str, Any]) -> list[dict[str, str]]:
    label = table["rows"]
    return rows((label["office"], _office(case, table)), (label["number"], case.text("ruling_number")),
                (label["cause"], str(table["cause"])))


def _reasons(case: Case, table: dict[str, Any], evidence: Sequence[Item], *, court: bool) -> list[dict[str, str]]:
    """Why: what proves the sum, the hardship, the guarantee; in court also that the other side can pay."""
    label = table["rows"]
    have = {item.kind for item in evidence} | CaseFacts(case.facts).evidence
    papers = [kind_name(case, kind) for kind in ("iou", "settlement", "payslip") if kind in have]
    guarantee = case.blank("text", str(table["guarantee_note"])) if court else str(table["no_guarantee"]["text"])
    means = [(label["means"], case.blank("place", str(table["means_note"])))] if court else []
    return rows(
        (label["clear"], "、".join(papers) or case.blank("place")),
        (label["hardship"], case.blank("place", str(table["hardship_note"]))), *means, (label["guarantee"], guarantee))


PAPER = Paper(
    name="advance_enforcement", part=PART, context=context, pairs=preview_of("matter", "reasons"),
    wanted=(*ON_WORK, *ON_MONEY, "other_proceeding", *ON_RULING[1:3], *ON_WORKER),
)
