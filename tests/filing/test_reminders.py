"""Reminders: each once, one a day, none for who wants none, none when the case is over."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.cases import drafts, outgoing, road_steps
from bot.cases.models_after import Reminder
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.content import load
from bot.filing import desk, reminders
from bot.filing.due import MOST_KEY
from bot.filing.erase import erase
from bot.filing.service import file_complaint, withdraw
from tests.support.stores import NOW, STATION, later, open_at, previewed

COMPANY = {"debtor_kind": Fact("known", "company"), "start_date": Fact("known", "2026-03-01"),
           "end_date": Fact("known", "2026-08-31"), "still_working": Fact("known", False)}

LEFT = {**COMPANY, "start_date": Fact("known", "2025-06-01"), "end_date": Fact("known", "2026-01-31")}


def filed(store: Store, sender: str = "甲", station: str = "", **more: Fact) -> str:
    """A case that was filed NOW: its id."""
    with store.session() as session:
        case = previewed(session, sender, **COMPANY, **more)
        file_complaint(session, sender, NOW, station)
        return case.case_id


def step(store: Store, case: str, road: str, what: str, day: date | None = None, now: datetime = NOW) -> None:
    """A step is told."""
    with store.session() as session:
        road_steps.add(session, case, road, what, day, "", now)


def laid(store: Store, **span: float) -> int:
    """How many are laid ready so long after NOW."""
    with store.session() as session:
        return reminders.lay_due(session, later(**span))


def keys(store: Store) -> list[str]:
    """What was laid, in order."""
    with store.session() as session:
        return list(session.scalars(select(Reminder.key).order_by(Reminder.laid_at)))


def texts(store: Store, sender: str = "甲", **span: float) -> list[str]:
    """What waits for the worker."""
    with store.session() as session:
        return [one["text"] for one in outgoing.waiting(session, sender, later(**span))]


def run(store: Store, *days: int) -> None:
    """An hourly round on each of these days after NOW, three times."""
    for day in days:
        for hour in (0, 1, 2):
            laid(store, days=day, hours=hour)


def test_right_after_the_filing_nothing_is_due(store: Store) -> None:
    filed(store)
    assert laid(store) == 0


def test_fifteen_days_later_it_is_asked_for_the_money_once(store: Store) -> None:
    filed(store)
    run(store, 15)
    assert texts(store, days=15)[0].startswith("钱到了吗") or "投诉书交给监察了没有" in texts(store, days=15)[0]
    run(store, 16)
    assert sorted(key.split(":")[0] for key in keys(store)) == ["money", "silence"]
    run(store, 16, 17, 18)
    assert len(keys(store)) == 2


def test_the_question_has_three_buttons_and_says_how_to_stop_it(store: Store) -> None:
    case = filed(store)
    step(store, case, "inspection", "refused")
    run(store, 15)
    with store.session() as session:
        message = outgoing.waiting(session, "甲", later(days=15))[0]
    assert [button["payload"] for button in message["payload"]["buttons"]] == ["全给了", "给了一部分", "没给"]
    assert load().words["reminders"]["stop"].startswith("不想收提醒")


def test_it_is_asked_after_fifteen_thirty_and_sixty_days_and_then_no_more(store: Store) -> None:
    case = filed(store)
    step(store, case, "inspection", "refused")
    run(store, *range(1, 120))
    money = [key for key in keys(store) if key.startswith("money")]
    assert money == [f"money:{NOW.date()}:filed:{span}" for span in (15, 30, 60)]


def test_a_ruling_begins_the_three_questions_anew(store: Store) -> None:
    case = filed(store)
    step(store, case, "arbitration", "award", NOW.date() + timedelta(days=20), later(days=20))
    run(store, *range(21, 90))
    money = [key for key in keys(store) if key.startswith("money")]
    assert money == [f"money:{NOW.date() + timedelta(days=20)}:award:{span}" for span in (15, 30, 60)]


def test_at_most_one_a_day_and_the_others_wait_for_the_next(store: Store) -> None:
    case = filed(store, ruling_kind=Fact("known", "award"), ruling_date=Fact("known", "2026-11-23"),
                 ruling_pay_by=Fact("known", "2026-12-09"))
    step(store, case, "arbitration", "award", NOW.date())
    run(store, *range(1, 30))
    with store.session() as session:
        days = list(session.scalars(select(Reminder.day)))
    assert len(days) == len(set(days)) >= 5


def test_a_limit_is_said_thirty_seven_and_one_day_before(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲", **LEFT)
    run(store, *range(0, 80))
    limit = [key for key in keys(store) if key.startswith("arbitration:")]
    assert limit == [f"arbitration:2027-01-31:{span}" for span in (30, 7, 1)]
    assert any("申请劳动仲裁的最后一天" in text for text in texts(store, days=80))


def test_a_day_is_said_late_when_the_bot_was_not_running_and_never_when_it_has_passed(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲", **LEFT)
    run(store, 65)
    assert keys(store) == ["arbitration:2027-01-31:7"]
    run(store, 75)
    assert len(keys(store)) == 1


def test_when_nobody_answered_in_time_the_next_road_is_named(store: Store) -> None:
    case = filed(store)
    step(store, case, "inspection", "handed_in", NOW.date())
    run(store, 8)
    assert keys(store) == ["silence:inspection_accepted:2026-11-30"]
    assert "监察该回话收不收" in texts(store, days=8)[0]


def test_an_answer_that_he_told_of_ends_the_reminder(store: Store) -> None:
    case = filed(store)
    step(store, case, "inspection", "handed_in", NOW.date())
    step(store, case, "inspection", "accepted", None, later(days=5))
    run(store, 8)
    assert keys(store) == []


def test_at_night_nothing_is_laid(store: Store) -> None:
    case = filed(store)
    step(store, case, "inspection", "refused")
    night = datetime(2026, 12, 9, 3, tzinfo=CHINA)
    with store.session() as session:
        assert reminders.lay_due(session, night) == 0
        assert reminders.lay_due(session, night + timedelta(hours=6)) == 1


def test_who_does_not_want_them_gets_none_until_he_wants_them_again(store: Store) -> None:
    case = filed(store)
    step(store, case, "inspection", "refused")
    with store.session() as session:
        assert reminders.switch(session, "甲", NOW, on=False) and not reminders.switch(session, "甲", NOW, on=False)
    run(store, 15, 30)
    assert keys(store) == []
    with store.session() as session:
        assert reminders.switch(session, "甲", NOW, on=True) and reminders.is_on(session, "甲")
    run(store, 31)
    assert len(keys(store)) == 1


@pytest.mark.parametrize("how", ["paid", "withdrawn", "desk", "erased"])
def test_they_stop_when_the_case_is_over(store: Store, how: str) -> None:
    case = filed(store, station=STATION)
    with store.session() as session:
        if how == "paid":
            road_steps.add(session, case, "inspection", "paid", None, "钱拿到了", NOW)
        elif how == "withdrawn":
            withdraw(session, "甲", later(minutes=5))
            drafts.save(session, "甲", facts={}, form=None, asked=None, answered=[], stage="papers", now=NOW)
        elif how == "desk":
            draft = drafts.load(session, "甲")
            assert draft and draft.number
            desk.answer(session, draft.number, "钱已付清", "paid", NOW)
        else:
            erase(session, "甲", NOW)
    run(store, 15, 30)
    assert keys(store) == []


def test_each_worker_has_his_own(store: Store) -> None:
    for sender in ("甲", "乙", "丙"):
        step(store, filed(store, sender), "inspection", "refused")
    assert laid(store, days=15) == 3
    assert laid(store, days=15, hours=1) == 0


def test_two_processes_at_once_send_none_twice(store: Store, url: str, tmp_path: Path) -> None:
    for number in range(12):
        step(store, filed(store, f"工人{number}"), "inspection", "refused")
    stores = [open_at(url, tmp_path) for _ in range(4)]

    def round_of(one: Store) -> int:
        with one.session() as session:
            return reminders.lay_due(session, later(days=15))

    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(round_of, stores))
    assert sum(counts) == 12 and len(keys(store)) == 12
    assert all(len(texts(store, f"工人{number}", days=15)) == 1 for number in range(12))
    for one in stores:
        one.close()


def test_after_a_restart_none_comes_again(store: Store, url: str, tmp_path: Path) -> None:
    step(store, filed(store), "inspection", "refused")
    assert laid(store, days=15) == 1
    again = open_at(url, tmp_path)
    assert laid(again, days=15, hours=3) == 0
    again.close()


def test_the_open_question_is_known_until_it_is_answered(store: Store) -> None:
    case = filed(store)
    step(store, case, "inspection", "refused")
    laid(store, days=15)
    with store.session() as session:
        assert reminders.money_is_asked(session, "甲", later(days=16))
        assert not reminders.money_is_asked(session, "甲", later(days=40))
        reminders.money_answered(session, case, later(days=16))
        assert not reminders.money_is_asked(session, "甲", later(days=16))
        assert not reminders.money_is_asked(session, "乙", later(days=16))


def test_no_reminder_names_the_debtor_or_a_sum(store: Store) -> None:
    filed(store)
    run(store, *range(1, 70))
    said = "".join(texts(store, days=70))
    assert said and not [word for word in ("宏达", "王大强", "两三万", "20,000", "30,000") if word in said]


def test_every_key_fits_into_its_column(store: Store) -> None:
    filed(store)
    run(store, *range(1, 70))
    assert max(map(len, keys(store))) <= MOST_KEY == Reminder.__table__.c.key.type.length
