"""How who must pay is called in the assessment when only a part of a name is known."""
from __future__ import annotations

import pytest

from actions.assessment import _called
from bot.law.values import Payer


@pytest.mark.parametrize(("role", "name", "said"), [
    ("company", "姓吴", "（老板姓吴）"), ("company", "吴老板", "（吴老板）"),
    ("company", "遵义鑫达电子有限公司", "遵义鑫达电子有限公司"),
    ("foreman", "姓吴", "（姓吴）"), ("foreman", "罗三", "罗三"), ("labour_agency", "姓龙", "（老板姓龙）"),
])
def test_a_surname_is_no_name_of_a_firm(role: str, name: str, said: str) -> None:
    assert _called(Payer(role, name, "payer_company", ())) == said
