"""One worker's phone over REST: sends a message, times the turn, and notes what is wrong with the replies."""
from __future__ import annotations

import io
import time
import uuid
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpx
import yaml
from PIL import Image

from bench.talk import Message, OffCourse, Reply, Talk, read_script
from bot.settings import ROOT

TIMEOUT = 60.0


@dataclass
class Figures:
    """What was measured: seconds of each turn in order, seconds of each paper opened, and what went wrong, in words."""

    turns: list[float] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    papers: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    talks: int = 0
    cpu: dict[str, float] = field(default_factory=dict)  # processor seconds of each server
    seconds: float = 0.0

    @property
    def per_second(self) -> float:
        """Turns a second over the whole time."""
        return len(self.turns) / self.seconds if self.seconds else 0.0


def quantile(values: list[float], part: float) -> float:
    """The value below which `part` (0 to 1) of the values lie; 0 without values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


class Phone:
    """One sender. `figures` may be shared by many phones of one event loop."""

    def __init__(self, http: httpx.AsyncClient, figures: Figures, sender: str = "") -> None:
        self.http, self.figures = http, figures
        self.sender = sender or f"bench-{uuid.uuid4().hex}"

    async def talk(self, script: dict[str, Any] | None = None) -> None:
        """Play one whole conversation; a talk that loses its way is one error."""
        play = Talk(script or read_script()).play()
        try:
            message = next(play)
            while True:
                message = play.send(await self.do(message))
        except StopIteration:
            self.figures.talks += 1
        except OffCourse as problem:
            self.figures.errors.append(str(problem))

    async def do(self, message: Message) -> list[Reply]:
        """Send words or a picture, or open a link."""
        if message.url:
            await self._open(message.url)
            return []
        if message.photo:
            return await self.show(_photo(), message.text)
        return await self.say(message.text)

    async def show(self, picture: bytes, text: str = "") -> list[Reply]:
        """Upload a picture and send it; the turn is timed, the upload is not."""
        return await self.say(text, [await self._upload(picture)])

    async def say(self, text: str, attachments: list[str] | None = None) -> list[Reply]:
        """One turn, timed."""
        metadata = {"message_id": uuid.uuid4().hex, "attachments": attachments or []}
        body = {"sender": self.sender, "message": text, "metadata": metadata}
        started = time.perf_counter()
        answer = await self._send("POST", "/webhooks/rest/webhook", repr(text), json=body)
        if answer is None:
            return []
        self.figures.turns.append(time.perf_counter() - started)
        self.figures.texts.append(text)
        return self._judge(text, answer)

    async def _send(self, method: str, url: str, what: str, **parts: Any) -> httpx.Response | None:
        """The answer; None, and an error noted, for a broken connection and for a status other than 200."""
        try:
            answer = await self.http.request(method, url, **parts)
        except httpx.HTTPError as problem:
            self.figures.errors.append(f"{what}: {type(problem).__name__}")
            return None
        if answer.status_code != 200:
            self.figures.errors.append(f"{what}: HTTP {answer.status_code}")
            return None
        return answer

    def _judge(self, text: str, answer: httpx.Response) -> list[Reply]:
        """The replies; silence and the sentence for a failed turn are noted."""
        replies: list[Reply] = answer.json()
        words = [reply["text"] for reply in replies if reply.get("text", "").strip()]
        if not words:
            self.figures.silent.append(text)
        if any(failed in said for said in words for failed in _failures()):
            self.figures.errors.append(f"{text!r}: the turn failed")
        return replies

    async def _open(self, url: str) -> None:
        started = time.perf_counter()
        if await self._send("GET", url, "a paper") is not None:
            self.figures.papers.append(time.perf_counter() - started)

    async def _upload(self, picture: bytes) -> str:
        files = {"file": ("photo.jpg", picture)}
        answer = await self._send("POST", "/chat/upload", "an upload", data={"sender": self.sender}, files=files)
        return str(answer.json()["evidence"]) if answer is not None else ""


def new_client(base_url: str, users: int = 1) -> httpx.AsyncClient:
    """A client with a kept connection for each user."""
    limits = httpx.Limits(max_connections=users, max_keepalive_connections=users)
    return httpx.AsyncClient(base_url=base_url, timeout=TIMEOUT, limits=limits, trust_env=False)


@cache
def _failures() -> frozenset[str]:
    """What the channel says when a turn failed."""
    words = yaml.safe_load((ROOT / "content" / "words" / "channel.yml").read_text(encoding="utf-8"))
    return frozenset({words["failed"], words["silent"]})


def _photo() -> bytes:
    out = io.BytesIO()
    color = uuid.uuid4().bytes
    Image.new("RGB", (640, 480), (color[0], color[1], color[2])).save(out, "JPEG")
    return out.getvalue()
