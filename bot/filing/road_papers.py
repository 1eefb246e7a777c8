"""All papers that a case needs on its road, each to be edited and to be printed, in one archive."""
from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

from bot.chinese.values import Fact
from bot.content import load
from bot.documents.proof import Item
from bot.documents.roads import recommended_papers
from bot.documents.roster import RosterRow
from bot.filing.demo import render

DOCUMENT = "road_papers"
MOST = 12
"""Papers in one archive."""


def pack(
    facts: Mapping[str, Fact], *, personal: Mapping[str, str], evidence: Sequence[Item], today: date,
    roster: Sequence[RosterRow] = (),
) -> bytes | None:
    """The .zip; None when its road needs no paper. It takes about half a second a paper: never inside a turn."""
    _, papers = recommended_papers(facts, today)
    words = load().words
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, document in enumerate(papers[:MOST], 1):
            name = str(words["road_papers"]["file"]).format(n=number, title=words["papers"]["titles"][document])
            for form in ("docx", "pdf"):
                entry = zipfile.ZipInfo(f"{name}.{form}", (today.year, today.month, today.day, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, render(document, facts, personal=personal, evidence=evidence, today=today,
                                               form="docx" if form == "docx" else "pdf", roster=roster))
    return out.getvalue() if papers else None
