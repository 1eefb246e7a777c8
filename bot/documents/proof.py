"""Rows on evidence for the papers (LAW-DOC-06, LAW-EVD-17): from what was uploaded and what the worker says he holds."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from bot.chinese.evidence_words import told_things
from bot.documents.case import Case
from bot.documents.times import moment_text


class Item(Protocol):
    """A piece of evidence as bot/cases/evidence.py gives it; `taken_at` a datetime, an ISO text or None."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def filename(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def taken_at(self) -> Any: ...
    @property
    def note(self) -> str: ...


def uploaded_rows(case: Case, evidence: Sequence[Item]) -> list[dict[str, str]]:
    """One row for each upload: n, name, source, proves, pages, original."""
    return [_row(case, number, item) for number, item in enumerate(evidence, 1)]


def all_rows(case: Case, evidence: Sequence[Item]) -> list[dict[str, str]]:
    """Uploads first, then each kind that the worker says he holds and has not uploaded."""
    listed = uploaded_rows(case, evidence)
    have = {item.kind for item in evidence}
    for kind in _held(case):
        if kind not in have:
            listed.append(_told_row(case, len(listed) + 1, kind))
    return listed


def no_row(case: Case) -> dict[str, str]:
    """The row to be filled by hand where there is no evidence yet."""
    number = str(case.words["evidence"]["number"]).format(n=1)
    return {"n": number, **{key: case.blank("short") for key in ("name", "source", "proves")}}


def _told_row(case: Case, number: int, kind: str) -> dict[str, str]:
    """The row of a kind that was only told, named by the things that he told where the kind holds many (工作服)."""
    row, held = _kind_row(case, number, kind), case.fact("evidence_held")
    told = told_things(kind, held) if held is not None else ""
    return {**row, "name": case.clear(told)} if told else row


def file_rows(case: Case, evidence: Sequence[Item]) -> list[dict[str, str]]:
    """The digest of each upload, with the number of its row."""
    table = case.words["evidence"]
    return [
        {
            "n": str(table["number"]).format(n=number),
            "filename": case.clear(item.filename),
            "taken": moment_text(item.taken_at, table["no_time"]),
            "sha256": "".join(char for char in str(item.sha256).lower() if char in "0123456789abcdef"),
        }
        for number, item in enumerate(evidence, 1)
    ]


def kind_name(case: Case, kind: str | None) -> str:
    """The name of a kind of evidence in a paper."""
    return str(_kind(case, kind)["name"])


def _held(case: Case) -> list[str]:
    fact = case.fact("evidence_held")
    held = list(fact.value) if fact is not None and isinstance(fact.value, (list, tuple)) else []
    first = ["iou"] if case.value("has_iou") is True else []  # told by itself, it belongs among the proof
    return [kind for kind in dict.fromkeys([*first, *held]) if kind in case.words["evidence"]["kinds"]]


def _kind(case: Case, kind: str | None) -> dict[str, str]:
    kinds: dict[str, dict[str, str]] = case.words["evidence"]["kinds"]
    return kinds.get(kind or "other", kinds["other"])


def _kind_row(case: Case, number: int, kind: str | None) -> dict[str, str]:
    table, words = case.words["evidence"], _kind(case, kind)
    return {
        "n": str(table["number"]).format(n=number),
        "name": words["name"],
        "source": words["source"] or case.blank("short"),
        "proves": words["proves"] or case.blank("short"),
        "pages": table["pages"],
        "original": table["originals"][words["form"]],
    }


def _row(case: Case, number: int, item: Item) -> dict[str, str]:
    row = _kind_row(case, number, item.kind)
    note = case.clear(item.note or "")
    if note:
        row["name"] += str(case.words["evidence"]["note"]).format(note=note)
    return row
