"""What stands in a file that is no picture, in the form in which photos are read; and whether it can be opened at all."""
from __future__ import annotations

from typing import Any, BinaryIO

from bot.evidence.frames import AMR, MP3, ends_early
from bot.evidence.sheet_text import read_sheets
from bot.evidence.sniff import DOCX, XLSX, is_picture
from bot.evidence.whole import BOXES, PDF, is_cut
from bot.evidence.word_text import read_word
from bot.photos.values import Line, PhotoProblem, Reading

#: the kinds whose text is read when they come in, and all kinds that `read_file` looks into
TEXTS = {DOCX: read_word, XLSX: read_sheets}
READ = BOXES | {PDF, MP3, AMR, *TEXTS}


def is_looked_at(mime: str) -> bool:
    """Whether the photo reader reads a file of this kind, later and in its own process: a picture or a PDF."""
    return is_picture(mime) or mime == PDF


def to_keep(file: BinaryIO, mime: str, size: int) -> dict[str, Any] | None:
    """What is kept beside a file when it comes in, as of a photo that was read: its text, or {"problem": "unreadable"}, or
    "cut" when only its end is missing; None when there is none of these."""
    try:
        found = read_file(file, mime, size)
    except PhotoProblem as problem:
        return {"problem": problem.reason}
    return found.to_json() if found.lines else None


def read_file(file: BinaryIO, mime: str, size: int) -> Reading:
    """The text of a Word or an Excel file, each line wholly sure; nothing for any other kind. Takes milliseconds.

    PhotoProblem("unreadable") when it cannot be opened: cut off on its way, or broken; "cut" of a recording that plays but
    lacks its end.
    """
    if is_cut(file, mime, size):
        raise PhotoProblem("unreadable")
    if ends_early(file, mime, size):
        raise PhotoProblem("cut")
    lines = TEXTS[mime](file) if mime in TEXTS else []
    return Reading(tuple(Line(line, 1.0) for line in lines), papers=int(bool(lines)))
