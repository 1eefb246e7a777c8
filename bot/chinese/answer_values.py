"""One reader for each fact of the form: the statement (normal writing, no questions) in, the fact or None out."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese import lexicon
from bot.chinese.amounts import find_amounts, parse_amount
from bot.chinese.crowd import parse_people
from bot.chinese.dates import parse_date
from bot.chinese.debtor import is_himself, is_which
from bot.chinese.evidence_words import LOAN_NOTE, find_evidence, read_contract, read_iou
from bot.chinese.gone import is_gone, is_still_there
from bot.chinese.household import home_employers
from bot.chinese.month_sums import month_sums
from bot.chinese.owed_months import half_of_a_month, leaves_a_gap, month_list, whole_period
from bot.chinese.periods import find_period
from bot.chinese.scene import read_scene
from bot.chinese.shares import own_share
from bot.chinese.shops import SHOP_WORDS
from bot.chinese.times import date_fact, near_future
from bot.chinese.trades import read_industry
from bot.chinese.tried import name_proceeding, name_tried, names_none
from bot.chinese.values import Amount, Fact
from bot.chinese.wage_sums import amount_fact, is_only_paid, rate_fact, yuan
from bot.chinese.yes_no import bare, clauses, parse_yes_no

_KIND_BUTTONS = {
    "公司": "company", "厂": "company", "工厂": "company", "包工头": "foreman", "工头": "foreman", "劳务公司": "labour_agency",
    "中介": "labour_agency", "劳务公司、中介": "labour_agency", "劳务公司,中介": "labour_agency", "给个人家里干活": "household",
    "给别人家里干活": "household", "给私人家里干活": "household", "说不清": "unknown", "说不清楚": "unknown",
}  # fmt: skip
_INDUSTRY_BUTTONS = {
    "建筑": "building", "装修": "building", "工地": "building", "修路": "road", "水利": "water", "铁路": "railway",
    "电力": "energy", "工厂": "factory", "厂": "factory", "餐饮": "catering", "物业": "property", "保洁": "property",
    "家政": "domestic", "运输": "logistics", "物流": "logistics", "外卖": "delivery", "快递": "delivery",
    "种地": "agriculture", "农业": "agriculture", "别的": "other", "其他": "other",
}  # fmt: skip
_NOTHING_PAID = re.compile(
    r"(?:一直|都|还|从来|根本|啥|什么|一次|钱|也|就)*(?:没|没有|未)(?:有)?(?:给|发|付|结|拿|"
    r"拿到|收到|领|给过|发过|结过|付过)?(?:过|到)?(?:我)?(?:钱|一[分毛]钱?|工资)?了?"
    r"|(?:一分|一毛|一块|分文)(?:钱)?(?:都|也)?(?:没|未|没有)\w{0,4}|0|零|无"
)
_SHOP = re.compile(rf"{SHOP_WORDS}|个体工商户|个体户|站长|(?<!没有)(?<!没)(?<!无)营业执照")
NO_DAY = re.compile(
    r"(?:他|老板|上面|条子上?|欠条上?|也|都|就|根本)*(?:没有?|没得)(?:写|说|讲|定|约)(?:是|过|好|清|明)?(?:哪一?天|什么时候|啥时候|几时|日期|时间|日子|期限)"
    r"(?:给|付|还|结|发)?(?:钱)?(?:的|我)?"
)
_ASKED_OFTEN = re.compile(
    r"(?<![没不])(?:问|要|催|找|讨|打电话)(?:了|过)?(?:他们?|她|老板娘?|包工头|工头|公司|钱|工资)*(?:钱|工资)?(?:好多|好几|很多|无数|几|多|[二三四五六七八九十几]+)(?:次|回|遍|趟)"
)
#: he holds it no more
_LOST_IOU = re.compile(
    r"(?:欠条|条子|白条)(?:已经|早就|后来|又|也|都|我|给|搞|弄|被(?:老板|他|包工头|工头|人)?)*(?<!没)(?:丢|掉了|不见|撕|收走|拿走|收回|抢走|找不到)[了掉]?")
_ACTS = re.compile(r"[^,。]{0,3}(?:说|讲|要|不给|不让|骗|扣|罚)")  # 站点说我提前走要扣钱: no answer to who hired
_HOLIDAYS = re.compile(r"(?:就|才|的时候)?放的?假(?:了|的|回家|走的)*$")
_FEASTS = "(?:中秋|端午|元宵|国庆|五一|元旦|春节|清明|重阳)节?"
_ITS_FEAST = re.compile(rf"(?<=[号日一二三四五六七八九十])[,的是]*{_FEASTS}(?:那天|当天)?$")
_ITS_DAY = re.compile(r"(?<=[秋午宵阳节])[,的是]*(?:八月十五|五月初五|正月十五|九月初九)(?:那天|当天)?$")
_NO_PROMISE = re.compile(
    r"(?:他|老板|一直|从来|也|都|根本|就|还)*(?:没有?|没有?说|没有?说过|没有?答应|不说|没讲|"
    r"没定|没有定)(?:过|好|准|具体|时间|哪天|日子|给)*"
)


def debtor_kind(text: str, today: date) -> Fact | None:
    """A button's word, or one kind named in a sentence; 老板 alone is no answer."""
    plain = bare(text)
    if code := _KIND_BUTTONS.get(plain):
        return Fact("known", value=code, words=text)
    hits = lexicon.find("debtor", text, ("foreman", "company", "labour_agency", "household"))
    denied = re.compile(r"(?:不是|没有|没)(?:什么|一个|个)?$")
    meant = [hit for hit in [*hits, *home_employers(text)] if not is_which(text[: hit.start])]
    meant = [hit for hit in meant if hit.value != "foreman" or not is_himself(text[: hit.start])]
    kinds = {hit.value: hit.word for hit in meant if not denied.search(text[: hit.start])}
    if len(kinds) == 1 and len(text) <= 24:
        return Fact("known", value=next(iter(kinds)), words=next(iter(kinds.values())))
    shop = _SHOP.search(text) if not kinds else None
    speaks = shop and _ACTS.match(text[shop.end() :])
    return Fact("known", value="company", words=shop.group()) if shop and not speaks and len(text) <= 30 else None


