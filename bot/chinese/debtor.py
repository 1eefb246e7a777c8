"""Who owes: the kind of debtor, his name, and the general contractor above him. 老板 alone tells nothing."""
from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from bot.chinese import lexicon
from bot.chinese.companies import Company, find_companies, is_firm, legal_ones, vague_firm
from bot.chinese.crew_leaders import crew_leaders
from bot.chinese.debtor_person import OWING, find_debtor_person
from bot.chinese.denials import is_denied, site_behind
from bot.chinese.employers import employer_words
from bot.chinese.firms import is_brand, is_masked, seldom_hires
from bot.chinese.household import home_employers
from bot.chinese.people import parse_name
from bot.chinese.shops import named_shop, shop_words
from bot.chinese.values import Fact
from bot.chinese.workplaces import find_service_firms
from bot.chinese.yes_no import is_question

_HIRED = re.compile(
    r"(?:跟着?|给|帮|为|替|是|被|由|找|问|进了?|在|去了?|经|通过|我们)(?:一?个|一家|我们|当地|"
    r"本地|那个|这个|这家|某|老家的?|村里的?|一帮|某个|私人的?|私|姓.{1,2}的|一|的|[\u4e00-\u9fff]{2,4}的?){0,2}$"
)
#: 中能建下面的一个公司, 中建某局的分包李强: the one below hired
_BELOW = re.compile(
    "(?:下面|底下|旗下|下属|手下)的|(?:的)?(?:一个|那个|某个)?(?:劳务|土建|木工|钢筋|水电|外墙|装修)?"
    "(?:分包(?!给|合同|的?(?:工地|项目|活))|小包|清包|包工头|工头|班组长?|带班|劳务队|施工队)(?!公司|单位|企业)")
_WORKS_AT = re.compile(r"(?:在|进了?|到|去|是|入职|老板是|公司是|厂是)$")
_ABOVE = re.compile(
    r"(?:总包|总承包|甲方|业主|开发商|建设单位|项目部|发包方|告|起诉|投诉|找到|找)(?:单位|方|"
    r"公司)?(?:是|为|叫)?$"
)
_GC = re.compile(
    r"(?:总包|总承包|施工总承包)(?:单位|方|公司|商|的)*(?:好像|应该|就)?(?:是|叫|为|名字是|名叫|:)(?:一家|一个|那个|叫|做)?"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9()]{2,24}?)(?=,|。|;|!|\?|$|的|说|不|也|,|给|把|推|欠|没)"
)
_GC_BESIDE = re.compile("(?:总包|总承包)(?:单位|方|公司)?:?$")  # 总包中建三局
_GC_BACK = re.compile(r"(?P<name>[\u4e00-\u9fffA-Za-z0-9()]{2,20}?)(?:是|做|当|作为)(?:的)?(?:总包|总承包)")
_CALLED = re.compile(
    r"(?:(?:公司|厂子?|单位|饭店|店|站点|站子|搅拌站|馆子|餐馆|饭馆|超市|作坊|养殖场|门店)(?:的)?(?:名字|全称|名称|招牌|名)?"
    r"(?:好像|应该|就)?(?:叫做|叫|名叫)(?:个|做)?"
    r"|(?:招牌|门头|店招)(?:上)?(?:好像|就)?(?:写着?|挂着?|印着?)?(?:的)?(?:是|叫))"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9()]{2,16}?)(?=,|。|;|!|$|的|欠)"
)
#: 一家叫小天鹅的火锅店
_CALLED_SO = re.compile(
    r"(?:[一那这]?[家个]|在|给|跟)(?:名字)?叫(?:做)?(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,10}?)的[\u4e00-\u9fff]{0,4}?"
    r"(?:公司|厂|饭店|店|餐馆|饭馆|超市|作坊|酒店|工作室|物业|劳务)")
