"""What lengthens a period: a demand begins it anew (interruption), an illness or a disaster stops it for a while (suspension)."""
from __future__ import annotations

import re
from datetime import date

from bot.law import told
from bot.law.facts import CaseFacts
from bot.law.periods import Start, promised_by
from bot.law.terms import last_day
from bot.law.values import LimitWhat

INTERRUPTING = frozenset(
    {"asked", "inspection", "hotline", "platform", "mediation", "arbitration", "court", "petition", "police"}
)
HINDERED = re.compile(r"住院|昏迷|重病|瘫|坐牢|被关|拘留|隔离|封控|封城|地震|洪水|发大水|泥石流|台风")
SLOTS = ("claim_words", "end_date", "already_tried", "owed_period")


def restarts(case: CaseFacts, start: Start, what: LimitWhat, today: date) -> date | None:
    """The last day when the demand on a day that he names (`told.demand_day`), or for the three years the day promised for
    paying, began the period anew (LAW-ARB-03, LAW-LIT-04). None without one, or when it lies outside the period."""
    found = [day for day in (_demand(case, start, what, today), _promised(case, start, what)) if day]
    return last_day(what, max(found)) if found else None


def promise(case: CaseFacts, start: Start) -> Start | None:
    """The day by which payment was promised, when it lies after `start` and inside the three years that run from there: what
    has ended does not begin again (LAW-LIT-03, LAW-LIT-04)."""
    promised = promised_by(case)
    return promised if promised and start.day < promised.day <= last_day("civil", start.day) else None


def _demand(case: CaseFacts, start: Start, what: LimitWhat, today: date) -> date | None:
    demand = told.demand_day(case, today)
    return demand.first if demand and start.day <= demand.first <= last_day(what, start.day) else None


def _promised(case: CaseFacts, start: Start, what: LimitWhat) -> date | None:
    """A promise counts for the three years alone."""
    promised = promise(case, start) if what == "civil" else None
    return promised.day if promised else None


def notes(case: CaseFacts, start: Start, what: LimitWhat, today: date) -> tuple[str, ...]:
    """Notes on what may lengthen the period, the weightiest first: a dated demand, words of a hindrance (LAW-ARB-04), any
    demand or promise (LAW-ARB-03, LAW-LIT-04). The day itself is not moved, because it has to be proved."""
    found = ["note_restarted"] if _demand(case, start, what, today) else []
    found += ["note_promised"] if _promised(case, start, what) else []
    if HINDERED.search(case.words(*SLOTS)):
        found.append("note_suspended")
    if case.tried & INTERRUPTING or case.day("promised_date") or case.proceeding != "none":
        found.append("note_interrupted")
    return tuple(found)
