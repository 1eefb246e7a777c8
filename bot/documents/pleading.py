"""What the papers for mediation, arbitration and court share: the parties, the facts, the proof, the boxes, the preview."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.documents.case import Case, rows
from bot.documents.others import parties
from bot.documents.paper import Pairs, pairs_of
from bot.documents.people import worker_rows
from bot.documents.proof import Item, all_rows, no_row
from bot.documents.story import paragraphs
from bot.documents.telling import fact_pairs, party_pairs, proof_pairs, request_pairs

ON_WORK = ("debtor_kind", "debtor_name", "general_contractor", "work_place", "industry", "start_date", "end_date", "pay_rate")
"""The facts on the work, in the order to ask them."""
ON_MONEY = ("owed_amount", "paid_amount")
ON_WORKER = ("evidence_held", "worker_name", "worker_phone", "worker_id_number")
ON_RULING = ("ruling_kind", "ruling_number", "ruling_office", "ruling_date", "ruling_amount", "ruling_pay_by")


def begun(case: Case, evidence: Sequence[Item], part: str, roles: Sequence[str]) -> dict[str, Any]:
    """The data that these papers have alike: applicant, respondents, facts, items, witness, attached."""
    table, shared = case.words[part], case.words["court"]
    return {
        "applicant": worker_rows(case, table["applicant"]),
        "respondents": parties(case, table, roles),
        "facts": paragraphs(case, evidence, str(table["me"])),
        "items": all_rows(case, evidence) or [no_row(case)],
        "witness": rows((str(shared["proof"]["witness"]), case.blank("place", str(shared["proof"]["none"])))),
        "attached": str(shared["copies"]).format(paper=table["paper"], count=len(roles)),
    }


def asked(table: Mapping[str, Any], request: str, /, **values: str) -> str:
    """A request by its name."""
    return str(table["requests"][request]["text"]).format(**values)


def tick(case: Case) -> str:
    """Yes and no as boxes: what he did not tell is never said for him."""
    return str(case.words["court"]["tick"]) + case.mark(case.note("tick"))


def place_line(case: Case, table: Mapping[str, Any]) -> str:
    """The line under the office that names the place of the work."""
    return str(table["office_place"]).format(place=case.text("work_place", "place"))


def preview_of(*parts: str) -> Callable[[Case, Mapping[str, Any]], Pairs]:
    """What the chat tells of such a paper; `parts`: further tables of rows."""

    def pairs(case: Case, data: Mapping[str, Any]) -> Pairs:
        told = pairs_of(data["applicant"]) + party_pairs(data["respondents"])
        for part in parts:
            told += pairs_of(data[part])
        told += request_pairs(case, data["requests"]) + fact_pairs(case, data["facts"]) + proof_pairs(case, data["items"])
        return [*told, (str(case.words["preview"]["office"]), data["office"])]

    return pairs
