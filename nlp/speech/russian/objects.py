"""Russian cues that tell by what hangs on them: a deed, a thing, a topic."""

from __future__ import annotations

from nlp.speech.attributions import Attribution
from nlp.speech.frames import MASK, Ends
from nlp.speech.names import is_animate
from nlp.speech.russian.attributing import named, said
from nlp.speech.russian.contents import clause_stop, parts, phrase_stop
from nlp.speech.russian.cues import Cue, is_negated
from nlp.speech.russian.parsed import SUBJECTS
from nlp.speech.russian.subjects import possessing

OBJECTS = ("obj", "iobj", "obl", "nmod")
NOMINAL = ("NOUN", "PROPN", "X", "ADJ", "NUM")


def urged(cue: Cue) -> Attribution | None:
    """X призвал проверить; X потребовал отставки; X призвал к миру."""
    if cue.lemma not in cue.speech.urged:
        return None
    deed = _deed(cue)
    thing = deed if deed is not None else _toward(cue) or _object(cue, ("Acc", "Gen", "Ins"))
    if thing is None or (thing != deed and _is_pointed_at(cue, thing)):
        return None
    addressed = _addressed(cue, deed) if deed is not None else ()
    members = [i for i in cue.tree.under(thing) if (i > cue.last) == (thing > cue.last) and i not in addressed]
    start = min(members, default=thing)
    while start - 1 > cue.last and (
        cue.tokens[start - 1].part in ("ADV", "PART") or cue.tokens[start - 1].text in '«"“„'
    ):
        start -= 1
    stop = clause_stop(cue, thing) if thing == deed else phrase_stop(cue, thing)
    stop = min([stop, *_reversals(cue)])
    return named("urged", cue, (cue.tokens[start].start, stop))


def _addressed(cue: Cue, deed: int) -> tuple[int, ...]:
    """«призвал их задуматься»: who is asked, though the parser makes them the object of the deed."""
    asked = (
        c for c in cue.tree.children[deed] if cue.last < c < deed and cue.tokens[c].relation in ("obj", "iobj", "nsubj")
    )
    alive = (c for c in asked if cue.tokens[c].part == "PRON" or is_animate(cue.tokens[c].text.lower()))
    return tuple(i for c in alive for i in cue.tree.under(c))


def pleading(cue: Cue) -> Attribution | None:
    """X обратился с призывом проверить."""
    if cue.lemma not in cue.speech.pleas:
        return None
    deed = next((i for i in cue.tree.children[cue.index] if cue.tokens[i].feature("VerbForm") == "Inf"), None)
    who = possessing(cue)
    if deed is None or deed < cue.index or not who:
        return None
    start = min(i for i in cue.tree.under(deed) if i > cue.last)
    return said("pleading", cue, parts(cue, (cue.tokens[start].start, phrase_stop(cue, deed))), who)


def spoken_of(cue: Cue) -> Attribution | None:
    """Слова X о мосте."""
    if cue.lemma not in cue.speech.nouns or cue.token.part != "NOUN":
        return None
    for child in cue.tree.children[cue.index]:
        case = cue.tree.child(child, "case")
        if case is not None and case > cue.index and cue.tokens[case].text.lower() in cue.speech.topics:
            who = tuple(one for one in possessing(cue) if not one.mention.start <= cue.token.start < one.mention.stop)
            return (
                said("spoken_of", cue, parts(cue, (cue.tokens[case].start, phrase_stop(cue, child))), who)
                if who
                else None
            )
    return None


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


def _object(cue: Cue, cases: tuple[str, ...], pronouns: bool = False) -> int | None:
    for child in cue.tree.children[cue.index]:
        token = cue.tokens[child]
        nominal = token.relation in OBJECTS and token.part in ("NOUN", "PROPN") and token.feature("Case") in cases
        own = token.relation == "obj" and token.part in ("NOUN", "PROPN", "PRON") and pronouns
        if (nominal or own) and cue.tree.child(child, "case") is None:
            return child
    return None


