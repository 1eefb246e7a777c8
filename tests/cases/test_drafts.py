"""The case in hand."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.cases import drafts, people
from bot.cases.models import Case, Person
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.privacy.cipher import KeyProblem
from tests.support.stores import NOW, facts, later, open_at, previewed


def test_a_draft_comes_back_as_it_was_saved(store: Store) -> None:
    with store.session() as session:
        saved = drafts.save(session, "甲", facts=facts(), form="wage_claim", asked={"slot": "pay_rate", "step": 4},
                            answered=["debtor_name", "owed_amount"], stage="claim", now=NOW)
    with store.session(read_only=True) as session:
        loaded = drafts.load(session, "甲")
    assert loaded == saved
    assert loaded is not None and loaded.facts["owed_amount"] == Fact("vague", None, 20000, 30000, "两三万")
    assert loaded.asked == {"slot": "pay_rate", "step": 4}
    assert loaded.number is None


def test_another_sender_has_no_draft(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲")
    with store.session() as session:
        assert drafts.load(session, "乙") is None


def test_a_second_save_replaces_the_facts_of_the_same_case(store: Store) -> None:
    with store.session() as session:
        first = previewed(session, "甲")
        second = drafts.save(session, "甲", facts={}, form=None, asked=None, answered=[], stage="claim", now=later(minutes=3))
    assert (second.case_id, second.facts, second.updated_at) == (first.case_id, {}, later(minutes=3))


def test_what_was_changed_after_the_preview_must_be_previewed_again(store: Store) -> None:
    with store.session() as session:
        shown = previewed(session, "甲")
        again = drafts.save(session, "甲", facts=shown.facts, form=None, asked=None, answered=[], stage="previewed", now=NOW)
        other = {**shown.facts, "owed_amount": Fact("known", 100, words="100")}
        changed = drafts.save(session, "甲", facts=other, form=None, asked=None, answered=[], stage="previewed", now=NOW)
    assert (again.stage, changed.stage) == ("previewed", "papers")


def test_a_new_case_leaves_the_former_one(store: Store) -> None:
    with store.session() as session:
        first = previewed(session, "甲")
        drafts.start_new(session, "甲", NOW)
        assert drafts.load(session, "甲") is None
        assert previewed(session, "甲").case_id != first.case_id
        assert session.scalar(select(func.count()).select_from(Case)) == 2


def test_an_unknown_stage_is_an_error(store: Store) -> None:
    with store.session() as session, pytest.raises(ValueError, match="stage"):
        drafts.save(session, "甲", facts={}, form=None, asked=None, answered=[], stage="done", now=NOW)


def test_an_error_in_the_transaction_leaves_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError), store.session() as session:
        previewed(session, "甲")
        raise RuntimeError
    with store.session() as session:
        assert drafts.load(session, "甲") is None


def test_two_first_messages_at_once_make_one_person_and_one_case(store: Store) -> None:
    def one(_turn: int) -> str:
        with store.session() as session:
            return previewed(session, "甲").case_id

    with ThreadPoolExecutor(6) as pool:
        cases = set(pool.map(one, range(12)))
    with store.session() as session:
        assert session.scalar(select(func.count()).select_from(Person)) == 1
        assert session.scalar(select(func.count()).select_from(Case)) == 1
    assert len(cases) == 1


@pytest.mark.parametrize("url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
def test_a_turn_that_saves_twice_and_a_first_message_do_not_wait_for_each_other(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first message has locked the person and wants the case; the other turn has saved once and saves again."""
    saved_once, need, turns = Event(), people.need, []

    def save(session: Session) -> str:
        return drafts.save(session, "甲", facts=facts(), form=None, asked=None, answered=[], stage="claim", now=NOW).case_id

    def other_turn() -> str:
        with store.session() as session:
            save(session)
            saved_once.set()
            return save(session)

    def meet(session: Session, *given: object, **more: object) -> Person:
        monkeypatch.setattr(people, "need", need)
        with store.session() as earlier:
            save(earlier)
        person = need(session, *given, **more)  # type: ignore[arg-type]
        turns.append(pool.submit(other_turn))
        assert saved_once.wait(10)
        return person

    monkeypatch.setattr(people, "need", meet)
    with ThreadPoolExecutor(1) as pool:
        with store.session() as session:
            case = save(session)
        assert turns[0].result(10) == case


def test_names_and_senders_are_not_in_the_database_in_clear(store: Store) -> None:
    with store.session() as session:
        previewed(session, "wx:oAbC-123456")
        row = session.execute(select(Case.claim_sealed)).scalar_one()
        person = session.execute(select(Person.sender_tag, Person.sender_sealed)).one()
    assert "王大强".encode() not in bytes(row) and "宏达".encode() not in bytes(row)
    assert "oAbC" not in person.sender_tag and b"oAbC" not in bytes(person.sender_sealed)


def test_a_wrong_key_gives_a_clear_error(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    with store.session() as session:
        case = previewed(session, "甲").case_id
    other = open_at(store.url, tmp_path_factory.mktemp("other"), key=bytes(32))
    with other.session() as session, pytest.raises(KeyProblem, match="MINGXIN_KEY"):
        drafts.facts_of(session, session.get(Case, case))
    other.close()
