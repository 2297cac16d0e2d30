"""The rules that tell, in a parsed Russian sentence, what is said and who says it.

`RULES` is the specification: each cue of a sentence goes through the list, the first rule that answers decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from nlp.frames import MASK, Ends, Parsed, Utterance
from nlp.languages.model import Speech
from nlp.phrases import Phrase, phrases
from nlp.syntax import Token, Tree

SUBJECTS = ("nsubj", "nsubj:pass")
EDGES = " \u00a0\t\n\r,;:—–-"
COORDINATORS = frozenset(("и", "а", "но", "также", "однако", "при", "тоже", "да", "зато", "затем", "потом"))
WHETHER = frozenset(
    ("как", "почему", "зачем", "где", "когда", "куда", "кто", "чей", "какой", "сколько", "откуда", "что", "каков")
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words, as ends in the text, that ``who`` says by ``cue``; ``rule`` is the name of the rule that found them."""

    rule: str
    cue: Ends
    who: tuple[Phrase, ...]
    parts: tuple[Ends, ...]
    direct: bool = False
    utterance: Utterance | None = None
    outlet: bool = False
    inherits: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes, by its index in the sentence; ``last`` is the index of its last word."""

    at: Parsed
    speech: Speech
    index: int
    last: int

    @property
    def token(self) -> Token:
        return self.at.tree.tokens[self.index]

    @property
    def tree(self) -> Tree:
        return self.at.tree

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.at.tree.tokens

    @property
    def ends(self) -> Ends:
        return self.token.start, self.tokens[self.last].stop


Rule = Callable[[Cue], "Attribution | None"]


def attributions(at: Parsed, speech: Speech) -> Iterator[Attribution]:
    """Every attribution of a parsed sentence."""
    for cue in cues(at, speech):
        for rule in RULES:
            found = rule(cue)
            if found is not None:
                yield found
                break


def cues(at: Parsed, speech: Speech) -> Iterator[Cue]:
    """The words of a sentence that may attribute, ascending."""
    for i in range(len(at.tree.tokens)):
        length = _source_length(at.tree.tokens, i, speech)
        if length:
            yield Cue(at, speech, i, i + length - 1)
        elif _is_verb(at.tree, i, speech):
            yield Cue(at, speech, i, i)


def _source_length(tokens: Sequence[Token], i: int, speech: Speech) -> int:
    """How many words of «по словам», «согласно» stand here; 0 for none. «По его словам» holds the speaker inside."""
    low = [t.text.lower() for t in tokens[i : i + 4]]
    for length in (3, 2, 1):
        if tuple(low[:length]) in speech.sources:
            return length
    if len(low) > 2 and low[1] in POSSESSIVES and (low[0], low[2]) in speech.sources:
        return 3
    return 0


POSSESSIVES = {"его": ("Masc", "Sing"), "ее": ("Fem", "Sing"), "её": ("Fem", "Sing"), "их": ("", "Plur")}


def _is_verb(tree: Tree, i: int, speech: Speech) -> bool:
    token = tree.tokens[i]
    if token.part == "ADJ":
        return token.lemma in speech.convinced and token.feature("Variant") == "Short"
    verbs = (
        speech.said | speech.believed | speech.called | speech.urged | speech.judged | speech.cited | speech.impersonal
    )
    if token.part != "VERB" or token.lemma not in verbs:
        return token.part == "VERB" and token.lemma in speech.convinced
    form = token.feature("VerbForm")
    if form == "Part":
        return token.feature("Voice") == "Act" or _is_said_so(token)
    return form in ("Fin", "Conv")


def _is_said_so(token: Token) -> bool:
    """«сказано в обращении»: a short neuter participle."""
    return token.feature("Variant") == "Short" and token.feature("Gender") == "Neut"


# ---- who


def subject(cue: Cue) -> tuple[Phrase, ...]:
    """Whoever says it: the subject, or the noun that a participle belongs to, or the place that speaks."""
    index = _subject_index(cue.tree, cue.index)
    if index is not None:
        return _phrases(cue, index)
    place = _place(cue)
    return _phrases(cue, place) if place is not None else ()


def _phrases(cue: Cue, index: int) -> tuple[Phrase, ...]:
    return phrases(cue.tree, index, cue.at.names, cue.at.text)


def _subject_index(tree: Tree, index: int, depth: int = 0) -> int | None:
    own = tree.child(index, *SUBJECTS)
    token = tree.tokens[index]
    if own is not None:
        return _antecedent(tree, index) if tree.tokens[own].lemma == "который" else own
    if depth > 4 or token.head < 0:
        return None
    form = token.feature("VerbForm")
    if form == "Part" and token.feature("Variant") != "Short" and token.relation in ("acl", "amod", "acl:relcl"):
        return token.head
    if form == "Conv" or token.relation in ("conj", "xcomp") or (token.relation == "parataxis" and form == "Conv"):
        inherited = _subject_index(tree, token.head, depth + 1)
        return (
            inherited if inherited is not None and (form == "Conv" or _agrees(token, tree.tokens[inherited])) else None
        )
    return None


def _antecedent(tree: Tree, index: int) -> int | None:
    for above in (index, *tree.above(index)):
        if tree.tokens[above].relation in ("acl:relcl", "acl"):
            return tree.tokens[above].head
    return None


def _agrees(verb: Token, noun: Token) -> bool:
    number, gender = verb.feature("Number"), verb.feature("Gender")
    if number == "Sing" and noun.feature("Number") == "Plur":
        return False
    return not gender or not noun.feature("Gender") or gender == noun.feature("Gender") or noun.part == "NOUN"


def _place(cue: Cue) -> int | None:
    """«в штабе отрицали», «в Минфине сообщили»: the verb is plural and has no subject."""
    if cue.token.feature("Number") != "Plur":
        return None
    for child in cue.tree.children[cue.index]:
        case = cue.tree.child(child, "case")
        if case is not None and cue.tokens[case].lemma in ("в", "во", "на") and cue.tokens[child].relation == "obl":
            body = child in cue.at.names and cue.at.names[child].kind == "ORG"
            if body or cue.tokens[child].lemma in PLACES:
                return child
    return None


PLACES = frozenset(
    """
    министерство ведомство компания штаб руководство пресс-служба администрация правительство управление департамент
    комитет служба полиция прокуратура суд посольство минфин минобороны мид мвд кремль редакция агентство банк фонд
    центр организация партия клуб университет институт предприятие корпорация мэрия акимат минздрав
    """.split()
)


def _document(cue: Cue) -> tuple[Phrase, ...]:
    """«говорится в сообщении министерства»: whoever issued the document, else the document."""
    for child in cue.tree.children[cue.index]:
        token = cue.tokens[child]
        if token.relation in ("obl", "nmod") and token.feature("Case") == "Loc":
            while cue.tokens[child].lemma in cue.speech.documents and _owner(cue, child) is not None:
                child = _owner(cue, child) or child
            return _phrases(cue, child)[:1]
    return ()


def _owner(cue: Cue, index: int) -> int | None:
    return next(
        (
            c
            for c in cue.tree.children[index]
            if cue.tokens[c].relation in ("nmod", "appos")
            and cue.tree.child(c, "case") is None
            and (cue.tokens[c].feature("Case") == "Gen" or c in cue.at.names)
        ),
        None,
    )


# ---- what


def _clip(cue: Cue, start: int, stop: int) -> Ends | None:
    """A stretch of the text without the marks and spaces at its edges; None if nothing is left."""
    text = cue.at.text
    while start < stop and text[start] in EDGES + ".":
        start += 1
    while start < stop and text[stop - 1] in EDGES + ".":
        stop -= 1
    return (start, stop) if start < stop else None


def _parts(cue: Cue, *stretches: Ends) -> tuple[Ends, ...]:
    return tuple(part for start, stop in stretches if (part := _clip(cue, start, stop)) is not None)


def _sentence(cue: Cue) -> Ends:
    """The ends of the sentence that holds the cue, inside its frame."""
    at = cue.token.start
    starts = [s for s in cue.at.frame.sentence_starts if s <= at]
    later = [s for s in cue.at.frame.sentence_starts if s > at]
    return (starts[-1] if starts else cue.at.frame.start), (later[0] if later else cue.at.frame.stop)


def _clause_stop(cue: Cue, index: int) -> int:
    """Where what is governed by ``index`` ends: before the next verb coordinated with the cue."""
    members = [i for i in cue.tree.under(index) if i > cue.last]
    last = max(members, default=index)
    stop = cue.tokens[last].stop
    end = _sentence(cue)[1]
    after = [i for i in range(last + 1, len(cue.tokens)) if cue.tokens[i].start < end]
    if not any(cue.tokens[i].part not in ("PUNCT", "") for i in after):
        stop = end
    border = _next_cue(cue, index)
    return min(stop, border) if border is not None else stop


def _next_cue(cue: Cue, start: int) -> int | None:
    """Where a later attribution of the same sentence begins, if it is not a part of what is said."""
    for i in range(max(start, cue.last) + 1, len(cue.tokens)):
        if not _is_verb(cue.tree, i, cue.speech):
            continue
        token = cue.tokens[i]
        if _is_aside(cue.tree, i) or (
            token.relation == "conj" and _is_twin(cue.token, token) and cue.tree.child(i, *SUBJECTS) is None
        ):
            return _opening(cue.tree, i, cue.last)
    return None


def _is_twin(a: Token, b: Token) -> bool:
    return all(a.feature(f) == b.feature(f) for f in ("VerbForm", "Tense", "Gender", "Number"))


def _is_aside(tree: Tree, i: int) -> bool:
    """«…, сказал он» and «…, пишет газета»: a verb right after a comma, its subject after it, no clause."""
    before = tree.tokens[i - 1].text if i else ""
    own = tree.child(i, *SUBJECTS)
    conjunction = any(tree.tokens[j].text.lower() == "что" for j in range(i + 1, min(i + 3, len(tree.tokens))))
    return before in (",", "—", "-", "–") and own is not None and own > i and not conjunction


def _opening(tree: Tree, i: int, least: int) -> int:
    """Where the clause of a verb begins: at the comma or the conjunction before it."""
    while (
        i - 1 > least and tree.tokens[i - 1].text not in (",", ";") and tree.tokens[i - 1].lemma not in ("и", "а", "но")
    ):
        i -= 1
    while i - 1 > least and (tree.tokens[i - 1].text == "," or tree.tokens[i - 1].lemma in COORDINATORS):
        i -= 1
    return tree.tokens[i].start


def _is_outlet(cue: Cue, who: Sequence[Phrase]) -> bool:
    """A publication that is merely the source of news."""
    return any(_names_outlet(one, cue.speech) for one in who)


def _names_outlet(phrase: Phrase, speech: Speech) -> bool:
    low = phrase.mention.text.lower().strip('«»"“” ')
    domain = re.search(r"\w\.(?:ru|com|kz|net|org|info|ua|by|uk)\b", low) is not None
    return phrase.kind == "other" and (
        domain or phrase.head in speech.outlets or any(w in speech.outlets for w in low.split())
    )


# ---- the rules


def cited(cue: Cue) -> Attribution | None:
    """«…», — цитирует агентство министра."""
    if cue.token.lemma not in cue.speech.cited:
        return None
    mask = _mask_before(cue) or _mask_after(cue)
    who = _cited_speaker(cue)
    if mask is None and not (_is_comma_before(cue) and who):
        return None
    start, _ = _sentence(cue)
    parts = mask.parts if mask else _parts(cue, (start, cue.token.start))
    return Attribution("cited", cue.ends, who, parts, mask is not None, mask) if parts else None


def _cited_speaker(cue: Cue) -> tuple[Phrase, ...]:
    """The object: a person if there is one, and never the outlet that quotes."""
    below = [i for i in cue.tree.under(cue.index) if i != cue.index]
    people = [i for i in below if i in cue.at.names and cue.at.names[i].kind == "PER"]
    if people:
        first = people[0]
        head = cue.tokens[first].head
        beside = cue.tokens[first].relation in ("appos", "flat:name") and head != cue.index and head not in cue.at.names
        return _phrases(cue, head if beside and head >= 0 else first)[:1]
    for i in below:
        if cue.tokens[i].relation in ("obj", "iobj", "obl", "nmod") and cue.tokens[i].feature("Case") in ("Acc", "Gen"):
            found = _phrases(cue, i)[:1]
            if not _is_outlet(cue, found):
                return found
    return ()


def _is_comma_before(cue: Cue) -> bool:
    return cue.index > 0 and cue.tokens[cue.index - 1].text in (",", "—", "-", "–")


def _mask_before(cue: Cue) -> Utterance | None:
    """The utterance that this cue follows: nothing but a comma, a dash and a few words between."""
    for i in range(cue.index - 1, max(cue.index - 9, -1), -1):
        token = cue.tokens[i]
        if token.lemma == MASK:
            return cue.at.masks[i]
        if token.text in (".", "!", "?") or _is_verb(cue.tree, i, cue.speech):
            return None
    return None


def _mask_after(cue: Cue) -> Utterance | None:
    """The utterance that this cue leads to with a colon."""
    for i in range(cue.last + 1, len(cue.tokens)):
        token = cue.tokens[i]
        if token.lemma == MASK:
            utterance = cue.at.masks[i]
            return utterance if utterance.leads else None
        if token.text in (".", "!", "?", ";") or _is_verb(cue.tree, i, cue.speech):
            return None
    return None


def quoted(cue: Cue) -> Attribution | None:
    """«…», — сказал X; X сказал: «…»."""
    if cue.token.lemma not in cue.speech.said | cue.speech.believed | cue.speech.impersonal | cue.speech.called:
        return None
    mask = _mask_before(cue)
    if mask is None or mask.leads and not mask.follows and not _is_after(cue, mask):
        mask = _mask_after(cue) or mask
    if mask is None:
        return None
    who = _document(cue) if _is_impersonal(cue) else subject(cue)
    outlet = _is_outlet(cue, who)
    return Attribution("quoted", cue.ends, who, mask.parts, True, mask, outlet=outlet, inherits=not who)


def _is_after(cue: Cue, mask: Utterance) -> bool:
    return cue.token.start >= mask.stop


def _is_impersonal(cue: Cue) -> bool:
    return cue.token.lemma in cue.speech.impersonal or _is_said_so(cue.token)


def as_said(cue: Cue) -> Attribution | None:
    """Как сообщил X, …; …, как отметил X, …."""
    before = [i for i in range(max(0, cue.index - 3), cue.index) if cue.tokens[i].text.lower() == "как"]
    if not before or cue.token.feature("VerbForm") != "Fin":
        return None
    opening = before[-1]
    if (
        opening
        and cue.tokens[opening - 1].text not in (",", "—", "-", "–", "(")
        and cue.tokens[opening - 1].lemma not in COORDINATORS | {"теперь"}
        and opening > 2
    ):
        return None
    if _that(cue) is not None and _that(cue) == cue.last + 2:
        return None
    who = _document(cue) if _is_impersonal(cue) else subject(cue)
    parts = _around(cue, cue.tokens[opening].start, _inset_stop(cue))
    return _reported("as_said", cue, who, parts)


def _reported(rule: str, cue: Cue, who: tuple[Phrase, ...], parts: tuple[Ends, ...]) -> Attribution | None:
    return Attribution(rule, cue.ends, who, parts, outlet=_is_outlet(cue, who), inherits=False) if parts else None


def _inset_stop(cue: Cue) -> int:
    """The index of the comma that ends an inset clause, or of the sentence's last token."""
    end = _sentence(cue)[1]
    deep = max((i for i in cue.tree.under(cue.index) if i > cue.index and _is_near(cue, i)), default=cue.last)
    for i in range(cue.last + 1, len(cue.tokens)):
        token = cue.tokens[i]
        if token.start >= end:
            return i - 1
        if token.text in (",", "—", "–") and i >= min(deep, i) and not _continues(cue, i):
            return i
    return len(cue.tokens) - 1


