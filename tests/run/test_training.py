"""When a model is trained anew: our own digest over the sources. The training command is a stand-in here."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.run import training
from bot.settings import ROOT

MATTERS = {"config.yml": "language: zh", "domain.yml": "intents: []", "requirements.lock": "rasa==3.6.21",
           "data/nlu/steps.yml": "nlu: []", "data/nlu/lookups/words.txt": "工资", "bot/nlu/model.py": "x = 1",
           "bot/chinese/amounts.py": "x = 1", "bot/chinese/workdays_cn.csv": "2026-01-01,0"}
DOES_NOT = {"data/README.md": "how to write examples", "bot/nlu/README.md": "about", "docs/design.md": "plan",
            "bot/nlu/__pycache__/model.cpython-310.pyc": "bytes", "content/answers/steps.yml": "need: steps",
            "actions/answer.py": "x = 1"}
TREE = {**MATTERS, **DOES_NOT}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in TREE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("name", sorted(MATTERS))
def test_a_change_of_a_source_changes_the_digest(root: Path, name: str) -> None:
    before = training.digest(root)
    (root / name).write_text(TREE[name] + " ")
    assert training.digest(root) != before


@pytest.mark.parametrize("name", sorted(DOES_NOT))
def test_a_change_of_anything_else_does_not(root: Path, name: str) -> None:
    before = training.digest(root)
    (root / name).write_text(TREE[name] + " ")
    assert training.digest(root) == before


def test_a_new_a_removed_and_a_renamed_source_change_the_digest(root: Path) -> None:
    seen = {training.digest(root)}
    (root / "data/nlu/thanks.yml").write_text("nlu: []")
    seen.add(training.digest(root))
    (root / "data/nlu/thanks.yml").rename(root / "data/nlu/goodbye.yml")
    seen.add(training.digest(root))
    (root / "data/nlu/steps.yml").unlink()
    seen.add(training.digest(root))
    assert len(seen) == 4


def test_every_file_that_the_reader_opens_is_in_the_digest() -> None:
    watched = set(training.sources(ROOT))
    kinds = {path.suffix for name in training.SOURCES for path in (ROOT / name).rglob("*") if path.is_file()}
    assert kinds - training.SUFFIXES <= {".md", ".pyc", ".pyi"}, "a kind of source that no change of would train anew"
    assert {ROOT / "config.yml", ROOT / "domain.yml", ROOT / "data/nlu/steps.yml", ROOT / "bot/nlu/model.py"} <= watched


def test_a_model_is_current_only_with_the_mark_of_these_sources(root: Path) -> None:
    models = root / "models"
    models.mkdir()
    assert not training.is_current(models, root)
    (models / training.MODEL).write_bytes(b"model")
    assert not training.is_current(models, root)
    (models / f"{training.MODEL}.digest").write_text(training.digest(root))
    assert training.is_current(models, root)
    (root / "domain.yml").write_text("intents: [greet]")
    assert not training.is_current(models, root)


def stand_in(folder: Path, script: str) -> str:
    """A Python that runs `script` instead of `rasa train`; $OUT is the folder for the model."""
    path = folder / "python"
    path.write_text(f"#!/bin/sh\nwhile [ \"$1\" != --out ]; do shift; done; OUT=$2\necho training\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_a_training_leaves_model_mark_and_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", stand_in(tmp_path, f"echo model > $OUT/{training.MODEL}"))
    assert training.train(tmp_path / "models", tmp_path / "logs" / "train.log")
    assert training.is_current(tmp_path / "models")
    assert (tmp_path / "logs" / "train.log").read_text() == "training\n"


@pytest.mark.parametrize("script", ["exit 1", "exit 0", f"echo half > $OUT/{training.MODEL}; kill -9 $$"])
@pytest.mark.parametrize("old", [b"", b"old"])
def test_a_training_that_fails_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str,
                                                     old: bytes) -> None:
    models = tmp_path / "models"
    models.mkdir()
    if old:
        (models / training.MODEL).write_bytes(old)
        (models / f"{training.MODEL}.digest").write_text(training.digest())
    monkeypatch.setattr(sys, "executable", stand_in(tmp_path, script))
    assert not training.train(models, tmp_path / "train.log")
    assert training.is_current(models) == bool(old)
    assert {path.name: path.read_bytes() for path in models.iterdir() if path.name == training.MODEL} == (
        {training.MODEL: old} if old else {})
    assert not list(models.glob(".draft-*"))


def train_elsewhere(folder: Path, script: str, models: Path) -> list[str]:
    """The command of a training in a process of its own, with `script` instead of `rasa train`."""
    code = (f"import sys, pathlib\nfrom bot.run.training import train\nsys.executable = {stand_in(folder, script)!r}\n"
            f"train(pathlib.Path({str(models)!r}), pathlib.Path({str(folder / 'train.log')!r}))")
    return [sys.executable, "-c", code]


def test_what_a_killed_training_left_is_removed_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models = tmp_path / "models"
    killed = train_elsewhere(tmp_path, f"echo half > $OUT/{training.MODEL}; kill -9 $PPID", models)
    assert subprocess.run(killed, cwd=ROOT, check=False).returncode == -9
    assert list(models.glob(".draft-*"))
    monkeypatch.setattr(sys, "executable", stand_in(tmp_path, f"echo model > $OUT/{training.MODEL}"))
    assert training.train(models, tmp_path / "train.log")
    assert not list(models.glob(".draft-*"))


def test_a_training_beside_another_leaves_the_draft_of_that_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models, other = tmp_path / "models", tmp_path / "other"
    other.mkdir()
    beside = other / "beside.py"
    command = train_elsewhere(other, f"echo theirs > $OUT/{training.MODEL}", models)
    beside.write_text(command[-1])
    theirs = f"PYTHONPATH={ROOT} {command[0]} {beside}"
    ours = stand_in(tmp_path, f"echo ours > $OUT/{training.MODEL}; {theirs}; cat {models}/{training.MODEL}")
    monkeypatch.setattr(sys, "executable", ours)
    assert training.train(models, tmp_path / "train.log")
    assert (tmp_path / "train.log").read_text() == "training\ntheirs\n"
    assert (models / training.MODEL).read_text() == "ours\n"


def test_while_a_training_writes_the_older_model_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models = tmp_path / "models"
    models.mkdir()
    (models / training.MODEL).write_bytes(b"old")
    halfway = stand_in(tmp_path, f"echo half > $OUT/{training.MODEL}; cp {models}/{training.MODEL} {tmp_path}/seen")
    monkeypatch.setattr(sys, "executable", halfway)
    assert training.train(models, tmp_path / "train.log")
    assert (tmp_path / "seen").read_bytes() == b"old"
    assert (models / training.MODEL).read_bytes() == b"half\n"


def test_rasa_runs_with_one_thread_and_tells_nobody() -> None:
    environment = training.rasa_environment()
    assert environment["RASA_TELEMETRY_ENABLED"] == "false"
    assert {environment[name] for name in ("TF_NUM_INTEROP_THREADS", "TF_NUM_INTRAOP_THREADS", "OMP_NUM_THREADS")} == {"1"}