#: 物业公司,叫宏达物业: the name in a clause of its own behind the kind
_CALLED_NEXT = re.compile(
    r"(?:^|[,。;!?\s])(?:我们?|就|那|这|以前|之前)*(?:在|是|进了?|给|到)?(?:一?[个家]|那[个家]|这[个家])?[\u4e00-\u9fff]{0,4}?"
    r"(?:公司|厂子?|饭店|店|馆子|餐馆|饭馆|超市|作坊|养殖场|单位|物业|幼儿园|学校|酒店|宾馆|农场|站点)(?:里|上)?(?:上班|干活|做工|打工|干|做)?[,\s]+"
    r"(?:名字|店名|厂名|公司名|全称|名称)?(?:好像|应该|就)?(?:是|叫做|叫|名叫)(?P<name>[\u4e00-\u9fffA-Za-z0-9()]{2,16}?)(?=[,。;!?]|$)"
)
_NOBODY = frozenset({
    "谁", "哪个", "哪家", "什么", "啥", "另外一家", "别人", "他", "我", "他们", "国企", "央企", "国有企业", "大公司",
    "一家公司", "一个公司",     "公司", "外地的", "本地的", "不知道",
})  # fmt: skip
#: words of foremen that are everyday words too: they count beside 欠, 跟着 ... only
_LOOSE = frozenset({"班组", "班长", "承包的", "承包人", "承包商", "清包", "清包的", "带头的", "小包", "带班"})
_DONE = re.compile(r"[我你他她俺咱不没谁啥哪来去走给要等找说问喊做干欠的了过]|什么|老板|^保安|工人|经理|警察|工头|只|[一两几]个")
_HIMSELF = re.compile(r"(?:我|我们|本人)(?:是|自己是|就是|当|是个|是一个|做|从|也是)?(?:一个|个|小)?$")
#: 我在工地上带班,老板欠我: the speaker leads the crew himself
_LEADS = frozenset({"带班", "班长", "班组长", "带班的", "带工的", "领工的", "领班的", "带队的", "带头的"})
_LEADING = re.compile(
    r"(?:我|俺|本人)(?:自己)?(?:(?:以前|之前|原来|一直|也|还|就)*在[^,。!?;]{1,10}?(?<!跟)(?<!跟着)(?<!给))?(?:是|当|做|干|负责|就|也)*(?:个|一个)?$")
_AS_VERB = re.compile(r"[,。!?;]|$|[了过]|[一两三半\d]|的?[,。]")
#: 保安队长: staff of a unit
_STAFF_TEAM = re.compile("(?:保安|物业|消防|护卫|巡逻|保洁|客服)(?:部|大|中)?$")
#: an agency that sets or pays the wage itself
_SETS_PAY = re.compile(r"(?:说|讲|给|按|发|扣|的)[^。!?;]{0,14}(?:工价|一?小时|时薪|发工资|工资|干满|提前)")
_OTHER_AGENT = re.compile("(?:房产|房屋|地产|二手房|租房|婚姻|婚介|留学|保险)(?:的)?$")
_RUNS_IT = "(?:老板娘?|负责人|店长|站长|厂长|经理)"
_WHICH = re.compile(r"(?:哪一?[个家]|什么|啥子?|几[个家])$")


def read_debtor(text: str) -> dict[str, Fact]:
    """`debtor_kind`, `debtor_name`, `general_contractor`. Two kinds that fit equally well: no kind."""
    facts: dict[str, Fact] = {}
    contractor, some = _contractor(text), vague_firm(text)
    if some and contractor and "几" in contractor:
        contractor = None
    if contractor:
        facts["general_contractor"] = Fact("known", value=contractor, words=contractor)
    elif some:
        facts["general_contractor"] = some
    firms = [firm for firm in _named(text) if firm.name != contractor and _may_owe(text, firm)]
    kind, words, certain = _kind(text, firms)
    if kind:
        facts["debtor_kind"] = Fact("known", value=kind, words=words)
    name = _name(text, kind, firms)
    if name:
        facts["debtor_name"] = Fact("known", value=name, words=name)
        if not kind and certain and any(firm.name == name for firm in firms):
            facts["debtor_kind"] = Fact("known", value=kind_of_firm(name), words=name)
    if not kind and certain and "debtor_kind" not in facts and (shop := shop_words(text, name) or employer_words(text)):
        facts["debtor_kind"] = Fact("known", value="company", words=shop)
    return facts


