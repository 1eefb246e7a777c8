"""The province, city and county or district in the words for the place of work."""
from __future__ import annotations

import re
from dataclasses import dataclass

from bot.chinese import lexicon
from bot.chinese.places import find_places

TAILS = {"province": "省市", "prefecture": "市州盟", "county": "县区市旗"}
"""level -> what a name of it may end with."""
BELOW = {"province": ("prefecture", "county"), "prefecture": ("county",), "county": ()}
"""level -> the levels below: 吉林 with 市 behind it is the city, 大理 with 市 behind it the county's city."""
ALONE = ("北京", "上海", "天津", "重庆")
"""Provinces that are cities."""
_STREET = re.compile(r"(?:[东西南北中]|[一二三四五])?(?:路|街(?!道)|大道|小区|花园|广场|公园|公寓|大厦|酒店|宾馆|新村)")
_ENDS = re.compile(r"$|[的,。 ]|县城|城区|城关|那边|这边|工地|项目|[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道)")


@dataclass(frozen=True)
class Area:
    """Names as he said them, None where he named none; `office`: what the office in charge is called after (LAW-INS-01)."""

    province: str | None
    city: str | None
    county: str | None

    @property
    def office(self) -> str | None:
        """The county or district with the city before it (昆明盘龙区); a city alone; None for a province alone."""
        whole = bool(self.province and self.province.startswith(ALONE))
        first = self.city or (self.province if whole else None) or ""
        return first + (self.county or "") or None


def area(place: str | None) -> Area | None:
    """The first place of the tables named in `place`; None when it names none of them (a project, a street, a village)."""
    if not place:
        return None
    text = "在" + place
    spans = find_places(text)
    if not spans:
        return None
    at, end = spans[0]
    found: dict[str, str] = {}
    for level in ("province", "prefecture", "county"):
        if level == "prefecture" and found.get("province", "").startswith(ALONE):
            continue
        if level == "county" and found.get("prefecture", "").removesuffix("市") in lexicon.extra("places", "without_districts"):
            continue
        name = _listed(text, at, level, inside=bool(found))
        if name:
            found[level] = name
            at += len(name)
            at += text[at : at + 1] == "的"
        if at >= end:
            break
    if not found:
        return None
    return Area(found.get("province"), found.get("prefecture"), found.get("county"))


def is_city_alone(place: str | None) -> bool:
    """Whether the whole place is a city that has districts (昆明, 云南昆明市, 重庆): the office in charge is a district's."""
    found = area(place)
    if found is None or found.county or not (found.city or (found.province or "").startswith(ALONE)):
        return False
    if (found.city or "").removesuffix("市") in lexicon.extra("places", "without_districts"):
        return False
    return re.sub("[的 ]", "", place or "") == (found.province or "") + (found.city or "")


def in_city(city: str, district: str) -> str:
    """A district behind the city that was told before (铜仁, 碧江区); "" when either says more or less than that."""
    outer, inner = area(city), area(district)
    whole = outer and (outer.city or (outer.province or "").startswith(ALONE))
    fits = outer and inner and whole and not outer.county and inner.county == district
    return f"{city}{district}" if fits else ""


def county_in_full(place: str) -> str | None:
    """The county or district named in `place` with the places before it, in full (昆明呈贡大学城: 昆明呈贡区); None when none
    is surely named: a road or a block may be called after one."""
    found = area(place)
    if found is None or not found.county:
        return None
    before, _, behind = place.partition(found.county)
    larger = (found.province or "") + (found.city or "")
    if found.county.endswith(tuple(TAILS["county"])) and len(found.county) > 2:
        return larger + found.county
    if _STREET.match(behind) or not (larger or (before in ("", "在", "到") and _ENDS.match(behind))):
        return None
    return larger + _full(found.county)


def _full(county: str) -> str:
    """The listed name of which this is the short one (寻甸: 寻甸回族彝族自治县); as it is when there are several or none."""
    names = [name for name in lexicon.words("places", "county") if name.startswith(county)]
    near = [name for name in names if (len(name) == len(county) + 1 and name.endswith(tuple(TAILS["county"])))
            or name == f"{county}新区"]
    whole = near or [name for name in names if name.endswith(("自治县", "自治旗"))]
    return whole[0] if len(whole) == 1 else county


def _listed(text: str, start: int, level: str, inside: bool) -> str | None:
    """The longest name of a level at `start`, with 市, 区 … behind it; short names of districts only inside a larger place."""
    for end in range(min(len(text), start + 15), start + 1, -1):
        piece, behind = text[start:end], text[end : end + 1]
        if not _is_listed(piece, level, inside) or (level == "prefecture" and behind in tuple("区县")):
            continue
        if any(piece + behind in lexicon.words("places", lower) for lower in BELOW[level] if behind):
            continue
        more = behind in tuple(TAILS[level]) and not piece.endswith(tuple(TAILS[level]))
        return text[start : end + 1] if more else piece
    return None


def _is_listed(piece: str, level: str, inside: bool) -> bool:
    if piece in lexicon.words("places", level):
        return level != "prefecture" or not _of_county_rank(piece)
    if level != "county":
        return False
    return piece in lexicon.words("places", "county_short") or _of_county_rank(piece) or (inside and _district(piece))


def _of_county_rank(piece: str) -> bool:
    """Whether a name among the prefectures is a county's city or a new district without its last word (义乌, 浦东), and no
    prefecture is called so (大理)."""
    large = lexicon.words("places", "prefecture")
    if piece not in large or any(name != piece and name.startswith(piece) for name in large):
        return False
    return any(piece + tail in lexicon.words("places", "county") for tail in ("市", "新区"))


def _district(piece: str) -> bool:
    """A district without 区 (佛山顺德)."""
    return len(piece) == 2 and piece[0] not in "城市郊新" and f"{piece}区" in lexicon.words("places", "county")
