"""The sum told for a whole crew. It is nobody's own (LAW-IOU-13): it stays beside the number of people, in its words.

Until that number is known it waits as an `owed_amount` of state "vague" without value and range.
"""
from __future__ import annotations

import re
from dataclasses import replace

from bot.chinese.amounts import find_amounts
from bot.chinese.month_sums import month_sums
from bot.chinese.scene import Scene
from bot.chinese.values import Amount, Fact
from bot.chinese.wage_sums import amount_fact

SEPARATOR = "；"  # parts the words for the people from those for their sum; normal writing has ; only
WE = re.compile(
    r"(?:我们|咱们|俺们)(?!老板|公司|单位|领导|经理|厂|店|工地|包工头|工头|班长|那|这)|大家|全班|工人们|工人的?(?:工资|工钱|钱)"
    r"|弟兄|兄弟们|所有人|\d+个人的|[一二两三四五六七八九十几]个人的|[俩仨]的"
)
#: 12个人,老板欠18万: the heads stand right before the word of owing, and he does not say 欠我
_HEADS_OWED = (
    r"[\d一二两三四五六七八九十几]{1,3}(?:多|来)?(?:个|名|位|号)人(?:的(?:工资|工钱|钱))?,?"
    r"(?:老板娘?|公司|包工头|工头|厂里|店里|他|她)?(?:还|总|被|都|一直)*(?:拖?欠|差)(?:着|了)?(?!我(?!们)|俺|他)"
)
FOR_ALL = re.compile(rf"{WE.pattern}|总共|一共|共(?=拖?欠|差)|合计|加起来|合起来|加在一起|{_HEADS_OWED}")
SPEAKS_OF_MANY = re.compile(r"我们|大家|一共|总共|全部|所有|合计|加起来|合起来|几个人")
MANY = re.compile(r"[\d一二两三四五六七八九十百几俩仨]\s?(?:多|来)?(?:个|名|位|号)?人")
_HEADS = re.compile(
    r"(?:^|(?<=[,。!?;]))(?:我们?|俺们?|咱们?|一起|这)*(?:班组|工友|工地|组|队|厂里?|店里?)?(?:一共|总共|共)?(?:是|有)?[\d一二两三四五六七八九十几]{1,3}(?:多|来)?(?:个|名|位|号)人[,、]$")
ONLY_OWN = re.compile(
    r"我自己|我个人|我本人|每人|每个人|一人|人均|我那[份一]|我(?:这|那)?份|我占|我的(?!工[资钱]|[一二三四五六七八九十\d]+月)"
)
_MY_PART = re.compile(
    r"我(?:的|自己的?)?(?:那|这)?(?:一)?份(?:的?(?:工资|工钱|钱))?(?:是|有|就|应该|大概)*$|我(?:自己|本人|个人)的?(?:是|有|就|应该|大概)*$")
#: 我和我老婆各九千
_EACH_OF_US = re.compile(r"(?:我|俺)(?:和|跟|与|同)[^,。!?;\d]{1,5}?(?:各人?|一人|每人|一个人)(?:是|有|得|该|就)*$")
#: 四万九千二每个人八千二
_EACH_HEAD = re.compile(r"(?:每个?人|人均|一个?人)(?:就|是|有|都|各|大概|差不多|合)*$")
_RECKONED = re.compile(r"我自己(?:记|算)")  # 他说八千四,我自己算七千九: one sum, told twice
OWN = re.compile(
    r"[欠差]我(?!们)|我自己|我个人|我本人|每人|每个人|一人|人均|我的|我那[份一]|我(?:这|那)?份|我占|我(?:该|应)得|我(?:有|是)?(?=[\d一二两三四五六七八九十])"
)


def waits(fact: Fact | None) -> bool:
    """Whether the fact is the sum of a crew whose number is not known yet."""
    return fact is not None and fact.state == "vague" and fact.value is None and fact.low is None and fact.high is None


def waiting(words: str) -> Fact:
    """The sum of a crew, to wait for the number of people."""
    return Fact("vague", words=words)


