"""The words around a time that say whether the pay of that time stays out, came, or was only less or late."""
from __future__ import annotations

import re

from bot.chinese.handed_over import LATER_MONTHS

_COUNT = r"[一二两三四五六七八九十几\d]"
_SUM = r"(?:[\d一二两三四五六七八九十百千万]{2,9}多?(?:块钱?|元)?)"
_PAY = r"(?:工资|工钱|薪水|薪资|血汗钱|劳务费|人工费|活钱)"
#: what may stand between a time and the word for its pay
_LEAD = (
    rf"(?:份|月|期间|间|这几个月|这{_COUNT}+个月|那几个月|{_COUNT}+个月|的|整个?月?|整|共|都|也|又|还是?|同样|一共|,|"
    rf"那?{_COUNT}{{1,2}}天|[上前后]半月|我|老板|公司|工地|厂里|在这|那边|剩下的?|到现在|至今|现在|一直)*"
)
#: words of staying out, of a part only, or of being kept back
_OUT = (
    r"(?:[没未](?:有)?(?:发|给|支付|结|付|到|拿|领|收|见|下来|影|着落|打|兑现|算|消息|动静|人[认管])|不(?:发|给|结|付|认|算(?=$|,))|"
    r"欠|拖(?!地|鞋|车)|压(?!力|[半一两]个?半?月)|停发|扣|差(?:我|着|了|\d|一[半个千万])|拿不|要不[到回着]|讨|少(?:发|给|算|了)|"
    r"(?:只|才|就)(?:发|给|结|付|拿|打|有)|(?:共计|一共|总共|总计|合计|加起来)[^,。]{0,3}[\d一二两三四五六七八九十]|一半|一部分|没了|"
    r"[提领拿卷]走|还没|都没|赖|卡[着住]|悬着|耗着|晾着|[划转]走|[就独]我没有|没有?我的|打水漂|泡汤|白条|[写打][了个张过的]*(?:欠条|条子))"
)
_UNPAID = re.compile(
    rf"^{_LEAD}(?:{_PAY}(?:[^,。!?;]{{0,14}}?{_OUT}|[^,。!?;]{{0,10}},(?:我|老板|公司|厂里|他们?|她|到现在|现在|至今|一直|一分|一毛|全|都|也|还|就)*{_OUT})"
    r"|一[分毛](?:钱|工资)?(?:都|也|还)?(?:没|不)|(?:没有?|未)支付|就没[结给]|欠[了着]?(?:我们?|俺们?|他们?|她)?(?=\d|[一二两三四五六七八九十]{1,2}[千百万])|(?<=[也都还是])没有?(?=$|[,。!?;])"
    r"|钱(?:都|全|一分|也|还|就|老板|他|到现在|至今|,)*(?:没|不|欠|拖|压|差)|就没发|没发|没给|没结|不结|没有发|没有给|一直没发|一直没给|没[拿领]到钱|"
    r"一直没结|(?:开始|起)?就?(?:一直)?(?:拖欠|欠薪|欠我|欠着|压着)|都没发|都没给|不发|不给|就不发|开始没发|开始就没|开始没有|起没|起就没|以后没|未发|未付"
    r"|(?:就|一直|都)*(?:拖?欠|拖|压)(?:着|了)?到"
    r"|(?:开始|起)就?(?:一直)?拖(?!地)|(?:单[钱费]|提成|钱(?!包))[^,。!?;]{0,6}(?:不认|[提领拿卷]走)"
    rf"|钱?{_SUM}(?:就|都|也|又|还|一直|到现在)*(?:[没不未](?:给|发|结|付|算|认)|没有(?:给|发|结|付|人认|人管)))"
)
#: a part of the pay of a month came (4月只给了2000)
_SHORT = re.compile(rf"^(?:份|月|的|老板|公司|他|就|也)*(?:只|才)(?:发|给|结|付)(?:我们?)?了?(?:{_SUM}|\d|一半|一部分|一点)")
#: what joins one owed month to the next behind 欠我 (2月份剩下的1500和3月份全部4800)
_AND = re.compile(rf"(?:份|月|的|剩下|剩余|全部|一半|整月|{_PAY}|钱|{_SUM}|[,、和跟]|还有|以及|加上?)*")
#: a day on which pay is due is no time that is paid for (过年没结, 15号没发, 到今天还没给)
_PAYDAY = re.compile("过年|春节|年前|年底|年关|中秋|国庆|端午|五一|元旦|月底|除夕")
_OWES = re.compile(
    r"(?:欠|欠我|欠我们|拖欠|没发|没给|没结|差我|压了|压着|还差|欠着|欠了|拖欠了|拖欠我|未发|"
    r"不给|不发|拖着|拖了|扣着|扣了)(?:我|我们|的|了|着|从|自)*$|(?:不给|没给|没有给)(?:我们?|俺)?[结发付]$"
)
_PAY_IS_LATE = re.compile(r"(?:工资|工钱|薪水)[^,。!?;]{0,3}(?:拖|欠|没发|没给|没结)[了着]*,$")
_NOTHING = re.compile(
    r"一分(?:钱|工资|没|都|也)|一毛(?:钱|没|都|也)|一个子|分文|一次都没(?:发|给)|一直没发|一直没给|"
    r"都没(?:发|给)过|没发过工资|没给过工资|没拿过"
)
#: what is threatened for the case that he does not do enough: no pay that stays out (说不跑满26天这个月工资不发)
_THREAT = re.compile(
    r"(?:说|讲|规定|要求|威胁|通知)[^。!?;]{0,10}(?:[不没未][^,。!?;]{0,3}[满够齐完]|不到\d|少于|低于|如果|要是|只要|敢"
    r"|再(?:闹|请假|迟到|旷工)|提前走|走的话|离职的?话)[^。!?;]{0,12}$"
)
#: what he himself threatens (说月底不给就找劳动局)
_OR_ELSE = re.compile(
    r"(?:之前|以前|前|再|还|要是|如果)*[不没](?:给|发|结|付)(?:清|钱|的话)*,?(?:我们?|俺)?(?:就(?!是|没)|直接|只好|马上)"
)
#: less pay than was due, told of a stretch: neither the work nor the months that are owed as a whole
_LESS = re.compile(r"(?:份|月|开始|起|就|老是|总是|一直|每个?月)*(?:少给|少发|少算)")
#: how the pay was from a time on (五月开始每个月只发一半, 四月起5000): the work did not begin then
_PAY_FROM = re.compile(
    r"^(?:份|月)?(?:开始|起|以后|之后|以来|过?后)?,?(?:我们?的?|俺|老板|公司|厂里|店里|他们?|她|就|又|每(?:个?月|次|回)|一直|老是?|都|也|的)*"
    rf"(?:{_PAY}|钱(?!包)|底薪|单价|基本工资|生活费|(?:只|才|就)(?:发|给|拿|打|结)|少(?:发|给|算)|拖(?!地|鞋|车)|欠|压(?:我|着|工资)|扣|降|涨|加薪|给我们?(?:降|涨|减|扣|加|停|少)|不发|没发|晚发"
    rf"|迟发|发(?:一半|生活费)|打白条|{_SUM}(?:一个月|每个?月|一天|$|,))"
)
#: what the employer did from a time on (10月开始公司说效益不好)
_THEIR_TURN = re.compile(
    r"^(?:份|月)?(?:开始|起|以后|之后),?(?:公司|老板娘?|厂里?|工厂|单位|站[点长]|物业|项目|甲方|包?工头|店里?|平台|项目部|他们?|她)(?!那里|那边|上班|干|做|打工|里|上)"
)
_PAY_OF = re.compile(rf"(?:份|期间|[这那](?:段时间|几个月))*的{_PAY}")
_PAY_OF_IT = re.compile(rf"{_PAY_OF.pattern}|份?的(?=[,;])|份?的?(?=$|[。!?])")
#: the clause before the time, without another time or a payment in it
_OWED_BEFORE = re.compile(r"(?:拖?欠|差[我俺]|[没未](?:给|发|结|付))(?![^,。!?;]*(?:[给发结付]了|月))[^,。!?;]{0,14}[,。!?;]?$")
_SINCE = re.compile(r"^(?:份|月)?(?:开始|起|以后|之后|以来|过?后)")
_PARTLY = re.compile(r"少(?:发|给|算)|(?:只|才|就)(?:发|给|拿|打|结)|一半|一部分|晚发|迟发|降|扣")
_PART = (
    r"(?!了?(?:大|小)?(?:一半|一部分|一点|一些|部分|点|些|几百|几千|半|两次|一次)"
    r"|了?(?:现在|今|年)|[\d一二三四五六七八九十]{1,3}月)"
)
#: the months whose pay came are neither owed nor all that he worked (3月到6月的工资都发了)
_PAID = re.compile(
    rf"^(?:份|月|的|也|都|我|老板|公司|已经|这{_COUNT}+个月)*(?:{_PAY}|钱)?{_SUM}?"
    r"(?:都|全部?|已经|早就?|是|也|倒是|老板|公司|厂里|他|给我|按时|正常|准时|我|刚|,)*"
    rf"(?:(?:发|给|结|付|拿|打|领|收)(?:到|清|完|齐|足|过)?(?:账|手)?|到(?:账|手)?)(?:给我)?了{_PART}"
)
#: it came late, but it came (8月的工资拖到10月才发)
_CAME_LATE = re.compile(
    rf"^[^,。!?;]{{0,8}}(?:拖|等|压)?到了?[^,。!?;到]{{1,8}}才(?:给我)?(?:发|给|结|付|拿到|到手){_PART}(?!了?\d)")
