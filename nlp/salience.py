"""What tells a sentence worth keeping, as numbers: the only file that knows sumy.

Its place, how much of the text's own words it shares (sumy's TextRank among others), the title's words in it, its
length, its opening, the names in it. `nlp.summary_weights` says what each is worth.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.summarizers.text_rank import TextRankSummarizer

from nlp.languages import LANGUAGES
from nlp.languages.model import Selection
from nlp.words import Word, fold, words

# A longer text is ranked section by section: none of them is all of it, and TextRank's time grows with the square of
# the sentences.
LONG, SECTION = 100, 50

QUOTED = re.compile(r"\W{0,3}[«\"“„]|[—–-](?!\d)")
QUOTATION = re.compile(r"[«\"“„][^«»\"“”„]*[»\"”]\W*")
LINK = re.compile(r"https?://[^\s)\]]+")
ITEM = re.compile(r"\W*\d{1,2}[.)]\s|[•▪▫◦⁃]")

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """``sentences[index]`` as the ranking sees it: folded, its words, the lemmas that carry a topic.

    ``leaning`` says that it tells nothing without the sentence before it.
    """

    index: int
    folded: str
    words: tuple[Word, ...]
    lemmas: frozenset[str]
    leaning: bool

    @property
    def length(self) -> int:
        """In words and numbers."""
        return len(self.words)


def candidate(index: int, text: str, language: str | None) -> Candidate:
    text = LINK.sub("", text).replace("_", " ")  # of Markdown's emphasis, or it would be a letter
    found, folded = words(text, language), fold(text)
    return Candidate(index, folded, found, _topical(found, language), leans(text, language))


def leans(text: str, language: str | None) -> bool:
    """Whether a sentence says nothing without the one before: it opens with «он», «при этом», "however".

    Nor does a bare quotation say whose it is.
    """
    folded = fold(text.replace("_", " "))
    return patterns(language).leaning.match(folded) is not None or QUOTATION.fullmatch(folded.lstrip()) is not None


def _topical(found: Sequence[Word], language: str | None) -> frozenset[str]:
    stop_words = _stop_words(language)
    lemmas = (word.lemma for word in found)
    return frozenset(one for one in lemmas if one not in stop_words and (len(one) > 2 or one[0].isdigit()))


def features(chosen: Sequence[Candidate], language: str | None, title: str | None) -> dict[int, Features]:
    """What tells for and against each candidate, by its index."""
    count = Counter(word.lemma for one in chosen for word in one.words)
    wanted = _topical(words(title or "", language), language)
    found: dict[int, Features] = {}
    for section in sections(chosen):
        for one, central, text_rank in zip(section, _centrality(section), _text_rank(section), strict=True):
            found[one.index] = {
                **_place(len(found)),
                "central": central,
                "text_rank": text_rank,
                "frequent": sum(math.log(count[word.lemma]) for word in one.words) / max(1, one.length),
                "title": len(one.lemmas & wanted) / max(1, len(wanted)),
                **_form(one, language),
            }
    return _with_neighbours(found, chosen)


def _place(number: int) -> Features:
    """For the candidate of this number, from 0."""
    return {"early": math.exp(-number / 3), "inverse": 1 / (number + 1), "first": float(number == 0)}


def _form(one: Candidate, language: str | None) -> Features:
    """What can be told from the sentence alone."""
    own, length = patterns(language), max(1, one.length)
    return {
        "length": math.log(length),
        "short": max(0, 9 - one.length) / 4,
        "long": one.length**2 / 1000,
        "names": sum(word.text[0].isupper() for word in one.words[1:]) / length,
        "quoted": float(QUOTED.match(one.folded) is not None),
        "question": float("?" in one.folded),
        "colon": float(":" in one.folded),
        "item": float(ITEM.match(one.folded) is not None),
        "leaning": float(one.leaning),
        "attributing": float(own.attributing.match(one.folded) is not None),
        "background": float(own.background.match(one.folded) is not None),
        "personal": float(not selection(language).personal.isdisjoint(one.folded.split())),
    }


def _with_neighbours(found: Mapping[int, Features], chosen: Sequence[Candidate]) -> dict[int, Features]:
    """Besides: the share of its words that the first sentence has, and the one before it."""
    return {
        one.index: {
            **found[one.index],
            "as_first": _shared(one, chosen[0]) if previous else 0.0,
            "as_previous": _shared(one, previous) if previous else 0.0,
        }
        for previous, one in zip([None, *chosen], chosen, strict=False)
    }


def _shared(one: Candidate, other: Candidate) -> float:
    return len(one.lemmas & other.lemmas) / max(1, len(one.lemmas))


def sections(chosen: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    """The whole of a text of up to `LONG` sentences, else stretches of nearly equal length, none over `SECTION`."""
    count = math.ceil(len(chosen) / SECTION) if len(chosen) > LONG else 1
    size = max(1, math.ceil(len(chosen) / count))
    for start in range(0, len(chosen), size):
        yield chosen[start : start + size]


def _centrality(section: Sequence[Candidate]) -> list[float]:
    """For each sentence, how many of the others share one of its words, on the average of its words; about 0..1."""
    shared = Counter(lemma for one in section for lemma in one.lemmas)
    others = max(1, len(section) - 1)
    return [5 * sum(shared[w] - 1 for w in one.lemmas) / others / max(1, len(one.lemmas)) for one in section]


def _text_rank(section: Sequence[Candidate]) -> list[float]:
    """sumy's TextRank, the best as 1. A sentence goes there as its number, for sumy tells sentences apart by text."""
    numbered = [SumySentence(str(i), _Numbered(section)) for i in range(len(section))]
    rating = TextRankSummarizer().rate_sentences(ObjectDocumentModel([Paragraph(numbered)]))
    best = max(rating.values())
    return [rating[one] / best for one in numbered]


@dataclass(frozen=True, slots=True)
class _Numbered:
    """What sumy calls a tokenizer: the words of a sentence by its number."""

    section: Sequence[Candidate]

    def to_words(self, number: str) -> list[str]:
        return sorted(self.section[int(number)].lemmas)


# ---- the data of a language


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of a language, compiled; boilerplate is that of all, for posts mix languages in their calls."""

    leaning: re.Pattern[str]
    attributing: re.Pattern[str]
    background: re.Pattern[str]
    boilerplate: re.Pattern[str]


@cache
def patterns(language: str | None) -> Patterns:
    own = selection(language)
    calls = [pattern for one in LANGUAGES.values() for pattern in one.selection.boilerplate]
    return Patterns(
        leaning=re.compile(rf"\W*(?:{'|'.join(own.leaning)})\b"),
        attributing=re.compile(rf"\W*(?:{'|'.join(own.attributing)})"),
        background=re.compile(rf"\W*(?:{'|'.join(own.background)})"),
        boilerplate=re.compile("|".join(calls)),
    )


def selection(language: str | None) -> Selection:
    """What the language tells of summaries; Russian where nothing is known."""
    return LANGUAGES[language if language in LANGUAGES else "ru"].selection


@cache
def _stop_words(language: str | None) -> frozenset[str]:
    known = [LANGUAGES[language]] if language in LANGUAGES else LANGUAGES.values()
    return frozenset(fold(word) for one in known for word in one.stop_words)
