"""Where the work is, and what the project is called."""
from __future__ import annotations

import re
from functools import lru_cache

from bot.chinese import lexicon
from bot.chinese.second_hand import is_second_hand
from bot.chinese.values import Fact

_HOME = re.compile(r"(?:老家|家是|家在|户口|人在老家|我是|籍贯|来自|从)$")
_SMALL = re.compile(
    r"(?:在|来|去|到|往|于|进|位于|地点是|地址是|地址:|地点:)(?P<name>(?!这|那|我|他|一|两|另|别|哪|老家|同)"
    r"[\u4e00-\u9fff]{2,4}?(?:镇|(?<!老)乡|县|(?<![超门夜菜早股楼城上])市)(?!上|里|政|长|场|下|亲|村干))"
)
_AT = re.compile(r"(?:在|来|去|到|地点是|地址是)$")
_NOT_HERE = re.compile(
    r"(?:老板|法院|注册|总部|平台|户口|钱|他|公司|厂|住|派遣公司|法人)(?:也|就|都)?(?:人)?(?:在|到|去)$|回$|搬到$|叫[老新大小]?$"
)
_HE = re.compile("[他她](?:也|就|一直|原来)?(?:人)?(?:在|到|去)$")
_TOWN = r"[\u4e00-\u9fff]{2,4}?(?:镇|(?<!老)乡|街道|村|新区|工业园区|工业园|开发区|高新区|经开区|大道|路(?!桥|口|上|面|基))"


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    """Large places, short names of counties, and the pattern of what may follow a place and belongs to it."""
    large = lexicon.words("places", "province") | lexicon.words("places", "prefecture") | lexicon.words("places", "county")
    behind = re.compile(rf"(?:{_TOWN})?(?:{lexicon.alternation('places', ('tail',))})?")
    return large, lexicon.words("places", "county_short"), behind


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """The first two signs of every listed place."""
    large, short, _ = _names()
    return frozenset(name[:2] for name in large | short)


def _name_end(text: str, start: int, small: bool) -> int:
    """The end of the longest listed place at `start` (short names of counties too when `small`), else `start`."""
    large, short, _ = _names()
    if text[start : start + 2] not in _heads():
        return start
    for end in range(min(len(text), start + 15), start + 1, -1):
        piece = text[start:end]
        if piece in large or (small and piece in short):
            return end + 1 if text[end : end + 1] in tuple("市省县区州") else end
    return start


def _district_end(text: str, start: int) -> int:
    """The end of a district's name without 区 behind a larger place (佛山顺德), else `start`."""
    short = text[start : start + 2]
    listed = len(short) == 2 and short[0] not in "城市郊新" and f"{short}区" in _names()[0]
    return start + 2 if listed else start


def _place_end(text: str, start: int) -> int:
    """The end of a place at `start`, with the smaller places in it (贵阳市观山湖区金阳南路); `start` when none is there.

    A bare short name of a county counts only behind 在/来/去/到 or inside a larger place.
    """
    end = _name_end(text, start, small=text[max(0, start - 1) : start] in tuple("在来去到往"))
    if end == start:
        return start
    while True:
        inner = end + 1 if text[end : end + 1] == "的" else end
        following = max(_name_end(text, inner, small=True), _district_end(text, inner))
        if following == inner:
            break
        end = following
    behind = _names()[2].match(text, end)
    return behind.end() if behind else end


def find_places(text: str) -> list[tuple[int, int]]:
    """Offsets of every place, without a trailing 的."""
    spans: list[tuple[int, int]] = []
    position = 0
    while position < len(text):
        end = _place_end(text, position)
        match = _SMALL.match(text, position) if end == position else None
        if match and _place_end(text, match.start("name")) == match.start("name"):
            spans.append(match.span("name"))
            end = match.end()
        elif end > position:
            spans.append((position, end))
        position = max(end, position + 1)
    return spans


def find_quarters(text: str) -> list[tuple[int, int]]:
    """Offsets of the quarters that are known by name (花果园): places whose names hold a word for a trade."""
    return [match.span() for match in _quarters().finditer(text)]


@lru_cache(maxsize=1)
def _quarters() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in sorted(lexicon.extra("places", "quarters"), key=len, reverse=True)))


