"""The facts of a case as a paper may print them: known as said, anything else as a ruled blank (「待补」)."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.chinese.personal import TOKEN
from bot.chinese.values import Fact
from bot.documents.clean import reveal, tidy
from bot.documents.identity import Identity, read_id
from bot.documents.roster import RosterRow

HEARSAY = re.compile("听|说|讲|据")


@dataclass(frozen=True)
class Case:
    """Facts with the words to print them. `strict`: the other side will sign, so only what is sure is printed.

    `hide`: personal numbers are not shown (preview in a chat). `roster`: the workers of a group claim.
    """

    facts: Mapping[str, Fact]
    personal: Mapping[str, str]
    today: date
    words: Mapping[str, Any] = field(repr=False)
    strict: bool = False
    hide: bool = False
    roster: tuple[RosterRow, ...] = field(default=(), repr=False)

    def fact(self, slot: str) -> Fact | None:
        """The fact if something was said about it."""
        fact = self.facts.get(slot)
        if fact is None or fact.state in ("unknown", "skipped"):
            return None
        if fact.value is None and fact.low is None and not fact.words:
            return None
        return replace(fact, state="known") if _told_for_the_worker(fact) else fact

    def value(self, slot: str) -> Any:
        """The value when the worker knows it himself, else None."""
        fact = self.fact(slot)
        return fact.value if fact is not None and fact.state == "known" else None

    def note(self, name: str, **values: str) -> str:
        """A short note on why something is blank."""
        return str(self.words["notes"][name]).format(**values)

    def blank(self, kind: str = "text", note: str = "") -> str:
        """A ruled blank of the length for its kind, with the mark 「待补」 and a note."""
        return self.ruled(kind) + self.mark(note)

    def ruled(self, kind: str) -> str:
        """The ruled part alone: in a preview four strokes for every kind, on paper the length that a hand needs."""
        if self.hide:
            return "____"
        table = self.words["blank"]
        lengths = table["lengths"]
        if kind == "sum":
            return str(table["sum"]).format(figures="_" * lengths["figures"], capital="_" * lengths["capital"])
        return str(table["date"]) if kind == "date" else "_" * int(lengths[kind])

    def mark(self, note: str = "") -> str:
        """The mark beside a blank."""
        table = self.words["blank"]
        return str(table["note"]).format(note=note) if note else str(table["mark"])

    def clear(self, text: object) -> str:
        """A text in one line, tokens of personal numbers replaced."""
        shown = self.words["hidden"] if self.hide else "_" * int(self.words["blank"]["lengths"]["phone"])
        known = {} if self.hide else self.personal
        return tidy(reveal(tidy(text, cut=self.words["cut"]), known, shown), cut=self.words["cut"])

    def said(self, fact: Fact) -> str:
        """How it was said, short enough to be quoted."""
        return tidy(self.clear(fact.words), 24, self.words["cut"])

    def text(self, slot: str, kind: str = "text") -> str:
        """A text fact as printed: known in full, second-hand with its mark (blank when strict), else blank."""
        fact = self.fact(slot)
        if fact is None or not isinstance(fact.value, str) or not self.clear(fact.value):
            return self.blank(kind)
        if fact.state == "known":
            return self.clear(fact.value)
        if self.strict:
            return self.blank(kind, self.note("second_hand_check"))
        return self.note("second_hand", value=self.clear(fact.value))

    def number(self, slot: str, kind: str) -> str:
        """A personal number (token) in clear; hidden in a preview; blank when it is not known or not plausible."""
        fact = self.fact(slot)
        if fact is None or not isinstance(fact.value, str) or not TOKEN.fullmatch(fact.value):
            return self.blank(kind)
        if self.hide:
            return str(self.words["hidden"])
        clear = tidy(self.personal.get(fact.value, ""), 40)
        if kind == "id" and clear and read_id(clear, self.today) is None:
            return self.blank(kind, self.note("id_wrong"))
        if not clear:
            return self.blank(kind)
        if fact.state == "known":
            return clear
        return self.blank(kind, self.note("second_hand_check")) if self.strict else self.note("second_hand", value=clear)

    def identity(self) -> Identity | None:
        """Sex and birth of the worker when a valid ID number of his own is known."""
        token = self.value("worker_id_number")
        return read_id(self.personal.get(token, ""), self.today) if isinstance(token, str) else None

    def is_empty(self, text: str) -> bool:
        """Whether nothing is printed but a ruled blank (a name that waits to be checked is something)."""
        return self.is_blank(text) and "____" in text

    def is_blank(self, text: str) -> bool:
        """Whether a printed value still waits for a hand."""
        mark = str(self.words["blank"]["mark"]).rstrip("）")
        return mark in text


def _told_for_the_worker(fact: Fact) -> bool:
    """Second-hand only because the family tells it: printed as told. What somebody else said stays hearsay."""
    return fact.state == "second_hand" and fact.value is not None and not HEARSAY.search(fact.words)


def rows(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    """Rows of a table of labels and values."""
    return [{"label": label, "value": value} for label, value in pairs]
