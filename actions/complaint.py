"""Whether a complaint to the labour inspection fits the case, and what is said where it does not."""
from __future__ import annotations

from collections.abc import Mapping

from actions.common import OWN_WORDS
from bot import clock
from bot.chinese.values import Fact
from bot.documents.needed import fitting
from bot.law.assess import assess


def complaint_fits(facts: Mapping[str, Fact]) -> bool:
    """Not against a private household (LAW-JUR-07), and never for project money as if it were wages (LAW-REG-36)."""
    return "inspection_complaint" in fitting(facts) and not is_project_money(facts)


def is_project_money(facts: Mapping[str, Fact]) -> bool:
    """Whether the sum itself was called project money; his other words (my men's wages) do not make it wages."""
    return assess({slot: fact for slot, fact in facts.items() if slot != OWN_WORDS}, clock.today()).nature.kind == "project_money"


def refusal(facts: Mapping[str, Fact]) -> str:
    """The name of the words of content/words/papers.yml that say why there is no complaint."""
    return "no_complaint_project" if is_project_money(facts) else "no_complaint"
