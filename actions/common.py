"""What every action needs: the message as it was heard, and ways to speak. No rules of law or of the form here."""
from __future__ import annotations

import gc
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot import clock
from bot.cases.store import Store, open_store
from bot.chinese.crew_total import crew_total
from bot.chinese.phrases import say_fact
from bot.chinese.values import OF_ANOTHER, Fact
from bot.content import Content, load, speak
from bot.interview.length import DAYS_WORKED, WORKED
from bot.interview.questions import Plan, read_plan
from bot.interview.turn import Heard
from bot.nlu.matters import find_matter
from bot.privacy.tokens import PHOTO_MARK
from bot.search.answer import cautioned

OWN_WORDS = "claim_words"  # a fact of the case alone: no slot, never asked, never printed
WISHED_PAPER = "wished_paper"  # the paper that is written once its details are asked
NO_SLOTS = {OWN_WORDS, WISHED_PAPER, WORKED, DAYS_WORKED, *OF_ANOTHER}
NEVER_SAID = {OWN_WORDS, WISHED_PAPER, *OF_ANOTHER}
FORMS = ("wage_claim", "paper_details", "ruling_details")


def content() -> Content:
    """The content, loaded once."""
    return load()


@cache
def plan(form: str) -> Plan:
    """The questions of a form."""
    return read_plan(content().folder("interview")[form])


def store() -> Store:
    """The case store."""
    return open_store()


def warm_up() -> None:
    """Load content and parsers before the first worker comes."""
    from bot.chinese.story import read_story
    from bot.search.facts import find_facts

    content()
    find_facts(content().words["channel"]["warm_up"], content())
    [plan(form) for form in FORMS]
    read_story(content().words["channel"]["warm_up"], clock.today())
    gc.collect()
    gc.freeze()  # what stays for good need not be walked by each full collection


