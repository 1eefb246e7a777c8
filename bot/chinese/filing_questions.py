"""What a worker asks before he says yes to a filing: which of the answers in content/words/filing.yml (`questions`) it wants."""
from __future__ import annotations

import re

from bot.chinese.normalise import normalise

_SENT = r"(?:确认)?(?:提交|登记|交上去|交出去|递上去|递交|(?<![提递])交)"
_BOSS = r"(?:老板娘?|公司|厂里?|单位|包?工头|他们?|对方|领导|经理)"
_ASKS = r"(?:吗|么|嘛|不$|没$|\?|能不能|可不可以|可以|还能|能|会不会|要不要|是不是|多久|怎么|咋|啥|什么|多少|谁|哪)"
_ABOUT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("meaning", re.compile(rf"{_SENT}[^,。]{{0,4}}(?:啥|什么)(?:意思|东西)|(?:啥|什么)(?:叫|是){_SENT}|确认(?:啥|什么)")),
    ("undo", re.compile(rf"{_SENT}.{{0,8}}(?:撤|改|反悔|后悔|取消|收回)|(?:能|可以).{{0,4}}(?:撤回|撤销|反悔|后悔|收回)")),
    ("boss", re.compile(rf"{_BOSS}.{{0,6}}(?<!不)(?:知道|晓得|发现)|(?:开除|辞退|炒掉?|报复|收拾)我|把我开"
                        r"|被(?:开除|辞退|炒|报复)")),
    ("money", re.compile(rf"{_SENT}.{{0,8}}(?:拿得?到|拿回|要得?回|要得?到|讨得?回|有钱)")),
    ("cost", re.compile(rf"{_SENT}.{{0,6}}(?:钱|收费|费用)|(?:要|花|收).{{0,2}}钱.{{0,4}}{_SENT}")),
    ("after", re.compile(rf"{_SENT}.{{0,6}}(?:会?怎么?样|会?咋样|咋办|后果|然后|之后呢|以后呢|有用|多久|结果|会发生)")),
    ("who", re.compile(r"(?:交|递|报)(?:给|到|去|上去)?(?:谁|哪里|哪儿|哪个|什么地方|啥地方)|谁(?:会|能|来)?看")),
)
_AGAIN = re.compile(r"(?:重新?|再)(?:一次|次)?(?:提交|递交|上交|交)")
_UNCLEAR = re.compile(r"(?:[看搞弄]?不(?:太)?|没(?:看|弄|搞))(?:懂|明白)|搞不清|(?:这个?|写得?|上面)*对不对\??$")


def about_filing(text: str) -> str:
    """undo, after, boss, money, who, cost or meaning for a question about the filing; "" for all else, a yes among them."""
    plain = normalise(text)
    if not re.search(_ASKS, plain):
        return ""
    return next((name for name, pattern in _ABOUT if pattern.search(plain)), "")


def is_unclear(text: str) -> bool:
    """Whether he says that he does not understand what he was shown, or asks whether it is right."""
    return bool(_UNCLEAR.search(normalise(text)))


def hands_in_again(text: str) -> bool:
    """Whether he wants what was written handed in once more (重新交, 再提交一次), and not to begin anew."""
    return bool(_AGAIN.search(normalise(text)))
