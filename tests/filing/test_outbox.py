"""A filing that goes to another house: laid with it, sent until it arrives, once, and told when it arrived."""
from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.cases import outgoing
from bot.cases.models import Delivery, Filing
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.content import load
from bot.filing import desk, outbox, settling, versions
from bot.filing.erase import erase
from bot.filing.gateways.base import NotSent, Sent
from bot.filing.service import DEMO, FilingRefused, file_complaint, withdraw
from bot.filing.status import own_status
from tests.support.sending import HOLDER, Receiver, file_away, orders, run_due
from tests.support.stores import NOW, STATION, later, previewed

DEAD, LOST = NotSent("unreachable"), NotSent("slow", maybe_there=True)


def state_of(store: Store, sender: str = "甲") -> str:
    with store.session(read_only=True) as session:
        return own_status(session, sender)[0].state


def told(store: Store, sender: str = "甲") -> list[str]:
    """What the worker hears that no message of his asked for."""
    with store.session(read_only=True) as session:
        return [message["text"] for message in outgoing.waiting(session, sender, later(days=9))]


def happened(store: Store, sender: str = "甲") -> list[tuple[str, str | None, str]]:
    with store.session(read_only=True) as session:
        return [(event.what, event.state, event.by) for event in own_status(session, sender)[0].events]


def amend(store: Store, now: object = None) -> None:
    with store.session() as session:
        previewed(session, "甲", owed_amount=Fact("known", 26000, words="两万六"))
        file_complaint(session, "甲", now or NOW, STATION, gateway="webhook")  # type: ignore[arg-type]


def test_a_filing_for_another_house_is_queued_and_its_receipt_says_so(store: Store) -> None:
    filed = file_away(store)
    assert (filed.state, filed.gateway, filed.demo, len(filed.words)) == ("queued", "webhook", False, 3)
    assert state_of(store) == "queued" and told(store) == []
    assert happened(store) == [("filed", "confirmed", "worker"), ("queued", "queued", "bot")]
    assert [(order.state, order.what, order.tries) for order in orders(store)] == [("waiting", "filing", 0)]


