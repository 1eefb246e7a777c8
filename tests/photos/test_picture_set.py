"""The pictures of papers.yml: what is described is on the paper, every one is drawn, and always the same."""
from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from bench.photo_scores import holds
from bot.chinese.iou.elements import NAMES
from bot.content import load
from tests.photos.draw import draw
from tests.photos.lettering import FILES, letters
from tests.photos.pictures import Picture, read_pictures
from tests.photos.subset import needed

PICTURES = read_pictures()
HOW = ("turn", "tilt", "perspective", "shadow", "dark", "crease")
LARGEST_FONT = 300 * 1024
named = pytest.mark.parametrize("picture", PICTURES, ids=lambda one: one.name)


@named
def test_what_must_be_read_stands_on_the_paper(picture: Picture) -> None:
    text = "\n".join(picture.texts)
    expect = picture.expect
    lost = [value for value in (*expect.sums, *expect.names, *expect.phones, *expect.dates) if not holds(text, value)]
    assert not lost


@named
def test_the_words_of_a_picture_are_known(picture: Picture) -> None:
    expect, kinds = picture.expect, {entry["kind"] for entry in load().evidence.values() if "kind" in entry}
    assert set(expect.kinds) <= kinds | {"none"}
    if expect.lacks is None:
        assert not expect.owes and not expect.by
    else:
        assert expect.lacks <= set(NAMES) and expect.by in ("person", "company")
        assert expect.traps <= set(load().evidence["iou_check"]["traps"])
        assert {name for name, value in expect.owes if value is None} == expect.lacks & {name for name, _ in expect.owes}
        assert ("stamp" in expect.lacks) != bool(picture.papers[0].stamp)
        assert ("fingerprint" in expect.lacks) != bool(picture.papers[0].fingerprint)


def smaller(picture: Picture) -> Picture:
    """A large photo in a third of its size, which takes a tenth of the time; others as they are."""
    wide, high = picture.photo.size
    small = picture.photo if wide * high < 4e6 else replace(picture.photo, size=(wide // 3, high // 3))
    return replace(picture, photo=small)


def test_a_large_photo_has_twelve_megapixels() -> None:
    large = next(picture for picture in PICTURES if picture.photo.size[0] * picture.photo.size[1] > 12e6)
    with Image.open(io.BytesIO(draw(large))) as image:
        assert image.size == large.photo.size


@pytest.mark.parametrize("picture", [smaller(picture) for picture in PICTURES], ids=lambda one: one.name)
def test_every_picture_is_drawn_and_opens_in_its_size(picture: Picture) -> None:
    with Image.open(io.BytesIO(draw(picture))) as image:
        turned = picture.photo.turn in (90, 270) or picture.photo.exif == 6
        assert image.format == "JPEG" and image.size == (picture.photo.size[::-1] if turned else picture.photo.size)
        tones = np.asarray(image.convert("L").reduce(4))
    assert tones.std() > (0.2 if "none" in picture.expect.kinds else 5)


@pytest.mark.parametrize("picture", [smaller(picture) for picture in PICTURES[::9]], ids=lambda one: one.name)
def test_a_picture_is_the_same_at_every_run(picture: Picture) -> None:
    assert draw(picture) == draw(picture)


def test_the_set_is_large_and_holds_every_way_of_taking_a_photo() -> None:
    names = [picture.name for picture in PICTURES]
    assert len(names) == len(set(names)) >= 44
    ways = {way for picture in PICTURES for way in HOW if getattr(picture.photo, way)}
    assert ways == set(HOW)
    sizes = [wide * high for wide, high in (picture.photo.size for picture in PICTURES)]
    assert sum(size > 12e6 for size in sizes) >= 3 and any(len(picture.papers) == 2 for picture in PICTURES)
    assert sum(not picture.print_only for picture in PICTURES) >= 7
    assert sum("none" in picture.expect.kinds for picture in PICTURES) >= 3
    assert {trap for picture in PICTURES for trap in picture.expect.traps} >= {
        "ambiguous_hai", "loan_wording", "project_money_wording", "sums_differ", "blank_space", "no_date", "pay_condition"}


@pytest.mark.parametrize("font", sorted(FILES))
def test_every_letter_of_the_papers_has_a_shape_in_its_font(font: str) -> None:
    from fontTools.ttLib import TTFont

    shapes = {chr(code) for code in TTFont(FILES[font]).getBestCmap()}
    assert needed(font) and not needed(font) - shapes


def test_the_fonts_kept_for_the_pictures_are_small_and_stand_beside_their_licence() -> None:
    for path in {path for path in FILES.values() if path.parent.parent.name == "photos"}:
        assert path.stat().st_size < LARGEST_FONT
        assert "SIL OPEN FONT LICENSE" in path.with_suffix(".OFL.txt").read_text(encoding="utf-8")


def test_words_in_braces_are_filled_in_by_hand_and_the_signs_are_not_written() -> None:
    assert [(letter.char, letter.font) for letter in letters("欠{王}元", "song")] == [
        ("欠", "song"), ("王", "longcang"), ("元", "song")]
    form = next(picture for picture in PICTURES if picture.name == "iou-form-filled-by-hand")
    assert not form.print_only and "{" not in form.texts[0] and not form.texts[0].startswith("#")
