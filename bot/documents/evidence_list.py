"""证据清单: number, name, source, what it proves, pages, original or copy; the digest of each file (LAW-DOC-06)."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.paper import Pairs, Paper
from bot.documents.parties import contractor, debtor_name
from bot.documents.proof import Item, all_rows, file_rows


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates evidence_list.docx and evidence_list.typ print."""
    table, items = case.words["evidence"], all_rows(case, evidence)
    return {
        "worker": case.text("worker_name", "name"),
        "debtor": debtor_name(case),
        "contractor": [contractor(case)] if contractor(case) else [],
        "cause": table["cause"],
        "items": items or [_empty_row(case)],
        "files": file_rows(case, evidence),
        "total": str(table["total"]).format(count=len(items)) if items else case.blank("text"),
    }


def _empty_row(case: Case) -> dict[str, str]:
    table = case.words["evidence"]
    return {
        "n": str(table["number"]).format(n=1),
        "name": case.blank("short"),
        "source": case.blank("short"),
        "proves": case.blank("short"),
        "pages": table["pages"],
        "original": table["originals"]["paper"],
    }


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    return [(item["n"], item["name"]) for item in data["items"]]


PAPER = Paper(
    name="evidence_list",
    part="evidence",
    context=context,
    pairs=_preview,
    wanted=("debtor_name", "evidence_held", "worker_name"),
)
