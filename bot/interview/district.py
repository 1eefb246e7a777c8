"""The district behind a city that was told alone: asked once, for the office in charge is a district's (LAW-INS-01)."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.chinese.area import in_city, is_city_alone
from bot.chinese.values import Fact

PLACE = "work_place"


def lacks_district(asked: str, told: Mapping[str, Fact], before: Mapping[str, Fact], answered: Sequence[str]) -> bool:
    """Whether the place that was asked for was answered with a city alone, for the first time."""
    place = told.get(PLACE)
    first = asked == PLACE and PLACE not in answered and PLACE not in before
    return first and place is not None and is_city_alone(str(place.value))


def with_city(told: Mapping[str, Fact], before: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts told, a district joined to the city that was told before it (昆明, 盘龙区)."""
    place, city = told.get(PLACE), before.get(PLACE)
    joined = in_city(str(city.value), str(place.value)) if place and city and city.value else ""
    return {**told, PLACE: replace(place, value=joined)} if place and joined else dict(told)
