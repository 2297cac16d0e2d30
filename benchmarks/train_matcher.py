"""Train the weights of `nlp.matching` and write `nlp/weights.py`.

    python -m benchmarks.train_matcher EVAL_DIRECTORY [--write]

EVAL_DIRECTORY holds `qa_ru.jsonl`, `qa_en.jsonl` (XQuAD, CC BY-SA 4.0) and `qa_kk.jsonl` (KazQAD, CC BY-SA 4.0):
question, context, title, answer_start, answer_text. Two steps, both linear:

1. fit: a softmax over the sentences of the right paragraph (listwise loss), the questions as written and with typos;
2. held: a logistic regression that tells the right paragraph from one of another subject, from another paragraph of
   the same article, which seldom holds the answer, and from itself without the sentence that answers.

`quotes_ru.jsonl` (factRuEval-2016, MIT; questions about news, some of which their article does not answer) joins the
second step: its answerable and unanswerable questions of fact.

The threshold is the score that `KEPT` of the answerable questions pass when the model has not seen their article.
Printed: both, six-fold, whole articles kept together. The same seed gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.features import (
    FIT,
    HELD,
    Candidate,
    Feature,
    lacked_around,
    lacked_rare,
    nameless,
    strange_words,
    uncounted,
    unheard,
)
from nlp.language import detect
from nlp.matching import Pool, candidates
from nlp.model import Reading
from nlp.questions import understand
from nlp.sentences import split

Array = NDArray[np.float64]
SEED, FOLDS, RIDGE = 5, 6, 3.0
NEAR_WEIGHT, CUT_WEIGHT, NEWS_WEIGHT, LONG_WEIGHT = 0.4, 0.2, 8.0, 1.0
OTHERS = 4
"""Paragraphs of other subjects for each question."""
GROUPS = {"": ("ru", "en"), "kk": ("kk",)}
"""For each set of weights, the languages that it is trained on."""
FINE: tuple[Feature, ...] = (uncounted, lacked_rare, lacked_around, strange_words, unheard, nameless)
TOO_FEW = frozenset({"kk"})
"""Languages with too few questions to learn what these features are worth."""
KEPT = {"ru": 0.98, "en": 0.982, "kk": 0.952}
"""The share of answerable questions that must be answered."""
TARGET = Path(__file__).parent.parent / "nlp" / "weights.py"


Table = tuple[Array, Array]
"""What `FIT` and `HELD` say of every sentence of a text."""


@dataclass(frozen=True)
class Example:
    """A question: its own text, where that answers it, and which sentences do; texts that do not, with weights.

    ``other`` is of another subject, ``cut`` of the same without the sentence that answers.
    """

    title: str
    own: Table | None
    right: NDArray[np.bool_]
    other: Table
    strange: tuple[tuple[Table, float], ...]
    cut: Table
    weight: float = 1.0


def bare_reading(text: str) -> Reading:
    """Sentences only: who said what does not matter here."""
    language = detect(text)
    sentences = split(text, language)
    return Reading(text, "", language, sentences, tuple(range(len(sentences))), ())


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def examples(path: Path, typos: bool) -> list[Example]:
    rng = random.Random(SEED)  # noqa: S311  (the same examples every time)
    items = rows(path)
    titles = {item["context"]: item.get("title") or item["context"] for item in items}
    readings = {context: bare_reading(context) for context in sorted(titles)}
    return [_example(item, titles, readings, rng, typos) for item in items]


def _example(
    item: dict[str, Any], titles: dict[str, str], readings: dict[str, Reading], rng: random.Random, typos: bool
) -> Example:
    question = misspelled(item["question"], rng) if typos else item["question"]
    own, title = item["context"], titles[item["context"]]
    others = rng.sample([c for c in readings if titles[c] != title], OTHERS)
    other = [weighed(question, readings[context])[0] for context in others]
    near = [c for c in readings if titles[c] == title and c != own]
    low, high = item["answer_start"], item["answer_start"] + len(item["answer_text"])
    table, order = weighed(question, readings[own])
    right = held_by(readings[own], [(low, high)])[order]
    cut = weighed(question, without(readings[own], item["answer_text"]))[0]
    strange = [*((one, 1 / OTHERS) for one in other)]
    if near:
        strange += [(weighed(question, readings[rng.choice(near)])[0], NEAR_WEIGHT), (cut, CUT_WEIGHT)]
    return Example(title, table, right, other[0], tuple(strange), cut)


def long_examples(path: Path) -> list[Example]:
    """The same questions put to all paragraphs of the article as one text, which is as long as news."""
    items = rows(path)
    texts = {item.get("title"): "" for item in items if item.get("title")}
    for context, title in sorted({(item["context"], item["title"]) for item in items if item.get("title")}):
        texts[title] += context + "\n\n"
    readings = {title: bare_reading(text) for title, text in texts.items()}
    return [_long_example(item, readings[item["title"]]) for item in items if item.get("title")]


def _long_example(item: dict[str, Any], reading: Reading) -> Example:
    low = reading.text.index(item["context"]) + item["answer_start"]
    table, order = weighed(item["question"], reading)
    right = held_by(reading, [(low, low + len(item["answer_text"]))])[order]
    cut = weighed(item["question"], without(reading, item["answer_text"]))[0]
    return Example(item["title"], table, right, cut, ((cut, 1.0),), cut, LONG_WEIGHT)


def held_by(reading: Reading, spans: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Of each sentence, whether it holds most of a span."""
    share = lambda s, low, high: min(s.stop, high) - max(s.start, low) > 0.5 * (high - low)  # noqa: E731
    return np.array([any(share(s, *span) for span in spans) for s in reading.sentences], dtype=np.bool_)


