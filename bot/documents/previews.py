"""A paper told in a chat: one line for each thing that it will say, personal numbers hidden."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.clean import tidy

LONGEST = 120
MOST_LABELS = 6


def lines(document: str, case: Case, data: Mapping[str, Any]) -> list[str]:
    """Title, what is filled in, what still waits for a hand, what to mind. One line each, at most 120 characters."""
    pairs = {"wage_iou": _iou, "inspection_complaint": _complaint, "evidence_list": _evidence}[document](case, data)
    table = case.words["preview"]
    filled = [str(table["line"]).format(label=label, value=value) for label, value in pairs if not case.is_empty(value)]
    waiting = [label for label, value in pairs if case.is_blank(value)]
    told = [str(data["title"]), *filled]
    labels = sorted(dict.fromkeys(waiting), key=lambda label: not any(sign in label for sign in table["first"]))
    if labels:
        more = str(table["more"]).format(count=len(labels)) if len(labels) > MOST_LABELS else ""
        told.append(str(table["missing"]).format(labels="、".join(labels[:MOST_LABELS]) + more))
    return [tidy(line, LONGEST) for line in told] + [str(line["text"]) for line in _tail(case, document)]


def _tail(case: Case, document: str) -> list[dict[str, Any]]:
    part = {"wage_iou": "iou", "inspection_complaint": "complaint", "evidence_list": "evidence"}[document]
    tail: list[dict[str, Any]] = case.words[part]["preview_tail"]
    return tail


def _pairs(rows: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(row["label"], row["value"]) for row in rows]


def _iou(case: Case, data: Mapping[str, Any]) -> list[tuple[str, str]]:
    table = case.words["preview"]
    sums = [(str(table[key]), data[key]) for key in ("due", "paid", "owed", "pay_by")]
    return [*_pairs(data["debtor"]), *_pairs(data["creditor"]), *_pairs(data["work"]), *sums]


def _complaint(case: Case, data: Mapping[str, Any]) -> list[tuple[str, str]]:
    table = case.words["preview"]
    pairs = _pairs(data["complainant"])
    for respondent in data["respondents"]:
        name, *others = _pairs(respondent["rows"])
        pairs += [(respondent["role"], name[1]), *((f"{respondent['role']}{label}", value) for label, value in others)]
    said = {value for _, value in pairs}
    for part in data["site"]:
        pairs += [(label, value) for label, value in _pairs(part["rows"]) if case.is_blank(value) or value not in said]
    pairs += [(str(table["request"]).format(n=index), text) for index, text in enumerate(data["requests"], 1)]
    pairs += [(str(table["facts"]), sentence) for sentence in _sentences(data["facts"])]
    held = [item["name"] for item in data["items"] if not case.is_empty(item["name"])]
    pairs += [(str(table["evidence"]), str(table["and"]).join(held))] if held else []
    pairs.append((str(table["proceedings"]), data["proceedings"]))
    pairs.append((str(table["office"]), data["office"]))
    return pairs


def _sentences(paragraphs: Sequence[str]) -> list[str]:
    """The facts sentence by sentence, as they will be printed; the ruled part of a blank is left out, its mark stays."""
    whole = re.sub(r"_{2,}", "", "".join(paragraphs))
    return [f"{part}。" for part in whole.split("。") if part.strip()]


def _evidence(case: Case, data: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(item["n"], item["name"]) for item in data["items"]]
