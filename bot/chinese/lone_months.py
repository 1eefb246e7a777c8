"""The one time that a story tells as that of the unpaid work or pay (九月份的活, 八月搬了四十七车, 去年一整年的).

Only where it tells no other time of work."""
from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from bot.chinese.date_worked import of_another
from bot.chinese.lengths import Length, find_lengths
from bot.chinese.owed_months import in_order, one_stretch
from bot.chinese.owed_words import came, is_no_claim
from bot.chinese.pieces import FIGURE, PAY
from bot.chinese.scene import Scene
from bot.chinese.values import DatePhrase, Fact

_SUM = r"(?:[\d一二两三四五六七八九十百千万零]{2,9}多?(?:块钱?|元)?)"
#: what he did by the piece, the day or the load, and what he earned
_DEEDS = "干|做|跑|搬|摘|采|拉|卸|砌|贴|刷|抹|铺|焊|扎|挖|栽|种|割|掰|剪|洗|派|教|扫|剥|捡|浇|喂|刨|缝|绣|搓|锯"
_COUNTED = f"{_DEEDS}|送|装|修|端|炒|带|看|守|包|值|上|挣|赚|拍|录|画|熬"
_WHOLE_YEAR = r"(?:全年|一?整个?年|整整一年|一年到头|一年)"
_TAIL = rf"(?:份|一?整个?月|一个月|{_WHOLE_YEAR})?"
#: beside what is done it is no work: an errand, a paper, an illness
_ERRAND = re.compile(
    "仲裁|调解|笔录|手术|鉴定|检查|体检|登记|投诉|劳动|监察|法院|政府|人社|信访|派出所|电话|材料|申请|合同|证|条|横幅|账|决定|时候|要钱|讨|手|腿|脚|伤|断|摔"
)
_AT_END = r"(?=$|[,。!?;])"
#: right behind the time: its pay or its work (九月份的活, 七月份的三千六, 十月的)
_OF = re.compile(
    rf"{_TAIL}的(?:(?:那点|那些|那几天的?)?(?:{PAY}|奖金|年终奖|绩效|活(?!动|该)|钱|工(?={_AT_END})|{_SUM})"
    r"|(?=到现在|至今|一直|[也都还]*(?:[没不]|欠(?![条据]))|老板|公司|一起|一块))"
    rf"|{_TAIL}(?:{PAY})|{_WHOLE_YEAR}{_AT_END}"
)
#: 四千零八十,十月的: alone in its clause, or behind what is owed
_OF_ALONE = re.compile(rf"{_TAIL}的{_AT_END}")
_ALONE_BEHIND = re.compile(rf"(?:^|是|欠|差|着|没[给发结付]|了|我们?|钱|资|元|块|[也都就]|{FIGURE}|[百千万])$")
#: 6月7月8月都空着
_EMPTY = re.compile(rf"{_TAIL}(?:的)?(?:都|全|也|一直|还)*(?:空着|悬着|没影|泡汤|白干|打了?水漂|挂着|欠着)")
#: 八月搬了四十七车, 上个月干了十来天; 十月上旬摘的
_DONE = re.compile(
    rf"{_TAIL}(?:我们?|俺|在[^,。!?;\d]{{1,6}}|给[^,。!?;\d]{{1,6}}|也|一共|总共|就|只)*"
    rf"(?:(?:{_COUNTED})了(?:整整|大概|差不多|将近|快|大|好|满)*[\d一二两三四五六七八九十几半](?P<what>[^,。!?;]*)"
    rf"|(?:{_DEEDS})的(?P<thing>[^,。!?;没不才年月日了]{{0,6}}){_AT_END})"
)
#: 干了六月七月
_WORKED = re.compile(rf"(?:{_DEEDS})了(?:整整)?$")
#: before the time: a paper's date, a promise, a day on which something else was done
_OTHER = re.compile(
    r"(?:条子?|合同|协议|判决书?|裁决书?|单子|收据|落款|日期)[^,。!?;]{0,4}$|(?:约好|约定|说好|讲好|答应|承诺|保证|推到|拖到|等到|定在)[^,。!?;]{0,3}$"
    r"|(?:后来|以后|之前|以前|前|后|头|第|每|过了|到|(?:发|给|结|付|领|拿)(?:了|过)(?:我们?|俺)?的?)$"
)
#: behind the pay of a month: it came; or the later months are those that are out (3月的工资是四千,后面没发)
_SETTLED = re.compile(
    rf"[^,。!?;没不未]{{0,8}},?[^,。!?;没不未只才]{{0,4}}(?<!才)(?:发|给|结|付|拿|领)(?:到|清|完|齐)?[了过](?!{FIGURE}|一[半点部])")
