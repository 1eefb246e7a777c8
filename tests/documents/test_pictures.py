"""Each page of each paper looks as its kept picture (docs/papers)."""
from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from bot.documents import DOCUMENTS
from tests.documents.pictures import FOLDER, pictures


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_page_looks_as_its_kept_picture(document: str) -> None:
    pages = dict(pictures(document))
    assert {path.name for path in FOLDER.glob(f"{document}-[0-9]*.png")} == {path.name for path in pages}
    for path, data in pages.items():
        kept, made = (Image.open(source) for source in (path, io.BytesIO(data)))
        assert kept.size == made.size
        assert ImageChops.difference(kept, made).getbbox() is None, path.name


def test_a_changed_line_is_seen() -> None:
    (path, data), *_ = pictures("wage_iou")
    made = Image.open(io.BytesIO(data))
    made.paste(0, (100, 100, 101, 101))
    assert ImageChops.difference(Image.open(path), made).getbbox() is not None


def test_no_picture_is_kept_of_a_paper_that_is_gone() -> None:
    assert {path.stem.rsplit("-", 1)[0] for path in FOLDER.glob("*.png")} == set(DOCUMENTS)
