"""What ours is measured against in who said what, besides regular expressions: a rule by syntax, and a package."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from benchmarks.baselines import bare, located
from benchmarks.optional import quietly, required
from nlp.model import Quote, Reading, Sentence, Span, Speaker
from nlp.speech.russian.syntax import Name, Tree, names, parse, tokens


def apart(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Those that share no word with an earlier one."""
    held: set[int] = set()
    for quote in quotes:
        own = {at for part in quote.parts for at in range(part.start, part.stop)}
        if not own & held:
            held |= own
            yield quote


def spoken(text: str, title: str | None, quotes: Iterable[Quote]) -> Reading:
    """A reading of sentences and quotes only."""
    reading = bare(text, title)
    return Reading(text, reading.title, reading.language, reading.sentences, (), tuple(quotes))


# ---- the subject of the verb

SPEAKING = (
    "сказать заявить сообщить отметить подчеркнуть добавить рассказать пояснить объяснить напомнить уточнить написать "
    "подтвердить предположить говорить утверждать писать отмечать полагать считать сообщать заявлять призвать "
    "пообещать признать ответить предупредить"
)
QUOTED = re.compile(r"«([^«»]+(?:«[^«»]+»[^«»]*)*)»")


@dataclass(frozen=True, slots=True)
class Subjects:
    """By slovnet's syntax: the subject of a verb of speech is who says its clause, or what the sentence quotes."""

    def read(self, text: str, title: str | None = None) -> Reading:
        named = names(text, [Span(0, len(text), text)])
        trees = parse([tokens(text, one.start, one.stop) for one in bare(text).sentences])
        return spoken(text, title, apart(quote for tree in trees for quote in _by_subject(text, tree, named)))


def _by_subject(text: str, tree: Tree, named: Sequence[Name]) -> Iterator[Quote]:
    for i, token in enumerate(tree.tokens):
        who = tree.child(i, "nsubj") if token.lemma in SPEAKING.split() else None
        if who is not None and (content := _content(text, tree, i)):
            mention = _stretch(text, tree, tree.under(who))
            person = next((one for one in named if one.kind == "PER" and one.overlaps(mention)), mention)
            yield Quote((content,), Speaker(person.text), mention, None, "indirect")


def _content(text: str, tree: Tree, verb: int) -> Span | None:
    """The clause that the verb governs, else what it is put after («…, считает X»), else what is quoted."""
    clause, token = tree.child(verb, "ccomp"), tree.tokens[verb]
    said: Sequence[int] = tree.under(clause) if clause is not None else ()
    if clause is None and token.relation == "parataxis":
        said = [i for i in tree.under(token.head) if i < verb]
    words = [i for i in said if tree.tokens[i].part != "PUNCT" and tree.tokens[i].text != "что"]
    quoted = QUOTED.search(text, tree.tokens[0].start, tree.tokens[-1].stop)
    return _stretch(text, tree, words) if words else quoted and Span(*quoted.span(1), quoted[1])


def _stretch(text: str, tree: Tree, indices: Sequence[int]) -> Span:
    start, stop = tree.tokens[indices[0]].start, tree.tokens[indices[-1]].stop
    return Span(start, stop, text[start:stop])


# ---- direct-speech-extractor-ru

PARAGRAPH = re.compile(r"[^\n]+")
DASH, KNOWN_DASH = "—", "–"
"""The press writes the one, the package knows the other; with the one changed for the other it finds twice as much."""
MARKS = ' :,«»"“”–-'
"""What the package leaves around the words that were said."""
OPENING, CLOSING = '«"“', '»"”'


@dataclass(frozen=True, slots=True)
class Extracted:
    """Direct speech as direct-speech-extractor-ru finds it, paragraph by paragraph; whose it is, it does not say."""

    replicas: Callable[[str], Sequence[str]]

    def read(self, text: str, title: str | None = None) -> Reading:
        found = [quote for one in PARAGRAPH.finditer(text) for quote in self.quotes(one[0], one.start())]
        return spoken(text, title, found)

    def quotes(self, paragraph: str, start: int) -> Iterator[Quote]:
        known = paragraph.replace(DASH, KNOWN_DASH)
        for pieces in whole(located(known, self.replicas(known))):
            parts = tuple(said(paragraph, piece, start) for piece in pieces)
            yield Quote(parts, speaker=None, mention=None, cue=None, kind="direct")


def extractor() -> Extracted:
    """direct-speech-extractor-ru, if it is installed, else ModuleNotFoundError."""
    made = required("direct_speech_extractor_ru").Extractor

    def replicas(paragraph: str) -> Sequence[str]:
        with quietly(), suppress(re.error, IndexError):  # it makes regular expressions of the text itself
            return tuple(made(paragraph).direct_speech())
        return ()

    return Extracted(replicas)


def whole(pieces: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """What stands between an opening mark and its closing one is one statement, though its author is named within."""
    begun: list[Sentence] = []
    for piece in pieces:
        begun.append(piece)
        if begun[0].text[0] not in OPENING or piece.text[-1] in CLOSING:
            yield begun
            begun = []
    if begun:
        yield begun


def said(paragraph: str, piece: Sentence, start: int) -> Span:
    """The piece without the marks around it, as the text has it from ``start``, where its paragraph begins."""
    lead = len(piece.text) - len(piece.text.lstrip(MARKS))
    at, words = piece.start + lead, len(piece.text.strip(MARKS))
    return Span(start + at, start + at + words, paragraph[at : at + words])
