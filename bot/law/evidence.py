"""Which proof there is, which can be had, and what is weakest."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.chinese.values import Fact
from bot.law.facts import CaseFacts
from bot.law.values import Laws

Element = Literal["who", "relation", "period", "rate", "sum"]
Strength = Literal["strong", "weak", "none"]
Having = Literal["have", "can_get", "missing"]
ELEMENTS: tuple[Element, ...] = ("who", "sum", "relation", "period", "rate")
"""What has to be proved; the first is asked for first when two are equally weak."""

PROVES: dict[str, dict[Element, int]] = {
    "iou": {"who": 2, "sum": 2, "period": 1, "relation": 1},
    "settlement": {"who": 2, "sum": 2, "period": 2, "rate": 2, "relation": 1},
    "payslip": {"who": 1, "relation": 2, "rate": 2, "period": 1, "sum": 1},
    "bank_record": {"who": 2, "relation": 1, "rate": 1, "period": 1},
    "attendance": {"relation": 1, "period": 2},
    "work_card": {"who": 1, "relation": 1},
    "contract": {"who": 2, "relation": 2, "rate": 2, "period": 1},
    "chat": {"who": 1, "sum": 1, "relation": 1, "period": 1, "rate": 1},
    "recording": {"who": 1, "sum": 1},
    "witness": {"relation": 1, "period": 1},
    "rights_board": {"who": 2},
    "site_photo": {"relation": 1},
    "social_insurance": {"who": 2, "relation": 2, "period": 2},
    "transfer": {"who": 1, "rate": 1, "relation": 1},
    "loan_note": {"who": 1, "sum": 1},
    "other": {},
}
"""2 proves it alone, 1 needs a second piece beside it (LAW-EVD-14)."""
LAWS: dict[str, Laws] = {
    "iou": ("LAW-IOU-01", "LAW-EVD-13"), "settlement": ("LAW-IOU-01", "LAW-IOU-13"), "payslip": ("LAW-REG-07", "LAW-EVD-02"),
    "bank_record": ("LAW-EVD-25",), "attendance": ("LAW-EVD-02", "LAW-EVD-05"), "work_card": ("LAW-EVD-02",),
    "contract": ("LAW-EVD-01", "LAW-EVD-05"), "chat": ("LAW-EVD-18", "LAW-EVD-20"), "recording": ("LAW-EVD-23",),
    "witness": ("LAW-EVD-15",), "rights_board": ("LAW-REG-27",), "site_photo": ("LAW-EVD-03",),
    "social_insurance": ("LAW-EVD-02", "LAW-EVD-10"), "transfer": ("LAW-EVD-18", "LAW-EVD-25"),
    "loan_note": ("LAW-IOU-03", "LAW-EVD-13"), "other": ("LAW-EVD-09",),
}
UNSEEN = frozenset({"chat", "recording", "payslip"})
"""Whether these say who owes, and how much, no kind tells: a piece that does must stand beside them."""
NEVER_ALONE = frozenset({"chat", "recording", "witness", "site_photo"})
"""Even several of these want another kind beside them (LAW-EVD-14, LAW-EVD-15)."""


@dataclass(frozen=True)
class Piece:
    """One kind of evidence: had, to be had, or out of reach without the other side."""

    kind: str
    state: Having
    proves: tuple[Element, ...]
    laws: Laws


@dataclass(frozen=True)
class Review:
    """All kinds that matter here, how well each element is proved, the weakest one and the kind that mends it most."""

    pieces: tuple[Piece, ...]
    strength: Mapping[Element, Strength]
    weakest: Element | None
    get_next: str | None
    key: str
    laws: Laws


def review(facts: Mapping[str, Fact]) -> Review:
    """The evidence of a case. An IOU by the foreman alone binds him alone: it proves `who` but no relation (LAW-IOU-05)."""
    case = CaseFacts(facts)
    held = case.evidence & PROVES.keys()
    pieces = tuple(_piece(case, kind, held) for kind in PROVES if kind in held or _matters(case, kind))
    strength: dict[Element, Strength] = {element: how_strong(case, element, held) for element in ELEMENTS}
    weakest = _weakest(strength)
    if weakest is None:
        return Review(pieces, strength, None, None, "evidence_complete", ("LAW-EVD-12", "LAW-EVD-17"))
    getable = [piece.kind for piece in pieces if piece.state == "can_get" and _worth(case, piece.kind, weakest)]
    get_next = max(getable, key=lambda kind: _worth(case, kind, weakest), default=None)
    laws = LAWS[get_next] if get_next else ("LAW-EVD-05", "LAW-EVD-10")
    return Review(pieces, strength, weakest, get_next, f"evidence_{strength[weakest]}_{weakest}", laws)


def _piece(case: CaseFacts, kind: str, held: frozenset[str]) -> Piece:
    proves = tuple(element for element in ELEMENTS if _worth(case, kind, element))
    state: Having = "have" if kind in held else "can_get" if _within_reach(case, kind) else "missing"
    return Piece(kind, state, proves, LAWS[kind])


def _matters(case: CaseFacts, kind: str) -> bool:
    """Kinds that this case can have at all, and that one should wish for (no loan paper: LAW-IOU-03).

    A notice board hangs on sites, insurance and payslips come from firms, nobody gives out cards in a household.
    """
    if kind in ("other", "loan_note"):
        return False
    if kind == "rights_board":
        return case.construction is True or (case.construction is None and case.debtor_kind == "foreman")
    if kind in ("social_insurance", "payslip"):
        return case.debtor_kind not in ("household", "foreman")
    return kind != "work_card" or case.debtor_kind != "household"


def _within_reach(case: CaseFacts, kind: str) -> bool:
    """Whether he can get it by himself or by asking. Papers that only the other side makes stay missing."""
    if kind == "witness":
        return case.count("people_count") != 1
    if kind == "attendance":
        return bool(case.flag("still_working")) or case.construction is True
    if kind == "work_card":
        return bool(case.flag("still_working"))
    if kind == "payslip":
        return case.debtor_kind in ("company", "labour_agency")
    return kind not in ("contract", "settlement")


def _worth(case: CaseFacts, kind: str, element: Element) -> int:
    if kind == "iou" and element == "relation" and case.debtor_kind == "foreman":
        return 0
    return PROVES[kind].get(element, 0)


def how_strong(case: CaseFacts, element: Element, held: frozenset[str]) -> Strength:
    """How well these kinds prove the element.

    strong: one piece that proves alone, or two kinds of which one is no mere word, picture or record (LAW-EVD-14). Who owes, and
    how much, is never strong by pieces alone whose kind does not tell whether they say it.
    """
    kinds = [kind for kind in held if _worth(case, kind, element)]
    if any(_worth(case, kind, element) == 2 for kind in kinds):
        return "strong"
    sure = set(kinds) - NEVER_ALONE - (UNSEEN if element in ("who", "sum") else frozenset())
    if len(kinds) >= 2 and sure:
        return "strong"
    return "weak" if kinds else "none"


def _weakest(strength: Mapping[Element, Strength]) -> Element | None:
    for level in ("none", "weak"):
        for element in ELEMENTS:
            if strength[element] == level:
                return element
    return None
