"""The next road of a case after what happened on the others, and the paper for it when this bot writes it."""
from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from actions.assessment import sentence
from actions.common import Turn, content
from bot import clock
from bot.cases import road_steps
from bot.cases.drafts import Draft
from bot.chinese.values import Fact
from bot.documents.service import DOCUMENTS
from bot.filing.deadlines import taken
from bot.law.assess import assess
from bot.law.onward import next_road, onward

RUNNING = ("handed_in", "accepted")


def say_next_road(turn: Turn, session: Session, draft: Draft) -> None:
    """Why which road comes first now, what it costs, and the paper: written here, or what to bring."""
    steps = road_steps.of_case(session, draft.case_id)
    route, key, _ = next_road(draft.facts, taken(steps), clock.today())
    words, told = content().words["after_filing"], content().routes[route]
    running = any(step.road == route and step.what in RUNNING for step in steps)
    waits = running and not key.endswith("_runs")
    lines = [(words["next_road"]["title"], []), (words["next_road"]["wait"], []) if waits else sentence(key, places(draft.facts))]
    buttons = []
    if not running:
        lines.append((str(told["cost"]["text"]), list(told["cost"]["laws"])))
        paper = words["papers"].get(route)
        if paper and paper["document"] in DOCUMENTS:
            lines.append((words["next_road"]["paper"].format(paper=paper["name"]), []))
            buttons.append((paper["button"], paper["button"]))
        else:
            papers = "".join(str(row["text"]) for row in told["papers"])
            laws = [law for row in told["papers"] for law in row["laws"]]
            lines.append((words["next_road"]["no_paper"].format(papers=papers), laws))
    buttons += [(word, word) for word in words["next_road"]["next"]]
    turn.teach("\n".join(text for text, _ in lines), list(dict.fromkeys(law for _, laws in lines for law in laws)), buttons)


def places(facts: Mapping[str, Fact]) -> dict[str, str]:
    """The place that a sentence of a road names."""
    return dict(assess(facts, clock.today()).places)


def facts_onward(session: Session, draft: Draft) -> dict[str, Fact]:
    """The facts of the case as the engine reads them after its steps."""
    return onward(draft.facts, taken(road_steps.of_case(session, draft.case_id)))
