"""Every road to the money: open or not, and why; the recommended one first."""
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.law import told
from bot.law.facts import CaseFacts
from bot.law.recommend import recommend
from bot.law.values import ROUTES, Laws, Limit, Nature, Relation, Road, Route

GROUP = 10
"""From this many people on representatives are chosen (LAW-ARB-20, LAW-LIT-15)."""
ECHOES = frozenset({
    "road_inspection_open", "road_inspection_wages_part", "road_inspection_unit_behind", "road_arbitration_open",
    "road_lawsuit_project_money", "road_lawsuit_household", "road_lawsuit_foreman", "road_lawsuit_iou", "road_legal_aid_open",
    "road_arbitration_foreman_company", "road_arbitration_runs", "road_lawsuit_runs", "road_payment_order_runs",
    "road_lawsuit_foreign", "road_lawsuit_award_in_hand", "road_enforcement_in_hand", "first_lawsuit_after_order_agreement",
})
"""Verdicts that only repeat why the road comes first: left out on the recommended one."""


@dataclass(frozen=True)
class View:
    """What the roads are judged from."""

    case: CaseFacts
    money: Nature
    relation: Relation
    limits: tuple[Limit, ...]

    @property
    def wages_only_in_court(self) -> bool:
        """Money for which no labour office is in charge: no wages at all, or between private persons (LAW-JUR-07)."""
        return not self.money.labour or self.case.debtor_kind == "household"

    @property
    def group(self) -> bool:
        """Ten people or more."""
        return (self.case.count("people_count") or 0) >= GROUP

    def limit(self, what: str) -> Limit | None:
        """The limit of that name."""
        return next((limit for limit in self.limits if limit.what == what), None)

    def passed(self, what: str) -> bool:
        """Whether that limit seems to be over."""
        limit = self.limit(what)
        return bool(limit and limit.days_left is not None and limit.days_left < 0)


Verdict = tuple[bool, str, Laws]
NO_DEBT = re.compile("赌|打牌|麻将|彩礼|嫁妆|抚养|赡养|入股|股")
"""What lies outside and is no plain debt of money: no payment order for it."""
NOT_WAGES: Verdict = (False, "road_not_wages", ("LAW-JUR-07", "LAW-HOT-04"))
"""A road of labour law, for a loan or what lies outside."""


def roads(case: CaseFacts, money: Nature, relation: Relation, limits: tuple[Limit, ...]) -> tuple[Road, ...]:
    """All ten roads: recommended, then open (a report to the police first, open only after an unmet order), then closed ones."""
    view = View(case, money, relation, limits)
    first, why, laws = recommend(case, money, relation, limits)
    found = []
    for route in ROUTES:
        open_, key, facts = _VERDICTS[route](view)
        keys = (key, *_group_keys(view, route))
        road = Road(route, open_, False, keys, facts, _cost(view, route), _duration(view, route))
        if route == first:
            rest = keys if open_ and key not in ECHOES else keys[1:]
            paper, paper_facts = _loan_paper(case, money)
            facts = (*facts, *paper_facts)
            road = replace(road, open=True, recommended=True, keys=(why, *rest, *paper), laws=tuple(dict.fromkeys(laws + facts)))
        found.append(road)
    return tuple(sorted(found, key=lambda road: (not road.recommended, not road.open, road.route != "criminal_report")))


TRIED: dict[str, Route] = {
    "inspection": "inspection", "police": "criminal_report", "arbitration": "arbitration", "court": "lawsuit",
    "petition": "letters_and_visits",
}
"""A step of `already_tried` -> its road."""


def closed(case: CaseFacts, found: tuple[Road, ...]) -> tuple[Road, ...]:
    """The first closed road that he has tried (a payment order that failed before all): he hears why it does not lead on.
    Of a private employer nothing leads to the inspection, not even its name."""
    steps = case.tried - ({"inspection"} if case.debtor_kind == "household" else set())
    tried = {TRIED[step] for step in steps if step in TRIED} | ({"payment_order"} if case.order_failed else set())
    shut = [road for road in found if not road.open and road.route in tried]
    return tuple(sorted(shut, key=lambda road: road.route != "payment_order")[:1])


