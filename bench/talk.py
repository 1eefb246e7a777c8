"""The claim conversation of bench/talk.yml as a stream of messages: replies go in, the next message comes out."""
from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SCRIPT = Path(__file__).with_name("talk.yml")
MOST_ANSWERS = 60

Reply = dict[str, Any]


class OffCourse(RuntimeError):
    """The bot's reply does not lead where the talk goes; the argument says at which message."""


@dataclass(frozen=True)
class Message:
    """One thing a worker does: words, a picture with words, or opening a link (`url`, no turn)."""

    text: str = ""
    photo: bool = False
    url: str = ""


@dataclass
class Talk:
    """One conversation. `play()` gives its messages; send the replies of each back in."""

    script: dict[str, Any]
    url: str = ""

    def play(self) -> Generator[Message, list[Reply], None]:
        """The messages in order. Raises OffCourse when a form does not open or end, or the receipt is missing."""
        replies: list[Reply] = []
        for step in self.script["steps"]:
            if "form" in step:
                replies = yield from self._answer(step["form"], replies)
                continue
            replies = yield self._message(step)
            self.url = _last_paper(replies) or self.url
            if step.get("receipt") and not _customs(replies, "receipt"):
                raise OffCourse(f"no receipt after {step['say']!r}: {_texts(replies)[:300]}")

    def _message(self, step: dict[str, Any]) -> Message:
        if "photo" in step:
            return Message(step["photo"], photo=True)
        if "paper" in step:
            if not self.url:
                raise OffCourse("no link to a paper was given")
            return Message(url=self.url)
        return Message(step["say"])

    def _answer(self, form: str, replies: list[Reply]) -> Generator[Message, list[Reply], list[Reply]]:
        """Answer the questions of a form until it asks nothing more."""
        if not asks(replies, form):
            raise OffCourse(f"the form {form} does not open: {_texts(replies)[:300]}")
        between = {slot: list(words) for slot, words in self.script["between"].items()}
        for _ in range(MOST_ANSWERS):
            slot = asks(replies, form)
            if not slot:
                return replies
            waiting = between.get(slot)
            replies = yield Message(waiting.pop(0) if waiting else self.script["answers"][slot])
            self.url = _last_paper(replies) or self.url
        raise OffCourse(f"the form {form} does not end: it still asks for {asks(replies, form)}")


@cache
def read_script() -> dict[str, Any]:
    """The conversation of bench/talk.yml."""
    script: dict[str, Any] = yaml.safe_load(SCRIPT.read_text(encoding="utf-8"))
    return script


def asks(replies: list[Reply], form: str = "") -> str:
    """The fact that these replies ask for (in that form, when it is named); "" when they ask nothing."""
    asked = [custom for custom in _customs(replies, "question") if form in ("", custom["form"])]
    return str(asked[-1]["asks"]) if asked else ""


def _customs(replies: list[Reply], kind: str) -> list[dict[str, Any]]:
    return [reply["custom"] for reply in replies if reply.get("custom", {}).get("kind") == kind]


def _last_paper(replies: list[Reply]) -> str:
    papers = [custom["url"] for custom in _customs(replies, "document") if custom["format"] == "docx"]
    return str(papers[-1]) if papers else ""


def _texts(replies: list[Reply]) -> str:
    return " / ".join(reply["text"] for reply in replies if reply.get("text"))
