"""Does a long conversation grow dear? Ten messages go round in an open form: the turns around the 300th and the 10th."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from statistics import mean, median
from typing import Any

from bench.client import Figures, Phone, new_client
from bench.talk import Reply, asks, read_script

TURNS = 310
ROUND = 10  # a window is two rounds: the same messages early and late


@dataclass(frozen=True)
class LongTalk:
    """Milliseconds a turn around the 10th and the 300th, as mean (what it costs) and median (what a worker sees)."""

    early: float
    late: float
    early_median: float
    late_median: float
    worst: float
    figures: Figures
    by_fifty: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """Late over early, by the mean."""
        return self.late / self.early if self.early else 0.0


def run_long_talk(base_url: str, turns: int = TURNS) -> LongTalk:
    """One sender, `turns` messages, one after the other."""
    figures = asyncio.run(_talk(base_url, turns))
    times = [seconds * 1000 for seconds in figures.turns]
    early, late = times[2:2 + 2 * ROUND], times[-2 * ROUND:]  # the first two open the talk and the form
    return LongTalk(mean(early), mean(late), median(early), median(late), max(times[2:]), figures,
                    [round(mean(times[start:start + 50]), 1) for start in range(2, len(times) - 49, 50)])


async def _talk(base_url: str, turns: int) -> Figures:
    script = read_script()
    rounds: list[str] = script["long_talk"]
    figures = Figures()
    async with new_client(base_url) as http:
        phone = Phone(http, figures)
        replies: list[Reply] = []
        for text in script["long_talk_start"]:
            replies = await phone.say(text)
        position = 0
        while len(figures.turns) + len(figures.errors) < turns:
            text = rounds[position % len(rounds)]
            position += 1
            replies = await phone.say(_answer(script, replies) if text == "{answer}" else text)
        if not asks(replies):
            figures.errors.append("the long talk has left its form")
    return figures


def _answer(script: dict[str, Any], replies: list[Reply]) -> str:
    """The answer to the question on the table; any fact when there is none."""
    return str(script["answers"].get(asks(replies), script["answers"]["owed_amount"]))
