"""Names of firms in a text (贵州宏达劳务有限公司, 中建三局, 恒通电子厂): never a bare 公司 or 建筑公司."""
from __future__ import annotations

import re
from dataclasses import dataclass

from bot.chinese.firms import BRANCH, MASKED, STATE, behind_kind, brands, coined, ends_like_a_firm, is_kind, is_trade_name
from bot.chinese.places import find_places, is_place
from bot.chinese.values import Fact

_KINDS = (
    "有限责任公司|股份有限公司|有限公司|集团公司|工程公司|劳务公司|建筑公司|分公司|公司|集团(?!(?:股份)?有限(?:责任)?公司)|"
    "工程局|建筑队|工程队|装修队|施工队|经营部|合作社|服务部|事务所|"
    "电子厂|服装厂|制衣厂|鞋厂|玩具厂|家具厂|砖厂|食品厂|塑料厂|五金厂|机械厂|水泥厂|化工厂|"
    "纸箱厂|加工厂|修理厂|木材厂|印刷厂|电器厂|灯饰厂|厂"
)
_STATE_ALONE = re.compile(STATE)
_BARE_GROUP = "中[建铁交冶水核]"  # which of its firms is not told
_NAME = re.compile(rf"{STATE}|[\u4e00-\u9fffA-Za-z0-9()·]{{2,24}}?(?:集团(?:{BRANCH})|{_KINDS})(?!里|子|房|家|长|矿|商|区|车)")
_CUT = re.compile(
    r".*(?:工资|工钱|[厂店]名|公司名称?|单位名称?|全称|就是|总包是|总包单位是|发包给|分包给|转包给|外包给|包给|介绍到|介绍去|总承包|"
    r"总包单位|总包|单位是|单位|公司是|名字叫|名叫|叫做|叫|是|在|到|去|进了|进|给|被|跟着|跟|"
    r"从|找|告|说|的|了|我们|我|他们|他|欠|还有|"
    r"(?<![永祥顺谐])和|与|那个|这个|那家|这家|一家|一个|某|家(?!具|政|装|电|居|纺|园|乐)|个|由|为|让|(?<!限)公司(?=.{3})|劳务派遣给|派到|老板|包工头|应聘|都说|干活|打工|上班|做工|,|、|:)"
)
_GENERIC = re.compile(
    r"(?:石材|石料|沙发|福利|模具|木器|汽配|玻璃|陶瓷|钢铁|皮革|罐头|饮料|包装|制品|材料|灯具|塑胶|有限责任|股份有限|有限|劳务派遣|劳务外包|劳务|建筑|建设|装修|装饰|装潢|物业|保洁|保安|"
    r"中介|职业|派遣|外卖|快递|物流|人力资源|人力|电子|服装|制衣|玩具|家具|食品|塑料|五金|机械|"
    r"水泥|化工|"
    r"纸箱|加工|修理|木材|印刷|电器|灯饰|鞋|砖|工程|安装|科技|发展|开发|地产|房地产|搬家|家政|"
    r"保险|外包|网络|总|分|子|母|大|小|原|新|老|本|该|此|两|几|哪|什么|啥|其他|别的|我们|同|"
    r"私|国|集团|公司|工|厂|队|"
    r"施工|经营部|合作社|服务部|事务所|没|不|有|无|上|下|各|多|前|后|以前|之前|现在|当地|本地|"
    r"外地|一|二|三|四|五|整|全|出|开|入|满|半|回|离|辞|跑|离开|我|建筑公司|承包|包|平台|骑手)+"
)


_SENTENCE = re.compile(
    r"[一那这某][个家]|[让印那这得在到去是说的了没不能要跟被给就才还我他她你哪谁怎么期候换押判写问找]|(?<!未)来(?!福|运)|"
    r"\d年|\d月|年\d|月份|合同|证明|上班|后面|前面|原件|考勤|登记|发生|除非|晓得|离职|辞退|入职|讨债|俺|刚|发现|隔壁|投诉|[一二两三]天|(?<!万)里|有(?!色)|[和为该系]$|运输|每年|"
    r"把|替|归|欠|讲|通过|对方|注销|起诉|追讨|后$|租(?!赁)|第三方|第.天|一份|星期|同意|因为|所以|每天|每月|[今去前明]年|[上下]个月|老婆|时间|问题"
)
_LEGAL = ("有限公司", "有限责任公司")
#: the same for a name with its legal form, in which 好味来 and 问天 are no sentence
_LEGAL_SENTENCE = re.compile(r"[的了吗呢吧不没我他她你哪谁欠]|\d年|\d月|月份|工资|上班|合同|证明|公司")


#: a state group without its number (中铁几局的, 中建的), or any firm of a group counted so (陕建几公司)
_SOME_OF = re.compile(
    r"中(?:建|铁|交|冶|水|核|电建|铁建|能建)(?:第?(?:几|多少|哪|某|什么|啥)个?(?:公?局|公司|集团)|(?=的?$|的?[,。]|集团的?$))"
    r"|[\u4e00-\u9fff]{1,3}[建铁工安投](?:集团)?第?(?:几|哪|某)个?(?:公?局|分?公司|建|处)"
)


