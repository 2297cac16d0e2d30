"""Who, in a parsed Russian sentence, a cue speaks of: its subject by grammar, not the nearest capital letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from nlp.model import Span
from nlp.speech.frames import MASK
from nlp.speech.names import is_animate, may_be_nominative
from nlp.speech.phrases import Phrase
from nlp.speech.russian.cues import POSSESSIVES, Cue, is_cue, is_finite
from nlp.speech.russian.media import named_by
from nlp.speech.russian.parsed import MAIN, SUBJECTS
from nlp.speech.russian.phrases import phrases
from nlp.speech.russian.syntax import Token, Tree

LONGEST_LISTENER = 5
"""Tokens of the name of whoever is told, with its marks, and of the preposition after it."""
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")


def subject(cue: Cue) -> tuple[Phrase, ...]:
    """Whoever says it: the subject, or the noun that a participle belongs to, or the place that speaks."""
    placed = cue.tree.child(cue.index, *SUBJECTS) is None and is_before_place(cue.tokens, cue.index)
    index = _place(cue) if placed else None
    if index is None:
        index = _subject(cue, cue.index)
    if index is None:
        index = _place(cue)
    found = _phrases(cue, index) if index is not None else ()
    if _names_medium(cue, found) and (referred := _referred(cue)) is not None:
        return _phrases(cue, referred)
    if index is not None and len(found) == 1 and (before := _before_pronoun(cue, index)) is not None:
        return tuple(replace(one, mention=found[0].mention) for one in _phrases(cue, before)[:1])
    return found


def _before_pronoun(cue: Cue, index: int) -> int | None:
    """«Задержали жителя Ростова, он сообщил»: the only living noun before a pronoun, in a sentence without names."""
    pronoun = cue.tokens[index]
    if pronoun.lemma not in ("он", "она") or index < 2 or cue.tokens[index - 1].text != ",":
        return None
    if any(name.kind == "PER" for name in cue.at.names.values()):
        return None
    living = [i for i in range(index) if cue.tokens[i].part == "NOUN" and is_animate(cue.tokens[i].text.lower())]
    same = len(living) == 1 and all(_shares(cue.tokens[living[0]], pronoun, f) for f in ("Gender", "Number"))
    return living[0] if same and _is_of_main_clause(cue, living[0]) else None


def _is_of_main_clause(cue: Cue, noun: int) -> bool:
    """«Когда курьер уехал, он сообщил» is said of somebody else."""
    token = cue.tokens[noun]
    verb = cue.tokens[token.head] if token.head >= 0 else token
    return token.relation in (*SUBJECTS, "obj", "obl") and verb.relation in MAIN


def _shares(a: Token, b: Token, feature: str) -> bool:
    return a.feature(feature) == b.feature(feature)


def _phrases(cue: Cue, index: int) -> tuple[Phrase, ...]:
    found = phrases(cue.tree, index, cue.at.names, cue.at.text)
    before = _joined_before(cue, index) if len(found) == 1 and cue.token.feature("Number") == "Plur" else None
    return found if before is None else (*phrases(cue.tree, before, cue.at.names, cue.at.text)[:1], *found)


def _joined_before(cue: Cue, index: int) -> int | None:
    """«Меркель и Порошенко призвали»: the name before «и», whatever the parser joins it to."""
    person = cue.at.names.get(index)
    if person is None or person.kind != "PER" or index < 2 or cue.tokens[index - 1].lemma != "и":
        return None
    before = cue.at.names.get(index - 2)
    if before is None or before.kind != "PER" or not may_be_nominative(cue.tokens[index - 2].text):
        return None
    return next(i for i, name in sorted(cue.at.names.items()) if name == before)


def _subject(cue: Cue, index: int, depth: int = 0) -> int | None:
    tree, token = cue.tree, cue.tokens[index]
    subjects = [c for c in tree.children[index] if tree.tokens[c].relation in SUBJECTS and c not in cue.at.masks]
    if any(tree.tokens[c].lemma == "который" for c in subjects):
        return _antecedent(tree, index)
    form = token.feature("VerbForm")
    own = min(subjects, key=lambda c: (not tree.tokens[c].feature("Case"), abs(c - index)), default=None)
    own = own if form != "Conv" else None
    own = _governor(cue, own) if own is not None else None
    if own is not None and _reaches(tree, index, own) and _fits(tree, token, own):
        return None if tree.tokens[own].lemma in NOBODY else own
    if form == "Part" and token.feature("Variant") != "Short":
        return token.head if token.relation in ("acl", "amod", "acl:relcl") and token.head >= 0 else None
    above = _leader(cue, index)
    if depth < 4 and above is not None:
        inherited = _subject(cue, above, depth + 1)
        if form == "Conv" and inherited is not None and not _may_speak(cue, inherited):
            return _who_spoke(cue, index)
        return inherited if inherited is not None and (form == "Conv" or _fits(tree, token, inherited)) else None
    found = _beside(cue, index) or _person_after(cue, index)
    return own if found is None and own is not None and _fits(tree, token, own) and own < index else found


def _may_speak(cue: Cue, noun: int) -> bool:
    token = cue.tokens[noun]
    body = token.lemma in cue.speech.bodies | cue.speech.places | cue.speech.documents
    return token.part != "NOUN" or noun in cue.at.names or body or is_animate(token.text.lower())


def _who_spoke(cue: Cue, index: int) -> int | None:
    """The subject of the nearest cue before a converb that was joined to what cannot speak."""
    before = (i for i in range(index - 1, -1, -1) if is_finite(cue.tokens[i]) and is_cue(cue.tokens[i], cue.speech))
    found = (cue.tree.child(i, *SUBJECTS) for i in before)
    return next((i for i in found if i is not None and _may_speak(cue, i)), None)


def _governor(cue: Cue, noun: int) -> int:
    """«разработчик мода»: a thing right after somebody in the nominative is somebody's, though the parser errs."""
    token, before = cue.tokens[noun], cue.tokens[noun - 1] if noun else cue.tokens[noun]
    thing = token.part == "NOUN" and noun not in cue.at.names and not is_animate(token.text.lower())
    somebody = before.part == "NOUN" and before.feature("Case") == "Nom" and is_animate(before.text.lower())
    return noun - 1 if thing and somebody else noun


