"""The person who owes: named beside a word for the debtor, as the one who hired, or in the place of one who is denied."""
from __future__ import annotations

import re

from bot.chinese.denials import is_denied, is_named_instead
from bot.chinese.kin import kin_names
from bot.chinese.lexicon import any_of
from bot.chinese.people import Name, find_names

OWING = re.compile(r"^(?:[^,。!?;]{0,7}?)(?:" + any_of(r"""
    欠 拖欠 不给 没给 没发 没结 不发 不结 跑了 跑路 赖 压了 压着 差我 差着 躲 关机 失联 联系不上 找不到 找不着 不见 说没钱
    没钱 拖着 拖了 不认账 说等 克扣 扣 不接电话 电话不接 推 未付 未结 卷 打了欠条 打的欠条 打欠条 写了
    写的欠条 倒闭 破产 关门 少发 拉黑 答应 还差 的工资 一直不""") + ")")
_BOSS_TITLE = re.compile(r"(?:老板|总|工头|包工头|老板娘|队长)$")
#: he who took him on, or owes him, as a whole phrase before the name: 招我的是王老五
_WHO_HIRED = re.compile(
    r"(?:招|请|喊|叫|带|找|雇|管)(?:我们?|俺)(?:来|去|干活|做工|上班|打工|干)*的(?:人|那个人)?(?:就)?(?:是|叫)$"
    r"|(?:欠|差)(?:我们?|俺)(?:钱|工资|工钱|账)*的(?:人|那个人)?(?:就)?(?:是|叫)$|(?:发|给)(?:我们?)?(?:工资|工钱|钱)的(?:人)?(?:就)?(?:是|叫)$"
)
_ROLE = "包工头|工头|老板娘|老板|班组长|带班的?|带工的|雇主|东家|主家|分包商?|小包|清包|劳务队|施工队|班长|负责人|队长|欠钱的"
_BESIDE = re.compile(
    rf"(?:{_ROLE})(?:的)?(?:名字|大名|真名|姓名|全名)?(?:好像|就|应该)?(?:叫|是|名叫|姓|喊|:)?(?:个|一个|啥子?|什么|做)?$"
)
#: what all call him: 老板我们都喊他胖哥
_NICKNAMED = re.compile(
    rf"(?:{_ROLE}|他|她)(?:我们?|大家|工友们?|都|平时)*(?:喊|叫|称呼?)(?:他|她)?$|(?:{_ROLE})[^,。!?;]{{0,3}}微信名(?:叫|是|:)?$")
#: the head of a station or a shop: who is run by one is employed by the unit, its name is asked for (LAW-REL-01)
_HEAD = re.compile(r"(?:站长|店长|厂长|园长|场长)(?:的)?(?:名字|大名|真名|姓名|全名)?(?:好像|就|应该)?(?:叫|是|名叫|姓|:)$")
#: he leads it: 何大勇的班组
_CREW = "班组|队伍|施工队|劳务队|工程队|手底?下"
_BEHIND = re.compile(rf"(?:的)?(?:这个|那个)?(?:{_ROLE}|{_CREW})")
_LEADS_CREW = re.compile(rf"(?:的)?(?:这个|那个)?(?:{_CREW})")
_WITH = re.compile(r"(?:跟着|跟|给|帮|他叫|名叫|名字叫)$|(?<!我)(?<!我的)(?:全名|大名|真名|本名)(?:就)?(?:叫|是)?$")


def find_debtor_person(text: str) -> str | None:
    """A person's name beside a word for the debtor (包工头王大强, 老板叫李军, 张老板), or the one who 欠; one name only."""
    chosen: dict[str, int] = {}
    others = {name.value for name in kin_names(text)}
    for name in find_names(text):
        if name.kind != "person":
            continue
        before, after = text[max(0, name.start - 12) : name.start], text[name.end :]
        if is_denied(text, name.start, name.end):
            continue
        if not _LEADS_CREW.match(after) and re.search(
            r"(?:我|我的名字|本人|姓名)(?:叫|是|就叫|:)?$|(?:证人|一起干活的|一起干的|工友|老乡|同事|我老公|我爸|我哥|朋友)(?:叫|"
            r"是)?$", before):
            others.add(name.value)
            continue
        chosen[name.value] = max(_score(text, name, before, after), chosen.get(name.value, 0))
    chosen = {value: score for value, score in chosen.items() if value not in others}
    best = max(chosen.values(), default=0)
    names = [value for value, score in chosen.items() if score == best]
    surnames = [value[1:] for value in names if value.startswith("姓")]
    longer = [name for name in chosen for surname in surnames if name.startswith(surname)]
    names = longer or names
    return names[0] if best and len(names) == 1 else None


def _score(text: str, name: Name, before: str, after: str) -> int:
    """3: beside a word for the debtor, before words of owing, the one who hired, or named instead of another; 2: a boss's
    title, or worked with; 1: the head of a unit; else 0."""
    if _BESIDE.search(before) or _NICKNAMED.search(before) or OWING.match(after) or _BEHIND.match(after):
        return 3
    if _WHO_HIRED.search(text[: name.start]) or is_named_instead(text, name.start):
        return 3
    if _BOSS_TITLE.search(name.value) or _WITH.search(before):
        return 2
    return 1 if _HEAD.search(before) else 0
