"""What a rule finds in a text: words with whoever says them, by their cue."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.speech.contents import parts, sentence
from nlp.speech.cues import Cue
from nlp.speech.frames import Ends, Utterance
from nlp.speech.phrases import Phrase
from nlp.speech.subjects import document, subject


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words, as ends in the text, that ``who`` says by ``cue``; ``rule`` is the name of the rule that found them.

    ``outlets`` are the media that pass the words on, the nearest first; ``relayed`` words have no other speaker.
    """

    rule: str
    cue: Ends | None
    who: tuple[Phrase, ...]
    parts: tuple[Ends, ...]
    utterance: Utterance | None = None
    outlets: tuple[str, ...] = ()
    relayed: bool = False
    continues: bool = False  # nobody is named: the last speaker goes on
    gender: str = ""  # that the verb shows


def speaker(cue: Cue) -> tuple[Phrase, ...]:
    return document(cue) if cue.impersonal else subject(cue)


def said(rule: str, cue: Cue, found: tuple[Ends, ...], who: tuple[Phrase, ...] | None = None) -> Attribution | None:
    """An attribution of ``found``, if it is anything; ``who`` is the cue's subject unless given."""
    who = speaker(cue) if who is None else who
    if any(one.mention.text.lower() in ("я", "мы") for one in who):
        return None
    silent = not who and not cue.impersonal and not is_plural(cue) and _leads_its_sentence(cue)
    if not found or not (who or cue.impersonal or silent):
        return None
    return Attribution(rule, cue.ends, who, found, continues=silent, gender=cue.token.feature("Gender"))


def named(rule: str, cue: Cue, stretch: Ends) -> Attribution | None:
    """An attribution that is too weak a sign of speech unless somebody is named."""
    who = speaker(cue)
    return said(rule, cue, parts(cue, stretch), who) if who else None


def is_plural(cue: Cue) -> bool:
    return cue.token.feature("Number") == "Plur"


def _leads_its_sentence(cue: Cue) -> bool:
    """Whether no noun comes before the cue: «Также сообщил, что…» may go on with the last speaker."""
    before = [t for t in cue.tokens[: cue.index] if t.start >= sentence(cue)[0]]
    return not any(t.part in ("NOUN", "PROPN", "PRON", "X", "VERB") for t in before)
