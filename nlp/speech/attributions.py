"""The rules that tell, in a parsed Russian sentence, what is said and who says it.

`RULES` is the specification: each cue of a sentence goes through the list, the first rule that answers decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from nlp.languages.model import Speech
from nlp.speech.contents import (
    COMMAS,
    around,
    clause_stop,
    clip,
    inset_stop,
    is_aside,
    parts,
    phrase_stop,
    sentence,
    without,
)
from nlp.speech.cues import Cue, cues, is_cue, is_finite, source_length
from nlp.speech.frames import MASK, Ends, Parsed, Utterance
from nlp.speech.phrases import Phrase, phrases
from nlp.speech.subjects import SUBJECTS, cited_speaker, document, is_outlet, possessing, source_speaker, subject

OBJECTS = ("obj", "iobj", "obl", "nmod")
NOMINAL = ("NOUN", "PROPN", "X", "ADJ", "NUM")
CONJUNCTIONS = ("что", "будто", "якобы")
LONGEST_LABEL = 12
"""Tokens before the colon of a label."""
FARTHEST = 45
"""Tokens between a cue and the clause that it opens."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words, as ends in the text, that ``who`` says by ``cue``; ``rule`` is the name of the rule that found them."""

    rule: str
    cue: Ends | None
    who: tuple[Phrase, ...]
    parts: tuple[Ends, ...]
    utterance: Utterance | None = None
    outlet: bool = False
    continues: bool = False  # nobody is named: the last speaker goes on
    gender: str = ""  # that the verb shows


Rule = Callable[[Cue], Attribution | None]


def attributions(at: Parsed, speech: Speech) -> Iterator[Attribution]:
    """Every attribution of a parsed sentence."""
    labels = (labelled(at, index, utterance) for index, utterance in at.masks.items())
    yield from (one for one in (*labels, headlined(at), credited(at, speech)) if one is not None)
    for cue in cues(at, speech):
        found = (one for rule in RULES if (one := rule(cue)) is not None)
        yield from islice(found, 1)


def labelled(at: Parsed, mask: int, utterance: Utterance) -> Attribution | None:
    """X: «…»."""
    begin = max((s for s in at.frame.sentence_starts if s <= utterance.start), default=at.frame.start)
    who = _label(at, [i for i in range(mask - 1) if at.tree.tokens[i].start >= begin]) if utterance.leads else ()
    return Attribution("labelled", None, who, utterance.parts, utterance) if who else None


def _label(at: Parsed, label: list[int]) -> tuple[Phrase, ...]:
    """The people whom a label names that is nothing but a noun phrase."""
    tokens = at.tree.tokens
    if not 0 < len(label) <= LONGEST_LABEL or any(tokens[i].part == "VERB" or tokens[i].lemma == MASK for i in label):
        return ()
    heads = [i for i in label if tokens[i].head not in label and (tokens[i].part in ("NOUN", "PROPN") or i in at.names)]
    who = phrases(at.tree, heads[0], at.names, at.text) if heads else ()
    return tuple(one for one in who if one.kind in ("person", "role"))


def headlined(at: Parsed) -> Attribution | None:
    """X: what X says, without marks, as headlines have it."""
    colon = next((i for i, t in enumerate(at.tree.tokens[:LONGEST_LABEL]) if t.text == ":"), None)
    rest = at.tree.tokens[colon + 1 :] if colon else ()
    if not colon or any(t.lemma == MASK or t.text == ":" for t in rest) or not any(is_finite(t) for t in rest):
        return None
    who = _label(at, list(range(colon)))
    said = clip(at.text, rest[0].start, at.frame.stop)
    return Attribution("headlined", None, who, (said,)) if who and rest[0].text[:1].isupper() else None


