"""Which messages of stored conversations were read least surely, without what tells who wrote them."""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.chinese.companies import find_companies
from bot.chinese.people import find_names
from bot.chinese.personal import TOKEN, find_personal
from bot.nlu.arbitrate import FALLBACK

NAMES = frozenset({"debtor_name", "worker_name", "general_contractor", "project_name"})
PERSONAL_FORM = "paper_details"
SOMEBODY = "某某"
NUMBER = "〇〇"
SHORTEST = 4


@dataclass(frozen=True)
class Unsure:
    """A message without names and numbers, how it was read, and how surely (0 to 1)."""

    text: str
    intent: str
    confidence: float
    needs: tuple[str, ...]


def unsure(conversations: Iterable[list[Mapping[str, Any]]], most: int) -> list[Unsure]:
    """The least certain messages first, at most `most`, each text once. A conversation is its events in order.

    Answers to the form that asks name and numbers are left out whole; names that became facts of the conversation, other
    names and firms, tokens and numbers are replaced.
    """
    found: dict[str, Unsure] = {}
    for events in conversations:
        names = _told_names(events)
        form = None
        for event in events:
            if event.get("event") == "active_loop":
                form = event.get("name")
            elif event.get("event") == "user" and form != PERSONAL_FORM and (row := _read(event, names)):
                found.setdefault(row.text, row)
    return sorted(found.values(), key=lambda row: row.confidence)[:most]


def _told_names(events: Iterable[Mapping[str, Any]]) -> list[str]:
    """Names that were kept as facts, the longest first."""
    values = [event.get("value") for event in events if event.get("event") == "slot" and event.get("name") in NAMES]
    names = {str(value["value"]) for value in values if isinstance(value, dict) and isinstance(value.get("value"), str)}
    return sorted((name for name in names if len(name) > 1), key=len, reverse=True)


def _read(event: Mapping[str, Any], names: list[str]) -> Unsure | None:
    data = event.get("parse_data") or {}
    text = without_names(str(event.get("text") or ""), names)
    intent = data.get("intent") or {}
    if len(text) < SHORTEST or not data.get("need_ranking"):
        return None
    lost = intent.get("name") == FALLBACK
    needs = tuple(str(one["need"]) for one in data["need_ranking"][:3])
    return Unsure(text, str(intent.get("name")), 0.0 if lost else float(intent.get("confidence") or 0.0), needs)


def without_names(text: str, names: Iterable[str] = ()) -> str:
    """The text with tokens and personal numbers, names of people and firms replaced."""
    for name in names:
        text = text.replace(name, SOMEBODY)
    spans = [(one.start, one.end, SOMEBODY) for one in (*find_names(text), *find_companies(text))]
    spans += [(one.start, one.end, NUMBER) for one in find_personal(text)]
    spans += [(one.start(), one.end(), NUMBER) for one in TOKEN.finditer(text)]
    for start, end, word in sorted(spans, reverse=True):
        text = text[:start] + word + text[end:]
    return re.sub(rf"(?:{SOMEBODY}){{2,}}", SOMEBODY, text)
