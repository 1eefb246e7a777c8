"""What each of several people is owed, told in one breath (我的6000她的4500): only his own is his, and none are added."""
from __future__ import annotations

import re
from functools import lru_cache

from bot.chinese import lexicon
from bot.chinese.people import starts_like_a_name
from bot.chinese.scene import Scene
from bot.chinese.values import Amount

_SUM = r"(?=(?:¥|大概|差不多|约)?(?:\d{3,6}(?!\d)|[一二两三四五六七八九十]{1,2}[万千百]))"
_PAY = r"(?:的?那份|的)?(?:工资|工钱|薪水|钱)?"
_OPEN = r"(?:^|(?<=[,。;、\s元块钱和跟\d百千万一二三四五六七八九]))"
#: a name of two or three signs; never the rest of the figure before it (三万一 | 我的一万八)
_NAME = r"(?!(?<=[\d一二三四五六七八九])[千百万])(?:(?![我俺他她])[\u4e00-\u9fff]){2,3}?"
#: 师傅5000学徒2000
_ROLES = frozenset({"师傅", "学徒", "徒弟", "大工", "小工", "组长", "班长", "工友", "他们", "别人"})
#: what a name of two or three signs never holds
_NO_NAME = re.compile(
    r"[欠差月天年号工资钱款付给发还剩余共合计押扣罚条的了被拿到手每第个人实应报没要拖只才就都说]"
    r"|现在|以前|底薪|老板|时候|金额|以后"
)


def own_share(scene: Scene) -> tuple[bool, Amount | None]:
    """Whether sums of two different people or more are told, and the speaker's own among them (None when his is not told)."""
    found = [(match["who"], match.end()) for match in _entries().finditer(scene.text) if _is_somebody(match["who"])]
    if len({who for who, _ in found}) < 2:
        return False, None
    mine = [one for who, at in found if _is_me(who) for one in scene.amounts if one.unit == "sum" and one.start <= at < one.end]
    return True, mine[0] if len(mine) == 1 else None


def holds_another(text: str) -> bool:
    """Whether a part of the sum is said to be another's (其中有我哥的6000): the whole is not his own."""
    return bool(_another().search(text))


@lru_cache(maxsize=1)
def _another() -> re.Pattern[str]:
    who = rf"(?:我|俺)(?:的|家)?(?:{lexicon.alternation('relatives')})|他|她|别人|工友"
    return re.compile(rf"(?:其中|里面|里头)(?:还|也|就)*(?:有|是)?(?:{who})(?:的|那份|占)?(?:[\d一二两三四五六七八九十])")


@lru_cache(maxsize=1)
def _entries() -> re.Pattern[str]:
    """One person's sum: his words, then the sum (我的 | 6000, 我老婆工资 | 4500, 欠张三 | 5000)."""
    kin = rf"(?:我|俺)?(?:的|家)?(?:{lexicon.alternation('relatives')})"
    return re.compile(
        rf"{_OPEN}(?:老板|公司|厂里|包工头|他)?(?:还|也)?(?:欠|差)?"
        rf"(?P<who>{kin}|(?:我|俺)(?:自己|本人)?|他|她|{_NAME}){_PAY}(?:就|也|还|是|有|一共|总共)*{_SUM}"
    )


def _is_me(who: str) -> bool:
    return who.removesuffix("自己").removesuffix("本人") in ("我", "俺")


def _is_somebody(who: str) -> bool:
    """Whether the words are the speaker, somebody of his, or a name (张三, 老王, 阿贵)."""
    if _is_me(who) or who in ("他", "她") or lexicon.find("relatives", who):
        return True
    if who in _ROLES:
        return True
    named = starts_like_a_name(who.removeprefix("老").removeprefix("小")) or who.startswith("阿")
    return named and not _NO_NAME.search(who)
