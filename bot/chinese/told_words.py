"""The words by which a story tells what a sum is that no word of owing governs: patterns for bot/chinese/told_sums.py."""
from __future__ import annotations

import re

from bot.chinese import pieces
from bot.chinese.pieces import PAY
from bot.chinese.sum_cues import MONTHS
from bot.chinese.withheld import STRETCH

#: the pay of some months, told at the head of a sum (四月五月工资, 3个月的工钱)
PAY_OF_MONTHS = rf"(?:我|我们|俺)?的?(?:\d{{4}}年|[今去前]年)?{MONTHS}+的?(?:工资|工钱|薪水|钱)"
SETTLED = re.compile(r"(?:给|发|付|结|领|拿|还|到[账手])(?:了|过|清|齐|到)|说好|讲好|谈好|应该")
#: a sum told as the whole, alone in its clause (一共13500)
IN_ALL = re.compile(
    rf"(?:大概|差不多|这样|加起来|算下来|这)*(?:{pieces.IN_ALL})(?:就|大概|差不多|算下来)?(?:是|有|欠)?"
)
MONTHS_IN_ALL = re.compile(rf"{PAY_OF_MONTHS}(?:{IN_ALL.pattern}|共)")
ARREARS = re.compile(
    r"拖?欠(?!条)|差[我俺]|拖(?:了|着|我|到现在)|[没未][给发结付算]|没有[给发结付算]|不[给发结](?!你)|[没拿要讨]不?到[工钱]|没拿到")
WORK_OVER = re.compile(r"[干做]完|完工|离职|辞职|辞工|不干了|不做了|结束")
UNSURE = re.compile(r"[记算]不[清准]|记不得")
#: the story says in any words that money stays out
OUT = re.compile(
    ARREARS.pattern
    + r"|差的|[没未]有?(?:看[到见]|见|领|到账|兑现|下文|动静|消息|开资)|[不没]付|[不没]还(?!清楚)|不认|[不没]退|不履行|强制|执行"
    r"|推来推去|一个推一个|推到|推给|再等|等[两几]天|不好[发办]|[让叫]我(?:去)?找|没盖章|[唯就][独有]?我没有|唯独没我|就没我|一去不返|不立案|开始拖|就拖|不理|不睬|起诉到法院|名下没|没财产|追加|服刑|装死|躲|一分(?:钱)?(?:都|也)?[没不]|没到手|又推到"
    r"|拿[^,。]{1,6}抵|抵成|卷着|卷了|卷走"
    r"|跑了|跑路|失联|停机|关机|空号|没影|人影|联系不上|找不到|找不着|拉黑|倒闭|关门|抵(?:我的?)?(?:房租|学费|账|饭钱|工钱|工资)|转移(?:了)?(?:财产|资产)|把[^,。]{1,6}(?:过户|转到|转给|卖了)|没(?:一|有)个?人?[掏出认]|[说讲](?:他|她|公司|厂里|店里|现在|手上|手里|账上)*没(?:得|有)?钱|不接(?:我|我们)?的?(?:电话|微信)|电话(?:也|都)?不接|打不通|不露面|打死不|提不出|没有一分|要不[到回]|才[发给结]"
    r"|要等|空着|不提(?![供前醒])|谁[也都]不[出给认管]|没回款|耗着|划走|走流程|走账|支付令|划不划|划得来|划不来|划算|打?[了个张的]*(?:欠条|白条)|扣着|压着|拖着"
)
#: a part has come, or all of it; not what a firm gave another, nor a paper
CAME = re.compile(
    r"(?<![没不未能想会])(?<!没有)(?<!才)(?:给|发|付|结|领|拿|还|打)(?:了|过(?!去|来(?!了))|清了|齐了)"
    r"(?!一?[个张份]?[欠白借]?条|进度款|工程款|招呼|热线|[\d一二两三四五六七八九十几好多]{1,3}[次回通](?:电话|市长|热线|1)|吗|没|分包|总包|公司|劳务|老板|包工头|工头|电话)|(?<![没不])(?<!一分)(?<!分钱)(?<!毛钱)到[账手]了?(?!吗)|先给(?!我?(?:说|讲|看|问|解|介))"
)
#: around a sum: it is another thing than pay, a rate, a promise or a condition
OTHER_THING = re.compile(
    "押金|保证金|罚|借(?![条到据])|转给|转账|病|手术|治|评估|鉴定|定金|股|赔|彩礼|房租|律师|车费|路费|中介费|介绍费|培训|体检|利息|贷|医药|医疗"
    "|买|花了|收了|交了|说好|讲好|谈好|答应|每个?月|每天|底薪(?![加和])|保底|基本工资|平时|转正|试用|原来|以前|工程款|材料款|货款|到手|净|最[低底]|够不够"
    "|只有|才|涨|降|低保|标准|如果|要是|万一|挣"
)
#: in the clause before a whole: it is no pay
FEES = re.compile("转账|扣回|平摊|分摊|诉讼费|公告费|保证金|质保金|押金|手续费|鉴定|评估|罚|借(?![条到据])|货")
#: a note that he gave, or a flat: 欠条是我打牌输了写的, 押一付三
NOT_WAGES = re.compile(
    r"条子?(?:是|上)?(?:我|俺)[^,。]{0,8}(?:写|打|签)|(?:我|俺)[^,。的]{0,4}(?:赌|打牌|打麻将)|赌债"
    r"|租房|押一付|房东[^,。]{0,8}(?:不退|退我|押金|要我|告我)"
)
_HEADS = "(?:每人|一人|每个人|一个人|人均|我的|我|我们)*"
_MANY = rf"{_HEADS}(?:一共|总共|合计|共计|总计|共|加起来|算下来|大概|差不多|就|是|有|都|也)*(?:是|有)?"
_MONTH = r"[\d一二三四五六七八九十]{1,3}月份?(?:[到至和、][\d一二三四五六七八九十]{1,3}月份?)?"
#: before a sum: the pay of a stretch (八月的工资, 三个月工资, 十一月到一月的工钱每人); behind it: 工资, where it is no rate
MONTH_PAY = re.compile(rf"(?:(?:{STRETCH}|{_MONTH})(?:的)?(?:{PAY}|钱)|{_MONTH}一?整个?月(?:的)?(?:{PAY}|钱)?){_MANY}$")
PAY_BEHIND = re.compile(
    rf"(?:块钱?|元)?(?:的)?(?:{STRETCH}的)?(?:{PAY})(?!卡|条|单|表|是|一个?月|多少|高|低|水平|标准|的标准)"
)
#: what he should have had, where nothing came
DUE = re.compile(r"(?:应发|应付|应得|应该发|该发|该给|该拿)(?:的)?(?:工资)?(?:是|有|一共|总共)*$")
NOTHING = re.compile(r"一分(?:钱)?(?:都|也)?[没不]|分文")
#: 五千多的工资发下来三千: the first is what was earned
CAME_DOWN = re.compile(r"(?:只|就|才)?(?:发|拿|领|结|到)(?:下来|到手|手|到)(?:只|就|才)?[^,。没不]{0,4}[\d一二两三四五六七八九]")
#: 三个月一万三千五, alone in its clause
STRETCH_ALONE = re.compile(rf"(?:我|我们|这|就|前后|总共|一共)*{STRETCH}(?:的|一共|总共|共|是|就是)*")
SOME_MONTHS = re.compile(r"[\d一二两三四五六七八九十几半]{1,3}个(?:半|多)?月")
WHOLE = re.compile(
    r"(?:一共|总共|合计|共计|总计|加起来|合起来|加在一起|合在一起|算下来|算出来|算起来|算了一下)(?:就|大概|差不多|算下来|我们?|算|欠|差|是|有|得|要|该|将近)*$")
