"""Who is named only to say that it is not he (不是中建三局), or whose site it is (中建三局的工地): neither owes anything."""
from __future__ import annotations

import re

#: what stands before the one who is denied, or only asked about (是不是)
_NOT = re.compile(r"(?:不是|并非|不叫|不归|不怪|不关)(?:什么|啥子?|那个|这个|叫|姓|给)?$")
_NOT_BEHIND = re.compile(r"^(?:并|也|又|都)?(?:没有?|不)欠|^(?:没有?|无)关系?|^不是(?:欠|招|请)我")
_SITE = re.compile(r"^的?(?:那个|这个|那边|一个)?(?:工地|项目(?!部)|标段|工程(?!队|公司)|楼盘)(?:上|里|那边)?")
#: what stands before the one who is named instead: 不是中建三局欠我,是 ...
_BUT = re.compile(r"(?<!是)(?:不是|并非|不叫)[^。!?;]{1,14}?[,\s]*(?:他|她|人家)?(?:而是|应该是|其实是|就是|是|叫)(?:叫)?$")

#: a clause that takes back words he never said (没有说7月开始干)
_NEVER_SAID = re.compile(
    r"^(?:我|俺|我们|人家|可|又|从来|刚才|前面|也|都)*(?:没有?|没得|冇)(?:说|讲|写|填)(?:过|是)?(?!好|定|清|明|死|准|了|欠条|条)(?=[^,。;!?]*[\d一二两三四五六七八九十])")

#: the whole message: he has no paper of what is owed (没有打欠条, 老板没给我写过条子)
_NO_IOU = re.compile(
    r"(?:他们?|她|老板娘?|包?工头|公司|厂里?|对方|都|也|就|从来|还|当时|一直|我们?|俺|,)*(?:没有?|没得|莫得|未|冇|不曾|不肯|不)"
    r"(?:给我们?|跟我们?|给)?(?:打|写|立|开|签|出)?(?:过|了)?[一1]?(?:[个张份]|什么|任何|啥)?(?:欠条|借条|条子|欠据|条)"
    r"(?:给我们?|的|了|哦|啊|嘛|呢)*[。.!~ ]*")


def has_no_iou(text: str) -> bool:
    """Whether the whole normal text says that no IOU was written: no wish for one."""
    return bool(_NO_IOU.fullmatch(text.strip()))


def without_denied(text: str) -> str:
    """The text without the clauses that say what was never said, where something else is said beside them."""
    pieces = re.split(r"[,。;!?]", text)
    kept = [piece for piece in pieces if not _NEVER_SAID.match(piece.strip())]
    return ",".join(kept) if len(kept) < len(pieces) and any(piece.strip() for piece in kept) else text


def never_said(text: str) -> bool:
    """Whether the text takes back what he never said, and says something else beside it."""
    return without_denied(text) != text


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether the name at these offsets of normal text is said not to be the one, or is asked about."""
    return bool(_NOT.search(text[:start]) or _NOT_BEHIND.match(text[end:]))


def is_named_instead(text: str, start: int) -> bool:
    """Whether the name that begins here takes the place of a denied one (不是李刚,是 | 李强)."""
    return bool(_BUT.search(text[max(0, start - 24) : start]))


def site_behind(text: str, end: int) -> int:
    """Where the words for a site end that stand behind a name (中建三局 | 的工地); 0 when none stand there."""
    match = _SITE.match(text[end:])
    return end + match.end() if match else 0
