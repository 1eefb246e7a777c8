"""Facts of law as a reply names them: articles, and the line that a shaky fact needs."""
from __future__ import annotations

from collections.abc import Iterable

from bot.content.loading import load
from bot.content.types import Content, Disagreement, Law


def speak(law_ids: Iterable[str], content: Content | None = None) -> dict[str, list[str]]:
    """`{"ids": [...], "articles": ["劳动合同法第三十条", …]}`, each once, in order. Raises KeyError for an unknown id."""
    laws = (content or load()).laws
    ids = list(dict.fromkeys(law_ids))
    articles = dict.fromkeys(article for law_id in ids for article in laws[law_id].articles)
    return {"ids": ids, "articles": list(articles)}


def caution(law_ids: Iterable[str], content: Content | None = None) -> str:
    """The line to add when a fact is disputed or its text has not been seen; "" when none is needed.

    The sentences and the areas that stay quiet about an unseen text (phone numbers, help in a crisis)
    stand in content/words/cautions.yml. A dispute that a newer law has settled needs none. KeyError: unknown id.
    """
    held = content or load()
    words = held.words["cautions"]
    laws = [held.laws[law_id] for law_id in law_ids]
    disputed = any(_is_open(law, held) for law in laws if law.area not in words["quiet_areas"])
    unseen = any(law.status != "verified" and law.area not in words["quiet_areas"] for law in laws)
    if disputed and unseen:
        return str(words["disputed_and_unseen"])
    if disputed:
        return str(words["disputed"])
    return str(words["unseen"]) if unseen else ""


def _is_open(law: Law, held: Content) -> bool:
    """Whether offices still differ; old and new numbering or amounts of one law are no such difference."""
    linked = [held.laws[law_id] for law_id in law.disagreements]
    return law.disputed and not (linked and all(isinstance(row, Disagreement) and row.kind == "version" for row in linked))
