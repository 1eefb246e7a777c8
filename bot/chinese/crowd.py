"""How many people are unpaid together."""
from __future__ import annotations

import re
from functools import lru_cache

from bot.chinese import lexicon
from bot.chinese.counts import COUNT, parse_count
from bot.chinese.lexicon import any_of
from bot.chinese.values import Fact

_PEOPLE = "(?:" + any_of("""
    个人 个工人 个工友 个兄弟 个弟兄 个老乡 个民工 个农民工 个同事 个姐妹 个大姐 名工人 名农民工 名员工 名同事 个员工 个
    号人 位工人 位工友 口人 人 工人
    工友 弟兄 兄弟 民工
    [个名位](?:架子|钢筋|木|瓦|泥|泥水|水电|油漆|粉刷|电焊|焊|安装|混凝土|模板|杂|普|技|清洁|环卫|洗碗|缝纫|车|包装|护|搬运|装卸)工
    [个名位](?:骑手|保安|保洁员?|服务员|司机|厨师|月嫂|护士|老师|教练)""") + ")"
#: those who are only wanted, not those who are unpaid: 要招二十个架子工
_WANTED = re.compile(r"(?:招|需要|还要|缺|请|雇|用)(?:了|过|到|来)?$")
_COUNTED = re.compile(
    rf"(?P<lead>我们|我们这|咱们|咱|俺们|一共|总共|大概|差不多|有|还有|班组|连我|加我|带我|和我|"
    rf"工地上|都是|共)?(?:有|一共|总共|大概|差不多|大约|约|是|班组|村|这边|这批|连我|加我|就|"
    rf"里|上|去了|来了|厂里)*"
                      rf"(?P<count>{COUNT})(?P<unit>{_PEOPLE})(?P<about>左右|上下|以上|的样子)?")
_ALONE = re.compile(
    r"(?:就|只|只有|只是|就是)(?:我|俺)(?:一个|自己(?![\d一二两三四五六七八九十])|一人|1个)|(?<![给叫喊让])(?:我|俺)(?:就)?(?:一个人|自己一个)(?=[,。!]|"
    r"$)|没有?别人|就我自己(?![\d一二两三四五六七八九十])|单独我一个"
)
_PAIR = re.compile(
    r"我(?:和|跟|与|同)(?:我)?(?:老公|老婆|爱人|媳妇|丈夫|妻子|哥|弟弟|我哥|弟|儿子|爸|对象|"
    r"姐|妹妹|姐夫|堂哥|表哥|表弟)(?:俩|两个|两人|二人|两口子)?|(?:我们)?(?:两口子|夫妻俩|夫妻二人|"
    r"兄弟俩|两兄弟|父子俩|俩人|两个人|两人)"
)
#: 就我和后厨小李: he and one workmate
_WITH_ONE = re.compile(
    r"(?:就|只有|只|就是)(?:我|俺)(?:自己)?(?:和|跟|与|同|还有)(?!老板|包工头|工头|他们|她们|大家|公司|老板娘)(?P<who>[\u4e00-\u9fff]{1,7}?)"
    r"(?:俩|两个人?|两人|二人|(?:都)?没(?:拿到|领到|给|发|结)(?:工资|工钱|钱)?)?(?=[,。!]|$)"
)
_MANY = re.compile(r"们|几|些|和|跟|还有|、|[两三四五六七八九十\d]个")
_NOT = re.compile(r"(?:每|一天|介绍|派了?|来了|找了|叫了|打伤|死了|砸|另外|住|间屋住|有|换了|隔壁|死|受伤|其中|"
    r"剩|只剩下?|剩下|就剩下?)$")
