"""What is special about the one who owes: closed, renamed, bankrupt, without a licence, with a lent one …"""
from __future__ import annotations

import re

from bot.law.facts import CaseFacts

TRAITS: dict[str, re.Pattern[str]] = {
    "lent_licence": re.compile(
        r"挂靠|(?:借|租)(?:用|来|的|了)*(?:别人|人家|其他|别的|公司|单位)*的?(?:资质|名义|牌子|执照)|"
        r"(?:出借|借给)[^，,。]{0,6}(?:资质|名义)|资质是借"
    ),
    "no_dispatch_licence": re.compile(
        r"没有?(?:劳务)?派遣(?:许可|资质|资格|证)|(?:派遣|劳务)[^，,。]{0,4}(?:没有?|无)(?:许可|资质|证)|黑中介"
    ),
    "no_licence": re.compile(
        r"(?:没有?办?|无)(?:营业)?(?:执照|工商登记)|无照(?!片|顾)|没有?办?照(?=经营|开|的厂|的店)|黑(?:厂|作坊|工厂|砖窑)|小作坊[^，,。]{0,4}没[^，,。]{0,4}照"
    ),
    "self_employed": re.compile(r"个体(?:户|工商户|老板)|合伙(?:开|企业|办)|个人独资"),
    "closed": re.compile(
        r"倒闭|(?:关门|关张|停业|歇业|关厂|不开)了|(?:厂|店|公司)(?:子|都|已经|也|去年|前年|今年|上个?月|年前|就|早)*关了(?!我|俺|他|门禁|灯|空调|群|电|手机|一)|(?<![信号])(?<![信号][也都被])注销|吊销|(?<!群)解散|人去楼空"
    ),
    "bankrupt": re.compile(r"破产|资不抵债|清算组"),
    "renamed": re.compile(
        r"改(?:了)?(?:个)?名|更名|(?<!我)(?<!我们)换(?:了)?(?:个|块)?(?:名字|名称|招牌|牌子|法人|老板|股东|投资人)|公司名[^，,。]{0,4}变"
    ),
    "merged": re.compile(
        r"(?:公司|厂|单位)[^，,。]{0,6}(?:合并|分立|兼并|收购|拆成)|被(?:别的公司|人家|另一家)?(?:收购|兼并|合并)"
    ),
    "sold": re.compile(
        r"(?:厂|店|公司|饭馆|铺子?|门面|企业)(?:子|面|都|已经|也|就|给|被|老板|他|把)*(?:转让|转|卖|盘|顶)(?:给|出去|掉)(?:了)?"
        r"(?:别人|人家|别的|另外|一个|其他|新老板|了|$)|"
        r"(?:厂|店|公司)(?:子|面|都|已经|也|就|给|被)*(?:转让|盘出去|盘掉|转手)(?:了|过)"
    ),
    "affiliated": re.compile(
        r"关联公司|(?:两|几|好几|三)家公司[^，,。]{0,8}(?:一个老板|同一个|混|轮流|换着)|"
        r"(?:一个老板|同一个老板)[^，,。]{0,6}(?:两|几|好几|三)[家个]公司"
    ),
    "illegal_project": re.compile(r"违建|违章建|违法(?:建筑|建设|工程|项目)|没有?(?:规划|施工)(?:许可|手续|批)"),
    "owner_hired_person": re.compile(
        r"(?:甲方|业主|建设单位|开发商)(?:直接|自己)?(?:把[^，,。]{0,8})?(?:包给|发包给|分包给|转包给)[^，,。]{0,4}"
        r"(?:个人|包工头|工头|没资质|没有资质|私人)"
    ),
}
"""code -> words that say so."""
DENIED = re.compile(
    r"(?:没有?(?!钱|发|给|付)|不是|还没|并没有?|不算|怕|会不会|要是|如果|万一|快要?|就要|要|可能|也许|估计|吓唬|威胁|打算|准备|差点)[^，,。]{0,3}$"
)
"""Before a word: denied, feared, only to come."""
OWN = re.compile(r"(?:^|[，,。\s])(?:我|我们|俺)(?:自己)?(?:也|就|还)?(?:是|算|办|有|开)[^，,。]{0,4}$")
"""Before a word for one man's firm: his own."""
OWN_SOLD = re.compile(r"(?:我|俺|我们)(?:自己)?(?:已经|就|也|后来)?把(?:自己的?|我的?)?$|(?:^|[,，。\s])我(?:自己)?(?:的|开的)$")
"""Before a shop that was sold: his own."""
SLOTS = ("claim_words", "debtor_kind", "debtor_name", "general_contractor")


def find_traits(text: str) -> tuple[str, ...]:
    """Codes of `TRAITS` that a text tells of the one who owes; what is denied or only feared does not count."""
    return tuple(
        code for code, pattern in TRAITS.items()
        if any(_holds(code, text[: match.start()]) for match in pattern.finditer(text))
    )


def _holds(code: str, before: str) -> bool:
    """Whether a word counts, by what stands before it."""
    own = {"self_employed": OWN, "sold": OWN_SOLD}.get(code)
    return not DENIED.search(before) and not (own and own.search(before))


def traits(case: CaseFacts) -> frozenset[str]:
    """The codes in the words of the claim and the debtor."""
    return frozenset(find_traits(case.words(*SLOTS)))
