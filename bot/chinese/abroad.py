"""Work done in another country, where offices and courts at home may have no say, and the money of another country."""
from __future__ import annotations

import re

_LAND = (
    r"(?:韩国|朝鲜|日本|越南|老挝|柬埔寨|缅甸|缅北|泰国|马来西亚|新加坡|菲律宾|印尼|印度尼西亚|印度|巴基斯坦|孟加拉|尼泊尔|蒙古国|俄罗斯|哈萨克斯坦|乌兹别克斯坦"
    r"|沙特|迪拜|阿联酋|卡塔尔|科威特|伊拉克|伊朗|以色列|土耳其|埃及|阿尔及利亚|安哥拉|尼日利亚|埃塞俄比亚|肯尼亚|刚果|赞比亚|坦桑尼亚|加纳|非洲|南非|欧洲"
    r"|德国|法国|英国|意大利|西班牙|美国|加拿大|墨西哥|巴西|澳大利亚|澳洲|新西兰|塞班|国外|外国|境外|海外)"
)
#: a firm, a kitchen or a street that is only called so stands at home; 印度, 非洲 behind 不 are nowhere
_ONLY_CALLED = r"(?!料理|烤肉|餐|菜|公司|企业|老板|人|客户|街|城|风情|品牌|订单|单子|货)"
_DEED = r"(?:打工|务工|干活|干|做工|做|上班|工作|修|盖|建|挖|施工|开车|搬砖|种|工地|园区|项目|厂|船上|餐馆|饭店|中餐)"
_WORKS = re.compile(
    rf"(?P<who>^|[^,，。;；!?！？]*?)(?:在|去|到|来|飞|派往|派去|派到){_LAND}{_ONLY_CALLED}[^,，。;；!?！？]{{0,8}}?{_DEED}"
    rf"|(?:^|[,，。;；!?！？\s]){_LAND}(?:那边|那里|这边)(?:的)?(?:一个)?{_DEED}"
    r"|出国(?:打工|务工|劳务|干活)|劳务输出"
)
#: somebody else is there: 老板跑到缅甸去做生意了
_OTHERS = re.compile(r"(?:老板娘?|包?工头|公司|厂子?|他|她|老婆|老公|爸妈|父母|人)[^我俺咱]{0,6}$")

_MONEY = (
    r"(?:美元|美金|美刀|欧元|英镑|日元|日币|韩元|韩币|卢布|越南盾|越盾|泰铢|比索|披索|基普|瑞尔|缅币|卢比|新币|马币|林吉特|迪拉姆|里亚尔|坚戈"
    r"|港币|港元|澳门币|台币|USD|usd)"
)
_MONEY_BEHIND, _MONEY_BEFORE = re.compile(rf"多?\s?{_MONEY}"), re.compile(rf"{_MONEY}\s?$")


def is_foreign_money(text: str, start: int, end: int) -> bool:
    """Whether the figure from `start` to `end` is a sum in the money of another country: none in yuan."""
    return bool(_MONEY_BEHIND.match(text, end) or _MONEY_BEFORE.search(text[:start]))


def works_abroad(text: str) -> bool:
    """Whether the work is told to be done in another country, not that the boss or somebody else is there.

    >>> works_abroad("我在韩国打工，老板欠我三个月工资"), works_abroad("老板跑到缅甸去做生意了")
    (True, False)
    """
    return any(not _OTHERS.search(match["who"] or "") for match in _WORKS.finditer(text))
