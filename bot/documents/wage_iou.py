"""工资欠条: the wage IOU that the debtor signs (LAW-IOU-01 … 17). Only what is sure is printed."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.chinese.dates import format_date
from bot.documents.case import Case, rows
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.parties import debtor_form, debtor_name, is_foreman, may_be_site, trade
from bot.documents.proof import Item
from bot.documents.sums import due_text, rate_text, sum_text
from bot.documents.times import day_of, day_text, owed_period, work_period

MOST_DAYS = 10_000
"""Nobody worked more days for one debtor: a slip of the pen."""


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates wage_iou.docx and wage_iou.typ print."""
    table = case.words["iou"]
    return {
        "debtor": debtor_rows(case),
        "creditor": creditor_rows(case),
        "work": _work(case, table["work"]),
        "worker": case.text("worker_name", "name"),
        "due": due_text(case),
        "paid": sum_text(case, "paid_amount"),
        "owed": sum_text(case, "owed_amount"),
        "pay_by": pay_by(case),
        "interest": case.mark(case.note("rate")),
        "one_worker": [str(table["one_worker"])] if _crew(case) else [],
        "sign": sign_lines(case),
    }


def debtor_rows(case: Case) -> list[dict[str, str]]:
    """Who owes, in a paper that he signs: by company, person or both where it is not known."""
    label = case.words["iou"]["debtor"][debtor_form(case)]
    pairs = [(label["name"], debtor_name(case))]
    if "code" in label:
        pairs.append((label["code"], case.blank("code")))
    if "person" in label:
        pairs.append((label["person"], case.blank("name")))
    if "id" in label:
        pairs.append((label["id"], case.blank("id")))
    pairs.append((label["phone"], case.number("debtor_phone", "phone")))
    return rows(*pairs)


def creditor_rows(case: Case) -> list[dict[str, str]]:
    """The worker, in a paper that the other side signs."""
    label = case.words["iou"]["creditor"]
    return rows(
        (label["name"], case.text("worker_name", "name")),
        (label["id"], case.number("worker_id_number", "id")),
        (label["phone"], case.number("worker_phone", "phone")),
    )


def _work(case: Case, label: dict[str, str]) -> list[dict[str, str]]:
    pairs = [(label["period"], work_period(case)), (label["attendance"], attendance(case)), (label["rate"], rate_text(case))]
    owed = owed_period(case)
    pairs += [(label["owed_period"], owed)] if owed else []
    return site_rows(case) + rows(*pairs)


def site_rows(case: Case) -> list[dict[str, str]]:
    """Where the work was and which trade; the project where it may have been a site."""
    label = case.words["iou"]["work"]
    pairs = [(label["project"], case.text("project_name", "company"))] if may_be_site(case) else []
    return rows(*pairs, (label["place"], case.text("work_place", "place")), (label["trade"], trade(case)))


def attendance(case: Case) -> str:
    """The days worked when he knows them for sure, else a blank: both sides fill it by the attendance sheet."""
    days = case.value("days_worked")
    if isinstance(days, bool) or not isinstance(days, (int, float)) or not 0 < days < MOST_DAYS:
        return case.blank("short", case.note("attendance"))
    return str(case.words["days"]).format(count=f"{days:g}")


def pay_by(case: Case) -> str:
    """The day by which it is to be paid: only a sure day that is not over (LAW-IOU-14)."""
    day = day_of(case.value("promised_date"))
    if day is not None:
        return format_date(day) if day >= case.today else case.blank("date", case.note("past_promise"))
    if case.fact("promised_date") is not None:
        return day_text(case, "promised_date") if not _promised_vaguely(case) else case.blank("date", case.note("pay_by"))
    return case.blank("date", case.note("pay_by"))


def _promised_vaguely(case: Case) -> bool:
    fact = case.fact("promised_date")
    return fact is not None and fact.state == "vague"


def _crew(case: Case) -> bool:
    fact = case.fact("people_count")
    count = None if fact is None else fact.value if fact.value is not None else fact.low
    return isinstance(count, int) and not isinstance(count, bool) and count > 1


def sign_lines(case: Case) -> list[str]:
    """Where the other side signs: a company by its seal, a foreman also for the company whose project it is (LAW-IOU-05)."""
    table = case.words["iou"]
    form = "foreman" if is_foreman(case) else debtor_form(case)
    project = case.value("project_name")
    department = case.clear(project) if isinstance(project, str) else ""
    return [str(line).format(department=department or table["department_blank"]) for line in table["sign"][form]]


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    table = case.words["preview"]
    sums = [(str(table[key]), data[key]) for key in ("due", "paid", "owed", "pay_by")]
    return [*pairs_of(data["debtor"]), *pairs_of(data["creditor"]), *pairs_of(data["work"]), *sums]


PAPER = Paper(
    name="wage_iou",
    part="iou",
    context=context,
    pairs=_preview,
    wanted=(
        "debtor_kind", "debtor_name", "owed_amount", "paid_amount", "pay_rate", "start_date", "end_date", "industry",
        "work_place", "project_name", "promised_date", "worker_name", "worker_phone", "worker_id_number",
    ),
    strict=True,
)