_TOGETHER = re.compile(r"欠|拖欠|工资|工钱|没给|没发|没拿|没结|讨薪|要钱|血汗钱|不给|不发")
_NOT_AFTER = re.compile(
    r"^(?:的?证明|算法|平摊|平分|分|愿意|怕|数|一天|每天|介绍|班倒|月|[白夜晚早]班|小时|工(?!人|友|资|钱)|"
    r"天|多月|保(?![安洁姆])|,?(?:可以|能|愿意)?(?:给我|帮我)?作证|跑了|欠条|说|来打|打我|来堵|看着)"
)
#: an answer with the group named before the number: 我们保洁组6个, 一起去的五个人
_GROUP = re.compile(
    rf"(?:我们|咱们|俺们|他们|她们|我|一起|一块儿?|跟我|(?:去|干|做|来|在|干活|做工)的|的|有|这边|那边|[\u4e00-\u9fff]{{0,3}}(?:组|班|队|车间|村)里?|"
    rf"连我|加我|带我|连|加上我|包括我|大概|大约|差不多|一共|总共|都|就|是)*(?P<count>{COUNT}|俩|仨)(?:{_PEOPLE}|个|位|名)(?P<about>左右|上下|的样子)?"
)


#: 还有个传菜的小妹也没拿到: he and those
_MORE = re.compile(
    rf"还有(?P<count>{COUNT})?(?:个|位|名)(?!月|多?月|半月|星期|礼拜|季度|小时|把月|工地|项目|厂|店|公司|押金|奖金|工资|工钱|人工)(?P<who>[^,。!?;]{{1,10}}?)"
    r"(?:也|都|同样|一样|跟我一样)+(?:还|一直)?(?:没有?|未|冇)(?:拿|领|给|发|结|得|收|要)"
)
#: 还有两个姐妹: workmates beside him, where pay that stays out is told; no witnesses, nobody who was hurt or paid
_BESIDE = re.compile(
    rf"还有(?P<count>{COUNT})(?:个|位|名)(?P<who>工友|工人|姐妹|兄弟|弟兄|老乡|同事|大姐|大哥|民工|伙计|骑手|师傅|司机|保安|木工|小工|阿姨|员工|服务员)"
    r"(?=(?:也|都|一样|同样|跟我|和我|一起|的(?:工资|工钱|钱)|没有?[拿领给发结得收]|[,。!?;]|$))(?!,?(?:他们|她们)?(?:都|也)?(?:可以|能|愿意)?(?:给我|帮我)?(?:作证|做证|证明))"
)
#: the same, where nothing but those who were not paid is told: 还有两个人没拿
_MORE_UNPAID = re.compile(
    rf"(?:就|,|\s)*还有(?P<count>{COUNT})(?P<who>个人|人)(?:也|都|还|一直|同样)*(?:没有?|未|冇)(?:拿|领|给|发|结|得|收|要)[^,。]{{0,6}}")
#: so many that he does not count them (我们班组, 好多人, 全厂, 不止我)
_NOT_COUNTED = re.compile(
    r"(?:我们|俺们|咱们|那|就|是|都|有|一起|被欠的|[,\s])*(?:(?:整|全)(?:个|都)?(?:厂|班|班组|车间|公司|工地|队|组|店|村)|班组|我们|大家伙?|所有人?|全体|全部"
    r"|不止(?:我|一)(?:一?个|一人)?|(?:好|很|许)多|不少|一大?[帮群批伙堆]|一些|多得很|数不清|人多)(?:的?(?:人|工人|工友|员工|老乡))?"
    r"(?:都|也|一起|人|的|没(?:有)?(?:发|给|拿|领|结)[^,。]{0,4}|被欠|呢|了)*")
#: nobody counts so many workmates without a word for people
MOST_BARE = 500
_OWES_THEM = re.compile(r"(?:我|俺)(?:还|也|自己)?(?:欠|差|拖欠)(?:着|了)?(?:底下|手下|下面)?(?:的|那)?$")


def workmates(text: str, asked: bool = False) -> re.Match[str] | None:
    """The words for one workmate or more who were not paid either, beside himself; groups `count` and `who`. `asked`: the text
    answers how many they are."""
    match = (asked and _MORE_UNPAID.fullmatch(text)) or _MORE.search(text)
    match = match or (_BESIDE.search(text) if asked or _TOGETHER.search(text) else None)
    if match is None or re.search(r"我们|咱们|俺们", text[: match.start()]) or lexicon.find("debtor", match["who"]):
        return None
    return match


