"""Which reminders of one case are due on a day. Pure."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.cases.road_steps import Step
from bot.chinese.dates import format_date
from bot.content import load
from bot.filing.deadlines import Deadline, day_of

NEAR, NEAR_LIMIT = (7, 1), (30, 7, 1)
"""Days before an office's day or the day for paying, and before his own last day."""
MONEY = (15, 30, 60)
"""Days after a filing or a ruling on which 钱到了吗 is asked."""
LATE_MONEY, LATE_SILENCE = 14, 30
"""So many days late the question, and the word that nobody answered, are still said (the bot was not running)."""
SILENT = frozenset({
    "inspection_accepted", "inspection_done", "arbitration_accepted", "arbitration_award", "payment_order_accepted",
    "lawsuit_accepted", "legal_aid_decided", "mediation_end", "negotiation_end"})
"""Days of an office (or of talks) after which the next road is open when nobody answered."""
NOT_HIS = frozenset({"annulment", "payment_order_issued", "payment_order_answered", "legal_aid_lawyer"})
"""Days of which nobody is reminded: the other side's, or a step between."""
RULINGS = frozenset({"award", "judgment", "mediation_statement", "payment_order", "agreement"})
MOST_KEY = 80
SOON, TODAY = {True: "limit", False: "office"}, {True: "limit_today", False: "office_today"}
"""Words for his own day and for that of an office."""


@dataclass(frozen=True)
class Due:
    """One reminder. `key`: once for a case; `words`: entry of content/words/reminders.yml; `order`: what comes first."""

    key: str
    words: str
    values: dict[str, Any]
    order: tuple[int, int]


def due(days: Sequence[Deadline], steps: Sequence[Step], filed: date | None, today: date) -> list[Due]:
    """Every reminder of a case that is due on `today` and may still be said, the most pressing first."""
    found = [one for day in days if (one := _of_day(day)) is not None]
    money = _money(steps, filed, today)
    return sorted([*found, *([money] if money else [])], key=lambda one: one.order)


def _of_day(day: Deadline) -> Due | None:
    if day.on is None or day.what in NOT_HIS:
        return None
    title = load().words["after_filing"]["titles"][day.what]
    values = {"title": title, "on": format_date(day.on), "days": day.days_left}
    if day.days_left < 0:
        return _silence(day, values)
    near = [span for span in (NEAR_LIMIT if _is_his(day) else NEAR) if day.days_left <= span]
    if not near or day.assumed:
        return None
    words = TODAY[_is_his(day)] if day.days_left == 0 else SOON[_is_his(day)]
    return Due(f"{day.what}:{day.on}:{min(near)}", words, values, (0 if _is_his(day) else 1, day.days_left))


def _is_his(day: Deadline) -> bool:
    """Whether he himself has to act by then: a limit, or what runs from a ruling."""
    return day.limit or day.what in ("sue", "confirmation", "agreement_review")


def _silence(day: Deadline, values: dict[str, Any]) -> Due | None:
    """The day of an office has passed and he told of no answer."""
    if day.what not in SILENT or -day.days_left > LATE_SILENCE:
        return None
    return Due(f"silence:{day.what}:{day.on}", "silence_assumed" if day.assumed else "silence", values, (2, 0))


def _money(steps: Sequence[Step], filed: date | None, today: date) -> Due | None:
    """The last of the three questions that is due, counted from the last ruling or paper, else from the filing."""
    events = [(day_of(step), step.what) for step in steps if step.what in RULINGS or step.what == "handed_in"]
    start = max([*events, *([(filed, "filed")] if filed else [])], default=None)
    if start is None:
        return None
    asked = [span for span in MONEY if 0 <= (today - (start[0] + timedelta(days=span))).days <= LATE_MONEY]
    return Due(f"money:{start[0]}:{start[1]}:{max(asked)}", "money", {}, (3, 0)) if asked else None
