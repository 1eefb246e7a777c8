"""Names told under a label of their own (总包是中天建设, 工地是恒大绿洲, 他叫王二娃): they answer that question and no other."""
from __future__ import annotations

import re

from bot.chinese.people import HALF, find_names

_LABEL = re.compile(
    r"^(?:我们|我|那个|这个|那边|的|他们)*(?:(?:(?:工地|项目|楼盘|小区)的?)?(?P<contractor>总包(?:单位|公司|方)?|总承包(?:单位|方|商)?)|(?P<project>工地|项目部?|工程|楼盘))"
    r"(?:的?(?:名字|名称|全名|全称))?(?:就|好像|应该|可能|大概|也|他们|听说|都|上|写|,)*说?(?:是叫|是|叫做|叫|名叫|为|写着|:)[,\s]*"
    r"(?P<name>[^,。;!?\s欠给不没钱我说什啥谁哪在]{2,24})$"
)
#: whose site it is, and what it is called (保利那个楼盘,叫天悦府)
_SITE_CALLED = re.compile(
    r"^[\u4e00-\u9fff]{2,8}?(?:的|那个|这个|开发)+(?:工地|项目|楼盘|小区),?(?:名字|就|好像|应该|可能)*(?:叫做|叫|名叫)"
    r"(?P<name>[\u4e00-\u9fff]{2,12})$"
)
_CALLED = re.compile(
    rf"^(?:(?:{HALF.pattern})的?(?=[全大真本]名))?"
    r"(?:他|她|人家|老板|包工头|工头|带班的?|班组长|那人|这人|的|名字|[全大真本]名|就|好像|应该|可能|是)*"
    r"(?:名叫|叫做|叫|(?<=[全大真本]名)(?:就?是|:)?)(?=.)")
#: the unit's name under its own label: 厂名浙江奔步鞋业, 公司全称是…
_UNIT_NAMED = re.compile(
    r"^(?:我们|那个|他们|的)*(?:[厂店]名|(?:公司|单位|[厂店]子?)的?(?:名字?|名称|全称|全名|(?=:)))(?:就|好像|应该|也)*(?:叫做|叫|是|:)?"
    r"(?P<name>[^,。;!?\s欠给不没钱我说什啥谁哪在]{3,24})$")
#: how places and projects end, and no person's name
_PLACE = re.compile(r"(?:[园城府湾苑镇村路街区县市省州厂店楼站桥庄寨郡庭墅轩阁里号院期]|国际|广场|大厦|中心|家园|项目|工地)$")
#: asked slot -> the labels that do not answer it; a site may well be said for the place
_ELSEWHERE = {
    "debtor_name": ("general_contractor", "project_name"), "general_contractor": ("project_name", "debtor_name"),
    "project_name": ("general_contractor", "debtor_name"), "work_place": ("general_contractor", "debtor_name"),
}  # fmt: skip


def read_label(text: str) -> tuple[str, str] | None:
    """Slot and name when the whole text (normal writing) is a label and a name; else None."""
    plain = text.strip(" ,。.!")
    if match := _LABEL.match(plain):
        return ("general_contractor" if match["contractor"] else "project_name"), match["name"]
    if site := _SITE_CALLED.match(plain):
        return "project_name", site["name"]
    if unit := _UNIT_NAMED.match(plain):
        return "debtor_name", unit["name"]
    called = _CALLED.match(text)
    if called and is_person(name := text[called.end() :].strip(" ,。.!吧啊")):
        return "debtor_name", name
    return None


def labelled(text: str) -> dict[str, str]:
    """Slot -> name for the clauses of a story that are a label and a name (项目是万象城, 厂名新丽制衣, 单位:青岛海信物业)."""
    told = [label for clause in re.split("[,。;!?]", text) if (label := read_label(clause)) and not is_person(label[1])]
    return {slot: name for slot, name in reversed(told)}


def is_person(text: str) -> bool:
    """Whether the text is a person's full name and nothing else (王二娃; no 万科城, no 金碧园)."""
    found = find_names("叫" + text)
    whole = len(found) == 1 and (found[0].kind, found[0].start, found[0].end) == ("person", 1, len(text) + 1)
    return whole and len(text) > 1 and not _PLACE.search(text)


def answers_another(slot: str, text: str) -> bool:
    """Whether the text names something else than what was asked."""
    label = read_label(text)
    return label is not None and label[0] in _ELSEWHERE.get(slot, ())