_LATER_OUT = re.compile(r"(?:后面|以后|之后|后来|其他|其它|别的|从那)[^,。!?;]{0,8}(?:没|不|欠|拖|压)")
_NAMED = re.compile(r"月|季度|[今去前]年|\d{2,4}年|星期|礼拜|周")
_LOOSE = re.compile(r"[上中下]旬|[上下]半月|星期|礼拜|周|[初底末尾低头中]$")
_YEAR_EDGE = re.compile(r"年(?:初|头|中|底|末|尾|前|关)|过年|上半年|下半年|[春夏秋冬]|[前后]$|左右")
_BETWEEN = re.compile(r"(?:份)?(?:的)?\s*(?:[、,和跟]|以及|还有)?\s*")
#: a length that tells how long he has waited, not what stays out
_WAITED = re.compile(r"(?:拖|等|过|找|要|讨|催|推|躲|问)(?:了|过|我|他|到|去)*(?:快|将近|差不多|都|有)*$")
_OLDEST = 8  # years: what lies further back is when somebody was born (我2012年的)
_SINCE = re.compile(r"(?:多)?(?:了|前|后|以?来|过去)")


def lone_period(scene: Scene, promised: list[DatePhrase]) -> Fact | None:
    """The time in ["first day", "last day"]; vague when it is a part of a month, a week or a year not told as whole.

    None when no time is told so, when two are told with a gap between, or when a longer stretch of work is told.
    """
    found: list[tuple[int, int, Fact]] = []
    months = 0.0
    for run in _runs(scene, promised):
        if scene.today.year - run[0].first.year < _OLDEST and _is_of_the_work(scene, run[0].start, run[-1].end):
            found.append((run[0].start, run[-1].end, _fact(scene, run)))
            months += (min(run[-1].last, scene.today) - run[0].first).days / 30
    lengths = (one for one in find_lengths(scene.text) if not any(day.start <= one.start < day.end for day in scene.dates))
    if not found or any(_is_longer(scene.text, length, months) for length in lengths):
        return None
    if _LATER_OUT.search(scene.text[found[-1][1] :]):
        return None
    if len(found) > 1 and any(fact.state != "known" for _, _, fact in found):
        return None
    return one_stretch([fact for _, _, fact in found], scene.text[found[0][0] : found[-1][1]])


def _runs(scene: Scene, promised: list[DatePhrase]) -> list[list[DatePhrase]]:
    """Months, weeks, quarters and years of the past, those in a row together."""
    runs: list[list[DatePhrase]] = []
    for day in scene.dates:
        if day.exact or day in promised or day.first > scene.today or not _is_named(day.words):
            continue
        last = runs[-1][-1] if runs else None
        if last and last.first < day.first and _BETWEEN.fullmatch(scene.text[last.end : day.start]):
            runs[-1].append(day)
        else:
            runs.append([day])
    return [run for run in runs if all((later.first - one.last).days <= 1 for one, later in pairwise(run))]


def _is_named(words: str) -> bool:
    """Whether a time is called by its month, week, quarter or year, and months in it leave no gap (not 五月、七月)."""
    return bool(_NAMED.search(words)) and not _YEAR_EDGE.search(words) and in_order(words)


def _is_of_the_work(scene: Scene, start: int, end: int) -> bool:
    """Whether the words beside a time say that the work was done, or the pay earned, in it."""
    left, right = scene.clause(start)[0], scene.clause(end)[1]
    before, after, rest = scene.text[left:start], scene.text[end:right], scene.text[end:]
    if came(rest) or is_no_claim(scene.text[:start], rest) or _SETTLED.match(rest):
        return False
    if of_another(scene.text, start) or _OTHER.search(before):
        return False
    done = _DONE.match(after)
    if done and not _ERRAND.search(before + (done["what"] or done["thing"] or "")):
        return True
    if _WORKED.search(before) and not _ERRAND.search(after):
        return True
    if _OF_ALONE.match(after):
        return bool(_ALONE_BEHIND.search(before.strip()))
    return bool(_OF.match(after) or _EMPTY.match(after))


def _fact(scene: Scene, run: list[DatePhrase]) -> Fact:
    """The stretch of a run of times; a year is known only when it is told as the whole one."""
    first, last = run[0].first, min(run[-1].last, scene.today)
    words = scene.text[run[0].start : run[-1].end]
    year = (run[0].last - run[0].first).days > 300
    whole = re.match(_WHOLE_YEAR, scene.text[run[-1].end :])
    if _LOOSE.search(run[0].words) or _LOOSE.search(run[-1].words) or (year and not whole):
        return Fact("vague", low=_iso(first), high=_iso(last), words=words)
    return Fact("known", value=[_iso(first), _iso(last)], words=words)


def _iso(day: date) -> str:
    return day.isoformat()


def _is_longer(text: str, length: Length, months: float) -> bool:
    """Whether a length of work or of unpaid wages is longer than the time found (欠我四个月工资,九月的是五千)."""
    if length.months_low is None or length.months_low < max(1.5, months + 0.5):
        return False
    return not (_WAITED.search(text[: length.start]) or _SINCE.match(text[length.end :]))
