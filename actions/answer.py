"""A need is answered: help first, then at most one question. A story is played back and the claim form begins."""
from __future__ import annotations

import re
from collections.abc import Mapping

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import claim
from actions.common import Act, Turn, content, in_words, mirror, store
from actions.evidence import say_case_evidence
from actions.speech import say_answer, say_first_help, say_second_needs
from bot import clock
from bot.cases import drafts
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.interview.reading import is_question, own_sum_only, without_bare_papers

# needs that are the claim itself: with facts of money the form begins
CLAIM_NEEDS = {"steps", "boss_ran_away_criminal", "who_is_liable", "resignation_pay", "group_case", "iou_sue_directly",
               "no_contract_double_pay", "evidence_general", "evidence_employment_relation", "calculation_amount",
               "deposit_or_fine_withheld", "minimum_wage_or_probation_pay", "limitation_period", "jurisdiction_where"}
OTHER_ROADS = {"out_of_scope", "work_injury", "threatened_or_retaliation", "social_insurance"}
HALF_A_SENTENCE = 6
MONEY_FACTS = {"owed_amount", "owed_period", "pay_rate", "has_iou"}
ARREARS = re.compile(r"(?:拖?欠|没给|不给|没发|不发|没结|不结|没付|不付|没拿到|拿不到|要不到|要不回)")
WAGES = re.compile(r"钱|工资|薪|账|款|欠我|欠他|欠她|欠我们")
LOAN = re.compile(r"借(?!口)|货款|合伙|材料款|房租|租金|彩礼|粮款")
ENOUGH = 2


class ActionAnswer(Act):
    """Answers the need that the intent names."""

    called = "action_answer"

    def do(self, turn: Turn) -> list[EventType]:
        """Say the answer; begin the form when a claim was told."""
        events: list[EventType] = [SlotSet("fallback_count", 0)] if turn.tracker.get_slot("fallback_count") else []
        if turn.intent == "evidence_general" and say_case_evidence(turn):
            return events
        if turn.form:
            say_answer(turn, content().answers[turn.intent], brief=True)
            return events
        found, facts, begin = hear_story(turn, turn.intent)
        if found:
            turn.say("utter_play_back", facts=in_words(found))
        if begin:
            say_first_help(turn, facts)
            say_second_needs(turn, [turn.intent, *turn.message.get("second_needs", [])], most=1)
            return [*events, *mirror(facts, turn.tracker.slots), FollowupAction("wage_claim")]
        say_answer(turn, content().answers[turn.intent])
        say_second_needs(turn, turn.message.get("second_needs", []))
        return [*events, *mirror(facts, turn.tracker.slots)]


def hear_story(turn: Turn, need: str) -> tuple[dict[str, Fact], dict[str, Fact], bool]:
    """(facts found in the text, all facts of the case, whether the claim form should begin now)."""
    found = own_sum_only(without_bare_papers(read_story(turn.text, clock.today())))
    begin = begins(need, turn.text, found)
    if not begin and not (MONEY_FACTS & found.keys()):
        found = {}
    with store().session() as session:
        if claim.impossible_id(session, turn.sender, found.get("worker_id_number")):
            del found["worker_id_number"]
        draft = drafts.load(session, turn.sender)
        facts = claim.merge(draft.facts if draft else {}, found)
        if found:
            claim.keep(session, turn.sender, draft, facts, clock.now())
    return found, facts, begin


def begins(need: str, text: str, found: Mapping[str, Fact]) -> bool:
    """Whether a claim was told: a bare cry for help; wages that somebody owes, told without a question; or sums of it."""
    if LOAN.search(text) and need == "out_of_scope":
        return False
    if need == "steps":
        return True
    told = bool(ARREARS.search(text) and WAGES.search(text))
    if told and len(text) <= HALF_A_SENTENCE:
        return True
    if not is_question(text) and told and need not in OTHER_ROADS - {"out_of_scope"}:
        return "debtor_kind" in found or len(found) >= ENOUGH
    return need in CLAIM_NEEDS and len(found) >= ENOUGH and bool(MONEY_FACTS & found.keys())
