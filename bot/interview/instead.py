"""One known fact taken back for another: 不是合肥,是芜湖 · 把木工改成钢筋工 · 包工头换成某某劳务公司 · 不对,老板叫王海涛."""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from bot.chinese.answer_values import debtor_kind, industry
from bot.chinese.answers import parse_answer
from bot.chinese.companies import find_companies
from bot.chinese.date_known import in_known_years, tells_a_year
from bot.chinese.dates import parse_date
from bot.chinese.debtor import kind_of_firm
from bot.chinese.impossible import check
from bot.chinese.labels import is_person, read_label
from bot.chinese.normalise import normalise
from bot.chinese.not_a_name import is_region
from bot.chinese.scene import spaces_to_commas
from bot.chinese.trades import find_trades
from bot.chinese.values import Fact
from bot.interview.questions import Plan
from bot.interview.reading import is_question

_WRONG = r"(?:(?:不对|不是|错了|[说写打记填搞弄]错了?|哎呀?|等等)(?:的|了|啊|哦|哈)?[,\s]*)+"
_OLD, _NEW = r"(?P<old>[^,是]{2,16}?)", r"(?P<new>[^,]{2,24})"
#: the words for what is taken back, and for what stands in its place
_PAIRS = tuple(re.compile(pattern) for pattern in (
    rf"^(?:{_WRONG})?(?P<who>[^,不]{{0,6}}?)(?:不是|并非|不叫)(?:在|叫|什么)?{_OLD},?(?:而|应该|其实|就)*(?:是|叫)(?:叫|在)?{_NEW}$",
    rf"^(?:{_WRONG})?(?P<who>[^,不是]{{0,6}}?)(?:应该|其实|就)*(?:是|叫)(?:在)?(?P<new>[^,不]{{2,24}}?),?(?:不是|并非|不叫)(?:在|叫)?(?P<old>[^,是]{{2,16}})$",
    rf"^(?:{_WRONG})?(?:把|将)?(?P<who>)(?P<old>[^,]{{2,16}}?)(?:改|换|更正|改正)(?:成|为|到|做|作),?{_NEW}$",
))
_TAKEN_BACK = re.compile(rf"^{_WRONG}(?P<rest>.+)$")
_TAIL = re.compile("[ ,。.!吧啊呀嘛哦噻]+$")
_DONE = re.compile("(?:(?:干|做|上班|打工)?的|那边|那里)$")
_HIMSELF = re.compile("我|俺")
_NAMES = ("debtor_name", "general_contractor", "project_name", "work_place", "worker_name")
_DAYS = ("start_date", "end_date")
#: facts that may be the speaker's own (我不是木工)
_HIS = frozenset({"industry", "work_place", "worker_name", *_DAYS})

#: one fact is to go, by its name: 删掉工价, 把金额删了
_GO = r"(?:删掉|删除|删了|删去|去掉|清掉|清除|擦掉|抹掉|划掉)"
_CLEAR = re.compile(rf"(?:请|帮我)?(?:{_GO}(?:那个|这个|我的|那条|那一条)?(?P<behind>[^,]{{2,8}}?)|"
                    rf"(?:把|将)?(?P<before>[^,]{{2,8}}?)(?:这条|那条)?{_GO})(?:了|吧)*")


def to_clear(text: str, plan: Plan, facts: Mapping[str, Fact]) -> str:
    """The slot of the one known fact that the whole message wants to be dropped (删掉工价), or ""."""
    match = _CLEAR.fullmatch(normalise(text).strip(" ,。.!"))
    name = (match["behind"] or match["before"]) if match else ""
    return next((question.slot for question in plan.questions if name in question.names and question.slot in facts), "")


