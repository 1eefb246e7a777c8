"""Labels of a form whose colon was lost, whose value stands in the next line, or that were left empty."""
from __future__ import annotations

import re

from bot.chinese.iou.names import NO_NAME, SURNAMES, full_name

_HAN = r"[\u3400-\u9fff·]"
_NAME = rf"(?!{NO_NAME})[{SURNAMES}]{_HAN}{{1,3}}?"
_PERSON = (
    r"(?:欠款|欠薪|欠钱|债务|借款|付款|打条|立据|出具|承诺|保证|具欠|立欠|收款|债权|被欠款|被欠薪|持条|出借|经手|经办|负责|立条)人|"
    r"法定代表人|签名|签字|包工头|班组长|工人姓名|农民工姓名"
)
_FIRM = r"(?:欠款|欠薪|债务|付款|用人|用工)(?:单位|公司)"
_PLACE = r"(?:项目|工程)名称"
_DAY = r"(?:写条|出具|欠条|立据|打条|签字|签名|落款)?日期"
_MARK = r"\((?:签名|签字|签章|盖章|公章|手印|指印|按手印|签字[或及、/]?(?:盖章|手印|按印)|签名[或及、/]?(?:盖章|手印))\)"
_BEFORE = r"(?:(?<=^)|(?<=[\n。;,]) ?|(?<=[ \t]))"
_AFTER = r"(?=\s*(?:$|\n|[ ,。;(]|身份|电话|手机|手印|指印|20\d\d|[1-9]\d{16}[\dXx]))"
_NO_COLON = re.compile(rf"{_BEFORE}(?P<label>{_PERSON})[ \t.]{{0,4}}(?P<name>{_NAME}){_AFTER}")
_NO_COLON_FIRM = re.compile(
    rf"{_BEFORE}(?P<label>{_FIRM})[ \t.]{{0,4}}(?P<name>{_HAN}[{_HAN[1:-1]}()]{{3,29}}?(?:公司|厂|集团))(?=[\s(,。]|$)"
)
_NO_COLON_PLACE = re.compile(rf"(?:^|(?<=\n))(?P<label>{_PLACE})[ \t.]{{0,4}}(?P<name>{_HAN}[^\n:,。;]{{1,29}})(?=\n|$)")
_NO_COLON_DAY = re.compile(rf"{_BEFORE}(?P<label>{_DAY})[ \t.]{{0,4}}(?P<name>20\d\d)")
_NEXT_LINE = re.compile(
    rf"(?:^|(?<=\n))(?P<label>{_PERSON}|{_FIRM}|{_PLACE}|{_DAY})(?P<mark>{_MARK})?[ \t]{{0,9}}:?[ \t]{{0,9}}"
    r"\n[ \t]{0,9}(?P<name>[^\n:]{2,40})(?=\n|$)"
)
#: a mark in the printed label (盖章): says where the stamp belongs, not that it is there
_MARKED_LABEL = re.compile(rf"(?P<label>{_PERSON}|{_FIRM}|单位|[甲乙]方){_MARK}[ \t]*:?(?=[ \t]*[^\s,。;)])")
_EMPTY = re.compile(
    rf"(?P<label>(?:{_PERSON}|{_FIRM}|单位)?(?:\(?(?:签名|签字|手印|指印|按手印|公章|盖章|加盖公章)\)?){{1,2}}|{_PERSON}|{_FIRM})"
    r"[ \t]{0,40}:[ \t]{0,40}(?=\n|$)"
)
_NOT_NAME = re.compile(r"[元整仟佰]|^付|工资|此据|欠条|全部|支付")


def bare_name(line: str) -> str | None:
    """The name when the line is a full name and nothing but a mark or a day beside it; 万元整 and 付清 are none."""
    match = re.fullmatch(
        rf"\s*(?P<name>{_NAME})(?:\s*\(?(?:已?按)?(?:手印|指印|指模|捺印)\)?)?(?:[\s,]*20\d\d[^\n]{{0,14}})?\s*", line
    )
    name = full_name(match["name"]) if match else None
    return None if name is None or _NOT_NAME.search(name) else name


def mend_labels(text: str) -> str:
    """Colons put back where a value follows; values of the next line drawn up; empty labels shown as blanks."""
    text = _NEXT_LINE.sub(_drawn_up, text)
    text = _MARKED_LABEL.sub(lambda found: f"{found['label']}:", text)
    text = with_colons(text)
    return _EMPTY.sub(lambda found: f"{found['label']}:__", text)


def with_colons(text: str) -> str:
    """The text with a colon between a label and the value right behind it: 欠款人刘洪."""
    for pattern in (_NO_COLON, _NO_COLON_FIRM, _NO_COLON_PLACE, _NO_COLON_DAY):
        text = pattern.sub(lambda found: found.group().replace(found["label"], found["label"] + ":", 1), text)
    return text


def _drawn_up(found: re.Match[str]) -> str:
    """Label and value in one line, when the value is of the label's kind."""
    label, value = found["label"], found["name"].strip()
    if label.endswith("日期"):
        fits = bool(re.match(r"20\d\d[年.\-/]", value))
    elif label.endswith(("单位", "公司")):
        fits = bool(re.search(r"(?:公司|厂|集团)(?:\([^()]*\))?$", value))
    elif label.endswith("名称"):
        fits = not is_label(value)
    else:
        fits = bare_name(value) is not None
    return f"{label}:{value}" if fits else found.group()


def is_label(line: str) -> bool:
    """Whether a line begins with a label of the form."""
    return bool(re.match(
        rf"\s*(?:{_PERSON}|{_FIRM}|{_PLACE}|{_DAY}|(?:欠款|落款)?时间\s*:|单位(?:\(|盖章|:)|"
        r"[甲乙]方\s*(?:\([^()]*\))?\s*:|身份证|公民身份|联系?电话|手机|联系方式|(?:大写|金额|合计)\s*:|工种|"
        r"姓名|工人\s*:|备注|附|证明人|见证人|担保人|以下空白|此据|特此|立此)", line))
