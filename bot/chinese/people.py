"""Names of people and firms as they are said: 王大强, 老王, 陈老板, 姓李, 贵州鼎盛劳务公司, 富士康."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.chinese.companies import find_companies, is_firm
from bot.chinese.firms import is_trade_name
from bot.chinese.typos import read_lookup

NameKind = Literal["person", "company"]
#: a name of which only the family's part is known: 姓龙, 龙老板, 老龙
HALF = re.compile(r"姓(?P<surname>.{1,2})|老(?P<first>.)|(?P<before>.)(?:老板|总|工头|包工头|队长|班长|经理|师傅|哥|工)")

_HAN = "\u4e00-\u9fff"
_STOP = (
    "的了是在不说没有给欠把被和跟就都也还去来他她我你们这那要让叫找问干做跑打写签发拖押扣开到从向对为因但而所以又才再已很最与及或并等着过得吗呢吧啊呀嘛哦啦咯"
    "哪谁什怎么几个每只能会可应该承包带管姓喊借拿走躲失联住回接上下里外前后现今昨明年月日号电话工钱资老板人头挂关逃骗赖认答差共一两三千百万块元退"
)
_GOES_ON = "总[共计说是算欠拖]|合计|[尚仍]欠|目前|至今|自己|刚刚"  # words behind a name, not its last character
_GIVEN_STOP = set(_STOP) - set("明为能三会万一年走让")
_HAVE = "有[才财福贵根明良成德志军余庆林富旺全顺银](?!气|了|人|的)"  # 马有才, 李有福: 有 is no verb there
_LAST = set("发明为能三会万一年开连长国元百千金有才真")
_ROLES = (
    "包工头|大老板|小老板|老板娘|老板|大包工头|小包工头|工头|带班的?|班组长|项目经理|总经理|副总|经理|队长|负责人|会计|出纳|主任|组长|厂长|店长|老总|"
    "分包(?:商|老板|的)?(?!方|单)|劳务队|施工队|小包|清包|债务人|欠款人|被告|被申请人|雇主|东家|法人代表|法定代表人|法人|小包头|包头|管事的|主管|财务|师傅|房东|业主|工长|施工员"
)
_TITLES = (
    "老板娘|老板|包工头|总经理|项目经理|经理|工头|队长|班长|组长|主任|会计|师傅|厂长|店长|主管|科长|处长|院长|校长|董事长|老师|先生|女士|大哥|老大|带班|"
    "总(?![公包共计额数算是工部监经承价的会理负和])|董(?!事)|工(?=[,，。说欠不让叫]|$)|哥(?![哥们])|姐(?![姐妹夫])|叔(?!叔)|姨(?![姨妈夫])|嫂|爷(?!爷)"
)
_BEFORE_TITLE = "对双甲乙地官警厂资校院一三现前上原新由至关等在当有任大小这那分总转外"


@dataclass(frozen=True)
class Name:
    """A name as it was said; offsets in the text that was given."""

    kind: NameKind
    start: int
    end: int
    value: str


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    table = read_lookup("names.yml")
    compound = "|".join(table["compound"])
    return {
        "surname": f"(?:{compound}|[{''.join(table['surnames'].split())}])",
        "common": f"(?:{compound}|[{''.join(table['common'].split())}])",
        "others": "|".join(table["others"]),
        "not": "|".join(table["no_names"].split()),
    }


def _full(surname: str) -> str:
    """Pattern of a full name: surname and one or two characters that no sentence goes on with; any two before a pause."""
    given, last = "".join(sorted(_GIVEN_STOP)), "".join(sorted(_GIVEN_STOP - _LAST))
    return (
        rf"(?!{_table()['not']})(?!{surname}(?:{_TITLES})){surname}(?:{_HAVE}|[^\W\d_a-zA-Z{given}][^\W\d_a-zA-Z{last}](?=[,，。;；、:：)）”\"!！\s]|$)"
        rf"|(?:(?!{_GOES_ON})[^\W\d_a-zA-Z{given}]){{1,2}}|[x×*某]{{1,2}}|X{{1,2}})"
    )


def usual_name() -> str:
    """Pattern of a full name with a common surname, for readers that know the words before it."""
    return _full(_table()["common"])


@lru_cache(maxsize=1)
def _patterns() -> list[re.Pattern[str]]:
    """The ways in which a person is named, the surest first."""
    table = _table()
    common = table["common"]
    full, usual = _full(table["surname"]), _full(common)
    called = "老板|工头|包工头|带班|班长|经理|队长|负责人|会计|师傅|雇主|东家|那人|这人|那个人|对方|他|她|人|老乡|工友|同事"
    minority = rf"[^\W\d_a-zA-Z叫是给跟找的了欠为名]{{1,8}}(?:[·•][{_HAN}]{{1,8}}){{1,3}}"
    nickname = rf"(?:[阿老小大][{_HAN}]|[{_HAN}]{{1,2}}[哥姐叔子娃])"
    return [re.compile(pattern) for pattern in (
        rf"(?P<name>{minority})",
        rf"(?:名字|姓名|大名|全名|真名|本名)(?:就|好像|应该|可能)?(?:叫|是|喊|:|：)?(?:做|啥子?|什么)?\s?(?P<name>{full})",
        rf"(?<!姓)(?P<name>姓(?!名|氏){table['surname']})(?!名)",
        rf"(?<![{_BEFORE_TITLE}])(?P<name>(?!{table['not']}){common}(?:{_TITLES}))",
        rf"(?:名叫|叫做|叫作|是叫|(?:{called})(?:就|好像|是)?叫|^(?:好像|应该|就)?叫)(?:啥子?|什么|个)?\s?(?P<name>{full})",
        rf"(?:{called})(?:就|好像|是)?喊(?:啥子?|什么|个|做|作)?\s?(?P<name>{full})(?=[,，。!！]|$|还?欠|拖|差|[不没]给)",
        rf"叫(?P<name>{usual})",
        rf"(?:喊他|叫他|都喊|都叫|人称|外号叫?|绰号叫?|小名叫?)(?:做)?(?P<name>(?![他她我不啥什谁]|老板|工头|包工头){nickname})",
        rf"(?<![大古衰养])(?P<name>老{common}头)(?![儿发疼痛顶])",
        rf"(?<![{_BEFORE_TITLE}])(?P<name>(?!{table['not']}){common}老[大二三四五六七八九幺汉])(?![十百千万板师乡])",
        rf"(?P<name>(?<![大古衰养])[老小](?!毛病){common})(?!{_SMALL_WORDS})",
        rf"(?:{_ROLES})(?:是|叫|名叫|姓名|:|：)?\s?(?P<name>{usual})",
        rf"(?:跟着|跟|帮|给|替|找|是|被|由|经|和|同)(?P<name>{usual})(?=干|做|打工|手下|那里|那儿|这里|老板|签|欠|打|写|承包|要|带|喊|叫|介绍|说|$|[,，。])",
        rf"(?:(?<=[,，。;；:：\s])|^)(?P<name>{usual})(?=(?:还|一直|老是|就)?(?:欠|拖欠|不给|没给|说|跑|带我|喊我|叫我|包的|承包|打了|写了|签了|(?:给|跟|帮)(?:我们?|俺们?)[打写开]了?[一个张份]*(?:欠条|条子|白条|条)|[打写]的(?:欠条|条子|白条)))",
        rf"(?:(?<=老乡)|(?<=工友)|(?<=跟着)|(?<=跟)|(?<=是)|(?<=[,，。;；:：\s])|^)(?P<name>{usual})(?=(?:的|那个|这个)(?:班组|队伍|施工队|劳务队|工程队|手底?下))",
        rf"[上头面条]写(?:着|的是|的|了|明)?(?P<name>{usual})(?=(?:拖欠|还?欠|还?差))",
        rf"(?:欠|欠了|欠到)(?P<name>{usual})(?=[{_HAN}]{{0,4}}(?:工资|工钱|劳务费|人工费))",
        rf"(?P<name>阿[强贵明华伟平军辉龙飞东林勇刚斌涛杰波生福良彪虎豪鹏健])(?!{_SMALL_WORDS})",
    )]


_SMALL_WORDS = "[板师乡家牛额程]|头(?!儿)|脸|时候|组|区"


def find_names(text: str) -> list[Name]:
    """Persons and firms named in a text, in order of place; 公司, 老板 and 包工头 alone are no names."""
    found = [Name("company", firm.start, firm.end, firm.name) for firm in find_companies(text)]
    for pattern in _patterns():
        for match in pattern.finditer(text):
            item = Name("person", match.start("name"), match.end("name"), match["name"])
            if all(item.end <= other.start or item.start >= other.end for other in found):
                found.append(item)
    return sorted(found, key=lambda name: name.start)


_LEAD = re.compile(
    r"^(?:(?:嗯+|哦+|呃+|那个|就是|是|他|她|它|老板|包工头|工头|公司名?|[厂店]名|招牌|厂子?|店|单位|的?名字|姓名|大名|全名|名称|大家|工友们?|别人|我们|我|都|一直|平时|只知道|只晓得|知道|晓得|"
    r"好像|应该|可能|大概|也许|听说|他们|叫做|叫作|叫|喊做|喊|啥子|名叫|称呼|写的?|填|不知道|不晓得|不清楚|真名|本名|他的|她的|全称|他大名|什么|啥|但|只|记得|欠我钱的|欠我的|个|一个|那|这个|在|具体)"
    r"|[\s,，.。:：、!！])+"
)
_TAIL = re.compile(
    r"(?:[\s,，.。!！~…]|吧|呢|啊|呀|哦|嘛|的(?!$)|这个人|那个人|的人|(?<=[\u4e00-\u9fff]{2})的"
    r"|来着|欠我钱?的?|欠的|就是他|他|她)+$"
)
_NO_ANSWER = re.compile(
    r"不知|不晓|不清楚|没有|忘|不记得|记不|不想|随便|为什么|怎么|什么|啥|哪|吗|？|\?|谁|下一|上一|跳过|返回|取消|退出|算了|好的|可以|谢谢|你好|人工|是的|不是|对的|不对|没问题|老板$|公司$|包工头$|工头$|等"
)


def parse_name(text: str) -> Name | None:
    """The text as an answer to "what is he (it) called"; the last name that is said, None if it names nobody.

    `不知道他大名,都喊他老王` -> 老王. A name without a known surname counts only when it is all that was said.
    """
    if full := _full_name(text):
        return full
    found = find_names(text)
    bare = _LEAD.sub("", text)
    start = len(text) - len(bare)
    bare = _TAIL.sub("", bare)
    whole = _whole(bare)
    if whole and not any(name.end - name.start > len(bare) for name in found):
        return Name(whole, start, start + len(bare), bare)
    if not found:
        return None
    rest = text
    for name in reversed(found):
        rest = rest[:name.start] + rest[name.end:]
    return found[-1] if len(rest) <= 16 else None


def _full_name(text: str) -> Name | None:
    """The one clause of several that is a full name and nothing else (王大强,都喊他老强), or None."""
    pieces = [piece for piece in re.finditer(r"[^,，。;；、\s]+", text)]
    names = []
    for piece in pieces:
        bare = _TAIL.sub("", _LEAD.sub("", piece.group()))
        start = piece.start() + piece.group().find(bare)
        if re.fullmatch(_full(_table()["common"]), bare) and not _NO_ANSWER.search(bare):
            names.append(Name("person", start, start + len(bare), bare))
    return names[0] if len(pieces) > 1 and len(names) == 1 else None


def is_surname(name: str) -> bool:
    """Whether of a name only the surname is known (姓龙)."""
    return bool(re.fullmatch("姓.{1,2}", name))


def starts_like_a_name(text: str) -> bool:
    """Whether it begins with a surname or with the first syllables of a name without one (扎西, 买买提)."""
    return re.match(rf"{_table()['surname']}|{_table()['others']}", text) is not None


def _whole(bare: str) -> NameKind | None:
    """Whether the bare answer is a name and nothing else."""
    if not bare or _NO_ANSWER.search(bare):
        return None
    if is_firm(bare) and not is_trade_name(bare):
        return "company"
    others = rf"(?:{_table()['others']})[{_HAN}]{{0,4}}"
    given = rf"(?!(?:{_table()['not']})$){_table()['surname']}[{_HAN}]{{1,2}}"
    if re.fullmatch(rf"{_full(_table()['surname'])}|{others}|[{_HAN}]{{1,8}}(?:[·•][{_HAN}]{{1,8}}){{1,3}}", bare):
        return "person"
    if re.fullmatch(given, bare) and not set(bare[1:]) & set("的了是不说没给欠把被和跟就都也还去来他她我你们吗呢吧"):
        return "person"
    return "company" if is_firm(bare) else None
