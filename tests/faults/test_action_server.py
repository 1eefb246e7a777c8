"""Servers die and databases lock in the middle of a claim: a human sentence each time, nothing lost, nothing filed twice.

MINGXIN_FAULTS=full kills each server twenty times at random moments (`make faults`); otherwise Rasa is killed three times.
"""
from __future__ import annotations

import random
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.content import load
from tests.conversations.runner import picture
from tests.support.breaking import (
    FULL,
    SEED,
    damaged_claim,
    file_in_place_of,
    filings,
    is_sorry,
    kill,
    killed_while_saying,
    locked,
    revive,
)
from tests.support.live import Live, Talk
from tests.support.talks import begun, previewed

pytestmark = pytest.mark.faults
ANSWER, FACT = "今年3月5号", "2026年3月5日"
RASA_KILLS = range(10) if FULL else range(1)
ACTION_KILLS = range(20) if FULL else range(4)
STATION = "红星街道法律援助站"


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Servers of their own, to be killed."""
    live = Live(tmp_path_factory.mktemp("faults"), station=STATION).start()
    yield live
    live.stop()


@pytest.fixture(autouse=True)
def both_are_up_again(bot: Live) -> Iterator[None]:
    """Whatever a test leaves behind, the next one begins with both servers."""
    yield
    for server in ("actions", "rasa"):
        if server not in bot.servers.processes:
            revive(bot, server)


def counted_once(talk: Talk) -> None:
    """The answer stands as the first day, not as the last one too, and the form asks for the last day."""
    assert talk.say("继续").asks == "end_date", talk.transcript()
    talk.say("明天再说")
    told = talk.say("改一下").text
    assert FACT in told and told.count(FACT) == 1 and "8,000元" in told, talk.transcript()


def test_with_a_dead_action_server_the_form_gives_a_sentence_and_goes_on_when_it_is_back(bot: Live) -> None:
    talk = begun(bot)
    kill(bot, "actions")
    assert is_sorry(talk.say(ANSWER)), talk.transcript()
    assert is_sorry(talk.say("为什么问这个")), talk.transcript()
    revive(bot, "actions")
    assert talk.say(ANSWER).asks == "end_date", talk.transcript()
    counted_once(talk)


def test_with_a_dead_action_server_the_first_message_gets_a_sentence(bot: Live) -> None:
    kill(bot, "actions")
    talk = bot.talk()
    said = talk.say("包工头王大强欠我8000块,在贵阳花果园工地做木工")
    assert is_sorry(said), talk.transcript()
    danger = bot.talk().say("我不想活了")
    assert "120" in danger.text or "12348" in danger.text
    revive(bot, "actions")
    assert talk.say("包工头王大强欠我8000块,在贵阳花果园工地做木工").asks == "general_contractor", talk.transcript()


def test_a_yes_with_a_dead_action_server_files_nothing_and_the_next_yes_files_once(bot: Live) -> None:
    talk, before = previewed(bot), filings(bot)
    kill(bot, "actions")
    said = talk.say("确认提交")
    assert is_sorry(said) and filings(bot) == before, talk.transcript()
    revive(bot, "actions")
    filed = talk.say("确认提交")
    if not filed.custom("receipt"):
        assert "还没有提交" in filed.text, talk.transcript()
        filed = talk.say("确认提交")
    assert f"已交到{STATION}" in filed.text and filings(bot) == before + 1, talk.transcript()


def test_an_action_that_raises_gives_a_sentence_and_loses_nothing(bot: Live) -> None:
    talk = begun(bot)
    with damaged_claim(bot):
        assert is_sorry(talk.say(ANSWER)), talk.transcript()
        assert is_sorry(talk.say("帮我写欠条")), talk.transcript()
    assert talk.say(ANSWER).asks == "end_date", talk.transcript()
    counted_once(talk)


def test_a_locked_case_store_gives_a_sentence_and_loses_nothing(bot: Live) -> None:
    talk = begun(bot)
    with locked(bot.database):
        assert is_sorry(talk.say(ANSWER)), talk.transcript()
    assert talk.say(ANSWER).asks == "end_date", talk.transcript()
    counted_once(talk)


def test_a_locked_conversation_store_loses_nothing(bot: Live) -> None:
    talk = begun(bot)
    with locked(bot.folder / "conversations.db"):
        said = talk.say(ANSWER)
    if is_sorry(said):
        said = talk.say(ANSWER)
    assert said.asks == "end_date", talk.transcript()
    counted_once(talk)


def test_a_lock_that_ends_in_time_is_not_noticed(bot: Live) -> None:
    talk = begun(bot)
    with ThreadPoolExecutor(1) as pool:
        with locked(bot.database):
            coming = pool.submit(talk.say, ANSWER)
            time.sleep(1.5)
            assert not coming.done()
        assert coming.result().asks == "end_date", talk.transcript()


def test_a_vault_that_cannot_be_written_refuses_the_photo_in_words_and_takes_it_later(bot: Live) -> None:
    talk = begun(bot)
    with file_in_place_of(bot.folder / "vault"):
        reply = bot.http.post("/chat/upload", data={"sender": talk.sender}, files={"file": ("photo.jpg", picture("blank"))})
        assert reply.status_code >= 400 and "Traceback" not in reply.text
        assert reply.json()["error"] in load().words["channel"].values()
        assert talk.say(ANSWER).asks == "end_date", talk.transcript()
    kept = talk.say("这是欠条", attachments=[talk.upload(picture("blank"))])
    assert "存好" in kept.text, talk.transcript()


@pytest.mark.parametrize("round_", ACTION_KILLS)
def test_an_action_server_killed_at_a_random_moment_of_an_answer(bot: Live, round_: int) -> None:
    talk, dice = begun(bot), random.Random(f"{SEED}-answer-{round_}")
    _, said = killed_while_saying(talk, ANSWER, "actions", dice)
    assert said is not None and (said.asks == "end_date" or is_sorry(said)), talk.transcript()
    revive(bot, "actions")
    if is_sorry(said):
        talk.say(ANSWER)
    counted_once(talk)


@pytest.mark.parametrize("round_", ACTION_KILLS)
def test_an_action_server_killed_at_a_random_moment_of_the_yes_files_once(bot: Live, round_: int) -> None:
    talk, before, dice = previewed(bot), filings(bot), random.Random(f"{SEED}-yes-{round_}")
    killed_while_saying(talk, "确认提交", "actions", dice)
    revive(bot, "actions")
    for _ in range(3):
        talk.say("确认提交")
    assert filings(bot) == before + 1, talk.transcript()
    assert "MX-2026-" in talk.say("我的投诉怎么样了").text, talk.transcript()


def test_rasa_killed_between_question_and_answer_forgets_nothing(bot: Live) -> None:
    talk = begun(bot)
    kill(bot, "rasa")
    revive(bot, "rasa")
    assert talk.say(ANSWER).asks == "end_date", talk.transcript()
    counted_once(talk)


@pytest.mark.parametrize("round_", RASA_KILLS)
def test_rasa_killed_at_a_random_moment_of_an_answer_counts_the_redelivered_answer_once(bot: Live, round_: int) -> None:
    talk, dice = begun(bot), random.Random(f"{SEED}-rasa-answer-{round_}")
    message_id, _ = killed_while_saying(talk, ANSWER, "rasa", dice)
    revive(bot, "rasa")
    assert talk.say(ANSWER, message_id).asks == "end_date", talk.transcript()
    counted_once(talk)


@pytest.mark.parametrize("round_", RASA_KILLS)
def test_rasa_killed_at_a_random_moment_of_the_yes_files_once(bot: Live, round_: int) -> None:
    talk, before, dice = previewed(bot), filings(bot), random.Random(f"{SEED}-rasa-yes-{round_}")
    message_id, _ = killed_while_saying(talk, "确认提交", "rasa", dice)
    revive(bot, "rasa")
    said = talk.say("确认提交", message_id)
    for _ in range(2):
        if not said.custom("receipt"):
            said = talk.say("确认提交", uuid.uuid4().hex)
    assert said.custom("receipt") and filings(bot) == before + 1, talk.transcript()
    assert talk.say("我的投诉怎么样了").text.count("MX-2026-") == 1, talk.transcript()