#: words of pay that are said of the whole
_WHOLE_WORD = "工钱|血汗钱|辛苦钱|欠薪|劳务费|人工费"
WHOLE_BEHIND = re.compile(rf"(?:块钱?|元)?(?:的)?(?:{_WHOLE_WORD})")
WHOLE_BEFORE = re.compile(
    rf"(?<!天)(?:{_WHOLE_WORD})(?:有|是|大概|差不多|一共|总共)*$"
    rf"|(?:{_WHOLE_WORD}|人工)(?:这一?块|这部分|这头|费)?(?:他|她|老板|公司|对方|甲方)?(?:只|就)?认(?:了|是|的是)?$"
)
#: an award: 判了奶茶店给我, 裁决书下来说公司要给我, 仲裁赢了; and one against him
AWARD = re.compile(
    r"(?:裁决书?|判决书?|调解书|判了?|裁了?|法院|仲裁|调解|劳动局|人社局|监察大队|监察|责令)[^,。]{0,16}(?:给|付|支付|支持|认|判|裁|赢)了?(?:我们?|俺|他|她)?[^,。]{0,6}$"
    r"|(?:仲裁|官司|法院|判决)[^,]{0,4}赢了$|(?<!少)(?:判|裁)(?:了|的|给|我|俺|那|个|得)*$"
)
AGAINST = re.compile(
    r"(?:少|多)(?:判|裁)|(?:判|裁)(?:少|多)|(?:我们?|俺)(?:要|得|还要)?(?:赔|付给|还给|退给)|(?:判|裁)(?:决)?(?:我们?|俺)"
)
#: 调解时说给五千了事: what he is offered, not what he was given
OFFERED = re.compile(r"(?:块钱?|元)?(?:就|算|把事|一次性?)*(?:了事|了断|了结|私了|算了|拉倒|两清|结清算了)")
#: an award for somebody else (判老板赔工友三万)
FOR_ANOTHER = re.compile(r"(?:给|赔|赔给|付给|还给|退给|判给)(?!了|我|俺|的)[^,。我俺]{1,6}$")
#: beside a whole: what a firm owns, what a building site costs, and money that is to come back
NOT_HIS = re.compile("资产|投资|造价|预算|整个(?:工程|项目)|(?:修|铺|架)(?:路|桥|渠|水库)|(?:工程|项目)(?:一共|总共|合计|总计)")
COMES_BACK = re.compile(r"(?:块钱?|元)?(?:都|也|还|全)*[不没](?:给)?退")
#: a paper on which the sum stands, a paper that there is not, and what may stand between the paper and the sum
PAPER = re.compile(
    r"(?<!没)(?<!没有)(?<!不)(?:打|写|出|有|开|拿|留|签)?(?:了|过|成|着)?(?:张|个|份|一张|一个)?"
    rf"(?P<paper>{pieces.PAPERS}|(?<=[张个])条(?=[,。上子给]|$))"
)
NO_PAPER = re.compile(
    r"(?:没有?|不肯?|不给|不愿意?|未)(?:给|跟|帮)?(?:我们?|俺)?(?:打|写|出|开|签)?(?:过|张|个|什么|一张)*"
    r"(?:欠条|白条|借条|结算单|确认单|确认表|对账单)"
)
WRITTEN = re.compile(
    r"(?:,|在我手[上里]|一?张|人民币|盖了?章|说|承认|写着|写的是|写的|写明|写|金额|上面|今|兹|借到[^,。\d]{0,8}?|就|是|有|一共|总共|共|合计|计|大概)*"
)
#: his own (我那两万一), and what he goes for (为八千块钱跑一趟)
MINE = re.compile(
    r"(?:我|俺)(?:们)?(?:的|那|这|[那这][个点笔份张])(?:是|有)?$|^(?:那)?(?:我|俺)(?:个人|自己|本人|的那份|自己那份)的?(?:就|是|有|占)*$"
    r"|(?:[我俺能该想]|怎么)[^,。]{0,10}(?:要|讨|追)(?:得|不)?(?:回|到)?(?:我|俺)?(?:的)?[这那](?:笔|个|点)?$"
)
FOR_IT = re.compile(
    r"(?:^|就?为了?|讨|追讨|(?:就|只)(?:是|想|想要|要)|这|那|[我俺]|(?<![说讲写填])的)(?:点|笔|区区)?$"
)
IT = re.compile(
    rf"(?:块钱?|元|钱)*,?(?:(?:的)?(?:{PAY}|欠薪)|跑|(?:我|该|要|还|到底|就)*(?:找谁|(?:该|要|由)?(?:哪[个家边方]|谁)(?:来)?(?:给|出|付|认|管)|[向问朝]谁要|怎么[要讨找]|咋[要讨整]|上哪要|还能|能不能要"
    r"|[要拿]得?回|要得[到了]|拿不到|要不要得)|(?:能|还|值不值|划|打给))"
)
WORK = re.compile(
    rf"{PAY}|房主|业主|[盖起][^,。]{{0,4}}[房楼屋圈]|总包|装车|卸货|欠薪|误工|劳动|干活|干了|做了|做工|上班|工地|包工头|工头|打工|厂|老板|的活|搬|扛|打更|保洁|仲裁|执行|判决|裁决"
)
#: one above, or the boss towards one above, was paid or took money: nothing came to him (业主全付清了, 包工头领了进度款)
ANOTHER_CAME = re.compile(
    r"(?:业主|甲方|总包|开发商|发包方|客户|房主)[^,。我俺]{0,14}(?:付|给|结|发|打|拨)(?:了|清|过|完)了?|(?:别人|人家|其他人|他们|工友)(?:都|全)+(?:给|发|结|拿|领|收)到?了"
    r"|打是打了[^,。]{0,2}被"
)
#: heads of his own share (每人大概八千)
EACH = re.compile(r"(?:我们?|我的|那|就|也|都)*(?:每个?人|一个?人|人均)(?:大概|大约|差不多|就|是|有|都|合|还有)*")
#: the accounts that both have gone through, and the sum that a paper shows
RECKONED = re.compile(r"(?:对[过好完了]+的?账|算(?:[好过完清]+的?)?账|对账单?)(?:[说讲])?(?:就|还|一共|总共|共)*(?:是|有)$")
SHOWN = re.compile(
    r"(?:写|填)(?:的|着|了|明)*(?:数目|数字|金额|钱数|数)(?:就|共)*(?:是|为)$|(?:写|填)(?:的|着|了|明|成)*(?:是|为)?(?P<loan>[今兹]借到)[^,。\d]{0,8}$")
#: a paper that he gave for a sum (打条说秋后给一万)
NOTE_FOR = re.compile(
    r"(?:打|写|开)(?:了|过|的|个|张|一张|给|我)*(?:欠|白)?条子?[^,。\d]{0,3}说?[^,。\d]{0,5}(?:给|还|付)(?:我)?(?:清)?$"
)
