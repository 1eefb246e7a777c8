"""Which desks, by place and trade. National hotlines only; local numbers are on the notice board or asked for, never invented."""
from __future__ import annotations

from bot.law.facts import CaseFacts
from bot.law.values import Nature, Office

BY_TRADE = {
    "building": "housing_authority", "road": "transport_authority", "water": "water_authority",
    "railway": "railway_authority", "energy": "energy_authority",
}


def offices(case: CaseFacts, money: Nature) -> tuple[Office, ...]:
    """Desks in the order in which to go: inspection where the work was (LAW-INS-01, LAW-JUR-01), the trade's authority on
    sites (LAW-JUR-02/05), arbitration (LAW-ARB-07) or the court, then legal aid 12348, 12345, 12351."""
    place = case.text("work_place")
    court = Office("court", place, None, ("LAW-LIT-05", "LAW-DIS-20"), "office_court")
    aid = Office("legal_aid_station", place, "12348", ("LAW-AID-03", "LAW-HOT-04"), "office_legal_aid")
    citizens = Office("citizens_line", place, "12345", ("LAW-HOT-03", "LAW-JUR-09"), "office_citizens_line")
    if money.kind == "project_money":
        site_court = Office("court", place, None, ("LAW-LIT-06",), "office_court_project")
        return (site_court, *_trade(case, place), aid)
    if case.debtor_kind == "household":
        return Office("peoples_mediation", place, None, ("LAW-MED-01", "LAW-MED-03"), "office_mediation"), court, aid
    found = [Office("labour_inspection", place, "12333", ("LAW-INS-01", "LAW-JUR-01", "LAW-HOT-02"), "office_inspection")]
    found += _trade(case, place)
    if case.debtor_kind == "foreman":
        found.append(court)
    else:
        found.append(Office("arbitration_commission", place, "12333", ("LAW-ARB-07",), "office_arbitration"))
        if "iou" in case.evidence:
            found.append(court)
    platform = Office("national_platform", None, None, ("LAW-HOT-01", "LAW-PLT-02"), "office_platform")
    return (*found, aid, citizens, platform, Office("trade_union", place, "12351", ("LAW-HOT-06", "LAW-AID-09"), "office_union"))


def _trade(case: CaseFacts, place: str | None) -> tuple[Office, ...]:
    """The authority of the trade, on building sites only (LAW-JUR-05/06)."""
    kind = BY_TRADE.get(case.code("industry") or "")
    if kind:
        return (Office(kind, place, None, ("LAW-JUR-02", "LAW-JUR-05"), f"office_{kind}"),)
    if case.construction and case.code("industry") is None:
        return (Office("industry_authority", place, None, ("LAW-JUR-02", "LAW-JUR-05"), "office_industry_authority"),)
    return ()
