"""The page that checks a file against an evidence bundle: no login, nothing kept, nothing personal shown."""
from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from bot import clock
from bot.cases.store import Store
from bot.channels.limits import MOST_HEARD
from bot.content import load
from bot.filing.check import LARGEST, check, knows

log = logging.getLogger(__name__)
PAGE = Path(__file__).parent / "static" / "check.html"
NOT_KEPT = {"Cache-Control": "no-store"}


def add_check(routes: Blueprint, store: Store, headers: Mapping[str, str]) -> None:
    """`/check`, `/check/<code>`: the page. Below the code: `/known`, `/hash` (the phone counted), `/file` (it cannot: no TLS)."""

    async def page(_request: Request, code: str = "") -> HTTPResponse:
        del code  # the page reads it from its own address
        return response.html(PAGE.read_text(encoding="utf-8"), headers=dict(headers))

    async def known(_request: Request, code: str) -> HTTPResponse:
        found = await asyncio.to_thread(knows, store, code, clock.now())
        return response.json({"known": found}, headers=NOT_KEPT)

    async def by_hash(request: Request, code: str) -> HTTPResponse:
        return await _answer(store, code, _digest_of(request))

    async def by_file(request: Request, code: str) -> HTTPResponse:
        digest = await digest_stream(request)
        return _sorry("too_large", 413) if digest is None else await _answer(store, code, digest)

    routes.add_route(page, "/check", methods=["GET"], name="check")
    routes.add_route(page, "/check/<code:str>", methods=["GET"], name="check_code")
    routes.add_route(known, "/check/<code:str>/known", methods=["GET"], name="check_known")
    routes.add_route(by_hash, "/check/<code:str>/hash", methods=["POST"], name="check_hash")
    routes.add_route(by_file, "/check/<code:str>/file", methods=["POST"], name="check_file", stream=True)


async def digest_stream(request: Request) -> str | None:
    """The SHA-256 of a body as it comes in, none of it kept; None when it is longer than any original can be.

    It is read to its end also then, for a phone that is still sending would not hear the answer, but not beyond MOST_HEARD."""
    digest, size = hashlib.sha256(), 0
    if request.stream is not None:
        async for part in request.stream:
            size += len(part)
            if size > MOST_HEARD:
                return None
            if size <= LARGEST:
                digest.update(part)
    return digest.hexdigest() if size <= LARGEST else None


async def _answer(store: Store, code: str, digest: str) -> HTTPResponse:
    try:
        found = await asyncio.to_thread(check, store, code, digest, clock.now())
    except SQLAlchemyError:  # a locked or lost database
        log.exception("a file was not checked")
        return _sorry("failed", 503)
    return response.json({"outcome": found.outcome, "text": found.text}, headers=NOT_KEPT)


def _digest_of(request: Request) -> str:
    try:
        body = request.json
    except Exception:  # sanic's own type for a body that is no JSON
        return ""
    value = body.get("sha256") if isinstance(body, dict) else ""
    return value if isinstance(value, str) else ""


def _sorry(key: str, status: int) -> HTTPResponse:
    return response.json({"error": load().words["bundle"]["page"][key]}, status=status, headers=NOT_KEPT)