def _is_near(cue: Cue, i: int) -> bool:
    return cue.tokens[i].relation in SUBJECTS


def _continues(cue: Cue, comma: int) -> bool:
    """Whether what follows a comma still belongs to the speaker's phrase: «, который…», «, глава…,»."""
    if comma + 1 >= len(cue.tokens):
        return False
    nxt = cue.tokens[comma + 1]
    inside = comma + 1 in cue.tree.under(cue.index) or any(
        cue.tree.tokens[a].start <= cue.tokens[cue.last].start
        for a in cue.tree.above(comma + 1)
        if a != -1 and cue.tokens[a].part in ("NOUN", "PROPN") and a < comma
    )
    clause = (
        nxt.lemma == "который"
        or nxt.relation in ("appos", "acl", "conj")
        or (nxt.relation == "case" and _relative_ahead(cue, comma))
    )
    return inside and clause


def _relative_ahead(cue: Cue, comma: int) -> bool:
    return any(cue.tokens[i].lemma == "который" for i in range(comma + 1, min(comma + 4, len(cue.tokens))))


def _around(cue: Cue, inset_start: int, stop_index: int) -> tuple[Ends, ...]:
    """The sentence without an inset: what stands before it and after it."""
    start, end = _sentence(cue)
    left, right = (start, inset_start), (cue.tokens[stop_index].stop, end)
    tail = _next_cue(cue, stop_index)
    if tail is not None and tail > right[0]:
        right = (right[0], tail)
    left_words = [t for t in cue.tokens if start <= t.start < inset_start and t.part != "PUNCT"]
    if all(t.lemma in cue.speech.connectors or t.part in ("ADV", "CCONJ", "PART", "SCONJ") for t in left_words):
        left = (inset_start, inset_start)
    return _parts(cue, left, right)


