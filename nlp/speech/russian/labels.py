"""Russian speech that a label or a name names the speaker of, without any verb."""

from __future__ import annotations

from itertools import takewhile

from nlp.languages.model import Speech
from nlp.speech.attributions import Attribution, clip
from nlp.speech.authorities import is_authority
from nlp.speech.frames import MASK, Utterance
from nlp.speech.names import may_be_nominative
from nlp.speech.phrases import Phrase
from nlp.speech.russian.cues import is_finite
from nlp.speech.russian.parsed import Parsed
from nlp.speech.russian.phrases import phrases

DASHES = ("—", "–", "-")
ENDING = (".", "!", "?", "…")
LONGEST = 12
"""Tokens before the colon of a label."""
BRIEF = 4
"""Words of an authority that a dash alone credits."""


def labelled(at: Parsed, mask: int, utterance: Utterance) -> Attribution | None:
    """X: «…»."""
    begin = max((s for s in at.frame.sentence_starts if s <= utterance.start), default=at.frame.start)
    who = _label(at, [i for i in range(mask - 1) if at.tree.tokens[i].start >= begin]) if utterance.leads else ()
    return Attribution("labelled", None, who, utterance.parts, utterance) if who else None


def signed(at: Parsed, mask: int, utterance: Utterance) -> Attribution | None:
    """«…», — X."""
    who = _signature(at, mask + 1) if utterance.follows else ()
    return Attribution("signed", None, who, utterance.parts, utterance) if who else None


def _signature(at: Parsed, index: int) -> tuple[Phrase, ...]:
    """Whoever a dash at a token leads to, past a comma, if nothing but a noun phrase follows in the sentence."""
    tokens = at.tree.tokens
    dash = next((i for i in (index, index + 1) if i < len(tokens) and tokens[i].text in DASHES), None)
    if dash is None or any(t.text not in (",", ".", "—", "–", "-") for t in tokens[index : dash + 1]):
        return ()
    label = list(takewhile(lambda i: tokens[i].text not in ENDING, range(dash + 1, len(tokens))))
    person = next((i for i in label if i in at.names and at.names[i].kind == "PER"), None)
    who = _label(at, label)
    return phrases(at.tree, person, at.names, at.text)[:1] if who and person is not None else who


def _label(at: Parsed, label: list[int]) -> tuple[Phrase, ...]:
    """The people whom a label names that is nothing but a noun phrase."""
    tokens = at.tree.tokens
    if not 0 < len(label) <= LONGEST or any(tokens[i].part == "VERB" or tokens[i].lemma == MASK for i in label):
        return ()
    heads = [i for i in label if tokens[i].head not in label and (tokens[i].part in ("NOUN", "PROPN") or i in at.names)]
    who = phrases(at.tree, heads[0], at.names, at.text) if heads else ()
    quoted = len(label) == 1 and at.masks and _may_speak(at, label[0])
    return who if quoted else tuple(one for one in who if one.kind in ("person", "role"))


def _may_speak(at: Parsed, index: int) -> bool:
    """Whether a single word names a body, or somebody whom the name finder does not know: «Байден: «…»»."""
    token = at.tree.tokens[index]
    body = index in at.names and at.names[index].kind == "ORG"
    return body or (token.part == "PROPN" and token.feature("Animacy") == "Anim" and token.text[:1].isupper())


def headlined(at: Parsed) -> Attribution | None:
    """X: what X says, without marks, as headlines have it."""
    colon = next((i for i, t in enumerate(at.tree.tokens[:LONGEST]) if t.text == ":"), None)
    rest = at.tree.tokens[colon + 1 :] if colon else ()
    if not colon or any(t.lemma == MASK or t.text == ":" for t in rest) or not any(is_finite(t) for t in rest):
        return None
    medium = _medium(at, colon)
    who = medium or (_label(at, list(range(colon))) if all(t.text != "," for t in at.tree.tokens[:colon]) else ())
    said = clip(at.text, rest[0].start, at.frame.stop)
    bare = (
        medium or rest[0].text[:1].isupper() or all(i in at.names and at.names[i].kind == "PER" for i in range(colon))
    )
    return Attribution("headlined", None, who, (said,)) if who and bare else None


