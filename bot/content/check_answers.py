"""Checks of content/answers/*.yml: form, length, numbers, phones."""
from __future__ import annotations

import re
from typing import Any

from bot.content.check_uses import check_ids, stray_numbers
from bot.content.marks import Marked
from bot.content.numbers import find_quantities
from bot.content.types import NEEDS, ROUTES

FIELDS = ("need", "title", "door", "short", "paragraphs", "today", "second", "next", "phones")
TITLE, SENTENCE, SECOND, WHOLE = 10, 60, 60, 220
PHONE_AREAS = ("hotlines", "crisis")
SENTENCES = re.compile(r"[^。！？]+[。！？]?")

Laws = dict[str, dict[str, Any]]


def check_answers(files: dict[str, Marked], laws: Laws) -> None:
    """One sound file for each need; problems go into the files."""
    for need, file in files.items():
        if isinstance(file.data, dict):
            _answer(need, file, laws)
        elif not file.problems:
            file.error("the file is empty")
    first = next(iter(files.values()), None)
    for need in NEEDS:
        if first is not None and need not in files:
            first.error(f"there is no answers/{need}.yml")


def _answer(need: str, file: Marked, laws: Laws) -> None:
    data = file.data
    missing = [name for name in FIELDS if name not in data]
    for name in missing:
        file.error(f"{name} is missing")
    for name in sorted(set(data) - set(FIELDS)):
        file.error(f"no such field: {name}", name)
    if need not in NEEDS or data.get("need") != need:
        file.error(f"need must be the file's name and one of the {len(NEEDS)} needs", "need")
    if missing:
        return
    if data["door"] not in ("", *ROUTES):
        file.error(f"door must be a route or empty, not {data['door']}", "door")
    if not 2 <= len(data["title"]) <= TITLE:
        file.error(f"title must have 2 to {TITLE} characters", "title")
    if not 2 <= len(data["paragraphs"]) <= 4:
        file.error("2 to 4 paragraphs", "paragraphs")
    if not 2 <= len(data["next"]) <= 3 or any(len(words) > TITLE for words in data["next"]):
        file.error(f"2 or 3 next buttons of at most {TITLE} characters", "next")
    cited = _texts(file, laws)
    _phones(file, laws, cited)


def _texts(file: Marked, laws: Laws) -> set[str]:
    """Check each text against its facts; gives back all ids that the answer cites."""
    data = file.data
    places: list[tuple[Any, ...]] = [("short",), ("today",), ("second",)]
    places += [("paragraphs", number) for number in range(len(data["paragraphs"]))]
    cited: set[str] = set()
    whole = 0
    for key in places:
        row = data[key[0]] if len(key) == 1 else data[key[0]][key[1]]
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "laws" not in row:
            file.error("needs text and laws", *key)
            continue
        check_ids(file, row["laws"], (*key, "laws"), laws)
        _text(file, row["text"], row["laws"], key, laws)
        cited |= {law_id for law_id in row["laws"] or [] if law_id in laws}
        whole += len(row["text"]) if key[0] in ("short", "paragraphs") else 0
    if whole > WHOLE:
        file.error(f"short and paragraphs have {whole} characters, at most {WHOLE} fit a phone", "short")
    return cited


def _text(file: Marked, text: str, ids: Any, key: tuple[Any, ...], laws: Laws) -> None:
    for words in stray_numbers(text, ids, laws):
        file.error(f"no cited fact holds 「{words}」", *key, "text")
    for sentence in SENTENCES.findall(text):
        if len(sentence) > SENTENCE:
            file.error(f"a sentence of {len(sentence)} characters, at most {SENTENCE}: {sentence[:12]}…", *key, "text")
    if key[0] == "second" and len(text) > SECOND:
        file.error(f"second has {len(text)} characters, at most {SECOND}", *key, "text")


def _phones(file: Marked, laws: Laws, cited: set[str]) -> None:
    rules = [laws[law_id]["rule"] for law_id in cited if laws[law_id]["area"] in PHONE_AREAS]
    held = {quantity.words for rule in rules for quantity in find_quantities(rule) if quantity.unit == "phone"}
    for place, phone in enumerate(file.data["phones"]):
        if not isinstance(phone, str):
            file.error(f"write the phone number in quotes: {phone}", "phones", place)
        elif phone not in held:
            file.error(f"no cited hotline fact holds the number {phone}", "phones", place)
