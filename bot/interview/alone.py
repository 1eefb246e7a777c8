"""Facts not asked for, in a message that is nothing else: proof named, months, a bare sum, 没签, a project's name."""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from bot.chinese import answer_names, answer_values, lexicon
from bot.chinese.evidence_words import find_evidence
from bot.chinese.handed_over import only_own_cost
from bot.chinese.labels import read_label
from bot.chinese.leaving import day_of_leaving
from bot.chinese.normalise import normalise
from bot.chinese.not_a_name import is_nobody, is_other_fact, is_region
from bot.chinese.owed_count import count_of_months
from bot.chinese.owed_months import last_months, only_months
from bot.chinese.scene import spaces_to_commas
from bot.chinese.values import Fact
from bot.chinese.yes_no import bare, clauses, is_control, is_question, parse_yes_no
from bot.interview.length import WORKED, read_length

Reader = Callable[[str, date], Fact | None]
#: slots whose question is answered by a sum of its own
SUMS = ("owed_amount", "paid_amount", "pay_rate")
LEAST, MOST = 1000, 5_000_000  # yuan: what a bare sum must be to be what is owed
MOST_DIGITS = 5
NAMES = ("debtor_name", "general_contractor", "project_name", "work_place", "worker_name", "debtor_kind")
A_YEAR = re.compile(r"\D*(?:19|20)\d\d\D*")
BESIDE_PROOF = re.compile(lexicon.any_of(r"""
    还有 也有 都有 只有 就有 有 和 跟 与 及 加上 以及 、 , 。 的 我 我们 几个人 个人 大家 工友 老板 包工头 他 她 发 那边 这边 给
    里有 手里 手上 手机里 手头 这些 一些 几张 几个 几份 一张 一份 一个 两张 都 全 在 拍了 存了 留着 存着 留了 保存 就
    只 是 呢 还 也 上 里 记录 截图 照片"""))
NOTHING_SIGNED = re.compile(
    r"(?:我们?|俺|当时|都|也|从来|一直|根本|啥子?|什么|任何|东西|就|还|跟我|给我|和我|他|老板|公司|厂里)*没(?:有)?(?:跟我们?|给我们?|和我们?|让我们?)?签"
    r"(?:过|的|任何|什么|啥|东西|字|了)*|(?:就|都|只)?是?口头(?:上)?(?:说|讲|谈|约定|协议)?(?:好|定)?的?"
)
#: 签的是什么合作协议: whatever it is called, and no question
SIGNED_SOME = re.compile(
    r"(?:我们?|当时|好像|就|都)*签的(?:好像|就)*是?(?:一?[个份])?(?:什么|啥子?)(?!都?没)[^,。?是算吗]{0,8}(?:协议|合同)(?:的|吧|嘛)?")
NICKNAME = re.compile(
    r"(?:(?:大家|工友们?|都|别人|平时|我们|一直)*(?:叫|喊)(?:他|她)|(?:他|她)?(?:外号|绰号)叫?)[\u4e00-\u9fff]{2,4}")
OTHER_PAPER = re.compile(r"离职|和解|调解|保密|赔偿|补偿|还款|分期|竞业|解除|自愿|承诺|合伙|转让|安全|免责|租")
A_BOSS = re.compile(r"^(?:就|是|有|一|那|这|个|我们|我|的|私人|个体|本地|外地)+")
#: nothing was tried yet, and nothing else is said
NOT_TRIED = re.compile(
    r"(?:我们?|还|都|也|从来|一直|哪里|哪儿|哪个部门|什么部门)*没(?:有)?(?:去)?(?:找|投诉|举报|反映|报警?|去)过?"
    r"(?:哪里|哪儿|哪个|哪些|什么|任何|其他|别的|谁|人|部门|单位|地方|劳动局|劳动监察|监察大队|监察|派出所|警|过|的|管)*")
PROJECT = re.compile(
    r"(?:在|是|叫|就是|做的是|项目是|工地是)?(?P<name>[\u4e00-\u9fffA-Za-z0-9]{4,20}?(?:高速公路|高速|公路|大桥|隧道|小区|花园|家园|工业园|产业园|开发区|广场|大厦|公寓|"
    r"安置房|楼盘|标段|[一二三四五六七八九十\d]期)(?:工地|项目部?|那条)?)"
)


def read_alone(text: str, asked: str, today: date) -> dict[str, Fact]:
    """Slot -> fact for what the whole message is when it is one fact of another question than `asked`; else empty."""
    plain = normalise(spaces_to_commas(text)).strip()
    if answer_values.NO_DAY.fullmatch(bare(plain)) and asked != "promised_date":
        return {"promised_date": Fact("unknown", words=text)}
    if not plain or (is_question(plain) and not SIGNED_SOME.fullmatch(plain)) or is_control(plain):
        return {}
    found: dict[str, Fact] = {}
    for slot, read in READERS.items():
        if slot == asked or (slot == "owed_amount" and (asked in SUMS or _only_digits(plain, asked))):
            continue
        if fact := read(plain, today):
            found[slot] = replace(fact, words=text)
            break
    return found


def months_beside(text: str, asked: str, facts: Mapping[str, Fact], today: date) -> dict[str, Fact]:
    """The unpaid months when the message names nothing else: the last ones before the known end (最后一个半月), or, where the
    sum is asked, any (八月和九月)."""
    if asked in ("owed_period", "start_date", "end_date", "promised_date"):
        return {}
    plain = bare(normalise(text))
    fact = last_months(plain, dict(facts), today) or (only_months(plain + "的", today) if asked == "owed_amount" else None)
    return {"owed_period": replace(fact, words=text)} if fact else {}