def source(cue: Cue) -> Attribution | None:
    """По словам X, …; …, согласно X, …."""
    if not _source_length(cue.tokens, cue.index, cue.speech):
        return None
    owned = _possessed(cue)
    noun = cue.last if cue.tokens[cue.last].part == "NOUN" else None
    owner = (
        next(
            (c for c in cue.tree.children[noun] if c > noun and cue.tokens[c].relation in ("nmod", "appos", "obl")),
            None,
        )
        if noun is not None
        else _governed(cue)
    )
    who = owned or (_phrases(cue, owner) if owner is not None else ())
    if not who:
        return None
    last = cue.last if owned else max(_reach(cue, owner if owner is not None else cue.last), cue.last)
    parts = _around(cue, cue.token.start, _after_phrase(cue, last))
    return _reported("source", cue, who, _clause_parts(cue, parts))


def _possessed(cue: Cue) -> tuple[Phrase, ...]:
    """«по его словам»: the speaker stands inside the cue."""
    for token in cue.tokens[cue.index : cue.last + 1]:
        if token.text.lower() in POSSESSIVES:
            gender, number = POSSESSIVES[token.text.lower()]
            from nlp.model import Span

            mention = Span(token.start, token.stop, token.text)
            return (Phrase(mention, "pronoun", token.text, gender=gender, number=number),)
    return ()


