"""Whether words are an explicit yes to something that cannot be undone: the whole message, no refusal, no question."""
from __future__ import annotations

import re
from typing import Literal

from bot.chinese.normalise import normalise

Matter = Literal["erase", "file", "withdraw"]

_YES = r"(?:是|对头|对|好|行|可以|要|中|没错|同意|确定|确认|要得|得行|ok)(?:的|了|吧|啊|呀|哦|嘛|呢|滴|啦|噻)*"
_LEAD = r"(?:嗯+|那就?|我|就|都|请|麻烦|帮我|给我|现在|马上|全部|看(?:清楚?|过|完)了|没得?问题)*"
_VERBS: dict[str, str] = {
    "erase": r"(?:把?我的(?:资料|信息|东西))?(?:都|全部|全)?(?:删除?|清空|清除|擦)(?:掉|了|吧|啊|我的|资料|信息|全部|所有)*",
    "file": r"(?:提交|交|递交|登记|报上去)(?:上去|了|吧|啊|嘛|噻|哈|咯|投诉书?|它)*",
    "withdraw": r"(?:撤回|撤销|撤掉|撤|收回|取消)(?:了|吧|啊|掉|我的|投诉书?)*",
}
#: a verb without a yes: 提交 is the yes to filing; 删除我的资料 and 撤回投诉 may be the request itself, sent twice
_ALONE: dict[str, str] = {
    "erase": r"(?:都|全部|全)?(?:删除?|清空|擦)(?:掉|了)?吧",
    "file": _VERBS["file"],
    "withdraw": r"(?:撤回|撤销|撤掉|撤|收回)了?吧",
}
_NO = re.compile(r"别|不|没(?!错|问题|得问题)|莫|等|先|勿|吗|么|\?|什么|啥|谁|怎|多少")
#: a no that is followed by how it is: 不对,是从三月二十五开始干的
_SAID_OTHERWISE = re.compile(
    r"(?:(?:不对|(?:说|写|记|搞|弄)?错了)(?:的|哦|啊|呀|嘛|哈|[,。!、;\s])*|不是[,。!、;\s]+)"
    r"(?!劲|不对|.*(?:别|莫|勿|先|等|算了|不要|不用|不想|不能|不行|删|交|撤|登记|办|没说|不是[^,。]*$))[^\s].{2,}")
_SIGNS = re.compile(r"[\s,。.!~、;:…“”\"'「」]+")


def consents(text: str, matter: Matter) -> bool:
    """Whether the message says yes to `matter`: 是的, 确认提交, 删吧; not 嗯, 别删, 提交吗, nor the bare request again."""
    plain = normalise(text).lower()
    if refuses(plain):
        return False
    plain = _SIGNS.sub("", plain)
    agreed = rf"{_LEAD}(?:{_YES})+{_LEAD}(?:{_VERBS[matter]})?"
    return bool(re.fullmatch(agreed, plain) or re.fullmatch(_LEAD + _ALONE[matter], plain))


def is_bare_request(text: str, matter: Matter) -> bool:
    """Whether the message is the bare verb of `matter` (撤回): the request, or after the question for a yes the answer to it."""
    return bool(re.fullmatch(_VERBS[matter], _SIGNS.sub("", normalise(text).lower())))


def refuses(text: str) -> bool:
    """Whether a no, a wait or a question stands in the message; a correction (不对,是三月) is none of these."""
    return bool(_NO.search(normalise(text))) and not corrects(text)


def corrects(text: str) -> bool:
    """Whether a no is followed by how it is instead, and not by what shall not be done."""
    return bool(_SAID_OTHERWISE.fullmatch(normalise(text).strip()))
