"""What a message wishes of the papers: one by its name, all of them, or to know which are needed."""
from __future__ import annotations

import re

from bot.chinese.normalise import normalise
from bot.chinese.paper_names import named_paper

LONGEST = 60
"""A longer message is a story, not a wish for a paper."""
ALL, WHICH = "all", "which"
ASKED_ELSEWHERE = ("inspection_complaint", "wage_iou", "evidence_list")
"""Papers with a talk of their own."""
_ROADS = {
    "支付令": "payment_order_application", "先予执行": "advance_enforcement", "司法确认": "judicial_confirmation",
    "支持起诉": "support_prosecution",
}
_APPLY = re.compile(
    rf"^(?:我们|我|俺)?(?:想要|要|想|准备|帮(?:我|俺)|给我|替我)+(?:去)?申请(?P<road>{'|'.join(_ROADS)})[吧嘛了啊.。!！]*$")
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
    if applies := _APPLY.match(plain):
        return _ROADS[applies["road"]]
    named = named_paper(text) or ""
    return "" if named in ASKED_ELSEWHERE else named
