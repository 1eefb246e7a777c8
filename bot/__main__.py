"""`python -m bot COMMAND`: a command is a module with `add_arguments(parser)` and `run(args) -> int`, imported when called."""
from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

#: command -> (module, one line of help). A new command is one line here and one module.
COMMANDS: dict[str, tuple[str, str]] = {
    "answer": ("bot.cli.answer", "how the bot reads and answers the questions of a JSONL file, for review"),
    "facts": ("bot.cli.facts", "the facts of a wage claim found in a story, as JSON"),
    "check-iou": ("bot.cli.check_iou", "what a wage IOU (a photo or a text file) says, lacks and hides"),
    "review": ("bot.cli.review", "the least certain messages of stored conversations, without names, for labelling"),
    "vault": ("bot.cli.vault", "reads every original of the vault back against its hash: verify"),
    "desk": ("bot.cli.desk", "the station's register: list, show, answer"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (2 for a wrong call, as argparse does)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    overview = argparse.ArgumentParser(prog="python -m bot", usage=
        "python -m bot COMMAND [options]", formatter_class=argparse.RawTextHelpFormatter)
    listing = "\n".join(f"{name:12} {line}" for name, (_, line) in COMMANDS.items())
    overview.add_argument("command", choices=sorted(COMMANDS), metavar="COMMAND", help=listing)
    command = overview.parse_args(arguments[:1]).command
    module = importlib.import_module(COMMANDS[command][0])
    parser = argparse.ArgumentParser(prog=f"python -m bot {command}", description=COMMANDS[command][1])
    module.add_arguments(parser)
    return int(module.run(parser.parse_args(arguments[1:])))


if __name__ == "__main__":
    sys.exit(main())
