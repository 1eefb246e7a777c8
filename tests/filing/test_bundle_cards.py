"""What a bundle leaves out and what it calls a receipt: cards that he keeps or has not decided on never go to others."""
from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from bot.cases import daybook, evidence
from bot.cases.store import Store
from bot.chinese.daybook import read_entries
from bot.filing.check import check
from bot.filing.papers import PaperGone, open_paper
from tests.documents.pieces import photo
from tests.filing.test_bundle import ME, PHOTO, code_of, link, sent, taken, var  # noqa: F401 - two are fixtures
from tests.filing.test_bundle_daybook import printed
from tests.support.stores import NOW, later, previewed

ID_CARD = "中华人民共和国\n居民身份证\n签发机关 遵义市公安局\n姓名 王大强\n公民身份号码 522121198803051238"
RECEIPT = "收条\n今收到罗三贵支付工资3000元\n收款人：王大强\n2026年10月1日"
CARD_PHOTO, RECEIPT_PHOTO = photo(shade=40), photo(shade=80)


def read_as(store: Store, data: bytes, text: str, kind: str | None, minutes: int) -> None:
    """A photo on which this text was read."""
    with store.session() as session:
        item = evidence.add(session, ME, data=data, filename="a.jpg", kind=kind, now=later(minutes=minutes))
        lines = [{"text": line, "sure": 0.98} for line in text.splitlines()]
        evidence.keep_reading(session, ME, item.id, {"lines": lines, "papers": 1, "marks": {}, "seconds": 0.1})


def names(store: Store) -> tuple[list[str], list[bytes]]:
    """The members of the archive and their bytes."""
    held = zipfile.ZipFile(io.BytesIO(taken(store, link(store))))
    return held.namelist(), [held.read(name) for name in held.namelist()]


@pytest.mark.parametrize(("kind", "why"), [("other", "本人只让存着"), (None, "本人还没说留不留")])
def test_an_identity_card_is_in_neither_form_of_the_bundle_and_the_paper_says_so(
    sent: Store, tmp_path: Path, kind: str | None, why: str  # noqa: F811 - the fixture
) -> None:
    read_as(sent, CARD_PHOTO, ID_CARD, kind, 10)
    members, originals = names(sent)
    assert CARD_PHOTO not in originals and [name for name in members if name[:2].isdigit()] == [
        "00_证据材料.pdf", "01_工资欠条.jpg", "02_合同或者协议.pdf"]
    told = printed(taken(sent, link(sent, "pdf")), tmp_path)
    assert "证据2份" in told and f"身份证照片1张没有放进来：{why}" in told
    assert hashlib.sha256(CARD_PHOTO).hexdigest()[:8] not in told and "522121" not in told


def test_a_card_that_he_calls_a_contract_is_his_to_hand_on(sent: Store) -> None:  # noqa: F811
    read_as(sent, CARD_PHOTO, ID_CARD, "work_card", 10)
    assert CARD_PHOTO in names(sent)[1]


def test_a_card_alone_makes_no_bundle_but_with_a_day_book_there_is_one(store: Store, var: Path) -> None:  # noqa: F811
    with store.session() as session:
        previewed(session, ME)
    read_as(store, CARD_PHOTO, ID_CARD, None, 0)
    with pytest.raises(PaperGone):
        open_paper(store, link(store), later(hours=1))
    with store.session() as session:
        daybook.add(session, ME, read_entries("6号一个工,一天260", NOW.date()) or [], "6号一个工", NOW)
    members, originals = names(store)
    assert CARD_PHOTO not in originals and "01_记工表.pdf" in members


def test_the_list_of_evidence_leaves_the_card_out(sent: Store, tmp_path: Path) -> None:  # noqa: F811
    read_as(sent, CARD_PHOTO, ID_CARD, "other", 10)
    paper = open_paper(sent, link(sent, "pdf", "evidence_list"), later(hours=1))
    told = printed(paper.data, tmp_path)
    assert hashlib.sha256(PHOTO).hexdigest()[:16] in told and hashlib.sha256(CARD_PHOTO).hexdigest()[:16] not in told


def test_a_receipt_is_called_so_on_paper_in_the_archive_and_on_the_check_page(sent: Store, tmp_path: Path) -> None:  # noqa: F811
    read_as(sent, RECEIPT_PHOTO, RECEIPT, "other", 10)
    data = taken(sent, link(sent))
    assert zipfile.ZipFile(io.BytesIO(data)).read("03_收条.jpg") == RECEIPT_PHOTO
    assert "收条" in check(sent, code_of(data), hashlib.sha256(RECEIPT_PHOTO).hexdigest(), later(days=1)).text
    assert "证据3收条" in printed(taken(sent, link(sent, "pdf")), tmp_path)


def test_what_is_called_other_and_no_receipt_stays_so(sent: Store) -> None:  # noqa: F811
    read_as(sent, RECEIPT_PHOTO, "派工单\n9月2日 贴砖", "other", 10)
    assert "03_其他材料.jpg" in names(sent)[0]
