"""`make run`: database, model, action server, Rasa with the chat page; one Ctrl-C stops all."""
from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

from bot.run import ports
from bot.run.servers import NotStarted, Servers
from bot.run.training import is_current, train
from bot.settings import ROOT, settings


def main() -> int:
    """Run until Ctrl-C; the exit code tells whether it started."""
    words = _words()
    conf = settings()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    for port in (conf.port, conf.action_port):
        if ports.is_taken(conf.host, port):
            _say(words["port_taken"].format(port=port))
            return 1
    conf.var.mkdir(parents=True, exist_ok=True)
    models = ROOT / "models"
    if not _prepare(words, conf.var, models):
        return 1
    servers = Servers(conf.port, conf.action_port, conf.var / "logs", models, conf.host)
    try:
        return _serve(words, servers)
    except KeyboardInterrupt:
        return 0
    finally:
        _say(words["stopping"])
        servers.stop()


def _prepare(words: dict[str, str], var: Path, models: Path) -> bool:
    from bot.cases.store import open_store

    open_store().upgrade()
    if is_current(models):
        return True
    _say(words["training"])
    started = time.monotonic()
    if not train(models, var / "logs" / "train.log"):
        _say(words["training_failed"].format(log=var / "logs" / "train.log"))
        return False
    _say(words["trained"].format(seconds=round(time.monotonic() - started)))
    return True


def _serve(words: dict[str, str], servers: Servers) -> int:
    started = time.monotonic()
    _say(words["starting"])
    try:
        servers.start()
    except NotStarted as problem:
        _say(words["not_started"].format(log=problem))
        return 1
    _say(words["ready"].format(seconds=round(time.monotonic() - started), url=f"http://{servers.host}:{servers.port}/chat"))
    while True:
        time.sleep(1)
        for name, process in list(servers.processes.items()):
            if process.poll() is not None:
                _say(words["restarting"].format(name=name))
                servers.stop(name)
                getattr(servers, f"start_{name}")()


def _words() -> dict[str, str]:
    import yaml

    return dict(yaml.safe_load((ROOT / "content" / "words" / "run.yml").read_text(encoding="utf-8")))


def _say(text: str) -> None:
    print(f"明薪 · {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
