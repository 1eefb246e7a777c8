"""What a message in a form is. One pure function decides, in this order:

danger > leave, erase, person > act (back, why, skip, don't know, correct) > the fact asked > a need > another act > nonsense.
"""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from bot.chinese.answers import TEXT_SLOTS, Impossible
from bot.chinese.clauses import typed_clauses
from bot.chinese.companies import is_firm
from bot.chinese.daybook import is_bare_mark, is_daybook, tells_how_much
from bot.chinese.evidence_words import denies_paper
from bot.chinese.firms import is_kind
from bot.chinese.foreign import is_foreign
from bot.chinese.handed_over import made_to_write
from bot.chinese.impossible import tells_negative
from bot.chinese.labels import is_person
from bot.chinese.normalise import normalise
from bot.chinese.not_a_name import has_none, is_region
from bot.chinese.photo_removal import removes_a_piece
from bot.chinese.photo_words import about_photos
from bot.chinese.roster_words import wants_template
from bot.chinese.values import Fact
from bot.chinese.which_filing import wish
from bot.chinese.yes_no import bare
from bot.interview.alone import is_only_boss
from bot.interview.back import goes_back
from bot.interview.beside import A_SENTENCE, told_again, told_beside
from bot.interview.between import beside_question, between
from bot.interview.corrections import WORK_TIME, correction, is_unsure, other_debtor, there_is_none
from bot.interview.crew import is_told, own_sum_only, says_nothing_new
from bot.interview.instead import instead, to_clear
from bot.interview.moves import Move
from bot.interview.names import NO_PERSON, firm_of_a_place, name_instead, spelt_debtor
from bot.interview.questions import Plan
from bot.interview.reading import is_question, read_answer
from bot.interview.refusals import refused
from bot.interview.two_sides import WORKER, wants_other_worker, worker_told
from bot.interview.unknown import GIVES_UP, NEVER_AGREED, NOT_KNOWN, REFUSALS, knows_not, some_firm, tells_no_rate
from bot.interview.wishes import asks_sum, asks_told, says_all_is_well, says_right, wants_main_thing
from bot.interview.wrong import CHANGED, says_wrong, without_wrong

LEAVING = {"pause", "cancel", "erase_my_data", "human", "withdraw_filing", "status", "send_evidence", "restart_claim",
           "explain"}
STEERING = {"go_back": "back", "why_ask": "why", "skip": "skip", "dont_know": "dont_know"}
SMALL = {"greet", "thanks", "goodbye", "who_are_you", "smalltalk", "help", "repeat", "make_iou", "collect_evidence",
         "file_complaint", "papers", "assess", "resume", "start_claim", "change_filing", "upload_done", "paid", "safe_now",
         "evidence_strength", "take_evidence", "daybook_sheet", "daybook_reminder_on", "daybook_reminder_off"}
NAMES = TEXT_SLOTS - {"work_place", "worker_name"}
PERSONS = {"worker_name", "debtor_name"}  # a name may sound like weather: 林小雨
CALLED = re.compile(r"(?:叫|喊|称呼?)(?:他|她)|外号|绰号|小名|人称|(?:都|大家|平时)(?:叫|喊)")
NO_DIGRESSION = {"out_of_scope", "steps"}  # of a statement; a question for the steps is answered
MOST_PHOTOS = 200  # of one case
NOT_DONE = re.compile(r"^没[\u4e00-\u9fff]{0,3}$")  # 没打 (an IOU) is no beating
SURE_ACT = 0.6
CERTAIN = 0.999  # word for word an example
THANKS = re.compile("谢[谢些]|劳慰")
SURE_NEED = 0.5
ASKED_NEED = 0.3  # of a question that tells no fact


@dataclass(frozen=True)
class Heard:
    """A message as NLU understood it. Confidences 0 to 1; `matter`: the narrow matter in its words (content/matters), or "";
    `again`: the message before had the same words."""

    text: str
    need: str = ""
    need_confidence: float = 0.0
    act: str = ""
    act_confidence: float = 0.0
    danger: str = ""
    has_attachment: bool = False
    matter: str = ""
    again: bool = False