def credited(at: Parsed, speech: Speech) -> Attribution | None:
    """What is said, — X."""
    tokens = at.tree.tokens
    dash = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].text in ("—", "–")), None)
    if dash is None or tokens[dash - 1].text != "," or not any(is_finite(t) for t in tokens[:dash]):
        return None
    label = [i for i in range(dash + 1, len(tokens)) if tokens[i].part != "PUNCT"]
    if not label or any(i not in at.names or at.names[i] != at.names[label[0]] for i in label):
        return None
    who = phrases(at.tree, label[0], at.names, at.text)[:1]
    said = clip(at.text, max(s for s in at.frame.sentence_starts if s <= tokens[dash].start), tokens[dash].start)
    return Attribution("credited", None, who, (said,), outlet=is_outlet(who, speech))


def _who(cue: Cue) -> tuple[Phrase, ...]:
    return document(cue) if cue.impersonal else subject(cue)


def _said(rule: str, cue: Cue, found: tuple[Ends, ...], who: tuple[Phrase, ...] | None = None) -> Attribution | None:
    """An attribution of ``found``, if it is anything; ``who`` is the cue's subject unless given."""
    speaker = _who(cue) if who is None else who
    outlet = is_outlet(speaker, cue.speech) and not cue.impersonal
    silent = not speaker and not cue.impersonal and not _is_plural(cue) and _leads_its_sentence(cue)
    if not speaker and not cue.impersonal and not silent:
        return None
    if not found:
        return None
    gender = cue.token.feature("Gender")
    return Attribution(rule, cue.ends, speaker, found, None, outlet, silent, gender)


def _is_plural(cue: Cue) -> bool:
    return cue.token.feature("Number") == "Plur"


def _leads_its_sentence(cue: Cue) -> bool:
    """Whether no noun comes before the cue: «Также сообщил, что…» may go on with the last speaker."""
    before = [t for t in cue.tokens[: cue.index] if t.start >= sentence(cue)[0]]
    return not any(t.part in ("NOUN", "PROPN", "PRON", "X", "VERB") for t in before)


def source(cue: Cue) -> Attribution | None:
    """По словам X, …; …, согласно X, …."""
    if not source_length(cue.tokens, cue.index, cue.speech):
        return None
    who, last = source_speaker(cue)
    if any(one.kind == "other" for one in who) and cue.last == cue.index and not _opens_inset(cue, cue.index):
        return None
    comma = last + 1 < len(cue.tokens) and cue.tokens[last + 1].text == ","
    return _said("source", cue, around(cue, cue.token.start, last + comma), who) if who else None


def cited(cue: Cue) -> Attribution | None:
    """«…», — цитирует агентство министра."""
    if cue.lemma not in cue.speech.cited:
        return None
    who, mask = cited_speaker(cue), _mask_before(cue) or _mask_after(cue)
    if mask is not None:
        return Attribution("cited", cue.ends, who, mask.parts, mask)
    aside = who and cue.index and cue.tokens[cue.index - 1].text in COMMAS
    return _said("cited", cue, parts(cue, (sentence(cue)[0], cue.token.start)), who) if aside else None


def quoted(cue: Cue) -> Attribution | None:
    """«…», — сказал X; X сказал: «…»."""
    if cue.lemma in cue.speech.cited:
        return None
    mask = _mask_before(cue) or _mask_after(cue)
    if mask is None:
        return None
    who = _who(cue)
    gender = cue.token.feature("Gender")
    return Attribution(
        "quoted",
        cue.ends,
        who,
        mask.parts,
        mask,
        is_outlet(who, cue.speech),
        not who and not cue.impersonal and not _is_plural(cue),
        gender,
    )


def _mask_before(cue: Cue) -> Utterance | None:
    """The utterance that this cue follows: a comma, a dash and a few words between."""
    for i in range(cue.index - 1, max(cue.index - 10, -1), -1):
        if cue.tokens[i].lemma == MASK:
            found = cue.at.masks[i]
            return found if found.follows or not found.leads else None
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
    if _conjunction(cue) == cue.last + 2:
        return None
    return _said("as_said", cue, around(cue, cue.tokens[opening].start, inset_stop(cue)))


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
    token = cue.tokens[opening]
    start = token.stop if token.text.lower() in CONJUNCTIONS else token.start
    return _said("that", cue, parts(cue, (start, clause_stop(cue, _clause_head(cue, opening)))))


