"""The answer to one question of the claim form: that fact, and every other fact in the same text."""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from bot.chinese import answer_names as names
from bot.chinese import answer_numbers as numbers
from bot.chinese import answer_values as values
from bot.chinese import rulings
from bot.chinese.answer_lengths import counted_end
from bot.chinese.debtor import kind_of_firm
from bot.chinese.denials import without_denied
from bot.chinese.employers import is_only_a_shop
from bot.chinese.evidence_words import LOAN_NOTE, find_evidence
from bot.chinese.impossible import Impossible, check, no_such_day
from bot.chinese.labels import answers_another, read_label
from bot.chinese.leaving import day_of_leaving
from bot.chinese.normalise import normalise
from bot.chinese.not_a_name import is_nobody, is_other_fact, is_region, is_said_of, is_talk, is_total
from bot.chinese.owed_months import last_months, months_alone
from bot.chinese.scene import spaces_to_commas
from bot.chinese.story import read_story
from bot.chinese.trades import read_industry
from bot.chinese.values import Fact
from bot.chinese.yes_no import is_control, is_question, without_questions

__all__ = ["TEXT_SLOTS", "Impossible", "parse_answer"]

Reader = Callable[[str, date], Fact | None]
#: facts that are names in free text
TEXT_SLOTS = frozenset({"debtor_name", "general_contractor", "project_name", "work_place", "worker_name"})
_TIMES = ("owed_period", "start_date", "end_date")
#: facts that a story's reader may give as the answer when the plain reading found none
_FROM_STORY = (
    "debtor_kind", "industry", "start_date", "end_date", "still_working", "pay_rate", "owed_amount", "paid_amount", "owed_period",
    "people_count", "has_contract", "has_iou", "evidence_held", "promised_date", "already_tried", "other_proceeding",
    "debtor_name", "general_contractor", "project_name", "work_place", "worker_name",
)  # fmt: skip
READERS: dict[str, Reader] = {
    "debtor_kind": values.debtor_kind,
    "industry": values.industry,
    "start_date": values.start_date,
    "end_date": values.end_date,
    "still_working": values.still_working,
    "pay_rate": values.pay_rate,
    "owed_amount": values.owed_amount,
    "paid_amount": values.paid_amount,
    "owed_period": values.owed_period,
    "people_count": values.people_count,
    "has_contract": values.has_contract,
    "has_iou": values.has_iou,
    "evidence_held": values.evidence_held,
    "promised_date": values.promised_date,
    "already_tried": values.already_tried,
    "other_proceeding": values.other_proceeding,
    "worker_phone": numbers.phone,
    "debtor_phone": numbers.phone,
    "worker_id_number": numbers.id_number,
    "debtor_name": names.debtor_name,
    "general_contractor": names.company_name,
    "project_name": names.place_or_project,
    "work_place": names.work_place,
    "worker_name": names.person_name,
}
_NOT_THE_END = TEXT_SLOTS | {"start_date", "promised_date", "owed_period"}
#: slots whose answer may be a word that elsewhere steers the conversation (有, 没有, 是, 对)
_SHORT = frozenset({
    "has_contract", "has_iou", "still_working", "evidence_held", "already_tried", "other_proceeding", "debtor_kind",
    "paid_amount", "promised_date",
})  # fmt: skip
#: what the same words must not also give when this slot was asked
_NOT_BESIDE: dict[str, tuple[str, ...]] = {
    "end_date": ("promised_date", "start_date"), "start_date": ("promised_date", "end_date"),
    "promised_date": ("start_date", "end_date", "owed_period"), "debtor_name": ("worker_name",), "worker_name": ("debtor_name",),
    "owed_period": ("start_date", "end_date"), "general_contractor": ("debtor_name", "debtor_kind"),
}  # fmt: skip
#: what a short name may give beside itself
_BESIDE_A_NAME: dict[str, tuple[str, ...]] = {
    "debtor_name": ("debtor_kind", "debtor_phone", "industry"), "work_place": ("project_name", "industry"),
    "project_name": ("work_place", "industry"),
}


