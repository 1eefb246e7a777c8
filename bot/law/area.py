"""The province, city and county or district in the words for the place of work."""
from __future__ import annotations

from dataclasses import dataclass

from bot.chinese import lexicon
from bot.chinese.places import find_places

TAILS = {"province": "省市", "prefecture": "市州盟", "county": "县区市旗"}
"""level -> what a name of it may end with."""
ALONE = ("北京", "上海", "天津", "重庆")
"""Provinces that are cities."""


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


def _listed(text: str, start: int, level: str, inside: bool) -> str | None:
    """The longest name of a level at `start`, with 市, 区 … behind it; short names of districts only inside a larger place."""
    for end in range(min(len(text), start + 15), start + 1, -1):
        piece, behind = text[start:end], text[end : end + 1]
        if not _is_listed(piece, level, inside) or (level == "prefecture" and behind in tuple("区县")):
            continue
        more = behind in tuple(TAILS[level]) and not piece.endswith(tuple(TAILS[level]))
        return text[start : end + 1] if more else piece
    return None


def _is_listed(piece: str, level: str, inside: bool) -> bool:
    if piece in lexicon.words("places", level):
        return True
    return level == "county" and (piece in lexicon.words("places", "county_short") or (inside and _district(piece)))


def _district(piece: str) -> bool:
    """A district without 区 (佛山顺德)."""
    return len(piece) == 2 and piece[0] not in "城市郊新" and f"{piece}区" in lexicon.words("places", "county")
