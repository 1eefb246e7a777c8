"""Which sum is owed, which was paid and which is a rate. Sums are never subtracted or multiplied, and only those that are
told month by month are added (bot/chinese/month_sums.py)."""
from __future__ import annotations

import re

from bot.chinese.month_sums import is_one_of_several, is_row_of_months, month_sums
from bot.chinese.scene import Scene
from bot.chinese.several_debts import more_pay, of_different_times, plus_another, several_debts
from bot.chinese.shares import holds_another, own_share
from bot.chinese.sum_cues import HIS_OWN_DEBT, Sum, read_sums
from bot.chinese.sum_limits import rest_is_open
from bot.chinese.sum_owners import is_for_another, of_two_debtors
from bot.chinese.told_sums import claimed, told_apart
from bot.chinese.told_words import OUT
from bot.chinese.values import Amount, Fact

_ELSE = re.compile(
    r"^(?:块钱?|元)?(?:的)?(?:押金|罚款|保证金|医药费|医疗费|中介费|介绍费|材料款|材料费|货款|丧葬费?|抚恤金?|赔偿|补偿|红包|"
    r"房租|培训费|平方|平米|个平方|小时|年|个月|号)"
)
_LEAST = 10_00  # fen: 一分钱没见着 is no sum
_WAGE = re.compile(r"(?:工资|工钱|薪水|的钱)(?:是|有)?$")
#: beside a sum: it is money for works or material, no wage
PROJECT_MONEY = re.compile(
    r"(?:工程[尾进]?度?款|进度款|材料款|货款|承包[款费])[^,，。;没不说等]{0,4}[\d一二两三四五六七八九十]"
    r"|[\d一二两三四五六七八九十百千万](?:块钱?|元)?的?(?:工程[尾进]?度?款|进度款|材料款|货款|承包[款费])")
_OWES_WORKERS = re.compile(
    r"(?:我|俺)(?:还|也|自己)?(?:欠|差|拖欠)(?:着|了)?(?:底下|手下|下面|班组)?[^,。!?;]{0,6}(?:工人|民工|农民工|工友|兄弟|弟兄|人工)"
    r"|(?:工人|民工|工友|兄弟|弟兄)[^,。!?;]{0,4}(?:我|俺)(?:还|也|自己)*(?:欠|差)(?:着|了)?[他她]们")
_CONTRACTOR = re.compile(r"(?:我|俺)(?:就|自己)?是(?:个|一个)?(?:小包|分包|清包|承包|包工头|包活|工头)")
_AGAIN = re.compile(r"又(?:干|做|挣|有)了?[^,。!?;]{0,4}$")
_BOTH_OUT = re.compile(r"(?:块钱?|元)?(?:的)?[,]?(?:也|都|全|一直)+[没不未]")
#: behind what he is handed every month: the rest is promised, so that it is no wage rate
_REST_LATER = re.compile(r"(?:块钱?|元)?(?:生活费)?[,，]?(?:他|老板)?(?:就|还)?(?:说|讲)?(?:剩下|余下|其余|剩余|剩的|多的)")
_HANDED = re.compile("[给发拿]")
_OWED_TO_HIM = re.compile(r"[欠差][着了]?[我俺]")


def read_money(scene: Scene) -> dict[str, Fact]:
    """`owed_amount`, `paid_amount`, `pay_rate`. Two different owed sums, two paid ones or two rates: left out.

    A sum said to be what is left (还差, 还剩) wins over one merely owed (欠), unless another one owes it.
    """
    sums = [found for found in read_sums(scene) if not _about_else(scene, found)]
    left = [found for found in sums if found.kind == "remaining"]
    facts: dict[str, Fact] = {}
    plain = [found for found in sums if found.kind == "owed"]
    owed = left + plain if of_two_debtors(scene, left + plain) else left or plain
    if not left and not any(found.kind == "paid" for found in sums):
        owed = told_apart(scene, sums, owed)
    if not left and any(found.kind is None and _WAGE.search(scene.text[: found.amount.start]) for found in sums):
        owed = []
    if not any(found.kind in ("owed", "remaining", "paid") for found in sums) and not owed:
        owed = claimed(scene, sums)
    paid = [found.amount for found in sums if found.kind == "paid"]
    owed = [found for found in owed if not is_one_of_several(scene, found.amount) and not _is_a_told_rate(found, sums)]
    owed = [found for found in owed if found.kind == "remaining" or not rest_is_open(scene, found.amount, paid)]
    if _more_is_out(scene, owed):
        owed = []
    came = [found for found in sums if found.kind == "paid" and not _is_less_than_a_rate(found, sums)]
    for slot, candidates in (("owed_amount", owed), ("paid_amount", came)):
        if of_different_times(scene, candidates):
            continue
        if (chosen := _only(candidates)) and chosen.amount.high >= _LEAST:
            facts[slot] = amount_fact(chosen.amount, chosen.words)
    totals = [found for found in sums if found.kind == "total"]
    if "owed_amount" not in facts and (debts := several_debts(scene, owed)):
        facts["owed_amount"] = amount_fact(totals[0].amount) if len(totals) == 1 else debts
    facts = _of_several(scene, facts)
    if debts := plus_another(scene, owed) or more_pay(scene):
        facts["owed_amount"] = debts
    rates = [found for found in sums if found.kind == "rate" and found.amount.low > 0 and not _is_a_part(scene, found)]
    whole = [found for found in rates if "底薪" not in scene.text[max(0, found.amount.start - 3) : found.amount.end]]
    rate = _only(whole or rates)
    if rate and (fact := rate_fact(rate.amount)):
        facts["pay_rate"] = fact
    return facts