def without(reading: Reading, words: str) -> Reading:
    """The text without the sentences that hold certain words."""
    return replace(reading, sentences=tuple(s for s in reading.sentences if words not in s.text))


def news(path: Path) -> list[Example]:
    """The questions of fact about news; those about somebody's words need whole readings."""
    return [one for item in rows(path) for one in _news(item, bare_reading(item["text"]))]


def _news(item: dict[str, Any], reading: Reading) -> Iterator[Example]:
    for asked in item["questions"]:
        if understand(asked["q"]).kind != "fact":
            continue
        table, order = weighed(asked["q"], reading)
        found = [(m.start(), m.end()) for a in asked["answers"] for m in re.finditer(re.escape(a), item["text"])]
        right = held_by(reading, found)[order]
        if not found:
            yield Example(item["doc"], None, right, table, ((table, 1.0),), table, NEWS_WEIGHT)
        else:
            cut = reading
            for answer in asked["answers"]:
                cut = without(cut, answer)
            cut_table = weighed(asked["q"], cut)[0]
            yield Example(item["doc"], table, right, cut_table, ((cut_table, 0.5),), cut_table, NEWS_WEIGHT)


def weighed(question: str, reading: Reading) -> tuple[Table, list[int]]:
    """What the features say of the sentences, and which those are."""
    found = [one for _, one in candidates(understand(question), Pool.of([reading]))]
    fit, held = _table_of(found, FIT), _table_of(found, HELD)
    if reading.language in TOO_FEW:
        held[:, [i for i, f in enumerate(HELD) if f in FINE]] = 0.0
    return (fit, held), [one.index for one in found]


def _table_of(found: Sequence[Candidate], features: Sequence[Feature]) -> Array:
    return np.array([[f(one) for f in features] for one in found], float).reshape(len(found), len(features))


def misspelled(question: str, rng: random.Random) -> str:
    """One letter of each long word swapped, dropped, doubled or replaced."""
    edits: tuple[Callable[[str, int], str], ...] = (
        lambda w, k: w[:k] + w[k + 1] + w[k] + w[k + 2 :],
        lambda w, k: w[:k] + w[k + 1 :],
        lambda w, k: w[:k] + w[k] + w[k:],
        lambda w, k: w[:k] + rng.choice(w) + w[k + 1 :],
    )
    return re.sub(r"\w{5,}", lambda m: rng.choice(edits)(m.group(), rng.randrange(1, len(m.group()) - 1)), question)


def descend(gradient: Callable[[Array], Array], size: int, rate: float = 0.1, steps: int = 400) -> Array:
    """Adam (Kingma and Ba 2015) from zero."""
    w, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for t in range(1, steps + 1):
        g = gradient(w)
        mean, square = 0.9 * mean + 0.1 * g, 0.99 * square + 0.01 * g * g
        w = w - rate * (mean / (1 - 0.9**t)) / (np.sqrt(square / (1 - 0.99**t)) + 1e-8)
    return w


def train_fit(data: Iterable[Example]) -> Array:
    groups = [(e.own[0], e.right) for e in data if e.own and e.right.any() and not e.right.all()]
    x, right = np.concatenate([g[0] for g in groups]), np.concatenate([g[1] for g in groups])
    of, n = np.repeat(np.arange(len(groups)), [len(g[0]) for g in groups]), len(groups)
    scale = x.std(0) + 1e-6
    z = x / scale

    def softmax(e: Array) -> Array:
        return e / np.bincount(of, e, n)[of]

    def gradient(w: Array) -> Array:
        e = np.exp(np.clip(z @ w, -50, 50))
        return z.T @ (softmax(e) - softmax(e * right)) / n + RIDGE * w / n

    return descend(gradient, x.shape[1]) / scale


def train_held(data: Iterable[Example], fit: Array) -> Array:
    told = [
        (top(fit, *table), label, weight * e.weight)
        for e in data
        for table, label, weight in (*([(e.own, 1.0, 1.0)] if e.own else []), *((t, 0.0, w) for t, w in e.strange))
        if len(table[0])
    ]
    x, y, weight = (np.array(column) for column in zip(*told, strict=True))
    scale = np.append(x[:, :-1].std(0) + 1e-6, 1.0)
    z, ridge = x / scale, np.append(np.ones(x.shape[1] - 1), 0.0)

    def gradient(w: Array) -> Array:
        return z.T @ (weight * (1 / (1 + np.exp(-z @ w)) - y)) / weight.sum() + ridge * w / len(y)

    return descend(gradient, x.shape[1], rate=0.05, steps=600) / scale


