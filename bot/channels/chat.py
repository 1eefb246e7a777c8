"""The chat page: its own cookie, its own addresses under /chat."""
from __future__ import annotations

import asyncio
import hashlib
import html
import logging
import re
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from bot import clock
from bot.cases import evidence, outgoing
from bot.cases.store import Store, open_store
from bot.channels.turns import Incoming, OnMessage, TurnRunner, attachments_of, message_id_of
from bot.content import load
from bot.filing.papers import PaperGone, open_paper
from bot.privacy import door
from bot.privacy.cipher import KeyProblem

log = logging.getLogger(__name__)
STATIC = Path(__file__).parent / "static"
COOKIE = "mingxin"
COOKIE_VALUE = re.compile(r"[0-9a-f]{32}\Z")
MESSAGE_ID = re.compile(r"[0-9a-f]{32}\Z")
MOST_SEEN = 50
YEAR = 365 * 24 * 3600
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
        routes.add_route(_handler(desk.upload), "/upload", methods=["POST"])
        routes.add_route(_handler(desk.file), "/files/<token:str>", methods=["GET"])
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
        """A photo or file into the vault: `{"evidence": "EV-…"}`."""
        sender = _sender(request) or _named_sender(request)
        part = request.files.get("file") if request.files else None
        if sender is None or part is None or not part.body:
            return _sorry("no_file", 400)
        try:
            item = await asyncio.get_running_loop().run_in_executor(None, self._keep, sender, part.body, part.name or "")
        except evidence.EvidenceRefused as refused:
            return _sorry(f"refused_{refused.reason}", 413 if refused.reason == "too_large" else 415)
        except (OSError, SQLAlchemyError, KeyProblem):  # full disk, no right to write, a locked database, a key that is gone
            log.exception("an upload was not kept")
            return _sorry("failed", 503)
        return response.json({"evidence": item})

    def _keep(self, sender: str, data: bytes, filename: str) -> str:
        with self._store.session() as session:
            return evidence.add(session, sender, data=data, filename=filename, now=clock.now()).id

    async def file(self, request: Request, token: str) -> HTTPResponse:
        """A paper, made when its link is opened; 24 hours."""
        try:
            paper = await asyncio.get_running_loop().run_in_executor(None, open_paper, self._store, token, clock.now())
        except PaperGone:
            page = (STATIC / "gone.html").read_text(encoding="utf-8")
            sentence = html.escape(load().words["channel"]["link_gone"])
            return response.html(page.replace("{sentence}", sentence), status=404, headers=HEADERS)
        name = quote(paper.filename)
        return response.raw(paper.data, content_type=paper.mime, headers={
            **HEADERS, "Content-Disposition": f"attachment; filename*=UTF-8''{name}", "Cache-Control": "no-store"})


def _handler(method: Callable[..., Awaitable[HTTPResponse]]) -> Callable[..., Awaitable[HTTPResponse]]:
    """A function for a method: Sanic marks its handlers, and a bound method cannot be marked."""

    async def handle(request: Request, **parts: str) -> HTTPResponse:
        return await method(request, **parts)

    handle.__name__ = method.__name__
    return handle


def _sender(request: Request) -> str | None:
    value = request.cookies.get(COOKIE, "")
    return f"chat:{value}" if COOKIE_VALUE.match(value) else None


def _named_sender(request: Request) -> str | None:
    """The sender of a REST client, named in the form; never one of another channel."""
    value = (request.form.get("sender") if request.form else None) or ""
    return value if 0 < len(value) <= 200 and not value.startswith(("chat:", "wx:")) else None


def _body(request: Request) -> dict[str, Any] | None:
    try:
        body = request.json
    except Exception:  # sanic's own type for a body that is no JSON
        return None
    return body if isinstance(body, dict) else None


def _sorry(key: str, status: int) -> HTTPResponse:
    words = load().words["channel"]
    return response.json({"error": words.get(key, words["failed"])}, status=status)
