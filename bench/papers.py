"""How long a paper takes to be written: each of the catalogue, as .docx and as .pdf, in one process."""
from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from bench.report import Row
from bot.documents.catalogue import CATALOGUE
from bot.documents.service import Form, render
from tests.documents.samples import EVIDENCE, PERSONAL, ROSTER, TODAY, sample

TIMES = 10
GOALS: dict[Form, float] = {"docx": 0.3, "pdf": 1.5}
"""Seconds for one paper."""


def measure(form: Form, times: int = TIMES) -> dict[str, list[float]]:
    """Seconds of each paper, so often; the first time of each, in which its template is read, is among them."""
    return {document: list(_seconds(document, form, times)) for document in CATALOGUE}


def _seconds(document: str, form: Form, times: int) -> Iterator[float]:
    facts = sample(document)
    for _ in range(times):
        begun = time.perf_counter()
        render(document, facts, personal=PERSONAL, evidence=EVIDENCE, today=TODAY, form=form, roster=ROSTER)
        yield time.perf_counter() - begun


def rows() -> list[Row]:
    """Of each form: the first one of all, with the libraries loaded for it; the middle one; the slowest one with its name."""
    found = []
    for form, goal in GOALS.items():
        first = next(_seconds("evidence_list", form, 1))
        found.append(Row(f"papers, the first .{form} after a start", f"{first * 1000:.0f} ms"))
        measured = measure(form)
        middle = statistics.median(second for seconds in measured.values() for second in seconds)
        slowest = max(measured, key=lambda document: max(measured[document]))
        worst = max(measured[slowest])
        told = f"p50 {middle * 1000:.0f} ms, worst {worst * 1000:.0f} ms ({slowest})"
        found.append(Row(f"papers, {len(measured)} kinds, .{form}", told, f"< {goal * 1000:.0f} ms", worst < goal))
    return found
