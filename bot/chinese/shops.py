"""Shops and plants as employers: who works in one and names no foreman is employed by it (LAW-REL-01)."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.places import is_place
from bot.chinese.trades import read_industry
from bot.chinese.values import Fact

#: an individual business with a licence employs as a firm does (LAW-REL-01)
SHOP_WORDS = (
    r"饭店|理发店|店|餐馆|饭馆|面馆|茶馆|酒楼|酒店|餐厅|宾馆|食堂|超市|网吧|商场|会所|足浴城?|洗浴城?|加油站|洗车行|美容院|幼儿园|学校|医院|诊所|养殖场|合作社|"
    r"站点|配送站|驿站|网点|厂子?(?![里长区商房家门牌规])"
)
#: he works at a shop (在一个火锅店端盘子), or gives its name (店名叫蜀香火锅)
_AT_A_SHOP = re.compile(
    rf"(?:在|到|来|进了?|去了?)[^,。!?;]{{0,14}}?(?P<shop>[\u4e00-\u9fff]{{0,3}}(?:{SHOP_WORDS}))(?!门口|旁边|附近|对面|工地|项目|装修|里装)"
)
#: a shop called by its own name (在老码头火锅店洗碗): two to four signs that are no kind of shop, no place and nobody's
_OWN_NAME = re.compile(
    rf"(?:在|到|进了?|去了?)(?P<name>(?P<core>[\u4e00-\u9fff]{{2,4}}?)(?:火锅|烧烤|串串|快餐|美食|米线|牛肉|羊肉)?(?:{SHOP_WORDS}))"
    r"(?!门口|旁边|附近|对面|工地|项目|装修|里装)"
)
_NO_NAME = re.compile(
    r"[一二两三几这那哪某个家的小大老私他她我你别人村镇乡县市区城街路边里外]|亲戚|朋友|附近|楼下|本地|夜宵|早餐|早点|快餐|火锅|烧烤|奶茶|"
    r"菜|面|粉|肉|鱼|鸡|串|海鲜|汽修|修理|理发|足浴|美容|服装|电子|便利|连锁|网红|网吧|酒|茶|外卖|劳动|派出|超市|食堂|工厂|学校|医院")
_SHOP_NAMED = re.compile(r"(?:店|厂子?|餐馆|饭馆|超市|酒店|站点)(?:的)?(?:名字?|全称|招牌)?(?:是|叫)")
_WORKS_THERE = re.compile(
    r"干|做|打工|上班|端|传菜|洗|炒|切|帮厨|后厨|服务员|收银|看店|卖|送|搬|理货|剪|按|扫|打扫|洗碗|学徒|打杂|流水线|车间|普工|焊|缝|分拣|摘|采|养[猪鸡鸭牛羊鱼]|工资|工钱|入职|进厂")
_VISITED = ("医院", "诊所", "学校")  # who speaks of one is mostly a patient or a parent
_OTHER_KINDS = ("foreman", "labour_agency", "household", "general_contractor", "owner")
_BUILDS = ("building", "road", "water", "railway", "energy", "domestic")


def shop_words(text: str, name: str | None) -> str:
    """The words of a shop or a plant at which he works: an individual business employs as a firm does (LAW-REL-01); else ""."""
    if name and (match := _SHOP_NAMED.search(text)):
        return match.group()
    industry = read_industry(text).get("industry")
    if (industry and industry.value in _BUILDS) or lexicon.find("debtor", text, _OTHER_KINDS):
        return ""
    match = _AT_A_SHOP.search(text)
    if match is None or match["shop"].endswith(_VISITED) or not _WORKS_THERE.search(text[match.end() :]):
        return ""
    return re.sub(r"^.*(?:一[个家]|那[个家]|这[个家]|[的个家])", "", match["shop"])


def named_shop(text: str) -> str | None:
    """The shop of that name at which he works (老码头火锅店); None for a mere kind of shop (一家火锅店, 县城饭店)."""
    for match in _OWN_NAME.finditer(text):
        core = match["core"]
        whole = re.sub(r"^老(?=.{2})", "", core)
        if not _NO_NAME.search(whole) and not is_place(core) and _WORKS_THERE.search(text[match.end():]):
            return match["name"]
    return None


def is_only_a_shop(fact: Fact) -> bool:
    """Whether the kind of debtor was only inferred from a shop's word (火锅店), not told."""
    shop = re.search(rf"(?:{SHOP_WORDS})$", fact.words)
    return fact.value == "company" and shop is not None and not lexicon.find("debtor", fact.words)
