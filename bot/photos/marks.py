"""Red marks on a paper, by OpenCV: a company's stamp (large, a ring with signs in it) and a fingerprint (small, filled).

The paper's own colour is taken as white, so that lamps and dusk do not matter. What hangs together with the picture's edge (a red
table cloth) and long thin lines (ruled paper) are taken away first; words in red stand in a row of like pieces and are no marks.
"""
from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.photos.values import Marks

if TYPE_CHECKING:
    import numpy as np
    from PIL import Image

SIDE = 640
#: widths as a share of the paper's width
STAMP = (0.10, 0.6)
FINGER = (0.02, 0.15)
#: how much of its outline a fingerprint fills at least, and a stamp at most
FILLED = 0.55
#: share of the directions in which a stamp shows a rim
RIM = 0.7


@dataclass(frozen=True)
class Blob:
    """A red piece: middle and half axes in pixels, share of its ellipse that is red, of directions with a rim, of its inside."""

    x: float
    y: float
    wide: float
    high: float
    filled: float
    rim: float
    inner: float


def find_marks(image: Image.Image) -> Marks:
    """Which red marks an RGB picture shows; none when it shows no red piece of their shape and size."""
    import numpy as np

    small = image.convert("RGB")
    small.thumbnail((SIDE, SIDE))
    points = np.asarray(small, dtype=np.float32)
    white = _white(points)
    if white is None:
        return Marks()
    even = points / white
    paper = _paper_width(even)
    blobs = _blobs(_without_lines_and_cloth(_red(even)))
    stamps = [blob for blob in blobs if _is_stamp(blob, paper) and not _in_a_row(blob, blobs)]
    rest = [blob for blob in blobs if not any(_within(blob, one) for one in stamps)]
    return Marks(bool(stamps), any(_is_finger(blob, paper) and not _in_a_row(blob, rest) for blob in rest))


def _white(points: np.ndarray[Any, Any]) -> np.ndarray[Any, Any] | None:
    """The colour of the paper: the brighter half of the least red third. None for a picture without light."""
    import numpy as np

    redness = (points[..., 0] - points[..., 1:].mean(axis=2)) / (points.max(axis=2) + 8)
    calm = points[redness <= np.quantile(redness, 0.34)]
    light = calm.sum(axis=1)
    white: np.ndarray[Any, Any] = np.median(calm[light >= np.median(light)], axis=0)
    return white if white.max() > 12 else None


def _paper_width(even: np.ndarray[Any, Any]) -> float:
    """The width of the paper in pixels: from the first to the last column that is white over a third of its height."""
    import numpy as np

    white = (even.min(axis=2) > 0.75) & (even.max(axis=2) < 1.35)
    columns = np.flatnonzero(white.mean(axis=0) > 0.33)
    return float(columns[-1] - columns[0] + 1) if len(columns) else float(even.shape[1])


def _red(even: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """1 where a point is clearly red beside the paper, 0 elsewhere; skin and wood are orange, and no red."""
    import numpy as np

    red, most, least = even[..., 0], even[..., 1:].max(axis=2), even[..., 1:].min(axis=2)
    clear = (red > 0.3) & (red - most > 0.11) & (red > 1.2 * most)
    mask: np.ndarray[Any, Any] = (clear & (red - most > 0.75 * (red - least))).astype(np.uint8)
    return mask


def _without_lines_and_cloth(mask: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The mask without straight lines as long as an eighth of the picture and without large pieces that reach its edge."""
    import cv2
    import numpy as np

    long = SIDE // 8
    near = cv2.dilate(mask, np.ones((3, 3), np.uint8))
    lines = np.zeros_like(mask)
    for degrees in (*range(-8, 9, 2), *range(82, 99, 2)):
        run = np.zeros((long, long), np.uint8)
        dx, dy = math.cos(math.radians(degrees)) * long / 2, math.sin(math.radians(degrees)) * long / 2
        cv2.line(run, (round(long / 2 - dx), round(long / 2 - dy)), (round(long / 2 + dx), round(long / 2 + dy)), (1,))
        lines |= cv2.morphologyEx(near, cv2.MORPH_OPEN, run)
    thick = cv2.dilate(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((7, 7), np.uint8)), np.ones((3, 3), np.uint8))
    mask = mask & ~(lines & ~thick & 1)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    for label in range(1, count):
        x, y, wide, high, area = stats[label]
        at_edge = x == 0 or y == 0 or x + wide == mask.shape[1] or y + high == mask.shape[0]
        if at_edge and (area > 0.01 * mask.size or max(wide, high) > 0.3 * SIDE):
            mask[labels == label] = 0
    return mask


def _blobs(mask: np.ndarray[Any, Any]) -> list[Blob]:
    """The pieces that are left, near ones taken together."""
    import cv2
    import numpy as np

    closed = cv2.morphologyEx(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)), cv2.MORPH_CLOSE,
                              cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9)))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    return [_blob(mask, labels == label, *(int(value) for value in stats[label][:4]))
            for label in range(1, count) if min(stats[label][2:4]) >= 6]


def _blob(mask: np.ndarray[Any, Any], own: np.ndarray[Any, Any], x: int, y: int, wide: int, high: int) -> Blob:
    import numpy as np

    red = (mask[y:y + high, x:x + wide] == 1) & own[y:y + high, x:x + wide]
    ys, xs = np.mgrid[0:high, 0:wide]
    across, down = (xs + 0.5 - wide / 2) / (wide / 2), (ys + 0.5 - high / 2) / (high / 2)
    radius = np.hypot(across, down)
    sector = ((np.arctan2(down, across) + np.pi) / (2 * np.pi) * 36).astype(int) % 36
    rim = len(np.unique(sector[red & (radius > 0.78) & (radius < 1.12)])) / 36
    filled, inner = float(red[radius <= 1].mean()), float(mask[y:y + high, x:x + wide][radius < 0.7].mean())
    return Blob(x + wide / 2, y + high / 2, wide / 2, high / 2, filled, rim, inner)


def _is_stamp(blob: Blob, paper: float) -> bool:
    size = 2 * max(blob.wide, blob.high) / paper
    round_ = 0.6 < blob.wide / blob.high < 1.7
    return round_ and STAMP[0] <= size <= STAMP[1] and blob.rim >= RIM and blob.inner >= 0.06 and blob.filled <= FILLED + 0.2


def _is_finger(blob: Blob, paper: float) -> bool:
    size = 2 * max(blob.wide, blob.high) / paper
    round_ = 0.45 < blob.wide / blob.high < 2.2
    return round_ and FINGER[0] <= size <= FINGER[1] and blob.filled >= FILLED


def _in_a_row(blob: Blob, blobs: list[Blob]) -> bool:
    """Whether two others of its height stand beside it: red words."""
    like = [one for one in blobs if abs(one.y - blob.y) < blob.high and 0.6 < one.high / blob.high < 1.7]
    return len(like) >= 3


def _within(blob: Blob, stamp: Blob) -> bool:
    """Whether it is a piece of a stamp, as its star."""
    return math.hypot((blob.x - stamp.x) / stamp.wide, (blob.y - stamp.y) / stamp.high) < 0.8
