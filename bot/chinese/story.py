"""Every fact of a wage claim that a free text tells. Only what different months stay out is added up, nothing is guessed."""
from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.chinese.crew_total import own_beside_total, with_total, with_whose_sum
from bot.chinese.crowd import read_people, workmates
from bot.chinese.days_worked import read_days_worked
from bot.chinese.debtor import read_debtor
from bot.chinese.evidence_words import read_contract, read_evidence, read_iou
from bot.chinese.impossible import not_yet
from bot.chinese.kin import kin_names
from bot.chinese.labels import labelled
from bot.chinese.landmarks import without_landmarks
from bot.chinese.not_a_name import is_nobody, is_talk
from bot.chinese.own_sums import own_sum, than_others
from bot.chinese.people import starts_like_a_name
from bot.chinese.personal import TOKEN
from bot.chinese.places import read_project, read_work_place
from bot.chinese.scene import Scene, read_scene
from bot.chinese.second_hand import is_second_hand
from bot.chinese.several_debts import is_several
from bot.chinese.times import read_times
from bot.chinese.trades import read_industry
from bot.chinese.tried import read_tried
from bot.chinese.values import Fact
from bot.chinese.wage_sums import amount_fact, read_money
from bot.chinese.whose import read_worker_name
from bot.chinese.workplaces import find_service_firms

_THEIRS = re.compile(r"老板|包工头|工头|班组长|带班|他|她|对方|公司|负责人|欠钱的|经理|中介|雇主")
_MINE = re.compile(r"(?<!欠)(?<!给)(?<!差)(?<!该)(?<!跟)(?:我|本人|俺)(?!们?老板)")
#: somebody's number by his name: 刘建军的号码是
_NAMED = re.compile(r"(?:^|[,。;!?])(?P<name>[\u4e00-\u9fff]{2,4})的(?:手机|电话|号码|联系方式)+(?:就?是|:)?$")
_BEHIND = re.compile(rf"就?是(?:{_THEIRS.pattern})的")
#: facts of the time worked
WORKED = frozenset({"start_date", "end_date", "owed_period"})
#: facts about the speaker himself, never second-hand
OWN = frozenset({"worker_name", "worker_phone", "worker_id_number"})


def read_story(text: str, today: date) -> dict[str, Fact]:
    """Slot -> Fact for every fact in the text; what is not said is absent.

    Facts told for somebody else have the state "second_hand" (a vague one keeps `low` and `high`). `words` is the
    piece of the given text.
    """
    return deepcopy(_facts(text, today))


@lru_cache(maxsize=4)  # a message is asked by several for what it tells; it is not kept longer than that
def _facts(text: str, today: date) -> dict[str, Fact]:
    scene = read_scene(text, today)
    if not scene.text.strip():
        return {}
    facts = {slot: fact for slot, fact in _read(scene).items() if not (slot in WORKED and not_yet(fact, today))}
    if is_second_hand(scene.text):
        own = {slot for slot, fact in facts.items() if slot in OWN or is_several(fact)}
        facts = {slot: fact if slot in own else replace(fact, state="second_hand") for slot, fact in facts.items()}
    return {slot: scene.said(fact) for slot, fact in facts.items()}


def _read(scene: Scene) -> dict[str, Fact]:
    text = scene.text
    facts: dict[str, Fact] = {}
    for found in (
        read_debtor(without_landmarks(text)), read_project(text), read_work_place(text), read_industry(_own_work(text)),
        read_times(scene),
        read_money(scene), read_people(text), read_contract(text), read_iou(text), read_evidence(text), read_tried(text),
        read_worker_name(text), read_numbers(scene), read_days_worked(text), _labelled(text),
    ):  # fmt: skip
        for slot, fact in found.items():
            facts.setdefault(slot, fact)
    return _agree(_own_and_total(scene, facts))


def _labelled(text: str) -> dict[str, Fact]:
    """The names of the unit, the site and the contractor that stand under their own labels and are no talk."""
    return {slot: Fact("known", value=name, words=name) for slot, name in labelled(text).items()
            if not is_talk(slot, name) and not is_nobody(name)}


def _own_work(text: str) -> str:
    """The text without the workmate whose trade is named there (还有个传菜的小妹也没拿到) and without the name of a service
    firm beside which he tells what he does (在云山物业做保安)."""
    more = workmates(text)
    text = text.replace(more["who"], "", 1) if more else text
    for firm in find_service_firms(text):
        rest = text.replace(firm.name, "", 1)
        text = rest if read_industry(rest) else text
    return text


def _own_and_total(scene: Scene, facts: dict[str, Fact]) -> dict[str, Fact]:
    """His own sum beside the crew's: his is what is owed, the crew's stays with the number of people."""
    both = own_beside_total(scene)
    if both is None:
        mine = than_others(scene) or (None if "owed_amount" in facts else own_sum(scene))
        return {**facts, "owed_amount": amount_fact(mine)} if mine else with_whose_sum(scene, facts)
    people = facts.get("people_count")
    return {**facts, "owed_amount": both[0]} | ({"people_count": with_total(people, both[1])} if people else {})


def _agree(facts: dict[str, Fact]) -> dict[str, Fact]:
    """Has an IOU or a contract -> it is evidence; says there is none -> it is not."""
    held = facts.get("evidence_held")
    kinds = list(held.value) if held else []
    words = held.words if held else ""
    for slot, kind in (("has_iou", "iou"), ("has_contract", "contract")):
        fact = facts.get(slot)
        if fact is None:
            continue
        if fact.value and kind not in kinds:
            kinds.append(kind)
            words = f"{words}、{fact.words}" if words else fact.words
        elif fact.value is False and kind in kinds:
            kinds.remove(kind)
    if is_several(facts.get("owed_amount")):
        facts.pop("owed_period", None)  # the time of one of the debts is not that of all
    facts.pop("evidence_held", None)
    if kinds:
        facts["evidence_held"] = Fact("known", value=kinds, words=words)
    return facts


def read_numbers(scene: Scene) -> dict[str, Fact]:
    """`worker_phone`, `debtor_phone`, `worker_id_number`: the number (or the token that stands for it)."""
    facts: dict[str, Fact] = {}
    kinds = {"身份证": "id_number", "手机号": "phone", "银行卡": "bank_card"}
    sure = [found for found in scene.personal if found.valid or found.kind == "phone"]
    numbers: list[tuple[str, int, str]] = [(found.kind, found.start, found.value) for found in sure]
    numbers += [(kinds[token.group(1)], token.start(), token.group()) for token in TOKEN.finditer(scene.text)]
    for kind, start, value in numbers:
        slot = _owner(kind, scene.text[max(0, start - 20) : start], scene.text[start + len(value) :])
        if slot:
            facts.setdefault(slot, Fact("known", value=value, words=value))
    return facts


def _owner(kind: str, before: str, behind: str) -> str | None:
    """Whose number it is: of the one named last before it, or just behind it (139…是包工头的); else the speaker's."""
    last = [max((match.start() for match in pattern.finditer(before)), default=-1) for pattern in (_THEIRS, _MINE)]
    named = _NAMED.search(before)
    of_another = named is not None and starts_like_a_name(named["name"]) and not kin_names(before)
    theirs = last[0] > last[1] or of_another or bool(_BEHIND.match(behind))
    if kind == "phone":
        return "debtor_phone" if theirs else "worker_phone"
    return "worker_id_number" if kind == "id_number" and not theirs else None
