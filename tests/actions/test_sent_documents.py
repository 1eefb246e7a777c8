"""A PDF, a Word or an Excel file that was sent: its text speaks like a photo's; it is asked about with its guess first."""
from __future__ import annotations

import pytest

from actions import photo_read
from actions.photos import ActionReceiveEvidence
from bot.cases import evidence
from bot.cases.store import Store
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.photo_stage import IOU, FakeReader, kind
from tests.actions.stage import SENDER, Message, Played, play
from tests.evidence.test_file_reading import CONTRACT
from tests.support.sent_files import excel, word
from tests.support.stores import NOW

PDF = b"%PDF-1.7\n1 0 obj\n" + bytes(300) + b"\nstartxref\n9\n%%EOF\n"
PAYSLIP = ("2026年9月工资条", "姓名 吴德海", "基本工资 4000", "加班费 600", "应发合计 4600", "实发 4400")


def sent(store: Store, monkeypatch: pytest.MonkeyPatch, data: bytes, name: str, text: str = "", problem: str = "") -> Played:
    """A file is sent on which the photo reader, when it is asked, reads this text."""
    monkeypatch.setattr(photo_read, "reader", lambda: FakeReader(text, problem))
    with store.session() as session:
        item = evidence.add(session, SENDER, data=data, filename=name, now=NOW).id
    return play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=[item]))


def buttons(played: Played) -> list[str]:
    """The titles of the buttons."""
    return [button["title"] for message in played.messages for button in message.get("buttons") or []]


def test_an_iou_sent_as_a_pdf_is_read_and_shown_like_a_photo(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    played = sent(store, monkeypatch, PDF, "a.pdf", IOU)
    said = "\n".join(played.texts)
    assert "罗三贵" in said and "12,000元" in said and "读对了吗" in said and kind(store) == "iou"


def test_a_pdf_without_a_word_is_asked_about_with_the_usual_three(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    played = sent(store, monkeypatch, PDF, "a.pdf")
    assert "这份是什么" in played.texts[0] and buttons(played) == ["合同", "工资条", "银行流水", "别的"]


def test_a_pdf_that_turns_out_broken_is_said_to_be_broken(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any("打不开" in text for text in sent(store, monkeypatch, PDF, "a.pdf", problem="unreadable").texts)


@pytest.mark.parametrize(("data", "text", "first"), [
    (word(PAYSLIP), "", "工资条"), (excel(*[(line,) for line in PAYSLIP]), "", "工资条"), (word(CONTRACT), "", "合同"),
    (PDF, "\n".join(PAYSLIP), "工资条"),
    (PDF, "个人交易流水\n中国农业银行\n账户余额 交易日期 摘要\n代发工资", "银行流水"),
], ids=["payslip in word", "payslip in excel", "contract in word", "payslip in pdf", "bank record in pdf"])
def test_four_buttons_the_guess_first_ask_what_a_document_is(
        data: bytes, text: str, first: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    played = sent(store, monkeypatch, data, "a.bin", text)
    assert "这份是什么" in played.texts[0]
    assert len(buttons(played)) == 4 and buttons(played)[0] == first and buttons(played)[-1] == "别的"
