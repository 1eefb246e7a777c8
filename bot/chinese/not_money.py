"""What holds figures and is no money: dates, times, numbers of things and people, phones, ordinals. On levelled text."""
from __future__ import annotations

import re

from bot.chinese.personal import HOTLINES, find_personal

_HAN = "一二三四五六七八九十"
_NUMERAL = r"\d一二三四五六七八九十百千万亿两几"
_BLANK = [re.compile(pattern) for pattern in (
    r"〔[^〕]{1,8}#\d+〕",
    r"(?<!\d)(?:19|20)\d\d\s?(?:年|[./-])\s?\d{1,2}(?!\d)(?![元块万千百])(?:\s?(?:月份?|[./-])(?:\s?\d{1,2}(?![\d元块万千百])[日号]?)?)?",
    r"(?<!\d)(?:19|20)?\d\d年(?![薪])",
    r"[零〇一二三四五六七八九]{2,4}年(?=度|[初底前后中]|[\d一二三四五六七八九十]{1,2}月)",
    rf"(?<![{_NUMERAL}.])(?!(?:一|1)月(?:才|给|是|就)?\s?(?:\d{{3}}|[{_HAN}两][千百]))(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|腊|正|冬)月(?:份|底|初|中旬|[上中下]旬)?(?![薪结])"
    rf"(?:(?:初?[{_HAN}廿]{{1,3}}|\d{{1,2}})(?![\d{_HAN}百千万元块多两几]|个)[日号]?)?",
    r"(?<![\d.])(?:1[0-2]|0?[1-9])\.(?:[12]\d|3[01]|0?[1-9])(?=\s?(?:到|至|-|~)\s?(?:1[0-2]|0?[1-9])\.)",
    r"(?<=[到至~-])(?:1[0-2]|0?[1-9])\.(?:[12]\d|3[01]|0?[1-9])(?![\d元块万千百])",
    r"\d{1,2}[:]\d{2}(?!\d)",
    r"\d+/\d+(?:/\d+)?(?!\d)",
    rf"(?:第|初|周|星期|礼拜|农历|尾号|编号|工号|房号|车牌|单号)[{_NUMERAL}]+",
    rf"(?:百分|[{_NUMERAL}]+分)之[{_NUMERAL}.]+|[\d.]+\s?[%％‰]",
    r"(?<![A-Za-z\d])(?!RMB|rmb|CNY|cny)[A-Za-z]{1,5}-?\d+(?![\d元块万千百])",
    r"(?:小松|卡特|三一|日立|神钢|斗山|徐工|玉柴|山推|临工|沃尔沃|型号)\s?[A-Za-z]?\d+(?![元块万千百])",
    r"\d+(?:[a-jl-vx-z]|[wk][a-z])[a-zA-Z]*",
    r"(?<![\d,.])(?:\d{1,2},\d{4,}|\d{1,3}(?:,\d{3})+,\d{1,2})(?![\d,])",
    rf"(?<![{_NUMERAL}])(?:万一|千万(?=[别不要记莫]|小心|注意)|百姓|百分百|千方百计|千辛万苦|千家万户|百货|百度|万达|万科|百般|万般|一千零一夜|二话|三七|三无)",
    rf"(?<![{_NUMERAL}])(?:三番五次|七上八下|四处|五险一金|三险|一二三|十有八九|八九不离十|万事|千里|百忙|一五一十|三天两头|二维码|一个人|两口子|一家)",
    r"一(?:分|毛|角)钱?(?=都|也|没|不|未|冇|莫)|(?:十万火急|一千个不)",
    r"[没未不]有?(?:给|发|付|结|拿|见|收|得|领|挣)[到过了给着]?(?:我们?|俺|过)?一(?:分|毛|角)钱?",
)]
_TOGETHER = re.compile(r"(?<![十百千万\d])一块(?!钱|[一二两三四五六七八九半\d](?![个天年月])|[、。/整]|每)")
_AFTER_PRICE = re.compile(r"[件个斤次箱米平方单给扣欠罚加涨赚才按挣朵]$")
_HOTLINE = re.compile(rf"(?<!\d)(?:{'|'.join(sorted(HOTLINES, key=len, reverse=True))})(?![\d元块万千百.,])")
_CALL = re.compile(r"(?:打|拨|报|热线|电话|找|叫|喊|问)(?:了|过|的|一下|是|的是|了?一次|过?一次|过?几次)?$")
_LONG = re.compile(r"(?<![\d,.])0\d{2,}|\d{3,4}-\d{7,8}|\d{9,}(?![元块万.,])|(?<=电话)[:]?\d{7,8}")

