"""Draws the papers themselves, flat and clean: a sheet of words, a table, a card, a board, a chat on a screen."""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw

from tests.photos.lettering import INKS, Color, Letter, Placed, letters, width, wrap, write
from tests.photos.pictures import Paper

SHEETS: dict[str, Color] = {
    "white": (250, 249, 246), "yellow": (246, 236, 200), "lined": (249, 248, 242), "kraft": (214, 190, 150),
    "blue": (24, 72, 160), "app": (255, 255, 255), "chat": (237, 237, 237),
}
WIDE = {"note": 22, "table": 26, "board": 25, "card": 13, "chat": 21}


@dataclass
class Sheet:
    """A paper drawn flat. `placed`: where each letter stands, so that marks can be put beside words."""

    image: Image.Image
    em: float
    placed: list[Placed] = field(default_factory=list)


def draw_sheet(paper: Paper, room: tuple[int, int], rng: np.random.Generator) -> Sheet:
    """The paper as large as fits into `room` (width, height in pixels). Words that do not fit make the letters smaller."""
    most_wide, most_high = float(room[0]), float(room[1])
    em = most_wide / (paper.wide or WIDE[paper.style]) * (0.86 if paper.style in ("note", "board", "card") else 0.9)
    for _ in range(6):
        sheet, used = _drawn(paper, round(most_wide), em, rng)
        if used <= most_high:
            break
        em, most_wide = em * most_high / used * 0.98, most_wide * (1 if paper.style == "chat" else most_high / used * 0.98)
    high = {"chat": most_high, "card": max(used, most_wide * 0.62)}.get(paper.style, max(used, most_wide * 0.55))
    sheet.image = sheet.image.crop((0, 0, sheet.image.width, round(min(high, most_high))))
    if paper.style in ("card", "board"):
        _frame(sheet, paper)
    return sheet


def _drawn(paper: Paper, wide: int, em: float, rng: np.random.Generator) -> tuple[Sheet, float]:
    """The sheet drawn, longer than needed, and the height that its words use."""
    color = SHEETS["chat" if paper.style == "chat" and paper.sheet != "app" else paper.sheet]
    sheet = Sheet(Image.new("RGB", (wide, round(wide * 3.2)), color), em)
    if paper.sheet == "lined":
        _rule(sheet)
    if paper.style == "card":
        _portrait(sheet)
    layout = {"table": _table, "chat": _chat}.get(paper.style, _note)
    return sheet, layout(sheet, paper, rng)


def _ink(paper: Paper) -> Color:
    return (250, 250, 252) if paper.sheet == "blue" else INKS[paper.ink]


def _put(sheet: Sheet, paper: Paper, line: str, x: float, y: float, em: float, rng: np.random.Generator,
         ink: Color | None = None) -> None:
    sheet.placed += write(sheet.image, letters(line, paper.font), (x, y), em, ink or _ink(paper), rng)


def _note(sheet: Sheet, paper: Paper, rng: np.random.Generator) -> float:
    """Title, paragraphs, signatures at the right. Returns the height used."""
    em, wide = sheet.em, sheet.image.width
    side, gap = wide * 0.07, em * (1.75 if paper.style == "note" else 1.6)
    y = em * (2.2 if paper.style != "card" else 1.9)
    for line in paper.lines.strip().split("\n"):
        sign, words = (line[0], line[2:]) if line[:2] in ("# ", "> ") else ("", line)
        size = em * {"#": 1.45}.get(sign, 1.0)
        set_line = letters(words, paper.font)
        indent = em * 2 if paper.style == "note" and not sign and width(set_line, em) > wide - 2 * side else 0
        most = wide - 2 * side - (em * 3.6 if paper.style == "card" and sign != "#" else 0)
        for number, row in enumerate(_rows(set_line, size, most, indent)):
            start = {"#": (wide - width(row, size)) / 2, ">": wide - side - width(row, size)}.get(sign, side)
            left = max(side * 0.4, start + (indent if number == 0 else 0))
            sheet.placed += write(sheet.image, row, (left, y), size, _ink(paper), rng)
            y += gap * (1.2 if sign == "#" else 1.0)
    return y + em * 0.9


def _rows(line: list[Letter], em: float, most: float, indent: float) -> list[list[Letter]]:
    """The rows of a paragraph whose first row begins later."""
    if not indent:
        return wrap(line, em, most)
    first = wrap(line, em, most - indent)[0]
    return [first, *wrap(line[len(first):], em, most)]


