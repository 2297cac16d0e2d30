"""How a text names whoever speaks: a name, a pronoun, a role or a body, not yet told who that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from nlp.model import Span
from nlp.speech.names import is_animate, nominative
from nlp.speech.syntax import Name, Token, Tree, without_pictures

PhraseKind = Literal["person", "pronoun", "role", "other"]
CLAUSES = frozenset(
    ("acl", "acl:relcl", "advcl", "ccomp", "conj", "cc", "parataxis", "punct", "case", "discourse", "mark")
)
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "X", "NUM", "DET"))
WIDEST = 14
"""Tokens in a phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One naming of a speaker: ``mention`` is where, ``name`` what it says in the nominative.

    ``title`` stands beside a person's name; ``words`` are folded lemmas of the phrase, ``head`` that of its noun.
    """

    mention: Span
    kind: PhraseKind
    name: str
    title: str | None = None
    head: str = ""
    words: tuple[str, ...] = ()
    gender: str = ""
    number: str = ""
    case: str = ""


Named = Mapping[int, Name]
"""The name that covers a token, by the token's index."""


def named(tree: Tree, names: Mapping[int, Name]) -> dict[int, Name]:
    """The names of a text (by each of their characters) as those of a tree (by the index of each token)."""
    return {i: names[t.start] for i, t in enumerate(tree.tokens) if t.start in names and t.text in names[t.start].text}


def phrases(tree: Tree, head: int, names: Named, text: str) -> tuple[Phrase, ...]:
    """The noun phrase at ``head``, and those coordinated with it."""
    heads = [head, *(c for c in tree.children[head] if _is_coordinate(tree, c, names))]
    joined = any(tree.child(one, "cc") is not None for one in heads[1:])
    return tuple(phrase(tree, one, names, text) for one in (heads if joined else heads[:1]))


def _is_coordinate(tree: Tree, index: int, names: Named) -> bool:
    token = tree.tokens[index]
    nominal = token.part in ("NOUN", "PROPN") or index in names
    return token.relation == "conj" and nominal and tree.child(index, "nsubj") is None


def phrase(tree: Tree, head: int, names: Named, text: str) -> Phrase:
    """The noun phrase at ``head`` alone."""
    token = tree.tokens[head]
    person = _person(tree, head, names)
    if person is not None:
        return _of_person(tree, head, person, names)
    members = _members(tree, head)
    mention = _span(text, tree.tokens[members[0]].start, tree.tokens[members[-1]].stop)
    kind: PhraseKind = "pronoun" if token.part == "PRON" or token.lemma in ("он", "она", "они", "ее", "их") else "other"
    if kind == "other" and is_animate(token.text.lower()) and head not in names:
        kind = "role"
    return Phrase(
        mention,
        kind,
        in_nominative(tree, members, head, names),
        head=token.lemma,
        words=tuple(tree.tokens[i].lemma for i in members if tree.tokens[i].part in ("NOUN", "PROPN", "ADJ", "X")),
        gender=token.feature("Gender"),
        number=token.feature("Number"),
        case=token.feature("Case"),
    )


def _of_person(tree: Tree, head: int, person: Name, names: Named) -> Phrase:
    first = next(i for i, name in sorted(names.items()) if name == person)
    noun = head if names.get(head) != person else tree.child(first, "appos")
    title = None
    if noun is not None and names.get(noun) != person and _is_title(tree, noun, first, names):
        members = [i for i in _members(tree, noun) if names.get(i) != person]
        members = _run(members, noun)
        title = in_nominative(tree, members, noun, names, tree.tokens[first].feature("Case"))
    beside = _title_before(tree, first, names) if title is None else ()
    if beside:
        title = in_nominative(tree, list(beside), _head_of(tree, beside), names, tree.tokens[first].feature("Case"))
    title = title or _title_after(tree, first, names)
    token = tree.tokens[first]
    return Phrase(
        Span(person.start, person.stop, person.text),
        "person",
        " ".join(without_pictures(person.text).split()),
        title=title,
        head=tree.tokens[head].lemma,
        gender=token.feature("Gender"),
        number="Sing",
        case=token.feature("Case"),
    )


def _title_before(tree: Tree, first: int, names: Named) -> range:
    """«экономист Центра исследований Дина Ахметова»: from a living noun in the name's case up to the name."""
    case = tree.tokens[first].feature("Case")
    for i in range(first - 1, max(first - WIDEST, -1), -1):
        token = tree.tokens[i]
        if i in names and names[i].kind == "PER" and token.feature("Case") == case:
            break
        if token.part == "NOUN" and i not in names and token.feature("Case") == case and is_animate(token.text.lower()):
            return range(_with_adjectives(tree, i, case), first)
        if (
            token.part in ("VERB", "PRON", "CCONJ", "SCONJ", "ADV", "AUX")
            or token.text in ENDING
            or not _hangs(token, case)
        ):
            break
    return range(0)


def _title_after(tree: Tree, first: int, names: Named) -> str | None:
    """«Саймон Стилл, исполнительный секретарь конвенции»: what a name is called between commas."""
    comma = next((i for i in range(first, len(tree.tokens)) if names.get(i) != names[first]), len(tree.tokens))
    stop = next((i for i in range(comma + 1, len(tree.tokens)) if tree.tokens[i].text in ENDING), len(tree.tokens))
    members = range(comma + 1, stop)
    if not 0 < len(members) <= WIDEST or tree.tokens[comma].text != "," or tree.tokens[first].feature("Case") != "Nom":
        return None
    noun = next((i for i in members if tree.tokens[i].part != "ADJ"), None)
    if noun is None or tree.tokens[noun].part != "NOUN" or not is_animate(tree.tokens[noun].text.lower()):
        return None
    token = tree.tokens[noun]
    others = any((i in names and names[i].kind == "PER") or tree.tokens[i].part in ("VERB", "PRON") for i in members)
    single = token.feature("Case") == "Nom" and token.feature("Number") == "Sing"
    return in_nominative(tree, list(members), noun, names) if single and not others else None