def is_place(text: str) -> bool:
    """Whether the text is the name of a place and nothing else."""
    return find_places("在" + text)[:1] == [(1, len(text) + 1)]


@lru_cache(maxsize=1)
def _project() -> re.Pattern[str]:
    tail = lexicon.alternation("projects", ("tail",))
    phase = r"(?:[一二三四五六七八九十]{1,2}|\d{1,2}|[A-Za-z])(?:期|标段|标|号楼|号院|区|栋|#楼)"
    return re.compile(
        rf"(?P<name>[\u4e00-\u9fffA-Za-z0-9·]{{2,16}}?)(?P<tail>(?:{tail}|(?={phase}))(?:{phase}){{0,2}}(?:的?(?:{tail}))?(?:{phase})?)"
    )


#: a road by its ends (毕节到威宁那条高速) or by two signs (贵遵高速)
_ROAD = re.compile(
    r"(?P<one>[\u4e00-\u9fff]{2,5})(?:到|至|通往|-)(?P<other>[\u4e00-\u9fff]{2,5}?)(?:的|那条|这条|那段|这段|的那条)?"
    r"(?:高速公路|高速|公路|铁路|高铁|快速路|国道|省道|大桥|隧道)(?:那条路|工地|项目部?)?"
)


def find_roads(text: str) -> list[tuple[int, int]]:
    """Offsets of the roads named by the places at their ends."""
    found = []
    for match in _ROAD.finditer(text):
        ends = find_places("在" + match["other"]), find_places("在" + match["one"])
        whole = bool(ends[0] and ends[0][0] == (1, len(match["other"]) + 1))
        starts = [start - 1 for start, end in ends[1] if end == len(match["one"]) + 1]
        if whole and starts:
            found.append((match.start() + starts[0], match.end()))
    return found


def find_projects(text: str) -> list[tuple[int, int]]:
    """Offsets of the projects that are named (花果园工地, 时代天街二期项目部), with the tail word, without a place before."""
    found = []
    for match in _project().finditer(text):
        start, end = match.span()
        if match.group("tail") == "" or re.match(r"经理|款|进度|量|队|师|公司|上的人", text[end:]):
            continue
        start += _cut(match.group("name"))
        name = text[start : match.end("name")]
        if _is_name(name, text[match.end("name") : end]):
            found.append((start, end))
    return found


#: words for dwellings that are no name without what stands before them (翠屏江南府邸)
_GENERIC_HOUSE = re.compile(
    "府邸|公馆|华府|雅苑|名苑|花苑|新城|名城|名邸|名门|华庭|豪庭|雅居|佳苑|学府|国际城?|壹号院?|一号院?|御府|公园|庄园|湾|半岛|名居|官邸|华城|中心|天地|世家|别院|小镇")


def _cut(name: str) -> int:
    """Characters to drop from the left: everything up to the last function word, then places."""
    strip = lexicon.alternation("projects", ("strip",))
    cut = 0
    for match in re.finditer(rf"(?:{strip})", name):
        if not (match.group() == "来" and name[: match.start()].endswith("未")):
            cut = match.end()
    rest = name[cut:]
    for start, end in find_places("在" + rest):
        if start == 1 and end - 1 < len(rest) and not _GENERIC_HOUSE.fullmatch(rest[end - 1 :]):
            cut += end - 1
            break
    if cut >= len(name):
        return len(name)
    return cut + (1 if name[cut : cut + 1] in ("的", "市", "县") and len(name) > cut + 1 else 0)


#: tails that are everyday words too: alone they name no project (修花园, 逛广场)
_A_NUMBER = re.compile(r"(?:[\d零一二两三四五六七八九十百千万几多半]|块钱?|元)+")
_COMMON = ("花园", "家园", "广场", "大厦", "公寓", "商业街", "产业园", "大桥", "隧道", "楼盘")


