"""The .pdf of a bundle, in a work folder that the caller makes and throws away."""
from __future__ import annotations

import json
import shutil
import time
from datetime import datetime, timezone
from pathlib import Path

from bot.documents.bundle.code import draw, square_text
from bot.documents.bundle.context import context
from bot.documents.bundle.material import prepare_all
from bot.documents.bundle.parts import Bundle
from bot.documents.bundle.press import PRINT_SECONDS, print_paper
from bot.documents.label import implicit_label
from bot.settings import ROOT

MAKING_SECONDS = 120.0  # for the whole paper; what is not ready PRINT_SECONDS before its end becomes a sheet
TEMPLATES = {"bundle.typ": "main.typ", "paper.typ": "paper.typ"}


def make_pdf(bundle: Bundle, folder: Path) -> Path:
    """The paper: A4, fonts embedded, each piece on its numbered pages. Raises PressFailed.

    `folder` holds clear copies while it is made: make it readable by its owner alone and remove it afterwards.
    """
    end = time.monotonic() + MAKING_SECONDS
    data = context(bundle, prepare_all(bundle, folder, end - PRINT_SECONDS))
    data["description"] = implicit_label("evidence_bundle", data, bundle.case.today)
    draw(square_text(bundle.code, bundle.address, data["digest"]), folder / "qr.svg")
    for template, name in TEMPLATES.items():
        shutil.copyfile(ROOT / "content" / "documents" / template, folder / name)
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    day = bundle.case.today
    moment = int(datetime(day.year, day.month, day.day, tzinfo=timezone.utc).timestamp())
    return print_paper(folder, ROOT / "content" / "fonts", moment, max(PRINT_SECONDS, end - time.monotonic()))
