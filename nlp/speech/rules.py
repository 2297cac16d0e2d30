"""The rules that tell, in a parsed Russian sentence, what is said and who says it.

`RULES` is the specification: each cue of a sentence goes through the list, the first rule that answers decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from nlp.languages.model import Speech
from nlp.speech.attributions import Attribution
from nlp.speech.cues import Cue, cues
from nlp.speech.frames import Parsed
from nlp.speech.labels import credited, headlined, labelled
from nlp.speech.objects import called, judged, topic, urged
from nlp.speech.outlets import passed_on
from nlp.speech.reports import about_this, as_said, aside, cited, noun, quoted, source, that

Rule = Callable[[Cue], Attribution | None]
RULES: tuple[Rule, ...] = (source, noun, cited, quoted, as_said, that, about_this, aside, called, urged, topic, judged)


def attributions(at: Parsed, speech: Speech) -> Iterator[Attribution]:
    """Every attribution of a parsed sentence, with the media that pass it on."""
    return passed_on(at, _attributions(at, speech), speech)


def _attributions(at: Parsed, speech: Speech) -> Iterator[Attribution]:
    labels = (labelled(at, index, utterance) for index, utterance in at.masks.items())
    yield from (one for one in (*labels, headlined(at), credited(at)) if one is not None)
    for cue in cues(at, speech):
        found = (one for rule in RULES if (one := rule(cue)) is not None)
        yield from islice(found, 1)