def _toward(cue: Cue) -> int | None:
    """«призвал к миру»: what «к» leads to, unless it belongs to the one who asks."""
    asking = {i for c in cue.tree.children[cue.index] if cue.tokens[c].relation in SUBJECTS for i in cue.tree.under(c)}
    for child in cue.tree.under(cue.index):
        case = cue.tree.child(child, "case")
        if (
            child > cue.index
            and child not in asking
            and case is not None
            and cue.tokens[case].text.lower() in ("к", "ко")
        ):
            return child
    return None


def called(cue: Cue) -> Attribution | None:
    """X назвал решение ошибкой; X считает решение ошибочным."""
    if cue.lemma not in cue.speech.called | cue.speech.believed:
        return None
    as_what = [i for i in cue.tree.children[cue.index] if i > cue.index and cue.tokens[i].feature("Case") == "Ins"]
    thing = _object(cue, ("Acc", "Gen"), pronouns=True)
    if not as_what or thing is None:
        return None
    members = [j for i in (*as_what, thing) for j in cue.tree.under(i) if j != cue.index]
    start = min(j for j in members if j > cue.index)
    return named("called", cue, (cue.tokens[start].start, max(phrase_stop(cue, i) for i in (*as_what, thing))))


def topic(cue: Cue) -> Attribution | None:
    """X рассказал о поездке; X высказался за закон; о росте цен сообщила служба."""
    if cue.lemma not in cue.speech.clausal or _is_passing(cue):
        return None
    silent = is_negated(cue) and cue.lemma in cue.speech.said
    for child in cue.tree.children[cue.index]:
        case = cue.tree.child(child, "case")
        if case is None or cue.tokens[child].part not in NOMINAL:
            continue
        preposition, start = cue.tokens[case].text.lower(), cue.tokens[case].start
        if (cue.lemma, preposition) in cue.speech.governing and child > cue.index:
            return named("topic", cue, (start, clause_stop(cue, child)))
        if cue.lemma in cue.speech.believed or silent:
            continue
        if preposition in cue.speech.topics and child > cue.index:
            return _spoken_of(cue, (start, phrase_stop(cue, child)))
        if preposition in cue.speech.topics and cue.token.feature("VerbForm") == "Fin":
            return named("topic", cue, (start, _stop_before(cue)))
    return None


def _is_passing(cue: Cue) -> bool:
    """«говоря о ценах, X отметил…», «ссылаясь на X»: a converb that tells what another cue goes on about."""
    return cue.token.feature("VerbForm") == "Conv" and cue.token.feature("Aspect") == "Imp"


def _spoken_of(cue: Cue, stretch: Ends) -> Attribution | None:
    """«сообщалось о росте» needs no speaker, «рассказал о росте» does."""
    return said("topic", cue, parts(cue, stretch), ()) if cue.impersonal else named("topic", cue, stretch)


def _stop_before(cue: Cue) -> int:
    """Where what stands before a cue ends: at its subject, if that comes before too."""
    subjects = [cue.tree.under(c) for c in cue.tree.children[cue.index] if cue.tokens[c].relation in SUBJECTS]
    starts = [cue.tokens[min(one)].start for one in subjects if max(one) < cue.index]
    return min([cue.token.start, *starts])


def judged(cue: Cue) -> Attribution | None:
    """X опроверг информацию; X подтвердил готовность."""
    thing = _object(cue, ("Acc", "Gen"))
    if thing is None or _opens_clause(cue, thing):
        return None
    matter = cue.lemma in cue.speech.stated and cue.tokens[thing].lemma in cue.speech.matters
    if not matter and (cue.lemma not in cue.speech.judged or cue.token.feature("VerbForm") == "Part"):
        return None
    members = [i for i in cue.tree.under(thing) if (i > cue.last) == (thing > cue.index)]
    stop = phrase_stop(cue, thing) if thing > cue.index else cue.tokens[max(members)].stop
    return named("judged", cue, (cue.tokens[min(members)].start, stop))


def _opens_clause(cue: Cue, thing: int) -> bool:
    """«выразил уверенность, что…»: the noun is a cue of its own."""
    following = [t.text.lower() for t in cue.tokens[thing + 1 : thing + 3]]
    return cue.tokens[thing].lemma in cue.speech.nouns and following == [",", "что"]