NOBODY = ("это", "кто", "что", "все", "то", "некоторый", "я", "мы", "ты", "вы")


def _leader(cue: Cue, index: int) -> int | None:
    """The verb whose subject a verb without one shares: «сообщил…, а также добавил»."""
    token = cue.tokens[index]
    if token.relation == "conj":
        return next(
            (i for i in range(index - 1, -1, -1) if is_cue(cue.tokens[i], cue.speech) and _twins(cue, i, index)),
            token.head,
        )
    if token.relation in ("acl:relcl", "acl") and token.feature("VerbForm") == "Fin":
        return next((i for i in cue.tree.above(index) if is_finite(cue.tokens[i])), None)
    if token.feature("VerbForm") == "Conv" and _is_of_a_thing(cue, token.head):
        return next((i for i in range(index - 1, -1, -1) if _speaks(cue, i)), None)
    return token.head if token.feature("VerbForm") in ("Conv", "Inf") and token.head >= 0 else None


def _speaks(cue: Cue, i: int) -> bool:
    return is_finite(cue.tokens[i]) and is_cue(cue.tokens[i], cue.speech)


def _is_of_a_thing(cue: Cue, verb: int) -> bool:
    """Whether the subject of a verb can say nothing: «отметил, что цены выросли, уточнив…»."""
    own = cue.tree.child(verb, *SUBJECTS) if verb >= 0 else None
    if own is None or own in cue.at.names:
        return False
    return cue.tokens[own].part == "NOUN" and not is_animate(cue.tokens[own].text.lower())


def _twins(cue: Cue, a: int, b: int) -> bool:
    return all(cue.tokens[a].feature(f) == cue.tokens[b].feature(f) for f in ("VerbForm", "Tense", "Gender", "Number"))


