"""Five hundred talks that nobody wrote: buttons, answers, questions, nonsense. Whatever is said, a sane answer comes back.

Another walk: MINGXIN_SEED=7; more talks: MINGXIN_WALKS=2000.
"""
from __future__ import annotations

import os
import random
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import load
from tests.support.live import Live, Said, Talk

pytestmark = pytest.mark.servers
SEED = os.environ.get("MINGXIN_SEED", "20261122")
WALKS = int(os.environ.get("MINGXIN_WALKS", "500"))
AT_ONCE = 8
POOL: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "walk.yml").read_text(encoding="utf-8"))
HAND_OVER = "rejected execution"  # Rasa's word for a form that lets the rules answer
WRONG = re.compile(r"Traceback| ERROR | CRITICAL |Error:")
UNFILLED = re.compile(r"\{\w*\}|\bNone\b|____|Traceback|utter_|〔(?:身份证|银行卡|手机号|口令)#")


class Walker:
    """One talk, driven by a generator of its own."""

    def __init__(self, live: Live, number: int) -> None:
        self.number = number
        self.dice = random.Random(f"{SEED}-{number}")
        self.talk: Talk = live.talk(f"walk-{SEED}-{number}")
        self.last: Said | None = None
        self.left = self.dice.randint(4, 10)
        self.problem = ""

    def go(self, turns: int) -> None:
        """Walk on, at most so many turns; the first problem ends the walk."""
        for _ in range(min(turns, self.left)):
            self.left -= 1
            text = self.next_words()
            try:
                self.last = self.talk.say(text)
            except Exception as error:  # silence, a status, a broken connection: all are what this test looks for
                self.problem = f"{type(error).__name__} after {text!r}: {error}"
            else:
                self.problem = fault_in(self.last, text)
            if self.problem:
                self.left = 0
                return

    def next_words(self) -> str:
        """A button of the last reply, an answer to its question, or anything."""
        chance = self.dice.random()
        if self.last and self.last.buttons and chance < 0.35:
            return self.dice.choice(self.last.buttons)
        if self.last and self.last.asks and chance < 0.65:
            return str(self.dice.choice(POOL["answers"][self.last.asks]))
        kinds = list(POOL["kinds"])
        kind = self.dice.choices(kinds, [POOL["kinds"][name]["weight"] for name in kinds])[0]
        words = str(self.dice.choice(POOL["kinds"][kind]["words"]))
        return "老板欠我工资不给," * self.dice.choice([50, 1250]) if words == "LONG" else words


def fault_in(said: Said, text: str) -> str:
    """What is wrong with a turn, or ""."""
    words = load().words["channel"]
    asked = said.custom("question")
    if words["failed"] in said.text or words["silent"] in said.text:
        return f"the sentence for failed turns after {text!r}"
    if len(asked) > 1:
        return f"{len(asked)} questions after {text!r}"
    if any(not 1 <= one["step"] <= one["of"] for one in asked):
        return f"progress {asked} after {text!r}"
    if UNFILLED.search(said.text) and not UNFILLED.search(text):
        return f"unfilled words after {text!r}"
    if "已提交" in said.text:
        return f"已提交 without a station after {text!r}"
    return ""


def walk_all(live: Live) -> list[Walker]:
    """All walks; in the middle of them an hour passes."""
    walkers = [Walker(live, number) for number in range(WALKS)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda walker: walker.go(4), walkers))
    live.later(minutes=61)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda walker: walker.go(10), walkers))
    return walkers


def test_five_hundred_random_talks_never_end_in_silence_or_an_error(live: Live) -> None:
    quiet = len(live.logs())
    walkers = walk_all(live)
    broken = [walker for walker in walkers if walker.problem]
    told = "\n\n".join(f"### talk {w.number}: {w.problem}\n{w.talk.transcript()[-3000:]}" for w in broken[:5])
    assert not broken, f"seed {SEED}: {len(broken)} of {len(walkers)} talks broke\n{told}"
    assert sum(len(walker.talk.history) for walker in walkers) > 4 * WALKS
    bad = [line for line in live.logs()[quiet:].splitlines() if WRONG.search(line) and HAND_OVER not in line]
    assert bad == [], f"seed {SEED}: {len(bad)} lines"


def test_no_turn_was_taken_back_by_rasa(live: Live) -> None:
    with sqlite3.connect(live.folder / "conversations.db", timeout=20) as base:
        found = base.execute("select sender_id, count(*) from events where type_name in ('rewind', 'undo', 'restart')"
                             " or action_name = 'action_default_fallback' group by 1").fetchall()
    assert found == []
