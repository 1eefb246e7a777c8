"""The list of digests, as machines read it and as people do, and the one digest over all of it."""
from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.bundle.labels import member_names, moment, size_text
from bot.documents.bundle.parts import Original


def machine(names: Sequence[str], items: Sequence[Original]) -> str:
    """`SHA256SUMS`: what `sha256sum -c` checks."""
    return "".join(f"{item.sha256}  {name}\n" for name, item in zip(names, items, strict=True))


def list_digest(items: Sequence[Original]) -> str:
    """SHA-256 over the machine form of all pieces, in order: whoever changes, adds or drops one changes it."""
    return hashlib.sha256(machine(member_names(items), items).encode()).hexdigest()


def for_people(names: Sequence[str], items: Sequence[Original], table: Mapping[str, Any], code: str,
               missing: Sequence[str]) -> str:
    """The same in Chinese: what the digests are for, how to check one, and each piece."""
    parts = [str(line).format(code=code) for line in table["intro"]]
    for number, (name, item) in enumerate(zip(names, items, strict=True), 1):
        values = {"n": number, "name": name, "size": size_text(item.size), "bytes": item.size,
                  "received": moment(item.taken_at), "sha256": item.sha256}
        parts.append("\n".join(str(line).format(**values) for line in table["piece"]))
        parts += [str(table["missing"])] if name in missing else []
    return "\r\n".join("\n\n".join(parts).split("\n")) + "\r\n"
