"""Join the lines of a photographed IOU where the paper's edge, not the writer, ended them."""
from __future__ import annotations

import re

from bot.chinese.iou.ocr_labels import bare_name, is_label

_TITLE = re.compile(
    r"\s*(?:农民工|工人)?(?:工资|工钱|欠薪|人工费|劳务费)?\s*(?:[欠借收]\s?[条据款单][条据单]?|证明|承诺书|还款计划|结算单)\s*"
)
_ENDS = re.compile(r"(?:[。;:!…]|元整?|[整块)]|[付还结发]清|为据|(?<!二|三|四|五|六|七|八|九|十|\d)日)\s*$")
_GOES_ON = re.compile(
    r"(?:欠|工人|农民工|班组|付给|支付给|借到|收到|人民币|大写|年|月|的|于|在|为|到|至|从|共|计|尚|应|前|[、,(~\-])\s*$"
)
_BEFORE_DAY = ("从", "至", "到", "于", "欠", "在", "~", "-")
#: a sentence of an IOU is no longer than this
LONGEST = 400
_STARTS = re.compile(r"\s*(?:今|兹|现(?!金)|本人|本公司|我(?!们)|特|如|若|注|另|[一二三四1-9][、.]|以上|双方|\()")
_DAY_LINE = re.compile(r"\s*(?:20\d\d\s?[年.\-/·]|二[〇0○零])[^\n]{0,14}\s*")
#: no line begins with these
_INSIDE = re.compile(r"[整),。;、至到](?!付|账)")
_FIRM_LINE = re.compile(r"\s*[\u3400-\u9fff()]{4,30}(?:公司|厂|集团|项目部)\s*(?:\([^()]*\))?\s*")
_WORDS_ALONE = re.compile(r"[\u3400-\u9fff()]{3,20}")
_FIRM_TAIL = re.compile(r"\s*[\u3400-\u9fff()]{0,12}?(?:有限(?:责任)?公司|公司|集团|厂)")


def join_lines(text: str) -> str:
    """The text with broken lines joined. A line that ends a field, a label, a name, a date and a title stand alone."""
    lines = [line.strip() for line in text.split("\n")]
    kept: list[str] = []
    for line in lines:
        if kept and kept[-1] and line and len(kept[-1]) < LONGEST and _belongs(kept[-1], line):
            kept[-1] += line
        else:
            kept.append(line)
    return "\n".join(kept)


def _belongs(head: str, tail: str) -> bool:
    """Whether `tail` goes on with what `head` began."""
    if _is_split_number(head, tail) or _is_split_day(head, tail) or _is_split_firm(head, tail):
        return True
    if (_INSIDE.match(tail) or re.search(r"\([^()]{1,8}$", head)) and not _TITLE.fullmatch(head):
        return True
    if _TITLE.fullmatch(head) or _TITLE.fullmatch(tail) or is_label(head) or is_label(tail):
        return False
    if _GOES_ON.search(head) and (head.endswith(_BEFORE_DAY) or not _DAY_LINE.fullmatch(tail)):
        return re.search(r"欠|借到|付|承诺|保证|工资|大写", head) is not None or not _STARTS.match(tail)
    if _ENDS.search(head) or _STARTS.match(tail) or bare_name(head) or bare_name(tail):
        return False
    return not any(pattern.fullmatch(line) for pattern in (_DAY_LINE, _FIRM_LINE) for line in (head, tail))


def _is_split_number(head: str, tail: str) -> bool:
    """An identity number, or a sum with its last group of three figures, broken between two lines."""
    left, right = re.search(r"[1-9]\d{5,16}$", head), re.match(r"\d{1,12}[Xx]?(?!\d)", tail)
    if left and right and len(left.group()) + len(right.group()) == 18:
        return True
    return bool(re.search(r"[欠资费钱共计付币额款¥]\d{1,6},?$", head) and re.match(r"\d{1,5}(?:,\d{3})?(?:\.\d\d)?元", tail))


def _is_split_day(head: str, tail: str) -> bool:
    """A date broken between two lines; a whole date is not."""
    whole = re.search(r"\d{1,2}月\d{1,2}$", head)
    if re.search(r"(?<!\d)20\d?$", head) and re.match(r"\d{1,2}年", tail):
        return True
    if re.search(r"\d{1,4}年?$|\d{1,2}月$|年\d{1,2}$", head) and re.match(r"[年月日号](?!\s*\d{4})", tail):
        return True
    if whole and re.search(r"月\d$", head) and re.match(r"\d[日号]", tail):
        return True
    return not whole and bool(re.search(r"20\d\d年(?:\d{1,2}月)?$", head) and re.match(r"\d{1,2}[月日号]", tail))


def _is_split_firm(head: str, tail: str) -> bool:
    """The name of a firm broken between two lines, behind its label or at the beginning of the paper."""
    ended = re.search(r"(?:公司|厂|集团|部|[)。;:])$", head)
    firm = re.match(r"(?:欠款|欠薪|债务|付款|用人|用工)?(?:单位|公司)(?:\([^()]*\))?\s*:?\s*[\u3400-\u9fff]{2}", head)
    begun = firm or re.search(r"代表[^,。\n]{0,14}$|,代$|(?:劳务|建筑|建设|工程|有限|责任|劳|建|有)$", head)
    goes_on = _FIRM_TAIL.match(tail) or (firm and _WORDS_ALONE.fullmatch(tail) and not is_label(tail) and not bare_name(tail))
    if head.endswith("集团") and re.match(r"(?:股份)?有限(?:责任)?公司", tail):
        return True
    return not ended and bool(begun) and bool(goes_on)