def _referred(cue: Cue) -> int | None:
    """«сообщает агентство со ссылкой на министерство», «ссылаясь на источник»: the noun after «на»."""
    for i in range(len(cue.tokens) - 2):
        word, preposition = cue.tokens[i].text.lower(), cue.tokens[i + 1].text.lower()
        if word in ("ссылкой", "ссылаясь") and preposition == "на":
            head = cue.tokens[i + 1].head
            return head if head > i + 1 else i + 2
    return None


def _reaches(tree: Tree, verb: int, noun: int) -> bool:
    """Whether no other main clause stands between a verb and its subject (the parser may cross them)."""
    own = set(tree.under(noun))
    between = [tree.tokens[i] for i in range(min(verb, noun) + 1, max(verb, noun)) if i not in own]
    other = any(is_finite(t) and t.relation in MAIN for t in between)
    return not other and not (noun > verb and any(t.lemma in ("однако", "но", "а") for t in between))


def _fits(tree: Tree, verb: Token, noun: int) -> bool:
    """Agreement in number and gender, as far as both show it."""
    token = tree.tokens[noun]
    many = any(tree.tokens[c].relation in ("conj", "nummod", "nummod:gov", "nmod") for c in tree.children[noun])
    number, gender = verb.feature("Number"), verb.feature("Gender")
    if token.feature("Number") == "Plur" and number == "Sing":
        return False
    plural = many or token.part == "NUM" or (token.part == "PROPN" and token.text.endswith(("и", "ы")))
    if token.feature("Number") == "Sing" and number == "Plur" and not plural:
        return False
    return not gender or token.feature("Gender") in ("", gender) or token.part in ("NOUN", "PROPN", "NUM", "X")


def _antecedent(tree: Tree, index: int) -> int | None:
    """The noun that «который» stands for."""
    for above in (index, *tree.above(index)):
        if tree.tokens[above].relation in ("acl:relcl", "acl"):
            head = tree.tokens[above].head
            fits = tree.tokens[head].feature("Number") == tree.tokens[index].feature("Number")
            return head if fits and tree.tokens[head].part in NOMINAL else _noun_before(tree, index)
    return None


def _noun_before(tree: Tree, index: int) -> int | None:
    comma = next((i for i in range(index, -1, -1) if tree.tokens[i].text == ","), 0)
    return next((i for i in range(comma, -1, -1) if tree.tokens[i].part in ("NOUN", "PROPN")), None)


def _beside(cue: Cue, verb: int) -> int | None:
    """Where the parser gives no subject: the nearest nominative before the verb in its clause, else right after it."""
    tree, names = cue.tree, cue.at.names
    near = next((i for i in range(verb - 1, -1, -1) if tree.tokens[i].part not in ("ADV", "PART")), -1)
    if near in names and names[near].kind == "PER" and may_be_nominative(tree.tokens[near].text):
        return near
    for i in range(verb - 1, max(verb - 16, -1), -1):
        token = tree.tokens[i]
        if is_finite(token) or token.part == "SCONJ" or token.text in (":", ";", ".", "—", "–"):
            break
        if _is_candidate(token) and _fits(tree, tree.tokens[verb], i):
            return _top(tree, i)
    following = range(verb + 1, min(verb + 3, len(tree.tokens)))
    return next(
        (_top(tree, i) for i in following if _is_candidate(tree.tokens[i]) and _fits(tree, tree.tokens[verb], i)), None
    )


def _person_after(cue: Cue, verb: int) -> int | None:
    """«…», — подвел итоги саммита Саймон Стилл: past the objects of an inverted verb, the first who may speak."""
    if not any(i in cue.at.masks for i in range(max(0, verb - 5), verb)):
        return None
    for i in range(verb + 1, min(verb + 12, len(cue.tokens))):
        token = cue.tokens[i]
        if token.text in ("—", "–", ":", ".", ";") or is_finite(token):
            return None
        named = i in cue.at.names and cue.at.names[i].kind == "PER" and may_be_nominative(token.text)
        body = token.part == "NOUN" and token.lemma in cue.speech.bodies | cue.speech.places
        if (named or body) and token.feature("Case") in ("Nom", "") and _fits(cue.tree, cue.tokens[verb], i):
            return i
    return None


