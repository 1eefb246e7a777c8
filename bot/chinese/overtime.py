"""Whether words speak of overtime, and not only of pay by the hour (一小时28,干了470个钟头)."""
from __future__ import annotations

import re

_HOURS = r"(?:1\d|十[一二三四五六]?)个?(?:多|半)?个?(?:小时|钟头|钟)"
_OVERTIME = re.compile(
    rf"加[了过]?班|加[点钟]|超时|延时|节假|假日|过节|春节|国庆|周[末六日]|星期[六天日]|礼拜[六天日]|双休|单休|夜班|通宵|熬夜|倒班|两班|{_HOURS}|不休息|没休")


def tells_overtime(text: str) -> bool:
    """Whether overtime, nights, days off or long days are spoken of."""
    return bool(_OVERTIME.search(text))
