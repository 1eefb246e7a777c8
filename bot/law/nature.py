"""What money is claimed, and how the worker stands to the one who owes it."""
from __future__ import annotations

import re

from bot.chinese import not_wages
from bot.chinese.abroad import works_abroad
from bot.chinese.decided import order_failed
from bot.chinese.freight import of_freight, tells_of_freight
from bot.chinese.money_names import CREW, INSIDE, LABOUR, NOT_THAT, PROJECT, STRONG, WEAK, cleaned, is_deduction, without_men
from bot.law import told
from bot.law.facts import CaseFacts
from bot.law.values import Nature, Relation

DOUBLE_PAY = re.compile("双倍|二倍|两倍|2倍")
TELLING = (PROJECT, CREW, NOT_THAT, DOUBLE_PAY)
CLAIM_SLOTS = ("claim_words", "owed_amount")
PAYS_WAGES = ("company", "labour_agency")
BY_TIME = ("day", "month", "hour")


def nature(case: CaseFacts) -> Nature:
    """Wages, project money, both, unclear, a private loan or what lies outside, from the words of `claim_words`, `owed_amount`.

    Words decide the first view only: the substance counts, not the name (LAW-WAGE-02); a foreman's own labour is wages,
    his margin, material and machines are project money (LAW-WAGE-03, LAW-REG-18c, LAW-IOU-07). What is taken from wages, or
    by which a share of pay is counted, is wages (LAW-WAGE-01, LAW-REG-06); so is all that a firm owes for a wage rate
    without any word of a crew. A boss who says that project money, or his customers' money, has not come yet does not turn
    wages into project money (LAW-IOU-14).
    """
    said = case.words(*CLAIM_SLOTS)
    if of_freight(said):
        return Nature("outside", "nature_freight", ("LAW-WAGE-02", "LAW-HOT-04"))
    words = cleaned(said)
    words = without_men(words) if PROJECT.search(words) else words
    strong, weak = bool(STRONG.search(words)), bool(WEAK.search(STRONG.sub("", words)))
    foreign = None if strong else not_wages.told(words)
    if foreign and not _of_work(case, said):
        if case.debtor_kind in (*PAYS_WAGES, "unknown") and not_wages.maybe_bonus(words, case.debtor_kind in PAYS_WAGES):
            return Nature("unclear", "nature_dividend", ("LAW-WAGE-31", "LAW-WAGE-01"))
        return _foreign(foreign)
    if foreign == "private_loan" and case.debtor_kind != "household":
        return Nature("wages", "nature_wages_beside", ("LAW-WAGE-01", "LAW-CIV-667"))
    labour = bool(LABOUR.search(PROJECT.sub("", words)))
    project = strong or (weak and not _paid_by_rate(case, words))
    if project and labour and not _sum_is_project_money(case):
        key = "nature_mixed_private" if case.debtor_kind == "household" else "nature_mixed"
        return Nature("mixed", key, ("LAW-WAGE-03", "LAW-IOU-07", "LAW-REG-18c"))
    if project:
        return Nature("project_money", "nature_project_money", ("LAW-WAGE-03", "LAW-JUR-07", "LAW-REG-36"))
    return _wages(case, words, labour=labour, deducted=weak or is_deduction(said))


def _wages(case: CaseFacts, words: str, *, labour: bool, deducted: bool) -> Nature:
    """Wages by their name, by what was taken from them, or because nothing speaks against it; unclear with a word of a crew."""
    if case.debtor_kind == "household" and not CREW.search(words):
        return Nature("wages", "nature_wages_private", ("LAW-LIT-03",))
    if deducted and not CREW.search(words):
        return Nature("wages", "nature_wages_deducted", ("LAW-WAGE-01", "LAW-REG-06"))
    if labour or (CREW.search(words) and _by_time(case)):
        return Nature("wages", "nature_wages", ("LAW-WAGE-01", "LAW-WAGE-02"))
    if CREW.search(words):
        return Nature("unclear", "nature_unclear", ("LAW-WAGE-02", "LAW-WAGE-03"))
    if case.construction is False and case.debtor_kind != "foreman":
        return Nature("wages", "nature_wages_plain", ("LAW-WAGE-01",))
    return Nature("wages", "nature_wages_assumed", ("LAW-WAGE-01", "LAW-WAGE-03"))


def _sum_is_project_money(case: CaseFacts) -> bool:
    """Whether the sum itself was called project money and nothing else, and his other words do not say that wages are in it."""
    own = cleaned(case.words("owed_amount"))
    return bool(STRONG.search(own)) and not LABOUR.search(own) and not INSIDE.search(case.words(*CLAIM_SLOTS))


def _paid_by_rate(case: CaseFacts, words: str) -> bool:
    """A firm owes, a wage rate was told, no word of a crew."""
    return case.debtor_kind in PAYS_WAGES and case.usable("pay_rate") is not None and not CREW.search(words)


def _by_time(case: CaseFacts) -> bool:
    """Whether he is paid by the day, the month or the hour: labour, whatever the paper calls it (LAW-WAGE-02)."""
    fact = case.usable("pay_rate")
    return fact is not None and isinstance(fact.value, dict) and fact.value.get("unit") in BY_TIME


def _of_work(case: CaseFacts, words: str) -> bool:
    """Whether wages are told beside a loan or what lies outside: a rate of pay, or words of work."""
    return case.usable("pay_rate") is not None or not_wages.of_work(words)


def _foreign(kind: not_wages.Kind) -> Nature:
    if kind == "private_loan":
        return Nature("private_loan", "nature_private_loan", ("LAW-CIV-667", "LAW-IOU-03"))
    return Nature("outside", "nature_outside", ("LAW-WAGE-01", "LAW-HOT-04"))


def tells_of_money(text: str) -> bool:
    """Whether words of a worker bear on what money it is, on what `told` reads, on a payment order or on work abroad (they
    belong into `claim_words`)."""
    plain = any(pattern.search(text) for pattern in TELLING)
    return any((plain, not_wages.told(text), told.tells(text), order_failed(text), tells_of_freight(text), works_abroad(text)))


def relation(case: CaseFacts, money: Nature) -> Relation:
    """Employment, labour service or unclear.

    company, labour_agency -> employment (LAW-EVD-01, LAW-ARB-22), but not for a crew leader who also claims project money:
    his own labour is looked at by itself (LAW-WAGE-03); whoever delivers goods is told that it
    depends · foreman -> labour service toward him, on a site a company
    stands behind him (LAW-REG-15, LAW-REG-17, LAW-REG-18) · household -> labour service, no labour dispute (LAW-JUR-07).
    """
    if money.foreign:
        return Relation("unclear", "relation_no_work", ("LAW-JUR-07", "LAW-LIT-05"))
    if money.kind == "project_money":
        return Relation("unclear", "relation_project_money", ("LAW-WAGE-03", "LAW-LIT-06"))
    kind = case.debtor_kind
    if money.kind == "mixed" and kind in ("company", "labour_agency"):
        return Relation("unclear", "relation_mixed", ("LAW-WAGE-03", "LAW-EVD-01"))
    if kind == "company":
        if case.code("industry") == "delivery":
            return Relation("employment", "relation_company_delivery", ("LAW-EVD-01", "LAW-HOT-02"))
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
