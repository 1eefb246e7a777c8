"""One turn of a conversation: admitted at the door, run once in its own task, released to the phone."""
from __future__ import annotations

import asyncio
import hashlib
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from rasa.core.channels.channel import UserMessage
from sqlalchemy.orm import Session

from bot import clock
from bot.cases import drafts, turns
from bot.cases.store import Store, open_store
from bot.channels.output import TurnOutput
from bot.content import load
from bot.filing.service import is_filed
from bot.privacy import door
from bot.privacy.tokens import PHOTO_MARK

log = logging.getLogger(__name__)

Reply = dict[str, Any]
OnMessage = Callable[[UserMessage], Awaitable[Any]]
EVIDENCE_ID = re.compile(r"EV-[0-9A-Za-z-]{1,40}\Z")
MAX_ATTACHMENTS = 9
LONGEST_ID = 100
UNFILED = ("assessed", "papers", "previewed")


class BadMessage(ValueError):
    """The request is not a message; the argument names what is wrong, for a developer."""


@dataclass(frozen=True)
class Incoming:
    """A message from a phone, not yet admitted."""

    sender: str
    text: str
    channel: str
    message_id: str = ""
    attachments: list[str] = field(default_factory=list)


def attachments_of(metadata: Any) -> list[str]:
    """The evidence ids of white-listed metadata; anything else is dropped."""
    listed = metadata.get("attachments", []) if isinstance(metadata, dict) else []
    if not isinstance(listed, list):
        return []
    return [item for item in listed if isinstance(item, str) and EVIDENCE_ID.match(item)][:MAX_ATTACHMENTS]


def message_id_of(metadata: Any) -> str:
    """The client's id of the message, or nothing; a long one is kept as its hash, never cut."""
    value = metadata.get("message_id", "") if isinstance(metadata, dict) else ""
    text = str(value) if isinstance(value, (str, int)) else ""
    return text if len(text) <= LONGEST_ID else hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


class TurnRunner:
    """Runs the turns of one channel. The same message id acts once."""

    def __init__(self, on_message: OnMessage, store: Store | None = None) -> None:
        self._on_message = on_message
        self._store = store or open_store()
        self._running: dict[tuple[str, str], asyncio.Task[list[Reply]]] = {}

    async def run(self, incoming: Incoming) -> list[Reply]:
        """The replies to a message; goes on to its end even if the phone hangs up."""
        key = (incoming.sender, incoming.message_id)
        task = self._running.get(key) if incoming.message_id else None
        if task is None:
            task = asyncio.get_running_loop().create_task(self._turn(incoming))
            if incoming.message_id:
                self._running[key] = task
                task.add_done_callback(lambda _: self._running.pop(key, None))
        return await asyncio.shield(task)

    async def _turn(self, incoming: Incoming) -> list[Reply]:
        """Every way through ends with a sentence. The cause of a failure goes to the log without his text."""
        try:
            return await self._answer(incoming)
        except Exception:
            log.exception("turn failed (channel %s)", incoming.channel)
            return [self._say(incoming.sender, load().words["channel"]["failed"])]

    async def _answer(self, incoming: Incoming) -> list[Reply]:
        words = load().words["channel"]
        known, text = await asyncio.to_thread(self._admit, incoming)
        if known is not None:
            return await asyncio.to_thread(self._release, incoming, known, False)
        replies = await self._ask_rasa(incoming, text)
        if text.cut:
            replies = [self._say(incoming.sender, words["cut"]), *replies]
        if any(reply.get("custom", {}).get("kind") == "erased" for reply in replies):
            return replies
        silent = not any("text" in reply for reply in replies)
        if silent:
            log.error("no reply to a turn (channel %s)", incoming.channel)
            replies = [*replies, self._say(incoming.sender, words["silent"])]
        return await asyncio.to_thread(self._release, incoming, replies, not silent)

    def _admit(self, incoming: Incoming) -> tuple[list[Reply] | None, door.Admitted]:
        """The replies that this message got before, or its text. The write lock is taken only for what must be kept."""
        now = clock.now()
        with self._store.session(read_only=True) as session:
            known = turns.recall(session, incoming.sender, incoming.message_id) if incoming.message_id else None
            if known is not None:
                return known, door.Admitted("")
            if not door.has_secrets(incoming.text):
                return None, door.admit(session, incoming.sender, incoming.text, now)
        with self._store.session() as session:
            return None, door.admit(session, incoming.sender, incoming.text, now)

    async def _ask_rasa(self, incoming: Incoming, text: str) -> list[Reply]:
        output = TurnOutput(incoming.channel)
        metadata = {"attachments": incoming.attachments} if incoming.attachments else {}
        if incoming.attachments:
            text = PHOTO_MARK + text
        await self._on_message(
            UserMessage(text, output, incoming.sender, input_channel=incoming.channel, metadata=metadata)
        )
        return output.messages

    def _release(self, incoming: Incoming, replies: list[Reply], remember: bool) -> list[Reply]:
        """The replies as the phone sees them; kept with their tokens for a redelivery of the same message."""
        now = clock.now()
        with self._store.session(read_only=True) as session:
            if remember:
                replies = self._honest(session, incoming.sender, replies)
            released = [self._released(session, incoming.sender, reply) for reply in replies]
        if remember and incoming.message_id:
            with self._store.session() as session:
                turns.remember(session, incoming.sender, incoming.message_id, replies, now)
        return released

    @staticmethod
    def _released(session: Session, sender: str, reply: Reply) -> Reply:
        return {**reply, "text": door.release(session, sender, reply["text"], clock.now())} if "text" in reply else reply

    @staticmethod
    def _honest(session: Session, sender: str, replies: list[Reply]) -> list[Reply]:
        """While nothing is filed, each question of the claim says so and, from the assessment on, each turn; of a filed
        complaint, that its change is not."""
        said = load().words["channel"]
        words, stage = said["not_filed_yet"], drafts.stage_of(session, sender)
        unfiled = stage in UNFILED or (stage == "claim" and _asks(replies))
        if not unfiled or any(words in str(reply.get("text", "")) for reply in replies):
            return replies
        if is_filed(session, sender):
            words = said["change_not_filed_yet"]
        last = max(index for index, reply in enumerate(replies) if "text" in reply)
        honest = {**replies[last], "text": f"{replies[last]['text']}（{words}）"}
        return [*replies[:last], honest, *replies[last + 1 :]]

    @staticmethod
    def _say(sender: str, text: str) -> Reply:
        return {"recipient_id": sender, "text": text}


def _asks(replies: list[Reply]) -> bool:
    """Whether a form asks its next question in these replies."""
    return any((reply.get("custom") or {}).get("kind") == "question" for reply in replies)