def _governed(cue: Cue) -> int | None:
    """The noun that a preposition («согласно») belongs to."""
    head = cue.tokens[cue.index].head
    return head if head > cue.last else next((c for c in cue.tree.children[cue.index] if c > cue.last), None)


def _reach(cue: Cue, owner: int) -> int:
    """The last token of the speaker's phrase, up to the first comma that ends it."""
    deep = max(cue.tree.under(owner))
    for i in range(cue.last + 1, deep + 1):
        if cue.tokens[i].text == "," and not _continues_phrase(cue, i, owner):
            return i - 1
    return deep


def _continues_phrase(cue: Cue, comma: int, owner: int) -> bool:
    nxt = comma + 1
    if nxt >= len(cue.tokens):
        return False
    return nxt in cue.tree.under(owner) and cue.tokens[nxt].relation in ("conj", "appos", "acl", "case", "nsubj")


def _after_phrase(cue: Cue, last: int) -> int:
    return last + 1 if last + 1 < len(cue.tokens) and cue.tokens[last + 1].text == "," else last


def _clause_parts(cue: Cue, parts: tuple[Ends, ...]) -> tuple[Ends, ...]:
    """A source inside a subordinate clause speaks for that clause alone."""
    if len(parts) < 2:
        return parts
    between = [i for i, t in enumerate(cue.tokens) if parts[0][0] <= t.start < parts[0][1]]
    for i in reversed(between):
        if cue.tokens[i].text == "," and i + 1 < len(cue.tokens):
            nxt = cue.tokens[i + 1 : i + 3]
            if any(t.lemma in ("который", "что", "поскольку", "так", "где", "а", "но", "однако") for t in nxt[:2]):
                start = cue.tokens[i + 1].start
                if cue.tokens[i + 1].lemma in ("что", "а", "но", "однако"):
                    start = cue.tokens[i + 1].stop
                return _parts(cue, (start, parts[0][1]), *parts[1:])
    return parts


