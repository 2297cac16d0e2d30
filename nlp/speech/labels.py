"""Russian speech that a label or a name names the speaker of, without any verb."""

from __future__ import annotations

from nlp.speech.attributions import Attribution
from nlp.speech.contents import clip
from nlp.speech.cues import is_finite
from nlp.speech.frames import MASK, Parsed, Utterance
from nlp.speech.phrases import Phrase, phrases

LONGEST = 12
"""Tokens before the colon of a label."""


def labelled(at: Parsed, mask: int, utterance: Utterance) -> Attribution | None:
    """X: «…»."""
    begin = max((s for s in at.frame.sentence_starts if s <= utterance.start), default=at.frame.start)
    who = _label(at, [i for i in range(mask - 1) if at.tree.tokens[i].start >= begin]) if utterance.leads else ()
    return Attribution("labelled", None, who, utterance.parts, utterance) if who else None


def _label(at: Parsed, label: list[int]) -> tuple[Phrase, ...]:
    """The people whom a label names that is nothing but a noun phrase."""
    tokens = at.tree.tokens
    if not 0 < len(label) <= LONGEST or any(tokens[i].part == "VERB" or tokens[i].lemma == MASK for i in label):
        return ()
    heads = [i for i in label if tokens[i].head not in label and (tokens[i].part in ("NOUN", "PROPN") or i in at.names)]
    who = phrases(at.tree, heads[0], at.names, at.text) if heads else ()
    return tuple(one for one in who if one.kind in ("person", "role"))


def headlined(at: Parsed) -> Attribution | None:
    """X: what X says, without marks, as headlines have it."""
    colon = next((i for i, t in enumerate(at.tree.tokens[:LONGEST]) if t.text == ":"), None)
    rest = at.tree.tokens[colon + 1 :] if colon else ()
    if not colon or any(t.lemma == MASK or t.text == ":" for t in rest) or not any(is_finite(t) for t in rest):
        return None
    who = _label(at, list(range(colon)))
    said = clip(at.text, rest[0].start, at.frame.stop)
    return Attribution("headlined", None, who, (said,)) if who and rest[0].text[:1].isupper() else None


def credited(at: Parsed) -> Attribution | None:
    """What is said, — X."""
    tokens = at.tree.tokens
    dash = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].text in ("—", "–")), None)
    if dash is None or tokens[dash - 1].text != "," or not any(is_finite(t) for t in tokens[:dash]):
        return None
    label = [i for i in range(dash + 1, len(tokens)) if tokens[i].part != "PUNCT"]
    if not label or not (_is_one_name(at, label) or any(m.first == label[0] and m.last == label[-1] for m in at.media)):
        return None
    who = phrases(at.tree, label[0], at.names, at.text)[:1]
    said = clip(at.text, max(s for s in at.frame.sentence_starts if s <= tokens[dash].start), tokens[dash].start)
    return Attribution("credited", None, who, (said,))


def _is_one_name(at: Parsed, label: list[int]) -> bool:
    return label[0] in at.names and all(at.names.get(i) == at.names[label[0]] for i in label)