def only_tells_its_acts(text: str, fact: Fact) -> bool:
    """Whether the word for the kind stands there only as the one who says or does something (站点说我提前走要扣钱)."""
    at = text.find(fact.words)
    return at >= 0 and bool(_ACTS.match(text[at + len(fact.words) :]))


def industry(text: str, today: date) -> Fact | None:
    """The trade or workplace named; one of the labels on the buttons too."""
    found = read_industry(text).get("industry")
    if found:
        return found
    code = _INDUSTRY_BUTTONS.get(bare(text).removesuffix("行业").removesuffix("业"))
    return Fact("known", value=code, words=text) if code else None


def start_date(text: str, today: date) -> Fact | None:
    """A day, or the begin of a period."""
    text = _one_day(text)
    day = parse_date(text, today)
    if day:
        return date_fact(day)
    period = find_period(text, today)
    return date_fact(period.begin) if period and period.begin else None


def _one_day(text: str) -> str:
    """The text without the feast told beside its day (八月十五中秋), or the day beside the feast: both are one day."""
    return _ITS_DAY.sub("", _ITS_FEAST.sub("", text))


def end_date(text: str, today: date) -> Fact | None:
    """A day, the end of a period, or True for 还在干 (the fact `still_working`)."""
    if is_still_there(bare(text)):
        return Fact("known", value=True, words=text)
    day = parse_date(_HOLIDAYS.sub("", _one_day(text)), today)
    if day:
        return date_fact(day)
    period = find_period(text, today)
    return date_fact(period.finish) if period and period.finish and not period.ongoing else None


def still_working(text: str, today: date) -> Fact | None:
    """Still there or gone."""
    plain = bare(text)
    if is_gone(plain):
        return Fact("known", value=False, words=text)
    if is_still_there(plain):
        return Fact("known", value=True, words=text)
    return _yes_no(text)


