"""`python -m bot check-iou FILE [--json] [--today …]`: text files; a photo is refused in a sentence, exit code 2."""
from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from bot import clock
from bot.chinese.dates import format_date
from bot.evidence.iou_check import Checked, check, table

PHOTOS = {".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".pdf"}
LARGEST = 200_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, help="a text file (UTF-8)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="the day to count from, ISO")


def run(args: argparse.Namespace) -> int:
    """Print the check of a file. 0: checked; 2: a photo, or no readable text."""
    words = table()["words"]
    if not args.file.exists():
        return _refuse(words["no_file"].format(file=args.file))
    if _is_photo(args.file):
        return _refuse(words["photo"])
    text = _text(args.file)
    if text is None:
        return _refuse(words["unreadable"])
    result = check(text, args.today or clock.today())
    print(json.dumps(result.to_json(), ensure_ascii=False) if args.json else "\n".join(lines(result)))
    return 0


def lines(result: Checked) -> list[str]:
    """The check as sentences: what is there, what is missing, what to beware of."""
    content = table()
    words = content["words"]
    told = [
        words["found"].format(label=content["elements"][name]["label"], value=_shown(name, value, words))
        for name, value in result.elements.items()
        if value is not None
    ]
    lacking = [name for name in result.missing if not (name == "stamp" and result.by_person)]
    told += [words["lacking"].format(**content["elements"][name]) for name in lacking] or [words["all_there"]]
    return told + [words["trap"].format(label=_label(content, trap["trap"], result), mend=trap["mend"]) for trap in result.traps]


def _label(content: dict[str, Any], trap: str, result: Checked) -> str:
    return str(content["traps"][trap]["label"]).format(said=result.said[trap])


def _shown(name: str, value: Any, words: dict[str, str]) -> str:
    if name == "amount":
        return words["yuan"].format(value=f"{value:,}")
    return format_date(date.fromisoformat(value)) if name in ("pay_by", "written_on") else str(value)


def _is_photo(path: Path) -> bool:
    """By its first bytes, or by its name when it cannot be read."""
    import filetype

    if path.suffix.lower() in PHOTOS:
        return True
    return path.is_file() and filetype.guess(str(path)) is not None


def _text(path: Path) -> str | None:
    """The text, None when it is no file, too large, or neither UTF-8 nor GB18030 (what Windows phones save)."""
    if not path.is_file() or path.stat().st_size > LARGEST:
        return None
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2