def test_the_local_desk_has_it_at_once_without_an_order(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲")
        filed = file_complaint(session, "甲", NOW, STATION)
    assert (filed.state, filed.gateway) == ("delivered", "desk")
    assert orders(store) == [] and state_of(store) == "delivered"


@pytest.mark.parametrize("gateway", ["webhook", "email", "handout"])
def test_a_demo_sends_nothing_whatever_the_gateway(store: Store, gateway: str) -> None:
    with store.session() as session:
        previewed(session, "甲")
        filed = file_complaint(session, "甲", NOW, "", gateway=gateway)
    assert (filed.filed_with, filed.state, filed.gateway) == (DEMO, "confirmed", "desk")
    assert orders(store) == []


def test_filing_and_order_are_one_transaction(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(outbox, "lay", broken)
    with pytest.raises(OSError, match="full"):
        file_away(store)
    with store.session(read_only=True) as session:
        assert session.scalars(select(Filing)).all() == [] and own_status(session, "甲") == []


def test_the_versions_of_law_and_questions_are_kept_with_the_filing(store: Store) -> None:
    file_away(store)
    with store.session(read_only=True) as session:
        row = session.scalars(select(Filing)).one()
        assert (row.law_version, row.form_version) == (versions.law_version(), versions.form_version())
    assert len(versions.law_version().split(".")[1]) == 12


def test_delivered_is_said_when_it_was_delivered(store: Store) -> None:
    receipt, receiver = file_away(store).receipt, Receiver()
    assert run_due(store, receiver, NOW) == ["delivered"]
    assert state_of(store) == "delivered"
    assert told(store) == [load().words["filing"]["told"]["delivered"].format(receipt=receipt, station=STATION)]
    assert happened(store)[-1] == ("delivered", "delivered", "bot")
    assert run_due(store, receiver, later(days=1)) == [] and len(receiver.seen) == 1


def test_the_parcel_holds_the_facts_and_the_papers_as_filed(store: Store) -> None:
    file_away(store)
    receiver = Receiver()
    run_due(store, receiver, NOW)
    parcel = receiver.seen[0]
    assert parcel.facts["debtor_name"]["value"] == "宏达劳务公司" and parcel.station == STATION
    assert [sheet.name for sheet in parcel.sheets] == ["劳动保障监察投诉书.pdf", "证据清单.pdf"]
    assert all(sheet.data.startswith(b"%PDF") for sheet in parcel.sheets)


def test_a_dead_receiver_is_tried_again_later_and_later(store: Store) -> None:
    file_away(store)
    receiver, now, waits = Receiver([DEAD] * 9), NOW, []
    for _ in range(9):
        assert run_due(store, receiver, now) == ["unreachable"]
        assert run_due(store, receiver, now) == []
        waits.append((orders(store)[0].due_at - now).total_seconds())
        now = orders(store)[0].due_at
    assert waits == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert run_due(store, receiver, now) == ["delivered"]
    assert len({parcel.key for parcel in receiver.seen}) == 1


def give_up(store: Store, why: NotSent = DEAD) -> Receiver:
    """An order that was tried to its end."""
    receiver, now = Receiver([why] * outbox.rules().most_tries), NOW
    for _ in range(outbox.rules().most_tries):
        run_due(store, receiver, now)
        now = max(orders(store)[0].due_at, now)
    return receiver


def test_after_the_last_try_it_lies_in_a_list_and_the_worker_hears_it(store: Store) -> None:
    receipt = file_away(store).receipt
    receiver = give_up(store)
    assert orders(store)[0].state == "given_up" and state_of(store) == "queued"
    assert run_due(store, receiver, later(days=30)) == []
    assert receipt in told(store)[0] and "没有送到" in told(store)[0]


def test_a_clear_refusal_is_not_repeated(store: Store) -> None:
    file_away(store)
    receiver = Receiver([NotSent("refused", final=True)])
    assert run_due(store, receiver, NOW) == ["refused"]
    assert orders(store)[0].state == "given_up" and run_due(store, receiver, later(days=9)) == []


def test_a_receiver_that_took_it_without_an_answer_gets_it_again_under_the_same_key(store: Store) -> None:
    file_away(store)
    receiver = Receiver([LOST])
    assert run_due(store, receiver, NOW) == ["slow"] and orders(store)[0].maybe_there
    assert run_due(store, receiver, later(minutes=1)) == ["delivered"]
    assert len(receiver.seen) == 2 and len(receiver.keys()) == 1
    assert receiver.seen[0] == receiver.seen[1]


def test_a_withdrawn_filing_that_nobody_has_is_not_sent(store: Store) -> None:
    file_away(store)
    run_due(store, Receiver([DEAD]), NOW)
    with store.session() as session:
        assert withdraw(session, "甲", later(hours=3)).done
    receiver = Receiver()
    assert run_due(store, receiver, later(hours=4)) == [] and receiver.seen == []
    assert orders(store)[0].state == "cancelled"


def test_taken_back_between_the_queue_and_the_try_it_is_not_sent(store: Store) -> None:
    file_away(store)
    with store.session() as session:
        claimed = outbox.claim(session, NOW, HOLDER)
    with store.session() as session:
        assert withdraw(session, "甲", NOW).done
    with store.session() as session:
        assert settling.begin(session, *claimed[0], NOW) is None


@pytest.mark.parametrize("met", [[], [LOST]], ids=["delivered", "perhaps there"])
def test_what_another_house_has_or_may_have_is_taken_back_by_a_word_to_it(store: Store, met: list[NotSent | Sent]) -> None:
    file_away(store)
    receiver = Receiver(met)
    run_due(store, receiver, NOW)
    with store.session() as session:
        assert not withdraw(session, "甲", later(minutes=2)).done
    for minute in (3, 4):
        run_due(store, receiver, later(minutes=minute))
    assert [parcel.what for parcel in receiver.seen][-2:] == ["filing", "withdrawal"]
    assert len(receiver.keys()) == 2 and receiver.seen[-1].sheets == () and receiver.seen[-1].facts == {}
    assert ("withdrawal_delivered", "delivered", "bot") in happened(store)


def test_an_amended_filing_is_sent_in_its_new_version_alone_when_nobody_has_the_old_one(store: Store) -> None:
    file_away(store)
    amend(store)
    receiver = Receiver()
    assert run_due(store, receiver, NOW) == ["delivered"]
    assert [(parcel.version, parcel.replaces) for parcel in receiver.seen] == [(2, "")]
    assert receiver.seen[0].facts["owed_amount"]["value"] == 26000


@pytest.mark.parametrize("met", [[], [LOST]], ids=["delivered", "perhaps there"])
def test_an_amended_filing_names_the_version_that_the_receiver_has_or_may_have(store: Store, met: list[NotSent | Sent]) -> None:
    file_away(store)
    receiver = Receiver(met)
    run_due(store, receiver, NOW)
    amend(store, later(minutes=5))
    assert run_due(store, receiver, later(minutes=5)) == ["delivered"]
    first, second = receiver.seen
    assert (second.version, second.replaces) == (2, first.key) and second.key != first.key


def test_a_version_replaced_while_it_is_sent_is_not_tried_again(store: Store) -> None:
    file_away(store)
    with store.session() as session:
        claimed = outbox.claim(session, NOW, HOLDER)
        begun = settling.begin(session, *claimed[0], NOW)
    assert begun is not None
    amend(store)
    with store.session() as session:
        settling.failed(session, begun, DEAD, NOW)
    receiver = Receiver()
    assert run_due(store, receiver, later(hours=1)) == ["delivered"]
    assert [parcel.version for parcel in receiver.seen] == [2]


def test_what_a_killed_process_had_in_its_hands_is_free_when_it_starts_again(store: Store) -> None:
    file_away(store)
    with store.session() as session:
        claimed = outbox.claim(session, NOW, HOLDER)
        assert settling.begin(session, *claimed[0], NOW) is not None
    receiver = Receiver()
    assert run_due(store, receiver, NOW) == []
    with store.session() as session:
        assert outbox.release(session, HOLDER, NOW) == 1
    assert run_due(store, receiver, NOW) == ["delivered"]


def test_what_a_process_lost_on_another_machine_is_free_after_its_lease(store: Store) -> None:
    file_away(store)
    with store.session() as session:
        outbox.claim(session, NOW, "elsewhere")
    receiver = Receiver()
    assert run_due(store, receiver, later(seconds=outbox.rules().lease - 1)) == []
    assert run_due(store, receiver, later(seconds=outbox.rules().lease)) == ["delivered"]


def test_a_ticket_is_good_for_one_try_and_void_after_a_later_claim(store: Store) -> None:
    file_away(store)
    with store.session() as session:
        old = outbox.claim(session, NOW, HOLDER)[0]
        assert outbox.is_due(session, NOW) is False
    after = later(seconds=outbox.rules().lease)
    with store.session() as session:
        assert outbox.is_due(session, after)
        new = outbox.claim(session, after, HOLDER)[0]
        assert settling.begin(session, *old, after) is None
        assert settling.begin(session, *new, after) is not None
        assert settling.begin(session, *new, after) is None


def test_an_order_whose_process_died_at_every_try_is_given_up_and_not_begun_for_ever(store: Store) -> None:
    file_away(store)
    now = NOW
    for _ in range(outbox.rules().most_tries):
        with store.session() as session:
            assert settling.begin(session, *outbox.claim(session, now, HOLDER)[0], now) is not None
        now += timedelta(seconds=outbox.rules().lease)
    assert run_due(store, Receiver(), now) == ["nothing"]
    assert (orders(store)[0].state, orders(store)[0].reason) == ("given_up", "interrupted")


def test_a_clock_that_jumps_back_delays_nothing(store: Store) -> None:
    file_away(store, now=later(days=2))
    receiver = Receiver([DEAD])
    assert run_due(store, receiver, later(days=2)) == ["unreachable"]
    assert run_due(store, receiver, NOW) == ["delivered"]
    assert len(receiver.keys()) == 1


def test_an_answer_that_comes_after_the_lease_counts_once(store: Store) -> None:
    file_away(store)
    with store.session() as session:
        begun = settling.begin(session, *outbox.claim(session, NOW, HOLDER)[0], NOW)
    assert begun is not None
    assert run_due(store, Receiver(), later(hours=1)) == ["delivered"]
    with store.session() as session:
        assert not settling.sent(session, begun, Sent("R-9"), later(hours=1))
        settling.failed(session, begun, DEAD, later(hours=1))
    assert state_of(store) == "delivered" and len(told(store)) == 1


def test_one_refused_recipient_of_several_is_seen_and_only_he_gets_it_again(store: Store) -> None:
    number = file_away(store, gateway="email").receipt
    receiver = Receiver([Sent(message_id="<m>", refused=("b@example.org",))])
    run_due(store, receiver, NOW)
    assert (state_of(store), orders(store)[0].state, orders(store)[0].reason) == ("delivered", "partly", "recipient_refused")
    from bot.filing import undelivered

    with store.session() as session:
        assert [one.number for one in undelivered.listed(session)] == [number]
        assert undelivered.retry(session, number, NOW) == 1
    assert run_due(store, receiver, NOW) == ["delivered"]
    assert receiver.only == [(), ("b@example.org",)] and orders(store)[0].state == "delivered"


def test_a_filing_that_the_desk_moves_by_hand_is_not_sent_any_more(store: Store) -> None:
    number = file_away(store).receipt
    give_up(store)
    with store.session() as session:
        with pytest.raises(desk.DeskRefused):
            desk.answer(session, number, "好", "sent_back", NOW)
        desk.answer(session, number, "打电话收到了。", "delivered", NOW)
    assert orders(store)[0].state == "cancelled" and state_of(store) == "delivered"


def test_no_desk_puts_a_filing_into_the_queue(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲")
        number = file_complaint(session, "甲", NOW, "").receipt
        with pytest.raises(desk.DeskRefused, match="wrong_step"):
            desk.answer(session, number, "好", "queued", NOW)


def test_erasure_takes_a_filing_that_nobody_has_with_its_order(store: Store) -> None:
    file_away(store)
    with store.session() as session:
        erased = erase(session, "甲", NOW)
    assert erased.kept == () and erased.counts["filing"] == 1 and orders(store) == []
    assert run_due(store, Receiver(), later(hours=1)) == []


def test_erasure_keeps_what_a_receiver_has_and_tells_nobody_any_more(store: Store) -> None:
    file_away(store)
    amend(store)
    run_due(store, Receiver(), NOW)
    with store.session() as session:
        assert [one.what for one in erase(session, "甲", NOW).kept] == ["filing"]
    with store.session(read_only=True) as session:
        assert [order.filing_id for order in session.scalars(select(Delivery))] == [
            filing.id for filing in session.scalars(select(Filing))]


def test_what_he_carries_himself_waits_for_no_process_and_may_be_taken_back(store: Store) -> None:
    filed = file_away(store, gateway="handout")
    assert (filed.state, orders(store)[0].state) == ("confirmed", "by_hand")
    assert run_due(store, Receiver(), later(days=9)) == []
    with store.session() as session:
        assert withdraw(session, "甲", later(days=1)).done


def test_handed_in_counts_from_his_word_on_and_only_he_takes_it_back(store: Store) -> None:
    from bot.filing.handing_in import handed_in

    file_away(store, gateway="handout")
    with store.session() as session:
        assert not handed_in(session, "甲", later(days=1)).again
        assert handed_in(session, "甲", later(days=2)).again
    assert state_of(store) == "delivered" and happened(store)[-1] == ("handed_in", "delivered", "worker")
    with store.session() as session, pytest.raises(FilingRefused, match="handed_in_yourself"):
        withdraw(session, "甲", later(days=2))


def test_only_what_he_carries_himself_can_be_handed_in(store: Store) -> None:
    from bot.filing.handing_in import handed_in

    file_away(store)
    with store.session() as session, pytest.raises(FilingRefused, match="not_by_hand"):
        handed_in(session, "甲", NOW)
    with store.session() as session, pytest.raises(FilingRefused, match="no_case"):
        handed_in(session, "乙", NOW)
