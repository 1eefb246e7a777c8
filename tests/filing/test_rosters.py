"""A group's roster in the papers, in what is filed and at the desk; the template behind its link."""
from __future__ import annotations

import argparse
from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from bot.cases import links, roster
from bot.cases.roster_model import RosterRow
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.cli import desk as desk_command
from bot.documents import service
from bot.documents.case import Case
from bot.evidence.roster.read import looks_like_roster
from bot.evidence.sniff import XLSX
from bot.filing import desk, papers, rosters
from bot.filing.erase import erase, expire
from bot.filing.service import NotPreviewed, file_complaint, present_filing
from tests.cases.test_roster import workers
from tests.support.stores import NOW, STATION, later, previewed

WHO = "chat:甲"


def group(store: Store, count: int = 12, chosen: tuple[int, ...] = (1, 2, 3)) -> None:
    """A roster that counts."""
    with store.session() as session:
        roster.put(session, WHO, workers(count), None, NOW)
        roster.agree(session, WHO, NOW)
        roster.choose(session, WHO, chosen, NOW)


def filed(store: Store, station: str = STATION) -> str:
    with store.session() as session:
        previewed(session, WHO)
    with store.session() as session:
        return file_complaint(session, WHO, NOW, station).receipt


def test_the_rows_reach_every_paper_but_his_own_iou(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    group(store)
    seen: dict[str, int] = {}

    def keep(document: str, case: Case, _evidence: object) -> dict[str, object]:
        seen[document] = len(case.roster)
        raise LookupError

    monkeypatch.setattr(service, "context", keep)
    with store.session() as session:
        previewed(session, WHO)
        made = {name: links.make(session, WHO, name, "docx", NOW) for name in ("wage_iou", "inspection_complaint")}
    for token in made.values():
        with pytest.raises(LookupError):
            papers.open_paper(store, token, NOW)
    assert seen == {"wage_iou": 0, "inspection_complaint": 12}


def test_his_own_iou_prints_his_own_sum_beside_a_roster(store: Store) -> None:
    group(store)
    with store.session(read_only=True) as session:
        rows = rosters.rows_of_sender(session, WHO)
    facts = {"owed_amount": Fact("known", 1000), "debtor_name": Fact("known", "宏达劳务公司"),
             "worker_name": Fact("known", "王小一1")}
    text = "\n".join(service.preview("wage_iou", facts, evidence=[], today=NOW.date(), roster=rows))
    assert "1,000" in text and "12,000" not in text


def test_what_is_filed_holds_the_roster_as_it_was_previewed(store: Store) -> None:
    group(store)
    receipt = filed(store)
    with store.session() as session:
        file = desk.show(session, receipt, NOW)
    assert len(file.roster) == 12 and [row.n for row in file.roster if row.representative] == [1, 2, 3]
    assert file.line.people == Fact("known", 12) and file.line.owed == Fact("known", 12000.0)
    assert file.facts["owed_amount"].value is None  # his own stays his own (LAW-IOU-13)


def test_a_changed_roster_is_no_longer_what_was_filed_and_must_be_previewed_before_a_yes(store: Store) -> None:
    group(store)
    receipt = filed(store)
    with store.session() as session:
        found = present_filing(session, WHO)
        assert found is not None and found.receipt == receipt
    group(store, 11, ())
    with store.session() as session:
        assert present_filing(session, WHO) is None
    with store.session() as session:
        assert file_complaint(session, WHO, NOW, STATION).version == 1  # not previewed: what was filed stands
    with store.session() as session:
        previewed(session, WHO)
    with store.session() as session:
        amended = file_complaint(session, WHO, NOW, STATION)
    assert (amended.receipt, amended.version) == (receipt, 2)
    with store.session() as session:
        assert len(desk.show(session, receipt, NOW).roster) == 11


def test_a_roster_that_comes_between_preview_and_yes_stops_the_yes(store: Store) -> None:
    with store.session() as session:
        previewed(session, WHO)
    group(store)
    with store.session() as session, pytest.raises(NotPreviewed):
        file_complaint(session, WHO, NOW, STATION)


def test_the_desk_reads_each_worker_and_the_sum_of_all(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    group(store)
    receipt = filed(store)
    assert desk_command.run(argparse.Namespace(command="show", number=receipt), store) == 0
    shown = capsys.readouterr().out
    assert "名单：12人，一共欠12,000元" in shown
    for one in workers(12):
        line = next(line for line in shown.splitlines() if one.name in line)
        assert one.id_number in line and one.phone in line and "1,000元" in line and ("代表" in line) == (one.n in (1, 2, 3))
    assert desk_command.run(argparse.Namespace(command="list", state=None), store) == 0
    listed = capsys.readouterr().out
    assert "12人" in listed and "12,000元" in listed


def test_a_filing_of_before_has_no_roster_and_the_same_digest(store: Store) -> None:
    receipt = filed(store)
    with store.session() as session:
        assert desk.show(session, receipt, NOW).roster == () and present_filing(session, WHO) is not None


def test_a_desk_keeps_the_roster_that_it_has_and_nothing_else_is_left(store: Store) -> None:
    group(store)
    receipt = filed(store)
    with store.session() as session:
        assert erase(session, WHO, NOW).counts["roster_row"] == 12
    with store.session() as session:
        assert len(desk.show(session, receipt, NOW).roster) == 12
        assert session.scalar(select(func.count()).select_from(RosterRow)) == 0


def test_what_expires_takes_its_roster_with_it(store: Store) -> None:
    group(store)
    receipt = filed(store)
    with store.session() as session:
        desk.answer(session, receipt, "拿到钱了", "accepted", NOW)
        desk.answer(session, receipt, "拿到钱了", "paid", NOW)
    with store.session() as session:
        assert expire(session, later(days=400), 365) == 1
        assert session.scalar(select(func.count()).select_from(RosterRow)) == 0


def test_the_template_comes_behind_a_link_also_before_any_case(store: Store) -> None:
    with store.session() as session:
        token = rosters.link(session, "chat:新来的", NOW)
    paper = papers.open_paper(store, token, NOW)
    assert paper.filename == "花名册模板.xlsx" and looks_like_roster(paper.data, XLSX) and "spreadsheetml" in paper.mime
    with pytest.raises(papers.PaperGone):
        papers.open_paper(store, token, later(hours=25))


def test_the_sum_of_a_group_is_exact(store: Store) -> None:
    with store.session() as session:
        roster.put(session, WHO, [replace(one, owed=Decimal("0.10")) for one in workers(3)], None, NOW)
        roster.agree(session, WHO, NOW)
    receipt = filed(store)
    with store.session() as session:
        assert desk.show(session, receipt, NOW).line.owed == Fact("known", 0.3)
