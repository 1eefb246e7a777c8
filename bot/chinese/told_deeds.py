"""Sums that are owed by what was done or said about them: he admits it, makes it wait for a condition, promises to make it up,
a court gave it, work earned it. Each rule takes a sum that no word of owing governs."""
from __future__ import annotations

import re

from bot.chinese.pieces import AWARDS, FIGURE, IN_ALL, OWER, PAY, YUAN
from bot.chinese.scene import Scene
from bot.chinese.sum_cues import Sum
from bot.chinese.told_clause import around, is_only_sum

_LEAST = 1000_00  # fen: what a bare sum must be to be what is owed
_NO_MONTH = 15000_00  # fen: 工资三万七 is hardly the pay of one month
_SMALL = rf"(?:一共|总共|共|大概|差不多|就|是|有|的是|的|也|都|只|{IN_ALL})*"
_THING = "私了|了断|了事|垫|押金|保证金|罚|房租|材料款|材料钱|货款|工程款|进度款|油钱|借款|彩礼|定金|股"
#: 录音里他认了三万二, 老板当面承认差我一万
_ADMITS = re.compile(
    rf"(?:{OWER}|录音|视频|聊天|微信|里面?|当面|亲口)[^,。!?;]{{0,6}}(?<![不没只才])(?:承认|认下|认账|认|确认)(?:了|过|的|着)?(?:还)?(?:欠|差|该)?(?:我|俺)?{_SMALL}$")
#: 签了字他再把一万五给我
_CONDITION = re.compile(r"(?:再|才|就)(?:肯|会|能|愿意|答应)?把(?:我|俺)?(?:的|那|这|剩下的?|剩余的?|欠的?)*$")
_HANDS_OVER = re.compile(rf"{YUAN}(?:的)?(?:{PAY}|钱)?(?:全部|一起|都)?(?:给|结|付|发|打|转)(?:清|给|到)?(?:我|俺)")
#: 答应补发的一万块, 说年底补我三千; 奖金一万二年底补给我
_MAKES_UP = re.compile(r"(?:答应|说|讲|承诺|保证|同意)[^,。!?;不]{0,12}补(?:发|给|付|结|偿)?(?:给)?(?:我|俺)?的?$")
_MADE_UP = re.compile(rf"{YUAN}(?:[^,。!?;不没\d]{{0,6}})(?:补|结|付|还|兑现)给(?:我|俺)")
_WAS_MADE_UP = re.compile("(?<![没不])(?<!没有)补(?:发|给|结|齐|上|过来)?(?:我|了我)?(?:了|过)")
_SAYS = re.compile(rf"(?:{OWER}|当时|那时)[^,。!?;]{{0,4}}(?:说|讲|答应|承诺|保证)")
#: 公司应付我工资和补偿共三万一, beside a word for an award
_DUE_BY = re.compile(
    r"应(?:该|当)?(?:支付|给付|付|给|赔付)(?:给)?(?:我|俺|申请人|原告)[^,。!?;\d]{0,12}$|标的(?:额|金额)?(?:是|为|共)*$")
_AWARD = re.compile(AWARDS)
#: 涂料工资三万七, of a judgment or too much for a month
_BARE_PAY = re.compile(rf"(?:{PAY})(?:是|有|共|一共|总共)*$")
_EACH = re.compile("每个?月|一个月|月薪|每天|年薪|一年|每年")
#: 暑假工工资四千六
_SEASON = re.compile(rf"(?:暑假工|寒假工|暑期工|寒期工|临时工|短工|季节工|秋收|采摘)的?(?:{PAY})(?:是|有|一共|总共)*$")
_REMEDY = re.compile("律师|仲裁|起诉|告[他她厂公老]|投诉|法律援助|劳动局|劳动监察|讨薪|讨回|要回")
_MONTHS = re.compile(rf"{FIGURE}{{1,2}}个(?:半|多)?月|[干做]了[两俩]")
#: 贴了三套房一万九千六
_EARNED = re.compile(
    rf"(?:干|做|贴|砌|刷|粉|抹|铺|挖|装|卸|搬|扎|焊|绑|盖|修|拆|栽|摘|采|送|缝|绣|画|拍|剪|录|写|翻|钻|架|浇|打)了"
    rf"{FIGURE}{{1,4}}(?:多|来)?(?:套|间|层|栋|车|吨|亩|平|方|个|天|单|张|幅|件|篇|条|集|期|节|米|口|面|棵|趟|遍|场|桌|把)[^,。!?;\d]{{0,6}}?{_SMALL}$")
#: 一万两千六不是小数
_NO_TRIFLE = re.compile(rf"{YUAN}(?:可|也|又|真|对我|对我们|来说|在我们?家|对庄稼人)*不是(?:个|一?笔)?小(?:数|钱)")
#: 工资四千二说好这个月15号打给我: promised, in a story in which money stays out
_PROMISED = re.compile(
    rf"{YUAN}(?:的)?(?:{OWER})?(?:都|就|当时|跟我|给我)*(?:说好|说是|说|讲好|讲|答应|承诺|保证|约好)(?:了|过|的|是)?"
    r"(?!一个?月|每|一天)[^,。!?;不没\d]{0,4}[^,。!?;不没]{0,8}?(?:给|发|打|结|付|转)(?!一个?月|不|没)")
