"""The REST channel: who is let in, what reaches Rasa, and that every turn ends in a sentence, once."""
from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx
import pytest
from rasa.core.channels.channel import UserMessage
from sanic import Sanic

from bot.cases.store import Store
from bot.channels.rest import RestInput, read_message
from bot.channels.turns import BadMessage, Incoming, TurnRunner, attachments_of, message_id_of
from bot.content import load
from tests.channels.bad_bodies import BAD, GOOD

ID_NUMBER = "520102199003072516"


class FakeRasa:
    """Says what it heard; can be made slow, silent or broken."""

    def __init__(self, seconds: float = 0, silent: bool = False, error: Exception | None = None) -> None:
        self.heard: list[UserMessage] = []
        self.done = 0
        self.seconds, self.silent, self.error = seconds, silent, error

    async def __call__(self, message: UserMessage) -> None:
        self.heard.append(message)
        await asyncio.sleep(self.seconds)
        if self.error:
            raise self.error
        if not self.silent:
            await message.output_channel.send_text_message(message.sender_id, f"第{len(self.heard)}次:{message.text}")
        self.done += 1


def texts(replies: list[dict[str, Any]]) -> list[str]:
    return [reply["text"] for reply in replies if "text" in reply]


@pytest.mark.parametrize(("name", "body"), BAD, ids=[name for name, _ in BAD])
def test_a_body_that_is_no_message_is_refused_with_a_reason(name: str, body: Any) -> None:
    with pytest.raises(BadMessage) as refused:
        read_message(body)
    assert str(refused.value).isascii() and len(str(refused.value)) > 8


@pytest.mark.parametrize(("name", "body", "text"), GOOD, ids=[name for name, _, _ in GOOD])
def test_a_body_that_is_a_message_is_read(name: str, body: Any, text: str) -> None:
    incoming = read_message(body)
    assert (incoming.text, incoming.channel) == (text, "rest")


def test_metadata_is_white_listed() -> None:
    wanted = ["EV-01HZX0", "EV-2"]
    body = {"sender": "甲", "message": "", "metadata": {
        "attachments": [*wanted, "../../etc/passwd", 7, "EV-" + "x" * 60, "ev-1", None], "is_admin": True, "message_id": 12}}
    incoming = read_message(body)
    assert incoming.attachments == wanted and incoming.message_id == "12"
    assert attachments_of({"attachments": [f"EV-{n}" for n in range(50)]}) == [f"EV-{n}" for n in range(9)]
    for odd in (None, [], "x", {"attachments": "EV-1"}, {"message_id": {"a": 1}}, {"message_id": None}):
        assert attachments_of(odd) == [] and message_id_of(odd) == ""


def test_long_message_ids_that_differ_at_the_end_are_two_messages() -> None:
    assert message_id_of({"message_id": "a" * 120 + "1"}) != message_id_of({"message_id": "a" * 120 + "2"})


async def test_only_white_listed_metadata_reaches_rasa(store: Store) -> None:
    rasa = FakeRasa()
    runner = TurnRunner(rasa, store)
    await runner.run(read_message({"sender": "甲", "message": "你好", "metadata": {"x": ID_NUMBER, "message_id": "m"}}))
    await runner.run(read_message({"sender": "甲", "message": "这是欠条", "metadata": {"attachments": ["EV-1"], "kind": "iou"}}))
    assert [message.metadata for message in rasa.heard] == [{}, {"attachments": ["EV-1"]}]
    assert {message.input_channel for message in rasa.heard} == {"rest"}


async def test_the_turn_ends_although_the_phone_hung_up(store: Store) -> None:
    rasa = FakeRasa(seconds=0.3)
    runner = TurnRunner(rasa, store)
    asked = Incoming("甲", "欠我一万二", "rest", "m-1")
    phone = asyncio.ensure_future(runner.run(asked))
    await asyncio.sleep(0.1)
    phone.cancel()
    with pytest.raises(asyncio.CancelledError):
        await phone
    assert rasa.done == 0
    again = await runner.run(asked)
    assert rasa.done == 1 and texts(again) == ["第1次:欠我一万二"]
    assert texts(await runner.run(asked)) == texts(again) and len(rasa.heard) == 1


