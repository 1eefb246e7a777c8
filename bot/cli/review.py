"""`python -m bot review [--most 50] [--output FILE]`: the least certain messages of stored conversations, for labelling.

YAML rows: text (names and numbers replaced), how it was read, how surely, the three likeliest needs, and `need:` to be filled
in by a person. Rows with a need can go into data/nlu as they are.
"""
from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from bot.cases.engine import tracker_url
from bot.nlu.review import Unsure, unsure
from bot.settings import settings

QUERY = text("SELECT sender_id, data FROM events WHERE type_name IN ('user', 'slot', 'active_loop') ORDER BY sender_id, id")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--most", type=int, default=50, help="so many messages (default 50)")
    parser.add_argument("--output", type=Path, default=None, help="YAML file to write (default: standard output)")


def run(args: argparse.Namespace) -> int:
    """List them. 0, or 2 when there are no conversations to read (said on stderr)."""
    try:
        rows = unsure(conversations(tracker_url(settings().database_url)), max(0, args.most))
    except SQLAlchemyError:
        print("no stored conversations", file=sys.stderr)
        return 2
    told = yaml.safe_dump([_row(row) for row in rows], allow_unicode=True, sort_keys=False, width=1000)
    if args.output:
        args.output.write_text(told, encoding="utf-8")
    else:
        sys.stdout.buffer.write(told.encode("utf-8"))
    return 0


def conversations(url: str) -> Iterator[list[dict[str, Any]]]:
    """The events of each conversation, one conversation at a time. Raises SQLAlchemyError without such a table."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            rows = connection.execution_options(stream_results=True).execute(QUERY)
            for _, events in groupby(rows, key=lambda row: row[0]):
                yield [json.loads(event[1]) for event in events]
    finally:
        engine.dispose()


def _row(row: Unsure) -> dict[str, Any]:
    return {"text": row.text, "read_as": row.intent, "sure": round(row.confidence, 3), "likely": list(row.needs), "need": None}
