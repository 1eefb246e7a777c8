"""What content/documents/bundle.typ prints: cover, index, pages."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.chinese.dates import format_date
from bot.clock import CHINA
from bot.content import load
from bot.documents.bundle.code import shown
from bot.documents.bundle.labels import moment, size_text
from bot.documents.bundle.parts import Bundle, Material, Original, Page, Withheld
from bot.documents.bundle.sums import list_digest
from bot.documents.case import Case, rows
from bot.documents.parties import contractor, debtor_name
from bot.documents.proof import kind_name, uploaded_rows
from bot.documents.sums import exact, money
from bot.documents.times import work_period


def context(bundle: Bundle, materials: Sequence[Material]) -> dict[str, Any]:
    """The data of the template; `files` in it are names in the work folder."""
    case, table = bundle.case, load().words["bundle"]
    listed = uploaded_rows(case, bundle.items)
    order = {item.id: number for number, item in enumerate(bundle.items, 1)}
    pieces = [_piece(case, table, order, item, row, material)
              for item, row, material in zip(bundle.items, listed, materials, strict=True)]
    return {
        "title": load().words["papers"]["titles"]["evidence_bundle"],
        "label": {key: case.words["metadata"][key] for key in ("author", "keywords", "subject")},
        "footer": str(table["footer"]).format(today=format_date(case.today)),
        "known": known(case),
        "made": moment(bundle.now.astimezone(CHINA)),
        "code": shown(bundle.code),
        "digest": list_digest(bundle.items),
        "check": [str(line).format(address=bundle.address, code=shown(bundle.code))
                  for line in table["check"]["scan" if bundle.address else "typed"]],
        "pieces": pieces,
        "left_out": [piece for piece in pieces if piece["why"]],
        "notes": [piece for piece in pieces if piece["note"]],
        "withheld": withheld(table["withheld"], bundle),
    }


def known(case: Case) -> list[dict[str, str]]:
    """Rows of the cover: what is known of the case, and nothing else."""
    table, blank = load().words["bundle"]["cover"], case.is_blank
    values = {
        "worker": case.text("worker_name"),
        "debtor": debtor_name(case),
        "contractor": contractor(case) or case.blank(),
        "project": case.text("project_name"),
        "place": case.text("work_place"),
        "period": work_period(case) if case.fact("start_date") else case.blank(),
    }
    owed = exact(case, "owed_amount")
    values["owed"] = money(case, owed) if owed is not None else case.blank()
    return rows(*((str(table[key]), value) for key, value in values.items() if not (blank(value) and "____" in value)))


def withheld(table: Mapping[str, Any], bundle: Withheld) -> list[str]:
    """A line for each kind of card that lies with the pieces and is not among them."""
    said = (("kept", bundle.kept), ("unanswered", bundle.unanswered))
    return [str(table[key]).format(card=table["names"][card], count=list(cards).count(card))
            for key, cards in said for card in dict.fromkeys(cards)]


def _piece(case: Case, table: Mapping[str, Any], order: Mapping[str, int], item: Original, row: Mapping[str, str],
           material: Material) -> dict[str, Any]:
    number = order[item.id]
    received, shot = moment(item.taken_at), moment(getattr(item, "made_at", None))
    channel = str(getattr(item, "channel", "") or "")
    return {
        "n": number, "name": kind_name(case, item.kind) + _beside(table, item, order), "note": case.clear(item.note or ""),
        "proves": row["proves"], "original": row["original"],
        "giver": str(table["giver"].get(channel) or table["giver"]["other"]), "received": received, "shot": shot,
        "short": item.sha256[:8], "sha256": item.sha256, "size": size_text(item.size),
        "filename": case.clear(item.filename) or str(table["no_name"]),
        "why": str(table["sheet"]["left_out"][material.left_out]) if material.left_out else "",
        "pages": [_page(table, number, place, page) for place, page in enumerate(material.pages, 1)],
    }


def _beside(table: Mapping[str, Any], item: Original, order: Mapping[str, int]) -> str:
    """Which page of a paper it is, and which piece it is a new version of."""
    page, former = getattr(item, "page", None), order.get(str(getattr(item, "replaces", None)))
    told = [str(table["page_of"]).format(page=page)] if page else []
    return "".join(told + ([str(table["new_version"]).format(n=former)] if former else []))


def _page(table: Mapping[str, Any], number: int, place: int, page: Page) -> dict[str, Any]:
    told = table["sheet"]["why"][page.why] if page.why else {"title": "", "lines": []}
    return {"foot": str(table["foot"]).format(n=number, page=place), "file": page.file, "page": page.page,
            "title": str(told["title"]), "lines": [_said(line) for line in told["lines"]]}


def _said(line: Any) -> str:
    """A line of a sheet: words, or words (`text`) with the ids of the law they rest on."""
    return str(line["text"] if isinstance(line, Mapping) else line)
