"""Russian cues that report words: beside marks, before a clause, in an inset."""

from __future__ import annotations

from itertools import pairwise

from nlp.speech.attributions import Attribution
from nlp.speech.frames import MASK, Utterance
from nlp.speech.russian.attributing import is_plural, named, said, speaker
from nlp.speech.russian.contents import COMMAS, around, clause_stop, inset_stop, is_aside, parts, sentence, without
from nlp.speech.russian.cues import Cue, is_cue, is_finite, is_negated, source_length
from nlp.speech.russian.parsed import SUBJECTS
from nlp.speech.russian.phrases import phrases
from nlp.speech.russian.subjects import cited_speaker, possessing, source_speaker

DASHES = ("—", "–")
CONJUNCTIONS = ("что", "будто", "якобы")
NEAR = 8
"""Tokens between a cue and a colon."""
FARTHEST = 45
"""Tokens between a cue and the clause that it opens."""


def source(cue: Cue) -> Attribution | None:
    """По словам X, …; …, согласно X, …."""
    if not source_length(cue.tokens, cue.index, cue.speech):
        return None
    if cue.last + 1 < len(cue.tokens) and cue.tokens[cue.last + 1].lemma == "который":
        return _said_there(cue)
    who, last = source_speaker(cue)
    if any(one.kind == "other" for one in who) and not _opens_inset(cue, cue.index) and not _is_told(cue):
        return None
    comma = last + 1 < len(cue.tokens) and cue.tokens[last + 1].text == ","
    return said("source", cue, around(cue, cue.token.start, last + comma), who) if who else None


def _is_told(cue: Cue) -> bool:
    """«По данным полиции» may do without commas, «по версии федерации» is then no inset."""
    return cue.last > cue.index and cue.tokens[cue.last].lemma in (
        "данные",
        "слово",
        "информация",
        "оценка",
        "сведение",
    )


def _said_there(cue: Cue) -> Attribution | None:
    """«…данные X, согласно которым …»."""
    noun = next((i for i in range(cue.index - 1, -1, -1) if cue.tokens[i].part in ("NOUN", "PROPN")), None)
    who = phrases(cue.tree, noun, cue.at.names, cue.at.text)[:1] if noun is not None else ()
    return said("source", cue, parts(cue, (cue.tokens[cue.last + 1].stop, sentence(cue)[1])), who) if who else None


def cited(cue: Cue) -> Attribution | None:
    """«…», — цитирует агентство министра."""
    if cue.lemma not in cue.speech.cited:
        return None
    who, mask = cited_speaker(cue), _mask_before(cue) or _mask_after(cue)
    if mask is not None:
        return Attribution("cited", cue.ends, who, mask.parts, mask)
    aside = who and cue.index and cue.tokens[cue.index - 1].text in COMMAS
    return said("cited", cue, parts(cue, (sentence(cue)[0], cue.token.start)), who) if aside else None


def quoted(cue: Cue) -> Attribution | None:
    """«…», — сказал X; X сказал: «…»."""
    if cue.lemma in cue.speech.cited:
        return None
    mask = _mask_before(cue) or _mask_after(cue)
    if mask is None:
        return None
    who = possessing(cue) if cue.token.part == "NOUN" else speaker(cue)
    if cue.token.part == "NOUN" or cue.lemma not in cue.speech.verbs:
        who = tuple(one for one in who if one.kind != "other" or not mask.leads)
        if not who:
            return None
    continues = not who and not cue.impersonal and not is_plural(cue)
    gender = cue.token.feature("Gender")
    return Attribution("quoted", cue.ends, who, mask.parts, mask, continues=continues, gender=gender)


def _mask_before(cue: Cue) -> Utterance | None:
    """The utterance that this cue follows, a few words between, unless a sentence before told whose it is."""
    for i in range(cue.index - 1, max(cue.index - 10, -1), -1):
        if cue.tokens[i].lemma == MASK:
            found = cue.at.masks[i]
            told = found.narration is not None and sentence(cue)[0] >= found.stop
            return found if (found.follows or not found.leads) and not told else None
        if cue.tokens[i].text in (".", "!", "?") or is_cue(cue.tokens[i], cue.speech):
            return None
    return None


def _mask_after(cue: Cue) -> Utterance | None:
    """The utterance that this cue leads to with a colon."""
    for i in range(cue.last + 1, len(cue.tokens)):
        if cue.tokens[i].lemma == MASK:
            return cue.at.masks[i] if cue.at.masks[i].leads else None
        if cue.tokens[i].text in (".", "!", "?", ";") or is_cue(cue.tokens[i], cue.speech):
            return None
    return None


