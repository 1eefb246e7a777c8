"""Check the text of a wage IOU: what is written, what is missing, which wordings hurt (LAW-IOU-01 … 15)."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.chinese.iou import days, names
from bot.chinese.iou.elements import NAMES, flatten, read_elements
from bot.chinese.iou.ocr import mend
from bot.chinese.iou.ocr_labels import with_colons
from bot.chinese.iou.sums import Sums, read_sums
from bot.chinese.iou.traps import blank_before_sum, by_company, days_over, find_traps, said_in
from bot.content import load

#: elements of which one at least stands on an IOU, and traps that any text has
NAMED = ("debtor_name", "creditor_name", "amount", "amount_capital", "purpose", "signature")
UNWRITTEN = ("no_date", "blank_space")


@dataclass(frozen=True)
class Checked:
    """The result. `elements` by name, None when not written; `traps` with law ids and how to mend. For the sentences alone:
    `said`, the words in the text that are a trap (or for how many days it is overdue), whether it is `by_person`, who needs no
    stamp of a company, the `sums` as they were read, and the words of a day to pay by that has no year (`vague_due`)."""

    text: str
    elements: dict[str, Any]
    missing: list[str]
    traps: list[dict[str, Any]]
    said: dict[str, str]
    by_person: bool
    sums: Sums
    vague_due: str = ""

    @property
    def is_iou(self) -> bool:
        """Whether anything of an IOU or a receipt stands there: a name, a sum, what for, or words that are a trap."""
        told = any(self.elements[name] is not None for name in NAMED)
        return told or any(trap["trap"] not in UNWRITTEN for trap in self.traps)

    def to_json(self) -> dict[str, Any]:
        """The form of `python -m bot check-iou --json`."""
        return {"text": self.text, "elements": self.elements, "missing": self.missing, "traps": self.traps}


def table() -> dict[str, Any]:
    """Labels, mends and law ids (content/evidence/iou_check.yml)."""
    read: dict[str, Any] = load().evidence["iou_check"]
    return read


def check(text: str, today: date, *, from_photo: bool = False) -> Checked:
    """Check the text of an IOU. Personal numbers stay in clear in the result: show it to the worker alone.

    `from_photo`: the text comes from OCR, uncorrected; its broken lines and misread characters are mended before it is
    read (bot/chinese/iou/ocr.py), and what cannot be sure counts as missing. `Checked.text` stays as it was given.
    """
    flat = mend(flatten(text)) if from_photo else with_colons(flatten(text))
    sums = read_sums(flat)
    elements = read_elements(flat, sums, today)
    is_company = names.company(flat) is not None
    traps = find_traps(flat, elements, sums, today, is_company, from_photo=from_photo)
    words = table()["traps"]
    said = {name: str(days_over(elements, today)) if name == "overdue" else said_in(name, flat) for name in traps}
    return Checked(
        text,
        elements,
        [name for name in NAMES if elements[name] is None],
        [{"trap": name, "laws": list(words[name]["laws"]), "mend": words[name]["mend"]} for name in traps],
        said | ({"blank_space": words["blank_space"]["before_sum"]} if blank_before_sum(flat, from_photo=from_photo) else {}),
        by_person=bool(elements["debtor_name"] or elements["signature"]) and not by_company(flat, is_company),
        sums=sums,
        vague_due=days.pay_by(flat, today, days.written_on(flat, today)).vague,
    )
