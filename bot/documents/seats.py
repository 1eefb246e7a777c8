"""The office that a paper goes to: of the county or district named in the place of work, else a blank."""
from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.chinese.area import area, county_in_full
from bot.documents.case import Case


def seat(case: Case) -> tuple[str, bool]:
    """The county or district of the work with its city, and whether it has to be checked: a county also without 县 (织金). 区 is
    never added: what he calls so may be no district there (合肥滨湖), so the name stays as said. "" where none is told."""
    place, signs = case.value("work_place"), case.words["complaint"]["county"]
    clear = case.clear(place) if isinstance(place, str) else ""
    county = county_in(clear, signs) or county_in_full(clear) or ""
    said, found = re.sub("[的 ]", "", clear), area(clear)
    if county and found and county.endswith("区") and county not in said:
        return (found.province or "") + (found.city or "") + (found.county or ""), True
    return county, False


def office_at_work(case: Case, table: Mapping[str, Any]) -> str:
    """The office at the work by the patterns `office` ({county}), `office_open` ({place}) and `office_blank` of a table."""
    where, to_check = seat(case)
    if to_check:
        return str(table["office_open"]).format(place=where)
    return str(table["office"]).format(county=where) if where else str(table["office_blank"])


def office_of_county(case: Case, name: str, note: str = "") -> str:
    """The office of that name in the county of the work; a blank before the name where none is told. `note`: what waits for
    a hand in any case."""
    where, to_check = seat(case)
    if where and not to_check:
        return where + name + (case.mark(note) if note else "")
    return (where or case.ruled("place")) + name + case.mark(note or (case.words["court"]["county"] if where else ""))


def county_in(place: str, table: Mapping[str, Any]) -> str | None:
    """A place up to its first county, district or county-level city: never a 小区, 园区 or 工业区 (`table` lists such signs)."""
    whole = "|".join(map(re.escape, table["whole"]))
    pattern = rf"^[在到]?(.{{1,16}}?(?:{whole}|[县旗]|(?<![{table['not_after']}])区|(?<=市)[^市县区]{{2,4}}市))"
    found = re.match(pattern, place)
    return found.group(1) if found else None
