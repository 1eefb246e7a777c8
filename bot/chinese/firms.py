"""How firms are called: kinds and forms, state groups, brands, and the signs of which trade names are made."""
from __future__ import annotations

import re
from functools import lru_cache

from bot.chinese.typos import read_lookup

HAN = "\u4e00-\u9fff"
_PROVINCES = (
    "贵州|四川|云南|重庆|湖南|湖北|广西|广东|海南|福建|江西|浙江|江苏|安徽|上海|北京|天津|河北|河南|山东|山西|陕西|甘肃|宁夏|青海|新疆|西藏|内蒙古?|辽宁|吉林|黑龙江|"
    "贵阳|遵义|毕节|安顺|铜仁|六盘水|凯里|都匀|兴义|成都|昆明|长沙|武汉|南宁|广州|深圳|东莞|佛山|中山|惠州|珠海|厦门|泉州|福州|晋江|南昌|杭州|宁波|温州|义乌|苏州|无锡|南京|昆山|合肥|郑州|西安|济南|青岛"
)
_PLACE = rf"(?:(?:{_PROVINCES})省?市?(?:[{HAN}]{{2,3}}[市县区])?|[{HAN}]{{2,3}}[市县])"
TRADE = (
    "劳务派遣|劳务|建筑安装|建筑工程|建筑|建设工程|建设|建工|建材|建安|装饰工程|装饰|装修|装潢|市政|路桥|园林|绿化|水电|机电|消防|安装|钢结构|防水|土石方|爆破|工程|物业管理|物业服务|物业|保洁|保安|"
    "人力资源|人力|外包|物流|快递|运输|配送|电子|服装|制衣|针织|鞋业|鞋|玩具|家具|木业|木材|五金|机械|塑料|塑胶|纸业|纸箱|印刷|电器|灯饰|食品|餐饮|酒店|家政|商贸|贸易|实业|科技|置业|地产|房地产|投资|服务|管理"
)
FORM = "有限责任公司|股份有限公司|有限公司|集团公司|公司|集团"
WORKS = (
    "厂|砖厂|食品厂|加工厂|合作社|商行|工程队|施工队|装修队|劳务队|建筑队"
    "|饭店|酒楼|酒店|餐厅|火锅店|大酒店|超市|养殖场|农场|煤矿|矿业"
)
_END = r"(?!里|长|区|商|门|家|房|矿|车|规|方)"
#: a firm of a group, by its number: 第三公司, 二公司, 第一建设工程有限责任公司
BRANCH = r"第?[一二三四五六七八九十\d]{1,3}(?:建筑|建设|安装|工程)*(?:有限责任公司|有限公司|分公司|公司)"
STATE = (
    r"(?:(?<![其集当家空])中(?:国建筑|铁建|电建|水电|能建|核建|建|铁|交|冶|水|核)(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})?"
    r"(?:公?局|公司|集团|建|冶|航局)?(?:第?[一二三四五六七八九十\d]+(?:公司|处))?(?:集团)?(?:有限公司|公司)?"
    r"|(?:贵州|四川|云南|重庆|湖南|广西|山西|陕西|上海|北京|浙江|江苏|安徽)(?:建工|路桥|城建|建投|交建)(?:集团)?(?:有限公司|公司)?)"
    rf"(?:{BRANCH})?"
)
#: a name that he does not give (XX劳务公司)
MASKED = re.compile(rf"(?:{_PLACE})?(?:[xX×*某]{{2,4}})(?:{TRADE}){{0,3}}(?:{FORM}|{WORKS})")
#: behind a brand: the name of a building project or a thing, no firm (碧桂园三期, 华为手机)
_NO_FIRM = (
    rf"[{HAN}]{{0,3}}?(?:[一二三四五六七八九十\d]+期|小区|花园|家园|国际|标段|楼盘|大厦|广场|公寓|新城|安置房|工地|项目)"
    "|手机|电脑|空调|冰箱|电视|汽车"
)


