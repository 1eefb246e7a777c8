"""Sums that no word of owing governs, but that the story tells as what is owed: the whole, an award, pay of some months."""
from __future__ import annotations

import re

from bot.chinese import told_deeds as deeds
from bot.chinese import told_words as words
from bot.chinese.pieces import PAY
from bot.chinese.scene import Scene
from bot.chinese.sum_cues import Sum
from bot.chinese.told_clause import around, is_only_sum
from bot.chinese.withheld import ALONE_BEFORE, ALONE_BEHIND, is_alone
from bot.chinese.yes_no import is_question

_MOST = 100_000_000  # fen: nobody's own wages
_LEAST = 1000_00  # fen: what a bare sum must be to be what is owed


def told_apart(scene: Scene, sums: list[Sum], owed: list[Sum]) -> list[Sum]:
    """The sum of a clause of its own: one told as the whole (欠我2个月,一共8000), or the only one (最后俩月没给,6400).

    The whole stands in for parts that would not agree; beside one plain owed sum it may be what was earned.
    """
    others = [found for found in sums if found.kind is None]
    whole = [found for found in sums if found.kind == "total" and is_alone(scene, found.amount, words.IN_ALL)]
    if whole and words.ARREARS.search(scene.text) and (not owed or others or _adds_up(whole[0], sums)):
        return whole
    if not owed and not is_question(scene.text) and (months := _whole_of_months(scene, sums)):
        return months
    told = any(pattern.search(scene.text) for pattern in (words.ARREARS, words.WORK_OVER, words.UNSURE))
    plain = [found for found in others if found.amount.low >= _LEAST and is_alone(scene, found.amount, ALONE_BEFORE)]
    return plain if not owed and len(others) == len(plain) == 1 and told and not is_question(scene.text) else owed


def _adds_up(whole: Sum, sums: list[Sum]) -> bool:
    """Whether the whole is what all the other sums make together (欠3000,又欠4500,总共7500)."""
    parts = [found for found in sums if found is not whole]
    return len(parts) > 1 and sum(found.amount.low for found in parts) == whole.amount.low == whole.amount.high


def _whole_of_months(scene: Scene, sums: list[Sum]) -> list[Sum]:
    """The whole of the pay of some months (四月五月工资共计9800; 3个月工资,一共22500), unless words tell that it came."""
    if words.SETTLED.search(scene.text):
        return []
    totals = [found for found in sums if found.kind in ("total", None)]
    clauses = [scene.text[left:right].strip() for left, right in scene.clauses()]
    headed = any(re.fullmatch(words.PAY_OF_MONTHS, clause) for clause in clauses)
    allowed = [words.MONTHS_IN_ALL, *([words.IN_ALL] if headed else []), *([ALONE_BEFORE] if headed and len(totals) == 1 else [])]
    return [found for found in totals if any(is_alone(scene, found.amount, before) for before in allowed)]


def claimed(scene: Scene, sums: list[Sum]) -> list[Sum]:
    """Sums that are owed by the way the story is told, when no word of owing governs any and nothing came.

    In order: on a paper, in an award, the pay of some months, the whole, the sum for which he asks. The first kind that is
    told counts. Nothing when the story does not say that money stays out.
    """
    if words.NOT_WAGES.search(scene.text) or words.CAME.search(words.ANOTHER_CAME.sub("", scene.text)):
        return []
    for rule in _TOLD_OUT if words.OUT.search(scene.text) else _TOLD:
        if found := [one for one in sums if one.kind in (None, "total", "other") and rule(scene, one)]:
            return found
    return []


def _on_paper(scene: Scene, found: Sum) -> bool:
    """两万一 behind 有欠条; the sum of a 借条 only where wages are told."""
    lead, behind, earlier = around(scene, found)
    shown = words.SHOWN.search(lead)
    if shown and shown["loan"] and not re.search(PAY, scene.text):
        return False
    if words.NOTE_FOR.search(lead) or (shown and words.PAPER.search(scene.text)):
        return not words.NO_PAPER.search(scene.text)
    whole = earlier + lead
    paper = None if words.NO_PAPER.search(scene.text) else words.PAPER.search(whole)
    if paper is None or words.OTHER_THING.search(lead + behind) or (paper["paper"] == "借条" and not re.search(PAY, scene.text)):
        return False
    last = lead if paper.end() <= len(earlier) else whole[paper.end() :]
    return bool(words.WRITTEN.fullmatch(last) and is_alone(scene, found.amount, re.compile(".*")))


