"""The words that say what a number counts: a noun phrase, or what was done, from a parsed Russian sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.facts.amounts import Amount
from nlp.languages.model import Telling
from nlp.speech.frames import MASK
from nlp.speech.russian.noun_phrases import Named, in_nominative
from nlp.speech.russian.syntax import Token, Tree
from nlp.words import grammemes, is_russian

LONGEST = 6
"""Tokens of a noun phrase that says what is counted."""
NOMINAL = ("NOUN", "PROPN")
COMPLEMENTS = ("obj", "obl", "xcomp", "iobj")
EMPTY = frozenset(
    (
        *("быть", "стать", "являться", "иметь", "мочь", "иметься", "есть", "хотеть", "решить", "начать", "предложить"),
        *("предлагать", "планировать", "собираться", "обещать", "требовать", "потребовать", "продолжить"),
    )
)
VAGUE = frozenset(("который", "это", "он", "она", "они", "что", "кто", "сам", "речь", "дело"))
PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"))


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in its sentence: ``head`` is the token of its unit or of the noun that it counts.

    ``amount`` tells the number, ``own`` the tokens of it, ``telling`` the words of the language.
    """

    tree: Tree
    names: Named
    text: str
    amount: Amount
    own: tuple[int, ...]
    head: int
    telling: Telling

    @property
    def token(self) -> Token:
        return self.tree.tokens[self.head]

    @property
    def measures(self) -> bool:
        return bool(self.amount.unit)


def preposition_of(tree: Tree, index: int) -> int | None:
    return next((c for c in tree.children[index] if tree.tokens[c].relation == "case" and c < index), None)


def case_of(tree: Tree, index: int) -> str:
    case = preposition_of(tree, index)
    return tree.tokens[case].lemma if case is not None else ""


def is_amount(one: Counted, index: int) -> bool:
    """Whether a token is the unit of another number: «на 5,5% — до 1,2 трлн рублей»."""
    return index not in one.own and any(
        one.tree.tokens[c].relation.startswith("nummod") for c in one.tree.children[index]
    )


def is_genitive(tree: Tree, index: int) -> bool:
    return tree.tokens[index].feature("Case") == "Gen" and preposition_of(tree, index) is None


def phrase(one: Counted, noun: int, as_written: bool = False) -> str | None:
    """A noun with what belongs to it, in the nominative or as it is written; None where it points elsewhere."""
    token = one.tree.tokens[noun]
    unfit = token.part not in NOMINAL or token.lemma == MASK or token.lemma in VAGUE
    if unfit or noun in one.own or is_amount(one, noun):
        return None
    members = _members(one, noun)
    opening = one.tree.tokens[members[0]]
    made = _written(one, members) if as_written else in_nominative(one.tree, members, noun, one.names)
    lowered = _is_common(opening) and (members[0] == 0 or members[0] not in one.names)
    return made[:1].lower() + made[1:] if lowered else made


def _is_common(token: Token) -> bool:
    """Whether a word has its capital only from where it stands."""
    low = token.text.lower()
    return not token.text[1:2].isupper() and is_russian(low) and not grammemes(low) & PROPER


def _members(one: Counted, noun: int) -> list[int]:
    """Adjectives before a noun, the genitives after it and theirs: «средняя цена барреля нефти», «спрос на жильё»."""
    tokens = one.tree.tokens
    first, last = noun, noun
    while first and tokens[first - 1].relation == "amod" and tokens[first - 1].head == noun:
        first -= 1
    for i in range(noun + 1, min(noun + 1 + LONGEST, len(tokens))):
        if i in one.own or i == one.head or not _goes_on(one, i, range(first, last + 1)):
            break
        ends = tokens[i].part in NOMINAL or tokens[i].relation == "nmod" or i in one.names or tokens[i].text.isascii()
        last = i if ends else last
    return list(range(first, last + 1))


def _goes_on(one: Counted, index: int, members: range) -> bool:
    tree, token = one.tree, one.tree.tokens[index]
    above = token.head
    if token.relation == "case":
        goal = tree.tokens[above]
        return (
            token.lemma == "на" and above > index and goal.head in members and goal.lemma not in one.telling.containers
        )
    if token.relation == "amod":
        return above > index and tree.tokens[above].head in members and _may_follow(tree, above)
    if token.relation in ("appos", "flat:name", "flat:foreign"):
        return above in members and (index in one.names or token.text.isascii())
    return token.relation == "nmod" and above in members and _may_follow(tree, index)


def _may_follow(tree: Tree, index: int) -> bool:
    """A genitive, or what a thing is for: «спрос на жильё»."""
    case = "Acc" if case_of(tree, index) == "на" else "Gen" if preposition_of(tree, index) is None else ""
    return tree.tokens[index].feature("Case") == case


def _written(one: Counted, members: Sequence[int]) -> str:
    """Tokens that stand together as they are written."""
    return " ".join(one.text[one.tree.tokens[members[0]].start : one.tree.tokens[members[-1]].stop].split())


def deed(one: Counted, verb: int, beside: int | None = None) -> str | None:
    """A verb as it is written, with «не» and with what it is about, in the order of the text."""
    tree = one.tree
    token = tree.tokens[verb]
    if token.feature("VerbForm") == "Conv" or (
        token.feature("VerbForm") == "Part" and token.feature("Variant") != "Short"
    ):
        return None
    if token.lemma in EMPTY:
        return None
    said = _with_not(tree, verb)
    if beside is None:
        return said
    thing = phrase(one, beside, as_written=tree.tokens[beside].relation == "obj")
    if thing is None:
        return said
    return f"{thing} {said}" if beside < verb else f"{said} {thing}"


def _with_not(tree: Tree, verb: int) -> str:
    negated = verb > 0 and tree.tokens[verb - 1].lemma == "не"
    return (
        f"{tree.tokens[verb - 1].text} {tree.tokens[verb].text}".lower() if negated else tree.tokens[verb].text.lower()
    )


def done(one: Counted, verb: int) -> str | None:
    """«поддерживают начало переговоров»: a verb whose subject is the number, with what follows it at once."""
    said = deed(one, verb)
    if said is None or verb < one.head:
        return said
    follows = next((m for m in _following(one, verb) if _is_plain(one, m)), None)
    return f"{said} {_written(one, follows)}" if follows else said


def _following(one: Counted, verb: int) -> Iterator[Sequence[int]]:
    """What follows a verb at once: all of its clause, else its first complement."""
    tokens, under = one.tree.tokens, set(one.tree.under(verb))
    ends = (i for i in range(verb + 1, len(tokens)) if i not in under or tokens[i].part == "PUNCT")
    yield range(verb + 1, next(ends, len(tokens)))
    for child in one.tree.children[verb]:
        if child > verb and tokens[child].relation in COMPLEMENTS:
            yield one.tree.under(child)[0 if one.tree.under(child)[0] == verb + 1 else len(tokens) :]
            return


def _is_plain(one: Counted, members: Sequence[int]) -> bool:
    """Whether tokens are few, stand together, and hold no other number and no pronoun."""
    if not 0 < len(members) <= LONGEST or members[-1] - members[0] >= len(members):
        return False
    found = [one.tree.tokens[i] for i in members]
    return not any(t.part in ("NUM", "PUNCT", "PRON", "SYM") or t.lemma == MASK for t in found)