def _named(text: str) -> list[Company]:
    """Every firm named, with those that are known without 公司."""
    firms = find_companies(text)
    spans = [(firm.start, firm.end) for firm in firms]
    known = [firm for firm in find_service_firms(text) if all(firm.end <= left or right <= firm.start for left, right in spans)]
    return sorted([*firms, *known], key=lambda firm: firm.start)


def _may_owe(text: str, firm: Company) -> bool:
    """Whether a firm is not denied, not only found above the one who hired, and not named for its site alone."""
    if is_masked(firm.name) or (is_brand(firm.name) and not _brand_owes(text, firm)):
        return False
    if _BELOW.match(text[firm.end :]):
        return False
    site = site_behind(text, firm.end)
    only_site = bool(site) and not OWING.match(text[site:])
    return not (only_site or _ABOVE.search(text[: firm.start]) or is_denied(text, firm.start, firm.end))


def _brand_owes(text: str, firm: Company) -> bool:
    """Whether a firm known by its name alone is said to owe, or to be where he works (在富士康上班)."""
    if OWING.match(text[firm.end :]):
        return True
    return not seldom_hires(firm.name) and bool(_WORKS_AT.search(text[: firm.start]))


def kind_of_firm(name: str) -> str:
    """labour_agency for firms whose name says that they lend labour, else company."""
    return "labour_agency" if re.search("劳务|派遣|人力资源|中介|职介", name) else "company"


def _kind(text: str, firms: list[Company]) -> tuple[str | None, str, bool]:
    """The kind with the strongest sign, its word, and whether nothing spoke against a decision."""
    scores: dict[str, int] = defaultdict(int)
    word: dict[str, str] = {}
    hits = lexicon.find("debtor", text, ("foreman", "company", "labour_agency", "household", "general_contractor", "owner"))
    for hit in [_as_told(text, one) for one in [*hits, *home_employers(text), *crew_leaders(text)]]:
        if hit.value in ("general_contractor", "owner") or not _counts(text, hit):
            continue
        score = _score(text, hit.start, hit.end)
        if score == 1 and _only_asked(text, hit.start):
            continue
        if score > scores[hit.value]:
            scores[hit.value], word[hit.value] = score, hit.word
    for firm in firms:
        value = kind_of_firm(firm.name)
        score = _score(text, firm.start, firm.end)
        if score >= scores[value] and score:
            scores[value], word[value] = score, firm.name
    if not scores:
        return None, "", True
    if scores["labour_agency"] and scores["company"] <= scores["labour_agency"] and "company" in scores:
        del scores["company"]
    best = max(scores.values())
    top = [value for value, score in scores.items() if score == best]
    return (top[0], word[top[0]], True) if len(top) == 1 and best else (None, "", False)


def _as_told(text: str, hit: lexicon.Hit) -> lexicon.Hit:
    """An agent for flats or marriages (房产中介) lends no labour: a firm like any other."""
    other = hit.value == "labour_agency" and hit.word.startswith("中介") and _OTHER_AGENT.search(text[: hit.start])
    return replace(hit, value="company") if other else hit


def _counts(text: str, hit: lexicon.Hit) -> bool:
    """Words that look like a debtor and are none: 我是包工头, 我承包的, 找中介, 业主单位."""
    before, after = text[: hit.start], text[hit.end :]
    leads = hit.word in _LEADS and _LEADING.search(before) and _AS_VERB.match(after)
    if hit.value == "foreman" and (is_himself(before) or leads):
        return False
    if hit.value == "company" and _BELOW.match(after):
        return False
    if is_which(before) or (hit.word.startswith("队长") and _STAFF_TEAM.search(before)):
        return False
    if hit.word in _LOOSE and not (OWING.match(after) or _HIRED.search(before)):
        return False
    if hit.word in ("单位", "企业", "雇主") and re.search(r"(?:建设|业主|总包|甲方|施工|事业|国有|外资|私营)$", before):
        return False
    if re.search(r"(?:不是|没有|[没莫]得个?|没|算有|有没有|算不算|什么|不算)(?:什么|个|一个)?$", before):
        return False
    return not (hit.value == "company" and _ABOVE.search(before))


def is_himself(before: str) -> bool:
    """Whether the word behind this text is what the speaker calls himself (我是 | 包工头)."""
    return bool(_HIMSELF.search(before))


