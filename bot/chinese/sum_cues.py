"""What the words beside a sum make of it: owed, remaining, paid, a rate, something else, a total."""
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.chinese import lexicon
from bot.chinese.handed_over import LATER_MONTHS, is_handed_over, is_made_to_write, is_one_months_wage, is_own_cost
from bot.chinese.personal import HOTLINES
from bot.chinese.scene import Scene
from bot.chinese.sum_limits import corrected
from bot.chinese.values import Amount
from bot.chinese.withheld import is_withheld

_ORDER = (
    "remaining_before", "paid_before", "owed_before", "owed_after", "paid_after", "other_before", "other_after", "total_before",
)  # fmt: skip
_NEGATED = re.compile(
    r"(?:没|不|未|没有|不肯|不愿意|还没|不想|拒绝|只说|答应|说|承诺|要求他|要|能|会|才能|再|可以|应该|准备|先不|少)(?:我|先)?$"
)
MONTHS = r"(?:[\d一二两三四五六七八九十半几]{1,3}个?多?半?月份?[到至和、]?)"
#: what is owed, told as a whole: 欠我们工资一共 ..., 拖欠我的钱总共 ..., 差我三个月工资一共 ...
_OWED_IN_ALL = re.compile(
    r"(?:拖欠|欠|差(?=[我俺了着]))(?:着|了)?(?:我们|我|俺们|俺|咱们|大家)?"
    rf"(?:的|[\d一二两三四五六七八九十]{{1,3}}个人|{MONTHS}|工资|工钱|薪水|血汗钱|运费|人工费|劳务费|钱|款)*(?:是|有)?"
    r"(?:一共|总共|合计|共计|总计)(?:是|有|也|就|才|都|大概|差不多)*$"
    r"|(?:没有?|未|不肯?)(?:给|发|结|付|拿到?)(?:我们?|俺)?(?:的?工资|工钱)?(?:一共|总共|合计|共计|总计)(?:是|有)?$"
    r"|(?:欠|差)(?:我们?|俺)?(?:的|家里|[^,。!?;的\d]{0,10}的)(?:工钱|工资|钱|账|款)(?:一共|总共|合计|共计)(?:是|有)?$")
#: what was left is no longer what is owed when a payment follows at once (剩九千只打了四千)
_LEFT_BUT_PAID = re.compile(r"(?:块钱?|元)?(?:又|还|后来|才|只|就)*(?:给|打(?!了?[一张个]*[欠白]?条)|发|付|结|转)了")
#: he himself owes others: 我欠他500, 我还欠老板两千
HIS_OWN_DEBT = re.compile(
    r"(?<![欠差])(?:我们|我|俺)(?:自己|本人)?(?:还|也|又|另外|现在|倒)*(?:拖?欠|差)(?:了|着)?"
    r"(?:他|她|人家|别人|老板|公司|厂里|店里|饭店|食堂|小卖部|超市|房东|银行|工人|民工|农民工|工友|底下|手下|下面|班组|兄弟|弟兄|朋友|亲戚)")
#: a sum for another end, before words of owing: 我这病治要十几万,酒楼欠我的又不给
_FOR_ELSE = re.compile("买|开口|出了|投了|交了|病|治|手术|住院|律师|学费|彩礼|房租|首付|车票|路费|借")
#: 要回一万 is what came back or may come back, unless he wants it
_GOT_BACK = re.compile(r"^要回\|(?!.*(?:想|怎么|如何|没|帮我|把)$)")
#: right before a clause that is only a sum: 还欠我, 打了欠条, 差我5个月
_OWING_BEFORE = re.compile(
    r"(?:[打写]了?[一个张]{0,2}欠条(?:给|我)*$|欠|还欠|拖欠|一共欠|总共欠|剩|还差|差(?=[我俺])|被?拖)(?:我|着|了|我们"
    r"|[\d一二两三四五六七八九十半几]+个多?月|工资|的|钱)*$"
)
#: 欠的钱里有八百是我垫的: a part is not what is owed
_A_PART = re.compile(r"里[头面]?有$|其中有?$")
#: a bare wage before a sum: with a number of months behind, it is the pay of one
_WAGE_ALONE = re.compile(r"^(?:说好|讲好|谈好|的|我|我们|他|每个?月)*(?:工资|工钱|薪水)(?:是|有|大概|也就|才|就)*$")
#: before an earlier sum: it is no pay, so that 都没给 behind both does not part a month's pay from another's (押金2000,工资3500)
NO_PAY = re.compile("押金|保证金|(?:服装|工服|工装|体检|住宿)[费钱]|材料费|材料钱|垫的?钱?")
_SOME_MONTHS = re.compile(r"[\d一二两三四五六七八九十几]{1,3}个(?:半|多)?月")
#: behind 给了, before the sum that was given (一万八给了我八千)
_WHOM = re.compile("(?:我们?|俺们?)?")
#: 四万多给了不到一半: how much came is not told
_A_PART_CAME = re.compile("(?:不到|才|只|大概|差不多|有)*(?:一半|一小?半|一部分|部分|一点|一些|零头|几成|[一二三四五六七八九]成)")
#: the paper on which the sum stands: 欠条打了12000 tells of no payment
_ON_PAPER = re.compile(r"(?:欠条|借条|白条|条子|单子|结算单)(?:上面?|里|都|也|就|是|给|我|他|她|老板|只|总共|一共)*$")


