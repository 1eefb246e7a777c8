"""An upload is read as it comes: what is kept, what is refused in a sentence, and how little of it is ever in memory."""
from __future__ import annotations

import asyncio
import json
import os
import socket
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from sanic import Sanic

from bot.cases import evidence
from bot.cases.store import Store
from bot.channels.chat import COOKIE, ChatDesk, ChatInput
from bot.channels.turns import TurnRunner
from bot.channels.upload import BadUpload, Upload
from bot.content import load
from bot.evidence.vault import LARGEST, LARGEST_RECORDING, MEBIBYTE
from bot.privacy.cipher import KeyProblem
from tests.support.stores import NOW, PNG

MINE = "a" * 32
MP4 = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41"
AMR = b"#!AMR\n"
FORM = "multipart/form-data; boundary=xyz"
WORDS = load().words["channel"]


def part(name: str, data: bytes, filename: str = "") -> bytes:
    """A part of a form."""
    named = f'; filename="{filename}"' if filename else ""
    return f'--xyz\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'.encode() + data + b"\r\n"


FILE, SENDER, END = part("file", PNG, "欠条.png"), part("sender", "甲".encode()), b"--xyz--\r\n"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.clock.now", lambda: NOW)


@pytest.fixture
def page(store: Store) -> ChatDesk:
    async def nobody(_message: Any) -> None:
        raise AssertionError("no turn was sent")

    return ChatDesk(TurnRunner(nobody, store), store)


async def sent(page: ChatDesk, body: bytes, cookie: str = "", step: int = 65_536, content_type: str = FORM) -> tuple[int, Any]:
    """Status and JSON of an upload whose body comes in steps."""
    async def stream() -> AsyncIterator[bytes]:
        for start in range(0, len(body), step):
            yield body[start : start + step]

    request: Any = SimpleNamespace(cookies={COOKIE: cookie} if cookie else {}, headers={"content-type": content_type},
                                   stream=stream())
    answer = await page.upload(request)
    return answer.status, json.loads(answer.body or b"")


def kept(store: Store, sender: str) -> list[evidence.EvidenceItem]:
    with store.session(read_only=True) as session:
        return evidence.list_all(session, sender)


def files(store: Store) -> list[Any]:
    return [path for path in store.vault.root.rglob("*") if path.is_file()]


@pytest.mark.parametrize("body", [
    SENDER + FILE + END, FILE + SENDER + END, b"preamble\r\n" + FILE + part("x", b"1") + SENDER + END,
], ids=["sender first", "sender last", "more fields"])
@pytest.mark.parametrize("step", [1, 7, 65_536])
async def test_the_sender_may_stand_before_or_after_the_file_and_the_bytes_may_come_in_any_steps(
    page: ChatDesk, store: Store, body: bytes, step: int
) -> None:
    status, answer = await sent(page, body, step=step)
    (item,) = kept(store, "甲")
    assert (status, answer) == (200, {"evidence": item.id})
    assert (item.filename, item.channel, item.size) == ("欠条.png", "rest", len(PNG))
    with store.session() as session:
        assert evidence.read(session, item.id) == PNG
    assert len(files(store)) == 1


async def test_the_page_is_known_by_its_cookie_and_a_named_sender_cannot_be_another_one(page: ChatDesk, store: Store) -> None:
    assert (await sent(page, SENDER + FILE + END, cookie=MINE))[0] == 200
    assert [item.channel for item in kept(store, f"chat:{MINE}")] == ["chat"] and kept(store, "甲") == []
    for name in (f"chat:{MINE}", "wx:甲", "", "甲" * 201):
        assert await sent(page, part("sender", name.encode()) + FILE + END) == (400, {"error": WORDS["no_file"]})


@pytest.mark.parametrize("body", [
    b"", END, SENDER + END, FILE + SENDER, FILE[:60], part("file", PNG) + SENDER + END, b"\x00" * 5000, FILE + SENDER + b"--xyz",
    b"--xyz\r\nContent-Type: x\r\n\r\n1\r\n" + END, b"--xyz\r\n" + b"a: b\r\n" * 400_000,
    part("x", b"") * 40 + FILE + SENDER + END,
    b'--xyz\r\nContent-Disposition: form-data; name="\xff"\r\n\r\n1\r\n' + END,
], ids=range(12))
async def test_a_body_that_is_no_whole_form_with_a_file_keeps_nothing(page: ChatDesk, store: Store, body: bytes) -> None:
    assert await sent(page, body) == (400, {"error": WORDS["no_file"]})
    await nothing_is_left(store)


@pytest.mark.parametrize("content_type", [
    "", "application/json", "multipart/form-data", f"multipart/form-data; boundary={'x' * 300}",
])
async def test_what_is_no_form_is_refused(page: ChatDesk, content_type: str) -> None:
    assert await sent(page, FILE + SENDER + END, content_type=content_type) == (400, {"error": WORDS["no_file"]})


