"""What has already been tried, and whether another proceeding is under way."""
from __future__ import annotations

import re

from bot.chinese import decided, lexicon
from bot.chinese.lexicon import any_of
from bot.chinese.values import Fact

_DONE = re.compile(any_of(r"""
    去了 去过 找了 找过 跑了 跑过 投诉了 投诉过 告了 告过 举报了 举报过 反映了 反映过 报了 报过 打了 打过 打完 申请了 申请过
    提交了 交了 立案了 立了案 受理 不管 不受理 不立案 没用 没结果 没下文
    推来推去 踢皮球 说不归 说要 说让 说是 说这 说没 说他 让我 叫我 喊我 让去 叫去 又让 答复 回复 来过 来了 已经 开庭 判了
    判决 裁决 赢了 输了 败诉 胜诉 裁了 下来了 调解了 调解过 调解不成 起诉了 起诉过
    信访了 信访过 上访过 上访了 登记了 填了 等了 还在等 没人管 管不了 都去 也去 都找 都不 联系过 出面 下了 下发 喊我去 责令"""))
_FUTURE = re.compile(any_of(r"""
    能不能 可不可以 可以.{0,6}吗 要不要 想去 想要 准备 打算 该去 应该去 怎么去 是不是 能去 需要 要先 先去 再不 不然 如果
    要是 去哪 哪个 怎么 如何 有用吗 管吗 管不管 会管 行吗 能.{0,8}吗 得去 还是去 吗
    要多少 多少钱 多久 敢 威胁 没去 没找 不敢 没有去 没报 没打 还没 没申请 别去 不想 不许 不让 会不会 我要 我想 有没有
    直接去 必须 流程 材料"""))
_ASKED = re.compile(any_of(r"""
    找他要(?!不) 找老板要 找过老板 找过他 找过包工头 找老板 找包工头要 找了老板 找了包工头 找了他 找过工头 找公司要
    找过(?:劳务)?公司 找了(?:劳务)?公司 问他要(?!劳|合|欠) 问老板要(?!劳|合|欠) 要了好多次 要了好几次 要了几次 要了很多次
    要过(?=[,。]|$|钱|工资|账|好|几|很|多|他|,) 催了 催过
    催他给 天天催 一直催 多次催要 催要 多次讨要 讨要过 讨要多次 多次讨要 打电话要 打电话不接 打电话他不接 打电话也不接
    打电话就说 电话不接 不接电话 微信不回 发微信不回 去要过 上门要 多次要 每次要 一要就 每次问 问了好几次 一问就
    每次找他 去要钱 去要了 讨了 要了几回 要了多少次 要了无数次 打了.{0,4}电话 联系他 多次找 找了好多次 找了几次 天天找
    找[过了](?:人事部?|行政|主管|经理|领导|厂长|车间主任|主任|会计|财务|出纳|组长|班长|队长|店长|站长|项目部|老板娘|hr|HR)(?!要劳)
    多次找他 推三阻四 一拖再拖 一推再推 拖了又拖 要钱就 跟他要 跟老板要 向老板要 向他要"""))
#: what stands before a step that was not taken (没有找过 | 劳动监察)
_NOT_TAKEN = re.compile(
    r"(?:没有?|从未|未曾?|不曾|没得|冇)(?:再|去|来)?(?:找|打|拨|报|申请|投诉|举报|反映|告|走|向|跟|联系|通过|经过|起诉|上|到)?(?:给|到|去)?(?:过|了)?"
    r"(?:我们|当地|这边|这里|县里?的?|市里?的?|区里?的?|镇上的?|任何|什么|那个|政府)*$")
_SENT = re.compile(r"(?:让|叫|喊|说|要|建议|推)(?:我|我们|你|他|去|可以|应该)*(?:去|找|走|申请|先|打|到|上)[^,]{0,6}$")
_CALLED = r"(?:打|拨打|拨)(?:了|过|通)?\w{0,6}"
#: what another is asked to do, or another says: nothing was done yet (帮我打电话给老板, 老板说打12333没用)
_FOR_ME = re.compile(
    r"(?:帮|替|请你|麻烦你?|叫你|让你)(?:我|我们|俺|咱)?[^,。]{0,4}(?:打|找|问|去|联系|跟|给|催|要|投诉|报)(?![^,。]{0,8}[了过])")
_HEARSAY = re.compile(
    r"(?:老板娘?|包工头|工头|公司|厂里|经理|他|他们|人家|工友|别人|老乡|听人|听|都|网上|有人)(?:跟我|和我|对我|就|还|也)?"
    r"(?:说|讲)(?:的|了)?(?:是|过)?[^,。]{0,4}(?:打|拨|去|找|告|报|投诉|申请|起诉|上)"
    r"[^,。]{0,14}(?:没用|没有用|没得用|不管用|白搭|白去|白打|没人管|不管|不顶用|不怕)")
_GENERAL = re.compile(
    r"(?:没用|没有用|没得用|不管用|白搭)(?:吧|的|啊|哦|呀)?,?(?:是)?(?:真的|对不对|是不是|不是)?(?:吗|么|嘛|吧)$")
#: nobody was asked, without a name of anybody (还没找, 哪里都没找过, 没去过哪个部门)
_WHOM = (
    r"(?:谁|哪里|哪儿|哪(?:个|些|家)?(?:部门|单位|地方)?|(?:什么|啥)(?:部门|单位|地方|人)?|任何(?:人|部门|单位|地方)?"
    r"|老板娘?|他们?|她|包?工头|总包|分包|项目部|公司|别人|别的|人|一次|一个|一家|部门|地方)"
)
_NOBODY = re.compile(
    rf"(?:我们?|俺|还|也|都|就|从来|一直|到现在|目前|现在|暂时|根本)*(?:{_WHOM}(?:也|都|还|就)*)?"
    rf"没(?:有)?(?:去|来|再|找|试|报|问|告|弄|办|做|跑|上|求|联系|投诉){{0,3}}过?{_WHOM}?(?:了|呢|啊)?")
