"""Erasure: nothing is left but what a desk must keep."""
from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from bot.cases import drafts, evidence, links, outgoing, people, personal, road_steps, secrets_out, turns
from bot.cases.models import Audit, Base, Case, Evidence, LookupAttempt, Person, PersonalValue
from bot.cases.models_after import Reminder, ReminderSwitch
from bot.cases.store import Store
from bot.cases.sweep import sweep
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.filing import desk
from bot.filing.erase import erase, expire
from bot.filing.service import file_complaint, withdraw
from bot.filing.status import Status, look_up, own_status
from tests.support.stores import NOW, PNG, STATION, later, previewed, put_message

ID, CARD = "11010519491231002X", "6222020200112233444"


def fill(store: Store, sender: str = "wx:甲甲甲") -> None:
    """One of everything."""
    with store.session() as session:
        token = personal.keep(session, sender, "id_number", ID)
        personal.keep(session, sender, "bank_card", CARD)
        previewed(session, sender, worker_id_number=Fact("known", token))
        evidence.add(session, sender, data=PNG, filename="欠条照片.png", note="工头写的", now=NOW)
        links.make(session, sender, "wage_iou", "pdf", NOW)
        put_message(session, sender, "记得拍考勤表", None, NOW, "remind")
        turns.remember(session, sender, "m1", [{"text": "你被欠两三万"}], NOW)
        secrets_out.put(session, sender, ["苹果", "西瓜", "火车"], NOW)
        case = drafts.load(session, sender)
        person = people.find(session, sender)
        assert case is not None and person is not None
        road_steps.add(session, case.case_id, "inspection", "no_answer", NOW.date(), "监察没理我", NOW)
        session.add(Reminder(id=uuid4().hex, person_id=person.id, case_id=case.case_id, key="paid", day=NOW.date(), laid_at=NOW))
        session.add(ReminderSwitch(person_id=person.id, is_on=False, changed_at=NOW))


def stored(store: Store) -> dict[str, list[Any]]:
    """Every value of more than ten bytes in every table."""
    with store.session() as session:
        return {
            table.name: [
                value for row in session.execute(select(table)) for value in row if isinstance(value, (str, bytes, memoryview))
            ]
            for table in Base.metadata.sorted_tables
        }


def files(store: Store) -> list[Path]:
    return [path for path in store.vault.root.rglob("*") if path.is_file()]


def test_before_filing_everything_goes(store: Store) -> None:
    fill(store)
    assert len(files(store)) == 1
    with store.session() as session:
        erased = erase(session, "wx:甲甲甲", NOW)
    left = {table: values for table, values in stored(store).items() if values}
    assert set(left) == {"audit"}
    assert files(store) == []
    assert erased.counts == {"person": 1, "case": 1, "evidence": 1, "personal_value": 2, "file_link": 1, "outgoing": 1,
                             "turn": 1, "passing_secret": 1, "reminder": 1, "reminder_switch": 1, "road_step": 1}
    assert erased.kept == ()


def test_the_bytes_are_gone_from_the_database_and_its_log(store: Store) -> None:
    fill(store)
    values = [value for table in stored(store).values() for value in table]
    sealed = [bytes(value) for value in values if not isinstance(value, str) and len(value) > 20]
    assert len(sealed) >= 8
    with store.session() as session:
        erase(session, "wx:甲甲甲", NOW)
    assert store.scrub()
    if not store.url.startswith("sqlite"):
        return
    database = Path(store.engine.url.database or "")
    data = b"".join(path.read_bytes() for path in database.parent.glob(database.name + "*"))
    assert len(data) > 4096
    for secret in [*sealed, *[text.encode() for text in (ID, CARD, "王大强", "欠条照片", "甲甲甲", "考勤表")]]:
        assert secret not in data
        assert secret[30:60] not in data or len(secret) < 60


def test_another_worker_keeps_the_same_photo(store: Store) -> None:
    fill(store)
    fill(store, "wx:乙")
    with store.session() as session:
        erase(session, "wx:甲甲甲", NOW)
    with store.session() as session:
        item = evidence.list_all(session, "wx:乙")[0]
        assert evidence.read(session, item.id) == PNG


def test_a_failed_erasure_loses_no_file(store: Store) -> None:
    fill(store)
    try:
        with store.session() as session:
            erase(session, "wx:甲甲甲", NOW)
            raise RuntimeError
    except RuntimeError:
        pass
    with store.session() as session:
        assert evidence.read(session, evidence.list_all(session, "wx:甲甲甲")[0].id) == PNG


