"""His own share, told with 我 (我一个人就有两千三, 我那份四千; 人均八千,我比别人多点,八千八), where money stays out."""
from __future__ import annotations

import re

from bot.chinese.scene import Scene
from bot.chinese.told_words import OUT, WORK
from bot.chinese.values import Amount

_LEAST = 500_00  # fen: a smaller sum beside 我一个人 may be a day's pay
_FILL = r"(?:合计|一共|总共|共计|加起来|算下来|大概|差不多|就|是|有|也|还|该|占|得|的|,)*"
_ME = r"(?:我|俺)(?:一个人|个人|自己|本人)(?:的)?(?:那份|这份)?|(?:我|俺)(?:的)?[那这](?:一?份|块)"
_STRETCH = r"(?:(?:[\d一二两三四五六七八九十半]{1,3}个?半?月|[\d一二两三四五六七八九十]{1,3}天)(?:的)?(?:工资|工钱)?)?"
_MINE = re.compile(rf"(?:{_ME}){_FILL}{_STRETCH}{_FILL}$")
#: more or less than the others, whose share is told before
_THAN_OTHERS = re.compile(
    r"(?:我|俺)(?:要)?(?:比)(?:别人|人家|他们|大家|其他人|工友)(?:要|还|又|稍微|略)*[多少](?:了)?(?:一?点|一些|些)?,?(?:大概|差不多|就|是|有|共|一共)*$"
)
_WORK = re.compile(rf"{WORK.pattern}|大家|我们|工友|人均|每人|一个人")
_REMEDY = re.compile("[去要]告|起诉|仲裁|讨薪|讨回|讨要")
#: what he spent, paid or holds is no wage
_ELSE = re.compile("垫|花|押金|借|罚|赔|交了|出了|投|凑|领了|拿了|只拿|每天|一天|每个?月|一个月|说好|谈好|讲好|里[面头]|卡|存")


def than_others(scene: Scene) -> Amount | None:
    """His sum where he sets it beside the share of the others; None when not just one is told so."""
    return _one(scene, _THAN_OTHERS)


def own_sum(scene: Scene) -> Amount | None:
    """The one sum that he calls his own in a story in which money stays out; else None."""
    told = OUT.search(scene.text) or _REMEDY.search(scene.text)
    return _one(scene, _MINE) if told and _WORK.search(scene.text) else None


def _one(scene: Scene, pattern: re.Pattern[str]) -> Amount | None:
    found = [one for one in scene.amounts if one.unit == "sum" and one.low >= _LEAST and _is_told(scene, one, pattern)]
    figures = {(one.low, one.high) for one in found}
    return found[0] if len(figures) == 1 else None


def _is_told(scene: Scene, amount: Amount, pattern: re.Pattern[str]) -> bool:
    lead = re.split("[。!?;]", scene.text[: amount.start])[-1]
    clause = scene.text[slice(*scene.clause(amount.start))]
    return bool(pattern.search(lead)) and not _ELSE.search(clause)
