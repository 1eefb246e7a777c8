"""`python -m bot vault verify`: a sentence for each original that is not as it was, exit code 1; nobody's data in it."""
from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.cases import evidence
from bot.cases.store import Store
from bot.cli import vault
from bot.settings import settings
from tests.support.stores import NOW, PNG, open_at


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_at(f"sqlite:///{tmp_path / 'cases.db'}", tmp_path)
    made.upgrade()
    yield made
    made.close()


@pytest.fixture
def item(store: Store) -> evidence.EvidenceItem:
    with store.session() as session:
        return evidence.add(session, "甲", data=PNG, filename="王大强的欠条.png", now=NOW)


def verify(store: Store, as_json: bool = False) -> int:
    return vault.run(argparse.Namespace(command="verify", json=as_json), store)


def original(store: Store) -> Path:
    return next(path for path in store.vault.root.rglob("*") if path.is_file())


def test_a_sound_vault_says_how_much_was_read(
    store: Store, item: evidence.EvidenceItem, capsys: pytest.CaptureFixture[str]
) -> None:
    store.vault.put("c" * 32, PNG + b"lost")
    assert verify(store) == 0
    said = capsys.readouterr().out
    assert "1个原件" in said and "都和收到时一样" in said and "没登记" in said


@pytest.mark.parametrize("fault", ["damaged", "missing", "wrong_key"])
def test_each_fault_is_a_sentence_with_the_id_and_no_file_name(
    store: Store, item: evidence.EvidenceItem, fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = original(store)
    if fault == "damaged":
        path.write_bytes(path.read_bytes()[:-1] + b"\0")
    elif fault == "missing":
        path.unlink()
    else:
        store = open_at(store.url, tmp_path, key=bytes(32))
    assert verify(store) == 1
    said = capsys.readouterr().out
    assert item.id in said and {"damaged": "坏了", "missing": "不见了", "wrong_key": "另一把钥匙"}[fault] in said
    assert "1个有问题" in said and "王大强" not in said and "甲" not in said
    assert verify(store, as_json=True) == 1
    found = json.loads(capsys.readouterr().out)
    assert found == {"files": 1, "size": len(PNG), "faults": [{"evidence": item.id, "what": fault}], "without_row": []}


def test_the_command_reads_the_settings_and_an_empty_vault_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = open_at(f"sqlite:///{tmp_path / 'x.db'}", tmp_path)
    monkeypatch.setattr("bot.cli.vault.open_store", lambda: made)
    assert main(["vault", "verify"]) == 0
    assert "0个原件" in capsys.readouterr().out
    made.close()
    assert settings().vault != made.vault.root


def test_a_key_that_cannot_be_read_is_said_with_exit_code_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINGXIN_KEY", "short")
    assert vault.run(argparse.Namespace(command="verify", json=False), Store(f"sqlite:///{tmp_path / 'x.db'}")) == 2
    assert "钥匙" in capsys.readouterr().err