def parse_answer(slot: str, text: str, today: date, known: dict[str, Fact] | None = None) -> dict[str, Fact] | None:
    """The facts in an answer to the question about `slot`; None when the text does not answer it.

    Questions, control words (跳过, 不知道), chit-chat and nonsense give None: the caller handles them. `known` are the
    facts accepted so far. Raises `Impossible` (slot, reason: negative, future, end_before_start) and ValueError for a
    slot that does not exist.
    """
    if slot in rulings.SLOTS:
        return None if is_control(normalise(text).strip()) else rulings.answer(slot, text, today)
    if slot not in READERS:
        raise ValueError(f"no such fact: {slot}")
    plain = names.without_filler(normalise(spaces_to_commas(text)).strip())
    if not plain or len(plain) > 2000 or (is_control(plain) and slot not in _SHORT):
        return None
    stated = without_denied(without_questions(plain))
    if not stated or answers_another(slot, stated) or (slot in _NOT_THE_END and day_of_leaving(stated, today)):
        return None
    check_sign(slot, stated)
    if slot in (*_TIMES, "promised_date") and no_such_day(stated):
        raise Impossible(slot, "no_such_day")
    story = read_story(text, today) if len(stated) > 1 else {}
    if slot in ("debtor_name", "general_contractor") and "我" not in stated:
        number = story.pop("worker_phone", None)
        if number and slot == "debtor_name":
            story.setdefault("debtor_phone", number)  # told with the name that was asked for, it is that one's number
    firm = names.firm_told(stated, today) if slot == "debtor_kind" and "debtor_name" not in story else None
    if firm:
        kind = Fact("known", value=kind_of_firm(str(firm.value)), words=firm.words)
        story = {"debtor_kind": kind, **story, "debtor_name": firm}
    label = read_label(stated)
    if label and label[0] == "project_name" and slot == "industry" and "project_name" not in story:
        site = names.place_or_project(label[1], today)
        story |= {"project_name": site} if site and not is_region(label[1]) else {}
    if slot == "work_place" and is_region(together := stated.replace(",", "")):
        stated = together  # 河南周口 太康
    named = label[1] if label and label[0] == slot and slot != "debtor_name" else stated
    fact = READERS[slot](_without_promise(slot, named, story), today)
    if slot == "worker_phone" and "debtor_phone" in story and "worker_phone" not in story:
        fact = None  # 老板电话139…
    if slot in _TIMES and _is_another_time(slot, story):
        fact = None
    if fact and slot in TEXT_SLOTS and _is_no_name(slot, fact, story, today):
        fact = None
    if fact and slot in ("project_name", "work_place") and "debtor_name" in story and story["debtor_name"].value == fact.value:
        fact = None  # 不是中建三局欠我,是王老五: the one who owes
    if slot not in ("debtor_name", "worker_name", "work_place") and (
            whole := names.rest_of_name((known or {}).get("debtor_name"), stated)):
        return {"debtor_name": whole}
    if slot == "project_name" and (firm := names.firm_for_project(stated, today)):
        return {"general_contractor": firm}
    if fact is None and slot == "owed_period":
        fact = last_months(stated, known or {}, today)
    if fact is None and slot in _FROM_STORY and not is_question(stated):
        fact = _of_story(slot, stated, story)
    if fact is None:
        fact = counted_end(slot, stated, known or {}, today)
    if fact is None:
        project = names.project_for_contractor(stated, today) if slot == "general_contractor" else None
        return {"project_name": project} if project else None
    return _together(slot, fact, story, text, today, known or {})


def _of_story(slot: str, stated: str, story: dict[str, Fact]) -> Fact | None:
    """The fact that the answer tells as a story does; still there is an answer to when it ended."""
    fact = story.get(slot)
    if fact and slot == "debtor_kind" and is_only_a_shop(fact) and values.only_tells_its_acts(stated, fact):
        return None
    still = story.get("still_working")
    return still if slot == "end_date" and fact is None and still and still.value else fact