COUNT = re.compile(
    r"(?:多|来|余|好几|几)?\s?(?:"
    r"个(?![wW])|人(?!民币|工(?!会|友|程)|家(?!里)|头)|名|位|口(?![头粮袋])|岁|年(?![底前后初终关货薪中尾])|月(?![底初末中薪结尾]|工资)|日(?![结薪常子后])|"
    r"号|天(?!天)|周(?![末转])|星期|礼拜|小时|钟|分钟|秒|里(?![头面边欠])|公里|米(?!线)|平(?![时均])|方(?![便面])|立方|吨|斤|公斤|亩|页|"
    r"件|次|遍|趟|车(?![费间钱])|条|张|份(?![子额])|本(?![来人身钱金月地该])|棵|只(?![有给发拿是够能要剩肯付结到还])|头(?![一两都钱])|双(?![方倍])|"
    r"套|台|辆|户|家(?![里人属])|栋|幢|层|楼|单元|室|级|度|瓦|伏|升|公顷|股|倍|成(?![了都交])|折|票|字(?![据条迹])|期(?![间限])|批|组|班(?![长组主])|"
    r"单(?![位子据价独])|根|支(?![付])|座|所(?![以有])|间(?!接)|处(?!理)|篇|轮|场|步|桶|瓶|碗|包(?![工括给吃干])|袋|箱|捆|盒|片|扇|道|排|届|"
    r"路|线(?!上)|毫米|厘米|公分|千瓦|码|粒|颗|类|种(?![地田菜])|样|节|课|代|世|季度|学期|版|顿|段|晚|夜|kg|km|cm|mm|m2|㎡|m(?![a-z])|%|％|"
    r"分之|工(?![资钱钿价程地友头作具期人])|工人(?!的?工?[资钱薪])|班次|比|:\d|兄弟|弟兄|老乡|工友|农民工)"
)
_CLOCK = re.compile(r"点(?=[钟半多整一二三四五\d前后起到就上下,，。]|左右|了|$)")
_THINGS = re.compile(r"块(?:砖|石|地(?!钱)|田|板|木|玻璃|牌|布|瓷|屏|电池|模|钢|铁|皮|铝|肉|预制|空心|表)")
_FEAST = re.compile(r"元(?:旦|宵|月|件|素|老|气)")


def blank(text: str) -> str:
    """The text with everything replaced by a filler, sign by sign, that cannot be money."""
    if re.search(r"\d{2,}|[零〇幺一二三四五六七八九]{7}", text):
        for number in find_personal(text):
            text = _fill(text, number.start, number.end)
    for pattern in _BLANK:
        text = pattern.sub(lambda match: "□" * len(match.group()), text)
    text = _LONG.sub(lambda match: "□" * len(match.group()), text)
    for match in _HOTLINE.finditer(text):
        if len(match.group()) > 3 or _CALL.search(text[:match.start()]):
            text = _fill(text, match.start(), match.end())
    for match in _TOGETHER.finditer(text):
        if match.end() < len(text) or not _AFTER_PRICE.search(text[:match.start()]):
            text = _fill(text, match.start(), match.end())
    return text


def _fill(text: str, start: int, end: int) -> str:
    return text[:start] + "□" * (end - start) + text[end:]


def is_count(text: str, end: int, small: bool) -> bool:
    """Whether the number that ends here counts things, people or time; `small`: at most 24, so 点 tells the time."""
    if small and _CLOCK.match(text, end):
        return True
    return bool(COUNT.match(text, end))


def is_thing(text: str, end: int) -> bool:
    """Whether 块 or 元 at this place is no money: 三块砖, 2025元旦."""
    return bool(_THINGS.match(text, end) or _FEAST.match(text, end))
