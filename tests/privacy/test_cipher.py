"""Sealed values and keys."""
from __future__ import annotations

import base64
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.privacy.cipher import Cipher, KeyProblem, default_cipher
from bot.privacy.keys import load_keys

KEY, OTHER = bytes(range(32)), bytes(32)


def test_what_is_sealed_opens_only_in_its_place() -> None:
    cipher = Cipher([KEY])
    sealed = cipher.seal("王大强".encode(), "person.name:1")
    assert cipher.open(sealed, "person.name:1") == "王大强".encode()
    assert "王大强".encode() not in sealed
    with pytest.raises(KeyProblem, match="another row"):
        cipher.open(sealed, "person.name:2")


def test_a_changed_byte_is_noticed() -> None:
    cipher = Cipher([KEY])
    sealed = bytearray(cipher.seal(b"12000", "x"))
    sealed[-1] ^= 1
    with pytest.raises(KeyProblem):
        cipher.open(bytes(sealed), "x")


def test_equal_values_are_sealed_differently() -> None:
    cipher = Cipher([KEY])
    assert cipher.seal(b"12000", "x") != cipher.seal(b"12000", "x")


def test_another_key_gives_a_clear_error() -> None:
    with pytest.raises(KeyProblem, match=r"another key .* MINGXIN_KEY"):
        Cipher([OTHER]).open(Cipher([KEY]).seal(b"x", "p"), "p")


def test_a_new_key_in_front_still_opens_what_the_old_one_sealed() -> None:
    old, both = Cipher([KEY]), Cipher([OTHER, KEY])
    assert both.open(old.seal(b"x", "p"), "p") == b"x"
    assert old.tags("sender", "a")[0] in both.tags("sender", "a")
    with pytest.raises(KeyProblem):
        old.open(both.seal(b"x", "p"), "p")


def test_the_key_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret.key"
    keys = load_keys({}, path)
    assert path.stat().st_mode & 0o777 == 0o400
    assert len(keys[0]) == 32 and load_keys({}, path) == keys
    assert os.listdir(path.parent) == ["secret.key"]


def test_processes_that_start_at_once_agree_on_the_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _turn: load_keys({}, tmp_path / "k"), range(8)))
    assert len({tuple(keys) for keys in found}) == 1


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    text = f"{base64.b64encode(OTHER).decode()},{base64.b64encode(KEY).decode()}"
    assert load_keys({"MINGXIN_KEY": text}, tmp_path / "none") == [OTHER, KEY]
    assert not (tmp_path / "none").exists()
    assert default_cipher({"MINGXIN_KEY": text}, tmp_path / "none").open(Cipher([KEY]).seal(b"x", "p"), "p") == b"x"


@pytest.mark.parametrize("text", ["kurz", "!!!!", base64.b64encode(b"short").decode()])
def test_a_malformed_key_is_an_error(text: str, tmp_path: Path) -> None:
    with pytest.raises(KeyProblem, match="MINGXIN_KEY"):
        load_keys({"MINGXIN_KEY": text}, tmp_path / "none")
