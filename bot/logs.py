"""The log: to standard error, never with texts, names or tokens.

A line for people where a terminal reads it, else one JSON object a line for programs. Every record that was written
while an update was handled bears the update's number.
"""

from __future__ import annotations

import logging
import sys

import structlog
from structlog.types import Processor

TALKATIVE = ("aiogram.event", "alembic", "pymorphy3")  # what they tell at INFO helps nobody who runs a bot
EVERY_RECORD: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def start_log(level: str) -> None:
    """Write records of ``level`` and above."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter(for_people=sys.stderr.isatty()))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def formatter(for_people: bool) -> logging.Formatter:
    last: tuple[Processor, ...] = (
        # Not the prettier traceback: that one shows the values of variables, which are what people wrote.
        (structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),)
        if for_people
        else (structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False))
    )
    clean = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=EVERY_RECORD, processors=[clean, *last])
