"""Alternatives that several patterns share: plain strings, to be set into a pattern with (?:…). Nothing else stands here."""
from __future__ import annotations

#: the pay of work
PAY = "工资|工钱|薪水|薪资|血汗钱|辛苦钱|工价|活钱|提成|劳务费|人工费|加班费|配送费|派送费|派件费|跑单费|送餐费"
#: a whole
IN_ALL = "一共|总共|合计|共计|总计|加起来"
#: what may follow a figure
YUAN = "(?:块钱?|元)?"
#: figures in Chinese writing, without the higher units
FIGURE = "[\\d一二两三四五六七八九十]"
#: who may owe, as he is called in a clause about money
OWER = "老板娘?|包工头|工头|公司|厂里|店里|对方|单位|经理|负责人|他们?|她"
#: a paper on which a sum stands
PAPERS = "欠条|欠据|条条|欠薪确认书|白条|借条|结算单|确认单|确认表|对账单"
#: the end of a procedure, as a paper or a deed
AWARDS = "裁决书?|判决书?|调解书|支付令|判了|判的|裁了|胜诉|赢了|强制执行|执行局"
