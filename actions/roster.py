"""What is said about the roster of a group: the template, right or wrong, who represents, together. The bot chooses nobody."""
from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.common import Turn, acted_since, content, said_before, store
from actions.roster_read import ask_roster, own_row, take_roster
from actions.roster_words import GROUP_NEED, names_of, table, yuan
from actions.speech import say_answer
from bot import clock
from bot.cases import drafts, roster
from bot.chinese import roster_words as heard
from bot.chinese.roster_words import Named
from bot.evidence.roster.values import Worker
from bot.filing import rosters
from bot.law.group import may_be_chosen, needs_representatives

NOTHING: list[EventType] = [SlotSet("awaiting", None)]


def answer_template(turn: Turn) -> list[EventType] | None:
    """花名册模板, 名单表: the empty roster behind a link. None for anything else."""
    if not heard.wants_template(turn.text):
        return None
    offer_template(turn)
    return NOTHING


def offer_template(turn: Turn) -> None:
    """The link to the empty roster, and what to do without a computer."""
    words = table()["offer"]
    with store().session() as session:
        token = rosters.link(session, turn.sender, clock.now())
    turn.teach(words["text"])
    turn.custom(kind="document", document=rosters.DOCUMENT, format=rosters.FORM, url=f"/chat/files/{token}",
                title=content().words["papers"]["titles"][rosters.DOCUMENT])
    turn.teach(words["by_hand"]["text"], words["by_hand"]["laws"])


def answer_roster(turn: Turn) -> list[EventType] | None:
    """Right or wrong, who represents, 一起投诉: what is said of a roster. None for anything else; without a roster 一起投诉 is
    answered with the way to one."""
    said = heard.says_roster(turn.text, asked=_asked(turn, table()["said"]["ask"]))
    together = heard.wants_together(turn.text)
    names = heard.speaks_of_representatives(turn.text) or _asked_for_names(turn)
    if not (said or together or names) or acted_since(turn.tracker.events):  # an action that follows in this turn
        return None
    with store().session(read_only=True) as session:
        waits = bool(roster.waiting(session, turn.sender))
        workers = roster.of_sender(session, turn.sender)
    if waits and said:
        return _right(turn) if said == "right" else _wrong(turn, bool(workers))
    if workers and names and (events := _answer_representatives(turn, workers)) is not None:
        return events
    return _together(turn, waits, bool(workers)) if together else None


def _together(turn: Turn, waits: bool, has_one: bool) -> list[EventType]:
    """One complaint for all: the papers; before that a yes to the roster, or how to make one."""
    if waits:
        ask_roster(turn)
    elif has_one:
        return [*NOTHING, FollowupAction("action_papers")]
    else:
        say_answer(turn, content().answers[GROUP_NEED], brief=True)
        offer_template(turn)
    return NOTHING


def _asked(turn: Turn, question: str) -> bool:
    """Whether it was the last that the bot asked; a caution may stand behind it."""
    return any(str(event.get("text")).startswith(question) for event in said_before(turn.tracker.events))


def _right(turn: Turn) -> list[EventType]:
    """The roster counts; what comes next."""
    words = table()["said"]
    workers, events = take_roster(turn)
    total = yuan(sum((worker.owed for worker in workers), start=workers[0].owed * 0))
    turn.teach(words["taken"].format(count=len(workers), sum=total), words["laws"])
    with store().session(read_only=True) as session:
        draft = drafts.load(session, turn.sender)
    if draft and (own := own_row(draft.facts, workers)):
        turn.teach(words["own"].format(sum=yuan(own.owed)), words["laws"])
    chosen = [worker for worker in workers if worker.representative]
    if not needs_representatives(len(workers)):
        _teach(turn, "few", next_button=True)
    elif may_be_chosen(len(chosen)):
        _teach(turn, "marked", names=names_of(chosen))
        _teach(turn, "local", next_button=True)
    else:
        _ask_representatives(turn, len(chosen))
    return [*events, *NOTHING]


def _wrong(turn: Turn, has_one: bool) -> list[EventType]:
    with store().session() as session:
        roster.drop_waiting(session, turn.sender)
    turn.teach(table()["said"]["wrong_said" if has_one else "wrong_first"])
    return NOTHING


def _ask_representatives(turn: Turn, marked: int = 0) -> None:
    if marked:
        _teach(turn, "wrong_count", count=marked)
    _teach(turn, "local")
    _teach(turn, "ask")


def _answer_representatives(turn: Turn, workers: Sequence[Worker]) -> list[EventType] | None:
    """Names of representatives; None when they were not asked for and the message names none."""
    asked, names_them = _asked_for_names(turn), heard.names_representatives(turn.text)
    if heard.asks_to_choose(turn.text):
        _teach(turn, "not_by_me")
        _teach(turn, "ask")
        return NOTHING
    named = heard.named(turn.text, [worker.name for worker in workers], [worker.line for worker in workers])
    if named.nobody or not (asked or names_them):
        return None
    if not needs_representatives(len(workers)):
        turn.teach(table()["after"]["few_chosen"])
        return NOTHING
    return _choose(turn, workers, named, names_them or bool(named.found or named.doubtful))


def _choose(turn: Turn, workers: Sequence[Worker], named: Named, meant: bool) -> list[EventType] | None:
    chosen = [workers[place] for place in named.found]
    if named.unknown or named.doubtful:
        if not meant and not any(near for _, near in named.unknown):
            return None
        _say_unknown(turn, workers, chosen, named)
        return NOTHING
    if not may_be_chosen(len(chosen)):
        _teach(turn, "wrong_count", count=len(chosen))
        _teach(turn, "ask")
        return NOTHING
    with store().session() as session:
        roster.choose(session, turn.sender, [worker.n for worker in chosen], clock.now())
    _teach(turn, "chosen", names=names_of(chosen))
    _teach(turn, "bound", next_button=True)
    return NOTHING


def _say_unknown(turn: Turn, workers: Sequence[Worker], chosen: Sequence[Worker], named: Named) -> None:
    """Each name that is not in the roster or stands there twice; a button with the near names when each has one alone."""
    words = table()["after"]
    lines = [words["near"].format(name=name, names=words["between"].join(near)) if near else words["not_there"].format(name=name)
             for name, near in named.unknown]
    lines += [words["same_name"].format(name=name, line=next(one.line for one in workers if one.name == name))
              for name in named.doubtful]
    sure = [near[0] for _, near in named.unknown if len(near) == 1]
    names = [*(worker.name for worker in chosen), *sure]
    ready = not named.doubtful and len(sure) == len(named.unknown) and may_be_chosen(len(set(names)))
    button = words["suggestion"].format(names=words["between"].join(names))
    turn.teach("\n".join([*lines, words["again"]]), (), [(button, button)] if ready else [])


def _asked_for_names(turn: Turn) -> bool:
    words = table()["after"]
    return _asked(turn, words["ask"]["text"]) or any(
        str(event.get("text")).endswith(words["again"]) for event in said_before(turn.tracker.events))


def _teach(turn: Turn, key: str, *, next_button: bool = False, **values: object) -> None:
    words = table()["after"]
    buttons = [(words["together"], words["together"])] if next_button else []
    turn.teach(str(words[key]["text"]).format(**values), words[key]["laws"], buttons)
