"""A fact as it is read out: its short `say`, or the first two sentences of its rule. Never cut within a sentence."""
from __future__ import annotations

import re

from bot.content import Content, Law

MOST = 2
LONG = 14  # characters of a law's name
SENTENCE = re.compile(r"[^。！？]+[。！？]?")
ARTICLE = re.compile(r"(?P<law>.+)(?P<number>第[^第]+条(?:之.)?)")


def plain(law: Law, most: int = MOST) -> str:
    """`law.say`, or the first `most` sentences of the rule, ended with a full stop.

    A list with ； is one sentence: no part of it is left out, each part is said as a sentence of its own. What stands in brackets
    or quotes is never parted from its sentence.
    """
    if law.say:
        return law.say
    said: list[str] = []
    for piece in SENTENCE.findall(law.rule):
        if said and _is_open(said[-1]):
            said[-1] += piece
        else:
            said.append(piece)
    return "".join(_ended(piece.strip()) for piece in said[:most] if piece.strip())


def article_of(law: Law, content: Content) -> str:
    """The first article of the fact; a law with a long name has its short one; "" when it has no article."""
    found = ARTICLE.fullmatch(law.articles[0]) if law.articles else None
    statute = content.statutes.get(found["law"]) if found else None
    if found is None:
        return ""
    name = statute.short[0] if statute and statute.short and len(statute.name) > LONG else found["law"]
    return f"{name}{found['number']}"


def _is_open(text: str) -> bool:
    return text.count("（") > text.count("）") or text.count("“") > text.count("”")


def _ended(sentence: str) -> str:
    whole = sentence if sentence[-1] in "。！？" else f"{sentence}。"
    return whole if _is_open(whole.split("；")[0]) else whole.replace("；", "。")
