"""One reader, trained and measured in a process of its own: `python -m bench.understanding.measure NAME [--share 0.5]`.

Prints one JSON object: the sentences it was given and those of them that teach a need, seconds of training (libraries and
the model are loaded in them), the most memory of a training, size, milliseconds a message, and a ranking for each
held-out row with a need.
"""
from __future__ import annotations

import argparse
import json
import pickle
import resource
import sys
import time
import zlib

from bench.understanding import configurations, rows
from bot.chinese.normalise import normalise
from bot.nlu import corpus, model
from bot.settings import ROOT

SHOWN = 5


def part_of(examples: list[corpus.Sentence], share: float) -> list[corpus.Sentence]:
    """A share of the whole sentences, each drawn for itself (not by author) by its hash: a larger share holds the smaller one."""
    return [one for one in examples if zlib.crc32(f"part {one.text}".encode()) % 1000 < share * 1000]


def measure(name: str, share: float) -> dict[str, object]:
    """Figures and rankings of one configuration."""
    chosen = configurations.all_of_them()[name]
    examples = chosen.lessons(part_of(corpus.read_sentences(ROOT / "data/nlu"), share))
    told = rows.read()
    texts = [row.text for row in told if row.need]
    start = time.perf_counter()
    trained = chosen.train(examples)
    seconds = time.perf_counter() - start
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    trained.rank(texts[:5])
    times, rankings = [], []
    for text in texts:
        begin = time.perf_counter()
        rankings += trained.rank([text])
        times.append((time.perf_counter() - begin) * 1000)
    reader = trained.parts
    judged = [row.text for row in rows.judged(told)] if isinstance(reader, model.Reader) else []
    return {
        "dangers": [reader.read(normalise(text)).danger or "" for text in judged],
        "sentences": len(examples), "of_needs": sum(one.intent in corpus.NEEDS for one in examples),
        "seconds": seconds, "megabytes": memory, "milliseconds": sorted(times)[len(times) // 2],
        "size": len(zlib.compress(pickle.dumps(trained.parts), 1)) / 1e6, "rankings": [ranking[:SHOWN] for ranking in rankings],
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    parser.add_argument("--share", type=float, default=1.0)
    options = parser.parse_args()
    json.dump(measure(options.name, options.share), sys.stdout, ensure_ascii=False)
