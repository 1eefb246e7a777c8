"""Names and numbers in answers: what looks like a name and is none, and a name that does not look like one."""
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bot.chinese import lexicon
from bot.chinese.answer_names import completes
from bot.chinese.answers import TEXT_SLOTS, parse_answer
from bot.chinese.companies import find_companies, is_firm
from bot.chinese.labels import is_person
from bot.chinese.people import parse_name
from bot.chinese.places import find_places, find_projects
from bot.chinese.values import Fact
from bot.chinese.yes_no import bare

MOST_PEOPLE = 500  # a bare number above it is a sum: nobody counts so many workmates
#: how one writes a character is told, no name: 汪是三点水的汪, 王是三横王
SPELT = re.compile(r"^(?:就?是)?[\u4e00-\u9fff]?(?P<sign>[\u4e00-\u9fff])是[\u4e00-\u9fff]{1,6}(?:的|那个)?(?P=sign)字?$")
#: another claim is meant, no name: 回到刘姐那份
OTHER_ONE = re.compile("^(?:回到|说回|换回|转回)|那(?:一)?[份笔](?:的|吧|怎么办)?$")
NUMBERS = ("worker_phone", "debtor_phone", "worker_id_number")
ASKED_HIM = re.compile("(?<=找过)(?P<name>[\u4e00-\u9fff]{2,3}?)(?=好多|好几|很多|几|多|两|三|要|,|，|$)")
NO_PERSON = frozenset({"project_name", "work_place", "general_contractor"})  # never a person alone
_NAMED_AGAIN = re.compile("^(?:总包|就|也|还|都|应该|可能|好像|是)+|(?:承?包|负责|管|带)的?$|这个人$")
STILL = re.compile("^(?:还是|那就|就是|应该是)+")
ADDRESS = re.compile("(?:那边|这边|那里|这里|附近|旁边|一带|路|街|镇|村|区|县)$")
FIRM = re.compile("(?:厂|店|公司|馆|部|行|坊|场|超市|酒楼|中心|站)$")


def is_no_name(asked: str, text: str) -> bool:
    """Whether the answer to a question for a name is a day, the way to write a character, or, for a firm, only a place."""
    plain = STILL.sub("", bare(text))
    if asked not in TEXT_SLOTS:
        return False
    if asked == "general_contractor" and is_address(plain):
        return True
    return bool(SPELT.match(plain) or OTHER_ONE.search(plain))


def is_address(plain: str) -> bool:
    """Whether the text is a place with a street or a district at its end, and no firm (遵义汇川区上海路那边)."""
    return bool(ADDRESS.search(plain) and find_places("在" + plain)) and not find_companies(plain)


def place_instead(asked: str, text: str, today: date) -> dict[str, Fact]:
    """The place of the work, told where the main contractor was asked; else empty."""
    if asked != "general_contractor" or not is_address(bare(text)):
        return {}
    return {slot: fact for slot, fact in (parse_answer("work_place", text, today) or {}).items() if slot == "work_place"}


def spelt_debtor(text: str, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The known name of who owes, when it is told how a character of it is written; else empty."""
    spelt, known = SPELT.match(bare(text)), facts.get("debtor_name")
    return {"debtor_name": known} if spelt and known and spelt["sign"] in str(known.value) else {}


def debtor_again(asked: str, text: str, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The known person who owes, named again (罗三, 就是罗三包的, 老周 for 周德贵) where a firm, a site or a place was asked: no
    answer to that; empty for another name, and for a firm that owes, which may be the contractor."""
    known = facts.get("debtor_name")
    said = _NAMED_AGAIN.sub("", bare(text))
    if asked not in NO_PERSON or not said or known is None or not isinstance(known.value, str) or not is_one_person(known.value):
        return {}
    same = said == known.value or completes(Fact("known", value=said), known.value)
    return {"debtor_name": known} if same else {}


def is_one_person(name: str) -> bool:
    """Whether a name that stands alone is a person's, also by half (罗三, 老周)."""
    found = parse_name(name)
    return found is not None and (found.kind, found.value) == ("person", name)


def name_instead(asked: str, text: str, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """A person's full name typed where a number was asked: the known one told again, the debtor's while his is open, else the
    worker's own; shown, so that it can be corrected. Empty when it is no name."""
    name = bare(text)
    if asked not in NUMBERS or not is_person(name):
        return {}
    told = {slot: facts[slot] for slot in ("worker_name", "debtor_name") if slot in facts and facts[slot].value == name}
    if told:
        return told
    debtor, worker = facts.get("debtor_name"), facts.get("worker_name")
    surname = str(debtor.value) if debtor and debtor.value else ""
    half = f"姓{name[0]}|[老小]?{name[0]}(?:老板|总|工头)?"
    theirs = bool(worker and worker.value) and (not surname or re.fullmatch(half, surname))
    return {"debtor_name" if theirs else "worker_name": Fact("known", value=name, words=text)}


def firm_of_a_place(text: str) -> Fact | None:
    """A firm called after a place (永兴电子厂), told again and again where its name was asked; None for a mere kind of firm."""
    plain = bare(text)
    place = next((span for span in find_places("在" + plain) if span[0] == 1), None)
    rest = plain[place[1] - 1:] if place else ""
    named = FIRM.search(rest) and rest not in {"厂", "店"} and plain not in lexicon.every_word("debtor")
    return Fact("known", value=plain, words=text) if named else None


def is_sure_name(slot: str, name: str) -> bool:
    """Whether a name taken as an answer is known for a firm, a person, a project or a place; another is played back, so that he
    sees what stands in his papers."""
    if slot in ("project_name", "work_place"):
        return bool(find_projects("在" + name) or find_places("在" + name)) or is_firm(name)
    return is_firm(name) or (slot != "general_contractor" and (is_person(name) or is_one_person(name)))


def too_many(asked: str, text: str) -> bool:
    """Whether a bare number is too great for a number of workmates (3200)."""
    plain = bare(text)
    return asked == "people_count" and plain.isdecimal() and int(plain) > MOST_PEOPLE


def with_boss(text: str, facts: Mapping[str, Fact]) -> str:
    """The text with 老板 in place of the known name of who owes, or of somebody whom he asked (找过张明贵好多回), for readers
    that do not know him."""
    known = facts.get("debtor_name")
    text = text.replace(str(known.value), "老板") if known and known.value else text
    named = ASKED_HIM.search(text)
    return text.replace(named["name"], "老板") if named and is_person(named["name"]) else text
