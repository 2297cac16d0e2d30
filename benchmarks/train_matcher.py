"""Train the weights of `nlp.matching` and write `nlp/weights.py`.

    python -m benchmarks.train_matcher EVAL_DIRECTORY [--write]

EVAL_DIRECTORY holds `qa_ru.jsonl`, `qa_en.jsonl` (XQuAD, CC BY-SA 4.0) and `qa_kk.jsonl` (KazQAD, CC BY-SA 4.0):
question, context, title, answer_start, answer_text. Two steps, both linear:

1. fit: a softmax over the sentences of the right paragraph (listwise loss), the questions as written and with typos;
2. held: a logistic regression that tells the right paragraph from one of another subject (and, at two fifths of the
   weight, from another paragraph of the same article, which seldom holds the answer).

The threshold is the score that `KEPT` of the answerable questions pass when the model has not seen their article.
Printed: both, six-fold, whole articles kept together. The same seed gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.features import FIT, HELD, Candidate, Feature
from nlp.language import detect
from nlp.matching import Pool, candidates
from nlp.model import Reading
from nlp.questions import understand
from nlp.sentences import split

Array = NDArray[np.float64]
SEED, FOLDS, RIDGE, NEAR_WEIGHT = 5, 6, 3.0, 0.4
GROUPS = {"": ("ru", "en"), "kk": ("kk",)}
"""For each set of weights, the languages that it is trained on."""
KEPT = {"ru": 0.98, "en": 0.982, "kk": 0.952}
"""The share of answerable questions that must be answered."""
TARGET = Path(__file__).parent.parent / "nlp" / "weights.py"


@dataclass(frozen=True)
class Example:
    """A question: features of every sentence of the right paragraph, of another article, of a near paragraph."""

    title: str
    fit: Array
    held: Array
    right: NDArray[np.bool_]
    other: tuple[Array, Array]
    near: tuple[Array, Array]


def bare_reading(text: str) -> Reading:
    """Sentences only: who said what does not matter here."""
    language = detect(text)
    sentences = split(text, language)
    return Reading(text, "", language, sentences, tuple(range(len(sentences))), ())


def examples(path: Path, typos: bool) -> list[Example]:
    rng = random.Random(SEED)  # noqa: S311  (the same examples every time)
    items = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
    titles = {item["context"]: item.get("title") or item["context"] for item in items}
    readings = {context: bare_reading(context) for context in sorted(titles)}
    return [_example(item, titles, readings, rng, typos) for item in items]


def _example(
    item: dict[str, Any], titles: dict[str, str], readings: dict[str, Reading], rng: random.Random, typos: bool
) -> Example:
    question = misspelled(item["question"], rng) if typos else item["question"]
    own, title = item["context"], titles[item["context"]]
    other = rng.choice([c for c in readings if titles[c] != title])
    near = rng.choice([c for c in readings if titles[c] == title and c != own] or [other])
    fit, held, order = weighed(question, readings[own])
    low, high = item["answer_start"], item["answer_start"] + len(item["answer_text"])
    spans = [(readings[own].sentences[i].start, readings[own].sentences[i].stop) for i in order]
    right = np.array([min(stop, high) - max(start, low) > 0.5 * (high - low) for start, stop in spans], dtype=bool)
    return Example(
        title, fit, held, right, weighed(question, readings[other])[:2], weighed(question, readings[near])[:2]
    )


def weighed(question: str, reading: Reading) -> tuple[Array, Array, list[int]]:
    found = [one for _, one in candidates(understand(question), Pool.of([reading]))]
    return _table_of(found, FIT), _table_of(found, HELD), [one.index for one in found]


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
    groups = [(e.fit, e.right) for e in data if e.right.any() and not e.right.all()]
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
    rows = [
        (top(fit, *pair), label, weight)
        for e in data
        for pair, label, weight in (((e.fit, e.held), 1.0, 1.0), (e.other, 0.0, 1.0), (e.near, 0.0, NEAR_WEIGHT))
        if len(pair[0])
    ]
    x, y, weight = (np.array(column) for column in zip(*rows, strict=True))
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


def cross_validate(train: Sequence[Example], test: Sequence[Example]) -> Figures:
    titles = sorted({e.title for e in train})
    random.Random(SEED).shuffle(titles)  # noqa: S311
    fold = {title: i % FOLDS for i, title in enumerate(titles)}
    figures = Figures([], [], [])
    for k in range(FOLDS):
        seen = [e for e in train if fold[e.title] != k]
        fit = train_fit(seen)
        held = train_held(seen, fit)
        for e in (e for e in test if fold[e.title] == k):
            figures.hits.append(bool(len(e.fit)) and bool(e.right[int(np.argmax(e.fit @ fit))]))
            figures.own.append(score(fit, held, e.fit, e.held))
            figures.other.append(score(fit, held, *e.other))
    return figures


def report(name: str, figures: Figures, threshold: float) -> None:
    share = lambda scores: sum(s >= threshold for s in scores) / max(1, len(scores))  # noqa: E731
    hits = sum(figures.hits) / len(figures.hits)
    print(f"{name:10s} hit@1 {hits:.3f}  answered {share(figures.own):.3f}  other subject {share(figures.other):.3f}")


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
        train = [e for part in (clean, typed) for data in part.values() for e in data]
        figures = {one: cross_validate(train, data) for one, data in {**clean, **typed}.items()}
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
        "(Yeshpanov et al. 2024, CC BY-SA 4.0), as written and with typos; shared under the same licence.",
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
