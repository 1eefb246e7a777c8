"""The chat page: its own cookie, its own addresses under /chat."""
from __future__ import annotations

import asyncio
import hashlib
import html
import logging
import re
import secrets
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse, ResponseStream
from sqlalchemy.exc import SQLAlchemyError

from bot import clock
from bot.cases import evidence, outgoing
from bot.cases.store import Store, open_store
from bot.channels.check import add_check
from bot.channels.files import send_paper
from bot.channels.limits import MOST_HEARD
from bot.channels.makers import ManyWait
from bot.channels.turns import Incoming, OnMessage, TurnRunner, attachments_of, message_id_of
from bot.channels.upload import PART, BadUpload, Upload
from bot.content import load
from bot.filing.bundle import PressFailed
from bot.filing.papers import PaperGone
from bot.privacy import door
from bot.privacy.cipher import KeyProblem

log = logging.getLogger(__name__)
STATIC = Path(__file__).parent / "static"
COOKIE = "mingxin"
COOKIE_VALUE = re.compile(r"[0-9a-f]{32}\Z")
MESSAGE_ID = re.compile(r"[0-9a-f]{32}\Z")
MOST_SEEN = 50
YEAR = 365 * 24 * 3600
Reply = HTTPResponse | ResponseStream
TYPES = {"html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
         "svg": "image/svg+xml"}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; form-action 'self'; "
                               "frame-ancestors 'none'; base-uri 'none'",
}


class ChatInput(InputChannel):
    """The page at /chat and what it calls."""

    @classmethod
    def name(cls) -> str:
        """The channel's name."""
        return "chat"

    def url_prefix(self) -> str:
        """Served at /chat, not under /webhooks."""
        return "/chat"

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        """The routes."""
        routes = Blueprint("mingxin_chat", __name__)
        store = open_store()
        desk = ChatDesk(TurnRunner(on_new_message, store), store)
        routes.add_route(_handler(desk.page), "/", methods=["GET"])
        routes.add_route(_handler(desk.static), "/static/<name:str>", methods=["GET"])
        routes.add_route(_handler(desk.send), "/send", methods=["POST"])
        routes.add_route(_handler(desk.poll), "/poll", methods=["GET"])
        routes.add_route(_handler(desk.upload), "/upload", methods=["POST"], stream=True)
        routes.add_route(_handler(desk.file), "/files/<token:str>", methods=["GET"])
        add_check(routes, store, HEADERS)
        return routes


