"""Which lines of an answer are said in a case: a fact that is not known fits no condition."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from bot.content.types import CASE_FACTS, PARTS, Answer, Line, Variant

When = Mapping[str, tuple[Any, ...]]
Known = Mapping[str, Any]


def fits(when: When, known: Known) -> bool:
    """Whether every fact of the condition is known with one of its values."""
    return all(fact in known and known[fact] in values for fact, values in when.items())


def first_of(answer: Answer, known: Known) -> Variant:
    """The first variant that fits; the last one has no condition."""
    return next((variant for variant in answer.first if fits(variant.when, known)), answer.first[-1])


def part_of(answer: Answer, part: str, known: Known) -> tuple[Line, ...]:
    """The lines of one part (PARTS) that are said."""
    return tuple(line for line in getattr(answer, part) if fits(line.when, known))


def cases(answer: Answer) -> Iterator[dict[str, Any]]:
    """Every case that the answer tells apart: each fact of its conditions with each value named, one not named, or not known."""
    named: dict[str, list[Any]] = {}
    conditions = [variant.when for variant in answer.first] + [line.when for part in PARTS for line in getattr(answer, part)]
    for when in conditions:
        for fact, values in when.items():
            named.setdefault(fact, []).extend(values)
    choices = [[(fact, value) for value in _values(fact, values)] for fact, values in named.items()]
    for case in product(*choices):
        yield {fact: value for fact, value in case if value is not None}


def _values(fact: str, named: list[Any]) -> list[Any]:
    """None (not known), the values named, and one other."""
    values = list(dict.fromkeys(named))
    other = [value for value in CASE_FACTS[fact] if value not in values][:1]
    return [None, *values, *other]
