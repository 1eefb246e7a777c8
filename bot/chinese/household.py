"""雇主, 东家, 主家: words for any employer; only with words of a home they name a household."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.lexicon import Hit
from bot.chinese.trades import read_industry

_EMPLOYER = re.compile(r"(?<!老)(?<!前)雇主(?!家)|东家(?!家)|主家")
#: a family told by its own words: 在她家做了两年月子餐, 女主人, 业主个人雇我, 给人家带娃, 给镇上一家人修坟
_HOUSEWORK = (
    "做[^,。]{0,4}(?:饭|月子|家务|保姆|保洁|阿姨)|带(?:了|过)?[^,。]{0,4}?(?:小?孩|娃|宝|孙[子女])|看(?:小?孩|娃)|搞卫生|当保姆|当阿姨|洗衣|住家|伺候|照顾|照看|煮饭|烧饭|打扫"
)
_FAMILY = re.compile(
    rf"在(?:她|他|别人|人家|人|一户人|雇主|老人|老板娘?)(?:们)?家里?(?:当|做)?(?:住家)?(?=(?:{_HOUSEWORK}))"
    rf"|雇(?:我|俺)(?:去|来)?(?:{_HOUSEWORK})子?的那?(?:户人?|一)?家"
    r"|女主人|男主人|宝妈|业主(?:自己|个人|本人)|(?:私人|个人)雇"
    rf"|在(?:那|这|一)?[家户](?:人家?)(?:家)?里?(?:当|做)?(?:住家)?(?=(?:{_HOUSEWORK}))"
    r"|(?:给|帮|替)[^,。!?;我俺公司厂店]{0,5}一[家户]人家?(?![力才事和民])"
    r"|(?:给|帮|替)人(?!.*(?:厂|屠宰场|店|工地|车间|站点))(?=带[^,。]{0,3}(?:小?孩|娃|孙[子女])|看(?:小?孩|娃)|当保姆|当月嫂|伺候|照顾老)"
    rf"|(?:给|帮)(?:人家里?|[他她]家里?|别人(?:家里?)?|一家人|一户人家?|一对老夫妻|老两口|老夫妻)(?=(?:{_HOUSEWORK}))"
)
#: somebody old or with a newborn who is looked after at home
_CARED_FOR = re.compile(
    r"(?:给|帮|替)一?[个位]?(?:老太太|老太婆|老爷子|老头子?|老人家?|老大爷|老大娘|老奶奶|大爷|大妈|婆婆|产妇|宝妈)(?:家里?)?"
    rf"(?=(?:{_HOUSEWORK}))")
_NOT_AT_HOME = re.compile(r"院|中心|机构|中介|公司")
#: a house built or mended for a family that is named: 给刘总家盖房子
_BUILT_FOR = re.compile(
    r"(?:给|帮|替)(?:我们?|村里的?|镇上的?|隔壁的?)?"
    r"(?:姓?[\u4e00-\u9fff]{1,2}(?:总|老板|哥|叔|伯|姐|婶|师傅|老师|书记|主任|某)|老[\u4e00-\u9fff]|姓[\u4e00-\u9fff]的|邻居|亲戚|同村的?人?)家里?"
    r"(?=(?:盖|建|修|翻|起|砌|装修|刷|贴|粉|铺|打)[^,。!?;]{0,4}(?:房|屋|楼|墙|院|圈|瓦|砖|灶|漆))"
)
_BOSS = re.compile(r"老板|工头|带班")
_UNITS = ("foreman", "company", "labour_agency")
#: work in a home, on one's own house, or for a family's feast
_HOME = re.compile(
    r"家里|家中|人家|(?:带|看)(?:小?孩|娃|宝宝|双胞胎)|老人|做饭|住家|月子|家务|[他她]家|一家人|盖(?:新|楼)?房|建房|自建|起房子|小洋楼|地基"
    r"|酒席|席面|办酒|红白|喜事|坟|棺|花轿|做法事"
)


def home_employers(text: str) -> list[Hit]:
    """The words for an employer, as hits of `household`, when the text tells of work in a home; else none."""
    told = () if lexicon.find("debtor", text, _UNITS) else (*_FAMILY.finditer(text), *_worked_for(text))
    family = [Hit(match.start(), match.end(), match.group(), "household") for match in told]
    found = [match for match in _EMPLOYER.finditer(text)]
    if not found or family:
        return family
    industry = read_industry(text).get("industry")
    if not _HOME.search(text) and (industry is None or industry.value != "domestic"):
        return []
    return [Hit(match.start(), match.end(), match.group(), "household") for match in found]


def _worked_for(text: str) -> list[re.Match[str]]:
    """The family for whom he built or whom he looked after, unless a boss or an institution is told beside it: that one owes."""
    built, cared = _BUILT_FOR.search(text), _CARED_FOR.search(text)
    found = [built] if built and not _BOSS.search(text[: built.start()] + text[built.end() :]) else []
    return [*found, *([cared] if cared and not _NOT_AT_HOME.search(text) else [])]