def pay_rate(text: str, today: date) -> Fact | None:
    """A rate. A bare sum takes the unit that alone makes sense (6000: month, 260: day, 18: hour) and is then vague."""
    if own := _own_rate(text):
        return own
    amount = parse_amount(text) or piece_rate(text) or parse_amount(re.sub(r"^(?:我是|我|是|干|做)*[大小中普技杂]工(?:的|"
        r",)?(?=[\d一二两三四五六七八九])", "", text))
    if amount is None or amount.low <= 0:
        return None
    if amount.unit != "sum":
        return rate_fact(amount)
    fact = rate_fact(amount, _likely_unit(amount.low, amount.high))
    if fact is None or fact.state == "vague":
        return fact
    return Fact("vague", low=fact.value, high=fact.value, words=fact.words)


def piece_rate(text: str) -> Amount | None:
    """The only sum of the text when it is paid by the piece (车一件衣服一块五), else None."""
    sums = find_amounts(text)
    return sums[0] if len(sums) == 1 and sums[0].unit == "piece" else None


def _own_rate(text: str) -> Fact | None:
    """The speaker's own of several rates (大工320小工220,我是大工); per day, as such rates are."""
    mine = re.search(r"(?:我|俺)(?:是|干的?是?|做的?是?|算)(?P<trade>[大小中普技杂]工)", text)
    if mine is None:
        return None
    said = re.search(rf"{mine['trade']}(?:的|是|一天|每天|按|给)*(?P<sum>[\d一二两三四五六七八九十百千]{{2,5}})", text)
    amount = parse_amount(said["sum"]) if said else None
    unit = _likely_unit(amount.low, amount.high) if amount else None
    return rate_fact(amount, unit) if amount and unit == "day" else None


def _likely_unit(low: int, high: int) -> str | None:
    for unit, least, most in (("hour", 8, 60), ("day", 80, 800), ("month", 1500, 40000)):
        if least <= yuan(low) and yuan(high) <= most:
            return unit
    return None


def owed_amount(text: str, today: date) -> Fact | None:
    """A sum, his own of several people's, or what different months make together; 0 is none (who is owed nothing has no
    claim), 一分没给 says nothing of how much, a rate and what was paid (给了5000) are no such sum."""
    scene = read_scene(text, today)
    several, mine = own_share(scene)
    amount = mine if several else parse_amount(text) or month_sums(scene, asked=True) or _sum_of_a_clause(text)
    if amount is None or amount.unit != "sum" or amount.high == 0 or is_only_paid(scene, amount):
        return None
    return amount_fact(amount, text)


def _sum_of_a_clause(text: str) -> Amount | None:
    """The sum of the one clause that says one (4月和5月的,一共7800); None when another clause holds money as well."""
    pieces = clauses(text)
    sums = [amount for piece in pieces if (amount := parse_amount(piece)) and amount.unit == "sum"]
    return sums[0] if len(pieces) > 1 and len(sums) == 1 and sum(one.unit == "sum" for one in find_amounts(text)) <= 1 else None


def paid_amount(text: str, today: date) -> Fact | None:
    """A sum; 没给过 and 一分没给 are 0."""
    if _NOTHING_PAID.fullmatch(bare(text)):
        return Fact("known", value=0, words=text)
    amount = parse_amount(re.sub(
        r"^(?:只|就|才|先|已经|陆续|前后|一共|总共|老板|他|大概|我)*(?:给了|给过|给|发了|付了|结了|"
        r"拿了|领了|借支了?|预支了?|支了)(?:我|我们)?(?=.)", "", bare(text)))
    return amount_fact(amount, text) if amount and amount.unit == "sum" else None


def owed_period(text: str, today: date) -> Fact | None:
    """The unpaid months: a period, several months, or one month. A bare length (三个月) cannot be dated, months with a gap
    between them (2月、3月、5月) are no one stretch."""
    if leaves_a_gap(text):
        return None
    return half_of_a_month(text, whole_period(text, today) or month_list(text, today))


