"""Whether words mean the claim that was put aside: 回到前面那份, 刘姐那份怎么办."""
from __future__ import annotations

import re
from collections.abc import Mapping

from bot.chinese.values import PUT_ASIDE, Fact

_ONE = "(?:份|个|笔|家|边|桩)"
_BACK = re.compile(
    rf"(?:回到|说回|换回|转回|退回到?)(?:[\u4e00-\u9fff]{{0,6}}那(?:一)?{_ONE}|前面|前头|原来|刚才|第一{_ONE})"
    rf"|(?:接着|继续|先|还是|再)(?:办|弄|说|登记|看)(?:前面|前头|原来|刚才|之前|上面|头|第一)的?(?:那)?(?:一)?{_ONE}")


def goes_back(text: str, facts: Mapping[str, Fact]) -> bool:
    """Whether he wants the claim that was put aside: he says 回到 and which, or names the one who owes in it with 那份."""
    kept = facts.get(PUT_ASIDE)
    if kept is None or not isinstance(kept.value, Mapping):
        return False
    name = str((kept.value.get("debtor_name") or {}).get("value") or "")
    return bool(_BACK.search(text)) or (bool(name) and bool(re.search(rf"{re.escape(name)}(?:的|家)?那(?:一)?{_ONE}", text)))
