"""Reads a message in a form: as the fact asked, as facts told on the side, as a question."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.chinese.amounts import find_amounts
from bot.chinese.answer_names import completes
from bot.chinese.answers import parse_answer
from bot.chinese.area import in_city
from bot.chinese.crew_total import OWN, WE, crew_total, with_total
from bot.chinese.crowd import parse_people
from bot.chinese.date_bound import is_year
from bot.chinese.date_known import in_known_years, more_exact, tells_a_year
from bot.chinese.gone import has_left
from bot.chinese.handed_over import only_own_cost
from bot.chinese.impossible import bounds, check
from bot.chinese.labels import answers_another
from bot.chinese.normalise import normalise
from bot.chinese.owed_months import only_months
from bot.chinese.scene import spaces_to_commas
from bot.chinese.several_debts import debts_added, debts_by_year
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.chinese.wage_sums import owes_workers
from bot.chinese.yes_no import bare
from bot.interview.crew import is_told, own_sum_only
from bot.interview.names import debtor_again, is_no_name, too_many, with_boss

QUESTION = re.compile(
    r"[吗呢么][?？。!！]*$|[?？]\s*$|怎么|咋|如何|算不算|能不能|可不可以|是不是|有没有用|多久|哪个部门|要不要|会不会|合法|犯法"
    r"|(?<![没未])(?<!没有)(?<!没去)(?:去|到|上|往|在|找|问|跟|向|该)(?:哪|谁|啥地方|什么地方)(?![^,，。]{0,6}[都也])|(?:要|花|收|交|得|用)(?:多少|好多|几多)钱?(?:$|[,，。啊呀呢嘛])"
    r"|(?<=[^,，。][^,，。])(?<![都也就说要来从])不[?？。]*$|有用没|能[^,，。能]{1,6}不[?？。]*$|有没有(?:赔偿|补偿|赔|补助|办法|法子|希望|规定|人管)|(?:赔偿?|补偿?)(?:多少|好多)|得[^,，。]{0,3}不(?:到|了)[?？。]*$|(?:行|中|对|好|成|管用|有用|可以|要得|能行|值得)不(?:行|得)?[?？。]*$"
    r"|(?:算|是|找|告|去|走|写|先|要|打)[^,，。]{1,10}还是(?![没不老那这他她我你一给欠])[^,，。]{1,10}$")
BEGINS = re.compile(r"能不能|可不可以|是不是|要不要|会不会|有没有用|还能|可以|怎么|咋|如何|多久|哪个|合法|犯法|能|算")
AGAIN = re.compile("又[^,，。]{0,4}[给发转付还结打]")  # a further payment
CLAUSE = re.compile(r"[,，。;；、\s]+")
MONEY_WORD = re.compile(r"钱|工资|工钱|薪|欠|差|一共|总共|合计")
PAPERS = {"iou", "contract"}
DENIALS = {"不是", "不对", "不"}  # before more words: something said before is denied (不是 我是自己辞的工)
UNIT_ONLY = re.compile("[厂店馆]$")
LEGAL_NAME = re.compile("有限(?:责任)?公司$")
SAME_FIRM = re.compile(
    r"^(?:总包|就|也|还|都)*是?(?:[它他]们?自己|(?:这|那|同|上面|刚才)(?:说的)?(?:那|这|一)*(?:家|个)(?:公司|单位)?)(?:吧|啊"
    r"|的)?$")


def is_question(text: str) -> bool:
    """Whether the text asks something."""
    return bool(QUESTION.search(text))


def is_open(slot: str, facts: Mapping[str, Fact]) -> bool:
    """Whether a fact may still be filled by a side remark: not asked yet, not known, or left out."""
    return not is_told(slot, facts) or facts[slot].state in ("unknown", "skipped")


def more_of(slot: str, told: Fact, facts: Mapping[str, Fact], text: str = "") -> Fact | None:
    """What a side remark adds: the fact when it is open, a list with the new items behind the known ones, a further payment
    (`text`: the whole message) with the one before, else None."""
    if slot == "paid_amount" and (whole := _paid_again(told, facts.get(slot), text)):
        return whole
    told = more_exact(slot, told, facts)
    if is_open(slot, facts) or (slot == "owed_amount" and _within(told, facts[slot])):
        return told
    if slot == "start_date" and (year := bounds(facts[slot])) and is_year(year):
        days = bounds(told)
        return told if days and not is_year(days) and year[0] <= days[0] <= year[1] else None  # 去年, then 3月来的
    known = facts[slot].value
    if slot == "debtor_name" and completes(facts[slot], str(told.value)):
        return told  # the full name behind the surname
    if slot == "debtor_name" and UNIT_ONLY.search(str(known)) and LEGAL_NAME.search(str(told.value)):
        return told  # the name on the licence behind the kind of plant (皮鞋厂, then 厂名浙江奔步鞋业有限公司)
    total = crew_total(told) if slot == "people_count" else None
    if total is not None and crew_total(facts[slot]) is None:
        return with_total(facts[slot], total.words)
    if slot == "work_place" and isinstance(known, str) and known != told.value and known in str(told.value):
        return told  # the same place said more exactly
    if slot == "work_place" and (joined := in_city(str(known), str(told.value))):
        return replace(told, value=joined)
    if not isinstance(known, list) or not isinstance(told.value, list) or slot == "owed_period":
        return None
    new = [item for item in told.value if item not in known]
    return replace(told, value=[*known, *new], words=f"{facts[slot].words}、{told.words}".strip("、")) if new else None


def _paid_again(told: Fact, known: Fact | None, text: str) -> Fact | None:
    """What was paid in all, when a further payment is told (老板又给了2千); else None."""
    if known is None or not isinstance(known.value, int | float) or not isinstance(told.value, int | float):
        return None
    whole = replace(told, value=known.value + told.value, words=f"{known.words}、{told.words}".strip("、"))
    return whole if AGAIN.search(text) else None


def _within(told: Fact, known: Fact) -> bool:
    """Whether an exact sum lies in the range that was told before (三千多, then 3200)."""
    if known.state != "vague" or not isinstance(told.value, int | float) or known.low is None or known.high is None:
        return False
    return float(known.low) <= told.value <= float(known.high)


def read_answer(text: str, asked: str, facts: Mapping[str, Fact], today: date, asks: bool) -> dict[str, Fact]:
    """The facts of an answer; in several clauses the first that answers; beside a question the words before it."""
    if (asked == "start_date" and has_left(text)) or answers_another(asked, normalise(spaces_to_commas(text))):
        return {}
    if (asked == "end_date" and _came(text, today)) or too_many(asked, text) or is_no_name(asked, text):
        return {}
    if again := debtor_again(asked, text, facts):
        return again
    text = with_boss(text, facts) if asked == "already_tried" else text
    if asked == "general_contractor" and SAME_FIRM.search(text):
        debtor = facts.get("debtor_name")
        return {asked: replace(debtor, words=text)} if debtor and debtor.value else {}
    if asked != "owed_period" and are_months(text, today):
        return {}
    if (asked == "owed_amount" and is_payment(text, today)) or (asked == "pay_rate" and _is_owed(text, today)):
        return {}
    if asked == "owed_amount" and (debts := debts_by_year(normalise(text)) or debts_added(normalise(text))):
        return {asked: debts}
    known = {slot: fact for slot, fact in facts.items() if slot != asked}
    found = _parse(asked, text, today, known)
    if not found and asks:
        before = BEGINS.split(text, maxsplit=1)[0].strip(",，。 ")
        found = _parse(asked, before, today, known) if before and before != text else None
    if not found and not asks:
        found = _by_clauses(text, asked, known, today) or _only_sum(text, asked, known, today)
    return _settled(_for_whom(found or {}, asked, text), asked, facts)


def _parse(slot: str, text: str, today: date, known: Mapping[str, Fact]) -> dict[str, Fact] | None:
    """`parse_answer`, with the days that were told without a year put in the year of the known ones."""
    days = () if slot == "owed_period" else ("start_date", "end_date")
    found = parse_answer(slot, text, today, known={other: fact for other, fact in known.items() if other not in days})
    if not found:
        return None
    found = found if tells_a_year(text) else in_known_years(found, known, today)
    check(found, dict(known), today)
    return found


def _came(text: str, today: date) -> bool:
    """Whether the text says when he came and nothing of going (3月来的), where the last day is asked."""
    story = read_story(text, today)
    return "start_date" in story and not {"end_date", "still_working"} & story.keys()


def _is_owed(text: str, today: date) -> bool:
    """Whether the text tells what is owed and nothing of a rate (三个月没发，一共一万三千五), where the rate is asked."""
    story = read_story(text, today)
    return "owed_amount" in story and "pay_rate" not in story


def is_payment(text: str, today: date) -> bool:
    """Whether the one sum in the text is what was paid (给过生活费3000)."""
    if len([amount for amount in find_amounts(text) if amount.unit == "sum"]) != 1:
        return False
    story = read_story(text, today)
    return "paid_amount" in story and "owed_amount" not in story


def are_months(text: str, today: date) -> bool:
    """Whether the text names two unpaid months or more and nothing else (六七八月的): no day, no sum."""
    months = only_months(bare(normalise(text)), today)
    return months is not None and isinstance(months.value, list) and months.value[0][:7] != months.value[1][:7]


def _for_whom(found: Mapping[str, Fact], asked: str, text: str) -> dict[str, Fact]:
    """A sum cut out of a text that speaks of a crew keeps the words that say so."""
    owed = found.get("owed_amount")
    if asked != "owed_amount" or owed is None or OWN.search(text) or not WE.search(text):
        return dict(found)
    counts = [count for clause in CLAUSE.split(text) if clause.endswith("的") and (count := parse_people(clause[:-1]))]
    people = {"people_count": counts[0]} if counts else {}
    return {**people, **found, "owed_amount": replace(owed, words=text)}


def _by_clauses(text: str, asked: str, known: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    clauses = [clause for clause in CLAUSE.split(text) if clause]
    if len(clauses) < 2:
        return {}
    owes = read_story(text, today).get("debtor_name") if asked in ("project_name", "work_place") else None
    if asked == "debtor_name":
        clauses.sort(key=lambda clause: not clause.startswith(("叫", "名叫", "全名", "名字")))  # 在…汽配厂，叫华川汽配
    for clause in clauses:
        if clause in DENIALS or (owes and str(owes.value) in clause):
            continue
        found = _parse(asked, clause, today, known)
        if found and asked in found:
            found = {**_beside(clauses, asked, known, today), **found}
            aside = {slot: fact for slot, fact in read_story(text, today).items() if slot not in known}
            return {**aside, **found}
    return {}


def _only_sum(text: str, asked: str, known: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """The one sum in an answer to a question for money (我自己的两万四千五)."""
    if asked not in ("owed_amount", "paid_amount") or owes_workers(text) or only_own_cost(text):
        return {}
    if asked == "paid_amount" and set(read_story(text, today)) & {"owed_amount", "paid_amount"} == {"owed_amount"}:
        return {}
    sums = [amount for amount in find_amounts(text) if amount.unit == "sum"]
    return (parse_answer(asked, sums[0].words, today, known=dict(known)) or {}) if len(sums) == 1 else {}


def _beside(clauses: list[str], asked: str, known: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """The months beside a sum (4月和5月的，一共7800)."""
    if asked != "owed_amount" or not is_open("owed_period", known):
        return {}
    found = (_parse("owed_period", clause, today, known) for clause in clauses)
    return next((facts for facts in found if facts and "owed_period" in facts), {})


def _settled(found: Mapping[str, Fact], asked: str, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Without side facts that would overwrite what is known; an IOU or a contract alone does not answer for all proof."""
    kept = {slot: fact for slot, fact in found.items() if slot in (asked, "still_working") or is_open(slot, facts)
            or (slot == "debtor_name" and completes(facts.get(slot), str(fact.value)))}
    return own_sum_only(without_bare_papers(kept, asked), facts, asked)


def without_bare_papers(found: Mapping[str, Fact], asked: str = "") -> dict[str, Fact]:
    """The facts, but `evidence_held` only when it names more than the IOU and the contract, or was asked for."""
    held = found.get("evidence_held")
    bare = held is not None and asked != "evidence_held" and set(held.value or ()) <= PAPERS
    return {slot: fact for slot, fact in found.items() if not (bare and slot == "evidence_held")}


def read_aside(text: str, today: date) -> dict[str, Fact]:
    """Facts that were not asked for; a single sum with a word of money, or called his own, is what is owed."""
    found = without_bare_papers(read_story(text, today))
    sums = [amount for amount in find_amounts(text) if amount.unit == "sum"]
    told = bool(MONEY_WORD.search(text) or OWN.search(text)) and not (owes_workers(normalise(text)) or only_own_cost(text))
    if not {"owed_amount", "paid_amount"} & found.keys() and len(sums) == 1 and told:
        found |= parse_answer("owed_amount", sums[0].words, today) or {}
    return found
