"""The kept pictures of the papers (docs/papers): `python -m tests.documents.pictures` writes them anew; look at each."""
from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from bot.documents.case import Case
from bot.documents.catalogue import CATALOGUE
from bot.documents.pdf_file import compile_pictures
from bot.documents.service import context
from bot.documents.words import words
from bot.settings import ROOT
from tests.documents.samples import EVIDENCE, PERSONAL, ROSTER, SAMPLE_ROSTERS, TODAY, sample

FOLDER = ROOT / "docs" / "papers"
PPI = 64


def pictures(document: str) -> Iterator[tuple[Path, bytes]]:
    """The place and the PNG (grey) of each page of a paper, of its sample case."""
    roster = ROSTER if document in SAMPLE_ROSTERS else ()
    case = Case(sample(document), PERSONAL, TODAY, words(), strict=CATALOGUE[document].strict, roster=roster)
    pages = compile_pictures(document, context(document, case, EVIDENCE), TODAY, PPI)
    for number, data in enumerate(pages, 1):
        yield FOLDER / f"{document}-{number}.png", _grey(data)


def _grey(data: bytes) -> bytes:
    made = io.BytesIO()
    Image.open(io.BytesIO(data)).convert("L").save(made, "PNG", optimize=True)
    return made.getvalue()


def main() -> None:
    """Write all, and delete what belongs to no page."""
    FOLDER.mkdir(exist_ok=True)
    kept = set()
    for document in CATALOGUE:
        for path, data in pictures(document):
            path.write_bytes(data)
            kept.add(path)
    for path in set(FOLDER.glob("*.png")) - kept:
        path.unlink()


if __name__ == "__main__":
    main()
