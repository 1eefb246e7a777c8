"""The day book: a day is written down and said back in one line; the sheet of a month; the monthly question."""
from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import EventType

from actions.common import Act, Turn, content, store
from actions.daybook_words import entries_in_words, lines_of_month, sums_in_words, table
from actions.inform import ActionInform
from actions.papers import in_messages
from actions.wishes import answer_told
from bot import clock
from bot.cases import daybook, daybook_pay, drafts
from bot.cases.daybook import Written
from bot.cases.daybook_double import has_work
from bot.chinese.amounts import format_yuan
from bot.chinese.dates import format_date
from bot.chinese.daybook import Entry, NotWritten, asks_change, is_bare_mark, is_daybook, read_entries
from bot.chinese.daybook_begun import is_day_alone, whole_line
from bot.chinese.daybook_fix import without_double
from bot.chinese.daybook_pay import read_ask_day, read_month, read_pay_answer, read_wage_came
from bot.documents.daybook import DOCUMENT, FORMATS
from bot.filing import daybook_sheet


class ActionKeepDaybook(Act):
    """"今天1个工，一天260": NLU took it for the day book; only what its own table takes for one is written."""

    called = "action_keep_daybook"

    def do(self, turn: Turn) -> list[EventType]:
        """Write it down, keep the answer to the monthly question, or hear the words as anything else."""
        if asks_change(turn.text):
            turn.teach(table()["change"])
            return []
        paid = read_pay_answer(turn.text)
        if paid is not None:
            return _keep_pay(turn, paid, asked=False)
        written = answer_daybook(turn)
        return _nothing_to_write(turn) if written is None else written


def _nothing_to_write(turn: Turn) -> list[EventType]:
    """Words with 记工 that tell too little are told what lacks; others are heard as a story."""
    try:
        read_entries(turn.text, clock.today())
    except NotWritten as refused:
        turn.teach(table()["not_written"][refused.reason])
        return []
    return ActionInform().do(turn)


class ActionDaybookSheet(Act):
    """"把这个月的记工表给我"."""

    called = "action_daybook_sheet"

    def do(self, turn: Turn) -> list[EventType]:
        """The days of the month in lines, the sums, the sheet as .pdf and .xlsx; 你记了哪些 is played back of a claim too."""
        told = answer_told(turn)
        month = read_month(turn.text, clock.today())
        with store().session() as session:
            entries = daybook.month(session, turn.sender, *month)
            last = daybook.latest(session, turn.sender)
            if not entries and last is not None and month == (clock.today().year, clock.today().month):
                month = (last.year, last.month)
                entries = daybook.month(session, turn.sender, *month)
            if not entries:
                if told is None:
                    turn.teach(table()["sheet_none"].format(month=month[1]))
                return []
            tokens = [(form, daybook_sheet.link(session, turn.sender, month, form, clock.now())) for form in FORMATS]
        _say_sheet(turn, month[1], entries)
        for form, token in tokens:
            turn.custom(kind="document", document=DOCUMENT, format=form, url=f"/chat/files/{token}",
                        title=content().words["papers"]["titles"][DOCUMENT])
        turn.teach(table()["sign"]["text"], table()["sign"]["laws"], cautious=not turn.form)
        return []


def _say_sheet(turn: Turn, month: int, entries: Sequence[Entry]) -> None:
    words = table()
    for part in in_messages([words["sheet_lines"].format(month=month), *lines_of_month(entries)]):
        turn.teach(part)
    turn.teach(words["sheet_ready"].format(month=month, sums=sums_in_words(daybook.sums(entries))))


class ActionDaybookReminder(Act):
    """"每个月问我一次工资发了没" and "别再问我工资了"."""

    called = "action_daybook_reminder"

    def do(self, turn: Turn) -> list[EventType]:
        """Switch the monthly question on or off, and say when it comes first."""
        words, on = table(), turn.intent == "daybook_reminder_on"
        day = read_ask_day(turn.text) if on else None
        with store().session() as session:
            first, was_on = daybook_pay.switch(session, turn.sender, clock.now(), on=on, day=day)
        if first is None:
            turn.teach(words["reminder_off" if was_on else "reminder_was_off"])
            return []
        turn.teach(words["reminder_on"].format(day=first.day, first=format_date(first)) + words["reminder_where"])
        return []


def answer_daybook(turn: Turn) -> list[EventType] | None:
    """Write a line of the day book, whatever NLU took it for; None when the words are none. A line may come in pieces: 记工,
    then 今天, then 10个小时."""
    words, line = table(), _line(turn)
    if line is None:
        return None if turn.form else _wage_came(turn)
    if is_bare_mark(line):
        turn.teach(words["begun"])
        return []
    return write_line(turn, line)


