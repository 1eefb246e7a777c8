"""Words on a paper that end the matter: all paid, nothing owed any more, no dispute, rights given up."""
from __future__ import annotations

import re

_DONE = r"(?:结清|付清|发清|领清|还清|给清|清账|支付完毕|发放完毕|结算完毕|付讫|领讫)"
_MONEY = r"(?:工资|工钱|薪[资水]|劳动报酬|款项?|账目?|费用|人工费|劳务费|报酬|钱)"
_NO_MORE = (
    r"(?:再无|再没有|无|没有|不再(?:有|存在)|不存在|永无)(?:其他|其它)?(?:任何)?(?:的)?(?:经济|劳动|劳务|工资|欠薪|债权债务)?(?:上的)?"
    r"(?:纠纷|争议|瓜葛|纠葛|拖欠|欠款|(?<=经济)关系|(?<=任何)关系)|再无[^,。;\n]{0,4}关系"
)
_SETTLED = re.compile(
    rf"(?:已经?|均已|现已|业已|都已|均)(?:经)?(?:全部|全额|一次性|足额)*{_DONE}|(?:全部|一次性)?(?:两清|了结|了断)|{_NO_MORE}"
    r"|(?:双方)?(?:互不|两不)(?:相)?(?:拖?欠|追究)|不再(?:追究|主张|追讨|索要)|不(?:得|可)再(?:追究|主张|索要|追讨)|自愿放弃"
    rf"|放弃[^,。;\n]{{0,10}}(?:权利|主张|追究|{_MONEY})|{_MONEY}(?:全部|全额|一次性|都|全)*{_DONE}|全部{_DONE}"
    rf"|(?:已|全部)(?:全部|全额|足额)?(?:领取|领到|收到|拿到|领走)(?:了)?(?:全部|所有)[^,。;\n]{{0,6}}{_MONEY}|结清(?:证明|协议|确认)"
)
#: the words do not say that it is so: not yet, when it is paid, by a day to come, in a question
_NOT_YET = re.compile(
    rf"(?:[未没]|没有|尚未|还没|不予?|拒不)(?:有|能|曾|全部|一次性|按时|按期|完全|足额)*{_DONE}|(?:未|没|没有)(?:完全)?(?:两清|了结)"
    rf"|(?:是否|有没有){_DONE}"
)
_TO_COME = re.compile(
    r"(?:[\d日号月底末节年]|之|以)前|之?内|年底|月底|春节|过年|保证|承诺|答应|一定|必须|将|待|等|直到|直至|如|若|未|逾期|定于|分期|"
    r"后|要求|应当?|同意|欠"
)
_THEN = re.compile(rf"(?:{_DONE}|支付|付款|收款|收到|到账|拿到|履行)[^,。;\n]{{0,8}}(?:之后|以后|后|完毕后)[,]?[^,。;\n]{{0,6}}$")
_AFTER = re.compile(r"\s*(?:之前|以前|前|之后|以后|后|为止|时|的话|之日)")


def settled_words(flat: str) -> str:
    """The words that say it is over, as they stand; "" when there are none, or when they speak of a day to come."""
    plain = _NOT_YET.sub(lambda found: " " * len(found.group()), flat)
    for match in _SETTLED.finditer(plain):
        head, words = plain[max(0, match.start() - 60) : match.start()], match.group()
        sentence = re.split(r"[。;\n]", head)[-1]
        is_paid = re.search(_DONE, words) is not None
        if is_paid and (_AFTER.match(plain[match.end() :]) or (not _said_done(words) and _TO_COME.search(sentence))):
            continue
        if not is_paid and _THEN.search(head[-30:]):
            continue
        return words
    return ""


def _said_done(words: str) -> bool:
    """Whether the words themselves say that it is done (已结清), and no plan (全部付清)."""
    return re.match(r"已|均已|现已|业已|都已|均", words) is not None
