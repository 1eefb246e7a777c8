"""Names of papers in a worker's words. `FULL`: what is plainly the paper itself; `SHORT`: the road or the deed alone, which
counts as the paper only beside a word of writing (写支付令). `ROADS`: what he calls 申请书 alone goes by the road."""
from __future__ import annotations

_BOOK = r"(?:申请)?的?(?:申请)?(?:书|表格?|状子?|单子)"
_ADVANCE = "(?:先予|先于|先行)执行"
_AID = "(?:法律援助|法援|援助)"
_FORCED = "被迫(?:离职|辞职|辞工|走人|解除(?:劳动)?(?:合同|关系)?)"
_REFUSED = "(?:拒不支付|恶意欠薪|拒不付)"
_WITHDRAWN = "(?:撤诉|撤案|撤销|撤回)(?:劳动)?(?:监察)?(?:投诉|仲裁|起诉|诉讼|案子)?"

FULL: tuple[tuple[str, str], ...] = (
    ("judicial_confirmation", rf"(?:司法|法院|调解协议)确认{_BOOK}|司法确认的?申请"),
    ("advance_enforcement", rf"{_ADVANCE}{_BOOK}|{_ADVANCE}的?申请"),
    ("enforcement_application", rf"(?:强制)?执行{_BOOK}|(?:强制)?执行的?申请(?!执行)"),
    ("payment_order_application", rf"支付令{_BOOK}|支付令的?申请"),
    ("withdrawal", rf"{_WITHDRAWN}的?(?:申请)?(?:书(?!面|记)|表|状)"),
    ("legal_aid_application",
     rf"{_AID}(?:中心)?的?.{{0,12}}?申请(?:书|表格?)|{_AID}的?申请|(?:申请)?{_AID}的?(?:书|表格?)|{_AID}的?材料"),
    ("support_prosecution", rf"(?:检察院)?支持起诉{_BOOK}|支持起诉的?申请"),
    ("mediation_application", r"(?:人民)?调解(?:委员?会?)?的?申请(?:书|表)?|申请调解的?(?:书|表)"),
    ("arbitration_application",
     r"(?:劳动|劳动争议|劳动人事争议|劳动人事)?仲[裁栽](?:的|委|院)?(?:申请|申清|起诉|诉讼)?的?(?:书(?!记)|表格?|状子?|材料)|仲裁的?申请|申请仲裁的?(?:申请)?书"),
    ("inspection_complaint", r"(?:劳动)?(?:保障)?(?:监察)?(?:大队)?投诉(?:书|信|状|表格?|材料)"),
    ("civil_complaint", r"(?:民事)?(?:起诉|祈诉|诉讼|上诉|告)(?:状|书)|(?:民事)?诉状|状[子纸]|民事起诉"),
    ("power_of_attorney", r"(?:特别)?(?:授权)?委托(?:代理)?(?:书|证明)|授权书|代理委托"),
    ("representatives",
     r"(?:推选|推举|选举?)(?:诉讼|工人|职工|工友)?代表(?:人)?的?(?:书|表|证明|名单|材料|单子)"
     r"|代表人?(?:推选|推举)(?:书|表|证明)|推选书|推举书"),
    ("forced_resignation",
     rf"{_FORCED}的?(?:通知书?|告知书?|信|书|函|说明|申请书?)|(?:38|三十八)条的?(?:解除|离职|辞职)的?(?:通知书?|信|书)"),
    ("refusal_report",
     rf"(?:举报|报案|告发).{{0,6}}{_REFUSED}.{{0,8}}?(?:信|书|材料|线索|状)|{_REFUSED}[^,。]{{0,8}}(?:举报|报案|线索)(?:信|书|材料|线索)?"),
    ("demand_letter",
     r"催(?:告|款|讨|收|要|薪|债|工资|付)的?(?:函|信|书|通知书?|单子?)"
     r"|(?:讨薪|讨工资|要工资|要钱|催工资|催钱)的?(?:函|信(?!访|息)|通知书)"),
    ("no_arrears_agreement",
     r"(?:无|不|没有?)(?:拖)?欠(?:薪|工资|工钱)的?(?:承诺|证明|协议|声明|保证|确认|字据|说明)书?"
     r"|(?:工资|工钱|薪资)?(?:已经?)?(?:结清|付清|两清|清账)的?(?:工资)?的?(?:承诺|证明|协议|声明|确认|说明)书?"
     r"|(?:工资|工钱)(?:结清|付清|两清)(?:单|书|条)"),
    ("repayment_agreement",
     r"(?:分期)?(?:还|付)(?:款|钱|工资|工钱|薪)的?(?:协议|计划|承诺|保证|约定|合同)书?|分期(?:付款|支付)?的?(?:协议|计划)书?"),
    ("wage_settlement", r"(?:工资|工钱|离职|劳务|班组)?(?:结算|结账|对账|结工资)的?(?:单子?|表格?|书|清单)"),
    ("evidence_list", r"证据(?:材料)?的?(?:清单|目录|列表|单子?|表格?)"),
    ("wage_iou", r"(?:工资|欠薪|工钱)?欠(?:条|据|款条|薪条|款单|工资条|钱条)"),
)

SHORT: tuple[tuple[str, str], ...] = (
    ("judicial_confirmation", "司法确认"),
    ("advance_enforcement", _ADVANCE),
    ("enforcement_application", "强制执行"),
    ("payment_order_application", "支付令"),
    ("withdrawal", rf"{_WITHDRAWN}的?(?:申请|材料)?"),
    ("support_prosecution", "支持起诉"),
    ("representatives", "推选代表|推举代表"),
    ("forced_resignation", _FORCED),
    ("refusal_report", rf"(?:举报|报案|告发).{{0,6}}{_REFUSED}(?:劳动报酬)?罪?"),
)

ROADS: tuple[tuple[str, str], ...] = (
    ("judicial_confirmation", "司法确认"),
    ("advance_enforcement", _ADVANCE),
    ("enforcement_application", "强制执行|申请执行"),
    ("payment_order_application", "支付令"),
    ("legal_aid_application", _AID),
    ("mediation_application", "调解"),
    ("arbitration_application", "仲裁"),
)

#: what he may simply hold in his hand: the name alone says nothing of a wish
HELD = frozenset({"wage_iou", "wage_settlement", "repayment_agreement", "no_arrears_agreement", "forced_resignation"})