ENDING = (",", ".", ";", ":", "—", "–", "(", ")", "!", "?")


def _hangs(token: Token, case: str) -> bool:
    """Whether a token may stand between a position and a name: no noun of the name's case, no other position."""
    if token.part not in ("NOUN", "PROPN"):
        return True
    governed = token.feature("Case") == "Gen" or not is_animate(token.text.lower())
    return governed and token.feature("Case") != case


def _with_adjectives(tree: Tree, noun: int, case: str) -> int:
    while noun and tree.tokens[noun - 1].part == "ADJ" and tree.tokens[noun - 1].feature("Case") == case:
        noun -= 1
    return noun


def _head_of(tree: Tree, members: range) -> int:
    return next(i for i in members if tree.tokens[i].part != "ADJ")


def _is_title(tree: Tree, noun: int, first: int, names: Named) -> bool:
    """Whether a noun is the position of the person whose name begins at ``first``, and of nobody nearer."""
    between = range(min(noun, first) + 1, max(noun, first))
    others = [i for i in between if i in names and names[i].kind == "PER" and names[i] != names[first]]
    nearer = any(tree.tokens[i].relation == "appos" for i in others)
    return is_animate(tree.tokens[noun].text.lower()) and not nearer


def _person(tree: Tree, head: int, names: Named) -> Name | None:
    """The person that the phrase at ``head`` names: «министр Иванов», not «адвокат Иванова»."""
    if (inside := _by_case(tree, head, names)) is not None:
        return inside
    todo, seen = [head], {head}
    while todo:
        index = todo.pop(0)
        if index in names and names[index].kind == "PER":
            return names[index]
        near = [c for c in tree.children[index] if tree.tokens[c].relation in ("appos", "flat:name", "flat")]
        todo.extend(c for c in near if c not in seen)
        seen.update(near)
    return None


def _by_case(tree: Tree, head: int, names: Named) -> Name | None:
    """«полпреда президента в округе Виктора Ишаева»: the name that ends the phrase in the case of its noun."""
    noun = tree.tokens[head]
    if head in names or not is_animate(noun.text.lower()):
        return None
    for i in tree.under(head):
        token, above = tree.tokens[i], tree.tokens[i].head
        if i in names and names[i].kind == "PER" and i > head and token.feature("Case") == noun.feature("Case"):
            governs = (
                above != head
                and (above not in names or names[above].kind != "PER")
                and not is_animate(tree.tokens[above].text.lower())
            )
            if governs and tree.tokens[above].feature("Case") != noun.feature("Case"):
                return names[i]
    return None


def _members(tree: Tree, head: int) -> list[int]:
    """The tokens of a noun phrase: no clauses, no coordinated phrases, in one run around the noun."""
    found, todo = {head}, [head]
    while todo and len(found) < WIDEST:
        new = [c for c in tree.children[todo.pop()] if tree.tokens[c].relation not in CLAUSES and c not in found]
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
    return _run(sorted(found | inner | marks), head)


def _run(members: list[int], head: int) -> list[int]:
    low = high = head
    present = set(members)
    while low - 1 in present:
        low -= 1
    while high + 1 in present:
        high += 1
    return list(range(low, high + 1))


def in_nominative(tree: Tree, members: list[int], head: int, names: Named, beside: str = "") -> str:
    token = tree.tokens[head]
    case, gender, number = beside or token.feature("Case"), token.feature("Gender"), token.feature("Number")
    number = "Sing" if beside else number
    if any(tree.tokens[c].relation.startswith("nummod") for c in tree.children[head]):
        case = "Nom"
    turned = {head} | {c for c in tree.children[head] if tree.tokens[c].relation in ("amod", "det")}
    words = [
        nominative(t.text, case, gender, number) if i in turned and not _is_foreign(t) else t.text
        for i, t in ((i, tree.tokens[i]) for i in members)
    ]
    gaps = [_gap(tree.tokens[a], tree.tokens[b]) for a, b in pairwise(members)]
    joined = "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    first = tree.tokens[members[0]]
    keeps = members[0] in names or _is_proper(first) or first.text.isupper() or not first.text[:1].isalpha()
    return joined if keeps else joined[:1].lower() + joined[1:]


def _is_proper(token: Token) -> bool:
    return token.part == "PROPN" and not is_animate(token.text.lower())


def _gap(left: Token, right: Token) -> str:
    return " " if right.start > left.stop else ""


def _is_foreign(token: Token) -> bool:
    return token.text.isascii() or (token.text.isupper() and len(token.text) > 1)


def _span(text: str, start: int, stop: int) -> Span:
    return Span(start, stop, text[start:stop])


def people(tree: Tree, names: Named) -> Iterator[Phrase]:
    """Every person that a sentence names, with the title that stands beside the name."""
    seen: set[Name] = set()
    for index, name in sorted(names.items()):
        if name.kind != "PER" or name in seen:
            continue
        seen.add(name)
        head = tree.tokens[index].head
        beside = tree.tokens[index].relation in ("appos", "flat:name") and head >= 0
        yield _of_person(tree, head if beside and head not in names else index, name, names)