def that(cue: Cue) -> Attribution | None:
    """X заявил, что …; сообщил о том, что …; спросил, будет ли …."""
    opening = _that(cue)
    if opening is None:
        return None
    who = _document(cue) if _is_impersonal(cue) else subject(cue)
    index = _clause_head(cue, opening)
    whole = cue.tokens[opening].text.lower() not in ("что", "будто", "якобы")
    start = cue.tokens[opening].start if whole else cue.tokens[opening].stop
    parts = _parts(cue, (start, _clause_stop(cue, index)))
    if not parts:
        return None
    inherits = not who and not _is_impersonal(cue)
    return Attribution("that", cue.ends, who, parts, outlet=_is_outlet(cue, who), inherits=inherits)


def _that(cue: Cue) -> int | None:
    """The conjunction that opens the clause of a cue."""
    if cue.token.lemma not in cue.speech.said | cue.speech.believed | cue.speech.impersonal | cue.speech.convinced:
        return None
    for i in range(cue.last + 1, min(cue.last + 40, len(cue.tokens))):
        low = cue.tokens[i].text.lower()
        if cue.tokens[i - 1].text in (",",) or cue.tokens[i - 1].text.lower() in ("и", "а"):
            if low in ("что", "будто") and _governs(cue, i):
                return i
            if _is_question(cue, i) and _governs(cue, i):
                return i
        if cue.tokens[i].lemma == MASK or low in (".", "!", "?", ";"):
            return None
    return None


