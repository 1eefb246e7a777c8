"""The words beside a day that say that the work began or ended then, and whose day it is."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.gone import find_end
from bot.chinese.lexicon import any_of

_START = re.compile(any_of(
    r"入职 出门 进厂 进场 开始干 开始做 开始上班 开始在 (?<!回)来的 (?<!回)去的 进的厂 进来 上班 开工 干起 做起 "
    r"来干 去干 来上班 到这 来这 进公司 进的 起在 起给 开始跟 来工地 上的班 去工地 到工地 过去做 "
    r"就在 就跟着 去给"))
_GOES = re.compile(r"(?:[\u4e00-\u9fff]{1,6}?(?:喊|叫|带|介绍|招|约)着?了?(?:我们?|俺们?)|跟着?[\u4e00-\u9fff]{1,3}"
                   r"|跟[\u4e00-\u9fff]{2,8}(?=通过))?"
                   r"(?:份|月|初|底)?(?:我|我们|俺)?(?:就|又)?(?:在|到|去|来|跟着|跟|进|给|开始|起|经|通过|被介绍)")
_WORKS = re.compile(r"干|做|打工|上班|工地|厂|修|盖|装|搬|卸|喂|放羊|放牛|扎|刷|贴|砌|挖|种|摘|开车|送|端|砖|桥|路|活")
_OFFICE = re.compile(r"仲裁|法院|劳动|微信|派出所|发工资|给我|问过|递交|交了|调解|检查|医院|排班"
                     r"|放[^,。]{0,3}假|[讲说提](?:了|过)?(?:要)?(?:不[干做]|辞)")
_ME = r"(?:份|底|初|中旬)?(?:我们?|俺|就|才)*"
_TO_WORK = r"[,]?[^,。!?;]{0,3}(?:到|来|去|进|给|帮|跟)[^。!?;]{0,8}(?:打工|干|做|上班|务工|找活|厂|工地)"
#: where one works (从厂里出来)
_PLACE = (
    r"(?:厂|工地|公司|店|饭馆|饭店|酒店|单位|隧道|矿|井|项目部?|站|车间|库|学校|物业|园|场|馆|部|班组|船|那里|那儿|那边|这里|这儿|他家|老板家|里面)"
    r"(?:里面?|上|那边|那里)?"
)
#: he left, told a little behind the day: 五月从一家公司离开, 去年十月闹翻了走了
_WENT_OFF = re.compile(
    rf"{_ME}(?:从[^,。!?;\d家村]{{0,14}}?(?:{_PLACE}(?:就|才|也)?出来|(?!老?家|村)[^,。!?;\d]{{1,14}}(?:离开|离职|辞职|辞工|辞的))(?!就|以?后|{_TO_WORK})"
    r"|因为[^,。!?;]{1,10}(?:我们?|俺)(?:就)?(?:不干|不做|辞)了"
    r"|(?:跟他|闹翻了?|吵了(?:一架|架)|干不下去|受不了|没办法|实在)*(?:就)?走了(?=$|[,。!?;\s]|吧|的|到现在|至今))"
)
#: he left home for work: that is its beginning (八月从家里出来到东莞打工)
_CAME_OUT = re.compile(
    rf"{_ME}(?:从(?:老?家|村|我们)[^,。!?;]{{0,4}}(?:过来|上来|下来)|(?:从(?:老?家|村|我们)[^,。!?;]{{0,4}})?(?:出来|出门|出去|外出))"
    rf"(?:,?{_TO_WORK}|打工|务工|干活|做工)"
)
#: he came back to the same work, or went home for a while
_BACK_AGAIN = re.compile(r"(?:又|再|重新)?(?:回来|回去|返回|返岗|复工|恢复)(?:上班|干|做|的?工地|的?厂)")
_FOR_A_WHILE = re.compile(
    r"(?<![不没]让)(?<![不没]准)(?<![不没])(?<!批)请假(?!条)|休假|探亲|过年|结婚|办事|奔丧|收麦|收稻|农忙|一趟"
    r"|(?:回家|回老家)(?:待|呆|住|歇|休)?了?[^,。]{0,3}(?:天|个月|个?星期)")
_ONLY_I = re.compile(r"(?:我们?|俺们?|本人|自己|于|在|是|就|也|都|后来|到|大概|大约|好像|应该|差不多)*")
_MY_MONTH = re.compile(r"(?:我|俺)们?(?:是|就|也|在|到|呢)*(?:[去今前]年)?[\d一二三四五六七八九十正冬腊]{1,3}月")
_WEEKDAY = re.compile("星期|礼拜|周")


def ended(before: str, after: str) -> bool:
    """Whether what follows a day says that the work ended then (not 春节都没离开, nor the length in 旷工三日按自离)."""
    if goes_to_work(after) or _FOR_A_WHILE.search(after):
        return False
    if _WENT_OFF.match(after) and _ONLY_I.fullmatch(before.strip()):
        return True
    end = find_end(after[:8])
    denied = end is not None and re.search(r"没[有钱法能]?$|[想能要等钱费][^,。]{0,2}$", after[: end.start()])
    return end is not None and not denied and not re.search(r"(?:旷工|请假|休息|超过|连续)$", before)


def begins(words: str, after: str) -> bool:
    """Whether what follows a day says that work began then (进厂, 在工地干 ...), not an errand (去仲裁, 在微信上问)."""
    if _WEEKDAY.match(words) or _BACK_AGAIN.search(after[:10]):
        return False
    goes = _GOES.match(after) and _WORKS.search(after) and not _OFFICE.search(after)
    return bool(_START.search(after[:9]) or goes or goes_to_work(after))


def goes_to_work(after: str) -> bool:
    """Whether he left home for work on the day before (出来到东莞打工)."""
    return bool(_CAME_OUT.match(after))


def of_another(text: str, start: int) -> bool:
    """Whether a day right behind a relative's or workmate's word is his, when the speaker tells one of his own as well."""
    who = lexicon.alternation("relatives")
    theirs = re.search(rf"(?:{who}|他|她)(?:是|就|也|都|在|呢)*(?:[今去前]年)?$", text[:start])
    return bool((theirs or _goes_on_about(who, text[:start])) and _MY_MONTH.search(text))


def _goes_on_about(who: str, before: str) -> bool:
    """Whether the last clause that names anybody tells of a relative or workmate (老公3月进厂, | 7月走的)."""
    whole, _, clause = before.rpartition(",")
    heads = re.finditer(rf"(?:^|[,。;!?\s])(?:(?P<theirs>(?:我|俺)?(?:的|家)?(?:{who}))|(?:我|俺))", whole)
    named = [match["theirs"] for match in heads]
    return bool(named and named[-1]) and not re.search("我|俺", clause)