def _more_is_out(scene: Scene, owed: list[Sum]) -> bool:
    """Whether a further sum was earned behind the only one that is owed, and both stay out (剩两千,今年又干了五千,都没给)."""
    further = [one for one in scene.amounts if one.unit == "sum" and all(one is not found.amount for found in owed)]
    return any(_AGAIN.search(scene.text[: one.start]) and _BOTH_OUT.match(scene.text[one.end :]) for one in further)


def _is_a_told_rate(found: Sum, sums: list[Sum]) -> bool:
    """Whether the figure was told as the pay of a day, an hour or a piece (一天一百四,连一百四都没给)."""
    rates = [one.amount for one in sums if one.kind == "rate" and one.amount.unit in ("day", "hour", "piece")]
    return any((one.low, one.high) == (found.amount.low, found.amount.high) for one in rates)


def _is_less_than_a_rate(found: Sum, sums: list[Sum]) -> bool:
    """Whether a sum that came is less than the pay of one hour or piece: it is what was paid for one (说好21一小时,只给16)."""
    rates = [one.amount for one in sums if one.kind == "rate" and one.amount.unit in ("hour", "piece")]
    return any(found.amount.high < one.low for one in rates)


def _is_a_part(scene: Scene, found: Sum) -> bool:
    """Whether what is handed out every month is only a part of the wage (每个月给我八百,剩下的年底给)."""
    return bool(_HANDED.search(found.amount.words) and _REST_LATER.match(scene.text[found.amount.end :]))


def _of_several(scene: Scene, facts: dict[str, Fact]) -> dict[str, Fact]:
    """The facts, with what different months make together, and of several people's sums his own alone as what is owed."""
    if not owes_workers(scene.text) and (added := month_sums(scene)):
        return {**facts, "owed_amount": amount_fact(added)}
    several, mine = own_share(scene)
    if not several and not holds_another(scene.text) and not is_row_of_months(scene):
        return facts
    rest = {slot: fact for slot, fact in facts.items() if slot != "owed_amount"}
    return rest | ({"owed_amount": amount_fact(mine)} if mine and OUT.search(scene.text) else {})


def is_only_paid(scene: Scene, amount: Amount) -> bool:
    """Whether the story tells the sum as what he was given, and none as owed (干了42天,给了5000)."""
    facts = read_money(scene)
    paid = facts.get("paid_amount")
    return paid is not None and "owed_amount" not in facts and amount_fact(amount).value == paid.value


def owes_workers(text: str) -> bool:
    """Whether he says that he himself owes others, his workers above all: a bare sum is then not what is owed to him."""
    return bool(_OWES_WORKERS.search(text) or HIS_OWN_DEBT.search(text))


def _about_else(scene: Scene, found: Sum) -> bool:
    if found.kind in ("owed", "remaining") and is_for_another(scene, found):
        return True
    if found.kind in ("owed", "remaining") and _OWES_WORKERS.search(scene.text):
        works = PROJECT_MONEY.search(scene.text) or _CONTRACTOR.search(scene.text)
        return bool(works) or not _OWED_TO_HIM.search(found.words)
    return found.kind in ("owed", "paid", "remaining") and bool(_ELSE.match(scene.text[found.amount.end :]))


def _only(sums: list[Sum]) -> Sum | None:
    """The sum when all say the same figure, else None."""
    figures = {(found.amount.low, found.amount.high, found.amount.unit) for found in sums}
    return sums[0] if len(figures) == 1 else None


def yuan(fen: int) -> int | float:
    """Fen as yuan: an int when it is whole, else with two decimals."""
    return fen // 100 if fen % 100 == 0 else round(fen / 100, 2)


def amount_fact(amount: Amount, words: str = "") -> Fact:
    """A sum as a fact in yuan; a vague one keeps its range."""
    words = words or amount.words
    if amount.vague or amount.low != amount.high:
        return Fact("vague", low=yuan(amount.low), high=yuan(amount.high), words=words)
    return Fact("known", value=yuan(amount.low), words=words)


def rate_fact(amount: Amount, unit: str | None = None) -> Fact | None:
    """A rate as a fact {"amount", "unit"}; a vague one holds such mappings in `low` and `high`. The amount is yuan
    as told, not rounded to the fen (0.125, 0.008). None without a unit."""
    unit = unit or (amount.unit if amount.unit != "sum" else None)
    if unit is None:
        return None
    low, high = ({"amount": part, "unit": unit} for part in amount.yuan)
    if amount.vague or amount.low != amount.high:
        return Fact("vague", low=low, high=high, words=amount.words)
    return Fact("known", value=low, words=amount.words)
