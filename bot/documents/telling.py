"""Parts of a preview that several papers share: parties, requests, facts sentence by sentence, proof."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.paper import Pairs, pairs_of


def party_pairs(parties: Sequence[Mapping[str, Any]]) -> Pairs:
    """Each party: its role with its name, then its rows."""
    told: Pairs = []
    for party in parties:
        name, *others = pairs_of(party["rows"])
        told += [(party["role"], name[1]), *((f"{party['role']}{label}", value) for label, value in others)]
    return told


def request_pairs(case: Case, requests: Sequence[str]) -> Pairs:
    """The requests with their numbers."""
    return [(str(case.words["preview"]["request"]).format(n=index), text) for index, text in enumerate(requests, 1)]


def fact_pairs(case: Case, facts: Sequence[str]) -> Pairs:
    """The facts sentence by sentence, as they will be printed; the ruled part of a blank is left out, its mark stays."""
    whole = re.sub(r"_{2,}", "", "".join(facts))
    return [(str(case.words["preview"]["facts"]), f"{part}。") for part in whole.split("。") if part.strip()]


def proof_pairs(case: Case, items: Sequence[Mapping[str, str]]) -> Pairs:
    """The names of what proves it, in one line; none without proof."""
    table, held = case.words["preview"], [item["name"] for item in items if not case.is_empty(item["name"])]
    return [(str(table["evidence"]), str(table["and"]).join(held))] if held else []
