"""`python -m bot check-iou FILE`: the check of bot/evidence/iou_command.py, with the limits of bot/law."""
from __future__ import annotations

import argparse

from bot.evidence import iou_command
from bot.law.overdue import closed_by

add_arguments = iou_command.add_arguments


def run(args: argparse.Namespace) -> int:
    """Print the check of a file. 0: checked; 2: nothing that can be read."""
    return iou_command.run(args, closed_by)