def instead(text: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """The facts that take the place of a known one, which the text names by its value or its label; empty for another text.

    Raises `Impossible` when a corrected day cannot be."""
    plain = _TAIL.sub("", normalise(spaces_to_commas(text)).strip())
    if is_question(plain):
        return {}
    for pattern in _PAIRS:
        pair = pattern.match(plain)
        old, new = (_DONE.sub("", pair[part]) for part in ("old", "new")) if pair else ("", "")
        slot = _meant(old, pair["who"], plan, facts, today) if pair else ""
        if not slot and pattern is _PAIRS[-1] and plan.question("debtor_kind") and debtor_kind(old, today):
            slot = "debtor_kind"  # 包工头换成某某公司: him, whatever he was taken for
        if slot:
            return _FOR_SLOT.get(slot, _other_name)(slot, old, new, facts, today)
    rest = _TAKEN_BACK.match(plain)
    return _told_anew(rest["rest"], plan, facts, today) if rest else {}


def _meant(old: str, who: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> str:
    """The known fact that has this value; the whole of a name before a part of one; "" when none has it."""
    known = [slot for slot in facts if plan.question(slot) and facts[slot].value is not None]
    known = [slot for slot in known if slot in _HIS or not _HIMSELF.search(who)]
    names = {slot: str(facts[slot].value) for slot in _NAMES if slot in known}
    whole = [slot for slot, name in names.items() if name == old]
    place = [slot for slot in ("work_place", *names) if slot in names and (old in names[slot] or _short(old) in names[slot])]
    kinds = [slot for slot, read in (("debtor_kind", debtor_kind), ("industry", industry))
             if slot in known and (told := read(old, today)) and told.value == facts[slot].value]
    days = [slot for slot in _DAYS if slot in known and _is_day(old, facts[slot], today)]
    return next(iter([*whole, *kinds, *place, *days]), "")


def _short(place: str) -> str:
    """A district or a town without its last word (蜀山区: 蜀山)."""
    return place[:-1] if len(place) > 2 and place[-1] in "区县市镇" else place


def _is_day(old: str, fact: Fact, today: date) -> bool:
    """Whether the words name the known day, with or without its year."""
    day = parse_date(old, today)
    return day is not None and day.words == old and day.exact and day.first.isoformat()[4:] == str(fact.value)[4:]


def _other_kind(slot: str, old: str, new: str, facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """Another kind of who owes, with the name of the firm or the person that is told in its place."""
    firm = next((one.name for one in find_companies(new) if one.name == new), "")
    if firm:
        kind = Fact("known", value=kind_of_firm(firm), words=firm)
        return {slot: kind, "debtor_name": Fact("known", value=firm, words=new)}
    if is_person(new):
        return {"debtor_name": Fact("known", value=new, words=new)}
    kind_told = debtor_kind(new, today)
    return {slot: kind_told} if kind_told else {}


def _other_trade(slot: str, old: str, new: str, facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    told = industry(new, today)
    return {slot: told} if told else {}


def _other_day(slot: str, old: str, new: str, facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    known = {other: fact for other, fact in facts.items() if other != slot}
    found = {other: fact for other, fact in (parse_answer(slot, new, today) or {}).items() if other == slot}
    found = found if tells_a_year(new) else in_known_years(found, {**known, slot: facts[slot]}, today)
    check(found, known, today)
    return found


def _other_name(slot: str, old: str, new: str, facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """Another name; a district in place of the one at the end of the place (合肥蜀山, 不是蜀山是包河: 合肥包河)."""
    told = (parse_answer(slot, new, today) or {}).get(slot)
    before = str(facts[slot].value)
    end = old if before.endswith(old) else _short(old)
    if told and slot == "work_place" and before != end and before.endswith(end):
        told = replace(told, value=f"{before.removesuffix(end)}{told.value}")
    return {slot: told} if told else {}


def _told_anew(rest: str, plan: Plan, facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """What stands behind words that take something back: a name under its label (老板叫王海涛), another place or trade."""
    label = read_label(rest)
    plain = _DONE.sub("", re.sub("^(?:应该|其实|就)*(?:是|在)+", "", rest))
    trades = find_trades(plain)
    slot = label[0] if label else "work_place" if is_region(plain) else (
        "industry" if len(trades) == 1 and trades[0].word == plain else "")
    if not plan.question(slot) or (label is None and slot not in facts):
        return {}
    told = (parse_answer(slot, rest if label else plain, today) or {}).get(slot)
    return {slot: told} if told else {}


_FOR_SLOT: Mapping[str, Callable[[str, str, str, Mapping[str, Fact], date], dict[str, Fact]]] = {
    "debtor_kind": _other_kind, "industry": _other_trade, "start_date": _other_day, "end_date": _other_day,
}
