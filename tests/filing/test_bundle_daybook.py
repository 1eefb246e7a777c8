"""The sheets of the day book in the evidence bundle: made paper, marked as the worker's own record, with the times of writing."""
from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.cases import daybook, evidence
from bot.cases.store import Store
from bot.chinese.daybook import read_entries
from bot.filing import bundle, workplace
from bot.filing.check import check
from bot.filing.erase import erase
from bot.filing.papers import PaperGone, open_paper
from bot.settings import settings
from tests.documents.reading import squeeze
from tests.filing.test_bundle import ME, PHOTO, code_of, link, taken
from tests.support.stores import NOW, later, previewed

SHEET, BEFORE = "03_记工表.pdf", "02_记工表.pdf"


@pytest.fixture
def booked(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A claim, a photo, and days in two months; one was mended, one struck out."""
    monkeypatch.setattr("bot.clock.now", lambda: later(hours=1))
    for module in (bundle, workplace):
        monkeypatch.setattr(module, "settings", lambda: replace(settings(), var=tmp_path / "var", public_url=""))
    with store.session() as session:
        previewed(session, ME)
        evidence.add(session, ME, data=PHOTO, filename="欠条.jpg", kind="iou", now=NOW)
    write(store, "10月28号一个工,一天260", NOW)
    write(store, "5号贴砖25平 一平38,6号一个工,一天260", NOW)
    write(store, "6号改成半个工", later(minutes=95))
    write(store, "9号一个工", NOW)
    write(store, "把9号的删了", NOW)
    return store


def write(store: Store, text: str, now: datetime) -> None:
    with store.session() as session:
        daybook.add(session, ME, read_entries(text, NOW.date()) or [], text, now)


def printed(data: bytes, folder: Path) -> str:
    """The words of a PDF."""
    (folder / "a.pdf").write_bytes(data)
    told = subprocess.run(["pdftotext", "-raw", str(folder / "a.pdf"), "-"], capture_output=True, text=True, check=True).stdout
    return squeeze(told)


def archive(store: Store) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(taken(store, link(store), hours=3)))


def test_each_month_with_entries_is_a_sheet_of_its_own_in_order(booked: Store, tmp_path: Path) -> None:
    held = archive(booked)
    assert [name for name in held.namelist() if "记工表" in name] == [BEFORE, SHEET]
    october, november = (printed(held.read(name), tmp_path) for name in (BEFORE, SHEET))
    assert "2026年10月记工表" in october and "28日" in october and "2026年11月记工表" in november and "25平方" in november


def test_a_sheet_says_that_it_is_his_own_record_and_when_each_day_was_written(booked: Store, tmp_path: Path) -> None:
    told = printed(archive(booked).read(SHEET), tmp_path)
    assert "自己记的" in told and "对方没有核对" in told and "带班人（签全名）" not in told
    assert "11月23日09:30记" in told and "11月23日11:05记" in told and "9日" not in told.replace("09:30", "")


def test_the_paper_lists_the_sheets_as_made_and_prints_them(booked: Store, tmp_path: Path) -> None:
    told = printed(taken(booked, link(booked, "pdf"), hours=3), tmp_path)
    assert "记工表（自己记的）" in told and "本人记的，明薪整理成表" in told and "11月23日11:05记" in told


def test_the_check_page_knows_a_sheet_of_the_bundle_and_no_other_file(booked: Store) -> None:
    data = taken(booked, link(booked), hours=3)
    sheet = zipfile.ZipFile(io.BytesIO(data)).read(SHEET)
    found = check(booked, code_of(data), hashlib.sha256(sheet).hexdigest(), later(days=2))
    assert found.outcome == "same" and "第3份" in found.text and "自己记的" in found.text
    assert check(booked, code_of(data), hashlib.sha256(sheet + b"x").hexdigest(), later(days=2)).outcome == "no_match"


def test_an_erasure_ends_the_bundle_with_its_sheets(booked: Store) -> None:
    token = link(booked)
    with booked.session() as session:
        erase(session, ME, NOW)
    with pytest.raises(PaperGone):
        open_paper(booked, token, NOW)
