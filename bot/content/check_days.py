"""Checks of the days of a fact: since, checked, review_by."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, TypeGuard

from bot.content.marks import Marked

FIRST = date(1949, 10, 1)
"""No law that is cited here is older."""
LATER = timedelta(days=366)
"""A fact is read again within a year."""


def is_day(value: Any) -> TypeGuard[date]:
    """Whether it is a day; a day with an hour is none."""
    return type(value) is date


def believed(today: date | None, rows: Iterable[dict[str, Any]]) -> date | None:
    """`today`, or None when most facts were checked after it: then not the facts are wrong but the clock, or `--today`."""
    checked = [row["checked"] for row in rows if is_day(row.get("checked"))]
    ahead = sum(today is not None and day > today for day in checked)
    return None if 2 * ahead > len(checked) else today


def check_clock(files: dict[str, Marked], today: date | None) -> date | None:
    """`today` when it can be; else None, and a warning in the first law file."""
    rows = [row for file in files.values() if isinstance(file.data, dict) and isinstance(file.data.get("facts"), list)
            for row in file.data["facts"] if isinstance(row, dict)]
    day = believed(today, rows)
    if day != today:
        first = next(iter(files.values()))
        first.warn(f"most facts were checked after {today}: set the clock or give --today; no day is taken for old or ahead")
    return day


def check_days(file: Marked, number: int, row: dict[str, Any], today: date | None) -> None:
    """Days that cannot be are errors; past its `review_by`, a fact is a warning. Values of another type: see check_laws."""
    said = row["id"]
    since, checked, review_by = (row.get(name) for name in ("since", "checked", "review_by"))
    for name, day in (("since", since), ("checked", checked)):
        if is_day(day) and day < FIRST:
            file.error(f"{said}: {name} is before {FIRST}: {day}", "facts", number, name)
    if is_day(checked) and today is not None and checked > today:
        file.error(f"{said}: checked is in the future: {checked}; write the day on which you read it", "facts", number, "checked")
    if is_day(since) and is_day(checked) and since > checked:
        message = f"{said}: since is after checked: {since}; a rule that is not in force yet is no fact"
        file.error(message, "facts", number, "since")
    if is_day(checked) and is_day(review_by):
        if review_by <= checked:
            file.error(f"{said}: review_by must be after checked", "facts", number, "review_by")
        elif review_by > date.fromordinal(min(checked.toordinal() + LATER.days, date.max.toordinal())):
            message = f"{said}: review_by is more than a year after checked: {review_by}; half a year is usual"
            file.error(message, "facts", number, "review_by")
    if is_day(review_by) and today is not None and review_by < today:
        file.warn(f"{said}: should have been read again by {review_by}", "facts", number, "review_by")
