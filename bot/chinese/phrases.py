"""A fact as short Chinese words for the play-back. The words stand in content/words/facts.yml, given by the caller."""
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from bot.chinese.amounts import find_amounts, format_rate, format_yuan
from bot.chinese.counts import COUNT, parse_count
from bot.chinese.crew_total import SEPARATOR, crew_total, waits
from bot.chinese.dates import format_date
from bot.chinese.evidence_words import told_things
from bot.chinese.owed_count import count_of_months
from bot.chinese.rates import piece_unit
from bot.chinese.several_debts import is_several
from bot.chinese.values import Fact
from bot.chinese.wage_sums import PROJECT_MONEY

_MONEY = ("owed_amount", "paid_amount", "ruling_amount", "part_paid_amount")
_NAMES = ("debtor_name", "general_contractor", "project_name")
_DAYS = ("start_date", "end_date", "promised_date", "ruling_date", "ruling_pay_by")


def say_fact(slot: str, fact: Fact, words: Mapping[str, Any], form: str = "say") -> str:
    """Short words for the fact (`欠12,000元`, `2026年1月到5月`), "" for what was not asked.

    `words` is the content of content/words/facts.yml, `form` the entry there for a value. Raises KeyError when the slot or a
    code has no words there.
    """
    entry = words["facts"][slot]
    entry = {**entry, "say": entry[form]} if form != "say" else entry
    if slot == "owed_amount" and is_several(fact):
        return str(entry["several"].format(value=fact.words))
    if fact.state in ("unknown", "skipped"):
        return str(words[fact.state].format(name=entry["name"]))
    said = _value(slot, fact, entry, words) + _together(slot, fact, entry, words)
    if not said:
        return ""
    return str(words["second_hand"].format(said=said)) if fact.state == "second_hand" else said


def _value(slot: str, fact: Fact, entry: Mapping[str, Any], words: Mapping[str, Any]) -> str:
    if fact.value is None and fact.low is None:
        if slot == "owed_period" and (months := count_of_months(fact.words)):
            return str(entry["counted"].format(value=months))
        return _form(entry, fact.words).format(value=fact.words) if slot in _NAMES and fact.words else ""
    if fact.value is None:
        return _vague(slot, fact, entry, words)
    if fact.value == []:
        return str(entry["nothing"])
    if slot == "evidence_held":
        entry = {**entry, "codes": {kind: told_things(kind, fact) or entry["codes"][kind] for kind in fact.value}}
    if slot == "owed_period":
        first, last = (date.fromisoformat(day) for day in fact.value)
        return str(entry["say"].format(value=say_stretch(first, last, words)))
    if "project" in entry and PROJECT_MONEY.search(fact.words):
        return str(entry["project"].format(value=_one(slot, fact.value, entry, words)))
    if "added" in entry and _is_added(fact):
        return str(entry["added"].format(value=_one(slot, fact.value, entry, words)))
    return _form(entry, fact.value).format(value=_one(slot, _with_unit(slot, fact.value, fact), entry, words))


def _is_added(fact: Fact) -> bool:
    """Whether the sum was told in parts (5月欠我4200，6月欠我3800), so that he must say whether the whole is right."""
    told = [one.low for one in find_amounts(fact.words) if one.unit == "sum"]
    return len(told) > 1 and round(fact.value * 100) == sum(told)


def _together(slot: str, fact: Fact, entry: Mapping[str, Any], words: Mapping[str, Any]) -> str:
    """The sum of a crew, beside the number of people or while it waits for that number."""
    total = crew_total(fact) if slot in ("people_count", "owed_amount") else None
    if total is None or not (slot == "people_count" or waits(fact)):
        return ""
    if own := _own_words("owed_amount", total):
        return str(entry["together"].format(value=own))
    low, high = (format_yuan(round(value * 100)) for value in (total.low or total.value, total.high or total.value))
    return str(entry["together"].format(value=low if low == high else words["vague"].format(low=low, high=high)))


