"""What a summary gains over the lead: for the training of `nlp.summary_weights`, and for its table."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp import salience, summary
from nlp.language import detect
from nlp.model import Reading, Sentence
from nlp.sentences import split
from nlp.titles import own_headline

Array = NDArray[np.float64]
Bag = Counter[Any]

SIZES = (1, 2, 3, 5)
NEAR, BEST, FAR = 8, 6, 4  # sentences that sets are made of: the first, the most central, any
SETS = 110  # of each size; of three sentences twice as many
BOOTSTRAP = 2_000


@dataclass(frozen=True)
class Article:
    """A text with the editor's summary, ready to be ranked with any weights."""

    set: str
    reading: Reading
    gold: str
    chosen: Sequence[salience.Candidate]
    features: Mapping[int, salience.Features]


def article(row: Mapping[str, Any], of: str) -> Article:
    text, language = row["text"], detect(row["text"])
    sentences, title = split(text, language), row.get("title") or own_headline(text)
    chosen = summary.candidates(sentences, language, title)
    reading = Reading(text, title or "", language, sentences, ranking=(), quotes=())
    return Article(of, reading, row["summary"], chosen, salience.features(chosen, language, title))


# ---- what a summary is worth


@dataclass(frozen=True)
class Gain:
    """Of one summary, in hundredths of F1: over the lead of as many sentences, over the lead of as many words."""

    rouge_1: float
    over_lead: tuple[float, float]
    over_words: tuple[float, float]
    words: int
    lead_words: int


def gain(one: Article, sentences: Sequence[Sentence], size: int, scorer: ModuleType) -> Gain:
    """ROUGE-1 and ROUGE-2 as the scorer has them."""
    text, full = " ".join(each.text for each in sentences), one.reading.text
    lead = " ".join(full[start:stop] for start, stop in scorer.plain_sentences(full)[:size])
    same = " ".join(full.split()[: len(text.split())])
    ours, other, even = (_rouge(each, one.gold, scorer) for each in (text, lead, same))
    words = (len(scorer.words(each)) for each in (text, lead))
    return Gain(ours[0], (ours[0] - other[0], ours[1] - other[1]), (ours[0] - even[0], ours[1] - even[1]), *words)


def _rouge(text: str, gold: str, scorer: ModuleType) -> tuple[float, float]:
    ours, theirs = scorer.words(text), scorer.words(gold)
    return 100 * scorer.f1(ours, theirs), 100 * scorer.f1(_pairs(ours), _pairs(theirs))


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    return list(itertools.pairwise(words))


def interval(values: Iterable[float], seed: int) -> tuple[float, float, float]:
    """The mean and its 95 % bootstrap interval."""
    found = np.array(list(values))
    drawn = np.random.default_rng(seed).choice(found, (BOOTSTRAP, len(found))).mean(axis=1)
    low, high = np.quantile(drawn, (0.025, 0.975))
    return float(found.mean()), float(low), float(high)


# ---- sets of sentences, to learn from


@dataclass(frozen=True)
class Sets:
    """Sets of an article's candidates, one a row: whose they are, how often words are said twice, what each is worth.

    ``members`` has a column a candidate; ``rewards`` the columns ROUGE-1, ROUGE-2, ROUGE-1 of the lead of as many
    words, and the number of words.
    """

    members: Array
    repeated: Array
    sizes: NDArray[np.int64]
    rewards: Array


def sets(one: Article, scorer: ModuleType, rng: random.Random) -> Sets:
    drawn = [each for size in SIZES for each in _drawn(one, size, rng)]
    members = np.zeros((len(drawn), len(one.chosen)))
    for row, each in enumerate(drawn):
        members[row, list(each)] = 1
    repeated = [sum(_again(one, i, j) for i, j in itertools.combinations(each, 2)) for each in drawn]
    return Sets(members, np.array(repeated), np.array(list(map(len, drawn))), _rewards(one, drawn, scorer))


def _drawn(one: Article, size: int, rng: random.Random) -> list[tuple[int, ...]]:
    count = len(one.chosen)
    central = [one.features[each.index]["central"] for each in one.chosen]
    best = sorted(range(count), key=lambda i: -central[i])[:BEST]
    pool = sorted({*range(min(NEAR, count)), *best, *rng.sample(range(count), min(FAR, count))})
    may = [each for each in itertools.combinations(pool, size) if _stands(one, each)]
    rng.shuffle(may)
    return may[: SETS * (2 if size == 3 else 1)]


def _stands(one: Article, members: Sequence[int]) -> bool:
    """Whether every sentence that leans on another has it."""
    chosen = [one.chosen[i] for i in members]
    held = {-1, *(each.index for each in chosen)}
    return all(not each.leaning or each.index - 1 in held for each in chosen)


def _again(one: Article, i: int, j: int) -> float:
    return summary.overlap(one.chosen[i], one.chosen[j])


def _rewards(one: Article, drawn: Sequence[Sequence[int]], scorer: ModuleType) -> Array:
    texts = {i: one.reading.sentences[each.index].text for i, each in enumerate(one.chosen)}
    bags = {i: Counter(scorer.words(text)) for i, text in texts.items()}
    pairs = {i: Counter(_pairs(scorer.words(text))) for i, text in texts.items()}
    gold = scorer.words(one.gold)
    ahead = _lead_by_words(one.reading.text, gold, scorer)
    rows = []
    for members in drawn:
        bag, pair = (sum((of[i] for i in members), Counter()) for of in (bags, pairs))
        words = sum(len(texts[i].split()) for i in members)
        lead = ahead[min(words, len(ahead) - 1)]
        rows.append((_f1(bag, Counter(gold)), _f1(pair, Counter(_pairs(gold))), lead, bag.total()))
    return np.array(rows).reshape(-1, 4)


def _lead_by_words(text: str, gold: Sequence[str], scorer: ModuleType) -> list[float]:
    """ROUGE-1 of the first 0, 1, 2, … words of a text."""
    found, wanted, bag = [0.0], Counter(gold), Counter[str]()
    for word in text.split():
        bag.update(scorer.words(word))
        found.append(_f1(bag, wanted))
    return found


def _f1(ours: Bag, theirs: Bag) -> float:
    return 200 * (ours & theirs).total() / max(1, ours.total() + theirs.total())
