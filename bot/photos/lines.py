"""From the boxes of an OCR to lines in reading order. Pure: points in pixels, y downwards.

Boxes are turned back by their median angle, parted into papers where a wide gap runs from top to bottom, gathered into rows by
their heights, and joined from left to right. Two columns of one board share their rows and stay together.
"""
from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.photos.values import Line

Point = tuple[float, float]
#: whether something other than paper lies between two texts: (left, right, top, bottom) of the gap, in turned-back pixels
Between = Callable[[float, float, float, float], bool]
#: of the usual height of a line: a gap from here on may part two papers
PAPER_GAP = 2.0
#: of the height of a line: a gap from here on is written as a blank
BLANK_GAP = 0.7
#: the same between figures: those of two cells must not become one sum
FIGURES_GAP = 0.15
#: share of the rows of the smaller side that meet a row of the other: from here on they are columns of one paper
SAME_ROWS = 0.75
#: a side of fewer boxes than this is no paper
LEAST_BOXES = 3


@dataclass(frozen=True)
class Box:
    """A piece of text: four corners (top left first, clockwise as the text runs), what it says, how sure."""

    corners: tuple[Point, Point, Point, Point]
    text: str
    sure: float


@dataclass(frozen=True)
class _Flat:
    """A box turned back: its middle, half its width, its height."""

    x: float
    y: float
    half: float
    height: float
    box: Box

    @property
    def left(self) -> float:
        return self.x - self.half

    @property
    def right(self) -> float:
        return self.x + self.half


def angle_of(boxes: Sequence[Box]) -> float:
    """The median angle of the text in radians, each box counted by its width; 0.0 without boxes."""
    weighed = sorted((math.atan2(b.corners[1][1] - b.corners[0][1], b.corners[1][0] - b.corners[0][0]),
                      math.dist(b.corners[0], b.corners[1])) for b in boxes)
    half = sum(width for _, width in weighed) / 2
    for angle, width in weighed:
        half -= width
        if half <= 0:
            return angle
    return 0.0


def arrange(boxes: Sequence[Box], between: Between | None = None) -> tuple[tuple[Line, ...], int]:
    """The lines in reading order, one paper after the other from left to right, and how many papers there are."""
    angle = angle_of(boxes)
    papers = _papers([_flat(box, angle) for box in boxes if box.text.strip()], between)
    return tuple(_line(row) for paper in papers for row in _rows(paper)), len(papers)


def turn(point: Point, angle: float) -> Point:
    """A point turned about the corner of the picture by an angle in radians."""
    return (point[0] * math.cos(angle) - point[1] * math.sin(angle), point[0] * math.sin(angle) + point[1] * math.cos(angle))


def _flat(box: Box, angle: float) -> _Flat:
    x, y = turn((sum(p[0] for p in box.corners) / 4, sum(p[1] for p in box.corners) / 4), -angle)
    a, b, c, d = box.corners
    width, height = (math.dist(a, b) + math.dist(d, c)) / 2, (math.dist(a, d) + math.dist(b, c)) / 2
    return _Flat(x, y, width / 2, max(height, 1.0), box)


def _usual_height(boxes: Sequence[_Flat]) -> float:
    return sorted(box.height for box in boxes)[len(boxes) // 2]


def _papers(boxes: list[_Flat], between: Between | None) -> list[list[_Flat]]:
    """The boxes parted at every gap that divides two papers; [] without boxes."""
    if len(boxes) < 2 * LEAST_BOXES:
        return [boxes] if boxes else []
    ordered, reach = sorted(boxes, key=lambda box: box.left), -math.inf
    gaps: list[tuple[float, int]] = []
    for index, box in enumerate(ordered):
        if index and box.left - reach >= PAPER_GAP * _usual_height(boxes):
            gaps.append((box.left - reach, index))
        reach = max(reach, box.right)
    for _, index in sorted(gaps, reverse=True):
        left, right = ordered[:index], ordered[index:]
        if min(len(left), len(right)) >= LEAST_BOXES and _two_papers(left, right, between):
            return _papers(left, between) + _papers(right, between)
    return [boxes]


def _two_papers(left: list[_Flat], right: list[_Flat], between: Between | None) -> bool:
    """Rows that do not meet, or rows that do with something else than paper between the sides."""
    few, many = sorted((_rows(left), _rows(right)), key=len)
    heights = [sum(box.y for box in row) / len(row) for row in many]
    limit = 0.3 * _usual_height(left + right)
    met = sum(any(abs(sum(box.y for box in row) / len(row) - y) <= limit for y in heights) for row in few)
    if met < SAME_ROWS * len(few):
        return True
    edges = (max(box.right for box in left), min(box.left for box in right))
    ys = [box.y for box in left + right]
    return between is not None and between(*edges, min(ys), max(ys))


def _rows(boxes: list[_Flat]) -> list[list[_Flat]]:
    """Rows from top to bottom, each from left to right. A box joins the row whose box nearest to it stands at its height."""
    rows: list[list[_Flat]] = []
    for box in sorted(boxes, key=lambda one: one.y):
        fitting = [(distance, index) for index, row in enumerate(rows) if (distance := _fits(box, row)) is not None]
        if fitting:
            rows[min(fitting)[1]].append(box)
        else:
            rows.append([box])
    rows.sort(key=lambda row: sum(box.y for box in row) / len(row))
    return [sorted(row, key=lambda box: box.left) for row in rows]


def _fits(box: _Flat, row: list[_Flat]) -> float | None:
    """How far the heights differ when the box stands in this row; None when it does not, or stands over a box of it."""
    near = min(row, key=lambda one: max(one.left - box.right, box.left - one.right))
    distance = abs(near.y - box.y)
    over = min(near.right, box.right) - max(near.left, box.left)
    if distance > 0.5 * min(near.height, box.height) or over > min(near.half, box.half):
        return None
    return distance


def _in_figures(before: str, after: str) -> bool:
    """Whether figures stand on both sides of a gap."""
    return before[-1:].isdigit() and after[:1].isdigit()


def _line(row: list[_Flat]) -> Line:
    """The boxes of a row as one line; its sureness is the mean over its characters."""
    text = row[0].box.text.strip()
    for before, box in pairwise(row):
        gap = box.left - before.right
        height, after = min(before.height, box.height), box.box.text.strip()
        apart = gap > (FIGURES_GAP if _in_figures(text, after) else BLANK_GAP) * height
        text += (" " if apart else "") + after
    count = sum(len(one.box.text) for one in row)
    return Line(text, round(sum(one.box.sure * len(one.box.text) for one in row) / count, 4))
