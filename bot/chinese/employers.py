"""Signs of a unit as employer where nobody is named: its rooms (店里, 矿上), its staff (店长, 人事), a plant that owes.

Who is run by a 站长, a 院长 or a 人事 is employed by a unit, not by a foreman or a family (LAW-REL-01). Words of a foreman,
an agency or a household in the same text leave it open.
"""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.household import home_employers
from bot.chinese.shops import UNITS
from bot.chinese.trades import read_industry
from bot.chinese.values import Fact

_OTHERS = ("foreman", "labour_agency", "household")
#: the staff of a unit, as the ones who speak for it
STAFF = (
    r"店长|站长|线长|拉长|园长|厂长|场长|校长|院长|矿长|馆长|车间主任|(?<!不省)人事(?!不省|局|厅|争议|仲裁|部门|劳动|关系|和社)|(?<![A-Za-z])(?:HR|hr)(?![A-Za-z])|文员"
    r"|前台经理|大堂经理|客房经理|(?<!项目)主管(?!部门|单位|机关|局)|运营总监|教务"
)
#: its rooms, as those inside call them
_INSIDE = (
    r"店里|站里|矿上|矿里|厂里|场里|(?<![法医病])院里(?!的)|馆里|园里(?!的)|校方|院方|车间"
    r"|厂门(?=[都也]?(?:锁|关|封|贴|上锁|口全|口都))"
)
_TAKES_ON = (
    r"(?:我|俺|本人)[^,。!?;]{0,12}(?:入职|实习)|(?:辞退|开除|炒)了?(?:我|俺)|公会(?:说|欠|不给|扣|没|要|把)"
    r"|(?:跑外卖|骑手|跑单|主播|跑运输|网约车|代驾)[^。!?;]{0,30}平台(?:说|欠|不给|扣|没|把|封)|平台(?:说|欠|不给|扣|没|把|封)[^。!?;]{0,20}(?:骑手|跑单)"
)
_UNIT = rf"(?:{UNITS})"
#: a unit and what only an employer does: it owes, it closed, its boss holds the pay
_ACTS = (
    r"(?:的|里|那边|这边|都|就|也|还|又|一直|老是|突然|一夜之间|上个?月|昨天|现在|已经|把)*"
    r"(?:前|旧|新|原来的?|原)?(?:老板娘?|拖?欠|拖(?=[^,。!?;]{0,8}(?:工资|工钱|钱))|差我|不给|没给|不发|没发|不结|没结|说[^,。!?;]{0,12}[要得]赔|关门|关张|倒闭|黄了|转让|换(?:了)?老板|过户|兑给|扣|克扣|辞退|开除|让我|叫我|把我|不让|嫌我|给我五|停工|停产)"
)
_UNIT_ACTS = re.compile(rf"(?P<unit>{_UNIT}){_ACTS}")
#: he works, or worked, in a unit: 在健身房做教练, 离开那个矿八个月了, 我在搅拌站开了三年罐车
_WORKED = re.compile(
    rf"(?:在|再|到|进了?|去了?|离开了?|给|帮|替|跟|从|是)[^,。!?;]{{0,12}}?(?P<unit>{_UNIT})"
    r"(?!长|门口|旁边|附近|对面|工地|项目|装修|里装|看病|治|抢救|住院|立案|告|吃|买|报|的?(?:官司|法官))"
    rf"|(?:^|[,。;!?])[\u4e00-\u9fff]{{0,3}}(?P<site>{_UNIT})[干做](?:了|过)[半\d一二两三四五六七八九十几好大]|^(?P<head>{_UNIT})(?:客人|顾客|技师)|(?P<named>{_UNIT}),?(?:我|俺)?(?:搁|在)(?:那|里面|那里|那儿)(?:干|做|上)"
)
#: the plants whose own workers are read as builders (罐车, 破碎机)
_WORKED_AT_A_PIT = re.compile(
    r"(?:在|到|进了?|去了?|离开了?|给|从)[^,。!?;]{0,12}?(?P<unit>搅拌站|砂石?场|沙场|采石场|石料场|石场|煤[矿窑]|[金铁铜锰铝锌磷]矿|矿山|矿区|砖窑|窑厂)(?!的?工地)"
)
#: words of work and pay: without any of them a unit is only a place
_LABOUR = re.compile(
    r"工资|工钱|薪|欠|底薪|提成|加班|打工|上班|上过班|干了|干[一二两三四五六七八九十半仨几\d]|干活|干的|做了|做的|辞|离职|合同|社保|考勤|打卡|劳动|员工|工人|学徒|暑假工|寒假工|兼职|开除|押金|罚|扣|被拖"
    r"|服务员|保洁|保安|普工|护工|厨师|收银|前台|教练|一个月[一二三四五六七八九两\d]|没给|不给|没发|不发|没结|少给|少发|没有[给发]|一分(?:钱)?[没都也]|双倍|仲裁|没发钱|中暑|了[一二两三四五六七八九十\d]{1,3}(?:年|个月|天)|烧过|打更|打风钻"
)
#: his own plant or shop: 我们店十几个姐妹, 我是剥虾厂的
_OURS = re.compile(
    rf"(?:我们|俺们|咱们?)(?:这个|那个|这家|那家)?(?P<ours>{_UNIT})|(?:我|俺)是[^,。]{{0,6}}?(?P<mine>{_UNIT})的(?![^,。]{{0,3}}老板)"
    rf"|(?P<plant_of>(?:原来|之前|以前|前面|上一?个|那个|这个|前)的?厂)(?![里长区商房家门牌规])"
)
#: a unit where something was done to him: 饭店在苏州, KTV的提成
_SUED = re.compile(
    r"(?:告|起诉|投诉|讨|追讨|要)(?P<unit>厂里|厂子|这个厂|公司|单位|店里|饭店|幼儿园)|(?:^|[,。;])(?P<plant>厂)(?:在|里|子)"
    rf"|进厂(?:的|打|做|干|上|了)|(?P<pays>{_UNIT})的(?:提成|工资|工钱|底薪|加班费)|(?P<where>{_UNIT})在[\u4e00-\u9fff]{{2,6}}(?=,)"
)
_JUDGED = re.compile(rf"(?:判了?|裁了?|判决)[^,。]{{0,4}}?(?P<unit>{_UNIT})(?:给|付|赔|支付|欠)")
_STUDENT = re.compile(r"(?P<unit>学校|培训班|职校|技校)[^,。]{0,6}(?:扣|安排|说抵|抵|送到|管理费)")
_VISIT = re.compile(r"医院|诊所|派出所|超市买|会员|消费|顾客|首付|买房|退货|打架|滑倒")
#: he is no worker of it: he runs it, buys, saves or sells there, or sends his child there
_NO_WORKER = re.compile(
    r"(?:我|俺)(?:自己)?(?:是|开)(?:个|一个|一家|开)?[^,。]{0,4}(?:店|厂|馆|老板)|(?:我|去年我)把[^,。]{0,3}店|合伙(?:开|盘)|入股|股份|报了名|充了|办了?张|办卡|年息|吃利息|赊|货款|卖给|供货|包裹|快递员把|彩票")
