"""Speech inside speech: «…Как говорил X: «…»…», — сказал Y."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from nlp.languages.model import Speech
from nlp.sentences import split
from nlp.speech.attributions import Attribution
from nlp.speech.frames import Ends, Frame, frames
from nlp.speech.quotations import quotations
from nlp.speech.utterances import utterances

LED = re.compile(r":[ \u00a0]*[«\"“„]")


def inner_frames(text: str, stretches: Sequence[Frame], speech: Speech, language: str) -> tuple[Frame, ...]:
    """The sentences inside the speech of these frames that announce somebody else's words with a colon."""
    held = [ends for f in stretches for u in f.utterances for ends in u.parts if LED.search(text, *ends)]
    if not held:
        return ()
    alone = _alone(text, held)
    found = frames(alone, split(alone, language), utterances(alone, quotations(alone), speech, language))
    return tuple(f for f in found if any(u.leads for u in f.utterances))


def _alone(text: str, held: Sequence[Ends]) -> str:
    """The text with line ends for all but these stretches, so that each place in it stays what it is."""
    borders = [0, *(at for ends in held for at in ends), len(text)]
    return "".join(text[a:b] if i % 2 else "\n" * (b - a) for i, (a, b) in enumerate(pairwise(borders)))


def quoted_inside(found: Iterable[Attribution]) -> list[Attribution]:
    """Of what is attributed inside speech, the words in marks whose speaker is named there."""
    return [one for one in found if one.utterance is not None and one.who]
