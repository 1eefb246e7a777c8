"""Facts, numbers and evidence for the tests of papers (invented people; the ID number has a right check digit)."""
from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from bot.chinese.values import Fact
from bot.documents.roster import RosterRow

TODAY = date(2026, 11, 22)


def _table() -> dict[str, Any]:
    """The bases and rows of papers.yml with those of each further papers_….yml."""
    table: dict[str, Any] = {"base": {}, "papers": []}
    for path in sorted(Path(__file__).parent.glob("papers*.yml")):
        more = yaml.safe_load(path.read_text(encoding="utf-8"))
        table["base"] |= more.get("base", {})
        table["papers"] += more["papers"]
    return table


TABLE = _table()
PERSONAL = {
    "〔手机号#1〕": "13812345678",
    "〔手机号#2〕": "13900001111",
    "〔身份证#1〕": "522401198503070018",
    "〔身份证#2〕": "522401198503070019",
}
EVIDENCE = [
    SimpleNamespace(
        id="EV-1", kind="chat", filename="微信图片_20260305140522.jpg", note="5月3日老板说月底给",
        sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", taken_at=datetime(2026, 3, 5, 14, 5),
    ),
    SimpleNamespace(id="EV-2", kind="rights_board", filename="IMG_0001.jpg", note="", sha256="ab" * 32, taken_at=None),
]
_WORKERS = (
    ("王大强", "木工", 12000), ("李春生", "钢筋工", 9800), ("赵二妹", "小工", 6500), ("吴国平", "木工", 11200),
    ("龙长林", "架子工", 8000), ("杨胜利", "泥工", 7600), ("潘秀英", "小工", 5400), ("陈家富", "木工", 12600),
    ("罗世明", "水电工", 9000), ("石老三", "小工", 4800), ("田景文", "钢筋工", 10300),
)
ROSTER = tuple(
    RosterRow(n, name, "", f"138000000{n:02d}", trade, date(2026, 3, 1), date(2026, 5, 31), Decimal(owed), representative=n <= 3)
    for n, (name, trade, owed) in enumerate(_WORKERS, 1)
)


def fact(value: Any) -> Fact:
    """A fact from the table: a map with `state`, a list wrapped in a list, or a bare known value."""
    if isinstance(value, dict) and "state" in value:
        return Fact(**value)
    return Fact("known", value[0] if isinstance(value, list) else value)


def facts(base: str, changes: dict[str, Any] | None = None) -> dict[str, Fact]:
    """The facts of a base case with changes laid over it; None takes a fact away."""
    merged = {**TABLE["base"][base], **(changes or {})}
    return {slot: fact(value) for slot, value in merged.items() if value is not None}


#: which base case a paper is shown with in its kept picture, when it is not the company
SAMPLE_BASES: dict[str, str] = {"civil_complaint": "foreman_told", "support_prosecution": "foreman_told"}
#: facts laid over it
_WORKED = {"pay_rate": {"state": "known", "value": {"amount": 250, "unit": "day"}}, "days_worked": 68}
_OVERDUE = {"promised_date": "2026-06-30", "has_iou": True}
_RULED = {"ruling_office": "贵阳市观山湖区劳动人事争议仲裁委员会", "ruling_number": "筑观劳人仲字（2026）第00号"}
SAMPLE_FACTS: dict[str, dict[str, Any]] = {
    "forced_resignation": {"end_date": None, "still_working": True},
    "withdrawal": {"other_proceeding": "arbitration"},
    "arbitration_application": {**_WORKED, "promised_date": "2026-06-30"},
    "mediation_application": _OVERDUE,
    "payment_order_application": _OVERDUE,
    "advance_enforcement": {**_OVERDUE, **_RULED, "other_proceeding": "arbitration"},
    "enforcement_application": {
        **_RULED, "ruling_kind": "award", "ruling_date": "2026-10-08", "ruling_amount": 12000, "ruling_pay_by": "2026-10-31"},
    "judicial_confirmation": {
        "ruling_kind": "agreement", "ruling_office": "观山湖区长岭街道调解委员会", "ruling_number": "无",
        "ruling_date": "2026-11-10", "ruling_amount": 12000, "ruling_pay_by": "2026-12-31"},
}
#: the papers that are shown for a group
SAMPLE_ROSTERS = frozenset({"representatives"})


def sample(document: str) -> dict[str, Fact]:
    """The facts that a paper is shown with in its kept picture."""
    return facts(SAMPLE_BASES.get(document, "company"), SAMPLE_FACTS.get(document))
