"""An article is read without what is no part of it, and stays as it came: every offset holds in the whole text."""

from __future__ import annotations

import asyncio

import nlp
from intake.cleaning import blanked, removed
from nlp import Reading
from nlp.progress import Progress, silent


def read(text: str, title: str | None = None, progress: Progress = silent) -> Reading:
    """What `nlp.read` makes of the cleaned text, as a reading of the text itself."""
    gone = removed(text, title)
    reading = nlp.read(blanked(text, gone), title, progress)
    return nlp.load(nlp.dump(reading), text) if gone else reading


async def read_in_thread(text: str, title: str | None = None, progress: Progress = silent) -> Reading:
    """The same beside the event loop; ``progress`` is called in the thread."""
    return await asyncio.to_thread(read, text, title, progress)
