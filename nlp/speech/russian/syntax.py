"""The grammar of Russian sentences: the one place that knows slovnet and navec.

The models (news, 1B words) come packed in natasha's wheel and are loaded when the first sentence is parsed.
natasha itself is not imported: it would bring pymorphy2 and pkg_resources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from navec import Navec
from razdel import tokenize
from slovnet import NER, Morph, Syntax

from nlp.model import Span
from nlp.progress import Progress, counted, silent
from nlp.speech.names import may_be_plural
from nlp.words import lemma

LONGEST = 250
"""Tokens; a longer sentence is not parsed, for the parser's cost grows with the square of the length."""
PICTURE = re.compile(r"[^\w\s!-/:-@\[-`{-~«»„“”‘’—–…№°€₽₸]")
ADDRESS = re.compile(
    r"(?<![\w@/.])[^\W_][\w-]*(?:\.[\w-]+)*\.(?:ru|рф|ру|com|ком|kz|кз|net|org|info|ua|by|uk|uz|kg|tv|me|io|eu|de|fr)\b(?![\w/@-])",
    re.IGNORECASE,
)
"""The address of a site, «baq.kz»: one word, though the tokenizer would make three of it."""
PLAIN = str.maketrans("ёЁ", "еЕ")
"""The models learned from news that write «передает»: to them «передаёт» is hardly a verb."""
PIECE = 1_000
"""Characters that the name finder sees at once."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence; ``head`` is the index of the token that governs it, -1 for the root.

    ``part`` and ``relation`` are those of Universal Dependencies, ``features`` its features («Case» → «Nom»).
    """

    start: int
    stop: int
    text: str
    lemma: str
    part: str = ""
    features: dict[str, str] = field(default_factory=dict)
    head: int = -1
    relation: str = ""

    def feature(self, name: str) -> str:
        return self.features.get(name, "")


@dataclass(frozen=True, slots=True)
class Name(Span):
    """A name in a text; ``kind`` is PER, ORG or LOC."""

    kind: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed sentence."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def under(self, index: int) -> tuple[int, ...]:
        """Indices of a token and of all that it governs, ascending."""
        found, todo = {index}, [index]
        while todo:
            new = [child for child in self.children[todo.pop()] if child not in found]
            found.update(new)
            todo.extend(new)
        return tuple(sorted(found))

    def above(self, index: int) -> Iterator[int]:
        """Indices of the tokens that govern a token, the nearest first."""
        seen = {index}
        while (index := self.tokens[index].head) >= 0 and index not in seen:
            seen.add(index)
            yield index

    def child(self, index: int, *relations: str) -> int | None:
        """The first dependent of a token in one of these relations."""
        return next((c for c in self.children[index] if self.tokens[c].relation in relations), None)


def tokens(text: str, start: int, stop: int) -> list[Token]:
    """The tokens of ``text[start:stop]``, not yet parsed."""
    found = _joined(without_pictures(text[start:stop]))
    return [Token(start + t.start, start + t.stop, t.text, lemma(t.text, "ru")) for t in found]


def _joined(text: str) -> Iterator[Span]:
    """The tokens of a text, each address in one piece."""
    at = 0
    for address in ADDRESS.finditer(text):
        yield from _tokenized(text, at, address.start())
        yield Span(*address.span(), address.group())
        at = address.end()
    yield from _tokenized(text, at, len(text))


def _tokenized(text: str, start: int, stop: int) -> Iterator[Span]:
    return (Span(start + t.start, start + t.stop, t.text) for t in tokenize(text[start:stop]))


def without_pictures(text: str) -> str:
    """The text with a space for each picture and unseen character, so that none sticks to a word; the length stays."""
    return PICTURE.sub(" ", text)


def parse(sentences: Sequence[Sequence[Token]], progress: Progress = silent) -> list[Tree]:
    """Parse sentences; one that is too long gets a tree without relations.

    Those of one length go together, for the models fill up whatever they take at once to the longest of it.
    """
    able = (i for i, sentence in enumerate(sentences) if 0 < len(sentence) <= LONGEST)
    order = sorted(able, key=lambda i: len(sentences[i]))
    texts = [[t.text.translate(PLAIN) for t in sentences[i]] for i in order]
    parsed = zip(order, _morphology().map(counted(texts, progress)), _syntax().map(texts), strict=True)
    trees = {i: _tree(sentences[i], morphology, syntax) for i, morphology, syntax in parsed}
    return [trees[i] if i in trees else _flat(sentence) for i, sentence in enumerate(sentences)]


def names(text: str, sentences: Iterable[Span], progress: Progress = silent) -> tuple[Name, ...]:
    """The names of people, bodies and places in these sentences, ascending. Pieces of one length go together."""
    ends = [one for s in sentences for one in _pieces(text, s)]
    pieces = [(at, without_pictures(text[at:stop]).translate(PLAIN)) for at, stop in ends]
    pieces = sorted((one for one in pieces if any(c.isupper() for c in one[1])), key=lambda one: len(one[1]))
    found = _ner().map(piece for _, piece in counted(pieces, progress))
    told = (
        Name(at + one.start, at + one.stop, text[at + one.start : at + one.stop], one.type)
        for (at, _), markup in zip(pieces, found, strict=True)
        for one in markup.spans
    )
    return tuple(sorted(told, key=lambda name: name.start))


def _pieces(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    """Where the pieces of a sentence begin and end: none ends inside a word that is shorter than a piece."""
    at = sentence.start
    while at < sentence.stop:
        stop = min(at + PIECE, sentence.stop)
        if stop < sentence.stop:
            stop = text.rfind(" ", at, stop) + 1 or stop
        yield at, stop
        at = stop


def _tree(sentence: Sequence[Token], morphology: Any, syntax: Any) -> Tree:
    made = [
        Token(t.start, t.stop, t.text, t.lemma, m.pos, m.feats or {}, int(s.head_id) - 1, s.rel)
        for t, m, s in zip(sentence, morphology.tokens, syntax.tokens, strict=True)
    ]
    made = [_agreed(made, token) for token in made]
    children: list[list[int]] = [[] for _ in made]
    for i, token in enumerate(made):
        if 0 <= token.head != i:
            children[token.head].append(i)
    return Tree(tuple(made), tuple(map(tuple, children)))


def _agreed(sentence: Sequence[Token], token: Token) -> Token:
    """A subject in the plural of its verb, where the forms are the same: «Продавщицы выразили»."""
    if token.relation != "nsubj" or token.feature("Case") != "Gen" or token.feature("Number") != "Sing":
        return token
    many = token.head >= 0 and sentence[token.head].feature("Number") == "Plur"
    if not many or not may_be_plural(token.text):
        return token
    return replace(token, features={**token.features, "Case": "Nom", "Number": "Plur"})


def _flat(sentence: Sequence[Token]) -> Tree:
    return Tree(tuple(sentence), ((),) * len(sentence))


@cache
def _data() -> Path:
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha carries the Russian models: pip install natasha")
    return Path(spec.submodule_search_locations[0]) / "data"


@cache
def word_vectors() -> Any:
    return Navec.load(_data() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")


@cache
def _ner() -> Any:
    return NER.load(_data() / "model" / "slovnet_ner_news_v1.tar").navec(word_vectors())


@cache
def _morphology() -> Any:
    return Morph.load(_data() / "model" / "slovnet_morph_news_v1.tar").navec(word_vectors())


@cache
def _syntax() -> Any:
    return Syntax.load(_data() / "model" / "slovnet_syntax_news_v1.tar").navec(word_vectors())
