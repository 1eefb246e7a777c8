"""Whether a message is the text of an IOU that somebody typed off the paper, and no story about one."""
from __future__ import annotations

import re

_OWES = re.compile(r"(?:今|兹|现|尚|还|共|拖)欠[^。!?]{0,80}?(?:元|[¥￥])", re.S)
_SIGNS = re.compile(
    r"(?:欠款人|欠条人|立据人|立欠人|承诺人|欠款单位|欠薪单位|债务人)\s*(?:\([^)]{0,8}\))?\s*[::：(（]?\s*[\u4e00-\u9fff]{2}")
_TALK = re.compile(r"我该|怎么办|咋办|能不能|可不可以|吗|呢[?？]?$|算不算")


def is_iou_text(text: str) -> bool:
    """Whether the words owe (今欠…元) and somebody signs as the debtor (欠款人陈大海); no question."""
    return bool(_OWES.search(text) and _SIGNS.search(text)) and not _TALK.search(text)
