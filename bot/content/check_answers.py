"""Checks of content/answers/*.yml: form, conditions, laws, numbers, phones; what is said in each case is in check_said."""
from __future__ import annotations

from typing import Any

from bot.content.check_lines import check_line
from bot.content.check_said import check_said
from bot.content.loading import read_answer
from bot.content.marks import Marked
from bot.content.numbers import find_quantities
from bot.content.types import CASE_FACTS, NEEDS, PARTS, ROUTES

FIELDS = ("need", "title", "door", "first", *PARTS, "today", "second", "next", "phones")
TITLE, SECOND, BUTTONS = 10, 60, 2
NO_HEADINGS = dict.fromkeys((*PARTS, "today"), "")
PHONE_AREAS = ("hotlines", "crisis")

Laws = dict[str, dict[str, Any]]
Key = tuple[Any, ...]


def check_answers(files: dict[str, Marked], laws: Laws, words: Any) -> None:
    """One sound file for each need; problems go into the files. `words`: content/words/answers.yml (the headings)."""
    for need, file in files.items():
        if isinstance(file.data, dict):
            _answer(need, file, laws)
            if not file.problems:
                headings = words if isinstance(words, dict) else {}
                check_said(file, read_answer(need, file.data), {**NO_HEADINGS, **headings})
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
    for name in sorted(set(data) - set(FIELDS), key=str):
        file.error(f"no such field: {name}", name)
    if need not in NEEDS or data.get("need") != need:
        file.error(f"need must be the file's name and one of the {len(NEEDS)} needs", "need")
    if missing:
        return
    if data["door"] not in ("", *ROUTES):
        file.error(f"door must be a route or empty, not {data['door']}", "door")
    if not 2 <= len(str(data["title"])) <= TITLE:
        file.error(f"title must have 2 to {TITLE} characters", "title")
    _buttons(file)
    said = _lines(file, laws)
    _phones(file, laws, said)


def _buttons(file: Marked) -> None:
    words = file.data["next"]
    if not isinstance(words, list) or len(words) != BUTTONS or any(len(str(word)) > TITLE for word in words):
        file.error(f"next must be exactly {BUTTONS} buttons of at most {TITLE} characters", "next")


def _lines(file: Marked, laws: Laws) -> list[dict[str, Any]]:
    """Check every line; gives back those that are sound."""
    data = file.data
    places: list[Key] = [*_first(file), ("today",), ("second",)]
    for part in PARTS:
        if isinstance(data[part], list):
            places += [(part, number) for number in range(len(data[part]))]
        else:
            file.error(f"{part} must be a list of say and laws", part)
    said = []
    for place in places:
        row = _at(data, place)
        if check_line(file, row, place, laws):
            said.append(row)
            if place[0] in PARTS:
                _when(file, row.get("when"), place)
            elif "when" in row:
                file.error("no when here", *place)
    if isinstance(data["second"], dict) and len(str(data["second"].get("say", ""))) > SECOND:
        file.error(f"second has {len(str(data['second']['say']))} characters, at most {SECOND}", "second", "say")
    return said


def _first(file: Marked) -> list[Key]:
    """The places of the lines of all first messages."""
    variants = file.data["first"]
    if not isinstance(variants, list) or not variants:
        file.error("first must be a list of variants", "first")
        return []
    places: list[Key] = []
    for number, row in enumerate(variants):
        key = ("first", number)
        if not isinstance(row, dict) or not isinstance(row.get("say"), list) or not row["say"]:
            file.error("a variant needs say: a list of say and laws", *key)
            continue
        last = number == len(variants) - 1
        if last and row.get("when"):
            file.error("the last variant is said when nothing else fits: it has no when", *key, "when")
        elif not last and not row.get("when"):
            file.error("a variant without when stands last", *key)
        _when(file, row.get("when"), key)
        places += [(*key, "say", place) for place in range(len(row["say"]))]
    return places


def _when(file: Marked, when: Any, key: Key) -> None:
    """Every fact and value of a condition is one that a case can have."""
    if when is None:
        return
    if not isinstance(when, dict):
        file.error("when must name facts with lists of values", *key, "when")
        return
    for fact, values in when.items():
        if fact not in CASE_FACTS:
            file.error(f"no such case fact: {fact}; one of {', '.join(CASE_FACTS)}", *key, "when", fact)
        elif not isinstance(values, list) or not values:
            file.error(f"{fact} needs a list of values", *key, "when", fact)
        else:
            for value in values:
                if not any(value is known or (isinstance(value, str) and value == known) for known in CASE_FACTS[fact]):
                    file.error(f"{fact} is never {value}", *key, "when", fact)


def _phones(file: Marked, laws: Laws, said: list[dict[str, Any]]) -> None:
    """Phones are quoted, held by a cited hotline, said, and all that are said stand in `phones`."""
    cited = {law_id for row in said for law_id in row["laws"] if isinstance(law_id, str) and law_id in laws}
    rules = [str(laws[law_id].get("rule")) for law_id in cited if laws[law_id]["area"] in PHONE_AREAS]
    held = {words for rule in rules for words in _numbers(rule)}
    spoken = {words for row in said for words in _numbers(row["say"])}
    phones = file.data["phones"] if isinstance(file.data["phones"], list) else []
    for place, phone in enumerate(phones):
        if not isinstance(phone, str):
            file.error(f"write the phone number in quotes: {phone}", "phones", place)
        elif phone not in held:
            file.error(f"no cited hotline fact holds the number {phone}", "phones", place)
        elif phone not in spoken:
            file.error(f"no line says the number {phone}", "phones", place)
    for phone in sorted(spoken - set(map(str, phones))):
        file.error(f"the number {phone} is said and must stand in phones", "phones")


def _numbers(text: str) -> set[str]:
    return {quantity.words for quantity in find_quantities(text) if quantity.unit == "phone"}


def _at(data: Any, place: Key) -> Any:
    for key in place:
        data = data[key]
    return data
