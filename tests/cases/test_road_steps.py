"""The way of a case on its roads: appended, never changed."""
from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.cases import road_steps
from bot.cases.models_after import RoadStep
from bot.cases.store import Store
from bot.law.values import ROUTES
from tests.support.stores import NOW, later, previewed

TODAY = NOW.date()


@pytest.fixture
def case(store: Store) -> str:
    """A case."""
    with store.session() as session:
        return previewed(session, "甲").case_id


def test_steps_come_back_in_the_order_in_which_they_were_told(store: Store, case: str) -> None:
    with store.session() as session:
        road_steps.add(session, case, "inspection", "handed_in", TODAY, "投诉书交上去了", NOW)
        road_steps.add(session, case, "inspection", "no_answer", None, "监察没理我", later(days=20))
    with store.session() as session:
        steps = road_steps.of_case(session, case)
    assert [(one.road, one.what, one.day, one.note) for one in steps] == [
        ("inspection", "handed_in", TODAY, "投诉书交上去了"), ("inspection", "no_answer", None, "监察没理我")]
    assert steps[1].told_at == later(days=20)


def test_the_same_told_twice_in_a_row_is_one_step(store: Store, case: str) -> None:
    with store.session() as session:
        assert road_steps.add(session, case, "inspection", "no_answer", None, "没理我", NOW)
        assert not road_steps.add(session, case, "inspection", "no_answer", None, "还是没理我", NOW)
        assert road_steps.add(session, case, "arbitration", "no_answer", None, "没理我", NOW)
        assert len(road_steps.of_case(session, case)) == 2


def test_a_step_that_does_not_exist_is_refused(store: Store, case: str) -> None:
    with store.session() as session, pytest.raises(ValueError):
        road_steps.add(session, case, "inspection", "won", None, "", NOW)


def test_his_words_are_sealed_and_long_ones_cut(store: Store, case: str) -> None:
    with store.session() as session:
        road_steps.add(session, case, "inspection", "refused", TODAY, "监察不受理" + "啊" * 2000, NOW)
    with store.session() as session:
        row = session.scalars(select(RoadStep)).one()
        assert "监察" not in bytes(row.note_sealed).decode("utf-8", "replace")
        assert len(road_steps.of_case(session, case)[0].note) == road_steps.MOST_NOTE


def test_of_many_cases_each_has_its_own_steps_and_none_is_an_empty_list(store: Store, case: str) -> None:
    with store.session() as session:
        other = previewed(session, "乙").case_id
        road_steps.add(session, case, "inspection", "handed_in", TODAY, "", NOW)
        found = road_steps.of_cases(session, [case, other])
    assert len(found[case]) == 1 and found[other] == []


def test_every_road_of_the_law_fits_into_its_column() -> None:
    assert max(len(road) for road in ROUTES) <= RoadStep.__table__.c.road.type.length
    assert max(len(what) for what in road_steps.WHAT) <= RoadStep.__table__.c.what.type.length