def decide(heard: Heard, asked: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move:
    """The move that a message in the form is; see the module's first line for the order."""
    act = _sure_act(heard, asked)
    tried = asked == "already_tried" and read_answer(heard.text, asked, facts, today, False)
    if act == "status" and (tried or between(heard.text, heard.matter)):
        act = ""  # 投诉过劳动局,没下文: where he has been, not a question after it
    if act in REFUSALS and not GIVES_UP.search(heard.text) and (says_wrong(heard.text) or denies_paper(heard.text)):
        act = ""  # 哪有合同哦: there is none, and nothing is called off
    if act in ("skip", "dont_know") and says_right(heard.text):
        act = ""
    if not heard.danger and (gone := to_clear(heard.text, plan, facts)):
        return Move("clear", slot=gone)
    return (_leaves(heard, act, asked, facts) or between(heard.text, heard.matter)
            or _steers(heard, act, asked, plan, facts, today)
            or _takes_back(heard, act, asked, plan, facts, today) or _tells(heard, act, asked, plan, facts, today))


def _sure_act(heard: Heard, asked: str) -> str:
    """The act when NLU is sure of it, else "". A name may sound like a greeting, a doubt or thanks (罗大明, 安晓, 谢大勇)."""
    name = is_person(bare(heard.text)) and (asked in PERSONS or heard.act in SMALL)
    if name and heard.act == "thanks" and not THANKS.search(heard.text):
        return ""
    return heard.act if heard.act_confidence >= (CERTAIN if name or is_foreign(heard.text) else SURE_ACT) else ""


def _leaves(heard: Heard, act: str, asked: str, facts: Mapping[str, Fact]) -> Move | None:
    """What rules answer whatever is asked: danger, a photo, a wish to stop; or what was told so far. None for another message."""
    endangered = heard.danger and not NOT_DONE.match(heard.text)
    takes_back = heard.act in LEAVING - {"status"} and len(heard.text) <= A_SENTENCE and wish(heard.text) == "withdraw"
    stops = act in LEAVING or takes_back
    if asks_told(heard.text) and not endangered and not heard.has_attachment:
        return Move("told", slot=asked)
    if endangered or heard.has_attachment or stops or wants_main_thing(heard.text) or goes_back(heard.text, facts):
        return Move("hand_over")
    if about_photos(heard.text) or removes_a_piece(heard.text) or wants_template(heard.text):
        return Move("hand_over")
    of_a_time = asked in (*WORK_TIME, "owed_period")
    if is_bare_mark(heard.text) or (is_daybook(heard.text) and (not of_a_time or tells_how_much(heard.text))):
        return Move("hand_over")
    return Move("told_sum", slot=asked) if asks_sum(heard.text) else None


def _steers(heard: Heard, act: str, asked: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move | None:
    """Back, why, skip, not known; None for another message."""
    if act == "dont_know":
        return _dont_know(heard, asked, plan, facts, today)
    slot = refused(heard.text, asked, plan) if plan.form == "paper_details" and (act not in STEERING or act == "skip") else ""
    if slot:
        return Move("skip", slot=slot)
    if act in STEERING:
        return Move(STEERING[act], slot=asked)  # type: ignore[arg-type]
    none = asked == "pay_rate" and tells_no_rate(heard.text)
    nobody = asked in NAMES and has_none(without_wrong(heard.text)) and not says_right(heard.text)
    if none or NEVER_AGREED.search(heard.text) or nobody:
        return Move("dont_know", slot=asked)
    if asked in ("project_name", "general_contractor") and some_firm(heard.text):
        return Move("dont_know", slot=asked)
    return None


def _takes_back(heard: Heard, act: str, asked: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move | None:
    """Something said before is taken back or said otherwise; None when it is not so."""
    if worker := worker_told(heard.text, facts, asked):
        return Move("answer", facts={WORKER: worker}, slot=WORKER)
    if wants_other_worker(heard.text):
        return Move("correct", slot=WORKER) if plan.question(WORKER) else Move("other_worker", slot=asked)
    if other := other_debtor(heard.text, asked, facts, today) or there_is_none(heard.text, facts, asked):
        return other
    try:
        if told := instead(heard.text, plan, facts, today):
            return Move("answer", facts=told, slot=next(iter(told)))
    except Impossible as impossible:
        return Move("impossible", slot=impossible.slot, reason=impossible.reason)
    if act == "correct" and is_unsure(heard.text, plan) and (answer := _after_all(heard.text, asked, facts, today)):
        return Move(_kind(asked, answer), facts=answer, slot=asked)
    if act != "correct" and not says_wrong(heard.text):
        return None
    move = correction(heard.text, plan, facts, today)
    if move.kind == "correct" and not move.slot:
        answer = {} if CHANGED.search(heard.text) else _after_all(without_wrong(heard.text), asked, facts, today)
        move = Move(_kind(asked, answer), facts=answer, slot=asked) if answer else move
    said_so = act == "correct" or (asked in TEXT_SLOTS and CHANGED.search(heard.text))  # 地点改成芜湖 is no name
    if not said_so and move.kind not in ("answer", "impossible"):
        return None
    if move.kind != "answer":
        return move
    found = own_sum_only(move.facts, facts, "owed_amount")
    return replace(move, kind=_kind(move.slot, found), facts=found)


def _tells(heard: Heard, act: str, asked: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move:
    """The fact asked, a question, facts told on the side, or nothing that was understood."""
    foreign = is_foreign(heard.text)
    asks_need = not foreign and is_question(heard.text) and heard.need_confidence >= SURE_NEED
    name = act == "smalltalk" and asked in PERSONS and is_person(bare(heard.text))
    small = act in SMALL and not name and not _is_place(heard, asked)
    if asked in TEXT_SLOTS and (asks_need or small or _asks(heard)):
        return Move("hand_over")
    if asked in TEXT_SLOTS and says_all_is_well(heard.text):
        return Move("calm", slot=asked)
    if tells_negative(heard.text):
        return Move("impossible", slot="owed_amount", reason="negative")
    if made_to_write(heard.text) and not asks_need:
        return Move("made_to_write", facts=told_beside(heard.text, asked, plan, facts, today), slot=asked)
    try:
        found = read_answer(heard.text, asked, facts, today, asks_need)
    except Impossible as impossible:
        return Move("impossible", slot=impossible.slot, reason=impossible.reason)
    if asked == "owed_amount" and asked in found and found[asked].value == 0:
        return Move("impossible", slot=asked, reason="nothing_owed")
    if asked == "owed_amount" and says_nothing_new(found, facts):
        return Move("why", slot=asked)
    if asks_need:
        found = beside_question(found, heard.text)
    if found:
        return Move("hand_over" if asks_need else _kind(asked, found), facts=found, slot=asked)
    return Move("nonsense", slot=asked) if foreign and not act else _no_answer(heard, act, asked, plan, facts, today)


def _is_place(heard: Heard, asked: str) -> bool:
    """Whether small talk by its sound is a place, where one is asked (河南周口 太康)."""
    return asked == "work_place" and heard.act == "smalltalk" and is_region(normalise(heard.text).replace(" ", ""))


def _kind(asked: str, found: Mapping[str, Fact]) -> Literal["answer", "aside"]:
    """An answer, or an aside: the sum of a crew does not tell his own, the name of who owes no project."""
    beside = asked == "owed_amount" and not is_told(asked, found)
    return "aside" if beside or (asked != "debtor_name" and found.keys() == {"debtor_name"}) else "answer"


def _after_all(text: str, asked: str, facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """What NLU takes for a correction, read as the answer to the question that is still open; else empty."""
    name = bare(text).removeprefix("是").removeprefix("叫")
    if not text or is_told(asked, facts) or (asked in NO_PERSON and is_person(name)):
        return {}
    try:
        found = read_answer(text, asked, facts, today, False)
    except Impossible:
        return {}
    return found if asked in found else {}


def _asks(heard: Heard) -> bool:
    """Whether the text asks for something that can be answered, a bare 怎么办 too."""
    likely = heard.need_confidence >= ASKED_NEED and heard.need != "out_of_scope"
    return likely and is_question(heard.text) and not is_foreign(heard.text)


def _dont_know(heard: Heard, asked: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move:
    """Not known; what is told beside it (不晓得哪个项目,好像是中铁几局的), or after all the answer, is kept."""
    if is_foreign(heard.text) or heard.act_confidence >= CERTAIN:
        return Move("dont_know", slot=asked)
    rest = ",".join(clause for clause in typed_clauses(heard.text) if not NOT_KNOWN.search(clause))
    try:
        told = asked not in TEXT_SLOTS or (asked == "debtor_name" and _names_somebody(rest))
        found = read_answer(rest, asked, facts, today, False) if rest and told else {}
    except Impossible:
        found = {}
    others = told_beside(rest, asked, plan, facts, today) if rest else {}
    if found or (others and rest == heard.text):
        return Move(_kind(asked, found) if asked in found else "aside", facts=found or others, slot=asked)
    return Move("dont_know", facts=others, slot=asked)


def _names_somebody(text: str) -> bool:
    """Whether the words beside 不晓得 are a nickname, a full name or a firm."""
    plain = bare(text)
    return bool(CALLED.search(text)) or is_person(plain) or (is_firm(plain) and not is_kind(plain))


def _no_answer(heard: Heard, act: str, asked: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move:
    """Not the fact asked: a question, other facts, another act, or nothing that was understood."""
    sure = heard.need_confidence >= SURE_NEED and heard.need not in NO_DIGRESSION
    others = told_beside(heard.text, asked, plan, facts, today)
    if _asks(heard) or act in SMALL or heard.matter:
        return Move("hand_over", facts=beside_question(others, heard.text))
    if asked in NAMES | {"debtor_kind"} and (knows_not(heard.text) or (asked == "debtor_name" and some_firm(heard.text))):
        return _dont_know(heard, asked, plan, facts, today)
    if asked == "debtor_kind" and is_only_boss(heard.text):
        return Move("why", slot=asked)  # 老板 tells nothing by itself: why it is asked, and the choice again
    if others := others or name_instead(asked, heard.text, facts):
        return Move("aside", facts=others, slot=asked)
    if asked == "debtor_name" and (firm := firm_of_a_place(heard.text)):
        return Move("answer", facts={asked: firm}, slot=asked)
    if says_right(heard.text) and not heard.again:
        return Move("right", slot=asked)
    again = _said_of_him(heard.text, asked, facts) or told_again(heard.text, asked, plan, facts, today)
    if again and not sure:
        return again
    speaks = sure and (len(heard.text) >= A_SENTENCE or heard.need_confidence >= CERTAIN)
    return Move("hand_over") if speaks else again or Move("nonsense", slot=asked)


def _said_of_him(text: str, asked: str, facts: Mapping[str, Fact]) -> Move | None:
    """Words beside the question that are understood and tell no new fact: all is well, how a name is written."""
    if says_all_is_well(text):
        return Move("calm", slot=asked)
    spelt = spelt_debtor(text, facts)
    return Move("aside", facts=spelt, slot=asked) if spelt else None