async def nothing_is_left(store: Store) -> None:
    """Drafts are deleted by a thread of their own."""
    for _ in range(100):
        if not files(store):
            break
        await asyncio.sleep(0.02)
    assert files(store) == [] and kept(store, "甲") == []


@pytest.mark.parametrize(("data", "status", "reason"), [
    (b"", 415, "type_empty"), (b"<html><body>", 415, "type_html"), (b"MZ\x90\x00" + bytes(200), 415, "type_program"),
    (PNG + bytes(LARGEST), 413, "too_large"), (MP4 + bytes(LARGEST_RECORDING), 413, "too_large"),
    (AMR + bytes(LARGEST_RECORDING), 413, "too_large"), (b"<html>" + bytes(LARGEST), 415, "type_html"),
], ids=["empty", "html", "program", "picture", "video", "recording", "large html"])
async def test_a_file_that_is_not_taken_gets_its_sentence_after_the_whole_body_was_heard(
    page: ChatDesk, store: Store, data: bytes, status: int, reason: str
) -> None:
    answer = await sent(page, SENDER + part("file", data, "a") + END, step=MEBIBYTE)
    assert answer == (status, {"error": WORDS[f"refused_{reason}"]})
    await nothing_is_left(store)


async def test_the_largest_video_is_kept_and_the_memory_holds_a_few_pieces_of_it(page: ChatDesk, store: Store) -> None:
    video = MP4 + os.urandom(1024) * ((LARGEST_RECORDING - len(MP4)) // 1024)
    body = SENDER + part("file", video, "工地.mp4") + END
    tracemalloc.start()
    try:
        assert (await sent(page, body))[0] == 200
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8 * MEBIBYTE, peak
    (item,) = kept(store, "甲")
    assert store.vault.measure(files(store)[0].parent.name, item.sha256) == (item.sha256, len(video))


@pytest.mark.parametrize("problem", [KeyProblem("another key"), OSError("no space left on device")])
@pytest.mark.parametrize("where", ["bot.evidence.drafts.Draft.write", "bot.evidence.vault.Vault.keep"])
async def test_an_upload_that_cannot_be_kept_gets_a_sentence(
    page: ChatDesk, store: Store, monkeypatch: pytest.MonkeyPatch, problem: Exception, where: str
) -> None:
    def refuse(*_args: Any, **_named: Any) -> None:
        raise problem

    monkeypatch.setattr(where, refuse)
    assert await sent(page, SENDER + FILE + END) == (503, {"error": WORDS["failed"]})
    await nothing_is_left(store)


async def test_a_phone_that_hangs_up_leaves_nothing(page: ChatDesk, store: Store) -> None:
    async def stream() -> AsyncIterator[bytes]:
        yield SENDER + FILE[:-1] + bytes(MEBIBYTE)
        await asyncio.sleep(60)

    request: Any = SimpleNamespace(cookies={}, headers={"content-type": FORM}, stream=stream())
    asked = asyncio.ensure_future(page.upload(request))
    await asyncio.sleep(0.3)
    assert len(files(store)) == 1
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    await nothing_is_left(store)


def test_an_upload_that_was_thrown_away_takes_nothing_more(store: Store) -> None:
    upload = Upload(store, FORM)
    upload.feed(SENDER + FILE)
    upload.discard()
    upload.feed(END)
    with pytest.raises(BadUpload):
        upload.keep("甲", "rest")
    assert files(store) == []


@pytest.fixture
def app(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sanic]:
    """The channel behind Sanic itself."""
    monkeypatch.setattr("bot.channels.chat.open_store", lambda: store)
    monkeypatch.setattr("bot.channels.turns.open_store", lambda: store)
    made = Sanic(f"upload_test_{id(store)}", configure_logging=False)
    made.blueprint(ChatInput().blueprint(None), url_prefix="/chat")  # type: ignore[arg-type]
    made.config.REQUEST_MAX_SIZE = 21 * MEBIBYTE
    yield made


async def test_sanic_lets_fifty_megabytes_through_on_this_address_alone(app: Sanic, store: Store) -> None:
    video = MP4 + bytes(LARGEST_RECORDING - len(MP4))
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        server: Any = await app.create_server(sock=door, return_asyncio_server=True)
        await server.startup()
        try:
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as phone:
                for data, status in ((video, 200), (video + b"1", 413), (PNG, 200)):
                    answer = await phone.post("/chat/upload", data={"sender": "甲"}, files={"file": ("a", data)})
                    assert answer.status_code == status, answer.text
                    assert set(answer.json()) <= {"evidence", "error"}
                assert await status_of(phone, "/chat/send", video) in (0, 413)
        finally:
            server.close()
            await server.wait_closed()
    assert sorted(item.size for item in kept(store, "甲")) == [len(PNG), len(video)]


async def status_of(phone: httpx.AsyncClient, address: str, body: bytes) -> int:
    """The status of an answer; 0 when the server hung up while it was being sent to."""
    try:
        return (await phone.post(address, content=body)).status_code
    except httpx.TransportError:
        return 0
