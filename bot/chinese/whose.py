"""The worker's name: the speaker's, or that of the husband, father … whose wages he asks for."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.kin import asks_for_another, kin_names
from bot.chinese.people import starts_like_a_name
from bot.chinese.values import Fact

_NAME = re.compile(
    r"(?:我叫|我的名字叫|我名字叫|我名叫|我的名字是|本人姓名|本人叫|俺叫|姓名[::是]|我姓名是|"
    r"名字[::])(?!我|他|老板|了|你|什么|啥)(?P<name>[\u4e00-\u9fff]{2,4}?)(?=,|。|;|!|\s|$|今年|"
    r"在|是|我|,|电话|身份证|来自|\d|男|女|的)"
)


#: a given name without a surname, said as a whole clause: 俺叫大柱
_GIVEN = re.compile(r"(?:^|[,。;!?])(?:我|俺|咱)叫(?P<name>[大小阿老二三铁石狗牛][\u4e00-\u9fff]{1,2})(?=[,。;!?]|$)")
_NO_GIVEN = re.compile(
    r"[大小]家|大伙|小伙|老[板师总表]|[大小]工|小[弟孩组]|[大二三老]个|三[人天次]|老婆|老公|[二三]次|的|了|人|来|去"
)


def read_worker_name(text: str) -> dict[str, Fact]:
    """`worker_name`: of the husband, father … whose wages are asked for, else of the speaker who says 我叫 …"""
    theirs = {name.value: name for name in kin_names(text)}
    if len(theirs) == 1:
        name = next(iter(theirs))
        return {"worker_name": Fact("known", value=name, words=name)}
    if theirs or asks_for_another(text):
        return {}
    match = _NAME.search(text)
    if not match or not starts_like_a_name(match["name"]) or match["name"].startswith(("车", "人", "警")):
        match = _GIVEN.search(text)
    if not match or _is_no_given_name(match["name"]):
        return {}
    return {"worker_name": Fact("known", value=match.group("name"), words=match.group())}


def _is_no_given_name(name: str) -> bool:
    """Whether the words name a role and nobody (大哥, 小工, 老乡)."""
    role = any(lexicon.find(listed, name) for listed in ("relatives", "debtor", "trades"))
    return not starts_like_a_name(name) and (role or bool(_NO_GIVEN.search(name)))
