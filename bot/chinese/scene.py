"""A story made ready for the readers: normal writing, the sums and days found in it, and its clauses."""
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from bot.chinese.amounts import find_amounts
from bot.chinese.dates import find_dates
from bot.chinese.denials import without_denied
from bot.chinese.impossible import without_days
from bot.chinese.normalise import normalise
from bot.chinese.personal import find_personal
from bot.chinese.values import Amount, DatePhrase, Fact, Personal
from bot.chinese.yes_no import STOP

#: no comma inside a stretch of time: 三月 到 七月, 三月 干到 七月, 三月干 到七月
_AFTER_UNTIL = r"(?<![干做班工活住待]到)(?<![ \u3000][到至])"
_UNTIL = (
    r"(?![ \u3000]+(?:一?直)?(?:干活|做工|打工|上班|干|做|待|住)?[到至]"
    r"(?:[ \u3000]|[\d一二三四五六七八九十]{1,3}[月号]|(?<=[干做班工活住待]到)(?:现在|今|去年|上个?月)))"
)
_SPACED = re.compile(
    rf"(?<=[\u4e00-\u9fff]){_AFTER_UNTIL}{_UNTIL}[ \u3000]+(?=[\u4e00-\u9fff\d])|(?<=\d){_UNTIL}[ \u3000]+(?=[\u4e00-\u9fff])"
)
_END = re.compile(STOP)
#: letters typed or read for figures inside a number (4l00, 36oo)
_LETTER = re.compile(r"(?<=\d)[lIoO](?=[\doO元块])|(?<=\d[oO])[oO](?![A-Za-z])")
#: months told without a pause, each with its sum (三月欠2000四月欠3000): a comma goes between them
_NEXT_MONTH = re.compile(
    r"(?P<sum>[欠差给发我了]\d{3,5})(?=(?:十?[一二三四五六七八九]|十)月份?(?:的)?(?:工资)?(?:又|也|还|他)?(?:拖?欠|差|[没未](?:给|发|结)))")


@dataclass(frozen=True)
class Scene:
    """`text` in normal writing; offsets of all finds are positions in it. `original` is what was given. `no_days`: the months
    whose day no calendar has (2月30号): nothing is known from them."""

    original: str
    text: str
    today: date
    amounts: tuple[Amount, ...]
    dates: tuple[DatePhrase, ...]
    personal: tuple[Personal, ...]
    no_days: tuple[str, ...] = ()

    def clause(self, position: int) -> tuple[int, int]:
        """Start and end of the clause that holds this position."""
        start, end = 0, len(self.text)
        for mark in _END.finditer(self.text):
            if mark.end() <= position:
                start = mark.end()
            elif mark.start() >= position:
                return start, mark.start()
        return start, end

    def clauses(self) -> list[tuple[int, int]]:
        """Start and end of each clause that is not empty."""
        edges, start = [], 0
        for mark in _END.finditer(self.text):
            edges.append((start, mark.start()))
            start = mark.end()
        edges.append((start, len(self.text)))
        return [(left, right) for left, right in edges if self.text[left:right].strip()]

    def said(self, fact: Fact) -> Fact:
        """The fact with its words as they stand in the original text."""
        if not fact.words or fact.words in self.original:
            return fact
        start = self.text.find(fact.words)
        return fact if start < 0 else replace(fact, words=_back(self.text, self.original, start, start + len(fact.words)))


def spaces_to_commas(text: str) -> str:
    """Commas for line ends and for the spaces with which some people part their clauses; spread characters stay as they are."""
    text = re.sub(r"\s*\n\s*", "\n", text.strip()).replace("\n", ",")
    pieces = re.split(r"[ \u3000]+", text.strip())
    if len(pieces) < 2 or sum(map(len, pieces)) / len(pieces) < 3:
        return text
    return _SPACED.sub(",", text)


def read_scene(text: str, today: date) -> Scene:
    """Normalise the text and find sums, days and personal numbers in it, once for all readers."""
    figures = _LETTER.sub(lambda match: "1" if match.group() in "lI" else "0", text)
    plain = _NEXT_MONTH.sub(r"\g<sum>,", without_denied(normalise(spaces_to_commas(figures))))
    plain, no_days = without_days(plain)
    personal = tuple(find_personal(plain))
    taken = [(number.start, number.end) for number in personal]
    amounts = tuple(amount for amount in find_amounts(plain) if not _touches(amount.start, amount.end, taken))
    dates = tuple(day for day in find_dates(plain, today) if not _touches(day.start, day.end, taken))
    return Scene(text, plain, today, amounts, dates, personal, no_days)


def _touches(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < right and left < end for left, right in taken)


def _back(plain: str, original: str, start: int, end: int) -> str:
    """The piece of `original` that became plain[start:end]."""
    first, last = len(original), 0
    for tag, left, right, other_left, other_right in SequenceMatcher(None, plain, original, autojunk=False).get_opcodes():
        if right <= start or left >= end:
            continue
        same = tag == "equal"
        first = min(first, other_left + max(start - left, 0) if same else other_left)
        last = max(last, other_right - max(right - end, 0) if same else other_right)
    return original[first:last].strip() or plain[start:end]
