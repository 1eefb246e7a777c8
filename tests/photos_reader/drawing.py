"""Papers drawn for the tests of the photo reader."""
from __future__ import annotations

import io
import math
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from bot.settings import ROOT

FONT = str(ROOT / "content" / "fonts" / "NotoSansSC-Regular.ttf")
IOU = ("工资欠条", "今欠张小军2026年3月1日至5月31日在花果园",
       "二期项目做木工的劳动报酬12000元。", "欠款人：陈志明", "2026年10月8日")
RED = (205, 40, 45)


def paper(lines: Sequence[str] = IOU, size: tuple[int, int] = (1280, 960), letter: int = 40) -> Image.Image:
    """A white-ish paper with lines of print."""
    image = Image.new("RGB", size, (235, 232, 225))
    pen, font = ImageDraw.Draw(image), ImageFont.truetype(FONT, letter)
    for index, line in enumerate(lines):
        pen.text((size[0] // 16, size[1] // 12 + index * 2 * letter), line, font=font, fill=(30, 30, 35))
    return image


def with_finger(image: Image.Image, x: int = 500, y: int = 640, half: int = 40) -> Image.Image:
    """A red fingerprint on it."""
    pen = ImageDraw.Draw(image)
    pen.ellipse((x - half, y - half * 1.3, x + half, y + half * 1.3), fill=(200, 60, 55))
    for ring in range(3, half, 6):
        pen.ellipse((x - ring, y - ring * 1.3, x + ring, y + ring * 1.3), outline=(225, 150, 145), width=2)
    return image


def with_stamp(image: Image.Image, x: int = 900, y: int = 650, half: int = 130) -> Image.Image:
    """A company's round red stamp on it: a ring, signs around, a star."""
    pen, font = ImageDraw.Draw(image), ImageFont.truetype(FONT, half // 3)
    pen.ellipse((x - half, y - half, x + half, y + half), outline=RED, width=max(3, half // 14))
    for index, sign in enumerate("恒通劳务有限公司"):
        angle = math.radians(190 + index * 160 / 7)
        pen.text((x + math.cos(angle) * half * 0.72, y + math.sin(angle) * half * 0.72), sign, font=font, fill=RED, anchor="mm")
    points = [(half * (0.33, 0.13)[i % 2], i * math.pi / 5) for i in range(10)]
    star = [(x + radius * math.sin(angle), y - radius * math.cos(angle)) for radius, angle in points]
    pen.polygon(star, fill=RED)
    return image


def as_bytes(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    image.save(out, form, **options)  # type: ignore[arg-type]
    return out.getvalue()
