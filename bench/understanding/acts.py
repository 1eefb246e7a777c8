"""How strangers' short messages inside a dialogue are read: `python -m bench.understanding.acts` (held_out_acts.yml)."""
from __future__ import annotations

from collections import Counter

import yaml

from bot.chinese.normalise import normalise
from bot.nlu import corpus, model
from bot.settings import ROOT

ROWS = ROOT / "tests/nlu/held_out_acts.yml"


def main() -> None:
    """Print the share that is read as meant, and each that is not."""
    reader = model.train(corpus.read_sentences(ROOT / "data/nlu"), ROOT / "data/nlu/lookups")
    rows: list[dict[str, str]] = yaml.safe_load(ROWS.read_text(encoding="utf-8"))
    wrong = [(row, reader.read(normalise(row["text"])).intent.name) for row in rows]
    wrong = [(row, found) for row, found in wrong if found != row["act"]]
    print(f"| acts | {len(rows)} | {100 * (1 - len(wrong) / len(rows)):.1f} % |")
    for (meant, found), count in Counter((row["act"], found) for row, found in wrong).most_common():
        print(f"- {meant} read as {found}: {count}")


if __name__ == "__main__":
    main()
