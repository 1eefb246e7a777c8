"""The OCR: upright, turned, two papers, no paper."""
from __future__ import annotations

import pytest
from PIL import Image

from bot.photos.engine import read_image, read_picture
from tests.photos_reader.drawing import IOU, as_bytes, paper


@pytest.mark.parametrize("degrees", [0, 90, 180, 270, 3])
def test_a_paper_is_read_whichever_way_up_it_lies(degrees: int) -> None:
    reading = read_image(paper().rotate(degrees, expand=True, fillcolor=(110, 90, 70)))
    assert reading.text.split("\n") == list(IOU) and reading.papers == 1 and reading.sure > 0.9


def test_two_papers_side_by_side_are_not_mixed() -> None:
    table = Image.new("RGB", (1280, 700), (110, 80, 60))
    for x, title in ((15, "工资欠条"), (655, "收条")):
        table.paste(paper([title, *IOU[1:]], (600, 640), 24), (x, 30))
    reading = read_picture(as_bytes(table))
    assert reading.papers == 2 and reading.text.split("\n") == [*IOU, "收条", *IOU[1:]]


def test_what_is_no_paper_gives_no_text() -> None:
    reading = read_image(Image.new("RGB", (800, 600), (90, 120, 90)))
    assert (reading.text, reading.papers, reading.sure) == ("", 0, 0.0)
