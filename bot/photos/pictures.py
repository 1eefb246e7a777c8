"""Opening a picture that a stranger sent: by its content, within limits, upright by its own note, small, without its traces."""
from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

from bot.photos.values import PhotoProblem

if TYPE_CHECKING:
    from PIL import Image

LONGER_SIDE = 1280
MOST_PIXELS = 60_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
#: what Pillow and its decoders raise at broken files
BROKEN = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, EOFError, RuntimeError,
          OverflowError, MemoryError, struct.error, zlib.error)


def open_picture(data: bytes) -> Image.Image:
    """A JPEG, PNG, WebP or HEIC as an upright RGB picture of at most LONGER_SIDE px, without EXIF; its first frame.

    Raises PhotoProblem: "too_large" (over MOST_PIXELS), "unreadable" (broken, cut off, another sort of file).
    """
    from PIL import Image
    from pillow_heif import register_heif_opener

    register_heif_opener()
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PhotoProblem("too_large")
            return _upright(picture)
    except Image.DecompressionBombError:
        raise PhotoProblem("too_large") from None
    except BROKEN:
        raise PhotoProblem("unreadable") from None


def _upright(picture: Image.Image) -> Image.Image:
    """The first frame, reduced before it is turned; pasted on white, so that nothing but its points remains."""
    from PIL import Image, ImageOps

    picture.seek(0)
    picture.draft("RGB", (LONGER_SIDE, LONGER_SIDE))
    shown = _plain(picture)
    shown.thumbnail((LONGER_SIDE, LONGER_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    turned = ImageOps.exif_transpose(shown)
    clean = Image.new("RGB", turned.size, "white")
    clean.paste(turned, mask=turned.getchannel("A") if turned.mode == "RGBA" else None)
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
