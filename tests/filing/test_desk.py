"""The station's register, in the database and on the terminal."""
from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest
import yaml
from sqlalchemy import event

from bot.cases import drafts, evidence, outgoing, personal
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.cli import desk as command
from bot.cli.desk_text import fact_text
from bot.content import load
from bot.filing import desk
from bot.filing.service import file_complaint, withdraw
from bot.filing.states import states
from bot.filing.status import own_status
from tests.support.stores import NOW, PNG, STATION, later, previewed


@pytest.fixture
def number(store: Store) -> str:
    with store.session() as session:
        token = personal.keep(session, "甲", "id_number", "11010519491231002X")
        evidence.add(session, "甲", data=PNG, filename="欠条.png", kind="iou", now=NOW)
        previewed(session, "甲", worker_id_number=Fact("known", token))
        return file_complaint(session, "甲", NOW, STATION).receipt


def run_desk(store: Store, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments), store)


def test_the_list_tells_who_how_many_and_how_long(store: Store, number: str) -> None:
    with store.session() as session:
        line = desk.list_filings(session, later(days=3))[0]
    assert (line.number, line.days, line.state) == (number, 3, "delivered")
    assert line.people and line.people.value == 12
    assert line.owed and (line.owed.low, line.owed.high) == (20000, 30000)
    assert line.debtor and line.debtor.value == "宏达劳务公司"
    assert line.due and line.due.step == "desk_looks"


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
    assert set(table) == {"draft", "confirmed", "delivered", "accepted", "sent_back", "closed"}
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


