"""Who is owed and who owes: one person is never both, and a relative for whom one asks is the one who is owed."""
from __future__ import annotations

import re
from collections.abc import Mapping

from bot.chinese.kin import kin_names
from bot.chinese.normalise import normalise
from bot.chinese.scene import spaces_to_commas
from bot.chinese.values import Fact
from bot.chinese.whose import read_worker_name

WORKER, DEBTOR = "worker_name", "debtor_name"
_THE_UNPAID = "(?:我的|他的|她的)?(?:姓名|被欠(?:工资|工钱|薪|钱)?的?人?(?:的)?(?:名字|姓名)?|工人(?:的)?(?:名字|姓名))"
_CHANGE = re.compile(
    rf"(?:改|换|更正|修改)(?:一?下|一改)?{_THE_UNPAID}$|(?<!板)(?<!方)(?<!头){_THE_UNPAID}(?:写|填|记|弄|搞)?(?:要改|错了|不对|改一?下|要换)$")


def worker_told(text: str, facts: Mapping[str, Fact], asked: str = "") -> Fact | None:
    """The worker's name, told where it is asked, or in place of another one or of one that stands as the debtor's
    (陈建国是我老公,不是老板; 名字写错了,我叫张卫)."""
    plain = normalise(spaces_to_commas(text))
    names = {name.value for name in kin_names(plain)}
    own = None if names else read_worker_name(plain).get(WORKER)
    if len(names) != 1 and own is None:
        return None
    name = str(own.value) if own else names.pop()
    before, debtor = facts.get(WORKER), facts.get(DEBTOR)
    other = before is not None and bool(before.value) and before.value != name
    return Fact("known", value=name, words=text) if asked == WORKER or other or (debtor and debtor.value == name) else None


def wants_other_worker(text: str) -> bool:
    """Whether the whole message asks to change the name of the unpaid one (改一下姓名, 改一下被欠的人)."""
    return bool(_CHANGE.search(normalise(text).strip(" ,。.!?")))


def on_both_sides(facts: Mapping[str, Fact]) -> str:
    """The person who stands as the one who owes and the one who is owed; "" when nobody does."""
    worker, debtor = facts.get(WORKER), facts.get(DEBTOR)
    same = worker and debtor and worker.value and worker.value == debtor.value
    return str(worker.value) if worker and same else ""


def one_side(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts without the debtor's name, where it is the worker's."""
    return without_debtor(facts) if on_both_sides(facts) else dict(facts)


def without_debtor(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts without the debtor's name."""
    return {slot: fact for slot, fact in facts.items() if slot != DEBTOR}
