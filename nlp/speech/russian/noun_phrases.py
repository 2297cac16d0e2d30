"""The noun phrases of a parsed Russian sentence: which tokens make one, and how it reads in the nominative."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from nlp.speech.names import is_animate, nominative
from nlp.speech.russian.syntax import Name, Token, Tree

CLAUSES = frozenset(
    ("acl", "acl:relcl", "advcl", "ccomp", "conj", "cc", "parataxis", "punct", "case", "discourse", "mark")
)
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "X", "NUM", "DET"))
WIDEST = 14
"""Tokens in a phrase."""


POSSESSIVE = ("его", "ее", "её", "их")
ASSISTANTS = frozenset(
    ("заместитель", "помощник", "помощница", "советник", "советница", "пресс-секретарь", "представитель", "врио")
)
"""Those whose own name ends the phrase, though whomever they assist is named in the same case before it."""
Named = Mapping[int, Name]
"""The name that covers a token, by the token's index."""


def members(tree: Tree, head: int) -> list[int]:
    """The tokens of a noun phrase: no clauses, no coordinated phrases, in one run around the noun."""
    found, todo = {head}, [head]
    while todo and len(found) < WIDEST:
        above = todo.pop()
        own = (c for c in tree.children[above] if tree.tokens[c].relation not in CLAUSES and c not in found)
        new = [c for c in own if above != head or not _is_of_verb(tree, head, c)]
        found.update(new)
        todo.extend(new)
    inner = {
        below
        for i in found
        for c in tree.children[i]
        if i != head and tree.tokens[c].relation in ("case", "cc", "conj")
        for below in (tree.under(c) if tree.tokens[c].part == "NOUN" else (c,))
    }
    marks = {c for i in found for c in tree.children[i] if tree.tokens[c].text in '«»"“”'}
    return run(sorted(found | inner | marks), head)


def _is_of_verb(tree: Tree, head: int, child: int) -> bool:
    """Whether «в реестр», joined to the object of a verb, says where to: «включить организацию в реестр»."""
    noun, case = tree.tokens[head], tree.child(child, "case")
    governed = noun.relation in ("obj", "iobj", "obl") and noun.text.islower()
    where = case is not None and tree.tokens[case].text.lower() in ("в", "во", "на")
    return governed and where and tree.tokens[child].feature("Case") == "Acc"


def run(found: Sequence[int], head: int) -> list[int]:
    """Those indices that follow one another around the head."""
    low = high = head
    present = set(found)
    while low - 1 in present:
        low -= 1
    while high + 1 in present:
        high += 1
    return list(range(low, high + 1))


def in_nominative(tree: Tree, phrase: Sequence[int], head: int, names: Named, beside: str = "") -> str:
    """The tokens of a phrase with its noun and the adjectives of that in the nominative.

    ``beside`` is the case of the name that the phrase stands beside, where it does.
    """
    token = tree.tokens[head]
    case, gender, number = beside or token.feature("Case"), token.feature("Gender"), token.feature("Number")
    number = "Sing" if beside else number
    if any(tree.tokens[c].relation.startswith("nummod") for c in tree.children[head]):
        case = "Nom"
    nouns = {head} | {c for c in tree.children[head] if _is_joined(tree.tokens[c], case, number)}
    turned = nouns | {i for i in phrase if any(i < noun for noun in nouns) and _agrees(tree.tokens[i], case, number)}
    words = [
        _turned(tree.tokens[i], case, gender, number, i in names) if i in turned else tree.tokens[i].text
        for i in phrase
    ]
    gaps = [_gap(tree.tokens[a], tree.tokens[b]) for a, b in pairwise(phrase)]
    joined = "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    first = tree.tokens[phrase[0]]
    keeps = phrase[0] in names or _is_proper(first) or first.text.isupper() or not first.text[:1].isalpha()
    return joined if keeps else joined[:1].lower() + joined[1:]


def _agrees(token: Token, case: str, number: str) -> bool:
    """Whether an adjective or pronoun before a noun bears the noun's case."""
    declined = token.part in ("ADJ", "DET") and token.text.lower() not in POSSESSIVE
    same = token.feature("Case") == case or {token.feature("Case"), case} == {"Gen", "Acc"}
    return declined and same and token.feature("Number") in ("", number)


def _is_joined(token: Token, case: str, number: str) -> bool:
    """«актёра и сценариста»."""
    return (
        token.part == "NOUN"
        and token.relation == "conj"
        and token.feature("Case") == case
        and token.feature("Number") == number
    )


def _turned(token: Token, case: str, gender: str, number: str, is_name: bool) -> str:
    foreign = token.text.isascii() or (token.text.isupper() and len(token.text) > 1)
    return token.text if foreign else nominative(token.text, case, gender, number, "Orgn" if is_name else "")


def _is_proper(token: Token) -> bool:
    return token.part == "PROPN" and not is_animate(token.text.lower())


def _gap(left: Token, right: Token) -> str:
    return " " if right.start > left.stop else ""
