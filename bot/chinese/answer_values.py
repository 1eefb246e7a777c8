"""One reader for each fact of the form: the statement (normal writing, no questions) in, the fact or None out."""
from __future__ import annotations

import re
from datetime import date

from bot.chinese import lexicon
from bot.chinese.amounts import parse_amount
from bot.chinese.companies import find_companies
from bot.chinese.crowd import parse_people
from bot.chinese.dates import find_period, parse_date
from bot.chinese.debtor import kind_of_firm
from bot.chinese.evidence_words import find_evidence, read_contract, read_iou
from bot.chinese.people import parse_name
from bot.chinese.personal import TOKEN, find_personal
from bot.chinese.times import date_fact, near_future, owed_period_of_days, owed_period as stretch_of
from bot.chinese.trades import read_industry
from bot.chinese.tried import name_proceeding, name_tried
from bot.chinese.values import Fact
from bot.chinese.wage_sums import amount_fact, rate_fact
from bot.chinese.yes_no import bare, clauses, is_control, is_question, parse_yes_no

#: slots whose answer may be one of the control words 有, 没有, 是, 对
SHORT_WORDS_ANSWER = frozenset({"has_contract", "has_iou", "still_working", "evidence_held", "already_tried", "other_proceeding", "debtor_kind"})
#: what the same words must not also give when this slot was asked
NOT_BESIDE: dict[str, tuple[str, ...]] = {
    "owed_amount": ("pay_rate",), "end_date": ("promised_date",), "promised_date": ("start_date", "end_date", "owed_period"),
    "start_date": ("promised_date",), "debtor_name": ("worker_name",), "owed_period": ("start_date", "end_date"),
    "worker_name": ("debtor_name",), "general_contractor": ("debtor_name", "debtor_kind"), "other_proceeding": (),
}  # fmt: skip
#: what a short free text may give beside itself
BESIDE_A_NAME: dict[str, tuple[str, ...]] = {"debtor_name": ("debtor_kind", "debtor_phone"), "work_place": ("project_name",), "project_name": ("work_place",)}
_KIND_BUTTONS = {
    "公司": "company", "厂": "company", "工厂": "company", "包工头": "foreman", "工头": "foreman", "劳务公司": "labour_agency", "中介": "labour_agency",
    "劳务公司、中介": "labour_agency", "劳务公司,中介": "labour_agency", "给个人家里干活": "household", "个人": "unknown", "给别人家里干活": "household",
    "给私人家里干活": "household", "说不清": "unknown",
}  # fmt: skip
_PROJECT_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,}")
