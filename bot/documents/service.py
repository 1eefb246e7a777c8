"""The door of this room: a paper as bytes, a preview for the chat, the slots that are still missing."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from bot.chinese.dates import format_date
from bot.chinese.values import Fact
from bot.content import load
from bot.documents.case import Case
from bot.documents.catalogue import CATALOGUE, paper
from bot.documents.proof import Item
from bot.documents.roster import RosterRow
from bot.documents.sums import sum_text
from bot.documents.words import words

Form = Literal["docx", "pdf"]
DOCUMENTS = tuple(CATALOGUE)


def render(
    document: str,
    facts: Mapping[str, Fact],
    *,
    personal: Mapping[str, str],
    evidence: Sequence[Item],
    today: date,
    form: Form,
    roster: Sequence[RosterRow] = (),
    printed: Mapping[str, Any] | None = None,
) -> bytes:
    """A paper filled with the facts of a case.

    `personal` maps the tokens in facts to clear numbers, `roster` names the workers of a group, `printed` gives other words than
    `words()`. What is missing, vague or not plausible is a ruled blank marked 「待补」. ValueError: unknown document or form.
    """
    if form not in ("docx", "pdf"):
        raise ValueError(f"unknown form: {form}")
    case = _case(document, facts, personal, today, printed or words(), roster)
    filled = context(document, case, evidence)
    if form == "docx":
        from bot.documents.word_file import fill

        return fill(document, filled, today)
    from bot.documents.pdf_file import compile_pdf

    return compile_pdf(document, filled, today)


def _case(document: str, facts: Mapping[str, Fact], personal: Mapping[str, str], today: date, printed: Mapping[str, Any],
          roster: Sequence[RosterRow]) -> Case:
    """The case as a paper sees it: what the other side signs knows of nobody but the two (LAW-IOU-13)."""
    strict = paper(document).strict
    return Case(facts, personal, today, printed, strict=strict, roster=() if strict else tuple(roster))


def context(document: str, case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """The data that both templates of a document print. Raises ValueError for an unknown document."""
    filled = paper(document).context(case, evidence)
    filled["footer"] = str(case.words["footer"]).format(today=format_date(case.today))
    filled["label"] = {key: case.words["metadata"][key] for key in ("author", "keywords", "subject")}
    filled["title"] = load().words["papers"]["titles"][document]
    return filled


def preview(
    document: str, facts: Mapping[str, Fact], *, evidence: Sequence[Item], today: date, roster: Sequence[RosterRow] = ()
) -> list[str]:
    """Lines for the chat: what the paper will say, personal numbers hidden, blanks named, what to mind."""
    from bot.documents.previews import lines

    case = replace(_case(document, facts, {}, today, words(), roster), hide=True)
    return lines(document, case, context(document, case, evidence))


def missing(document: str, facts: Mapping[str, Fact]) -> list[str]:
    """The slots that the document wants and that are not known well enough to be printed, in the order to ask them."""
    from bot.documents.needed import lacking

    return lacking(document, facts, words())


def asks_a_sum(facts: Mapping[str, Fact]) -> bool:
    """Whether the complaint would ask for a sum of money: one is known well enough to be printed in its first request."""
    case = Case(facts, {}, date.max, words())
    return not case.is_blank(sum_text(case, "owed_amount"))
