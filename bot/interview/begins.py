"""Whether words outside a form tell a claim, so that the claim form begins."""
from __future__ import annotations

import re
from collections.abc import Mapping

from bot.chinese import lexicon, not_wages
from bot.chinese.crew_total import crew_total
from bot.chinese.employers import is_only_a_shop
from bot.chinese.values import Fact
from bot.interview.length import DAYS_WORKED
from bot.interview.reading import is_question

#: needs that are the claim itself: arrears told with one who pays, or with the word wage, are enough
CLAIM_NEEDS = {"steps", "boss_ran_away_criminal", "who_is_liable", "resignation_pay", "group_case", "iou_sue_directly",
               "no_contract_double_pay", "evidence_general", "evidence_employment_relation", "calculation_amount",
               "deposit_or_fine_withheld", "minimum_wage_or_probation_pay", "limitation_period", "jurisdiction_where",
               "civil_service_relationship"}
#: needs that have a road of their own, which is answered first
OTHER_ROADS = {"work_injury", "threatened_or_retaliation", "social_insurance", "steps_enforcement"}
#: needs that are asked although the wages came
OF_LEAVING = {"dismissal_compensation", "social_insurance", "overtime_pay", "no_contract_double_pay"}
MONEY_FACTS = {"owed_amount", "owed_period", "pay_rate", "has_iou"}
ARREARS = re.compile(
    r"拖?欠(?![条据单])|差(?:着|了)?(?=我|俺|咱|大家)|少[给发付结]|[没不未木冇](?:给|发|结|付)|没有(?:给|发|结|付)|(?:没有?|拿不|要不|讨不)(?:拿到|要到|到|回)|[没不]退|不认账|赖账"
    r"|(?:扣|压)(?:了|着|下)?(?:我们?|俺)?[^,，。]{0,6}(?:工资|工钱|薪)|一直拖(?![地车鞋把])|拖着|拖到(?:现在|今天|如今)"
)
MONEY = re.compile(r"钱|一分(?=[没木冇不])|工资|薪|账|款|人工(?!客服|服务|智能)|欠条|条子|欠(?:了|着)?(?:我|他|她|俺|咱|大家)")
WAGE = re.compile(r"工资|工钱|欠薪|薪水|薪资|血汗钱|辛苦钱|一分(?:钱|没)")
GONE = re.compile(r"跑了|跑路|失联|消失|不见了|找不到|联系不上|打不通|关机|不接电话|电话也?不接")
LOAN = re.compile(r"借(?!口)|货款|合伙|材料款|房租|租金|彩礼|粮款|抚养费|离婚")
#: money for goods that the boss says has not come: why he does not pay, not what is claimed (LAW-IOU-14)
EXCUSE = re.compile(
    r"(?:(?:拿|说|讲|等|因为|借口|以|推说|理由是?|怪)[^,，。;；]{0,8}|(?:客户|甲方|外面|人家|上家|老板|厂里|公司|他)(?:的|那边)?)(?:货款|材料款)"
    r"[^,，。;；我欠]{0,4}?(?:没|未|不)[^,，。;；我欠]{0,3}?(?:到位?|回来?|收(?:回来?|到|上来)?|下来|结|批)(?:[当做为作]?(?:借口|理由))?"
)
#: wages that came, told of another matter (把我开除了,工资倒是发了)
CAME = re.compile(
    r"(?:工资|工钱|薪水|薪资)(?:倒是?|都|也|是|已经|早就?|全部?|按时|每个?月|没少|没拖|没欠)*(?:发|给|结|付)(?:清|完|齐|给我)*了(?!一半|一部分|一点|\d|[一二两三四五六七八九十几]|我?的?[^,，。]{0,4}[个百千万块])"
    r"|(?:发|给|结|付)(?:清|完|齐)?了(?:全部|所有)?(?:工资|工钱)(?=[,，。]|$)|(?:工资|工钱)[^,，。]{0,3}(?:没有?|不)(?:拖欠|欠|拖|少)")
TAIL = re.compile(
    r"[,，。;；\s]*(?:我|我们|请问|这|这个|该|应该|要|现在)*(?:怎么办|咋办|咋整|咋个办|如何是好|怎么处理)(?:呢|啊|呀|好)?[?？。!！]*$"
)
ASKS = re.compile(r"多少(?:钱)?[?？。]*$|谁|哪")
HALF_A_SENTENCE = 6
ENOUGH = 2


def begins(need: str, text: str, found: Mapping[str, Fact]) -> bool:
    """Whether a claim was told: a bare cry for help; wages that somebody owes, told without a question; or sums of it.

    A loan, rent, a dowry … without a word of work begins none, whatever need was heard.
    `need`: the intent; `found`: the facts in the text. 怎么办 at the end is no question (it asks nothing of the law).
    """
    if need == "out_of_scope" and LOAN.search(EXCUSE.sub("", text)):
        return False
    of_unit = "debtor_kind" in found and found["debtor_kind"].value in ("company", "labour_agency")
    bonus = not_wages.maybe_bonus(text, of_unit)
    if "pay_rate" not in found and not_wages.told(text) and not not_wages.of_work(text) and not bonus:
        return False
    if need in OF_LEAVING and CAME.search(text):
        return False
    if need == "steps":
        return True
    matter = TAIL.sub("", text)
    told = _tells_arrears(matter, found)
    asks = is_question(matter) or bool(ASKS.search(matter))
    if told and not asks and len(text) <= HALF_A_SENTENCE:
        return True
    if not asks and need not in OTHER_ROADS and _is_told(need, text, matter, told, found):
        return True
    return need in CLAIM_NEEDS and len(_sure(found)) >= ENOUGH and _tells_money(found)


def tells_of_pay(text: str, found: Mapping[str, Fact]) -> bool:
    """Whether arrears are told, or a sum or a rate of pay: 老板不给工资 beside another matter."""
    return _tells_arrears(text, found) or bool(MONEY_FACTS & found.keys())


def _tells_arrears(text: str, found: Mapping[str, Fact]) -> bool:
    return bool(ARREARS.search(text) and (MONEY.search(text) or "owed_amount" in found))


def _is_told(need: str, text: str, matter: str, told: bool, found: Mapping[str, Fact]) -> bool:
    """Arrears with facts enough, or in the words of the claim; or the one who pays is gone, said without any question."""
    payer = bool(lexicon.find("debtor", matter))
    sure = _sure(found)
    if told and text == matter and ("debtor_kind" in sure or len(sure) >= ENOUGH):
        return True
    if need == "out_of_scope":
        return told and payer and bool(WAGE.search(matter))
    if need not in CLAIM_NEEDS:
        return False
    gone = need == "boss_ran_away_criminal" and payer and bool(GONE.search(matter)) and not is_question(text)
    return gone or (told and (payer or bool(WAGE.search(matter)) or _tells_money(found)))


def _sure(found: Mapping[str, Fact]) -> set[str]:
    """The facts that were told, not only inferred from the word for a shop; the sum of a crew counts beside their number."""
    found = {slot: fact for slot, fact in found.items() if slot != DAYS_WORKED}  # alone it is a sum to be reckoned
    sure = {slot for slot, fact in found.items() if not (slot == "debtor_kind" and is_only_a_shop(fact))}
    return sure | ({"crew_total"} if crew_total(found.get("people_count")) else set())


def _tells_money(found: Mapping[str, Fact]) -> bool:
    return bool(MONEY_FACTS & found.keys()) or crew_total(found.get("people_count")) is not None
