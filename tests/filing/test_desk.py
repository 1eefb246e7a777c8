"""The station's register, in the database and on the terminal."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from sqlalchemy import event

from bot.cases import drafts, outgoing
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing import desk
from bot.filing.service import file_complaint, withdraw
from bot.filing.states import states
from bot.filing.status import own_status
from tests.support.filed import filed
from tests.support.stores import NOW, STATION, later, previewed


@pytest.fixture
def number(store: Store) -> str:
    return filed(store)


def test_the_list_tells_who_how_many_and_how_long(store: Store, number: str) -> None:
    with store.session() as session:
        line = desk.list_filings(session, later(days=3))[0]
    assert (line.number, line.days, line.state) == (number, 3, "delivered")
    assert line.people and line.people.value == 12
    assert line.owed and (line.owed.low, line.owed.high) == (20000, 30000)
    assert line.debtor and line.debtor.value == "宏达劳务公司"
    assert line.due and line.due.step == "desk_looks"


def test_what_is_kept_of_another_claim_is_not_filed(store: Store) -> None:
    aside = Fact("known", {"debtor_name": Fact("known", "刘三").to_json()})
    with store.session() as session:
        previewed(session, "甲", claim_aside=aside, other_claim=Fact("known", "刘三欠我四千二"))
        receipt = file_complaint(session, "甲", NOW, STATION).receipt
        assert "debtor_name" in desk.show(session, receipt, NOW).facts
        assert not {"claim_aside", "other_claim"} & desk.show(session, receipt, NOW).facts.keys()


def test_the_list_asks_the_database_twice_however_long_it_is(store: Store) -> None:
    with store.session() as session:
        for turn in range(12):
            previewed(session, f"工人{turn}")
            file_complaint(session, f"工人{turn}", later(minutes=turn), STATION)
    asked: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    with store.session() as session:
        assert len(desk.list_filings(session, later(days=1))) == 12
    assert sum(query.lstrip().startswith("SELECT") for query in asked) == 2


def test_a_file_holds_the_facts_the_hashes_and_the_numbers_in_clear(store: Store, number: str) -> None:
    with store.session() as session:
        file = desk.show(session, number.lower(), NOW)
    assert file.facts["worker_name"].value == "王大强"
    assert file.personal == {"〔身份证#1〕": "11010519491231002X"}
    assert file.evidence[0]["filename"] == "欠条.png" and len(str(file.evidence[0]["sha256"])) == 64


def test_an_answer_reaches_the_worker_once_and_moves_the_state(store: Store, number: str) -> None:
    with store.session() as session:
        line = desk.answer(session, number, "收到了,周四来站里。", "accepted", later(hours=5))
    with store.session() as session:
        messages = outgoing.waiting(session, "甲", later(hours=6))
        status = own_status(session, "甲")[0]
    assert line.state == status.state == "accepted"
    assert [message["text"] for message in messages] == ["收到了,周四来站里。"]
    assert messages[0]["payload"] == {"kind": "desk_answer", "receipt": number, "state": "accepted", "outcome": None}
    assert (status.events[-1].what, status.events[-1].note) == ("desk_answer", "收到了,周四来站里。")


def test_two_equal_answers_are_two_messages(store: Store, number: str) -> None:
    with store.session() as session:
        for _ in range(2):
            desk.answer(session, number, "请来电话。", None, NOW)
        assert len(outgoing.waiting(session, "甲", NOW)) == 2


def test_what_was_sent_back_may_be_completed_later_than_an_hour(store: Store, number: str) -> None:
    with store.session() as session:
        desk.answer(session, number, "少了考勤。", "sent_back", later(days=1))
        previewed(session, "甲", later(days=2), has_contract=Fact("known", False))
        again = file_complaint(session, "甲", later(days=2), STATION)
        assert (again.receipt, again.version) == (number, 2)
        assert [line.state for line in desk.list_filings(session, later(days=2))] == ["delivered"]


@pytest.mark.parametrize(("said", "reason"), [
    ("随便", "unknown_state"), ("closed", "unknown_state"), ("confirmed", "wrong_step"),
])
def test_a_state_that_does_not_fit_is_refused_and_nothing_changes(store: Store, number: str, said: str, reason: str) -> None:
    with store.session() as session:
        with pytest.raises(desk.DeskRefused, match=reason):
            desk.answer(session, number, "好", said, NOW)
        assert own_status(session, "甲")[0].state == "delivered"
        assert outgoing.waiting(session, "甲", NOW) == []


def test_what_is_closed_stays_closed(store: Store, number: str) -> None:
    with store.session() as session:
        desk.answer(session, number, "已付清。", "paid", NOW)
        for state in ("accepted", "paid", None):
            with pytest.raises(desk.DeskRefused, match="closed"):
                desk.answer(session, number, "重开", state, NOW)
        assert own_status(session, "甲")[0].outcome == "paid"
        assert [message["text"] for message in outgoing.waiting(session, "甲", NOW)] == ["已付清。"]


def test_a_withdrawn_filing_leaves_the_list(store: Store, number: str) -> None:
    with store.session() as session:
        withdraw(session, "甲", later(minutes=1))
        assert desk.list_filings(session, NOW) == []


def test_what_the_desk_closes_as_taken_back_may_be_filed_again(store: Store, number: str) -> None:
    with store.session() as session:
        line = desk.answer(session, number, "按你说的撤了。", "withdrawn", NOW)
        assert (line.state, line.outcome) == ("closed", "withdrawn")
        assert desk.list_filings(session, NOW) == []
        assert own_status(session, "甲")[0].outcome == "withdrawn"
    with store.session() as session:
        draft = drafts.load(session, "甲")
        assert draft and draft.stage == "papers"
        drafts.save(session, "甲", facts=draft.facts, form=None, asked=None, answered=draft.answered, stage="previewed", now=NOW)
        again = file_complaint(session, "甲", NOW, "")
        assert (again.receipt, again.again, len(again.words)) == (number, False, 3)
        assert [one.number for one in desk.list_filings(session, NOW)] == [number]


def test_the_states_of_the_table_lead_only_to_states(store: Store) -> None:
    table = states().table
    assert set(table) == {"draft", "confirmed", "queued", "delivered", "accepted", "sent_back", "closed"}
    assert states().outcomes == ("paid", "part_paid", "refused", "withdrawn")
    assert all(set(state["to"]) <= set(table) for state in table.values())


def test_every_state_step_and_event_has_its_words(store: Store) -> None:
    words = yaml.safe_load(Path("content/words/filing.yml").read_text("utf-8"))
    table = states()
    steps = [step["step"] for state in table.table.values() for step in state["next"]]
    steps += [step["step"] for closed in table.closed_next.values() for step in closed]
    assert set(words["states"]) == set(table.table) and set(words["outcomes"]) == set(table.outcomes)
    assert set(words["steps"]) == set(steps)
    assert set(table.closed_next) == set(table.outcomes)
    assert "已提交" not in Path("content/words/filing.yml").read_text("utf-8").split("\n", 1)[1]


@pytest.mark.parametrize(("typed", "kept"), [
    ("\x1b[31m明天来\x1b[0m", "明天来"), ("\x1b]0;title\x07请来站里", "请来站里"), ("来\x00站\x08里\u202e", "来站里"),
    ("第一行\r\n第二行", "第一行\n第二行"), ("\x9b2J好", "好"),
])
def test_signs_that_steer_a_terminal_are_taken_out_of_an_answer(store: Store, number: str, typed: str, kept: str) -> None:
    with store.session() as session:
        desk.answer(session, number, typed, None, NOW)
        assert [message["text"] for message in outgoing.waiting(session, "甲", NOW)] == [kept]
        assert own_status(session, "甲")[0].events[-1].note == kept


def test_an_answer_of_such_signs_alone_is_empty(store: Store, number: str) -> None:
    with store.session() as session, pytest.raises(desk.DeskRefused, match="no_text"):
        desk.answer(session, number, "\x1b[0m\x07 ", None, NOW)