def _is_another_time(slot: str, story: dict[str, Fact]) -> bool:
    """Whether the words make of the time something else than was asked (8月的工资没发: no last day, 8月底开始的: no period)."""
    if slot in story or "still_working" in story:
        return False
    if slot == "owed_period":
        return len({"start_date", "end_date"} & story.keys()) == 1
    return "owed_period" in story


def _without_promise(slot: str, stated: str, story: dict[str, Fact]) -> str:
    """The text without the day on which payment was promised, where another time is asked (欠条上写的五一前付清)."""
    promised = story.get("promised_date")
    if slot not in _TIMES or promised is None or slot in story:
        return stated
    return stated.replace(promised.words, "") if promised.words in stated else ""


def _is_no_name(slot: str, fact: Fact, story: Mapping[str, Fact], today: date) -> bool:
    """Whether what was read as a name is a fact of another kind, tells when he worked, or is no firm's or person's name."""
    if not isinstance(fact.value, str):
        return False
    if any(slot in story and story[slot].words in fact.value for slot in ("start_date", "end_date")):
        return True
    if fact.state == "known" and slot != "worker_name" and (is_talk(slot, fact.value) or (
            slot != "debtor_name" and is_said_of(fact.words))):
        return True
    if slot == "debtor_name" and "worker_name" in story and fact.value == story["worker_name"].value:
        return True  # 我叫王大强
    if is_total(fact.value) or (slot == "project_name" and is_region(fact.value)):
        return True
    return is_other_fact(fact.value, today) or (slot in ("debtor_name", "general_contractor") and is_nobody(fact.value))


def _together(slot: str, fact: Fact, story: dict[str, Fact], text: str, today: date, known: dict[str, Fact]) -> dict[str, Fact]:
    """The asked fact first, then the others of the text; facts that only exist because of the same words are dropped."""
    found = {_slot_of(slot, fact): fact}
    alone = slot in TEXT_SLOTS and len(text) <= 16 and not re.search(r"[,，。;；]", text)
    if slot in ("start_date", "end_date") and "start_date" in story and "end_date" in story:
        found = {"start_date": story["start_date"], "end_date": story["end_date"]}
    if slot == "owed_amount" and "owed_period" not in story and (months := months_alone(normalise(text), today)):
        story = {other: told for other, told in story.items() if other not in ("start_date", "end_date")}
        story["owed_period"] = months
    if slot == "has_iou" and LOAN_NOTE in find_evidence(fact.words, default=True):
        story = {"evidence_held": Fact("known", value=[LOAN_NOTE], words=fact.words), **story}
    for other, told in story.items():
        if other in found or other in _NOT_BESIDE.get(slot, ()) or (alone and other not in _BESIDE_A_NAME.get(slot, ())):
            continue
        if slot == "debtor_name" and other == "industry" and told.words in str(fact.value):
            found |= read_industry(normalise(text).replace(str(fact.value), ""))  # the trade beside the name, not the one in it
            continue
        if slot in ("work_place", "project_name") and other == "industry" and alone and told.words in str(fact.value):
            continue  # a word in the name of the place (花果园工地)
        if slot in ("worker_phone", "debtor_phone") and other in ("worker_phone", "debtor_phone"):
            continue
        found[other] = told
    check(found, known, today)
    return found


def _slot_of(slot: str, fact: Fact) -> str:
    """还在干 as the answer to 'until when' is the fact `still_working`."""
    return "still_working" if slot == "end_date" and isinstance(fact.value, bool) else slot


def check_sign(slot: str, text: str) -> None:
    """Raise `Impossible` when a sum or a number of people is negative (-3000, 负五百)."""
    if slot in ("owed_amount", "paid_amount", "pay_rate", "people_count") and re.match(
        r"(?:大概|老板|拖?欠|差|了|着|是|一共|总共|我|一天|一个月|给了)*\s?(?:-|−|负)\s?[\d一二两三四五六七八九十百千万]", text
    ):
        raise Impossible(slot, "negative")
