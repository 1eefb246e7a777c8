"""Which sum is owed, which was paid and which is a rate. Sums are never added, subtracted or multiplied."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.chinese import lexicon
from bot.chinese.personal import HOTLINES
from bot.chinese.scene import Scene
from bot.chinese.values import Amount, Fact
from bot.chinese.yes_no import is_question

_ORDER = (
    "remaining_before", "paid_before", "owed_before", "owed_after", "paid_after", "other_before", "other_after", "total_before",
)  # fmt: skip
_NEGATED = re.compile(
    r"(?:没|不|未|没有|不肯|不愿意|还没|不想|拒绝|只说|答应|说|承诺|要求他|要|能|会|才能|再|可以|应该|准备|先不)(?:我|先)?$"
)
_ELSE = re.compile(
    r"^(?:块钱?|元)?(?:的)?(?:押金|罚款|保证金|医药费|医疗费|中介费|介绍费|材料款|材料费|货款|丧葬费?|抚恤金?|赔偿|补偿|红包|"
    r"房租|培训费|平方|平米|个平方|小时|年|个月|号)"
)


_MONTHS = r"(?:[\d一二两三四五六七八九十半几]{1,3}个?多?半?月份?[到至和、]?)"
#: what is owed, told as a whole: 欠我们工资一共 ..., 拖欠我的钱总共 ..., 差我三个月工资一共 ...
_OWED_IN_ALL = re.compile(
    r"(?:拖欠|欠|差(?=[我俺了着]))(?:着|了)?(?:我们|我|俺们|俺|咱们|大家)?"
    rf"(?:的|[\d一二两三四五六七八九十]{{1,3}}个人|{_MONTHS})*"
    r"(?:的|工资|工钱|薪水|血汗钱|钱|款)*(?:是|有)?(?:一共|总共|合计|共计|总计)(?:是|有)?$")
#: the pay of some months, told at the head of a sum (四月五月工资, 3个月的工钱)
_PAY_OF_MONTHS = rf"(?:我|我们|俺)?的?(?:\d{{4}}年|[今去前]年)?{_MONTHS}+的?(?:工资|工钱|薪水|钱)"
_SETTLED = re.compile(r"(?:给|发|付|结|领|拿|还|到[账手])(?:了|过|清|齐|到)|说好|讲好|谈好|应该")
_LEAST = 1000_00  # fen: what a bare sum must be to be what is owed
_WAGE = re.compile(r"(?:工资|工钱|薪水|的钱)(?:是|有)?$")


#: beside a sum: it is money for works or material, no wage
PROJECT_MONEY = re.compile(
    r"(?:工程[尾进]?度?款|进度款|材料款|货款|承包[款费])[^,，。;没不说等]{0,4}[\d一二两三四五六七八九十]"
    r"|[\d一二两三四五六七八九十百千万](?:块钱?|元)?的?(?:工程[尾进]?度?款|进度款|材料款|货款|承包[款费])")
_OWES_WORKERS = re.compile(
    r"(?:我|俺)(?:还|也|自己)?(?:欠|差|拖欠)(?:着|了)?(?:底下|手下|下面|班组)?[^,。!?;]{0,6}(?:工人|民工|农民工|工友|兄弟|弟兄|人工)"
    r"|(?:工人|民工|工友|兄弟|弟兄)[^,。!?;]{0,4}(?:我|俺)(?:还|也|自己)*(?:欠|差)(?:着|了)?[他她]们")
#: he himself owes others: 我欠他500, 我还欠老板两千
_HIS_OWN_DEBT = re.compile(
    r"(?<![欠差])(?:我们|我|俺)(?:自己|本人)?(?:还|也|又|另外|现在|倒)*(?:拖?欠|差)(?:了|着)?"
    r"(?:他|她|人家|别人|老板|公司|厂里|店里|饭店|食堂|小卖部|超市|房东|银行|工人|民工|农民工|工友|底下|手下|下面|班组|兄弟|弟兄|朋友|亲戚)")
_CONTRACTOR = re.compile(r"(?:我|俺)(?:就|自己)?是(?:个|一个)?(?:小包|分包|清包|承包|包工头|包活|工头)")
_OWED_TO_HIM = re.compile(r"[欠差][着了]?[我俺]")
#: the paper on which the sum stands: 欠条打了12000 tells of no payment
_ON_PAPER = re.compile(r"(?:欠条|借条|白条|条子|单子|结算单)(?:上面?|里|都|也|就|是|给|我|他|她|老板|只|总共|一共)*$")
#: a sum told as the whole, alone in its clause (一共13500)
_IN_ALL = re.compile(
    r"(?:大概|差不多|这样|加起来|算下来|这)*(?:一共|总共|合计|共计|总计|加起来)(?:就|大概|差不多|算下来)?(?:是|有|欠)?"
)
_MONTHS_IN_ALL = re.compile(rf"{_PAY_OF_MONTHS}(?:{_IN_ALL.pattern}|共)")
_ALONE_BEFORE = re.compile(r"(?:大概|大约|差不多|就|是|有|共|就是)*")
_ALONE_BEHIND = re.compile(r"(?:左右|上下|的样子|块|钱|吧|了|啊|嘛|呢)*[!！]?")
_ARREARS = re.compile(r"拖?欠(?!条)|差[我俺]|拖了|[没未][给发结付]|没有[给发结付]|不[给发结](?!你)|[没拿要讨]不?到[工钱]|没拿到")
_WORK_OVER = re.compile(r"[干做]完|完工|离职|辞职|辞工|不干了|不做了|结束")
_UNSURE = re.compile(r"[记算]不[清准]|记不得")


@dataclass(frozen=True)
class Sum:
    """An amount and what the words around it make of it: owed, remaining, paid, rate, other, total or None."""

    amount: Amount
    kind: str | None
    words: str


@lru_cache(maxsize=16)
def _cues(kind: str) -> re.Pattern[str]:
    return re.compile(lexicon.alternation("money_verbs", (kind,)))


def read_sums(scene: Scene) -> list[Sum]:
    """Every amount of the story with its kind."""
    return [_classify(scene, index) for index in range(len(scene.amounts))]


def _classify(scene: Scene, index: int) -> Sum:
    """The cue nearest to the sum decides; at equal distance the order of `_ORDER`."""
    amount = scene.amounts[index]
    if amount.unit != "sum":
        return Sum(amount, "rate", amount.words)
    if amount.words in HOTLINES:
        return Sum(amount, None, amount.words)
    left, right = _window(scene, index)
    before, after = scene.text[left : amount.start], scene.text[amount.end : right]
    best: tuple[int, int, str, int, int] | None = None
    for rank, kind in enumerate(_ORDER):
        cue = _before(before, kind, after) if kind.endswith("_before") else _after(after, kind)
        if cue is None:
            continue
        distance, start, end = cue
        start, end = (left + start, amount.end) if kind.endswith("_before") else (amount.start, amount.end + end)
        if best is None or (distance, rank) < best[:2]:
            best = (distance, rank, kind.split("_")[0], start, end)
    if best is None:
        return _from_neighbours(scene, index)
    kind, start = best[2], best[3]
    if kind == "total" and (owed := _OWED_IN_ALL.search(scene.text[left : amount.start])):
        kind, start = "owed", left + owed.start()
    return Sum(amount, kind, scene.text[start : best[4]].strip(" ,"))


def _window(scene: Scene, index: int) -> tuple[int, int]:
    """The text that may speak of this amount: its clause, up to the sums beside it."""
    amount = scene.amounts[index]
    left, right = scene.clause(amount.start)[0], scene.clause(max(amount.end - 1, 0))[1]
    if index:
        left = max(left, scene.amounts[index - 1].end)
    if index + 1 < len(scene.amounts):
        right = min(right, scene.amounts[index + 1].start)
    return left, max(right, amount.end)


def _before(text: str, kind: str, behind: str = "") -> tuple[int, int, int] | None:
    """Distance, start and end of the last cue before the sum. A denied or promised 'gave' is no payment."""
    if kind == "paid_before" and re.match(r"(?:块钱?|元)?的?(?:工资)?(?:欠条|条子|白条|借条)", behind):
        return None
    last: tuple[int, int, int] | None = None
    owes = [(debt.start(), debt.end()) for debt in _HIS_OWN_DEBT.finditer(text)] if kind.startswith(("owed", "remaining")) else []
    for match in _cues(kind).finditer(text):
        lead = text[: match.start()]
        if any(start <= match.start() < end for start, end in owes):
            continue
        if kind == "paid_before" and match.group().startswith("打") and _ON_PAPER.search(lead):
            continue
        if kind == "paid_before" and (_NEGATED.search(lead) or re.match(r"\w{0,6}(?:欠条|条子|白条)", text[match.end() :])):
            continue
        if kind == "owed_before" and match.group() in ("差", "差了") and re.match(r"差不多|差点", text[match.start() :]):
            continue
        if kind == "remaining_before" and match.group() == "还有" and not re.search(r"还有[^,]{0,3}$", text):
            continue
        between = text[match.end() :]
        if len(between) > 14 or (match.group() in ("欠条", "条子") and re.search(r"[要收交]", between)):
            continue
        if match.group() == "剩" and re.search(r"(?:只|就|到手|才)$", lead):
            continue
        last = (len(between), match.start(), match.end())
    return last


def _after(text: str, kind: str) -> tuple[int, int, int] | None:
    """Distance, start and end of the first cue behind the sum."""
    match = _cues(kind).search(text)
    return (match.start(), match.start(), match.end()) if match else None


def _from_neighbours(scene: Scene, index: int) -> Sum:
    """A sum alone in its clause: what stands right before (还欠我,一万二) or right behind it (一万二,到现在没给)."""
    amount = scene.amounts[index]
    start, end = scene.clause(amount.start)
    rest = scene.text[end : end + 22].lstrip(",。;! ")
    following = scene.amounts[index + 1] if index + 1 < len(scene.amounts) else None
    free = following is None or following.start > end + 22
    if free and (match := re.match(rf"(?:[^,。]{{0,9}}?)(?:{lexicon.alternation('money_verbs', ('owed_after',))})", rest)):
        kind = "owed" if amount.high >= 5000 else None
        return Sum(amount, kind, scene.text[start:end].strip() + "," + match.group())
    lead = scene.text[max(0, start - 14) : start].rstrip(",。;! ")
    if re.search(r"(?:[打写]了?[一个张]{0,2}欠条(?:给|我)*$|欠|还欠|拖欠|一共欠|总共欠|剩|还差)(?:我|着|了|我们|"
        r"[\d一二两三四五六七八九十半几]+个多?月|工资|的|钱)*$", lead) and amount.start - start <= 3:
        return Sum(amount, "owed", amount.words)
    return Sum(amount, None, amount.words)


def read_money(scene: Scene) -> dict[str, Fact]:
    """`owed_amount`, `paid_amount`, `pay_rate`. Two different owed sums, two paid ones or two rates: left out.

    A sum said to be what is left (还差, 还剩) wins over one merely owed (欠).
    """
    sums = [found for found in read_sums(scene) if not _about_else(scene, found)]
    left = [found for found in sums if found.kind == "remaining"]
    facts: dict[str, Fact] = {}
    owed = left or [found for found in sums if found.kind == "owed"]
    if not left and not any(found.kind == "paid" for found in sums):
        owed = _told_apart(scene, sums, owed)
    if not left and any(found.kind is None and _WAGE.search(scene.text[: found.amount.start]) for found in sums):
        owed = []
    for slot, candidates in (("owed_amount", owed), ("paid_amount", [found for found in sums if found.kind == "paid"])):
        if chosen := _only(candidates):
            facts[slot] = amount_fact(chosen.amount, chosen.words)
    rates = [found for found in sums if found.kind == "rate" and found.amount.low > 0]
    whole = [found for found in rates if "底薪" not in scene.text[max(0, found.amount.start - 3) : found.amount.end]]
    rate = _only(whole or rates)
    if rate and (fact := rate_fact(rate.amount)):
        facts["pay_rate"] = fact
    return facts


def owes_workers(text: str) -> bool:
    """Whether he says that he himself owes others, his workers above all: a bare sum is then not what is owed to him."""
    return bool(_OWES_WORKERS.search(text) or _HIS_OWN_DEBT.search(text))


def _told_apart(scene: Scene, sums: list[Sum], owed: list[Sum]) -> list[Sum]:
    """The sum of a clause of its own: one told as the whole (欠我2个月,一共8000), or the only one (最后俩月没给,6400).

    The whole stands in for parts that would not agree; beside one plain owed sum it may be what was earned.
    """
    others = [found for found in sums if found.kind is None]
    whole = [found for found in sums if found.kind == "total" and _is_alone(scene, found.amount, _IN_ALL)]
    if whole and _ARREARS.search(scene.text) and (not owed or others):
        return whole
    if not owed and not is_question(scene.text) and (months := _whole_of_months(scene, sums)):
        return months
    told = any(pattern.search(scene.text) for pattern in (_ARREARS, _WORK_OVER, _UNSURE))
    plain = [found for found in others if found.amount.low >= _LEAST and _is_alone(scene, found.amount, _ALONE_BEFORE)]
    return plain if not owed and len(others) == len(plain) == 1 and told and not is_question(scene.text) else owed


def _whole_of_months(scene: Scene, sums: list[Sum]) -> list[Sum]:
    """The whole of the pay of some months (四月五月工资共计9800; 3个月工资,一共22500), unless words tell that it came."""
    if _SETTLED.search(scene.text):
        return []
    totals = [found for found in sums if found.kind in ("total", None)]
    clauses = [scene.text[left:right].strip() for left, right in scene.clauses()]
    headed = any(re.fullmatch(_PAY_OF_MONTHS, clause) for clause in clauses)
    allowed = (_MONTHS_IN_ALL, _IN_ALL) if headed else (_MONTHS_IN_ALL,)
    return [found for found in totals if any(_is_alone(scene, found.amount, before) for before in allowed)]


def _is_alone(scene: Scene, amount: Amount, before: re.Pattern[str]) -> bool:
    """Whether the clause holds nothing but this sum and the words allowed before it."""
    start, end = scene.clause(amount.start)
    lead, rest = scene.text[start : amount.start].strip(), scene.text[amount.end : end].strip()
    return bool(before.fullmatch(lead) and _ALONE_BEHIND.fullmatch(rest))


def _about_else(scene: Scene, found: Sum) -> bool:
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
    """A rate as a fact {"amount", "unit"}; a vague one holds such mappings in `low` and `high`. None without a unit."""
    unit = unit or (amount.unit if amount.unit != "sum" else None)
    if unit is None:
        return None
    low, high = ({"amount": yuan(fen), "unit": unit} for fen in (amount.low, amount.high))
    if amount.vague or amount.low != amount.high:
        return Fact("vague", low=low, high=high, words=amount.words)
    return Fact("known", value=low, words=amount.words)
