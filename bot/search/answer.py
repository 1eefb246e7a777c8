"""How an answer of content/answers is put together: the same for the bot and for `python -m bot answer`."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.content import Answer, Content, caution
from bot.content.saying import Message, messages

NOT_SAID_BESIDE = {"steps", "out_of_scope", "calculation_amount", "evidence_general", "who_is_liable", "jurisdiction_where"}
MOST_BESIDE = 2

__all__ = ["MOST_BESIDE", "Message", "answer_messages", "beside", "cautioned"]


def answer_messages(
    answer: Answer, known: Mapping[str, Any], said: set[str], content: Content, brief: bool = False,
) -> list[Message]:
    """The answer for the case facts in `known` (CASE_FACTS; empty: the general variant), in the order of saying.

    The first message says what to do, the second holds the parts; `brief` (inside a form) is one message. The caution that
    the facts of the whole need stands once, at the end, unless it stands in `said`; it is added there.
    """
    parts = messages(answer, known, content.words["answers"], brief)
    laws = [law for part in parts for law in part.laws]
    last = parts[-1]
    return [*parts[:-1], Message(cautioned(last.text, laws, said, content), last.laws)]


def cautioned(text: str, laws: Iterable[str], said: set[str], content: Content | None = None) -> str:
    """The text with the caution that its law facts need, unless it stands in `said`; it is added there. KeyError: unknown id."""
    warning = caution(laws, content)
    whole = f"{text}\n{warning}" if warning and warning not in text and warning not in said else text
    said.add(warning)
    return whole


def beside(needs: Iterable[str], content: Content, most: int = MOST_BESIDE) -> list[Answer]:
    """The answers of which one line is said for a further need, at most `most`, each once."""
    answers = [content.answers[need] for need in dict.fromkeys(needs) if need in content.answers]
    return [answer for answer in answers if answer.second.say and answer.need not in NOT_SAID_BESIDE][:most]