def _loan_paper(case: CaseFacts, money: Nature) -> tuple[tuple[str, ...], Laws]:
    """The warning for who holds a 借条, also beside a wage IOU: it says a loan, not wages (LAW-IOU-03)."""
    held = "loan_note" in case.evidence and not money.foreign
    return (("note_loan_paper",), ("LAW-IOU-03",)) if held else ((), ())


def _inspection(view: View) -> Verdict:
    """Closed for project money and private persons (LAW-JUR-07) and once another procedure has the matter (LAW-INS-10)."""
    case = view.case
    if view.money.foreign:
        return NOT_WAGES
    if view.money.kind == "project_money":
        return False, "road_inspection_project_money", ("LAW-JUR-07", "LAW-REG-36", "LAW-WAGE-03")
    if case.debtor_kind == "household":
        return False, "road_inspection_household", ("LAW-JUR-07",)
    if case.proceeding != "none":
        return False, f"road_inspection_in_{case.proceeding}", ("LAW-INS-10", "LAW-DIS-04")
    if case.applied:
        return False, "road_inspection_decided", ("LAW-INS-10",)
    if view.passed("inspection"):
        return True, "road_inspection_passed", ("LAW-INS-02", "LAW-INS-04")
    if case.debtor_kind == "foreman" and case.construction is False:
        return True, "road_inspection_unit_behind", ("LAW-REG-12", "LAW-INS-13")
    if view.money.kind == "mixed":
        return True, "road_inspection_wages_part", ("LAW-IOU-07", "LAW-INS-01")
    return True, "road_inspection_open", ("LAW-INS-01", "LAW-INS-07")


def _arbitration(view: View) -> Verdict:
    """For employment; against a foreman's company when its name is known (LAW-ARB-21, LAW-REG-18)."""
    case = view.case
    if case.decided:
        return False, "road_arbitration_decided", ("LAW-ARB-12", "LAW-ENF-01")
    if view.money.foreign:
        return NOT_WAGES
    if view.money.kind == "project_money":
        return False, "road_arbitration_project_money", ("LAW-WAGE-03",)
    if case.debtor_kind == "household":
        return False, "road_arbitration_household", ("LAW-LIT-03", "LAW-JUR-07")
    if case.proceeding == "lawsuit":
        return False, "road_arbitration_in_lawsuit", ("LAW-LIT-01",)
    if case.proceeding == "arbitration":
        return True, "road_arbitration_runs", ("LAW-ARB-17", "LAW-ARB-09")
    if case.debtor_kind == "foreman":
        if case.text("general_contractor"):
            return True, "road_arbitration_foreman_company", ("LAW-ARB-21", "LAW-REG-18")
        return False, "road_arbitration_foreman_no_company", ("LAW-ARB-21", "LAW-REG-27")
    if view.passed("arbitration"):
        return True, "road_arbitration_passed", ("LAW-ARB-05", "LAW-ARB-03")
    return True, "road_arbitration_open", ("LAW-ARB-07", "LAW-ARB-15")


