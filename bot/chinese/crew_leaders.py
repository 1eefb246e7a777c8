"""The leader of a crew for building work (桩基队队长, 外包队的队长): a foreman. That of guards is staff of a unit."""
from __future__ import annotations

import re

from bot.chinese.lexicon import Hit

_LEADER = re.compile(
    "(?:外包|分包|劳务|施工|工程|建筑|桩基|打桩|装修|装潢|土方|土建|钢筋|木工|瓦工|泥工|泥瓦|架子|油漆|涂料|粉刷|水电|安装|拆除|拆迁|绿化|防水|保温"
    "|幕墙|焊工|路桥|路面|隧道|掘进|爆破|钻井|打井|包工|干活|采摘|收割)队的?队长"
)


def crew_leaders(text: str) -> list[Hit]:
    """The leaders of crews named in the text, as hits of `foreman`."""
    return [Hit(match.start(), match.end(), match.group(), "foreman") for match in _LEADER.finditer(text)]
