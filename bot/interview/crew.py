"""Keeps the sum of a crew apart from the worker's own (LAW-IOU-13). Facts in, facts out."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.chinese.amounts import find_amounts
from bot.chinese.clauses import typed_clauses
from bot.chinese.companies import find_companies
from bot.chinese.crew_total import FOR_ALL, OWN, SPEAKS_OF_MANY, WE, crew_total, waiting, waits, with_total
from bot.chinese.crowd import parse_people, read_people
from bot.chinese.people import parse_name
from bot.chinese.several_debts import is_several
from bot.chinese.trades import names_trade
from bot.chinese.values import Fact
from bot.chinese.wage_sums import amount_fact
from bot.interview.whole import in_new_days

PARTS = re.compile(r"一共|总共|合计|加起来|应该是|其实是|而是|改成|是|欠|[,，。;；\s]+")
HEADS = re.compile(r"[个人名位俩仨]|口子")  # 是11个: a bare number may be anything
PAID = re.compile(r"(?<!没)(?<!没有)[给付][过了]|预支|支了|借(?![条据])|生活费|押金")  # no sum that is owed


def is_told(slot: str, facts: Mapping[str, Fact]) -> bool:
    """Whether a question is answered; a crew's sum that waits for the number of people is no answer, nor are several debts that
    wait for the whole."""
    return slot in facts and not (slot == "owed_amount" and (waits(facts[slot]) or is_several(facts[slot])))


def own_sum_only(found: Mapping[str, Fact], facts: Mapping[str, Fact] | None = None, asked: str = "") -> dict[str, Fact]:
    """The facts found, a crew's sum moved from `owed_amount` to the number of people, or left waiting for that number.

    `facts`: what was known before. When his own sum is `asked`, a mere 一共 is his own whole.
    """
    owed = found.get("owed_amount")
    if owed is None or waits(owed) or (owed.value is None and owed.low is None):
        return dict(found)
    people = found.get("people_count") or (facts or {}).get("people_count")
    if not _is_shared(owed, people, asked):
        return {**found, "owed_amount": _own_words(owed)}
    rest = {slot: fact for slot, fact in found.items() if slot != "owed_amount"}
    if people is None:
        return {**found, "owed_amount": waiting(owed.words)}
    return {**rest, "people_count": with_total(people, owed.words)}


def merged(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> dict[str, Fact]:
    """New facts over old ones: the crew's sum outlives a new number of people, and finds its place when that is told; the owed
    period moves with the days of the work.

    A debtor corrected from a firm to a person leaves the kind of debtor open.
    """
    return in_new_days(_joined(old, new), new, old)


def _joined(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> dict[str, Fact]:
    facts = {**old, **new, **_same_trade(old, new)}
    if _still_there(old) and "still_working" not in new and "end_date" not in old:
        facts.pop("end_date", None)
    if _other_kind_of_name(old, new) and "debtor_kind" not in new:
        facts.pop("debtor_kind", None)
    people, owed = facts.get("people_count"), facts.get("owed_amount")
    kept = crew_total(old.get("people_count"))
    if people and kept and crew_total(people) is None:
        facts["people_count"] = people = with_total(people, kept.words)
    if people is None or owed is None or not waits(owed):
        return facts
    if people.value == 1:
        total = crew_total(owed)
        if total:
            return {**facts, "owed_amount": _own_words(total)}
    else:
        facts["people_count"] = with_total(people, owed.words)
    return {slot: fact for slot, fact in facts.items() if slot != "owed_amount"}


def _same_trade(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> dict[str, Fact]:
    """The industry as it was told first, when another word of the same one is only the place of it (刷涂料, then 工地上)."""
    before, now = old.get("industry"), new.get("industry")
    same = before is not None and now is not None and before.value == now.value and before.state == now.state
    return {"industry": before} if same and before and now and names_trade(before.words) and not names_trade(now.words) else {}


def corrected_crew(text: str, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The corrected number of people with the crew's sum in yuan (是7个人,一共8万), and his own sum only when he calls it his;
    empty when the text tells no sum of a crew and no number beside his own sum or one that was paid (LAW-IOU-13).

    `people_count` is left out when it was told neither now nor before; the crew's sum then waits in `owed_amount`.
    """
    told = _heads(text)
    people = told or facts.get("people_count")
    own: dict[str, Fact] = {}
    total = ""
    was_paid = False
    for clause in typed_clauses(text):
        sums = [amount for amount in find_amounts(clause) if amount.unit == "sum"]
        if sums and PAID.search(clause):
            was_paid = True
        elif len(sums) == 1 and OWN.search(clause):
            own = {"owed_amount": amount_fact(sums[0])}
        elif len(sums) == 1 and _is_crews(clause, told, facts):
            total = clause
        elif sums:
            return {}
    if people is not None and people.value == 1:
        return {}
    if total:
        return {"people_count": with_total(people, total), **own} if people else {"owed_amount": waiting(total), **own}
    return {"people_count": told, **own} if told and (own or was_paid) else {}


def _heads(text: str) -> Fact | None:
    """The last number of people in the text, or None."""
    counts = [count for part in PARTS.split(text) if HEADS.search(part) and (count := parse_people(part))]
    return counts[-1] if counts else read_people(text).get("people_count")


def _is_crews(clause: str, told: Fact | None, facts: Mapping[str, Fact]) -> bool:
    """Whether the sum in a clause without a word for his own is the crew's: we, a number of people with it, or a whole where a
    crew's sum is known."""
    known = crew_total(facts.get("people_count")) is not None
    return bool(WE.search(clause) or (FOR_ALL.search(clause) and (told or known)) or (told and known))


def _other_kind_of_name(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> bool:
    """Whether a person's name takes the place of a firm's, or the other way round: the kind of debtor must be asked again."""
    names = [facts["debtor_name"].value for facts in (old, new) if "debtor_name" in facts]
    if len(names) < 2 or not all(isinstance(name, str) for name in names) or "debtor_kind" not in old:
        return False
    before, now = (bool(find_companies(str(name))) for name in names)
    person = parse_name(str(names[0 if now else 1]))
    return before != now and person is not None and person.kind == "person"


def _still_there(facts: Mapping[str, Fact]) -> bool:
    """Whether he said that he still works there: months told later are months owed, not his last day."""
    fact = facts.get("still_working")
    return fact is not None and fact.value is True


def says_nothing_new(found: Mapping[str, Fact], facts: Mapping[str, Fact]) -> bool:
    """Whether all that is found is the crew's sum which is known already."""
    before, now = crew_total(facts.get("people_count")), crew_total(found.get("people_count"))
    return set(found) == {"people_count"} and before is not None and now is not None and _same(before, now)


def _is_shared(owed: Fact, people: Fact | None, asked: str) -> bool:
    if OWN.search(owed.words) or (people is not None and people.value == 1):
        return False
    known = crew_total(people)
    if known is not None and _same(known, owed):
        return True
    crew = people is not None and (people.value or people.low or 1) > 1
    return bool((FOR_ALL if crew and asked != "owed_amount" else WE).search(owed.words))


def _same(one: Fact, other: Fact) -> bool:
    return (one.value, one.low, one.high) == (other.value, other.low, other.high)


def _own_words(owed: Fact) -> Fact:
    """Without the words that elsewhere speak of a crew (一共两万四: 两万四), so that nobody takes it for one later."""
    if not SPEAKS_OF_MANY.search(owed.words):
        return owed
    sums = [amount for amount in find_amounts(owed.words) if amount.unit == "sum"]
    return replace(owed, words=sums[0].words) if len(sums) == 1 and _same(amount_fact(sums[0]), owed) else owed
