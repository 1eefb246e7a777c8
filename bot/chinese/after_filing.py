"""What happened on a road after a paper was handed in: 监察没理我, 仲裁受理了, 裁决下来了. Questions, wishes, old stories and
what befell others are not heard."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.chinese.clauses import typed_clauses
from bot.chinese.dates import find_dates
from bot.chinese.normalise import normalise


@dataclass(frozen=True)
class Told:
    """A step that was told. `road`: a name of bot/law/values.ROUTES, "" when no office was named; `what`: a name of
    bot/cases/road_steps.WHAT; `day`: when it happened, None when it was not said."""

    road: str
    what: str
    day: date | None
    words: str


LATELY = 200
"""Days: a day further back is another year's, read wrongly (1月20号开庭, said in December)."""
ROADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("payment_order", re.compile("支付令|督促程序")),
    ("enforcement", re.compile(
        "(?:强制|申请)执行|执行(?:申请|局|书|材料|案|法官|庭|立案)|(?:申请|交了?|递了?)执行|执行(?=[^,，。]{0,4}(?:受理|"
        "没))")),
    ("legal_aid", re.compile("法律?援(?:助)?|援助中心|援助站")),
    ("mediation", re.compile("调解|调委会|司法所")),
    ("arbitration", re.compile("仲裁|裁决|仲裁委|仲裁院")),
    ("lawsuit", re.compile("法院|法庭|起诉|诉状|官司|判决|一审|二审|法官|立案庭|上诉")),
    ("letters_and_visits", re.compile("信访|上访")),
    ("criminal_report", re.compile("公安|派出所|报案|报警|警察")),
    ("inspection", re.compile("监察|劳动局|人社局?|劳监|大队|投诉|举报(?!信)")),
)
"""Words that name a road, the surest first."""
_TAIL = re.compile(
    r"(?:我|那|那我|现在|接下来|下一步|这下|这|又|还|到底)*(?:该|要|得|能|可以)?(?:怎么办|咋个?办|咋整|咋搞|咋弄|"
    r"怎么弄|怎么搞|怎么整|怎办|做啥子?"
    r"|干什么|干啥|做什么|何办|去哪(?:里|儿)?)(?:呢|啊|呀|嘛|了|哦)*")
"""A cry for the next step behind what is told: no question about the step itself."""
_NOT_TOLD = re.compile(
    r"^(?:不对|说错|错了|我要|帮我)*[,，]?(?:改一?下|改成|更正|修改)|"
    r"[吗么]$|[?？]|吗[,，]|怎么|怎样|咋|如何|多久|多长时间|几天|多少天|几个月|啥时候?|什么时候|几时|能不能|可不可以|"
    r"可以.{0,6}[吗不]|会不会|要不要|该不该|是不是|有没有"
    r"|哪里|哪儿|哪个|哪天|谁|什么意思|如果|要是|假如|万一|的话|打算|准备(?:去|再|向|申请|交|起诉)|我?想(?:去|要|再|"
    r"申请|问|知道|让)|应该(?:去|先|找)|需要|必须|可以(?:去|先|找|申请)"
    r"|(?:我们?|俺)要(?:去)?(?:申请|起诉|投诉|仲裁|告)(?!.{0,8}了)|等着?(?:裁|判|开庭|结果|仲裁|法院)|怕|担心|据说|听说|听人|听别人|有人说|网上说|别人说|不想|不敢|懒得|犹豫|"
    r"帮我(?:写|交|递|申请|弄)|给我写|写一?[份个]|^(?:我要|要|再|重新)?写(?!好|完|了)|教我|(?:流程|步骤|程序)(?:是|$)"
    r"|明天|后天|下周|下个?月|下星期|过几天|改天")
_OTHERS = re.compile(
    r"工友|老乡|别人|人家|隔壁|同事|朋友|亲戚|邻居|我(?:哥|弟|姐|妹|爸|妈|爹|娘|叔|舅|表)|某某|新闻|电视|抖音|他们那|"
    r"那个人|有个人|有人")
_LONG_AGO = re.compile(
    r"去年|前年|大前年|早年|前几年|几年前|那年|当年|上一?(?:次|回)|那(?:次|回|时)|以前|从前|过去(?!了)|曾经|20(?:1\d|"
    r"2[0-5])年|[一二两三四五六七八九]年前")
