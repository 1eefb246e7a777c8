"""The days of a case as a calendar file (.ics): plain words, no sum and no name."""
from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from bot.filing.deadlines import Deadline

DOCUMENT = "deadlines"
FORMAT = "ics"
EARLY = 3
EARLY_LIMIT = 14
"""Days before: the alarm for an office's day, and the first alarm for his own last day."""


def write_calendar(case_id: str, days: Iterable[Deadline], words: Mapping[str, Any], now: datetime) -> bytes:
    """The file. `words`: `calendar` of content/words/after_filing.yml (titles by `what`, `note`, `name`). A day that is not
    sure yet stands at its earliest, with `open` behind its title. What has passed is left out."""
    from icalendar import Alarm, Calendar, Event

    file = Calendar()
    file.add("prodid", "-//mingxin//deadlines//ZH")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", words["name"])
    for one in days:
        if one.days_left < 0:
            continue
        event = Event()
        title = words["titles"][one.what] + ("" if one.on else words["open"])
        event.add("uid", f"{_mark(case_id, one.what, one.earliest)}@mingxin")
        event.add("dtstamp", now)
        event.add("summary", title)
        event.add("description", words["note"])
        event.add("dtstart", one.earliest)
        event.add("dtend", one.earliest + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        for early in (EARLY_LIMIT, EARLY) if one.limit else (EARLY,):
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", title)
            alarm.add("trigger", timedelta(days=-early, hours=9))
            event.add_component(alarm)
        file.add_component(event)
    return bytes(file.to_ical())


def _mark(case_id: str, what: str, on: date) -> str:
    """The same event has the same mark in each file, so that a calendar takes a new file for a change; nothing leads back."""
    return hashlib.sha256(f"{case_id}:{what}:{on}".encode()).hexdigest()[:24]
