"""`make run`: database, model, action server, Rasa with the chat page; one Ctrl-C stops all."""
from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from types import FrameType

from bot.filing.gateways.base import Unset
from bot.filing.gateways.choosing import check
from bot.run import ports, words
from bot.run.servers import NotStarted, Servers
from bot.run.training import is_current, train
from bot.settings import ROOT, Settings, settings

ENDINGS = (signal.SIGTERM, signal.SIGHUP)


def main() -> int:
    """Run until Ctrl-C; the exit code tells whether it started."""
    try:
        conf = settings()
    except ValueError as problem:
        words.say("bad_setting", problem=problem)
        return 1
    try:
        check(conf)
    except Unset as problem:
        words.say(problem.reason, names=" ".join(problem.names))
        return 1
    taken = _taken(conf)
    if taken:
        words.say("port_taken", port=taken)
        return 1
    for number in ENDINGS:
        signal.signal(number, _leave)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts background jobs with it ignored
    servers = Servers(conf.port, conf.action_port, conf.var / "logs", ROOT / "models", conf.host)
    try:
        return _serve(servers) if _prepare(conf.var, servers.models) else 1
    except KeyboardInterrupt:
        return 0
    finally:
        for number in (signal.SIGINT, *ENDINGS):  # a second Ctrl-C must not leave a server behind
            signal.signal(number, signal.SIG_IGN)
        words.say("stopping")
        servers.stop()


def _leave(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _taken(conf: Settings) -> int:
    """The port that cannot be used, or 0. The action server is always on 127.0.0.1."""
    if conf.port == conf.action_port or ports.is_taken("127.0.0.1", conf.action_port):
        return conf.action_port
    return conf.port if ports.is_taken(conf.host, conf.port) else 0


def _prepare(var: Path, models: Path) -> bool:
    from sqlalchemy.exc import OperationalError

    from bot.cases.store import open_store

    var.mkdir(parents=True, exist_ok=True)
    try:
        open_store().upgrade()
    except OperationalError as problem:
        words.say("no_database", problem=str(problem.orig).strip())
        return False
    if is_current(models):
        return True
    words.say("training")
    started = time.monotonic()
    if not train(models, var / "logs" / "train.log"):
        words.say("training_failed", log=var / "logs" / "train.log")
        return False
    words.say("trained", seconds=round(time.monotonic() - started))
    return True


def _serve(servers: Servers) -> int:
    started = time.monotonic()
    words.say("starting")
    try:
        servers.start()
        words.say("ready", seconds=round(time.monotonic() - started), url=f"{servers.url}/chat")
        while True:
            time.sleep(1)
            _revive(servers)
    except NotStarted as problem:
        words.say("not_started", log=problem)
        return 1


def _revive(servers: Servers) -> None:
    """Start a server again that has ended by itself."""
    for name in servers.ended():
        words.say("restarting", name=name)
        servers.stop(name)
        servers.start_one(name)


if __name__ == "__main__":
    sys.exit(main())