def as_said(cue: Cue) -> Attribution | None:
    """Как сообщил X, …; …, как отметил X, …."""
    opening = next(
        (i for i in range(cue.index - 1, max(cue.index - 5, -1), -1) if cue.tokens[i].text.lower() == "как"), None
    )
    if opening is None or not _opens_inset(cue, opening) or cue.token.feature("VerbForm") != "Fin":
        return None
    if cue.tokens[opening + 1].text == "и" and cue.tokens[cue.index - 1].text == ",":
        return None
    if _conjunction(cue) == cue.last + 2:
        return None
    return said("as_said", cue, around(cue, cue.tokens[opening].start, inset_stop(cue)))


def _opens_inset(cue: Cue, index: int) -> bool:
    before = [t for t in cue.tokens[:index] if t.start >= sentence(cue)[0]]
    return (
        not before
        or before[-1].text in (*COMMAS, "(")
        or all(t.part in ("ADV", "CCONJ", "PUNCT", "PART") for t in before)
    )


def that(cue: Cue) -> Attribution | None:
    """X заявил, что …; сообщил о том, что …; спросил, будет ли …."""
    opening = _conjunction(cue)
    if opening is None:
        return None
    if cue.lemma in cue.speech.signs and _is_sign(cue, opening):
        return None
    token = cue.tokens[opening]
    start = token.stop if token.text.lower() in CONJUNCTIONS else token.start
    return said("that", cue, parts(cue, (start, clause_stop(cue, _clause_head(cue, opening)))))


def _is_sign(cue: Cue, opening: int) -> bool:
    """«цены говорят о том, что…»: a thing shows it, and nobody says it."""
    able = cue.speech.documents | cue.speech.places | cue.speech.bodies
    things = any(one.kind == "other" and one.head not in able and not one.name[:1].isupper() for one in speaker(cue))
    return things and cue.token.feature("Tense") == "Pres" and cue.tokens[opening - 2].text.lower() == "том"


def _conjunction(cue: Cue) -> int | None:
    """The conjunction or question word that opens the clause of a cue."""
    if cue.lemma not in cue.speech.clausal:
        return None
    for i in range(cue.last + 1, min(cue.last + FARTHEST, len(cue.tokens))):
        token = cue.tokens[i]
        if token.lemma == MASK or _ends_sentence(cue, i):
            return None
        low = token.text.lower()
        asks = (
            cue.lemma in cue.speech.asked
            and not is_negated(cue)
            and low in cue.speech.question_words | {_asked(cue, i)}
        )
        if cue.tokens[i - 1].text == "," and (low in CONJUNCTIONS or asks) and _governs(cue, i):
            return i
    return None


def _ends_sentence(cue: Cue, i: int) -> bool:
    """A full stop, and not the one inside «Лента.ру»."""
    glued = i + 1 < len(cue.tokens) and cue.tokens[i + 1].start == cue.tokens[i].stop
    return cue.tokens[i].text in ("!", "?", ";") or (cue.tokens[i].text == "." and not glued)


def _asked(cue: Cue, i: int) -> str:
    """The word itself when «ли» follows it: «спросил, будет ли дождь»."""
    return cue.tokens[i].text.lower() if any(t.text == "ли" for t in cue.tokens[i + 1 : i + 3]) else ""


def _governs(cue: Cue, i: int) -> bool:
    """Whether the clause opened at ``i`` belongs to the cue, and not to a verb between them."""
    between = [j for j in range(cue.last + 1, i) if cue.tokens[j].part == "VERB" and not _is_inset(cue, j)]
    rivals = [j for j in range(cue.last + 1, i) if is_cue(cue.tokens[j], cue.speech) and not is_aside(cue, j)]
    beside = cue.last < i - 2 and is_finite(cue.tokens[i - 2]) and not _is_inset(cue, i - 2)
    return not rivals and not beside and (not between or i - cue.last < 12)


def _is_inset(cue: Cue, j: int) -> bool:
    return is_aside(cue, j) or cue.tokens[j].feature("VerbForm") in ("Part", "Conv")


def _clause_head(cue: Cue, i: int) -> int:
    """The topmost token of the clause opened at ``i`` that still is below the cue."""
    top = i
    for above in cue.tree.above(i):
        if above <= cue.last:
            break
        top = above
    return top


