"""What stands on an award, a judgment, a payment order or an agreement, in the words of the one who got it."""
from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.chinese.amounts import find_amounts
from bot.chinese.clauses import typed_clauses
from bot.chinese.dates import find_dates
from bot.chinese.impossible import Impossible
from bot.chinese.normalise import normalise
from bot.chinese.numerals import read_number
from bot.chinese.values import RULING, Fact
from bot.chinese.wage_sums import amount_fact

SLOTS = RULING
MOST = 60
"""Signs of a number or an office."""
_KINDS: tuple[tuple[str, str], ...] = (
    ("payment_order", "支付令"), ("mediation_statement", "调解书"), ("agreement", "调解协议|和解协议|还款协议|协议"),
    ("judgment", "判决|法院|法庭|官司|一审|二审"), ("award", "裁决|仲裁|裁了"))
_NUMBERS = re.compile(
    r"[\u4e00-\u9fff]{0,12}[〔［\[（(【]20\d\d[〕］\]）)】]\s?[\u4e00-\u9fff]{0,3}\d{0,5}[\u4e00-\u9fff]{0,6}第?\d{1,7}(?:-\d{1,3})?号"
    r"|[\u4e00-\u9fff]{1,10}字第?[\d-]{1,12}号")
_BEFORE_A_NUMBER = re.compile(r"^.*(?:案号|编号|文号|号码|收到|拿到|接到|写的|的|是|为|:|：)(?=[\u4e00-\u9fff〔\[(【])")
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{2,24}?(?:仲裁委员会|仲裁院|仲裁委|人民法院|法院|法庭|调解委员会|调委会|司法所)")
_BEFORE_AN_OFFICE = re.compile(
    r"^.*?(?:收到|拿到|接到|收了|拿了|是|由|在|向|去|到|找|叫|经|的|了|我们|我)(?=[\u4e00-\u9fff]*(?:仲裁|法院|"
    r"人民法院|调|司法|法庭))")
_NO_OFFICE = re.compile(
    r"^(?:申请|劳动|劳动人事|劳动争议|劳动人事争议|当地|那个|这个|县|区|市|本地|他们|我们|人民|不服|起诉|法院|民事|"
    r"中级|基层)*"
    r"(?:仲裁委员会|仲裁院|仲裁委|人民法院|法院|法庭|调解委员会|调委会|司法所)$")
_GOT = re.compile("收到|拿到|接到|送到|送达|到手|领|寄到|下来|签收|拿的|收的|签的|签了|出来|生效")
_AWARDED = re.compile("判|裁|支持|赔|付|给|还|协议|令|数|一共|总共|合计|共|元|块|万")
_CLAIMED = re.compile("要求|请求|申请的?是|我要|欠我|我说")
_PAY_BY = re.compile("前(?!天|年|几|些|面|头)|之内|以内|日内|天内|期限|付清|最晚|最迟|限|截止")
_WITHIN = re.compile(
    r"(?:收到|签收|送达|拿到)[^,，。]{0,6}?(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:日|天)(?:之?内|以内)")
_LATELY = 800
"""Days: a ruling received longer ago is another's date."""


def read_ruling(text: str, today: date) -> dict[str, Fact]:
    """Every fact of a ruling that a message tells; the kind only when the paper is named."""
    plain = normalise(text)
    found = {slot: reader(plain, today) for slot, reader in _TOLD.items()}
    return {slot: fact for slot, fact in found.items() if fact is not None}


def answer(slot: str, text: str, today: date) -> dict[str, Fact] | None:
    """The facts in an answer to the question about `slot`; None when it does not answer it. Impossible: a ruling that he will
    only get (future)."""
    plain = normalise(text).strip(" ,，。")
    asked = _ASKED[slot](plain, today)
    told = read_ruling(text, today)
    if slot == "ruling_date" and asked is None and "ruling_date" not in told and _to_come(plain, today):
        raise Impossible(slot, "future")
    if asked is None and slot not in told:
        return None
    if slot == "ruling_pay_by":
        told.pop("ruling_date", None)
    return {**({slot: asked} if asked else {}), **{other: fact for other, fact in told.items() if other != slot or not asked}}


