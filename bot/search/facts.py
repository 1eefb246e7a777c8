"""The one search over the law store: for words that no need covers, and for `python -m bot answer`.

SQLite's FTS5 (bm25) ranks four fields of each fact: its rule in runs of two characters, the topics of
content/search/synonyms.yml that it speaks of, the name of its law, and the answers of content/answers that rest on it.
"""
from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.content import Content, Law
from bot.search.words import Words

# of the fields rule, topics, law, answers
WEIGHTS = (1.0, 5.0, 0.1, 0.4)
DEEP = 150
BEYOND = 5
HELD = 1.2
CLOSED = 0.4
OLDER = 0.75
CROWD = 0.2
TWIN = 0.9
COMMON = 0.5
NEAR = 9.0
NEAR_NEED = 6.0
STATUSES = ("verified", "second_hand", "memory")


@dataclass(frozen=True)
class Found:
    """A fact and how well it fits: bigger is better, 0 is nothing."""

    law: Law
    score: float


def find_facts(text: str, content: Content, most: int = 3) -> list[Law]:
    """The facts nearest to the text, best first, one for each article.

    None when the text speaks of no topic of the synonym table, or when the best is not near enough.
    """
    index = _index(content)
    found = one_per_article(index.search(text)) if index.speaks_of_law(text) else []
    return [one.law for one in found[:most]] if found and found[0].score >= NEAR else []


def order_beyond(text: str, content: Content, held: Collection[str]) -> list[str]:
    """Ids for a question that is none of the needs: what the search is sure of, as the fallback says it, then `held`."""
    return list(dict.fromkeys([*(law.id for law in find_facts(text, content, BEYOND)), *held]))


def order_facts(text: str, content: Content, held: Collection[str], most: int = 5) -> list[str]:
    """Ids for a question whose answer rests on `held`: the nearest facts, `held` preferred, then the rest of `held`."""
    scored = _index(content).search(text)
    found = one_per_article(Found(one.law, one.score * (HELD if one.law.id in held else 1.0)) for one in scored)
    near = [one.law.id for one in found[:most]] if found and found[0].score >= NEAR_NEED else []
    return list(dict.fromkeys([*near, *held]))


def one_per_article(found: Iterable[Found]) -> list[Found]:
    """Best first; a fact whose articles were all named by those before it is left out.

    Of near-twins on one article stands the one that was read in the original, then the one nearer to a wage claim.
    """
    groups: dict[str, list[Found]] = {}
    for one in sorted(found, key=lambda one: (-one.score, one.law.id)):
        groups.setdefault(one.law.articles[0] if one.law.articles else one.law.id, []).append(one)
    named: set[str] = set()
    kept = []
    for chosen in map(_of_twins, groups.values()):
        if not chosen.law.articles or not named.issuperset(chosen.law.articles):
            kept.append(chosen)
        named.update(chosen.law.articles)
    return kept


def _of_twins(group: list[Found]) -> Found:
    twins = [one for one in group if one.score >= TWIN * group[0].score]
    chosen = min(twins, key=lambda one: (STATUSES.index(one.law.status), one.law.area.endswith("_act"), -one.score))
    return Found(chosen.law, group[0].score)


class Index:
    """The facts of a content, searchable; those for developers are left out. Made in about 0.2 s."""

    def __init__(self, content: Content) -> None:
        self._words = Words(content.folder("search")["synonyms"])
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute("create virtual table facts using fts5(rule, topics, law, answers, content='')")
        answers = _answers(content)
        self._laws = [law for law in content.laws.values() if not law.internal and not law.dead]
        rows = [self._row(law, answers.get(law.id, "")) for law in self._laws]
        self._base.executemany("insert into facts (rowid, rule, topics, law, answers) values (?, ?, ?, ?, ?)", [
            (number, *row) for number, row in enumerate(rows)])
        counts = Counter(word for row in rows for word in set(" ".join(row).split()))
        self._common = frozenset(word for word, count in counts.items() if count > COMMON * len(rows))

    def speaks_of_law(self, text: str) -> bool:
        """Whether the text names a topic of the synonym table."""
        return bool(self._words.topics(text))

    def search(self, text: str) -> list[Found]:
        """Facts that share anything with the text, at most DEEP, in no order."""
        topics = self._words.topics(text)
        asked = dict.fromkeys([*self._words.runs(self._words.telling(text)), *self._words.tokens(topics)])
        asked = [word for word in asked if word not in self._common]
        if not asked:
            return []
        weights = ", ".join(map(str, WEIGHTS))
        rows = self._base.execute(
            f"select rowid, -bm25(facts, {weights}) as score from facts where facts match ? order by score desc limit ?",
            (" OR ".join(f'"{word}"' for word in asked), DEEP))
        closed = self._words.closed(topics)
        return [Found(self._laws[number], score * self._factor(self._laws[number], closed)) for number, score in rows]

    def _factor(self, law: Law, closed: tuple[str, ...]) -> float:
        """A fact on many articles names none exactly; one of another matter, or of an older act, stands behind."""
        alone = 1.0 / (1.0 + CROWD * max(0, len(law.articles) - 1))
        return alone * (OLDER if law.id in self._words.older else 1.0) * (CLOSED if law.id.startswith(closed) else 1.0)

    def _row(self, law: Law, answers: str) -> tuple[str, ...]:
        rule = f"{law.rule} {law.say}"
        topics = " ".join(self._words.tokens(self._words.topics(rule)))
        return self._runs(rule), topics, self._runs(law.law), self._runs(answers)

    def _runs(self, text: str) -> str:
        return " ".join(self._words.runs(text))


def _answers(content: Content) -> dict[str, str]:
    """For each fact the titles and sentences of the answers that rest on it."""
    said: dict[str, str] = {}
    for answer in content.answers.values():
        for line in answer.lines:
            for law in line.laws:
                said[law] = f"{said.get(law, '')} {answer.title} {line.say}"
    return said


_made: list[tuple[Content, Index]] = []


def _index(content: Content) -> Index:
    if not _made or _made[0][0] is not content:
        _made[:] = [(content, Index(content))]
    return _made[0][1]
