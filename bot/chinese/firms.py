"""Names of firms with few false alarms: a legal form, a state group, a known brand, or a lucky-sounding trade name."""
from __future__ import annotations

import re
from functools import lru_cache

from bot.chinese.typos import read_lookup

_HAN = "\u4e00-\u9fff"
_PROVINCES = (
    "贵州|四川|云南|重庆|湖南|湖北|广西|广东|海南|福建|江西|浙江|江苏|安徽|上海|北京|天津|河北|河南|山东|山西|陕西|甘肃|宁夏|青海|新疆|西藏|内蒙古?|辽宁|吉林|黑龙江|"
    "贵阳|遵义|毕节|安顺|铜仁|六盘水|凯里|都匀|兴义|成都|昆明|长沙|武汉|南宁|广州|深圳|东莞|佛山|中山|惠州|珠海|厦门|泉州|福州|晋江|南昌|杭州|宁波|温州|义乌|苏州|无锡|南京|昆山|合肥|郑州|西安|济南|青岛"
)
_PLACE = rf"(?:(?:{_PROVINCES})省?市?(?:[{_HAN}]{{2,3}}[市县区])?|[{_HAN}]{{2,3}}[市县])"
_TRADE = (
    "劳务派遣|劳务|建筑安装|建筑工程|建筑|建设工程|建设|建工|建材|建安|装饰工程|装饰|装修|装潢|市政|路桥|园林|绿化|水电|机电|消防|安装|钢结构|防水|土石方|爆破|工程|物业管理|物业服务|物业|保洁|保安|"
    "人力资源|人力|外包|物流|快递|运输|配送|电子|服装|制衣|针织|鞋业|鞋|玩具|家具|木业|木材|五金|机械|塑料|塑胶|纸业|纸箱|印刷|电器|灯饰|食品|餐饮|酒店|家政|商贸|贸易|实业|科技|置业|地产|房地产|投资|服务|管理"
)
_FORM = "有限责任公司|股份有限公司|有限公司|集团公司|公司|集团"
_WORKS = (
    "厂|砖厂|食品厂|加工厂|合作社|商行|工程队|施工队|装修队|劳务队|建筑队"
    "|饭店|酒楼|酒店|餐厅|火锅店|大酒店|超市|养殖场|农场|煤矿|矿业"
)
_END = r"(?!里|长|区|商|门|家|房|矿|车|规|方)"
#: a firm of a group, by its number: 第三公司, 二公司, 第一建设工程有限责任公司
BRANCH = r"第?[一二三四五六七八九十\d]{1,3}(?:建筑|建设|安装|工程)*(?:有限责任公司|有限公司|分公司|公司)"
_STATE = re.compile(
    r"(?<![其集当家空])中(?:国建筑|建|铁建|铁|交|冶|电建|水电|能建|核建)(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})?(?:公?局|冶|建|航局)?(?:第?[一二三四五六七八九十\d]+(?:公司|处))?(?:集团)?(?:有限公司|公司)?"
    r"|(?:贵州|四川|云南|重庆|湖南|广西|山西|陕西|上海|北京|浙江|江苏|安徽)(?:建工|路桥|城建|建投|交建)(?:集团)?(?:有限公司|公司)?"
    rf"(?:{BRANCH})?"
)
_LEGAL = re.compile(rf"[{_HAN}A-Za-z0-9()（）·]{{2,28}}?(?:有限责任公司|股份有限公司|有限公司)(?:[{_HAN}]{{2,6}}分公司)?")
_MASKED = re.compile(rf"(?:{_PLACE})?(?:[xX×*某]{{2,4}})(?:{_TRADE}){{0,3}}(?:{_FORM}|{_WORKS})")
_CUT = re.compile(
    r".*(?:名字叫|名叫|叫做|叫作|总包是|总包单位|单位|承包给|发包给|分包给|转包给|包给|介绍到|派遣到|派到|派去|欠款人|债务人|被告|[叫是在到去进给被跟从找告说的了欠由为让,，、:：。;；\s“\"(（]|公司|我们|我|他们|"
    r"他|她|还有|或者|以及|和(?!谐|顺|兴|平|美|润|盛|信|泰|丰)|与|那个|这个|那家|这家|一家|一个|个|家(?!具|政|装|电|居|纺|园|乐)|老板|包工头|应聘|干活|打工|上班|做工|签合同|打条子)"
)


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    signs = _signs()
    return re.compile(
        rf"(?:{_PLACE})?(?!福利|新兴|发达|百货|东方人|中国公司|东西|南北|建立|天天|大大|西南|东南|西北|东北|南方|北方|中东|欧亚|长大|大发|大友)"
        rf"[{signs}]{{2,4}}(?:{_TRADE}){{0,3}}(?:{_FORM}|{_WORKS}){_END}"
    )


@lru_cache(maxsize=1)
def _brands() -> re.Pattern[str]:
    return re.compile("|".join(sorted(read_lookup("names.yml")["brands"], key=len, reverse=True)))


def find_firms(text: str) -> list[tuple[int, int, str]]:
    """Start, end and name of each firm, in order, without overlaps; never a bare 公司 or 电子厂."""
    spans = [_trimmed(match) for match in _LEGAL.finditer(text)]
    for pattern in (_named(), _STATE, _MASKED, _brands()):
        spans += [(match.start(), match.end(), match.group()) for match in pattern.finditer(text)]
    kept: list[tuple[int, int, str]] = []
    for span in sorted((span for span in spans if span), key=lambda one: one[0] - one[1]):
        if all(span[1] <= other[0] or span[0] >= other[1] for other in kept):
            kept.append(span)
    return sorted(kept)


def _trimmed(match: re.Match[str]) -> tuple[int, int, str]:
    """A legal name without the words before it (在贵阳宏达有限公司 -> 贵阳宏达有限公司); empty when nothing is left."""
    name = match.group()
    cut = _CUT.match(re.sub(r"(?:有限责任公司|股份有限公司|有限公司).*$", "", name))
    start = cut.end() if cut else 0
    name = name[start:]
    return (match.start() + start, match.end(), name) if not re.match(r"有限|股份", name) else (0, 0, "")


_ANY_FIRM = re.compile(
    rf"[{_HAN}A-Za-z0-9()（）·]{{2,28}}(?:{_FORM}|{_WORKS}|项目部|经营部|工作室|[店馆局社院]|{_TRADE})"
)
_GENERIC = re.compile(
    rf"(?:{_TRADE}|{_FORM}|{_WORKS}|这|那|哪|一|个|家|我们?|他们?|你们?|总|分|子|大|小|私人|外地|本地|当地|有|没|是|的|什么|啥|不|知道|项目部|经营部|工作室|[店馆局社院])+"
)
_SENTENCE = re.compile(r"[我你他她]|不|没|知道|什么|怎么|[吗呢吧了]|找|去|告|欠|劳动局|法院|仲裁|派出所|人社局|监察")


def is_trade_name(bare: str) -> bool:
    """Whether a bare answer is two to four characters of which trade names are made (恒达)."""
    return re.fullmatch(f"[{_signs()}]{{2,4}}", bare) is not None


def is_firm(bare: str) -> bool:
    """Whether a bare answer is the name of a firm and nothing else."""
    if is_trade_name(bare) or any(end - start == len(bare) for start, end, _ in find_firms(bare)):
        return True
    return bool(_ANY_FIRM.fullmatch(bare) and not _GENERIC.fullmatch(bare) and not _SENTENCE.search(bare))


@lru_cache(maxsize=1)
def _signs() -> str:
    """Characters of which trade names are made."""
    return "".join(read_lookup("names.yml")["brand_signs"].split())
