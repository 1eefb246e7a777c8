"""The text of an IOU as OCR read it -> as it would have been typed. Mends only what the paper itself makes certain; pure.

What cannot be certain (a sum with a lost comma and no capitals beside it) is made unreadable, so that it counts as missing.
"""
from __future__ import annotations

import re

from bot.chinese.iou.ocr_labels import mend_labels
from bot.chinese.iou.ocr_lines import join_lines
from bot.chinese.iou.ocr_sums import mend_sums

_FIGURES = str.maketrans("OoQDlI|!", "00001111")
_RUN = re.compile(r"(?<![A-Za-z0-9])[0-9OolI|!]{2,24}[0-9OolI|!Xx]?(?![A-Za-z0-9])")
_CODE = re.compile(r"(?<![A-Za-z0-9])[0-9A-Z]{18}(?![A-Za-z0-9])")
_AT_LINE = re.compile(r"(?<=\d\n)[Oo](?=[日号年月])")
_LONE = (
    (re.compile(r"(?<=20\d\d年)\s?[lI|](?=\s?月)"), "1"),
    (re.compile(r"(?P<month>20\d\d年\d{1,2}月)\s?[lI|](?=\s?[日号曰目])"), r"\g<month>1"),
    (re.compile(r"(?<=20\d\d[.\-/])[lI|](?=[.\-/]\d)"), "1"),
)
_YUAN_SIGN = re.compile(
    r"(?<![A-Za-z0-9])Y(?=\s?\d{1,3}[\d,.]{1,12}(?![\dA-Z]))|(?:(?<![\u3400-\u9fff])|(?<=[币计额资费款共欠写钱]))羊(?=\s?\d)"
)
_DATE_SIGNS = (
    (re.compile(r"(?<=20\d\d)\s?[午牛平](?=\s?[\dlI]{1,2}\s?[月用目])"), "年"),
    (re.compile(r"(?<=20\d\d年\d)[用目](?=\s?\d)|(?<=20\d\d年\d\d)[用目](?=\s?\d)"), "月"),
    (re.compile(r"(?<=月\d)\s?[曰目](?!\d)|(?<=月\d\d)\s?[曰目](?!\d)"), "日"),
)
_DATE_SPACES = (re.compile(r"(?<=\d)[ \u3000]+(?=[年月日号])|(?<=[年月])[ \u3000]+(?=\d)"), "")
_DATE_ENDS = (
    (re.compile(
        r"(?:(?<=20\d\d年\d月\d)|(?<=20\d\d年\d月\d\d)|(?<=20\d\d年\d\d月\d)|(?<=20\d\d年\d\d月\d\d))(?=[\s,。;]|前|$)"), "日"),
    (re.compile(r"(?<!\d)(20\d\d)[.·\-]{1,2} ?(\d{1,2})[.·\-]{1,2} (\d{1,2})(?!\d)"), r"\1.\2.\3"),
)
_WORDS = (
    (re.compile(r"[久夕](?=[条款](?:人|单|$|\s|:))"), "欠"),
    (re.compile(r"(?<=[今兹现尚下仍])[久夕](?!日|天|年|后|晚)"), "欠"),
    (re.compile(r"工[货贷姿瓷](?!车|款)"), "工资"),
    (re.compile(r"(?<=[付结还发])[洁请](?=[。,;\s]|$)"), "清"),
    (re.compile(r"身[份分]?[征正让](?=号|\s?\d)|身分证"), "身份证"),
    (re.compile(r"劳动报[洲州]"), "劳动报酬"),
    (re.compile(r"(?<=[今兹现尚下仍]) +(?=欠)|(?<=[今兹现尚下仍]欠) +(?=[\u3400-\u9fff])"), ""),
)


def mend(flat: str) -> str:
    """The text (NFKC, lines kept) with broken lines joined and misread characters mended. Idempotent on typed text."""
    text = _CODE.sub(lambda found: found.group().translate(str.maketrans("OI", "01")), flat)
    text = _RUN.sub(_figures, _AT_LINE.sub("0", text))
    text = _mended(text, *_LONE, *_DATE_SIGNS, _DATE_SPACES, *_WORDS)
    text = _mended(mend_labels(join_lines(text)), _DATE_SPACES, *_DATE_ENDS)
    return mend_sums(_YUAN_SIGN.sub("¥", text))


def _mended(text: str, *misread: tuple[re.Pattern[str], str]) -> str:
    for pattern, right in misread:
        text = pattern.sub(right, text)
    return text


def _figures(found: re.Match[str]) -> str:
    """Letters in a run of figures; a run of letters alone is none."""
    run = found.group()
    return run.translate(_FIGURES) if any(char.isdigit() for char in run) else run
