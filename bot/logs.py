"""The log: to standard error, never with texts, names or tokens."""

import logging
import sys

TALKATIVE = ("aiogram.event", "alembic", "pymorphy3")  # what they tell at INFO helps nobody who runs a bot


def start_log(level: str) -> None:
    """Write records of ``level`` and above as lines with their time."""
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(stream=sys.stderr, level=level, format=form, force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