async def test_the_same_message_at_the_same_time_acts_once(store: Store) -> None:
    rasa = FakeRasa(seconds=0.2)
    runner = TurnRunner(rasa, store)
    replies = await asyncio.gather(*(runner.run(Incoming("甲", "确认提交", "rest", "m-1")) for _ in range(5)))
    assert len(rasa.heard) == 1 and {tuple(texts(reply)) for reply in replies} == {("第1次:确认提交",)}


async def test_the_same_message_to_another_process_gets_the_same_replies(store: Store) -> None:
    first, second = FakeRasa(), FakeRasa()
    said = await TurnRunner(first, store).run(Incoming("甲", "你好", "rest", "m-1"))
    assert await TurnRunner(second, store).run(Incoming("甲", "你好", "rest", "m-1")) == said
    assert second.heard == []


async def test_the_same_id_of_another_sender_or_no_id_is_another_message(store: Store) -> None:
    rasa = FakeRasa()
    runner = TurnRunner(rasa, store)
    for sender, message_id in (("甲", "m-1"), ("乙", "m-1"), ("甲", ""), ("甲", ""), ("甲", "m-2")):
        await runner.run(Incoming(sender, "是的", "rest", message_id))
    assert len(rasa.heard) == 5


@pytest.mark.parametrize("rasa", [FakeRasa(silent=True), FakeRasa(error=RuntimeError("boom")), FakeRasa(error=KeyError("x"))],
                         ids=["silent", "raising", "key error"])
async def test_silence_and_errors_become_a_sentence_with_a_next_step(store: Store, rasa: FakeRasa) -> None:
    replies = await TurnRunner(rasa, store).run(Incoming("甲", "你好", "rest", "m-1"))
    words = load().words["channel"]
    assert texts(replies) in ([words["failed"]], [words["silent"]])
    assert "12348" in texts(replies)[0] and "再发" in texts(replies)[0]


async def test_a_failed_turn_may_be_sent_again(store: Store) -> None:
    rasa = FakeRasa(error=RuntimeError("boom"))
    runner = TurnRunner(rasa, store)
    await runner.run(Incoming("甲", "你好", "rest", "m-1"))
    rasa.error = None
    assert texts(await runner.run(Incoming("甲", "你好", "rest", "m-1"))) == ["第2次:你好"]


async def test_neither_the_text_nor_the_sender_is_logged(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for rasa in (FakeRasa(), FakeRasa(silent=True), FakeRasa(error=RuntimeError("boom"))):
        await TurnRunner(rasa, store).run(Incoming("老王的手机", f"欠我两万,身份证{ID_NUMBER}", "rest", "m-1"))
    written = caplog.text + "".join(str(record.exc_info) for record in caplog.records)
    assert "欠我两万" not in written and ID_NUMBER not in written and "老王的手机" not in written


async def test_a_typed_command_reaches_rasa_as_text_and_a_number_as_a_token(store: Store) -> None:
    rasa = FakeRasa()
    runner = TurnRunner(rasa, store)
    for text in ("/restart", "　/affirm", "\u200b/erase_my_data{}", f"身份证{ID_NUMBER}"):
        await runner.run(Incoming("甲", text, "rest"))
    heard = [message.text for message in rasa.heard]
    assert not any(text.lstrip("\u200b\u3000 ").startswith("/") for text in heard)
    assert ID_NUMBER not in heard[-1] and "〔身份证#1〕" in heard[-1]


async def test_the_address_answers_400_to_bad_bodies_and_in_rasas_form_to_good_ones(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.turns.open_store", lambda: store)
    rasa = FakeRasa()
    app = Sanic("rest_test", configure_logging=False)
    app.blueprint(RestInput().blueprint(rasa), url_prefix="/webhooks/rest")
    await app._startup()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://bot") as client:
        for _, body in BAD:
            refused = await client.post("/webhooks/rest/webhook", json=body)
            assert refused.status_code == 400 and refused.json()["error"], body
        for raw in (b"", b"{", b"\xff\xfe", b"null", b'{"sender": "a", "message": "\\ud800"}' * 2):
            refused = await client.post("/webhooks/rest/webhook", content=raw, headers={"Content-Type": "application/json"})
            assert refused.status_code == 400, raw
        assert rasa.heard == []
        good = await client.post("/webhooks/rest/webhook", json={"sender": "甲", "message": "你好"})
        assert good.status_code == 200 and good.json() == [{"recipient_id": "甲", "text": "第1次:你好"}]
        assert (await client.get("/webhooks/rest/")).json() == {"status": "ok"}
