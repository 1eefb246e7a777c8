"""How long he worked, as the answer to when it began or ended (我一共干了三个月): the other end is counted when one is known."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese.impossible import bounds
from bot.chinese.lengths import Length, find_lengths
from bot.chinese.period_ends import other_end
from bot.chinese.values import DatePhrase, Fact
from bot.chinese.yes_no import bare

_AROUND = re.compile(
    r"我们?|俺们?|在(?:那|这)(?:里|边|儿)|那里|这里|工地上?|厂里|店里|前前后后|前后|一共|总共|合计|也就|就|才|只|大概|差不多|整整|[干做](?:了|满|过|的)*|打工|上班|上|了|的|活|吧|时间|左右|[,。\s]"
)


def told_length(text: str) -> Length | None:
    """The only length in a text that tells nothing but how long he worked (一共干了三个月, 总共45天), else None."""
    plain = bare(text)
    lengths = [one for one in find_lengths(plain) if not one.owed]
    if len(lengths) != 1:
        return None
    rest = plain[: lengths[0].start] + plain[lengths[0].end :]
    return None if _AROUND.sub("", rest) else lengths[0]


def counted_end(slot: str, text: str, known: dict[str, Fact], today: date) -> Fact | None:
    """`start_date` or `end_date` as a vague day, counted from the other end and the length told; None without either.

    An end is never put after today.
    """
    length = told_length(text)
    other = bounds(known.get({"start_date": "end_date", "end_date": "start_date"}.get(slot, "")))
    if length is None or other is None:
        return None
    day = DatePhrase(0, 0, "", *other)
    begin, finish = other_end(bare(text), length, *((day, None) if slot == "end_date" else (None, day)))
    found = finish if slot == "end_date" else begin
    if found is None or found.first > today:
        return None
    return Fact("vague", low=found.first.isoformat(), high=min(found.last, today).isoformat(), words=text)
