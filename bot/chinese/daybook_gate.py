"""Whether a message is for the day book. Strict: a wage story, a question or an answer of a form is never taken for one."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese import lexicon
from bot.chinese.amounts import find_amounts
from bot.chinese.date_expr import Expr
from bot.chinese.date_scan import scan
from bot.chinese.daybook_amounts import AT_WORK, EACH
from bot.chinese.daybook_days import prepared
from bot.chinese.daybook_fix import dated_fix, without_double
from bot.chinese.daybook_hours import HOURS
from bot.chinese.daybook_left_out import is_stretch, without_left_out
from bot.chinese.daybook_notes import GRADES, LEADS_ALONE, SAID
from bot.chinese.daybook_price import mended_price, with_stretches
from bot.chinese.daybook_rates import pieces_in
from bot.chinese.daybook_spoken import in_plain_words, without_side_money
from bot.chinese.daybook_values import NotWritten
from bot.chinese.daybook_work import DAYS, FULL, OFF, ONE, SHIFT, WORK
from bot.chinese.normalise import normalise
from bot.chinese.numerals import level

MARK = re.compile(
    r"^(?:你好|在吗|麻烦|请|帮我|给我|帮忙|再|都|,|\s)*"
    r"(?:记工本?|记个?工|记一?下(?!欠|债)|记一笔|记上|记到|补记|补一?下|补个|打卡|出工|考勤|更正|工时)(?:一下)?[:,\s]*")
_MARK_INSIDE = re.compile(r"(?:帮我|给我)(?<!登)记(?!了|过)|(?<!登)记(?:上|一个|半个|大工|小工)(?!吗|没|过)")
DELETES = re.compile(r"(?:删|划掉|去掉|取消|作废|抹掉|不算|不要了)")
_DELETE_ONE = re.compile(
    r"^(?:帮我|请|麻烦)?(?:取消|删掉|删除|划掉)?把?(?P<day>[^,。]{2,24}?)(?:那天|这天)?的?(?:那条|那笔|记的?工?|工|记工|记录|不算)?"
    r"[,]?(?:帮我|给我|都|全)?(?:删|划掉|去掉|取消|作废|抹掉|的记工)(?:除|掉|了|一下|吧)*$")
#: the same with the verb before the day (删掉11月5日)
_DELETE_FIRST = re.compile(
    r"^(?:帮我|请|麻烦)?(?:取消|删掉|删除|删了|划掉|去掉)(?P<day>[^,。]{2,24}?)(?:那天|这天)?的?(?:那条|那笔|记的?工?|工|记工|记录)?(?:吧|了)?$")
_CHANGE = re.compile(r"^改(?:一下)?(?:记工|工|昨天的工|这条)(?:本|的)?[。.!！]?$")
#: all that may stand beside the day that is struck out
_BESIDE_THE_DAY = re.compile(
    r"(?:那个?(?=记|工)|[那这]一?天|那几天|那条|那笔|记工[本表]?|记录?(?:[错多重]复?了?)?|(?:\d+|[一两二三半])个半?|工|[的都全部到至和跟、,~\s-])*")
_OF_OTHER_THINGS = re.compile(r"照片|说的|聊天|资料|投诉|证据|数据|消息|账号|视频|话")
#: words of a claim, of a question, of another matter
_AGAINST = re.compile(
    r"欠|拖|(?:没|不|未)(?:给|发|结|付|拿|开(?!工))|没有(?:给|发|结|付)|(?<![块元日\d])工资(?![是:]?\s*\d)|工钱(?!\d)|薪水|讨|要账"
    r"|(?<![块元毛角\d工])钱|跑路|跑了(?![\d一二两三四五六七八九十]+[单趟票车])|失联|投诉|仲裁|起诉|告|劳动局|监察|法院|律师|派出所|警|电话|联系|合同|条子|欠条|结算|押|扣|罚|辞|离职"
    r"|开除|不要我|撵|赶|受伤|摔|砸|伤|医院|社保|保险|加班费|赔|进场|进厂|入职|起干|(?:干|做)到(?!晚|天黑|半夜|[\d一二三四五六七八九十两]+点)"
    r"|一直干|走的|离开|退场|完工|完的工|算账|多少|怎么|咋|吗|呢|么$|能不能|能否|可不可以|是不是|有没有|为什么|为啥|凭什么|算不算|怎样|哪|谁"
    r"|先(?:这样|到这|说到这|填到这)|要(?:去|回去)?(?:上工|上班|出工|干活|开工)(?:去)?了|证据|录音|照片|截图|签|协议|试用|老板说|老板让|被|不让|等了|找了|走了|骂|打我|吵|催|大家|工友|兄弟|过年|承诺|答应|说好|借"
    r"|[\d一二两三四五六七八九十几]+\s*(?:个|多|来|号)?人|法定|节假|休息日|吃|睡|死|岁|学生|老婆|媳妇|儿子|爸|每周|至少|按|处理|自离|时间|[上了]没$|登记|几个|查|看看|看下|肿|累|腰|腿|开始|满一?个?月"
    r"|干了?\s*(?:[\d一二两三四五六七八九十几半]+)\s*(?:个)?(?:多)?(?:月|年)|[?？]")
_COUNT_OF_WORK = re.compile(
    r"(?:个|半|[\d一二两三])\s*工(?![资钱地程人友头期作厂棚序时])|全天|全勤|满勤|半天|小时|钟头|(?<![开完])工时(?!间)"
    r"|(?:大工|小工|点工|技工|杂工)\s*[1-9]\d\d?(?!\d)"
    r"|[\d一二两三四五六七八九十]\s*个?半?钟(?!情|头?点)|\d\s*h(?![a-z])|[\d一二两三半十]+个(?=[,。\s]|$)", re.I)
_WORKED_HALF = re.compile(r"(?:上午|下午|早上)(?:半天)?[^,。]{0,4}(?:干|做|上班|出工|上工)")
_A_DAY = re.compile(
    r"(?:^|[了做干上工班都是各忙满,: 共每])\s*(?:一|半|1|整)\s*(?:个)?(?:整)?天|[天号日晚]\s*(?:一|1)天半?(?=$|[,。\s\d半])")
_SEVERAL_DAYS = re.compile(r"(?:[2-9]|\d\d+|[二两三四五六七八九十]+)\s*(?:多|来)?天(?!\d)")
_BARE_COUNTS = re.compile(r"[号日天]\s*[:,]?\s*[\d一二两三半]+(?:[.点]\d)?个?(?:[,。;\s]|$)")
_AT_WORK_LAST = re.compile(rf"(?:{AT_WORK.pattern})(?:了|的|啦)?[。.!\s]*$")
#: no work today, said without the day
RAINED = re.compile(
    r"(?:[下落](?:大|暴)?雨|停电|没材料|没料|没活)(?:了|,|\s)*"
    r"(?:没(?:干成?|出工|开工|做成?|上工)|停工|歇工?|休息)(?:了|一天|半天)*[.。!]?")
_NEAR = re.compile(r"今[天日儿早晚]|昨[天日儿晚]|前天")
_TO_COME = re.compile(r"明天|明日|后天|大后天|下周|下个?月|再")
_LUNAR = re.compile(r"腊月|正月|冬月|农历|阴历|旧历|初[一二三四五六七八九十]")
_YEAR = re.compile(r"(?:(?<!\d)\d\d年|(?<=\d{4})年|去年|前年)(?!\d{1,2}月\d{1,2}[号日])")
#: no day is named: it is of today
_OF_TODAY = re.compile(
    r"(?:收工了?|下班了?|,|\s)*(?:(?:上工|出工|加班|加点|干|做|上班|上|正常)[了满]?\s*"
    r"(?:(?:1\d|[2-9]|1|[一二两三四五六七八九半]|十[一二三四五六]?)个?半?(?:小时|钟头?)半?|(?:[一1两半]|一个半)个?工半?|[一半整]整?天)"
    r"|(?<=[工班了,\s])(?:一|半|1|一个半|两)个工|[一半]天工)(?:[,\s]*\d{2,3}(?:元|块)?(?:一天)?)?"
    r"(?:加班\d+个?(?:小时|钟头?))?[\s。.!了]*")
_BARE_MARK = re.compile(
    r"(?:我要|我想|帮我|给我|来)?(?:记工本?|记个?工|记一?下工|补记|补工|打卡记工)(?:吧|了|一下|哈)?[。.!,\s]*")
#: only a grade or trade beside the day: he was at work
_GRADE_ALONE = re.compile(r"[号日天]\s*(?:大工|小工|点工|技工|杂工|中工)[。.!\s]*$")
_SINCE = re.compile(r"[从打自].{0,8}(?:停工|歇业|放假)")
LONGEST, REST, REST_MARKED = 500, 9, 24
_SOME_DAY = date(2026, 1, 7)  # the gate asks whether a day is named, not which


def asks_change(text: str) -> bool:
    """Whether he only says that he wants a line changed (改一下记工), not which one nor how."""
    return bool(_CHANGE.match(text))


def is_bare_mark(text: str) -> bool:
    """Whether it is 记工 and nothing else: the day and the work come in the next message."""
    return bool(_BARE_MARK.fullmatch(level(normalise(text)).strip()))


def of_today(plain: str) -> bool:
    """Whether work is told without its day, so that it is of today (上工9个钟; on prepared text)."""
    return bool(_OF_TODAY.fullmatch(plain.strip()) or RAINED.fullmatch(plain.strip()))


def tells_pieces(plain: str) -> bool:
    """Whether pieces are counted in it (on prepared text)."""
    return pieces_in(plain) is not None


def mends_price(plain: str, dated: list[Expr]) -> bool:
    """Whether the price of a day is mended and nothing else is said (18号的单价不对是200)."""
    if not dated or dated[0].start > 2 or any(expr.kind != "day" for expr in dated):
        return False
    try:
        return (mended_price(plain[dated[-1].end:]) or dated_fix(plain[dated[-1].end:])) is not None
    except NotWritten:
        return True


def starts_with_mark(plain: str) -> bool:
    """Whether it begins with 记工 or the like (on prepared text)."""
    return bool(MARK.match(plain) or _MARK_INSIDE.search(plain))


def strikes_out(plain: str) -> bool:
    """Whether a day is struck out (on prepared text): beside the day stand words of the day book alone (5号的, 昨天记的一个工);
    what he sent, took or said on that day is none."""
    found = _deletion(plain)
    if found is None or not DELETES.search(plain) or _OF_OTHER_THINGS.search(plain):
        return False
    rest, dated = found["day"], scan(found["day"])
    for expr in sorted(dated, key=lambda one: one.start, reverse=True):
        rest = rest[:expr.start] + rest[expr.end:]
    for pattern in (WORK, HOURS, FULL, DAYS):
        rest = pattern.sub("", rest)
    return bool(dated) and bool(_BESIDE_THE_DAY.fullmatch(rest))


def _deletion(plain: str) -> re.Match[str] | None:
    """The words of a deletion, the verb behind the day or before it."""
    bare = plain.strip(" .。!")
    return _DELETE_ONE.match(bare) or _DELETE_FIRST.match(bare)


def is_daybook(text: str) -> bool:
    """Whether the message wants a working day written down, struck out or corrected.

    A day, how much was worked (or that he did not), and no word of arrears, of a question or of another matter; with 记工 before
    it the day may be missing. Sums owed, lengths of work without their days, beginnings and ends of work are none.
    """
    if len(text) > LONGEST:
        return False
    text = without_double(text)[0]
    plain = prepared(text, _SOME_DAY)
    if _deletion(plain):
        return strikes_out(plain)
    rest = without_left_out(MARK.sub("", plain), _SOME_DAY)[0]
    if _AGAINST.search(rest) or _AGAINST.search(with_stretches(in_plain_words(without_side_money(normalise(text))))):
        return False
    if RAINED.fullmatch(rest.strip()):
        return True
    marked, dated = starts_with_mark(plain), scan(rest)
    if _OF_TODAY.fullmatch(rest.strip()) and not marked:
        return True
    if mends_price(rest, dated):
        return True
    if _more_than_work(rest, dated) > (REST_MARKED if marked else REST):
        return False
    amount = any(pattern.search(rest) for pattern in (WORK, DAYS, FULL, HOURS, OFF, SHIFT, *((ONE,) if marked or dated else ())))
    amount = amount or tells_pieces(rest)
    if marked:
        return amount or (bool(dated) and bool(_BARE_COUNTS.search(rest) or AT_WORK.search(rest)))
    return bool(dated) and not _YEAR.search(normalise(text)) and _is_plain_entry(rest, dated, amount)


def tells_how_much(text: str) -> bool:
    """Whether work is counted in it (工, 小时, 全天 …) or 记工 stands before it: more than a day on which work began or ended."""
    plain = prepared(text, _SOME_DAY)
    if not starts_with_mark(plain) and not scan(plain):
        return False
    if starts_with_mark(plain) or tells_pieces(plain):
        return True
    return any(one.search(plain) for one in (DELETES, _COUNT_OF_WORK, ONE, DAYS))


def _is_plain_entry(plain: str, dated: list[Expr], amount: bool) -> bool:
    """Without 记工: days, not months or feasts, and the work of a day rather than a length of work."""
    counted = bool(_COUNT_OF_WORK.search(plain) or ONE.search(plain) or _WORKED_HALF.search(plain)) or tells_pieces(plain)
    if not all(expr.kind == "day" for expr in dated) and not (counted and (EACH.search(plain) or "勤" in plain)):
        return False
    if _LUNAR.search(plain) or _SINCE.search(plain) or (_SEVERAL_DAYS.search(plain) and not re.search(r"个工|半工", plain)):
        return False
    stretch = len(dated) > 1 and re.search(r"[号日天]\s*(?:到|至|-|~|—)", plain)
    if counted or FULL.search(plain) or SHIFT.search(plain):
        return True
    if OFF.search(plain):
        stood_still = re.search(r"月.*停工", plain)  # 10月8号停工了: the end of the work
        return len(plain) <= 24 and not stood_still and not stretch and not _TO_COME.search(plain)
    if len(dated) and EACH.search(plain) and AT_WORK.search(plain) and is_stretch(plain) and _more_than_work(plain, dated) <= 1:
        return True
    if stretch and "干活" in plain and _more_than_work(plain, dated) <= 1:
        return True
    if len(dated) == 1 and LEADS_ALONE.match(plain[dated[0].end:]):
        return True
    if _GRADE_ALONE.search(plain) and _more_than_work(plain, dated) <= 1:
        return True
    if re.search(r"[一1半]天", plain) and lexicon.find("trades", plain) and not _more_than_work(plain, dated):
        return True
    if stretch and not EACH.search(plain):
        return False
    if _AT_WORK_LAST.search(plain) and len(plain) <= 12 and _NEAR.search(plain):
        return True
    return amount and bool(_A_DAY.search(plain))


def _pieces_span(plain: str) -> list[tuple[int, int]]:
    found = pieces_in(plain)
    return [(found.spans[0][0], found.spans[-1][1])] if found else []


def _more_than_work(plain: str, dated: list[Expr]) -> int:
    """How many hanzi tell anything else than days, work, pay, trade and how it is said."""
    spans = [(expr.start, expr.end) for expr in dated] + [(one.start, one.end) for one in find_amounts(plain)]
    spans += [(hit.start, hit.end) for hit in lexicon.find("trades", plain)]
    signs = list(plain)
    pieces = _pieces_span(plain)
    for start, end in [*spans, *pieces]:
        signs[start:end] = " " * (end - start)
    left = "".join(signs)
    for pattern in (WORK, DAYS, HOURS, FULL, SHIFT, OFF, AT_WORK, EACH, SAID):
        left = pattern.sub(" ", left)
    for grade in GRADES:
        left = left.replace(grade, "")
    return len(re.findall(r"[\u4e00-\u9fff]", left))
