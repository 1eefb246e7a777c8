"""A photo as pages: upright, reduced, without what the camera wrote into it; a long screenshot is cut into several."""
from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from bot.photos.pictures import on_white, opened
from bot.photos.values import PhotoProblem

if TYPE_CHECKING:
    from PIL.Image import Image

LONG_SIDE = 1600
STRIP_WIDTH = 1000  # of a long screenshot: its letters must stay readable
TALL = 2.2
STRIP = 1.38  # height of a strip to its width: what a page holds
OVERLAP = 40
MOST_STRIPS = 30
MOST_PIXELS = 24_000_000  # decoded at most, in the bot's own process: about 200 MB with what transparency needs
QUALITY = 75


def write_pages(data: bytes, folder: Path, stem: str) -> tuple[list[Path], bool]:
    """One-page PDFs of the photo in `folder`, and whether all of it is there. PhotoProblem: "unreadable", "too_large".

    A PDF around the JPEG, not the JPEG itself: typst then embeds it without decoding, so that 200 photos stay small in memory.
    """
    image = _read(data)
    strips, whole = _strips(image)
    paths = []
    for number, strip in enumerate(strips, 1):
        path = folder / f"{stem}-{number}.pdf"
        strip.save(path, "PDF", quality=QUALITY, resolution=150)
        paths.append(path)
    return paths, whole


def _read(data: bytes) -> Image:
    """The picture upright, in colour, on white, about as large as it is needed."""
    from PIL import ImageOps

    with opened(io.BytesIO(data)) as image:
        _reduce(image)
        ImageOps.exif_transpose(image, in_place=True)
        return on_white(image)


def _reduce(image: Image) -> None:
    """Before it is decoded: a JPEG is to be decoded smaller; PhotoProblem when too much would be decoded all the same.

    Of a progressive JPEG the decoder holds all that was sent, whatever size is wanted."""
    if not min(image.size):
        raise PhotoProblem("unreadable")
    held = image.width * image.height if image.info.get("progressive") else 0
    ratio = max(1.0, min(image.size) / STRIP_WIDTH if _is_tall(image.size) else max(image.size) / LONG_SIDE)
    image.draft("RGB", (int(image.width / ratio), int(image.height / ratio)))
    if max(held, image.width * image.height) > MOST_PIXELS:
        raise PhotoProblem("too_large")


def _is_tall(size: tuple[int, int]) -> bool:
    """Whether the sides are those of a long screenshot, lying or standing."""
    return max(size) > TALL * min(size)


def _strips(image: Image) -> tuple[list[Image], bool]:
    """The picture reduced; a tall one as strips from above, and whether they reach its end."""
    width, height = image.size
    if height <= TALL * width:
        image.thumbnail((LONG_SIDE, LONG_SIDE))
        return [image], True
    if width > STRIP_WIDTH:
        image = image.resize((STRIP_WIDTH, max(1, height * STRIP_WIDTH // width)))
    width, height = image.size
    tall = max(1, int(width * STRIP))
    step = max(1, tall - OVERLAP)
    tops = list(range(0, max(1, height - OVERLAP), step))
    return [image.crop((0, top, width, min(height, top + tall))) for top in tops[:MOST_STRIPS]], len(tops) <= MOST_STRIPS
