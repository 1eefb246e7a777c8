"""Which papers a case needs on a road, in how many copies, where each goes, and why a paper does not fit."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.chinese.values import Fact
from bot.content import load
from bot.documents.case import Case
from bot.documents.enforcement_application import KINDS
from bot.documents.others import in_arbitration, in_court, in_talks
from bot.documents.parties import debtor_form
from bot.documents.words import words
from bot.law.assess import assess
from bot.law.facts import CaseFacts
from bot.law.letters import LETTERS
from bot.law.nature import nature
from bot.law.values import Route

Facts = Mapping[str, Fact]
PAPERS: dict[Route, tuple[str, ...]] = {
    "negotiation": ("wage_iou", "evidence_list"),
    "inspection": ("inspection_complaint", "evidence_list"),
    "mediation": ("mediation_application", "evidence_list"),
    "arbitration": ("arbitration_application", "evidence_list"),
    "payment_order": ("payment_order_application", "evidence_list"),
    "lawsuit": ("civil_complaint", "evidence_list"),
    "legal_aid": ("evidence_list",),
    "enforcement": ("enforcement_application",),
    "letters_and_visits": ("evidence_list",),
    "criminal_report": ("evidence_list",),
}
"""The papers of each road, the first one first."""
ROADS: dict[str, Route] = {
    "wage_iou": "negotiation", "inspection_complaint": "inspection", "mediation_application": "mediation",
    "arbitration_application": "arbitration", "payment_order_application": "payment_order", "civil_complaint": "lawsuit",
    "support_prosecution": "lawsuit", "enforcement_application": "enforcement",
}
"""The road that has to be open for a paper."""
ALONE = frozenset({"inspection_complaint", "support_prosecution", "wage_iou", *LETTERS})
"""Papers of which the other side is given no copy of its own."""


@dataclass(frozen=True)
class Unfit:
    """Why a paper does not fit: `key` of content/assessment (`own` False) or of the table `unfit` of road_papers.yml; `papers`
    that fit instead, of the road `route`."""

    key: str
    own: bool
    route: Route
    papers: tuple[str, ...]


def papers_for(route: Route, facts: Facts, today: date) -> tuple[str, ...]:
    """The papers that this case needs on a road, the first one first; one that does not fit is left out."""
    found = list(PAPERS[route])
    if route == "mediation" and _ruling(facts) == "agreement":
        found.insert(0, "judicial_confirmation")
    if route in ("arbitration", "lawsuit") and CaseFacts(facts).proceeding == route:
        found.append("advance_enforcement")
    return tuple(paper for paper in found if _reason(paper, facts, today) is None)


def recommended_papers(facts: Facts, today: date) -> tuple[Route, tuple[str, ...]]:
    """The road that comes first, and the papers that this case needs on it."""
    route = assess(facts, today).recommended.route
    return route, papers_for(route, facts, today)


def unfit(document: str, facts: Facts, today: date) -> Unfit | None:
    """Why a paper does not fit this case, with those of the recommended road instead; None when it fits."""
    reason = _reason(document, facts, today)
    if reason is None:
        return None
    key, own = reason
    if key == "enforcement_agreement":
        return Unfit(key, own, "mediation", ("judicial_confirmation",))
    return Unfit(key, own, *recommended_papers(facts, today))


def _reason(document: str, facts: Facts, today: date) -> tuple[str, bool] | None:
    """The key that tells why, and whether it is one of our own words."""
    kind = _ruling(facts)
    if document == "enforcement_application" and kind:
        return ("enforcement_agreement", True) if kind == "agreement" else None
    if document == "judicial_confirmation":
        return ("confirmation_of_a_ruling", True) if kind in KINDS else None
    if document == "advance_enforcement":
        running = CaseFacts(facts).proceeding in ("arbitration", "lawsuit")
        return None if running else ("advance_needs_a_case", True)
    if document not in ROADS:
        return None
    road = next(road for road in assess(facts, today).roads if road.route == ROADS[document])
    money = nature(CaseFacts(facts))
    if road.open and (money.labour or document == "mediation_application"):
        part = document == "civil_complaint" and "road_lawsuit_project_part" in road.keys
        return ("road_lawsuit_arbitration_first", False) if part else None
    return (money.key if road.open else road.keys[0], False)


def _ruling(facts: Facts) -> str:
    fact = facts.get("ruling_kind")
    return str(fact.value) if fact is not None and fact.state in ("known", "second_hand") and fact.value else ""


def respondents(document: str, facts: Facts) -> int:
    """How many stand on the other side of a paper."""
    case = Case(facts, {}, date.max, words())
    if document in ("payment_order_application", "judicial_confirmation"):
        return 1
    if document == "mediation_application":
        return len(in_talks(case))
    if document == "arbitration_application" or (document != "civil_complaint" and debtor_form(case) != "person"):
        return len(in_arbitration(case))
    return len(in_court(case))


def copies(document: str, facts: Facts) -> int:
    """How many to print: one for the office, one's own, one for each of the other side (LAW-DOC-02, LAW-CPA-123, LAW-EVD-17);
    an application of both sides together, a complaint and an IOU need none for others."""
    return 2 + (0 if document in ALONE else respondents(document, facts))


def where(document: str) -> tuple[str, list[str]]:
    """Where a paper is handed in: the sentence and the facts that it rests on; "" where nothing is known of it."""
    entry: dict[str, Any] = load().words["road_papers"]["where"].get(document, {})
    return str(entry.get("text", "")), list(entry.get("laws", []))
