"""AES-GCM at rest: one box for every personal value, with the row as associated data and a key id in front."""
from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.privacy.keys import KeyProblem, WrongKey, load_keys
from bot.settings import settings

__all__ = ["Cipher", "KeyProblem", "WrongKey", "default_cipher"]

_VERSION = b"\x01"
_ID, _NONCE = 4, 12
_HEAD = len(_VERSION) + _ID + _NONCE


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"mingxin key id" + key).digest()[:_ID]


class Cipher:
    """Seals with the first key, opens with any of them (so that a key can be changed)."""

    def __init__(self, keys: list[bytes]) -> None:
        """`keys`: 32 bytes each, the current one first."""
        if not keys or any(len(key) != 32 for key in keys):
            raise KeyProblem("a key must be 32 bytes")
        self._boxes = {_key_id(key): AESGCM(key) for key in keys}
        self._current = _key_id(keys[0])
        self._tag_keys = [hmac.digest(key, b"mingxin tags", "sha256") for key in keys]

    def seal(self, data: bytes, place: str) -> bytes:
        """Encrypted `data`; `place` (table, column and id of the row) must be the same at `open`."""
        nonce = os.urandom(_NONCE)
        return _VERSION + self._current + nonce + self._boxes[self._current].encrypt(nonce, data, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """The clear bytes. KeyProblem when the key is another one, or the bytes were changed or moved."""
        if sealed[:1] != _VERSION or len(sealed) < _HEAD:
            raise KeyProblem(f"not a sealed value: {place}")
        box = self._boxes.get(sealed[1 : 1 + _ID])
        if box is None:
            other = sealed[1 : 1 + _ID].hex()
            raise WrongKey(f"sealed with another key (id {other}): set MINGXIN_KEY or MINGXIN_KEY_FILE to the key of this data")
        try:
            return box.decrypt(sealed[1 + _ID : _HEAD], sealed[_HEAD:], place.encode())
        except InvalidTag as error:
            raise KeyProblem(f"damaged, or moved from another row: {place}") from error

    def seal_json(self, value: Any, place: str) -> bytes:
        """JSON of `value`, sealed."""
        return self.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"), place)

    def open_json(self, sealed: bytes, place: str) -> Any:
        """Back from `seal_json`."""
        return json.loads(self.open(sealed, place))

    def tags(self, *parts: str) -> list[str]:
        """Keyed hashes of the parts, one for each key, the current one first: for finding a value that is sealed."""
        text = "\x1f".join(parts).encode("utf-8", "replace")
        return [hmac.digest(key, text, "sha256").hex() for key in self._tag_keys]


@lru_cache(maxsize=8)
def _cached(keys: tuple[bytes, ...]) -> Cipher:
    return Cipher(list(keys))


def default_cipher(environ: Mapping[str, str] | None = None, key_file: Path | None = None) -> Cipher:
    """The cipher of this installation: `MINGXIN_KEY` (base64, several with commas, current first) or the key file."""
    return _cached(tuple(load_keys(environ if environ is not None else os.environ, key_file or settings().key_file)))