def _conjunction(cue: Cue) -> int | None:
    """The conjunction or question word that opens the clause of a cue."""
    if cue.lemma not in cue.speech.clausal:
        return None
    for i in range(cue.last + 1, min(cue.last + FARTHEST, len(cue.tokens))):
        token = cue.tokens[i]
        if token.lemma == MASK or _ends_sentence(cue, i):
            return None
        low = token.text.lower()
        asks = cue.lemma in cue.speech.asked and low in cue.speech.question_words | {_asked(cue, i)}
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
    rivals = [j for j in range(cue.last + 1, i) if is_cue(cue.tokens[j], cue.speech) and not is_aside(cue.tree, j)]
    return not rivals and (not between or i - cue.last < 12)


def _is_inset(cue: Cue, j: int) -> bool:
    return is_aside(cue.tree, j) or cue.tokens[j].feature("VerbForm") in ("Part", "Conv")


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
    return _said("noun", cue, parts(cue, (cue.tokens[opening].stop, stop)), who) if who else None


def about_this(cue: Cue) -> Attribution | None:
    """Об этом сообщил X: the sentence before is what is said."""
    if cue.at.before is None or cue.lemma not in cue.speech.said | cue.speech.impersonal:
        return None
    begin = sentence(cue)[0]
    words = [t.text.lower() for t in cue.tokens if begin <= t.start][:5]
    near = cue.index < 12 and any(pair in pairwise(words) for pair in cue.speech.this)
    return _said("about_this", cue, parts(cue, cue.at.before)) if near else None


def aside(cue: Cue) -> Attribution | None:
    """…, сказал X.; A, считает X, B."""
    if not is_aside(cue.tree, cue.index) or cue.lemma not in cue.speech.clausal:
        return None
    return _said("aside", cue, without(cue, cue.tokens[cue.index - 1].start, inset_stop(cue)))


def urged(cue: Cue) -> Attribution | None:
    """X призвал проверить; X потребовал отставки; X призвал к миру."""
    if cue.lemma not in cue.speech.urged:
        return None
    deed = _deed(cue)
    thing = deed if deed is not None else _toward(cue) or _object(cue, ("Acc", "Gen", "Ins"))
    if thing is None or (thing != deed and _is_pointed_at(cue, thing)):
        return None
    members = [i for i in cue.tree.under(thing) if i > cue.last]
    start = min(members, default=thing)
    if start and cue.tokens[start - 1].text.lower() == "не":
        start -= 1
    stop = clause_stop(cue, thing) if thing == deed else phrase_stop(cue, thing)
    stop = min([stop, *_reversals(cue)])
    return _named("urged", cue, (cue.tokens[start].start, stop))


def _reversals(cue: Cue) -> list[int]:
    """Where «, однако» turns away from what is asked for."""
    return [
        t.start
        for i, t in enumerate(cue.tokens)
        if i > cue.last + 1 and t.lemma == "однако" and cue.tokens[i - 1].text == ","
    ]


def _is_pointed_at(cue: Cue, thing: int) -> bool:
    """«эту идею»: what is asked for was said before."""
    return any(cue.tokens[c].lemma in ("этот", "такой") for c in cue.tree.children[thing])


def _deed(cue: Cue) -> int | None:
    for i in range(cue.last + 1, len(cue.tokens)):
        token = cue.tokens[i]
        if token.text in (",", ".", ";", ":") or token.lemma == MASK:
            return None
        if token.part == "VERB" and (token.feature("VerbForm") == "Inf" or token.relation == "xcomp"):
            return i
    return None