@dataclass(frozen=True)
class Sum:
    """An amount and what the words around it make of it: owed, remaining, paid, rate, other, total or None."""

    amount: Amount
    kind: str | None
    words: str


#: 登记的债权是四万二; 工资四万二没有看到, 四千一提不出来, 四千到现在不提, 四千说厂里没回款
_SEEN = {
    "owed_before": "压我|(?:登记|申报|确认)的?(?:职工)?债权(?:金额)?(?:是|为)|",
    "owed_after": r"没有?(?:见到|见着|看到|看见|摸到)|提不出来?|提不了现|(?:未|没|没有|不)支付|谁[也都]不[出给认管]"
    r"|(?:到现在|一直)(?:都|也)?不提(?![供前醒])|说[^,。!?;]{0,6}没(?:回款|拨款|收到款)|",
}


@lru_cache(maxsize=16)
def _cues(kind: str) -> re.Pattern[str]:
    return re.compile(_SEEN.get(kind, "") + lexicon.alternation("money_verbs", (kind,)))


def read_sums(scene: Scene) -> list[Sum]:
    """Every amount of the story with its kind."""
    found = (_classify(scene, index) for index in range(len(scene.amounts)))
    return [replace(one, kind=corrected(scene, one.amount, one.kind)) for one in found]


def _classify(scene: Scene, index: int) -> Sum:
    """The cue nearest to the sum decides; at equal distance the order of `_ORDER`."""
    amount = scene.amounts[index]
    if amount.unit != "sum":
        return Sum(amount, "rate", amount.words)
    if amount.words in HOTLINES:
        return Sum(amount, None, amount.words)
    left, right = _window(scene, index)
    if is_own_cost(scene, amount) or is_made_to_write(scene, amount):
        return Sum(amount, "other", amount.words)
    if is_one_months_wage(scene, amount):
        return Sum(replace(amount, unit="month"), "rate", amount.words)
    if is_handed_over(scene, amount):
        return Sum(amount, "paid", amount.words)
    if is_withheld(scene, amount, left, right):
        start, end = scene.clause(amount.start)
        return Sum(amount, "owed", scene.text[max(start, left) : min(end, right)].strip(" ,"))
    before, after = scene.text[left : amount.start], scene.text[amount.end : right]
    next_sum = index + 1 < len(scene.amounts) and right == scene.amounts[index + 1].start
    best: tuple[int, int, str, int, int] | None = None
    for rank, kind in enumerate(_ORDER):
        cue = _before(before, kind, after) if kind.endswith("_before") else _after(after, kind, next_sum)
        if cue is None:
            continue
        distance, start, end = cue
        start, end = (left + start, amount.end) if kind.endswith("_before") else (amount.start, amount.end + end)
        if best is None or (distance, rank) < best[:2]:
            best = (distance, rank, kind.split("_")[0], start, end)
    if best is None:
        return _from_neighbours(scene, index)
    kind, start = best[2], best[3]
    if kind == "remaining" and _LEFT_BUT_PAID.match(scene.text[amount.end :]):
        return Sum(amount, None, amount.words)
    if kind == "total" and (owed := _OWED_IN_ALL.search(scene.text[left : amount.start].rstrip(": "))):
        kind, start = "owed", left + owed.start()
    if kind == "total" and _behind_its_rate(scene, index):
        kind = "owed"
    return Sum(amount, kind, scene.text[start : best[4]].strip(" ,"))


