"""The traps in the wording of a wage IOU (names of docs/design.md section 5; LAW-IOU-02 … 14)."""
from __future__ import annotations

import re
from datetime import date
from typing import Any

from bot.chinese.iou import names
from bot.chinese.iou.settled import settled_words
from bot.chinese.iou.sums import Sums

_HAI = re.compile(r"(?<![归偿退])还欠")
_LOAN = re.compile(r"(?<!不是)(?<!并非)(?:借条|借据|借到|今借|借款|借给|借走|借现金|借人民币|向[^\s,。;]{2,6}借(?!支|资))")
_RECEIPT = re.compile(
    r"收条|收据|(?<![未没])(?<!没有)(?<!尚未)(?:今|已|现|兹)?(?:收到|领到|领取|收讫)(?!(?:本|此|该|这张)?条|无误|"
    r"(?:本|此)?欠条|工程|甲方|业主|拨款|回款)|今收"
)
_PROJECT_MONEY = re.compile(
    r"(?<!不是)(?<!并非)(?<!非)(?<!等)(?<!待)(?<!等甲方)(?<!甲方)(?<!收到)(?<!拿到)(?:工程尾?款|工程进度款|承包款|"
    r"承包费|材料款|材料费|机械费|机械款|分包款|承揽费|租赁费|货款)"
    r"(?!到|下来|拨|回|结算?后|支付后|付了|付后|一到|没到|给我)"
)
_CONDITION = re.compile(
    r"(?:有(?:了)?钱(?!款)|手头(?:宽裕|松|方便)|资金(?:到位|回笼|宽裕)|(?:工程|进度|拨|回|货)?款(?:项)?(?:到账|到位|到|下来|拨下来|结清|回来)|"
    r"(?:甲方|业主|总包|开发商|上面)[^,。;\n]{0,4}(?:付款?|拨款?|给钱?|结款?)|验收(?:合格|通过|完)?|结算完?|完工|竣工|交房|卖了?房)"
    r"(?:了|的?时候?|以后|之后|后|再|才|就|马上|立即|一次性|全部|[一]?起)+(?:再|才|就|一次性|全部)?(?:付|还|给|结|支付|发)(?:清|给|款)?"
)
_BLANK = re.compile(r"_{2,}|\([ \u3000]{2,}\)|:[ \u3000]{4,}|[ \u3000]{3,}(?:元|年|月|日)|[xX×*]{1,6}(?:元|年|月|日)|[?？]{2,}元")
#: in front of the sum that is owed, where a figure can be added; on a photo one blank is as wide as a figure
_BEFORE_SUM = re.compile(
    r"(?:欠[^。;\n]{0,40}[\u3400-\u9fff](?<![到至月年日])[¥￥]?|[¥￥])(?P<gap>[ \u3000]+)(?=[¥￥]?[1-9][\d,.]*\s?元)")
#: what each of several is owed stands there, or on a list behind it
_SHARES = re.compile(
    r"其中[^。\n]{1,40}?元|(?:每|各)人[^,。;\n]{0,6}\d+元|[附见][^,。;\n]{0,8}(?:明细|清单|名单|名册|工资表)"
    r"|(?:明细|清单|名单|名册|工资表)[^,。;\n]{0,4}(?:附|如下|见)")
_HOUSE = re.compile(r"保姆|月嫂|家政|护工|住家|带孩子")
_SOMEBODY = re.compile(r"(?:欠款人|欠钱人|签名|签字)(?:\s*:\s*|\s+)[^\s_]|\n\s*[老小阿大][\u3400-\u9fff]\s*(?:20\d\d[^\n]*)?\s*$")
_FOR_COMPANY = re.compile(r"代表[^,。;\n]{2,30}(?:公司|项目部|集团|单位)|(?:公司|集团|局)[^,。;\n]{0,14}项目部")


def find_traps(flat: str, elements: dict[str, Any], sums: Sums, today: date, is_company: bool, *,
               from_photo: bool = False) -> list[str]:
    """Names of the traps, in the order of the design. `from_photo`: a blank is as wide as a figure."""
    found = {
        "ambiguous_hai": bool(_HAI.search(flat)),
        "loan_wording": bool(_LOAN.search(flat)),
        "receipt_wording": bool(_RECEIPT.search(flat)) and "实际到账" not in flat,
        "project_money_wording": bool(_PROJECT_MONEY.search(flat)),
        "foreman_alone": _person_alone(flat, elements, is_company) or _foreman_for(flat, elements),
        "company_without_stamp": by_company(flat, is_company) and not elements["stamp"],
        "no_date": elements["written_on"] is None,
        "blank_space": bool(_BLANK.search(flat)) or blank_before_sum(flat, from_photo=from_photo),
        "sums_differ": sums.clash is not None,
        "overdue": bool(days_over(elements, today)),
        "all_settled_wording": bool(said_in("all_settled_wording", flat)),
        "pay_condition": bool(said_in("pay_condition", flat)),
        "several_workers": names.owes_several(flat) and not _SHARES.search(flat),
    }
    return [name for name, there in found.items() if there]


def blank_before_sum(flat: str, *, from_photo: bool) -> bool:
    """Whether blank is left before the sum that is owed, wide enough for one more figure."""
    least = 1 if from_photo else 3
    return any(len(match["gap"]) >= least for match in _BEFORE_SUM.finditer(flat))


def _foreman_for(flat: str, elements: dict[str, Any]) -> bool:
    """A foreman signs as one under the name of a firm, without its stamp and without saying that he stands for it."""
    return bool(names.foreman(flat)) and not elements["stamp"] and "代表" not in flat and not _HOUSE.search(flat)


def days_over(elements: dict[str, Any], today: date) -> int:
    """For how many days it has been overdue; 0 when it is not, or when no calendar day is known by which to pay."""
    try:
        return max(0, (today - date.fromisoformat(elements["pay_by"] or "")).days)
    except ValueError:
        return 0


def said_in(trap: str, flat: str) -> str:
    """The words of the text that are this trap, for those that are named by them; else ""."""
    if trap == "all_settled_wording":
        return settled_words(flat)
    match = _CONDITION.search(flat) if trap == "pay_condition" else None
    return match.group() if match else ""


def by_company(flat: str, is_company: bool) -> bool:
    """Whether a company stands as the debtor, by its name or by who signs for it."""
    return is_company or bool(_FOR_COMPANY.search(flat))


def _person_alone(flat: str, elements: dict[str, Any], is_company: bool) -> bool:
    """Somebody signs for himself alone: no company, no stamp, and not a household."""
    somebody = elements["debtor_name"] or elements["signature"] or _SOMEBODY.search(flat)
    if not somebody or not re.search(r"欠|借|承诺|保证", flat) or is_company or elements["stamp"] or _HOUSE.search(flat):
        return False
    return not _FOR_COMPANY.search(flat)
