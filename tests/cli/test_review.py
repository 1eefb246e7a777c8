"""`python -m bot review` over a database of conversations."""
from __future__ import annotations

import argparse
import json
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from bot.cli import review
from tests.nlu.test_review import said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("bot.cli.review.settings", lambda: SimpleNamespace(database_url=f"sqlite:///{tmp_path}/mingxin.db"))
    return tmp_path


def test_the_list_is_yaml_with_an_empty_label(folder: Path) -> None:
    with sqlite3.connect(folder / "conversations.db") as held:
        held.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT, type_name TEXT, data TEXT)")
        rows = [("a", "user", said("这个算不算数", 0.3)), ("b", "user", said("老板不给钱咋办", 0.9)),
                ("a", "bot", {"event": "bot"})]
        held.executemany("INSERT INTO events (sender_id, type_name, data) VALUES (?, ?, ?)",
                         [(sender, kind, json.dumps(event)) for sender, kind, event in rows])
    assert review.run(argparse.Namespace(most=1, output=folder / "out.yml")) == 0
    [row] = yaml.safe_load((folder / "out.yml").read_text("utf-8"))
    assert row == {"text": "这个算不算数", "read_as": "steps", "sure": 0.3,
                   "likely": ["steps", "who_is_liable", "work_injury"], "need": None}


def test_without_conversations_it_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert review.run(argparse.Namespace(most=5, output=None)) == 2
    assert "no stored conversations" in capsys.readouterr().err
