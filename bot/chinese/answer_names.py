"""Names and places as answers: short free text that is no question, no control word and no small talk."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese import lexicon
from bot.chinese.companies import Company, find_companies, legal_ones, vague_firm
from bot.chinese.debtor import called_unit
from bot.chinese.denials import is_denied, site_behind
from bot.chinese.firms import ends_like_a_firm, is_brand
from bot.chinese.kin import is_kin, kin_names
from bot.chinese.people import HALF, Name, parse_name
from bot.chinese.places import find_places, find_projects, is_place
from bot.chinese.shops import is_shop_name
from bot.chinese.trades import before_trade
from bot.chinese.values import Fact
from bot.chinese.workplaces import find_service_firms, firm_he_works_at
from bot.chinese.yes_no import bare, clauses, is_control, is_question

LONGEST = 60
_ADDRESS = re.compile(
    r"(?:镇|村|路|街|区|县|市|省|州|城|厂|店|园|苑|府|湾|楼|站|桥|广场|号|院|学校|医院|公司|"
    r"工地|项目|项目部|工程|标段|期|那边|附近|旁边|大厦|小区|酒店|饭店|基地|隧道|水库|机场|码头|"
    r"矿|里|乡|旗|盟|庄|屯|组)$"
)
_TALK = re.compile(
    r"我|你|您|他|她|咱|了$|吗|呢|不|没|谢|好的|钱|工资|天气|哈|呵|啥|什么|怎么|知道|想|要|吃|"
    r"睡|笑|气|急|老婆|孩子|随便|告|欠|给|今天|明天|昨天|真|很|太|别|快|烦|累|难|帮|骗|滚|傻|"
    r"妈的|操|tm|嘛|回复|才[发给结能有]|几[天个年月日点次块岁]|多久|多长|多少|如何|哪[里个儿天些]"
)
_LEAD = re.compile(
    r"^(?:(?:我们|大家|我|他|她|老板|包工头|工头|那个|这个|公司|厂|项目|工地|总包|总包单位|单位|地点|"
    r"地址|微信名?(?:上|里)?|抖音[名号]?上?|快手[名号]?上?|网名|昵称|名字|全名|大名|姓名|店名|厂名|公司名|站点|门店|店|招牌上?|门头上?|牌子上?|老板娘|就|好像|应该|都|的|名称|我爸|我妈|我老公|老乡|工友|人家|听说|听|记得|反正|具体|只(?:知道|晓得|记得)|就(?:知道|晓得|记得)|我?(?:知道|晓得)的?|说,)*(?:说是叫|说是|说叫|说|"
    r"(?=好像|应该|可能))?(?:就|好像|应该|可能|大概)*(?:写的是|写着|(?<=上)写的?|(?<=面)写的?|挂的是|挂着|印的是|印着|是在|就在|在|叫做|叫|喊(?:做|的是)?(?![他她我])|是|为|名叫|:|名字是|名字叫|(?<=说)|(?<=说是))"
    r"(?:的|个|一个)?)(?=.)"
)
#: a nickname of any kind (都喊他黑皮)
_CALLED = re.compile(r"(?:叫|喊)(?:他|她)(?:做|作)?(?P<name>[\u4e00-\u9fff]{2,4})(?:的|来着)?$")
#: behind a person's name: what he runs
_OWNERS_BUSINESS = re.compile(
    r"(?:装修|装饰|搬家|快递|快运|物流|家政|保洁|餐饮|水电|建材|门窗|防水|汽修|美发|理发|早餐|烧烤|火锅|小吃|服装|五金)(?:公司|店|部|站|队|馆|铺|厂)?")
_KIND_CALLED = re.compile("^(?:就是|是|那个)?(?:中介|劳务公司?|派遣公司|物业公司?|公司|厂|店|单位)(?=叫|是|:)")
#: a site is no employer
_SITE = re.compile(r"(?:(?:工地|项目|标段|楼盘)(?:上|里|那边)?的?|[一二三四五六七八九十\d]{1,2}(?:期|号楼))$")
_ON_THE_SIGN = re.compile(r"(?:招牌|门头|牌子|店招)上?(?:面)?(?:好像|就)?(?:写|挂|印|是|叫)")
#: what works at a place, behind it (的家具厂, 的金碧物业): no part of the place
_UNIT_THERE = re.compile(
    r"的(?:一个|一家|那个|那家)?[\u4e00-\u9fff]{0,14}(?:厂|店|公司|餐馆|超市|物业|保洁|家政|劳务|物流|快递|酒店|饭店)")
#: how a building project's name ends, and no firm's
_PROJECT = re.compile(r"(?:[一二三四五六七八九十\d]+期|小区|花园|家园|工地|国际|标段|楼盘|大厦|广场|公寓|新城|安置房)$")


def person_name(text: str, today: date) -> Fact | None:
    """The speaker's name (我叫王大强, 王大强, 买买提·阿不都)."""
    if len(theirs := {name.value for name in kin_names(text)}) == 1:
        return Fact("known", value=theirs.pop(), words=text)
    plain = _short(text)
    if plain is None:
        return None
    plain = _LEAD.sub("", plain)
    name = parse_name(plain)
    if name and name.kind == "person" and name.end - name.start > 1:
        return Fact("known", value=name.value, words=text)
    known_name = re.fullmatch(r"[\u4e00-\u9fff]{2,6}(?:·[\u4e00-\u9fff]{1,8}){1,2}", plain)
    return Fact("known", value=plain, words=text) if known_name else None


