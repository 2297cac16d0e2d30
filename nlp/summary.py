"""Which sentences are most worth keeping: the only file that knows sumy.

Every sentence gets a weighted sum of what tells a good one: its place, its centrality (sumy's TextRank among it), the
title's words in it, its length, its opening. Then sentences are taken one by one, so that nothing is said twice and a
sentence that leans on the one before comes only after it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.summarizers.text_rank import TextRankSummarizer

from nlp.languages import LANGUAGES
from nlp.languages.model import Selection
from nlp.model import Sentence
from nlp.words import fold, words

# TextRank's time grows with the square of the sentences: longer texts are weighed section by section.
SECTION = 50
# How many sentences are chosen with care for each other; nobody asks for a longer summary.
CAREFULLY = 20
CONSIDERED = 300

# Rounded by hand from the means of searches on random halves of Gazeta, RBC and CNN/DailyMail, the other halves seen
# to agree (benchmarks/train_summary.py); the last two set by hand. No text went into them but through these figures.
WEIGHTS = {
    "early": 1.0,
    "first": 0.1,
    "central": 0.8,
    "text_rank": 0.3,
    "title": 0.25,
    "length": -0.3,
    "short": -0.2,
    "long": -0.1,
    "quoted": -0.35,
    "question": -0.3,
    "personal": -0.1,
    "leaning": -0.1,
    "introducing": -1.0,
    "attributing": -0.6,
    "item": -0.3,
}
REPETITION = 0.3
LONGEST_CALL = 40  # words of a call to subscribe; a longer sentence says something besides
SAME = 0.8  # of the words of the shorter sentence: as good as said already

QUOTED = re.compile(r"\W{0,3}[«\"“„]|[—–-]\s")
LINK = re.compile(r"https?://[^\s)\]]+")
ITEM = re.compile(r"\W*\d{1,2}[.)]\s|[•▪▫◦⁃]")
TAGS = re.compile(r"[#@]\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence as the ranking sees it: its folded text, its words, the lemmas that carry a topic."""

    index: int
    folded: str
    length: int
    lemmas: frozenset[str]
    leaning: bool
    attributing: bool


def rank(sentences: Sequence[Sentence], language: str | None, title: str | None) -> tuple[int, ...]:
    """Indices of the sentences worth keeping, best first.

    The text's own headline (``title``), calls to subscribe, credits, tags and bare links are left out, unless there
    is nothing else.
    """
    chosen = candidates(sentences, language, title)
    return in_order(chosen, scores(features(chosen, language, title), WEIGHTS))


def candidates(sentences: Sequence[Sentence], language: str | None, title: str | None) -> Sequence[Candidate]:
    every = [_candidate(i, sentence.text, language) for i, sentence in enumerate(sentences)]
    worth = [one for one in every if not _is_noise(one, language) and not _is_headline(one, title)]
    return worth or [one for one in every if one.lemmas] or every


def _candidate(index: int, text: str, language: str | None) -> Candidate:
    stop_words, patterns = _stop_words(language), _patterns(language)
    text = LINK.sub("", text)
    found = [word.lemma for word in words(text, language)]
    lemmas = frozenset(one for one in found if one not in stop_words and (len(one) > 2 or one[0].isdigit()))
    folded = fold(text)
    leaning, attributing = (pattern.match(folded) is not None for pattern in (patterns.leaning, patterns.attributing))
    return Candidate(index, folded, len(found), lemmas, leaning, attributing)


def _is_noise(one: Candidate, language: str | None) -> bool:
    called = one.length <= LONGEST_CALL and _patterns(language).boilerplate.search(one.folded)
    return bool(called) or not one.lemmas or sum(map(str.isalpha, TAGS.sub("", one.folded))) < 8


def _is_headline(one: Candidate, title: str | None) -> bool:
    return bool(title) and one.index < 3 and _letters(one.folded) in _letters(fold(LINK.sub("", title or "")))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


# ---- what tells a good sentence


