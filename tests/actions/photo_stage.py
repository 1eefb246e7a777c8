"""A photo on the stage: a reader that reads what the test says, and the papers of these tests."""
from __future__ import annotations

import pytest

from actions import photo_read, photos
from actions.photos import ActionReceiveEvidence
from bot.cases import drafts, evidence
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.photos.values import Line, PhotoProblem, Reading
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.stage import SENDER, Message, Played, play
from tests.support.stores import NOW, PNG

IOU = """工资欠条
今欠王大强2026年3月1日至2026年7月25日在贵阳花果园三期工地做木工的劳动报酬（工资）12000元（大写：壹万贰仟元整），定于2026年10月1日前付清。
欠款人：罗三贵 身份证号：522121198001011234
2026年8月1日"""
BOARD = """农民工工资维权信息告示牌
项目名称：花果园三期
建设单位：贵阳宏远置业有限公司
施工总承包单位：贵州建工第四建筑有限公司
劳资专管员：陈国平 联系电话：13985012345
劳动保障监察投诉电话：12333"""
ID_CARD = """中华人民共和国
居民身份证
签发机关 遵义市公安局
姓名 王大强
公民身份号码 522121198803051238"""


class FakeReader:
    """Reads every photo as the same text, or fails."""

    def __init__(self, text: str = "", problem: str = "") -> None:
        self.text, self.problem = text, problem

    def read(self, data: bytes) -> Reading:
        if self.problem:
            raise PhotoProblem(self.problem)
        return Reading(tuple(Line(line, 0.98) for line in self.text.splitlines()), papers=1)


def sent(store: Store, monkeypatch: pytest.MonkeyPatch, text: str, problem: str = "", form: str = "") -> tuple[str, Played]:
    """A photo on which this text stands is sent; its id and what the bot did."""
    monkeypatch.setattr(photo_read, "reader", lambda: FakeReader(text, problem))
    with store.session() as session:
        item = evidence.add(session, SENDER, data=PNG, filename="a.png", now=NOW).id
    return item, play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=[item], form=form))


class EachItsText:
    """Reads each photo as its own text: the last byte of the photo says which."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts

    def read(self, data: bytes) -> Reading:
        return FakeReader(self.texts[data[-1]]).read(data)


def sent_together(store: Store, monkeypatch: pytest.MonkeyPatch, texts: list[str], form: str = "") -> tuple[list[str], Played]:
    """Photos with these texts are sent in one message; their ids and what the bot did. Nothing is read after it."""
    monkeypatch.setattr(photo_read, "reader", lambda: EachItsText(texts))
    monkeypatch.setattr(photos, "read_later", lambda *_: None)
    with store.session() as session:
        items = [evidence.add(session, SENDER, data=PNG + bytes([place]), filename="a.png", now=NOW).id
                 for place in range(len(texts))]
    return items, play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=items, form=form))


def kinds(store: Store) -> dict[str, str | None]:
    """What each photo is called, by its id."""
    with store.session(read_only=True) as session:
        return {item.id: item.kind for item in evidence.list_all(session, SENDER)}


def facts(store: Store) -> dict[str, Fact]:
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    return dict(draft.facts) if draft else {}


def kind(store: Store) -> str | None:
    with store.session(read_only=True) as session:
        return evidence.list_all(session, SENDER)[-1].kind