def _lawsuit(view: View) -> Verdict:
    """At once with the employer's IOU (LAW-LIT-02), for labour service (LAW-LIT-03) or project money; else after arbitration."""
    case = view.case
    if case.decided == "lawsuit":
        return False, "road_lawsuit_judged", ("LAW-ENF-01", "LAW-HOT-04")
    if case.decided:
        return True, "road_lawsuit_award_in_hand", ("LAW-ARB-12", "LAW-ARB-13")
    if view.money.kind == "project_money":
        return True, "road_lawsuit_project_money", ("LAW-WAGE-03", "LAW-LIT-06")
    if case.proceeding == "lawsuit":
        return True, "road_lawsuit_runs", ("LAW-LIT-09",)
    if view.money.foreign:
        return True, "road_lawsuit_foreign", ("LAW-LIT-05",)
    if case.debtor_kind == "household":
        return True, "road_lawsuit_household", ("LAW-LIT-03", "LAW-LIT-11")
    if case.debtor_kind == "foreman":
        return True, "road_lawsuit_foreman", ("LAW-LIT-03", "LAW-IOU-06", "LAW-DIS-20")
    if case.order_failed and case.on_agreement:
        return True, "first_lawsuit_after_order_agreement", ("LAW-PAY-03", "LAW-MED-05")
    if view.money.kind == "mixed":
        return True, "road_lawsuit_project_part", ("LAW-WAGE-03", "LAW-IOU-07")
    if case.proceeding == "arbitration":
        return False, "road_lawsuit_after_award", ("LAW-LIT-01", "LAW-ARB-09", "LAW-ARB-12")
    if "arbitration" in case.tried:
        return True, "road_lawsuit_after_arbitration", ("LAW-ARB-12", "LAW-ARB-06")
    return _lawsuit_of_a_unit(view)


def _lawsuit_of_a_unit(view: View) -> Verdict:
    """Without arbitration only on the unit's IOU and with no other claim beside it (LAW-LIT-02)."""
    case = view.case
    if view.relation.kind == "employment" and "iou" in case.evidence:
        if told.more_than_wages(case):
            return False, "road_lawsuit_iou_and_more", ("LAW-LIT-02", "LAW-LIT-01")
        if told.maybe_more(case):
            return True, "road_lawsuit_iou_ask", ("LAW-LIT-02", "LAW-LIT-01")
        return True, "road_lawsuit_iou", ("LAW-LIT-02", "LAW-IOU-06", "LAW-DIS-06")
    if view.relation.kind == "unclear":
        return False, "road_lawsuit_by_debtor", ("LAW-LIT-01", "LAW-LIT-02", "LAW-LIT-03")
    if case.flag("has_iou") is None:
        return False, "road_lawsuit_by_iou", ("LAW-LIT-01", "LAW-LIT-02")
    return False, "road_lawsuit_arbitration_first", ("LAW-LIT-01", "LAW-LIT-02")


def _payment_order(view: View) -> Verdict:
    """Only with a paper on the sum, a debtor who can be found, and nothing in dispute (LAW-PAY-01, LAW-PAY-10)."""
    case = view.case
    if case.decided:
        return False, "road_payment_order_decided", ("LAW-ENF-01", "LAW-ENF-02")
    if case.order_failed:
        return False, "road_payment_order_failed", ("LAW-PAY-03", "LAW-DIS-03")
    if case.proceeding == "payment_order":
        return True, "road_payment_order_runs", ("LAW-PAY-02", "LAW-PAY-03")
    if case.proceeding != "none":
        return False, "road_payment_order_in_proceeding", ("LAW-PAY-01",)
    if view.money.kind == "outside":
        held = case.evidence & {"iou", "loan_note", "settlement"}
        paper = bool(held) and not NO_DEBT.search(case.words("claim_words", "owed_amount"))
        return paper, "road_payment_order_outside" if paper else "road_not_wages", ("LAW-PAY-01", "LAW-HOT-04")
    if view.money.kind == "private_loan":
        paper = bool(case.evidence & {"iou", "loan_note"})
        key = "road_payment_order_loan" if paper else "road_payment_order_no_loan_paper"
        return paper, key, ("LAW-PAY-01",)
    if view.money.kind in ("project_money", "mixed"):
        return False, "road_payment_order_project_money", ("LAW-PAY-01", "LAW-PAY-10")
    if view.relation.kind == "employment" and told.more_than_wages(case):
        return False, "road_payment_order_and_more", ("LAW-PAY-01", "LAW-LIT-02")
    if case.evidence & {"iou", "settlement"}:
        return True, "road_payment_order_paper", ("LAW-PAY-01", "LAW-PAY-08", "LAW-PAY-03", "LAW-DIS-03")
    return False, "road_payment_order_no_paper", ("LAW-PAY-01", "LAW-PAY-10")