def crew_total(fact: Fact | None) -> Fact | None:
    """The crew's sum kept in a waiting `owed_amount` or beside the number of people, in yuan; None without one."""
    if fact is None:
        return None
    words = fact.words if waits(fact) else fact.words.partition(SEPARATOR)[2]
    sums = _sums(words)
    return amount_fact(sums[0], words) if sums else None


def with_total(people: Fact, words: str) -> Fact:
    """The number of people with the words for their sum; an earlier sum is replaced."""
    return replace(people, words=f"{people.words.partition(SEPARATOR)[0]}{SEPARATOR}{words.replace(SEPARATOR, ',')}")


def own_beside_total(scene: Scene) -> tuple[Fact, str] | None:
    """His own sum, and the words for the crew's, when a text tells both (总共二十八万,我自己两万四).

    A whole beside a part of his own wage (欠我3月的4000,4月的4500,一共8500) is no crew's.
    """
    if not (WE.search(scene.text) or MANY.search(scene.text) or ONLY_OWN.search(scene.text)):
        return None
    own: list[Amount] = []
    total: list[str] = []
    for left, right in scene.clauses():
        clause = scene.text[left:right]
        sums = [amount for amount in scene.amounts if amount.unit == "sum" and left <= amount.start < right]
        if len(sums) == 1 and OWN.search(clause) and not _RECKONED.search(clause):
            own.append(sums[0])
        elif len(sums) == 1 and FOR_ALL.search(clause):
            total.append(clause.strip(" ,"))
    return (amount_fact(own[0]), total[0]) if len(own) == len(total) == 1 else _share_in_a_breath(scene)


def _share_in_a_breath(scene: Scene) -> tuple[Fact, str] | None:
    """His part and the whole of two sums without a pause between them (尾款四万八他说没钱我那份是九千二)."""
    sums = [amount for amount in scene.amounts if amount.unit == "sum"]
    each = [amount for amount in sums if _EACH_OF_US.search(scene.text[: amount.start])]
    if len(each) == 1 and sums[0].low > each[0].high:
        return amount_fact(each[0]), scene.text[scene.clause(sums[0].start)[0] : sums[0].end].strip(" ,")
    apiece = [amount for amount in sums if _EACH_HEAD.search(scene.text[: amount.start])]
    mine = apiece or [amount for amount in sums if _MY_PART.search(scene.text[: amount.start])]
    if len(sums) != 2 or len(mine) != 1 or mine[0] is not sums[1] or sums[0].low <= sums[1].high:
        return None
    left = scene.clause(sums[0].start)[0]
    return amount_fact(mine[0]), scene.text[left : sums[0].end].strip(" ,")


def with_whose_sum(scene: Scene, facts: dict[str, Fact]) -> dict[str, Fact]:
    """The facts; a sum owed to a crew keeps the words that say so (大家的工资一共欠三十万)."""
    owed = facts.get("owed_amount")
    amounts = [one for one in scene.amounts if owed and one.unit == "sum" and amount_fact(one, owed.words) == owed]
    if owed is None or FOR_ALL.search(owed.words):
        return facts
    at = scene.text.find(owed.words)
    if len(amounts) == 1:
        left, right = scene.clause(amounts[0].start)
    elif at >= 0 and month_sums(scene):
        left, right = scene.clause(at)[0], at + len(owed.words)  # 我们三个5月欠6000,6月欠7000
    else:
        return facts
    clause = scene.text[left:right].strip(" ,")
    crew = facts.get("people_count")
    several = crew is not None and (crew.value or crew.low or 1) > 1
    if several and not OWN.search(clause) and not FOR_ALL.search(clause) and (heads := _HEADS.search(scene.text[:left])):
        clause = scene.text[heads.start() : right].strip(" ,")
    if OWN.search(clause) or not (WE.search(clause) or (several and FOR_ALL.search(clause))):
        return facts
    return {**facts, "owed_amount": replace(owed, words=clause)}


def _sums(text: str) -> list[Amount]:
    return [amount for amount in find_amounts(text) if amount.unit == "sum"]
