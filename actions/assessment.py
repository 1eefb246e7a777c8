"""The assessment in words: the sentences of content/assessment for what `bot/law` found."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from rasa_sdk.events import EventType, FollowupAction

from actions import claim
from actions.common import FORMS, Act, Turn, content, plan, store
from actions.complaint import are_wages, complaint_fits
from bot import clock
from bot.cases import drafts, road_steps
from bot.chinese.companies import find_companies
from bot.chinese.dates import format_date
from bot.chinese.people import is_surname, parse_name
from bot.chinese.values import Fact
from bot.filing.deadlines import taken
from bot.interview.questions import is_relevant
from bot.law.assess import ABROAD, assess
from bot.law.bounds import possible
from bot.law.facts import CaseFacts
from bot.law.money.findings import findings
from bot.law.onward import onward
from bot.law.sums import check_sum
from bot.law.values import Assessment, Limit, Payer, Road

FIRMS = frozenset({"company", "labour_agency", "general_contractor", "subcontracting_unit"})  # roles of units


@lru_cache(maxsize=1)
def _sentences() -> dict[str, dict[str, Any]]:
    return {key: entry for table in content().assessment.values() for key, entry in table.items()}


def sentence(key: str, values: Mapping[str, Any] | None = None) -> tuple[str, list[str]]:
    """(text, law ids) of a key, placeholders filled; days written in full. KeyError for an unknown key."""
    entry = _sentences()[key]
    said = {name: format_date(value) if isinstance(value, date) else value for name, value in (values or {}).items()}
    return str(entry["text"]).format_map(_Blank(said)), list(entry["laws"])


class _Blank(dict[str, Any]):
    """A placeholder without a value: the words of `<name>_unknown` when there are any, else a blank."""

    def __missing__(self, key: str) -> str:
        entry = _sentences().get(f"{key}_unknown")
        return str(entry["text"]) if entry else "____"


class ActionAssess(Act):
    """What the facts mean: whose money, who pays, until when, which road, which office."""

    called = "action_assess"

    def do(self, turn: Turn) -> list[EventType]:
        """Say it in four parts, and offer what comes next."""
        with store().session() as session:
            draft = drafts.load(session, turn.sender)
            facts = dict(draft.facts) if draft else {}
            seen = onward(facts, taken(road_steps.of_case(session, draft.case_id))) if draft else {}
            if draft and draft.stage == "claim":
                claim.keep(session, turn.sender, draft, facts, clock.now(), stage="assessed")
        if draft and draft.stage != "claim" and turn.intent != "assess":
            return _after_a_change(turn, draft.stage)
        if not facts:
            turn.say("utter_no_facts_yet")
            return [FollowupAction("wage_claim")] if not turn.form else []
        say_assessment(turn, seen, assess(seen, clock.today()))
        return []


def _after_a_change(turn: Turn, stage: str) -> list[EventType]:
    """A fact was changed later on: back to the preview if that was seen, else say how to go on."""
    if stage == "previewed":
        return [FollowupAction("action_preview")]
    turn.say("utter_changed_after_all" if stage == "filed" else "utter_next_steps")
    return []


def say_assessment(turn: Turn, facts: Mapping[str, Fact], found: Assessment) -> None:
    """The parts, each with its law ids; the deadlines also as data."""
    words = content().words["assessment"]
    if CaseFacts(facts).abroad:
        turn.teach(*sentence(ABROAD))
    _part(turn, words["nature"], [_of(found.nature), _of(found.relation), *(_payer(p) for p in found.payers), *_sum(facts),
                                    *_beside(facts)])
    _part(turn, words["limits"], [line for limit in found.limits for line in _limit(limit)])
    for limit in found.limits:
        if limit.on:
            turn.custom(kind="deadline", what=limit.what, on=limit.on.isoformat())
    _part(turn, words["roads"], _first_road(found))
    _part(turn, words["other_roads"], [_other_road(road, found) for road in (*found.further, *found.closed)])
    question = plan(FORMS[0]).question(found.question) if found.question and not turn.form else None
    if question and is_relevant(question, facts):
        turn.teach(words["question"].format(fact=content().words["facts"]["facts"][question.slot]["name"]))
    following = words["next" if complaint_fits(facts) else "next_private" if are_wages(facts) else "next_no_wages"]
    _part(turn, words["offices"], _desks(found), buttons=[(word, word) for word in following])


def _part(turn: Turn, title: str, lines: Iterable[tuple[str, list[str]]], buttons: list[tuple[str, str]] | None = None) -> None:
    said = list(dict.fromkeys((text, tuple(laws)) for text, laws in lines))
    if said:
        turn.teach("\n".join([title, *(text for text, _ in said)]), [law for _, laws in said for law in laws], buttons or [])


def _of(finding: Any) -> tuple[str, list[str]]:
    return sentence(finding.key)


def _payer(payer: Payer) -> tuple[str, list[str]]:
    text, laws = sentence(payer.key, {"name": payer.name or ""})
    return (f"{sentence(f'role_{payer.role}')[0]}{_called(payer)}：{text}" if payer.name else text), laws


def _called(payer: Payer) -> str:
    """The name behind the word for who pays; of a firm of which only the boss's surname is known, the boss is named as such."""
    name, words = str(payer.name), content().words["assessment"]
    if find_companies(name) or not parse_name(name):
        return name
    if not is_surname(name):
        return name if payer.role not in FIRMS else str(words["only_known_as"].format(name=name))
    return str(words["boss_of_firm" if payer.role in FIRMS else "only_known_as"].format(name=name))


