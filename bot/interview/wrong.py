"""Words that take back what was told before: 说错了, 不对,是…, 改成…, another sum."""
from __future__ import annotations

import re

from bot.chinese.amounts import find_amounts
from bot.chinese.denials import never_said
from bot.chinese.normalise import normalise
from bot.chinese.scene import spaces_to_commas

#: he says himself that he was wrong, or takes another sum than before (还是一万零四百吧)
WRONG = re.compile(
    r"(?:^|[,，。\s])(?:不对|哎呀?|等等|我|俺|刚才|刚刚?|前面|上面|上次|那个|是|又)*(?:说|写|打|记|填|算|讲|报|弄|搞)(?:错|岔|混)(?:了|啦)?"
    r"(?=$|[,，。\s是应])")
#: 不对, and behind it what is right
NOT_SO = re.compile(
    r"^(?:哎呀?|哦|诶|等等|[,，\s])*(?:不对|不是的?|错了)(?:头|的|了|啊|哦|嘛)*[,，。!！\s]+(?:应该|其实)?(?:是|叫)?(?=\S{2})")
#: 地点改成芜湖, 不是300,是350: takes back what was told, where that is found
CHANGED = re.compile(r"(?:改|换|更正)(?:成|为|到)(?=.)")
NOT_BUT = re.compile(r"^(?:不是|并非)[^,，。]{1,16}?[,，\s]*(?:而|应该|其实)?是(?=.)")
#: a total that takes in more than the sum before (加上加班费一共26000)
TOTAL = re.compile(
    r"^(?:还要|再|把)?(?:加上|算上|连上|连)[^,，。\d]{1,10}(?:一共|总共|合计|共)是?(?=[\d一二两三四五六七八九十])"
    r"|^[^。!?？]{1,14}(?:算|加)(?:进去|进来|在内|上)(?:的|的话|了)?[,，]?(?:就|那)?(?:一共|总共|合计|共)(?:欠|就|我)*是?(?=[\d一二两三四五六七八九十])")
#: the whole of several months (四个月一共一万八), told after what may have been the pay of one
MONTHS_TOGETHER = re.compile(
    r"^(?:这|那|就|欠)*[\d一二两三四五六七八九十]{1,2}个半?月(?:的)?(?:工资|工钱|钱)?(?:加起来|合起来)?(?:一共|总共|合计|共|就)(?:欠|差|是|我)*"
    r"(?=[\d一二两三四五六七八九十])")
#: not sure, which NLU takes for a correction (应该是叫周国平)
HEDGE = re.compile(r"^(?:嗯|哦|那|我想想|我记得|他|她|名字|[,，\s])*(?:应该|应当|可能|好像|大概|估计)(?:就)?(?:是|叫|在)")
#: 不对,是一万六千多
OTHER_SUM = re.compile(
    r"^(?:不对|不是)(?:的|了|啊|哦)?[,，\s]*(?:应该)?(?:是|欠|还[欠差剩]|剩)(?:还)?(?:[欠差剩]下?)?(?:我)?(?=[\d一二两三四五六七八九十])")
RATHER = re.compile(r"^(?:那|嗯|哦|我想想|算了|不对)*[,，\s]*还是(?:按|算|写|填)?(?=[\d一二两三四五六七八九十])")


def says_wrong(text: str) -> bool:
    """Whether he takes back what he said before, whatever NLU makes of it."""
    sums = (RATHER, TOTAL, OTHER_SUM, MONTHS_TOGETHER)
    other_sum = any(pattern.search(text) for pattern in sums) and find_amounts(text)
    return bool(WRONG.search(text) or is_changed(text) or other_sum or never_said(parted(text)))


def is_changed(text: str) -> bool:
    """Whether something is put in the place of something else (地点改成芜湖, 不是300,是350, 不对,是三月干的)."""
    return bool(NOT_SO.match(text) or CHANGED.search(text) or NOT_BUT.search(text))


def parted(text: str) -> str:
    """Normal writing, with commas for the spaces between clauses."""
    return normalise(spaces_to_commas(text))


def without_wrong(text: str) -> str:
    """The text without the words that take something back (说错了 是刘大柱: 刘大柱)."""
    return re.sub(r"^(?:[,，。\s]|应该|其实|是)+", "", WRONG.sub("", NOT_SO.sub("", text), count=1))
