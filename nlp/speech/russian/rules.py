"""The rules that tell, in a parsed Russian sentence, what is said and who says it.

`RULES` is the specification: each cue of a sentence goes through the list, the first rule that answers decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from nlp.languages.model import Speech
from nlp.speech.attributions import Attribution
from nlp.speech.outlets import passed_on
from nlp.speech.russian.cues import Cue, cues
from nlp.speech.russian.labels import credited, headlined, labelled, signed
from nlp.speech.russian.objects import called, judged, pleading, spoken_of, topic, urged
from nlp.speech.russian.parsed import Parsed
from nlp.speech.russian.reports import about_this, as_said, aside, asking, cited, colon, noun, quoted, source, that

Rule = Callable[[Cue], Attribution | None]
BESIDE: tuple[Rule, ...] = (cited, quoted)
RULES: tuple[Rule, ...] = (
    source,
    noun,
    as_said,
    that,
    about_this,
    colon,
    aside,
    called,
    urged,
    asking,
    pleading,
    spoken_of,
    topic,
    judged,
)


def attributions(at: Parsed, speech: Speech) -> Iterator[Attribution]:
    """Every attribution of a parsed sentence, with the media that pass it on."""
    return passed_on(at, _attributions(at, speech), speech)


def _attributions(at: Parsed, speech: Speech) -> Iterator[Attribution]:
    labels = (rule(at, index, utterance) for index, utterance in at.masks.items() for rule in (labelled, signed))
    yield from (one for one in (*labels, headlined(at), credited(at, speech)) if one is not None)
    for cue in cues(at, speech):
        beside = [one for rule in BESIDE if (one := rule(cue)) is not None]
        told = (one for rule in RULES if (one := rule(cue)) is not None)
        yield from beside[:1]
        yield from () if beside and not _announces(cue, beside[0]) else islice(told, 1)


def _announces(cue: Cue, found: Attribution) -> bool:
    """«заявил, что доволен: «…»»: before speech that a colon leads to, the same cue may tell something else."""
    return found.utterance is not None and found.utterance.leads and found.utterance.start > cue.token.start
