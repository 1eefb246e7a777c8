"""The day book in the store: only ever added to; the monthly question; nothing of it in clear."""
from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.cases import daybook, daybook_pay, outgoing
from bot.cases.models import DaybookEntry, DaybookPay, DaybookSwitch
from bot.cases.store import Store
from bot.chinese.daybook import read_entries
from bot.chinese.daybook_values import Piecework
from bot.clock import CHINA
from bot.filing.erase import erase
from tests.support.stores import NOW

WHO, TODAY = "chat:甲", NOW.date()


def write(store: Store, text: str, who: str = WHO) -> daybook.Written:
    """What the worker says, written down."""
    with store.session() as session:
        return daybook.add(session, who, read_entries(text, TODAY) or [], text, NOW)


def month(store: Store, number: int = 11, who: str = WHO) -> dict[int, str]:
    """The days of a month and their 工."""
    with store.session(read_only=True) as session:
        return {entry.day.day: "off" if entry.off else str(entry.work) for entry in daybook.month(session, who, 2026, number)}


def rows(store: Store) -> int:
    with store.session(read_only=True) as session:
        return int(session.scalar(select(func.count()).select_from(DaybookEntry)) or 0)


def test_days_are_written_and_read_back_by_month(store: Store) -> None:
    write(store, "5号到8号每天一个工")
    write(store, "10月28号半个工")
    write(store, "6号一个工", "chat:乙")
    assert month(store) == {5: "1", 6: "1", 7: "1", 8: "1"} and month(store, 10) == {28: "0.5"} and month(store, 9) == {}
    assert month(store, 11, "chat:谁") == {}


def test_a_correction_is_a_new_row_and_the_old_one_stays_and_names_it(store: Store) -> None:
    write(store, "昨天1个工")
    assert write(store, "昨天记错了是半天").replaced == 1
    assert month(store) == {22: "0.5"} and rows(store) == 2
    with store.session(read_only=True) as session:
        old, new = session.scalars(select(DaybookEntry).order_by(DaybookEntry.replaced_by.is_(None))).all()
    assert old.replaced_by == new.id and new.replaced_by is None


def test_a_day_struck_out_leaves_its_rows_and_may_be_written_again(store: Store) -> None:
    write(store, "5号到7号每天一个工")
    assert write(store, "把6号的删了").struck == 1
    assert month(store) == {5: "1", 7: "1"} and rows(store) == 4
    assert write(store, "把6号的删了").struck == 0
    write(store, "6号半个工")
    assert month(store) == {5: "1", 6: "0.5", 7: "1"}


def test_the_rate_told_before_goes_on_and_says_so_and_another_trade_has_its_own(store: Store) -> None:
    write(store, "3号大工1个工,一天320")
    after = [write(store, text).entries[0] for text in ("4号1个工", "5号小工1个工", "2号1个工")]
    assert [(entry.rate and entry.rate["amount"], entry.rate_before) for entry in after] == [
        (320, True), (None, False), (None, False)]


def test_hours_on_top_told_later_leave_the_work_of_the_day_as_it_was(store: Store) -> None:
    write(store, "昨天1个工260")
    entry = write(store, "昨晚加班3小时").entries[0]
    assert (entry.work, entry.extra, entry.rate) == (Decimal(1), Decimal(3), {"amount": 260, "unit": "day"})


def test_the_sums_of_a_month_guess_nothing(store: Store) -> None:
    for text in ("3号大工1个工,一天320", "4号小工半个工", "5号歇了", "6号8小时,一小时25", "7号1个工加2小时,280一天", "8号出工了"):
        write(store, text)
    with store.session(read_only=True) as session:
        sums = daybook.sums(daybook.month(session, WHO, 2026, 11))
    assert (sums.work, sums.hours, sums.extra, sums.fen) == (Decimal("2.5"), Decimal(8), Decimal(2), 32000 + 20000 + 28000)
    assert (sums.unpriced, sums.worked, sums.off) == (2, 5, 1)


def test_nothing_that_he_said_stands_in_clear(store: Store, tmp_path: Path) -> None:
    write(store, "今天在碧桂园贴瓷砖一个工")
    store.close()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and "碧桂园".encode() in path.read_bytes()]


