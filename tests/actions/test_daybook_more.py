"""The day book between its lines: two jobs on one day, a price mended, an open question, a month's sum, money it cannot hold."""
from __future__ import annotations

from datetime import timedelta

import pytest

from actions.daybook import ActionKeepDaybook
from actions.inform import ActionFallback, ActionInform
from actions.smalltalk import ActionSmalltalk
from bot.cases import daybook, drafts
from bot.cases.store import Store
from tests.actions.conftest import Hands
from tests.actions.stage import SENDER, Message, Played, bot, play, user


def say(*texts: str, form: str = "") -> Played:
    """Several messages in a row, each as NLU may take it: the last one's answer."""
    played = None
    for place, text in enumerate(texts):
        before = [event for one in texts[:place] for event in (user(one), bot("…"))]
        played = play(ActionFallback(), Message(text, "nlu_fallback", before=before, form=form))
    assert played is not None
    return played


def book(store: Store, month: int = 11) -> dict[int, tuple[str, int | None]]:
    """The days of a month: 工 and fen."""
    with store.session(read_only=True) as session:
        return {one.day.day: (str(one.work), one.fen) for one in daybook.month(session, SENDER, 2026, month)}


def buttons(played: Played) -> list[str]:
    return [button["payload"] for message in played.messages for button in message.get("buttons") or []]


@pytest.mark.parametrize(("first", "second"), [
    ("今天贴砖25平方一平方30块", "今天干包工挖了10米沟一米15"), ("今天1个工一天260", "今天夜班半个工"),
    ("昨天半天一天260", "昨天1个工"), ("今天10小时30一小时", "今天4小时"),
    ("昨天大工1个工300", "昨天贴砖20平一平35"), ("前天一个半工一天280", "前天一个工"), ("5号到8号每天一个工260", "8号半个工")])
def test_a_second_job_of_a_day_is_asked_about_and_nothing_is_lost(store: Store, first: str, second: str) -> None:
    say(first)
    kept = book(store)
    asked = say(first, second)
    assert "加上，还是换掉" in asked.texts[0] and book(store) == kept
    assert buttons(asked) == [f"加上{second}", f"换掉{second}"]


def test_both_jobs_are_added_by_a_button_or_by_a_word(store: Store) -> None:
    say("今天贴砖25平方一平方30块")
    assert "加上，还是换掉" in say("今天干包工挖了10米沟一米15").texts[0]
    assert "能算出来的工钱900元" in say("加上今天干包工挖了10米沟一米15").texts[0] and book(store)[23][1] == 90000
    say("昨天1个工一天260")
    assert "1.5个工" in say("昨天夜班半个工", "加上").texts[0] and book(store)[22] == ("1.5", 39000)


def test_more_work_of_a_day_takes_the_price_of_that_day_where_another_day_had_another(store: Store) -> None:
    say("昨天1个工一天300")
    say("今天1个工一天280")
    assert "1.5个工" in say("今天夜班又干了半个工").texts[0] and book(store)[23] == ("1.5", 42000)


def test_a_job_said_to_be_one_more_is_added_at_once(store: Store) -> None:
    say("今天1个工一天260")
    assert "1.5个工" in say("今天晚上又干了半个工").texts[0] and book(store)[23] == ("1.5", 39000)
    assert "计件10米，15元一米" in say("今天还挖了10米沟一米15").texts[0] and book(store)[23] == ("1.5", 54000)


def test_the_new_job_takes_the_place_when_he_says_so(store: Store) -> None:
    say("今天贴砖25平方一平方30块")
    assert "换成新的" in say("今天1个工一天260", "换掉").texts[0] and book(store)[23] == ("1", 26000)
    say("昨天1个工一天260")
    assert "换成新的" in say("换掉昨天半个工").texts[0] and book(store)[22] == ("0.5", 13000)


def test_a_job_without_its_price_is_not_added_to_a_sum_that_is_known(store: Store) -> None:
    say("今天贴砖25平方一平方30块")
    assert "没有改" in say("加上今天夜班").texts[0] and book(store)[23][1] == 75000


def test_the_same_day_in_hours_is_no_second_job(store: Store) -> None:
    say("今天1个工一天260")
    assert "1个工，10小时" in say("今天做了10个小时").texts[0] and book(store) == {23: ("1", 26000)}


def test_contract_work_of_a_day_is_not_carried_to_what_is_told_next(store: Store) -> None:
    say("今天干包工挖了10米沟一米15")
    assert "包工" not in say("换掉我今天白天一个工晚上半个工").texts[0] and book(store)[23][0] == "1.5"


