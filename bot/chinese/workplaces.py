"""Firms that everybody names without 公司 (云山物业, 洁美家政), known by the work that is done there or the wage they owe."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.companies import Company, find_companies, is_firm
from bot.chinese.people import find_names
from bot.chinese.places import is_place

_HAN = "\u4e00-\u9fff"
_SERVICE = "物业管理|物业服务|物业|家政服务|家政|保安服务|装饰|劳务派遣|劳务|人力资源|人力|物流"
_DOES = r"做|当|干|上班|打工|扫|看门|送|欠|拖欠|没[给发结]|不[给发结]"
_SERVES = re.compile(
    rf"(?:(?:(?<=在)|(?<=给)|(?<=跟)|(?<=进)|(?<=到)|(?<=去)|(?<=是))(?P<one>[{_HAN}]{{2,4}}?(?:{_SERVICE}))"
    rf"|(?:^|(?<=[,。;!?]))(?![在给跟进到去是])(?P<other>[{_HAN}]{{2,4}}?(?:物业|家政)))(?={_DOES})"
)
#: what stands before 物业 and is no name
_NO_NAME = re.compile(
    r"小区|商场|学校|医院|酒店|大厦|公司|工地|超市|写字楼|单位|政府|银行|广场|车站|花园|楼盘|社区|街道|[一几两这那哪某各本该][个家]|[我你他她们的了做干搞当从是不没也都就被在]"
    r"|[当外本]地|老家|老乡|人家|别人|工厂|厂里|城里|镇上|村里|私人|正规|有个"
)
_WORKS_AS = re.compile(
    r"^(?:在|是|就是|我们?|给|帮|跟)*(?P<name>[^,。;!?\s]{2,20}?)(?:里|那里|那边)?(?:做|当|干|上班|打工)(?P<rest>[^,。;!?]*)$"
)
_KIND = re.compile(rf"(?:{_SERVICE}|超市|酒店|饭店|学校|医院|商场|公司|工厂|厂|店)$")
_A_TRADE = 5  # characters


def find_service_firms(text: str) -> list[Company]:
    """Firms named without their form, beside words of working there or of owing; no 小区物业, no 贵阳物业."""
    found = []
    for match in _SERVES.finditer(text):
        group = "one" if match["one"] else "other"
        name = match[group]
        stem = re.sub(rf"(?:{_SERVICE})$", "", name)
        if not _NO_NAME.search(stem) and not is_place(stem) and not lexicon.find("trades", stem) and len(stem) > 1:
            found.append(Company(match.start(group), match.end(group), name))
    return found


def firm_he_works_at(text: str) -> str | None:
    """The firm in an answer that tells where he works as what (好又多超市做收银 -> 好又多超市), "" when that place has no name
    (小区物业做保安); None when the answer is no such thing, or a person is named in it."""
    match = _WORKS_AS.match(text)
    if match is None or len(match["rest"]) > _A_TRADE or find_names(match["name"]):
        return None
    name = match["name"]
    stem = _KIND.sub("", name)
    if any(firm.name == name for firm in find_companies(name)):
        return name
    if is_firm(name) and stem and not _NO_NAME.search(stem) and not is_place(stem):
        return name
    return "" if lexicon.find("trades", match["rest"]) else None