def vague_firm(text: str) -> Fact | None:
    """A state group named without saying which of its firms, as a vague fact without a value; else None."""
    match = _SOME_OF.search(text)
    return Fact("vague", words=re.sub(r"^.*(?:是|叫)", "", match.group())) if match else None


@dataclass(frozen=True)
class Company:
    """A named firm: character offsets and the name."""

    start: int
    end: int
    name: str


def legal_ones(firms: list[Company]) -> list[Company]:
    """The firms named with their legal form when there are any, else all (a 模具厂 beside 昆山精工模具有限公司)."""
    return [firm for firm in firms if firm.name.endswith(_LEGAL)] or firms


def find_companies(text: str) -> list[Company]:
    """Every named firm, in order, without overlaps: by its form or kind, its trade name, its brand; never a bare 公司."""
    found = [*_by_kind(text), *_coined(text)]
    for pattern in (_STATE_ALONE, MASKED, brands()):
        found += [Company(match.start(), match.end(), match.group()) for match in pattern.finditer(text)]
    found += [Company(match.start(), match.end(), match.group()) for match in behind_kind().finditer(text)]
    kept: list[Company] = []
    for firm in found:
        apart = all(firm.end <= other.start or firm.start >= other.end for other in kept)
        if apart and not re.fullmatch(_BARE_GROUP, firm.name):
            kept.append(firm)
    return sorted(kept, key=lambda firm: firm.start)


def is_firm(bare: str) -> bool:
    """Whether a bare answer is the name of a firm and nothing else."""
    return is_trade_name(bare) or any(firm.name == bare for firm in find_companies(bare)) or ends_like_a_firm(bare)


def _by_kind(text: str) -> list[Company]:
    found = []
    for match in _NAME.finditer(text):
        name = match.group()
        shift = 0 if re.fullmatch(STATE, name) else _left(name)
        name = name[shift:]
        if len(name) > 2 and _is_name(name):
            found.append(_without_place(Company(match.start() + shift, match.end(), name)))
    return found


#: 大发电子厂, 新星鞋厂: 大 and 新 belong to the name, before a sign of which names are made
_GREAT = re.compile(
    r"([大新][\u4e00-\u9fff])(?=(?:电子|服装|制衣|鞋|玩具|家具|食品|塑料|五金|机械|加工|印刷|电器|灯饰|"
    "建筑|劳务|物业|物流|家政|保洁))"
)
#: 小马搬家公司, 老陈装修队: named as its owner is called
_BY_NICKNAME = re.compile("[老小阿][\u4e00-\u9fff](?=[\u4e00-\u9fff]{3})")
#: how the smaller places end that no firm's name begins with
_DISTRICT = re.compile(r"(?:区|县|镇|乡|街道|村|旗)$")


def _without_place(firm: Company) -> Company:
    """The firm without the district or town where it stands (苏州吴中区 | 大发电子厂); a legal name, 苏州大发电子厂 stay."""
    spans = [] if firm.name.endswith(_LEGAL) else find_places("在" + firm.name)
    end = spans[0][1] - 1 if spans and spans[0][0] == 1 else 0
    place, rest = firm.name[:end], firm.name[end:]
    inner = not rest.endswith(("公司", "集团")) and any(is_place(place[:at]) for at in range(2, len(place) - 1))
    if not place or not (_DISTRICT.search(place) or inner) or not ends_like_a_firm(rest) or is_kind(rest):
        return firm
    return Company(firm.start + end, firm.end, rest)


def _coined(text: str) -> list[Company]:
    """Trade names before words for a firm that are no kind of their own (宏达火锅店); no place (海南酒店)."""
    found = (Company(match.start(), match.end(), match.group()) for match in coined().finditer(text))
    return [_without_place(firm) for firm in found if not is_place(_GENERIC.sub("", firm.name))]


def _is_name(name: str) -> bool:
    """Whether two characters or more remain beside the words for the kind of firm, no mere place (苏州工厂) and no sentence."""
    if re.fullmatch(STATE, name):
        return True
    if re.search(r"[进入回到离出]厂$|^[月年日天]?\d{3,}", name):
        return False
    core = re.sub(rf"(?:集团{BRANCH}|{_KINDS})$", "", name)
    if name.removesuffix("公司").removesuffix("厂") == core and len(core) == 2 and not is_trade_name(core):
        return False
    sentence = _LEGAL_SENTENCE if name.endswith(_LEGAL) else _SENTENCE
    rest = _GENERIC.sub("", name)
    if len(rest) == 1 and _BY_NICKNAME.match(name):
        rest = name[:2]
    if len(rest) == 1 and (great := _GREAT.match(name)):
        rest = great[1] if is_trade_name(great[1][1] * 2) else rest
    return len(rest) > 1 and not sentence.search(core) and (name.endswith(_LEGAL) or not is_place(rest))


def _left(name: str) -> int:
    """How many characters on the left are not the name (在贵阳宏达公司 -> 1)."""
    cut = _CUT.match(name)
    while cut and len(name) - cut.end() < 3 and cut.end() > 1:
        cut = _CUT.match(name[: cut.end() - 1])
    return cut.end() if cut else 0
