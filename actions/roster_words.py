"""A roster in words: what was read, what is wrong with it, sums."""
from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from actions.common import Turn, content
from bot.documents.roster import RosterRow
from bot.evidence.roster.values import CellProblem, Roster, Worker
from bot.law.group import may_be_chosen, needs_representatives

GROUP_NEED = "group_case"
MOST_SHOWN = 30  # workers
MOST_PROBLEMS = 5


def table() -> dict[str, Any]:
    """The words of content/words/roster.yml."""
    return dict(content().words["roster"])


def yuan(value: Decimal) -> str:
    """A sum as it is said, without its unit: 12,000 or 12,000.50."""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def lines_read(roster: Roster) -> list[str]:
    """How many and how much; a line for each worker, a few at most; what the file says otherwise."""
    words = table()["said"]
    told = [words["read"].format(count=len(roster.workers), sum=yuan(roster.owed))]
    told += [words["line"].format(n=one.n, name=one.name, sum=yuan(one.owed)) for one in roster.workers[:MOST_SHOWN]]
    if len(roster.workers) > MOST_SHOWN:
        told.append(words["more_workers"].format(count=len(roster.workers) - MOST_SHOWN))
    if roster.differs and roster.stated is not None:
        told.append(words["differs"].format(stated=yuan(roster.stated), sum=yuan(roster.owed)))
    return told


def lines_wrong(roster: Roster) -> list[str]:
    """The first wrong cells by row and column, how many more, and what to do; [] when there are none."""
    words = table()["said"]
    if not roster.problems:
        return []
    told = [words["wrong"].format(rows=roster.wrong_rows), *(_cell(one) for one in roster.problems[:MOST_PROBLEMS])]
    if len(roster.problems) > MOST_PROBLEMS:
        told.append(words["more"].format(count=len(roster.problems) - MOST_PROBLEMS))
    return [*told, words["mend"]]


def names_of(workers: Sequence[Worker]) -> str:
    """Names in a row."""
    return str(table()["after"]["between"]).join(worker.name for worker in workers)


def say_missing_representatives(turn: Turn, group: Sequence[RosterRow]) -> None:
    """Before the yes to a filing: that a group of ten or more has none yet. Nothing for a claim of one."""
    chosen = sum(row.representative for row in group)
    if needs_representatives(len(group)) and not may_be_chosen(chosen):
        words = table()["after"]["representatives_missing"]
        turn.teach(words["text"], words["laws"])


def _cell(problem: CellProblem) -> str:
    words = table()
    what = str(words["problems"][problem.key]).format(**problem.values)
    line = words["said"]["cell" if problem.column else "cell_bare"]
    return str(line).format(line=problem.line, column=problem.column, head=words["columns"][problem.field], what=what)
