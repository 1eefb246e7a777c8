"""He left home for the work in one month and came back in another (8月走的10月回的): its begin and its end."""
from __future__ import annotations

import re
from itertools import pairwise

from bot.chinese.scene import Scene
from bot.chinese.values import DatePhrase

_HE = re.compile(r"(?:^|[,。;!?\s]|我们?|俺们?|是|就)$")
_WENT = re.compile(r"份?(?:就)?(?:走|去|出去|出门|出发|过去)的?[,、]?(?:就|才|到)?")
_CAME_BACK = re.compile(r"份?(?:就|才|我们?)?回(?:来|家|老家|村)?(?:的|了)?(?=$|[,。!?;])")
_HOLIDAY = re.compile("腊|正月|年|春节")


def there_and_back(scene: Scene) -> tuple[DatePhrase, DatePhrase] | None:
    """The time he went and the time he came back, told one right after the other; None when they are not, or at New Year."""
    text = scene.text
    for went, back in pairwise(scene.dates):
        if not (_WENT.fullmatch(text[went.end : back.start]) and _CAME_BACK.match(text[back.end :])):
            continue
        if _HE.search(text[: went.start]) and went.first <= back.first and not _HOLIDAY.search(went.words + back.words):
            return went, back
    return None
