"""Many users at once: each plays whole claim conversations, one message after the other, without a pause."""
from __future__ import annotations

import asyncio
import time

import httpx

from bench.client import Figures, Phone, new_client, quantile

USERS = (1, 8, 32)
TALKS = {1: 6, 8: 3, 32: 2}  # whole conversations of each user


def run_load(base_url: str, users: int, talks: int) -> Figures:
    """`users` phones at once play `talks` conversations each. Seconds, turns and faults of all together."""
    return asyncio.run(_load(base_url, users, talks))


def warm_up(base_url: str) -> None:
    """One conversation that is not counted: first use of parsers, templates and caches."""
    run_load(base_url, 1, 1)


async def _load(base_url: str, users: int, talks: int) -> Figures:
    figures = Figures()
    async with new_client(base_url, users) as http:
        started = time.perf_counter()
        await asyncio.gather(*(_user(http, figures, talks) for _ in range(users)))
        figures.seconds = time.perf_counter() - started
    return figures


async def _user(http: httpx.AsyncClient, figures: Figures, talks: int) -> None:
    for _ in range(talks):
        await Phone(http, figures).talk()


def slowest(figures: Figures, count: int = 8) -> list[tuple[str, float, int]]:
    """The messages with the highest median: (text, seconds, how often)."""
    by_text: dict[str, list[float]] = {}
    for text, seconds in zip(figures.texts, figures.turns, strict=True):
        by_text.setdefault(text, []).append(seconds)
    ranked = sorted(((text, quantile(times, 0.5), len(times)) for text, times in by_text.items()), key=lambda row: -row[1])
    return ranked[:count]
