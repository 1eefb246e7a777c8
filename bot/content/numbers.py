"""Numbers in a sentence that the law must hold: time limits, shares, sums, head counts, phone numbers."""
from __future__ import annotations

import re
from typing import NamedTuple

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "仨": 3, "四": 4, "五": 5, "六": 6, "七": 7,
          "八": 8, "九": 9}
SCALES = {"十": 10, "百": 100, "千": 1000}
UNITS = {
    "个工作日": "day", "工作日": "day", "天": "day", "日": "day", "小时": "hour",
    "周": "week", "星期": "week", "个星期": "week", "礼拜": "week",
    "个礼拜": "week", "周岁": "age", "岁": "age",
    "个月": "month", "月": "month", "季度": "quarter", "个季度": "quarter", "年": "year", "周年": "year", "个年头": "year",
    "元": "yuan", "块": "yuan", "%": "share", "倍": "share", "成": "share",
    "人": "people", "名": "people", "个人": "people",
}
IDIOMS = {(1, "people"), (1, "day"), (1, "hour")}  # 一个人, 最后一天: words, not limits
FACTORS = {"万": 10_000, "千": 1_000, "百": 100}
UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
PHONE = re.compile(r"(?<![\d.])(?:1[12]\d|1[12]\d{3}|9\d{4})(?!\s*(?:[\d.,–%]|万|" + UNIT + r"))")
SIGN = "".join([*DIGITS, *SCALES])
NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|[{SIGN}]+)"
ONE = rf"{NUMBER}\s?[万千百]?%?"
TAIL = re.compile(rf"(?P<list>{ONE}(?:\s?[–—~/、至到-]\s?{ONE})*)\s?(?P<factor>[万千百])?\s?[多来整]?(?P<unit>{UNIT})?")
PART = re.compile(rf"({NUMBER})\s?([万千百])?(%)?")
HALVES = re.compile(  # what is a number and is not written as one: the value, its kind, as it stands
    rf"(?P<share>百分之(?P<percent>{NUMBER}))|(?P<parts>(?P<of>{NUMBER})分之(?P<some>{NUMBER}))|(?P<half>一半)"
    rf"|(?P<fraction>(?<![\d/.])(?P<up>\d)/(?P<down>\d{{1,2}})(?![\d/.]|\s?(?:{UNIT})))"
    rf"|(?P<months>(?P<whole>{NUMBER})个半月)|(?P<fortnight>半个月)|(?P<halfyear>半年)|(?P<vague>(?P<count>{NUMBER})个多(?P<long>月|星期|礼拜))")
MONTHLY = re.compile("每月|当月|月工资|按月")
DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d{4}\s?年(?:\d{1,2}\s?月)?(?:\d{1,2}\s?日)?|第[零一二三四五六七八九十百千\d]+条")


class Quantity(NamedTuple):
    """A number with its kind of unit; shares are fractions (1.5 倍 and 150% are equal)."""

    value: float
    unit: str
    words: str


def find_quantities(text: str) -> list[Quantity]:
    """Every number with a unit, and every hotline number, in order of kind."""
    found = [Quantity(float(m.group()), "phone", m.group()) for m in PHONE.finditer(text)]
    rest = DAY.sub(" ", PHONE.sub(" ", text))
    found += [_cousin(match) for match in HALVES.finditer(rest)]
    rest = HALVES.sub(" ", rest)
    for match in TAIL.finditer(rest):
        found += _quantities(match)
    return found


def _cousin(match: re.Match[str]) -> Quantity:
    """半年, 一个半月, 三个多月, 百分之五十, 三分之一, 1/3, 一半."""
    words = match.group()
    if match["share"]:
        return Quantity(round(to_number(match["percent"]) / 100, 6), "share", words)
    if match["parts"]:
        return Quantity(round(to_number(match["some"]) / (to_number(match["of"]) or 1), 6), "share", words)
    if match["fraction"]:
        return Quantity(round(int(match["up"]) / (int(match["down"]) or 1), 6), "share", words)
    if match["months"]:
        return Quantity(to_number(match["whole"]) + 0.5, "month", words)
    if match["vague"]:
        return Quantity(to_number(match["count"]), UNITS[match["long"]], words)
    if match["half"]:
        return Quantity(0.5, "share", words)
    return Quantity(0.5 if match["fortnight"] else 6.0, "month", words)


def _quantities(match: re.Match[str]) -> list[Quantity]:
    unit = match["unit"]
    parts = PART.findall(match["list"])
    if unit is None and not any(percent for _, _, percent in parts):
        return []
    outer = match["factor"] or (parts[-1][1] if parts[-1][1] else "")
    found = []
    for number, factor, percent in parts:
        value = to_number(number) * FACTORS.get(factor or outer, 1)
        kind = "share" if percent else UNITS.get(unit or "", "")
        if kind == "share" and (percent or unit == "%"):
            value /= 100
        elif unit == "成":
            value /= 10
        if kind and (value, kind) not in IDIOMS:
            found.append(Quantity(round(value, 6), kind, match.group().strip()))
    return found


def to_number(words: str) -> float:
    """`2,000`, `1.75`, `十五`, `两千` as a number."""
    if words[0].isdigit():
        return float(words.replace(",", ""))
    total, digit = 0, 0
    for sign in words:
        if sign in SCALES:
            total += (digit or 1) * SCALES[sign]
            digit = 0
        else:
            digit = DIGITS[sign]
    return float(total + digit)


def same(one: Quantity, other: Quantity) -> bool:
    """Whether the two mean the same amount of the same thing."""
    return one.unit == other.unit and abs(one.value - other.value) < 1e-6


def not_held(text: str, rules: list[str]) -> list[str]:
    """Words of the numbers in `text` that stand in none of `rules`; 一个月 also means 每月 and 月工资."""
    held = [quantity for rule in rules for quantity in find_quantities(rule)]
    if any(MONTHLY.search(rule) for rule in rules):
        held.append(Quantity(1.0, "month", ""))
    asked = find_quantities(text)
    return list(dict.fromkeys(item.words for item in asked if not any(same(item, other) for other in held)))
