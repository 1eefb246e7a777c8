"""Who owes and whom, in the text of an IOU. Text in NFKC form (`flat`)."""
from __future__ import annotations

import re

from bot.chinese.companies import find_companies

_HAN = r"[\u3400-\u9fff·]"
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚"
    "岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝百里阿花"
)
#: words of a form that begin like a family name
NO_NAME = r"金额|时间|余[款额]|单[价位]|项目|车费|全[部款]|应[付得]|方式|花[园费钱果溪店圃木卉名]"
_NAME = rf"(?:(?!{NO_NAME})[{SURNAMES}]{_HAN}{{1,3}}?)"
_END = (
    r"(?=[\s,。:;、(\d¥￥]|$|的|在|等|同志|师傅|先生|女士|于|工资|工钱|人工|劳务|劳动|薪|欠|从|自|共|计|应|所|一人|工程|材料|支付|"
    r"个人|班组|民工|农民工|木工|钢筋|瓦工|泥工|泥瓦|水电|电工|焊工|"
    r"架子|油漆|杂工|小工|普工|装修|搬运|保洁|本月|全部|人民币|现金|今年|去年|日期|日|上年|三|二|两|尾|余|身份证|电话|手机|"
    r"签|之|为|血汗|款|钱|伙食|加班)"
)
_ROLE = "木工|瓦工|电工|焊工|泥工|油漆工|钢筋工|架子工|杂工|小工|师傅|员工|职工|保姆|月嫂|护工|保洁员?|保安|司机|服务员|厨师"
_DEBTOR_LABEL = re.compile(
    r"(?:欠款|欠薪|欠钱|债务|借款|付款|打条|立据|出具|承诺|保证|具欠|立欠)(?:人|方|单位|"
    r"公司)?(?:\([^()\n]{0,14}\))?(?:签名|签字|盖章)?\s*:\s*(?P<name>[^\n,。;:_(]{2,40})"
)
_CREDITOR_LABEL = re.compile(
    rf"(?:乙方|收款人|工人|债权人|农民工|劳动者|被欠款人|被欠薪人|持条人|出借人)(?:\([^()\n]{{0,14}}\))?(?:姓名|"
    rf"名字)?\s*[:]\s*(?P<name>{_NAME}){_END}"
)
_CREDITOR = re.compile(
    r"(?:欠|应付|付给|支付给|借到|欠到|欠付|拖欠|收到)(?:到|付|发|给|下|了)?[ \t]?(?:工人|民工|农民工|"
    rf"{_ROLE})?(?P<name>{_NAME}){_END}"
)
_CREDITOR_FOR = re.compile(rf"(?:工人|民工|农民工|{_ROLE})(?P<name>{_NAME}){_END}")
_DEBTOR = re.compile(
    r"(?:^|[\s,。:;]|今|兹|现|本人|我|因|由|有|工头|老板)(?:今|兹|现|有|因|"
    rf"由)*(?P<name>{_NAME})(?:\([^()\n]*\))?(?:今|现|尚|还|共|总共|拖|仍|一共|,)*(?:欠|承诺|保证)"
)
_SIGN = re.compile(
    rf"(?:签名|签字|经手人|经办人|负责人|法定代表人|工头|包工头|班组长|带班人?|班长|领班|工长|施工员|老板|立条人)(?:\([^()\n]{{0,14}}\))?(?:签名|"
    rf"签字)?\s*:\s*(?P<name>{_NAME}){_END}"
)
_EMPTY_SIGN = re.compile(r"(?:签名|签字)(?:\([^()\n]{0,14}\))?\s*:\s*(?:_{2,}|\n|$)")
_BARE = re.compile(
    rf"^\s*(?P<name>{_NAME})(?:\s*\(?[^\n]{{0,6}}(?:手印|指印|指模|捺印|章)\)?)?(?:[\s,]*(?:\d{{2,4}}|二[〇0○零]|"
    r"手印|指印)[^\n]*)?\s*$"
)
_NICK = re.compile(r"^[老小阿大].$|.(?:总|哥|姐|叔|工|老板|师傅|工头|经理|队长|班长|老大)$")
_OWES = r"(?:欠(?!款[人方单公]|薪[人方单]|条)|应付|付给|支付)(?:到|付|发|给|下|了)?[ \t]?"
_CREW = r"(?:(?<!\d)(?:[2-9]|[1-9]\d\d?)|[二两三四五六七八九十]+|几|多|数)[名个位]?(?:农民工|民工|工人|工友|师傅|人)"
_SEVERAL = re.compile(
    rf"{_OWES}[^,。;\n\d]{{0,14}}?(?:{_CREW}|等(?:工人|民工|农民工|人))(?!民币|次|均)"
    rf"|{_OWES}(?:工人|民工|农民工|{_ROLE})?{_NAME}(?:、{_NAME}(?:{_END}|、|和)|[和与及]{_NAME}[二两])")