_FILLER = re.compile("(?<=[叫喊])(?:啥子|啥)(?=[\u4e00-\u9fff]{2})")
#: called by his place among his brothers: 罗三
_NUMBERED = re.compile("[\u4e00-\u9fff][大二三四五六七八九幺]")


def rest_of_name(known: Fact | None, text: str) -> Fact | None:
    """The full name (龙贵生, 罗三) or the shop (吴家老火锅) and no place, where half of it was told before (姓龙, 龙老板)."""
    plain = bare(text)
    if not completes(known, plain) or is_place(plain):
        return None
    name = parse_name(plain) if len(plain) == 3 else None
    whole = bool(_NUMBERED.fullmatch(plain)) or (name is not None and name.kind == "person" and name.value == plain)
    whole = whole or ends_like_a_firm(plain) or is_shop_name(plain)
    return Fact("known", value=plain, words=text) if whole else None


def completes(known: Fact | None, name: str) -> bool:
    """Whether the name begins as the half that is known, and is no such half itself."""
    half = HALF.fullmatch(str(known.value)) if known and known.value else None
    return bool(half and name.startswith(half["surname"] or half["first"] or half["before"]) and not HALF.fullmatch(name))


def without_filler(text: str) -> str:
    """叫啥子罗三 as 叫罗三: said before a person's name, the word asks nothing."""
    filler = _FILLER.search(text) if len(text) <= 30 else None
    name = parse_name(text) if filler else None
    return text[:filler.start()] + text[filler.end():] if filler and name and name.start == filler.end() else text


def debtor_name(text: str, today: date) -> Fact | None:
    """A firm or a person, also a nickname (老王, 王老板, 胖子)."""
    firms = _may_owe(text)
    if len(firms) == 1:
        return Fact("known", value=firms[0].name, words=text)
    if not firms and (work := firm_he_works_at(bare(text))) is not None:
        return Fact("known", value=work, words=text) if work else None
    plain = _short(text)
    if plain is None:
        return None
    plain = _LEAD.sub("", plain)
    name = parse_name(text)
    if name and is_kin(text, name.value):
        return None
    if name and (business := _business_of(name, text)):
        return Fact("known", value=business, words=text)
    if name and not is_denied(text, name.start, name.end) and not site_behind(text, name.end):
        return Fact("known", value=_LEAD.sub("", name.value) if name.kind == "company" else name.value, words=text)
    called = _CALLED.search(plain) if not name else None
    if called and called["name"] not in _kind_words() and not _TALK.search(called["name"]):
        return Fact("known", value=called["name"], words=text)
    if not name and (unit := called_unit(text)):
        return Fact("known", value=unit, words=text)
    if name or _SITE.search(plain) or plain in _kind_words() or len(plain) > 30 or "," in plain or len(plain) < 2:
        return None
    return None if _TALK.search(plain) and not _ON_THE_SIGN.search(text) else Fact("known", value=plain, words=text)


def _business_of(name: Name, text: str) -> str:
    """The business that is called as its owner is (老陈搬家, 阿强快递站), when the whole text is its name; else ""."""
    plain = bare(text)
    return plain if name.kind == "person" and _OWNERS_BUSINESS.fullmatch(plain.removeprefix(name.value)) else ""


def firm_told(text: str, today: date) -> Fact | None:
    """The firm that a clause names and nothing else (中介叫青岛蓝海人力, 叫金盛物业), else None."""
    for piece in clauses(text):
        plain = _LEAD.sub("", _KIND_CALLED.sub("", piece))
        name = parse_name(plain) if plain != piece or piece == bare(text) else None
        if name and name.kind == "company" and name.value == plain and plain not in _kind_words() and not _TALK.search(plain):
            return Fact("known", value=plain, words=text)
    return None


