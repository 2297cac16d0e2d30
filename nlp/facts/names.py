"""The bodies and places of a Russian text: names merged across their cases, in the nominative."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from nlp.facts.forms import nominative_of
from nlp.languages.model import Speech, Telling
from nlp.model import Fact, FactKind, Span
from nlp.speech.analysis import Analysis
from nlp.speech.names import alike, may_be_nominative, words_of
from nlp.speech.russian.noun_phrases import Named
from nlp.speech.russian.syntax import Name, Token, Tree
from nlp.words import fold, grammemes, is_russian, lemma

BEFORE = re.compile(r"(?P<word>[\w-]*\w)[,:;)»]* (?P<mark>[«\"“„]?)$")
NEAR = 40
"""Characters before a name in which the word before it stands."""
PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"))
KINDS: Mapping[str, FactKind] = {"ORG": "organisation", "LOC": "place"}
BY_DICTIONARY: tuple[tuple[str, FactKind], ...] = (("Geox", "place"), ("Orgn", "organisation"))


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a body or a place is named; ``base`` is the nominative if that can be told.

    ``acts`` tells that it does something. ``is_name`` is False where the word might be no name at all, ``is_outlet``
    tells that it brings news.
    """

    span: Span
    kind: FactKind
    base: str | None
    is_nominative: bool
    acts: bool
    is_name: bool
    is_outlet: bool


def bodies_and_places(analysis: Analysis, speech: Speech, telling: Telling) -> Iterator[Fact]:
    """In the order in which they are first named; an outlet only where it does more than tell the news."""
    trees = {n: (tree, names, i) for tree, names in analysis.trees for i, n in names.items() if names.get(i - 1) != n}
    families = {word for one in analysis.names if one.kind == "PER" for word in one.text.split()[1:]}
    named = [one for one in analysis.names if one.kind in KINDS and one.text not in families]
    namings = [_naming(one, trees.get(one), analysis.text, speech) for one in named]
    for group in _merged([one for one in namings if _may_name(one, telling)], telling):
        if any(one.is_name or not _is_common(one.base or one.span.text) for one in group) and not _only_tells(group):
            yield from _fact(group, telling)


def _naming(name: Name, at: tuple[Tree, Named, int] | None, text: str, speech: Speech) -> Naming:
    span, kind = Span(name.start, name.stop, name.text), KINDS[name.kind]
    m = BEFORE.search(text, max(0, name.start - NEAR), name.start)
    quoted = m is not None and bool(m["mark"])
    is_outlet = _is_outlet(name.text, speech) or (m is not None and lemma(m["word"], "ru") in speech.outlets)
    is_name = m is not None and (not quoted or _is_body(m["word"], speech))
    if at is None:
        base = name.text if quoted and is_name else nominative_of(name.text)
        return Naming(span, kind, base, base == name.text, False, is_name, is_outlet)
    tree, names, first = at
    token = tree.tokens[_head(tree, [i for i in range(first, len(tree.tokens)) if names.get(i) == name])]
    base = _base(name.text, token, quoted)
    return Naming(span, kind, base, base == name.text, _acts(tree, token, speech), is_name, is_outlet)


def _base(name: str, head: Token, quoted: bool) -> str | None:
    """The nominative; a name in quotation marks beside its noun has no case of its own: «в клубе «Восход»»."""
    keeps = quoted and head.relation == "appos" and may_be_nominative(head.text)
    return name if keeps else nominative_of(name, head.feature("Case"), head.feature("Number"))


def _acts(tree: Tree, token: Token, speech: Speech) -> bool:
    """Whether it does something or something is done to it, besides speaking."""
    verb = tree.tokens[token.head]
    return token.relation in ("nsubj", "obj", "nsubj:pass") and verb.part == "VERB" and verb.lemma not in speech.verbs


def _is_body(word: str, speech: Speech) -> bool:
    """«компания «Рассвет»», «ФК «Рассвет»»."""
    return lemma(word, "ru") in speech.bodies | speech.places or (len(word) > 1 and word.isupper())


def _head(tree: Tree, members: Sequence[int]) -> int:
    return next((i for i in members if tree.tokens[i].head not in members), members[0])


def _may_name(one: Naming, telling: Telling) -> bool:
    """With a capital, no tag, no address of a page, no «ДТП», no «IT-компания»."""
    text = one.span.text
    compound = any(is_russian(part) for part in text.split("-")[1:] if part.islower())
    named = any(c.isupper() for c in text) and len(text) > 1 and not any(c in text for c in "@#/_*|\n")
    return named and not compound and text.lower() not in telling.common and not _is_adjective(one.base or text)


def _is_adjective(name: str) -> bool:
    """«Калининская» without its noun."""
    tags = grammemes(name.lower()) if " " not in name else frozenset()
    return "ADJF" in tags and not tags & PROPER


def _is_common(name: str) -> bool:
    """Whether a word has its capital only from where it stands: «Товарооборот»."""
    low = name.lower()
    return " " not in name and name[1:].islower() and is_russian(low) and not grammemes(low) & PROPER


def _is_outlet(name: str, speech: Speech) -> bool:
    """«РИА Новости»."""
    first = next(iter(words_of(name)), "")
    return not {fold(first), fold(name), lemma(first, "ru") if first else ""}.isdisjoint(speech.outlets)


def _only_tells(group: Sequence[Naming]) -> bool:
    """«сообщает РИА Новости», «пишет агентство «Прибой»»."""
    return any(one.is_outlet for one in group) and not any(one.acts for one in group)


def _merged(namings: Sequence[Naming], telling: Telling) -> Iterable[list[Naming]]:
    """The namings of each body or place together."""
    groups: list[list[Naming]] = []
    by_key: dict[str, list[Naming]] = {}
    for one in namings:
        keys = {_key(one.base or one.span.text, telling), _key(one.span.text, telling)}
        group = next((by_key[key] for key in keys if key in by_key), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(one)
        by_key.update({key: group for key in keys if key not in by_key})
    return groups


def _key(name: str, telling: Telling) -> str:
    """What the forms of one name share: its dictionary forms, or those of the first of its other names."""
    key = _joined(name) or fold(name)
    known = _aliases(telling).get(key)
    return _joined(known[0]) if known else key


@lru_cache(maxsize=20_000)
def _joined(name: str) -> str:
    return " ".join(lemma(word, "ru") for word in words_of(name))


@cache
def _aliases(telling: Telling) -> Mapping[str, tuple[str, ...]]:
    """The names of one thing by each of them."""
    return {_joined(one): names for names in telling.aliases for one in names}


def _fact(group: Sequence[Naming], telling: Telling) -> Iterator[Fact]:
    """The kind that most of the namings have, unless the dictionary knows better; the form that stands in the text.

    None where no naming tells its nominative.
    """
    kind = Counter(one.kind for one in group).most_common(1)[0][0]
    bases = Counter(one.base for one in group if one.base)
    if not bases:
        return
    attested = Counter(one.span.text for one in group if one.is_nominative)
    name = (attested or bases).most_common(1)[0][0]
    tags = grammemes(name.lower()) if " " not in name else frozenset()
    known = next((known for tag, known in BY_DICTIONARY if tag in tags), kind)
    full = _aliases(telling).get(_joined(name), ())
    shown = next((one for one in full if any(alike(one, base) for base in bases)), name)
    yield Fact(known, shown, None, tuple(one.span for one in group))
