"""What is said about photos: keep or remove it, read rightly or wrongly, look at the rest, which of several is what."""
from __future__ import annotations

import re
from typing import Literal

from bot.chinese.normalise import normalise

MOST_PHOTOS = 200  # of one case
_SIGNS = re.compile(r"[\s,。.!~、;:…]+")
_PAPER = r"(?:(?:欠条|借条|收条|工资条|合同|考勤表?|记工本|聊天记录?|流水|转账|结算单|告示牌|工作?[牌证])的?)"
_PHOTO = rf"{_PAPER}?(?:照片|相片|图片?|截图|身份证(?:的?(?:照片|图片?))?|银行卡(?:的?(?:照片|图片?))?|拍的)"
_WHICH = r"(?:(?:我|这|那|刚才|刚刚|今天|上面)的?|(?:刚|刚刚|刚才|今天|上面)?(?:发|传|拍)的?|一?张|个|的)+"
_THING = rf"(?:(?:{_WHICH})?{_PHOTO}|{_WHICH})"
_VERB = r"(?:删除?|去|擦|清除?|撤回?|扔|丢)(?:掉|了)?"
_MISTAKE = r"(?:(?:刚才|刚刚)?(?:照片|这张|那张)?(?:发|拍|传)错(?:人|图|照片)?了?)"
_LEAD = r"(?:那就?|还是|麻烦|帮我|请|把|给我)*"
_TAIL = r"(?:吧|嘛|了|算了|行吗|可以吗)*"
_REMOVE = re.compile(
    rf"{_MISTAKE}?{_LEAD}{_THING}?(?:能不能|可不可以|给我)?{_VERB}{_TAIL}(?:{_THING}{_TAIL})?"
    rf"|{_MISTAKE}?{_THING}?(?:就)?不要{_TAIL}|{_MISTAKE}(?:怎么办|咋办|咋个办)?"
    rf"|(?:那就?|还是)?(?:别|不要?|莫)(?:留|存|保留)?(?:了|着|它)*(?:吧)?")
_KEEP = re.compile(
    r"(?:那就?|还是|先|就|都|行|好的?|可以|没事|没关系)*(?:留|存|保留|放)(?:着|下|起)?(?:吧|嘛|了|它|这张)*"
    r"|(?:别|不要?|莫|不用)(?:删|去掉?)(?:掉|了|除)*(?:吧)?")
_NAMES = re.compile(rf"{_PHOTO}|[这那]张|(?:发|传|拍)(?:错|的)")
_REST = re.compile(
    r"(?:好的?|那|请|你|帮我|麻烦|再|就|把)*(?:接着|继续|往下|再)看(?:看|下|一下)?(?:(?:剩下|其他|其它|后面|别)的?|下?一?张|照片|图片|的)*(?:吧|嘛|啊|了)*"
    r"|(?:把|再|帮我)*(?:剩下|其他|其它|后面|没看)的?(?:几张|那几张)?(?:照片|图片)?的?(?:也|都|接着|继续)+看(?:看|下|一下|了|完)*(?:吧|嘛)*"
    r"|(?:接着|继续)?看(?:剩下|后面|没看)的?(?:几张)?(?:照片|图片)?(?:吧|嘛)*|(?:接着|继续)?看下一?张(?:照片|图片)?(?:吧|嘛)*")
_N = r"(?:[一二三四五六七八九十两]{1,3}|\d{1,3})"
_OF = r"(?:张|幅|份)"
_ONE = (rf"(?:倒数第{_N}{_OF}?|最后面?(?:那|这)?{_N}?{_OF}|(?:前|头|后){_N}{_OF}|第?{_N}{_OF}?(?:到|至|-)第?{_N}{_OF}|第{_N}{_OF}"
        rf"|第{_N}(?=[、,和跟与及])|{_N}{_OF}?(?=[、,和跟与及]第?{_N}{_OF}))")
_GROUP = re.compile(r"(?:其中|照片里|不对|不是|那|这|我发的|刚才|刚发的|的|,)*"
                    rf"(?P<which>{_ONE}(?:(?:[、,和跟与及]|还有)(?:{_ONE}|{_N}{_OF}))*)"
                    r"(?:照片|图片|图|相片)?(?:也|都|全|其实|应该|才|就|不是[^,]{1,6},?)*(?:是|拍的是|拍的|:)?")
