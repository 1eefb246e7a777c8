"""Does the bot answer other people while it reads photos? One phone sends papers without a pause, another one talks."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bench.client import Figures, Phone, new_client, quantile
from bench.report import Row
from bench.talk import read_script
from tests.photos.draw import draw
from tests.photos.pictures import Picture, read_pictures

PHOTOS, TURNS = 12, 120


@dataclass
class Beside:
    """The other's turns while photos were read, and the turns that read them."""

    others: Figures = field(default_factory=Figures)
    photos: Figures = field(default_factory=Figures)


def run_beside(base_url: str) -> Beside:
    """Both phones at once; the turns of the other count only until the last photo is read."""
    return asyncio.run(_both(base_url, [draw(one) for one in _printed()]))


def _printed() -> list[Picture]:
    return [one for one in read_pictures() if one.print_only and one.texts][:PHOTOS]


async def _both(base_url: str, pictures: list[bytes]) -> Beside:
    found = Beside()
    async with new_client(base_url, 2) as http:
        sender, other = Phone(http, found.photos), Phone(http, found.others)
        await sender.show(pictures[0])  # the reading process starts
        found.photos.turns.clear()
        reading = asyncio.create_task(_send(sender, pictures))
        script = read_script()
        texts = script["long_talk_start"] + [text for text in script["long_talk"] if "{" not in text] * TURNS
        for text in texts:
            if reading.done():
                break
            await other.say(text)
        await reading
    return found


async def _send(phone: Phone, pictures: list[bytes]) -> None:
    for data in pictures:
        await phone.show(data)


def rows(found: Beside) -> list[Row]:
    """The p95 of the other's turns, with the goal of one user alone; errors of both."""
    p50, p95 = (quantile(found.others.turns, part) * 1000 for part in (0.5, 0.95))
    faults = [len(part.errors) + len(part.silent) for part in (found.others, found.photos)]
    read = quantile(found.photos.turns, 0.5)
    return [
        Row("another person's turns while photos are read",
            f"p50 {p50:.0f} ms, p95 {p95:.0f} ms ({len(found.others.turns)} turns beside {len(found.photos.turns)} photos)"),
        Row("a photo sent, read and answered meanwhile", f"p50 {read:.1f} s, worst {max(found.photos.turns, default=0):.1f} s",
            "< 4 s", max(found.photos.turns, default=0) < 4),
        Row("photos beside a talk: errors or silence of the other, of the sender", f"{faults[0]}, {faults[1]}", "0, 0",
            faults == [0, 0]),
    ]
