"""Ways to break a running bot from outside, and to mend it again."""
from __future__ import annotations

import os
import random
import sqlite3
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx

from bot.content import load
from tests.support.live import Live, Said, Talk

FULL = os.environ.get("MINGXIN_FAULTS") == "full"
SEED = os.environ.get("MINGXIN_SEED", "20261122")


def is_sorry(said: Said) -> bool:
    """Whether this is the sentence for failed turns: it says what is kept, what to do now, and a number."""
    words = load().words["channel"]
    return said.text in (words["failed"], words["silent"]) and "12348" in said.text and "再发" in said.text


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """A database that another program holds for itself."""
    base = sqlite3.connect(path, timeout=20, isolation_level=None)
    base.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        base.execute("ROLLBACK")
        base.close()


@contextmanager
def damaged_claim(live: Live) -> Iterator[None]:
    """The newest case's sealed claim is rubbish: whoever opens it raises."""
    with sqlite3.connect(live.database, timeout=20) as base:
        case, sealed = base.execute("select id, claim_sealed from case_ order by made_at desc, rowid desc limit 1").fetchone()
        base.execute("update case_ set claim_sealed = ? where id = ?", (b"\x01rubbish", case))
    try:
        yield
    finally:
        with sqlite3.connect(live.database, timeout=20) as base:
            base.execute("update case_ set claim_sealed = ? where id = ?", (sealed, case))


@contextmanager
def file_in_place_of(folder: Path) -> Iterator[None]:
    """A folder that is gone, with a file of its name in the way."""
    aside = folder.with_name(folder.name + ".aside")
    if folder.exists():
        folder.rename(aside)
    folder.write_text("not a folder")
    try:
        yield
    finally:
        folder.unlink()
        if aside.exists():
            aside.rename(folder)


def kill(live: Live, server: str) -> None:
    """SIGKILL, as the kernel does when memory is short."""
    live.servers.stop(server, kill=True)


def revive(live: Live, server: str) -> None:
    """Start the server again."""
    (live.servers.start_actions if server == "actions" else live.servers.start_rasa)()


def killed_while_saying(talk: Talk, text: str, server: str, dice: random.Random) -> tuple[str, Said | None]:
    """Say something and kill a server at a random moment of the turn: (the message's id, what came back or None)."""
    message_id = uuid.uuid4().hex
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(_say, talk, text, message_id)
        time.sleep(dice.uniform(0, 0.06))
        kill(talk.live, server)
        return message_id, coming.result()


def _say(talk: Talk, text: str, message_id: str) -> Said | None:
    try:
        return talk.say(text, message_id)
    except httpx.TransportError:
        return None


def filings(live: Live) -> int:
    """How many filings the register holds."""
    with sqlite3.connect(live.database, timeout=20) as base:
        return int(base.execute("select count(*) from filing").fetchone()[0])
