"""Entities of a message: words of the lists by spaCy's EntityRuler; names, places, sums and dates by bot/chinese."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.nlu.lexicon import read_table

EXTRACTOR = "FactFinder"
LISTS = {"debtor": "debtor", "trades": "trade", "evidence": "evidence"}
NO_DEBTOR = {"general_contractor", "owner"}
BOSS = {"boss": "unknown"}

Entity = dict[str, Any]


class Finder:
    """Finds entities; makes the spaCy pipeline when made, keeps nothing between texts."""

    def __init__(self, lookups: Path) -> None:
        import spacy

        self._nlp = spacy.blank("zh")
        ruler = self._nlp.add_pipe("entity_ruler", config={"overwrite_ents": True})
        ruler.add_patterns(list(_patterns(lookups)))  # type: ignore[attr-defined]

    def find(self, text: str, today: date) -> list[Entity]:
        """All entities of a text as typed, in order: `entity`, `value`, `text`, `start`, `end`, `extractor`."""
        heard = _same_length(text)
        names = list(_names(heard))
        words = [word for word in self._words(heard) if not any(start < word[2] and word[1] < end for _, start, end, _ in names)]
        spans = [*words, *names, *_money(heard), *_days(heard, today), *_personal(text)]
        spans.sort(key=lambda span: (span[1], -span[2]))
        return [
            {"entity": kind, "value": value, "text": text[start:end], "start": start, "end": end, "extractor": EXTRACTOR}
            for kind, start, end, value in spans
        ]

    def _words(self, text: str) -> Iterator[tuple[str, int, int, Any]]:
        for found in self._nlp(text).ents:
            yield found.label_, found.start_char, found.end_char, found.ent_id_


@lru_cache(maxsize=2)
def finder(lookups: Path) -> Finder:
    """The finder of a folder of word lists, made once in a process."""
    return Finder(lookups)


def _patterns(lookups: Path) -> Iterator[dict[str, str]]:
    """EntityRuler patterns: the word, the entity, and its value as id (老板 is a debtor of unknown kind)."""
    for name, entity in LISTS.items():
        for value, words in read_table(lookups / f"{name}.yml")["words"].items():
            if value not in NO_DEBTOR:
                yield from ({"label": entity, "pattern": str(word), "id": BOSS.get(value, value)} for word in words)


def _same_length(text: str) -> str:
    """The normalised text where no character came or went (offsets hold), else the text as typed."""
    from bot.chinese.normalise import normalise

    plain = normalise(text)
    return plain if len(plain) == len(text) else text


def _names(text: str) -> Iterator[tuple[str, int, int, Any]]:
    from bot.chinese.companies import find_companies
    from bot.chinese.debtor import kind_of_firm
    from bot.chinese.places import find_places, find_projects

    for firm in find_companies(text):
        yield "debtor", firm.start, firm.end, kind_of_firm(firm.name)
    for start, end in find_places(text):
        yield "place", start, end, text[start:end]
    for start, end in find_projects(text):
        yield "project", start, end, text[start:end]


def _money(text: str) -> Iterator[tuple[str, int, int, Any]]:
    from bot.chinese.amounts import find_amounts

    for sum_ in find_amounts(text):
        value = {"low": sum_.low / 100, "high": sum_.high / 100, "unit": sum_.unit, "vague": sum_.vague}
        yield "amount", sum_.start, sum_.end, value


def _days(text: str, today: date) -> Iterator[tuple[str, int, int, Any]]:
    from bot.chinese.dates import find_dates
    from bot.chinese.periods import find_period

    for day in find_dates(text, today):
        yield "date", day.start, day.end, [day.first.isoformat(), day.last.isoformat()]
    period = find_period(text, today)
    if period and (period.begin or period.finish):
        ends = [[end.first.isoformat(), end.last.isoformat()] if end else None for end in (period.begin, period.finish)]
        yield "period", period.start, period.end, {"begin": ends[0], "finish": ends[1], "ongoing": period.ongoing}


def _personal(text: str) -> Iterator[tuple[str, int, int, Any]]:
    """Tokens that the door put in; a number in clear (before the door, on the command line) is named and never repeated."""
    from bot.chinese.personal import TOKEN, find_personal, mask

    for token in TOKEN.finditer(text):
        yield "personal", token.start(), token.end(), token.group()
    for number in find_personal(text):
        yield "personal", number.start, number.end, mask(number.kind, number.value)
