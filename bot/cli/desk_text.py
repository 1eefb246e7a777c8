"""Texts of the desk: a line and a whole filing, from the words of content/words."""
from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.chinese.amounts import format_yuan
from bot.chinese.phrases import say_fact
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.documents.roster import RosterRow
from bot.filing.desk import File, Line
from bot.privacy import tokens

Words = Mapping[str, Any]
_GAP = "  "


def list_text(lines: Sequence[Line], words: Words, today: date) -> str:
    """The register as a table."""
    if not lines:
        return str(words["desk"]["none"])
    rows = [list(words["desk"]["head"]), *[_row(line, words, today) for line in lines]]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_columns(row, widths) for row in rows)


def _columns(row: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()


def file_text(file: File, words: Words) -> str:
    """A filing in full."""
    own = words["desk"]
    titles = own["titles"]
    receiver = own["demo"] if file.demo else file.filed_with
    head = [f"{file.line.number}  {state_text(file.line, words)}  {_moment(file.line.filed_at)}",
            f"{titles['filed_with']}:{receiver}  {titles['version']}:{file.version}"]
    named = words["facts"]["facts"]
    called = {slot: entry["name"] for slot, entry in named.items()} | own["names"]
    facts = [f"{called.get(slot, slot)}:{fact_text(slot, fact, words, file.personal)}" for slot, fact in file.facts.items()]
    evidence = [_evidence(item, words) for item in file.evidence] or [own["no_evidence"]]
    group = ["", *_roster(file.roster, words)] if file.roster else []
    happened = [_event(event, words) for event in file.events]
    return "\n".join([*head, "", f"【{titles['facts']}】", *facts, *group, "", f"【{titles['evidence']}】", *evidence, "",
                      f"【{titles['events']}】", *happened])


def _roster(rows: Sequence[RosterRow], words: Words) -> list[str]:
    """The workers of a group as a table, with the sum of all; numbers in clear."""
    own = words["desk"]["roster"]
    cells = [[str(row.n), row.name, row.id_number or own["none"], row.phone or own["none"], row.trade or own["none"],
              own["days"].format(start=row.start or "", end=row.end or "") if row.start or row.end else own["none"],
              format_yuan(round(row.owed * 100)) if row.owed is not None else own["none"],
              own["chosen"] if row.representative else ""] for row in rows]
    owed = sum((row.owed for row in rows if row.owed is not None), Decimal(0))
    title = own["title"].format(count=len(rows), sum=format_yuan(round(owed * 100)))
    table = [list(own["head"]), *cells]
    widths = [max(_width(row[column]) for row in table) for column in range(len(table[0]))]
    return [f"【{title}】", *(_columns(row, widths) for row in table)]


def state_text(line: Line, words: Words) -> str:
    """The state in words for the officer."""
    own = words["desk"]
    return str(own["outcomes"][line.outcome] if line.outcome else own["states"][line.state])


def fact_text(slot: str, fact: Fact, words: Words, personal: Mapping[str, str]) -> str:
    """A fact: its value in words, how sure, and the words in which it was said; personal numbers in clear."""
    if fact.state in ("unknown", "skipped"):
        return str(words["desk"]["state_words"][fact.state])
    sure = words["desk"]["state_words"].get(fact.state)
    value = words["desk"]["household"] if fact.value == "household" else _value(slot, fact, words)
    said = fact.words if fact.words not in ("", value) else ""
    text = value + (f"({sure})" if sure else "") + (f"「{said}」" if said else "")
    return tokens.replace(text, personal.get)


def _value(slot: str, fact: Fact, words: Words) -> str:
    """The value as content/words/facts.yml says it to the worker, without the words around it."""
    named = words["facts"]
    if slot not in named["facts"]:
        return _plain(fact.value)
    if slot in ("owed_amount", "paid_amount") and fact.value is None:
        return _sum(fact, words)
    bare = {**named, "facts": {slot: {**named["facts"][slot], "say": "{value}"}}}
    try:
        return say_fact(slot, replace(fact, state="known"), bare)
    except (KeyError, TypeError, ValueError):  # a value of an older version
        return _plain(fact.value if fact.value is not None else f"{fact.low}-{fact.high}")


def _row(line: Line, words: Words, today: date) -> list[str]:
    own = words["desk"]
    count = line.people.value if line.people and line.people.value is not None else None
    due = line.due.on if line.due else None
    late = own["late"].format(day=due) if due and due < today else str(due or "")
    marks = [*([own["asks_withdrawal"]] if line.asks_withdrawal else []), *(own["clocks"][step] for step in line.overdue)]
    state = state_text(line, words) + "".join(f"({mark})" for mark in marks)
    return [line.number, _moment(line.filed_at), own["people"].format(count=count) if count is not None else own["unsaid"],
            _sum(line.owed, words), str(line.debtor.value) if line.debtor and line.debtor.value else own["unsaid"],
            state, own["days"].format(count=line.days), late]


def _sum(fact: Fact | None, words: Words) -> str:
    if fact is None or (fact.value is None and fact.low is None):
        return str(words["desk"]["unsaid"])
    if fact.value is not None:
        return ("" if fact.state == "known" else words["desk"]["about"]) + format_yuan(round(fact.value * 100))
    return "-".join(format_yuan(round(end * 100)) for end in (fact.low, fact.high) if end is not None)


def _evidence(item: Mapping[str, Any], words: Words) -> str:
    own = words["desk"]
    kinds = words["facts"]["facts"]["evidence_held"]["codes"]
    kind = kinds.get(item["kind"], item["kind"]) if item["kind"] else own["kind_unknown"]
    taken = _moment(datetime.fromisoformat(item["taken_at"]))
    line = own["evidence_line"].format(**{**item, "kind": kind, "taken_at": taken})
    return f"{line}\n  {item['note']}" if item["note"] else str(line)


def _event(event: Any, words: Words) -> str:
    by, what = words["desk"]["by"][event.by], words["desk"]["events"][event.what]
    line = words["desk"]["event_line"].format(at=_moment(event.at), by=by, what=what)
    return f"{line}:{event.note}" if event.note else str(line)


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(f"{part}" for part in value.values())
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _moment(at: datetime) -> str:
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