_PROMISES = re.compile(r"(?:说|讲|答应|承诺|保证)[^,。!?;不没]{0,8}(?:给|还|付|发|结|打)清?(?:我|俺)的?[那这]$")
#: 发个铲铲3450块: the one sum of a story in which money stays out, at its very end
_LAST_WORDS = re.compile(r"(?:块钱?|元|钱|整|左右|啊|吧|嘛|呢|哦|了)*[。!?]?$")
#: 讨那三千八百块的看门钱, 想要回这两千六的活钱
_SEEKS = re.compile(
    r"(?:想|要|去|来|帮|为|替|怎么|咋)[^,。!?;不没]{0,8}(?:讨|追|要|拿)(?:回来?|到)?(?:我|俺|她|他)?(?:的)?(?:那|这)?(?:笔)?$")
_ELSE = "病|治|手术|说好|讲好|谈好|底薪|保底|到手|涨|降|花|交|收了|买|赔|贷|学费|路费|车费|欠别人|借|挣|赚|标准|最低"
_HIS_PAY = re.compile(rf"{YUAN}的?[\u4e00-\u9fff]{{0,4}}?(?:{PAY}|钱(?!给))")


def admitted(scene: Scene, found: Sum) -> bool:
    """录音里他认了三万二: the one who owes says so himself."""
    lead, behind, _ = around(scene, found)
    alone = found.amount.low >= _LEAST and is_only_sum(scene, found)
    return alone and bool(_ADMITS.search(lead)) and not re.search(_THING, lead + behind)


def on_condition(scene: Scene, found: Sum) -> bool:
    """签了字他才把一万五给我: his money, for which a condition is set."""
    lead, behind, _ = around(scene, found)
    return bool(_CONDITION.search(lead) and _HANDS_OVER.match(behind)) and not re.search(_THING, lead)


def to_be_made_up(scene: Scene, found: Sum) -> bool:
    """答应补发的一万块: promised to him, and never given."""
    lead, behind, _ = around(scene, found)
    if found.amount.low < _LEAST or re.search(_THING, lead + behind) or _WAS_MADE_UP.search(scene.text):
        return False
    return bool(_MAKES_UP.search(lead)) or bool(_MADE_UP.match(behind) and _SAYS.search(lead))


def due_by_award(scene: Scene, found: Sum) -> bool:
    """公司应付我工资和补偿共三万一, beside an award or a judgment; or the only 工资 of such a story."""
    lead, behind, _ = around(scene, found)
    if not _AWARD.search(scene.text) or re.search(_THING + "|律师|诉讼费", lead + behind):
        return False
    pay = bool(_BARE_PAY.search(lead)) and is_only_sum(scene, found) and not _EACH.search(lead)
    return bool(_DUE_BY.search(lead)) or (pay and found.amount.low >= _LEAST and not behind.strip())


def great_pay(scene: Scene, found: Sum) -> bool:
    """瓦工工资三万七: the only sum of a story, and too much for a month."""
    lead, behind, _ = around(scene, found)
    alone = is_only_sum(scene, found) and not behind.strip() and not re.search(f"{_EACH.pattern}|{_THING}", lead)
    return found.amount.low >= _NO_MONTH and alone and bool(_BARE_PAY.search(lead))


def of_a_season(scene: Scene, found: Sum) -> bool:
    """暑假工工资四千六, where he looks for a remedy: such work is paid as a whole."""
    lead, behind, _ = around(scene, found)
    whole = found.amount.low >= _LEAST and is_only_sum(scene, found) and not behind.strip() and not _MONTHS.search(scene.text)
    return whole and bool(_SEASON.search(lead) and _REMEDY.search(scene.text))


def earned(scene: Scene, found: Sum) -> bool:
    """贴了三套房一万九千六, no trifle, or what he seeks: what the work made."""
    lead, behind, _ = around(scene, found)
    if found.amount.low < _LEAST or re.search(_THING, lead + behind) or not is_only_sum(scene, found):
        return False
    return bool(_EARNED.search(lead) and not behind.strip()) or bool(_NO_TRIFLE.match(behind))


def promised(scene: Scene, found: Sum) -> bool:
    """工资四千二说好这个月15号打给我: the only sum of a story, promised for a day."""
    lead, behind, _ = around(scene, found)
    alone = found.kind is None and found.amount.low >= _LEAST and is_only_sum(scene, found) and bool(scene.dates)
    return alone and bool(_PROMISED.match(behind)) and not re.search(f"{_EACH.pattern}|{_THING}", lead)


def his_own_promised(scene: Scene, found: Sum) -> bool:
    """说年底给我那两万一: the only sum of a story, named as one that is known to both."""
    lead = around(scene, found)[0]
    told = found.amount.low >= _LEAST and bool(_PROMISES.search(lead))
    return told and is_only_sum(scene, found) and not re.search(_THING, lead)


def ends_the_breath(scene: Scene, found: Sum) -> bool:
    """发个铲铲3450块: the only sum of a story without any pause, at its very end, with no word that makes it another thing."""
    lead, behind, _ = around(scene, found)
    only = found.kind is None and len(scene.amounts) == 1 and found.amount.low >= _LEAST
    last = only and len(lead) > 3 and (lead + scene.amounts[0].words + behind).strip() == scene.text.strip("。!? ")
    return last and bool(_LAST_WORDS.match(behind)) and not re.search(f"{_EACH.pattern}|{_THING}|{_ELSE}", lead[-12:])


def sought(scene: Scene, found: Sum) -> bool:
    """讨那三千八百块的看门钱: pay that he goes for."""
    lead, behind, _ = around(scene, found)
    seeks = found.kind is None and bool(_SEEKS.search(lead) and _HIS_PAY.match(behind))
    return seeks and found.amount.low >= _LEAST and not re.search(_THING + "|赔|病|学费|律师", lead + behind)

