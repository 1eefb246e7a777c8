"""Checks of what an answer says in each case that it tells apart: how long, how many lines, which variants are ever said."""
from __future__ import annotations

from bot.content.choosing import cases, first_of, part_of
from bot.content.marks import Marked
from bot.content.saying import messages
from bot.content.types import PARTS, Answer

FIRST, WHOLE, BYTES = 120, 560, 2000
CAUTION = 120  # bytes kept free for the line of caution that may follow
LINES = {"steps": (2, 5), "papers": (1, 3), "limits": (1, 3), "cost": (1, 2), "call": (1, 2)}


def check_said(file: Marked, answer: Answer, words: dict[str, str]) -> None:
    """Problems of a sound answer, each named once, with the case in which they come up."""
    said: set[int] = set()
    found: dict[tuple[str, str], None] = {}
    for known in cases(answer):
        variant = first_of(answer, known)
        said.add(next(number for number, one in enumerate(answer.first) if one is variant))
        case = ", ".join(f"{fact}={value}" for fact, value in known.items()) or "nothing known"
        for field, message in _lengths(answer, known, words):
            if (field, message) not in found:
                found[field, message] = None
                file.error(f"{message} (when {case})", field)
    for number, variant in enumerate(answer.first):
        if sum(len(line.say) for line in variant.lines) > FIRST:
            file.error(f"a first message has at most {FIRST} characters", "first", number)
        if number not in said:
            file.error("this variant is never said: an earlier one fits wherever it does", "first", number)


def _lengths(answer: Answer, known: dict[str, object], words: dict[str, str]) -> list[tuple[str, str]]:
    """(field, message) of what is too long or too many in one case."""
    found = []
    whole = len(answer.today.say)
    for part in PARTS:
        lines = part_of(answer, part, known)
        whole += sum(len(line.say) for line in lines)
        least, most = LINES[part]
        if not least <= len(lines) <= most:
            found.append((part, f"{part} says {len(lines)} lines, must be {least} to {most}"))
    if whole > WHOLE:
        found.append(("steps", f"the parts have {whole} characters, at most {WHOLE} are read"))
    for message in messages(answer, known, words):
        size = len(message.text.encode("utf-8")) + CAUTION
        if size > BYTES:
            found.append(("first", f"a message of {size} bytes with its caution, at most {BYTES} fit"))
    return found
