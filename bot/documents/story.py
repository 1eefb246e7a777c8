"""事实和理由: what happened, in sentences; what is not known stays a blank, what was heard is said as heard."""
from __future__ import annotations

from collections.abc import Sequence

from bot.documents.case import Case
from bot.documents.parties import debtor_called, may_be_site, trade
from bot.documents.proof import Item, kind_name
from bot.documents.sums import due_text, rate_text, sum_text
from bot.documents.times import day_of, day_text, owed_period, work_period


def paragraphs(case: Case, evidence: Sequence[Item], me: str = "") -> list[str]:
    """The paragraphs of the facts (LAW-DOC-01 ③). `me`: what the worker is called in the paper (申请人, 原告)."""
    me = me or str(case.words["complaint"]["me"])
    return [_work(case, me), _sums(case, evidence), *filter(None, [_after(case, me)])]


def _words(case: Case) -> dict[str, str]:
    table: dict[str, str] = case.words["complaint"]["facts"]
    return table


def _work(case: Case, me: str) -> str:
    words = _words(case)
    built = case.fact("project_name") and may_be_site(case)
    project = words["project"].format(name=case.text("project_name", "company")) if built else ""
    place = case.text("work_place", "place")
    parts = [
        words["work"].format(me=me, period=work_period(case), place=place, trade=trade(case), project=project),
        words["hired"].format(me=me, name=debtor_called(case)),
        words["rate"].format(rate=rate_text(case)),
        _contract(case),
    ]
    return "".join(parts)


def _contract(case: Case) -> str:
    has = case.value("has_contract")
    return case.words["complaint"]["facts"]["contract"]["yes" if has else "no"] if isinstance(has, bool) else ""


def _sums(case: Case, evidence: Sequence[Item]) -> str:
    words = _words(case)
    said = words["sums"].format(due=due_text(case), paid=sum_text(case, "paid_amount"), owed=sum_text(case, "owed_amount"))
    period = owed_period(case)
    return said + (words["owed_period"].format(period=period) if period else "") + _confirmed(case, evidence)


def _confirmed(case: Case, evidence: Sequence[Item]) -> str:
    """Who confirmed the sum: never invented, only the papers that are there (LAW-DOC-01 ③)."""
    words, held = _words(case), case.fact("evidence_held")
    have = {item.kind for item in evidence} | set(held.value if held and isinstance(held.value, list) else [])
    if case.value("has_iou") is True:
        have.add("iou")
    kinds = [kind_name(case, kind) for kind in ("iou", "settlement", "payslip") if kind in have]
    name = case.blank("name")
    return words["confirmed"].format(kinds="、".join(kinds), name=name) if kinds else words["unconfirmed"].format(name=name)


def _after(case: Case, me: str) -> str:
    return _promised(case) + _tried(case, me) + _people(case)


def _promised(case: Case) -> str:
    if case.fact("promised_date") is None:
        return ""
    day, words = day_of(case.value("promised_date")), _words(case)
    kept = words["not_kept"] if day is not None and day < case.today else ""
    return words["promised"].format(date=day_text(case, "promised_date"), kept=kept)


def _tried(case: Case, me: str) -> str:
    ways, table = case.value("already_tried"), case.words["complaint"]["tried"]
    named = [str(table[way]) for way in ways if way in table] if isinstance(ways, (list, tuple)) else []
    return _words(case)["tried"].format(me=me, ways="、".join(named)) if named else ""


def _people(case: Case) -> str:
    fact = case.fact("people_count")
    if fact is None:
        return ""
    words = _words(case)
    if fact.state == "vague" and isinstance(fact.low, int) and isinstance(fact.high, int):
        return words["people_vague"].format(low=fact.low, high=fact.high)
    if not isinstance(fact.value, int) or isinstance(fact.value, bool) or fact.value < 2:
        return ""
    count = str(fact.value)
    return words["people"].format(count=count if fact.state == "known" else case.note("second_hand", value=count))
