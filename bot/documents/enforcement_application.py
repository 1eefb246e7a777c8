"""强制执行申请书 (LAW-DOC-09): of an award, a judgment, a mediation statement or a payment order that was not obeyed. Sums and
days are those of the ruling, never those that he told of his wages."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.chinese.dates import format_date
from bot.documents.case import Case, rows
from bot.documents.others import in_arbitration, in_court, who
from bot.documents.paper import Paper
from bot.documents.pleading import ON_RULING, ON_WORKER, asked, begun, preview_of
from bot.documents.proof import Item
from bot.documents.sums import exact, money, sum_text
from bot.documents.times import day_of, day_text
from bot.law.money.interest import late

PART = "enforcement_application"
KINDS = ("award", "judgment", "mediation_statement", "payment_order")


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What its two templates print."""
    table, kind = case.words[PART], case.value("ruling_kind")
    roles = in_arbitration(case) if kind == "award" else in_court(case)
    return {
        **begun(case, evidence, PART, roles),
        "ruling": _ruling(case, table),
        "requests": [
            asked(table, "pay", who=str(table["them"]) if len(roles) > 1 else who(case, table, roles),
                  sum=sum_text(case, "ruling_amount")),
            "".join([asked(table, "late"), asked(table, "formula"), *_late(case, table)]),
            asked(table, "trace"),
        ],
        "facts": _facts(case, table),
        "items": [],
        "clues": _clues(case, table),
        "office": _office(case, table),
        "attached": str(table["attached"]),
    }


def _kind(case: Case, table: dict[str, Any]) -> str:
    kind = case.value("ruling_kind")
    return str(table["kinds"][kind]) if kind in KINDS else case.blank("short")


def _ruling(case: Case, table: dict[str, Any]) -> list[dict[str, str]]:
    label = table["rows"]
    return rows(
        (label["kind"], _kind(case, table)), (label["number"], case.text("ruling_number")),
        (label["office"], case.text("ruling_office", "company")), (label["received"], day_text(case, "ruling_date")),
        (label["since"], case.blank("date", str(table["since_note"]))), (label["pay_by"], day_text(case, "ruling_pay_by")),
        (label["amount"], sum_text(case, "ruling_amount")), (label["paid"], case.blank("text", str(table["paid_note"]))),
    )


def _late(case: Case, table: dict[str, Any]) -> list[str]:
    """From which day it runs, and what it comes to by today when nothing was paid (LAW-ENF-04)."""
    due, principal = day_of(case.value("ruling_pay_by")), exact(case, "ruling_amount")
    if due is None:
        return [asked(table, "start_open")]
    said = [asked(table, "start", date=format_date(due))]
    if principal and (case.today - due).days >= 1:
        sum_ = late(principal, due, case.today)
        if sum_.high:
            said.append(asked(table, "so_far", date=format_date(case.today), sum=money(case, sum_.high)))
    return said


def _facts(case: Case, table: dict[str, Any]) -> list[str]:
    words, due = table["facts"], day_of(case.value("ruling_pay_by"))
    overdue = due is not None and due < case.today
    unpaid = str(words["overdue" if overdue else "unpaid"]).format(date=format_date(case.today))
    return [str(words["ruled"]).format(office=case.text("ruling_office", "company"), kind=_kind(case, table)),
            unpaid + str(words["asks"])]


def _clues(case: Case, table: dict[str, Any]) -> list[dict[str, str]]:
    label, note = table["rows"], str(table["clue_note"])
    return rows(*((label[name], case.blank("place", note)) for name in ("account", "goods", "claims")),
                (label["bank"], case.blank("id")))


def _office(case: Case, table: dict[str, Any]) -> str:
    """The court of first instance for a judgment, else where the other side lives or owns something (LAW-ENF-02). The court
    of a payment order is the one where he lives (LAW-PAY-06)."""
    kind, office, note = case.value("ruling_kind"), case.value("ruling_office"), table["office_note"]
    court = case.clear(office) if isinstance(office, str) and str(table["office"])[-2:] in office else ""
    if court and kind == "payment_order":
        return court
    if court and kind in ("judgment", "mediation_statement"):
        return court + case.mark(str(note["first"]))
    return case.ruled("place") + str(table["office"]) + case.mark(str(note["judgment" if kind == "judgment" else "other"]))


PAPER = Paper(
    name="enforcement_application", part=PART, context=context, pairs=preview_of("ruling", "clues"),
    wanted=("debtor_kind", "debtor_name", *ON_RULING, *ON_WORKER[1:]),
)
