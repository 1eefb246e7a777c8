"""What lengthens a period: a demand begins it anew (interruption), an illness or a disaster stops it for a while (suspension)."""
from __future__ import annotations

import re
from datetime import date

from bot.law import told
from bot.law.facts import CaseFacts
from bot.law.periods import Start
from bot.law.terms import last_day
from bot.law.values import LimitWhat

INTERRUPTING = frozenset(
    {"asked", "inspection", "hotline", "platform", "mediation", "arbitration", "court", "petition", "police"}
)
HINDERED = re.compile(r"住院|昏迷|重病|瘫|坐牢|被关|拘留|隔离|封控|封城|地震|洪水|发大水|泥石流|台风")
SLOTS = ("claim_words", "end_date", "already_tried", "owed_period")


def restarts(case: CaseFacts, start: Start, what: LimitWhat, today: date) -> date | None:
    """The last day when the demand on a day that he names (`told.demand_day`) began the period anew
    (LAW-ARB-03, LAW-LIT-04). None without one, or when it lies outside the period: what has ended does not begin again."""
    demand = told.demand_day(case, today)
    if demand is None or not start.day <= demand.first <= last_day(what, start.day):
        return None
    return last_day(what, demand.first)


def notes(case: CaseFacts, start: Start, what: LimitWhat, today: date) -> tuple[str, ...]:
    """Notes on what may lengthen the period, the weightiest first: a dated demand, words of a hindrance (LAW-ARB-04), any
    demand or promise (LAW-ARB-03, LAW-LIT-04). The day itself is not moved, because it has to be proved."""
    found = ["note_restarted"] if restarts(case, start, what, today) else []
    if HINDERED.search(case.words(*SLOTS)):
        found.append("note_suspended")
    if case.tried & INTERRUPTING or case.day("promised_date") or case.proceeding != "none":
        found.append("note_interrupted")
    return tuple(found)
