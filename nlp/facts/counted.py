"""What a number counts or measures in a parsed Russian sentence, in the sentence's own words; never a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.facts.amounts import Amount
from nlp.facts.wording import (
    LONGEST,
    NOMINAL,
    Counted,
    case_of,
    deed,
    done,
    is_amount,
    is_genitive,
    phrase,
    preposition_of,
)
from nlp.languages.model import Telling
from nlp.model import Span
from nlp.speech.frames import MASK
from nlp.speech.russian.noun_phrases import Named
from nlp.speech.russian.syntax import Token, Tree

FAR = 4
"""Tokens between a number and the noun that it counts."""
SUBJECTS = ("nsubj", "nsubj:pass")
ADVERBIAL = ("nummod", "obj", "obl", "iobj", "advmod", "xcomp", "nsubj", "nsubj:pass", "orphan")
STATIVE = ("parataxis", "conj", "appos")


def counted(
    tree: Tree, names: Named, text: str, found: Sequence[Amount], telling: Telling
) -> Iterator[tuple[Span, str | None]]:
    """Each number of a sentence that counts something, with what it counts; ``found`` are the numbers of its text."""
    for amount in found:
        own = tuple(i for i, t in enumerate(tree.tokens) if _lies_in(t, amount))
        head = _head(tree, own)
        if head is None:
            continue
        one = Counted(tree, names, text, amount, own, head, telling)
        about = _about(one)
        if _tells(one, about):
            yield _name(one), about


def _lies_in(token: Token, amount: Amount) -> bool:
    return amount.first <= token.start and token.stop <= amount.stop + 1 and token.lemma != MASK


def _head(tree: Tree, own: Sequence[int]) -> int | None:
    """The noun that the number counts, or its unit; the number itself where it stands alone."""
    digits = [i for i in own if tree.tokens[i].part == "NUM"]
    if not digits:
        return None
    index = digits[-1]
    for _ in range(len(tree.tokens)):
        above = tree.tokens[index].head
        counts = tree.tokens[index].relation.startswith(("nummod", "amod")) and tree.tokens[above].part != "VERB"
        if above < 0 or (above not in own and not counts):
            break
        index = above
    near = own[0] <= index <= own[-1] + FAR
    return index if near and tree.tokens[index].part in (*NOMINAL, "SYM", "NUM", "ADJ", "X") else None


def _tells(one: Counted, about: str | None) -> bool:
    """A measure tells nothing without what is measured, nor a bare number; time is told of where something takes it."""
    if one.token.part == "NUM" and not _stands_alone(one):
        return False
    if one.measures or one.token.part == "NUM":
        return about is not None
    return about is not None or one.token.relation not in ("obl", "nmod", "appos", "conj", "parataxis")


def _stands_alone(one: Counted) -> bool:
    """«ещё 3 пострадали», not «8 ATACMS» and not the «0» of a rule."""
    tokens = one.tree.tokens
    before, after = tokens[max(0, one.own[0] - 1)], tokens[min(one.own[-1] + 1, len(tokens) - 1)]
    return before.text not in '«"“' and after.part in ("VERB", "PUNCT", "ADP", "CCONJ", "ADV", "PART")


# ---- the number as it is shown


def _name(one: Counted) -> Span:
    """«более 300 домов», «64% граждан», «30 млрд долларов США»: the number up to what it counts, and whose."""
    tokens = one.tree.tokens
    stop = max(one.amount.stop, tokens[one.head].stop)
    last = max(i for i, t in enumerate(tokens) if t.stop <= stop and t.lemma != MASK)
    for i in range(last + 1, min(last + 1 + FAR, len(tokens))):
        if not _belongs(one, i):
            break
        stop = tokens[i].stop if tokens[i].part in NOMINAL else stop
    start = _start(one)
    if one.token.part == "NUM":
        stop = _share(one, stop)
    if last + 1 < len(tokens) and tokens[last + 1].feature("Degree") == "Cmp" and one.measures:
        start, stop = _from_preposition(one, start), tokens[last + 1].stop
    return Span(start, stop, one.text[start:stop])


def _belongs(one: Counted, index: int) -> bool:
    """Whether a token goes on with what is counted: a genitive, or an adjective before it; of money only a name."""
    token = one.tree.tokens[index]
    if one.amount.unit == "money":
        return token.text in ("США", "Гонконга") and token.head == one.head
    above = [one.head, *(i for i in range(one.head + 1, index))]
    if token.part == "ADJ":
        return token.feature("Case") == "Gen" and token.head > index
    genitive = token.part in NOMINAL and token.feature("Case") == "Gen" and token.relation == "nmod"
    return genitive and token.head in above and one.tree.child(index, "case") is None


def _share(one: Counted, stop: int) -> int:
    """Where «трое из каждых четырёх» ends."""
    under = [i for i in one.tree.under(one.head) if i > one.head]
    if not 1 < len(under) <= LONGEST or list(under) != list(range(one.head + 1, under[-1] + 1)):
        return stop
    return one.tree.tokens[under[-1]].stop if one.tree.tokens[under[0]].lemma == "из" else stop


def _start(one: Counted) -> int:
    """Where the number begins; «до» and «по» belong to it beside a noun and a share: «штраф до 500 рублей»."""
    case = preposition_of(one.tree, one.head)
    limits = case is not None and one.tree.tokens[case].lemma == "до" and one.token.relation == "nmod"
    return one.tree.tokens[case].start if limits and case is not None else one.amount.start


def _from_preposition(one: Counted, start: int) -> int:
    """«на 15% больше»."""
    case = preposition_of(one.tree, one.head)
    return one.tree.tokens[case].start if case is not None else start


# ---- what it counts


def _about(one: Counted) -> str | None:
    return _of(one, one.head, case_of(one.tree, one.head), 0)


def _of(one: Counted, index: int, preposition: str, depth: int) -> str | None:
    """What stands above the token ``index`` of a number."""
    tree = one.tree
    token = tree.tokens[index]
    subject = _subject(one, index)
    if subject is not None and token.relation in ("root", *STATIVE):
        return phrase(one, subject)
    if token.head < 0 or depth > 3:
        return None
    if token.head in one.own:
        return _by_place(one, index)
    above = tree.tokens[token.head]
    if above.part == "ADV" and above.text.lower() in LIMITS:
        return _of(one, token.head, above.text.lower(), depth + 1)
    if above.lemma in NEARLY:
        return _of(one, token.head, preposition, depth + 1)
    if token.relation in SUBJECTS:
        return done(one, token.head) if above.part == "VERB" else None
    if above.part == "VERB" and token.relation in ADVERBIAL:
        return _by_verb(one, token.head, index, preposition)
    if token.relation in ("nmod", "appos") and above.part in NOMINAL:
        return _by_noun(one, token.head, preposition, depth)
    if token.relation == "orphan" and above.part in NOMINAL and token.head < index:
        return phrase(one, token.head)
    if token.relation in STATIVE and is_amount(one, token.head):
        return _of(one, token.head, preposition or case_of(tree, token.head), depth + 1)
    return None


NEARLY = frozenset(("более", "менее", "много", "мало", "свыше", "около", "большой", "малый"))


def _by_place(one: Counted, index: int) -> str | None:
    """The verb right before a number whose abbreviations the parser takes for a sentence: «достигла 2 тыс. кв. м»."""
    before = one.own[0] - 1
    verb = before >= 0 and one.tree.tokens[before].part == "VERB"
    return _by_verb(one, before, index, "") if verb else None


def _by_noun(one: Counted, noun: int, preposition: str, depth: int) -> str | None:
    """«взятка в 27 млн рублей», «штраф в размере 5 тысяч рублей», «30 млрд долларов инвестиций»."""
    token = one.tree.tokens[noun]
    if is_amount(one, noun):
        return _of(one, noun, "", depth + 1)
    if token.lemma in one.telling.containers and one.measures:
        whole = _genitive(one, noun)
        if whole is not None:
            return phrase(one, noun)
        return _of(one, noun, preposition if token.relation != "nmod" else "", depth + 1)
    if one.amount.unit == "period" and token.lemma not in one.telling.lasting:
        return None
    governed = one.measures or preposition == "из"
    return phrase(one, noun) if governed and preposition not in CIRCUMSTANCES else None


CIRCUMSTANCES = frozenset(("за", "через", "с", "к", "после", "перед", "между", "среди", "у", "от", "при", "под"))
LIMITS = frozenset(("до", "ниже", "выше"))


def _genitive(one: Counted, noun: int) -> int | None:
    """«размер штрафа»: whose amount a container is."""
    tree = one.tree
    return next(
        (
            c
            for c in tree.children[noun]
            if tree.tokens[c].relation == "nmod" and c not in one.own and c != one.head and is_genitive(tree, c)
        ),
        None,
    )


def _by_verb(one: Counted, verb: int, index: int, preposition: str) -> str | None:
    """«товарооборот» вырос до …, «инфляция» составила …, «ВВП вырос» на …, «завод выпустил» …"""
    tree = one.tree
    lemma, subject, thing = tree.tokens[verb].lemma, _subject(one, verb), _object(one, verb, index)
    subject, thing = (i if i is not None and i < max(verb, index) else None for i in (subject, thing))
    if lemma in one.telling.levels:
        return phrase(one, subject) if subject is not None and not preposition.startswith("с") else None
    if preposition in LIMITS and (one.measures or one.token.part == "NUM"):
        matter = thing if thing is not None else subject
        return phrase(one, matter) if matter is not None else None
    if lemma in one.telling.weighing:
        return deed(one, verb, thing if thing is not None else subject)
    if one.amount.unit == "period" and lemma not in one.telling.lasting:
        return None
    if preposition in ("", "на", "за", "в", "к", "по") and (one.measures or not preposition):
        beside = thing if thing is not None else subject
        return deed(one, verb, beside)
    return None


def _subject(one: Counted, index: int) -> int | None:
    return one.tree.child(index, *SUBJECTS)


def _object(one: Counted, verb: int, index: int) -> int | None:
    found = one.tree.child(verb, "obj")
    return found if found != index and found not in one.own else None
