"""The day on which the award was received: a fact of its own, or named in the words that tell of it."""
from __future__ import annotations

from datetime import date

from bot.chinese.dates import find_dates
from bot.chinese.decided import sentence
from bot.law.facts import CaseFacts, Day


def received(case: CaseFacts, today: date) -> Day | None:
    """The optional fact `award_date`; else the one past day named beside the award (裁决书上个月5号拿到的). None when no day or
    several are named: the 15 days are then not counted (LAW-ARB-12)."""
    told = case.day("award_date")
    if told or case.decided != "arbitration":
        return told
    named = find_dates(sentence(case.words("other_proceeding"), "arbitration"), today)
    if len(named) != 1 or named[0].first > today:
        return None
    first, last = named[0].first, min(named[0].last, today)
    return Day(first, last, first == last)
