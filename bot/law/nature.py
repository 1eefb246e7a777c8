"""What money is claimed, and how the worker stands to the one who owes it."""
from __future__ import annotations

import re

from bot.chinese.decided import order_failed
from bot.law import told
from bot.law.facts import CaseFacts
from bot.law.values import Nature, Relation

PROJECT = re.compile(
    r"工程[尾余进]?[度]?款|工程的?钱|承包[款费价]|分包款|包工包料|材料[款费钱]|机械[款费]|机械租赁|设备租赁|租赁费|台班费"
    r"|进度款|质保金|保修金|货款|差价|利润|管理费"
)
LABOUR = re.compile(
    r"工资|工钱|薪水|薪酬|薪资|欠薪|人工[费钱]?|劳务费|劳务报酬|劳动报酬|血汗钱|点工|日工|计件|计时|辛苦钱|生活费|加班费|打工钱"
)
CREW = re.compile(r"包清工|清包|承包|(?:大|双|小|轻)?包工(?!头)|分包|包活|带班|班组|尾款")
NOT_THAT = re.compile(r"(不是|并非|不算|没有)(什么|任何)?(工程|材料|承包)[尾余]?[款费]")
EXCUSE = re.compile(
    r"(说|等|因为|借口|推说|理由)[^,,。;;]{0,8}(工程|进度|尾)[尾余]?款[^,,。;;]{0,8}"
    r"|(工程|进度)款[^,,。;;]{0,4}(没到|没下来|未到|没拨|没到位|不到位|没批)"
    r"|(说|讲|等|因为|借口|推说|理由)[^,,。;;]{0,8}货款[^,,。;;]{0,4}(回|到|收|没|下来|打)[^,,。;;]{0,4}"
    r"|(客户|甲方|外面|人家|上家|老板|厂里|公司)[^,,。;;我欠]{0,4}货款[^,,。;;]{0,4}(没|未|不|收)[^,,。;;]{0,4}"
)
DOUBLE_PAY = re.compile("双倍|二倍|两倍|2倍")
TELLING = (PROJECT, CREW, NOT_THAT, DOUBLE_PAY)
CLAIM_SLOTS = ("claim_words", "owed_amount")


def nature(case: CaseFacts) -> Nature:
    """Wages, project money, both or unclear, from the words of `claim_words` and `owed_amount`.

    Words decide the first view only: the substance counts, not the name (LAW-WAGE-02); a foreman's own labour is wages,
    his margin, material and machines are project money (LAW-WAGE-03, LAW-REG-18c, LAW-IOU-07).
    A boss who says that project money, or his customers' money, has not come yet does not turn wages into project money
    (LAW-IOU-14).
    """
    words = EXCUSE.sub("", NOT_THAT.sub("", case.words(*CLAIM_SLOTS)))
    project = bool(PROJECT.search(words))
    labour = bool(LABOUR.search(PROJECT.sub("", words)))
    if project and labour:
        key = "nature_mixed_private" if case.debtor_kind == "household" else "nature_mixed"
        return Nature("mixed", key, ("LAW-WAGE-03", "LAW-IOU-07", "LAW-REG-18c"))
    if project:
        return Nature("project_money", "nature_project_money", ("LAW-WAGE-03", "LAW-JUR-07", "LAW-REG-36"))
    if case.debtor_kind == "household" and not CREW.search(words):
        return Nature("wages", "nature_wages_private", ("LAW-LIT-03",))
    if labour:
        return Nature("wages", "nature_wages", ("LAW-WAGE-01", "LAW-WAGE-02"))
    if CREW.search(words):
        return Nature("unclear", "nature_unclear", ("LAW-WAGE-02", "LAW-WAGE-03"))
    if case.construction is False and case.debtor_kind != "foreman":
        return Nature("wages", "nature_wages_plain", ("LAW-WAGE-01",))
    return Nature("wages", "nature_wages_assumed", ("LAW-WAGE-01", "LAW-WAGE-03"))


def tells_of_money(text: str) -> bool:
    """Whether words of a worker bear on what money it is, on what `told` reads or on a payment order (they belong into
    `claim_words`)."""
    return any(pattern.search(text) for pattern in TELLING) or told.tells(text) or order_failed(text)


def relation(case: CaseFacts, money: Nature) -> Relation:
    """Employment, labour service or unclear.

    company, labour_agency -> employment (LAW-EVD-01, LAW-ARB-22), but not for a crew leader who also claims project money:
    his own labour is looked at by itself (LAW-WAGE-03) · foreman -> labour service toward him, on a site a company
    stands behind him (LAW-REG-15, LAW-REG-17, LAW-REG-18) · household -> labour service, no labour dispute (LAW-JUR-07).
    """
    if money.kind == "project_money":
        return Relation("unclear", "relation_project_money", ("LAW-WAGE-03", "LAW-LIT-06"))
    kind = case.debtor_kind
    if money.kind == "mixed" and kind in ("company", "labour_agency"):
        return Relation("unclear", "relation_mixed", ("LAW-WAGE-03", "LAW-EVD-01"))
    if kind == "company":
        held = case.evidence & {"contract", "social_insurance", "payslip"}
        key = "relation_company_with_paper" if held else "relation_company_without_paper"
        return Relation("employment", key, ("LAW-EVD-01", "LAW-EVD-02"))
    if kind == "labour_agency":
        return Relation("employment", "relation_labour_agency", ("LAW-ARB-22", "LAW-REG-11"))
    if kind == "household":
        return Relation("labour_service", "relation_household", ("LAW-JUR-07", "LAW-LIT-03"))
    if kind == "foreman":
        if DOUBLE_PAY.search(case.words("has_contract", *CLAIM_SLOTS)):
            return Relation("labour_service", "relation_foreman_no_double", ("LAW-LIT-03", "LAW-REG-18", "LAW-WAGE-19"))
        return Relation("labour_service", "relation_foreman", ("LAW-LIT-03",))
    return Relation("unclear", "relation_unclear", ("LAW-EVD-01", "LAW-EVD-02"))
