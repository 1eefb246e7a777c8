"""The tables of docs/understanding.md."""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bench.understanding.rows import SETS, Row
from bench.understanding.score import Figures, Ranking, score

MOST_CONFUSED = 20
WORST = 20
HEAD = ("| {first} | rows | first guess | second need counted | in three | macro F1 | out of scope found | turned away "
        "| calibration error |")
RULE = "|---|---|---|---|---|---|---|---|---|"


def percent(part: float) -> str:
    """0.8437 as 84.4 %."""
    return f"{part * 100:.1f} %"


def line(name: str, figures: Figures) -> str:
    """One reader or one set."""
    shares = [figures.strict, figures.counted, figures.in_three, figures.macro_f1, figures.out_found, figures.turned_away]
    return f"| {name} | {figures.rows} | " + " | ".join(map(percent, shares)) + f" | {figures.calibration:.3f} |"


def by_set(rows: Sequence[Row], rankings: Sequence[Ranking]) -> str:
    """The served reader on each set and each author."""
    lines = [HEAD.format(first="set"), RULE, line("all", score(rows, rankings))]
    kinds = [(kind, [row.kind == kind for row in rows]) for kind in (*SETS, "near_danger")]
    authors = [(f"author {name}", [row.author == name for row in rows]) for name in sorted({row.author for row in rows})]
    for name, flags in (*kinds, *authors):
        chosen = [(row, ranking) for row, ranking, flag in zip(rows, rankings, flags, strict=True) if flag]
        if chosen:
            lines.append(line(name, score([row for row, _ in chosen], [ranking for _, ranking in chosen])))
    return "\n".join(lines)


def compared(rows: Sequence[Row], measured: Mapping[str, Mapping[str, Any]]) -> str:
    """All configurations with what they cost."""
    lines = [HEAD.format(first="reader") + " train | memory | ms a message | size |", RULE + "---|---|---|---|"]
    for name, told in measured.items():
        cost = f" {told['seconds']:.0f} s | {told['megabytes']:.0f} MB | {told['milliseconds']:.2f} | {told['size']:.1f} MB |"
        lines.append(line(name, score(rows, told["rankings"])) + cost)
    return "\n".join(lines)


def learning(rows: Sequence[Row], measured: Mapping[float, Mapping[str, Any]]) -> str:
    """More sentences, better reading."""
    lines = ["| training sentences | first guess | second need counted | in three |", "|---|---|---|---|"]
    for told in measured.values():
        figures = score(rows, told["rankings"])
        shares = " | ".join(map(percent, (figures.strict, figures.counted, figures.in_three)))
        lines.append(f"| {told['sentences']} | {shares} |")
    return "\n".join(lines)


def calibrated(rows: Sequence[Row], rankings: Sequence[Ranking]) -> str:
    """How often a first guess of each confidence is right: the thresholds come from here."""
    bins: dict[int, list[bool]] = {}
    for row, ranking in zip(rows, rankings, strict=True):
        bins.setdefault(min(9, int(ranking[0][1] * 10)), []).append(ranking[0][0] in (row.need, *row.second))
    lines = ["| confidence of the first guess | rows | right |", "|---|---|---|"]
    for low, flags in sorted(bins.items()):
        lines.append(f"| {low / 10:.1f}-{low / 10 + 0.1:.1f} | {len(flags)} | {percent(sum(flags) / len(flags))} |")
    return "\n".join(lines)


def confused(rows: Sequence[Row], rankings: Sequence[Ranking]) -> str:
    """The pairs mixed up most often."""
    wrong = Counter((row.need, ranking[0][0]) for row, ranking in zip(rows, rankings, strict=True)
                    if ranking[0][0] not in (row.need, *row.second))
    lines = [f"| {meant} | {guessed} | {count} |" for (meant, guessed), count in wrong.most_common(MOST_CONFUSED)]
    return "\n".join(["| meant | read as | times |", "|---|---|---|", *lines])


def worst(rows: Sequence[Row], rankings: Sequence[Ranking]) -> str:
    """The mistakes made with most confidence."""
    wrong = [(ranking[0][1], row, ranking[0][0]) for row, ranking in zip(rows, rankings, strict=True)
             if ranking[0][0] not in (row.need, *row.second)]
    chosen = sorted(wrong, key=lambda one: -one[0])[:WORST]
    lines = [f"| {row.text} | {row.need} | {guessed} | {sure:.2f} |" for sure, row, guessed in chosen]
    return "\n".join(["| sentence | meant | read as | sure |", "|---|---|---|---|", *lines])


def dangers(rows: Sequence[Row], found: Sequence[str]) -> str:
    """Recall over danger sentences, false alarms over near ones; what was missed or falsely alarmed by name."""
    real = [(row, told) for row, told in zip(rows, found, strict=True) if row.danger not in ("", "none")]
    near = [(row, told) for row, told in zip(rows, found, strict=True) if row.danger == "none"]
    missed = [row.text for row, told in real if not told]
    other = sum(bool(told) and told != f"danger_{row.danger}" for row, told in real)
    alarmed = [f"{row.text} ({told})" for row, told in near if told]
    lines = ["| | rows | value |", "|---|---|---|",
             f"| danger found | {len(real)} | {percent(1 - len(missed) / max(1, len(real)))} |",
             f"| found under another danger's name | {len(real)} | {other} |",
             f"| near danger taken for danger | {len(near)} | {percent(len(alarmed) / max(1, len(near)))} |"]
    return "\n".join([*lines, "", *(f"- missed: {text}" for text in missed), *(f"- false alarm: {text}" for text in alarmed)])