def _is_name(name: str, tail: str) -> bool:
    refused = lexicon.words("projects", "not")
    if _A_NUMBER.fullmatch(name):
        return False
    if name in refused or name in lexicon.every_word("trades") or len(name) < 2 or re.search(r"[岁款钱再任即守]|后$|应写|"
        r"^[\d个几多两第]+$|^[一二三四五六七八九十几两\d]+[张个处家座]$|局$|院$", name):
        return False
    places = _names()[0]
    if tail.startswith(("工地", "项目")) and any(span == (1, len(name) + 1) for span in find_places("在" + name)):
        return False
    if name in places or (name.endswith(("市", "县", "省")) and name[:-1] in places):
        return False
    if tail.startswith(_COMMON) and not re.search(r"工地|项目|[期区栋]$", tail):
        return False
    if any(word in name for word in lexicon.every_word("debtor")):
        return False
    return not any(name.startswith(word) for word in refused if len(word) > 1)


def read_project(text: str) -> dict[str, Fact]:
    """`project_name`, when exactly one project is named."""
    names = {text[start:end]: text[start:end] for start, end in find_roads(text) or find_projects(text)}
    if len(names) > 1:
        longest = max(names, key=len)
        if not all(name in longest for name in names):
            return {}
        names = {longest: longest}
    if not names:
        return {}
    name = next(iter(names))
    return {"project_name": Fact("known", value=name, words=name)}


def read_work_place(text: str) -> dict[str, Fact]:
    """`work_place`: the first place where somebody works (no home town); a project or quarter right behind it belongs to it."""
    projects = {**dict(find_quarters(text)), **dict(find_projects(text))}
    best = _best_place(text, find_places(text), projects) or _best_place(text, find_quarters(text), projects)
    if best is None:
        return {}
    place = text[best[0] : best[1]]
    return {"work_place": Fact("known", value=place, words=place)}


def _best_place(text: str, spans: list[tuple[int, int]], projects: dict[int, int]) -> tuple[int, int] | None:
    """The first of the surest places of work among these, with what is named right behind it; None when nobody works there."""
    best: tuple[int, int, int] | None = None
    for start, end in spans:
        before = text[max(0, start - 5) : start]
        if _HOME.search(before) or re.match(r"(?:人|老乡|籍|口音)(?!民|事|工)", text[end : end + 2]):
            continue
        if _in_company(text, start, end) and not _AT.search(before):
            continue
        behind = end + (1 if text[end : end + 1] == "的" else 0)
        reach = projects.get(behind, end)
        score = _work_score(text, before, end)
        if not score:
            continue
        if best is None or score > best[0]:
            best = (score, start, reach)
    return best[1:] if best else None


def _work_score(text: str, before: str, end: int) -> int:
    """How surely somebody works there: 0 for the place of a firm, of somebody else, of money, of a way home."""
    clause = re.split(r"[,。!?;]", text[end : end + 16])[0]
    if re.match(r"话|人(?!民)|门|户口|的(?:法院|仲裁|劳动局|他)|菜|口音", text[end : end + 4]):
        return 0
    works = bool(re.search(r"干|做|打工|上班|工地|项目|修|盖|装|搬|扎|刷|贴|开|送|砌|挖|种|摘|厂|店|小区|打灰|活|守|看", clause))
    his_own = works and _HE.search(before) and is_second_hand(text)
    if (_NOT_HERE.search(before) and not his_own) or re.match(r"上访|告|信访|投诉|起诉|申请|打官司|讨", clause):
        return 0
    return (2 if _AT.search(before) else 1) + (2 if works else 0)


_DISTRICT = re.compile("(?:区|县|镇|乡|街道|村)$")


def _in_company(text: str, start: int, end: int) -> bool:
    """Whether the place begins a firm's name (贵州宏达劳务公司)."""
    after = text[end : end + 16]
    if _DISTRICT.search(text[:end]) and not re.match(r"[^,。!?;]{1,12}有限", after):
        return False  # no firm but a legal one is called after its district
    if re.match(r"一家|一个|那边|这边|打工|干活|上班|做工|的", after):
        return False
    kinds = "公司|集团|劳动局|人社局|法院|仲裁|监察|银行|建工|路桥|城建|建投"
    agency = re.search("公司(?:是|叫)?$", text[: start]) and re.match("[\u4e00-\u9fff]{2,4}劳务(?=$|[,，。的欠])", after)
    return bool(agency or re.match(rf"[\u4e00-\u9fff]{{1,12}}?(?:{kinds})", after))