def features(chosen: Sequence[Candidate], language: str | None, title: str | None) -> dict[int, dict[str, float]]:
    """What tells for and against each candidate, by its index."""
    wanted = _candidate(0, title or "", language).lemmas
    personal = _selection(language).personal
    found: dict[int, dict[str, float]] = {}
    for section in _sections(chosen):
        for one, central, text_rank in zip(section, _centrality(section), _text_rank(section), strict=True):
            found[one.index] = {
                "early": math.exp(-len(found) / 3),
                "first": float(not found),
                "central": central,
                "text_rank": text_rank,
                "title": len(one.lemmas & wanted) / max(1, len(wanted)),
                "personal": float(not personal.isdisjoint(one.folded.split())),
                **_form(one),
            }
    return found


def scores(found: Mapping[int, Mapping[str, float]], weights: Mapping[str, float]) -> dict[int, float]:
    return {i: sum(weights[name] * value for name, value in each.items()) for i, each in found.items()}


def _form(one: Candidate) -> dict[str, float]:
    """What can be told from the sentence alone."""
    return {
        "length": one.length / 25,
        "short": max(0, 9 - one.length) / 4,
        "long": max(0, one.length - 30) / 10,
        "quoted": float(QUOTED.match(one.folded) is not None),
        "question": float("?" in one.folded),
        "leaning": float(one.leaning),
        "introducing": float(one.folded.endswith(":")),
        "attributing": float(one.attributing),
        "item": float(ITEM.match(one.folded) is not None),
    }


def _sections(chosen: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    """Stretches of nearly equal length, none longer than `SECTION`."""
    count = max(1, math.ceil(len(chosen) / SECTION))
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


# ---- the order


def in_order(chosen: Sequence[Candidate], score: Mapping[int, float]) -> tuple[int, ...]:
    """Indices, the best first; each time the best of what is left, seen beside what has been taken."""
    by_score = sorted(chosen, key=lambda one: (-score[one.index], one.index))
    left = {one.index: one for one in by_score[:CONSIDERED]}
    taken: dict[int, None] = {}
    repeated = dict.fromkeys(left, 0.0)
    while left and len(taken) < CAREFULLY:
        free = [i for i in left if _may_stand(left[i], taken, chosen) and repeated[i] < SAME] or list(left)
        best = max(free, key=lambda i: score[i] - REPETITION * repeated[i])
        newest = left.pop(best)
        taken[best] = None
        repeated = {i: max(repeated[i], _overlap(one, newest)) for i, one in left.items()}
    return (*taken, *(one.index for one in by_score if one.index not in taken))


def _may_stand(one: Candidate, taken: Container[int], chosen: Sequence[Candidate]) -> bool:
    return not one.leaning or one.index - 1 in taken or one.index == chosen[0].index


def _overlap(a: Candidate, b: Candidate) -> float:
    return len(a.lemmas & b.lemmas) / max(1, min(len(a.lemmas), len(b.lemmas)))


# ---- the data of a language


@cache
def _stop_words(language: str | None) -> frozenset[str]:
    known = [LANGUAGES[language]] if language in LANGUAGES else LANGUAGES.values()
    return frozenset(fold(word) for one in known for word in one.stop_words)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of a language, compiled; boilerplate is that of all, for posts mix languages in their calls."""

    leaning: re.Pattern[str]
    attributing: re.Pattern[str]
    boilerplate: re.Pattern[str]


@cache
def _patterns(language: str | None) -> Patterns:
    own = _selection(language)
    calls = [pattern for one in LANGUAGES.values() for pattern in one.selection.boilerplate]
    return Patterns(
        leaning=re.compile(rf"\W*(?:{'|'.join(own.leaning)})\b"),
        attributing=re.compile(rf"\W*(?:{'|'.join(own.attributing)})"),
        boilerplate=re.compile("|".join(calls)),
    )


def _selection(language: str | None) -> Selection:
    return LANGUAGES[language if language in LANGUAGES else "ru"].selection
