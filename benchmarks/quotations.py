"""What ours is measured against in who said what: regular expressions, and a package for direct speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from benchmarks.baselines import bare, located
from benchmarks.optional import quietly, required
from nlp.model import Quote, QuoteKind, Reading, Sentence, Span, Speaker

Patterns = Sequence[tuple[QuoteKind, str]]
"""Regular expressions with a group ``said`` and, where the speaker is named, a group ``who``."""

SAID = (
    r"(?:сказал|заявил|сообщил|отметил|подчеркнул|добавил|рассказал|пояснил|объяснил|напомнил|уточнил|написал"
    r"|подтвердил|предположил)(?:а|о|и)?|(?:считает|говорит|утверждает|пишет|отмечает|полагает)"
)
TITLE = r"(?:[а-яё-]+ ){0,5}"
WHO = r"(?P<who>[А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+){0,2})"
THREE: Patterns = (
    ("direct", rf"[«\"“](?P<said>[^«»\"“”]+)[»\"”],?\s[—–-]\s(?:{SAID}) {TITLE}{WHO}"),
    ("indirect", rf"{WHO} (?:{SAID}), что (?P<said>[^.!?\n]+)"),
    ("indirect", rf"(?i:по словам) {TITLE}{WHO}, (?P<said>[^.!?\n]+)"),
)
"""What comes to mind first."""

URGED = r"(?:призва|попроси|предложи|потребова|посоветова|пообеща|обеща)(?:ла?|ло|ли)"
SAYS = (
    rf"(?:{URGED}|(?:сказа|заяви|сообщи|отмети|подчеркну|добави|рассказа|поясни|объясни|напомни|уточни|написа|подтверди"
    r"|предположи|заявля|замети|призна|счита|говори|утвержда|предупреди|ответи|указа|резюмирова|подытожи)(?:ла?|ло|ли)"
    r"|(?:заявля|сообща|отмеча|подч[её]ркива|добавля|рассказыва|поясня|объясня|напомина|уточня|подтвержда|предполага"
    r"|замеча|призна|счита|утвержда|предупрежда|призыва|обеща|отвеча|указыва|полага|дума|предлага|требу)(?:ет|ют)"
    r"|говор(?:ит|ят)|пиш(?:ет|ут)|прос(?:ит|ят)|уверен[аы]?)"
)
ACCORDING_TO = r"(?i:по (?:словам|мнению|данным|информации))"
RANK = r"(?:[а-яё-]+ |[А-ЯЁA-Z][\w-]+ (?=[а-яё]))*"
NAME = r"(?P<who>[А-ЯЁA-Z][\w-]+(?: [А-ЯЁA-Z][\w-]+){0,2})"
NOUNS = r"(?P<who>[\w-]+(?: [\w-]+){0,4}?)"
START = r"(?m:^|(?<=[.!?] ))"
ASIDE = r"(?: [^.,\n]{1,60})?"
REST = r"(?P<said>(?:[^.!?\n]|[.!?](?!\s|$))+)"
QUOTED = r"[«\"“](?P<said>[^«»\"“”\n]+)[»\"”]"
NESTED = r"«(?P<said>[^«»\n]+(?:«[^«»\n]+»[^«»\n]*)+)»"
SPOKEN = rf",?\s[—–-]\s{SAYS}(?: {RANK}{NAME})?"
TEN: Patterns = (
    ("direct", QUOTED + SPOKEN),
    ("direct", NESTED + SPOKEN),
    ("direct", rf"(?:{NAME} )?{SAYS}[^.!?:\n]{{0,60}}: {QUOTED}"),
    ("indirect", rf"{NAME} {SAYS}{ASIDE}, что {REST}"),
    ("indirect", rf"{START}(?=[А-ЯЁ]){NOUNS} (?:также )?{SAYS}{ASIDE}, что {REST}"),
    ("indirect", rf"[Кк]ак {SAYS} {RANK}{NAME}{ASIDE}, {REST}"),
    ("indirect", rf"{ACCORDING_TO} {RANK}{NAME}, {REST}"),
    ("indirect", rf"{ACCORDING_TO} {NOUNS}, {REST}"),
    ("indirect", rf"{START}(?P<said>[^.!?\n]+), {SAYS} {RANK}{NAME}{ASIDE}(?=\.)"),
    ("indirect", rf"{NAME} {URGED} {REST}"),
)
"""What an afternoon with Russian news makes of them."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Statements by regular expressions, the earlier ones first; the speaker's name is left as it is written."""

    patterns: Sequence[tuple[QuoteKind, re.Pattern[str]]]

    def read(self, text: str, title: str | None = None) -> Reading:
        matches = ((kind, match) for kind, pattern in self.patterns for match in pattern.finditer(text))
        return spoken(text, title, apart(quoted(match, kind) for kind, match in matches))


def compiled(patterns: Patterns) -> Matched:
    return Matched([(kind, re.compile(pattern)) for kind, pattern in patterns])


def three_patterns() -> Matched:
    return compiled(THREE)


def ten_patterns() -> Matched:
    return compiled(TEN)


def quoted(match: re.Match[str], kind: QuoteKind) -> Quote:
    said, who = span(match, "said"), span(match, "who") if match["who"] else None
    return Quote((said,), who and Speaker(who.text), mention=who, cue=None, kind=kind)


def span(match: re.Match[str], group: str) -> Span:
    return Span(*match.span(group), match[group])


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
