"""How papers are read from photos: draws the set of tests/photos, reads it, scores it: `python -m bench.photos [--worst]`."""
from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bench.memory import cpu_seconds, family, measure
from bench.photo_scores import called_complete, found, judged_right, kind_right, wrong_characters
from bench.report import Row, machine, table
from bot.chinese.iou.elements import NAMES
from bot.photos.reader import PhotoReader
from bot.photos.values import PhotoProblem, Reading
from tests.photos.draw import draw
from tests.photos.pictures import Picture, read_pictures, set_day

PATIENCE = 60.0  # seconds for one photo, far over the goal, so that a slow one is measured and not lost
VALUES = {"sums and names": ("sums", "names"), "days and phones": ("dates", "phones")}


@dataclass(frozen=True)
class Read:
    """One picture as it was read. `missing` and `traps`: what is said of an IOU, None when nothing is said."""

    picture: Picture
    reading: Reading
    seconds: float
    problem: str = ""
    kinds: list[str] = field(default_factory=list)
    missing: list[str] | None = None
    by_person: bool = False
    elements: dict[str, Any] = field(default_factory=dict)
    traps: list[str] = field(default_factory=list)

    def values(self, names: Sequence[str]) -> list[str]:
        """What is expected of these sorts."""
        return [value for name in names for value in getattr(self.picture.expect, name)]

    @property
    def wrong(self) -> tuple[int, int]:
        """Wrong characters and all characters."""
        return wrong_characters(self.picture.texts, self.reading.text)


def read_set(pictures: Iterable[Picture], read: Callable[[bytes], Reading], today: date) -> list[Read]:
    """Draw each picture and read it, timed; what is said of it is asked of the same functions as in the bot."""
    return [_read(picture, read, today) for picture in pictures]


def _read(picture: Picture, read: Callable[[bytes], Reading], today: date) -> Read:
    from bot.chinese.paper_kinds import guess_kinds
    from bot.evidence.iou_photo import check_photo

    data = draw(picture)
    begun = time.perf_counter()
    try:
        reading = read(data)
    except PhotoProblem as problem:
        return Read(picture, Reading(), time.perf_counter() - begun, problem.reason)
    seconds = time.perf_counter() - begun
    kinds = guess_kinds(reading.text)
    if picture.expect.lacks is None:
        return Read(picture, reading, seconds, kinds=kinds)
    checked = check_photo(reading, today)
    traps = [one["trap"] for one in checked.traps]
    return Read(picture, reading, seconds, "", kinds, checked.missing, checked.by_person, checked.elements, traps)


def rows(reads: Sequence[Read]) -> list[Row]:
    """The figures of the whole set."""
    printed = [one for one in reads if one.picture.print_only and one.picture.texts]
    by_hand = [one for one in reads if not one.picture.print_only]
    return [
        Row("photos: pictures of the set", f"{len(reads)} ({len(printed)} printed, {len(by_hand)} by hand or filled in by hand,"
            f" {len(reads) - len(printed) - len(by_hand)} no paper)"),
        _characters("printed paper", printed, 0.97), *_values("printed paper", printed, 0.95),
        _characters("like handwriting", by_hand), *_values("like handwriting", by_hand),
        *_iou_rows([one for one in reads if one.picture.expect.lacks is not None]), _kind_row(reads), _seconds_row(reads)]


def _share(what: str, right: int, whole: int, goal: float | None) -> Row:
    if not whole:
        return Row(f"photos: {what}", "none")
    share = right / whole
    told = f"{share:.1%} ({right} of {whole})"
    return Row(f"photos: {what}", told, f">= {goal:.0%}", share >= goal) if goal else Row(f"photos: {what}", told)


def _characters(who: str, reads: Sequence[Read], goal: float | None = None) -> Row:
    wrong, whole = (sum(counts) for counts in zip(*(one.wrong for one in reads), strict=True)) if reads else (0, 0)
    return _share(f"{who}: characters right", whole - wrong, whole, goal)


def _values(who: str, reads: Sequence[Read], goal: float | None = None) -> list[Row]:
    made = []
    for what, names in VALUES.items():
        right = sum(len(found(one.reading.text, one.values(names))) for one in reads)
        made.append(_share(f"{who}: {what} exact", right, sum(len(one.values(names)) for one in reads),
                           goal if what == "sums and names" else None))
    return made


def _iou_rows(ious: Sequence[Read]) -> list[Row]:
    parts = {"": ious, ", printed": [one for one in ious if one.picture.print_only],
             ", by hand": [one for one in ious if not one.picture.print_only]}
    made = [_share(f"elements of an IOU judged right{who}", sum(len(judged(one)) for one in some), len(NAMES) * len(some),
                   None if who else 0.95) for who, some in parts.items()]
    false = [one.picture.name for one in ious if falsely_complete(one)]
    right = sum(set(one.traps) == one.picture.expect.traps for one in ious)
    values = [one.elements.get(name) == value for one in ious for name, value in one.picture.expect.owes]
    return [*made, _share("sum, debtor and creditor of an IOU understood", sum(values), len(values), None),
            Row("photos: missing elements of IOUs that are called there", str(sum(len(invented(one)) for one in ious))),
            Row("photos: IOUs that lack something and are called complete", str(len(false)), "0", not false),
            _share("IOUs with exactly their traps named", right, len(ious), None)]