def _medium(at: Parsed, colon: int) -> tuple[Phrase, ...]:
    """The medium that stands alone before a colon: «Reuters: …»."""
    words = [i for i in range(colon) if at.tree.tokens[i].part != "PUNCT"]
    alone = any(words == list(range(m.first, m.last + 1)) and m.name for m in at.media)
    return phrases(at.tree, words[0], at.names, at.text)[:1] if alone else ()


def credited(at: Parsed, speech: Speech) -> Attribution | None:
    """What is said, — X; what is said — мэрия."""
    tokens = at.tree.tokens
    dash = next((i for i in range(len(tokens) - 1, 1, -1) if tokens[i].text in ("—", "–")), None)
    if dash is None or not any(is_finite(t) for t in tokens[:dash]):
        return None
    marked = tokens[dash - 1].text == ","
    named = (_signature(at, dash - 1) or _single_name(at, dash + 1)) if marked else ()
    who = named or _authority(at, dash + 1, speech) or _headlining(at, dash + 1)
    stop = tokens[dash - marked].start
    said = clip(at.text, max(s for s in at.frame.sentence_starts if s <= stop), stop)
    return Attribution("credited", None, who, (said,)) if who else None


def _authority(at: Parsed, index: int, speech: Speech) -> tuple[Phrase, ...]:
    """An authority, or the press, in the few words that end a sentence."""
    label = [i for i in range(index, len(at.tree.tokens)) if at.tree.tokens[i].part != "PUNCT"]
    head = next((i for i in label if at.tree.tokens[i].part in ("NOUN", "PROPN")), None)
    if head is None or len(label) > BRIEF or not may_be_nominative(at.tree.tokens[head].text):
        return ()
    speaks = is_authority(at.tree.tokens[head].lemma, speech) or any(m.first == head for m in at.media)
    who = phrases(at.tree, head, at.names, at.text) if speaks else ()
    whole = len(who) == 1 and who[0].mention.stop >= at.tree.tokens[label[-1]].stop
    return who if whole and who[0].mention.start == at.tree.tokens[label[0]].start else ()


def _headlining(at: Parsed, index: int) -> tuple[Phrase, ...]:
    """«Мост откроют через неделю — Петров», «… — Петров послу»: a name that a dash credits in a headline."""
    tokens = at.tree.tokens
    before = tokens[index - 2]
    beside = before.feature("Case") == "Nom" or before.part in ("NUM", "PUNCT")
    if beside or tokens[-1].text in ENDING:
        return ()
    label = [i for i in range(index, len(tokens)) if tokens[i].part != "PUNCT"]
    name = [i for i in label if i in at.names and at.names[i].kind == "PER" and at.names[i] == at.names.get(index)]
    rest = label[len(name) :]
    first = rest[0] if rest else None
    if not name or not may_be_nominative(tokens[index].text) or len(label) > BRIEF:
        return ()
    listens = first is None or tokens[first].feature("Case") == "Dat"
    return phrases(at.tree, index, at.names, at.text)[:1] if listens else ()


def _single_name(at: Parsed, index: int) -> tuple[Phrase, ...]:
    """A name of any kind, or a medium, that ends the sentence."""
    label = [i for i in range(index, len(at.tree.tokens)) if at.tree.tokens[i].part != "PUNCT"]
    if not label or not (_is_one_name(at, label) or any(m.first == label[0] and m.last == label[-1] for m in at.media)):
        return ()
    return phrases(at.tree, label[0], at.names, at.text)[:1]


def _is_one_name(at: Parsed, label: list[int]) -> bool:
    return label[0] in at.names and all(at.names.get(i) == at.names[label[0]] for i in label)