def _is_candidate(token: Token) -> bool:
    named = token.part in ("NOUN", "PROPN", "PRON") and token.feature("Case") == "Nom" and token.lemma != MASK
    return (
        named and token.relation not in ("obj", "obl", "nmod") and token.lemma not in ("это", "что", "который", "кто")
    )


def _top(tree: Tree, index: int) -> int:
    for above in tree.above(index):
        token = tree.tokens[above]
        if tree.tokens[index].relation not in ("appos", "flat:name", "flat") or token.feature("Case") != "Nom":
            break
        index = above
    return index


def is_before_place(tokens: Sequence[Token], i: int) -> bool:
    """«сообщили в банке», «сообщили РИА Новости в банке»: a verb of the plural and a preposition."""
    return tokens[i].feature("Number") == "Plur" and _past_listener(tokens, i + 1) is not None


def _past_listener(tokens: Sequence[Token], i: int) -> int | None:
    """The index of the preposition of a place, past the name of whoever is told."""
    for j in range(i, min(i + LONGEST_LISTENER, len(tokens))):
        if tokens[j].text in ("в", "во", "на"):
            return j
        if tokens[j].part not in ("PROPN", "X") and tokens[j].text not in '«»"“”' and not tokens[j].text[:1].isupper():
            return None
    return None


def _place(cue: Cue) -> int | None:
    """«в штабе отрицали», «в Минфине сообщили»: the verb is plural and has no subject."""
    if cue.token.feature("Number") != "Plur":
        return None
    beside = _place_beside(cue)
    for child in cue.tree.under(cue.index):
        case, token = cue.tree.child(child, "case"), cue.tokens[child]
        if case is None or token.relation != "obl" or cue.tokens[case].text.lower() not in ("в", "во", "на"):
            continue
        speaks = child in cue.at.names or token.lemma in cue.speech.places or case == beside
        if abs(child - cue.index) < 9 and speaks and not _tells_when_or_where(cue, child):
            return child
    return None


def _place_beside(cue: Cue) -> int | None:
    """The preposition of a place right after a verb, unless it is the verb's own: «обвинили в обмане»."""
    beside = _past_listener(cue.tokens, cue.index + 1)
    if beside is None or cue.token.feature("VerbForm") != "Fin":
        return None
    return None if (cue.lemma, cue.tokens[beside].text.lower()) in cue.speech.governing else beside


def _tells_when_or_where(cue: Cue, place: int) -> bool:
    """«сообщили в августе», «в интервью»: no place that speaks."""
    return cue.tokens[place].lemma in cue.speech.times | cue.speech.venues | cue.speech.documents


def document(cue: Cue) -> tuple[Phrase, ...]:
    """«говорится в сообщении министерства»: whoever issued the document, else the document."""
    for child in cue.tree.under(cue.index):
        token = cue.tokens[child]
        written = token.relation in ("obl", "nmod") and token.feature("Case") == "Loc" and token.part != "PRON"
        if written and abs(child - cue.index) < 12:
            return _phrases(cue, _issuer(cue, child))[:1]
    return ()


def _issuer(cue: Cue, index: int) -> int:
    """Whoever issued a document, else the document."""
    for _ in range(4):
        owner = _owner(cue, index)
        if owner is None or cue.tokens[index].lemma not in cue.speech.documents:
            break
        index = owner
    return index


def _owner(cue: Cue, index: int) -> int | None:
    for child in cue.tree.children[index]:
        token = cue.tokens[child]
        genitive = token.feature("Case") == "Gen" or child in cue.at.names
        if token.relation in ("nmod", "appos") and genitive and cue.tree.child(child, "case") is None:
            return child
    return None


