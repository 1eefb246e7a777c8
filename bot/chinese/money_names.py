"""The words by which money is called: project money, wages, and the project words that only name a deduction or a share."""
from __future__ import annotations

import re

_IN = r"[^,，。;；!！?？\s]"
STRONG = re.compile(
    r"工程[尾余进]?[度]?款|工程的?钱|承包[款费价]|分包款|包工包料|机械租赁|设备租赁|租赁费|台班费|进度款|质保金|保修金"
)
"""Words of a contract for work: no wage story undoes them."""
WEAK = re.compile(r"材料[款费钱]|机械[款费]|货款|差价|利润|管理费")
"""Words of project money that stand in wage stories too."""
PROJECT = re.compile(f"{STRONG.pattern}|{WEAK.pattern}")
LABOUR = re.compile(
    r"工资|工钱|薪水|薪酬|薪资|欠薪|人工[费钱]?|劳务费|劳务报酬|劳动报酬|血汗钱|点工|日工|计件|计时|辛苦钱|生活费|加班费|打工钱|底薪"
    r"|提成|奖金|绩效|年终奖|全勤|(?:高温|夜班|餐|交通|伙食)补[贴助]?"
)
CREW = re.compile(r"包清工|清包|承包|(?:大|双|小|轻)?包工(?!头)|分包|包活|带班|班组|尾款")
NOT_THAT = re.compile(r"(不是|并非|不算|没有)(什么|任何)?(工程|材料|承包)[尾余]?[款费]")
EXCUSE = re.compile(
    r"(说|等|因为|借口|推说|理由)[^,,。;;]{0,8}(工程|进度|尾)[尾余]?款[^,,。;;]{0,8}"
    r"|(工程|进度)款[^,,。;;]{0,4}(没到|没下来|未到|没拨|没到位|不到位|没批)"
    r"|(说|讲|等|因为|借口|推说|理由)[^,,。;;]{0,8}货款[^,,。;;]{0,4}(回|到|收|没|下来|打)[^,,。;;]{0,4}"
    r"|(客户|甲方|外面|人家|上家|老板|厂里|公司)[^,,。;;我欠]{0,4}货款[^,,。;;]{0,4}(没|未|不|收)[^,,。;;]{0,4}"
)
DEDUCTED = re.compile(
    rf"(?:从|在)?(?:我们?的?)?(?:工资|工钱)(?:里面?|中|上)?(?:还|又|都|也|就|被|给|老板|公司)*扣{_IN}{{0,10}}?(?:{WEAK.pattern}|质保金|保修金)"
    rf"|(?<!没)(?:扣|罚|克扣|抵)(?:了|掉|着|过|下|走|除|我|我们|俺|咱|的|百分之|%|[\d一二两三四五六七八九十百千个点])*{_IN}{{0,6}}?(?:{WEAK.pattern})"
    rf"|(?:{WEAK.pattern}){_IN}{{0,6}}?(?:(?:从|在)(?:我们?的?)?(?:工资|工钱)|(?:要|让|叫|都|算|还|得)我们?(?:们)?(?:赔|出|付|补|承担|掏|担|头上)|算我)"
    rf"|(?:要|让|叫|逼|喊)我们?{_IN}{{0,4}}(?:赔|出|付|补|承担|掏|交|垫){_IN}{{0,6}}?(?:{WEAK.pattern})"
)
"""What was taken from his wages, or is wanted of him: the claim is the wages (LAW-REG-06)."""
SHARE = re.compile(
    rf"(?:提成|奖金|绩效|分成){_IN}{{0,8}}?(?:差价|利润|货款|管理费)"
    rf"|(?:按|照|看|拿|抽)(?:卖房|销售|卖货|公司|店里|的){{0,2}}(?:利润|差价|货款){_IN}{{0,8}}?(?:提成|提|分成|算|发|给|奖金)"
    r"|(?:利润|差价|货款)的?(?:百分之|\d+(?:\.\d+)?[%％]|[一二两三四五六七八九十几\d]+个?点|提成|分成|奖金)"
)
"""How his pay is counted: a share of profit or turnover is wages (LAW-WAGE-01)."""
OF_OTHERS = re.compile(
    rf"(?:中介|劳务公司|派遣公司|职介|老乡|工头|包工头|带队的|公司|厂里|店里|老板|他们?){_IN}{{0,3}}?(?:收|抽|吃|赚|赔|交){_IN}{{0,8}}?(?:管理费|差价|利润)"
    r"|(?:公司|厂里|店里|单位|老板)(?:说|讲|今年|去年|最近|的|都|也|是)*(?:没有?|有|赚|不赚|挣|利润高|低|少|亏)*(?:了|什么|啥|到)*利润"
    r"|(?:进厂|入职|干活|介绍)?(?:前|时|先)?(?:交|付)(?:了|过)(?:[\d一二两三四五六七八九十百千]+(?:块|元)?)?的?管理费"
)
"""What others earn or take."""

INSIDE = re.compile(
    r"里[面头边]?(?:还|也|都)?(?:有|包括|包含|含|是)"
    r"|包括|包含|其中|加上|其实|都是|连同|一起|和工[资钱]|工[资钱]和|不是工程"
)
"""Words that put wages into the sum."""
MEN = re.compile(
    rf"(?<!有)(?<!括)(?<!含)(?:我的?)?(?:手底下|手下|底下|下面|带的?){_IN}{{0,10}}?(?:工资|工钱)|(?:我|还)(?:还|也|都)?(?:欠|差)(?:着|了)?{_IN}{{0,8}}?工人的?(?:工资|工钱)"
)
"""The wages of those who work for him: another account than the sum that he claims."""


def without_men(text: str) -> str:
    """The words without the wages of his men."""
    return MEN.sub("", text)


def cleaned(text: str) -> str:
    """The words without what is denied, a boss's excuse, a deduction, a share, or what others earn."""
    for pattern in (NOT_THAT, EXCUSE, SHARE, DEDUCTED, OF_OTHERS):
        text = pattern.sub("", text)
    return text


def is_deduction(text: str) -> bool:
    """Whether a word of project money names what was taken from him, or how his pay is counted."""
    return any(PROJECT.search(match.group()) for pattern in (SHARE, DEDUCTED, OF_OTHERS) for match in pattern.finditer(text))
