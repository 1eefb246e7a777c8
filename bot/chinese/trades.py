"""The line of work -> industry. Workplace words (高速, 电子厂) decide before trade words (木工)."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.landmarks import without_landmarks
from bot.chinese.places import find_places, find_projects, find_quarters, is_place
from bot.chinese.values import Fact

_VISITED = ("医院", "学校", "超市", "酒店", "宾馆")
_NOT_LAST = 1  # a quarter's name reaches one sign further, so that 果园 at the end of 花果园 is not its own last word
_SITE = ("工地", "建筑工地")
_PROJECT = ("项目", "项目部", "工程", "工地")
#: a trade told as what he does there, not as a part of the place (修路, 送外卖, 木工; no 电子厂, no 水库)
_DOES = re.compile(r"[修送摘做搞弄干盖扎绑开拉挖铺打刷贴搬洗种采跑装卸带砌支搭架拾割端踩].*(?<![厂场店站园地司队])$")
_IS_ONE = re.compile(r"(?:.+(?:工|员|司机)|保安|保洁|保姆|月嫂|厨师|骑手)$")
#: what is built there (酒店工地, 学校项目) is not the work done there; a canteen may be a 项目 of its own
_BUILT = ("catering", "other", "factory")
_IS_BUILT = re.compile(r"(?:的|那边的?|那个|在建的?|新建的?)?(?:工地|工程|项目(?!经理|组))")
_NOT_BUILT = ("食堂",)
_NOT_HIS = re.compile(r"(?:去|要去|住|住进|送|送到|到|送去)$")


def find_trades(text: str) -> list[lexicon.Hit]:
    """Every trade or workplace word, in order."""
    names = [*find_projects(text), *find_places(text), *((start, end + _NOT_LAST) for start, end in find_quarters(text))]
    hits = [hit for hit in lexicon.find("trades", text) if not _in_name(hit, names, text)]
    return [hit for hit in hits if not (_is_built(hit, text) or (hit.word in _VISITED and _NOT_HIS.search(text[: hit.start])))]


def _is_built(hit: lexicon.Hit, text: str) -> bool:
    """Whether the word names what a site will become (学校工地): building, not what will be done in it."""
    return hit.value in _BUILT and hit.word not in _NOT_BUILT and bool(_IS_BUILT.match(text, hit.end))


def names_trade(words: str) -> bool:
    """Whether words tell what he does, not only where (刷涂料, 钢筋工; no 工地, no 电子厂)."""
    return any(_DOES.match(hit.word) or _IS_ONE.match(hit.word) for hit in lexicon.find("trades", words))


def before_trade(text: str) -> str:
    """A place without the trade told behind it (凯里修路: 凯里); the text itself when no such trade ends it."""
    plain = re.sub(r"的?(?:活|工作)?的?$", "", text)
    hit = next((one for one in lexicon.find("trades", plain) if one.end == len(plain)), None)
    if hit is None:
        return text
    head = re.sub(r"(?:那边|这边)?(?:去|来|给人|帮人)?(?:做|干|当|搞|弄)?$", "", plain[: hit.start])
    built = re.sub(r"[修建挖]$", "", head)
    if (len(head) > 1 and _DOES.match(hit.word)) or (_IS_ONE.match(hit.word) and find_places("在" + head)[:1]):
        return head
    return built if built != head and is_place(built) else text


def _in_name(hit: lexicon.Hit, names: list[tuple[int, int]], text: str) -> bool:
    """Whether the word is only a part of a name (果园 in 花果园工地); a name's own last words count (乌江隧道项目)."""
    for start, end in names:
        if start <= hit.start and hit.end <= end:
            rest = text[hit.end : end]
            return not (rest == "" or (rest in _PROJECT and hit.value in ("road", "water", "railway", "energy")))
    return False


def read_industry(text: str) -> dict[str, Fact]:
    """`industry` with the trade words as said; nothing when no trade is named."""
    hits = find_trades(without_landmarks(text))
    if not hits:
        return {}
    places = [hit for hit in hits if hit.word in lexicon.extra("trades", "workplace")]
    precise = [hit for hit in hits if hit.word not in ("工地", "厂里", "小工", "大工", "杂工", "厂子")]
    his = [hit for hit in hits if hit.value == "property" or hit.word in _SITE] if hits[0].word in _VISITED else []
    chosen = (his or places or precise or hits)[0]
    trades = [hit for hit in precise if hit not in places and hit.word not in _VISITED]  # 洗碗 says more of his trade than 饭店
    does = [hit for hit in trades if _DOES.match(hit.word) or _IS_ONE.match(hit.word)]  # 贴瓷砖 says more than 楼盘
    words = next((hit.word for hit in [*does, *trades, *precise] if hit.value == chosen.value), chosen.word)
    return {"industry": Fact("known", value=chosen.value, words=words)}