def _is_question(cue: Cue, i: int) -> bool:
    asks = cue.token.lemma in ASKING or cue.tokens[i].lemma in ("как",)
    return asks and (cue.tokens[i].lemma in WHETHER or any(t.text == "ли" for t in cue.tokens[i + 1 : i + 3]))


ASKING = frozenset(
    "спросить спрашивать поинтересоваться рассказать рассказывать объяснить объяснять пояснить уточнить".split()
)


def _governs(cue: Cue, i: int) -> bool:
    """Whether the clause opened at ``i`` belongs to the cue, and not to a verb between them."""
    if cue.index in set(cue.tree.above(i)):
        between = [a for a in cue.tree.above(i) if a > cue.index]
        verbs = [a for a in between if cue.tokens[a].part == "VERB" and a < i]
        return not verbs
    return i - cue.last <= 4


def _clause_head(cue: Cue, i: int) -> int:
    """The topmost token of the clause opened at ``i`` that still is below the cue."""
    top = i
    for above in cue.tree.above(i):
        if above <= i and above <= cue.last or above == cue.index:
            break
        top = above
    return top


def about_this(cue: Cue) -> Attribution | None:
    """Об этом сообщил X: the sentence before is what is said."""
    if cue.token.lemma not in cue.speech.said or cue.at.before is None:
        return None
    if not any(_points_back(cue, i) for i in range(max(0, cue.index - 8), min(cue.index + 4, len(cue.tokens)))):
        return None
    who = subject(cue) or ()
    parts = _parts(cue, cue.at.before)
    return _reported("about_this", cue, who, parts)


def _points_back(cue: Cue, i: int) -> bool:
    low = cue.tokens[i].text.lower()
    return (
        low == "этом"
        and i > 0
        and cue.tokens[i - 1].text.lower() == "об"
        and (i < 2 or cue.tokens[i - 2].text in (".", ","))
    )


def aside(cue: Cue) -> Attribution | None:
    """…, сказал X.; A, считает X, B."""
    if (
        not _is_aside(cue.tree, cue.index)
        or cue.token.lemma not in cue.speech.said | cue.speech.believed | cue.speech.convinced
    ):
        return None
    who = subject(cue)
    parts = _around(cue, cue.tokens[cue.index - 1].start, _inset_stop(cue))
    return _reported("aside", cue, who, parts)


