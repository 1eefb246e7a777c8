"""All papers of a road in one archive."""
from __future__ import annotations

import io
import zipfile

import pytest

from bot.filing import road_papers
from bot.filing.road_papers import pack
from tests.documents.reading import docx_text
from tests.documents.samples import EVIDENCE, PERSONAL, TODAY, facts


def packed(base: str, **changes: object) -> zipfile.ZipFile:
    """The archive of a case."""
    data = pack(facts(base, changes), personal=PERSONAL, evidence=EVIDENCE, today=TODAY)
    assert data is not None
    return zipfile.ZipFile(io.BytesIO(data))


def test_each_paper_of_the_road_lies_there_in_both_forms_under_its_chinese_name() -> None:
    archive = packed("company", already_tried=[["inspection"]])
    assert archive.testzip() is None
    assert archive.namelist() == [f"{n}-{name}.{form}" for n, name in ((1, "劳动人事争议仲裁申请书"), (2, "证据清单"))
                                  for form in ("docx", "pdf")]
    assert "请求裁决" in docx_text(archive.read("1-劳动人事争议仲裁申请书.docx"))
    assert archive.read("2-证据清单.pdf").startswith(b"%PDF")


def test_a_name_in_the_facts_never_becomes_the_name_of_a_file() -> None:
    names = packed("company", worker_name="../../etc/passwd", debtor_name="../x有限公司").namelist()
    assert not [name for name in names if "/" in name or ".." in name]


def test_the_same_case_gives_the_same_names_and_no_more_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(road_papers, "MOST", 1)
    assert packed("company").namelist() == ["1-劳动保障监察投诉书.docx", "1-劳动保障监察投诉书.pdf"]


def test_an_award_in_hand_gives_the_application_for_enforcement() -> None:
    archive = packed("ruled", other_proceeding={"state": "known", "value": "arbitration", "words": "仲裁裁决书拿到了"})
    assert archive.namelist()[0] == "1-强制执行申请书.docx"
