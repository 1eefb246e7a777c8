"""A whole bot on free ports of 127.0.0.1 for tests: real Rasa, real action server, databases in a folder of its own."""
from __future__ import annotations

import json
import os
import sqlite3
import time
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from bot.run.ports import free_port
from bot.run.servers import Servers
from bot.run.training import is_current, train
from bot.settings import ROOT

START = datetime(2026, 11, 22, 9, 0)
MODELS = ROOT / "models"


def trained_model() -> Path:
    """The folder with a model of the present sources; trained if there is none."""
    if not is_current(MODELS):
        log = ROOT / "var" / "logs" / "train.log"
        assert train(MODELS, log), log.read_text()[-3000:]
    return MODELS


class Live:
    """The servers and ways to talk with them."""

    def __init__(self, folder: Path, station: str = "", **environment: str) -> None:
        self.folder = folder
        self.clock = folder / "clock"
        self.set_clock(START)
        self.database = folder / "mingxin.db"
        settings = {"MINGXIN_VAR": str(folder), "MINGXIN_DATABASE_URL": f"sqlite:///{self.database}",
                    "MINGXIN_VAULT": str(folder / "vault"), "MINGXIN_KEY_FILE": str(folder / "secret.key"),
                    "MINGXIN_TODAY": f"file:{self.clock}", "MINGXIN_STATION": station, **environment}
        self.environment = settings
        self.servers = Servers(free_port(), free_port(), folder / "logs", trained_model(), environment=settings)
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{self.servers.port}", timeout=60)

    def start(self) -> Live:
        """Migrate, then start both servers."""
        import subprocess
        import sys

        subprocess.run([sys.executable, "-m", "bot.cases.migrate"], cwd=ROOT, env={**os.environ, **self.environment}, check=True)
        self.servers.start()
        return self

    def stop(self) -> None:
        """Stop both servers."""
        self.http.close()
        self.servers.stop()

    def set_clock(self, moment: datetime) -> None:
        """The bot's clock stands at `moment` now and goes on."""
        self.clock.write_text(moment.isoformat())

    def now(self) -> datetime:
        """What the bot's clock says."""
        return datetime.fromisoformat(self.clock.read_text()) + timedelta(seconds=time.time() - self.clock.stat().st_mtime)

    def later(self, **span: float) -> None:
        """Let time pass: the bot's clock goes on, and Rasa's stored events grow old by as much."""
        delta = timedelta(**span)
        self.set_clock(self.now() + delta)
        with sqlite3.connect(self.folder / "conversations.db", timeout=20) as base:
            rows = base.execute("select id, data from events").fetchall()
            for row_id, data in rows:
                event = json.loads(data)
                event["timestamp"] -= delta.total_seconds()
                base.execute("update events set timestamp = ?, data = ? where id = ?",
                             (event["timestamp"], json.dumps(event), row_id))

    def talk(self, sender: str | None = None) -> Talk:
        """A conversation with a sender of its own."""
        return Talk(self, sender or f"t-{uuid.uuid4().hex}")

    def logs(self) -> str:
        """All that the servers wrote."""
        return "".join(path.read_text(errors="replace") for path in sorted((self.folder / "logs").glob("*.log")))


@dataclass
class Said:
    """One turn of the bot."""

    replies: list[dict[str, Any]]

    @property
    def text(self) -> str:
        """All texts."""
        return "\n".join(reply["text"] for reply in self.replies if reply.get("text"))

    @property
    def buttons(self) -> list[str]:
        """Payloads of all buttons."""
        return [button["payload"] for reply in self.replies for button in reply.get("buttons", [])]

    def custom(self, kind: str) -> list[dict[str, Any]]:
        """The custom parts of one kind."""
        return [reply["custom"] for reply in self.replies if reply.get("custom", {}).get("kind") == kind]

    @property
    def asks(self) -> str:
        """The fact that the form asks for, or ""."""
        asked = self.custom("question")
        return str(asked[-1]["asks"]) if asked else ""


@dataclass
class Talk:
    """One worker's conversation over REST."""

    live: Live
    sender: str
    history: list[tuple[str, Said]] = field(default_factory=list)

    def say(self, text: str, message_id: str = "", attachments: list[str] | None = None) -> Said:
        """Send a message; the answer must be a reply with words."""
        metadata = {"message_id": message_id or uuid.uuid4().hex, "attachments": attachments or []}
        reply = self.live.http.post("/webhooks/rest/webhook", json={"sender": self.sender, "message": text, "metadata": metadata})
        assert reply.status_code == 200, (reply.status_code, reply.text)
        said = Said(reply.json())
        self.history.append((text, said))
        assert said.text.strip(), f"silence after {text!r}: {said.replies}"
        return said

    def upload(self, data: bytes, name: str = "photo.jpg") -> str:
        """Put a file into the vault; gives its id."""
        assert not self.live.http.cookies, "a test took a chat page's cookie into the client that all talks share"
        reply = self.live.http.post("/chat/upload", data={"sender": self.sender}, files={"file": (name, data)})
        assert reply.status_code == 200, reply.text
        return str(reply.json()["evidence"])

    def transcript(self) -> str:
        """The talk so far, for a failing test's message."""
        lines = []
        for asked, said in self.history:
            lines.append(f"工人> {asked}")
            lines.extend(f"明薪> {line}" for line in said.text.splitlines())
            for custom in said.custom("question"):
                lines.append(f"       [{custom['asks']} {custom['step']}/{custom['of']}]")
        return "\n".join(lines)
