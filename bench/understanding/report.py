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
ABOUT_COMPARED = """\
**DIET saw the seed alone**: the sentences of the first author, as the peer does (bench/README.md), for on all sentences it
takes tens of minutes. Compare it with the row of our reader on the seed alone, not with the rows above; of ours the
sentences are the seed's, the word lists and thresholds are today's. All readers are asked the same strangers' sentences
(tests/nlu/held_out), normalised in the same way, and rank needs alone: of acts and dangers DIET learns nothing, ours learns
that they are no needs. First guess is accuracy; train includes the loading of libraries; ms is the middle of all messages
(of DIET through Rasa's graph, of the others the reader alone); size is what would be saved, compressed (of DIET the archive
that Rasa writes); memory is the most while training."""
ABOUT_LEARNING = """\
The served reader on random parts of the training sentences. Whole sentences are drawn, each for itself and not by author; a
larger part holds the smaller one. So nearly every author is in every part."""
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
    """All configurations with what they learnt from and what they cost."""
    lines = [HEAD.format(first="reader") + " sentences of needs | train | memory | ms a message | size |",
             RULE + "---|---|---|---|---|"]
    for name, told in measured.items():
        cost = f" {told['of_needs']} | {told['seconds']:.0f} s | {told['megabytes']:.0f} MB | {told['milliseconds']:.2f} |"
        cost += f" {told['size']:.1f} MB |"
        lines.append(line(name, score(rows, told["rankings"])) + cost)
    return "\n".join([ABOUT_COMPARED, "", *lines])


def learning(rows: Sequence[Row], measured: Mapping[float, Mapping[str, Any]]) -> str:
    """More sentences, better reading."""
    lines = ["| part | training sentences | first guess | second need counted | in three | macro F1 | calibration error |",
             "|---|---|---|---|---|---|---|"]
    for part, told in measured.items():
        figures = score(rows, told["rankings"])
        shares = " | ".join(map(percent, (figures.strict, figures.counted, figures.in_three, figures.macro_f1)))
        lines.append(f"| {percent(part)} | {told['sentences']} | {shares} | {figures.calibration:.3f} |")
    return "\n".join([ABOUT_LEARNING, "", *lines])


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
    """Recall over danger sentences, false alarms over near ones, alone and in a longer message; the mistakes by name."""
    pairs = list(zip(rows, found, strict=True))
    lines = ["| | rows | value |", "|---|---|---|"]
    for long, where in ((False, ""), (True, ", in a longer message")):
        real = [told for row, told in pairs if row.long == long and row.danger != "none"]
        near = [told for row, told in pairs if row.long == long and row.danger == "none"]
        lines += [f"| danger found{where} | {len(real)} | {percent(sum(map(bool, real)) / max(1, len(real)))} |",
                  f"| near danger taken for danger{where} | {len(near)} | {percent(sum(map(bool, near)) / max(1, len(near)))} |"]
    alone = [(row, told) for row, told in pairs if not row.long]
    other = sum(told not in ("", f"danger_{row.danger}") for row, told in alone if row.danger != "none")
    lines.append(f"| found under another danger's name | {sum(row.danger != 'none' for row, _ in alone)} | {other} |")
    missed = [f"- missed: {row.text}" for row, told in alone if row.danger != "none" and not told]
    alarmed = [f"- false alarm: {row.text} ({told})" for row, told in alone if row.danger == "none" and told]
    return "\n".join([*lines, "", *missed, *alarmed])