def _object(cue: Cue, cases: tuple[str, ...]) -> int | None:
    for child in cue.tree.children[cue.index]:
        token = cue.tokens[child]
        nominal = token.relation in OBJECTS and token.part in ("NOUN", "PROPN") and token.feature("Case") in cases
        if nominal and cue.tree.child(child, "case") is None:
            return child
    return None


def _toward(cue: Cue) -> int | None:
    for child in cue.tree.under(cue.index):
        case = cue.tree.child(child, "case")
        if child > cue.index and case is not None and cue.tokens[case].text.lower() in ("к", "ко"):
            return child
    return None


def _named(rule: str, cue: Cue, stretch: Ends) -> Attribution | None:
    """An attribution that is too weak a sign of speech unless somebody is named."""
    who = _who(cue)
    return _said(rule, cue, parts(cue, stretch), who) if who else None


def called(cue: Cue) -> Attribution | None:
    """X назвал решение ошибкой; X считает решение ошибочным."""
    if cue.lemma not in cue.speech.called | cue.speech.believed:
        return None
    as_what = [i for i in cue.tree.children[cue.index] if i > cue.index and cue.tokens[i].feature("Case") == "Ins"]
    thing = _object(cue, ("Acc", "Gen"))
    if not as_what or thing is None:
        return None
    members = [j for i in (*as_what, thing) for j in cue.tree.under(i) if j != cue.index]
    start = min(j for j in members if j > cue.index)
    return _named("called", cue, (cue.tokens[start].start, max(phrase_stop(cue, i) for i in (*as_what, thing))))


def topic(cue: Cue) -> Attribution | None:
    """X рассказал о поездке; X высказался за закон; о росте цен сообщила служба."""
    if cue.lemma not in cue.speech.said | cue.speech.impersonal | cue.speech.convinced:
        return None
    for child in cue.tree.children[cue.index]:
        case = cue.tree.child(child, "case")
        if case is None or cue.tokens[child].part not in NOMINAL:
            continue
        preposition, start = cue.tokens[case].text.lower(), cue.tokens[case].start
        if (cue.lemma, preposition) in cue.speech.governing and child > cue.index:
            return _named("topic", cue, (start, clause_stop(cue, child)))
        if preposition in cue.speech.topics and child > cue.index:
            return _spoken_of(cue, (start, phrase_stop(cue, child)))
        if preposition in cue.speech.topics and cue.token.feature("VerbForm") == "Fin":
            return _named("topic", cue, (start, _stop_before(cue)))
    return None


def _spoken_of(cue: Cue, stretch: Ends) -> Attribution | None:
    """«сообщалось о росте» needs no speaker, «рассказал о росте» does."""
    return _said("topic", cue, parts(cue, stretch), ()) if cue.impersonal else _named("topic", cue, stretch)


def _stop_before(cue: Cue) -> int:
    """Where what stands before a cue ends: at its subject, if that comes before too."""
    subjects = [cue.tree.under(c) for c in cue.tree.children[cue.index] if cue.tokens[c].relation in SUBJECTS]
    starts = [cue.tokens[min(one)].start for one in subjects if max(one) < cue.index]
    return min([cue.token.start, *starts])


def judged(cue: Cue) -> Attribution | None:
    """X опроверг информацию; X подтвердил готовность."""
    thing = _object(cue, ("Acc", "Gen"))
    if thing is None or cue.token.feature("VerbForm") == "Part":
        return None
    matter = cue.lemma in cue.speech.stated and cue.tokens[thing].lemma in cue.speech.matters
    if cue.lemma not in cue.speech.judged and not matter:
        return None
    members = [i for i in cue.tree.under(thing) if (i > cue.last) == (thing > cue.index)]
    stop = phrase_stop(cue, thing) if thing > cue.index else cue.tokens[max(members)].stop
    return _named("judged", cue, (cue.tokens[min(members)].start, stop))


RULES: tuple[Rule, ...] = (source, noun, cited, quoted, as_said, that, about_this, aside, called, urged, topic, judged)
