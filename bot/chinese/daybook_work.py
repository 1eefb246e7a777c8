"""How many 工 and days were worked, in the words beside a day (`1个工`, `半天`, `两天半`), and days without work (`下雨没干`)."""
from __future__ import annotations

import re
from decimal import Decimal

from bot.chinese.daybook_values import NotWritten
from bot.chinese.numerals import DIGITS, read_number

NUM = r"(?:\d{1,2}|[零一二两三])点[\d一二三四五六七八九]|\d+(?:\.\d+)?|[零一二两三四五六七八九十]+|半"
AHEAD = r"(?:(?<=[晚记早]上)|(?<![\d.第另上下这那每大小]))"
WORK = re.compile(
    rf"{AHEAD}(?!零工)(?P<n>{NUM})\s*个?(?P<half>半)?\s*(?:整)?工(?![时资钱地程人友头期作厂棚序业具位装种价号])(?:日)?(?P<after>半(?![个天工]))?")
DAYS = re.compile(rf"(?:(?<=[月号日天了,: ])|{AHEAD})(?P<n>{NUM}|几)\s*(?:个整|整|个)?天(?:工)?(?P<half>半)?(?!前|后|天)")
FULL = re.compile(r"(?<!大)整天|全天|整日|满工|全工|整工|满勤|全勤|出满|白天晚上都")
OFF = re.compile(
    r"没(?:有)?(?:出工|上工|开工|出勤|干活|干成|干|做工|做活|做|上班|去(?:工地|干活|上班|上工|成)?|得?活(?:干)?|来活|得?事(?:情)?[做干])(?!完|多久)"
    r"|歇(?:了|着|工|业|班|一天|的)?(?!业)|休(?:息|工|了|班|假)?(?!日)|放假|停工|停电|轮休|调休|请假|请(?:了?病?|[一半两三\d]天)假|放[一半两三\d]天假|旷工|耍(?:了|起)?(?:[一半两三\d]天)?$|(?<![\d.])0个?工|零个工|无工|病了|生病")
#: a day or half a day that he did not work (歇一天, 请假半天)
_OFF_FOR = re.compile(
    r"(?P<off>歇|休息?|停工|停电|请假|放假|没干|没活|没活干|没出工|没上班|耽误)(?:了|着)?(?P<n>一整|半|整|一|1)天")
_DID = re.compile(r"(?:干|做|上|上班|出工|忙)[了满]?\s*$")
ONE = re.compile(
    r"(?:记|各|是|成|为|大工|小工|点工|工[数,:]*|都|,|^)\s*(?P<n>一|两|半|\d(?:点\d)?)个(?P<half>半)?(?:工)?(?=[,。;\s]|$)"
    r"|工数,(?P<m>\d)(?=[,。;\s]|$)")
BARE_COUNT = re.compile(rf"^[\s:,]*(?P<n>{NUM})\s*(?P<half>半)?个?[\s,。;.]*$")
SHIFT = re.compile(r"(?:一|1)?个?(?:夜班|白班|晚班|大班)")
#: what stands between two counts of one day that are to be added: parts of the day, grades, 又
_PART = r"白天|晚上|上午|下午|早上|中午|夜里|夜晚|白班|夜班|晚班|凌晨|前半天|后半天"
_ADDED = re.compile(rf"{_PART}|[又还再另外加]|大工|小工|点工|技工|杂工")
_PARTS = re.compile(_PART)
_HALVES = re.compile(r"上午|下午|早上|前半天|后半天")
_CLAUSE = re.compile(r"[,。;、\s]+")
_RAN_OUT = re.compile(r"下雨|没|歇|休|停|雨")


def bare_count(words: str) -> Decimal | None:
    """A number alone beside a day (3号1个, 4号0.5) as 工; None when anything else is told."""
    found = BARE_COUNT.match(words)
    return count_value(found) if found else None


def without_free_time(words: str) -> tuple[str, bool]:
    """The words without a day told as free, and whether half a day was."""
    half = any(found["n"] == "半" for found in _OFF_FOR.finditer(words))
    return _OFF_FOR.sub(lambda found: " " if found["n"] == "半" else found["off"] + "了", words), half


def count_value(found: re.Match[str]) -> Decimal | None:
    """The number of a count, with a half before or behind the unit (一个半工, 一天半)."""
    if found.groupdict().get("m"):
        return Decimal(found["m"])
    if found["n"] == "几":
        return None
    if found["n"] == "半":
        return Decimal("0.5")
    if "点" in found["n"]:
        whole, _, tenth = found["n"].partition("点")
        return Decimal(f"{DIGITS.get(whole, whole)}.{DIGITS.get(tenth, tenth)}")
    number = read_number(found["n"])
    if number is None or number.vague:
        return None
    half = any(found.groupdict().get(name) for name in ("half", "after"))
    return number.low + (Decimal("0.5") if half else 0)


def read_work(words: str, *, halves: bool = True) -> tuple[Decimal | None, str]:
    """The 工 told, and the words without them; counts of parts of the day are added. `halves`: 上午 and 下午 count as half a
    day. Raises NotWritten for two counts of which it is not known whether they are to be added."""
    for pattern in (WORK, DAYS, ONE):
        counts = [(found, value) for found in pattern.finditer(words) if (value := count_value(found)) is not None]
        if pattern is DAYS and OFF.search(words):
            counts = [one for one in counts if _DID.search(words[:one[0].start()])]  # 三天都没出工, 请一天假
        if counts:
            return _sum(words, counts)
    if FULL.search(words):
        return Decimal(1), FULL.sub("", words)
    told = {half for clause in _CLAUSE.split(words) if not _RAN_OUT.search(clause) for half in _HALVES.findall(clause)}
    if told and halves:
        return (Decimal(1) if len(told) > 1 else Decimal("0.5")), words
    shifts = set(SHIFT.findall(words))
    if len(shifts) > 1:
        raise NotWritten("how_many")
    return (Decimal(1), words) if shifts else (None, words)


def _sum(words: str, counts: list[tuple[re.Match[str], Decimal]]) -> tuple[Decimal, str]:
    """The counts added where parts of the day or 又 stand between; one count told twice counts once."""
    total, end = counts[0][1], counts[0][0].end()
    for found, value in counts[1:]:
        if _ADDED.search(words[end:found.start()]):
            total += value
        elif value != counts[0][1]:
            raise NotWritten("how_many")
        end = found.end()
    for found, _ in reversed(counts if total != counts[0][1] else counts[:1]):
        words = words[:found.start()] + words[found.end():]
    return total, _PARTS.sub("", words) if total != counts[0][1] else words