def _table(sheet: Sheet, paper: Paper, rng: np.random.Generator) -> float:
    """Cells in a grid, other lines above and below it. Returns the height used."""
    em, wide = sheet.em, sheet.image.width
    draw = ImageDraw.Draw(sheet.image)
    lines = paper.lines.strip().split("\n")
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if "|" in line]
    longest = [max(width(letters(row[at], paper.font), em) for row in rows) + em for at in range(len(rows[0]))]
    scale = min(1.0, wide * 0.92 / sum(longest))
    size, columns = em * scale, [length * max(scale, wide * 0.92 / sum(longest)) for length in longest]
    y, side, height = em * 1.8, wide * 0.04, size * 2.0
    for line in lines:
        if "|" not in line:
            title = line.startswith("# ")
            words, large = line.removeprefix("# "), em * (1.35 if title else 0.95)
            start = (wide - width(letters(words, paper.font), large)) / 2 if title else side
            _put(sheet, paper, words, start, y, large, rng)
            y += em * (2.4 if title else 1.9)
            continue
        x = side
        for cell, column in zip(line.split("|"), columns, strict=True):
            draw.rectangle((x, y - height / 2, x + column, y + height / 2), outline=(60, 60, 60), width=max(1, round(em * 0.05)))
            words = cell.strip()
            _put(sheet, paper, words, x + (column - width(letters(words, paper.font), size)) / 2, y, size, rng)
            x += column
        y += height if "|" in lines[min(lines.index(line) + 1, len(lines) - 1)] else height + em * 0.5
    return y + em * 0.6


def _chat(sheet: Sheet, paper: Paper, rng: np.random.Generator) -> float:
    """A phone's screen: bubbles of two sides, or the plain lines of an app. Returns the height used."""
    em, wide = sheet.em, sheet.image.width
    draw = ImageDraw.Draw(sheet.image)
    draw.rectangle((0, 0, wide, em * 3.2), fill=(237, 237, 237))
    is_app = paper.sheet == "app"
    y = em * 2.0
    for number, line in enumerate(paper.lines.strip().split("\n")):
        sign, words = (line[0], line[2:]) if line[:2] in ("# ", "> ") else ("", line)
        if sign == "#":
            size = em * (1.15 if number == 0 or is_app else 0.75)
            ink = (20, 20, 20) if number == 0 or is_app else (140, 140, 140)
            _put(sheet, paper, words, (wide - width(letters(words, paper.font), size)) / 2, y, size, rng, ink)
            y += em * 2.7
        elif is_app:
            _put(sheet, paper, words, em * 1.1, y, em * 0.95, rng, (40, 40, 40))
            draw.line((em, y + em * 1.2, wide - em, y + em * 1.2), fill=(228, 228, 228), width=2)
            y += em * 2.4
        else:
            y = _bubble(sheet, paper, words, y, sign == ">", rng)
    return y


def _bubble(sheet: Sheet, paper: Paper, words: str, y: float, own: bool, rng: np.random.Generator) -> float:
    """One bubble with its portrait; returns where the next one begins."""
    em, wide = sheet.em, sheet.image.width
    draw = ImageDraw.Draw(sheet.image)
    rows = wrap(letters(words, paper.font), em, wide - em * 7.4)
    across = max(width(row, em) for row in rows)
    left = wide - em * 3.7 - across if own else em * 3.7
    draw.rounded_rectangle((left - em * 0.6, y - em, left + across + em * 0.6, y + em * (1.45 * len(rows) - 0.35)), em * 0.35,
                           fill=(149, 236, 105) if own else (255, 255, 255))
    face = wide - em * 2.6 if own else em * 0.6
    draw.rounded_rectangle((face, y - em, face + em * 2, y + em), em * 0.3, fill=(94, 130, 170) if own else (180, 120, 90))
    draw.ellipse((face + em * 0.6, y - em * 0.7, face + em * 1.4, y + em * 0.1), fill=(240, 214, 190))
    for row in rows:
        sheet.placed += write(sheet.image, row, (left, y), em, (25, 25, 25), rng)
        y += em * 1.45
    return y + em * 1.35


def _rule(sheet: Sheet) -> None:
    """The lines of writing paper, where the words of a sheet stand."""
    draw = ImageDraw.Draw(sheet.image)
    for number in range(1, 60):
        y = sheet.em * (1.2 + 1.75 * number)
        draw.line((0, y, sheet.image.width, y), fill=(196, 208, 222), width=max(1, round(sheet.em * 0.04)))


def _portrait(sheet: Sheet) -> None:
    """The photo on a card."""
    em, wide = sheet.em, sheet.image.width
    draw = ImageDraw.Draw(sheet.image)
    left, top = wide - em * 3.5, em * 3.3
    draw.rectangle((left, top, left + em * 2.7, top + em * 3.5), fill=(120, 160, 210))
    draw.ellipse((left + em * 0.7, top + em * 0.5, left + em * 2.0, top + em * 2.0), fill=(232, 200, 172))
    draw.pieslice((left + em * 0.2, top + em * 1.9, left + em * 2.5, top + em * 5.1), 180, 360, fill=(50, 60, 80))


def _frame(sheet: Sheet, paper: Paper) -> None:
    """The edge of a card or a board."""
    em = sheet.em
    edge = (200, 205, 212) if paper.sheet == "blue" else (40, 90, 150)
    edges = (0, 0, sheet.image.width - 1, sheet.image.height - 1)
    ImageDraw.Draw(sheet.image).rectangle(edges, outline=edge, width=max(2, round(em * 0.22)))
