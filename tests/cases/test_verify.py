"""`verify`: each original against its hash and its size; what is wrong is named by the id of its evidence."""
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.cases import evidence, verify
from bot.cases.models import Evidence
from bot.cases.store import Store
from bot.cases.verify import Fault
from bot.filing.erase import erase
from tests.support.stores import NOW, PNG, open_at


@pytest.fixture
def kept(store: Store) -> list[evidence.EvidenceItem]:
    """Three files of two workers."""
    with store.session() as session:
        return [evidence.add(session, sender, data=PNG + data, filename="王大强.png", now=NOW)
                for sender, data in (("甲", b""), ("甲", b"2"), ("乙", b""))]


def path_of(store: Store, item: evidence.EvidenceItem) -> Path:
    with store.session(read_only=True) as session:
        case = session.get(Evidence, item.id).case_id  # type: ignore[union-attr]
    return store.vault.root / case[:2] / case / item.sha256


def test_a_sound_vault_has_no_fault(store: Store, kept: list[evidence.EvidenceItem]) -> None:
    found = verify.verify(store, NOW)
    assert (found.files, found.size, found.faults, found.without_row) == (3, 3 * len(PNG) + 1, [], [])


def flip(path: Path) -> None:
    sealed = bytearray(path.read_bytes())
    sealed[len(sealed) // 2] ^= 1
    path.write_bytes(sealed)


@pytest.mark.parametrize(("break_it", "what"), [
    (flip, "damaged"), (lambda path: path.write_bytes(path.read_bytes()[:-9]), "damaged"),
    (lambda path: path.write_bytes(b""), "damaged"),
    (lambda path: path.unlink(), "missing"), (lambda path: (path.unlink(), path.mkdir()), "unreadable"),
], ids=["a flipped bit", "cut off", "empty", "missing", "a folder in its place"])
def test_a_file_that_is_not_as_it_was_is_named_and_the_others_are_not(
    store: Store, kept: list[evidence.EvidenceItem], break_it: Callable[[Path], object], what: str
) -> None:
    break_it(path_of(store, kept[1]))
    assert verify.verify(store, NOW).faults == [Fault(kept[1].id, what)]


def test_with_another_key_each_file_is_named_so(
    store: Store, kept: list[evidence.EvidenceItem], url: str, tmp_path: Path
) -> None:
    other = open_at(url, tmp_path, key=bytes(32))
    faults = verify.verify(other, NOW).faults
    other.close()
    assert sorted((fault.evidence, fault.what) for fault in faults) == sorted((item.id, "wrong_key") for item in kept)


@pytest.mark.parametrize("change", [{"size": 7}, {"sha256": "0" * 64}], ids=["size", "hash"])
def test_a_row_that_does_not_fit_its_file_is_named(
    store: Store, kept: list[evidence.EvidenceItem], change: dict[str, object]
) -> None:
    with store.session() as session:
        session.execute(update(Evidence).where(Evidence.id == kept[0].id).values(**change))
    assert [fault.evidence for fault in verify.verify(store, NOW).faults] == [kept[0].id]


def test_a_file_without_a_row_is_a_note_and_no_fault(store: Store, kept: list[evidence.EvidenceItem]) -> None:
    sha256, _ = store.vault.put("c" * 32, PNG + b"lost")
    os.utime(store.vault.root / "cc" / ("c" * 32) / sha256, (NOW.timestamp(), NOW.timestamp()))
    found = verify.verify(store, NOW)
    assert (found.faults, found.without_row) == ([], [sha256])


def test_what_is_erased_while_it_runs_is_no_fault(
    store: Store, kept: list[evidence.EvidenceItem], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = store.vault.measure

    def erased_meanwhile(case_id: str, sha256: str) -> tuple[str, int]:
        with store.session() as session:
            erase(session, "乙", NOW)
        return real(case_id, sha256)

    monkeypatch.setattr(store.vault, "measure", erased_meanwhile)
    assert verify.verify(store, NOW).faults == []
