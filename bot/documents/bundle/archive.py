"""The .zip: the untouched originals under numbered names, the .pdf, and the digests."""
from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import IO

from bot.clock import CHINA
from bot.content import load
from bot.documents.bundle.labels import member_names
from bot.documents.bundle.parts import Bundle, Unreadable
from bot.documents.bundle.sums import for_people, machine

BLOCK = 1024 * 1024


def write_zip(bundle: Bundle, paper: Path, out: IO[bytes]) -> list[str]:
    """Write the archive to `out`, one original after the other; names of the pieces that could not be read.

    Originals are stored, not packed: photos and sound do not get smaller, and a phone opens it faster.
    """
    table = load().words["bundle"]["archive"]
    names, missing = member_names(bundle.items), []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        with paper.open("rb") as printed, archive.open(_info(bundle, f"00_{table['paper']}.pdf"), "w") as member:
            shutil.copyfileobj(printed, member, BLOCK)
        for name, item in zip(names, bundle.items, strict=True):
            try:
                source = bundle.original(item)
            except Unreadable:
                missing.append(name)
                continue
            with source, archive.open(_info(bundle, name), "w") as member:
                shutil.copyfileobj(source, member, BLOCK)
        kept = [(name, item) for name, item in zip(names, bundle.items, strict=True) if name not in missing]
        archive.writestr(_info(bundle, "SHA256SUMS"), machine([name for name, _ in kept], [item for _, item in kept]))
        archive.writestr(_info(bundle, f"{table['digests']}.txt"),
                         "\ufeff" + for_people(names, bundle.items, table, bundle.code, missing))
    return missing


def _info(bundle: Bundle, name: str) -> zipfile.ZipInfo:
    here = bundle.now.astimezone(CHINA)
    info = zipfile.ZipInfo(name, (here.year, here.month, here.day, here.hour, here.minute, here.second))
    info.external_attr = 0o600 << 16
    return info
