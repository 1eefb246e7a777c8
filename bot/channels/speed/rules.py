"""Rules by intent alone: RulePolicy looks first for a rule by the message's text, through the whole conversation."""
from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from rasa.core.policies.rule_policy import RULES, RulePolicy

Find = Callable[..., tuple[str | None, str | None, bool]]
_FOUND_NONE = (None, None, False)


def by_intent(find: Find) -> Find:
    """`RulePolicy._find_action_from_rules` without the search by text, where no rule has a text (ours never have)."""

    @wraps(find)
    def find_action(self: RulePolicy, tracker: Any, domain: Any, use_text_for_last_user_input: bool) -> Any:
        if use_text_for_last_user_input and not _has_texts(self):
            return _FOUND_NONE
        return find(self, tracker, domain, use_text_for_last_user_input)

    return find_action


def _has_texts(policy: RulePolicy) -> bool:
    """Whether a rule is about the words of a message, or about any message. Worked out once for a policy."""
    known: bool | None = getattr(policy, "_mingxin_has_texts", None)
    if known is None:
        rules = [policy._rule_key_to_state(key)[-1] for key in policy.lookup[RULES]]
        after_message = [rule for rule in rules if rule.get("prev_action", {}).get("action_name") == "action_listen"]
        known = any("intent" not in rule.get("user", {}) for rule in after_message)
        policy._mingxin_has_texts = known
    return known
