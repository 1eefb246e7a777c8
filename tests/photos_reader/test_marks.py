"""Red marks: seen in any light, and not seen where there are none."""
from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from bot.photos.marks import find_marks
from bot.photos.values import Marks
from tests.photos_reader.drawing import FONT, RED, paper, with_finger, with_stamp

LIGHTS = {"day": (1, 1, 1), "dark": (0.3, 0.3, 0.3), "lamp": (1, 0.82, 0.6), "shade": (0.8, 0.9, 1)}


def in_light(image: Image.Image, light: str) -> Image.Image:
    return Image.fromarray((np.asarray(image, float) * np.array(LIGHTS[light])).clip(0, 255).astype("uint8"))


def ruled(image: Image.Image) -> Image.Image:
    for y in range(60, image.height, 60):
        ImageDraw.Draw(image).line((0, y, image.width, y), fill=(225, 120, 120), width=2)
    return image


def on_cloth(image: Image.Image) -> Image.Image:
    cloth = Image.new("RGB", (image.width + 400, image.height + 400), (150, 30, 35))
    cloth.paste(image, (200, 200))
    return cloth


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("ground", [lambda image: image, ruled, on_cloth], ids=["plain", "ruled", "cloth"])
def test_marks_are_seen_in_any_light_and_on_any_ground(light: str, ground) -> None:  # type: ignore[no-untyped-def]
    assert find_marks(in_light(ground(paper()), light)) == Marks()
    assert find_marks(in_light(ground(with_stamp(paper())), light)) == Marks(stamp=True)
    assert find_marks(in_light(ground(with_finger(paper())), light)) == Marks(fingerprint=True)


def test_red_words_are_no_marks() -> None:
    image = paper(())
    ImageDraw.Draw(image).text((100, 60), "贵州恒通劳务有限公司工资", font=ImageFont.truetype(FONT, 80), fill=RED)
    assert find_marks(image) == Marks()


def test_a_black_picture_has_no_marks() -> None:
    assert find_marks(Image.new("RGB", (300, 200))) == Marks()
