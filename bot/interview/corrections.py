"""A correction: which fact is meant, and the new value when it was said."""
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bot.chinese.amounts import find_amounts
from bot.chinese.answer_values import debtor_kind
from bot.chinese.answers import Impossible, parse_answer
from bot.chinese.companies import find_companies
from bot.chinese.crowd import parse_people
from bot.chinese.date_known import in_known_years, tells_a_year
from bot.chinese.denials import is_denied, never_said, without_denied
from bot.chinese.gone import tells_an_end
from bot.chinese.impossible import bounds, check
from bot.chinese.labels import is_person
from bot.chinese.normalise import normalise
from bot.chinese.not_a_name import named_none
from bot.chinese.owed_months import only_months
from bot.chinese.scene import spaces_to_commas
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.chinese.wage_sums import owes_workers
from bot.chinese.yes_no import bare
from bot.interview.crew import HEADS, corrected_crew, is_told
from bot.interview.moves import Move
from bot.interview.questions import Plan
from bot.interview.reading import are_months
from bot.interview.wrong import (
    HEDGE,
    TOTAL,
    WRONG,
    parted,
    says_wrong,
    without_wrong,
)

PIECES = re.compile(r"改成|改为|改到|换成|应该是|应该叫|应是|其实是|而是|是叫|是|为|一共|总共|合计|[,，。;；\s]+")
DENIED = re.compile(r"(?:不是|并非)\s*(?!改|换|应)[^,，。;；\s是]+")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
WORK_TIME = ("start_date", "end_date")
LEFT = re.compile(r"走|停|回来|回家|到")  # looser than bot/chinese/gone.py: a day stands beside it
UNPAID = re.compile(r"没[给发结]|工资")
CAME = re.compile(r"来|进|开始|开工|上班|入职|入厂|入场")

def is_unsure(text: str, plan: Plan) -> bool:
    """Whether the text only says that he is not sure (应该是去年3月), and takes nothing back."""
    takes_back = says_wrong(text) or re.search("不是|而是|改", text)
    return bool(HEDGE.search(text)) and not takes_back and not named_slot(text, plan)


def there_is_none(text: str, facts: Mapping[str, Fact], asked: str = "") -> Move | None:
    """The known contractor or project taken back: there is none (不对,没得总包). None for another text."""
    slot = named_none(text)
    if not slot or slot == asked or slot not in facts or not facts[slot].value:
        return None
    return Move("answer", facts={slot: Fact("unknown", words=text)}, slot=slot)


def other_debtor(text: str, asked: str, facts: Mapping[str, Fact], today: date) -> Move | None:
    """Another debtor than the known one, who is denied (不是中建三局欠我,是王老五); his name is asked again when none is told."""
    known = facts.get("debtor_name")
    plain = normalise(spaces_to_commas(text))
    name = known.value if known and isinstance(known.value, str) else ""
    start = plain.find(name) if name else -1
    whole = start >= 0 and is_denied(plain, start, start + len(name))
    part = any(match["said"] != name and match["said"] in name for match in _NOT_HIM.finditer(plain))
    if not whole and not part:
        return None
    told = {slot: fact for slot, fact in read_story(text, today).items() if slot in ("debtor_name", "debtor_kind")}
    if "debtor_name" not in told:
        return Move("correct", slot="debtor_name")
    return Move("answer", facts=told, slot=asked if asked in told else "debtor_name")


#: a part of the known name that is denied (是张树林,不是煤矿 where 乌海煤矿 is known)
_NOT_HIM = re.compile("不是(?:那个|这个|什么)?(?P<said>[^,。;!?欠我]{2,8})(?=$|[,。;!?欠我])")


def named_slot(text: str, plan: Plan) -> str:
    """The slot whose name stands in the text; the longest name wins; "" when none."""
    named = [(len(name), q.slot) for q in plan.questions for name in q.names if name in text]
    return max(named)[1] if named else ""


