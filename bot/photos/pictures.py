"""Opening a picture that a stranger sent: by its content, within limits, upright by its own note, small, without its traces."""
from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from bot.photos.values import PhotoProblem

if TYPE_CHECKING:
    from PIL import Image

LONGER_SIDE = 1280
MOST_PIXELS = 60_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
#: what Pillow and its decoders raise at broken files
BROKEN = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, EOFError, RuntimeError,
          OverflowError, MemoryError, struct.error, zlib.error)


@contextmanager
def opened(file: BinaryIO) -> Iterator[Image.Image]:
    """A JPEG, PNG, WebP or HEIC, of which only the head was read yet: its first frame, as it lies in the file.

    Raises PhotoProblem, also for what goes wrong while it is decoded in the block: "too_large" (over MOST_PIXELS),
    "unreadable" (broken, cut off, another sort of file).
    """
    from pi_heif import register_heif_opener
    from PIL import Image

    register_heif_opener()
    try:
        with Image.open(file, formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PhotoProblem("too_large")
            yield picture
    except Image.DecompressionBombError:
        raise PhotoProblem("too_large") from None
    except BROKEN:
        raise PhotoProblem("unreadable") from None


def open_picture(data: bytes) -> Image.Image:
    """A picture upright, RGB, of at most LONGER_SIDE px, without EXIF: reduced before it is turned. PhotoProblem as `opened`."""
    from PIL import Image, ImageOps

    with opened(io.BytesIO(data)) as picture:
        picture.seek(0)
        picture.draft("RGB", (LONGER_SIDE, LONGER_SIDE))
        shown = _plain(picture)
        shown.thumbnail((LONGER_SIDE, LONGER_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
        return on_white(ImageOps.exif_transpose(shown))


def on_white(picture: Image.Image) -> Image.Image:
    """The points of a picture in RGB, clear ones white; nothing of the file but its points remains."""
    from PIL import Image

    layer = _plain(picture)
    clean = Image.new("RGB", layer.size, "white")
    clean.paste(layer, mask=layer.getchannel("A") if layer.mode == "RGBA" else None)
    return clean


def _plain(picture: Image.Image) -> Image.Image:
    """RGB or RGBA, whatever the mode; 16-bit grey is brought down to 8."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    if picture.mode in ("RGB", "RGBA"):
        picture.load()
        return picture
    clear = picture.mode in ("LA", "PA") or "transparency" in picture.info
    return picture.convert("RGBA" if clear else "RGB")
