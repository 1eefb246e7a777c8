"""The chat page's addresses: a message that came by itself is given until the page says that it was seen."""
from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
import pytest
from sanic import Sanic

from bot.cases import outgoing
from bot.cases.store import Store
from bot.channels import chat
from bot.filing import desk
from bot.filing.service import file_complaint
from bot.privacy.cipher import KeyProblem
from tests.support.stores import NOW, PNG, STATION, previewed, put_message

COOKIE, OTHER = "a" * 32, "b" * 32


@pytest.fixture
async def app(store: Store, monkeypatch: pytest.MonkeyPatch) -> Sanic:
    """The page's routes on a store of the test's own."""
    monkeypatch.setattr(chat, "open_store", lambda: store)
    monkeypatch.setattr("bot.clock.now", lambda: NOW)
    made = Sanic(f"chat_test_{uuid4().hex}", configure_logging=False)
    made.blueprint(chat.ChatInput().blueprint(_nobody), url_prefix="/chat")
    made.signalize()  # not _startup(): that rewrites Sanic's own methods, which works once a process
    made.finalize()
    return made


async def _nobody(_message: Any) -> None:
    raise AssertionError("no turn was sent")


async def poll(app: Sanic, seen: str = "", cookie: str = COOKIE) -> list[dict[str, Any]]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://bot") as phone:
        answer = await phone.get(f"/chat/poll?seen={seen}", headers={"cookie": f"mingxin={cookie}"})
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    found: list[dict[str, Any]] = answer.json()
    return found


async def test_a_lost_reply_is_given_again_and_an_acknowledged_one_never(app: Sanic, store: Store) -> None:
    with store.session() as session:
        previewed(session, f"chat:{COOKIE}")
        receipt = file_complaint(session, f"chat:{COOKIE}", NOW, STATION).receipt
        desk.answer(session, receipt, "明天来站里。", None, NOW)
    lost, found = await poll(app), await poll(app)
    assert [item["text"] for item in lost] == ["明天来站里。"] and lost == found
    assert found[0]["payload"]["receipt"] == receipt
    assert await poll(app, seen=found[0]["id"]) == []
    assert await poll(app) == []


async def test_an_acknowledgement_leaves_what_came_meanwhile_and_other_phones_alone(app: Sanic, store: Store) -> None:
    with store.session() as session:
        put_message(session, f"chat:{COOKIE}", "一", None, NOW, "1")
        put_message(session, f"chat:{OTHER}", "别人的", None, NOW, "1")
    first = (await poll(app))[0]["id"]
    with store.session() as session:
        put_message(session, f"chat:{COOKIE}", "二", None, NOW, "2")
    assert len(await poll(app, seen=first, cookie=OTHER)) == 1
    assert [item["text"] for item in await poll(app, seen=f"{first},../../x,{'0' * 32}")] == ["二"]


async def test_a_poll_that_acknowledges_nothing_takes_no_write_lock(app: Sanic, store: Store) -> None:
    with store.session() as session:
        put_message(session, f"chat:{COOKIE}", "一", None, NOW, "1")
    with store.session() as writer:
        outgoing.acknowledge(writer, f"chat:{COOKIE}", [], NOW)
        assert len(await poll(app)) == 1


async def test_without_a_cookie_there_are_no_messages(app: Sanic) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://bot") as phone:
        assert (await phone.get("/chat/poll")).json() == []


@pytest.mark.parametrize("problem", [KeyProblem("another key"), OSError("no space left on device")])
async def test_an_upload_that_cannot_be_kept_gets_a_sentence(
    app: Sanic, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    def refuse(*_args: Any, **_named: Any) -> None:
        raise problem

    monkeypatch.setattr(chat.evidence, "add", refuse)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://bot") as phone:
        answer = await phone.post("/chat/upload", files={"file": ("a.png", PNG)}, headers={"cookie": f"mingxin={COOKIE}"})
    assert answer.status_code == 503 and answer.json()["error"]
