"""The vault: what goes in comes out, and nobody else can read it."""
from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from bot.evidence.inspection import inspect
from bot.evidence.sniff import sniff
from bot.evidence.vault import LARGEST, EvidenceRefused, Vault
from bot.privacy.cipher import Cipher, KeyProblem

CASE, OTHER_CASE = "a" * 32, "b" * 32
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + bytes(40)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault", Cipher([bytes(range(32))]))


def checked(data: bytes) -> str:
    return inspect(io.BytesIO(data), len(data))


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return buffer.getvalue()


KINDS = {
    "jpeg": (b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00" + bytes(40), "image/jpeg"),
    "png": (PNG, "image/png"),
    "heic": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(40), "image/heic"),
    "webp": (b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(40), "image/webp"),
    "pdf": (b"%PDF-1.7\n" + bytes(40), "application/pdf"),
    "docx": (archive("[Content_Types].xml", "word/document.xml"),
             "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": (archive("docProps/app.xml", "[Content_Types].xml", "xl/workbook.xml"),
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "amr": (b"#!AMR\n" + bytes(40), "audio/amr"),
    "mp3": (b"ID3\x03\x00" + bytes(40), "audio/mpeg"),
    "m4a": (b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00M4A mp42isom" + bytes(40), "audio/mp4"),
    "mp4": (b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(40), "video/mp4"),
    "silk": (b"\x02#!SILK_V3" + bytes(40), "audio/silk"),
    "silk without the first byte": (b"#!SILK_V3" + bytes(40), "audio/silk"),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_that_workers_send_is_known_by_its_bytes(name: str) -> None:
    data, mime = KINDS[name]
    assert checked(data) == mime


def broken(offset: int, value: int) -> bytes:
    """A Word file with one byte of its central directory changed."""
    data = bytearray(archive("[Content_Types].xml", "word/document.xml"))
    data[data.index(b"PK\x01\x02") + offset] = value
    return bytes(data)


def test_a_file_with_any_byte_changed_is_taken_or_refused_and_never_an_error() -> None:
    """Tried before: NotImplementedError for "zip file version 25.5"."""
    whole = archive("[Content_Types].xml", "word/document.xml")
    for place in range(4, len(whole)):
        changed = bytearray(whole)
        changed[place] = 255
        assert sniff(bytes(changed)) in (None, KINDS["docx"][1])
    assert sniff(broken(6, 255)) is None


@pytest.mark.parametrize("data", [
    b"", b"x", b"<html><script>alert(1)</script>", b"MZ\x90\x00" + bytes(60), b"\x7fELF" + bytes(60), b"GIF89a" + bytes(60),
    archive("a.txt"), archive("[Content_Types].xml", "ppt/presentation.xml"), b"PK\x03\x04broken", "欠条".encode(),
    b"#!/bin/sh\n", b"\x02\x02",
], ids=lambda data: repr(data[:10]))  # an archive holds the time of day: not in the name of a test
def test_anything_else_is_refused(data: bytes) -> None:
    assert sniff(data) is None
    with pytest.raises(EvidenceRefused, match="type"):
        checked(data)


def test_twenty_megabytes_and_no_more() -> None:
    assert checked(PNG + bytes(LARGEST - len(PNG))) == "image/png"
    with pytest.raises(EvidenceRefused) as refused:
        checked(PNG + bytes(LARGEST - len(PNG) + 1))
    assert refused.value.reason == "too_large"


def test_the_bytes_come_back_and_the_hash_is_that_of_the_original(vault: Vault) -> None:
    data = KINDS["jpeg"][0] + b"GPS 26.5,106.7"
    sha256, fresh = vault.put(CASE, data)
    assert fresh and sha256 == hashlib.sha256(data).hexdigest()
    assert vault.read(CASE, sha256) == data


def test_the_file_is_sealed_and_its_owners_alone(vault: Vault) -> None:
    vault.put(CASE, PNG + b"secret words on a wall")
    files = [path for path in vault.root.rglob("*") if path.is_file()]
    assert len(files) == 1
    assert files[0].stat().st_mode & 0o777 == 0o600
    assert b"secret words" not in files[0].read_bytes()
    assert vault.root.stat().st_mode & 0o077 == 0


def test_the_same_file_is_written_once(vault: Vault) -> None:
    first, again = vault.put(CASE, PNG), vault.put(CASE, PNG)
    assert (first[0], first[1], again[1]) == (again[0], True, False)
    assert len([path for path in vault.root.rglob("*") if path.is_file()]) == 1


def test_removing_one_cases_file_leaves_the_others(vault: Vault) -> None:
    sha256, _ = vault.put(CASE, PNG)
    vault.put(OTHER_CASE, PNG)
    vault.remove(CASE, sha256)
    vault.remove(CASE, sha256)
    assert vault.read(OTHER_CASE, sha256) == PNG
    with pytest.raises(FileNotFoundError):
        vault.read(CASE, sha256)


def test_a_file_that_was_put_again_since_it_was_stamped_stays(vault: Vault) -> None:
    sha256, _ = vault.put(CASE, PNG)
    stamp = vault.stamp(CASE, sha256)
    vault.put(CASE, PNG)
    vault.remove_stamped(CASE, sha256, stamp)
    assert vault.read(CASE, sha256) == PNG
    vault.remove_stamped(CASE, sha256, vault.stamp(CASE, sha256))
    assert not vault.root.joinpath(CASE[:2], CASE).exists() and vault.stamp(CASE, sha256) is None
    vault.remove_stamped(CASE, sha256, None)


def test_an_original_sent_again_is_not_decrypted(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tried before: 50 MB were decrypted while the database was locked for writing."""
    sha256, _ = vault.put(CASE, PNG)
    monkeypatch.setattr("bot.evidence.vault.SealedReader", None)
    assert vault.put(CASE, PNG) == (sha256, False)
    monkeypatch.undo()
    assert vault.read(CASE, sha256) == PNG


def test_a_changed_or_moved_file_and_a_wrong_key_are_noticed(vault: Vault) -> None:
    sha256, _ = vault.put(CASE, PNG)
    with pytest.raises(KeyProblem, match="another key"):
        Vault(vault.root, Cipher([bytes(32)])).read(CASE, sha256)
    path = next(path for path in vault.root.rglob("*") if path.is_file())
    moved = vault.root / OTHER_CASE[:2] / OTHER_CASE / sha256
    moved.parent.mkdir(parents=True)
    moved.write_bytes(path.read_bytes())
    with pytest.raises(KeyProblem):
        vault.read(OTHER_CASE, sha256)
    sealed = path.read_bytes()
    path.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    with pytest.raises(KeyProblem):
        vault.read(CASE, sha256)


@pytest.mark.parametrize(("case", "sha256"), [("../../etc", "0" * 64), (CASE, "../passwd"), ("", ""), (CASE, "0" * 63 + "/")])
def test_a_path_cannot_leave_the_vault(vault: Vault, case: str, sha256: str) -> None:
    with pytest.raises(ValueError, match="vault"):
        vault.read(case, sha256)


def test_a_full_disk_leaves_no_half_file(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        vault.put(CASE, PNG)
    assert [path for path in vault.root.rglob("*") if path.is_file()] == []
