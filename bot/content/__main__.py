"""`python -m bot.content [FOLDER] [--today 2026-11-22]`: prints file:line problems; exit code 1 when one is an error.

Facts past their `review_by` are warned of: on the day of the check, or on the day given.
"""
from __future__ import annotations

import argparse
import sys
from datetime import date

from bot.content.checking import check
from bot.content.loading import DEFAULT_ROOT


def main(arguments: list[str] | None = None) -> int:
    """Run the check; 0 when there is no error (warnings do not count)."""
    parser = argparse.ArgumentParser(prog="python -m bot.content", description="Check content/.")
    parser.add_argument("folder", nargs="?", default=str(DEFAULT_ROOT))
    parser.add_argument("--today", type=date.fromisoformat, default=None,
                        help="the day on which facts are old (today when not given)")
    options = parser.parse_args(arguments)
    problems = check(options.folder, options.today or date.today())
    for problem in problems:
        print(problem)
    errors = sum(problem.severity == "error" for problem in problems)
    print(f"{errors} errors, {len(problems) - errors} warnings", file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