def _sum(facts: Mapping[str, Fact]) -> list[tuple[str, list[str]]]:
    """His sum against rate times time, when it should be counted again."""
    check = check_sum(CaseFacts(possible(facts, clock.today())))
    return [sentence(check.key, {"low": round(check.low), "high": round(check.high)})] if check else []


def _beside(facts: Mapping[str, Fact]) -> list[tuple[str, list[str]]]:
    """What may be asked beside the wages, where the sum is known (content/words/sums.yml, `assessment`)."""
    wanted = content().words["sums"]["assessment"]
    known = [found for found in findings(facts, clock.today()) if found.what in wanted and found.high]
    return [(text, [*laws, *found.laws]) for found in known for text, laws in [sentence(found.key, found.values)]]


def _limit(limit: Limit) -> list[tuple[str, list[str]]]:
    return [sentence(key, limit.values) for key in (limit.key, *limit.notes)]


def _first_road(found: Assessment) -> list[tuple[str, list[str]]]:
    """Why it comes first, what it costs, how long it takes, what to bring."""
    road, told = found.recommended, content().routes[found.recommended.route]
    lines = [sentence(key, found.places) for key in road.keys]
    lines += [(str(told[part]["text"]), list(told[part]["laws"])) for part in (road.cost, road.duration)]
    papers = content().words["assessment"]["papers"] + "".join(str(paper["text"]) for paper in told["papers"])
    return [*lines, (papers, [law for paper in told["papers"] for law in paper["laws"]])]


def _other_road(road: Road, found: Assessment) -> tuple[str, list[str]]:
    text, laws = sentence(road.keys[0], found.places)
    return f"{content().routes[road.route]['name']}：{text}", laws


def _desks(found: Assessment) -> list[tuple[str, list[str]]]:
    """The desks, what they refuse, what holds in the province, and that their hours are not known."""
    desks, shown = content().authorities["desks"], [office.kind for office in found.offices]
    lines = [sentence(office.key, found.places) for office in found.offices]
    lines += [(str(desks[kind]["refuses"]["text"]), list(desks[kind]["refuses"]["laws"])) for kind in found.refusing]
    lines += _province(found) if found.inspection_open else []
    return [*lines, *([sentence("hours_unknown")] if any(desks[kind]["hours"] == "unknown" for kind in shown) else [])]


def _province(found: Assessment) -> list[tuple[str, list[str]]]:
    """What content/authorities/provinces.yml says of the province or city of the work."""
    names = [name for name in (found.area.province, found.area.city) if name] if found.area else []
    return [(str(entry["text"]), list(entry["laws"])) for entry in content().authorities["provinces"].values()
            if any(name.startswith(tuple(entry["places"])) for name in names)]
