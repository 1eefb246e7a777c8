"""`python -m bot answer --input in.jsonl --output out.jsonl`: how the bot reads and answers real questions, for review.

No server and no Rasa: the reader is taken out of the newest model. A line in: `{"id", "text"}`; a line out as in
docs/design.md, section 5. Texts stay on this machine.
"""
from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from bot import clock
from bot.chinese.normalise import normalise
from bot.content import Content, load, speak
from bot.nlu.arbitrate import FALLBACK
from bot.nlu.entities import Finder, finder
from bot.nlu.model import Reader, Reading
from bot.nlu.output import SHOWN
from bot.nlu.stored import NoModel, newest, read_model
from bot.privacy.door import LONGEST
from bot.search.answer import Message, answer_messages, beside, cautioned
from bot.search.answer_facts import BEYOND, in_place_of
from bot.search.explain import explain, hard_words
from bot.search.facts import order_beyond, order_facts
from bot.settings import ROOT

LOOKUPS = ROOT / "data/nlu/lookups"
SOCIAL = frozenset({"greet", "thanks", "goodbye", "who_are_you", "smalltalk", "help", "human"})
ANSWERED_AS = {"evidence_strength": "evidence_general"}
"""An act -> the need whose answer it gets while nothing is known of a case."""
SAYS_A_NEED = 6
SHOWN_KEYS = ("entity", "value", "text", "start", "end")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `python -m bot answer`."""
    parser.add_argument("--input", type=Path, required=True, help='JSONL with {"id", "text"}')
    parser.add_argument("--output", type=Path, required=True, help="JSONL to write")
    parser.add_argument("--models", type=Path, default=ROOT / "models", help="folder of trained models")


def run(args: argparse.Namespace) -> int:
    """Read, answer, write; a broken line is named on stderr and skipped. 0 when a line was answered, 2 for a file that cannot
    be read, no model or no good line (said on stderr)."""
    try:
        lines = args.input.read_bytes().splitlines()
        reader = read_model(newest(args.models))
    except (OSError, NoModel) as problem:
        print(problem, file=sys.stderr)
        return 2
    answerer = Answerer(reader, finder(LOOKUPS), load(), clock.today())
    answered = 0
    with args.output.open("w", encoding="utf-8") as out:
        for number, line in enumerate(lines, 1):
            try:
                question = read_question(line)
            except ValueError as problem:
                print(f"line {number} skipped: {problem}", file=sys.stderr)
                continue
            if question is not None:
                out.write(json.dumps(answerer.answer(question), ensure_ascii=False) + "\n")
                answered += 1
    return 0 if answered else 2


def read_question(line: bytes) -> dict[str, Any] | None:
    """The question of one line of JSONL, its text cut to what a message may have; None for an empty line. Raises ValueError."""
    if not line.strip():
        return None
    question = json.loads(line.decode("utf-8"))
    if not isinstance(question, dict) or "id" not in question or not isinstance(question.get("text"), str):
        raise ValueError("an object with id and text is expected")
    return {**question, "text": question["text"][:LONGEST].encode("utf-8", "replace").decode()}


class Answerer:
    """Answers questions one by one; everything that is slow to make is made once."""

    def __init__(self, reader: Reader, words: Finder, content: Content, today: date) -> None:
        self._reader, self._words, self._content, self._today = reader, words, content, today

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        """One line of the output. `need` is always one of the 33."""
        text = question["text"]
        plain = normalise(text)
        reading = self._reader.read(plain)
        need = pick_need(reading, len(plain))
        second = [name for name in reading.second if name != need]
        word = explained(reading, plain, self._content)
        laws = list(dict.fromkeys([*(word.laws if word else ()), *self._laws(plain, need, second)]))
        spoken = speak(laws, self._content)
        return {
            "id": question["id"],
            "need": need,
            "second_needs": second,
            "confidence": next(round(guess.confidence, 4) for guess in reading.ranking if guess.name == need),
            "ranking": [{"need": guess.name, "confidence": round(guess.confidence, 4)} for guess in reading.ranking[:SHOWN]],
            "act": reading.act.name if reading.act and reading.act.name == reading.intent.name else None,
            "danger": bool(reading.danger),
            "entities": [{key: found[key] for key in SHOWN_KEYS} for found in self._words.find(text, self._today)],
            "laws": spoken["ids"],
            "articles": spoken["articles"],
            "reply": reply(reading, need, second, self._content, plain),
        }

    def _laws(self, text: str, need: str, second: list[str]) -> list[str]:
        """Ids of the answer and of the second needs' lines, with the nearest facts of the store.

        `out_of_scope`: only those that are near enough.
        """
        answers = self._content.answers
        held = [law for part in answer_messages(answers[need], {}, set(), self._content) for law in part.laws]
        lines = [law for name in second for law in answers[name].second.laws]
        instead = in_place_of(need, text, self._content)
        if instead:
            held = [*instead.laws, *held]
        ordered = (order_beyond if need == "out_of_scope" else order_facts)(text, self._content, held)
        return list(dict.fromkeys([*(instead.laws if instead else ()), *ordered, *lines]))


def pick_need(reading: Reading, length: int) -> str:
    """The first need; a social act or a few characters that say nothing are `out_of_scope`."""
    social = reading.intent.name in SOCIAL
    nothing = reading.intent.name == FALLBACK and length < SAYS_A_NEED
    return ANSWERED_AS.get(reading.intent.name) or ("out_of_scope" if social or nothing else reading.ranking[0].name)


def explained(reading: Reading, text: str, content: Content) -> Message | None:
    """The explanation of the words that the message asks for; None when it asks for none."""
    asked = hard_words(text, content) if reading.intent.name == "explain" else []
    return explain(asked, content) if asked else None


def reply(reading: Reading, need: str, second: list[str], content: Content, text: str = "") -> list[str]:
    """What the bot says to it, nothing being known of a case: in danger the words of safety alone; the explanation of a word
    that is asked; facts of the store in place of an apology (in_place_of) and where else to ask; else the answer in its two
    messages and one line for each further need."""
    cautions: set[str] = set()
    if reading.danger:
        words = content.folder("safety")["danger"][reading.danger]
        return [cautioned(words["text"], words["laws"], cautions, content)]
    word = explained(reading, text, content)
    if word:
        return [cautioned(word.text, word.laws, cautions, content)]
    instead = in_place_of(need, text, content)
    if instead:
        further = [content.answers[need].second] if need == BEYOND else []
        return [cautioned(instead.text, instead.laws, cautions, content),
                *(cautioned(one.say, one.laws, cautions, content) for one in further)]
    said = [part.text for part in answer_messages(content.answers[need], {}, cautions, content)]
    return [*said, *(cautioned(one.second.say, one.second.laws, cautions, content) for one in beside(second, content))]
