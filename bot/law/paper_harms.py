"""Papers that speak against the worker: which fact to prove they hurt (LAW-IOU-01, LAW-IOU-04, LAW-IOU-08, LAW-NEG-06)."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations

from bot.chinese.iou.paper import OWING, PaperSays
from bot.law.evidence import PROVES, Element

#: names of firms as alike as this are one name, read with a wrong character
ALIKE, LONG_NAME = 0.85, 5


@dataclass(frozen=True)
class Harm:
    """One paper, or two that differ, and the fact that is hurt. `key`: its sentence in content/assessment; `voids`: the kind
    that proves the fact no more, or ""."""

    element: Element
    key: str
    papers: tuple[PaperSays, ...]
    values: Mapping[str, str | int] = field(default_factory=dict)
    voids: str = ""


def harms(papers: Sequence[PaperSays]) -> tuple[Harm, ...]:
    """The worst first: all is paid, money was received, sums that do not agree, two debtors, two sums, nothing to be read."""
    return (*_against(papers), *_clashing(papers), *_differing(papers), *_unread(papers))


def _against(papers: Sequence[PaperSays]) -> list[Harm]:
    settled = [Harm("sum", "harm_settled", (paper,), {"said": paper.settled}, paper.kind) for paper in papers if paper.settled]
    received = [Harm("sum", "harm_receipt", (paper,), {}, paper.kind) for paper in papers if paper.receipt and not paper.settled]
    return [*settled[:1], *received[:1]] if not settled else settled[:1]


def _clashing(papers: Sequence[PaperSays]) -> list[Harm]:
    """The first paper on which two sums stand."""
    found = [(paper, paper.clash) for paper in papers if paper.clash]
    return [Harm("sum", "harm_clash", (paper,), {"one": clash.pair[0], "other": clash.pair[1]}) for paper, clash in found[:1]]


def _differing(papers: Sequence[PaperSays]) -> list[Harm]:
    """Two papers that name different debtors; two by one debtor that name different sums for the same time."""
    pairs = [(one, other) for one, other in combinations(papers, 2) if {one.kind, other.kind} <= OWING]
    who = [Harm("who", "harm_debtors", pair, {"one": pair[0].debtor, "other": pair[1].debtor})
           for pair in pairs if not _same_debtor(*pair)]
    sums = [Harm("sum", "harm_sums", pair, {"one": pair[0].fen, "other": pair[1].fen})
            for pair in pairs if _same_debtor(*pair) and pair[0].fen and pair[1].fen and _other_sum(*pair)]
    return [*who[:1], *sums[:1]]


def _unread(papers: Sequence[PaperSays]) -> list[Harm]:
    """The first paper that should say who owes, or how much, where none of these papers does: its kind alone proves neither."""
    owing = [paper for paper in papers if paper.kind in OWING and not paper.hurts]
    naming = [*owing, *(paper for paper in papers if PROVES.get(paper.kind, {}).get("who") == 2 and paper.kind not in OWING)]
    named = any(paper.debtor or paper.signer or not (paper.kind in OWING or paper.blank) for paper in naming)
    who = [Harm("who", "harm_no_debtor", (naming[0],))] if naming and not named else []
    summed = not owing or any(paper.fen or paper.clash for paper in owing)
    return who if summed else [*who, Harm("sum", "harm_no_sum", (owing[0],))]


def _same_debtor(one: PaperSays, other: PaperSays) -> bool:
    """Whether both name one debtor, as far as they name any: a firm and who signs for it are one."""
    left, right = one.debtor, other.debtor
    if not left or not right or left in right or right in left or left == other.signer or right == one.signer:
        return True
    return min(len(left), len(right)) >= LONG_NAME and SequenceMatcher(None, left, right).ratio() >= ALIKE


def _other_sum(one: PaperSays, other: PaperSays) -> bool:
    """Whether the sums differ and are not for two different times."""
    return one.fen != other.fen and not (one.period and other.period and one.period != other.period)
