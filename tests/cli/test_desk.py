"""The station's register on the terminal (`python -m bot desk`)."""
from __future__ import annotations

import argparse
import re

import pytest

from bot.cases import evidence, outgoing
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.cli import desk as command
from bot.cli.desk_text import fact_text
from bot.content import load
from bot.filing import desk, settling
from bot.filing.gateways.base import NotSent
from bot.filing.service import file_complaint, withdraw
from bot.filing.states import states
from bot.settings import ROOT
from tests.support.filed import filed
from tests.support.sending import Receiver, file_away, run_due
from tests.support.stores import NOW, PNG, STATION, later, previewed


@pytest.fixture
def number(store: Store) -> str:
    return filed(store)


def run_desk(store: Store, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments), store)


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


def test_what_could_not_be_delivered_is_listed_and_tried_again(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_desk(store, "undelivered") == 0
    assert capsys.readouterr().out.strip() == "没有送不到的。"
    number = file_away(store, gateway="email").receipt
    run_due(store, Receiver([NotSent("bad_login", final=True)]), NOW)
    assert run_desk(store, "undelivered") == 0
    said = capsys.readouterr().out
    assert all(part in said for part in (number, "投诉 email 没有送到", "邮箱的用户名或口令不对", "试了1次"))
    assert run_desk(store, "retry", number) == 0
    assert "1份又排上队了" in capsys.readouterr().out
    assert run_desk(store, "retry", number) == 2
    assert run_desk(store, "retry") == 2


def test_the_list_marks_what_the_desk_should_have_done(
    store: Store, number: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for hours, marked in ((1, []), (3, ["转办超时"]), (25, ["转办超时", "核实超时"])):
        monkeypatch.setattr(command.clock, "now", lambda hours=hours: later(hours=hours))
        run_desk(store, "list")
        said = capsys.readouterr().out
        assert [mark for mark in ("转办超时", "核实超时") if mark in said] == marked


def test_every_reason_has_words() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "filing").rglob("*.py"))
    used = {name for pair in re.findall(r'NotSent\("(\w+)"(?: if \w[^"]* else "(\w+)")?', code) for name in pair if name}
    assert used | {settling.INTERRUPTED} == set(load().words["desk"]["undelivered"]["reasons"])
