"""The worker's name: the speaker's, or that of the husband, father … whose wages he asks for."""
from __future__ import annotations

import re

from bot.chinese import lexicon
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


#: whose wages he asks for: 我老公叫李建国 (no uncle, who is as often the boss)
_CLOSE = "老公|丈夫|男人|爱人|老婆|媳妇|爸爸?|老爸|父亲|爹|妈妈?|老妈|母亲|娘|儿子|女儿|闺女|哥哥?|弟弟?|姐姐?|妹妹?|爷爷|外公"
_THEIR_NAME = re.compile(
    rf"(?:我|俺)(?:的|家|们家)?(?:{_CLOSE})(?:的?名字|真名|大名)?(?:就|是)?叫(?:做)?(?P<name>[\u4e00-\u9fff]{{2,4}}?)"
    r"(?=,|。|;|!|\s|$|今年|在|是|他|她|电话|身份证|\d|的)"
)
_THEY_OWE = re.compile(
    rf"(?:老板娘?|包工头|工头|东家|欠钱的)(?:就)?是(?:我|俺)(?:的|家)?(?:{_CLOSE})|(?:{_CLOSE})(?:就)?是(?:老板|包工头)"
)


def read_worker_name(text: str) -> dict[str, Fact]:
    """`worker_name`: of the husband, father … whose wages are asked for, else of the speaker who says 我叫 …"""
    theirs = None if _THEY_OWE.search(text) else _THEIR_NAME.search(text)
    if theirs and starts_like_a_name(theirs["name"]):
        return {"worker_name": Fact("known", value=theirs["name"], words=theirs.group())}
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