def write_line(turn: Turn, line: str, doubles: daybook.Doubles = "ask") -> list[EventType]:
    """Write the line, or say what it lacks; a day that stands there with other work is asked about. `doubles`: his answer."""
    words = table()
    line, said = without_double(line)
    doubles = said if said == "add" or said == "replace" else doubles
    try:
        entries = read_entries(line, clock.today())
    except NotWritten as refused:
        turn.teach(words["day_without_work"] if refused.reason == "no_amount" and is_day_alone(line)
                   else words["not_written"][refused.reason])
        return []
    if not entries:
        turn.teach(words["not_written"]["no_amount"])
        return []
    write_entries(turn, entries, line, doubles)
    return []


def write_entries(turn: Turn, entries: Sequence[Entry], line: str, doubles: daybook.Doubles = "ask") -> None:
    """Write the entries that the line tells, and say them back."""
    words = table()
    with store().session() as session:
        written = daybook.add(session, turn.sender, entries, line, clock.now(), doubles)
        day = entries[-1].day
        sums = sums_in_words(daybook.sums(daybook.month(session, turn.sender, day.year, day.month)))
    if written.clash:
        row = words["double"]
        buttons = [(row[mode]["title"], str(row[mode]["payload"]).format(line=line)) for mode in ("add", "replace")]
        turn.teach(row["ask"].format(entries=entries_in_words(written.clash)), (), buttons)
    elif written.apart:
        turn.teach(words["double"]["apart"].format(entries=entries_in_words(written.apart)))
    else:
        _say_written(turn, entries, written, sums)


def _line(turn: Turn) -> str | None:
    """The line of the message, with what was said of it in the messages before; None when it is no line."""
    if is_daybook(turn.text) or is_bare_mark(turn.text):
        return turn.text
    if turn.form:
        return None
    return whole_line(said_before_this(turn), turn.text)


def said_before_this(turn: Turn) -> list[str]:
    """What he typed before this message, oldest first."""
    return [str(event.get("text") or "") for event in turn.tracker.events if event.get("event") == "user"][:-1]


def _wage_came(turn: Turn) -> list[EventType] | None:
    """今天发了3000工资, when no claim is told: it is never owed; the month is kept as paid when he is asked monthly."""
    fen, words = read_wage_came(turn.text, clock.today()), table()
    if fen is None:
        return None
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is not None and "owed_amount" in draft.facts:
            return None
        wanted = daybook_pay.is_on(session, turn.sender)
        kept = daybook_pay.answer(session, turn.sender, True, clock.now(), asked=False) if wanted else None
    said = [words["wage_came"].format(sum=format_yuan(fen))]
    said += [words["wage_kept"].format(month=kept.month.month)] if kept else []
    turn.teach("".join([*said, words["wage_rest"]]))
    return []


def answer_pay(turn: Turn) -> list[EventType] | None:
    """Keep the answer to an open monthly question (没发), outside a form and when no other yes or no is awaited."""
    paid = read_pay_answer(turn.text)
    if paid is None or turn.tracker.get_slot("awaiting") not in (None, "nothing"):
        return None
    with store().session(read_only=True) as session:
        if not daybook_pay.is_open(session, turn.sender, clock.now()):
            return None
    return _keep_pay(turn, paid, asked=True)


def _keep_pay(turn: Turn, paid: bool, *, asked: bool) -> list[EventType]:
    words = table()
    with store().session() as session:
        answered = daybook_pay.answer(session, turn.sender, paid, clock.now(), asked=asked)
    if answered is None:
        return []
    turn.teach(words["paid" if paid else "not_paid"].format(month=answered.month.month))
    if answered.unpaid_in_a_row > 1:
        row = words["twice"]
        turn.teach(row["text"], row["laws"], [] if turn.form else [(word, word) for word in row["next"]])
    return []


def _say_written(turn: Turn, entries: Sequence[Entry], written: Written, sums: str) -> None:
    """Back in one line, with what was taken over from before and what is not known yet."""
    words, month = table(), entries[-1].day.month
    if written.full:
        turn.teach(words["full"])
        return
    kept = [entry for entry in written.entries if not entry.deleted]
    lines = [words["written"].format(entries=entries_in_words(kept), month=month, sums=sums)] if kept else []
    if written.struck:
        lines.append(words["struck"].format(count=written.struck, month=month, sums=sums))
    if not written.entries:
        lines.append(words["nothing_to_change" if entries[0].price_alone else "nothing_to_strike"])
    lines += [words["replaced"]] if written.replaced and not entries[0].corrects else []
    lines += _asides(kept)
    buttons = [] if turn.form or not kept else [(one["title"], one["payload"]) for one in words["buttons"].values()]
    turn.teach("\n".join(lines), (), buttons)


def _asides(kept: Sequence[Entry]) -> list[str]:
    """What he should know of a line: the rate is that of before, or not known; how long is not known."""
    words, worked = table(), [entry for entry in kept if not entry.off]
    if any(not has_work(entry) for entry in worked):
        return [words["how_long" if any(entry.extra is None for entry in worked if not has_work(entry)) else "extra_alone"]]
    if any(entry.rate_before for entry in worked):
        return [words["rate_before"]]
    return [words["rate_unknown"]] if any(entry.rate is None for entry in worked) else []
