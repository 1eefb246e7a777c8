"""The days of an IOU: when it was written, by when it is to be paid, for which time."""
from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from bot.chinese.dates import find_dates
from bot.chinese.values import DatePhrase

_DAY = r"(?:\d{1,2}[日号])?"
_PERIOD = re.compile(
    rf"(?:(?:20\d\d|\d\d|去|今|上|前)[年.\-/]\s?)?\d{{1,2}}(?:[月.\-/]|"
    rf"(?=\s?[-—~至到]))份?(?:\d{{1,2}}[日号]?)?\s?(?:-|—+|~|至|到)\s?(?:(?:20\d\d|\d\d|今|"
    rf"去)[年.\-/])?\d{{1,2}}(?:月份?|[.\-/]\d{{1,2}}){_DAY}"
    r"|(?:20\d\d|\d\d|去|今)年(?:全年|度|上半年|下半年|一年)"
    r"|(?:(?:20\d\d|去|今)年)?\d{1,2}(?:[、,]\d{1,2})*月份?(?=(?:的|份|共|和|、|\d{1,2}月)*(?:工资|工钱|人工|劳务|劳动报酬|薪))"
    r"|[一二两三四五六七八九十\d]{1,3}个半?月(?=的?(?:工资|工钱|人工|劳务|劳动报酬|薪))"
    r"|(?:从|自)[^,。;\n]{2,14}(?:到|至|起至)[^,。;\n]{2,14}?(?=(?:期间|止|的|工资|,|。|在))"
)
_TORN = re.compile(r"(?:20\d\d|\d\d)年\d{1,2}(?:-|—+|~|至|到)(?:20\d\d|\d\d)年")
_PAY_AFTER = re.compile(
    r"^[\s)]*(?:[日号]?(?:之|以)?前|(?:一次性?|一定|保证|肯定|必须|全部|一并|全额|再|由|我|本人)*(?:付清|还清|结清|"
    r"支付|付给|给清|兑付|兑现|发放|发清|还款|付款|给付|结算|结账|付|给|还(?![有欠剩差没])))"
)
_PAY_BEFORE = re.compile(
    r"(?:还款|付款|付清|支付|兑付|还清|结清)(?:日期|时间|期限|日)?(?:为|是|:|在|于)*\s*$|(?:定于|保证|承诺|答应|"
    r"最迟|务必|限|等)(?:在|于|到|不超过)?\s*$"
)
_WITHIN = re.compile(r"(\d{1,3}|[一二两三四五六七八九十])(个月|天|日)之?内[^,。;\n]{0,8}(?:付|还|给|结)")
_YEAR = re.compile(r"(?<!\d)20\d\d|(?<!\d)\d\d年|[二两2][〇○零0][〇○零0一二三四五六七八九1-9]{2}")
#: counted from the day of writing, and clear with it
_NEXT = re.compile(r"今年|明年|后年|本月|这个?月|下个?月|月底|月末|今[天日]|明[天日]|下周|星期|礼拜")
_COUNT = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_LABEL = re.compile(r"(?:写条|出具|欠条|立据|打条|签字|签名|落款)?(?:日期|时间)\s*[:为]?\s*$")
_CN = re.compile(r"[〇零○一二]{2}[〇零○一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]")


def period(flat: str) -> str | None:
    """The time of work for which is owed, as written but for blanks; None when its beginning is torn off (2026年1至2026年6月)."""
    match = _PERIOD.search(re.sub(r"_+", "_", flat))
    words = re.sub(r"\s+", "", match.group()) if match else None
    return None if words is None or _TORN.match(words) else words


def written_on(flat: str, today: date) -> date | None:
    """The day when it was written: a full date at its end, after a label, or in a line of its own."""
    full = [one for one in find_dates(flat, today) if one.exact and _is_full(one, flat)]
    free = [one for one in full if not _is_pay_by(flat, one) and not _in_period(flat, one)]
    for one in free[::-1]:
        if _LABEL.search(flat[: one.start]) or one.end >= len(flat.rstrip()) - 14 or _own_line(flat, one):
            return one.first
    return free[0].first if free and re.search(r"^[^\n]{0,8}$|(?:今|兹|现)[^\n]{0,4}$", flat[: free[0].start]) else None


@dataclass(frozen=True)
class Due:
    """By when is to be paid. `day`: None when not written, or when nothing on the paper tells its year; `vague`: the words
    when they name a feast, an end or a day without its year, else ""."""

    day: date | None = None
    vague: str = ""


def pay_by(flat: str, today: date, written: date | None) -> Due:
    """By when is to be paid. Words without a year (年底前) count from the day it was written, never from today."""
    for one in find_dates(flat, written or today, prefer="future"):
        if _is_pay_by(flat, one):
            vague = "" if _tells_year(one.words, flat, written) else one.words
            return Due(None if vague and not written else _end(one, written or today), vague)
    return Due(_within(flat, written) if written else None)


def _tells_year(words: str, flat: str, written: date | None) -> bool:
    """Whether the year is written: in the words, or, for a month and day, elsewhere on the paper."""
    if _YEAR.search(words):
        return True
    if _NEXT.search(words):
        return written is not None
    if not re.search(r"\d\s?[月.\-/]", words):
        return False
    return written is not None or re.search(r"(?<!\d)20\d\d\s?[年.\-/]", flat) is not None


def _within(flat: str, written: date) -> date | None:
    """The day that 三个月内, 30天内 mean from the day of writing."""
    match = _WITHIN.search(flat)
    if not match:
        return None
    count = int(match[1]) if match[1].isdigit() else _COUNT[match[1]]
    if match[2] != "个月":
        return written + timedelta(days=count)
    year, month = divmod(written.year * 12 + written.month - 1 + count, 12)
    return date(year, month + 1, min(written.day, monthrange(year, month + 1)[1]))


def _end(one: DatePhrase, base: date) -> date:
    """The last day that a phrase allows: 年底前 and 月底前 end with that year or month."""
    if re.search(r"[底末]之?前$", one.words):
        whole = find_dates(re.sub(r"之?前$", "", one.words), base, prefer="future")
        return whole[0].last if whole else one.last
    return one.last


def _is_full(one: DatePhrase, flat: str) -> bool:
    words = flat[one.start : one.end]
    return bool(re.search(r"\d{2,4}\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}|20\d{6}", words) or _CN.search(words))


def _is_pay_by(flat: str, one: DatePhrase) -> bool:
    if re.search(r"前$", one.words) or _PAY_AFTER.match(flat[one.end : one.end + 12]):
        return True
    return bool(_PAY_BEFORE.search(flat[max(0, one.start - 12) : one.start]))


def _in_period(flat: str, one: DatePhrase) -> bool:
    around = flat[max(0, one.start - 2) : one.start] + "|" + flat[one.end : one.end + 3]
    return bool(re.search(r"[至到~—]\|?|[从自]\||\|\s?[-—~至到起]|止|\|期间", around))


def _own_line(flat: str, one: DatePhrase) -> bool:
    start, end = flat.rfind("\n", 0, one.start) + 1, flat.find("\n", one.end)
    line = flat[start : end if end >= 0 else len(flat)]
    return len(line.strip()) - (one.end - one.start) <= 12
