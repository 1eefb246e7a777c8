"""A paper of any kind that says that all is paid is named as what it is, with what to do; no sum of it counts."""
from __future__ import annotations

import pytest

from bot.cases.store import Store
from tests.actions.photo_stage import facts, kind, sent

PAPERS = {
    "receipt": "收条\n今收到罗三贵工资5000元，所有款项已结清。\n王大强\n2026年9月1日",
    "settlement": "工资结算单\n王大强 木工 单价260元 应付5200元\n工资全部付清，双方再无纠纷\n乙方：王大强\n2026年8月1日",
    "agreement": "协议书\n甲方：罗三贵\n乙方：王大强\n甲方一次性付乙方5000元，双方两清，互不追究。\n2026年8月1日",
}


@pytest.mark.parametrize("text", PAPERS.values(), ids=PAPERS.keys())
def test_it_is_said_with_its_words_and_its_law(text: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _, played = sent(store, monkeypatch, text)
    told = "\n".join(played.texts)
    assert "对你不利" in told and "写了“" in told and "还缺" not in told
    assert played.slots["awaiting"] == "photo" and "owed_amount" not in facts(store) and kind(store)
    laws = str(played.customs("laws"))
    assert "LAW-NEG-06" in laws and "LAW-IOU-04" in laws


def test_a_receipt_is_called_a_receipt(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _, played = sent(store, monkeypatch, PAPERS["receipt"])
    assert "这张像收条，对你不利。" in "\n".join(played.texts)


def test_a_settlement_that_leaves_a_rest_is_asked_about_as_before(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _, played = sent(store, monkeypatch, "工资结算单\n王大强 应付5200元 已付2000元 未付3200元\n2026年8月1日")
    assert "不利" not in "\n".join(played.texts) and "awaiting" not in played.slots


def test_the_names_and_the_sum_that_he_is_asked_about_are_shown(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _, played = sent(store, monkeypatch, PAPERS["receipt"])
    told = "\n".join(played.texts)
    assert "我读到" in told and "罗三贵" in told and "5,000元" in told
    assert "owed_amount" not in facts(store)