def test_erasure_takes_the_day_book_the_switch_and_the_answers(store: Store) -> None:
    write(store, "5号到8号每天一个工")
    write(store, "5号一个工", "chat:乙")
    with store.session() as session:
        daybook_pay.switch(session, WHO, NOW, on=True)
        daybook_pay.answer(session, WHO, False, NOW, asked=False)
    with store.session() as session:
        counts = erase(session, WHO, NOW).counts
        assert (counts["daybook_entry"], counts["daybook_switch"], counts["daybook_pay"]) == (4, 1, 1)
    assert rows(store) == 1 and month(store, 11, "chat:乙") == {5: "1"}
    with store.session(read_only=True) as session:
        assert [session.scalar(select(func.count()).select_from(table)) for table in (DaybookSwitch, DaybookPay)] == [0, 0]


def at(year: int, number: int, day: int, hour: int = 9) -> datetime:
    return datetime(year, number, day, hour, tzinfo=CHINA)


def ask(store: Store, now: datetime) -> int:
    with store.session() as session:
        return daybook_pay.ask_due(session, now, "{month}月工资发了吗?", {"buttons": []})


def test_it_asks_once_a_month_on_the_day_chosen_and_only_when_switched_on(store: Store) -> None:
    assert ask(store, at(2026, 12, 5)) == 0
    with store.session() as session:
        assert daybook_pay.switch(session, WHO, NOW, on=True) == (date(2026, 12, 5), False)
    assert [ask(store, at(2026, *day)) for day in ((11, 23), (12, 4), (12, 5), (12, 5, 10), (12, 6))] == [0, 0, 1, 0, 0]
    with store.session(read_only=True) as session:
        assert [one["text"] for one in outgoing.waiting(session, WHO, at(2026, 12, 5))] == ["12月工资发了吗?"]
    assert ask(store, at(2027, 1, 5)) == 1
    with store.session() as session:
        assert daybook_pay.switch(session, WHO, at(2027, 1, 6), on=False) == (None, True)
    assert ask(store, at(2027, 2, 5)) == 0


def test_another_day_of_the_month_can_be_chosen_and_a_late_start_asks_still(store: Store) -> None:
    with store.session() as session:
        assert daybook_pay.switch(session, WHO, NOW, on=True, day=28)[0] == date(2026, 11, 28)
        assert daybook_pay.switch(session, WHO, NOW, on=True)[0] == date(2026, 11, 28)
        with pytest.raises(ValueError):
            daybook_pay.switch(session, WHO, NOW, on=True, day=31)
        assert daybook_pay.switch(session, WHO, NOW, on=True, day=10) == (date(2026, 12, 10), True)
    assert [ask(store, at(2026, 12, day)) for day in (9, 21, 20)] == [0, 0, 1]


def test_the_day_promised_is_kept_when_this_month_was_asked_or_answered_already(store: Store) -> None:
    with store.session() as session:
        daybook_pay.switch(session, WHO, at(2026, 10, 10), on=True)
        daybook_pay.answer(session, "chat:乙", True, at(2026, 11, 3), asked=False)
    assert ask(store, at(2026, 11, 5)) == 1
    with store.session() as session:
        assert daybook_pay.switch(session, WHO, at(2026, 11, 6), on=True, day=20)[0] == date(2026, 12, 20)
        assert daybook_pay.switch(session, "chat:乙", at(2026, 11, 6), on=True, day=20)[0] == date(2026, 12, 20)
    assert [ask(store, at(2026, *day)) for day in ((11, 20), (12, 19), (12, 20))] == [0, 0, 2]


def test_two_unpaid_months_in_a_row_are_noticed_and_a_paid_one_between_them_breaks_the_row(store: Store) -> None:
    with store.session() as session:
        daybook_pay.switch(session, WHO, NOW, on=True)
    told = []
    for number, (year, month_number) in enumerate(((2026, 12), (2027, 1), (2027, 2), (2027, 3))):
        ask(store, at(year, month_number, 5))
        with store.session() as session:
            answered = daybook_pay.answer(session, WHO, number == 2, at(year, month_number, 6))
            assert answered is not None
            told.append(answered.unpaid_in_a_row)
    assert told == [1, 2, 0, 1]


def test_an_answer_without_a_question_is_none_and_one_after_four_weeks_too(store: Store) -> None:
    with store.session() as session:
        assert daybook_pay.answer(session, WHO, True, NOW) is None
        daybook_pay.switch(session, WHO, NOW, on=True)
    ask(store, at(2026, 12, 5))
    with store.session() as session:
        assert daybook_pay.is_open(session, WHO, at(2026, 12, 20))
        assert not daybook_pay.is_open(session, WHO, at(2026, 12, 5) + timedelta(days=29))