class ChatDesk:
    """What the page's addresses do."""

    def __init__(self, runner: TurnRunner, store: Store) -> None:
        self._runner = runner
        self._store = store

    async def page(self, request: Request) -> HTTPResponse:
        """The page; gives a new visitor his cookie."""
        reply = response.html((STATIC / "chat.html").read_text(encoding="utf-8"), headers=HEADERS)
        value = request.cookies.get(COOKIE, "")
        reply.cookies[COOKIE] = value if COOKIE_VALUE.match(value) else secrets.token_hex(16)
        reply.cookies[COOKIE].update({"httponly": True, "samesite": "Lax", "path": "/chat", "max-age": YEAR})
        if request.scheme == "https" or request.headers.get("x-forwarded-proto") == "https":
            reply.cookies[COOKIE]["secure"] = True
        return reply

    async def static(self, request: Request, name: str) -> HTTPResponse:
        """Style and script of the page; fetched again only when changed."""
        path = STATIC / Path(name).name
        kind = TYPES.get(path.suffix.lstrip("."))
        if kind is None or path.suffix == ".html" or not path.is_file():
            return response.text("not found", status=404)
        data = path.read_bytes()
        headers = {**HEADERS, "ETag": f'"{hashlib.sha256(data).hexdigest()[:20]}"'}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return response.empty(status=304, headers=headers)
        return response.raw(data, content_type=kind, headers=headers)

    async def send(self, request: Request) -> HTTPResponse:
        """One message from the page."""
        sender = _sender(request)
        body = _body(request)
        if sender is None or body is None:
            return _sorry("no_cookie" if sender is None else "bad_request", 400)
        text = body.get("message")
        message = Incoming(sender, text if isinstance(text, str) else "", "chat", message_id_of(body), attachments_of(body))
        return response.json(await self._runner.run(message))

    async def poll(self, request: Request) -> HTTPResponse:
        """Messages that came by themselves, the desk's answers; again and again until the page says `?seen=id,id`."""
        sender = _sender(request)
        if sender is None:
            return response.json([])
        seen = [one for one in str(request.args.get("seen", "")).split(",") if MESSAGE_ID.match(one)][:MOST_SEEN]
        return response.json(await asyncio.to_thread(self._waiting, sender, seen), headers={"Cache-Control": "no-store"})

    def _waiting(self, sender: str, seen: list[str]) -> list[dict[str, Any]]:
        """What is still to be shown. Only an acknowledgement takes the write lock: an open page asks every few seconds."""
        if seen:
            with self._store.session() as session:
                outgoing.acknowledge(session, sender, seen, clock.now())
        with self._store.session(read_only=True) as session:
            waiting = outgoing.waiting(session, sender, clock.now())
            return [{**item, "text": door.release(session, sender, item["text"], clock.now())} for item in waiting]

    async def upload(self, request: Request) -> HTTPResponse:
        """A photo or file into the vault: `{"evidence": "EV-…"}`, once original and row are on the disk."""
        try:
            return response.json({"evidence": await self._receive(request)})
        except BadUpload:
            return _sorry("no_file", 400)
        except evidence.EvidenceRefused as refused:
            return _sorry(f"refused_{refused.reason}", 413 if refused.reason == "too_large" else 415)
        except (OSError, SQLAlchemyError, KeyProblem):  # full disk, no right to write, a locked database, a key that is gone
            log.exception("an upload was not kept")
            return _sorry("failed", 503)

    async def _receive(self, request: Request) -> str:
        """The id of what was kept. The body is read to its end also when it is refused: a phone that is still sending would
        not hear why."""
        upload = Upload(self._store, request.headers.get("content-type", ""))
        loop, problem = asyncio.get_running_loop(), None
        try:
            async for part in _parts(request.stream):
                if problem is None:
                    problem = await loop.run_in_executor(None, _problem_of, upload, part)
            if problem is not None:
                raise problem
            by_cookie = _sender(request)
            sender = by_cookie or upload.sender()
            if sender is None:
                raise BadUpload("no sender")
            return await loop.run_in_executor(None, upload.keep, sender, "chat" if by_cookie else "rest")
        finally:
            loop.run_in_executor(None, upload.discard)  # waits for the thread that is at it, and nobody waits for this

    async def file(self, request: Request, token: str) -> Reply:
        """A paper, made when its link is opened; 24 hours."""
        try:
            return await send_paper(self._store, token, HEADERS)
        except PaperGone:
            return _no_paper("link_gone", 404)
        except ManyWait:
            return _no_paper("paper_waits", 503)
        except PressFailed:
            log.exception("an evidence bundle was not made")
            return _no_paper("paper_failed", 503)


def _no_paper(key: str, status: int) -> HTTPResponse:
    """A page with a sentence in the place of a paper."""
    page = (STATIC / "gone.html").read_text(encoding="utf-8")
    return response.html(page.replace("{sentence}", html.escape(load().words["channel"][key])), status=status, headers=HEADERS)


def _handler(method: Callable[..., Awaitable[Reply]]) -> Callable[..., Awaitable[Reply]]:
    """A function for a method: Sanic marks its handlers, and a bound method cannot be marked."""

    async def handle(request: Request, **parts: str) -> Reply:
        return await method(request, **parts)

    handle.__name__ = method.__name__
    return handle


def _sender(request: Request) -> str | None:
    value = request.cookies.get(COOKIE, "")
    return f"chat:{value}" if COOKIE_VALUE.match(value) else None


async def _parts(stream: AsyncIterable[bytes]) -> AsyncIterator[bytes | None]:
    """The body in larger parts, and None after its end; EvidenceRefused when it is far too long to be heard out."""
    gathered, total = bytearray(), 0
    async for part in stream:
        gathered += part
        total += len(part)
        if total > MOST_HEARD:
            raise evidence.EvidenceRefused("too_large")
        if len(gathered) >= PART:
            yield bytes(gathered)
            gathered.clear()
    if gathered:
        yield bytes(gathered)
    yield None


def _problem_of(upload: Upload, part: bytes | None) -> Exception | None:
    """What goes wrong with a part of a body, to be said when the body is at its end."""
    try:
        upload.feed(part)
    except (BadUpload, evidence.EvidenceRefused, OSError, KeyProblem) as problem:
        return problem
    return None


def _body(request: Request) -> dict[str, Any] | None:
    try:
        body = request.json
    except Exception:  # sanic's own type for a body that is no JSON
        return None
    return body if isinstance(body, dict) else None


def _sorry(key: str, status: int) -> HTTPResponse:
    words = load().words["channel"]
    return response.json({"error": words.get(key, words["failed"])}, status=status)
