"""What the labels of a rights board are called (they differ by province), and where a label stands in a text. LAW-REG-27."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

#: field -> its labels, the surest first; "phone" belongs to what stands before it, "other" is known and not read
LABELS: dict[str, str] = {
    "project_name": "项目名称 工程名称 工程项目名称 在建项目名称 项目工程名称 工程项目 本项目名称",
    "project_owner": "建设单位名称 建设单位 建设方 业主单位 发包单位 发包方 项目业主 甲方单位 业主",
    "general_contractor": (
        "施工总承包单位名称 施工总承包单位 施工总承包企业 工程总承包单位 总承包单位 总承包企业 施工总包单位 "
        "总包单位 总包企业 施工总承包 施工单位 施工企业 承包单位 总承包 总包"
    ),
    "subcontractor": (
        "劳务分包单位名称 劳务分包单位 劳务分包企业 专业分包单位 专业承包单位 分包单位 分包企业 劳务公司 "
        "劳务单位 劳务企业 劳务分包 分包"
    ),
    "wage_officer": (
        "总包劳资专管员及联系电话 劳资专管员及联系电话 劳资专管员及联系方式 劳资专管员及电话 劳资专管员姓名及电话 "
        "劳资专管员/联系电话 劳资专管员姓名/电话 劳资专管员姓名、电话 "
        "总包劳资专管员 总包单位劳资专管员 农民工工资专管员 项目劳资专管员 劳资专管员姓名 劳资专管员 "
        "劳务专管员 劳资管理员 劳资管理人员 劳资专员 工资专管员 劳资员 劳务员"
    ),
    "wage_officer_phone": (
        "劳资专管员联系电话 劳资专管员联系方式 劳资专管员电话 劳资专管员手机 劳资专员电话 劳资专员联系电话 "
        "劳资员电话 专管员电话 专管员联系电话"
    ),
    "department": (
        "行业工程建设主管部门 工程建设行业主管部门 相关行业主管部门 行业主管部门 行业监管部门 "
        "行业监督管理部门 建设主管部门 行业主管单位 监管部门 主管部门 属地监管部门 监督管理部门 监督部门 "
        "行业主管 监管单位"
    ),
    "complaint_phone": (
        "劳动保障监察举报投诉电话 劳动保障监察投诉举报电话 劳动保障监察投诉电话 劳动保障监察机构 "
        "劳动监察举报投诉电话 劳动监察投诉电话 劳动监察机构 劳动监察电话 劳动保障监察 劳动监察 "
        "劳动保障监察电话 欠薪举报投诉电话 欠薪投诉电话 欠薪维权电话 欠薪维权热线 农民工维权电话 维权投诉电话 "
        "维权举报电话 维权热线 维权电话 举报投诉电话 投诉举报电话 投诉举报热线 举报投诉热线 投诉热线 投诉电话 "
        "举报电话 人社服务热线 人社热线 人社维权热线 人力资源社会保障服务热线 人社部门投诉电话 "
        "投诉举报渠道 举报投诉渠道 投诉渠道 维权渠道 欠薪请拨打 维权请拨打 投诉请拨打 拖欠工资举报电话"
    ),
    "legal_aid_phone": (
        "法律援助申请电话 法律援助咨询电话 法律援助中心电话 法律援助电话 法律援助热线 法律援助机构 "
        "法律援助中心 法律援助申请渠道 法律援助 公共法律服务热线 公共法律服务电话 法律服务热线 法援电话 "
        "法援热线"
    ),
    "arbitration_phone": (
        "劳动人事争议仲裁委员会 劳动争议仲裁委员会 劳动仲裁委员会 仲裁委员会 劳动人事争议仲裁院 劳动人事争议仲裁机构 "
        "劳动争议仲裁机构 劳动人事争议仲裁 劳动仲裁电话 仲裁电话 劳动争议调解仲裁申请渠道 仲裁机构"
    ),
    "department_phone": "行业主管部门电话 行业主管部门联系电话 主管部门电话 监管部门电话",
    "wage_day": (
        "农民工工资发放日期 工资支付日期 工资发放日期 工资发放时间 工资支付时间 工资支付日 工资发放日 "
        "发薪日期 发放工资日期 发薪日 工资结算日期 每月发放日期"
    ),
    "minimum_wage": "当地最低月工资标准 当地最低工资标准 本地最低工资标准 月最低工资标准 最低工资标准 最低工资",
    "phone": "联系电话 联系方式 联系人电话 电话号码 咨询电话 手机号码 手机号 手机 电话",
    "other": (
        "项目经理部 项目部名称 项目负责人 项目经理 技术负责人 安全员 施工员 负责人 法定代表人 联系人 监理单位 "
        "设计单位 勘察单位 开工日期 竣工日期 计划竣工日期 工程地址 项目地址 建设地点 工程地点 地址 "
        "分包单位劳资专管员 分包劳资专管员 监督电话 合同造价 工程造价 工程规模 建筑面积 工资专用账户 开户银行 "
        "专户开户行 工资代发银行 工资发放方式 工资支付形式 工资支付方式 总监理工程师 市长热线 政务服务热线 "
        "小时最低工资标准 项目班组 班组长 序号 姓名 职务 备注"
    ),
}  # fmt: skip
_BOUND = re.compile(r"[\s,。;、|:()/\[\]【】■●★◆·.]")
_ORDINALS = "0123456789一二三四五六七八九十"
_LEADS = ("农民工", "务工人员", "本项目", "本工程", "全国")
_LONGER = ("名称", "电话", "部门", "联系", "姓名")
_CELL = re.compile(r"[\u3400-\u9fff()/、]{4,16}(?=\s{0,4}:)|(?<![^\n])[\u3400-\u9fff]{5,16}(?=[ \t]*(?:\n|$| ))")


@dataclass(frozen=True)
class Label:
    """A label in a text: its field, its place, and how sure a name it is (0 is surest)."""

    field: str
    start: int
    end: int
    rank: int


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, int]]:
    """Label -> field and rank."""
    return {word: (field, rank) for field, words in LABELS.items() for rank, word in enumerate(words.split())}


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_words(), key=len, reverse=True)))


@lru_cache(maxsize=512)
def _nearly(cell: str) -> tuple[str, int] | None:
    """Field and rank of the label that the cell is but for one character; two fields it may be make it unread."""
    near = {
        word: entry
        for word, entry in _words().items()
        if len(word) == len(cell) and sum(a != b for a, b in zip(word, cell, strict=True)) == 1
    }
    fields = {field for field, _ in near.values()}
    return None if not near else next(iter(near.values())) if len(fields) == 1 else ("other", 0)


def find_labels(text: str) -> list[Label]:
    """Labels in a text in NFKC form, in order: at the beginning of a cell, or with a colon behind them."""
    found = []
    for match in _any().finditer(text):
        after = text[match.end() : match.end() + 1]
        bracketed = after == ")" and text[max(0, match.start() - 1) : match.start()] == "("
        glued = after == ":" and len(match.group()) >= 4  # OCR loses the gap between two columns
        if not bracketed and (glued or _begins_cell(text, match.start())) and _ends(text, match.end(), after, match.group()):
            found.append(Label(*_place(match, _words()[match.group()])))
    for match in _CELL.finditer(text):
        entry = _nearly(match.group())
        inside = [one for one in found if one.start < match.end() and match.start() < one.end]
        if entry and _begins_cell(text, match.start()) and all(_is_part(one, match) for one in inside):
            found = [*(one for one in found if one not in inside), Label(*_place(match, entry))]
    return sorted(found, key=lambda label: label.start)


def _is_part(label: Label, cell: re.Match[str]) -> bool:
    """Whether a label is only the sound beginning of a damaged longer one (施工总承包 of 施工总承包单住)."""
    return label.start == cell.start() and label.end < cell.end()


def _place(match: re.Match[str], entry: tuple[str, int]) -> tuple[str, int, int, int]:
    return entry[0], match.start(), match.end(), entry[1]


def _begins_cell(text: str, start: int) -> bool:
    """At the beginning of a line or behind a blank, a sign or a number; a numbering (1. 二、) may stand before it."""
    before = text[max(0, start - 4) : start]
    return not before or bool(_BOUND.match(before[-1])) or before[-1] in _ORDINALS or before.endswith(_LEADS)


def _ends(text: str, end: int, after: str, word: str) -> bool:
    """Whether the label ends here: not within a longer word. Short words need a sign, a blank or a figure behind them."""
    if not after or _BOUND.match(after) or after.isdigit() or after in "-—_":
        return True
    return len(word) >= 4 and text[end : end + 2] not in _LONGER and after not in "的和与及应将按为"
