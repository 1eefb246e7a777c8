"""Where the key of an installation comes from: an environment variable, or a file made at first use."""
from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Mapping
from pathlib import Path


class KeyProblem(Exception):
    """The key is missing, malformed or not the one that the data was sealed with."""


class WrongKey(KeyProblem):
    """The data was sealed with a key that this installation does not have."""


def load_keys(environ: Mapping[str, str], key_file: Path) -> list[bytes]:
    """Keys of 32 bytes, the current one first. The file is made (mode 0400) when neither it nor MINGXIN_KEY exists."""
    text = environ.get("MINGXIN_KEY", "").strip()
    if text:
        return [_decode(part, "MINGXIN_KEY") for part in text.split(",") if part.strip()]
    if not key_file.exists():
        _make(key_file)
    return [_decode(line, str(key_file)) for line in key_file.read_text("ascii").splitlines() if line.strip()]


def _decode(text: str, where: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise KeyProblem(f"{where}: not base64") from error
    if len(key) != 32:
        raise KeyProblem(f"{where}: a key must be 32 bytes in base64, this one has {len(key)}")
    return key


def _make(path: Path) -> None:
    """Write a new key so that it appears whole or not at all, also when two processes start at once."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.{os.urandom(6).hex()}.new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    try:
        os.write(handle, base64.b64encode(os.urandom(32)) + b"\n")
        os.fsync(handle)
    finally:
        os.close(handle)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
