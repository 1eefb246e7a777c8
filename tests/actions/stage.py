"""One action on a stage of its own: a tracker as Rasa sends it in, what was said and which events came out."""
from __future__ import annotations

import asyncio
import inspect
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Act

SENDER = "甲"


@dataclass(frozen=True)
class Played:
    """What an action did. `said`: names of responses, texts of content in between are left out."""

    events: list[dict[str, Any]]
    messages: list[dict[str, Any]]

    @property
    def said(self) -> list[str]:
        """Names of the responses, in order."""
        return [message["response"] for message in self.messages if message.get("response")]

    @property
    def texts(self) -> list[str]:
        """Texts of content, in order."""
        return [message["text"] for message in self.messages if message.get("text")]

    @property
    def slots(self) -> dict[str, Any]:
        """Slots that are set."""
        return {event["name"]: event["value"] for event in self.events if event["event"] == "slot"}

    @property
    def next(self) -> str:
        """The action that follows, or ""."""
        return next((str(event["name"]) for event in self.events if event["event"] == "followup"), "")

    def response(self, name: str) -> dict[str, Any]:
        """The message of one response, with its values."""
        return next(message for message in self.messages if message.get("response") == name)

    def customs(self, kind: str) -> list[dict[str, Any]]:
        """The custom parts of a kind."""
        return [message["custom"] for message in self.messages if (message.get("custom") or {}).get("kind") == kind]


@dataclass(frozen=True)
class Message:
    """A message as NLU understood it, and where the dialogue stands."""

    text: str = ""
    intent: str = "inform"
    act: str = ""
    ranking: list[dict[str, Any]] = field(default_factory=list)
    danger: str = ""
    doubt: str = ""
    photos: list[str] = field(default_factory=list)
    form: str = ""
    slots: dict[str, Any] = field(default_factory=dict)
    before: list[dict[str, Any]] = field(default_factory=list)
    after: list[dict[str, Any]] = field(default_factory=list)


def bot(text: str, response: str = "") -> dict[str, Any]:
    """An event: the bot said it."""
    return {"event": "bot", "text": text, "data": {}, "metadata": {"utter_action": response} if response else {}}


def user(text: str) -> dict[str, Any]:
    """An event: the worker said it."""
    return {"event": "user", "text": text, "metadata": {}}


def play(action: Act, message: Message, sender: str = SENDER) -> Played:
    """Run the action as the SDK does."""
    latest = {"text": message.text, "intent": {"name": message.intent, "confidence": 1.0}, "need_ranking": message.ranking,
              "act": {"name": message.act, "confidence": 0.9 if message.act else 0.0}, "danger": message.danger,
              "danger_doubt": message.doubt}
    came = {"event": "user", "text": message.text, "metadata": {"attachments": message.photos}}
    loop = {"name": message.form} if message.form else {}
    events = [*message.before, came, *message.after]
    tracker = Tracker(sender, dict(message.slots), latest, events, False, None, loop, "action_listen")
    dispatcher = CollectingDispatcher()
    done = action.run(dispatcher, tracker, {})
    if inspect.iscoroutine(done):
        done = asyncio.run(done)
    return Played([dict(event) for event in done], dispatcher.messages)