def top(fit: Array, table: Array, held: Array) -> Array:
    """What `HELD` says of the best sentence, and 1 for the bias."""
    return np.append(held[int(np.argmax(table @ fit))], 1.0)


def score(fit: Array, held: Array, table: Array, told: Array) -> float:
    return float(1 / (1 + np.exp(-top(fit, table, told) @ held))) if len(table) else 0.0


@dataclass(frozen=True)
class Figures:
    """Out of fold: whether the first sentence was right; the scores of the right and of another paragraph."""

    hits: list[bool]
    own: list[float]
    other: list[float]
    cut: list[float]


def cross_validate(train: Sequence[Example], test: Sequence[Example]) -> Figures:
    titles = sorted({e.title for e in train})
    random.Random(SEED).shuffle(titles)  # noqa: S311
    fold = {title: i % FOLDS for i, title in enumerate(titles)}
    figures = Figures([], [], [], [])
    for k in range(FOLDS):
        seen = [e for e in train if fold[e.title] != k]
        fit = train_fit(seen)
        held = train_held(seen, fit)
        for e in (e for e in test if fold[e.title] == k):
            figures.other.append(score(fit, held, *e.other))
            figures.cut.append(score(fit, held, *e.cut))
            if e.own:
                figures.hits.append(bool(len(e.right)) and bool(e.right[int(np.argmax(e.own[0] @ fit))]))
                figures.own.append(score(fit, held, *e.own))
    return figures


def report(name: str, figures: Figures, threshold: float) -> None:
    share = lambda scores: sum(s >= threshold for s in scores) / max(1, len(scores))  # noqa: E731
    hits = sum(figures.hits) / len(figures.hits)
    print(
        f"{name:10s} hit@1 {hits:.3f}  answered {share(figures.own):.3f}  other subject {share(figures.other):.3f}"
        f"  without its answer {share(figures.cut):.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--write", action="store_true", help="replace nlp/weights.py")
    asked = parser.parse_args()
    weights: dict[str, tuple[Array, Array]] = {}
    thresholds: dict[str, float] = {}
    for name, languages in GROUPS.items():
        clean = {one: examples(asked.directory / f"qa_{one}.jsonl", typos=False) for one in languages}
        typed = {f"{one} typos": examples(asked.directory / f"qa_{one}.jsonl", typos=True) for one in languages}
        told = {"ru news": news(asked.directory / "quotes_ru.jsonl")} if "ru" in languages else {}
        told |= {f"{one} long": long_examples(asked.directory / f"qa_{one}.jsonl") for one in languages if one != "kk"}
        train = [e for part in (clean, typed, told) for data in part.values() for e in data]
        figures = {one: cross_validate(train, data) for one, data in {**clean, **typed, **told}.items()}
        thresholds |= {one: float(np.quantile(figures[one].own, 1 - KEPT[one])) for one in languages}
        for one, found in figures.items():
            report(one, found, thresholds[one[:2]])
        fit = train_fit(train)
        weights[name] = fit, train_held(train, fit)
    if asked.write:
        TARGET.write_text(source(weights, thresholds), encoding="utf8")


def source(weights: dict[str, tuple[Array, Array]], thresholds: dict[str, float]) -> str:
    """`nlp/weights.py`."""
    lines = [
        '"""What each feature of `nlp.features` is worth. Written by `benchmarks.train_matcher`: do not edit.',
        "",
        "Trained on XQuAD, Russian and English (Artetxe et al. 2020, CC BY-SA 4.0), and for Kazakh on KazQAD",
        "(Yeshpanov et al. 2024, CC BY-SA 4.0), as written and with typos; when to refuse also on questions about",
        "the news of factRuEval-2016 (MIT). Shared under CC BY-SA 4.0.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Mapping",
        "from dataclasses import dataclass",
        "",
        "",
        "@dataclass(frozen=True, slots=True)",
        "class Weights:",
        '    """``fit`` and ``held`` by the name of the feature."""',
        "",
        "    fit: Mapping[str, float]",
        "    held: Mapping[str, float]",
        "    bias: float",
        "",
        "",
        "WEIGHTS: Mapping[str, Weights] = {",
    ]
    for name, (fit, held) in weights.items():
        lines += [f'    "{name}": Weights(', *_table("fit", FIT, fit), *_table("held", HELD, held)]
        lines += [f"        bias={held[-1]:.3f},", "    ),"]
    lines += ["}", '"""By language; the unnamed ones serve every other language."""', ""]
    lines += [
        "THRESHOLDS: Mapping[str, float] = {",
        *(f'    "{one}": {at:.3f},' for one, at in thresholds.items()),
        "}",
    ]
    return "\n".join([*lines, '"""By language: the score that an answer must reach."""', ""])


def _table(name: str, features: Sequence[Callable[..., float]], weights: Array) -> list[str]:
    rows = [f'            "{f.__name__}": {w:.3f},' for f, w in zip(features, weights, strict=False)]
    return [f"        {name}={{", *rows, "        },"]


if __name__ == "__main__":
    main()
