"""Work in another country, and what only sounds like it; money of another country is no yuan."""
from __future__ import annotations

from datetime import date

import pytest

from bot.chinese.abroad import works_abroad
from bot.chinese.story import read_story


@pytest.mark.parametrize("text", [
    "我在韩国打工，老板是中国人，欠我 200万韩元", "缅北那边干活，护照被扣了，钱也不给", "在越南那边一个园区干活，老板欠我两万",
    "去年去沙特修路，回来了工资没给", "公司派我去安哥拉工地做木工，欠三个月工资", "我出国打工，中介不给钱",
    "在俄罗斯盖房子，老板欠我3万",
])
def test_work_in_another_country_is_told(text: str) -> None:
    assert works_abroad(text)


@pytest.mark.parametrize("text", [
    "老板跑到缅甸去做生意了", "厂子搬去越南建厂了，欠我工资", "在韩国料理店打工，欠我3000", "我在日本公司上班，在苏州",
    "老板是韩国人，在青岛开厂",
    "他人在国外干活", "在新疆摘棉花", "在国贸工地干活", "房子烂尾了老板跑国外了",
])
def test_who_is_at_home_works_at_home(text: str) -> None:
    assert not works_abroad(text)


@pytest.mark.parametrize("text", ["欠我 200万韩元", "欠我五千多美元", "还差我美金3000", "一个月发3000马币，欠我两个月",
                                  "欠我5万卢布没给"])
def test_money_of_another_country_is_no_yuan(text: str) -> None:
    assert not {"owed_amount", "pay_rate", "paid_amount"} & read_story(text, date(2026, 11, 23)).keys()
