"""The whole view on a case, and the first help before any question."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.chinese.area import area
from bot.chinese.values import Fact
from bot.law.bounds import possible
from bot.law.facts import CaseFacts
from bot.law.limits import NEAR_DAYS, limits
from bot.law.missing import missing
from bot.law.nature import nature, relation
from bot.law.offices import offices, refusing
from bot.law.payers import payers
from bot.law.recommend import recommend
from bot.law.roads import closed, roads
from bot.law.values import Assessment, Help, Laws, Limit, Route

PHONES: dict[Route, str] = {
    "inspection": "12333", "arbitration": "12333", "negotiation": "12333",
    "mediation": "12348", "lawsuit": "12348", "payment_order": "12348", "legal_aid": "12348", "enforcement": "12348",
    "letters_and_visits": "12345", "criminal_report": "12345",
}
"""Whom to ring for each road (LAW-HOT-02, LAW-HOT-03, LAW-HOT-04)."""

ABROAD = "door_abroad"
"""What is said of work in another country: that the doors of this engine are those at home."""
_KEEP: Laws = ("LAW-EVD-18", "LAW-EVD-19")


def assess(facts: Mapping[str, Fact], today: date) -> Assessment:
    """Everything that follows from the facts of one case on this day. Never raises on absent or strange facts."""
    case = CaseFacts(possible(facts, today))
    money = nature(case)
    bond = relation(case, money)
    periods = limits(case, money, bond, today)
    ways = roads(case, money, bond, periods)
    desks = offices(case, money, ways)
    first = bond.kind == "employment" and not case.decided
    return Assessment(
        nature=money,
        relation=bond,
        payers=payers(case, money),
        limits=periods,
        roads=ways,
        offices=desks,
        missing=missing(case, money, today),
        area=area(case.text("work_place")),
        closed=closed(case, ways),
        refusing=() if money.foreign else refusing(desks, ways[0], arbitration_first=first),
    )


def first_help(facts: Mapping[str, Fact], today: date) -> Help:
    """What to say before any question: the road, a number to ring, the period that ends soon, and one thing to do today."""
    case = CaseFacts(possible(facts, today))
    if case.abroad:
        return Help("legal_aid", PHONES["legal_aid"], ABROAD, "today_keep_messages", ("LAW-HOT-04", *_KEEP), {}, None)
    money = nature(case)
    bond = relation(case, money)
    periods = limits(case, money, bond, today)
    route, _, laws = recommend(case, money, bond, periods)
    thing, thing_laws = ("today_keep_messages", _KEEP) if money.foreign else _today_thing(case, route)
    phone = PHONES[route]
    where = area(case.text("work_place"))
    place = {"place": where.office} if where and where.office else {}
    near = min((limit for limit in periods if _is_near(limit)), key=lambda limit: limit.left or 0, default=None)
    return Help(route, phone, f"door_{route}", thing, (*laws, *thing_laws), {"phone": phone, **place}, near)


def _is_near(limit: Limit) -> bool:
    return limit.left is not None and 0 <= limit.left <= NEAR_DAYS


def _today_thing(case: CaseFacts, route: Route) -> tuple[str, Laws]:
    """One thing: keep the paper (IOU-17), bring it (AID-01), the notice board (REG-27), clock records, else messages (EVD-19)."""
    if route in ("enforcement", "legal_aid") or case.proceeding != "none" or case.decided:
        return "today_take_papers", ("LAW-AID-04", "LAW-ARB-17")
    if "iou" in case.evidence:
        return "today_back_up_iou", ("LAW-IOU-17", "LAW-IOU-12")
    if case.construction and case.debtor_kind != "household" and "rights_board" not in case.evidence:
        return "today_photograph_board", ("LAW-REG-27",)
    if case.flag("still_working"):
        return "today_photograph_attendance", ("LAW-EVD-02", "LAW-EVD-03")
    if case.day("end_date") or "asked" in case.tried:
        return "today_ask_in_writing", ("LAW-NEG-05", "LAW-EVD-20")
    return "today_keep_messages", _KEEP