@lru_cache(maxsize=1)
def coined() -> re.Pattern[str]:
    """Names made of the signs that trade names are made of (鼎盛建筑, 宏达火锅店)."""
    return re.compile(
        rf"(?:{_PLACE})?(?!福利|新兴|发达|百货|东方人|中国公司|东西|南北|建立|天天|大大|西南|东南|西北|东北|南方|北方|中东|欧亚|长大|大发|大友|前天|明天|春天|秋天|国庆|中秋|大家|日前)"
        rf"[{_signs()}]{{2,4}}(?:{TRADE}){{0,3}}(?:{FORM}|{WORKS}){_END}"
    )


@lru_cache(maxsize=1)
def behind_kind() -> re.Pattern[str]:
    """A trade name without 公司 behind the kind of firm (劳务公司湖南宏发劳务), or behind 叫 with its province."""
    end = r"(?=$|[,，。;；!的]|还?欠|拖|不|没)"
    sign, trade = f"[{_signs()}]{{2,4}}", "劳务|建筑|建设|建工|装饰|物业|保洁|人力资源|人力|家政"
    return re.compile(rf"(?:(?<=公司)|(?<=公司是)|(?<=公司叫)|(?<=劳务是)|^)(?P<name>(?:{_PLACE})?{sign}(?:{trade})){end}"
                      rf"|(?<=叫)(?P<placed>(?:{_PLACE}){sign}(?:{trade})){end}")


@lru_cache(maxsize=1)
def brands() -> re.Pattern[str]:
    """Firms known under a name alone (富士康)."""
    table = read_lookup("names.yml")
    return re.compile(rf"(?:{'|'.join(sorted([*table['brands'], *table['seldom_hire']], key=len, reverse=True))})(?!{_NO_FIRM})")


def is_masked(name: str) -> bool:
    """Whether a name hides who it is (某某公司)."""
    return MASKED.fullmatch(name) is not None


def is_brand(name: str) -> bool:
    """Whether a name is known without 公司 or 厂."""
    return brands().fullmatch(name) is not None


def seldom_hires(brand: str) -> bool:
    """Whether a brand tells a site, a parcel or an app rather than the one who owes (碧桂园, 美团)."""
    return brand in _seldom()


@lru_cache(maxsize=1)
def _seldom() -> frozenset[str]:
    return frozenset(read_lookup("names.yml")["seldom_hire"])


_GENERIC = re.compile(
    rf"(?:{TRADE}|{FORM}|{WORKS}|这|那|哪|一|个|家|我们?|他们?|你们?|总|分|子|大|小|私人|外地|本地|当地|有|没|是|的|什么|啥|不|知道|项目部|经营部|工作室|[店馆局社院])+"
)
_ANY_FIRM = re.compile(
    rf"[{HAN}A-Za-z0-9()（）·]{{2,28}}(?:{FORM}|{WORKS}|项目部|经营部|工作室|[店馆局社院]|{TRADE})"
)
_SENTENCE = re.compile(r"[我你他她]|不|没|知道|什么|怎么|[吗呢吧了]|找|去|告|欠|劳动局|法院|仲裁|派出所|人社局|监察")


def is_kind(bare: str) -> bool:
    """Whether the words are only a kind of plant or firm (鞋厂, 建筑公司), as they stand behind a place without being a name."""
    return bare.endswith(("厂", "公司")) and _GENERIC.fullmatch(bare) is not None


def is_trade_name(bare: str) -> bool:
    """Whether a bare answer is two to four characters of which trade names are made (恒达)."""
    return re.fullmatch(f"[{_signs()}]{{2,4}}", bare) is not None


def ends_like_a_firm(bare: str) -> bool:
    """Whether a bare answer is something before the word for a firm, and no sentence (好再来饭店)."""
    return bool(_ANY_FIRM.fullmatch(bare) and not _GENERIC.fullmatch(bare) and not _SENTENCE.search(bare))


@lru_cache(maxsize=1)
def _signs() -> str:
    """Characters of which trade names are made."""
    return "".join(read_lookup("names.yml")["brand_signs"].split())
