"""What lies behind a paper: a table, concrete, cloth, a wall; and pictures that show no paper at all."""
from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Pixels = NDArray[np.uint8]
COLORS = {"wood": (146, 104, 66), "stone": (150, 148, 144), "cloth": (86, 96, 118), "wall": (196, 190, 178),
          "desk": (206, 204, 198), "red": (168, 34, 36)}


def ground(kind: str, size: tuple[int, int], rng: np.random.Generator) -> Pixels:
    """A ground of `size` (width, height): its colour with grain of that kind. RGB."""
    wide, high = size
    grain = {"wood": (14, wide // 4), "stone": (8, 8), "cloth": (5, 5), "wall": (30, 30), "desk": (4, 9), "red": (6, 6)}[kind]
    fine = _cloud((high // grain[0], wide // grain[1]), size, rng)
    coarse = _cloud((5, 5), size, rng)
    strength = {"wood": 22, "stone": 22, "cloth": 26, "wall": 12, "desk": 5, "red": 12}[kind]
    light = fine * strength + coarse * 14
    color = np.array(COLORS[kind], np.float32)
    return np.asarray(np.clip(color[None, None, :] + light[..., None], 0, 255), np.uint8)


def _cloud(cells: tuple[int, int], size: tuple[int, int], rng: np.random.Generator) -> NDArray[np.float32]:
    small = rng.standard_normal((max(2, cells[0]), max(2, cells[1]))).astype(np.float32)
    return np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_CUBIC), np.float32)


def scene(kind: str, size: tuple[int, int], rng: np.random.Generator) -> Pixels:
    """A picture without any paper: wall, plate or site. RGB."""
    image = Image.fromarray(ground("wall" if kind == "wall" else "wood", size, rng))
    {"wall": _bricks, "plate": _plate, "site": _site}[kind](ImageDraw.Draw(image), size, rng)
    return np.asarray(image.copy())


def _bricks(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator) -> None:
    wide, high = size[0] / 9, size[1] / 24
    for row in range(25):
        for column in range(-1, 10):
            left, top = (column + 0.5 * (row % 2)) * wide, row * high
            tone = int(rng.integers(-22, 22))
            draw.rectangle((left + 4, top + 4, left + wide - 4, top + high - 4), fill=(164 + tone, 96 + tone, 74 + tone))


def _plate(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator) -> None:
    x, y, radius = size[0] / 2, size[1] / 2, min(size) * 0.38
    for part, fill in ((1.0, (236, 236, 232)), (0.78, (222, 222, 218)), (0.74, (242, 242, 238))):
        draw.ellipse((x - radius * part, y - radius * part, x + radius * part, y + radius * part), fill=fill)
    foods = [(206, 60, 40), (70, 130, 50), (228, 190, 90), (150, 90, 50), (245, 240, 225)]
    for _ in range(140):
        angle, far, piece = rng.uniform(0, 6.28), radius * 0.6 * rng.uniform(0, 1) ** 0.5, radius * rng.uniform(0.04, 0.13)
        left, top = x + far * np.cos(angle), y + far * np.sin(angle)
        draw.ellipse((left - piece, top - piece * 0.6, left + piece, top + piece * 0.6), fill=foods[rng.integers(5)])


def _site(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator) -> None:
    wide, high = size
    for y in range(0, int(high * 0.75), 4):
        draw.rectangle((0, y, wide, y + 4), fill=(150 + y * 60 // high, 186 + y * 40 // high, 226))
    draw.rectangle((0, high * 0.75, wide, high), fill=(150, 128, 100))
    for left in (0.08, 0.36, 0.7):
        top = float(rng.uniform(0.25, 0.4))
        draw.rectangle((wide * left, high * top, wide * (left + 0.2), high * 0.78), fill=(142, 140, 136))
        for floor in range(9):
            for room in range(5):
                corner = (wide * (left + 0.015 + room * 0.036), high * (top + 0.03 + floor * 0.042))
                draw.rectangle((*corner, corner[0] + wide * 0.02, corner[1] + high * 0.024), fill=(56, 60, 66))
    thick = max(3, wide // 160)
    draw.line((wide * 0.6, high * 0.8, wide * 0.6, high * 0.08), fill=(220, 170, 30), width=thick * 2)
    draw.line((wide * 0.35, high * 0.12, wide * 0.97, high * 0.12), fill=(220, 170, 30), width=thick)
    draw.line((wide * 0.85, high * 0.12, wide * 0.85, high * 0.4), fill=(40, 40, 40), width=max(1, thick // 3))
