"""Values on a rights board, each of its kind: a phone, a person, a firm or office, a day of the month, a sum."""
from __future__ import annotations

import re

_FIGURES = str.maketrans("OoQlI|", "000111")
_HOTLINES = "12333|12348|12345|12351|12309|12315|12328|12368|12319"
_PHONE = re.compile(
    rf"(?<!\d)(?:1[3-9]\d[ -]?\d{{4}}[ -]?\d{{4}}|\(?0(?:10|2\d|[3-9]\d{{2}})\)?[ -]{{0,2}}[2-9]\d{{2,3}}[ -]?\d{{4}}|"
    rf"(?:0\d{{2,3}}[ -]?)?(?:{_HOTLINES})|[48]00[ -]?\d{{3,4}}[ -]?\d{{3,4}}|[2-9]\d{{6,7}})(?!\d)"
)
_FIRM_END = re.compile(
    r"(?:公司|集团|局|中心|院|大学|学校|部|处|厅|委|委员会|政府|办公室|办|大队|支队|站|队|厂|社)(?:\([^()]*\))?$"
)
_REST = re.compile(r"[\u3400-\u9fff()]{1,16}")
_NO_VALUE = re.compile(r"[/无暂未填待定空略xX×*_\-—.\s]+|详见[^\n]{0,12}|同上|名称|姓名|电话|联系电话|单位")
_NUMBER = r"[\d一二三四五六七八九十两]"
_PERSON = re.compile(r"[\u3400-\u9fff·]{2,8}")
_NO_PERSON = re.compile(
    r"电话|单位|公司|部门|姓名|联系|负责|专管|专员|职务|办公|劳资|法律|投诉|工资|热线|暂无|未定|待定|建设|总包|分包"
)


def phone(text: str) -> str | None:
    """The first phone number: mobile, landline with or without area code, hotline; letters read for figures mended."""
    match = _PHONE.search(_mended(text))
    return None if match is None else re.sub(r"[() -]+", "-", match.group()).strip("-") if _has_code(match) else _bare(match)


def _mended(text: str) -> str:
    return re.sub(r"(?<![A-Za-z])[\dOoQlI|][\dOoQlI|() \-]{4,18}", _figures, text)


def phones(text: str) -> str | None:
    """Every phone number of a cell, as `phone` gives it, with a stroke between them; None without one."""
    found: list[str] = []
    while number := phone(text):
        found.append(number)
        text = _PHONE.split(_mended(text), maxsplit=1)[1]
    return "、".join(dict.fromkeys(found)) or None


def _figures(found: re.Match[str]) -> str:
    """Letters among at least three figures."""
    run = found.group()
    return run.translate(_FIGURES) if sum(map(str.isdigit, run)) >= 3 else run


def _has_code(match: re.Match[str]) -> bool:
    """Whether an area code, or 400, stands apart from the number."""
    return bool(re.match(r"\(?0\d{2,3}[) -]|[48]00[ -]", match.group()))


def _bare(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match.group())


def only_phone(text: str) -> str | None:
    """The phone when the line holds nothing else but its label."""
    return phone(text) if not re.search(r"[\u3400-\u9fff]", re.sub(r"联系电话|联系方式|电话|手机|[号码]", "", text)) else None


def without_phone(text: str) -> str:
    """The words before a phone number."""
    match = _PHONE.search(text)
    return re.sub(r"(?:联系)?(?:电话|方式)?[\s:(]*$", "", text[: match.start()]) if match else text


def person(text: str) -> str | None:
    """The name at the beginning, or behind a firm: two to four characters, or with a dot; a title behind it is dropped."""
    words = [word for word in re.split(r"[\s(),、/:\d]", without_phone(text)) if word and not _FIRM_END.search(word)]
    name = re.sub(r"(?:先生|女士|同志)$", "", words[0]) if words else ""
    good = _PERSON.fullmatch(name) and (len(name) <= 4 or "·" in name)
    return name if good and not _NO_PERSON.search(name) and not _NO_VALUE.fullmatch(name) else None


def firm(text: str, following: list[str], field: str) -> str | None:
    """A firm, an office or a project; the rest of a name that goes on in the next line is added."""
    name = re.sub(r"\((?:盖章|公章|章)\)$", "", text.strip(" :,;、|。"))
    head = name.split(" ", 1)[0]
    name = head if field != "project_name" and _FIRM_END.search(head) else name
    unfinished = field != "project_name" and not _FIRM_END.search(name)
    if unfinished and following and _REST.fullmatch(following[0]) and _FIRM_END.search(following[0]):
        name += following[0]
    if not 2 <= len(name) <= 50 or not re.search(r"[\u3400-\u9fff]{2}", name) or _NO_VALUE.fullmatch(name):
        return None
    return name


def wage_day(text: str) -> str | None:
    """When wages are paid, as written; a number must stand in it."""
    words = text.strip(" :。;")
    return words[:30] if re.search(rf"{_NUMBER}{{1,3}}\s?[日号]|月底|月末|{_NUMBER}{{1,2}}$", words) else None


def sum_words(text: str) -> str | None:
    """A sum for a month, as written; two sums (for two areas) with all their words, for the board does not say which holds."""
    if len(re.findall(r"(?<!\d)[1-9]\d{3}(?!\d)", text)) > 1:
        return text.strip(" :。;")[:60]
    match = re.search(r"(?:每月|月)?\s?[1-9]\d{2,4}(?:\.\d{1,2})?\s?(?:元)?(?:\s?(?:/|每)\s?(?:人)?[月]|/月)?", text)
    return match.group().strip() if match else None
