"""Names of people in a message, as one mark that the reader can learn from: 他叫赵刚 must not sound like a threat."""
from __future__ import annotations

import re
from functools import lru_cache

from bot.chinese.typos import read_lookup

NAME = "㐃"
_CUES = (
    r"叫做?|名字是|姓名是?|老板娘?是?|包工头是?|工头是?|带班的?是?|老总是?|经理是?|店长是?|厂长是?|站长是?|队长是?|班长是?|主管是?|"
    r"欠钱的是|工友|老乡|师傅|老公|老婆|弟弟|哥哥|儿子"
)
_BEHIND = r"[,。;!?、 ]|$|还?欠|还?差|拖|不给|没给|在|说|他|她|和|跟|的"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A surname and one or two characters behind a word that names come after, with a pause or what they owe behind them."""
    table = read_lookup("names.yml")
    no_names = "|".join(table["no_names"].split())
    common = "".join(table["common"].split())
    return re.compile(rf"(?P<cue>{_CUES})(?!{no_names})[{common}][\u4e00-\u9fff]{{1,2}}?(?={_BEHIND})")


def mark_names(text: str) -> str:
    """A normalised text with the full names in it replaced by one sign each.

    >>> mark_names("我替我老公问,他叫张三,包工头赵刚欠他9000")
    '我替我老公问,他叫㐃,包工头㐃欠他9000'
    """
    return _pattern().sub(rf"\g<cue>{NAME}", text)
