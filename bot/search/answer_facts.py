"""Facts of the store said as an answer, a line each: before an apology, or in place of an answer beside the point."""
from __future__ import annotations

from collections.abc import Iterable

from bot.content import Content, Law
from bot.content.saying import Message
from bot.search.facts import asks_uncovered, find_beyond, find_facts
from bot.search.plain import article_of, plain

BEYOND = "out_of_scope"


def facts_message(laws: Iterable[Law], content: Content) -> Message | None:
    """The facts, a line each (content/words/fallback.yml); None when there are none."""
    said = list(laws)
    return Message("\n".join(_line(law, content) for law in said), tuple(law.id for law in said)) if said else None


def searched(text: str, content: Content) -> Message | None:
    """What the search finds for words that no rule foresees."""
    return facts_message(find_facts(text, content), content)


def in_place_of(need: str, text: str, content: Content) -> Message | None:
    """What is said instead of the answer to `need`; None when that answer is to be said.

    For `out_of_scope`: the facts of a matter at work, when the store holds some. For another need: the facts for a question for
    a number in a matter that no need covers (年休假有几天), unless the answer rests on one of them.
    """
    if need == BEYOND:
        return facts_message(find_beyond(text, content), content)
    if not asks_uncovered(text, content):
        return None
    found = find_beyond(text, content)
    return None if {law.id for law in found} & set(content.answers[need].laws) else facts_message(found, content)


def _line(law: Law, content: Content) -> str:
    words = content.words["fallback"]
    article = article_of(law, content)
    return str(words["found"] if article else words["found_bare"]).format(say=plain(law), article=article)
