"""Whose story it is: the speaker's own, or that of a husband, father, workmate (second-hand)."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.lexicon import any_of

_DOES = any_of(r"""
    在 去年 今年 前年 上个月 从 跟着 跟 给 帮 干活 干了 做了 做工 打工 上班 干 做 被 的工资 的工钱 的钱 的血汗钱 的活 没拿到
    没有拿到 没结 是 是个 是做 是干 也是 他 她 到 去 出来 辞职 离职 一直 \d 一个 两 三 四 五 年初 工资
    干完 没签 拿不到 要不到 做完 已经 春节 过年 正月 腊月 当 做木工 扛 搬 拉 开 送 那 上 受 工作 几个 一年""")
_OWN = re.compile(any_of(r"""
    欠我(?!老|爸|妈|爹|娘|哥|弟|姐|妹|儿|女|媳|爱|丈|对|男|父|母|叔|舅|家|朋|表|堂|婆|姨|孩) 欠我们 差我们
    差我(?!老|爸|妈|哥|弟|姐|妹) 我们在 我在 我去年 我今年 我从 我们从 我的工资 我们的工资 我工资 我们工资 我干 我们干
    我做了 我们做 我跟着 我们跟 我一天 我一个月
    我去 我们几 我被 我没拿 我们没拿 我也没拿 给我打(?!电话) 俺在 我和 我跟 我与 我们都 我们\d 我们[一二三四五六七八九十]
    我还有 我是(?:做|干|在|个|木|钢|泥|小)"""))
#: 欠我七千,欠我堂弟六千: his own claim is told too
_OWED_TO_ME = re.compile(r"(?:欠|差|拖欠)(?:着|了)?(?:我|俺)(?:自己|本人)?(?:的)?(?=[\d一二两三四五六七八九十])")
#: 我3800我媳妇3200: of two shares one is his own
_MY_SHARE = re.compile(r"(?:^|[,。;!?\s])(?:我|俺)(?:的|自己的?)?(?=\d{3}|[一二两三四五六七八九十]{1,2}[万千百])")
_NOT_BEFORE = re.compile(
    r"(?:和|跟|与|同|带|叫|喊|介绍|经|被|是|找|还有|让|认识|通过|请|、|告诉|替|问|借|把|连|一起的|"
    r"听)(?:我|俺|我的|一个|的|几个)*$"
)


def is_second_hand(text: str) -> bool:
    """Whether the facts are told for somebody else (我老公…, 帮我爸问一下); false when the speaker tells of himself too."""
    who = lexicon.alternation("relatives")
    if re.search(
        rf"(?:帮|替|代|给)(?:我|俺|我的|个|一个|家里|他|我们)*(?:{who})\w{{0,4}}(?:问|咨询|打听|要|"
        rf"讨|求助|维权|说)", text):
        return True
    owed_to = re.search(rf"(?:欠|差|不给|没给|拖欠|该)(?:着|了)?(?:我|俺)(?:的)?(?:{who})(?!介绍)", text)
    if owed_to and not (_OWED_TO_ME.search(text) or _MY_SHARE.search(text)):
        return True
    if _OWN.search(text) or _MY_SHARE.search(text):
        return False
    family = lexicon.alternation("relatives", ("family",))
    friend = lexicon.alternation("relatives", ("friend",))
    # a friend must be one (我朋友, 我一个工友); 工友们 are part of the speaker's own crew
    pattern = (
        rf"(?:我|俺)(?:的|家|家里|们家)?(?:{family})|(?:我|俺)(?:的|有个|有一个|一个|有位)?(?:{friend})(?!们)"
        rf"|(?:^|[,。:])(?:{family}|(?:有个|一个)(?:{friend}))"
    )
    for match in re.finditer(pattern, text):
        if _NOT_BEFORE.search(text[: match.start()]) or re.match(
            r"(?:们|介绍|叫我|喊我|带我|说|两|俩|和我|跟我|一起|就是老板|是老板|是包工头|也|让我)", text[match.end() :]):
            continue
        if re.match(rf"(?:[一-龥]{{0,2}})?(?:{_DOES})", text[match.end() :]):
            return True
    return False