def _mediation(view: View) -> Verdict:
    if view.case.proceeding == "mediation":
        return True, "road_mediation_runs", ("LAW-MED-02", "LAW-MED-04")
    if view.money.foreign:
        return True, "road_mediation_foreign", ("LAW-MED-03",)
    if view.wages_only_in_court:
        return True, "road_mediation_peoples", ("LAW-MED-03", "LAW-MED-06")
    return True, "road_mediation_open", ("LAW-MED-01", "LAW-MED-03")


def _legal_aid(view: View) -> Verdict:
    if view.money.foreign:
        return NOT_WAGES
    if view.money.kind == "project_money":
        return False, "road_legal_aid_project_money", ("LAW-AID-01", "LAW-HOT-04")
    return True, "road_legal_aid_open", ("LAW-AID-01", "LAW-AID-02", "LAW-AID-08")


def _negotiation(view: View) -> Verdict:
    if view.money.foreign:
        return True, "road_negotiation_foreign", ("LAW-LIT-04",)
    if "asked" in view.case.tried:
        return True, "road_negotiation_tried", ("LAW-NEG-02", "LAW-NEG-05")
    return True, "road_negotiation_open", ("LAW-NEG-01", "LAW-NEG-05", "LAW-NEG-06")


def _enforcement(view: View) -> Verdict:
    if (found := view.limit("enforcement")) and found.on:
        return True, "road_enforcement_open", ("LAW-ENF-01", "LAW-ENF-02")
    if view.case.decided:
        return True, "road_enforcement_in_hand", ("LAW-ENF-01", "LAW-ENF-02", "LAW-ENF-03")
    return False, "road_enforcement_needs_paper", ("LAW-ENF-01", "LAW-MED-04")


def _letters_and_visits(view: View) -> Verdict:
    if view.case.proceeding in ("lawsuit", "arbitration") or view.case.decided:
        return False, "road_letters_in_proceeding", ("LAW-ORD-07",)
    if view.money.foreign:
        return NOT_WAGES
    return True, "road_letters_open", ("LAW-ORD-07", "LAW-ORD-01")


def _criminal_report(view: View) -> Verdict:
    """Only after an office ordered payment and it was not paid (LAW-CRI-01, LAW-CRI-09); optional fact `unpaid_order`."""
    if view.money.foreign:
        return NOT_WAGES
    if view.money.kind == "project_money":
        return False, "road_criminal_project_money", ("LAW-CRI-01",)
    if view.case.debtor_kind == "household":
        return False, "road_criminal_household", ("LAW-JUR-07", "LAW-MED-01")
    if told.unpaid_order(view.case):
        return True, "road_criminal_after_order", ("LAW-CRI-01", "LAW-CRI-09")
    return False, "road_criminal_not_first", ("LAW-CRI-01", "LAW-CRI-09")


_VERDICTS: dict[Route, Callable[[View], Verdict]] = {
    "inspection": _inspection, "arbitration": _arbitration, "mediation": _mediation, "lawsuit": _lawsuit,
    "payment_order": _payment_order, "legal_aid": _legal_aid, "negotiation": _negotiation, "enforcement": _enforcement,
    "letters_and_visits": _letters_and_visits, "criminal_report": _criminal_report,
}


def _group_keys(view: View, route: Route) -> tuple[str, ...]:
    """Ten people or more: representatives (LAW-ARB-20, LAW-LIT-15, LAW-INS-17, LAW-ORD-07, LAW-DIS-10)."""
    return (f"group_{route}",) if view.group and route in ("inspection", "arbitration", "lawsuit", "letters_and_visits") else ()


def _cost(view: View, route: Route) -> str:
    if route == "lawsuit" and not view.money.labour:
        return "cost_project_money"
    if route == "lawsuit" and view.case.debtor_kind in ("foreman", "household"):
        return "cost_labour_service"
    return "cost"


def _duration(view: View, route: Route) -> str:
    return "duration_private" if route == "mediation" and view.wages_only_in_court else "duration"
