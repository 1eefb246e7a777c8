"""A slice of the printed pictures, read by the real engine: sums and names come out as they stand on the paper."""
from __future__ import annotations

import random

from bench.photo_scores import found
from bot.photos.engine import read_picture
from tests.photos.draw import draw
from tests.photos.pictures import Picture, read_pictures

SLICE, SEED = 6, 20261122
PRINTED = [one for one in read_pictures() if one.print_only and one.expect.sums and one.expect.names]


def lost(picture: Picture) -> list[str]:
    """The sums and names that are not in what was read."""
    values = [*picture.expect.sums, *picture.expect.names]
    right = found(read_picture(draw(picture)).text, values)
    return [value for value in values if value not in right]


def test_sums_and_names_of_printed_papers_come_out_right() -> None:
    assert not {one.name: missed for one in random.Random(SEED).sample(PRINTED, SLICE) if (missed := lost(one))}


def test_figures_of_neighbouring_cells_stay_apart() -> None:
    assert not lost(next(one for one in PRINTED if one.name == "payslip-table"))
