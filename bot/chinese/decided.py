"""Whether a procedure is over: 裁决书拿到了, 法院判了, 支付令失效了, as against 裁决还没下来."""
from __future__ import annotations

import re

from bot.chinese.clauses import typed_clauses

_ARRIVED = (
    r"(?:已经|都|也|早就|刚|才|就|给我|送)*"
    r"(?:下来|出来|拿到|收到|到手|领到|领了|生效|下达|到期|送到|送来|给了|寄来|寄到|支持)"
)
_HELD = r"(?:收到|拿到|拿着|拿了|领了|领到|手里有|手上有|有了?|出了|下了)(?:那?一?份|个|张|了|仲裁|劳动|委|的|法院|法庭|民事)*"
_AWARD = re.compile(
    rf"裁决书?(?:是|在)?{_ARRIVED}|{_HELD}(?:裁决|仲裁调解书)|仲裁(?:委|庭|结果|案子|官司)*(?:已经|都|早就|刚|我|给|打)*"
    r"(?:赢|输|裁了|裁决了|判了|结束|完了|下来了|出来了|结案)|裁决书?[^，,。]{0,16}(?:拿到|收到|到手|下来|出来|送到)|"
    r"裁决[^，,。]{0,6}(?:赢|输|支持|驳回)|(?<!仲)裁(?:的是|决了|了)"
)
_JUDGED = re.compile(
    rf"判决书?(?:是|在)?{_ARRIVED}|判决书?[^，,。]{{0,16}}(?:拿到|收到|到手|下来|出来|送到)|"
    rf"{_HELD}(?:判决|法院调解书|民事调解书|调解书)|"
    r"(?:法院|法庭|法官|一审|二审|已经|都)判了|^判了|判了?[我他]?(?:赢|输)|判决(?:了|赢|输)|胜诉|败诉|"
    r"(?:官司|起诉|打(?!麻将|牌|扑克|游戏|架|球|赌))[^，,。]{0,4}(?:赢了|输了)|(?:申请了?|已经|正在|在)强制执行"
)
_NOT_YET = re.compile(
    r"(?:还没|没有?|未|等|等着|还在等|多久|什么时候|啥时候|几时|怕|要是|如果|万一|不知道)[^，,。;；]{0,8}(?:裁|判|赢|输|拿到|收到|下来|出来)|"
    r"(?:会|能|会不会|能不能|是不是)[^，,。;；]{0,3}(?:裁|判|赢|输)|(?:裁决|判决)书?[^，,。;；]{0,2}(?:还没|没有|没|未)(?!有?支持)"
)
_IN_COURT = re.compile(
    r"(?:法院|法庭)[^，,。]{0,3}(?:在审|在办|审理|立案|受理)|(?:已经|又|就|去)(?:向法院)?起诉了|在打官司|(?:法院|法庭)[^，,。]{0,4}开庭"
)
_LOST = re.compile(r"(?<![司板位里他方])不服|输了|败诉|没(?:有)?支持|不支持|驳回|不认(?:可|同)")

_OBJECTED = re.compile(
    r"(?:对|给|把|就)?支付令[^,，。;；]{0,6}(?:提|写|交|有)[^,，。;；]{0,6}异议|异议[^,，。;；]{0,6}(?:成立|被?认|支付令)|"
    r"(?:提|写|交)(?:了|出了?|过)[^,，。;；]{0,3}异议"
)
_ENDED = re.compile(
    r"(?:支付令|督促程序)[^,，。;；]{0,8}(?:失效|终结|终止|作废|没用了|不算数|无效|被?撤(?:销|了)|废了)|"
    r"(?:失效|终结|作废)了?[^,，。;；]{0,4}支付令"
)
_NOT_ENDED = re.compile(
    r"(?:还没|没有?|未|不)[^,，。;；]{0,4}(?:提|失效|终结|异议|作废)|"
    r"(?:怕|要是|如果|万一|会不会|会|能不能|多久|要不要|是不是|什么时候)[^,，。;；]{0,10}(?:异议|失效|终结|作废|反对)|"
    r"异议[^,，。;；]{0,6}(?:驳回|不成立|不算|没用)|口头"
)
_AGREED = re.compile(r"调解协议|调解书|调解(?:成|好|谈成)了|凭调解|拿调解")
_NO_AGREEMENT = re.compile(
    r"(?:没有?|没签|未|不是)[^,，。;；]{0,4}调解(?:协议|书|过)|调解[^,，。;；]{0,4}(?:没成|不成|没谈成|失败)")


def order_failed(words: str) -> bool:
    """Whether these words say that a payment order has ended without effect: 支付令失效了, 公司对支付令提了异议."""
    if "支付令" not in words and "督促程序" not in words:
        return False
    return any(
        (_OBJECTED.search(clause) or _ENDED.search(clause)) and not _NOT_ENDED.search(clause)
        for clause in typed_clauses(words))


def on_agreement(words: str) -> bool:
    """Whether a payment order rests on a mediation agreement that he holds: 凭调解协议申请的支付令."""
    return bool(_AGREED.search(words)) and not _NO_AGREEMENT.search(words)


def decided(words: str, procedure: str) -> bool:
    """Whether these words say that `procedure` (arbitration or lawsuit) has ended with an award or a judgment."""
    pattern = _AWARD if procedure == "arbitration" else _JUDGED
    return any(pattern.search(clause) and not _NOT_YET.search(clause) for clause in typed_clauses(words))


def outcome(words: str) -> str | None:
    """The procedure that these words call decided: `lawsuit` before `arbitration`; None when it runs on, as in court."""
    if decided(words, "lawsuit"):
        return "lawsuit"
    if not decided(words, "arbitration") or _IN_COURT.search(words):
        return None
    return "arbitration"


def lost(words: str) -> bool:
    """Whether he does not accept what was decided, in whole or in part."""
    return bool(_LOST.search(words))


def sentence(text: str, procedure: str) -> str:
    """The clause in which `procedure` is called decided, as it was said; the whole text when no clause does."""
    return next((clause.strip() for clause in re.split("[,，。;；!！?？]", text) if decided(clause, procedure)), text)
