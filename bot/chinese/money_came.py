"""The answer to 钱到了吗, and the same told unasked: 全给了, 给了五千, 一分没给, 他还是不给."""
from __future__ import annotations

import re
from dataclasses import dataclass

from bot.chinese.amounts import find_amounts
from bot.chinese.clauses import typed_clauses
from bot.chinese.normalise import normalise
from bot.chinese.paid import HowMuch, how_much
from bot.chinese.values import Fact
from bot.chinese.wage_sums import amount_fact

_TAIL = re.compile(
    r"(?:我|那|现在|接下来|下一步|这下)*(?:该|要|得|能)?(?:怎么办|咋个?办|咋整|咋搞|怎么弄|怎办|何办)(?:呢|啊|呀|嘛|"
    r"了)*$")
_QUESTION = re.compile(
    r"[吗么]$|[?？]|怎么|咋|如何|多久|几天|什么时候|啥时候|能不能|会不会|要不要|可不可以|是不是|有没有|如果|要是|万一|"
    r"的话|多少(?!钱没)|算不算|合法")
_TO_COME = re.compile(
    r"(?:说|答应|保证|承诺|讲|喊|叫|让|要|会|准备|打算|同意)[^,，。]{0,8}(?:给|付|打|结|还|发)|明天|后天|下周|下个?月|"
    r"月底前?(?:给|付)|过几天|年底")
_OTHERS = re.compile("工友|老乡|别人|同事|朋友|隔壁|听说|人家")
_NO_WAGES = re.compile(
    "判|裁|要求|借给|押金|身份证|合同|欠条|条子|回执|答复|面子|机会|材料|医药|生活费|名片|电话|地址|律师费|一个月|"
    "一天|每月|每天")
_STILL = (
    r"(?:还|还是|就|就是|一直|到现在|到今天|至今|仍然|仍|照样|硬是|死活|拖着|根本|也|都|又|依然|压根|始终|现在)+"
    r"(?:都|也|还|是)*")
_NONE = (
    re.compile(
        rf"{_STILL}(?:没有?|不|未|莫|冇)(?:肯|愿意|曾|能)?(?:给(?!我?(?:答复|回))|发|付|还(?!没)|打|结|拿到|收到|见到|到账|"
        rf"到手|到(?!期)|执行|履行)"),
    re.compile(r"一分(?:钱)?(?:也|都|还)*(?:没|不|冇|莫)(?!少|差)|一(?:毛|块)(?:钱)?(?:也|都)?没"),
    re.compile(r"(?:钱|工资|工钱|款)(?:还|都|也|一直|就|到现在|根本)*(?:没有?|未|冇)(?:给|到|发|付|打|结|拿到|收到|见|下来)"),
    re.compile(r"没(?:有)?(?:拿到|收到|见到|领到)(?:一分)?(?:钱|工资|工钱|款)"),
    re.compile(
        r"^(?:老板|公司|他|她|他们|对方|单位|厂里|工头|包工头)+(?:不肯|不愿意?|不|拒绝|拒不|赖着不)(?:给|付|还|执行|履行|"
        r"认账)(?:钱|工资|我)?(?:了)?$"),
)
_CAME = re.compile(r"给|打|转|付|发|到账|到了|收到|拿到|还了|结|汇|补")
_GIVEN = re.compile(
    r"(?:给|打|转|付|发|结|汇|补|还)(?:了|过来|来|我|到)+|到账|到(?:了)?(?:卡|手)|收到|拿到|拿了|领到|到了|先给|才给|"
    r"只给|(?:给|发|付|结|打)(?:钱|清|齐|完|全|好)")
_MONEY = re.compile("钱|工资|工钱|款|账|给|付|打|转")
_WORDS: tuple[tuple[HowMuch, str], ...] = (
    ("none", "没 没有 没呢 还没 还没有 没到 没给 没有给 没得 冇 莫得 不给 没啊 没有呢 没见到 没动静 毛都没有 没影 没影子"),
    ("unsaid", "到了 有 有了 给了 收到了 拿到了 到账了 钱到了 打了 打过来了 嗯 是 是的 对"),
    ("part", "一部分 部分 给了一部分 一半 给了一半 给了点 给了一点 给了些 没给完 没给全"),
    ("all", "全给了 全到了 都给了 都到了 全部 全部到了 给清了 结清了 齐了 给完了 付清了"),
)
"""Bare answers to 钱到了吗."""
_BARE: dict[str, HowMuch] = {word: much for much, words in _WORDS for word in words.split()}
_ALONE = frozenset({
    "全给了", "全到了", "都给了", "都到了", "给清了", "结清了", "给完了", "付清了", "钱到了", "收到了",
    "拿到了", "到账了", "打过来了"})
"""Those of them that say it unasked too."""
MOST = 60
"""Longer messages are stories."""


@dataclass(frozen=True)
class Came:
    """What came: all, part, none, or unsaid (money, but not how much of it). `amount`: the sum told, of a part."""

    much: HowMuch
    amount: Fact | None = None


def money_came(text: str, *, asked: bool) -> Came | None:
    """What a message says of the money; None when it says nothing of it. `asked`: the bot's question waits, so that bare words
    count."""
    plain = _TAIL.sub("", normalise(text).strip(" ,，。!！")).strip(" ,，。!！~")
    if not plain or len(plain) > MOST or _QUESTION.search(plain) or _OTHERS.search(plain):
        return None
    bare = plain.rstrip("啊呀呢哦吧嘛")
    if bare in _BARE and (asked or bare in _ALONE):
        return Came(_BARE[bare])
    part = _part(plain, asked)
    if part:
        return Came("part", part)
    if any(none.search(plain) for none in _NONE) and how_much(plain) != "part":
        return Came("none")
    if _TO_COME.search(plain) or _NO_WAGES.search(plain):
        return None
    much = how_much(plain)
    if much == "none":
        return Came("none") if asked else None
    if not _GIVEN.search(plain) or not _MONEY.search(plain):
        return None
    return Came(much) if much != "unsaid" or asked or re.search("(?:钱|工资|工钱|款)", plain) else None


def _part(plain: str, asked: bool) -> Fact | None:
    """The one sum in a clause that says it was given; asked, a bare sum too."""
    found = []
    for clause in typed_clauses(re.sub(r"(?<=\d),(?=\d{3})", "", plain)):
        sums = [one for one in find_amounts(clause) if one.unit == "sum" and one.high > 0]
        if re.search("判|裁", plain) and not re.search("[给打转付发]了|到账|收到|拿到", clause):
            continue
        given = (_CAME.search(clause) and not _TO_COME.search(clause) and not _NO_WAGES.search(clause)
                 and not re.search("欠|差|剩|没给|还有", clause))
        if len(sums) == 1 and (given or (asked and len(clause) <= 10 and not re.search("欠|差|剩|没", clause))):
            found.append(amount_fact(sums[0], sums[0].words))
    return found[0] if len(found) == 1 else None
