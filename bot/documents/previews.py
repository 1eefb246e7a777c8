"""A paper told in a chat: one line for each thing that it will say, personal numbers hidden."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.documents.case import Case
from bot.documents.catalogue import paper
from bot.documents.clean import tidy

LONGEST = 120
MOST_LABELS = 6


def lines(document: str, case: Case, data: Mapping[str, Any]) -> list[str]:
    """Title, what is filled in, what still waits for a hand, what to mind. One line each, at most 120 characters."""
    kind = paper(document)
    pairs, table = kind.pairs(case, data), case.words["preview"]
    filled = [str(table["line"]).format(label=label, value=value) for label, value in pairs if not case.is_empty(value)]
    waiting = [label for label, value in pairs if case.is_blank(value)]
    told = [str(data["title"]), *filled]
    labels = sorted(dict.fromkeys(waiting), key=lambda label: not any(sign in label for sign in table["first"]))
    if labels:
        more = str(table["more"]).format(count=len(labels)) if len(labels) > MOST_LABELS else ""
        told.append(str(table["missing"]).format(labels="、".join(labels[:MOST_LABELS]) + more))
    return [tidy(line, LONGEST) for line in told] + [str(line["text"]) for line in case.words[kind.part]["preview_tail"]]
