"""Where a parsed Russian sentence names a medium: «газета «Труд»», «РИА Новости», «baq.kz», or just «издание»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from nlp.languages.model import Speech
from nlp.speech.phrases import Phrase
from nlp.speech.russian.noun_phrases import Named
from nlp.speech.russian.syntax import ADDRESS, Token, Tree
from nlp.words import is_russian, lemmas

OPENING, CLOSING = '«"“„', '»"”“'
LONGEST = 8
"""Tokens of a name between quotation marks."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A medium by its tokens, ``first`` to ``last``; ``name`` is "" where only its kind is told: «издание»."""

    first: int
    last: int
    name: str


def media(text: str, tree: Tree, names: Named, speech: Speech) -> tuple[Medium, ...]:
    """Every medium of a sentence, ascending."""
    return tuple(_media(text, tree.tokens, names, speech))


def _media(text: str, tokens: tuple[Token, ...], names: Named, speech: Speech) -> Iterator[Medium]:
    known, i = _known(speech), 0
    while i < len(tokens):
        found = _kind(text, tokens, names, i, speech) or _name(tokens, i, known)
        if found is not None:
            yield found
            i = found.last
        i += 1


def _kind(text: str, tokens: tuple[Token, ...], names: Named, i: int, speech: Speech) -> Medium | None:
    """«газета «Труд»», «телеканал CNN», «агентство»."""
    if tokens[i].lemma not in speech.media:
        return None
    last = _last_of_name(tokens, names, i + 1, speech)
    if last is None:
        return Medium(i, i, "")
    marked = tokens[i + 1].text in OPENING
    first, end = (i + 2, last - 1) if marked else (i + 1, last)
    return Medium(i, last, text[tokens[first].start : tokens[end].stop])


def _last_of_name(tokens: tuple[Token, ...], names: Named, i: int, speech: Speech) -> int | None:
    """The last token of the name that begins at a token, if one does."""
    if i >= len(tokens):
        return None
    if tokens[i].text in OPENING:
        closing = (j for j in range(i + 2, min(i + LONGEST, len(tokens))) if tokens[j].text in CLOSING)
        return next(closing, None)
    known = _name(tokens, i, _known(speech))
    if known is not None:
        return known.last
    if i in names and names[i].kind == "ORG":
        return max(j for j, name in names.items() if name == names[i])
    latin = tokens[i].text.isascii() and tokens[i].text[:1].isupper()
    return _last_latin(tokens, i) if latin else None


def _last_latin(tokens: tuple[Token, ...], i: int) -> int:
    while i + 1 < len(tokens) and tokens[i + 1].text.isascii() and tokens[i + 1].text[:1].isalpha():
        i += 1
    return i


def _name(
    tokens: tuple[Token, ...], i: int, known: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
) -> Medium | None:
    """«РИА Новости», «Коммерсантъ», «baq.kz»: a name that is known, or an address."""
    token = tokens[i]
    if ADDRESS.fullmatch(token.text):
        return Medium(i, i, token.text)
    for words, name in known.get(_base(token.lemma), ()) if token.text[:1].isupper() else ():
        stretch = tokens[i : i + len(words)]
        if tuple(_base(t.lemma) for t in stretch) == words and (len(words) > 1 or _stands_out(tokens, i)):
            return Medium(i, i + len(words) - 1, _shown([t.text for t in stretch], name))
    return None


def _stands_out(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word is a name by its place: «Известия» that open a sentence may be any news."""
    labels = i + 1 < len(tokens) and tokens[i + 1].text == ":"
    return labels or (i > 0 and tokens[i - 1].text not in ".!?") or not is_russian(tokens[i].text.lower())


def _shown(words: list[str], name: str) -> str:
    """A name as it is written, unless that is another form of it."""
    written = " ".join(words)
    return written if written.lower() == name.lower() else name


def _base(word: str) -> str:
    """A lemma without the hard sign that some newspapers keep: «Коммерсантъ»."""
    return word.removesuffix("ъ")


@cache
def _known(speech: Speech) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The media that the language knows by the first lemma of each, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(speech.press, key=len, reverse=True):
        words = tuple(map(_base, lemmas(name, "ru")))
        found.setdefault(words[0], []).append((words, name))
    return {first: tuple(each) for first, each in found.items()}


def named_by(phrase: Phrase, found: tuple[Medium, ...], tree: Tree) -> Medium | None:
    """The medium that a phrase names: «британская газета «Труд»», not «редактор газеты «Труд»»."""
    for one in found if phrase.kind != "pronoun" else ():
        tokens = tree.tokens[one.first : one.last + 1]
        inside = phrase.mention.start < tokens[-1].stop and tokens[0].start < phrase.mention.stop
        if inside and any(t.lemma == phrase.head for t in tokens):
            return one
    return None