def _awarded(scene: Scene, found: Sum) -> bool:
    """法院判了公司给我三万, unless he himself has to pay or another one gets it."""
    lead, behind, _ = around(scene, found)
    if words.AGAINST.search(lead) or words.FOR_ANOTHER.search(lead) or re.search("押金|罚|律师|诉讼费|利息", lead + behind):
        return False
    start = found.amount.start - len(lead)
    offered = words.OFFERED.match(behind) or any(start <= one.start < found.amount.start for one in scene.amounts)
    return bool(words.AWARD.search(lead)) and not offered


def _of_months(scene: Scene, found: Sum) -> bool:
    """八月的工资3400, 三个月工资两万多; 五千二工资, where no number of months could make it the rate."""
    lead, behind, _ = around(scene, found)
    if found.kind == "other" or words.OTHER_THING.search(lead):
        return False
    if words.MONTH_PAY.search(lead):
        return True
    if words.CAME_DOWN.search(behind):
        return False
    if words.STRETCH_ALONE.fullmatch(lead.strip()) and is_only_sum(scene, found) and ALONE_BEHIND.fullmatch(behind.strip()):
        return found.amount.low >= _LEAST
    return bool(words.PAY_BEHIND.match(behind)) and found.amount.low >= _LEAST and not words.SOME_MONTHS.search(scene.text)


def _whole_pay(scene: Scene, found: Sum) -> bool:
    """我两万二的工钱, 砌砖的工钱六千八: words that are said of the whole, hardly ever of a month."""
    lead, behind, _ = around(scene, found)
    whole = words.WHOLE_BEFORE.search(lead)
    other = words.OTHER_THING.search((lead[: whole.start()] if whole else lead) + behind)
    if found.kind == "other" or found.amount.low < _LEAST or other:
        return False
    return bool(words.WHOLE_BEHIND.match(behind) or whole)


def _stands_alone(scene: Scene, found: Sum) -> bool:
    """The only sum of a story of work, in a clause of its own."""
    only = len(scene.amounts) == 1 and found.kind is None and found.amount.low >= _LEAST
    if words.FEES.search(around(scene, found)[2].rpartition(",")[2]):
        return False
    alone = any(is_alone(scene, found.amount, before) for before in (ALONE_BEFORE, words.EACH))
    return only and alone and bool(words.WORK.search(scene.text))


def _reckoned(scene: Scene, found: Sum) -> bool:
    """上个月对过账是七千三."""
    return found.amount.low >= _LEAST and bool(words.RECKONED.search(around(scene, found)[0]))


def _in_all(scene: Scene, found: Sum) -> bool:
    """总共四万三; not the worth of a factory or of a road, nor a deposit."""
    lead, behind, earlier = around(scene, found)
    if found.kind == "other" or found.amount.low < _LEAST or words.OTHER_THING.search(lead + behind):
        return False
    if re.search("欠(?:底下|手下)?(?:工人|民工|弟兄)", lead) or words.NOT_HIS.search(lead + behind) or found.amount.low > _MOST:
        return False
    if words.COMES_BACK.match(behind):
        return False
    due = words.DUE.search(lead) and words.NOTHING.search(scene.text)
    return bool(words.WHOLE.search(lead) or due) and not words.FEES.search(earlier.rpartition(",")[2] + lead)


def _for_it(scene: Scene, found: Sum) -> bool:
    """为八千块钱跑一趟, 我这一万一还能执行到吗."""
    lead, behind, earlier = around(scene, found)
    rest = scene.text[found.amount.end : found.amount.end + 14]
    twice = scene.text.count(found.amount.words) > 1
    if twice or words.CAME_DOWN.search(behind) or words.FEES.search(earlier.rpartition(",")[2]) or "扣" in rest:
        return False
    asked = bool(words.MINE.search(lead) or (words.FOR_IT.search(lead) and words.IT.match(rest)))
    asked = asked and found.kind is None and bool(words.WORK.search(scene.text))
    return asked and found.amount.low >= _LEAST and not words.OTHER_THING.search(lead + behind)


#: the rules where no word says that money stays out, and where one does
_SAID = (deeds.admitted, deeds.on_condition, deeds.his_own_promised, deeds.to_be_made_up, deeds.due_by_award)
_TOLD = (_on_paper, _awarded, *_SAID, _whole_pay, _for_it, deeds.sought, deeds.of_a_season)
_TOLD_OUT = (
    _on_paper, _awarded, *_SAID, _reckoned, _of_months, _in_all, _whole_pay, _for_it, deeds.sought, deeds.of_a_season,
    deeds.earned, deeds.promised, deeds.great_pay, _stands_alone, deeds.ends_the_breath,
)  # fmt: skip
