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
from bot.search.asked import Asked, units_of
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
BEYOND_NEAR = 9.6
BEYOND_TAIL = 0.45  # what is farther from the best is not read out
TELLING = 2.0  # a fact that content/search/synonyms.yml names for a topic of the text
NUMBERED = 1.7  # a fact that holds a number of the kind that is asked
OFF = 0.6  # a fact that speaks of none of the topics of a question for a number
PART = 0.5  # how near a second part of one article has to be
NEAR_NEED = 6.0
STATUSES = ("verified", "second_hand", "memory")


@dataclass(frozen=True)
class Found:
    """A fact and how well it fits: bigger is better, 0 is nothing."""

    law: Law
    score: float


def find_facts(text: str, content: Content, most: int = 3, near: float = NEAR, tail: float = 0.0) -> list[Law]:
    """The facts nearest to the text, best first, one for each article.

    None when the text speaks of no topic of the synonym table, or of another matter than work, or when the best is not near
    enough. Of an article's parts in one file two are given when the text asks for a number and both hold one (产假几天: the
    days of a birth and of a miscarriage).
    """
    index = _index(content)
    if not index.speaks_of_law(text):
        return []
    scored = index.search(text)
    found = one_per_article(scored)
    if not found or found[0].score < near:
        return []
    close = [one for one in found if one.score >= tail * found[0].score]
    return [one.law for one in with_parts(close, scored, index.units(text))[:most]]


def asks_uncovered(text: str, content: Content) -> bool:
    """Whether the text asks for a number in matters that no need's answer covers (年休假有几天), and in no other matter."""
    index = _index(content)
    return bool(index.units(text)) and index.is_uncovered(text)


def with_parts(found: list[Found], scored: Iterable[Found], units: frozenset[str]) -> list[Found]:
    """`found` with, right behind a fact, the other part of its article that holds a number of the units too."""
    if not units:
        return found
    parts: list[Found] = []
    chosen = {one.law.id for one in found}
    ranked = sorted(scored, key=lambda one: (-one.score, one.law.id))
    for one in found:
        parts.append(one)
        near = (other for other in ranked if other.law.id not in chosen and other.law.area == one.law.area
                and other.law.articles == one.law.articles and other.score >= PART * one.score
                and units & units_of(other.law.rule) and units & units_of(one.law.rule))
        second = next(near, None) if one.law.articles else None
        if second is not None:
            parts.append(second)
    return parts


def find_beyond(text: str, content: Content, most: int = 3) -> list[Law]:
    """The facts for a question that was heard as none of the needs, as find_facts; none when it names no matter of work (起诉 and
    费用 alone are none) or when the best is under BEYOND_NEAR."""
    index = _index(content)
    return find_facts(text, content, most, BEYOND_NEAR, BEYOND_TAIL) if index.has_subject(text) else []


def order_beyond(text: str, content: Content, held: Collection[str]) -> list[str]:
    """Ids for a question that is none of the needs: what the search is sure of, as the fallback says it, then `held`."""
    return list(dict.fromkeys([*(law.id for law in find_beyond(text, content, BEYOND)), *held]))


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
        table = content.folder("search")["synonyms"]
        self._words, self._asked = Words(table), Asked(table)
        self._manner = frozenset(table["manner"])
        self._beside = {topic: frozenset(others) for topic, others in table["beside"].items()}
        self._telling = {topic: frozenset(laws) for topic, laws in table["telling"].items()}
        self._loose, self._uncovered = frozenset(table["loose"]), frozenset(table["uncovered"])
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute("create virtual table facts using fts5(rule, topics, law, answers, content='')")
        answers = _answers(content)
        self._topics: list[frozenset[str]] = []
        self._laws = [law for law in content.laws.values() if not law.internal and not law.dead]
        self._units = [units_of(law.rule) for law in self._laws]
        self._weights = list(map(self._weight, self._laws))
        rows = [self._row(law, answers.get(law.id, "")) for law in self._laws]
        self._base.executemany("insert into facts (rowid, rule, topics, law, answers) values (?, ?, ?, ?, ?)", [
            (number, *row) for number, row in enumerate(rows)])
        counts = Counter(word for row in rows for word in set(" ".join(row).split()))
        self._common = frozenset(word for word, count in counts.items() if count > COMMON * len(rows))

    def speaks_of_law(self, text: str) -> bool:
        """Whether the text names a topic of the synonym table, and speaks of nothing that is none of ours."""
        return bool(self._words.topics(text)) and not self._asked.foreign(text)

    def has_subject(self, text: str) -> bool:
        """Whether one of the topics of the text is a matter and not only a way of asking."""
        return bool(self._words.topics(text) - self._loose)

    def is_uncovered(self, text: str) -> bool:
        """Whether all topics of the text, but for those that only say how it asks, are ones that no need covers."""
        topics = self._matters(text) - self._loose
        return bool(topics) and topics <= self._uncovered and not self._asked.foreign(text)

    def units(self, text: str) -> frozenset[str]:
        """The units of which the text asks a number."""
        return self._asked.units(text)

    def _matters(self, text: str) -> set[str]:
        """The topics of the text without those that only stand beside one of them (content/search/synonyms.yml, `beside`)."""
        topics = self._words.topics(text)
        return topics.difference(*(self._beside[topic] for topic in topics & self._beside.keys()))

    def search(self, text: str) -> list[Found]:
        """Facts that share anything with the text, at most DEEP, in no order."""
        topics = self._matters(text)
        subjects = topics - self._manner or topics
        asked = dict.fromkeys([*self._words.runs(self._words.telling(text)), *self._words.tokens(subjects)])
        asked = [word for word in asked if word not in self._common]
        if not asked:
            return []
        weights = ", ".join(map(str, WEIGHTS))
        rows = self._base.execute(
            f"select rowid, -bm25(facts, {weights}) as score from facts where facts match ? order by score desc limit ?",
            (" OR ".join(f'"{word}"' for word in asked), DEEP))
        closed, units = self._words.closed(topics), self._asked.units(text)
        telling = frozenset().union(*(self._telling.get(topic, ()) for topic in topics))
        subjects = subjects - self._loose if units else frozenset()
        found = [Found(self._laws[number], score * self._factor(number, closed, units, subjects)) for number, score in rows]
        return [Found(one.law, one.score * TELLING) if one.law.id in telling else one for one in found]

    def _factor(self, number: int, closed: tuple[str, ...], units: frozenset[str], subjects: Collection[str]) -> float:
        """A fact of another matter stands behind; for a question for a number one that holds such a number stands before, and one
        that speaks of none of the question's topics behind."""
        factor = self._weights[number] * (CLOSED if self._laws[number].id.startswith(closed) else 1.0)
        if units & self._units[number]:
            factor *= NUMBERED
        return factor * OFF if subjects and self._topics[number].isdisjoint(subjects) else factor

    def _weight(self, law: Law) -> float:
        """A fact on many articles names none exactly; what an older act says stands behind."""
        return (OLDER if law.id in self._words.older else 1.0) / (1.0 + CROWD * max(0, len(law.articles) - 1))

    def _row(self, law: Law, answers: str) -> tuple[str, ...]:
        rule = f"{law.rule} {law.say}"
        topics = self._words.topics(rule)
        self._topics.append(frozenset(topics))
        return self._runs(rule), " ".join(self._words.tokens(topics)), self._runs(law.law), self._runs(answers)

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