def test_switching_off_what_was_never_on_leaves_no_trace(store: Store) -> None:
    with store.session() as session:
        assert daybook_pay.switch(session, "chat:新", NOW, on=False) == (None, False)
        assert session.scalar(select(func.count()).select_from(DaybookSwitch)) == 0


def entry(store: Store, day: int) -> daybook.Entry:
    """The line of a day of November."""
    with store.session(read_only=True) as session:
        return next(one for one in daybook.month(session, WHO, 2026, 11) if one.day.day == day)


def test_a_mended_price_keeps_the_work_of_the_day(store: Store) -> None:
    write(store, "18号大工1个工 260一天 加班2小时")
    assert write(store, "18号的单价不对是200").replaced == 1
    mended = entry(store, 18)
    assert (mended.work, mended.extra, mended.trade, mended.rate) == (1, 2, "大工", {"amount": 200, "unit": "day"})
    assert mended.fen == 20000 and rows(store) == 2


def test_a_mended_price_is_for_what_the_day_was_paid_for(store: Store) -> None:
    write(store, "18号9小时 25一小时,19号贴砖20平 一平38")
    write(store, "18号单价改成30")
    write(store, "19号单价改成40")
    assert entry(store, 18).rate == {"amount": 30, "unit": "hour"} and entry(store, 19).fen == 80000


def test_a_price_of_a_day_that_is_not_written_changes_nothing(store: Store) -> None:
    written = write(store, "18号的单价不对是200")
    assert written.entries == () and rows(store) == 0


def test_two_kinds_of_pieces_in_one_day_have_each_its_price_and_stay_when_hours_come_on_top(store: Store) -> None:
    write(store, "18号打包300件一件5毛,缝了200条一条3毛")
    assert entry(store, 18).fen == 21000
    write(store, "18号加班2小时")
    assert entry(store, 18).extra == 2 and entry(store, 18).also == (Piecework(Decimal(200), "条", 0.3),)
    write(store, "19号打包100件一件5毛,缝了100条")
    assert entry(store, 19).fen is None, "what the second kind is paid was not told"
    with store.session(read_only=True) as session:
        sums = daybook.sums(daybook.month(session, WHO, 2026, 11))
    assert sums.pieces == (("件", Decimal(400)), ("条", Decimal(300))) and (sums.fen, sums.unpriced) == (21000, 1)


def test_other_hours_of_a_whole_day_leave_it_a_day(store: Store) -> None:
    write(store, "18号1个工 260一天")
    write(store, "18号改成9个小时")
    assert (entry(store, 18).work, entry(store, 18).hours, entry(store, 18).fen) == (1, 9, 26000)
    write(store, "18号改成5个小时")
    assert (entry(store, 18).work, entry(store, 18).fen) == (None, None)


def test_pieces_have_a_sum_and_their_price_is_taken_over_for_the_same_pieces_alone(store: Store) -> None:
    write(store, "16号1个工 260一天")
    write(store, "18号贴砖25平 一平38")
    write(store, "19号贴砖20平")
    write(store, "20号打包300件")
    write(store, "21号1个工")
    assert entry(store, 18).fen == 95000 and entry(store, 19).fen == 76000 and entry(store, 19).rate_before
    assert entry(store, 20).rate is None and entry(store, 21).rate == {"amount": 260, "unit": "day"}
    with store.session(read_only=True) as session:
        sums = daybook.sums(daybook.month(session, WHO, 2026, 11))
    assert sums.pieces == (("平方", Decimal(45)), ("件", Decimal(300))) and sums.fen == 95000 + 76000 + 2 * 26000


def test_days_across_new_year_lie_in_their_months(store: Store) -> None:
    with store.session() as session:
        told = read_entries("12月30号到1月2号每天一个工", date(2027, 1, 5)) or []
        daybook.add(session, WHO, told, "x", NOW)
        days = [one.day for month in ((2026, 12), (2027, 1)) for one in daybook.month(session, WHO, *month)]
    assert days == [date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]


def test_each_line_comes_with_the_time_at_which_it_was_written(store: Store) -> None:
    write(store, "10月28号半个工")
    write(store, "5号一个工")
    write(store, "把5号的删了")
    with store.session(read_only=True) as session:
        person = session.scalars(select(DaybookEntry.person_id)).first()
        told = daybook.with_moments(session, str(person))
    assert [(one.day, moment) for one, moment in told] == [(date(2026, 10, 28), NOW)]
