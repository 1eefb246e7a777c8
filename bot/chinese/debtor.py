"""Who owes: the kind of debtor, his name, and the general contractor above him. 老板 alone tells nothing."""
from __future__ import annotations

import re
from collections import defaultdict

from bot.chinese import lexicon
from bot.chinese.companies import Company, find_companies, legal_ones, vague_firm
from bot.chinese.lexicon import any_of
from bot.chinese.people import find_names
from bot.chinese.shops import shop_words
from bot.chinese.values import Fact
from bot.chinese.yes_no import is_question

_OWING = re.compile(r"^(?:[^,。!?;]{0,7}?)(?:" + any_of(r"""
    欠 拖欠 不给 没给 没发 没结 不发 不结 跑了 跑路 赖 压了 压着 差我 差着 躲 关机 失联 联系不上 找不到 找不着 不见 说没钱
    没钱 拖着 拖了 不认账 说等 克扣 扣 不接电话 电话不接 推 未付 未结 卷 打了欠条 打的欠条 打欠条 写了
    写的欠条 倒闭 破产 关门 少发 拉黑 答应 还差 的工资 一直不""") + ")")
_HIRED = re.compile(
    r"(?:跟着?|给|帮|为|替|是|被|由|找|问|进了?|在|去了?|经|通过|我们)(?:一?个|一家|我们|当地|"
    r"本地|那个|这个|这家|某|老家的?|村里的?|一帮|某个|私人的?|私|姓.{1,2}的|一|的|[\u4e00-\u9fff]{2,4}的?){0,2}$"
)
_ABOVE = re.compile(
    r"(?:总包|总承包|甲方|业主|开发商|建设单位|项目部|发包方|告|起诉|投诉|找到|找)(?:单位|方|"
    r"公司)?(?:是|为|叫)?$"
)
_BOSS_TITLE = re.compile(r"(?:老板|总|工头|包工头|老板娘|队长)$")
_GC = re.compile(
    r"(?:总包|总承包|施工总承包)(?:单位|方|公司|商|的)*(?:好像|应该|就)?(?:是|叫|为|名字是|名叫|:)(?:一家|一个|那个|叫|做)?"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9()]{2,24}?)(?=,|。|;|!|\?|$|的|说|不|也|,|给|把|推|欠|没)"
)
_GC_BACK = re.compile(r"(?P<name>[\u4e00-\u9fffA-Za-z0-9()]{2,20}?)(?:是|做|当|作为)(?:的)?(?:总包|总承包)")
_CALLED = re.compile(
    r"(?:公司|厂子?|单位|饭店|店|站点|门店)(?:的)?(?:名字|全称|名称|招牌|名)?(?:好像|应该|就)?(?:叫做|叫|名叫)(?:个|做)?"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9()]{2,16}?)(?=,|。|;|!|$|的|欠)"
)
_NOBODY = frozenset({
    "谁", "哪个", "哪家", "什么", "啥", "另外一家", "别人", "他", "我", "他们", "国企", "央企", "国有企业", "大公司",
    "一家公司", "一个公司",     "公司", "外地的", "本地的", "不知道",
})  # fmt: skip
#: words of foremen that are everyday words too: they count beside 欠, 跟着 ... only
_LOOSE = frozenset({"班组", "班长", "承包的", "承包人", "承包商", "清包", "清包的", "带头的", "小包", "带班"})
_ROLE = "包工头|工头|老板娘|老板|班组长|带班的?|带工的|雇主|东家|小包|班长|负责人|队长|欠钱的"


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
    firms = [firm for firm in find_companies(text) if firm.name != contractor and not _ABOVE.search(text[: firm.start])]
    kind, words, certain = _kind(text, firms)
    if kind:
        facts["debtor_kind"] = Fact("known", value=kind, words=words)
    name = _name(text, kind, firms)
    if name:
        facts["debtor_name"] = Fact("known", value=name, words=name)
        if not kind and certain and any(firm.name == name for firm in firms):
            facts["debtor_kind"] = Fact("known", value=kind_of_firm(name), words=name)
    if not kind and certain and "debtor_kind" not in facts and (shop := shop_words(text, name)):
        facts["debtor_kind"] = Fact("known", value="company", words=shop)
    return facts


