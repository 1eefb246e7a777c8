"""Facts of law as a reply names them: articles, and the line that a shaky fact needs."""
from __future__ import annotations

from collections.abc import Iterable

from bot.content.loading import load
from bot.content.types import Content, Disagreement, Law, ToldId

LINES = {  # (some fact is disputed, the text of some was not seen): the line, and the line for a matter of a court
    (True, False): ("disputed", "court_disputed"),
    (False, True): ("unseen", "court_unseen"),
    (True, True): ("disputed_and_unseen", "court_disputed_and_unseen"),
}


def speak(law_ids: Iterable[str], content: Content | None = None) -> dict[str, list[str]]:
    """`{"ids": [...], "articles": ["劳动合同法第三十条", …]}`, each once, in order. Raises KeyError for an unknown id."""
    laws = (content or load()).laws
    ids = list(dict.fromkeys(map(str, law_ids)))
    articles = dict.fromkeys(article for law_id in ids for article in laws[law_id].articles)
    return {"ids": ids, "articles": list(articles)}


def caution(law_ids: Iterable[str], content: Content | None = None) -> str:
    """The line to add when a fact is disputed or its text has not been seen; "" when none is needed.

    An id that its sentence marks (`caution: said`, a ToldId) asks for no line about the dispute. The sentences, the areas that
    stay quiet (phone numbers, help in a crisis; the text of a disagreement is our own) and the facts that are for a court,
    of which 12348 and not 12333 knows, stand in content/words/cautions.yml. A dispute that a newer law has settled needs
    none. KeyError: unknown id.
    """
    held = content or load()
    words = held.words["cautions"]
    ids = list(law_ids)
    told = {str(law_id) for law_id in ids if isinstance(law_id, ToldId)}
    loud = [law for law in map(held.laws.__getitem__, ids) if law.area not in words["quiet_areas"]]
    disputed = [law for law in loud if _is_open(law, held) and law.id not in told]
    unseen = [law for law in loud if law.status != "verified" and law.area not in words["quiet_when_unseen"]]
    if not disputed and not unseen:
        return ""
    line, for_court = LINES[bool(disputed), bool(unseen)]
    court = any(law.area in words["court_areas"] or law.id in words["court_facts"] for law in [*disputed, *unseen])
    return str(words[for_court if court else line])


def _is_open(law: Law, held: Content) -> bool:
    """Whether offices still differ; old and new numbering or amounts of one law are no such difference."""
    if isinstance(law, Disagreement):
        return law.kind != "version"
    linked = [held.laws[law_id] for law_id in law.disagreements]
    return law.disputed and not (linked and all(isinstance(row, Disagreement) and row.kind == "version" for row in linked))
