"""A message that tells the day he left and nothing else (上周刚走)."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese.dates import parse_date
from bot.chinese.yes_no import bare

_GONE = re.compile(
    r"(?:我们?|俺|就|是)*(?P<day>[^,。我他她]{2,12}?)(?:才|刚刚?|就)*(?:走|离开|离职|辞职|辞工|撤场|退场)(?:的|了)*")


def day_of_leaving(text: str, today: date) -> str:
    """The words for the day on which he left, when the text (normal writing) says that alone; else ""."""
    match = _GONE.fullmatch(bare(text))
    return match["day"] if match and parse_date(match["day"], today) else ""
