"""Between whom a sum of owing lies: what somebody else is owed, and the sums of two debtors told in one breath."""
from __future__ import annotations

import re
from functools import lru_cache

from bot.chinese import lexicon
from bot.chinese.scene import Scene
from bot.chinese.sum_cues import Sum

_OWING = r"(?:拖?欠|差)(?:了|着|下)?"
#: the boss's own creditors: 公司欠银行一百万, 他还欠着三个月房租
_CREDITOR = re.compile(
    rf"{_OWING}(?:[^,。!?;]{{0,3}}的)?(?:(?:装修|劳务|建筑|工程)?公司|总包|分包|银行|信用社|房东|供应商|材料商|材料店|别人|外面|人家"
    r"|客户|会员|网贷|国家|税|房租|租金|水电费?|物业费|货款|贷款|货钱)")
#: a court's or a settlement's sum that somebody else gets (判老板还银行八十万)
_AWARDED_TO = re.compile(
    r"(?:判|裁|调解)[^,。!?;]{0,10}?(?:给|还|赔|付|赔给|付给|还给|判给|偿还|支付)(?:了)?(?:银行|信用社|农商行|贷款公司|小贷|网贷|供应商|供货商|材料[商店]|房东"
    r"|别人|人家|客户|业主|甲方|对方|工友|同事|老乡|另外?一?个?人?|前妻|国家|税务局?|伤者|死者家属|家属)[^,。!?;我俺]{0,6}$")
#: what he himself is short of: 住院费还差三万多
_SHORT_OF = re.compile(r"(?:住院费?|医药费|医疗费|手术费|学费|房租|房贷|彩礼|首付|路费|车票|补课费)(?:还|就|又|也)*[差欠]")
_HIS = re.compile(rf"(?P<who>[^,。!?;\d]{{0,10}}?)(?:还|也|又|一共|总共|另外|到现在|现在|目前|至今)*{_OWING}(?:我|俺)")
_SMALL = re.compile(
    r"现在|目前|到现在|至今|一共|总共|但是|可是|结果|然后|后来|所以|都|就|总是|一直|还|也|又|说|已经|之前|以前|去年|今年"
    r"|[有是][两三四]笔|另外|[ 、和]"
)


@lru_cache(maxsize=1)
def _of_another() -> re.Pattern[str]:
    return re.compile(rf"{_OWING}(?:我|俺)(?:的|们?的?)?(?:一个)?(?:{lexicon.alternation('relatives')})")


def is_for_another(scene: Scene, found: Sum) -> bool:
    """Whether the sum is owed to somebody else: the boss's creditors, or a workmate named beside his own claim."""
    start = scene.clause(found.amount.start)[0]
    lead = scene.text[start : found.amount.start]
    if _AWARDED_TO.search(lead) or _CREDITOR.search(found.words) or _SHORT_OF.search(lead):
        return True
    if not _of_another().search(found.words):
        return False
    rest = _of_another().sub("", scene.text)
    return bool(re.search(rf"{_OWING}(?:我|俺)", rest))


def of_two_debtors(scene: Scene, found: list[Sum]) -> bool:
    """Whether two different ones are named as owing him (张三欠我5000,李四还欠我7000): no sum of them is the claim."""
    who: set[str] = set()
    for one in found:
        start, end = scene.clause(one.amount.start)
        match = _HIS.match(scene.text[start:end].strip())
        name = _SMALL.sub("", match["who"]) if match else ""
        if name:
            who.add(name)
    return any(not (one.startswith(other) or other.startswith(one)) for one in who for other in who)
