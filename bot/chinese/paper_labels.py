"""A value told under the label that an IOU has for it: 欠款人是张建果, 金额是9000, 工人叫李大山. Pure; LAW-IOU-01."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese.answers import parse_answer
from bot.chinese.companies import find_companies
from bot.chinese.labels import is_person
from bot.chinese.normalise import normalise
from bot.chinese.values import Fact

_LABELS = {
    "debtor_name": r"欠款人|欠薪人|欠钱的?人?|债务人|签名的?|签字的?|老板|包工头|(?:他的?|欠款人的?)?名字",
    "worker_name": r"工人|我的?名字|收款人|债权人|干活的",
    "owed_amount": r"金额|数目|数额|数字|钱数|数|欠款|工资|欠",
    "project_name": r"项目|工地|工程",
    "promised_date": r"付清(?:日期|时间|的日子)?|还款(?:日期|时间)|付款(?:日期|时间)|哪天付清",
}
_IS = r"(?:那里|那栏|那个)?(?:不对|错了?|读错了?|写错了?)?[,:]?(?:应该|其实|明明)?(?:是|叫|为|:|写的是)"


def told_label(text: str, today: date) -> dict[str, Fact]:
    """The one fact that the whole text tells by its label, a person, a firm, a sum or a day; {} for another text."""
    plain = normalise(text).strip(" ,。.!")
    for slot, label in _LABELS.items():
        match = re.fullmatch(rf"(?:{label})(?:{_IS})(?P<value>.{{2,40}}?)(?:才对|的|吧|啊)?", plain)
        if match and (fact := _value(slot, match["value"], today)):
            return {slot: fact}
    bare = re.fullmatch(r"(?:应该|其实)?是(?P<value>.{2,30}?)(?:才对|吧|啊)?", plain)
    if bare and (fact := _value("debtor_name", bare["value"], today)):
        return {"debtor_name": fact}
    return {}


def _value(slot: str, words: str, today: date) -> Fact | None:
    if slot in ("debtor_name", "worker_name"):
        firm = slot == "debtor_name" and any(one.name == words for one in find_companies(words))
        return Fact("known", value=words, words=words) if firm or is_person(words) else None
    return (parse_answer(slot, words, today) or {}).get(slot)