def cited_speaker(cue: Cue) -> tuple[Phrase, ...]:
    """«цитирует РБК министра Иванова»: the person quoted, never the outlet that quotes."""
    nxt = cue.tokens[cue.index + 1] if cue.index + 1 < len(cue.tokens) else cue.token
    if nxt.text.lower() in POSSESSIVES:
        return (possessor(nxt),)
    below = [i for i in cue.tree.under(cue.index) if i != cue.index]
    people = [i for i in (*below, *_right_after(cue)) if i in cue.at.names and cue.at.names[i].kind == "PER"]
    if people:
        return _phrases(cue, _title_head(cue, people[0]))[:1]
    objects = [
        i for i in below if cue.tokens[i].feature("Case") in ("Acc", "Gen") and cue.tokens[i].relation not in SUBJECTS
    ]
    alive = [i for i in objects if cue.tokens[i].part == "NOUN" and is_animate(cue.tokens[i].text.lower())]
    return _phrases(cue, alive[0])[:1] if alive else ()


def _right_after(cue: Cue) -> Iterator[int]:
    """The tokens after a cue up to the first mark or verb."""
    following = range(cue.index + 1, len(cue.tokens))
    return takewhile(lambda i: cue.tokens[i].part not in ("PUNCT", "VERB"), following)


def possessing(cue: Cue) -> tuple[Phrase, ...]:
    """Whose words a noun means: «слова министра», «его заявление», or the subject of «пришли к выводу»."""
    before = cue.tokens[cue.index - 1] if cue.index else cue.token
    if before.text.lower() in POSSESSIVES:
        return (possessor(before),)
    owner = _owner(cue, cue.index)
    if owner is not None:
        return _phrases(cue, owner)
    verb = next((i for i in cue.tree.above(cue.index) if cue.tokens[i].part == "VERB"), None)
    index = _subject(cue, verb) if verb is not None and cue.tokens[verb].lemma in cue.speech.uttering else None
    return _phrases(cue, index) if index is not None else ()


def _title_head(cue: Cue, index: int) -> int:
    head = cue.tokens[index].head
    beside = cue.tokens[index].relation in ("appos", "flat:name") and head not in (-1, cue.index)
    return head if beside and head not in cue.at.names else index


def source_speaker(cue: Cue) -> tuple[tuple[Phrase, ...], int]:
    """Whom «по словам» or «согласно» leads to, and the index of the last token that names them."""
    inside = [t for t in cue.tokens[cue.index : cue.last + 1] if t.text.lower() in POSSESSIVES]
    if inside:
        return (possessor(inside[0]),), cue.last
    owner = _source_owner(cue)
    if owner is None:
        return (), cue.last
    meant = _noun_before(cue.tree, cue.index) if cue.tokens[owner].lemma == "который" else None
    return _phrases(cue, owner if meant is None else meant), _reach(cue, owner)


def _source_owner(cue: Cue) -> int | None:
    first = cue.last + 1
    governor = cue.last if cue.tokens[cue.last].part == "NOUN" else None
    if governor is None:
        head = cue.tokens[cue.last].head if cue.tokens[cue.last].head > cue.last else cue.tokens[cue.index].head
        return _issuer(cue, head) if head > cue.last else None
    held = (c for i in range(cue.index, cue.last + 1) for c in cue.tree.children[i] if c >= first)
    below = (c for c in held if cue.tokens[c].relation in ("nmod", "appos", "obl"))
    return next(below, None)


def _reach(cue: Cue, owner: int) -> int:
    """The last token of a speaker's phrase, up to the first comma that ends it."""
    members = cue.tree.under(owner)
    for i in range(cue.last + 1, max(members) + 1):
        nxt = cue.tokens[i + 1] if i + 1 < len(cue.tokens) else None
        inside = nxt is not None and i + 1 in members and nxt.relation in ("conj", "appos", "acl", "case", "nsubj")
        if cue.tokens[i].text == "," and not inside:
            return i - 1
    return max(members)


def possessor(token: Token) -> Phrase:
    """«его» in «по его словам»."""
    gender, number = POSSESSIVES[token.text.lower()]
    return Phrase(Span(token.start, token.stop, token.text), "pronoun", token.text, gender=gender, number=number)


def _names_medium(cue: Cue, who: Sequence[Phrase]) -> bool:
    """Whether a publication is named: the source of news, not whoever speaks."""
    return any(named_by(one, cue.at.media, cue.tree) is not None for one in who)
