"""The papers of a trial: where no station runs this bot, 「演示」 stands at the foot of every page."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.chinese.values import Fact
from bot.content import load
from bot.documents import service
from bot.documents.proof import Item
from bot.documents.roster import RosterRow
from bot.documents.words import words
from bot.settings import settings

FOOT = "footer"


def is_demo() -> bool:
    """Whether this is a trial: no station is set."""
    return not settings().station


def paper_words() -> dict[str, Any]:
    """The words printed in papers, in a trial with the mark before each foot."""
    return _marked(words(), str(load().words["filing"]["demo_paper"])) if is_demo() else words()


def render(document: str, facts: Mapping[str, Fact], *, personal: Mapping[str, str], evidence: Sequence[Item], today: date,
           form: service.Form, roster: Sequence[RosterRow] = ()) -> bytes:
    """As `bot.documents.service.render`, in a trial with the mark."""
    return service.render(document, facts, personal=personal, evidence=evidence, today=today, form=form, roster=roster,
                          printed=paper_words())


def _marked(table: Mapping[str, Any], mark: str) -> dict[str, Any]:
    """The table with the mark before each foot in it, however deep."""
    return {key: mark + value if key == FOOT and isinstance(value, str) else _marked(value, mark) if isinstance(value, dict)
            else value for key, value in table.items()}
