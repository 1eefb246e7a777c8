"""Short answers to what is asked about a photo: keep it or remove it, read rightly or wrongly."""
from __future__ import annotations

import re
from typing import Literal

from bot.chinese.normalise import normalise

_SIGNS = re.compile(r"[\s,。.!~、;:…]+")
_PHOTO = r"(?:照片|相片|图片?|截图|身份证(?:的?(?:照片|图片?))?|银行卡(?:的?(?:照片|图片?))?|拍的)"
_WHICH = r"(?:(?:我|这|那|刚才|刚刚|今天|上面)的?|(?:刚|刚刚|刚才|今天|上面)?(?:发|传|拍)的?|一?张|个|的)+"
_THING = rf"(?:(?:{_WHICH})?{_PHOTO}|{_WHICH})"
_VERB = r"(?:删除?|去|擦|清除?|撤回?|扔|丢)(?:掉|了)?"
_MISTAKE = r"(?:(?:刚才|刚刚)?(?:照片|这张|那张)?(?:发|拍|传)错(?:人|图|照片)?了?)"
_LEAD = r"(?:那就?|还是|麻烦|帮我|请|把|给我)*"
_TAIL = r"(?:吧|嘛|了|算了|行吗|可以吗)*"
_REMOVE = re.compile(
    rf"{_MISTAKE}?{_LEAD}{_THING}?(?:能不能|可不可以|给我)?{_VERB}{_TAIL}(?:{_THING}{_TAIL})?|{_THING}?(?:就)?不要{_TAIL}"
    rf"|(?:那就?|还是)?(?:别|不要?|莫)(?:留|存|保留)?(?:了|着|它)*(?:吧)?")
_KEEP = re.compile(
    r"(?:那就?|还是|先|就|都|行|好的?|可以|没事|没关系)*(?:留|存|保留|放)(?:着|下|起)?(?:吧|嘛|了|它|这张)*"
    r"|(?:别|不要?|莫|不用)(?:删|去掉?)(?:掉|了|除)*(?:吧)?")
_NAMES = re.compile(rf"{_PHOTO}|[这那]张|(?:发|传|拍)(?:错|的)")
_RIGHT = re.compile(r"(?:都|全)?读(?:得|的)?(?:都|全)?(?:很|完全)?对(?:的|了|呢|啊)*")
_WRONG = re.compile(r"读(?:得|的)?(?:不对|错)|没读对|你读错")


def about_photo(text: str) -> Literal["keep", "remove"] | None:
    """"keep" for 留着, 别删; "remove" for 删掉这张, 把照片删了, 不要留; None for anything else."""
    plain = _SIGNS.sub("", normalise(text))
    if _KEEP.fullmatch(plain):
        return "keep"
    return "remove" if _REMOVE.fullmatch(plain) else None


def names_photo(text: str) -> bool:
    """Whether the words speak of a photo (照片, 这张, 发错): 删了 alone may mean anything."""
    return bool(_NAMES.search(text))


def says_read(text: str) -> Literal["right", "wrong"] | None:
    """"right" for 读对了, "wrong" for 读错了 with or without more words; None for anything else."""
    plain = _SIGNS.sub("", normalise(text))
    if _RIGHT.fullmatch(plain):
        return "right"
    return "wrong" if _WRONG.search(plain) else None