def turn_before(events: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """What happened from the message before this one until this one."""
    users = [place for place, event in enumerate(events) if event.get("event") == "user"]
    return events[users[-2] if len(users) > 1 else 0:users[-1]] if users else []


def said_before(events: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What the bot said to the message before this one."""
    return [event for event in turn_before(events) if event.get("event") == "bot" and event.get("text")]


def asked_last(events: Sequence[Mapping[str, Any]], response: str) -> bool:
    """Whether the bot's last words before this message were this response."""
    said = said_before(events)
    return bool(said) and (said[-1].get("metadata") or {}).get("utter_action") == response


def ran_before(events: Sequence[Mapping[str, Any]], action: str) -> bool:
    """Whether an action ran in the turn before this message."""
    return any(event.get("event") == "action" and event.get("name") == action for event in turn_before(events))


def acted_since(events: Sequence[Mapping[str, Any]]) -> bool:
    """Whether an action has run since the last message: the present one follows it in the same turn."""
    last = next((event for event in reversed(events) if event.get("event") in ("user", "action")), {})
    return last.get("event") == "action"


class Turn:
    """One call of an action."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
        self.dispatcher = dispatcher
        self.tracker = tracker
        self.cautions: set[str] = set()
        self.message: dict[str, Any] = tracker.latest_message or {}

    @property
    def sender(self) -> str:
        """The conversation's sender."""
        return str(self.tracker.sender_id)

    @property
    def text(self) -> str:
        """What was typed, without the mark of a photo."""
        return str(self.message.get("text") or "").removeprefix(PHOTO_MARK).strip()

    @property
    def intent(self) -> str:
        """The name that Rasa's rules saw."""
        return str((self.message.get("intent") or {}).get("name") or "")

    @property
    def form(self) -> str:
        """The form that is active, or ""."""
        return str((self.tracker.active_loop or {}).get("name") or "")

    @property
    def attachments(self) -> list[str]:
        """Evidence ids that came with the message."""
        for event in reversed(self.tracker.events):
            if event.get("event") == "user":
                return list((event.get("metadata") or {}).get("attachments") or [])
        return []

    def heard(self) -> Heard:
        """The message for the interview."""
        ranking = self.message.get("need_ranking") or [{}]
        act = self.message.get("act") or {}
        return Heard(
            text=self.text,
            need=str(ranking[0].get("need") or ""), need_confidence=float(ranking[0].get("confidence") or 0),
            act="send_evidence" if self.attachments and not self.text else str(act.get("name") or ""),
            act_confidence=1.0 if self.attachments and not self.text else float(act.get("confidence") or 0),
            danger=str(self.message.get("danger") or ""), has_attachment=bool(self.attachments),
            matter=find_matter(self.text) or "", again=bool(self.text) and self.text == self._text_before())

    def _text_before(self) -> str:
        """What was typed in the message before this one."""
        users = [event for event in turn_before(self.tracker.events) if event.get("event") == "user"]
        return str(users[0].get("text") or "").removeprefix(PHOTO_MARK).strip() if users else ""

    def say(self, response: str, buttons: Sequence[tuple[str, str]] = (), **values: Any) -> None:
        """A response of domain.yml; buttons are (title, payload)."""
        extra = {"buttons": _buttons(buttons)} if buttons else {}
        self.dispatcher.utter_message(response=response, **values, **extra)

    def teach(self, text: str, laws: Sequence[str] = (), buttons: Sequence[tuple[str, str]] = (), cautious: bool = True) -> None:
        """A text of content/ with the law facts it rests on; the caution that they need is said once a turn.

        `cautious` False: the text holds its caution already, or one follows.
        """
        whole = cautioned(text, laws, self.cautions) if cautious else text
        self.dispatcher.utter_message(text=whole, buttons=_buttons(buttons) or None)
        if laws:
            self.dispatcher.utter_message(json_message={"kind": "laws", **speak(list(laws))})

    def custom(self, **parts: Any) -> None:
        """A custom part of the reply (docs/design.md, section 5)."""
        self.dispatcher.utter_message(json_message=parts)


class Act(Action, ABC):
    """An action of the domain: a subclass has its name and says what it does. The SDK leaves abstract classes out."""

    @property
    @abstractmethod
    def called(self) -> str:
        """The name in the domain; a class attribute."""

    @abstractmethod
    def do(self, turn: Turn) -> list[EventType]:
        """Act on the turn: speak, and give the events that follow."""

    def name(self) -> str:
        """The name that Rasa asks for."""
        return self.called

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Called by the SDK."""
        from actions.doubt import say_doubt
        from actions.first import answer_first

        turn = Turn(dispatcher, tracker)
        say_doubt(turn)
        answered = answer_first(turn, self.called)
        return self.do(turn) if answered is None else answered


def _buttons(pairs: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"title": title, "payload": payload} for title, payload in pairs]


def mirror(facts: Mapping[str, Fact], before: Mapping[str, Any]) -> list[EventType]:
    """Slots for the facts that differ from what the tracker holds."""
    events: list[EventType] = []
    for slot, fact in facts.items():
        value = fact.to_json()
        if slot not in NO_SLOTS and before.get(slot) != value:
            events.append(SlotSet(slot, value))
    return events


def in_words(facts: Mapping[str, Fact]) -> str:
    """Facts as one line for a play-back; that they are told for somebody else is said once."""
    words = content().words["facts"]
    pieces = [say_fact(slot, replace(fact, state="known") if fact.state == "second_hand" else fact, words, _form(slot, facts))
              for slot, fact in facts.items() if slot not in NEVER_SAID and not _said_by_another(slot, facts)]
    line = words["between"].join(piece for piece in pieces if piece)
    told = any(fact.state == "second_hand" for fact in facts.values())
    return str(words["second_hand"].format(said=line)) if told else line


def _form(slot: str, facts: Mapping[str, Fact]) -> str:
    """How a fact is said: his own sum as his own, where that of his crew stands beside it."""
    beside = slot == "owed_amount" and facts[slot].state != "second_hand" and crew_total(facts.get("people_count"))
    return "own" if beside else "say"


def _said_by_another(slot: str, facts: Mapping[str, Fact]) -> bool:
    """Whether a fact adds no word of its own: the project that stands in the place, the IOU among the evidence."""
    place, project = facts.get("work_place"), facts.get("project_name")
    if slot == "project_name" and place and project and project.value:
        return str(project.value) in str(place.value)
    held = facts.get("evidence_held")
    return slot == "evidence_held" and "has_iou" in facts and held is not None and held.value == ["iou"]
