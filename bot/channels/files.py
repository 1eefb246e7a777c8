"""A paper behind a link: made beside the loop, small ones sent whole, an evidence bundle piece by piece from its file."""
from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from typing import IO
from urllib.parse import quote

from sanic import response
from sanic.response import BaseHTTPResponse, HTTPResponse, ResponseStream

from bot import clock
from bot.cases.store import Store
from bot.channels.makers import makers
from bot.filing.papers import Paper, open_paper

BLOCK = 256 * 1024


async def send_paper(store: Store, token: str, headers: Mapping[str, str]) -> HTTPResponse | ResponseStream:
    """The paper of a link as a download. Raises PaperGone; of a bundle PressFailed when it cannot be made, ManyWait."""
    loop = asyncio.get_running_loop()
    paper = await loop.run_in_executor(None, open_paper, store, token, clock.now())
    name = quote(paper.filename)
    named = {**headers, "Content-Disposition": f"attachment; filename*=UTF-8''{name}", "Cache-Control": "no-store"}
    if paper.make is None:
        return response.raw(paper.data, content_type=paper.mime, headers=named)
    return _stream(paper, await makers().take(token, paper.make), named)


def _stream(paper: Paper, file: IO[bytes], headers: Mapping[str, str]) -> ResponseStream:
    size = os.fstat(file.fileno()).st_size

    async def send(out: BaseHTTPResponse | ResponseStream) -> None:
        with file:
            for start in range(0, size, BLOCK):
                part = await asyncio.to_thread(os.pread, file.fileno(), BLOCK, start)
                await out.write(part)  # type: ignore[union-attr, arg-type]

    return response.stream(send, headers={**headers, "Content-Length": str(size)}, content_type=paper.mime)