def test_the_price_told_for_today_is_that_of_the_days_before_it_told_later(store: Store) -> None:
    say("今天1个工一天260")
    for text in ("改一下昨天是半天", "前天也是干了一天"):
        assert "单价照你上次说的" in say(text).texts[0]
    assert book(store) == {21: ("1", 26000), 22: ("0.5", 13000), 23: ("1", 26000)}


def test_hours_on_top_alone_ask_for_the_day_and_keep_both(store: Store) -> None:
    assert "白天的工没听到" in say("大前天干到晚上加了3个钟头的班").texts[0]
    assert "1个工，加班3小时" in say("大前天干到晚上加了3个钟头的班", "1个工").texts[0]
    say("昨晚加班2小时")
    assert "1个工，加班2小时" in say("昨天1个工").texts[0]


@pytest.mark.parametrize("text", ["一天是300不是280", "不是280是300", "280错了应该是300", "单价记错了是300", "工价改成300"])
def test_a_price_mended_without_its_day_is_that_of_the_last_line(store: Store, text: str) -> None:
    assert "300元一天" in say("昨天一个工一天280", text).texts[0] and book(store) == {22: ("1", 30000)}


def test_of_several_lines_with_the_price_it_is_asked_which_ones(store: Store, hands: Hands) -> None:
    say("5号到8号每天一个工一天280")
    hands.now += timedelta(hours=1)
    asked = say("9号一个工", "一天是300不是280")
    assert "有5天" in asked.texts[0] and buttons(asked) == ["11月9日的单价改成300元", "11月5日到11月9日的单价改成300元"]
    assert {fen for _, fen in book(store).values()} == {28000}
    say(buttons(asked)[1])
    assert {fen for _, fen in book(store).values()} == {30000}


def test_a_price_of_the_claim_is_not_mended_in_the_day_book(store: Store) -> None:
    say("一天是300不是280")
    assert book(store) == {}
    assert "没有这个价" in say("昨天一个工一天260", "一天是300不是280").texts[0] and book(store) == {22: ("1", 26000)}


def test_a_day_without_work_is_written_when_it_was_taken_for_small_talk(store: Store) -> None:
    assert "没活" in play(ActionSmalltalk(), Message("昨天没活", "smalltalk")).texts[0] and book(store) == {22: ("None", 0)}


def test_the_question_which_day_stays_open(store: Store) -> None:
    assert "哪天、干了多少" in say("给我记个工").texts[0]
    assert "11月22日，1个工" in say("给我记个工", "昨天", "1个工").texts[0]
    asked = say("点工一天干了12个小时一个小时22")
    assert "哪天的" in asked.texts[0] and buttons(asked)[0] == "今天点工一天干了12个小时一个小时22"
    assert "11月21日，点工，12小时，22元一小时" in say("点工一天干了12个小时一个小时22", "前天").texts[0]


def test_days_at_work_are_asked_how_long_and_the_answer_is_of_all_of_them(store: Store) -> None:
    assert "干了多久没听到" in say("上周天天都在干活").texts[0]
    assert "共7天，1个工，260元一天" in say("上周天天都在干活", "一个工260").texts[0] and len(book(store)) == 7
    say("上周天天都在干活")
    assert book(store)[16] == ("1", 26000)


@pytest.mark.parametrize("text", ["十月份一共几个工", "上个月我干了多少个工", "10月总共好多个工"])
def test_the_sum_of_a_month_is_told(store: Store, text: str) -> None:
    say("10月1号到5号每天一个工一天260")
    assert any("5个工，能算出来的工钱1,300元" in one for one in say(text).texts)


@pytest.mark.parametrize("text", ["今天借支500", "今天老板发了1000块生活费", "昨天预支了两千", "找老板借支300"])
def test_an_advance_is_none_of_the_day_book_and_begins_no_claim(store: Store, text: str) -> None:
    played = play(ActionInform(), Message(text, "inform"))
    assert "记不了" in played.texts[0] and played.next == "" and book(store) == {}
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is None or "owed_amount" not in draft.facts


@pytest.mark.parametrize("text", ["换掉", "加上", "1个工", "三个工", "一天是300", "我干了20天一天260没给钱", "欠我3000不是2800"])
def test_words_of_another_matter_write_nothing(store: Store, text: str) -> None:
    say("你好", text)
    assert book(store) == {}


def test_a_line_of_the_keeping_action_is_asked_about_too(store: Store) -> None:
    say("今天1个工一天260")
    asked = play(ActionKeepDaybook(), Message("今天半个工", "keep_daybook", "keep_daybook"))
    assert "加上，还是换掉" in asked.texts[0] and book(store) == {23: ("1", 26000)}
