"""What is taught: the bot and `python -m bot answer` say the same; the sum is checked and never set."""
from __future__ import annotations

from types import SimpleNamespace

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.assessment import ActionAssess
from actions.common import Turn
from actions.danger import ActionDanger
from actions.speech import say_answer, say_second_needs
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.cli.answer import reply
from bot.content import NEEDS, load
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW

SECOND = ["limitation_period", "work_injury", "social_insurance", "steps"]


@pytest.mark.parametrize("need", NEEDS)
def test_the_command_for_review_answers_a_need_in_the_words_of_the_bot(need: str) -> None:
    dispatcher = CollectingDispatcher()
    turn = Turn(dispatcher, Tracker(SENDER, {}, {}, [], False, None, {}, "action_listen"))
    second = [name for name in SECOND if name != need]
    say_answer(turn, load().answers[need])
    say_second_needs(turn, second)
    spoken = [message["text"] for message in dispatcher.messages if message.get("text")]
    assert reply(SimpleNamespace(danger="", intent=SimpleNamespace(name=need)), need, second, load()) == spoken  # type: ignore[arg-type]
    assert len(spoken) == 4


@pytest.mark.parametrize(("text", "laws"), [
    ("老板说关店了,欠我两个月工资7400,还扣了我500押金", ["LAW-LCA-09"]),
    ("欠我两个月工资,押金500也没退,还扣了我300说我打破了碗", ["LAW-LCA-09", "LAW-REG-06"]),
    ("欠我五月的工资4200,还罚了我200", ["LAW-REG-06"]),
    ("欠我五月的工资4200,在一家超市当收银", []),
])
def test_a_deposit_is_told_by_its_own_law_and_the_limit_of_deductions_only_where_something_was_deducted(
    text: str, laws: list[str]
) -> None:
    dispatcher = CollectingDispatcher()
    turn = Turn(dispatcher, Tracker(SENDER, {}, {"text": text}, [], False, None, {}, "action_listen"))
    say_second_needs(turn, ["deposit_or_fine_withheld"])
    said = [message["custom"]["ids"][0] for message in dispatcher.messages if message.get("custom")]
    assert said == laws


def test_a_driver_with_a_lorry_of_his_own_hears_nothing_of_project_money() -> None:
    dispatcher = CollectingDispatcher()
    told = "我开自己的货车给沙场拉渣土,工程款还差4万8"
    say_second_needs(Turn(dispatcher, Tracker(SENDER, {}, {"text": told}, [], False, None, {}, "action_listen")),
                     ["project_money_vs_wages"])
    assert not dispatcher.messages


def test_in_danger_both_say_the_words_of_safety_alone() -> None:
    bot = play(ActionDanger(), Message("我不想活了", "danger_self", danger="danger_self"))
    assert reply(SimpleNamespace(danger="danger_self"), "steps", SECOND, load()) == bot.texts  # type: ignore[arg-type]
    assert "12356" in bot.texts[0]


@pytest.mark.parametrize(("owed", "said"), [(18000, ""), (80000, "18000元"), (8000, "18000元"), (None, "18000元")])
def test_a_sum_that_does_not_fit_rate_and_time_is_questioned_and_not_changed(store: Store, owed: int | None, said: str) -> None:
    told = {"debtor_kind": Fact("known", "company"), "pay_rate": Fact("known", {"amount": 6000, "unit": "month"}),
            "owed_period": Fact("known", ["2026-03-01", "2026-05-31"]),
            "owed_amount": Fact("known", owed) if owed else Fact("unknown")}
    with store.session() as session:
        drafts.save(session, SENDER, facts=told, form="wage_claim", asked=None, answered=[], stage="claim", now=NOW)
    played = play(ActionAssess(), Message("接下来怎么办", "assess"))
    assert (said in played.texts[0]) if said else ("18000" not in "".join(played.texts))
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is not None and draft.facts == told and draft.stage == "assessed"


@pytest.mark.parametrize(("text", "said"), [
    ("一个小时28,干了470个钟头,一分没给", False), ("欠我一个月工资4200,天天加班到九点", True),
    ("一天干十二个小时,工资欠两个月", True)])
def test_overtime_is_spoken_of_only_where_it_was_told(text: str, said: bool) -> None:
    dispatcher = CollectingDispatcher()
    turn = Turn(dispatcher, Tracker(SENDER, {}, {"text": text}, [], False, None, {}, "action_listen"))
    say_second_needs(turn, ["overtime_pay"])
    assert bool(dispatcher.messages) is said
