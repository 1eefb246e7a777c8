"""Pieces of evidence drawn for the tests of the bundle: photos as phones make them, a PDF, sound, a broken picture."""
from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import BinaryIO

from bot.clock import CHINA
from bot.documents.bundle import Bundle, Unreadable
from bot.documents.bundle.parts import Original
from bot.documents.case import Case
from bot.documents.words import words
from bot.settings import ROOT
from tests.documents.samples import PERSONAL, TODAY, facts
from tests.support.heic import HEIC

RECEIVED = datetime(2026, 11, 20, 1, 30)  # UTC, as the case store gives it: 9:30 in China
NOW = datetime(2026, 11, 22, 15, 4, tzinfo=CHINA)
MIMES = {"jpg": "image/jpeg", "png": "image/png", "heic": "image/heic", "pdf": "application/pdf", "mp3": "audio/mpeg",
         "mp4": "video/mp4", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
CAMERA = "a place that the camera wrote"


@dataclass(frozen=True)
class Piece:
    """An item as the case store gives it, with its bytes."""

    id: str
    data: bytes
    mime: str
    filename: str
    kind: str | None = "payslip"
    note: str = ""
    taken_at: datetime = RECEIVED
    made_at: datetime | None = None
    channel: str | None = "chat"
    page: int | None = None
    replaces: str | None = None

    @property
    def sha256(self) -> str:
        """The digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.data)


def piece(number: int, data: bytes, ending: str, kind: str | None = "payslip", **more: object) -> Piece:
    """The piece with this number."""
    return Piece(f"EV-{number}", data, MIMES[ending], str(more.pop("filename", f"IMG_{number}.{ending}")), kind,
                 **more)  # type: ignore[arg-type]


def photo(width: int = 800, height: int = 600, turned: int = 0, form: str = "JPEG", shade: int = 0) -> bytes:
    """A picture whose upper left quarter is red; `turned`: the EXIF orientation in which a phone stored it."""
    from PIL import Image, ImageDraw

    if form == "HEIF":
        return HEIC
    image = Image.new("RGB", (width, height), (240, 240, (230 - shade) % 256))
    ImageDraw.Draw(image).rectangle((0, 0, width // 2, height // 2), fill=(200, 20, 20))
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = CAMERA
    if turned:
        exif[0x0112] = turned
        image = image.transpose({3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90,
                                 8: Image.Transpose.ROTATE_270}[turned])
    image.save(out, form, **({"exif": exif} if form == "JPEG" else {}))
    return out.getvalue()


def drawn_png(width: int, height: int) -> bytes:
    """A wholly transparent PNG with alpha, written row by row: small as a file, and here, however large it is as a picture."""
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(9)
    rows = b"".join([packer.compress(bytes(1 + 4 * width)) for _ in range(height)] + [packer.flush()])
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@cache
def paper(pages: int) -> bytes:
    """A PDF of so many pages, each with its number."""
    import typst

    source = "".join(f'#page[#text(font: "Noto Sans SC")[合同第{page}页]]\n' for page in range(1, pages + 1))
    made: bytes = typst.compile(source.encode(), format="pdf", font_paths=[str(ROOT / "content/fonts")], ignore_system_fonts=True)
    return made


def bundle(pieces: Sequence[Piece], base: str = "company", lost: str = "", address: str = "") -> Bundle:
    """A bundle of these pieces for a case of papers.yml; the original `lost` cannot be read."""
    by_id = {one.id: one for one in pieces}

    def original(item: Original) -> BinaryIO:
        if item.id == lost:
            raise Unreadable(item.id)
        return io.BytesIO(by_id[item.id].data)

    return Bundle(Case(facts(base), PERSONAL, TODAY, words()), pieces, original, NOW, "ABCDEFGHJKMN", address)
