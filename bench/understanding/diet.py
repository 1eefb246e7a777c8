"""Rasa's usual reader: jieba, counted words and runs of characters, DIET with 10 epochs, as bench/peer configures it.

It is trained by `rasa train nlu` in a folder of its own and asked through Rasa's own graph, as a plain Rasa project is.
"""
from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from bench.peer.build import PROJECT
from bench.understanding.score import Ranking
from bot.chinese.normalise import normalise

MODEL = "diet"
LEFT_OUT = ("FallbackClassifier",)  # it puts an intent of its own, which is no need, before the others
RANDOM_SEED = 7
ENVIRONMENT = {"RASA_TELEMETRY_ENABLED": "false", "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3",
               "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "PYTHONWARNINGS": "ignore"}


class NotTrained(RuntimeError):
    """Rasa made no model; the argument is the end of what it said."""


def train(texts: Sequence[str], needs: Sequence[str]) -> tuple[Callable[[Sequence[str]], list[Ranking]], bytes]:
    """Learn from normalised texts: a ranker that takes texts as typed, and the model's archive as Rasa wrote it.

    Raises NotTrained.
    """
    with TemporaryDirectory(prefix="mingxin-diet-") as folder:
        write_project(Path(folder), texts, needs)
        archive = _train(Path(folder))
        return _ranker(archive), archive.read_bytes()


def write_project(folder: Path, texts: Sequence[str], needs: Sequence[str]) -> None:
    """config.yml and nlu.yml in a folder that exists: an intent a need, no domain, no stories."""
    config = yaml.safe_load((PROJECT / "config.yml").read_text(encoding="utf-8"))
    steps = [dict(step) for step in config["pipeline"] if step["name"] not in LEFT_OUT]
    for step in steps:
        if step["name"] == "DIETClassifier":
            step["random_seed"] = RANDOM_SEED
    told = {key: config[key] for key in ("recipe", "assistant_id", "language")}
    _write(folder / "config.yml", {**told, "pipeline": steps})
    blocks = [{"intent": need, "examples": "".join(f"- {text}\n" for text, own in zip(texts, needs, strict=True) if own == need)}
              for need in sorted(set(needs))]
    _write(folder / "nlu.yml", {"version": "3.1", "nlu": blocks})


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def _train(folder: Path) -> Path:
    """The archive of the trained model; every core may be used, as for the peer."""
    call = [sys.executable, "-m", "rasa", "train", "nlu", "--config", "config.yml", "--nlu", "nlu.yml", "--out", "models",
            "--fixed-model-name", MODEL]
    done = subprocess.run(call, cwd=folder, env={**os.environ, **ENVIRONMENT}, check=False, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    archive = folder / "models" / f"{MODEL}.tar.gz"
    if done.returncode or not archive.exists():
        raise NotTrained(done.stdout[-2000:])
    return archive


def _ranker(archive: Path) -> Callable[[Sequence[str]], list[Ranking]]:
    """Texts as typed through the loaded graph; Rasa lists the ten likeliest intents. The archive is not needed afterwards."""
    import structlog
    from rasa.core.agent import Agent

    # unset, it prints a line a message, where a measurement prints its figures
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
                        logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    agent = Agent.load(archive)
    loop = asyncio.new_event_loop()

    def rank(texts: Sequence[str]) -> list[Ranking]:
        told = [loop.run_until_complete(agent.parse_message(normalise(text))) for text in texts]
        return [[(guess["name"], float(guess["confidence"])) for guess in one["intent_ranking"]] for one in told]

    return rank