def _vague(slot: str, fact: Fact, entry: Mapping[str, Any], words: Mapping[str, Any]) -> str:
    """His own words for a vague sum or number (欠两万多), else the range. Days are said as months, with his own word when it is
    no month (去年腊月)."""
    if slot in _DAYS or slot == "owed_period":
        return _vague_days(fact, entry, words)
    if own := _own_words(slot, fact):
        return str(entry["say"].format(value=own))
    if fact.low == fact.high:
        vague = _one(slot, _with_unit(slot, fact.low, fact), entry, words)
    else:
        low, high = (_one(slot, _with_unit(slot, end, fact), entry, words) for end in (fact.low, fact.high))
        vague = words["vague"].format(low=low, high=high)
    return str(entry["say"].format(value=vague))


def _own_words(slot: str, fact: Fact) -> str:
    """The vague sum, rate or number in the words in which it was said, so that no range is claimed that he did not say; or ""."""
    if fact.low is None or fact.low == fact.high:
        return ""
    if slot == "people_count":
        told = re.findall(COUNT, fact.words.partition(SEPARATOR)[0])
        return next((count for count in told if parse_count(count) == (fact.low, fact.high)), "")
    if slot not in (*_MONEY, "pay_rate"):
        return ""
    sums = [one for one in find_amounts(fact.words) if (one.unit == "sum") is (slot in _MONEY) and one.vague]
    return sums[0].words.strip() if len(sums) == 1 else ""


def _vague_days(fact: Fact, entry: Mapping[str, Any], words: Mapping[str, Any]) -> str:
    first, last = date.fromisoformat(fact.low), date.fromisoformat(fact.high)
    begin, finish = first.replace(day=1), (last.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    value = say_stretch(begin, finish, words)
    if (begin, finish) != (first, last) and fact.words:
        value = words["own_word"].format(words=fact.words, value=value)
    return str(entry["say"].format(value=value))


def _form(entry: Mapping[str, Any], value: Any) -> str:
    """The phrase of the fact: one for all values, or one for yes and one for no; a surname alone has its own."""
    if isinstance(value, bool):
        return str(entry["yes" if value else "no"])
    if "surname" in entry and isinstance(value, str) and re.fullmatch("姓.{1,2}", value):
        return str(entry["surname"])
    return str(entry["say"])


def _with_unit(slot: str, value: Any, fact: Fact) -> Any:
    """A rate with the thing that is paid for (一平方28: 平方), as he named it."""
    return {**value, "of": piece_unit(fact.words)} if slot == "pay_rate" else value


def _one(slot: str, value: Any, entry: Mapping[str, Any], words: Mapping[str, Any]) -> str:
    if slot in _MONEY:
        return format_yuan(round(value * 100))
    if slot == "pay_rate":
        pay = format_rate(value["amount"])
        return str(words["rates"][value["unit"]].format(value=pay, unit=value.get("of") or piece_unit("")))
    if slot in _DAYS:
        return format_date(date.fromisoformat(value))
    if "codes" in entry:
        codes = value if isinstance(value, list) else [value]
        return str(words["and"].join(entry["codes"][code] for code in codes))
    return str(value)


def say_stretch(first: date, last: date, words: Mapping[str, Any]) -> str:
    """Two days as a stretch; whole months as months, the year once (2026年2月到5月), one month alone, one day alone."""
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if first == last:
        return format_date(first)
    if not whole:
        return str(words["stretch"].format(first=format_date(first), last=format_date(last)))
    if (first.month, last.month) == (1, 12):
        years = str(words["year"].format(year=first.year))
        ending = words["year"].format(year=last.year)
        return years if first.year == last.year else str(words["stretch"].format(first=years, last=ending))
    begin = words["month"].format(year=first.year, month=first.month)
    if (first.year, first.month) == (last.year, last.month):
        return str(begin)
    same = "month_same_year" if first.year == last.year else "month"
    return str(words["stretch"].format(first=begin, last=words[same].format(year=last.year, month=last.month)))
