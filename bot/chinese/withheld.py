"""Wages that were kept back (扣了我三千工资; 工资被扣了,四千五): they are owed. A fine, a deposit, board and tax are not."""
from __future__ import annotations

import re

from bot.chinese.pieces import PAY
from bot.chinese.scene import Scene
from bot.chinese.values import Amount

#: a stretch of work whose pay is meant (两个月, 最后半个月, 这二十天)
STRETCH = (
    r"(?:最后|剩下|后面|前面|上|那|这|的)*"
    r"(?:[\d一二两三四五六七八九十几半]{1,3}个?(?:半月|半?月|多月)半?|月|[\d一二两三四五六七八九十]{1,3}天)"
)
_WHOM = "(?:我们?|俺们?|咱们?|大家|他们?|她们?)"
_HOLD = rf"(?<![罚抵免])(?:克扣|扣押|扣发|扣|压|押)(?:(?:了|着|掉|下|住)+{_WHOM}?|{_WHOM})(?:的)?"
#: 扣着我六月的半个月工资
_OF_A_MONTH = r"(?:(?:[\d一二三四五六七八九十]{1,3}月份?|上个?月)的?)?"
_ABOUT = "(?:一共|总共|大概|大约|差不多|就|是|有|共|整整)*"
#: before the sum: 扣了我最后半个月工资大概; or 扣我, when the word for pay stands behind the sum
_PAY_BEFORE = re.compile(rf"{_HOLD}(?:{_OF_A_MONTH}(?:{STRETCH})(?:的)?(?:{PAY}|钱)?|{PAY})(?:的)?{_ABOUT}$")
_HELD_BEFORE = re.compile(rf"{_HOLD}{_ABOUT}$")
_PAY_BEHIND = re.compile(rf"(?:块钱?|元)?(?:的)?(?:{PAY})")
#: the clause before a sum that stands alone: 工资被扣了; 扣了我最后半个月
_CLAUSE = re.compile(
    rf"(?:{PAY})(?:也|都|还|又|全|就)*(?:被|给|让|叫)?[^,]{{0,4}}(?:克扣|扣押|扣|压)(?:了|着|住|下|掉|走)*(?:没发|不发)?$"
    rf"|{_HOLD}(?:(?:{STRETCH})(?:的)?(?:{PAY}|钱)?|{PAY})$"
    rf"|(?:{PAY}|单[费钱]|工分钱)(?:都|全|也|就)*(?:被|给|让)?[^,]{{0,4}}(?:[提领卷拿]走|吞|截留|截)了?$")
#: the pay of his last months, and behind the sum that it was kept (最后两个月工资四千三扣住当学费)
_PAY_OF_LAST = re.compile(
    rf"(?:最后|剩下|后面){STRETCH}(?:的)?(?:{PAY}|钱)?(?:的)?{_ABOUT}$|{STRETCH}(?:的)?(?:{PAY})(?:的)?{_ABOUT}$"
)
_KEPT_BEHIND = re.compile(
    r"(?:块钱?|元)?(?:都|也|就|又|全部|全|一直|现在|被|给|让|他|她|老板|店里|厂里|公司|统统)*(?:扣|压)(?:住|下|去|掉|走|着|押|了)(?!了?(?:我|俺)?[\d一二两三四五六七八九几])"
)
#: what is held against him, or comes again: no wage that is simply owed
#: 八月份工资少了一千九
_NEW_PAY = re.compile("降薪|调岗|降了?工资|减薪|转岗")
_SHORT = re.compile(
    rf"(?:{PAY})(?:又|就|都|直接|整整|竟然|还|给我)*(?:少|短|缺)(?:发|算|给|结)?了(?:我)?(?:整整|将近|差不多|大概)?$")
_NO_WAGE = re.compile(
    "罚|押金|保证金|定金|迟到|旷工|请假|每个?月|每天|每次|每人|一天|一次|从|伙食|水电|社保|保险|个税|税|房租|住宿|饭钱|服装|赔|中介费|介绍费|货款")
#: the reproach with which wages were kept (扣我三千工资说我迟到), which names no fine
_REPROACH = re.compile("(?:说|嫌|怪)(?:是)?(?:我|俺)们?(?:老|总|经常|天天|上班)?(?:迟到|旷工|请假)[^,罚]*$")
_LEAST = 1000_00  # fen: what is kept of some months' pay, no fine
ALONE_BEFORE = re.compile(r"(?:大概|大约|差不多|就|是|有|共|就是)*")
ALONE_BEHIND = re.compile(r"(?:左右|上下|的样子|块|钱|整|吧|了|啊|嘛|呢)*[!！]?")


def is_withheld(scene: Scene, amount: Amount, left: int, right: int) -> bool:
    """Whether the sum is pay that was kept back; `left`, `right`: the text that may speak of it."""
    start, end = scene.clause(amount.start)
    lead, behind = scene.text[left : amount.start], scene.text[amount.end : right]
    last = amount.low >= _LEAST and _PAY_OF_LAST.search(lead) and _KEPT_BEHIND.match(scene.text[amount.end : end])
    if last and not _NO_WAGE.search(scene.text[start : amount.start]):
        return True
    if _NO_WAGE.search(scene.text[start : amount.end] + _REPROACH.sub("", scene.text[amount.end : end])):
        return False
    short = _SHORT.search(lead) and not _NEW_PAY.search(scene.text)
    if short or _PAY_BEFORE.search(lead) or (_HELD_BEFORE.search(lead) and _PAY_BEHIND.match(behind)):
        return True
    before = scene.text[: max(0, start - 1)]
    clause = before[scene.clause(max(0, start - 1))[0] :] if before else ""
    return bool(_CLAUSE.search(clause) and not _NO_WAGE.search(clause) and is_alone(scene, amount, ALONE_BEFORE))


def is_alone(scene: Scene, amount: Amount, before: re.Pattern[str]) -> bool:
    """Whether the clause holds nothing but this sum and the words allowed before it."""
    start, end = scene.clause(amount.start)
    lead, rest = scene.text[start : amount.start].strip(), scene.text[amount.end : end].strip()
    return bool(before.fullmatch(lead) and ALONE_BEHIND.fullmatch(rest))