_STATE = (("lawsuit", re.compile(r"法院|法庭|起诉|判决|判了|开庭|立案庭|官司")), ("payment_order", re.compile(r"支付令")))


def find_tried(text: str) -> dict[str, str]:
    """already_tried code -> the words said, for steps that were taken (not asked about or planned)."""
    found: dict[str, str] = {}
    for match in _ASKED.finditer(text):
        clause = re.split(r"[,。!?;\n]", text[: match.end()])[-1]
        if not _FOR_ME.search(clause) and not re.search(
            r"(?:没|没有|不|想|能|可以|怎么|咋|去哪|会|要|该|敢|证明我)(?:再|去|直接|个|还)?$", text[: match.start()]):
            found["asked"] = match.group()
            break
    if _is_asked(text):
        return found
    for clause in re.split(r"[,。!?;\n]", text):
        for hit in lexicon.find("tried", clause):
            if _was_done(clause, hit, text):
                found.setdefault(hit.value, hit.word)
    return found


def _is_asked(text: str) -> bool:
    """Whether it is asked if a step is of any use (打给12333没用 是真的吗), and none is told."""
    return bool(_GENERAL.search(text)) and not re.search(r"(?:打|拨|去|找|报|告)[了过]", text)


def _was_done(clause: str, hit: lexicon.Hit, text: str) -> bool:
    if _FUTURE.search(clause) or _FOR_ME.search(clause) or _HEARSAY.search(clause):
        return False
    if _SENT.search(clause[: hit.start]) or _NOT_TAKEN.search(clause[: hit.start]):
        return False
    if hit.word.startswith(("报了", "报过", "打了官司", "告上")):
        return True
    if hit.value == "hotline":
        return bool(re.search(rf"{_CALLED}$", clause[: hit.start]) or _DONE.search(clause))
    if _DONE.search(clause):
        return True
    following = text[text.find(clause) + len(clause) + 1 :]
    went = re.search(r"(?:去|找)(?:了|过)?\w{0,4}$", clause[: hit.start])
    return bool(went and re.match(r"(?:他们|人家|里面|那边)?(?:也|都|又)?(?:说|让|叫|不|没|推)", following))


def read_tried(text: str) -> dict[str, Fact]:
    """`already_tried` and, when an arbitration or a court case is under way or over, `other_proceeding`."""
    found = find_tried(text)
    over = decided.outcome(text)
    if over:
        found.setdefault("court" if over == "lawsuit" else over, decided.sentence(text, over))
    if not found:
        return {}
    facts = {"already_tried": Fact("known", value=list(found), words="、".join(found.values()))}
    if proceeding := over or _proceeding(text, found):
        said = decided.sentence(text, over) if over else found.get("court") or found.get("arbitration") or ""
        facts["other_proceeding"] = Fact("known", value=proceeding, words=said)
    return facts


def _proceeding(text: str, found: dict[str, str]) -> str | None:
    if "court" in found:
        return "payment_order" if found["court"] == "支付令" else "lawsuit"
    if "arbitration" in found and re.search(
        r"仲裁(?:了|过|开庭|裁决|受理|已|赢|下来|立案|判|结果)|申请了?(?:劳动)?仲裁|裁决", text):
        return "arbitration"
    return None


def name_proceeding(text: str) -> str | None:
    """The proceeding named in an answer to 'is there another proceeding': a code of `other_proceeding`, or None."""
    over = decided.outcome(text)
    if over:
        return over
    arbitration, mediation = ("arbitration", re.compile("仲裁|裁决")), ("mediation", re.compile("调解|司法所"))
    for code, pattern in (_STATE[1], _STATE[0], arbitration, mediation):
        if pattern.search(text):
            return code
    return None


def name_tried(text: str) -> list[str]:
    """Codes of every step named in an answer to 'what have you tried', whether or not a verb says it was done."""
    told = ",".join(
        clause for clause in re.split(r"[,。!?;\n]", text) if not _FOR_ME.search(clause) and not _HEARSAY.search(clause))
    text = "" if _is_asked(text) else told
    asked = re.search(
        r"要过|(?<!没)(?<!没有)找过(?:老板|他|她|工头|包工头|总包|分包|项目部|劳务公司|甲方|开发商|班组长)|催|打电话|打[了过]电话|发了?微信|问过(?!你)|电话[^,。]{0,10}(?:不接|打不通|没人接|关机)|"
        r"微信[^,。]{0,6}(?:不回|没回|拉黑)", text)
    told_so = any(not re.search(r"(?:没|没有|从未|没得)(?:再|去)?$", text[: match.start()]) for match in _ASKED.finditer(text))
    codes = ["asked"] if asked or told_so else []
    for clause in re.split(r"[,。!?;\n、]", text):
        if re.search(r"没(?:去|找|打|报|有去|有找|申请|有申请|走)|不敢|还没|准备|打算|想去", clause):
            continue
        taken = [hit for hit in lexicon.find("tried", clause) if not _NOT_TAKEN.search(clause[: hit.start])]
        codes += [hit.value for hit in taken]
    return list(dict.fromkeys(codes))


def names_none(text: str) -> bool:
    """Whether an answer to 'what have you tried' says that nobody was asked, or names steps and says of each that it was
    not taken."""
    if _NOBODY.fullmatch(text):
        return True
    told = [(clause, hit) for clause in re.split(r"[,。!?;\n、]", text) for hit in lexicon.find("tried", clause)]
    return bool(told) and all(_NOT_TAKEN.search(clause[: hit.start]) for clause, hit in told)
