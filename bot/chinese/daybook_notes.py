"""What else is said of a day: the grade and the trade, and a short note."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.personal import TOKEN

GRADES = ("大工", "小工", "点工", "技工", "杂工", "中工", "学徒", "包工", "带班", "师傅工")
GRADE = re.compile(rf"[\s,]*(?:{'|'.join(GRADES)})[\s,。.!]*")
#: helpers whom he leads are not his own grade
_LEADS = re.compile(r"带(?:了|着)?(?:[\d一二两俩三四五六七八九十几]+个?)?(?:大工|小工|学徒|徒弟)")
#: nothing but that: he was at work, how long is not told
LEADS_ALONE = re.compile(rf"[\s,]*{_LEADS.pattern}(?:干活|干|做活)?[\s,。.!了]*$")
_A_SUM = re.compile(r"(?<![\d.])[1-9]\d{1,3}(?![\d.])")  # a sum told that no rate is (干了半天 120): it is not lost
SAID = re.compile(
    r"去干活|干活|正常|记工|记一?下|记上|记个工|补记|帮我|给我|麻烦|更正|改成|改为|记错了?|写错了?|说错了?|搞错了?|应该是|[都是各就的了呢吧啊在我俺共干做上班出工每天一共加也又还,:;。.!、\s()]")


def read_trade(words: str) -> str:
    """The grade and trade named (大工, 木工), in order, without places of work."""
    places, words = lexicon.extra("trades", "workplace"), _LEADS.sub("", words)
    hits = [hit.word for hit in lexicon.find("trades", words) if hit.word not in places and hit.word not in ("工地", "学校")]
    grades = [grade for grade in GRADES if grade in words]
    return "、".join(dict.fromkeys([*grades, *hits]))


def read_note(left: str, off: bool, words: str) -> str:
    """What else he said of the day, short, without personal numbers; why he did not work."""
    text = TOKEN.sub("", words if off else left)
    if off:
        return text.strip(" ,。;:!()的")[:40]
    clauses = [clause for clause in re.split(r"[,。;]", text) if SAID.sub("", clause)]
    text = ",".join(clause.strip().removeprefix("每天") for clause in clauses).strip(", ")
    tells = len(re.findall(r"[\u4e00-\u9fff]", SAID.sub("", text))) >= 2 or _A_SUM.search(text)
    return text[:40] if tells and text != read_trade(left) else ""
