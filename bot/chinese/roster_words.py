"""What is said about the roster of a group: the template, right or wrong, together, who represents; names of its workers."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.chinese.normalise import normalise
from bot.chinese.sounds import syllable

LONGEST = 200  # signs of an answer with names
MOST_NEAR = 3
_SIGNS = re.compile(r"[\s,。.!~、;:…?？()]+")
_LIST = r"(?:花名册|名单|名册|工友表|人员表|工资花名册)"
_ASKS = (r"(?:请|麻烦|能不能|可以|我?想?要?|帮我|给我|发我?|来|下载|看看|有没有|有|弄|做|拿|找|一?张|一?个|一?份|填|空白?的?"
         r"|大家的?|工友的?|工人的?|的|我们的?)*")
_TEMPLATE = re.compile(
    rf"{_ASKS}(?:{_LIST}(?:的)?(?:模板|模版|样表|空表|表格|表)|(?:空白?|模板|模版)的?{_LIST}表?)"
    r"(?:给我|发我|在哪里?|怎么下载|下载|看看|吗|吧|呢|一下|一?张|一?份)*")
_RIGHT = re.compile(rf"{_LIST}(?:都|全|是)*(?:对|没错|没问题|正确)(?:的|了|啊|呢)*")
_WRONG = re.compile(
    rf"{_LIST}(?:还|还是|有点|里)*(?:要改|不对|错了?|有错|不是|读错)(?:的|了|啊|呢)*|改(?:一下)?{_LIST}"
    rf"|(?:这|那)?(?:个|张)?不是{_LIST}")
_YES = re.compile(r"(?:都|全)?(?:对|是|没错|没问题|正确|好|行|可以|嗯|确认)(?:的|了|啊|呢|对)*")
_NO = re.compile(r"(?:要|我要|还要|得)?改(?:一下|改)*|不对|不是|错了?|有错|不行|没对|先?不(?:要|用)?")
_TOGETHER = re.compile(
    r"(?:我们|咱们|大家|就|那|要|想|帮我们?|一起|\d{1,4}个人|的)*(?:一起|集体|联名|一块儿?|合起来)(?:去|来|要|写)*"
    r"(?:投诉|告|申请|提交|交)(?:书|他|老板|他们|公司|吧|了|啊)*")
_CHOOSES = re.compile(
    r"(?:你|您|机器人?|系统)(?:来|就|给|帮|替|随便|我们?|大家)*(?:选|推|定|挑|安排)|随便(?:选|挑|推)?|你(?:看着|做主)")
_REPRESENTS = re.compile(r"代表")
_NAMES_THEM = re.compile(
    r"代表(?:人|们)?(?:是|为|就是|定了|选了|[:：])|(?:当|做|为|作)代表|(?:选|推)(?!几|谁|不|什么|多少).{2,}代表")
_FILLER = re.compile(
    r"代表|我们|大家|推选|推|选|出|是|就|定|为|由|这|几个|[三四五\d]个?人?|来|做|当|了|吧|的|人|好|和|跟|与|及|还有|第|行|号"
    r"|[\s,。.!~、;:：，；()（）/]+")

@dataclass(frozen=True)
class Named:
    """Names in a message. `found`: places in the roster, in its order; `unknown`: names that are not in it, with near ones;
    `doubtful`: names that several workers have."""

    found: tuple[int, ...] = ()
    unknown: tuple[tuple[str, tuple[str, ...]], ...] = ()
    doubtful: tuple[str, ...] = ()

    @property
    def nobody(self) -> bool:
        """Whether no name stands in it."""
        return not (self.found or self.unknown or self.doubtful)


def wants_template(text: str) -> bool:
    """Whether the empty roster is asked for (花名册模板, 名单表)."""
    return _TEMPLATE.fullmatch(_plain(text)) is not None


def says_roster(text: str, *, asked: bool) -> Literal["right", "wrong"] | None:
    """"right" for 名单对了, "wrong" for 名单要改; when it was `asked`, a bare 对 or 改 too. None for anything else."""
    plain = _plain(text)
    if _RIGHT.fullmatch(plain) or (asked and _YES.fullmatch(plain)):
        return "right"
    return "wrong" if _WRONG.fullmatch(plain) or (asked and _NO.fullmatch(plain)) else None


def wants_together(text: str) -> bool:
    """Whether the group's complaint is wanted (一起投诉)."""
    return _TOGETHER.fullmatch(_plain(text)) is not None


def asks_to_choose(text: str) -> bool:
    """Whether somebody else shall choose the representatives (你帮我选)."""
    return _CHOOSES.search(_plain(text)) is not None


def speaks_of_representatives(text: str) -> bool:
    """Whether the message names or asks for representatives."""
    return _REPRESENTS.search(text) is not None


def names_representatives(text: str) -> bool:
    """Whether the message says who they are (代表是…, 选…当代表)."""
    return _NAMES_THEM.search(text) is not None


def named(text: str, names: Sequence[str], lines: Sequence[int]) -> Named:
    """The workers that a message names. `names` as the roster has them, `lines` their rows in the file: of two of one name he
    says which by its row (王伟第5行)."""
    rest = normalise(text[:LONGEST]).replace(" ", "、")
    found: set[int] = set()
    doubtful: list[str] = []
    for name in sorted(set(names), key=len, reverse=True):
        places = [place for place, one in enumerate(names) if one == name]
        pattern = re.compile(rf"{re.escape(name)}(?:[(（]?第?(\d{{1,4}})[行号]?[)）]?)?")
        for match in pattern.finditer(rest):
            chosen = [place for place in places if match[1] and lines[place] == int(match[1])] or places
            if len(chosen) == 1:
                found.add(chosen[0])
            else:
                doubtful.append(name)
        rest = pattern.sub("、", rest)
    others = [word for word in _FILLER.split(rest) if 2 <= len(word) <= 4]
    return Named(tuple(sorted(found)), tuple((word, near(word, names)) for word in others), tuple(dict.fromkeys(doubtful)))


def near(name: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names of the roster that sound like this one, or differ in one sign behind the same surname; at most three."""
    def sound(text: str) -> list[str]:
        return [syllable(sign) for sign in text]

    alike = [one for one in dict.fromkeys(names) if sound(one) == sound(name)]
    other = [one for one in dict.fromkeys(names) if len(one) == len(name) > 2 and one[0] == name[0]
             and sum(a != b for a, b in zip(one, name, strict=True)) == 1]
    return tuple(dict.fromkeys([*alike, *other]))[:MOST_NEAR]


def _plain(text: str) -> str:
    return _SIGNS.sub("", normalise(text))