def _may_owe(text: str) -> list[Company]:
    """The firms named in an answer, without those that are denied and those whose site alone is named (中建三局的工地)."""
    firms = find_companies(text) or find_service_firms(text)
    return legal_ones([firm for firm in firms if not is_denied(text, firm.start, firm.end) and not site_behind(text, firm.end)])


def company_name(text: str, today: date) -> Fact | None:
    """The general contractor: a named firm, or a short name (中建三局, 某某建工); a project's name is none."""
    some = vague_firm(text)
    firms = find_companies(text)
    if len(firms) == 1 and not (some and "几" in firms[0].name):
        return Fact("known", value=firms[0].name, words=text)
    plain = _short(text)
    plain = _LEAD.sub("", plain) if plain else None
    if plain and _PROJECT.search(plain):
        return None
    if some:
        return some
    if not plain or plain in _kind_words() or _TALK.search(plain) or len(plain) > 30 or "," in plain or len(plain) < 2:
        return None
    return Fact("known", value=plain, words=text)


def project_for_contractor(text: str, today: date) -> Fact | None:
    """A project's name given where the general contractor was asked (花果园三期), else None."""
    return place_or_project(text, today) if _PROJECT.search(bare(text)) and not find_companies(text) else None


def firm_for_project(text: str, today: date) -> Fact | None:
    """A firm given where the project was asked (中建三局, 好像是中铁几局的), else None."""
    plain = _LEAD.sub("", bare(text)).removesuffix("的")
    firms = find_companies(plain)
    if len(firms) == 1 and firms[0].name == plain and not is_brand(plain):
        return company_name(text, today)
    some = vague_firm(plain)
    return some if some and some.words == plain else None


def work_place(text: str, today: date) -> Fact | None:
    """As `place_or_project`, without what stands at that place (佛山顺德的家具厂 -> 佛山顺德)."""
    fact = place_or_project(text, today)
    if fact is None:
        return None
    place = str(fact.value)
    if re.match("(?:干|做|搞|修|盖|建)的?是", place) and (there := find_places("在" + re.sub("^.的?是", "", place))):
        return Fact("known", value=re.sub("^.的?是", "", place)[: there[0][1] - 1], words=text) if there[0][0] == 1 else None
    near = re.sub(r"(?:那边|这边|那一?带|这一?带|那一?片|那块|那里)$", "", place)
    if near != place and is_place(near):
        return Fact("known", value=near, words=text)
    spans = find_places("在" + place)
    end = spans[0][1] - 1 if spans and spans[0][0] == 1 else 0
    if end and any(place[end : firm.start] in ("", "的") for firm in find_companies(place) if firm.start >= end):
        return Fact("known", value=place[:end], words=text)
    if end and _UNIT_THERE.fullmatch(place[end:]):
        return Fact("known", value=place[:end], words=text)
    return fact


def place_or_project(text: str, today: date) -> Fact | None:
    """A place or a project: a listed place, a word that ends like an address, or a short name without talk in it.

    Of several clauses of which the whole is talk, the last that is a name (我问了我爸,他说叫滇池国际).
    """
    plain = _short(text)
    if plain is None:
        return None
    whole = _place(plain, text)
    pieces = clauses(plain) if whole is None else []
    return next((fact for piece in reversed(pieces[1:]) if (fact := _place(piece, text))), whole)


def _place(plain: str, text: str) -> Fact | None:
    stripped = re.sub(r"(?:干活|打工|上班|做工|做的|干的|那里|那儿|这里|这儿|这边)+$", "", _LEAD.sub("", plain)) or plain
    stripped = before_trade(stripped)
    listed = bool(find_places("在" + stripped) or find_projects("在" + stripped))
    if stripped.removesuffix("的") in _kind_words() or len(stripped) < 2 or re.fullmatch(
        r"(?:那个|这个)?(?:工地|项目|公司|厂|老家|家里|外地|本地)", stripped):
        return None
    if not listed and (_TALK.search(stripped) or (len(stripped) > 12 and not _ADDRESS.search(stripped))):
        return None
    return Fact("known", value=stripped, words=text)


def _short(text: str) -> str | None:
    """The text without empty words, or None when it is too long, a question, a control word or no words at all."""
    plain = bare(text)
    if not plain or len(plain) > LONGEST or is_question(plain) or is_control(plain) or is_control(text):
        return None
    letters = re.sub(r"[^\u4e00-\u9fffA-Za-z]", "", plain)
    nonsense = (len(set(letters)) < 2 and len(letters) > 2) or re.search(r"(.)\1\1", letters)
    if nonsense or not re.search(r"[\u4e00-\u9fff]", letters):
        return None
    return plain if len(clauses(plain)) <= 3 else None


def _kind_words() -> frozenset[str]:
    return lexicon.every_word("debtor") | {"个人", "私人"}
