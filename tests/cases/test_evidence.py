"""Evidence of a case."""
from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import event

from bot.cases import drafts, evidence
from bot.cases.evidence import EvidenceRefused
from bot.cases.store import Store
from bot.evidence.vault import MOST_FILES
from tests.support.stores import NOW, PNG, later, previewed


def test_a_photo_is_kept_with_its_hash_and_time(store: Store) -> None:
    with store.session() as session:
        item = evidence.add(session, "甲", data=PNG, filename="IMG_1.png", kind="iou", note="工头写的", now=NOW)
    with store.session(read_only=True) as session:
        assert evidence.list_all(session, "甲") == [item]
        assert evidence.read(session, item.id) == PNG
        assert evidence.list_all(session, "乙") == []
    assert item.id.startswith("EV-") and item.sha256 == hashlib.sha256(PNG).hexdigest()
    assert (item.size, item.mime, item.kind, item.filename, item.note, item.taken_at) == (
        len(PNG), "image/png", "iou", "IMG_1.png", "工头写的", NOW)


def test_a_photo_before_any_answer_begins_a_case_that_the_answers_join(store: Store) -> None:
    with store.session() as session:
        evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
        assert drafts.load(session, "甲").stage == "claim"  # type: ignore[union-attr]
        previewed(session, "甲")
        assert len(evidence.list_all(session, "甲")) == 1


def test_the_same_photo_twice_is_one_item(store: Store) -> None:
    with store.session() as session:
        first = evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
        assert evidence.add(session, "甲", data=PNG, filename="b", now=later(minutes=1)) == first


def test_the_kind_of_many_can_be_said_later_by_their_owner_alone_at_once(store: Store) -> None:
    with store.session() as session:
        mine = [evidence.add(session, "甲", data=PNG + bytes([turn]), filename="a", note="记", now=NOW).id for turn in range(3)]
        other = evidence.add(session, "乙", data=PNG, filename="b", now=NOW).id
    asked: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    with store.session() as session:
        assert evidence.set_kinds(session, "甲", [*mine[:2], other, "EV-none"], "attendance") == 2
        assert [query.split()[0] for query in asked].count("UPDATE") == 1 and len(asked) <= 4
        assert {item.kind for item in evidence.list_all(session, "甲") if item.id in mine[:2]} == {"attendance"}
        assert [item.kind for item in evidence.list_all(session, "甲") if item.id == mine[2]] == [None]
        assert [item.kind for item in evidence.list_all(session, "乙")] == [None]


def test_sixty_files_and_no_more(store: Store) -> None:
    with store.session() as session:
        for turn in range(MOST_FILES):
            evidence.add(session, "甲", data=PNG + bytes([turn]), filename="a", now=NOW)
        with pytest.raises(EvidenceRefused) as refused:
            evidence.add(session, "甲", data=PNG + b"one more", filename="a", now=NOW)
        assert refused.value.reason == "too_many"
        assert len(evidence.list_all(session, "甲")) == MOST_FILES
    assert sum(path.is_file() for path in store.vault.root.rglob("*")) == MOST_FILES


def test_a_rolled_back_upload_leaves_no_file(store: Store) -> None:
    with pytest.raises(RuntimeError), store.session() as session:
        evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
        raise RuntimeError
    assert not any(path.is_file() for path in store.vault.root.rglob("*"))


def test_an_unknown_item_is_an_error(store: Store) -> None:
    with store.session() as session, pytest.raises(KeyError):
        evidence.read(session, "EV-none")
