"""Names, sizes and moments as a bundle prints them."""
from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any

from bot.chinese.dates import format_date
from bot.clock import CHINA
from bot.documents.bundle.parts import Original
from bot.documents.words import words

ENDINGS = {
    "image/jpeg": "jpg", "image/png": "png", "image/heic": "heic", "image/heif": "heic", "image/webp": "webp",
    "application/pdf": "pdf", "audio/amr": "amr", "audio/AMR": "amr", "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/m4a": "m4a",
    "audio/x-m4a": "m4a", "audio/silk": "silk", "audio/wav": "wav", "audio/x-wav": "wav", "video/mp4": "mp4",
    "video/quicktime": "mov", "video/3gpp": "3gp",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/csv": "csv",
}
UNSAFE = re.compile(r"（.*）|[^\w-]+")


def moment(value: Any) -> str:
    """`2026年3月5日 14:05` in China; a moment without a zone is UTC, as the case store keeps it; "" when it is none."""
    if not isinstance(value, datetime):
        return ""
    here = (value if value.tzinfo else value.replace(tzinfo=timezone.utc)).astimezone(CHINA)
    return f"{format_date(here.date())} {here:%H:%M}"


def size_text(size: int) -> str:
    """`2.0 MB`, `340 KB`, `12 B`."""
    if size >= 1024 * 1024:
        return f"{size / 1024 / 1024:.1f} MB"
    return f"{round(size / 1024)} KB" if size >= 1024 else f"{size} B"


def member_names(items: Sequence[Original]) -> list[str]:
    """Names in the archive, in order, never twice: `01_工资欠条.jpg`; plain ASCII where the kind has no name to use."""
    kinds = words()["evidence"]["kinds"]
    digits = max(2, len(str(len(items))))
    named = []
    for number, item in enumerate(items, 1):
        kind = item.kind if item.kind in kinds else "other"
        name = UNSAFE.sub("", str(kinds[kind]["name"])) or str(kind)
        named.append(f"{number:0{digits}}_{name}.{_ending(item)}")
    return named


def _ending(item: Original) -> str:
    own = item.filename.rpartition(".")[2].lower() if "." in item.filename else ""
    return ENDINGS.get(item.mime) or (own if re.fullmatch("[a-z0-9]{1,5}", own) else "bin")
