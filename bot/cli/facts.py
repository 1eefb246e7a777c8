"""`python -m bot facts --text "…" [--today 2026-11-22]`: the facts of a claim in a story, as JSON on stdout."""
from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import Any

from bot import clock
from bot.chinese.story import read_story
from bot.chinese.values import Fact


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--text", required=True, help="the story; - reads it from standard input")
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="the day of the message, YYYY-MM-DD")


def run(args: argparse.Namespace) -> int:
    """Print the facts; personal numbers are in clear here only."""
    text = sys.stdin.read() if args.text == "-" else args.text
    facts = read_story(text, args.today or clock.today())
    sys.stdout.buffer.write((json.dumps(plain(facts), ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    return 0


def plain(facts: dict[str, Fact]) -> dict[str, Any]:
    """Slot -> value; a range as [low, high], a rate whose sum is a range as {"amount": [low, high], "unit"}."""
    return {slot: value for slot, fact in facts.items() if (value := _value(fact)) is not None}


def _value(fact: Fact) -> Any:
    if fact.value is not None:
        return fact.value
    if fact.low is None:
        return None
    if isinstance(fact.low, dict):
        amounts = [fact.low["amount"], fact.high["amount"]]
        return {"amount": amounts[0] if amounts[0] == amounts[1] else amounts, "unit": fact.low["unit"]}
    return [fact.low, fact.high]
