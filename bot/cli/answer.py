"""`python -m bot answer --input in.jsonl --output out.jsonl`: how the bot reads and answers real questions, for review.

No server and no Rasa: the reader is taken out of the newest model. A line in: `{"id", "text"}`; a line out as in
docs/design.md, section 5. Texts stay on this machine.
"""
from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot import clock
from bot.chinese.normalise import normalise
from bot.content import Content, caution, load, speak
from bot.nlu.arbitrate import FALLBACK
from bot.nlu.corpus import NEEDS
from bot.nlu.entities import Finder, finder
from bot.nlu.model import Reader, Reading
from bot.nlu.output import SHOWN
from bot.nlu.stored import NoModel, newest, read_model
from bot.search.facts import find_facts
from bot.settings import ROOT

LOOKUPS = ROOT / "data/nlu/lookups"
SOCIAL = frozenset({"greet", "thanks", "goodbye", "who_are_you", "smalltalk", "help", "human"})
SAYS_A_NEED = 6


def main(arguments: list[str] | None = None) -> int:
    """Read, answer, write. 0 when all lines were answered, 2 for a bad file or no model (said on stderr)."""
    parser = argparse.ArgumentParser(prog="python -m bot answer", description=__doc__)
    parser.add_argument("--input", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=ROOT / "models", help="folder of trained models")
    options = parser.parse_args(arguments)
    try:
        questions = list(read_questions(options.input.read_text(encoding="utf-8").splitlines()))
        reader = read_model(newest(options.models))
    except (OSError, ValueError, NoModel) as problem:
        print(problem, file=sys.stderr)
        return 2
    content, words, today = load(), finder(LOOKUPS), clock.today()
    with options.output.open("w", encoding="utf-8") as out:
        for question in questions:
            line = answer(question, reader, words, content, today)
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def read_questions(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The questions of a JSONL file. Raises ValueError naming the line that has no id or text."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        question = json.loads(line)
        if not isinstance(question, dict) or "id" not in question or not isinstance(question.get("text"), str):
            raise ValueError(f"line {number}: an object with id and text is expected")
        yield question


def answer(question: dict[str, Any], reader: Reader, words: Finder, content: Content, today: date) -> dict[str, Any]:
    """One line of the output. `need` is always one of the 33."""
    text = question["text"]
    plain = normalise(text)
    reading = reader.read(plain)
    need = pick_need(reading, len(plain))
    second = [name for name in reading.second if name != need]
    laws = pick_laws(plain, need, second, content)
    spoken = speak(laws, content)
    return {
        "id": question["id"],
        "need": need,
        "second_needs": second,
        "confidence": next(round(guess.confidence, 4) for guess in reading.ranking if guess.name == need),
        "ranking": [{"need": guess.name, "confidence": round(guess.confidence, 4)} for guess in reading.ranking[:SHOWN]],
        "act": reading.intent.name if reading.act and reading.intent.name == reading.act.name and not reading.danger else None,
        "danger": bool(reading.danger),
        "entities": [{key: value for key, value in found.items() if key != "extractor"} for found in words.find(text, today)],
        "laws": spoken["ids"],
        "articles": spoken["articles"],
        "reply": reply(reading, need, second, laws, content),
    }


def pick_need(reading: Reading, length: int) -> str:
    """The first need; a social act or a few characters that say nothing are `out_of_scope`."""
    social = reading.intent.name in SOCIAL
    nothing = reading.intent.name == FALLBACK and length < SAYS_A_NEED
    return "out_of_scope" if social or nothing else reading.ranking[0].name


def pick_laws(text: str, need: str, second: list[str], content: Content) -> list[str]:
    """Ids: the answer's facts, those that the text's words are nearest to first; then the second needs' lines."""
    held = list(content.answers[need].laws)
    near = [law.id for law in find_facts(text, content, most=8)] if need != "out_of_scope" else []
    ordered = [law for law in near if law in held] + [law for law in held if law not in near]
    others = [law for name in second for law in content.answers[name].second_laws]
    return list(dict.fromkeys([*ordered, *others]))


def reply(reading: Reading, need: str, second: list[str], laws: list[str], content: Content) -> list[str]:
    """What the worker would read: the danger first, the answer, one line for each second need, the caution."""
    assert need in NEEDS
    texts: list[str] = []
    if reading.danger:
        texts.append(content.folder("safety")["danger"][reading.danger]["text"])
    texts += content.answers[need].texts
    texts += [content.answers[name].second for name in second]
    texts.append(caution(laws, content))
    return [text for text in texts if text]
