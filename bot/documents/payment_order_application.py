"""支付令申请书 (LAW-DOC-03): against the debtor alone, to the basic court where he lives (LAW-PAY-06), for the principal
alone (LAW-PAY-09)."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.chinese.dates import format_date
from bot.documents.case import Case, rows
from bot.documents.others import who
from bot.documents.paper import Paper
from bot.documents.pleading import ON_MONEY, ON_WORK, ON_WORKER, asked, begun, preview_of, tick
from bot.documents.proof import Item
from bot.documents.sums import sum_text
from bot.documents.times import day_of, day_text

PART = "payment_order_application"


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What its two templates print."""
    table, roles = case.words[PART], ("debtor",)
    label = table["rows"]
    boxes = [(str(label[name]), tick(case)) for name in ("other_debts", "own_duty", "secured", "reachable")]
    return {
        **begun(case, evidence, PART, roles),
        "requests": [asked(table, "pay", who=who(case, table, roles), sum=sum_text(case, "owed_amount"))],
        "conditions": rows((str(label["due"]), _due(case, table)), *boxes),
        "office": case.ruled("place") + str(table["office"]) + case.mark(str(table["office_note"])),
    }


def _due(case: Case, table: dict[str, Any]) -> str:
    """The day on which it was to be paid; one that is still to come stands with a mark: it is too early (LAW-PAY-01)."""
    day = day_of(case.value("promised_date"))
    if day is not None and day >= case.today:
        return format_date(day) + case.mark(str(table["not_due"]))
    return day_text(case, "promised_date")


PAPER = Paper(
    name="payment_order_application", part=PART, context=context, pairs=preview_of("conditions"),
    wanted=(*ON_WORK, *ON_MONEY, "promised_date", *ON_WORKER),
)
