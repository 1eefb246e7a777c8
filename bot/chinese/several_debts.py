"""Several debts told one beside the other (去年欠8000今年又欠6000): none of them is the whole, and they are never added."""
from __future__ import annotations

import re

from bot.chinese.pieces import FIGURE, IN_ALL, YUAN
from bot.chinese.scene import Scene
from bot.chinese.sum_cues import NO_PAY, Sum
from bot.chinese.values import Fact

_OF_A_YEAR = re.compile(
    r"(?P<year>[前去今]年|20\d\d年)(?:的|是|有|还|又|欠|差|我|了)*(?P<sum>\d{3,6}|[一二两三四五六七八九十]+[千万百][一二两三四五六七八九千百]*)(?![年月号日天个])")
_IN_ALL = re.compile(IN_ALL)
_A_SUM = rf"(?:\d{{3,6}}|\d[\d.]*[万千百wk]\d?|{FIGURE}+[千百万]{FIGURE}*){YUAN}"
_ADDED = re.compile(
    rf"(?:欠|差|我|是|就|一个|一笔|两笔|[,\s])*{_A_SUM}(?:[,\s]*(?:\+|加上?|和|跟|还有|另外|再加)(?:一笔|还有|是)*{_A_SUM})+")
_FIGURES = re.compile(rf"(?:\d{{3,9}}|\d[\d.]*[万千百wk]|{FIGURE}+[千百万]{FIGURE}*)(?![年月号日天个\d])")
#: told twice over: two years, two words of owing, one and another
_TWICE = re.compile("年.*年|[欠差].*[欠差]|[加+和跟]|还有|另外|以及|底薪|提成")
_KNOWS_NOT = re.compile("不知|不晓|记不|不清|不记得|忘|还是|或者")
_PLUS = re.compile(
    rf"(?:\d{{3,6}}|{FIGURE}+[千百万]{FIGURE}*){YUAN}(?:的?(?:工资|工钱|底薪))?(?:加上?|外加|另加)[\u4e00-\u9fff]{{0,5}}$")
#: pay of another kind beside the sum: 一万二,还有加班费三千
_MORE_PAY = re.compile(
    rf"(?P<first>(?<![\d.])\d{{3,6}}|\d[\d.]*[万千]\d?|{FIGURE}+[千百万]{FIGURE}*){YUAN}(?:的?(?:工资|工钱|底薪))?(?:左右|多)?[,，]?"
    r"(?:还有|另外(?:还有)?|外加|另加|再加上?|以及|加上?|和|跟|、)(?:我|我们|的|一笔|没给的|没算的)*"
    r"(?:加班费|加班工资|加班的?钱|提成|奖金|绩效|全勤奖?|高温费|夜班费|补贴|津贴|押金|饭补|房补|路费|年终奖|底薪|基本工资)"
    r"(?:是|有|大概|差不多|也)*$")
_OWED_EXTRA = re.compile(r"[欠差](?:了|着)?(?:我们?|俺)?的?(?:提成|奖金|加班费|绩效)$")
_OWED_BEFORE = re.compile("[欠差]")
_CAME = re.compile(
    r"(?<![没不未])(?:给|发|结|付|拿|领|还|退)(?:了|过)(?!$)|包括|其中|说好|讲好|每个?月|一个月|(?<![和跟、欠])底薪")
_ONE_MORE = re.compile(r"(?:又|另外|后来|接着)(?:拖?欠|差)(?:了|着)?(?:我们?|俺们?)?$")


def several_debts(scene: Scene, owed: list[Sum]) -> Fact | None:
    """The sums as he told them, of state "unknown" (the whole is not known); None when they are no debts of several times."""
    if len(owed) < 2 or not (of_different_times(scene, owed) or _one_more(scene, owed)):
        return None
    start, end = scene.clause(owed[0].amount.start)[0], owed[-1].amount.end
    return Fact("unknown", words=scene.text[start:end].strip(" ,"))


def debts_by_year(text: str) -> Fact | None:
    """The debts of an answer that gives each year its own (去年8000今年6000), unless the whole is told with them."""
    years = {match["year"] for match in _OF_A_YEAR.finditer(text)}
    return Fact("unknown", words=text.strip(" ,。")) if len(years) > 1 and not _IN_ALL.search(text) else None


def debts_added(text: str) -> Fact | None:
    """Two sums and nothing else (5000+3000, 五千和三千): told one beside the other, and not added."""
    return Fact("unknown", words=text.strip(" ,。")) if _ADDED.fullmatch(text.strip(" ,。")) else None


def is_several(fact: Fact | None) -> bool:
    """Whether the fact holds several debts that wait for the whole."""
    if fact is None or fact.state != "unknown" or _KNOWS_NOT.search(fact.words):
        return False
    return bool(_TWICE.search(fact.words)) and len(told(fact)) > 1


def told(fact: Fact) -> list[str]:
    """The sums in the fact's words."""
    return [match.group() for match in _FIGURES.finditer(fact.words)]


def of_different_times(scene: Scene, sums: list[Sum]) -> bool:
    """Whether each of several sums is told of another time (去年欠五千,今年欠五千): even the same figure is then no one sum."""
    times = []
    for found in sums:
        start = scene.clause(found.amount.start)[0]
        times.append(tuple(day.words for day in scene.dates if start <= day.start < found.amount.start))
    return len(times) > 1 and all(times) and len(set(times)) == len(times)


def _one_more(scene: Scene, owed: list[Sum]) -> bool:
    """Whether a sum is told to have come on top of the one before (欠我五千,后来又欠三千)."""
    return any(_ONE_MORE.search(scene.text[: found.amount.start]) for found in owed[1:])


def more_pay(scene: Scene) -> Fact | None:
    """A sum and pay of another kind beside it (一万二,还有加班费三千): neither is the whole, which he is asked for.

    None when the whole is told, or when one of the two came."""
    if _IN_ALL.search(scene.text) or _CAME.search(scene.text):
        return None
    for amount in scene.amounts:
        joined = _MORE_PAY.search(scene.text[: amount.start]) if amount.unit == "sum" else None
        first = joined.start("first") if joined else 0
        known = any(one.unit == "sum" and one.start == first for one in scene.amounts)
        if joined and (known or _OWED_EXTRA.search(scene.text[:first])):
            return Fact("unknown", words=scene.text[joined.start() : amount.end])
    return None


def plus_another(scene: Scene, owed: list[Sum]) -> Fact | None:
    """Two sums of which one word of owing behind the last is said (3500加提成600没结): neither is the whole."""
    if len(owed) != 1 or owed[0].kind != "owed":
        return None
    start = scene.clause(owed[0].amount.start)[0]
    joined = _PLUS.search(scene.text[start : owed[0].amount.start])
    if not joined or _OWED_BEFORE.search(scene.text[start : owed[0].amount.start]):
        return None
    if re.search(rf"(?:{NO_PAY.pattern})$", scene.text[: start + joined.start()]):
        return None  # a deposit beside his pay (工服钱200外加一个月3200)
    return Fact("unknown", words=scene.text[start + joined.start() : owed[0].amount.end])