def urged(cue: Cue) -> Attribution | None:
    """X призвал проверить; X потребовал отставки."""
    if cue.token.lemma not in cue.speech.urged:
        return None
    deed = next(
        (
            c
            for c in cue.tree.children[cue.index]
            if c > cue.index and cue.tokens[c].part == "VERB" and cue.tokens[c].feature("VerbForm") == "Inf"
        ),
        None,
    )
    thing = deed if deed is not None else _object(cue, ("obj", "iobj", "obl"), ("Acc", "Gen"))
    if thing is None and (toward := _toward(cue)) is not None:
        thing = toward
    if thing is None:
        return None
    members = [i for i in cue.tree.under(thing) if i > cue.last]
    if not members:
        return None
    start = cue.tokens[min(members)].start
    return _simple("urged", cue, subject(cue), start, thing)


def _simple(rule: str, cue: Cue, who: tuple[Phrase, ...], start: int, index: int) -> Attribution | None:
    parts = _parts(cue, (start, _clause_stop(cue, index)))
    return (
        Attribution(rule, cue.ends, who, parts, outlet=_is_outlet(cue, who), inherits=not who)
        if parts and who
        else None
    )


def _toward(cue: Cue) -> int | None:
    """«призвал к миру»."""
    for child in cue.tree.children[cue.index]:
        case = cue.tree.child(child, "case")
        if child > cue.index and case is not None and cue.tokens[case].lemma in ("к", "ко", "за", "против"):
            return child
    return None


def _object(cue: Cue, relations: Sequence[str], cases: Sequence[str]) -> int | None:
    for child in cue.tree.children[cue.index]:
        token = cue.tokens[child]
        if (
            child > cue.index
            and token.relation in relations
            and token.feature("Case") in cases
            and cue.tree.child(child, "case") is None
        ):
            return child
    return None


def called(cue: Cue) -> Attribution | None:
    """X назвал решение ошибкой; X считает решение ошибочным."""
    if cue.token.lemma not in cue.speech.called and cue.token.lemma not in cue.speech.believed:
        return None
    below = [i for i in cue.tree.under(cue.index) if i > cue.index]
    as_what = [i for i in below if cue.tokens[i].feature("Case") == "Ins" and cue.tokens[i].head == cue.index]
    thing = _object(cue, ("obj", "iobj", "nmod"), ("Acc", "Gen"))
    if not as_what or (cue.token.lemma in cue.speech.believed and thing is None):
        return None
    who = subject(cue)
    start = min(
        (min(j for j in cue.tree.under(i) if j > cue.index) for i in (*as_what, *([thing] if thing else []))),
        default=None,
    )
    if start is None or not who:
        return None
    stop = max(_clause_stop(cue, i) for i in (*as_what, *([thing] if thing else [])))
    parts = _parts(cue, (cue.tokens[start].start, stop))
    return _reported("called", cue, who, parts)


def topic(cue: Cue) -> Attribution | None:
    """X рассказал о поездке; X высказался за закон."""
    if cue.token.lemma not in cue.speech.said:
        return None
    prepositions = cue.speech.topics | (
        frozenset(("за", "против")) if cue.token.lemma.startswith("высказ") else frozenset()
    )
    for child in cue.tree.under(cue.index):
        case = cue.tree.child(child, "case")
        if case is None or cue.tokens[case].text.lower() not in prepositions or cue.tokens[child].head != cue.index:
            continue
        if cue.tokens[child].lemma in cue.speech.this or cue.tokens[child].part == "PRON":
            continue
        who = _document(cue) if _is_impersonal(cue) else subject(cue)
        if child > cue.index and who:
            return _simple("topic", cue, who, cue.tokens[case].start, child)
    return None


def judged(cue: Cue) -> Attribution | None:
    """X опроверг информацию; X подтвердил готовность."""
    thing = _object(cue, ("obj", "iobj", "nmod"), ("Acc", "Gen"))
    if thing is None or cue.token.feature("VerbForm") == "Part":
        return None
    fact = cue.token.lemma in cue.speech.stated and cue.tokens[thing].lemma in cue.speech.facts
    if cue.token.lemma not in cue.speech.judged and not fact:
        return None
    start = min(i for i in cue.tree.under(thing) if i > cue.last)
    return _simple("judged", cue, subject(cue), cue.tokens[start].start, thing)


RULES: tuple[Rule, ...] = (source, cited, quoted, as_said, that, about_this, aside, called, urged, topic, judged)
