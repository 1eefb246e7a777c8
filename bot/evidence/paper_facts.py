"""Facts of a claim that stand on a photographed paper: an IOU, the rights board at the gate of a site."""
from __future__ import annotations

from datetime import date
from typing import Any

from bot.chinese.answers import parse_answer
from bot.chinese.companies import find_companies
from bot.chinese.iou.paper import parties
from bot.chinese.rights_board import Board
from bot.chinese.values import Fact
from bot.evidence.iou_check import Checked


def facts_of_iou(found: Checked, today: date, *, loan: bool = False) -> dict[str, Fact]:
    """Who owes, how much, for which days, by when to be paid; no personal numbers. Only what is written in full; two sums
    that differ are none, nor is the sum of several workers.

    `loan`: the paper is a note of a loan, with which nobody has an IOU for wages yet, nor with one that says all is paid.
    """
    traps = {one["trap"] for one in found.traps}
    told: dict[str, Any] = {**found.elements, **({"amount": None} if found.sums.clash or "several_workers" in traps else {})}
    settled = "all_settled_wording" in traps
    facts = {} if loan or settled else {"has_iou": Fact("known", value=True)}
    for slot, element in (("debtor_name", "debtor_name"), ("owed_amount", "amount"), ("project_name", "project"),
                          ("worker_name", "creditor_name")):
        if told[element] is not None:
            facts[slot] = Fact("known", value=told[element], words=str(told[element]))
    if told["debtor_name"] and find_companies(str(told["debtor_name"])):
        facts["debtor_kind"] = Fact("known", value="company", words=str(told["debtor_name"]))
    return {**facts, **_due(found, today), **_days(told["period"], today)}


def _due(found: Checked, today: date) -> dict[str, Fact]:
    """The day to pay by; one whose year is not written is vague, and none when the paper has no day to count it from."""
    day, written = found.elements["pay_by"], found.elements["written_on"]
    if not found.vague_due:
        return {"promised_date": Fact("known", value=day, words=day)} if day else {}
    read = parse_answer("promised_date", found.vague_due, date.fromisoformat(written)) if written else None
    fact = (read or {}).get("promised_date")
    if fact is None:
        return {}
    return {"promised_date": fact if fact.state == "vague" else Fact("vague", low=day, high=day, words=found.vague_due)}


def facts_of_hurting(text: str) -> dict[str, Fact]:
    """Who pays and who works on a receipt or an agreement that speaks against him; no sum of it counts."""
    payer, worker = parties(text)
    told = {"debtor_name": payer, "worker_name": worker}
    return {slot: Fact("known", value=value, words=value) for slot, value in told.items() if value}


def _days(period: str | None, today: date) -> dict[str, Fact]:
    """First and last day of work, where the period on the paper names both; it is what is owed for, too."""
    if not period:
        return {}
    try:
        read = parse_answer("start_date", period, today) or {}
    except ValueError:  # an end before the beginning, a day to come: the worker is asked instead
        return {}
    if not {"start_date", "end_date"} <= read.keys():
        return {}
    return {**read, **(parse_answer("owed_period", period, today) or {})}


def facts_of_board(board: Board) -> dict[str, Fact]:
    """Project and general contractor; what else stands on a board belongs to no question of the claim."""
    told = (("project_name", board.project_name), ("general_contractor", board.general_contractor))
    return {slot: Fact("known", value=value, words=value) for slot, value in told if value}
