"""Wishes that no question of a form asks for: how much is owed by now, only the one thing that matters, no danger after all."""
from __future__ import annotations

import re
from collections.abc import Mapping

from bot.chinese.crew_total import crew_total
from bot.chinese.normalise import normalise
from bot.chinese.values import Fact

TOLD = ("known", "vague", "second_hand")
SUM_SLOTS = ("owed_amount", "paid_amount")
_WHO = (
    r"(?:那|现在|请问|你|帮我|看看|看下|算算|算下|我|到底|究竟|一共|总共|合计|他们?|她|老板|公司|厂里?"
    r"|店里|包?工头|单位|还|应该|都|的|[,，\s])*")
_ASKS_SUM = re.compile(
    rf"{_WHO}(?:拖?欠|差)(?:了|着)?(?:我们?|俺们?|咱们?)?(?:的)?(?:钱|工资|工钱|账)?(?:一共|总共|到底|究竟|是|有|[,，\s])*(?:多少|好多|几多)"
    r"(?:钱|工资|工钱|块)?(?:来着|啊|呀|呢|了|嘛)*"
    rf"|{_WHO}(?:记|登记|写|说)(?:的|了)?(?:欠|金额|钱数)?(?:是|的是)?(?:多少|好多|几多)(?:钱|块)?(?:来着|啊|呀|呢|了|嘛)*")
_MAIN_THING = re.compile(
    r"(?:先|就|只|直接|捡|拣|挑|单)(?:给我|跟我)?(?:说|讲|告诉我|办|做|问)?(?:个|一?下)?(?:最急|(?:最|顶)?(?:要紧|重要|关键))的?(?:事|一?件|一?样|一?条|话)?"
    r"(?:情)?(?:先)?(?:说|讲|办|做)?(?:吧|嘛|啊|就行|就好|好了|了)*$"
    r"|(?:最|顶)(?:要紧|重要|关键)的?(?:事|一?件|一?样|一?条)?(?:先)?(?:说|讲)(?:吧|嘛|就行|就好)*$"
    r"|长话短说|(?:就|只|给我|你)?(?:一句话|一句)(?:说|告诉我|讲)(?:清|完)?")
_NO_DANGER = re.compile(
    r"气话|开(?:个|的)?玩笑|说着玩|随口(?:一)?说|(?:瞎|乱|胡)说的?|没(?:什么|啥)?[大]?事(?:儿|了)?(?!干|做|情)|不会(?:真的?)?(?:想不开|做傻事|去死|寻短见|动手)"
    r"|不是(?:真的?|真想|那个意思|这个意思|孩子|小孩|童工|危险)|没有?(?:危险|想不开|受伤|动手|被打|打架|孩子|小孩)|(?:说|打|写|看|理解|搞|弄|听)错|误会|我(?:好着|好得很|很好)"
    r"|(?:现在|人|我们?)安全")
#: the same where no alarm was raised: nothing else stands in the message
_ALL_IS_WELL = re.compile(
    r"(?:那|刚才|我|俺|放心|别担心|嗯|哎|就是?|只是|真的?|都是?|是|[,，。!！\s])*"
    r"(?:(?:没(?:什么|啥)?事|好着呢|好得很|(?:说的?|讲的?|一句)?气话|(?:开(?:个|的)?|说)?玩笑(?:话)?的?|(?:说|讲)着玩|随口(?:一)?说|"
    r"不会(?:真的?)?(?:想不开|做傻事|去死|寻短见|动手))(?:的|了|儿|呢|啦|吧|嘛|[,，。!！\s]|就是?|只是|我|都是)*)+")

_NEXT_STEP = re.compile(
    r"(?:那|好|好的|嗯|哦|请问|我|俺|我们|你看|[,，\s])*(?:下一步|接下来|接到起|往后|后面|下面|然后|现在|下步)(?:我|俺|我们|又|就|应该|应|该|要|还|得|呢|的话|[,，\s])*"
    r"(?:(?:咋个?|怎么|啷个|咋么|如何)(?:办|整|弄|做|搞|走|操作)|(?:干|做|办|搞|弄)(?:啥子?|什么|哪样)|去哪里?|先做什么|是什么|是啥)?(?:呢|啊|嘛|呀|哦|喃)*")

