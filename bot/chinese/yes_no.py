"""Yes, no, questions and control words in short answers."""
from __future__ import annotations

import re
from itertools import pairwise

from bot.chinese import lexicon

_QUESTION = re.compile(
    r"吗|么[?。!,.]*$|怎么|咋|如何|能不能|可不可以|可以不|行不行|行不|是不是|要不要|有没有|会不会|"
    r"该不该|算不算|合不合|好不好|对不对|得不得|犯不犯|"
    r"多少|多久|多长时间|什么时候|为什么|为啥|凭什么|凭啥|干嘛|干啥|哪里|哪个|哪儿|哪些|去哪|"
    r"谁|几时|难道|是否|能否|可否|怎样|有用没|管不管|"
    r"(?:是|叫|要|算|写|填|有|找|带|需要|属于|用|准备)(?:什么|啥)(?!都|也)|什么(?:意思|是|叫|"
    r"东西|材料|证据|合同|情况|部门|条件)|(?:能|可以|可|算|管|该|合法|违法|犯法|有用|行)不\??$|"
    r"(?:能|可以|该|应该)(?:告|要|找|去|拿|起诉|仲裁|报警).{0,6}(?:不|没)\??$"
)
#: words that ask and here do not: nobody, nowhere (谁都没找过, 没找过哪里)
_NOBODY = re.compile(
    r"(?:谁|哪里|哪儿|哪个|哪些|哪家|哪|什么|啥)[^,。!?;]{0,4}?[都也](?=(?:还|从来|一直)*(?:没|未|不曾))"
    r"|哪(?:里|儿)?(?:会|能|得)?有(?:得)?(?:什么|啥子?|个)(?=合同|协议|欠条|条子|证据|总包|项目)"
    r"|(?<=没)(?:有)?(?:再|去|来|找|跑|问|报|告|上|求|联系|投诉){1,3}过?(?:谁|哪里|哪儿|哪个|哪些|哪家|什么|啥)[^,。!?;]{0,3}(?=[,。!;]*$)"
)
_TAIL = re.compile(
    r"(?:我)?(?:现在)?(?:该|应该|要|可以)?(?:怎么办|咋办|怎么弄|咋弄|咋整|怎么处理|怎么解决|"
    r"怎么搞|咋搞|如何处理|如何解决|怎么要回来|怎么要|咋要|怎么讨回|该怎么做|怎么做|有什么办法|"
    r"有办法吗|请问)(?:呢|啊|呀|嘛|才好|好)?[?!。.,~]*$"
)
#: where one clause ends: punctuation, but no comma or point inside a number
STOP = r"[。!?;\n]|,(?!(?<=\d,)\d{3}(?!\d))|(?<!\d)\.|\.(?!\d)"
_BUT = re.compile("[,\\s]*(?:但是?|可是|可惜|不过|只是)")
#: what stands beside the verb of writing or signing, and says no more than it: 签了一份, 没签过字, 没给我打
_PAPER = re.compile(
    "(?<=[打写签开立][了过])(?:(?:一|1|两|2)?[份张个]|字)(?:的)?$|(?<=没)(?:有)?[给跟帮](?:我们?|俺们?)?(?=[打写签开]过?$)")
_TRIM = " ,。.!?;~…、:\t\n"


def clauses(text: str) -> list[str]:
    """The text cut at punctuation, without empty pieces (a decimal point does not cut)."""
    return [piece.strip(_TRIM) for piece in re.split(STOP, text) if piece.strip(_TRIM)]


def is_question(text: str) -> bool:
    """Whether a clause asks something (by its words; a question mark alone is not enough)."""
    return bool(_QUESTION.search(_NOBODY.sub("", text)))


def without_questions(text: str) -> str:
    """The clauses that state something, joined by commas; the generic tail (怎么办) is dropped."""
    kept = []
    for clause in _pieces(text):
        bare = _TAIL.sub("", clause).strip(_TRIM)
        if bare and not is_question(clause if bare == clause.strip(_TRIM) else bare):
            kept.append(bare)
    return ",".join(kept)


def _pieces(text: str) -> list[str]:
    """The clauses with the mark that ends each."""
    cuts = [0, *(mark.end() for mark in re.finditer(STOP, text)), len(text)]
    return [text[left:right] for left, right in pairwise(cuts)]


def is_control(text: str) -> bool:
    """Whether the whole message steers the conversation (跳过, 上一题, 不知道, 谢谢 ...)."""
    return text.strip(_TRIM).rstrip("吧啊呀呢了哦") in _controls() or text.strip(_TRIM) in _controls()


def _controls() -> frozenset[str]:
    return lexicon.words("yes_no", "control")


def bare(text: str) -> str:
    """The text without the empty words around it (嗯, 应该是 ..., ... 吧)."""
    fillers = "|".join(re.escape(word) for word in sorted(lexicon.words("yes_no", "filler"), key=len, reverse=True))
    text = text.strip(_TRIM)
    shorter = re.sub(rf"^(?:(?:{fillers})[{_TRIM}]*)+(?=.)", "", text)
    shorter = re.sub(r"(?:吧|啊|呀|呢|哦|嘛|哈|的样子|啦|咯|噻)+$", "", shorter).strip(_TRIM)
    return shorter or text


def parse_yes_no(text: str) -> bool | None:
    """True, False, or None when the first clause is neither a plain yes nor a plain no. Questions are None."""
    for candidate in (text.strip(_TRIM), bare(text)):
        pieces = clauses(candidate)
        first = _PAPER.sub("", _BUT.split(pieces[0])[0]) if pieces else ""
        for value, answer in (("no", False), ("yes", True)):
            if first in lexicon.words("yes_no", value) or first.rstrip("啊呀呢的了哦吧") in lexicon.words("yes_no", value):
                return answer
    return None
