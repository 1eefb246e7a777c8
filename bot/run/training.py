"""Trains only when something changed: our own digest, for Rasa's sees only a component's own source."""
from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bot.run import words
from bot.run.draft import draft
from bot.settings import ROOT, settings

MODEL = "mingxin.tar.gz"
SOURCES = ("config.yml", "domain.yml", "requirements.lock", "data", "bot/nlu", "bot/chinese")
SUFFIXES = {".yml", ".yaml", ".py", ".txt", ".csv", ".lock"}


def sources(root: Path = ROOT) -> Iterator[Path]:
    """The files that a model depends on, sorted."""
    for name in SOURCES:
        path = root / name
        yield from ([path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in SUFFIXES))


def digest(root: Path = ROOT) -> str:
    """One hash over names and contents of the sources."""
    total = hashlib.sha256()
    for path in sources(root):
        total.update(str(path.relative_to(root)).encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def is_current(models: Path, root: Path = ROOT) -> bool:
    """Whether the model in `models` was trained from these sources."""
    mark = models / (MODEL + ".digest")
    return (models / MODEL).exists() and mark.exists() and mark.read_text() == digest(root)


def rasa_environment() -> dict[str, str]:
    """The environment of every Rasa process: one thread, no telemetry, no GPU."""
    return {
        **os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_NUM_INTEROP_THREADS": "1", "TF_NUM_INTRAOP_THREADS": "1",
        "TF_INTER_OP_PARALLELISM_THREADS": "1", "TF_INTRA_OP_PARALLELISM_THREADS": "1", "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "SQLALCHEMY_WARN_20": "0", "PYTHONWARNINGS": "ignore", "PYTHONPATH": str(ROOT),
        "MPLBACKEND": "agg",
    }


def train(models: Path, log: Path) -> bool:
    """Train into `models`; the output goes to `log`. True when a model came out, whole; else the old one stays."""
    models.mkdir(parents=True, exist_ok=True)
    log.parent.mkdir(parents=True, exist_ok=True)
    before = digest()
    with draft(models) as folder, log.open("wb") as out:
        # the data are validated by a test of their own; here it would cost as much as the training itself
        command = [sys.executable, "-m", "rasa", "train", "--force", "--skip-validation",
                   "--fixed-model-name", MODEL.removesuffix(".tar.gz"), "--out", str(folder),
                   "--data", "data", "--config", "config.yml", "--domain", "domain.yml"]
        code = subprocess.run(command, cwd=ROOT, env=rasa_environment(), stdout=out, stderr=subprocess.STDOUT, check=False)
        written = folder / MODEL
        if code.returncode != 0 or not written.exists():
            return False
        _put(written, models, before)
    return True


def _put(written: Path, models: Path, sources_digest: str) -> None:
    """Set the new model in place; between two files, whoever looks finds no mark and trains again."""
    mark = models / (MODEL + ".digest")
    mark.unlink(missing_ok=True)
    written.replace(models / MODEL)
    mark.write_text(sources_digest)


def main() -> int:
    """`make train`: train now, whatever the digest says."""
    log = settings().var / "logs" / "train.log"
    words.say("training")
    started = time.monotonic()
    if not train(ROOT / "models", log):
        words.say("training_failed", log=log)
        return 1
    words.say("trained", seconds=round(time.monotonic() - started))
    return 0


if __name__ == "__main__":
    sys.exit(main())
