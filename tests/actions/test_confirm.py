"""A question at the yes is answered, the yes stays open, and nothing is filed."""
from __future__ import annotations

import pytest

from actions.common import Act
from actions.explain import ActionExplain
from actions.filing import ActionFileComplaint
from actions.going_on import ActionRepeat
from actions.own_filings import ActionAskWithdraw
from actions.status import ActionStatus
from bot.cases.store import Store
from bot.filing.status import own_status
from tests.actions.stage import SENDER, Message, Played, bot, play, user
from tests.support.stores import previewed

SEEN = [user("跳过"), bot("还没有提交。看清楚了", "utter_confirm_filing")]


@pytest.fixture
def shown(store: Store) -> Store:
    """The complaint was previewed."""
    with store.session() as session:
        previewed(session, SENDER)
    return store


def ask(action: Act, text: str, intent: str, before: list[dict[str, object]] | None = None) -> Played:
    """The action that NLU's intent leads to, at the yes."""
    return play(action, Message(text, intent, slots={"awaiting": "file"}, before=SEEN if before is None else before))


@pytest.mark.parametrize(("action", "text", "intent", "piece"), [
    (ActionAskWithdraw(), "提交以后能撤吗", "withdraw_filing", "一个钟头"),
    (ActionStatus(), "提交了会怎么样", "status", "回执号"),
    (ActionExplain(), "确认提交是什么意思", "explain", "点了才交"),
    (ActionRepeat(), "对不对我看不懂", "repeat", "先别提交"),
    (ActionFileComplaint(), "确认提交吗 提交要钱吗", "file_complaint", "不收钱"),
    (ActionFileComplaint(), "是谁看到这个", "affirm", "没有你点头"),
])
def test_it_is_answered_and_the_yes_stays_open(shown: Store, action: Act, text: str, intent: str, piece: str) -> None:
    played = ask(action, text, intent)
    assert [piece in told for told in played.texts] == [True]
    assert played.said == ["utter_confirm_filing"] and played.slots == {"awaiting": "file"} and played.next == ""
    assert played.customs("receipt") == []
    with shown.session(read_only=True) as session:
        assert own_status(session, SENDER) == []


def test_a_yes_still_files(shown: Store) -> None:
    assert ask(ActionFileComplaint(), "确认提交", "affirm").customs("receipt")


def test_what_is_not_understood_elsewhere_is_not_about_the_filing(shown: Store) -> None:
    played = ask(ActionRepeat(), "看不懂", "repeat", [user("监察"), bot("去监察大队", "utter_help")])
    assert "utter_confirm_filing" not in played.said


def test_without_a_preview_the_question_goes_its_usual_way(store: Store) -> None:
    assert ask(ActionStatus(), "提交了会怎么样", "status").said == ["utter_status_ask"]


def test_after_the_filing_the_withdrawal_is_asked_as_before(shown: Store) -> None:
    ask(ActionFileComplaint(), "确认提交", "affirm")
    assert ask(ActionAskWithdraw(), "能不能撤回", "withdraw_filing").said == ["utter_ask_withdraw"]