_REST = re.compile(r"还(?:有|欠|差|剩|没)|剩|没[发给结付][完清齐足]|欠|差(?:我|着|\d)")


def came(after: str, all_after: str = "") -> bool:
    """Whether the pay of a time came: `after` is told of that time alone, `all_after` is everything behind it."""
    paid = _PAID.match(after)
    return bool(paid and not _REST.search(after, paid.end())) or bool(_CAME_LATE.match(all_after or after))


def is_no_claim(before: str, after: str) -> bool:
    """Whether a time is one of a threat or of less pay than was due, neither owed as a whole nor the work."""
    since_less = _SINCE.match(after) and _PAY_FROM.match(after) and _PARTLY.search(after)
    return bool(_LESS.match(after) or since_less or _THREAT.search(before) or _OR_ELSE.match(after))


def stays_out(before: str, after: str) -> bool:
    """Whether the words beside a time say that its pay stays out."""
    own = _of_itself(after)
    return bool(_UNPAID.match(own) or _SHORT.match(own) or _OWES.search(before))


def _of_itself(after: str) -> str:
    """What is told of a time, up to later months that are told in the same breath (3月的工资是四千后面几个月没发)."""
    return after[: later.start()] if (later := LATER_MONTHS.search(after)) else after


def late_before(before: str) -> bool:
    """Whether the clause before a stretch up to now says that the pay stays out (工资拖了,9月到现在)."""
    return bool(_PAY_IS_LATE.search(before))