_NOBODY_ELSE = re.compile(r"没得|没有|莫得|冇|没")


def people_count(text: str, today: date) -> Fact | None:
    """How many: 12, 二十几个, 就我一个; a bare 没得 says that nobody else is."""
    if parse_yes_no(text) is False and _NOBODY_ELSE.fullmatch(bare(text)):
        return Fact("known", value=1, words=text)
    first = clauses(text)[:1]
    return parse_people(bare(text)) or parse_people(text) or (parse_people(first[0]) if first else None)


def has_contract(text: str, today: date) -> Fact | None:
    """Yes, no, or a sentence that says so."""
    found = read_contract(text).get("has_contract") or _yes_no(text)
    if found:
        return found
    signed = re.search(r"(?<!没)(?<!没有)(?<!未)(?:签|点|按)(?:了|过|的有|有|的)[^,。没不]{0,8}(?:合同|协议)", text)
    return Fact("known", value=True, words=signed.group()) if signed else None


def has_iou(text: str, today: date) -> Fact | None:
    """Yes, no, or a sentence that says so. A loan paper (是借条) is no wage IOU."""
    if lost := _LOST_IOU.search(text):
        return Fact("known", value=False, words=lost.group())
    found = read_iou(text).get("has_iou") or _yes_no(text)
    held = {} if found else find_evidence(text, default=True)
    if LOAN_NOTE in held and "iou" not in held:
        return Fact("known", value=False, words=text)
    if found is None and re.fullmatch(r"(?:他|她|老板|包工头|给我?|有|是|就|手)*(?:写|打|开|立)(?:了|过)(?:一|1|"
        r"两|2)?(?:张|个|份)?(?:条子|条|的)*", bare(text)):
        return Fact("known", value=True, words=text)
    return found


def _yes_no(text: str) -> Fact | None:
    pieces = clauses(text)
    if len(pieces) > 1 and pieces[0] in ("不是", "不对", "不"):
        return None  # 不是,我是自己辞的工: something else is denied
    answer = parse_yes_no(text)
    return None if answer is None else Fact("known", value=answer, words=text)


def evidence_held(text: str, today: date) -> Fact | None:
    """The kinds named and not denied; an empty list for 什么都没有."""
    kinds = find_evidence(text, default=True)
    if kinds:
        return Fact("known", value=list(kinds), words=text)
    denied = parse_yes_no(text) is False or re.search(
        r"(?:什么|啥子?|一样)(?:证据)?(?:都|也)?(?:没|拿不出)|没有?(?:任何|什么)?(?:证据|材料)|都没有?(?:留|"
        r"了)?$", text)
    return Fact("known", value=[], words=text) if denied else None


def promised_date(text: str, today: date) -> Fact | None:
    """The promised day, read forward when near; state "unknown" when nothing was promised."""
    if _NO_PROMISE.fullmatch(bare(text)) or NO_DAY.fullmatch(bare(text)):
        return Fact("unknown", words=text)
    day = parse_date(text, today) or parse_date(text, today, prefer="future")
    return date_fact(near_future(day, today, False, text)) if day else None


def already_tried(text: str, today: date) -> Fact | None:
    """The steps named; an empty list for 都没有, 还没找过."""
    codes = name_tried(text) or (["asked"] if _ASKED_OFTEN.search(text) else [])
    if codes:
        return Fact("known", value=codes, words=text)
    denied = names_none(bare(text)) or parse_yes_no(text) is False
    return Fact("known", value=[], words=text) if denied else None


def other_proceeding(text: str, today: date) -> Fact | None:
    """none, or the proceeding named."""
    if parse_yes_no(text) is False or re.match(
        r"(?:我|还|都|也|从来)*(?:没|没有|不|未)(?:去|有|申请|走|搞|打|做|找)?(?:过)?(?:仲裁|起诉|"
        r"法院|官司|调解|告|别的|其他|弄|办|过|$)", bare(text)):
        return Fact("known", value="none", words=text)
    code = name_proceeding(text)
    return Fact("known", value=code, words=text) if code else None