def kind_of_firm(name: str) -> str:
    """labour_agency for firms whose name says that they lend labour, else company."""
    return "labour_agency" if re.search("劳务|派遣|人力资源|中介|职介", name) else "company"


def _kind(text: str, firms: list[Company]) -> tuple[str | None, str, bool]:
    """The kind with the strongest sign, its word, and whether nothing spoke against a decision."""
    scores: dict[str, int] = defaultdict(int)
    word: dict[str, str] = {}
    hits = lexicon.find("debtor", text, ("foreman", "company", "labour_agency", "household", "general_contractor", "owner"))
    for hit in hits:
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


def _counts(text: str, hit: lexicon.Hit) -> bool:
    """Words that look like a debtor and are none: 我是包工头, 我承包的, 找中介, 业主单位."""
    before, after = text[: hit.start], text[hit.end :]
    if re.search(
        r"(?:我|我们|本人)(?:是|自己是|就是|当|是个|是一个|做|从|也是)?(?:一个|个|小)?$", before) and hit.value == "foreman":
        return False
    if hit.word in _LOOSE and not (_OWING.match(after) or _HIRED.search(before)):
        return False
    if hit.word in ("单位", "企业", "雇主") and re.search(r"(?:建设|业主|总包|甲方|施工|事业|国有|外资|私营)$", before):
        return False
    if re.search(r"(?:不是|没有|没得个?|没|算有|有没有|算不算|什么|不算)(?:什么|个|一个)?$", before):
        return False
    return not (hit.value == "company" and _ABOVE.search(before))


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
    if _OWING.match(after):
        return 3
    if _HIRED.search(before[-14:]):
        return 2
    return 1


def _contractor(text: str) -> str | None:
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
        fitting = [firm for firm in firms if kind_of_firm(firm.name) == kind] or firms
        return _best_firm(text, fitting) or (None if firms else _called(text))
    person = find_debtor_person(text)
    if person or kind in ("foreman", "household"):
        return person
    return _best_firm(text, firms) or (None if firms else _called(text))


def _called(text: str) -> str | None:
    """A trade name behind 公司叫 (公司叫天山棉业): no firm's ending is asked for."""
    names = [match["name"] for match in _CALLED.finditer(text)]
    talk = re.compile(r"[我你他她俺咱]|不|没|谁|什么|啥|哪|[来去走]")
    return next((name for name in names if name not in _NOBODY and not talk.search(name)), None)


def _best_firm(text: str, firms: list[Company]) -> str | None:
    owing = {firm.name for firm in firms if _OWING.match(text[firm.end :])}
    names = owing or {firm.name for firm in legal_ones(firms)}
    return names.pop() if len(names) == 1 else None


def find_debtor_person(text: str) -> str | None:
    """A person's name beside a word for the debtor (包工头王大强, 老板叫李军, 张老板), or the one who 欠; one name only."""
    chosen: dict[str, int] = {}
    others: set[str] = set()
    for name in find_names(text):
        if name.kind != "person":
            continue
        before, after = text[max(0, name.start - 12) : name.start], text[name.end :]
        if re.search(
            r"(?:我|我的名字|本人|姓名)(?:叫|是|就叫|:)?$|(?:证人|一起干活的|一起干的|工友|老乡|同事|我老公|我爸|我哥|朋友)(?:叫|"
            r"是)?$", before):
            others.add(name.value)
            continue
        score = 0
        if re.search(
            rf"(?:{_ROLE})(?:的)?(?:名字|大名|真名|姓名|全名)?(?:好像|就|应该)?(?:叫|是|名叫|姓|:)?(?:个|"
            rf"一个)?$", before) or _OWING.match(after) or re.match(rf"(?:的)?(?:这个|那个)?(?:{_ROLE})", after):
            score = 3
        elif _BOSS_TITLE.search(name.value) or re.search(r"(?:跟着|跟|给|帮|他叫|名叫|名字叫)$", before):
            score = 2
        chosen[name.value] = max(score, chosen.get(name.value, 0))
    chosen = {value: score for value, score in chosen.items() if value not in others}
    best = max(chosen.values(), default=0)
    names = [value for value, score in chosen.items() if score == best]
    surnames = [value[1:] for value in names if value.startswith("姓")]
    longer = [name for name in chosen for surname in surnames if name.startswith(surname)]
    names = longer or names
    return names[0] if best and len(names) == 1 else None
