"""An answer as messages: what to do first, then the parts under short headings."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.content.choosing import Known, first_of, part_of
from bot.content.types import PARTS, Answer, Line


@dataclass(frozen=True)
class Message:
    """One message, and the facts of exactly what it says."""

    text: str
    laws: tuple[str, ...]


def messages(answer: Answer, known: Known, words: Mapping[str, Any], brief: bool = False) -> list[Message]:
    """The first message and the parts; `brief` (inside a form): one message with the first limit alone.

    `known`: case facts by name (CASE_FACTS), without those not known; `words`: content/words/answers.yml.
    """
    first = first_of(answer, known).lines
    opening = "".join(line.say for line in first)
    if brief:
        limit = part_of(answer, "limits", known)[:1]
        return [_message([*first, *limit], opening, *(line.say for line in limit))]
    parts = {part: part_of(answer, part, known) for part in PARTS}
    said = [line for lines in parts.values() for line in lines]
    texts = [_part(part, lines, words) for part, lines in parts.items() if lines]
    return [_message(first, opening), _message([*said, answer.today], *texts, f"{words['today']}{answer.today.say}")]


def _message(lines: Iterable[Line], *texts: str) -> Message:
    laws = dict.fromkeys(law for line in lines for law in line.laws)
    return Message("\n".join(texts), tuple(laws))


def _part(part: str, lines: tuple[Line, ...], words: Mapping[str, Any]) -> str:
    """Heading and lines; the steps numbered, each on a line of its own."""
    heading = str(words[part])
    if part == "steps":
        return "\n".join([heading, *(f"{number}. {line.say}" for number, line in enumerate(lines, 1))])
    return heading + "".join(line.say for line in lines)
