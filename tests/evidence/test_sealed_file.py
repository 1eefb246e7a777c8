"""The form of a file in the vault: streamed, and any change to it is noticed."""
from __future__ import annotations

import io
import os
import random
import tracemalloc
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import CHINA
from bot.evidence.sealed_file import HEADER, MAGIC, PIECE
from bot.evidence.vault import MEBIBYTE, Vault
from bot.privacy.cipher import Cipher, KeyProblem, WrongKey

CASE, OTHER_CASE = "a" * 32, "b" * 32
KEY = bytes(range(32))
SEALED = PIECE + 16


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault", Cipher([KEY]))


def only(vault: Vault) -> Path:
    """The one file of the vault."""
    (path,) = [path for path in vault.root.rglob("*") if path.is_file()]
    return path


def pattern(size: int) -> bytes:
    return random.Random(size).randbytes(size)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17])
def test_what_is_streamed_in_comes_out_streamed_whole_and_from_any_place(vault: Vault, size: int) -> None:
    data = pattern(size)
    sha256, fresh = vault.put_stream(CASE, io.BytesIO(data))
    assert fresh and vault.read(CASE, sha256) == data and vault.measure(CASE, sha256) == (sha256, size)
    with vault.open_stream(CASE, sha256) as file:
        assert file.seek(0, io.SEEK_END) == size
        for start in (0, PIECE - 3, 2 * PIECE, size - 5, size + 5):
            if start >= 0:
                file.seek(start)
                assert file.read(7) == data[start : start + 7]


def test_the_same_file_twice_is_sealed_with_two_keys(vault: Vault) -> None:
    vault.put(CASE, b"x" * 100)
    vault.put(OTHER_CASE, b"x" * 100)
    first, second = (path.read_bytes() for path in vault.root.rglob("*") if path.is_file())
    assert first[:4] == second[:4] == MAGIC and first[HEADER:] != second[HEADER:]
    assert KEY not in first and b"xxxx" not in first


def test_fifty_megabytes_are_never_whole_in_memory(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "video"
    source.write_bytes((b"#!AMR\n" + os.urandom(MEBIBYTE - 6)) * 50)
    tracemalloc.start()
    try:
        with source.open("rb") as file:
            sha256, _ = vault.put_stream(CASE, file)
        assert vault.measure(CASE, sha256) == (sha256, 50 * MEBIBYTE)
        assert tracemalloc.get_traced_memory()[1] < 6 * MEBIBYTE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("place", [*range(0, HEADER, 5), HEADER, HEADER + 1000, HEADER + SEALED - 1, HEADER + SEALED, -17, -1])
def test_one_changed_bit_anywhere_is_damage_and_never_another_key(vault: Vault, place: int) -> None:
    sha256, _ = vault.put(CASE, pattern(PIECE + 100))
    sealed = bytearray(only(vault).read_bytes())
    sealed[place] ^= 4
    only(vault).write_bytes(sealed)
    with pytest.raises(KeyProblem) as noticed:
        vault.measure(CASE, sha256)
    assert not isinstance(noticed.value, WrongKey)


@pytest.mark.parametrize("change", [
    lambda head, pieces: head + b"".join(pieces[:2]),
    lambda head, pieces: head + b"".join(pieces)[:-1],
    lambda head, pieces: head + pieces[1] + pieces[0] + pieces[2],
    lambda head, pieces: head + pieces[0] + pieces[0] + pieces[2],
    lambda head, pieces: head + b"".join([*pieces, pieces[2]]),
    lambda head, pieces: head + b"".join(pieces) + b"more",
    lambda head, pieces: head + pieces[0] + pieces[2],
    lambda head, pieces: head,
    lambda head, pieces: head[:-1],
    lambda head, pieces: b"",
    lambda head, pieces: b"\x01" + head,
], ids=["cut at a piece", "cut by a byte", "two pieces changed round", "a piece doubled", "the last again", "more behind",
        "one left out", "the header alone", "half a header", "empty", "another form"])
def test_pieces_cut_off_moved_or_doubled_are_noticed(vault: Vault, change: object) -> None:
    sha256, _ = vault.put(CASE, pattern(2 * PIECE + 100))
    sealed = only(vault).read_bytes()
    pieces = [sealed[HEADER + n * SEALED : HEADER + (n + 1) * SEALED] for n in range(3)]
    only(vault).write_bytes(change(sealed[:HEADER], pieces))  # type: ignore[operator]
    with pytest.raises(KeyProblem):
        vault.read(CASE, sha256)


def test_another_key_is_named_as_such_and_a_key_that_was_changed_still_opens(vault: Vault) -> None:
    sha256, _ = vault.put(CASE, b"hello")
    with pytest.raises(WrongKey, match="another key"):
        Vault(vault.root, Cipher([bytes(32)])).read(CASE, sha256)
    assert Vault(vault.root, Cipher([bytes(32), KEY])).read(CASE, sha256) == b"hello"


def test_a_file_of_the_old_form_is_still_read(vault: Vault) -> None:
    data = pattern(PIECE + 5)
    sha256, _ = vault.put(CASE, data)
    only(vault).write_bytes(Cipher([KEY]).seal(data, f"vault:{CASE}:{sha256}"))
    assert vault.read(CASE, sha256) == data and vault.measure(CASE, sha256) == (sha256, len(data))
    assert vault.put(CASE, data) == (sha256, False)
    with pytest.raises(WrongKey):
        Vault(vault.root, Cipher([bytes(32)])).read(CASE, sha256)


def test_a_damaged_original_that_is_sent_again_is_made_whole(vault: Vault) -> None:
    data = pattern(1000)
    sha256, _ = vault.put(CASE, data)
    only(vault).write_bytes(only(vault).read_bytes()[:-1])
    assert vault.put(CASE, data) == (sha256, False)
    assert vault.read(CASE, sha256) == data


def test_drafts_are_swept_when_nobody_writes_to_them_any_more(vault: Vault) -> None:
    draft = vault.draft()
    draft.write(b"half of a video")
    old = vault.root / CASE[:2] / CASE / f".{'0' * 64}.1.ab.new"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"a draft of the old form")
    now = datetime.now(CHINA)
    assert vault.remove_drafts(now - timedelta(hours=1)) == 0
    assert vault.remove_drafts(now + timedelta(minutes=1)) == 2
    assert not [path for path in vault.root.rglob("*") if path.is_file()]
    draft.discard()


def test_a_draft_that_was_discarded_leaves_nothing(vault: Vault) -> None:
    with vault.draft() as draft:
        draft.write(b"x" * (PIECE + 1))
        assert only(vault).stat().st_mode & 0o777 == 0o600 and b"xxxx" not in only(vault).read_bytes()
    assert not [path for path in vault.root.rglob("*") if path.is_file()]