_UNIT_ACTS = re.compile(r"(?:老板|公司|单位|对方|厂里|工头|包工头|他们?|她)(?:又|还|也|就|却|已经|去|要|说)*")
_NOT_YET = re.compile(
    r"(?:还|都|一直|暂时|目前|现在|到现在)*(?:没有?|未|没得|莫|冇)(?:人|给我?|有|曾|能|来得及|顾上|空|时间|去|敢|想|"
    r"打算|来|把|向|跟|往|正式)*"
    r"(?:投诉书|材料|申请书?|起诉状?)?(?:交|递|送|寄|提交|申请|起诉|投诉|去|裁|判|下来|出来|收到|拿到|受理|立案|签|写|"
    r"开庭|下|发|到|执行|结案)")
"""A step that has not come yet. Not taken is heard by no step; an office that has not acted yet neither."""
_REFUSED = re.compile(
    r"不(?:予|给|肯|愿意?)?(?:受理|立案)|不予受理|(?<!执行)驳回|退(?:回来|回了|给我|件)|不收(?!钱|费|到)|不肯收|"
    r"拒(?:收|绝受理|绝了|不受理)|撤销(?:案|立案)|不(?:属于|归|在)(?:他们|我们|监察|本|这儿|这里|劳动)?"
    r"[^,，。]{0,6}管|(?:说|讲)(?:他们|这个|这事|这)?(?:他们)?(?:不管|管不了|管不着)|管不了|不给(?:办|受理|立)|"
    r"没(?:有|给)?受理成|没立上案|不够条件|不符合(?:受理|立案)?条件|不接(?:这个)?(?:案|投诉)|(?:监察|劳动局|人社局?|"
    r"大队)(?:的人)?(?:都|也|又|就)?不管|终本|终结本次")
_NO_ANSWER = re.compile(
    r"(?:没有?|未|不|莫|冇|木)(?:得)?(?:人|啥|什么|任何|一点|个|给我?|有|见|来)*(?:理(?!由|会成)|答复|回复|回音|回信|"
    r"回话|消息|动静|下文|结果|反应|音信|音讯|搭理|理睬|理会|信儿?|通知|回应|搭腔|来电话|电话打来|联系)"
    r"|没人(?:理|管|来|找我|联系|回)|石沉大海|杳无音|无人(?:理|问)|没了?(?:后续|下落|声音|声响|着落)|不(?:理|搭理|"
    r"回)(?:我|人|$)|不了了之|推来推去|踢皮球|一直拖|拖着(?:不|没)|没(?:给)?个?(?:说法|准信|准话)|不闻不问|晾着|不吭声")
_OVERDUE = re.compile(
    r"(?:过了|超过|都过|到了)[^,，。]{0,10}(?:没|不)|(?:天|星期|周|个月|工作日)(?:了|过去了?)?[^,，。]{0,6}(?:没|不)")
_ACCEPTED = re.compile(
    r"受理(?:了|通知|决定|书)|(?:已经|已|给|都|正式|刚|同意|决定)受理|立案(?:了|通知|成功|受理)|(?:已经|已|给|都)立案|"
    r"立了案|收(?:下|了)(?:我的?)?(?:材料|投诉|申请|投诉书|申请书|诉状|起诉状|案子)?(?:了|$)|给了?(?:我)?(?:一张|个|"
    r"张)?(?:受理|回执|收件)"
    r"|(?:通知|定了?|排了?|要|下了)(?:我)?(?:去)?(?:开庭|庭审)|开庭(?:通知|时间|日期|传票)|传票|开(?:了|过)庭|"
    r"派了律师|同意(?:援助|帮我)|批(?:了|下来)|给(?:我)?派了?")
_HANDED_IN = re.compile(
    r"(?:交|递|送|寄|提交|呈|邮|投|填)(?:好|完|上|进|出|过|到|去|给|了)*(?:上去|进去|过去|上|了|完|好|到|给|去了|掉)|"
    r"(?:交|递|送|寄|提交)(?:的|过)|(?:已经|已|刚|都)(?:交|递|送|寄|提交|申请|起诉|投诉|报)"
    r"|(?:申请|起诉|投诉|报案|报警|举报|信访|上访|反映)(?:完|好|过)?了|(?:申请|打|提)了?(?:劳动)?(?:仲裁|支付令|"
    r"强制执行|法律援助|法援|执行|调解|官司)(?:了|去了|$)|申请了|提了(?:仲裁|申请)|去(?:监察|劳动局|仲裁委?|仲裁院|"
    r"法院|大队|人社局?)[^,，。]{0,6}(?:交|投诉|申请|登记|起诉|立案)[^,，。]{0,3}了"
    r"|(?:监察|劳动局|仲裁委?|仲裁院|法院|大队|人社局?|援助中心|司法所)(?:也|都|我)?去(?:过|了)")