def test_a_disk_that_refuses_does_not_stop_the_erasure_and_the_sweep_removes_the_file(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    fill(store, "wx:乙")

    def refuse(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError("read-only file system")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "unlink", refuse)
        with store.session() as session:
            erased = erase(session, "wx:甲甲甲", NOW)
    assert erased.counts["evidence"] == 1 and len(files(store)) == 2
    with store.session() as session:
        assert sweep(session, datetime.now(CHINA))["vault_file"] == 0  # it may belong to an upload under way
    with store.session() as session:
        assert sweep(session, datetime.now(CHINA) + timedelta(hours=2))["vault_file"] == 1
    assert len(files(store)) == 1
    with store.session() as session:
        assert evidence.read(session, evidence.list_all(session, "wx:乙")[0].id) == PNG


def test_the_counters_of_his_tries_go_too_and_nobody_elses(store: Store) -> None:
    with store.session() as session:
        for sender in ("wx:甲甲甲", "wx:乙"):
            look_up(session, sender, "MX-2026-0000009", ["苹果", "西瓜", "火车"], NOW)
        before = session.scalar(select(func.count()).select_from(LookupAttempt))
        assert erase(session, "wx:甲甲甲", NOW).counts == {"lookup_attempt": 1}
        assert (before, session.scalar(select(func.count()).select_from(LookupAttempt))) == (3, 2)


def test_after_filing_the_desk_keeps_what_was_filed_and_nothing_more(store: Store) -> None:
    fill(store)
    with store.session() as session:
        filed = file_complaint(session, "wx:甲甲甲", NOW, STATION)
        later_item = evidence.add(session, "wx:甲甲甲", data=PNG + b"later", filename="后来.png", now=later(hours=2))
        drafts.save(session, "wx:甲甲甲", facts={"debtor_name": Fact("known", "后来改的名")}, form=None, asked=None, answered=[],
                    stage="claim", now=later(hours=2))
    with store.session() as session:
        erased = erase(session, "wx:甲甲甲", later(hours=3))
    with store.session() as session:
        assert own_status(session, "wx:甲甲甲") == []
        assert drafts.load(session, "wx:甲甲甲") is None
        file = desk.show(session, filed.receipt, later(hours=4))
        assert file.facts["debtor_name"].value == "宏达劳务公司"
        assert file.personal == {"〔身份证#1〕": ID}
        assert session.get(Evidence, later_item.id) is None
        assert session.scalar(select(func.count()).select_from(PersonalValue)) == 1
        assert session.execute(select(Person.sender_sealed, Person.made_at)).one() == (None, None)
        case = session.execute(select(Case)).scalar_one()
        assert drafts.facts_of(session, case)["debtor_name"].value == "宏达劳务公司"
        assert isinstance(look_up(session, "别的手机", filed.receipt, filed.words, later(hours=4)), Status)
    assert len(files(store)) == 1
    assert [(kept.receipt, kept.why, kept.laws) for kept in erased.kept] == [(filed.receipt, "desk_must_answer", ("LAW-PII-06",))]


def test_the_desk_can_still_answer_a_worker_who_erased_himself(store: Store) -> None:
    fill(store)
    with store.session() as session:
        filed = file_complaint(session, "wx:甲甲甲", NOW, STATION)
        erase(session, "wx:甲甲甲", NOW)
        desk.answer(session, filed.receipt, "已受理", "accepted", later(hours=1))
        assert outgoing.waiting(session, "wx:甲甲甲", later(hours=2)) == []
        status = look_up(session, "新手机", filed.receipt, filed.words, later(hours=2))
    assert isinstance(status, Status) and status.events[-1].note == "已受理"


def test_a_withdrawn_filing_is_not_kept(store: Store) -> None:
    fill(store)
    with store.session() as session:
        file_complaint(session, "wx:甲甲甲", NOW, STATION)
        withdraw(session, "wx:甲甲甲", later(minutes=5))
        assert erase(session, "wx:甲甲甲", later(minutes=6)).kept == ()
    assert {table for table, values in stored(store).items() if values} == {"audit"}


def test_the_number_of_an_erased_filing_is_never_given_again(store: Store) -> None:
    fill(store)
    with store.session() as session:
        first = file_complaint(session, "wx:甲甲甲", NOW, STATION)
        withdraw(session, "wx:甲甲甲", NOW)
        erase(session, "wx:甲甲甲", NOW)
        previewed(session, "wx:甲甲甲")
        assert file_complaint(session, "wx:甲甲甲", NOW, STATION).receipt != first.receipt


def test_one_who_was_never_here_is_no_error(store: Store) -> None:
    with store.session() as session:
        assert erase(session, "谁", NOW).counts == {}


def test_the_audit_says_that_it_was_done_and_not_to_whom(store: Store) -> None:
    fill(store)
    with store.session() as session:
        erase(session, "wx:甲甲甲", NOW)
        row = session.execute(select(Audit)).scalar_one()
    assert (row.what, row.count) == ("erase", 12)


def test_a_closed_filing_goes_when_its_time_with_the_desk_is_over(store: Store) -> None:
    fill(store)
    with store.session() as session:
        filed = file_complaint(session, "wx:甲甲甲", NOW, STATION)
        erase(session, "wx:甲甲甲", NOW)
        assert expire(session, later(days=800), 365) == 0
        desk.answer(session, filed.receipt, "已付清", "paid", later(days=10))
    with store.session() as session:
        assert expire(session, later(days=374), 365) == 0
        assert expire(session, later(days=376), 365) == 1
    assert {table for table, values in stored(store).items() if values} == {"audit"}
    assert files(store) == []
