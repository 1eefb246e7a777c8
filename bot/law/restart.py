"""What lengthens a period: a demand begins it anew (interruption), an illness or a disaster stops it for a while (suspension)."""
from __future__ import annotations

import re
from datetime import date

from bot.law.facts import CaseFacts
from bot.law.periods import Start, add_years

INTERRUPTING = frozenset(
    {"asked", "inspection", "hotline", "platform", "mediation", "arbitration", "court", "petition", "police"}
)
HINDERED = re.compile(r"住院|昏迷|重病|瘫|坐牢|被关|拘留|隔离|封控|封城|地震|洪水|发大水|泥石流|台风")
SLOTS = ("claim_words", "end_date", "already_tried", "owed_period")


def restarts(case: CaseFacts, start: Start, years: int) -> date | None:
    """The last day when the demand on the optional fact `last_demand_date` (what he can prove) began the period anew
    (LAW-ARB-03, LAW-LIT-04). None without one, or when it lies outside the period: what has ended does not begin again."""
    demand = case.day("last_demand_date")
    if demand is None or not start.day <= demand.first <= add_years(start.day, years):
        return None
    return add_years(demand.first, years)


def notes(case: CaseFacts, start: Start, years: int) -> tuple[str, ...]:
    """Notes on what may lengthen the period, the weightiest first: a dated demand, words of a hindrance (LAW-ARB-04), any
    demand or promise (LAW-ARB-03, LAW-LIT-04). The day itself is not moved, because it has to be proved."""
    found = ["note_restarted"] if restarts(case, start, years) else []
    if HINDERED.search(case.words(*SLOTS)):
        found.append("note_suspended")
    if case.tried & INTERRUPTING or case.day("promised_date") or case.proceeding != "none":
        found.append("note_interrupted")
    return tuple(found)
