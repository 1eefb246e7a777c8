"""A shop named together with its boss (蜀香老火锅店,老板刘敏): the shop owes, and his name is kept beside it."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.chinese.debtor import called_unit
from bot.chinese.firms import ends_like_a_firm
from bot.chinese.normalise import normalise
from bot.chinese.people import usual_name
from bot.chinese.scene import spaces_to_commas
from bot.chinese.shops import is_shop_name, named_shop
from bot.chinese.values import Fact
from bot.chinese.yes_no import clauses

_BOSS = r"老板娘?|店主|店长|负责人|经营者"
_LEAD = re.compile(r"^(?:我们?|俺|是|就是|在|去|店名?|招牌|名字|那个|那家|叫做|叫|上|写着?|的|就|:)+")
_SURNAME = "姓[\u4e00-\u9fff](?![\u4e00-\u9fff])"
_LEGAL = ("公司", "集团")


def with_head(found: Mapping[str, Fact], text: str) -> dict[str, Fact]:
    """The facts, with a shop and its boss both in the debtor's name, where the text names both and it is one of them."""
    facts = dict(found)
    name = facts.get("debtor_name")
    if name is None or not isinstance(name.value, str) or "（" in name.value:
        return facts
    plain = normalise(spaces_to_commas(text))
    unit = _unit(plain)
    boss = re.search(rf"(?:{_BOSS})(?:的)?(?:名字|大名)?(?:就)?(?:叫|是|姓名|:)?(?P<name>{usual_name()}|{_SURNAME})", plain)
    if not unit or boss is None or name.value not in (unit, boss["name"]) or unit.endswith(_LEGAL):
        return facts
    kind = facts.get("debtor_kind") or Fact("known", value="company", words=unit)
    return {**facts, "debtor_name": replace(name, value=f"{unit}（老板{boss['name']}）", words=text), "debtor_kind": kind}


def _unit(text: str) -> str:
    """The shop that is named as a clause of its own, behind 店叫, or as the place where he works; "" when there is none."""
    bare = (_LEAD.sub("", clause) for clause in clauses(text) if not re.search(_BOSS, clause))
    alone = next((clause for clause in bare if ends_like_a_firm(clause) or is_shop_name(clause)), "")
    return alone or called_unit(text) or named_shop(text) or ""
