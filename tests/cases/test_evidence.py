"""Evidence of a case."""
from __future__ import annotations

import hashlib
import io
import json
from datetime import datetime, timedelta

import pytest
from docx import Document
from PIL import Image
from sqlalchemy import event, select

from bot.cases import after, drafts, evidence
from bot.cases.evidence import EvidenceRefused
from bot.cases.models import Audit, Evidence
from bot.cases.store import Store
from bot.cases.sweep import sweep
from bot.clock import CHINA
from bot.evidence.vault import LARGEST, MOST_FILES
from bot.filing.erase import erase
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


def test_two_hundred_files_and_no_more(store: Store) -> None:
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


def test_a_removed_photo_is_gone_with_its_original_and_only_its_owner_removes_it(store: Store) -> None:
    with store.session() as session:
        item = evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
        assert not evidence.remove(session, "乙", item.id)
        assert evidence.remove(session, "甲", item.id)
    with store.session() as session:
        assert evidence.list_all(session, "甲") == [] and not evidence.remove(session, "甲", item.id)
    assert not any(path.is_file() for path in store.vault.root.rglob("*"))


def test_a_photo_sent_again_before_its_removal_reached_the_disk_keeps_its_original(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order: the row is gone, the same photo comes in and is committed, then the first original is unlinked."""
    with store.session() as session:
        item = evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
    late: list[after.Step] = []
    with monkeypatch.context() as patch, store.session() as session:
        patch.setattr(after, "on_commit", lambda _session, step: late.append(step))
        assert evidence.remove(session, "甲", item.id)
    with store.session() as session:
        again = evidence.add(session, "甲", data=PNG, filename="a", now=later(minutes=1))
    for step in late:
        step()
    with store.session(read_only=True) as session:
        assert len(late) == 1 and again.id != item.id and evidence.read(session, again.id) == PNG


def test_a_photo_sent_again_before_a_rollback_reached_the_disk_keeps_its_original(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.session() as session:
        drafts.save(session, "甲", facts={}, form=None, asked=None, answered=[], stage="claim", now=NOW)
    late: list[after.Step] = []
    with monkeypatch.context() as patch, pytest.raises(RuntimeError), store.session() as session:
        patch.setattr(after, "on_rollback", lambda _session, step: late.append(step))
        evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
        raise RuntimeError
    with store.session() as session:
        again = evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
    for step in late:
        step()
    with store.session(read_only=True) as session:
        assert len(late) == 1 and evidence.read(session, again.id) == PNG


def test_an_unknown_item_is_an_error(store: Store) -> None:
    with store.session() as session, pytest.raises(KeyError):
        evidence.read(session, "EV-none")


def photo(text: str = "2026:03:05 14:05:09") -> bytes:
    """A JPEG with the time that its camera wrote."""
    out, exif = io.BytesIO(), Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = text
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_the_row_tells_channel_page_and_the_time_in_the_picture(store: Store) -> None:
    with store.session() as session:
        evidence.add(session, "甲", data=photo(), filename="a.jpg", channel="chat", page=2, now=NOW)
        plain = evidence.add(session, "甲", data=PNG, filename="b.png", now=NOW)
    with store.session(read_only=True) as session:
        item = next(one for one in evidence.list_all(session, "甲") if one.channel)
    assert (item.channel, item.page, item.replaces) == ("chat", 2, None)
    assert item.made_at == datetime(2026, 3, 5, 14, 5, 9, tzinfo=CHINA) and item.taken_at == NOW
    assert (plain.channel, plain.page, plain.made_at) == (None, None, None)


def test_a_photo_with_an_impossible_time_in_it_is_kept_all_the_same(store: Store) -> None:
    """Tried before: OverflowError, at every try."""
    for text in ("0001:01:01 00:00:00", "9999:12:31 23:59:59"):
        with store.session() as session:
            evidence.add(session, "甲", data=photo(text), filename="a.jpg", now=NOW)
    with store.session(read_only=True) as session:
        assert [item.made_at for item in evidence.list_all(session, "甲")] == [None, None]


def test_a_new_version_is_a_row_of_its_own_and_the_former_one_stays(store: Store) -> None:
    with store.session() as session:
        first = evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
        second = evidence.add(session, "甲", data=PNG + b"2", filename="a", replaces=first.id, now=later(days=1))
        other = evidence.add(session, "乙", data=PNG, filename="b", now=NOW)
        for wrong in (other.id, "EV-none"):
            with pytest.raises(ValueError, match="not in this case"):
                evidence.add(session, "甲", data=PNG + b"3", filename="a", replaces=wrong, now=NOW)
        assert evidence.list_all(session, "甲") == [first, second] and second.replaces == first.id
        assert evidence.read(session, first.id) == PNG
    assert sum(path.is_file() for path in store.vault.root.rglob("*")) == 3


def test_a_reading_is_kept_sealed_by_its_owner_alone_and_a_later_one_takes_its_place(store: Store) -> None:
    reading = {"kind": "iou", "lines": ["今欠王大强工资8000元"], "sure": 0.97}
    with store.session() as session:
        item = evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
        assert evidence.reading_of(session, item.id) is None and evidence.reading_of(session, "EV-none") is None
        assert not evidence.keep_reading(session, "乙", item.id, reading) and not evidence.keep_reading(session, "甲", "EV-0", {})
        assert evidence.keep_reading(session, "甲", item.id, {"lines": []})
        assert evidence.keep_reading(session, "甲", item.id, reading)
    with store.session(read_only=True) as session:
        assert evidence.reading_of(session, item.id) == reading
        sealed = session.scalar(select(Evidence.reading_sealed))
        assert "王大强".encode() not in bytes(sealed) and evidence.list_all(session, "甲") == [item]


def test_a_word_file_is_read_as_it_comes_in(store: Store) -> None:
    paper, data = Document(), io.BytesIO()
    paper.add_paragraph("结算单：吴德海，余款4200元")
    paper.save(data)
    with store.session() as session:
        item = evidence.add(session, "甲", data=data.getvalue(), now=NOW, filename="结算.docx")
    with store.session() as session:
        kept = evidence.reading_of(session, item.id)
        assert kept is not None and [line["text"] for line in kept["lines"]] == ["结算单：吴德海，余款4200元"]
        assert "结算".encode() not in bytes(session.scalar(select(Evidence.reading_sealed)))


def test_a_film_that_was_cut_on_its_way_is_kept_and_marked(store: Store) -> None:
    cut = b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  " + bytes(3000)
    with store.session() as session:
        item = evidence.add(session, "甲", data=cut, now=NOW, filename="IMG_7.MOV")
        assert item.mime == "video/quicktime" and evidence.read(session, item.id) == cut
        assert evidence.reading_of(session, item.id) == {"problem": "unreadable"}


def test_an_item_as_json_leaves_out_what_is_not_known_so_that_an_old_filing_stays_the_same(store: Store) -> None:
    with store.session() as session:
        old = evidence.as_json(evidence.add(session, "甲", data=PNG, filename="a", now=NOW))
        new = evidence.as_json(evidence.add(session, "甲", data=photo(), filename="b", page=1, now=NOW))
    assert list(old) == ["id", "sha256", "size", "mime", "kind", "filename", "note", "taken_at"] and old["kind"] is None
    assert new["made_at"] == "2026-03-05T14:05:09+08:00" and json.loads(json.dumps([old, new])) == [old, new]


def test_an_erasure_removes_originals_and_readings_and_leaves_a_note_without_data(store: Store) -> None:
    with store.session() as session:
        item = evidence.add(session, "甲", data=PNG, filename="a", now=NOW)
        evidence.keep_reading(session, "甲", item.id, {"lines": ["今欠王大强"]})
    with store.session() as session:
        assert erase(session, "甲", NOW).counts["evidence"] == 1
    with store.session(read_only=True) as session:
        assert session.scalars(select(Evidence.id)).all() == [] and evidence.reading_of(session, item.id) is None
        assert session.scalars(select(Audit.what)).all() == ["erase"]
    assert not any(path.is_file() for path in store.vault.root.rglob("*"))


@pytest.mark.parametrize("data", [PNG + bytes(LARGEST), b"<html>", b""])
def test_a_refused_file_leaves_neither_row_nor_file_nor_case(store: Store, data: bytes) -> None:
    with store.session() as session, pytest.raises(EvidenceRefused):
        evidence.add(session, "甲", data=data, filename="a", now=NOW)
    with store.session(read_only=True) as session:
        assert drafts.load(session, "甲") is None
    assert not any(path.is_file() for path in store.vault.root.rglob("*"))


def test_an_upload_that_was_cut_short_is_swept_after_an_hour(store: Store) -> None:
    draft = store.vault.draft()
    draft.write(PNG)
    with store.session() as session:
        assert sweep(session, datetime.now(CHINA))["vault_file"] == 0
        assert sweep(session, datetime.now(CHINA) + timedelta(hours=2))["vault_file"] == 1
    assert not any(path.is_file() for path in store.vault.root.rglob("*"))
    draft.discard()
