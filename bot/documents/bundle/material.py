"""Each piece as pages on disk, one after the other, so that no more than one original is in memory."""
from __future__ import annotations

import math
import time
from pathlib import Path

from bot.documents.bundle.parts import Bundle, Material, Original, Page, Unreadable
from bot.documents.bundle.pictures import write_pages
from bot.documents.bundle.press import COUNT_SECONDS, count_pages
from bot.photos.values import PhotoProblem

MOST_PAGES = 400
MOST_OF_A_FILE = 60
MOST_BYTES = 80 * 1024 * 1024


def prepare_all(bundle: Bundle, folder: Path, until: float = math.inf) -> list[Material]:
    """The material of each piece, in order. A piece for which there is no room any more, or no time (`until`, by the
    monotonic clock), is a sheet that says so."""
    pages, size, made = 0, 0, []
    for number, item in enumerate(bundle.items, 1):
        left = len(bundle.items) - number  # every piece after this one has a sheet at least
        material = _prepare(bundle, item, folder, f"p{number}", until)
        if pages + len(material.pages) + left > max(MOST_PAGES, len(bundle.items)) or size + material.size > MOST_BYTES:
            _drop(material, folder)
            material = Material((Page(why="full"),))
        pages, size = pages + len(material.pages), size + material.size
        made.append(material)
    return made


def _prepare(bundle: Bundle, item: Original, folder: Path, stem: str, until: float) -> Material:
    if not item.mime.startswith("image/") and item.mime != "application/pdf":
        return Material((Page(why=family(item.mime)),))
    if time.monotonic() >= until:
        return Material((Page(why="late"),))
    try:
        with bundle.original(item) as file:
            data = file.read()
    except Unreadable:
        return Material((Page(why="unreadable"),))
    return _pdf(data, folder, stem, until) if item.mime == "application/pdf" else _photo(data, folder, stem)


def _photo(data: bytes, folder: Path, stem: str) -> Material:
    try:
        paths, whole = write_pages(data, folder, stem)
    except PhotoProblem as problem:
        return Material((Page(why="large" if problem.reason == "too_large" else "broken"),))
    pages = [Page(path.name) for path in paths] + ([] if whole else [Page(why="tall")])
    return Material(tuple(pages), sum(path.stat().st_size for path in paths))


def _pdf(data: bytes, folder: Path, stem: str, until: float) -> Material:
    path = folder / f"{stem}.pdf"
    path.write_bytes(data)
    count = count_pages(path, MOST_OF_A_FILE + 1, max(0.0, min(COUNT_SECONDS, until - time.monotonic())))
    if not count:
        path.unlink()
        path.with_suffix(".count.typ").unlink(missing_ok=True)
        return Material((Page(why="late" if count is None else "broken"),))
    pages = [Page(path.name, page) for page in range(1, min(count, MOST_OF_A_FILE) + 1)]
    return Material(tuple(pages) + ((Page(why="long"),) if count > MOST_OF_A_FILE else ()), len(data))


def _drop(material: Material, folder: Path) -> None:
    for name in {page.file for page in material.pages if page.file}:
        (folder / name).unlink(missing_ok=True)


def family(mime: str) -> str:
    """audio, video, word, excel or other: what cannot be printed, and how to hear or open it."""
    top = mime.partition("/")[0]
    if top in ("audio", "video"):
        return top
    return "word" if "wordprocessing" in mime else "excel" if "spreadsheet" in mime or mime == "text/csv" else "other"
