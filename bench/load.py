"""Many users at once: each plays whole claim conversations, one message after the other, without a pause."""
from __future__ import annotations

import asyncio
import time
from typing import Any

import httpx

from bench.client import Figures, Phone, new_client, quantile
from bench.memory import cpu_seconds

USERS = (1, 8, 32)
TALKS = {1: 6, 8: 3, 32: 2}  # whole conversations of each user


def run_load(base_url: str, users: int, talks: int, script: dict[str, Any] | None = None) -> Figures:
    """`users` phones at once play `talks` conversations each (bench/talk.yml, or `script`). All figures together."""
    return asyncio.run(_load(base_url, users, talks, script))


def run_measured(base_url: str, users: int, servers: dict[str, int], script: dict[str, Any] | None = None) -> Figures:
    """The load of so many users as the bench has it, with the processor seconds of each server (name: process id)."""
    before = {name: cpu_seconds([pid]) for name, pid in servers.items()}
    figures = run_load(base_url, users, TALKS.get(users, 2), script)
    figures.cpu = {name: cpu_seconds([pid]) - before[name] for name, pid in servers.items()}
    return figures


def warm_up(base_url: str) -> None:
    """One conversation that is not counted: first use of parsers, templates and caches."""
    run_load(base_url, 1, 1)


async def _load(base_url: str, users: int, talks: int, script: dict[str, Any] | None) -> Figures:
    figures = Figures()
    async with new_client(base_url, users) as http:
        started = time.perf_counter()
        await asyncio.gather(*(_user(http, figures, talks, script) for _ in range(users)))
        figures.seconds = time.perf_counter() - started
    return figures


async def _user(http: httpx.AsyncClient, figures: Figures, talks: int, script: dict[str, Any] | None) -> None:
    for _ in range(talks):
        await Phone(http, figures).talk(script)


def slowest(figures: Figures, count: int = 8) -> list[tuple[str, float, int]]:
    """The messages with the highest median: (text, seconds, how often)."""
    by_text: dict[str, list[float]] = {}
    for text, seconds in zip(figures.texts, figures.turns, strict=True):
        by_text.setdefault(text, []).append(seconds)
    ranked = sorted(((text, quantile(times, 0.5), len(times)) for text, times in by_text.items()), key=lambda row: -row[1])
    return ranked[:count]
