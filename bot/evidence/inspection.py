"""Whether a file may be taken as proof: its kind, its size, and no trap in it for whoever opens it later.

No picture is decoded, no archive unpacked. A file is read in pieces, a PDF alone (20 MB at most) at once.
"""
from __future__ import annotations

import re
import zipfile
from typing import BinaryIO

from bot.evidence.archives import ends_as_archive, is_too_long
from bot.evidence.pictures import frame
from bot.evidence.refused import EvidenceRefused
from bot.evidence.roster.read import looks_like_roster
from bot.evidence.roster.table import CSV, LARGEST_CSV, is_table
from bot.evidence.sniff import DOCX, HEAD, MEBIBYTE, XLSX, by_head, is_html, is_picture, limit, refusal, sniff_file
from bot.photos.pdf import is_bomb
from bot.photos.pictures import MOST_PIXELS

MOST_UNPACKED, MOST_RATIO, MOST_MEMBERS = 200 * 1000 * 1000, 200, 10_000
_NEAR = 4096
_ACTIVE = re.compile(rb"/(?:Launch|EmbeddedFiles?)(?![A-Za-z0-9])")  # a PDF that starts programs or carries other files
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def inspect(file: BinaryIO, size: int) -> str:
    """The MIME type of a file of `size` bytes that may be taken; EvidenceRefused otherwise."""
    file.seek(0)
    head = file.read(HEAD)
    if size > limit(head):
        raise EvidenceRefused("too_large" if sniff_file(file) else refusal(head))
    if head.startswith(b"PK\x03\x04") and is_too_long(file):
        raise EvidenceRefused("bomb")
    mime = sniff_file(file)
    if mime is None and size <= LARGEST_CSV and refusal(head) == "type" and not head.startswith(b"PK"):
        return _check_table(file)
    if mime is None:
        raise EvidenceRefused("type" if _is_office(file, head) else refusal(head))
    if mime in (DOCX, XLSX):
        _check_members(file, size)
    elif ends_as_archive(file):
        raise EvidenceRefused("mixed")
    if is_picture(mime):
        _check_picture(file, mime, size, head)
    if mime == "application/pdf":
        _check_pdf(file)
    return mime


def _check_table(file: BinaryIO) -> str:
    """Plain text is taken as a roster (.csv) alone: no page, no other table, no letter."""
    file.seek(0)
    data = file.read(LARGEST_CSV)
    if is_html(data):
        raise EvidenceRefused("type_html")
    if ends_as_archive(file):
        raise EvidenceRefused("type")
    if not looks_like_roster(data, CSV):
        raise EvidenceRefused("csv" if is_table(data) else "type")
    return CSV


def check_size(head: bytes, size: int) -> None:
    """For a file that is still coming: EvidenceRefused as soon as it is larger than its kind may be."""
    if size > limit(head):
        known = head.startswith(b"PK\x03\x04") or by_head(head)  # an archive may turn out to be a Word file
        raise EvidenceRefused("too_large" if known else refusal(head))


def _is_office(file: BinaryIO, head: bytes) -> bool:
    """An office file of a kind that we do not take (slides): the sentence for archives would be wrong."""
    return head.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in head


def _check_members(file: BinaryIO, size: int) -> None:
    """A Word or Excel file whose members claim to be huge is a bomb."""
    members = zipfile.ZipFile(file).infolist()
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * size:
        raise EvidenceRefused("bomb")


def _check_picture(file: BinaryIO, mime: str, size: int, head: bytes) -> None:
    """No huge canvas, nothing in front that a browser or a PDF reader takes for its own, nothing of that kind behind."""
    seen = frame(file, mime, size)
    if seen.pixels > MOST_PIXELS:
        raise EvidenceRefused("bomb")
    if is_html(head[:_NEAR]) or b"%PDF-" in head[:_NEAR]:
        raise EvidenceRefused("mixed")
    if seen.end is None or seen.end >= size:
        return
    file.seek(seen.end)
    behind = file.read(_NEAR).lstrip(b"\0\r\n\t ")
    other = behind.startswith((b"<", b"%PDF-")) or is_html(behind) or b"PK\x03\x04" in behind or b"%PDF-" in behind
    if other or (behind and refusal(behind) != "type"):
        raise EvidenceRefused("mixed")


def _check_pdf(file: BinaryIO) -> None:
    """Names are searched in the open parts of the file, escapes undone; compressed parts are unpacked only to see how large
    they are, and thrown away."""
    file.seek(0)
    if is_bomb(file.read()):
        raise EvidenceRefused("bomb")
    file.seek(0)
    kept = b""
    while part := file.read(MEBIBYTE):
        window = _ESCAPED.sub(lambda sign: bytes([int(sign[1], 16)]), kept + part)
        if _ACTIVE.search(window):
            raise EvidenceRefused("pdf_active")
        kept = (kept + part)[-64:]
