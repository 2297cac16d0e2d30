"""Which bodies are authorities, those that «ведомство» may stand for: «Минфин», «ФАС», «служба спасения»."""

from __future__ import annotations

from nlp.languages.model import Speech
from nlp.speech.phrases import Phrase


def is_authority(lemma: str, speech: Speech) -> bool:
    """By the folded lemma of its noun: «министерство», «мчс», or a word like «минфин»."""
    return lemma in speech.authorities or (lemma.startswith(speech.founded) and lemma.endswith(speech.overseeing))


def may_be_agency(body: Phrase) -> bool:
    """Whether a body that is no authority by its noun may still be one: a subject with a name, and no company."""
    return (
        body.case == "Nom" and body.name != body.name.lower() and not any(mark in body.mention.text for mark in '«"“„')
    )
