"""Draws the pictures of papers.yml, each the same at every run: `python -m tests.photos.draw FOLDER [NAME…]` writes them."""
from __future__ import annotations

import argparse
import sys
import zlib
from pathlib import Path

import numpy as np

from tests.photos.camera import crumple, lay, take
from tests.photos.grounds import Pixels, ground, scene
from tests.photos.marks import press_finger, press_stamp
from tests.photos.pictures import Paper, Picture, read_pictures
from tests.photos.sheets import draw_sheet

TABLES = ("wood", "wood", "desk", "stone")  # on what papers lie when papers.yml does not say


def draw(picture: Picture) -> bytes:
    """The picture as a JPEG file; its name is the seed of all chance in it."""
    rng = np.random.default_rng(zlib.crc32(picture.name.encode()))
    photo = picture.photo
    if picture.papers[0].shapes:
        return take(scene(picture.papers[0].shapes, photo.size, rng), photo, rng)
    if photo.plain:
        return take(np.asarray(draw_sheet(picture.papers[0], photo.size, rng).image), photo, rng)
    wide, high = photo.size
    whole = ground(photo.ground or str(rng.choice(TABLES)), photo.size, rng)
    share = wide / len(picture.papers)
    for number, paper in enumerate(picture.papers):
        room = (round(share - 2 * photo.margin * wide / len(picture.papers)), round(high * (1 - 2 * photo.margin)))
        sheet = _sheet(paper, photo.crease, room, rng)
        middle = (share * (number + 0.5) + rng.normal(0, 0.006 * wide), high * (0.5 + rng.normal(0, 0.01)))
        whole = lay(whole, sheet, middle, photo, rng)
    return take(whole, photo, rng)


def _sheet(paper: Paper, creases: int, room: tuple[int, int], rng: np.random.Generator) -> Pixels:
    """The sheet with its marks and folds."""
    sheet = draw_sheet(paper, room, rng)
    if paper.stamp:
        press_stamp(sheet, paper.stamp, rng)
    if paper.fingerprint:
        press_finger(sheet, paper.fingerprint, rng)
    pixels = np.asarray(sheet.image)
    return pixels.copy() if paper.style in ("board", "card", "chat") else crumple(pixels, creases, rng)


def main(arguments: list[str] | None = None) -> int:
    """Write the pictures into a folder; 2 when none has such a name."""
    parser = argparse.ArgumentParser(prog="python -m tests.photos.draw", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args(arguments)
    pictures = [picture for picture in read_pictures() if not options.names or picture.name in options.names]
    if not pictures:
        return 2
    options.folder.mkdir(parents=True, exist_ok=True)
    for picture in pictures:
        (options.folder / f"{picture.name}.jpg").write_bytes(draw(picture))
    return 0


if __name__ == "__main__":
    sys.exit(main())