def test_the_command_lists_shows_and_answers(store: Store, number: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_desk(store, *["list"]) == 0
    listed = capsys.readouterr().out
    assert all(part in listed for part in (number, "12人", "20,000元-30,000元", "宏达劳务公司", "收到了，还没有人看"))
    assert run_desk(store, *["show", number]) == 0
    shown = capsys.readouterr().out
    assert all(part in shown for part in ("王大强", "11010519491231002X", "欠条.png", "SHA-256", STATION, "「两三万」", "大约"))
    assert run_desk(store, *["answer", number, "明天来", "--state", "accepted"]) == 0
    assert "现在是：在办" in capsys.readouterr().out


def test_the_command_refuses_in_chinese(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_desk(store, *["show", "MX-2026-7777777"]) == 2
    assert capsys.readouterr().err.strip() == "没有这个回执号。"


def test_a_state_that_there_is_not_is_answered_with_those_that_there_are(
    store: Store, number: str, capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_desk(store, "answer", number, "好", "--state", "finished") == 2
    said = capsys.readouterr().err
    assert "delivered accepted sent_back paid part_paid refused withdrawn" in said


CODED = {
    "debtor_kind": Fact("known", "company", words="厂里"),
    "industry": Fact("known", "factory", words="电子厂"),
    "still_working": Fact("known", True, words="还在干"),
    "has_contract": Fact("known", False, words="没签"),
    "pay_rate": Fact("known", {"amount": 4500, "unit": "month"}, words="一个月4500"),
    "start_date": Fact("known", "2026-03-05", words="3月5号"),
    "owed_period": Fact("known", ["2026-03-01", "2026-05-31"], words="3到5月"),
    "evidence_held": Fact("known", ["chat", "transfer"], words="微信"),
    "already_tried": Fact("second_hand", ["asked"], words="找过"),
    "other_proceeding": Fact("known", "none", words="没有"),
    "promised_date": Fact("vague", None, "2026-12-01", "2026-12-31", "年底"),
    "claim_words": Fact("known", "厂里欠我们工钱"),
}


def test_the_officer_reads_words_and_no_codes(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    with store.session() as session:
        evidence.add(session, "甲", data=PNG, filename="欠条.png", kind="iou", now=NOW)
        previewed(session, "甲", **CODED)
        number = file_complaint(session, "甲", NOW, STATION).receipt
    assert run_desk(store, "show", number) == 0
    shown = capsys.readouterr().out
    lines = dict(line.split(":", 1) for line in shown.splitlines() if ":" in line and not line.startswith(" "))
    assert lines["谁欠钱"] == "公司「厂里」" and lines["行业"] == "工厂「电子厂」"
    assert lines["还在不在干"] == "现在还在干「还在干」" and lines["合同"] == "没签合同「没签」"
    assert lines["讲好的工钱"] == "一个月4,500元「一个月4500」" and lines["哪天开始干"] == "2026年3月5日「3月5号」"
    assert lines["欠的是哪几个月"] == "2026年3月到5月「3到5月」" and lines["手里的证据"] == "聊天记录、转账记录「微信」"
    assert lines["找过谁"] == "找对方要(听别人说)「找过」" and lines["对方说好哪天给"] == "2026年12月(大约)「年底」"
    assert lines["工人自己的话"] == "厂里欠我们工钱" and lines["还欠多少"] == "20,000元-30,000元(大约)「两三万」"
    assert re.findall(r"EV-\w+ (\S+) 欠条.png", shown) == ["欠条"]
    body = re.sub(r"SHA-256 \w+|EV-\w+|MX-\S+|png", "", shown)
    assert not re.findall(r"[A-Za-z_]{2,}", body)


def test_every_code_of_a_fact_has_words_for_the_officer() -> None:
    words = dict(load().words)
    for slot, entry in words["facts"]["facts"].items():
        for code, said in entry.get("codes", {}).items():
            listed = slot in ("evidence_held", "already_tried")
            shown = fact_text(slot, Fact("known", [code] if listed else code), words, {})
            assert shown == (words["desk"]["household"] if code == "household" else said) and "你" not in shown


def test_the_state_is_said_to_an_officer_and_not_to_the_worker(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    with store.session() as session:
        previewed(session, "甲")
        number = file_complaint(session, "甲", NOW, "").receipt
    run_desk(store, "list")
    run_desk(store, "show", number)
    told = capsys.readouterr().out
    assert "演示" in told and "你" not in told
    words = load().words["desk"]
    assert set(words["states"]) == set(states().table) and set(words["outcomes"]) == set(states().outcomes)
    assert set(words["events"]) == set(load().words["filing"]["events"])
    assert not any("你" in str(words[part]) for part in ("states", "outcomes", "events"))


def test_the_list_may_ask_for_how_filings_ended(store: Store, number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with store.session() as session:
        previewed(session, "乙")
        open_one = file_complaint(session, "乙", NOW, STATION).receipt
        desk.answer(session, number, "已付清。", "paid", NOW)
    for state, there, gone in (("paid", number, open_one), ("closed", number, open_one), ("delivered", open_one, number)):
        assert run_desk(store, "list", "--state", state) == 0
        listed = capsys.readouterr().out
        assert there in listed and gone not in listed
    assert run_desk(store, "list", "--state", "refused") == 0
    assert capsys.readouterr().out.strip() == "没有登记的投诉。"


def test_a_list_of_a_state_that_there_is_not_is_refused_in_chinese(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_desk(store, "list", "--state", "finished") == 2
    assert "没有这种状态" in capsys.readouterr().err


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


def test_what_a_worker_named_steers_no_terminal(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    with store.session() as session:
        evidence.add(session, "甲", data=PNG, filename="欠\x1b[2J条.png", kind="iou", now=NOW)
        previewed(session, "甲", debtor_name=Fact("known", "宏达\x1b[31m", words="宏达\x1b[31m"))
        number = file_complaint(session, "甲", NOW, STATION).receipt
    run_desk(store, "list")
    run_desk(store, "show", number)
    told = capsys.readouterr().out
    assert "\x1b" not in told and "宏达" in told


def test_a_filing_that_was_taken_back_takes_no_answer_and_says_why(
    store: Store, number: str, capsys: pytest.CaptureFixture[str],
) -> None:
    with store.session() as session:
        withdraw(session, "甲", later(minutes=1))
    for command_line in (["answer", number, "明天来"], ["show", number]):
        assert run_desk(store, *command_line) == 2
        assert "撤回" in capsys.readouterr().err
    with store.session() as session:
        assert outgoing.waiting(session, "甲", NOW) == []
