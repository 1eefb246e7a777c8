"""How well a photo was read: characters, values and elements of an IOU compared with what stands on the paper. Pure functions."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import permutations

#: what a paper of a person needs not have: the stamp of a company (as `check-iou` tells it)
NOT_OF_A_PERSON = {"stamp"}


def plain(text: str) -> str:
    """Letters, signs of writing and figures alone: no blanks, no punctuation, one width."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if unicodedata.category(char)[0] in "LN")


def distance(first: str, second: str) -> int:
    """Levenshtein's: how many characters must be put in, taken out or changed."""
    row = list(range(len(second) + 1))
    for at, char in enumerate(first, 1):
        before, row[0] = row[0], at
        for place, other in enumerate(second, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (char != other))
    return row[-1]


def wrong_characters(papers: Sequence[str], read: str) -> tuple[int, int]:
    """How many characters are wrong, of how many on the papers; papers side by side may come in any order."""
    seen = plain(read)
    orders = ("".join(plain(paper) for paper in order) for order in permutations(papers))
    return min(distance(whole, seen) for whole in orders), sum(len(plain(paper)) for paper in papers)


def holds_number(text: str, number: str) -> bool:
    """Whether the number stands in the text as a whole, digit for digit; commas and ends of lines inside are let pass."""
    digits = "[ ,\n]?".join(re.escape(char) for char in unicodedata.normalize("NFKC", number))
    return re.search(rf"(?<!\d)(?<!\d[.,]){digits}(?!\d|\.\d)", unicodedata.normalize("NFKC", text)) is not None


def holds(text: str, value: str) -> bool:
    """Whether a value (a number, a name, words of a sum, a day) stands exactly in the text."""
    return holds_number(text, value) if re.fullmatch(r"[\d.\-]+", value) else plain(value) in plain(text)


def found(text: str, values: Iterable[str]) -> list[str]:
    """Those of the values that stand in the text."""
    return [value for value in values if holds(text, value)]


def judged_right(lacks: Iterable[str], told: Iterable[str], names: Iterable[str]) -> list[str]:
    """The elements that were judged rightly, there or missing."""
    really, said = set(lacks), set(told)
    return [name for name in names if (name in really) == (name in said)]


def called_complete(missing: Iterable[str], by_person: bool) -> bool:
    """Whether an IOU with these elements missing is called complete."""
    return not set(missing) - (NOT_OF_A_PERSON if by_person else set())


def kind_right(kinds: Iterable[str], guesses: Sequence[str]) -> bool:
    """Whether the first guess is one of these kinds; for `none` whether nothing was guessed."""
    return guesses[0] in set(kinds) if guesses else "none" in set(kinds)
