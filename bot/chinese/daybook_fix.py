"""A price mended without its day (一天是300不是280), and whether a second line is to be added or to take the place. Pure."""
from __future__ import annotations

import re
from dataclasses import dataclass

from bot.chinese.date_text import fold
from bot.chinese.daybook_values import Entry
from bot.chinese.normalise import normalise
from bot.chinese.numerals import level, read_number

_N = r"(?:\d{1,4}(?:\.\d{1,2})?|[一二两三四五六七八九十百]+)"
_UNIT = r"(?:(?:一|1|每)个?(?:天|工|小时|钟头?|平方?|件|米|方)|单价|工价|价钱|价格|工钱|价)"
_YUAN = r"(?:块钱?|元)?"
_LEAD = r"^(?:(?:我|刚才|刚刚|前面)?(?:记|写|说|搞|弄)?错了|不对|更正|哦|,|\s|的)*"
_NEW = rf"(?P<new>{_N}){_YUAN}(?P<unit2>{_UNIT})?"
_OLD = rf"(?P<old>{_N}){_YUAN}(?:{_UNIT})?"
_FIXES = tuple(re.compile(rf"{_LEAD}(?P<unit>{_UNIT})?(?:{words})[了的吧.。!\s]*$") for words in (
    rf"(?:应该)?(?:是)?{_NEW}[,\s]*(?:而)?不是{_OLD}",
    rf"(?:不是|[记写说]成){_OLD}[了,\s]*(?:而是|应该是|是){_NEW}",
    rf"{_OLD}(?:是)?(?:记|写|说|搞)?错了?[,\s]*(?:应该)?是{_NEW}",
    rf"{_OLD}(?:改成|改为|换成){_NEW}",
))
_PRICE_ALONE = re.compile(
    rf"{_LEAD}(?P<unit>单价|工价|价钱|价格)(?:记|写|说|搞|弄)?(?:错了?|不对|不是这个)?[,\s]*(?:应该)?(?:是|改成|改为|改到){_NEW}[了的吧.。!\s]*$")
_ADD = re.compile(r"^(?:加上|都算|两样都算|都要|加起来|加在一起|加|一起算|是另外的|另外的)[的吧了.。!\s]*$")
_CHANGE = re.compile(r"^(?:换掉|换成新的|换|换新的|替换|用新的|以这个为准|换成这个|改成这个)[的吧了.。!\s]*$")
_ADDED = re.compile(r"^(?:加上|另外|还有|再加上?)[:,:,\s]*(?=.)")
_CHANGED = re.compile(r"^(?:换掉|换成)[:,:,\s]*(?=.)")
#: 今天还挖了10米沟, 昨天又干了半个工
_AGAIN = re.compile(
    r"(?:[今昨前][天儿日]|[号日])(?:我|俺|晚上|夜里|夜班|晚班|白班|下午|上午|[,\s])*(?:还(?![是没有])|又(?![是下没停歇休要])|另外)")


@dataclass(frozen=True)
class PriceFix:
    """The price that is right, the one that was wrong (None: not told), both in yuan; what it is for ("": not told)."""

    yuan: float
    wrong: float | None
    unit: str


def read_price_fix(text: str) -> PriceFix | None:
    """The price that the words mend and nothing else; None for other words."""
    plain = level(fold(normalise(text))).strip()
    found = next((match for pattern in (*_FIXES, _PRICE_ALONE) if (match := pattern.match(plain))), None)
    if found is None:
        return None
    yuan, wrong = _yuan(found["new"]), _yuan(found.groupdict().get("old"))
    if yuan is None or yuan <= 0 or (wrong is None and found.groupdict().get("old")):
        return None
    return PriceFix(yuan, wrong, _unit(found["unit2"] or found["unit"] or ""))


def _yuan(words: str | None) -> float | None:
    number = read_number(words) if words else None
    if number is None or number.vague:
        return None
    return int(number.low) if number.low == number.low.to_integral_value() else float(number.low)


def _unit(words: str) -> str:
    if re.search(r"天|个工", words):
        return "day"
    return "hour" if re.search(r"时|钟", words) else "" if re.search(r"价|工钱|^$", words) else "piece"


def double_answer(text: str) -> str:
    """"add" or "replace" for the answer to 加上还是换掉, "" for other words."""
    plain = level(normalise(text)).strip()
    return "add" if _ADD.match(plain) else "replace" if _CHANGE.match(plain) else ""


def without_double(text: str) -> tuple[str, str]:
    """(the line, "add", "replace" or "") of a line that says itself what becomes of the one that stands there."""
    plain = normalise(text).strip()
    for pattern, mode in ((_ADDED, "add"), (_CHANGED, "replace")):
        if found := pattern.match(plain):
            return plain[found.end():], mode
    return text, "add" if _AGAIN.search(plain) else ""


def dated_fix(words: str) -> dict[str, object] | None:
    """The rate that words beside a day mend (昨天一天是300不是280)."""
    fix = read_price_fix(words)
    return {"amount": fix.yuan, "unit": fix.unit} if fix else None


def of_price(entries: list[Entry], fix: PriceFix) -> list[Entry]:
    """The entries that have the wrong price; all with a price when it was not told."""
    return [entry for entry in entries if entry.rate and not entry.off and fix.wrong in (None, entry.rate["amount"])
            and fix.unit in ("", entry.rate["unit"])]
