"""After a filing: words that speak of a further claim, and the answer to whether the filed one is meant."""
from __future__ import annotations

import re
from typing import Literal

from bot.chinese.labels import is_person

Which = Literal["same", "another", ""]

_WHO = r"(?:店|厂|公司|企业|饭馆|餐馆|酒店|超市|工地|项目|老板|包?工头|东家|雇主|单位|地方|中介|人家|家|处)"
_COUNT = r"(?:一|两|几|俩)?(?:个|间)?"
_OTHER = (
    r"(?:(?:还|又|再)有(?=[一两几俩个家间处另别])(?:另外|别的?)?|另外?的?(?=[一两几俩个家间处])|别的)"
    rf"{_COUNT}[^,，。;；月\s]{{0,5}}?{_WHO}"
)
_OWES = (
    r"[^。;；]{0,20}?(?:也(?:被|是)?(?:拖?欠|没(?:给|发|结))"
    r"|拖?欠(?:了|着)?(?:我|俺|咱|他|她|[\d一二两三四五六七八九几])|没(?:给|发|结)我)"
)
_OF_ANOTHER = re.compile(rf"(?<!没有)(?<!不是)(?<!没){_OTHER}{_OWES}")
_MORE = r"(?:再|另外?|还[要想])[^,，。;；不没]{0,3}(?:投诉|登记|告|举报)"
_ONE_MORE = re.compile(
    rf"{_MORE}(?:一|1|另)?(?:个|家|份|笔)(?:新的)?[^一-鿿]*$"
    rf"|{_MORE}(?:一个?|另外?)[^,，。;；]{{0,4}}(?:老板|公司|厂|店|工头|工地|单位|人)$"
)
_ANOTHER = re.compile(
    r"另外?的?一?(?:份|笔|家|个|件|回事)|不是(?:同|一)一?(?:份|笔|家|个|件|人|回事)|(?:两|2)(?:码事|回事|家|笔账)"
    r"|新的一份|再开一份"
)
_SAME = re.compile(
    r"(?:改|就是|还是)(?:的是)?(?:这|那|同|原来(?:的|那)?)一?(?:份|笔|家|个)|(?<!不是)(?<!不)是?同一(?:份|笔|家|个)"
    r"|改(?:原来|前面|刚才)的"
)
_SAYS_MORE = re.compile("也|还|又|另|再")
_OWES_TOO = re.compile("也(?:还|都)?(?:拖)?欠")
_ON_HIS_SIDE = re.compile(r"(?:^|[,，。\s])(?P<name>[\u4e00-\u9fff]{2,3})那(?:边|里|儿|头)(?:也|还|又|另外)+(?:拖)?欠")


def says_more(text: str) -> bool:
    """Whether a word for one more stands in the text (也, 还, 又)."""
    return bool(_SAYS_MORE.search(text))


def owes_too(text: str) -> bool:
    """Whether somebody owes too (宏福家政公司也欠我4200)."""
    return bool(_OWES_TOO.search(text))


def on_whose_side(text: str) -> str:
    """The person of 刘三那边还欠我4200; "" when nobody is named so."""
    named = _ON_HIS_SIDE.search(text)
    return named["name"] if named and is_person(named["name"]) else ""


def tells_another(text: str) -> bool:
    """Whether words speak of a further debtor (还有一家店也欠我) or of one more complaint (我要再投诉一个)."""
    return bool(_OF_ANOTHER.search(text) or _ONE_MORE.search(text))


def which(text: str) -> Which:
    """The answer to 是改这份,还是另外一份; "" when it is none, or both at once."""
    another, same = bool(_ANOTHER.search(text)), bool(_SAME.search(text))
    return "" if another is same else "another" if another else "same"