_PAPER = re.compile(
    "投诉书|投诉材料|材料|申请书|起诉状|诉状|申请表|状子|仲裁|起诉|执行|支付令|投诉|援助|调解|报案|报警|信访|举报|"
    "监察|劳动局|法院|大队|人社")
_AWARD = re.compile(
    r"裁决书?(?:也|是|都|已经|终于|今天|昨天|刚|早|早就|总算|我|给|到|才|就)*(?:下来|出来|下了|出了|拿到|收到|到手|"
    r"领到|送到|寄到|到了|来了|给了|生效|判|赢|输|有了)|(?:拿|收|领|接|下|出|签收)(?:到)?(?:了)?(?:仲裁委?的?|那个|"
    r"仲裁庭的?|委里的?|一份|劳动)*(?:裁决|仲裁裁决|仲裁书)"
    r"|仲裁(?:委|庭|院|结果|案子|官司|这边|那边)*(?:也|都|已经|终于|今天|昨天|刚|早就|总算|结果|我|打)*(?:赢|输|裁了|"
    r"裁决了|判了|裁下来|下来了|出来了|结案|出结果|有结果)|(?<!仲)裁(?:了|决了|下来)|裁决?(?:驳回|支持|我赢|他输|"
    r"公司)|仲裁判[我他公老]|(?:赢了|打赢|胜)[^,，。]{0,3}仲裁")
_JUDGMENT = re.compile(
    r"判决书?(?:也|是|都|已经|终于|今天|昨天|刚|早|早就|总算|我|给|到|才|就)*(?:下来|出来|下了|出了|拿到|收到|到手|"
    r"领到|送到|寄到|到了|来了|给了|生效|有了)|(?:拿|收|领|接|下|签收)(?:到)?(?:了)?(?:法院的?|那个|一份|民事)*判决|"
    r"(?:法院|法庭|法官|一审|二审|官司)(?:也|都|已经|终于|今天|昨天|刚|早就|总算|那边|这边)*(?:判了|判我|判他|判公司|"
    r"判老板|判下来|宣判|赢了|输了|判给|判决了)"
    r"|官司(?:打)?(?:赢|输)|胜诉|败诉|判下来|判了$|^判了|判(?:他|老板|公司|对方|我)(?:赢|输|给|付|还|支付|赔)")
_STATEMENT = re.compile(
    "(?:收到|拿到|领到|拿了|出了|签了|签收|给了|有了|下了|送来)[^,，。]{0,10}调解书|调解书[^,，。]{0,8}(?:下来|拿到|"
    "收到|到手|出来|签了|给了|送到|生效|领到|拿了)")
_AGREEMENT = re.compile(
    "(?:签|达成|写|立|做)(?:了|好|下|完|成)?(?:一份|个|份|一个|了)*(?:人民)?(?:调解|还款|付款|和解)?协议(?!了?没)|"
    "协议(?:签了|签好|达成|签下)|调解(?:成了|成功|好了|谈成|下来了|达成)|调成了|谈成了")
_ORDER = re.compile(
    "支付令(?:也|都|已经|终于|今天|昨天|刚|早就|总算|给)*(?:下来|下了|发了|发出|出来|送到|送达|收到|拿到|下达|到了|"
    "批|生效)|(?:下|发|出|收到|拿到|签发)(?:了)?(?:一份|个|那个|法院的)?支付令")
_OBJECTED = re.compile("异议|(?:反对|不认)[^,，。]{0,4}支付令")
_APPEALED = re.compile(
    r"上诉了|(?:提|递|交)(?:了|起)?(?:了)?上诉|(?:他|她|老板|公司|单位|对方|厂里|工头|包工头|他们)(?:又|还|也|就|却|"
    r"已经|不服)*(?:去)?(?:法院)?(?:上诉|起诉|申请撤销)(?!.{0,3}没)|不服(?:裁决|判决|仲裁)?[^,，。]{0,6}(?:起诉|上诉|"
    r"告到|去法院)了?")


