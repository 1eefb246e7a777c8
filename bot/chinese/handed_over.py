"""Sums told in a turn of words that hides what they are: handed over (才把3000给我), to be paid by himself, one month's wage."""
from __future__ import annotations

import re

from bot.chinese.amounts import find_amounts
from bot.chinese.pieces import PAY, YUAN
from bot.chinese.scene import Scene
from bot.chinese.values import Amount

_TAKES = re.compile(r"(?P<only>才|终于|总算|最后)?(?:肯)?把(?:我|俺)?(?:的|那|这|剩下的?|剩余的?|欠的?|工资|工钱)*$")
_GIVES = re.compile(
    rf"{YUAN}(?:的)?(?:{PAY}|钱)?(?:全部|一起|都|先)?(?:给|结|付|发|打|转|还)(?:清|齐|到|给)*(?P<done>了)?(?:我们?|俺)?(?P<past>了)?")
#: it is promised, asked for or made to wait for something: nothing came yet
_NOT_YET = re.compile("签|写|要|等|必须|叫|让|除非|答应|说|讲|只有|会|再|如果|的话|想|求|怎么|咋|能|没|不|别")
#: what went before it came, or when it came
_BEFORE = re.compile(
    r"[年月号天久前]|昨|上周|上个?星期|拖|催|闹|投诉|报警|打官司|求|[跑找问][^,。]{0,6}[次回趟遍]|[次回趟遍](?:了)?$|过年|节|终于|总算")
#: 我个人要出两千: what he himself has to pay
_OWN_COST = re.compile(
    r"(?:我们?|俺|本人|个人|自己|员工|工人)(?:个人|自己|本人)?(?:也|还|都|就|这边|那份)*(?:要|得|应该|必须|该|需要)(?:再|先|另外|自己|倒)*"
    r"(?:出|交|缴纳?|掏|垫|补交|承担|负担|赔|退|倒贴)(?:个|给他|给公司|给厂里)?(?:大概|差不多|一共)?$")
#: 老板要我写还欠一万: what the boss wants on a paper is not what is owed
_MADE_TO_WRITE = re.compile(
    r"(?:要求?|让|叫|喊|逼|骗|哄|强迫|催|非要|硬要|必须)(?:着|我们|我|俺们?|咱们?)+(?:先|再|必须|也|都|给他|给公司|帮他|重新|自己)*(?:写|签|打|出|开)"
    r"(?!欠条给)[^,。!?;才]{0,8}(?:欠|收条|收据|协议|证明|声明|承诺|单|说|是|成|收到|领到|结清|付清|条)(?:(?!只|实际|其实)[^,。!?;才]){0,12}$")
#: 后面几个月没发: of the months behind, not of the one just told
LATER_MONTHS = re.compile(
    r"(?:后面|后头|后来|之后|以后|其余|接下来|往后|再后面|剩下|另外)(?:的|这|那|又|有)*(?:好?几|[\d一二两三四五六七八九十半]{1,2})个?多?月")
_OF_ONE_MONTH = re.compile(
    rf"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]|上个|第一个|头一?个)月份?的?(?:{PAY})(?:是|有|就|给|发)*了?$")


def is_handed_over(scene: Scene, amount: Amount) -> bool:
    """Whether the sum came (过年前才把3000给我, 昨天把3000打给我了), and is not only promised or made to wait for something."""
    left, right = scene.clause(amount.start)
    takes, gives = _TAKES.search(scene.text[left : amount.start]), _GIVES.match(scene.text[amount.end : right])
    if not takes or not gives:
        return False
    lead = scene.text[max(0, left - 14) : left] + scene.text[left : left + takes.start()]
    past = gives["done"] or gives["past"] or (takes["only"] and _BEFORE.search(lead))
    return bool(past) and not _NOT_YET.search(lead)


def is_own_cost(scene: Scene, amount: Amount) -> bool:
    """Whether he himself is to pay the sum (他说我个人要出两千)."""
    return bool(_OWN_COST.search(scene.text[scene.clause(amount.start)[0] : amount.start]))


def is_made_to_write(scene: Scene, amount: Amount) -> bool:
    """Whether the sum is what he is told to write or to sign (工头让我写张收条说工资已经结清两万)."""
    return bool(_MADE_TO_WRITE.search(scene.text[: amount.start]))


def made_to_write(text: str) -> bool:
    """Whether a sum of the text is what he is told to write or to sign."""
    return any(_MADE_TO_WRITE.search(text[: one.start]) for one in find_amounts(text) if one.unit == "sum")


def is_one_months_wage(scene: Scene, amount: Amount) -> bool:
    """Whether the sum is what one month made, before later months that stay out (3月的工资是四千后面几个月没发)."""
    lead, behind = scene.text[: amount.start], scene.text[amount.end : amount.end + 10]
    later = LATER_MONTHS.match(re.sub(rf"^{YUAN}[,，]?", "", behind))
    return bool(later and _OF_ONE_MONTH.search(lead))


def only_own_cost(text: str) -> bool:
    """Whether the only sum of a text is what he himself is to pay, or is told to write."""
    sums = [amount for amount in find_amounts(text) if amount.unit == "sum"]
    left = max((text.rfind(mark, 0, sums[0].start) for mark in ",，。;；!！ "), default=-1) + 1 if sums else 0
    return len(sums) == 1 and (bool(_OWN_COST.search(text[left : sums[0].start])) or made_to_write(text))
