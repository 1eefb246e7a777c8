"""A PDF to a `Reading`: the text that is written in it, or, where there is none, its first pages read like photos."""
from __future__ import annotations

import re
import time
import zlib
from itertools import islice
from typing import TYPE_CHECKING, Any

from bot.photos.pictures import LONGER_SIDE, MOST_PIXELS, on_white
from bot.photos.values import Line, Marks, PhotoProblem, Reading

if TYPE_CHECKING:
    from PIL import Image

#: of a longer paper the first pages and lines say what it is; drawing and reading a scanned page takes a second
MOST_PAGES, MOST_LINES, MOST_SCANS = 10, 300, 2
#: fewer characters are a page number or a watermark on a scan
LEAST_TEXT = 6
#: a part that unpacks to more was made to fill memory; packed bytes never unpack to more than MOST_RATIO times as many
MOST_UNPACKED, MOST_RATIO = 200_000_000, 1032
_PIECE = 64 * 1024
_PART = re.compile(rb"(?<!end)stream\r?\n")
_BY_PASSWORD = 4  # PDFium's FPDF_ERR_PASSWORD


def is_pdf(data: bytes) -> bool:
    """Whether these bytes begin as a PDF does."""
    return data.startswith(b"%PDF-")


def read_any(data: bytes) -> Reading:
    """Read the bytes of a photo or a PDF, in this process. PhotoProblem as `read_pdf`."""
    from bot.photos.engine import read_picture

    return read_pdf(data) if is_pdf(data) else read_picture(data)


def read_pdf(data: bytes) -> Reading:
    """Read a PDF, in this process. PhotoProblem: "unreadable" (broken, cut), "locked" (by a password), "too_large"."""
    import pypdfium2

    begun = time.perf_counter()
    if is_bomb(data):
        raise PhotoProblem("too_large")
    try:
        with pypdfium2.PdfDocument(data) as document:
            lines = list(islice((line for page in islice(document, MOST_PAGES) for line in _lines(page)), MOST_LINES))
            if len("".join(lines)) < LEAST_TEXT:
                return _scanned(document)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _BY_PASSWORD:
            raise PhotoProblem("locked") from None
        raise PhotoProblem("unreadable") from None
    return Reading(tuple(Line(line, 1.0) for line in lines), papers=1, seconds=round(time.perf_counter() - begun, 2))


def is_bomb(data: bytes) -> bool:
    """Whether a part of it unpacks to more than MOST_UNPACKED; PDFium unpacks a part whole."""
    for part in _PART.finditer(data):
        packed = memoryview(data)[part.end():max(data.find(b"endstream", part.end()), part.end())]
        if len(packed) * MOST_RATIO > MOST_UNPACKED and _unpacks_to_more(packed):
            return True
    return False


def _unpacks_to_more(packed: memoryview) -> bool:
    """Unpacked piece by piece and thrown away; what is no zlib unpacks to nothing."""
    unpacker, total = zlib.decompressobj(), 0
    try:
        for at in range(0, len(packed), _PIECE):
            total += len(unpacker.decompress(packed[at:at + _PIECE]))
            if total > MOST_UNPACKED:
                return True
    except zlib.error:
        return False
    return False


def _lines(page: Any) -> list[str]:
    """The lines of a page that hold a letter."""
    found = (" ".join(line.split()) for line in page.get_textpage().get_text_bounded().splitlines())
    return [line for line in found if line]


def _scanned(document: Any) -> Reading:
    """The first pages drawn and read, their lines one after another."""
    from bot.photos.engine import read_image

    read = [read_image(_drawn(page)) for page in islice(document, MOST_SCANS)]
    marks = Marks(any(one.marks.stamp for one in read), any(one.marks.fingerprint for one in read))
    lines = tuple(line for one in read for line in one.lines)
    return Reading(lines, max((one.papers for one in read), default=0), marks, round(sum(one.seconds for one in read), 2))


def _drawn(page: Any) -> Image.Image:
    """A page as a picture as large as a photo is read at. PhotoProblem("too_large"): it holds a picture of too many pixels."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    for part in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]):
        width, height = part.get_px_size()
        if width * height > MOST_PIXELS:
            raise PhotoProblem("too_large")
    return on_white(page.render(scale=LONGER_SIDE / max(*page.get_size(), 1)).to_pil())
