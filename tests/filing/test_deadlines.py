"""The days of a case, and the calendar file."""
from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar

from bot.cases import drafts, links, road_steps
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.content import load
from bot.filing.calendar_file import write_calendar
from bot.filing.deadlines import Deadline, of_sender
from bot.filing.papers import open_paper
from bot.filing.service import file_complaint
from bot.law.clocks import AFTER, STEPS
from tests.support.stores import NOW, later, previewed

COMPANY = {"debtor_kind": Fact("known", "company"), "start_date": Fact("known", "2026-03-01"),
           "end_date": Fact("known", "2026-08-31"), "still_working": Fact("known", False)}
RULING = {"ruling_kind": Fact("known", "award"), "ruling_date": Fact("known", "2026-11-20"),
          "ruling_amount": Fact("known", 12000), "ruling_pay_by": Fact("known", "2026-12-05")}


def days(store: Store, *steps: tuple[str, str, date | None], span: int = 0, **more: Fact) -> dict[str, Deadline]:
    """The days of a filed case after these steps, so many days after they were told."""
    with store.session() as session:
        case = previewed(session, "甲", **COMPANY, **more)
        file_complaint(session, "甲", NOW, "")
        for road, what, day in steps:
            road_steps.add(session, case.case_id, road, what, day, "", NOW)
        return {one.what: one for one in of_sender(session, "甲", later(days=span))}


def test_without_a_case_there_are_no_days(store: Store) -> None:
    with store.session() as session:
        assert of_sender(session, "甲", NOW) == ()


def test_after_a_filing_the_days_of_the_inspection_are_assumed_until_he_says_that_he_handed_it_in(store: Store) -> None:
    assert days(store)["inspection_accepted"].assumed


def test_the_day_on_which_he_handed_it_in_begins_the_clock(store: Store) -> None:
    found = days(store, ("inspection", "handed_in", date(2026, 11, 20)))
    assert not found["inspection_accepted"].assumed and found["inspection_accepted"].on == date(2026, 11, 27)


def test_a_clock_that_was_answered_is_not_said(store: Store) -> None:
    found = days(store, ("inspection", "handed_in", date(2026, 11, 20)), ("inspection", "accepted", None))
    assert "inspection_accepted" not in found and "inspection_done" in found


def test_a_road_that_was_refused_has_no_days(store: Store) -> None:
    found = days(store, ("inspection", "handed_in", date(2026, 11, 20)), ("inspection", "refused", None))
    assert not {"inspection_accepted", "inspection_done"} & set(found)


def test_the_limit_of_arbitration_is_his_own_last_day(store: Store) -> None:
    found = days(store)["arbitration"]
    assert found.limit and found.on == date(2027, 8, 31) and found.days_left == 281


def test_an_award_has_its_days_and_the_day_for_paying_and_the_two_years(store: Store) -> None:
    found = days(store, ("arbitration", "handed_in", date(2026, 9, 1)), ("arbitration", "award", None), **RULING)
    assert found["sue"].on == date(2026, 12, 5) and found["pay_by"].on == date(2026, 12, 5)
    assert found["enforcement"].limit and found["enforcement"].on == date(2028, 12, 5)
    assert "arbitration_award" not in found


def test_the_day_for_paying_that_has_passed_says_so(store: Store) -> None:
    found = days(store, ("arbitration", "award", None), span=20, **RULING)
    assert (found["pay_by"].key, found["pay_by"].days_left) == ("pay_by_over", -8)


def test_the_days_of_the_inspection_end_when_arbitration_has_begun(store: Store) -> None:
    found = days(store, ("inspection", "handed_in", date(2026, 11, 20)), ("arbitration", "handed_in", date(2026, 11, 22)))
    assert not {"inspection_accepted", "inspection_done"} & set(found) and "arbitration_accepted" in found


def test_who_holds_an_award_is_not_told_of_the_days_for_disputing_it_that_have_passed(store: Store) -> None:
    assert not {"sue", "annulment"} & set(days(store, ("arbitration", "award", None), span=40, **RULING))


def test_when_the_money_is_there_no_day_is_left(store: Store) -> None:
    assert days(store, ("arbitration", "award", None), ("enforcement", "paid", None), **RULING) == {}


def test_a_step_from_the_future_of_a_clock_that_was_set_back_is_left_out(store: Store) -> None:
    assert "sue" not in days(store, ("arbitration", "award", date(2026, 11, 22)), span=-5)


def test_every_day_has_a_title() -> None:
    titles = load().words["after_filing"]["titles"]
    named = {what for row in (*STEPS.values(), *AFTER.values()) for what in row}
    assert named | {"inspection", "arbitration", "civil", "enforcement", "sue", "pay_by"} == set(titles)


@pytest.fixture
def calendar(store: Store) -> str:
    """The file behind a link."""
    days(store, ("inspection", "handed_in", date(2026, 11, 20)), ("arbitration", "award", None), **RULING)
    with store.session() as session:
        token = links.make(session, "甲", "deadlines", "ics", NOW)
    paper = open_paper(store, token, NOW)
    assert paper.mime.startswith("text/calendar") and paper.filename.endswith(".ics")
    return paper.data.decode()


def test_the_calendar_file_has_a_day_an_alarm_and_plain_words_for_each(calendar: str) -> None:
    events = Calendar.from_ical(calendar).walk("VEVENT")
    titles = {str(event["summary"]) for event in events}
    assert titles >= {"不服裁决去法院的最后一天", "对方付钱的最后一天", "申请强制执行的最后一天"}
    assert all(event.walk("VALARM") and event["dtstart"].dt >= NOW.date() for event in events)


def test_a_day_that_is_not_sure_yet_says_so_in_the_calendar(store: Store) -> None:
    found = days(store, ("inspection", "handed_in", date(2026, 11, 20))).values()
    made = write_calendar("c", found, load().words["after_filing"]["calendar"], NOW)
    assert "监察该查完（日子还没定）" in {str(event["summary"]) for event in Calendar.from_ical(made).walk("VEVENT")}


def test_the_calendar_file_names_nobody_and_no_sum(calendar: str) -> None:
    assert not [word for word in ("宏达", "王大强", "12000", "12,000", "万") if word in calendar]


def test_the_same_day_has_the_same_mark_in_each_file(store: Store) -> None:
    found = list(days(store).values())
    words = load().words["after_filing"]["calendar"]
    marks = [[str(event["uid"]) for event in Calendar.from_ical(write_calendar("c", found, words, now)).walk("VEVENT")]
             for now in (NOW, later(hours=1))]
    assert marks[0] == marks[1] and len(set(marks[0])) == len(marks[0])


def test_after_an_erasure_the_link_is_gone(store: Store) -> None:
    from bot.filing.erase import erase
    from bot.filing.papers import PaperGone

    days(store)
    with store.session() as session:
        token = links.make(session, "甲", "deadlines", "ics", NOW)
        assert drafts.load(session, "甲")
        erase(session, "甲", NOW)
    with pytest.raises(PaperGone):
        open_paper(store, token, NOW)
