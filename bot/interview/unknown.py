"""Words that say that a thing is not known, has no name or price, is left out or given up."""
from __future__ import annotations

import re

from bot.chinese.companies import find_companies
from bot.chinese.yes_no import bare
from bot.interview.reading import is_question

REFUSALS = ("cancel", "deny")
GIVES_UP = re.compile(r"不(?:想|要|打算)?再?(?:要|告|办|弄|搞|填|投诉|登记|说|写)了|算了|撤|取消|放弃|停")
NOT_KNOWN = re.compile(
    r"不知|不晓|晓不得|知不道|认不得|不清楚|不记得|不懂|不了解|不认识|不确定|[记说搞弄]不|[忘]|没(?:注意|问(?!题)过?|数过?|印象|听说|看清|记)|哪(?:晓得|知道|记得)|谁(?:知道|晓得)|拿不准|不太|不好说|鬼晓得|天晓得")
#: a firm of which no name is known: 好像是重庆的一个建筑公司
SOME_FIRM = re.compile(
    r"(?:[一某]|(?:是|有))[个家](?:什么|啥子?)?[\u4e00-\u9fff]{0,6}(?:公司|集团|单位|企业|国企|央企)(?:的|吧|嘛|噻)*$")
OTHERS_KNOW_NOT = re.compile(r"(?:老板|包工头|工头|他们?|她|对方)[^,，。]{0,4}$")
NEVER_AGREED = re.compile(r"^(?:都|也|当时|一直)?没(?:有)?(?:讲|说|谈|定|问|看|注意|记)(?:过|好|清|住|价|这个)?$")
#: no pay was agreed on
NO_RATE = re.compile(
    r"(?:都|也|当时|一直|就|啥都|什么都)*(?:没有?|没得|莫得|冇)(?:这个|这回事|工价|价钱|价|标准|固定|一定|准数|数)?(?:的|了|啊|嘛)*")
#: how it is reckoned, and no price: 按平方, 看活给
NO_PRICE = re.compile(
    r"(?:都|是|就|一般|老板)*(?:[按论](?:平方|平米|平|方|米|吨|件|量|面积|个|趟|单|活|进度)(?:数|量)?|看(?:活|情况|量|效益|心情)|计件|包工|不固定|不一定)"
    r"(?:给钱?|算钱?|结|发|来|计|的|呢|定)*")


def tells_no_rate(text: str) -> bool:
    """Whether no pay was agreed on, or only how it is reckoned (按平方, 看活给)."""
    plain = bare(text)
    return bool(NO_RATE.fullmatch(plain) or NO_PRICE.fullmatch(plain))


def some_firm(text: str) -> bool:
    """Whether a firm is spoken of and none is named (牌子上好像是重庆的一个建筑公司)."""
    return bool(SOME_FIRM.search(text.strip(" ,，。.!！"))) and not find_companies(text)


def knows_not(text: str) -> bool:
    """Whether he says of himself that he does not know (具体哪个公司包的我晓不得)."""
    found = NOT_KNOWN.search(text)
    return found is not None and not OTHERS_KNOW_NOT.search(text[: found.start()]) and not is_question(text)
