"""What does this word mean: the plain explanation of the glossary; without a word, of those that were just said."""
from __future__ import annotations

import re

from rasa_sdk.events import EventType

from actions.common import Act, Turn, content, said_before
from actions.going_on import say_again
from bot.search.explain import explain, hard_words

OF_NO_WORD = re.compile(
    r"[\s,，。?？!！、~…]|我|你们?|您|俺|他|刚才?|刚刚|说的?|讲的?|这个?|那个?|些|句|话|词|字|啥子?|什么|是|叫|到底|究竟|意思|不|没|懂|明白|"
    r"看|听|得|出来|解释|一下|再|请问?|问|能|麻烦|帮|给|几|都|的|了|嘛|吗|呢|啊|呀|哦|上面|前面|搞|整|晓得|知道|有|谁|里|怎么|咋|理解|讲讲")


class ActionExplain(Act):
    """"先行清偿是什么意思"; bare "什么意思" is about the bot's last words. A form goes on by itself."""

    called = "action_explain"

    def do(self, turn: Turn) -> list[EventType]:
        """Explain; or say that the word is not known."""
        words = hard_words(turn.text, content())
        if not words and OF_NO_WORD.sub("", turn.text):
            turn.say("utter_explain_unknown")
            return []
        last = said_before(turn.tracker.events)
        words = words or hard_words("\n".join(str(event["text"]) for event in last), content())
        if words:
            found = explain(words, content())
            turn.teach(found.text, found.laws)
        elif not last:
            turn.say("utter_explain_which")
        elif not turn.form:
            say_again(turn, last)
        return []
