"""Shops and plants as employers: who works in one and names no foreman is employed by it (LAW-REL-01)."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.places import is_place
from bot.chinese.trades import read_industry

#: an individual business with a licence employs as a firm does (LAW-REL-01)
SHOP_WORDS = (
    r"饭店|理发店|店|餐馆|饭馆|面馆|茶馆|麻将馆|酒楼|茶楼|酒店|餐厅|宾馆|食堂|超市|网吧|网咖|酒吧|KTV|ktv|夜总会|商场|会所|足浴城?|洗浴城?|洗脚[城店]|澡堂子?|浴场|健身[房馆]|"
    r"加油站|洗车[行场]|停车场|修车[行厂铺]|车行|美容院|影楼|幼儿园|托管班|培训学校|培训班|(?:培训|家教|教育)机构|(?:早教|托管|培训|家教|教育|月子|分拨|分拣|转运|配送|客服)中心|驾校|"
    r"学校|医院|诊所|养老院|敬老院|福利院|客栈|民宿|景区|度假村|农庄|合作社|养[殖猪鸡鸭牛羊鱼]+场|林场|农场|牧场|屠宰场|搅拌站|砂石?场|沙场|采石场|石料场|石场|砖窑|窑厂|作坊|裁缝铺子?|"
    r"站点|配送站|外卖站|快递站|驿站|网点|粮[库站]|物流园|冷库|家具城|煤[矿窑]|[金铁铜锰铝锌磷]矿|矿山|矿区|厂子?(?![里长区商房家门牌规])"
)
#: units told without 在: those words, any shop, a store, a base of farming, a mine
UNITS = rf"(?:{SHOP_WORDS}|[\u4e00-\u9fff]店|仓库|车队|种植基地|养殖基地|(?:直播|[\u4e00-\u9fff]{{2}})基地|的?矿(?!泉|石|工))"
#: he works at a shop (在一个火锅店端盘子), or gives its name (店名叫蜀香火锅)
_AT_A_SHOP = re.compile(
    rf"(?:在|到|来|进了?|去了?)[^,。!?;]{{0,14}}?(?P<shop>[\u4e00-\u9fff]{{0,3}}(?:{SHOP_WORDS}))(?!门口|旁边|附近|对面|工地|项目|装修|里装)"
)
#: what is cooked there, at the end of a shop's name
_FOOD = "火锅|烧烤|串串|快餐|美食|米线|牛肉|羊肉"
#: a shop called by its own name (在老码头火锅店洗碗): two to four signs that are no kind of shop, no place and nobody's
_OWN_NAME = re.compile(
    rf"(?:在|到|进了?|去了?)(?P<name>(?P<core>[\u4e00-\u9fff]{{2,4}}?)(?:{_FOOD})?(?:{SHOP_WORDS}))"
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


def is_shop_name(bare: str) -> bool:
    """Whether a bare answer is a shop's name that ends in what is cooked there (吴家老火锅)."""
    return re.fullmatch(f"[\u4e00-\u9fff]{{2,4}}(?:{_FOOD})", bare) is not None


def named_shop(text: str) -> str | None:
    """The shop of that name at which he works (老码头火锅店); None for a mere kind of shop (一家火锅店, 县城饭店)."""
    for match in _OWN_NAME.finditer(text):
        core = match["core"]
        whole = re.sub(r"^老(?=.{2})", "", core)
        if not _NO_NAME.search(whole) and not is_place(core) and _WORKS_THERE.search(text[match.end():]):
            return match["name"]
    return None