def is_which(before: str) -> bool:
    """Whether the word behind this text is only asked for (具体哪个 | 公司包的): it names no kind."""
    return bool(_WHICH.search(before))


def _only_asked(text: str, position: int) -> bool:
    """Whether the word stands in a question that says nothing of the speaker (保姆和雇主算什么关系)."""
    left = max(text.rfind(mark, 0, position) for mark in ",。!?;") + 1
    clause = re.split(r"[,。!?;]", text[left:])[0]
    return is_question(clause) and not re.search(r"我|俺|咱|欠|没给|没发", text)


def _score(text: str, start: int, end: int) -> int:
    """3: stands right before words of owing; 2: hired or paid by him; 1: only named; 0: somebody only referred to."""
    before, after = text[:start], text[end:]
    if re.search(r"(?:总包|总承包)(?:单位|方)?(?:是|叫|为)?$", before):
        return 0
    if re.match(r"的(?:那个|一个)?(?:工地|项目|标段|工程|楼盘)", after):
        return 0
    if OWING.match(after) or (text[start:end].endswith("中介") and _SETS_PAY.match(after)):
        return 3
    if _HIRED.search(before[-14:]):
        return 2
    return 1


def _contractor(text: str) -> str | None:
    for firm in find_companies(text):
        if _GC_BESIDE.search(text[: firm.start]):
            return firm.name
    for match in list(_GC.finditer(text)) + list(_GC_BACK.finditer(text)):
        name = match.group("name")
        firms = find_companies(name)
        if firms:
            return firms[-1].name
        if match.re is _GC_BACK:
            continue
        if name not in _NOBODY and 2 < len(name) <= 14 and not re.search(r"不|没|谁|哪|什么|包工头|老板|我|他", name):
            return re.sub(r"^(?:在|由|这个|那个|工地|项目|工程)+", "", name) or None
    return None


def _name(text: str, kind: str | None, firms: list[Company]) -> str | None:
    """The debtor's name: a firm when a firm owes (or nothing else is known), else the person beside 包工头 or 老板."""
    if kind in ("company", "labour_agency"):
        fitting = [firm for firm in firms if kind_of_firm(firm.name) == kind]
        if not fitting and kind == "labour_agency" and (unit := called_unit(text)):
            return unit  # 在永辉超市做,是外包公司,叫鼎信人力
        fitting = fitting or firms
        return _best_firm(text, fitting) or (None if firms else called_unit(text))
    person = find_debtor_person(text)
    unit = _best_firm(text, firms) or (None if firms else called_unit(text) or (named_shop(text) if person else None))
    if person and (kind or not unit or not (person in unit or _only_runs_it(text, person))):
        return person
    return None if kind in ("foreman", "household") else unit


def _only_runs_it(text: str, person: str) -> bool:
    """Whether a person is told as the boss of a unit that is named too (店叫福照楼,老板陈建军): the unit owes, not he."""
    return bool(re.search(rf"{_RUNS_IT}(?:的)?(?:名字)?(?:就)?(?:叫|是|姓|:)?{re.escape(person)}", text))


def called_unit(text: str) -> str | None:
    """A trade name behind 公司叫 (公司叫天山棉业; 物业公司,叫宏达物业): no firm's ending is asked for."""
    names = [match["name"] for match in _CALLED.finditer(text)]
    talk = re.compile(r"[我你他她俺咱]|不|没|谁|什么|啥|哪|[来去走]")
    told = next((name for name in names if name not in _NOBODY and not talk.search(name)), None)
    beside = (match["name"] for pattern in (_CALLED_SO, _CALLED_NEXT) for match in pattern.finditer(text))
    return told or next((name for name in beside if _is_unit(name)), None)


def _is_unit(name: str) -> bool:
    """Whether the words in a clause of their own may be what a unit is called: no person, no kind, nothing that is done."""
    if name in _NOBODY or _DONE.search(name) or (parse_name(name) and not is_firm(name)):
        return False
    return is_firm(name) or not lexicon.find("debtor", name)


def _best_firm(text: str, firms: list[Company]) -> str | None:
    owing = {firm.name for firm in firms if OWING.match(text[firm.end :])}
    names = owing or {firm.name for firm in legal_ones(firms)}
    return names.pop() if len(names) == 1 else None
