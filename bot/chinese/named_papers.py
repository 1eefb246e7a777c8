"""Which paper for mediation, arbitration or court a message wishes to have written, by its name."""
from __future__ import annotations

import re

from bot.chinese.normalise import normalise

LONGEST = 60
"""A longer message is a story, not a wish for a paper."""
ALL, WHICH = "all", "which"
_NAMES = (
    ("support_prosecution", r"支持起诉(?:的)?(?:申请)?书?"),
    ("advance_enforcement", r"先予执行(?:的)?(?:申请)?书?"),
    ("judicial_confirmation", r"司法确认(?:的)?(?:申请)?书?"),
    ("enforcement_application", r"(?:强制)?执行(?:的)?申请书?|强制执行(?:的)?书|申请(?:强制)?执行的?(?:申请)?书"),
    ("payment_order_application", r"支付令(?:的)?(?:申请)?书?"),
    ("arbitration_application", r"仲裁(?:的)?(?:申请)?书|申请仲裁的?(?:申请)?书|仲裁申请(?!了|过|后|多久|要|需|费|时|被|期)"),
    ("civil_complaint", r"起诉[书状]|诉状|起诉材料"),
    ("mediation_application", r"调解(?:的)?申请书?|申请调解的?书"),
)
_SHEET = re.compile("[书状]")
_BY_NAME = tuple((name, re.compile(pattern)) for name, pattern in _NAMES)
_WRITE = r"(?:代|帮我|给我|替我)?(?:写|起草|拟|生成|做|弄|整|出|打印|下载|搞|填)"
_WISH = re.compile(
    rf"{_WRITE}|(?:帮|给|替|发|拿)(?:我|俺|我们)|(?:我|俺)?(?:要|想要|来|需要)(?:一?[份个张]|申请|写)|^(?:我|俺)?(?:要|想)")
_APPLY = re.compile(r"(?:我|俺|我们)?(?:要|想|帮我|给我|替我|想要|准备)(?:去)?(?:申请|写|弄|办)")
_ASKS = re.compile(
    r"[吗嘛么?？]|(?<!不管)怎么|怎样|咋|如何|多少|多久|几天|几份|哪里|哪儿|哪个|在哪|啥时|什么|为什么|要不要|能不能|可不可以|有没有|行不行|是不是|有用")
_FOR_ME = re.compile(
    r"(?:帮|给|替)(?:我|俺|我们|写)?[^,，。]{0,4}(?:写|起草|拟|生成|做|弄|整|出|打印|搞|填|一份|来)|(?:写|弄|发|拿|出)(?:一?[份个张])?(?:给|来给)(?:我|俺)")
_FILLERS = re.compile(
    r"(?:帮|给|替)(?:我们|我|俺)?|我们|我|俺|你|代写|写|起草|拟|生成|做|弄|整|出来|出|打印|下载|搞|填|一?[份个张]|要求|要|想|需要|来|请|麻烦|那|就|还|也|现在"
    r"|先|再|一下|下|看看|劳动人事争议|劳动|民事|的|申请|书面|吧|呗|嘛|啊|呢|吗|能|可以|去|办|发|拿|把|将|签字用|好")
_MOST_REST = 2  # signs of a clause that are neither the paper's name nor words of a wish
_CLAUSE = re.compile("[,，。;；!！?？ ]+")
_OVER = re.compile(
    r"(?:写|交|递|填|打印|弄|做|发|寄)(?:好|完|过|了)(?!一?[份个张])|已经|退回|收到|丢了|拿到|不要|不用|不想|不写|别写|不需要|驳回|下来|行吗|行不|谁|係咪|发下|(?:他|老板|公司|对方)[^,，。]{0,4}(?:写|申请)")
_ALL = re.compile(
    r"^(?:(?:把)?(?:文书|这些|这几[样份]|要用的|全部|所有)(?:文书|的)?)?(?:都|全都|全部|一起|一次|统统)(?:给|发给?|打包给|打包发|传给?)(?:我|俺)(?:吧|嘛|呗|一份|好了|看看)?[。.!！]*$"
    r"|^(?:都|全部|全都)(?:要|打包|下载)(?:吧|下来)?[。.!！]*$|^(?:把)?(?:文书|这些|全部)打包(?:给我|发我|下载)?[。.!！]*$|^打包(?:给|发)我[。.!！]*$")
_WHICH = re.compile(
    r"^(?:那|我|还|一共|总共|现在|到底|都|这)*(?:需要|要|得|该|应该)(?:准备|写|交|带|用|办|有)*(?:哪些|什么|啥|些什么|些啥|几样)(?:材料|文书|书面材料|文件|申请书|纸)"
    r"(?:呢|啊|呀|哦|嘛)?[?？。]*$")


def wished_paper(text: str) -> str:
    """The name of the paper that is wished for; `all` for all of them (都给我), `which` when he asks which (要哪些材料); "" for
    neither. A question about a paper (仲裁申请书交到哪), and one that is written already, is no wish."""
    plain = normalise(text)
    if len(plain) > LONGEST:
        return ""
    if _ALL.match(plain):
        return ALL
    if _WHICH.match(plain):
        return WHICH
    return next((name for name, pattern in _BY_NAME if _wished(plain, pattern)), "")


def _wished(plain: str, pattern: re.Pattern[str]) -> bool:
    clauses = [clause for clause in _CLAUSE.split(plain) if clause]
    named = next((clause for clause in clauses if pattern.search(clause)), "")
    if not named or _OVER.search(plain):
        return False
    if any(_FOR_ME.search(clause) and len(_FILLERS.sub("", pattern.sub("", clause))) <= _MOST_REST for clause in clauses):
        return True
    rest = pattern.sub("", named, count=1)
    if _ASKS.search(plain) or len(_FILLERS.sub("", rest)) > _MOST_REST:
        return False
    if _APPLY.search(named):
        return True
    sheet = bool(_SHEET.search(named)) or named.endswith("申请")
    return sheet and (rest in ("", "劳动", "民事") or bool(_WISH.search(rest)))
