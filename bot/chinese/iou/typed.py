"""Whether a message is the text of an IOU or a receipt that somebody typed off the paper, and no story about one."""
from __future__ import annotations

import re

_OWES = re.compile(r"(?:今|兹|现|尚|还|共|拖)欠[^。!?]{0,80}?(?:元|[¥￥])", re.S)
_SIGNS = re.compile(
    r"(?:欠款人|欠条人|立据人|立欠人|承诺人|欠款单位|欠薪单位|债务人)\s*(?:\([^)]{0,8}\))?\s*[::：(（]?\s*[\u4e00-\u9fff]{2}")
_TALK = re.compile(r"我该|怎么办|咋办|能不能|可不可以|吗|呢[?？]?$|算不算")

_RECEIVED = re.compile(r"[今兹现][ \t]?(?:收到|领到|收)(?!天|年|后)[^。!?]{0,80}?(?:元|[¥￥])", re.S)
_RECEIVER = re.compile(r"(?:收款人|领款人|领取人|收条人|签收人|立据人)\s*(?:\([^)]{0,8}\))?\s*[::：(（]?\s*[\u4e00-\u9fff]{2}")
#: its heading above and a date below
_HEADED = re.compile(r"^\s*收[ \t]*[条据][\s::：].*20\d\d[年./-]\d{1,2}[月./-]\d{1,2}日?\s*$", re.S)


def is_iou_text(text: str) -> bool:
    """Whether the words owe (今欠…元) and somebody signs as the debtor (欠款人陈大海); no question."""
    return bool(_OWES.search(text) and _SIGNS.search(text)) and not _TALK.search(text)


def is_receipt_text(text: str) -> bool:
    """Whether the words receive (今收到…元) under a heading or with who received it (收款人王大强); no question."""
    return bool(_RECEIVED.search(text) and (_RECEIVER.search(text) or _HEADED.search(text))) and not _TALK.search(text)
