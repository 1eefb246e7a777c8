"""How the facts in strangers' stories are read: `python -m bench.understanding.facts` (tests/nlu/held_out_facts.yml)."""
from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import yaml

from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.settings import ROOT

ROWS = ROOT / "tests/nlu/held_out_facts.yml"
TODAY = date(2026, 11, 23)
NEAR = 0.25  # the ends of a vague sum may differ by so much


def judged(row: dict[str, Any], facts: dict[str, Fact]) -> dict[str, bool]:
    """What was judged in a row: name -> right."""
    found: dict[str, bool] = {}
    owed = facts.get("owed_amount")
    if row.get("owed") is not None:
        found["sum owed"] = owed is not None and owed.value is not None and abs(float(owed.value) - row["owed"]) < 1
    elif row.get("low") is not None:
        found["vague sum owed"] = owed is not None and owed.value is None and _near(owed.low, row["low"])
    elif "owed" in row:
        found["no sum invented"] = owed is None or (owed.value is None and owed.low is None)
    for name, slot in (("start", "start_date"), ("end", "end_date")):
        if row.get(name):
            found[f"month of {name}"] = row[name] in _months(facts, slot, 0 if name == "start" else 1)
    if row.get("kind", "unknown") != "unknown":
        kind = facts.get("debtor_kind")
        found["kind of debtor"] = kind is not None and kind.value == row["kind"]
    return found


def _months(facts: dict[str, Fact], slot: str, end: int) -> set[str]:
    """The month of the work's begin or end, and that of the owed period: a story seldom tells them apart."""
    fact, period = facts.get(slot), facts.get("owed_period")
    days = [fact.value or fact.low] if fact else []
    return {str(day)[:7] for day in [*days, *([period.value[end]] if period and period.value else [])]}


def _near(told: Any, meant: float) -> bool:
    return told is not None and abs(float(told) - meant) <= NEAR * meant


def main() -> None:
    """Print right of judged for each kind of fact."""
    right: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    for row in yaml.safe_load(ROWS.read_text(encoding="utf-8")):
        for name, is_right in judged(row, read_story(row["text"], TODAY)).items():
            rows[name] += 1
            right[name] += is_right
    for name, count in rows.items():
        print(f"| {name} | {count} | {100 * right[name] / count:.1f} % |")


if __name__ == "__main__":
    main()
