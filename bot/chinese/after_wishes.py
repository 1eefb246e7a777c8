"""What is asked for after a filing: the days to watch, reminders off, reminders on."""
from __future__ import annotations

import re

from bot.chinese.normalise import normalise

_DAYS = re.compile(
    r"^(?:我|我的案子|这个|那|现在|请问|帮我看看|看看|案子|后面|接下来)*(?:"
    r"(?:还|都|一共)?有(?:哪些|什么|啥|那些|几个)(?:要(?:盯|记)的?)?(?:日子|期限|日期|截止|最后一天|时限)(?:要(?:盯|"
    r"记)|没过)?"
    r"|(?:要|该)(?:盯|记)(?:住|着)?(?:的)?(?:哪些|什么|啥)?(?:日子|期限|时间)(?:有哪些)?"
    r"|到(?:什么|啥)时候(?:为止|截止|到期|算完|是头)?|(?:什么|啥)时候(?:到期|截止|过期|到头)"
    r"|(?:期限|日子|截止日?期?|时限|最后一天|最后期限)(?:是|到|还有|在)?(?:哪天|哪一天|几号|什么时候|啥时候|多久|"
    r"多少天|几天|有哪些|哪些)"
    r"|还(?:有|剩)(?:多少|几)天(?:到期|截止|过期|过时效|时间)?|(?:把)?(?:日子|期限)(?:都)?(?:列|说|发)(?:一下|给我|"
    r"出来)*|存(?:到)?(?:手机)?日历"
    r")(?:呢|啊|呀|了|吧|来着)*[?？。!！]*$")
_STOP = (
    r"(?:请|你|以后|求你|求求你|麻烦你?|都|能不能|可以)*(?:别|不要|不用|莫|甭|不必|不想(?:再)?收到?|停止|停了?|取消|"
    r"关(?:了|掉|闭)?|停掉)(?:再|老|老是|总|总是|一直|天天|给我|跟我|向我)*(?:发|来)?")
_OFF = re.compile(
    rf"^(?:(?:{_STOP}(?:这些|那些|这种)?(?:的)?(?:提醒|催)(?:我|消息|信息|短信)?(?:了|吧|啦|啊|行不行|好不好|嘛)*)|"
    rf"(?:把)?提醒(?:都|给我)?(?:关了|关掉|停了|停掉|取消|关闭)(?:吧|了)?|烦死了别提醒我?了?)$")
_ON = re.compile(
    r"^(?:请|你|麻烦你?|到(?:时候?|日子|期|那天|时间)?(?:了)?(?:再|就|要|也|请)?|记得|还是|帮我|要|可以|重新|继续|"
    r"接着|恢复|快到了?)*(?:提醒)(?:一下|一声)?(?:我|俺)?(?:一下|一声|吧|哦|啊|了|嘛)*$"
    r"|^(?:把)?提醒(?:打开|开开|开启|开)(?:吧|了)?$|^(?:打开|开启|开|恢复|继续)提醒(?:我)?(?:吧)?$")
_DAYBOOK = re.compile("工资|记工|每个?月|发没|上工|打卡|天天问|问我")


def asks_days(text: str) -> bool:
    """Whether he asks for the days to watch (还有哪些日子, 到什么时候)."""
    return bool(_DAYS.search(normalise(text).strip()))


def reminders_wanted(text: str) -> bool | None:
    """True for 提醒我, False for 别提醒, None for other words; the monthly question about wages is another thing."""
    plain = normalise(text).strip(" ,，。!！~")
    if _DAYBOOK.search(plain) or len(plain) > 24:
        return None
    if _OFF.search(plain):
        return False
    return True if _ON.search(plain) else None
