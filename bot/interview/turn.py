"""What a message in a form is. One pure function decides, in this order:

danger > leave, erase, person > act (back, why, skip, don't know, correct) > the fact asked > a need > another act > nonsense.
"""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.chinese.answers import Impossible, parse_answer
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.interview.questions import Plan

Kind = Literal["hand_over", "aside", "back", "why", "skip", "dont_know", "correct", "answer", "impossible", "nonsense"]

LEAVING = {"pause", "cancel", "erase_my_data", "human", "withdraw_filing", "status", "send_evidence", "restart_claim"}
STEERING = {"go_back": "back", "why_ask": "why", "skip": "skip", "dont_know": "dont_know"}
SMALL = {"greet", "thanks", "goodbye", "who_are_you", "smalltalk", "help", "repeat", "make_iou", "collect_evidence",
         "file_complaint", "papers", "assess", "resume", "start_claim", "change_filing", "upload_done"}
FREE_TEXT = {"debtor_name", "general_contractor", "project_name", "work_place", "worker_name"}
SURE_ACT = 0.6
SURE_NEED = 0.5
QUESTION = re.compile(
    r"[吗呢么][??。!!]*$|[??]\s*$|怎么|咋|如何|能不能|可不可以|是不是|有没有用|多久|哪个部门|要不要|会不会|合法|犯法")
QUESTION_BEGINS = re.compile(r"能不能|可不可以|是不是|要不要|会不会|有没有用|还能|可以|怎么|咋|如何|多久|哪个|合法|犯法|能|算")


@dataclass(frozen=True)
class Heard:
    """A message as NLU understood it. Confidences 0 to 1."""

    text: str
    need: str = ""
    need_confidence: float = 0.0
    act: str = ""
    act_confidence: float = 0.0
    danger: str = ""
    has_attachment: bool = False


@dataclass(frozen=True)
class Move:
    """What to do. `facts` for an answer (also beside a question: handed over, the facts kept) or for an aside (other
    facts than the one asked), `slot` for a correction, `reason` for the impossible."""

    kind: Kind
    facts: dict[str, Fact] = field(default_factory=dict)
    slot: str = ""
    reason: str = ""


def is_question(text: str) -> bool:
    """Whether the text asks something."""
    return bool(QUESTION.search(text))


def decide(heard: Heard, asked: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move:
    """The move that a message in the form is; see the module's first line for the order."""
    act = heard.act if heard.act_confidence >= SURE_ACT else ""
    if heard.danger or heard.has_attachment or act in LEAVING:
        return Move("hand_over")
    if act in STEERING:
        return Move(STEERING[act], slot=asked)  # type: ignore[arg-type]
    if act == "correct":
        return _correction(heard.text, plan, facts, today)
    asks_need = is_question(heard.text) and heard.need_confidence >= SURE_NEED
    if asked in FREE_TEXT and (asks_need or act in SMALL):
        return Move("hand_over")
    try:
        found = _answer(heard.text, asked, facts, today, asks_need)
    except Impossible as impossible:
        return Move("impossible", slot=impossible.slot, reason=impossible.reason)
    if found:
        return Move("hand_over" if asks_need else "answer", facts=found, slot=asked)
    return _no_answer(heard, act, asked, today)


def _answer(text: str, asked: str, facts: Mapping[str, Fact], today: date, asks_need: bool) -> dict[str, Fact]:
    """The facts of an answer; beside a question, those of the words before it (一万二能要回来吗)."""
    found = parse_answer(asked, text, today, known=dict(facts))
    if not found and asks_need:
        before = QUESTION_BEGINS.split(text, maxsplit=1)[0].strip(",。 ")
        found = parse_answer(asked, before, today, known=dict(facts)) if before and before != text else None
    return found or {}


def _no_answer(heard: Heard, act: str, asked: str, today: date) -> Move:
    """Not the fact asked: a question, other facts, another act, or nothing that was understood."""
    sure = heard.need_confidence >= SURE_NEED and heard.need != "out_of_scope"
    if act in SMALL or (sure and is_question(heard.text)):
        return Move("hand_over")
    others = read_story(heard.text, today)
    if others:
        return Move("aside", facts=others, slot=asked)
    return Move("hand_over" if sure else "nonsense", slot=asked)


def named_slot(text: str, plan: Plan) -> str:
    """The slot whose name stands in the text; the longest name wins; "" when none."""
    named = [(len(name), q.slot) for q in plan.questions for name in q.names if name in text]
    return max(named)[1] if named else ""


def _correction(text: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move:
    slot = named_slot(text, plan)
    if not slot:
        return Move("correct")
    known = {name: fact for name, fact in facts.items() if name != slot}
    value = re.sub(r"^.*?(?:改成|改为|应该是|应是|是|成)", "", text, count=1) if re.search("改成|改为|应该是|应是", text) else ""
    try:
        found = parse_answer(slot, value, today, known=known) if value else None
    except Impossible as impossible:
        return Move("impossible", slot=slot, reason=impossible.reason)
    if found and slot in found:
        return Move("answer", facts={slot: found[slot]}, slot=slot)
    return Move("correct", slot=slot)
