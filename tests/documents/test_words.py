"""The words of papers: every law id exists, every kind of evidence and every code of a fact has its words."""
from __future__ import annotations

import re
from pathlib import Path

from bot.documents.words import words
from bot.settings import ROOT

KINDS = (
    "iou settlement payslip bank_record attendance work_card contract chat recording witness rights_board site_photo "
    "social_insurance transfer loan_note other"
)
TRIED = "asked inspection hotline platform mediation arbitration court police petition"


def test_each_law_id_in_the_words_of_papers_stands_in_the_law_store() -> None:
    content = ROOT / "content"
    known = "".join(path.read_text(encoding="utf-8") for path in (content / "law").glob("*.yml"))
    for name in ("words/documents.yml", "words/papers_letters.yml", "evidence/iou_check.yml"):
        used = set(re.findall(r"LAW-[A-Z]+-\d+[a-z]?", Path(content / name).read_text(encoding="utf-8")))
        assert used and {law for law in used if not re.search(rf"\b{law}\b", known)} == set()


def test_each_kind_of_evidence_has_a_name_and_a_form() -> None:
    kinds = words()["evidence"]["kinds"]
    # made for a bundle and never sent: the sheets of the day book; a name on paper alone: a receipt
    assert set(kinds) == {*KINDS.split(), "own_daybook", "receipt"}
    assert all(kind["name"] and kind["form"] in words()["evidence"]["originals"] for kind in kinds.values())


def test_each_code_of_a_fact_has_its_words() -> None:
    complaint = words()["complaint"]
    assert set(complaint["tried"]) == set(TRIED.split())
    assert {"none", "arbitration", "lawsuit", "payment_order", "mediation"} <= set(complaint["other_proceeding"])
    assert set(words()["units"]) == {"sum", "month", "day", "hour", "piece"}
