"""The bundle of gateway `handout`: a page that says where to go and what to type, and the papers; he hands it in himself."""
from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from bot.cases import links, personal
from bot.cases.models import Case, Filing
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.content import load
from bot.documents import service
from bot.documents.case import Case as CaseOnPaper
from bot.documents.needed import fitting
from bot.documents.roster import RosterRow
from bot.filing import demo, rosters, snapshot
from bot.filing.outbox import HANDOUT
from bot.filing.service import Filed, active_filing
from bot.settings import ROOT

if TYPE_CHECKING:
    from jinja2 import Template

DOCUMENT, FORM = "handout", "zip"
COMPLAINT = "inspection_complaint"


def title() -> str:
    """What the bundle is called."""
    return str(load().folder("filing")["handout"]["title"])


def link(session: Session, sender: str, filed: Filed, now: datetime) -> str:
    """A token for the bundle of a filing that waits for him to hand it in; "" for any other."""
    if filed.gateway != HANDOUT or filed.state != "confirmed":
        return ""
    return links.make(session, sender, DOCUMENT, FORM, now)


def bundle(session: Session, case: Case) -> bytes | None:
    """The .zip for the filing of a case as it was filed; None when there is none."""
    filing = active_filing(session, case.id)
    if filing is None:
        return None
    held = snapshot.read(session, filing)
    clear = personal.reveal_of_person(session, case.person_id)
    return pack(filing, held.facts, held.evidence, clear, rosters.from_snapshot(held.roster))


def pack(filing: Filing, facts: Mapping[str, Fact], evidence: Sequence[Mapping[str, Any]], clear: Mapping[str, str],
         roster: Sequence[RosterRow] = ()) -> bytes:
    """The guide first, then each paper in both forms."""
    from types import SimpleNamespace

    items: list[Any] = [SimpleNamespace(**item) for item in evidence]
    filed_at: datetime = filing.filed_at.astimezone(CHINA)
    out, titles = io.BytesIO(), load().words["papers"]["titles"]
    forms: tuple[service.Form, ...] = ("docx", "pdf")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        case = CaseOnPaper(facts, clear, filed_at.date(), demo.paper_words(), roster=tuple(roster))
        page = guide(str(filing.receipt), case, items)
        _add(made, str(load().folder("filing")["handout"]["file"]), page.encode(), filed_at)
        for paper in fitting(facts, len(roster)):
            for form in forms:
                data = demo.render(paper, facts, personal=clear, evidence=items, today=filed_at.date(), form=form,
                                   roster=roster)
                _add(made, f"{titles[paper]}.{form}", data, filed_at)
    return out.getvalue()


def guide(receipt: str, case: CaseOnPaper, items: Sequence[Any]) -> str:
    """The page: places, order, each value and text of the complaint with a button that copies it; blanks stay visible."""
    words, content = load().folder("filing")["handout"], service.context(COMPLAINT, case, items)
    rows = {
        "complainant": content["complainant"],
        "respondents": [row for one in content["respondents"] for row in one["rows"]],
        "site": [row for one in content["site"] for row in one["rows"]],
        "requests": [{"label": "", "value": "\n".join(content["requests"])}],
        "facts": [{"label": "", "value": "\n".join(content["facts"])}],
    }
    parts = [{"name": words["parts"][name], "rows": found} for name, found in rows.items() if found]
    mark = str(load().words["filing"]["demo_paper"]) if demo.is_demo() else ""
    return _template().render(w=words, receipt=receipt, parts=parts, demo=mark, cited=_cited)


def _cited(laws: Sequence[str]) -> str:
    """What a line rests on: article or source of each fact, with what is not certain about it."""
    known = load().laws
    told = [known[law].article or law for law in laws]
    return str(load().folder("filing")["handout"]["cited"]).format(laws="、".join(dict.fromkeys(told)))


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    text = (ROOT / "content" / "documents" / "handout.html").read_text(encoding="utf-8")
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True).from_string(text)


def _add(made: zipfile.ZipFile, name: str, data: bytes, at: datetime) -> None:
    info = zipfile.ZipInfo(name, (at.year, at.month, at.day, at.hour, at.minute, 0))
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
    made.writestr(info, data)