_FIGURES = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_SITE_VIDEO = re.compile(r"(?:现场|工地|工厂|车间|干活)[^,]{0,6}(?:视频|录像|录的像)")
_ANY_PHOTO = re.compile(r"照片|相片|图片?|截图|截屏|拍的照|视频|录像")
_PLACE = re.compile(r"工地|现场|干活|做工|上班|施工|车间|厂|宿舍|工棚|活路")
_THIS = re.compile(
    r"(?:不对|不是|错了)?[这那]一?[张份](?:照片|图片?)?(?:不是\w{1,6}?)?(?:就|才|其实|应该)*是(?!啥|什么|不是|谁|哪)")
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


def without_read(text: str) -> str:
    """The text without the words that it was read wrongly (读错了，欠8000: 欠8000)."""
    return re.sub(r"^[\s,，。]+", "", re.sub(rf"(?:照片|图|你|这张)*(?:{_WRONG.pattern})(?:了|的|啊|哦)*", "", text, count=1))


def only_says_sent(text: str, word: str) -> bool:
    """Whether `word`, taken for a kind, only says that a photo was sent (发了一张照片, 给你看个截图)."""
    return bool(_ANY_PHOTO.fullmatch(word)) and not _PLACE.search(normalise(text))


def names_this(text: str) -> bool:
    """Whether he says of the photo before him what it is: 这张是工资条, 不对，这是合同."""
    return bool(_THIS.match(_SIGNS.sub("", normalise(text))))


def wants_rest(text: str) -> bool:
    """Whether he wants the photos looked at that wait: 接着看, 看剩下的照片, 看下一张."""
    return bool(_REST.fullmatch(_SIGNS.sub("", normalise(text))))


def is_site_video(text: str) -> bool:
    """Whether he calls it a video of the place where he worked: no talk is recorded there."""
    return bool(_SITE_VIDEO.search(normalise(text)))


def numbered_photos(text: str, count: int) -> list[tuple[tuple[int, ...], str]]:
    """(places from 1, what he says they are) of 第二张是工资条, 前两张是合同，最后一张是考勤; [] for other words.

    `count`: how many photos there are, for 最后一张. A place may be greater than `count`: there is no such photo.
    """
    plain = re.sub(r"[\s。.!~;:…,]+", ",", normalise(text)).strip(",")
    groups = list(_GROUP.finditer(plain))
    if not groups or groups[0].start() > 0:
        return []
    ends = [group.start() for group in groups[1:]] + [len(plain)]
    told = [(_places(group["which"], count), plain[group.end():end].strip(",")) for group, end in zip(groups, ends, strict=True)]
    return [(places, kind) for places, kind in told if places and kind]


def removed_photos(text: str, count: int) -> tuple[int, ...]:
    """The places of 删掉第二张, 把最后一张照片删了; () for other words."""
    plain = re.sub(r"[\s。.!~;:…]+", "", normalise(text))
    named = re.search(_ONE, plain)
    return _places(named.group(), count) if named and about_photo(plain.replace(named.group(), "这张")) == "remove" else ()


def about_photos(text: str) -> bool:
    """Whether it speaks of the photos that he sent: 接着看, 第一张是合同, 这张是合同, 删掉第二张, 读对了, 读错了，欠8000."""
    if wants_rest(text) or names_this(text) or says_read(text):
        return True
    return bool(numbered_photos(text, MOST_PHOTOS) or removed_photos(text, MOST_PHOTOS))


def _places(which: str, count: int) -> tuple[int, ...]:
    """The places that are named: 第一、三张, 前两张, 第二到第四张, 最后一张, 倒数第二张."""
    found: list[int] = []
    for piece in re.findall(rf"{_ONE}|{_N}{_OF}", which):
        numbers = [_number(one) for one in re.findall(_N, piece.replace("最后一", "最后1"))]
        first = numbers[0] if numbers else 1
        if piece.startswith("倒数"):
            found.append(count + 1 - first)
        elif piece.startswith(("最后", "后")):
            found.extend(range(max(1, count + 1 - first), count + 1))
        elif piece.startswith(("前", "头")):
            found.extend(range(1, first + 1))
        else:
            found.extend(range(first, numbers[-1] + 1) if len(numbers) > 1 else [first])
    return tuple(dict.fromkeys(place for place in found if place > 0))


def _number(figures: str) -> int:
    """二 is 2, 十二 is 12, 二十三 is 23."""
    if figures.isdigit():
        return int(figures)
    tens, ten, ones = figures.rpartition("十")
    return (_FIGURES.get(tens, 1) * 10 if ten else 0) + _FIGURES.get(ones, 0)
