"""Checks of the articles of a fact: their form, their law, that they exist, and that `article` says the same."""
from __future__ import annotations

import re
from datetime import date
from typing import Any

from bot.content.check_statutes import Registered, Statutes
from bot.content.marks import Marked
from bot.content.numbers import to_number

ARTICLE = re.compile(r"(?P<law>.+)第(?P<number>[零一二三四五六七八九十百千]+)条(?:之[一二三四五六七八九十]+)?")
SAID = re.compile(r"第\s*(\d+(?:[–、-]\d+)*)\s*条")
FORMER = re.compile(r"（[^（）]*[版旧][^（）]*）")  # 民事诉讼法第250条（2021版第246条）
SPAN = re.compile(r"[–-]")


def check_articles(file: Marked, number: int, row: dict[str, Any], statutes: Statutes, today: date | None) -> None:
    """`row`: a fact of which the id is text. Problems go into the file."""
    told = row.get("articles")
    listed: list[Any] = told if isinstance(told, list) else []
    own: set[int] = set()
    for place, article in enumerate(listed):
        match = ARTICLE.fullmatch(str(article))
        if match is None:
            file.error(f"{row['id']}: an article reads 法名第几条, not {article}", "facts", number, "articles", place)
            continue
        count = int(to_number(match["number"]))
        own.add(count)
        message = _problem(row, match["law"], count, statutes.get(match["law"]), today)
        if message:
            file.error(f"{row['id']}: {message}", "facts", number, "articles", place)
    if all(ARTICLE.fullmatch(str(article)) for article in listed):
        _agree(file, number, row, own)


def _problem(row: dict[str, Any], law: str, count: int, held: Registered | None, today: date | None) -> str:
    """What is wrong with one article, or ""."""
    if held is None:
        return f"{law} is not in statutes.yml"
    if not 1 <= count <= (held.articles or count):
        return f"{law} has {held.articles} articles: there is no {count}"
    if held.until is not None and (today is None or held.until <= today) and row.get("replaced_by") is None:
        return f"{law} ended on {held.until}: the fact needs replaced_by"
    return ""


def _agree(file: Marked, number: int, row: dict[str, Any], own: set[int]) -> None:
    """Where `article` says 第N条, its numbers are those of `articles`; numbers of former versions, in brackets, do not count."""
    said = {count for found in SAID.findall(FORMER.sub("", str(row.get("article", "")))) for count in _expanded(found)}
    odd = sorted(said ^ own) if said else []
    if odd:
        numbers = "、".join(map(str, odd))
        file.error(f"{row['id']}: article and articles do not name the same: {numbers}", "facts", number, "article")


def _expanded(words: str) -> list[int]:
    """`4、9–11` as 4, 9, 10, 11."""
    found: list[int] = []
    for part in words.split("、"):
        ends = [int(end) for end in SPAN.split(part) if end]
        found += range(ends[0], ends[-1] + 1) if ends else []
    return found
