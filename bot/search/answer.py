"""How an answer of content/answers is put together: the same for the bot and for `python -m bot answer`."""
from __future__ import annotations

from collections.abc import Iterable

from bot.content import Answer, Content, caution

NOT_SAID_BESIDE = {"steps", "out_of_scope", "calculation_amount", "evidence_general", "who_is_liable", "jurisdiction_where"}
MOST_BESIDE = 2


def answer_text(answer: Answer, brief: bool = False) -> str:
    """The answer as one text; `brief` (inside a form) without the thing for today."""
    lines = [answer.short, *(part.text for part in answer.paragraphs), "" if brief else answer.today]
    return "\n".join(line for line in lines if line)


def cautioned(text: str, laws: Iterable[str], said: set[str], content: Content | None = None) -> str:
    """The text with the caution that its law facts need, unless it stands in `said`; it is added there. KeyError: unknown id."""
    warning = caution(laws, content)
    whole = f"{text}\n{warning}" if warning and warning not in text and warning not in said else text
    said.add(warning)
    return whole


def beside(needs: Iterable[str], content: Content, most: int = MOST_BESIDE) -> list[Answer]:
    """The answers of which one line is said for a further need, at most `most`, each once."""
    answers = [content.answers[need] for need in dict.fromkeys(needs) if need in content.answers]
    return [answer for answer in answers if answer.second and answer.need not in NOT_SAID_BESIDE][:most]