def noun(cue: Cue) -> Attribution | None:
    """Слова X о том, что …; X пришли к выводу, что …."""
    opening = cue.last + 1
    while opening < min(cue.last + 8, len(cue.tokens)) and cue.tokens[opening].text.lower() != "что":
        opening += 1
    if cue.lemma not in cue.speech.nouns or opening >= len(cue.tokens) or cue.tokens[opening].text.lower() != "что":
        return None
    if cue.tokens[opening - 1].text != "," or any(t.part == "VERB" for t in cue.tokens[cue.last + 1 : opening]):
        return None
    stop = clause_stop(cue, _clause_head(cue, opening))
    who = possessing(cue)
    return said("noun", cue, parts(cue, (cue.tokens[opening].stop, stop)), who) if who else None


def asking(cue: Cue) -> Attribution | None:
    """X потребовал, чтобы …."""
    if cue.lemma not in cue.speech.urged:
        return None
    ahead = range(cue.last + 2, min(cue.last + FARTHEST, len(cue.tokens)))
    opening = next((i for i in ahead if cue.tokens[i].text == "чтобы" and cue.tokens[i - 1].text == ","), None)
    if opening is None or not _governs(cue, opening) or any(_ends_sentence(cue, i) for i in range(cue.last, opening)):
        return None
    return named("asking", cue, (cue.tokens[opening].stop, clause_stop(cue, _clause_head(cue, opening))))


def about_this(cue: Cue) -> Attribution | None:
    """Об этом сообщил X: what stands before, the sentence or all up to a mark in this one, is what is said."""
    if cue.lemma not in cue.speech.said | cue.speech.impersonal:
        return None
    begin = sentence(cue)[0]
    dash = next((i for i in range(cue.index - 1, 1, -1) if _turns_back(cue, i)), None)
    inside = dash is not None and cue.tokens[dash].start > begin
    first = dash + 1 if dash is not None and inside else sum(t.start < begin for t in cue.tokens)
    words = [t.text.lower() for t in cue.tokens[first : first + 5]]
    before = (begin, cue.tokens[first - 1].start) if inside else cue.at.before
    near = cue.index - first < 12 and any(pair in pairwise(words) for pair in cue.speech.this)
    return said("about_this", cue, parts(cue, before)) if near and before else None


def _turns_back(cue: Cue, i: int) -> bool:
    """A dash, a colon, or the comma of «, об этом сообщил X»."""
    following = tuple(t.text.lower() for t in cue.tokens[i + 1 : i + 3])
    return cue.tokens[i].text in (*DASHES, ":") or (cue.tokens[i].text == "," and following in cue.speech.this)


def colon(cue: Cue) -> Attribution | None:
    """X уверен: …."""
    if cue.lemma not in cue.speech.clausal or not is_finite(cue.token):
        return None
    ahead = range(cue.last + 1, min(cue.last + NEAR, len(cue.tokens)))
    at = next((i for i in ahead if cue.tokens[i].text in (":", ",", ".", ";") or is_finite(cue.tokens[i])), None)
    if at is None or cue.tokens[at].text != ":" or cue.tokens[at].stop >= sentence(cue)[1]:
        return None
    if any(cue.tokens[i].relation == "obj" for i in range(cue.last + 1, at)):
        return None
    told = any(is_finite(t) or t.text in DASHES for t in cue.tokens[at + 1 :])
    return named("colon", cue, (cue.tokens[at].stop, sentence(cue)[1])) if told else None


def aside(cue: Cue) -> Attribution | None:
    """…, сказал X.; A, считает X, B; о том, что A, сказал X."""
    if not is_aside(cue, cue.index) or cue.lemma not in cue.speech.clausal or _is_done(cue):
        return None
    comma = cue.tokens[cue.index - 1].start
    clause = _clause_before(cue)
    found = without(cue, comma, inset_stop(cue)) if clause is None else parts(cue, (clause, comma))
    return said("aside", cue, found)


def _is_done(cue: Cue) -> bool:
    """«отмечается праздник»: of what is said nothing is the subject."""
    return cue.lemma in cue.speech.impersonal and cue.tree.child(cue.index, *SUBJECTS) is not None


def _clause_before(cue: Cue) -> int | None:
    """The place after «Ранее о том, что» or «То, что», if that opens the sentence."""
    begin = sentence(cue)[0]
    before = [t for t in cue.tokens[: cue.index] if t.start >= begin]
    comma = next((i for i, t in enumerate(before) if t.text == ","), 0)
    led = [t for t in before[: max(0, comma - 1)] if t.text.lower() != "о" and t.lemma not in cue.speech.connectors]
    pointed = comma > 0 and not led and before[comma - 1].lemma in ("то", "тот")
    return next((t.stop for t in before[comma + 1 : comma + 2] if pointed and t.text == "что"), None)
