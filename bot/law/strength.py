"""How strong the proof of a case is: per fact to prove, what would lift it most, and what the other side must bring."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.chinese.iou.paper import PaperSays
from bot.chinese.values import Fact
from bot.law.evidence import ELEMENTS, LAWS, PROVES, Element, Strength, how_strong, review
from bot.law.facts import CaseFacts
from bot.law.nature import nature
from bot.law.paper_harms import Harm, harms
from bot.law.periods import add_months
from bot.law.values import Laws

Document = Literal["payroll", "attendance", "contract", "roster"]
SAID: tuple[Element, ...] = ("who", "relation", "period", "rate", "sum")
"""The order in which they are said: who it was, that he worked, how long, for what, what is left."""
RANK: dict[Strength, int] = {"none": 0, "weak": 1, "strong": 2}
UNITS = ("company", "labour_agency")
KEPT_MONTHS = 36
"""A wage ledger is kept for three years (LAW-EVD-11)."""
BROUGHT: dict[Document, tuple[Element, ...]] = {
    "payroll": ("rate", "period", "sum"), "attendance": ("period",), "contract": ("relation", "rate"), "roster": ("relation",),
}
"""What a unit keeps, and has to bring when wages are in dispute (LAW-REG-09, LAW-EVD-05); `who` stays with the worker."""
PREFER: dict[Element, tuple[str, ...]] = {
    "who": ("rights_board", "iou", "social_insurance", "bank_record", "payslip"),
    "relation": ("social_insurance", "attendance", "work_card", "payslip", "witness", "chat", "bank_record", "transfer",
                 "site_photo", "iou", "settlement"),
    "period": ("attendance", "social_insurance", "witness", "chat", "bank_record", "payslip", "iou", "settlement"),
    "rate": ("payslip", "transfer", "bank_record", "chat", "settlement"),
    "sum": ("iou", "chat", "recording", "payslip", "settlement"),
}
"""Of two kinds that lift an element as far: the one that he gets most easily, and without the one who owes."""
SHOWS: dict[Element, tuple[str, ...]] = {"who": ("chat", "recording", "payslip"), "sum": ("chat", "recording", "payslip")}
"""Kinds in hand that prove it only by what stands on them: said before anything else is fetched."""
WAGE_PAPERS = frozenset({"iou", "payslip", "social_insurance"})
PAID_BY = frozenset({"bank_record", "transfer", "payslip"})


@dataclass(frozen=True)
class Part:
    """One fact to prove. `lift`: the kind that lifts it most (None: it is strong); `becomes`: what it is with that kind;
    `brings`: papers of the other side that prove it. `key`: its sentence in content/assessment, "" when strong. `harms`:
    papers in hand that hurt it, which are said before anything that lifts it."""

    element: Element
    strength: Strength
    lift: str | None
    becomes: Strength
    brings: tuple[Document, ...]
    key: str
    laws: Laws
    harms: tuple[Harm, ...] = ()


@dataclass(frozen=True)
class Standing:
    """All five facts in the order of saying, the weakest, and what the other side must bring: papers and keys of
    sentences (`late_key`: the papers may be gone already, else ""; `closing`: the last word)."""

    parts: tuple[Part, ...]
    weakest: Element | None
    documents: tuple[Document, ...]
    key: str
    late_key: str
    closing: str


def standing(facts: Mapping[str, Fact], today: date | None = None, papers: Sequence[PaperSays] = ()) -> Standing:
    """How the case stands. Who claims must prove, but a unit brings what it keeps (LAW-EVD-05, LAW-REG-09, LAW-ARA-39);
    a foreman or a household keeps nothing by law, and a court orders what lies in their hands (LAW-EVD-08).

    `papers`: what was read of those in hand; a fact that one of them hurts is never strong.
    """
    case = CaseFacts(facts)
    found, against = review(facts), harms(papers)
    strength = {element: _hurt(case, element, found.strength[element], papers, against) for element in SAID}
    documents = _documents(case)
    reachable = frozenset(piece.kind for piece in found.pieces if piece.state == "can_get" and _in_his_power(case, piece.kind))
    parts = tuple(_part(case, element, strength[element], reachable, documents, against) for element in SAID)
    late = "bring_late" if documents and today is not None and _is_late(case, today) else ""
    worst = _weakest(strength)
    return Standing(parts, worst, documents, _bring(case), late, "strength_some" if worst else "strength_all")


def _hurt(case: CaseFacts, element: Element, strength: Strength, papers: Sequence[PaperSays],
          against: Sequence[Harm]) -> Strength:
    """How strong the element is with the papers that hurt it: weak at most, and those that deny it prove it no more."""
    mine = [harm for harm in against if harm.element == element]
    if not mine:
        return strength
    good = {paper.kind for paper in papers if not paper.hurts}
    void = {harm.voids for harm in mine if harm.voids} - good
    left = how_strong(case, element, (case.evidence & PROVES.keys()) - void)
    return "weak" if left == "strong" else left


def _part(case: CaseFacts, element: Element, strength: Strength, reachable: frozenset[str],
          documents: tuple[Document, ...], against: Sequence[Harm]) -> Part:
    brings = tuple(document for document in documents if element in BROUGHT[document])
    if strength == "strong":
        return Part(element, strength, None, strength, brings, "", ("LAW-EVD-09",))
    lift, becomes = _lift(case, element, strength, reachable)
    mine = tuple(harm for harm in against if harm.element == element)
    shows = next((kind for kind in SHOWS.get(element, ()) if kind in case.evidence and lift != "settlement"), "")
    return Part(element, strength, lift, becomes, brings, f"show_{element}_{shows}" if shows else f"lift_{element}_{lift}",
                LAWS[lift], mine)


def _weakest(strength: Mapping[Element, Strength]) -> Element | None:
    """The first that is not proved at all, else the first that is weak."""
    return next((element for level in ("none", "weak") for element in ELEMENTS if strength[element] == level), None)


def _lift(case: CaseFacts, element: Element, strength: Strength, reachable: frozenset[str]) -> tuple[str, Strength]:
    """The kind that lifts the element most, and how far. Where nothing in his power does: a settlement that both sign."""
    held = case.evidence & PROVES.keys()
    best, becomes = "settlement", strength
    for kind in PREFER[element]:
        with_it = how_strong(case, element, held | {kind})
        if kind in reachable and RANK[with_it] > RANK[becomes]:
            best, becomes = kind, with_it
    return (best, becomes) if becomes != strength else (best, how_strong(case, element, held | {best}))


def _in_his_power(case: CaseFacts, kind: str) -> bool:
    """Whether advice to get it helps: nobody who was never paid has records of pay, who works on a site is rarely insured by
    his name, who has left signs no sheets, a private house has no notice board, in another's home no pictures are taken
    (LAW-EVD-23), and what is no pay for work gets no wage paper (LAW-IOU-07)."""
    never = {
        **dict.fromkeys(PAID_BY, _never_paid(case)),
        "social_insurance": case.construction is True,
        "attendance": case.flag("still_working") is False,
        **dict.fromkeys(("rights_board", "site_photo"), case.debtor_kind == "household"),
    }
    return not never.get(kind) and (kind not in WAGE_PAPERS or nature(case).labour)


def _never_paid(case: CaseFacts) -> bool:
    """Nothing was paid, and what is owed begins on the day on which he began."""
    paid, period, start = case.range("paid_amount"), case.period(), case.day("start_date")
    if paid is None or paid[1] != 0 or period is None or start is None:
        return False
    return period[0].first <= start.last


def _documents(case: CaseFacts) -> tuple[Document, ...]:
    """What a unit must bring; no contract when none was signed, none when the money is no pay for work."""
    if case.debtor_kind not in UNITS or not nature(case).labour:
        return ()
    return tuple(document for document in BROUGHT if document != "contract" or case.flag("has_contract") is not False)


def _bring(case: CaseFacts) -> str:
    """The sentence on what the other side must bring."""
    if not nature(case).labour:
        return "bring_no_wages"
    if case.debtor_kind == "household":
        return "bring_household"
    kind = {"foreman": "foreman", "unknown": "unknown"}.get(case.debtor_kind, "unit")
    return f"bring_{kind}_site" if case.construction and kind != "unknown" else f"bring_{kind}"


def _is_late(case: CaseFacts, today: date) -> bool:
    """Whether the pay in dispute lies so far back that the papers need not be kept any more (LAW-EVD-11)."""
    period, end = case.period(), case.day("end_date")
    last = period[1].last if period else end.last if end else None
    return last is not None and add_months(last, KEPT_MONTHS) < today