def read_people(text: str, asked: bool = False) -> dict[str, Fact]:
    """`people_count`: exact, or vague with `low` and `high`. Numbers that count other things are left alone."""
    if alone := _ALONE.search(text):
        return {"people_count": Fact("known", value=1, words=alone.group())}
    if (more := workmates(text, asked)) and (span := parse_count(more["count"] or "一")):
        himself = 2 if _PAIR.search(text[: more.start()]) else 1
        low, high = span[0] + himself, span[1] + himself
        known = low == high
        return {"people_count": Fact("known", value=low, words=more.group()) if known
                else Fact("vague", low=low, high=high, words=more.group())}
    for match in _COUNTED.finditer(text):
        fact = _counted(text, match)
        if fact:
            return {"people_count": fact}
    one_more = _WITH_ONE.search(text)
    if one_more and not _MANY.search(one_more["who"]):
        return {"people_count": Fact("known", value=2, words=one_more.group())}
    pair = _PAIR.search(text)
    if pair and not _NOT.search(text[: pair.start()]):
        return {"people_count": Fact("known", value=2, words=pair.group())}
    return {}


def _counted(text: str, match: re.Match[str]) -> Fact | None:
    lead, count, unit = match.group("lead"), match.group("count"), match.group("unit")
    grouped = bool(lead) and lead != "有" and lead != "还有"
    if unit in ("个", "人") and not grouped and not (unit == "人" and re.match(
        r"(?:都|没|的工资|的钱|被|,|。|$)", text[match.end() :])):
        return None
    before = text[: match.start()]
    if _WANTED.search(text[: match.start("count")]):
        return None
    if _OWES_THEM.search(text[: match.start("count")]) or _NOT.search(before) or _NOT_AFTER.search(text[match.end() :]):
        return None
    if unit == "个" and re.match(
        r"月|工地|小时|孩|娃|证|项目|老板|包工头|公司|厂|星期|礼拜|合同|条|平方|点|班|[白夜晚早中]班|夜|工日|"
            r"台班|村|字|多", text[match.end() :]):
        return None
    span = parse_count(count)
    if span is None or span == (1, 1) or (span == (3, 9) and not grouped):
        return None
    if not grouped and not _TOGETHER.search(text):
        return None
    low, high = span
    words = text[match.start("count") : match.end()]
    if match.group("about") and low == high:
        return Fact("vague", low=max(1, round(low * 0.8)), high=round(high * 1.2), words=words)
    return Fact("known", value=low, words=words) if low == high else Fact("vague", low=low, high=high, words=words)


@lru_cache(maxsize=1)
def _one_alone() -> re.Pattern[str]:
    """One person and nobody else, also the relative for whom he asks: 就她一个, 就我婆娘一个, 只有我妈."""
    kin = rf"(?:我|俺|他|她)(?:的|们|家|屋头)?(?!爸妈|父母|家里?人|亲戚)(?:{lexicon.alternation('relatives')})"
    return re.compile(
        rf"(?:就是|就|只有|只是|只)?(?:{kin}|我|俺|他|她)?(?:一个人?|自己一个人?|自己|单独|一人)|(?:就是|就|只有|只)(?:{kin}|我|俺|他|她)")


def parse_people(text: str) -> Fact | None:
    """The answer to 'how many of you': 12, 二十几个, 就我一个, 十几号人."""
    found = read_people(text, asked=True)
    if found:
        return found["people_count"]
    match = re.fullmatch(
        rf"(?:有|大概|差不多|大约|约|一共|总共|就|全部|共|是|我们)*(?P<count>{COUNT}|俩|仨)(?:个|"
        rf"人|个人|名|位|号人|口子|{_PEOPLE})?(?P<about>左右|上下|的样子)?", text)
    match = match or _GROUP.fullmatch(text)
    if match is None and _NOT_COUNTED.fullmatch(text):
        return Fact("vague", words=text)
    span = parse_count(match.group("count")) if match else None
    if match and span and span[0] > MOST_BARE and text.endswith(match["count"]):
        return None  # 八千: a sum
    if match is None or span is None or span[0] < 1:
        return Fact("known", value=1, words=text) if _one_alone().fullmatch(text) else None
    low, high = span
    if match.group("about") and low == high:
        return Fact("vague", low=max(1, round(low * 0.8)), high=round(high * 1.2), words=text)
    return Fact("known", value=low, words=text) if low == high else Fact("vague", low=low, high=high, words=text)