_SAID_BARE: tuple[tuple[str, str], ...] = (
    ("no_answer", "没理我 没人理我 没人理 没回话 没有回话 还没回话 没消息 还没消息 没有消息 没答复 没动静 没下文 没音信"
     " 一直没消息 没人管 不理我"),
    ("accepted", "受理了 收了 立案了 收下了 已经受理 已经受理了"),
    ("refused", "不受理 没受理 不收 不立案 没立案 不予受理 他们不收 说不归他们管 退回来了"),
    ("handed_in", "交上去了 已经交了 交了 递上去了 材料交了"),
)
_BARE = {word: what for what, words in _SAID_BARE for word in words.split()}


def hear_bare(text: str) -> str:
    """What bare words tell of the road on which the case stands (没理我, 受理了): a name of road_steps.WHAT; "" for others."""
    return _BARE.get(_TAIL.sub("", normalise(text)).strip(" ,，。!！~").rstrip("啊呀呢哦吧嘛"), "")


def hear(text: str, today: date) -> list[Told]:
    """The steps that a message tells, in its order; empty for questions, wishes, old stories and other people's cases."""
    plain = normalise(_TAIL.sub("", text)).strip(" ,，。!！")
    if not plain or _OTHERS.search(plain):
        return []
    found: list[Told] = []
    road = ""
    for clause in typed_clauses(plain):
        named = next((name for name, words in ROADS if words.search(clause)), "")
        ago = _LONG_AGO.search(clause)
        road = named or road
        if _NOT_TOLD.search(clause) or ago:
            if ago:
                return []
            continue
        told = _step(clause, named, road, plain)
        if told and (told[0] or road):
            one = Told(told[0] or road, told[1], _day(clause, plain, today), clause)
            found = [before for before in found if before.road != one.road or before.what == "handed_in" != one.what]
            found.append(one)
    return found


def _step(clause: str, named: str, road: str, plain: str) -> tuple[str, str] | None:
    """(road, what) of one clause; "" for the road told before. What decides a case is looked for first."""
    not_yet = _NOT_YET.search(clause)
    if not not_yet:
        decided = _decided(clause, road)
        if decided:
            return decided
    if _REFUSED.search(clause) and road:
        return ("", "refused")
    if _NO_ANSWER.search(clause) and road:
        return ("", "no_answer")
    if not_yet:
        late = _OVERDUE.search(plain) and re.search("受理|立案|裁|判|开庭|执行", clause) and road
        return ("", "no_answer") if late else None
    if _ACCEPTED.search(clause) and road and not _UNIT_ACTS.match(clause):
        return ("", "accepted")
    if _HANDED_IN.search(clause) and (_PAPER.search(clause) or named):
        return (named or road or "inspection", "handed_in") if named or road or "投诉" in plain else None
    return None


def _decided(clause: str, road: str) -> tuple[str, str] | None:
    if _OBJECTED.search(clause) and ("支付令" in clause or road == "payment_order"):
        return ("payment_order", "objected")
    if _APPEALED.search(clause) and not _NOT_YET.search(clause):
        return ("lawsuit", "appealed")
    if _ORDER.search(clause):
        return ("payment_order", "payment_order")
    if _STATEMENT.search(clause):
        return ("lawsuit" if "法院" in clause or road == "lawsuit" else "arbitration", "mediation_statement")
    if _AWARD.search(clause) and not re.search("^不予|不予受理", clause):
        return ("arbitration", "award")
    if _JUDGMENT.search(clause):
        return ("arbitration", "award") if road == "arbitration" and "法院" not in clause else ("lawsuit", "judgment")
    if _AGREEMENT.search(clause):
        return ("mediation", "agreement")
    return None


def _day(clause: str, plain: str, today: date) -> date | None:
    """The one exact day of the clause, else of the whole message; not one to come, nor that of a hearing."""
    for words in (clause, plain):
        told = ",".join(piece for piece in typed_clauses(words) if "开庭" not in piece)
        days = {found.first for found in find_dates(told, today) if found.exact and 0 <= (today - found.first).days <= LATELY}
        if len(days) == 1:
            return days.pop()
    return None
