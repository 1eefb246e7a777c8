"""A roster in the store: it counts after a yes, is replaced as a whole, and nothing of it stands there in clear."""
from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.cases import drafts, roster
from bot.cases.roster_model import RosterRow
from bot.cases.store import Store
from bot.evidence.roster.values import Worker
from bot.filing.erase import erase
from tests.support.stores import NOW, previewed

WHO = "chat:甲"


def workers(count: int = 3, owed: int = 1000) -> list[Worker]:
    return [Worker(n, n + 1, f"王小{'一二三四五六七八九十'[n % 10]}{n}", Decimal(owed), f"52242619850312{n:04d}",
                   f"1398520{n:04d}", "木工", date(2026, 3, 1), date(2026, 7, 1)) for n in range(1, count + 1)]


def put(store: Store, rows: list[Worker], who: str = WHO) -> None:
    with store.session() as session:
        roster.put(session, who, rows, "EV-1", NOW)


def agree(store: Store, who: str = WHO) -> list[Worker]:
    with store.session() as session:
        return roster.agree(session, who, NOW)


def counts(store: Store, who: str = WHO) -> list[Worker]:
    with store.session(read_only=True) as session:
        return roster.of_sender(session, who)


def test_a_roster_counts_after_a_yes_alone(store: Store) -> None:
    put(store, workers())
    assert counts(store) == []
    assert agree(store) == workers() == counts(store)
    assert agree(store) == []


def test_a_new_roster_replaces_the_whole_and_a_no_leaves_the_old_one(store: Store) -> None:
    put(store, workers(3))
    agree(store)
    put(store, workers(5))
    put(store, workers(4, owed=7))
    with store.session() as session:
        assert len(roster.waiting(session, WHO)) == 4
        assert roster.drop_waiting(session, WHO) and not roster.drop_waiting(session, WHO)
    assert counts(store) == workers(3)
    put(store, workers(4, owed=7))
    agree(store)
    assert counts(store) == workers(4, owed=7)
    with store.session(read_only=True) as session:
        assert session.scalar(select(func.count()).select_from(RosterRow)) == 4


def test_representatives_are_those_that_were_chosen_last(store: Store) -> None:
    put(store, workers(4))
    agree(store)
    with store.session() as session:
        roster.choose(session, WHO, [1, 2], NOW)
        assert [worker.n for worker in roster.choose(session, WHO, [2, 4], NOW)] == [2, 4]
    assert [worker.n for worker in counts(store) if worker.representative] == [2, 4]
    with store.session() as session, pytest.raises(LookupError):
        roster.choose(session, WHO, [9], NOW)


def test_what_was_previewed_is_previewed_again_when_the_roster_changes(store: Store) -> None:
    def stage() -> str:
        with store.session() as session:
            return drafts.stage_of(session, WHO)

    with store.session() as session:
        previewed(session, WHO)
    put(store, workers())
    assert stage() == "previewed"
    agree(store)
    assert stage() == "papers"
    with store.session() as session:
        previewed(session, WHO)
    with store.session() as session:
        roster.choose(session, WHO, [1], NOW)
    assert stage() == "papers"


def test_a_roster_is_of_its_case_alone(store: Store) -> None:
    put(store, workers())
    agree(store)
    assert counts(store, "chat:乙") == []
    with store.session() as session:
        drafts.start_new(session, WHO, NOW)
    assert counts(store) == []


def test_nothing_of_a_roster_stands_in_the_database_in_clear_and_all_is_erased(store: Store, tmp_path: Path) -> None:
    rows = workers(30)
    put(store, rows)
    agree(store)
    with store.session(read_only=True) as session:
        stored = session.scalars(select(RosterRow)).all()
        values = [value for row in stored for value in vars(row).values() if isinstance(value, (bytes, str))]
    held = b"".join(value.encode() if isinstance(value, str) else bytes(value) for value in values)
    files = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for one in rows:
        for personal in (one.name, one.id_number, one.phone):
            assert personal.encode() not in held and personal.encode() not in files
    with store.session() as session:
        erased = erase(session, WHO, NOW)
    assert erased.counts["roster_row"] == 30
    with store.session(read_only=True) as session:
        assert session.scalar(select(func.count()).select_from(RosterRow)) == 0
