"""Which desks, by the case and its trade. National hotlines only; local numbers are asked for, never invented."""
from __future__ import annotations

from bot.law.facts import CaseFacts
from bot.law.limits import KEEPING
from bot.law.values import Nature, Office, Road, Route, further

BY_TRADE = {
    "building": "housing_authority", "road": "transport_authority", "water": "water_authority",
    "railway": "railway_authority", "energy": "energy_authority",
}


TOLD = {
    "labour_inspection": ("first_inspection",),
    "arbitration_commission": ("road_arbitration_open",),
    "legal_aid_station": ("first_legal_aid", "first_arbitration_near", "first_arbitration_foreman_near", "road_legal_aid_open"),
    "court": ("first_lawsuit_project_money", "first_lawsuit_loan", "first_lawsuit_outside", "first_lawsuit_runs",
              "road_lawsuit_foreman"),
}
"""desk -> beginnings of the keys whose sentences already name it with its place or number."""
MOST = 2
DESKS: dict[Route, str] = {
    "inspection": "labour_inspection", "arbitration": "arbitration_commission", "lawsuit": "court",
    "legal_aid": "legal_aid_station",
}
"""road -> the desk to which it leads, when that can refuse the claim."""


def offices(case: CaseFacts, money: Nature, roads: tuple[Road, ...]) -> tuple[Office, ...]:
    """At most two desks that the said roads have not named yet; never none, so that there is always a door."""
    said = [*roads[0].keys, *(road.keys[0] for road in further(roads) if road.keys)]
    found = _all(case, money, roads)
    new = [office for office in found if not any(key.startswith(TOLD.get(office.kind, ("-",))) for key in said)]
    return tuple((new or [office for office in found if office.kind == "legal_aid_station"])[:MOST])


def refusing(found: tuple[Office, ...], first: Road, *, arbitration_first: bool) -> tuple[str, ...]:
    """Desks of which it is said what they refuse: that of the first road, then those named, at most two. That a court first wants
    arbitration (LAW-LIT-01) is said only to those whom it may send there (`arbitration_first`)."""
    kinds = dict.fromkeys([*([DESKS[first.route]] if first.route in DESKS else []), *(office.kind for office in found)])
    return tuple(kind for kind in kinds if kind != "court" or arbitration_first)[:MOST]


def _all(case: CaseFacts, money: Nature, roads: tuple[Road, ...]) -> list[Office]:
    """Desks in the order in which to go: inspection where the work was (LAW-INS-01, LAW-JUR-01), the trade's authority on
    sites (LAW-JUR-02/05), arbitration (LAW-ARB-07) or the court (for enforcement LAW-ENF-02), then legal aid 12348, 12345
    and the platform beside an open inspection."""
    court = Office("court", ("LAW-LIT-05", "LAW-DIS-20"), "office_court")
    aid = Office("legal_aid_station", ("LAW-AID-03", "LAW-HOT-04"), "office_legal_aid")
    if case.decided:
        return [Office("court", ("LAW-ENF-02",), "office_court_enforcement"), aid]
    if money.foreign:
        return [Office("court", ("LAW-LIT-05",), "office_court_foreign"),
                Office("legal_aid_station", ("LAW-HOT-04",), "office_hotline")]
    if money.kind == "project_money":
        return [Office("court", ("LAW-LIT-06",), "office_court_project"), *_trade(case), aid]
    if case.debtor_kind == "household":
        return [court, aid]
    arbitration = Office("arbitration_commission", ("LAW-ARB-07",), "office_arbitration")
    if not any(road.route == "inspection" and road.open for road in roads):
        return [aid] if case.proceeding in KEEPING else [court if case.debtor_kind == "foreman" else arbitration, aid]
    found = [Office("labour_inspection", ("LAW-INS-01", "LAW-JUR-01", "LAW-HOT-02"), "office_inspection")]
    found += _trade(case)
    if roads[0].route == "arbitration":
        found.insert(0, arbitration)
    elif case.debtor_kind != "foreman":
        found.append(arbitration)
    direct = any(road.route == "lawsuit" and road.open for road in roads)
    if case.debtor_kind == "foreman" or ("iou" in case.evidence and direct):
        found.append(court)
    citizens = Office("citizens_line", ("LAW-HOT-03", "LAW-JUR-09"), "office_citizens_line")
    return [*found, aid, citizens, Office("national_platform", ("LAW-HOT-01", "LAW-PLT-02"), "office_platform")]


def _trade(case: CaseFacts) -> tuple[Office, ...]:
    """The authority of the trade, on building sites only (LAW-JUR-05/06)."""
    kind = BY_TRADE.get(case.code("industry") or "")
    if kind:
        return (Office(kind, ("LAW-JUR-02", "LAW-JUR-05"), f"office_{kind}"),)
    if case.construction and case.code("industry") is None:
        return (Office("industry_authority", ("LAW-JUR-02", "LAW-JUR-05"), "office_industry_authority"),)
    return ()
