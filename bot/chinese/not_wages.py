"""Money that is no pay for work at all: a private loan, and what lies outside (rent, dowry, gambling, shares, goods sold)."""
from __future__ import annotations

import re
from typing import Literal

from bot.chinese.money_names import LABOUR, SHARE

_IN = r"[^,，。;；!！?？\s]"
_SUM = "[\\d一二两三四五六七八九十百千万多几块元]"
_KEPT = "(?:没|不|还没|未|拒|拖着不|一直不|迟迟不|不肯|没有)(?:给我|给|还|结|付|分|兑|退)"
_BACK = "(?:没|不|还没|未|拒|没有|不肯|能|能不能|要|想|该|少)(?:给我|给|肯|要)*(?:退|还我|还(?!没)|要回|拿回|讨回)"
_BEGIN, _END = r"(?:^|[,，。\s])(?:这|这个|就|都|欠的|欠我的)*是?", r"(?:$|[,，。\s])"
_THINGS = "(?!口|用|支|条|据|资质|执照|名义|身份|牌子|住|宿|调|车|电|手机|工具)"
LOAN = re.compile(
    rf"(?:我|我们|俺)(?!没|哪|不|向|找|只好|去){_IN}{{0,8}}?借(?:给|出去|出|钱给)(?:了|过)?{_IN}{{0,10}}?(?:{_SUM}+(?:块|元|钱|万|千)|钱|[没不]还)"
    rf"|(?:^|[,，。\s]|的)借钱给{_IN}{{1,12}}?[没不]还"
    rf"|(?:找|向|跟|问|和)(?:我|我们|俺|咱){_IN}{{0,4}}?借{_THINGS}(?:了|走|过|去|的)*(?:钱|{_SUM}+)"
    rf"|(?:找|向|跟|问)(?:我|俺)借(?:了|走|过)?(?:钱)?{_END}"
    rf"|借(?:了|走了?)?我的?(?:钱|{_SUM}+){_IN}{{0,10}}?(?:没|不|还|打|赖)|借钱[没不]还"
    rf"|{_BEGIN}借款{_END}|借款{_IN}{{0,4}}[没不未]还|(?:欠|还)我的?{_IN}{{0,6}}借款"
)
"""Money that he lent (LAW-CIV-667); never 借条 alone: a boss may call wages a loan (LAW-IOU-03)."""
NO_LOAN = re.compile(
    r"(?:不是|并非|不算|哪里?)(?:什么)?(?:借款|借的|借过?钱)|(?:写|当|算|转|改|变|说|做|签)[成的是个人份了]*借[款条]|借条"
)
OUTSIDE = re.compile(
    rf"{_BEGIN}(?:彩礼|赌债|货钱){_END}|彩礼{_IN}{{0,10}}?{_BACK}|退{_IN}{{0,4}}彩礼|嫁妆{_IN}{{0,6}}?{_BACK}"
    rf"|(?:欠|还)我{_IN}{{0,6}}赌|赌债{_IN}{{0,4}}{_KEPT}|(?:打牌|麻将|赌钱|赌博){_IN}{{0,4}}赢{_IN}{{0,8}}{_KEPT}"
    rf"|房租{_IN}{{0,6}}?(?:[没不]退|{_BACK})|退{_IN}{{0,4}}房租|欠我{_IN}{{0,6}}(?:房租|租金)|(?:房客|租客){_IN}{{0,10}}(?:房租|租金)"
    rf"|(?:土地|流转|门面|铺面|房子|地){_IN}{{0,4}}租金{_IN}{{0,4}}{_KEPT}|房东{_IN}{{0,8}}?[没不]{_IN}{{0,3}}退|租房{_IN}{{0,4}}押金{_IN}{{0,8}}[没不]退"
    rf"|(?:入股|股金|股本|股份|股权|合伙|投资款?|集资款?|理财){_IN}{{0,8}}?(?:{_KEPT}|{_BACK}|赖)|(?:退|分){_IN}{{0,3}}(?:股金|股本)|分红{_IN}{{0,4}}{_KEPT}"
    rf"|(?:抚养费|赡养费){_IN}{{0,4}}(?:{_KEPT}|怎么要)|[没不]给{_IN}{{0,3}}(?:抚养费|赡养费)|(?:赡养费|抚养费)怎么要|(?:定金|订金){_IN}{{0,8}}?{_BACK}"
    rf"|(?<!妥)(?:粮|菜|猪|果|烟叶)款{_IN}{{0,4}}{_KEPT}|赊(?:账|欠|给|了){_IN}{{0,8}}{_KEPT}"
    rf"|(?:卖|供|批发)(?:给|了|的|过|我){_IN}{{0,8}}?(?:货|粮食?|菜|猪|牛|羊|水果|苹果|西瓜|药材|木材|烟叶|茶叶|鱼){_IN}{{0,6}}?(?:款|钱|账)?{_IN}{{0,6}}?{_KEPT}"
    rf"|卖(?:货|粮食?|菜|猪|牛|羊|水果|苹果|西瓜|药材|木材|烟叶|茶叶|鱼){_IN}{{0,2}}(?:钱|款){_IN}{{0,4}}{_KEPT}|粮食卖给{_IN}{{0,8}}{_KEPT}"
)
_NEED = re.compile(
    rf"(?:没钱|等着|要|靠|拿什么|拿啥|还要|得|急着|没法|用来|为了|钱){_IN}{{0,3}}(?:交|付|还|缴|出|凑|给){_IN}{{0,3}}(?:房租|租金|彩礼|赌债)"
    rf"|扣{_IN}{{0,6}}(?:房租|租金|定金|押金)|(?:跟|和|与){_IN}{{0,3}}(?:工资|上班|干活){_IN}{{0,4}}(?:没|无)关系|不是{_IN}{{0,3}}(?:工资|工钱)"
)
"""What he needs the money for, what was taken from his wages, what he says it is not."""
WORK = re.compile(
    r"干活|干了|上班|打工|做工|务工|进厂|入职|招工|干的活|在[^,，。]{1,8}(?:工地|厂|店|公司|饭店|酒店)[^,，。]{0,3}(?:干|做)"
)
DIVIDEND = re.compile("分红")
SHARES = re.compile("入股|股|合伙|投资|集资|理财|村|队里|合作社")
UNIT = re.compile("公司|厂|单位|店|企业|老板")
Kind = Literal["private_loan", "outside"]


def told(text: str) -> Kind | None:
    """The kind of money that is no pay for work, when the words claim such money; else None."""
    plain = SHARE.sub("", _NEED.sub("", NO_LOAN.sub("", text)))
    if LOAN.search(plain):
        return "private_loan"
    return "outside" if OUTSIDE.search(plain) else None


def maybe_bonus(text: str, of_unit: bool) -> bool:
    """Whether what lies outside is only a 分红 of a unit, without a word of shares: units call their bonus so (LAW-WAGE-31).
    `of_unit`: a unit is known to owe."""
    alone = DIVIDEND.search(text) and not SHARES.search(text) and told(DIVIDEND.sub("", text)) is None
    return bool(alone) and (of_unit or bool(UNIT.search(text)))


def of_work(text: str) -> bool:
    """Whether the words tell of work or of pay, so that other money stands beside the wages at most."""
    plain = _NEED.sub("", text)
    return bool(LABOUR.search(plain) or WORK.search(plain))
