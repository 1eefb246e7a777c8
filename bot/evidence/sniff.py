"""What kind of file it really is, by its bytes and never by its name; how large one may be; why others are refused."""
from __future__ import annotations

import io
import re
import struct
import zipfile
from typing import BinaryIO

import filetype

from bot.evidence.archives import is_too_long

MEBIBYTE = 1024 * 1024
LARGEST, LARGEST_RECORDING = 20 * MEBIBYTE, 50 * MEBIBYTE
HEAD = 8192  # so much of the beginning tells the kind
EXTENSIONS = frozenset({"jpg", "png", "heic", "webp", "pdf", "docx", "xlsx", "amr", "mp3", "m4a", "mp4", "mov"})
SILK = "audio/silk"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"MSCF",
             b"\x28\xb5\x2f\xfd")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xfe\xed\xfa", b"dex\n")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|iframe|\?php)", re.IGNORECASE)


def sniff(data: bytes) -> str | None:
    """The MIME type of a kind that we take, None for anything else (also for what only bears such a name)."""
    return sniff_file(io.BytesIO(data))


def sniff_file(file: BinaryIO) -> str | None:
    """As `sniff`, of an open file; an archive is looked into for Word and Excel."""
    file.seek(0)
    head = file.read(HEAD)
    return _office(file) if head[:4] == b"PK\x03\x04" else by_head(head)


def limit(head: bytes) -> int:
    """The most bytes that a file with this beginning may have. Only sound and video may be larger than a picture."""
    mime = by_head(head) or ""
    return LARGEST_RECORDING if mime.startswith(("audio/", "video/")) else LARGEST


def is_picture(mime: str) -> bool:
    """Whether this type is a picture."""
    return mime.startswith("image/")


def refusal(head: bytes) -> str:
    """The reason to refuse a beginning that is no kind of ours: type, or type_… when it is known what it is."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head:
        return "type_empty"
    if start.startswith(b"<") and re.search(rb"<svg\b", head, re.IGNORECASE):
        return "type_svg"
    if is_html(head):
        return "type_html"
    if head.startswith(_ARCHIVES) or head[257:262] == b"ustar":
        return "type_archive"
    return "type_program" if head.startswith(_PROGRAMS) else "type"


def is_html(part: bytes) -> bool:
    """Whether a browser could take this for a page or a script."""
    return _HTML.search(part) is not None


def by_head(head: bytes) -> str | None:
    """The MIME type that a beginning tells, None when it is no kind of ours or an archive."""
    if head[:12].lstrip(b"\x02").startswith(b"#!SILK_V3"):
        return SILK
    kind = filetype.guess(head[:HEAD]) if head else None
    if kind is None or kind.extension not in EXTENSIONS:
        return None
    return str(kind.mime)


def _office(file: BinaryIO) -> str | None:
    """Word and Excel by what is in the archive: the order of its members is not fixed."""
    if is_too_long(file):
        return None
    try:
        names = zipfile.ZipFile(file).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):  # a broken one raises any of these
        return None
    if "[Content_Types].xml" not in names:
        return None
    if "word/document.xml" in names:
        return DOCX
    return XLSX if "xl/workbook.xml" in names else None
