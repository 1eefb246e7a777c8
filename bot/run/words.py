"""What the operator reads on the terminal: content/words/run.yml."""
from __future__ import annotations

from functools import lru_cache
from typing import Any

from bot.settings import ROOT


def say(name: str, /, **values: Any) -> None:
    """Print one line; KeyError for a name that run.yml does not have."""
    print(f"明薪 · {_words()[name].format(**values)}", flush=True)


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    import yaml

    return dict(yaml.safe_load((ROOT / "content" / "words" / "run.yml").read_text(encoding="utf-8")))
