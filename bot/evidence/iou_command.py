"""`python -m bot check-iou FILE [--json] [--today …]`: a photo, a PDF or a text file; else a sentence and exit code 2."""
from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from bot import clock
from bot.evidence import iou_words
from bot.evidence.iou_check import Checked, check, table
from bot.evidence.iou_photo import check_photo, has_text
from bot.photos.pdf import is_pdf
from bot.photos.values import PhotoProblem

PHOTOS = {".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".pdf"}
LARGEST = 200_000
LARGEST_PHOTO = 20_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, help="a photo, a PDF, or a text file (UTF-8)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="the day to count from, ISO")


def run(args: argparse.Namespace, closed: Callable[[str | None, date], Sequence[str]]) -> int:
    """Print the check of a file. 0: checked; 2: nothing that can be read.

    `closed`: which limits may be over (bot/law/overdue.py), by the day to pay by and today.
    """
    words = table()["words"]
    if not args.file.exists():
        return _refuse(words["no_file"].format(file=args.file))
    today = args.today or clock.today()
    if _is_photo(args.file):
        result = _of_photo(args.file, today)
        if result is None:
            return _refuse(words["pdf" if _is_pdf(args.file) else "photo"])
    else:
        text = _text(args.file)
        if text is None:
            return _refuse(words["unreadable"])
        if not text.strip():
            return _refuse(words["empty"])
        result = check(text, today)
    result = iou_words.with_limits(result, closed(result.elements["pay_by"], today))
    print(json.dumps(result.to_json(), ensure_ascii=False) if args.json else "\n".join(lines(result)))
    return 0


def lines(result: Checked) -> list[str]:
    """The check as sentences: what is there, what is missing, what to beware of."""
    words = table()["words"]
    if not result.is_iou:
        return [words["no_iou"]]
    wrote, names = iou_words.written(result), iou_words.lacking_names(result)
    told = [words["wrote"].format(found=wrote)] if wrote else []
    mends = [words["mend"].format(said=line) for line in _with_laws(iou_words.lacking(result))]
    told += [words["lacks"].format(names=names), *mends] if names else [words["all_there"]]
    return told + [words["trap"].format(said=line) for line in _with_laws(iou_words.traps(result))]


def _with_laws(said: iou_words.Said) -> list[str]:
    """Each line with the ids of the facts it rests on."""
    words = table()["words"]
    return [words["with_laws"].format(said=line, laws=words["names"].join(laws)) for line, laws in said]


def _of_photo(path: Path, today: date) -> Checked | None:
    """The check of a photo or a PDF, read in this process; None when nothing, or next to nothing, can be read on it."""
    from bot.photos.pdf import read_any

    if path.stat().st_size > LARGEST_PHOTO:
        return None
    try:
        reading = read_any(path.read_bytes())
    except PhotoProblem:
        return None
    return check_photo(reading, today) if has_text(reading) else None


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return path.suffix.lower() == ".pdf" or is_pdf(file.read(5))


def _is_photo(path: Path) -> bool:
    """By its first bytes, or by its name when it cannot be read."""
    import filetype

    if not path.is_file():
        return False
    return path.suffix.lower() in PHOTOS or filetype.guess(str(path)) is not None


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
