"""The assessment in words: the sentences of content/assessment for what `bot/law` found."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from rasa_sdk.events import EventType, FollowupAction

from actions import claim
from actions.common import Act, Turn, content, store
from bot import clock
from bot.cases import drafts
from bot.chinese.dates import format_date
from bot.chinese.values import Fact
from bot.documents.needed import fitting
from bot.law.assess import assess
from bot.law.facts import CaseFacts
from bot.law.sums import check_sum
from bot.law.values import Assessment, Limit, Office, Payer, Road


@lru_cache(maxsize=1)
def _sentences() -> dict[str, dict[str, Any]]:
    return {key: entry for table in content().assessment.values() for key, entry in table.items()}


def sentence(key: str, values: Mapping[str, Any] | None = None) -> tuple[str, list[str]]:
    """(text, law ids) of a key, placeholders filled; days written in full. KeyError for an unknown key."""
    entry = _sentences()[key]
    said = {name: format_date(value) if isinstance(value, date) else value for name, value in (values or {}).items()}
    return str(entry["text"]).format_map(_Blank(said)), list(entry["laws"])


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "____"


class ActionAssess(Act):
    """What the facts mean: whose money, who pays, until when, which road, which office."""

    called = "action_assess"

    def do(self, turn: Turn) -> list[EventType]:
        """Say it in four parts, and offer what comes next."""
        with store().session() as session:
            draft = drafts.load(session, turn.sender)
            facts = dict(draft.facts) if draft else {}
            if draft and draft.stage == "claim":
                claim.keep(session, turn.sender, draft, facts, clock.now(), stage="assessed")
        if draft and draft.stage != "claim" and turn.intent != "assess":
            return _after_a_change(turn, draft.stage)
        if not facts:
            turn.say("utter_no_facts_yet")
            return [FollowupAction("wage_claim")] if not turn.form else []
        say_assessment(turn, facts, assess(facts, clock.today()))
        return []


def _after_a_change(turn: Turn, stage: str) -> list[EventType]:
    """A fact was changed later on: back to the preview if that was seen, else say how to go on."""
    if stage == "previewed":
        return [FollowupAction("action_preview")]
    turn.say("utter_changed_after_all" if stage == "filed" else "utter_affirm_nothing")
    return []


def say_assessment(turn: Turn, facts: Mapping[str, Fact], found: Assessment) -> None:
    """The parts, each with its law ids; the deadlines also as data."""
    words = content().words["assessment"]
    _part(turn, words["nature"], [_of(found.nature), _of(found.relation), *(_payer(p) for p in found.payers), *_sum(facts)])
    _part(turn, words["limits"], [line for limit in found.limits for line in _limit(limit)])
    for limit in found.limits:
        if limit.on:
            turn.custom(kind="deadline", what=limit.what, on=limit.on.isoformat())
    _part(turn, words["roads"], [line for road in found.roads[:1] for line in _road(road)])
    _part(turn, words["other_roads"], [_other_road(road) for road in found.further if road.keys])
    _part(turn, words["offices"], [_office(office) for office in found.offices[:3]],
          buttons=[(word, word) for word in words["next" if "inspection_complaint" in fitting(facts) else "next_private"]])


def _part(turn: Turn, title: str, lines: Iterable[tuple[str, list[str]]], buttons: list[tuple[str, str]] | None = None) -> None:
    said = list(dict.fromkeys((text, tuple(laws)) for text, laws in lines))
    if said:
        turn.teach("\n".join([title, *(text for text, _ in said)]), [law for _, laws in said for law in laws], buttons or [])


def _of(finding: Any) -> tuple[str, list[str]]:
    return sentence(finding.key)


def _payer(payer: Payer) -> tuple[str, list[str]]:
    text, laws = sentence(payer.key, {"name": payer.name or ""})
    return (f"{sentence(f'role_{payer.role}')[0]}{payer.name}：{text}" if payer.name else text), laws


def _sum(facts: Mapping[str, Fact]) -> list[tuple[str, list[str]]]:
    """His sum against rate times time, when it should be counted again."""
    check = check_sum(CaseFacts(facts))
    return [sentence(check.key, {"low": round(check.low), "high": round(check.high)})] if check else []


def _limit(limit: Limit) -> list[tuple[str, list[str]]]:
    return [sentence(key, limit.values) for key in (limit.key, *limit.notes)]


def _road(road: Road) -> list[tuple[str, list[str]]]:
    return [sentence(key) for key in (*road.keys, road.cost, road.duration) if key]


def _other_road(road: Road) -> tuple[str, list[str]]:
    text, laws = sentence(road.keys[0])
    return f"{content().routes[road.route]['name']}：{text}", laws


def _office(office: Office) -> tuple[str, list[str]]:
    return sentence(office.key, {"place": office.place or "", "phone": office.phone or ""})
