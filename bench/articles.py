"""How often a marked article is among the first articles of `python -m bot answer`: `python -m bench.articles FILE`.

FILE: JSONL with `id`, `text` and `articles` (a list of which one has to be found). Only counts are printed, never a text.
"""
from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot import clock
from bot.cli.answer import LOOKUPS, Answerer
from bot.content import load
from bot.nlu.entities import finder
from bot.nlu.stored import NoModel, newest, read_model
from bot.settings import ROOT

FIRST = (1, 3, 5)
SIGNS = str.maketrans("", "", "《》 ")
STATE = "中华人民共和国"


def plain(article: str) -> str:
    """An article's name without quotes, blanks and the name of the state."""
    return article.translate(SIGNS).replace(STATE, "")


def count(rows: Iterable[dict[str, Any]], answerer: Answerer) -> dict[int, int]:
    """For each of FIRST in how many rows a marked article stands among the first so many."""
    hits = dict.fromkeys(FIRST, 0)
    for row in rows:
        marked = {plain(article) for article in row["articles"]}
        found = [plain(article) for article in answerer.answer({"id": row["id"], "text": row["text"]})["articles"]]
        for most in FIRST:
            hits[most] += bool(marked & set(found[:most]))
    return hits


def main(arguments: list[str] | None = None) -> int:
    """Print the counts; 2 when there is no model or the file is not as described."""
    parser = argparse.ArgumentParser(prog="python -m bench.articles", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--models", type=Path, default=ROOT / "models")
    options = parser.parse_args(arguments)
    try:
        rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()]
        answerer = Answerer(read_model(newest(options.models)), finder(LOOKUPS), load(), clock.today())
        hits = count(rows, answerer)
    except (OSError, ValueError, KeyError, TypeError, NoModel) as problem:
        print(f"{options.file}: {problem!r}", file=sys.stderr)
        return 2
    print(", ".join(f"first {most}: {hit} of {len(rows)}" for most, hit in hits.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
