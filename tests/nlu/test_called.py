from __future__ import annotations

import pytest

from bot.nlu.called import mark_names


@pytest.mark.parametrize(("text", "marked"), [
    ("他叫张三,包工头叫李四,欠他10000", "他叫㐃,包工头叫㐃,欠他10000"),
    ("我老公李强在合肥,包工头赵刚欠他15000", "我老公㐃在合肥,包工头㐃欠他15000"),
    ("老板叫周大刚", "老板叫㐃"),
    ("老板叫人打我", "老板叫人打我"),
    ("他叫我马上走", "他叫我马上走"),
    ("老板马上给钱", "老板马上给钱"),
    ("叫了一车人来", "叫了一车人来"),
])
def test_a_name_is_one_mark_and_other_words_stay(text: str, marked: str) -> None:
    assert mark_names(text) == marked