def _kind(text: str, today: date) -> Fact | None:
    named = next(((kind, match) for kind, words in _KINDS if (match := re.search(words, text))), None)
    return Fact("known", named[0], words=named[1].group()) if named else None


def _number(text: str, today: date) -> Fact | None:
    match = _NUMBERS.search(text)
    if not match:
        return None
    said = match.group()
    cut = _BEFORE_A_NUMBER.sub("", said)
    return Fact("known", cut[:MOST], words=cut[:MOST])


def _bare_number(text: str, today: date) -> Fact | None:
    """Any text with a digit that is no day and no sum, where the number was asked."""
    if found := _number(text, today):
        return found
    said = re.sub(r"^(?:案号|编号|文号|号码|上面写的?|写的|就)*(?:是|为|:|：)?", "", text)
    plain = re.search(r"\d", said) and len(said) <= MOST and not find_amounts(said) and not find_dates(said, today)
    return Fact("known", said, words=said) if plain and re.search("[号字]|\\d{2,}", said) else None


def _office(text: str, today: date) -> Fact | None:
    for clause in typed_clauses(text):
        match = _OFFICE.search(clause)
        name = _BEFORE_AN_OFFICE.sub("", match.group()) if match else ""
        if name and not _NO_OFFICE.match(name):
            return Fact("known", name[:MOST], words=name[:MOST])
    return None


def _received(text: str, today: date) -> Fact | None:
    """The day in a clause that tells of getting it."""
    for clause in typed_clauses(text):
        if _GOT.search(clause) and not _PAY_BY.search(clause) and (day := _past(clause, today)):
            return day
    return None


def _past(text: str, today: date) -> Fact | None:
    days = [one for one in find_dates(text, today) if one.exact and 0 <= (today - one.first).days <= _LATELY]
    return Fact("known", days[0].first.isoformat(), words=days[0].words) if len(days) == 1 else None


def _to_come(text: str, today: date) -> bool:
    return any(one.first > today for one in [*find_dates(text, today), *find_dates(text, today, prefer="future")])


def _awarded(text: str, today: date) -> Fact | None:
    """The one sum in a clause that tells what was awarded."""
    sums = [(amount, clause) for clause in typed_clauses(re.sub(
        r"(?<=\d),(?=\d{3})", "", text)) for amount in find_amounts(clause)
            if amount.unit == "sum" and _AWARDED.search(clause) and not _CLAIMED.search(clause)]
    return amount_fact(sums[0][0]) if len(sums) == 1 else None


def _bare_sum(text: str, today: date) -> Fact | None:
    sums = [amount for amount in find_amounts(re.sub(r"(?<=\d),(?=\d{3})", "", text)) if amount.unit == "sum"]
    return amount_fact(sums[0]) if len(sums) == 1 else None


def _pay_by(text: str, today: date) -> Fact | None:
    """The day by which the other side has to pay: named, or so many days after he got it."""
    for clause in typed_clauses(text):
        if not _PAY_BY.search(clause):
            continue
        if within := _within(clause, text, today):
            return within
        if found := _next(clause, today):
            return found
    return None


def _within(clause: str, text: str, today: date) -> Fact | None:
    match, got = _WITHIN.search(clause), _received(text, today)
    number = read_number(match["n"]) if match else None
    if match is None or number is None or got is None:
        return None
    return Fact("known", (date.fromisoformat(str(got.value)) + timedelta(days=int(number.low))).isoformat(), words=clause)


def _next(text: str, today: date) -> Fact | None:
    """The day named, the nearest of the last and the next one of that name."""
    days = {one.first: one for prefer in ("past", "future") for one in find_dates(text, today, prefer=prefer) if one.exact}
    if not days:
        return None
    nearest = min(days, key=lambda day: abs((day - today).days))
    return Fact("known", nearest.isoformat(), words=days[nearest].words)


_TOLD: dict[str, Callable[[str, date], Fact | None]] = {
    "ruling_kind": _kind, "ruling_number": _number, "ruling_office": _office, "ruling_date": _received,
    "ruling_amount": _awarded, "ruling_pay_by": _pay_by}
_ASKED: dict[str, Callable[[str, date], Fact | None]] = {
    **_TOLD, "ruling_number": _bare_number, "ruling_date": _past, "ruling_amount": _bare_sum, "ruling_pay_by": _next}