def judged(one: Read) -> list[str]:
    """The elements of an IOU that were judged rightly."""
    return [] if one.missing is None else judged_right(one.picture.expect.lacks or (), one.missing, NAMES)


def invented(one: Read) -> list[str]:
    """The elements that are missing and are called there: worse than the other way round."""
    return [] if one.missing is None else sorted((one.picture.expect.lacks or frozenset()) - set(one.missing))


def falsely_complete(one: Read) -> bool:
    """Whether it lacks something and is called complete."""
    really = called_complete(one.picture.expect.lacks or (), one.picture.expect.by == "person")
    return one.missing is not None and called_complete(one.missing, one.by_person) and not really


def _kind_row(reads: Sequence[Read]) -> Row:
    return _share("kind guessed right", sum(kind_right(one.picture.expect.kinds, one.kinds) for one in reads), len(reads), None)


def _seconds_row(reads: Sequence[Read]) -> Row:
    times, slowest = [one.seconds for one in reads], max(reads, key=lambda one: one.seconds)
    told = f"median {statistics.median(times):.1f} s, worst {slowest.seconds:.1f} s ({slowest.picture.name})"
    return Row("photos: time for a photo", told, "< 4 s", slowest.seconds < 4)


def run_photos(pictures: Sequence[Picture]) -> tuple[list[Read], list[Row]]:
    """Read the set through the worker process, as the bot does, and measure its memory."""
    reader = PhotoReader(seconds=PATIENCE)
    try:
        reader.read(draw(pictures[0]))  # the models are loaded before the first one counts
        own = os.getpid()
        before = cpu_seconds(family([own]) - {own})
        reads = read_set(pictures, reader.read, set_day())
        worker = family([own]) - {own}
        peak, used = measure(worker).peak, cpu_seconds(worker) - before
    finally:
        reader.stop()
    memory = Row("photos: memory of the reading process at its highest", f"{peak:.0f} MB", "< 700 MB", 0 < peak < 700)
    busy = Row("photos: processor time of the reading process for a photo", f"{used / len(reads):.1f} s")
    return reads, [*rows(reads), busy, memory]


def worst(reads: Sequence[Read], most: int) -> list[str]:
    """The pictures with the most faults, what is wrong with each, and what was read."""
    told = [(_faults(one), one) for one in reads]
    ordered = sorted((one for one in told if one[0]), key=lambda one: -len(one[0]) - one[1].wrong[0] / 10)
    return [f"## {one.picture.name}\n" + "\n".join(faults) + f"\nread:\n{one.reading.text}\n" for faults, one in ordered[:most]]


def _faults(one: Read) -> list[str]:
    """What is wrong, a line each."""
    wrong, whole = one.wrong
    expect, lines = one.picture.expect, [f"problem: {one.problem}"] if one.problem else []
    if wrong:
        lines.append(f"characters: {wrong} of {whole} wrong; written: {' / '.join(one.picture.texts)!r}")
    lost = [value for names in VALUES.values() for value in one.values(names) if not found(one.reading.text, [value])]
    lines += [f"not found: {value}" for value in lost]
    if not kind_right(expect.kinds, one.kinds):
        lines.append(f"kind: {one.kinds}, expected one of {list(expect.kinds)}")
    if one.missing is None or expect.lacks is None:
        return lines
    lines += [f"called missing and is there: {name}" for name in one.missing if name not in expect.lacks]
    lines += [f"called there and is missing: {name}" for name in invented(one)]
    lines += [f"{name}: {one.elements.get(name)!r}, expected {value!r}" for name, value in expect.owes
              if one.elements.get(name) != value]
    if set(one.traps) != expect.traps:
        lines.append(f"traps: {sorted(one.traps)}, expected {sorted(expect.traps)}")
    return [*lines, "called complete!"] if falsely_complete(one) else lines


def main(arguments: list[str] | None = None) -> int:
    """Print the table, with --worst the worst pictures; 2 when none has such a name."""
    parser = argparse.ArgumentParser(prog="python -m bench.photos", description=__doc__)
    parser.add_argument("names", nargs="*", help="only these pictures")
    parser.add_argument("--worst", nargs="?", type=int, const=10, default=0, metavar="N", help="list the N worst (10)")
    options = parser.parse_args(arguments)
    pictures = [one for one in read_pictures() if not options.names or one.name in options.names]
    if not pictures:
        return 2
    reads, made = run_photos(pictures)
    print(f"Measured on {machine()}.\n\n{table(made)}")
    print("\n".join(["", *worst(reads, options.worst)]) if options.worst else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
