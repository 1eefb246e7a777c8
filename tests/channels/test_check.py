"""The page that checks a file, and papers behind links, on a real Sanic server: no login, nothing personal, nothing kept."""
from __future__ import annotations

import asyncio
import hashlib
import io
import re
import tempfile
import threading
import zipfile
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import httpx
import pytest
from sanic import Blueprint, Sanic

from bot.cases import evidence, links
from bot.cases.store import Store
from bot.channels import check as page
from bot.channels import files
from bot.channels.chat import HEADERS, STATIC, ChatDesk, _handler
from bot.channels.check import add_check
from bot.channels.makers import MOST_WAITING, Makers, ManyWait
from bot.channels.turns import TurnRunner
from bot.filing import bundle, workplace
from bot.settings import settings
from tests.documents.pieces import photo
from tests.support.stores import NOW, previewed

ME = "chat:" + "a" * 32
PHOTO = photo()
numbers = iter(range(1000))


@pytest.fixture
async def web(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a server that has these routes alone."""
    monkeypatch.setattr("bot.clock.now", lambda: NOW)
    for module in (bundle, workplace):
        monkeypatch.setattr(module, "settings", lambda: replace(settings(), var=tmp_path / "var", public_url=""))
    monkeypatch.setattr(files, "makers", cache(Makers))
    app = Sanic(f"check{next(numbers)}", configure_logging=False)
    routes = Blueprint("chat", url_prefix="/chat")
    desk = ChatDesk(TurnRunner(_nobody, store), store)
    routes.add_route(_handler(desk.file), "/files/<token:str>", methods=["GET"])
    routes.add_route(_handler(desk.static), "/static/<name:str>", methods=["GET"])
    add_check(routes, store, HEADERS)
    app.blueprint(routes)
    server = await app.create_server(port=0, host="127.0.0.1", return_asyncio_server=True)
    assert server is not None
    await server.startup()
    port = server.server.sockets[0].getsockname()[1]
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        yield client
    server.close()


async def _nobody(_message: object) -> None:
    raise AssertionError("no turn was sent")


@pytest.fixture
def token(store: Store) -> str:
    """A link to the archive of one photo."""
    with store.session() as session:
        previewed(session, ME)
        evidence.add(session, ME, data=PHOTO, filename="欠条.jpg", kind="iou", now=NOW)
        return links.make(session, ME, "evidence_bundle", "zip", NOW)


async def code(web: httpx.AsyncClient, token: str) -> str:
    """The code of the bundle behind the link."""
    archive = zipfile.ZipFile(io.BytesIO((await web.get(f"/chat/files/{token}")).content))
    found = re.search(r"核对码 (\w{12})", archive.read("校验值说明.txt").decode())
    assert found
    return found.group(1)


async def test_the_bundle_is_streamed_whole_under_its_name(web: httpx.AsyncClient, token: str) -> None:
    answer = await web.get(f"/chat/files/{token}")
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/zip"
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.headers["cache-control"] == "no-store" and ".zip" in answer.headers["content-disposition"]
    assert zipfile.ZipFile(io.BytesIO(answer.content)).read("01_工资欠条.jpg") == PHOTO


async def test_a_bundle_that_cannot_be_made_gets_a_sentence(
    web: httpx.AsyncClient, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise bundle.PressFailed("typst is not there")

    monkeypatch.setattr(bundle, "make_pdf", fail)
    answer = await web.get(f"/chat/files/{token}")
    assert answer.status_code == 503 and "文件没做成" in answer.text
    assert (await web.get("/chat/files/unknown")).status_code == 404


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, list[Path]]:
    """Bundles are not made before the event is set; the folders in which they were begun."""
    go, begun, make = threading.Event(), [], bundle.make_pdf

    def slow(asked: bundle.Bundle, folder: Path) -> Path:
        begun.append(folder)
        assert go.wait(20)
        return make(asked, folder)

    monkeypatch.setattr(bundle, "make_pdf", slow)
    return go, begun


async def test_a_link_opened_thrice_while_its_bundle_is_made_is_made_once(
    web: httpx.AsyncClient, token: str, held: tuple[threading.Event, list[Path]]
) -> None:
    go, begun = held
    asked = [asyncio.create_task(web.get(f"/chat/files/{token}")) for _ in range(3)]
    await asyncio.sleep(0.5)
    go.set()
    answers = await asyncio.gather(*asked)
    assert len(begun) == 1 and all(one.status_code == 200 and one.content == answers[0].content for one in answers)
    assert zipfile.ZipFile(io.BytesIO(answers[2].content)).read("01_工资欠条.jpg") == PHOTO
    assert (await web.get(f"/chat/files/{token}")).status_code == 200 and len(begun) == 2


async def test_a_few_bundles_wait_and_one_more_gets_a_sentence(
    web: httpx.AsyncClient, store: Store, token: str, held: tuple[threading.Event, list[Path]]
) -> None:
    go, begun = held
    with store.session() as session:
        tokens = [links.make(session, ME, "evidence_bundle", "pdf", NOW) for _ in range(MOST_WAITING + 1)]
    asked = [asyncio.create_task(web.get(f"/chat/files/{one}")) for one in [token, *tokens[:-1]]]
    await asyncio.sleep(0.5)
    refused = await web.get(f"/chat/files/{tokens[-1]}")
    assert refused.status_code == 503 and "过几分钟" in refused.text
    go.set()
    assert [(await one).status_code for one in asked] == [200] * (MOST_WAITING + 1) and len(begun) == MOST_WAITING + 1
    assert (await web.get(f"/chat/files/{tokens[-1]}")).status_code == 200


async def test_whoever_hangs_up_frees_his_place_and_what_was_made_for_nobody_is_closed() -> None:
    makers, go, made = Makers(), threading.Event(), []

    def make() -> io.BufferedRandom:
        assert go.wait(20)
        made.append(tempfile.TemporaryFile())  # noqa: SIM115 - closed by whom it is made for
        return made[-1]

    asked = [asyncio.create_task(makers.take(str(number), make)) for number in range(MOST_WAITING + 1)]
    await asyncio.sleep(0.1)
    with pytest.raises(ManyWait):
        await makers.take("one more", make)
    for one in asked:
        one.cancel()
    await asyncio.gather(*asked, return_exceptions=True)
    last = asyncio.create_task(makers.take("one more", make))
    await asyncio.sleep(0.1)
    go.set()
    with await last:
        assert len(made) == 2 and all(file.closed for file in made)


async def test_a_counted_digest_and_a_sent_file_get_the_same_answer(web: httpx.AsyncClient, token: str) -> None:
    key = await code(web, token)
    by_hash = await web.post(f"/chat/check/{key}/hash", json={"sha256": hashlib.sha256(PHOTO).hexdigest()})
    by_file = await web.post(f"/chat/check/{key}/file", content=PHOTO)
    assert by_hash.json() == by_file.json() and by_hash.json()["outcome"] == "same"
    assert "第1份" in by_hash.json()["text"] and "2026年11月23日 09:30" in by_hash.json()["text"]
    for data in (PHOTO + b"x", b""):
        assert (await web.post(f"/chat/check/{key}/file", content=data)).json()["outcome"] == "no_match"
    assert "王大强" not in by_hash.text and "宏达" not in by_hash.text


async def test_a_large_file_is_hashed_as_it_comes_and_one_that_is_too_large_gets_a_sentence(
    web: httpx.AsyncClient, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = await code(web, token)
    monkeypatch.setattr(page, "LARGEST", 3_000_000)
    assert (await web.post(f"/chat/check/{key}/file", content=bytes(2_900_000))).json()["outcome"] == "no_match"
    answer = await web.post(f"/chat/check/{key}/file", content=bytes(4_000_000))
    assert answer.status_code == 413 and "太大" in answer.json()["error"]


async def test_a_body_without_an_end_is_not_heard_out(
    web: httpx.AsyncClient, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, sent = await code(web, token), 0
    monkeypatch.setattr(page, "LARGEST", 1_000_000)
    monkeypatch.setattr(page, "MOST_HEARD", 3_000_000)

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 200_000_000:
            sent += 100_000
            yield bytes(100_000)

    try:
        answer = await web.post(f"/chat/check/{key}/file", content=endless())
        assert answer.status_code == 413 and "太大" in answer.json()["error"]
    except (httpx.WriteError, httpx.RemoteProtocolError, httpx.ReadError):
        pass  # hung up on, in the middle of its sending
    assert sent < 150_000_000  # Sanic itself hears out the 100 MB of its own limit after an answer
    heard = _Heard()
    assert await page.digest_stream(heard) is None and heard.parts <= 31  # type: ignore[arg-type]


class _Heard:
    """A request whose body never ends; `parts`: how many were taken."""

    parts = 0

    @property
    def stream(self) -> AsyncIterator[bytes]:
        """The body."""
        return self._parts()

    async def _parts(self) -> AsyncIterator[bytes]:
        while self.parts < 1000:
            self.parts += 1
            yield bytes(100_000)


@pytest.mark.parametrize("body", [b"", b"rubbish", b"[]", b'{"sha256": 7}', b"\xff\xfe"])
async def test_a_bad_body_is_no_match_and_no_failure(web: httpx.AsyncClient, token: str, body: bytes) -> None:
    answer = await web.post(f"/chat/check/{await code(web, token)}/hash", content=body)
    assert answer.status_code == 200 and answer.json()["outcome"] == "no_match"


@pytest.mark.parametrize("key", ["AAAAAAAAAAAA", "%00", "%E4%BD%A0", "x" * 300])
async def test_an_unknown_code_is_said_to_be_unknown(web: httpx.AsyncClient, token: str, key: str) -> None:
    assert (await web.get(f"/chat/check/{key}/known")).json() == {"known": False}
    answer = await web.post(f"/chat/check/{key}/hash", json={"sha256": hashlib.sha256(PHOTO).hexdigest()})
    assert answer.json()["outcome"] == "no_code" and "没有这个核对码" in answer.json()["text"]


async def test_the_page_needs_no_cookie_gives_none_and_has_the_headers_of_the_others(web: httpx.AsyncClient, token: str) -> None:
    key = await code(web, token)
    assert (await web.get(f"/chat/check/{key.lower()}/known")).json() == {"known": True}
    for address in ("/chat/check", f"/chat/check/{key}"):
        answer = await web.get(address)
        assert answer.status_code == 200 and "核对" in answer.text and not answer.cookies
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["referrer-policy"] == "no-referrer"


async def test_all_that_the_page_loads_is_there_and_no_style_or_script_stands_in_it(web: httpx.AsyncClient) -> None:
    text = (STATIC / "check.html").read_text(encoding="utf-8")
    for name in re.findall(r'(?:href|src)="(/chat/static/[^"]+)"', text):
        assert (await web.get(name)).status_code == 200, name
    assert not re.search(r"<style|style=|onclick|<script>", text)
    script = (STATIC / "check.js").read_text(encoding="utf-8")
    assert set(re.findall(r"words\.(\w+)", script)) == set(re.findall(r'data-word="(\w+)"', text))