_ASKS_KEPT = re.compile(
    r"(?:那|请问|现在|,)*(?:我的|我)(?:资料|信息|东西|记录|数据|事|案子)(?:你|都|真的?|是不是|还|全|现在|到底)*(?:在|有|存着|留着|记得|删(?:干净|掉|完)?了|没了)"
    r"(?:你)?(?:这里|那里|手里)?(?:吗|不|么|没有?)"
    r"|你?(?:还|都)*(?:记得|认得)我(?:吗|不|么)"
    r"|(?:那|请问|,)*你?(?:还|都|现在|到底)*(?:记得|晓得|知道|存了|留了|记着|存着)我(?:的|前面|刚才|以前|上次|都|跟你)*(?:说|讲|告诉你)?过?的?(?:些)?"
    r"(?:啥子?|什么|哪些|哪样|事|话|资料|信息|东西)(?:吗|不|么|没有?)?")

#: what was played back is right (是的对)
_RIGHT = re.compile(
    r"(?:(?:嗯+|好的?(?=,?没问题)|是|对|没错|对头|正确|是这样|就是这样|没问题)(?:的|了|啊|呀|哦|嘛|吧|噻)*[,，。!！\s]*)+")

#: what was noted so far: 你都记了啥, 我说的你都记了啥
_NOTED = re.compile(
    r"(?:那|现在|目前|刚才|前面|之前|到底|一共|我|俺|说|讲|填|的|话|你们?|都|已经|给我|帮我|[,，\s])*记(?:录|下|到|起)?(?:了|得有|的|起)?(?:都|有|是|些|的)*"
    r"(?:啥子?|什么|哪些|哪样|哪几样|些啥)(?:东西|内容|情况)?(?:了|呢|啊|嘛|呀|哦|喃|来着)*")
_SHOWN = (
    r"(?:我|俺|你)?(?:(?:前面|前头|之前|刚才|上面)(?:我|你)?(?:说|讲|填|记|登记)?|说|讲|填|记|登记)(?:过|了|下)?的?"
    r"(?:那些|这些|内容|东西|信息|话|事)*")
_LOOK = r"(?:看一?下|看一?看|念一?下|念一?遍|说一?下)"
#: the same as a wish to see it: 你把前面的给我看一下, 看看你记的
_SHOW = re.compile(
    rf"(?:你|请|麻烦|能不能|可不可以|可以|帮我|我想|我要|[,，\s])*(?:(?:把|将)?{_SHOWN}(?:都|再|全部?|[,，\s])*(?:给我|让我|发我|拿给我|我)?(?:再|先)?{_LOOK}"
    rf"|(?:给我|让我)?{_LOOK}{_SHOWN})(?:嘛|吧|啊|呗|行不行|吗|好吗)*")


def asks_told(text: str) -> bool:
    """Whether the whole message asks what was noted of all that he told (你记了些啥子, 把前面的给我看一下)."""
    plain = normalise(text).strip(" ,。.?!")
    return bool(_NOTED.fullmatch(plain) or _SHOW.fullmatch(plain))


def all_told(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts that were told, without those that are not known or were left out."""
    return {slot: fact for slot, fact in facts.items() if fact.state in TOLD}


def says_right(text: str) -> bool:
    """Whether the whole message only says that it is so (是的对)."""
    return bool(_RIGHT.fullmatch(normalise(text).strip()))


def asks_sum(text: str) -> bool:
    """Whether the whole message asks how much was told to be owed (欠我多少)."""
    return bool(_ASKS_SUM.fullmatch(normalise(text).strip(" ,。.?!")))


def told_sum(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts that say how much is owed and paid, the sum of a crew with its number of people; empty when none was told."""
    told = {slot: facts[slot] for slot in SUM_SLOTS if slot in facts and facts[slot].state in TOLD}
    people = facts.get("people_count")
    return {**told, "people_count": people} if people and crew_total(people) else told


def wants_main_thing(text: str) -> bool:
    """Whether he has no time for questions and wants the one thing that matters (有点忙,先说最要紧的)."""
    return bool(_MAIN_THING.search(normalise(text).strip(" ,。.!~")))


def takes_danger_back(text: str) -> bool:
    """Whether words after an answer to a danger say that there is none (我没事,就是气话)."""
    return bool(_NO_DANGER.search(normalise(text)))


def says_all_is_well(text: str) -> bool:
    """Whether the whole message only says that he is well and meant no harm (我没事,就是气话)."""
    return bool(_ALL_IS_WELL.fullmatch(normalise(text).strip()))


def asks_next_step(text: str) -> bool:
    """Whether the whole message asks what comes next (下一步咋办, 那我现在该干啥)."""
    plain = normalise(text).strip(" ,。.?!~")
    return plain != "现在" and bool(_NEXT_STEP.fullmatch(plain))


def asks_what_is_kept(text: str) -> bool:
    """Whether the whole message asks if anything of his is still there (我的资料还在吗, 你记得我说过啥)."""
    return bool(_ASKS_KEPT.fullmatch(normalise(text).strip(" ,。.?!~")))
