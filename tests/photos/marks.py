"""Red marks on a sheet: the ring of a stamp with its star and words, a pressed finger."""
from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.photos.lettering import type_of
from tests.photos.sheets import Sheet

RED = (205, 30, 38)


def press_stamp(sheet: Sheet, words: str, rng: np.random.Generator) -> None:
    """A stamp over the last place where the first letters of its words stand, or over the lower right of the sheet."""
    radius = sheet.em * 2.7
    x, y = _place(sheet, words[:4]) or (sheet.image.width * 0.7, sheet.image.height * 0.75)
    side = round(radius * 2.2)
    ring = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(ring)
    middle = side / 2
    edges = (middle - radius, middle - radius, middle + radius, middle + radius)
    draw.ellipse(edges, outline=255, width=max(2, round(radius * 0.055)))
    star = [(middle + radius * (0.35 if step % 2 == 0 else 0.134) * math.sin(step * math.pi / 5),
             middle - radius * (0.35 if step % 2 == 0 else 0.134) * math.cos(step * math.pi / 5)) for step in range(10)]
    draw.polygon(star, fill=255)
    size = round(radius * min(0.34, 3.6 / len(words)))
    for at, char in enumerate(words):
        angle = (at - (len(words) - 1) / 2) * min(0.42, 4.4 / len(words))
        tile = Image.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(tile).text((size, size), char, font=type_of("sans", size), fill=255, anchor="mm")
        tile = tile.rotate(-math.degrees(angle), Image.Resampling.BICUBIC)
        spot = (middle + radius * 0.76 * math.sin(angle) - size, middle - radius * 0.76 * math.cos(angle) - size)
        ring.paste(255, (round(spot[0]), round(spot[1])), tile)
    ring = ring.rotate(float(rng.normal(0, 8)), Image.Resampling.BICUBIC)
    _ink(sheet, ring, (x + sheet.em * 1.5, y), rng, 0.8)


def press_finger(sheet: Sheet, beside: str, rng: np.random.Generator) -> None:
    """A finger's print over the end of these words."""
    x, y = _place(sheet, beside) or (sheet.image.width * 0.75, sheet.image.height * 0.8)
    long, short = sheet.em * 0.95, sheet.em * 0.68
    side = round(long * 2.4)
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32)
    across, down = (columns - side / 2) / short, (rows - side / 2) / long
    apart = np.hypot(across, down)
    bent = np.hypot(across * 1.1, down + 0.35 + 0.12 * np.sin(3 * across))
    lines = np.clip(0.62 + 0.75 * np.sin(bent * 2 * math.pi * 7), 0, 1)
    print_ = np.where(apart < 1, lines * np.clip((1 - apart) * 6, 0, 1), 0)
    finger = Image.fromarray((print_ * 255).astype(np.uint8)).rotate(float(rng.normal(0, 25)), Image.Resampling.BICUBIC)
    _ink(sheet, finger, (x + sheet.em * 1.2, y), rng, 0.85)


def _place(sheet: Sheet, words: str) -> tuple[float, float] | None:
    """The middle of the last letter of these words where they stand last."""
    text = "".join(placed.char for placed in sheet.placed)
    at = text.rfind(words)
    if at < 0:
        return None
    last = sheet.placed[at + len(words) - 1]
    return last.x, last.y


def _ink(sheet: Sheet, shape: Image.Image, at: tuple[float, float], rng: np.random.Generator, full: float) -> None:
    """Red ink in this shape, patchy as a real one; black letters stay readable under it."""
    patches = Image.fromarray(rng.integers(120, 256, (max(2, shape.height // 9), max(2, shape.width // 9))).astype(np.uint8))
    patches = patches.resize(shape.size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(2))
    covered = ImageChops.multiply(shape, patches).point([round(value * full) for value in range(256)])
    left = round(min(max(at[0] - shape.width / 2, 0), sheet.image.width - shape.width))
    top = round(min(max(at[1] - shape.height / 2, 0), sheet.image.height - shape.height))
    under = sheet.image.crop((left, top, left + shape.width, top + shape.height))
    inked = ImageChops.multiply(under, Image.new("RGB", shape.size, RED))
    sheet.image.paste(inked, (left, top), covered)
