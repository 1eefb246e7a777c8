"""How well the two heads read sentences that they were not trained on: `python bench/nlu_report.py [--write]`.

A quarter of all sentences, chosen by hash, is held out of everything (vocabulary, weights, temperature, whole-message
table). The sentences were written for this project, so the figures say how the parts compare and not how strangers type.
"""
from __future__ import annotations

import argparse
import sys
import time
import zlib
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.chinese.normalise import normalise  # noqa: E402
from bot.nlu import corpus, model  # noqa: E402

Rows = list[tuple[str, str]]
MARK = "<!-- measured -->"
MOST_CONFUSED = 25


def held_out(text: str) -> bool:
    """One sentence in four, independent of the folds of training."""
    return zlib.crc32(f"report {text}".encode()) % 4 == 0


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Mean F1 over the classes of (true, guessed) pairs."""
    hit, true, guessed = Counter(t for t, g in pairs if t == g), Counter(t for t, _ in pairs), Counter(g for _, g in pairs)
    return sum(2 * hit[name] / (true[name] + guessed[name]) for name in true) / len(true)


def share(flags: list[bool]) -> float:
    """Part of the flags that is true."""
    return sum(flags) / len(flags) if flags else 0.0


def measure(reader: model.Reader, rows: Rows) -> tuple[dict[str, float], list[tuple[str, str, str]]]:
    """Figures over held-out rows, and the mistakes of the final intent as (text, true, guessed)."""
    pairs, acts, top3, calm, alarm, final, wrong = [], [], [], [], [], [], []
    times: list[float] = []
    for text, intent in rows:
        start = time.perf_counter()
        seen = reader.read(normalise(text))
        times.append((time.perf_counter() - start) * 1000)
        names = [guess.name for guess in seen.ranking]
        if intent in corpus.NEEDS:
            pairs.append((intent, names[0]))
            top3.append(intent in names[:3])
            calm.append(seen.danger is None)
        elif intent in corpus.DANGERS:
            alarm.append(seen.danger is not None)
        else:
            acts.append(bool(seen.act) and seen.act.name == intent)
        final.append(seen.intent.name == intent)
        if not final[-1]:
            wrong.append((text, intent, seen.intent.name))
    needs = [row for row in rows if row[1] in corpus.NEEDS]
    kept = [reader.read(normalise(text)).intent.name in corpus.NEEDS for text, _ in needs]
    figures = {
        "sentences": len(rows), "needs: accuracy": share([a == b for a, b in pairs]), "needs: in the first three": share(top3),
        "needs: macro F1": macro_f1(pairs),
        "needs: out_of_scope recall": share([g == t for t, g in pairs if t == "out_of_scope"]),
        "needs: not taken for an act, danger or nonsense": share(kept), "acts: accuracy": share(acts),
        "dangers: recall (some danger)": share(alarm), "dangers: false alarms in needs": 1 - share(calm),
        "final intent: accuracy": share(final), "milliseconds a message (median)": sorted(times)[len(times) // 2],
    }
    return figures, wrong


def sizes(examples: Rows) -> str:
    """How many sentences each family has."""
    families = {"needs": corpus.NEEDS, "acts": corpus.ACTS, "dangers": corpus.DANGERS}
    counts = Counter(intent for _, intent in examples)
    lines = ["| family | names | sentences | fewest | most |", "|---|---|---|---|---|"]
    for family, names in families.items():
        own = [counts[name] for name in names]
        lines.append(f"| {family} | {len(names)} | {sum(own)} | {min(own)} | {max(own)} |")
    return "\n".join(lines) + "\n\n"


def confusions(wrong: list[tuple[str, str, str]]) -> str:
    """The pairs of true and guessed intent that are mixed up most often."""
    pairs = Counter((true, guessed) for _, true, guessed in wrong).most_common(MOST_CONFUSED)
    lines = [f"| {true} | {guessed} | {count} |" for (true, guessed), count in pairs]
    return "\n".join(["", "| meant | read as | times |", "|---|---|---|", *lines]) + "\n"


def write(measured: str) -> None:
    """Put the tables under the mark of docs/nlu.md; what stands above it is kept."""
    path = ROOT / "docs/nlu.md"
    kept = path.read_text(encoding="utf-8").split(MARK)[0]
    path.write_text(f"{kept}{MARK}\n\n{measured}", encoding="utf-8")


def main() -> None:
    """Train on three quarters, measure on one, print; `--write` puts them into docs/nlu.md; `--mistakes` lists."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--mistakes", action="store_true")
    options = parser.parse_args()
    examples = corpus.read_corpus(ROOT / "data/nlu")
    start = time.perf_counter()
    reader = model.train([row for row in examples if not held_out(row[0])], ROOT / "data/nlu/lookups")
    seconds = time.perf_counter() - start
    figures, wrong = measure(reader, [row for row in examples if held_out(row[0])])
    figures = {"training sentences": sum(not held_out(text) for text, _ in examples), "training seconds": seconds, **figures}
    lines = [f"| {name} | {round(value, 3)} |" for name, value in figures.items()]
    table = "\n".join(["| held-out quarter | value |", "|---|---|", *lines]) + "\n"
    print(table)
    if options.mistakes:
        kinds: dict[str, list[str]] = defaultdict(list)
        for text, true, guessed in wrong:
            kinds[true].append(f"  {guessed}: {text}")
        print("\n".join(f"{true}\n" + "\n".join(lines) for true, lines in sorted(kinds.items())))
    if options.write:
        write(sizes(examples) + table + confusions(wrong))


if __name__ == "__main__":
    main()
