"""Sums and rates in Chinese text. Money is integer fen; two sums are never added, a vague one stays a range."""
from __future__ import annotations

import re
from decimal import Decimal

from bot.chinese.money import scan
from bot.chinese.values import Amount

_NOTHING = re.compile(
    r"(?:他|老板)?(?:0|０|零)\s?(?:元|块钱?|毛)?"
    r"|一(?:分|毛)钱?(?:都|也)?(?:没|不|未|没有)(?:给|发|结|付|拿到?|见到?|收到)?(?:过|到)?(?:我)?(?:了)?"
)
_FILLER = re.compile(
    r"(?:老板|包工头|工头|公司|厂里|厂子|他们|她们|我们|咱们|他|她|它|我|你|还|总共|一共|合计|加起来|大概|大约|应该|可能|好像|估计|也许|差不多|不知道|不清楚|"
    r"不晓得|记不清楚?|记不太清|忘了|具体|是|就是|有|就|也就|欠|拖欠|差|的?工资|工钱|的?钱|嗯+|呃+|额+|哦+|啊|呀|吧|呢|嘛|哈|了|的|得|着|样子|这个|那个|"
    r"剩下|剩余|余下|到现在|至今|现在|一直|都|还没|没给|没发|没结|未结|没付|左右|算下来|算|到手|给|说好|讲好|谈好|讲的|说的|实际|每人|人民币|共|多少|整|在|要|拿|答|回答|那|吗|啦|咯|喽|哟|不等|"
    r"[\s,，.。、!！?？:：;；~…\-—\"“”「」()（）])+"
)
_REVERSED = re.compile(r"我(?:还)?欠(?:老板|他|她|公司|厂)")


def find_amounts(text: str) -> list[Amount]:
    """Every sum and rate in order of place. Dates, counts and personal numbers are none."""
    return scan(text)


def parse_amount(text: str) -> Amount | None:
    """The whole text as an answer to "how much": one sum or rate among words that say nothing else.

    A bare figure counts (`3000`, `三千五`, `一天260`); 0 fen for `0元` and `一分没给`. None for anything else,
    negative sums and two sums among them.
    """
    if _NOTHING.fullmatch(text.strip(" \t\n,，.。!！")):
        return Amount(0, len(text), text, 0, 0, False)
    if _REVERSED.search(text):
        return None
    found = scan(text, answer=True)
    if len(found) != 1:
        return None
    amount = found[0]
    around = (text[:amount.start], text[amount.end:])
    if any(words and not _FILLER.fullmatch(words) for words in around):
        return None
    return None if re.search(r"[-－−负]\s?$", around[0]) else amount


def format_yuan(fen: int) -> str:
    """`12,000元`, `0.5元`, `1,234.56元`."""
    sign, fen = ("-" if fen < 0 else ""), abs(fen)
    cents = f"{fen % 100:02d}".rstrip("0")
    return f"{sign}{fen // 100:,}{'.' + cents if cents else ''}元"


def format_rate(yuan: int | float) -> str:
    """Yuan for a unit of work, with every part of a fen that was told: `260元`, `4.5元`, `0.125元`."""
    exact = Decimal(str(yuan)) * 100
    if exact == exact.to_integral_value():
        return format_yuan(int(exact))
    return f"{Decimal(str(yuan)).normalize():,f}元"
