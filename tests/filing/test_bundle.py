"""The evidence bundle behind its links, and the code on its cover: random, hashed, for a file anybody may check, gone with
an erasure."""
from __future__ import annotations

import asyncio
import hashlib
import io
import os
import re
import subprocess
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.cases import check_codes, evidence, links
from bot.cases.models import Evidence, FileLink
from bot.cases.store import Store
from bot.channels import housekeeping
from bot.filing import bundle, workplace
from bot.filing.check import check, knows
from bot.filing.erase import erase
from bot.filing.papers import PaperGone, open_paper
from bot.settings import read_settings, settings
from tests.documents.pieces import paper, photo
from tests.documents.reading import squeeze
from tests.support.stores import NOW, later, previewed

ME = "chat:" + "a" * 32
PHOTO, CONTRACT = photo(), paper(2)


@pytest.fixture(autouse=True)
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own for what is made on the way."""
    monkeypatch.setattr("bot.clock.now", lambda: later(hours=1))
    for module in (bundle, workplace):
        monkeypatch.setattr(module, "settings", lambda: replace(settings(), var=tmp_path / "var", public_url=""))
    return tmp_path / "var"


@pytest.fixture
def sent(store: Store) -> Store:
    """A claim, a photo and a contract."""
    with store.session() as session:
        previewed(session, ME)
        evidence.add(session, ME, data=PHOTO, filename="欠条.jpg", kind="iou", now=NOW)
        evidence.add(session, ME, data=CONTRACT, filename="合同.pdf", kind="contract", now=later(minutes=5))
    return store


def link(store: Store, form: str = "zip", document: str = bundle.DOCUMENT) -> str:
    """A fresh link."""
    with store.session() as session:
        return links.make(session, ME, document, form, NOW)


def taken(store: Store, token: str, hours: float = 1) -> bytes:
    """What is behind a link."""
    made = open_paper(store, token, later(hours=hours))
    assert made.make is not None
    with made.make() as file:
        return file.read()


def code_of(archive: bytes) -> str:
    """The code that the archive tells."""
    told = zipfile.ZipFile(io.BytesIO(archive)).read("校验值说明.txt").decode()
    found = re.search(r"核对码 (\w{12})", told)
    assert found
    return found.group(1)


def test_the_archive_holds_the_originals_byte_for_byte_and_the_paper(sent: Store, var: Path) -> None:
    archive = zipfile.ZipFile(io.BytesIO(taken(sent, link(sent))))
    assert archive.read("01_工资欠条.jpg") == PHOTO and archive.read("02_合同或者协议.pdf") == CONTRACT
    assert archive.read("00_证据材料.pdf").startswith(b"%PDF")
    assert list((var / "bundles").iterdir()) == [] and (var / "bundles").stat().st_mode & 0o77 == 0


def test_the_paper_tells_the_case_and_both_pieces(sent: Store, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(taken(sent, link(sent, "pdf")))
    told = subprocess.run(["pdftotext", "-raw", str(tmp_path / "a.pdf"), "-"], capture_output=True, text=True, check=True).stdout
    told = squeeze(told)
    assert "王大强" in told and "合同第2页" in told and "2026年11月23日" in told
    assert all(hashlib.sha256(data).hexdigest()[:8] in told for data in (PHOTO, CONTRACT))


@pytest.mark.parametrize(("document", "form"), [("evidence_bundle", "docx"), ("bundle_check", ""), ("rubbish", "pdf")])
def test_a_link_to_what_is_no_bundle_is_gone(sent: Store, document: str, form: str) -> None:
    with pytest.raises(PaperGone):
        open_paper(sent, link(sent, form, document), NOW)


def test_without_a_piece_and_after_a_day_there_is_nothing_behind_the_link(store: Store) -> None:
    with store.session() as session:
        previewed(session, ME)
    token = link(store)
    with pytest.raises(PaperGone):
        open_paper(store, token, NOW)
    with store.session() as session:
        evidence.add(session, ME, data=PHOTO, filename="a.jpg", now=NOW)
    assert taken(store, token)
    with pytest.raises(PaperGone):
        open_paper(store, token, later(hours=25))


def test_an_original_that_was_changed_on_the_disk_is_said_to_be_unreadable_and_never_packed(sent: Store) -> None:
    with sent.session() as session:
        row = session.scalars(select(Evidence).where(Evidence.kind == "iou")).one()
        path = sent.vault.root / row.case_id[:2] / row.case_id / row.sha256
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    archive = zipfile.ZipFile(io.BytesIO(taken(sent, link(sent))))
    assert "01_工资欠条.jpg" not in archive.namelist() and archive.read("02_合同或者协议.pdf") == CONTRACT
    assert "读不出来" in archive.read("校验值说明.txt").decode()


# the code on the cover

def digest(data: bytes) -> str:
    """As a phone counts it."""
    return hashlib.sha256(data).hexdigest()


def test_anybody_with_the_code_learns_which_piece_a_file_is_and_nothing_else(sent: Store) -> None:
    code = code_of(taken(sent, link(sent)))
    found = check(sent, code, digest(CONTRACT).upper(), later(days=400))
    assert found.outcome == "same" and "第2份" in found.text and "合同" in found.text and "2026年11月23日 09:35" in found.text
    assert not any(word in found.text for word in ("王大强", "宏达", "两三万"))
    assert check(sent, code, digest(PHOTO + b"x"), NOW).outcome == "no_match"
    assert check(sent, code, "", NOW).outcome == check(sent, code, "rubbish", NOW).outcome == "no_match"


@pytest.mark.parametrize("other", ["", "AAAAAAAAAAAA", "x" * 500, "'; drop", "\u0661"])
def test_another_code_opens_nothing(sent: Store, other: str) -> None:
    taken(sent, link(sent))
    assert check(sent, other, digest(PHOTO), NOW).outcome == "no_code" and not knows(sent, other, NOW)


def test_a_code_is_read_as_people_type_it(sent: Store) -> None:
    code = code_of(taken(sent, link(sent)))
    typed = f" {code[:4].lower()}-{code[4:8]} {code[8:]}".replace("0", "o").replace("1", "l")
    assert knows(sent, typed, NOW)
    assert check_codes.read("o0iI-lLuU") == "001111VV"


def test_each_opening_has_a_code_of_its_own_and_only_hashes_are_kept(sent: Store) -> None:
    token = link(sent)
    codes = [code_of(taken(sent, one)) for one in (token, token, link(sent))]
    first = codes[0]
    assert len(set(codes)) == 3 and all(len(code) == 12 and knows(sent, code, later(days=3600)) for code in codes)
    with sent.session() as session:
        rows = session.scalars(select(FileLink).where(FileLink.document == check_codes.DOCUMENT)).all()
        assert len(rows) == 3 and all(first not in row.token_hash and token not in row.token_hash for row in rows)


def test_a_piece_that_came_after_the_bundle_is_none_of_it(sent: Store) -> None:
    code = code_of(taken(sent, link(sent)))
    late = photo(shade=50)
    with sent.session() as session:
        evidence.add(session, ME, data=late, filename="b.jpg", now=later(hours=3))
    assert check(sent, code, digest(late), later(days=1)).outcome == "no_match"
    assert check(sent, code, digest(PHOTO), later(days=1)).outcome == "same"


def test_a_piece_that_was_taken_in_while_the_bundle_waited_is_in_it_and_is_known(sent: Store) -> None:
    made, late = open_paper(sent, link(sent), NOW), photo(shade=50)
    with sent.session() as session:
        evidence.add(session, ME, data=late, filename="b.jpg", now=later(minutes=30))
    assert made.make is not None
    with made.make() as file:
        archive = file.read()
    assert zipfile.ZipFile(io.BytesIO(archive)).read("03_其他材料.jpg") == late
    found = check(sent, code_of(archive), digest(late), later(days=1))
    assert found.outcome == "same" and "第3份" in found.text


def test_opening_the_link_again_changes_nothing_of_what_was_printed_before(sent: Store) -> None:
    token, late = link(sent), photo(shade=50)
    code = code_of(taken(sent, token))
    with sent.session() as session:
        session.delete(session.scalars(select(Evidence).where(Evidence.kind == "iou")).one())
        evidence.add(session, ME, data=late, filename="b.jpg", now=later(minutes=50))
    again = code_of(taken(sent, token))
    assert "第2份" in check(sent, code, digest(CONTRACT), later(hours=2)).text
    assert check(sent, code, digest(late), later(hours=2)).outcome == "no_match"
    assert check(sent, code, digest(PHOTO), later(hours=2)).outcome == "no_match"
    assert "第1份" in check(sent, again, digest(CONTRACT), later(hours=2)).text
    assert "第2份" in check(sent, again, digest(late), later(hours=2)).text


def test_of_a_code_from_before_its_pieces_were_kept_no_number_is_said(sent: Store) -> None:
    code, late = code_of(taken(sent, link(sent))), photo(shade=50)
    with sent.session() as session:
        session.scalars(select(FileLink).where(FileLink.document == check_codes.DOCUMENT)).one().pieces = None
        evidence.add(session, ME, data=late, filename="b.jpg", now=later(hours=3))
    found = check(sent, code, digest(CONTRACT), later(hours=4))
    assert found.outcome == "same" and "第" not in found.text and "合同" in found.text
    assert check(sent, code, digest(late), later(hours=4)).outcome == "no_match"


def test_a_code_is_no_link_to_a_paper_and_an_erasure_ends_it(sent: Store) -> None:
    code = code_of(taken(sent, link(sent)))
    for token in (code, f"bundle_check {code}"):
        with pytest.raises(PaperGone):
            open_paper(sent, token, NOW)
    with sent.session() as session:
        erase(session, ME, NOW)
    assert not knows(sent, code, NOW) and check(sent, code, digest(PHOTO), NOW).outcome == "no_code"


def test_an_erasure_between_the_opening_and_the_making_leaves_nothing_to_take(sent: Store) -> None:
    made = open_paper(sent, link(sent), NOW)
    with sent.session() as session:
        erase(session, ME, NOW)
    assert made.make is not None
    with pytest.raises(PaperGone):
        made.make()


def test_a_public_address_is_read_without_its_last_slash() -> None:
    assert read_settings({"MINGXIN_PUBLIC_URL": " https://example.org/ "}).public_url == "https://example.org"
    assert read_settings({}).public_url == ""


def test_the_square_leads_to_the_public_address_only_when_one_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bundle.check_address("ABCDEFGHJKMN") == ""
    monkeypatch.setattr(bundle, "settings", lambda: replace(settings(), public_url="https://example.org"))
    assert bundle.check_address("ABCDEFGHJKMN") == "https://example.org/chat/check/ABCD-EFGH-JKMN"


def left_by(hours: float, name: str) -> Path:
    """A folder with a clear copy, so old."""
    folder = workplace.place() / name
    folder.mkdir()
    (folder / "p1.pdf").write_bytes(b"clear")
    past = time.time() - hours * 3600
    os.utime(folder, (past, past))
    return folder


def test_what_a_killed_process_left_behind_is_cleared_and_what_is_under_way_is_not(sent: Store) -> None:
    old, young = left_by(1.1, "old"), left_by(0.9, "young")
    taken(sent, link(sent))
    assert not old.exists() and young.exists()


def test_housekeeping_and_the_start_clear_what_was_left_behind(sent: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    old, young = left_by(1.1, "old"), left_by(0.9, "young")
    housekeeping.keep_house(sent)
    assert not old.exists() and young.exists()
    old = left_by(1.1, "old")

    async def stop(_seconds: float) -> None:
        raise asyncio.CancelledError

    monkeypatch.setattr(housekeeping.asyncio, "sleep", stop)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(housekeeping.keep_house_hourly(sent))
    assert not old.exists() and young.exists()


def test_an_erasure_clears_the_copies_of_its_case_at_once_and_no_others(sent: Store) -> None:
    with sent.session() as session:
        case_id = session.scalars(select(Evidence.case_id)).first()
    own, other = left_by(0, f"{case_id}-abc"), left_by(0, "another-abc")
    with sent.session() as session:
        erase(session, ME, NOW)
    assert not own.exists() and other.exists()


@pytest.mark.parametrize("form", ["pdf", "zip"])
def test_a_bundle_whose_case_is_erased_while_it_is_made_is_not_given(
    sent: Store, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, make = open_paper(sent, link(sent, form), NOW), bundle.make_pdf

    def erased(asked: bundle.Bundle, folder: Path) -> Path:
        with sent.session() as session:
            erase(session, ME, NOW)
        return make(asked, folder)

    monkeypatch.setattr(bundle, "make_pdf", erased)
    assert made.make is not None
    with pytest.raises(PaperGone):
        made.make()
    assert list(workplace.place().iterdir()) == []