def is_pay_day(words: str, exact: bool, after: str) -> bool:
    """Whether a day beside words of staying out is the one on which pay was due, not the time that it is owed for."""
    paid_for = re.match(rf"(?:那天|当天|以来|起|开始|以后|之后|的|就|,)*(?:{_PAY}|钱)", after) or begins_a_stretch(after)
    return (exact or bool(_PAYDAY.search(words))) and not paid_for


def goes_on(between: str) -> bool:
    """Whether the words between two months keep the word of owing before the first (欠我2月份1500和3月份4800)."""
    return bool(_AND.fullmatch(between))


def only_pay_changed(after: str) -> bool:
    """Whether the pay was so from a time on (五月开始工资就拖, 四月起5000): no first day of work."""
    return bool(_SINCE.match(after) and _PAY_FROM.match(after)) or bool(_THEIR_TURN.match(after))


def is_pay_of(after: str) -> bool:
    """Whether a time is told for its pay (3月到6月的工资): neither end of it ends the work."""
    return bool(_PAY_OF.match(after))


def is_owed_for(before: str, after: str) -> bool:
    """Whether a time is told for the pay that was said to be owed right before it (欠我两万三,去年6月到11月的工钱)."""
    return bool(_PAY_OF_IT.match(after) and _OWED_BEFORE.search(before))


def stays_out_later(after: str) -> bool:
    """Whether a time is told for its pay, and somewhere behind it that it stays out (四月到六月的工资一万五,一直悬着)."""
    return is_pay_of(after) and bool(re.search(_OUT, _of_itself(after)))


def begins_a_stretch(after: str) -> bool:
    """Whether a time is the first of all that followed (8月开始, 五月以后, 六月到现在)."""
    return bool(re.match(r"(?:份|月)?(?:开始|起|以来|以后|之后|到现在|至今)", after))


def nothing_at_all(text: str) -> bool:
    """Whether a story says that no pay came at all (一分没给)."""
    return bool(_NOTHING.search(text))
