"""What a worker says he holds as proof, and whether there is a contract or an IOU."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.values import Fact
from bot.chinese.yes_no import is_question

LOAN_NOTE = "loan_note"
#: kinds of many things, each of which is named as it was said (工作服 is no 工作证)
_OF_MANY = ("work_card", "other")
_WRITTEN_AS = re.compile(r"(?<![别要想让该会能])(?:写|打|开|立)成(?:了)?(?:一?[个张])?$")
_HAS = re.compile(lexicon.any_of(r"""
    手里有 手上有 我有 还有 也有 只有 都有 就有 有个 有张 有份 有一 有 留着 留了 留有 存着 存了 保存了 保存着 保留 拍了 拍过
    录了 录有 签了 签过 写了 写过 打了 打过 打的 写的 开了
    拿到了 截了 截图了 手里拿着 手里只有 手里是 记了 记着 自己记 戴着 在我手里 在手里 在手上 可以作证 能作证 愿意作证 作证
    证明 为证"""))
_NOT = re.compile(lexicon.any_of(r"""
    没有任何 没有什么 没有啥 没有给 没有签 没有写 没有打 没有 没签 没写 没打 没给 没留 没存 没拍 没录 没发 没办 没开 没交
    没买 没弄 没 未签 未 无 不给 不肯 不愿意 不愿 不敢 不签 不写 不打
    不让 不开 不承认 丢了 掉了 弄丢了 收走了 收回去了 删了 删掉 换手机没了 冇 没得 没个"""))
_AFTER_NOT = re.compile(
    r"^(?:记录|截图|也|都|全|就|又|什么的|啥的|一样|被|他|老板|[和跟、及]\w{1,6}){0,3}(?:没|"
    r"无(?!效)|丢|不给|不签|不写|不开|被?收走|删|不见|不在我)"
)
_AFTER_HAS = re.compile(
    r"^(?:记录|截图|的)?(?:[我也都还全里上是])*(?:里(?:承认|说|答应)|上写着|在我|在手|有(?!用|"
    r"效|什么用)|自己记|记着|记了|留着|存着|保存|拍了|还在|签了|录了|写着|写的|承认|答应)"
)
_NOT_THE_OTHER = re.compile(r"^,?(?:并?不是|没(?:有)?(?:写|打|开)?|未(?:写|打)?)(?:成|的)?(?:欠条|工资欠条|借条)")
_ASKED = re.compile(
    r"(?:要|需要|找|收集|准备|补|写|打|签|开|让他|叫他|喊他|求他|去要|拿|弄|有没有|是不是|算|"
    r"怎么)(?:一?[个张份])?$"
)
_LABOUR_NOT = re.compile(r"(?:律师|工程|承包|分包|施工|买卖|租房|租赁|购房|采购|转包|专业)(?:的)?$")
_SIGNED = (
    r"(?:[一两三四五半\d]年期?|书面|劳动|劳务|用工|用人|一份|正式|电子|纸质|任何|什么|啥|过|个|份|了|的|订|有|固定期限|临时)*"
)
_NO_CONTRACT = re.compile(
    rf"(?:没有|没|未|从没|不|没得|冇)[^,。!?]{{0,8}}?签[^,。!?]{{0,2}}?{_SIGNED}(?:合同|协议)|"
    rf"(?:没有|没|无|冇|没得|没个|哪(?:里|儿)?有(?:得)?(?:什么|啥子?)?){_SIGNED}(?:合同|协议)"
    r"|(?:合同|协议)(?:也|都|什么的|啥的|[、和跟]\w{1,4}|就|根本|从来|一直|压根)*(?:没(?!写|"
    r"给|盖|到|用|说|法)|未(?!通知|到期|届满|满|续|解除|提前|及时|依法|写明|约定)|无(?!效)|不给签|不签)|(?:啥子?|什么)(?:也|都)没(?:有)?签|(?:只|都|就)是?口头(?:约定|"
    r"协议|说的?|讲的?|答应)|口头(?:约定|协议|讲好|谈好|说好|讲的)(?![^,。]*(?:有没有|有效|吗|"
    r"算))"
    r"|(?:不|没)(?:肯|愿意|给|跟|和)[^,。!?]{0,6}签(?!字|名|收|证|条)"
)
_YES_CONTRACT = re.compile(
    rf"(?:签了|签过|签订了|签有|签的有|签订过|有签|签的(?=电子|劳动|纸质|书面)|有){_SIGNED}(?:合同|劳动协议|劳务协议|用工协议)|"
    rf"(?:合同|用工协议)(?:我|也|都|是)*(?:签了|签过|有|在我|在手|还在|到期|还没到期|还有|上写|"
    rf"里写)(?!用|效|没)"
    r"|(?:跟|和|与)[^,。!?]{1,10}签(?:了|过|订了)[^,。!?]{0,6}(?:合同|协议)"
)
#: papers that end or settle something are no contract of work
_OTHER_PAPER = re.compile(r"(?:离职|和解|调解|保密|赔偿|补偿|还款|分期|竞业|解除|自愿|承诺|合伙|转让|安全|"
    r"免责)[^,。]{0,4}(?:协议|合同)")
_NO_IOU = re.compile(
    r"(?:没有|没|未|从没|不|没得|冇|无)(?!给的)[^,。!?签的该只也让拿规算]{0,6}?(?:打|写|给|开|"
    r"肯|有)?[^,。!?签的该只也让拿规]{0,4}?(?:欠条|条子|白条|欠据|借条)|(?:欠条|条子|白条)(?:也|"
    r"都|什么的|根本)*(?:没(?!丢|掉|撕|收)|不肯|不给|不写|不打|无)"
    r"|(?:没有?|未|从没)(?:给|跟|帮)?(?:我们?|俺)?(?:打|写|开)(?:过)?(?:个|张)?条(?![件例款理形])"
)
_YES_IOU = re.compile(
    r"(?:打了|写了|打过|写过|打的|写的|给了|开了|立了|出了|有|拿着|拿到|留了|收到|签了)(?:我|"
    r"我们|一?[个张份]|的|了|工资|老板|他|欠款|手写|\d|[一-九]|万|千|百|元|块)*(?:欠条|条子|"
    r"白条|欠据|欠薪条)"
    r"|(?:欠条|条子|白条)(?:我|也|都|是)*(?:在手|在我|在这|有(?=[,。]|$)|打了|写了|上(?!面?要|"
    r"加|落|用|注|只)|里(?!能|要|注)|到期|过期|给了|还在|为证)(?![^,。]*(?:该写|怎么写|要写|"
    r"写哪|能不能|行不行|注明|还是写|写总))|(?:给|跟)(?:我|我们)(?:打|写)(?:了|个|张)[^,。!?]{0,6}(?:欠条|"
    r"条子|白条)|(?:打|写|开)(?:了|过)(?:我们?|俺)?(?:一?[个张])?条(?![件例款理形子])"
)
_REFUSED = re.compile(r"(?:不肯|不愿意?|不给|不敢|拒绝|一直不)(?:我|我们)?(?:打|写|签|开)")
_DOUBT = re.compile(r"有没有|要不要|是否|需不需要|算不算|是不是|能不能|可不可以")


def read_contract(text: str) -> dict[str, Fact]:
    """`has_contract`: whether a labour contract was signed. Contracts for works (工程合同) do not count."""
    return _has(text, "has_contract", _NO_CONTRACT, _YES_CONTRACT)


def read_iou(text: str) -> dict[str, Fact]:
    """`has_iou`: whether a wage IOU was written. Wishes and questions (让他写欠条, 欠条怎么写) give nothing.

    A loan paper (借条) is none: who holds one alone has no wage IOU (LAW-IOU-03).
    """
    found = _has(text, "has_iou", _NO_IOU, _YES_IOU)
    loan = find_evidence(text).get(LOAN_NOTE)
    return found if found or loan is None else {"has_iou": Fact("known", value=False, words=loan)}


def denies_paper(text: str) -> bool:
    """Whether it is said that there is no contract, or no IOU (哪有合同哦, 没得条子)."""
    return any(fact.value is False for fact in (*read_contract(text).values(), *read_iou(text).values()))


def _has(text: str, slot: str, no: re.Pattern[str], yes: re.Pattern[str]) -> dict[str, Fact]:
    found: dict[bool, str] = {}
    for value, pattern in ((False, no), (True, yes)):
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if _DOUBT.search(text[max(0, match.start() - 3) : match.end()]) or (value and _unreal(before, text, match)):
                continue
            if "合同" in match.group() and _LABOUR_NOT.search(match.group().split("合同")[0]):
                continue
            if value and _OTHER_PAPER.search(match.group()):
                continue
            if value and found.get(False) and match.group() in found[False]:
                continue
            found.setdefault(value, match.group())
    if slot == "has_iou" and len(found) != 1 and re.search(r"欠条|条子|白条", text) and (refusal := _REFUSED.search(text)):
        found = {False: refusal.group()}
    if len(found) != 1:
        return {}
    value, words = next(iter(found.items()))
    return {slot: Fact("known", value=value, words=words)}


def _unreal(before: str, text: str, match: re.Match[str]) -> bool:
    """A wish, a denial or a question around a 'yes' (没有打欠条, 让他打欠条, 有欠条就能告吗)."""
    clause = re.split(r"[,。!?]", before)[-1]
    rest = re.split(r"[,。]", text[match.end() :])[0]
    if re.search(r"(?:没|不|未|无)[^有]{0,2}$", clause) or re.search(
        r"(?:想|让|叫|喊|要|该|逼|求|如果|要是|必须|假如|只要)[^,。]{0,8}$", clause):
        return True
    if re.match(r"(?:行不行|行不|好不好|行吗|可以吗|可不可以|要不要|怎么|有用吗|有什么用)", rest):
        return True
    if re.match(r"(?:给我|跟我|给|跟)打", match.group()) and is_question(rest):
        return True
    if not match.group().startswith("有"):
        return False
    doubted = re.match(r"(?:才|就|的话|还|能|吗|是不是)[^,。]*(?:吗|么|\?|不|$)", rest)
    return bool(doubted) and is_question(clause + match.group() + rest)


#: 工友可以证明
_WITNESS = re.compile(
    r"(?:工友|老乡|同事|工人|兄弟|姐妹|班长|邻居|大家|他们)们?(?:都|也)?(?:可以|能够?|会|愿意?|肯)(?:给我|帮我|替我)?(?:作证|做证|证明)")
_SHOT = ("截图", "截屏")
_OF_A_PAPER = re.compile(rf"(?:{lexicon.alternation('evidence')})(?:的)?$")
_OF_A_RECORD = re.compile(rf"(?:{lexicon.alternation('evidence')})[^,和跟、]{{0,8}}的(?:手机)?$")
_SAID_THERE = re.compile(
    r"^(?:上|里|里面|里头|那里)?(?:她|他|他们|老板娘?|包工头|工头|对方|经理|公司|会计|班长)?(?:也|都|还|自己|亲口|当时)*"
    r"(?:说过?|答应|承认|认了|认账|回我)"
)


def find_evidence(text: str, default: bool | None = None) -> dict[str, str]:
    """EvidenceKind -> the word said, for the things that the worker says he has.

    `default` decides for things that are only named (True when they answer the question what he has).
    """
    kinds: dict[str, str] = {}
    for clause in re.split(r"([,。!?;\n])", text):
        state = default
        for hit in lexicon.find("evidence", clause):
            if hit.value == "site_photo" and _OF_A_PAPER.search(clause[: hit.start]):
                continue  # 排班表的照片
            if hit.word in _SHOT and _OF_A_RECORD.search(clause[: hit.start]):
                continue  # 给我转账一千块的截图
            state = _held(clause, hit, state)
            if default is None and hit.word in lexicon.extra("evidence", "loose") and not _is_said_there(clause, hit):
                continue
            if state and not _LABOUR_NOT.search(clause[: hit.start]):
                kinds.setdefault(hit.value, hit.word)
    if "witness" not in kinds and (witness := _WITNESS.search(text)) and not is_question(text):
        kinds["witness"] = witness.group()
    return kinds


def told_things(kind: str, fact: Fact) -> str:
    """What he called the things of a kind that holds many (工作服、饭卡), in the words of `evidence_held`; "" for other kinds."""
    named = [hit.word for hit in lexicon.find("evidence", fact.words, (kind,))] if kind in _OF_MANY else []
    return "、".join(dict.fromkeys(named))


def _is_said_there(clause: str, hit: lexicon.Hit) -> bool:
    """Whether the debtor said something in that chat (微信上他说过等有钱了给)."""
    return hit.value == "chat" and bool(_SAID_THERE.match(clause[hit.end :]))


def _held(clause: str, hit: lexicon.Hit, before: bool | None) -> bool | None:
    """Whether this thing is held: the verb behind it, else the nearest before it, else as the thing before it."""
    after, lead = clause[hit.end :], clause[: hit.start]
    if is_question(clause) and not re.match(r"(?:没有|有)", clause):
        return None
    if _AFTER_NOT.match(after) and not _NOT_THE_OTHER.match(after):
        return False
    if _AFTER_HAS.match(after) or _is_said_there(clause, hit):
        return True
    if _ASKED.search(lead) and not _HAS.search(lead[-3:]) and not re.search(r"(?:打|写|签|开)了", lead[-4:]):
        return None
    if _WRITTEN_AS.search(lead):
        return True
    yes = max((m.start() for m in _HAS.finditer(lead)), default=-1)
    no = max((m.end() - 1 for m in _NOT.finditer(lead)), default=-1)
    if yes < 0 and no < 0:
        return True if re.search(r"作证|录了音|录的音|拍的照|转的账", hit.word) else before
    return yes > no


def read_evidence(text: str) -> dict[str, Fact]:
    """`evidence_held`: the kinds, in the order they were said; nothing when none is said to be there."""
    kinds = find_evidence(text)
    if not kinds:
        return {}
    return {"evidence_held": Fact("known", value=list(kinds), words="、".join(kinds.values()))}
