"""Freight: what a driver is owed for hauling with a lorry of his own."""
from __future__ import annotations

import re

from bot.chinese.money_names import LABOUR

_LORRY = r"(?:货车|卡车|大车|大货|渣土车|泥头车|挂车|半挂|翻斗车|自卸车|农用车|面包车|罐车|拖拉机)"
_OWN = r"(?:我|我们)?(?:自己家?|自家|自个儿?|自备)(?:买|养|贷款买)?的?"
OWN_LORRY = re.compile(rf"(?:{_OWN}|我的)(?:那辆|一辆|这辆)?{_LORRY}|{_LORRY}(?:也|都|就)?是我(?:们)?自(?:己|家|个)")
OWN_CAR = re.compile(r"(?:我|自己)的车|车(?:子)?(?:也|都|就)?是我(?:们)?(?:自己|自家)?的")
OWN_FUEL = re.compile(r"油(?:钱|费)?(?:也|都|是|就|全)*(?:我|自己)+(?:加|出|掏|付)|自己(?:加|出|掏)油")
BOSS_LORRY = re.compile(
    rf"(?:车子?|{_LORRY})(?:也|都|就|本来)*(?:是|属于)(?:老板|公司|车队|厂里|单位|东家|他们?|人家|别人)(?:家|自己)?的"
    rf"|(?:开|跑|驾驶?)(?:着|的是?)*(?:老板|公司|车队|厂里|单位|人家)(?:家)?的(?:车|{_LORRY})")
HAULS = re.compile(r"拉|运|跑|送|趟")
OWED = re.compile(r"(?:欠|差|没给|没结|不给|不结)[^,，。;；]{0,8}运费|运费[^,，。;；]{0,8}(?:没|不给|不结|未|欠|差)")


def of_freight(text: str) -> bool:
    """Whether he is owed for hauling with a lorry of his own; never when he calls the money wages or drives the boss's lorry."""
    if LABOUR.search(text) or (BOSS_LORRY.search(text) and not OWN_LORRY.search(text)):
        return False
    own = OWN_LORRY.search(text) or (OWN_CAR.search(text) and OWN_FUEL.search(text))
    return bool(OWED.search(text) or (own and HAULS.search(text)))


def tells_of_freight(text: str) -> bool:
    """Whether words bear on it: whose lorry it is, who pays the fuel, freight by its name."""
    return any(pattern.search(text) for pattern in (OWN_LORRY, BOSS_LORRY, OWN_FUEL, OWED))