def correction(text: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move:
    """An answer with the new value, or the slot to ask again, or a correction of nobody knows what."""
    text = without_denied(parted(text)) if never_said(parted(text)) else text
    slot = named_slot(text, plan)
    if not slot and plan.question("owed_period") and (months := _owed_months(text, facts, today)):
        return Move("answer", facts={"owed_period": months}, slot="owed_period")
    whole = _crew(text, plan, facts) if slot in ("", "people_count", "owed_amount") else None
    whole = whole or (None if slot else _work_time(text, plan, facts, today))
    if whole:
        return whole
    slot = slot or _meant(text, plan, facts)
    if not slot:
        return Move("correct")
    try:
        found = _value(slot, text, {name: fact for name, fact in facts.items() if name != slot}, today)
    except Impossible as impossible:
        return Move("impossible", slot=slot, reason=impossible.reason)
    found = _sure_rate(found, facts.get("pay_rate"), text, today) if found and slot == "pay_rate" else found
    if found is None:
        return Move("correct", slot=slot)
    return Move("answer", facts={slot: found, **_paid_beside(slot, text, today)}, slot=slot)


def _paid_beside(slot: str, text: str, today: date) -> dict[str, Fact]:
    """What was paid, told beside the corrected sum (是一万六千多,上个月还了我两千)."""
    paid = read_story(text, today).get("paid_amount") if slot == "owed_amount" else None
    return {"paid_amount": paid} if paid else {}


def _sure_rate(found: Fact, before: Fact | None, text: str, today: date) -> Fact:
    """A bare number in place of a known rate is as sure as that one and has its unit, unless the text tells another unit
    (不是280是300; 一个月是6000)."""
    if found.state != "vague" or found.low is None or found.low != found.high:
        return found
    told = parse_answer("pay_rate", without_wrong(text).replace("是", ""), today) or {}
    rate = told.get("pay_rate")
    if rate and rate.value and rate.value["amount"] == found.low["amount"]:
        return rate
    old = (before.value or before.low) if before else None
    if before is None or not isinstance(old, dict):
        return found
    words = before.words.replace(f"{old['amount']:g}", found.words) if old["unit"] == "piece" else found.words
    return Fact("known", value={**old, "amount": found.low["amount"]}, words=words)


def _crew(text: str, plan: Plan, facts: Mapping[str, Fact]) -> Move | None:
    """Other people and another sum of theirs (是7个人,一共8万); the number is asked when it is open and his own sum is known."""
    if not plan.question("people_count") or TOTAL.search(text):
        return None
    found = corrected_crew(DENIED.sub("", text), facts)
    if found and "people_count" not in found:
        return Move("correct", slot="people_count") if is_told("owed_amount", facts) else None
    return Move("answer", facts=found, slot="people_count") if found else None


def _work_time(text: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> Move | None:
    """The first and the last day, told as a stretch of time and nothing else (应该是六月到八月干的); None for another text."""
    rest = DENIED.sub("", without_wrong(text)).strip(" ,，。")
    last = [piece for piece in PIECES.split(rest) if piece][-1:]
    if not last or find_amounts(text) or UNPAID.search(text) or not plan.question("start_date"):
        return None
    known = {slot: fact for slot, fact in facts.items() if slot not in WORK_TIME}
    try:
        found = parse_answer("start_date", last[0], today, known=known) or {}
        if not set(WORK_TIME) <= found.keys():
            return None
        days = {slot: found[slot] for slot in WORK_TIME}
        days = days if tells_a_year(rest) else in_known_years(days, known, today)
        check(days, known, today)
    except Impossible as impossible:
        return Move("impossible", slot=impossible.slot, reason=impossible.reason)
    return Move("answer", facts={slot: days[slot] for slot in WORK_TIME}, slot="end_date")


def _meant(text: str, plan: Plan, facts: Mapping[str, Fact]) -> str:
    """The fact by the kind of value: a rate, a sum (what is owed), a day (the last or the first one), a head count, a kind of
    debtor, a name."""
    if _denied_rate(text, facts) and plan.question("pay_rate"):
        return "pay_rate"
    if slot := _denied_number(text, facts):
        return slot if plan.question(slot) else ""
    if any(amount.unit != "sum" for amount in find_amounts(text)) and "pay_rate" in facts and plan.question("pay_rate"):
        return "pay_rate"
    if any(amount.unit == "sum" for amount in find_amounts(text)) and "owed_amount" in facts and plan.question("owed_amount"):
        return "owed_amount"
    if re.search(r"[月号日年]", text) and plan.question("end_date"):
        return "end_date" if LEFT.search(text) or tells_an_end(text) else "start_date" if CAME.search(text) else ""
    last = [piece for piece in PIECES.split(text) if piece][-1:]
    if last and "people_count" in facts and plan.question("people_count") and HEADS.search(last[0]) and parse_people(last[0]):
        return "people_count"
    kind = last and "debtor_kind" in facts and plan.question("debtor_kind") and not _is_firm(last[0])
    if kind and debtor_kind(last[0], date.min):
        return "debtor_kind"
    return _whose_name(last[0], plan, facts) if last else ""


def _owed_months(text: str, facts: Mapping[str, Fact], today: date) -> Fact | None:
    """The unpaid months in place of those told before: several months, or one that he says was not paid, and nothing else;
    within the time of the work, as far as it is known."""
    if "owed_period" not in facts:
        return None
    rest = bare(without_wrong(parted(text)))
    rest = rest if rest.endswith("的") or UNPAID.search(rest) else rest + "的"
    months = only_months(rest, today)
    if months is None:
        return None
    found = {"owed_period": months}
    told = found if tells_a_year(rest) else in_known_years(found, facts, today)
    value = told["owed_period"].value
    if not isinstance(value, list) or not _in_time(value, facts):
        return None
    sure = are_months(rest, today) or UNPAID.search(rest) or _are_a_part(value, facts)
    return told["owed_period"] if sure else None


def _are_a_part(months: list[str], facts: Mapping[str, Fact]) -> bool:
    """Whether months are a part of the known time of the work: who corrects that one would widen it or move it."""
    start, end = bounds(facts.get("start_date")), bounds(facts.get("end_date"))
    return start is not None and end is not None and months[0][:7] > start[1].isoformat()[:7]


def _in_time(months: list[str], facts: Mapping[str, Fact]) -> bool:
    """Whether months (first day, last day) lie between the first and the last month of the work, where these are known."""
    start, end = bounds(facts.get("start_date")), bounds(facts.get("end_date"))
    early = start is not None and months[0][:7] < start[0].isoformat()[:7]
    late = end is not None and months[1][:7] > end[1].isoformat()[:7]
    return not early and not late


def _denied_rate(text: str, facts: Mapping[str, Fact]) -> bool:
    """Whether the sum that he denies is the known rate (应该是260不是280)."""
    rate = facts["pay_rate"].value if "pay_rate" in facts else None
    sums = [amount.low for denied in DENIED.findall(text) for amount in find_amounts(denied)]
    return isinstance(rate, dict) and round(rate["amount"] * 100) in sums


def _denied_number(text: str, facts: Mapping[str, Fact]) -> str:
    """The one known fact whose bare number he denies (不是18是19: the rate); "" when none has it, or several do."""
    told = {"pay_rate": facts["pay_rate"].value["amount"] if _is_rate(facts.get("pay_rate")) else None,
            "people_count": facts["people_count"].value if "people_count" in facts else None,
            "owed_amount": facts["owed_amount"].value if "owed_amount" in facts else None}
    denied = {float(number) for piece in DENIED.findall(text) for number in NUMBER.findall(piece)}
    meant = [slot for slot, value in told.items() if value is not None and value in denied]
    return meant[0] if len(meant) == 1 else ""


def _is_rate(fact: Fact | None) -> bool:
    return fact is not None and isinstance(fact.value, dict)


def _is_firm(name: str) -> bool:
    """Whether the text is a firm's name and nothing else."""
    return any(firm.name == name for firm in find_companies(name))


def _whose_name(piece: str, plan: Plan, facts: Mapping[str, Fact]) -> str:
    """The one known name of the same kind as this one: a person's (刘大柱) or a firm's (中铁五局); "" when none or several."""
    name = re.sub(r"^(?:名字|他)?叫|[吧啊呀嘛哦]+$", "", piece)
    if is_person(name):
        kind, slots = False, ("debtor_name", "worker_name")
    elif _is_firm(name):
        kind, slots = True, ("debtor_name", "general_contractor")
    else:
        return ""
    told = [slot for slot in slots if plan.question(slot) and slot in facts and facts[slot].value]
    alike = [slot for slot in told if slot == "general_contractor" or bool(find_companies(str(facts[slot].value))) is kind]
    return alike[0] if len(alike) == 1 else ""


def _value(slot: str, text: str, known: Mapping[str, Fact], today: date) -> Fact | None:
    """The last piece of the text that reads as a value of the slot (不是3000是5000: 5000)."""
    if slot == "owed_amount" and owes_workers(text):
        return read_story(text, today).get(slot)
    pieces = [piece for piece in PIECES.split(DENIED.sub("", text))[1:] if piece]
    alone = [without_wrong(text)] if WRONG.search(text) else []  # 签了合同的,我刚说错了: the value stands before
    for piece in [*reversed(pieces), *alone]:
        found = parse_answer(slot, piece, today, known=dict(known))
        if found and slot in found:
            return found[slot]
    return None
