"""Which facts, if told, would change the outcome."""
from __future__ import annotations

from datetime import date

from bot.law.awards import received
from bot.law.facts import CaseFacts
from bot.law.values import Nature


def missing(case: CaseFacts, money: Nature, today: date) -> tuple[str, ...]:
    """Slots in the order of their weight. A fact skipped or not known is still listed: who asks decides whether to ask again.

    With an award in hand first the day on which it came: 15 days run from it (LAW-ARB-12). An IOU decides whether a unit may
    be sued at once (LAW-LIT-02). Of a loan or what lies outside only the sum and the name. `claim_words` (is it wages or
    project money, in his own words) only when the nature is unclear.
    """
    if money.foreign:
        return tuple(slot for slot in ("owed_amount", "debtor_name") if case.usable(slot) is None)
    wants: list[str] = []
    if case.decided == "arbitration" and received(case, today) is None:
        wants.append("award_date")
    if money.kind == "unclear":
        wants.append("claim_words")
    if case.debtor_kind == "unknown":
        wants.append("debtor_kind")
    if case.code("industry") is None and case.debtor_kind in ("foreman", "unknown", "company"):
        wants.append("industry")
    if case.flag("still_working") is None and case.day("end_date") is None:
        wants.append("end_date")
    if case.period() is None:
        wants.append("owed_period")
    if case.construction and case.text("general_contractor") is None:
        wants.append("general_contractor")
    iou = ["has_iou"] if case.flag("has_iou") is None and "iou" not in case.evidence else []
    wants += iou if case.debtor_kind in ("company", "labour_agency") else []
    wants += [slot for slot in ("owed_amount", "work_place", "debtor_name") if case.usable(slot) is None]
    wants += [slot for slot in iou if slot not in wants]
    if case.code("other_proceeding") is None:
        wants.append("other_proceeding")
    if case.count("people_count") is None:
        wants.append("people_count")
    return tuple(wants)
