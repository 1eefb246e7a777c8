"""Whether short free text is another fact (days, a sum, a rate, a trade, proof, a head count) and so nobody's name."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese import lexicon
from bot.chinese.amounts import find_amounts
from bot.chinese.companies import find_companies, is_firm
from bot.chinese.crowd import parse_people
from bot.chinese.dates import find_dates
from bot.chinese.evidence_words import read_contract, read_iou
from bot.chinese.firms import is_kind
from bot.chinese.gone import is_only_that
from bot.chinese.lexicon import any_of
from bot.chinese.normalise import normalise
from bot.chinese.people import parse_name
from bot.chinese.places import find_places, is_place
from bot.chinese.yes_no import bare, parse_yes_no

_LISTS = ("evidence", "trades", "tried")
_LENGTH = re.compile(
    r"(?:[\d一二两三四五六七八九十半几大好多]+|整|全)个?多?(?:月|年|天|星期|礼拜|小时|工)|[\d一二三四五六七八九十]{1,3}[月号日]"
)
_TERMS = re.compile(any_of(r"""
    (?:按|论)(?:平方|平米|平|方|米|吨|件|天|月|工|量|小时|个|趟|单|栋|层|面积)(?:数|量)? 计件 计时 点工 日结 月结 周结 包工 清包
    (?:包|管)(?:吃住|吃|住|饭) 加班 一[平方米件吨趟单] 底薪 提成 社保"""))
#: words that join such facts and name nobody
_JOINTS = re.compile(any_of(r"""
    还有 也有 都有 就有 有 和 跟 与 及 从 到 至 开始 结束 起 左右 上下 大概 差不多 一共 总共 每 算 的 了 工资 工钱 块钱 块 元 钱
    押金 定金 饭钱 伙食费 生活费 车费 路费 房租 水电费
    干 做 弄 搞 活 是 我们 我 就 在 里 手 上 这 那 个 月 天 年 日 号 份 底 初 末 全 都 前 后 之 以 去 要 过 着 张 几 些 点
    付清 结清 给 结 放假 开工 打工 上班
    , 。 、 ; ~ -"""))
_NOBODY = re.compile(
    r"(?:一个|一家|是|个|什么|那个|这个|大|小|外地|本地|当地|老|私人|国有|私营|民营|别的|其他|建筑|装修)*"
    r"(?:国企|央企|私企|民企|企业|公司|单位|工厂|厂|店|老板|政府|甲方|乙方|业主|开发商|个人|总包|分包|工地|项目)(?:的)?"
)
_OWNED = re.compile(r"人?开的(?:一?[个家])?[大小]?(?:店|厂|公司|[饭面餐]馆|饭店)$")
#: something done or signed: no name, nor a place
_TOLD = re.compile(r".了.|签[^,。]*(?:合同|协议)|欠条|条子|投诉|身份证|工资")
#: what a sentence has and a name has not
_SENTENCE = re.compile(r"[说讲写签问找拿看听等走喊挂拆打干做搞]|老板|开的|执照|包工头|牌子|电话|工人|还在|开始")

_SUM_WORD = re.compile(r"一共|总共|合计|加班费|工资|工钱|[块元]")
_SITE_END = re.compile(r"(?:村|路|大道|街道?|园|开发区|高新区|经开区|新区)$")

_ABUSE = re.compile(r"王八|[草操日艹]你?[妈泥]|傻[逼屄Xx]|狗日|龟儿|杂种|畜生|混蛋|混账|不是人|缺德|没良心|骗子|黑心")
_PLACES = ("project_name", "work_place")
#: how long (characters) a name may be that is known by nothing but its place in the form
_LONGEST_NAME = {"debtor_name": 8, "general_contractor": 8, "project_name": 20, "work_place": 24, "worker_name": 12}
#: what a sentence has and no name of a site, a builder or a person
_TALKS = re.compile(
    r"^(?:把|将|在|确认|好像|可能|应该|政府|国企|央企|私企|甲方|业主|聋哑)|是(?!.{0,2}[山园湾])|人在|都在|[改换变]成|微信|聊|挂着|(?<!华)人$|政府的|[难好]受|什么")
#: the way to a place: no firm and nobody is called so
_SOMEWHERE = re.compile(r"(?:[那这]边|旁边|附近|对面|隔壁|县城|老家|大学城|高新区|开发区|光谷|园区|工业园)$|^(?:老家|外地|外省)")
_SAID_OF = re.compile(
    r"(?:微信|抖音|网名)|(?:我|他|她|老板|包工头|工头|甲方|业主|开发商|建设单位)(?:也|就|都|本人)?(?:是|叫|姓|在|人在)")
#: a day or a month, also one that does not exist (二〇二五年二月三十号)
_A_DAY = re.compile(
    r"(?:(?:[\d〇零一二三四五六七八九]{2,4}|[今去前])年)?(?:农历|阴历|阳历)?[\d一二三四五六七八九十正冬腊]{1,3}月"
    r"(?:[\d一二三四五六七八九十]{1,3}[号日])?")
#: the number of a question (第5题), a row of keys (阿斯顿发): nobody and nothing is called so
_GARBAGE = re.compile(
    r"第?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[题问步](?:了|吧|的|错了)?|[上下前后]?一?[题步]"
    r"|(?:阿斯[顿蒂]|阿萨[德斯]|啊?撒旦|啊?实打实|阿斯达|爱上大|大苏打|撒大)[\u4e00-\u9fff]{0,4}|[哈呵嘿啊嗯哦额呃哼嘻]{2,}|[a-zA-Z]{1,3}"
    r"|(?:我)?(?:确认|确定)(?:提交|了|无误)*"
    r"|[^,。]*的(?:班组|队伍|手底?下)(?:的|里|干活?|做)*"
)
_NONE = re.compile(
    r"^(?:都|也|就|根本|好像|我们?|这|那|里|个|他们?|工地|门口)*(?:没得|没有|莫得|没|冇|无)(?:啥子?|什么|个)?"
    r"(?P<what>(?:项目|工地|总包|公司|厂|店|大|名|正式|固定|牌子|告示牌)[^,。]{0,3}(?:名字?|名称|总包|项目|公司)?)?(?:的|啊|呢|吧)?$")


def is_talk(slot: str, name: str) -> bool:
    """Whether what was left of an answer as a name is talk: a sentence about something else (他人在广东, 政府的项目), or, where a
    person or a firm is asked, the way to a place (就在高铁站旁边). What is known as a firm, a person or a place is no talk."""
    if is_firm(name) or (find_places("在" + name) and slot in _PLACES and not _TALKS.search(name)):
        return False
    if slot not in _PLACES and _SOMEWHERE.search(name):
        return True
    return bool(_TALKS.search(name)) or len(name) > _LONGEST_NAME[slot]


def is_said_of(text: str) -> bool:
    """Whether the text says who somebody is or where he is (老板是四川人, 甲方是镇政府): no name of a site or a builder."""
    return bool(_SAID_OF.match(bare(normalise(text))))


def is_other_fact(text: str, today: date) -> bool:
    """Whether the text tells something else than a name: nothing is left of it beside days, sums, terms, trades, proof."""
    plain = re.sub(r"\s", "", bare(normalise(text)))
    if _GARBAGE.fullmatch(plain) or _A_DAY.fullmatch(plain):
        return True
    if is_only_that(plain) or parse_yes_no(plain) is not None or parse_people(plain):
        return True
    if read_contract(plain) or read_iou(plain) or _TOLD.search(plain):
        return True
    rest = _without_facts(plain, today)
    return rest != plain and not _JOINTS.sub("", rest)


def is_total(text: str) -> bool:
    """Whether the text says a sum of money with a word for it (加上加班费一共26000)."""
    return bool(_SUM_WORD.search(text)) and any(amount.unit == "sum" for amount in find_amounts(text))


def is_region(text: str) -> bool:
    """Whether the text is a town, a county or a larger place and nothing else: no project is called so."""
    return is_place(text) and not _SITE_END.search(text)


def has_none(text: str) -> bool:
    """Whether it is said that there is no such name (没得项目名字, 没有总包); a bare 没有 says so as the whole answer only."""
    clause, *more = re.split(r"[,，。;；\s]", text.strip(" ,，。.!！"), maxsplit=1)
    match = _NONE.search(bare(normalise(clause)))
    return match is not None and bool(match["what"] or not more)


#: the other order, before more words: 总包没得,是给私人装修
_NONE_BEHIND = re.compile(
    r"^(?:那个|这个|我们?)*(?P<what>总包|项目名?)(?:都|也|是|根本)*(?:没得|没有|莫得|冇)(?:的|啊|呢|吧|了)*$")
_CALLED_SO = (("总包", "general_contractor"), ("项目", "project_name"))


def named_none(text: str) -> str:
    """The slot of which a clause says that there is no such name (没得总包: general_contractor); "" when none does."""
    for clause in re.split(r"[,，。;；!！\s]+", normalise(text)):
        match = _NONE.search(bare(clause)) or _NONE_BEHIND.match(bare(clause))
        what = str(match["what"] or "") if match else ""
        if slot := next((slot for word, slot in _CALLED_SO if what.startswith(word)), ""):
            return slot
    return ""


def is_nobody(text: str) -> bool:
    """Whether the text is a kind of firm (国企, 大公司), a place or a sentence; the name of a firm or a person is neither."""
    plain = bare(normalise(text))
    place = re.sub(r"^(?:他|她|我们?|人|是)*(?:在|去)?", "", plain)
    spans = find_places("在" + place)[:1]
    rest = place[spans[0][1] - 1 :] if spans and spans[0][0] == 1 else None
    if rest is not None and (not rest or _NOBODY.fullmatch(rest) or is_kind(rest)):
        return True
    if re.search(r"\d{3}", plain) and not find_companies(plain):
        return True
    if _NOBODY.fullmatch(plain) or _ABUSE.search(plain) or _OWNED.search(plain):
        return True
    named = parse_name(plain) or find_companies(plain)
    return bool(_SENTENCE.search(plain)) and not named


def _without_facts(plain: str, today: date) -> str:
    spans = [(found.start, found.end) for found in find_dates(plain, today)]
    spans += [(found.start, found.end) for found in find_amounts(plain)]
    spans += [(hit.start, hit.end) for name in _LISTS for hit in lexicon.find(name, plain)]
    spans += [match.span() for pattern in (_LENGTH, _TERMS) for match in pattern.finditer(plain)]
    taken = {place for start, end in spans for place in range(start, end)}
    return "".join(char for place, char in enumerate(plain) if place not in taken)
