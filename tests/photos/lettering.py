"""Letters on a sheet: printed ones in line, ones like handwriting that dance a little; where each letter stands is kept."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from bot.settings import ROOT
from tests.photos.pictures import BY_HAND

FONTS = Path(__file__).parent / "fonts"
FILES = {
    "sans": ROOT / "content" / "fonts" / "NotoSansSC-Regular.ttf",
    "song": FONTS / "song.ttf",
    "mashan": FONTS / "mashan.ttf",
    "longcang": FONTS / "longcang.ttf",
}
FILLED_BY = "longcang"  # the hand that fills in printed forms
LARGER = {"mashan": 1.12, "longcang": 1.3}  # these fonts draw small in their square
Color = tuple[int, int, int]
INKS: dict[str, Color] = {"black": (38, 36, 40), "blue": (28, 44, 120)}


@dataclass(frozen=True)
class Letter:
    """One letter to be set: what, in which font."""

    char: str
    font: str


@dataclass(frozen=True)
class Placed:
    """One letter as it stands: its middle and the size of its square, in pixels."""

    char: str
    x: float
    y: float
    em: float


def letters(line: str, font: str) -> list[Letter]:
    """The letters of a line; those in {…} are filled in by hand."""
    found, hand = [], False
    for char in line:
        if char in "{}":
            hand = char == "{"
        else:
            found.append(Letter(char, FILLED_BY if hand else font))
    return found


@cache
def type_of(name: str, size: int) -> ImageFont.FreeTypeFont:
    """The font of this name in this size (pixels)."""
    return ImageFont.truetype(str(FILES[name]), size)


def _real(name: str, em: float) -> ImageFont.FreeTypeFont:
    return type_of(name, max(8, round(em * LARGER.get(name, 1.0))))


def advance(letter: Letter, em: float) -> float:
    """How far the pen moves, in pixels."""
    if letter.char == "\u3000":
        return em
    closer = (1.1 if letter.char.isdigit() else 0.9) if letter.font in BY_HAND else 1.0
    return _real(letter.font, em).getlength(letter.char) * closer


def width(line: list[Letter], em: float) -> float:
    """The length of a line in pixels."""
    return sum(advance(letter, em) for letter in line)


def wrap(line: list[Letter], em: float, most: float) -> list[list[Letter]]:
    """The line cut into lines of `most` pixels; punctuation does not begin a line."""
    rows: list[list[Letter]] = [[]]
    used = 0.0
    for letter in line:
        step = advance(letter, em)
        if used + step > most and letter.char not in "，。；：、）" and rows[-1]:
            rows.append([])
            used = 0.0
        rows[-1].append(letter)
        used += step
    return rows


def write(image: Image.Image, line: list[Letter], at: tuple[float, float], em: float, ink: Color,
          rng: np.random.Generator) -> list[Placed]:
    """Set a line; `at` is the left end of the middle of its height. Returns where the letters stand."""
    draw = ImageDraw.Draw(image)
    x, y = at
    placed = []
    drift = float(rng.normal(0, 0.006))
    for letter in line:
        step = advance(letter, em)
        if letter.font in BY_HAND and letter.char != "_":
            _by_hand(image, letter, (x + step / 2, y + drift * (x - at[0])), em, ink, rng)
        else:
            draw.text((x, y), letter.char, font=_real(letter.font, em), fill=ink, anchor="lm")
        placed.append(Placed(letter.char, x + step / 2, y, em))
        x += step
    return placed


def _by_hand(image: Image.Image, letter: Letter, middle: tuple[float, float], em: float, ink: Color,
             rng: np.random.Generator) -> None:
    """One letter on a tile of its own: turned, moved and sized by chance, the ink now fuller, now thinner."""
    size = em * float(rng.normal(1.0, 0.05))
    tile = Image.new("L", (round(em * 2), round(em * 2)), 0)
    ImageDraw.Draw(tile).text((em, em), letter.char, font=_real(letter.font, size), fill=int(rng.integers(205, 256)), anchor="mm")
    tile = tile.rotate(float(rng.normal(0, 3)), Image.Resampling.BICUBIC)
    x, y = (round(value - em + float(rng.normal(0, 0.03 * em))) for value in middle)
    image.paste(ink, (x, y), tile)
