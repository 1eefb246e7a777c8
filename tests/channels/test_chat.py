"""The chat page's addresses: a message that came by itself is given until the page says that it was seen."""
from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from bot.cases import outgoing
from bot.cases.store import Store
from bot.channels.chat import COOKIE, ChatDesk
from bot.channels.turns import TurnRunner
from bot.filing import desk
from bot.filing.service import file_complaint
from tests.support.stores import NOW, STATION, previewed, put_message

MINE, OTHER = "a" * 32, "b" * 32


async def _nobody(_message: Any) -> None:
    raise AssertionError("no turn was sent")


@pytest.fixture
def page(store: Store, monkeypatch: pytest.MonkeyPatch) -> ChatDesk:
    """What the addresses do, on a store of the test's own."""
    monkeypatch.setattr("bot.clock.now", lambda: NOW)
    return ChatDesk(TurnRunner(_nobody, store), store)


def request(cookie: str = MINE, **parts: Any) -> Any:
    """A request as the page sends it."""
    return SimpleNamespace(cookies={COOKIE: cookie} if cookie else {}, **{"args": {}, "files": None, "form": None, **parts})


async def poll(page: ChatDesk, seen: str = "", cookie: str = MINE) -> list[dict[str, Any]]:
    answer = await page.poll(request(cookie, args={"seen": seen} if seen else {}))
    assert answer.status == 200
    found: list[dict[str, Any]] = json.loads(answer.body or b"")
    return found


async def test_a_lost_reply_is_given_again_and_an_acknowledged_one_never(page: ChatDesk, store: Store) -> None:
    with store.session() as session:
        previewed(session, f"chat:{MINE}")
        receipt = file_complaint(session, f"chat:{MINE}", NOW, STATION).receipt
        desk.answer(session, receipt, "明天来站里。", None, NOW)
    lost, found = await poll(page), await poll(page)
    assert [item["text"] for item in lost] == ["明天来站里。"] and lost == found
    assert found[0]["payload"]["receipt"] == receipt
    assert await poll(page, seen=found[0]["id"]) == []
    assert await poll(page) == []


async def test_an_acknowledgement_leaves_what_came_meanwhile_and_other_phones_alone(page: ChatDesk, store: Store) -> None:
    with store.session() as session:
        put_message(session, f"chat:{MINE}", "一", None, NOW, "1")
        put_message(session, f"chat:{OTHER}", "别人的", None, NOW, "1")
    first = (await poll(page))[0]["id"]
    with store.session() as session:
        put_message(session, f"chat:{MINE}", "二", None, NOW, "2")
    assert len(await poll(page, seen=first, cookie=OTHER)) == 1
    assert [item["text"] for item in await poll(page, seen=f"{first},../../x,{'0' * 32}")] == ["二"]


async def test_a_poll_that_acknowledges_nothing_waits_for_no_writer(page: ChatDesk, store: Store) -> None:
    with store.session() as session:
        put_message(session, f"chat:{MINE}", "一", None, NOW, "1")
    with store.session() as writer:
        outgoing.acknowledge(writer, f"chat:{MINE}", ["0" * 32], NOW)
        assert len(await poll(page)) == 1


async def test_without_a_cookie_there_are_no_messages(page: ChatDesk) -> None:
    assert await poll(page, cookie="") == []