def owes_several(flat: str) -> bool:
    """Whether it owes more than one worker: a list of names, so many men, him and others."""
    return bool(_SEVERAL.search(flat))


def full_name(name: str) -> str | None:
    """The name if it can stand in an identity card."""
    name = name.strip(" 　,。、")
    return None if len(name) < 2 or _NICK.search(name) or not re.fullmatch(rf"{_HAN}{{2,8}}", name) else name


def company(flat: str) -> str | None:
    """The company that owes: after a label of the debtor, before 欠, or where somebody signs for it."""
    firms = [(firm.end - len(name), firm.end, name) for firm in find_companies(flat) if (name := _bare(firm.name))]
    for start, end, name in firms:
        before, after = flat[max(0, start - 14) : start], flat[end : end + 12]
        if re.search(r"(?:(?:欠款|欠薪|债务|付款|用人|用工)(?:人|方|单位|公司)?|甲方)(?:\([^()]*\))?\s*:\s*$", before):
            return name
        if re.match(r"(?:\([^()]*\))?[^,。;\n]{0,6}欠|\s*\(?(?:盖章|公章|章\)|项目部)|[^,。;\n]{0,16}项目部", after):
            return name
        if re.search(r"代表$|本公司$|我公司$|我司$", before) or re.match(r"\s*(?:承诺|保证)", after):
            return name
    return _signing_company(flat, firms)


def _bare(name: str) -> str:
    """The name without what stands before it in the sentence."""
    return re.sub(r"^.*(?:代表|兹有|今有|现有)", "", name)


def _signing_company(flat: str, firms: list[tuple[int, int, str]]) -> str | None:
    for start, end, name in firms:
        line = flat[flat.rfind("\n", 0, start) + 1 : flat.find("\n", end) if "\n" in flat[end:] else len(flat)]
        if re.fullmatch(rf"\s*{re.escape(name)}\s*(?:\([^()]*\))?\s*(?:20\d\d[^\n]*)?", line):
            return name
    return None


def debtor(flat: str) -> str | None:
    """The person who owes, by label, by a sentence, or by the signature alone."""
    for match in _DEBTOR_LABEL.finditer(flat):
        found = _first_name(match["name"])
        if found:
            return found
    for match in _DEBTOR.finditer(flat):
        found = full_name(match["name"])
        if found:
            return found
    return signature(flat)


def creditor(flat: str) -> str | None:
    """The worker; None where a list of several begins."""
    for pattern in (_CREDITOR_LABEL, _CREDITOR, _CREDITOR_FOR):
        for match in pattern.finditer(flat):
            if re.match(rf"、{_NAME}{_END}", flat[match.end() :]):
                return None
            found = full_name(match["name"])
            if found:
                return found
    return None


def labelled(label: str, flat: str) -> str | None:
    """The person behind a label."""
    match = re.search(rf"(?:{label})(?:\([^()\n]{{0,14}}\))?\s*:\s*(?P<name>{_NAME}){_END}", flat)
    return full_name(match["name"]) if match else None


def paid_by(flat: str) -> str | None:
    """Who paid, on a receipt: behind 收到."""
    match = re.search(rf"(?:收到|领到)(?:工头|包工头|老板|班组长)?(?P<name>{_NAME}){_END}", flat)
    return full_name(match["name"]) if match else None


def signature(flat: str) -> str | None:
    """Who signed: after a label for signing, after the debtor's label in the second half, or a name alone in a last line."""
    for match in [*_SIGN.finditer(flat)][::-1]:
        found = full_name(match["name"])
        if found:
            return found
    if _EMPTY_SIGN.search(flat):
        return None
    for match in [*_DEBTOR_LABEL.finditer(flat)][::-1]:
        found = _first_name(match["name"])
        if found and match.start() >= 8 and not re.search(r"工资|劳动报酬", flat[match.end() :]):
            return found
    lines = [line for line in flat.splitlines() if line.strip()]
    for line in lines[1:][-4:][::-1]:
        bare = _BARE.match(line)
        if bare and full_name(bare["name"]):
            return full_name(bare["name"])
    tail = re.search(rf"[。,;\s](?P<name>{_NAME})[\s,(]*(?:20\d\d[^。\n]*|\(?(?:已按|按)?手印\)?)\s*$", flat)
    return full_name(tail["name"]) if tail else None


def foreman(flat: str) -> str | None:
    """Who signs as the foreman of a crew."""
    return labelled("包工头|工头|班组长|带班人?|班长|领班|工长", flat)


def _first_name(text: str) -> str | None:
    match = re.match(rf"\s*(?P<name>{_NAME}){_END}", text)
    return full_name(match["name"]) if match else None
