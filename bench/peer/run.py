"""Trains the peer, starts it as it is usually started, and lets the same phones talk to it. Takes many minutes; never in CI."""
from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.client import Figures
from bench.load import USERS, run_load, run_measured
from bench.memory import Memory, measure
from bench.peer.build import build
from bot.run.ports import free_port, wait_for
from bot.run.training import rasa_environment

SCRIPT = Path(__file__).with_name("talk.yml")


class PeerFailed(RuntimeError):
    """The peer did not train or start; the argument is its log's end."""


@dataclass(frozen=True)
class Peer:
    """Seconds of training and start, figures for each number of users, memory after the load."""

    training: float
    start: float
    load: dict[int, Figures]
    memory: Memory


def run_peer(users: tuple[int, ...] = USERS) -> Peer:
    """Build, train, start, measure and remove the peer."""
    folder = Path(tempfile.mkdtemp(prefix="mingxin-peer-"))
    try:
        project = folder / "peer"
        build(project)
        training = _train(project)
        started = time.monotonic()
        with _servers(project) as (url, servers):
            start = time.monotonic() - started
            script: dict[str, Any] = yaml.safe_load(SCRIPT.read_text(encoding="utf-8"))
            run_load(url, 1, 1, script)
            load = {count: run_measured(url, count, servers, script) for count in users}
            return Peer(training, start, load, measure(servers.values()))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _train(project: Path) -> float:
    started = time.monotonic()
    log = project / "train.log"
    with log.open("wb") as out:
        done = subprocess.run([sys.executable, "-m", "rasa", "train", "--force", "--fixed-model-name", "peer"], cwd=project,
                              env=_all_cores(), stdout=out, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise PeerFailed(log.read_text(errors="replace")[-2000:])
    return time.monotonic() - started


def _all_cores() -> dict[str, str]:
    """The environment of a training: as ours, but DIET may use every core, or it would take an hour."""
    return {name: value for name, value in rasa_environment().items() if not name.startswith(("TF_INT", "OMP_", "OPENBLAS_"))}


@contextmanager
def _servers(project: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """The action server and Rasa; stopped at the end."""
    port, action_port = free_port(), free_port()
    environment = {**rasa_environment(), "PEER_ACTION_PORT": str(action_port)}
    commands = {"actions": ["rasa_sdk", "--actions", "peer_actions", "--port", str(action_port)],
                "rasa": ["rasa", "run", "--interface", "127.0.0.1", "--port", str(port), "--model", "models/peer.tar.gz"]}
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for name, command in commands.items():
            with (project / f"{name}.log").open("wb") as out:
                processes.append(subprocess.Popen([sys.executable, "-m", *command], cwd=project, env=environment, stdout=out,
                                                  stderr=subprocess.STDOUT, start_new_session=True))
        urls = (f"http://127.0.0.1:{action_port}/health", f"http://127.0.0.1:{port}/webhooks/rest/")
        for name, url, process in zip(commands, urls, processes, strict=True):
            if not wait_for(url, 300, process):
                raise PeerFailed((project / f"{name}.log").read_text(errors="replace")[-2000:])
        yield f"http://127.0.0.1:{port}", {name: process.pid for name, process in zip(commands, processes, strict=True)}
    finally:
        for process in processes:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=20)