def _behind_its_rate(scene: Scene, index: int) -> bool:
    """Whether a whole is what the rate before it makes of months that stay out (欠我三个月工资每个月5500合计16500)."""
    rate = scene.amounts[index - 1] if index else None
    start = scene.clause(scene.amounts[index].start)[0]
    if rate is None or rate.unit == "sum" or rate.start < start:
        return False
    return bool(re.search(r"拖欠|[欠差][我了着]|[没未](?:给|发|结|付)", scene.text[start : rate.start]))


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
    owes = [(debt.start(), debt.end()) for debt in HIS_OWN_DEBT.finditer(text)] if kind.startswith(("owed", "remaining")) else []
    for match in _cues(kind).finditer(text):
        lead = text[: match.start()]
        if any(start <= match.start() < end for start, end in owes):
            continue
        if kind == "paid_before" and match.group().startswith("打") and _ON_PAPER.search(lead):
            continue
        if kind == "paid_before" and (_NEGATED.search(lead) or re.match(r"\w{0,6}(?:欠条|条子|白条)", text[match.end() :])):
            continue
        if kind == "owed_before" and (lead.endswith(("倒", "反", "还到")) or _GOT_BACK.search(match.group() + "|" + lead)):
            continue
        if kind == "owed_before" and match.group() in ("差", "差了") and re.match(r"差不多|差点", text[match.start() :]):
            continue
        if kind == "remaining_before" and match.group() == "还有" and not re.search(r"还有[^,]{0,3}$", text):
            continue
        between = text[match.end() :]
        if kind == "owed_before" and _A_PART.search(between):
            continue
        if len(between) > 14 or (match.group() in ("欠条", "条子") and re.search(r"[要收交]", between)):
            continue
        if match.group() == "剩" and re.search(r"(?:只|就|到手|才)$", lead):
            continue
        last = (len(between), match.start(), match.end())
    return last


def _after(text: str, kind: str, next_sum: bool) -> tuple[int, int, int] | None:
    """Distance, start and end of the first cue behind the sum; 给了 before the next sum speaks of that (三万四的工钱给了一万)."""
    for match in _cues(kind).finditer(text):
        if kind == "paid_after" and next_sum and _WHOM.fullmatch(text, match.end()):
            continue
        if kind == "paid_after" and _A_PART_CAME.match(text, match.end()):
            continue
        threat = kind == "owed_after" and re.match("就(?!是)|的话|我就", text[match.end() :])
        threat = threat or (kind == "owed_after" and LATER_MONTHS.search(text[: match.start()]))
        if not threat and not (match.group().startswith("的") and match.start() > 2):
            return match.start(), match.start(), match.end()
    return None


@lru_cache(maxsize=1)
def _owing_after() -> re.Pattern[str]:
    return re.compile(rf"(?:[^,。]{{0,9}}?)(?:{lexicon.alternation('money_verbs', ('owed_after',))})")


def _is_a_rate(scene: Scene, index: int, behind: str) -> bool:
    """Whether a sum before words of owing is only the pay of a month (工资五千,三个月没发), or one of several (都没给)."""
    amount = scene.amounts[index]
    lead = scene.text[scene.clause(amount.start)[0] : amount.start]
    if _WAGE_ALONE.search(lead) and _SOME_MONTHS.search(behind + scene.text[amount.end : amount.end + 16]):
        return True
    earlier = scene.amounts[index - 1] if index else None
    if earlier and NO_PAY.search(scene.text[: earlier.start][-6:]):
        return False
    return bool(earlier and earlier.unit == "sum" and amount.start - earlier.end <= 12 and "都" in behind)


def _from_neighbours(scene: Scene, index: int) -> Sum:
    """A sum alone in its clause: what stands right before (还欠我,一万二) or right behind it (一万二,到现在没给)."""
    amount = scene.amounts[index]
    start, end = scene.clause(amount.start)
    rest = scene.text[end : end + 22].lstrip(",。;! ")
    following = scene.amounts[index + 1] if index + 1 < len(scene.amounts) else None
    free = following is None or following.start > end + 22
    free = free and not any(start <= one.start < amount.start for one in scene.amounts)
    if free and not _FOR_ELSE.search(scene.text[start:end]) and (match := _owing_after().match(rest)):
        kind = None if _is_a_rate(scene, index, match.group()) else "owed" if amount.high >= 5000 else None
        return Sum(amount, kind, scene.text[start:end].strip() + "," + match.group())
    lead = scene.text[max(0, start - 14) : start].rstrip(",。;! ")
    if _OWING_BEFORE.search(lead) and amount.start - start <= 3:
        return Sum(amount, "owed", amount.words)
    return Sum(amount, None, amount.words)
