"""An attribution made of a Russian cue: nobody attributes without a subject, but for a few ways to leave it out."""

from __future__ import annotations

from nlp.speech.attributions import Attribution
from nlp.speech.frames import Ends
from nlp.speech.phrases import Phrase
from nlp.speech.russian.contents import parts, sentence
from nlp.speech.russian.cues import Cue
from nlp.speech.russian.subjects import document, subject


def speaker(cue: Cue) -> tuple[Phrase, ...]:
    who = document(cue) if cue.impersonal else subject(cue)
    shows = cue.lemma in cue.speech.shown
    return tuple(one for one in who if one.head in cue.speech.studies) if shows else who


def said(rule: str, cue: Cue, found: tuple[Ends, ...], who: tuple[Phrase, ...] | None = None) -> Attribution | None:
    """An attribution of ``found``, if it is anything; ``who`` is the cue's subject unless given."""
    who = speaker(cue) if who is None else who
    if any(not _may_speak(one.mention.text) for one in who):
        return None
    shown = cue.impersonal or cue.lemma in cue.speech.shown
    silent = not who and not shown and not is_plural(cue) and _leads_its_sentence(cue)
    if not found or not (who or cue.impersonal or silent):
        return None
    return Attribution(rule, cue.ends, who, found, continues=silent, gender=cue.token.feature("Gender"))


def _may_speak(name: str) -> bool:
    """Whether a name is no bare number, the author's own channel at best, nor the author."""
    return name.lower() not in ("я", "мы") and any(map(str.isalpha, name))


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
