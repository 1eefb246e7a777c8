"""The name of a relative for whom one asks (我替我老公问,他叫陈建国): he is the worker, never the one who owes."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.chinese import lexicon
from bot.chinese.people import Name, usual_name

#: whose wages are asked for; no uncle, who is as often the boss
CLOSE = (
    "老公|丈夫|男人|爱人|老婆|媳妇|爸爸?|老爸|父亲|爹|妈妈?|老妈|母亲|娘|儿子|女儿|闺女|哥哥?|弟弟?|姐姐?|妹妹?|爷爷|外公|"
    "男朋友|女朋友|对象|堂哥|堂弟|表哥|表弟|姐夫|妹夫"
)
_MY = "(?:我|俺)(?:的|家里?|们家)?"
_ROLE = "老板娘?|包工头|工头|东家|班组长|带班|负责人|欠钱的|承包人"
_THEY_OWE = re.compile(
    rf"(?:老板娘?|包工头|工头|东家|(?<!被)(?<!被拖)欠钱的)(?:就)?是(?:我|俺)(?:的|家)?(?:{CLOSE})|(?:{CLOSE})(?:就)?是(?:老板|包工头)"
)
#: behind the name: he is the boss, or took the speaker along
_IS_BOSS = re.compile(
    rf"[,，]?(?:他|她|也|就|自己)*(?:是|当|做)(?:的|个|一个)?(?:{_ROLE})"
    r"|(?:带|喊|叫|让)(?:我|俺)|(?:欠|差|不给|没给)(?:我|俺)")
#: who is worked for, or with, is not asked for
_WITH = re.compile(r"(?:跟着|跟|和|与|给|帮|替|为|找|被|由|经|(?<!钱的)(?<!人)(?<!资的)是)$")
_NO_NAME = (
    "高血|高烧|白天|常年|成天|成年|全身|安全|方便|连续|经常|时常|平时|"
    "于是|万一|金额|钱|后来|前面|从来|单独|甘愿|明明|包活|包工|车祸|严重"
)
_NOT_THE_BOSS = re.compile(rf"[,，]?(?:他|她)?(?:又|可|并)?不是(?:那个|什么)?(?:{_ROLE}|欠)")


def kin_names(text: str) -> list[Name]:
    """Names of relatives whose wages are asked for, and names told as those of the unpaid one, in normal writing."""
    if _THEY_OWE.search(text):
        return []
    found = {(match.start("name"), match.end("name")): match["name"] for match in _matches(text)
             if _NOT_THE_BOSS.match(text[match.end():]) or not _IS_BOSS.match(text[match.end("name"):])}
    return [Name("person", start, end, value) for (start, end), value in sorted(found.items())]


def is_kin(text: str, name: str) -> bool:
    """Whether the text names this person as a relative for whom one asks."""
    return any(kin.value == name for kin in kin_names(text))


def asks_for_another(text: str) -> bool:
    """Whether it is said that one asks in a relative's place (替我老公问一下)."""
    return bool(_asked_for().search(text))


@lru_cache(maxsize=1)
def _asked_for() -> re.Pattern[str]:
    who = lexicon.alternation("relatives")
    return re.compile(
        rf"(?:帮|替|代|给)(?:我|俺|我的|我家|个|一个)*(?:{who})(?:[\u4e00-\u9fff]{{2,3}}?)?(?:问|来问|咨询|打听|求助|维权|投诉|登记|填)")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    name = rf"(?!{_NO_NAME})(?P<name>{usual_name()})"
    called = "(?:的?(?:名字|大名|真名|全名|姓名))?(?:就|是)?(?:名叫|叫做|叫|是叫)(?:做)?"
    pause = (
        r"(?=[,，。;；!！\s]|$|(?:以前|之前|去年|今年|上个月|一直|也|都)?"
        r"(?:在|被|给|从|跟|问|的工资|的工钱|的钱|工资|[\d一二两三四五六七八九十]))"
    )
    unpaid = (
        "被(?:拖)?欠(?:着|了)?(?:工资|工钱|薪水|薪|钱)?的(?:那个)?(?:人)?"
        "(?:的?(?:名字|姓名))?(?:才|就|应该)?(?:是|叫|:|：)(?:叫)?"
    )
    return (
        re.compile(rf"{_MY}(?:{CLOSE}){called}{name}"),
        re.compile(rf"(?P<before>{_MY})(?:{CLOSE})(?P<plain>){name}{pause}"),
        re.compile(rf"(?:(?<=[,，。;；:：\s])|^)(?:那个|这个)?{name}(?:他)?(?:(?:又|可)?不是(?:{_ROLE})[,，])?(?:他|而)?(?:才|就|可)?是{_MY}(?:{CLOSE})"),
        re.compile(rf"{unpaid}(?:{_MY}(?:{CLOSE})?,?)?{name}"),
    )


def _matches(text: str) -> Iterator[re.Match[str]]:
    plain = _patterns()[1]
    for pattern in _patterns():
        for match in pattern.finditer(text):
            asked = any(at.start() < match.start() < at.end() for at in _asked_for().finditer(text))
            if pattern is not plain or asked or not _WITH.search(text[: match.start()]):
                yield match
    yield from _called_behind(text)


def _called_behind(text: str) -> Iterator[re.Match[str]]:
    """他叫陈建国 behind the relative, where no boss is spoken of in between."""
    name = re.compile(rf"(?:他|她)(?:的?(?:名字|大名|真名|全名))?(?:就|是)?(?:名叫|叫做|叫)(?P<name>{usual_name()})")
    told = [*_asked_for().finditer(text), *re.finditer(rf"{_MY}(?:{CLOSE})", text)]
    first = min((match.end() for match in told if not re.search("(?:跟着?|和)$", text[: match.start()])), default=None)
    if first is None:
        return
    for match in name.finditer(text):
        between = text[first : match.start()]
        if match.start() >= first and not re.search(rf"{_ROLE}|公司|厂|带我|喊我|叫我|跟", between):
            yield match