def is_only_boss(text: str) -> bool:
    """Whether nothing but a boss is spoken of, who may be anybody (就是个小老板)."""
    return A_BOSS.sub("", bare(text)) in lexicon.words("debtor", "boss")


def _only_digits(plain: str, asked: str) -> bool:
    """Figures alone where a name is asked, or six of them and more, are no sum (123456)."""
    return plain.isdecimal() and (len(plain) > MOST_DIGITS or asked in NAMES)


def _proof(plain: str, today: date) -> Fact | None:
    """Kinds of proof, when their words cover the text (转账记录 还有验收单)."""
    kinds = find_evidence(plain, default=True)
    rest = re.sub(lexicon.alternation("evidence"), "", plain)
    return Fact("known", value=list(kinds)) if kinds and not BESIDE_PROOF.sub("", bare(rest) if rest else "") else None


def _contract(plain: str, today: date) -> Fact | None:
    """没签, 啥子都没签; or an agreement that was signed (签了个承包协议), whatever it is called."""
    pieces = clauses(plain)
    if pieces and all(NOTHING_SIGNED.fullmatch(bare(piece)) for piece in pieces):
        return Fact("known", value=False)
    fact = answer_values.has_contract(plain, today)
    signed = fact is not None and fact.value is True and bool(re.search(r"签[^,。]*(?:协议|合同)", fact.words))
    return fact if signed and not OTHER_PAPER.search(plain) else None


def _sum(plain: str, today: date) -> Fact | None:
    """A bare sum (大概一万二千六嘛), read as what is owed: played back, so that he can correct it."""
    fact = answer_values.owed_amount(bare(plain), today) if not (A_YEAR.fullmatch(plain) or only_own_cost(plain)) else None
    low = (fact.value or fact.low or 0) if fact else 0
    return fact if LEAST <= low <= MOST else None


def _project(plain: str, today: date) -> Fact | None:
    """A project named with its place (宁波鄞州区东湖花园, 毕节到威宁那条高速), or under its label (工地是恒大绿洲)."""
    name = _labelled("project_name", plain, today)
    if name and not is_region(name) and not answer_names.firm_for_project(name, today):
        return answer_names.place_or_project(name, today)
    match = PROJECT.fullmatch(bare(plain))
    return answer_names.place_or_project(match["name"], today) if match else None


def _labelled(slot: str, plain: str, today: date) -> str:
    """The name under this slot's own label (总包是中天建设), or ""."""
    label = read_label(plain)
    name = label[1] if label and label[0] == slot else ""
    return "" if is_other_fact(name, today) or is_nobody(name) else name


def _contractor(plain: str, today: date) -> Fact | None:
    name = _labelled("general_contractor", plain, today)
    return answer_names.company_name(name, today) if name else None


def _debtor(plain: str, today: date) -> Fact | None:
    name = _labelled("debtor_name", plain, today) or _called_boss(plain, today)
    if not name and NICKNAME.fullmatch(bare(plain)):
        return answer_names.debtor_name(plain, today)
    return Fact("known", value=name) if name else None


def _called_boss(plain: str, today: date) -> str:
    """The name beside a bare word for the boss (就是个小老板,叫周德贵,大家喊他老周), or ""."""
    pieces = [piece for piece in clauses(plain) if not is_only_boss(piece) and not NICKNAME.fullmatch(bare(piece))]
    alone = len(pieces) == 1 and len(clauses(plain)) > 1
    return _labelled("debtor_name", pieces[0], today) if alone else ""


def _gone(plain: str, today: date) -> Fact | None:
    """The day he left (上周刚走), when the message is nothing else."""
    day = day_of_leaving(plain, today)
    return answer_values.end_date(day, today) if day else None


def _piece_rate(plain: str, today: date) -> Fact | None:
    return answer_values.pay_rate(plain, today) if answer_values.piece_rate(plain) else None


def _no_proceeding(plain: str, today: date) -> Fact | None:
    """没打官司, 没申请仲裁: no other proceeding."""
    fact = answer_values.other_proceeding(plain, today) if re.search(r"官司|仲裁|起诉|法院", plain) else None
    return fact if fact and fact.value == "none" else None


def _tried(plain: str, today: date) -> Fact | None:
    """Where he has been: asked again and again, or nowhere yet (没找过, 还没投诉过)."""
    fact = answer_values.already_tried(plain, today)
    nowhere = NOT_TRIED.fullmatch(bare(plain)) and fact is not None and fact.value == []
    return fact if fact and (fact.value == ["asked"] or nowhere) else None


def _months(plain: str, today: date) -> Fact | None:
    return only_months(bare(plain), today) or (Fact("vague", words=plain) if count_of_months(plain) else None)


def _people(plain: str, today: date) -> Fact | None:
    return None if plain.isdecimal() or parse_yes_no(plain) is False else answer_values.people_count(plain, today)


READERS: Mapping[str, Reader] = {
    "evidence_held": _proof, "has_contract": _contract, "owed_period": _months, "owed_amount": _sum, "project_name": _project,
    "general_contractor": _contractor, "debtor_name": _debtor, "end_date": _gone, "pay_rate": _piece_rate,
    WORKED: read_length, "already_tried": _tried, "other_proceeding": _no_proceeding, "people_count": _people,
}  # fmt: skip