#: 如今在外地开饭馆: a unit that somebody runs
_RUN_BY_ANOTHER = re.compile(r"(?<!我)(?<!俺)[开盘](?:了|的)?(?:个|家|一家)?$")
_SIGN = re.compile(rf"(?:{UNITS}|{STAFF}|{_INSIDE}|{_TAKES_ON}|学校|培训班|职校|技校|进厂.?)$")
_ROLE = re.compile(rf"(?P<unit>{STAFF})")
#: a 校长 or 店长 who is no employer: somebody of his (我房东是店长, 我孩子幼儿园园长), or one who has his house built
_OF_HIS_OWN = re.compile(
    r"(?:我|俺)(?:们)?(?:的|家|家里)?(?:房东|邻居|同学|老师|朋友|亲戚|老乡|孩子|小孩|娃娃?|儿子|女儿|闺女|孙子|老婆|老公|媳妇|爸|妈|哥|姐|弟|妹|叔|舅|姨|姑)"
    r"[^,。!?;在做当给]{0,8}$")
_HAS_IT_BUILT = re.compile(
    r"(?:家|个人|自己)?(?:里)?(?:的)?(?:又|就|也)*(?:找|请|叫|喊|雇|要|让)(?:了)?(?:我们?|俺们?)?(?:去|来|给他|帮他|给|帮)*(?:他家|家里?)?"
    r"(?:盖|建|修|起|砌|装修?|翻|刷|粉|贴|做)[^,。!?;]{0,4}(?:房|屋|楼|院|圈|墙|家|围)|家(?:里)?(?:盖|建|修|起|装修)")
_ROOM = re.compile(rf"(?P<unit>{_INSIDE}|{_TAKES_ON})")


def employer_words(text: str) -> str:
    """The words by which a unit is told as the employer, when no other kind of debtor is named; else ""."""
    if lexicon.find("debtor", text, _OTHERS) or home_employers(text) or _NO_WORKER.search(text):
        return ""
    patterns = (_JUDGED, _UNIT_ACTS, *_places(text), _ROLE, _ROOM, _SUED, _STUDENT)
    for match in (found for pattern in patterns for found in pattern.finditer(text)):
        if not _denied(text, match):
            return next((word for word in match.groupdict().values() if word), match.group())
    return ""


def _places(text: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a unit as the place of work: none where nothing tells of work, or where he builds there."""
    industry = read_industry(text).get("industry")
    builds = industry is not None and industry.value in ("building", "road", "water", "railway", "energy")
    if not _LABOUR.search(text):
        return ()
    return (_WORKED_AT_A_PIT,) if builds else (_WORKED, _OURS)


def _denied(text: str, match: re.Match[str]) -> bool:
    """A unit that he only visits, as a patient or a buyer, or denies, or that is only asked for."""
    before = text[max(0, match.start() - 3) : match.start()]
    around = text[max(0, match.start() - 6) : match.end() + 6]
    unit = match.start("unit") if match.groupdict().get("unit") else 0
    if match.re is _ROLE and (_OF_HIS_OWN.search(text[:unit]) or _HAS_IT_BUILT.match(text[match.end() :])):
        return True
    return bool(_RUN_BY_ANOTHER.search(text[:unit]) or _VISIT.search(around) or re.search(r"不是|没有?$|哪个?$|什么$", before))


def is_only_a_shop(fact: Fact) -> bool:
    """Whether the kind of debtor was only inferred from the word for a unit or its staff (火锅店, 店长), not told."""
    sign = _SIGN.search(fact.words)
    return fact.value == "company" and sign is not None and not lexicon.find("debtor", fact.words)
