"""Train the weights of `nlp.summary` and write `nlp/summary_weights.py`.

    python -m benchmarks.train_summary EVAL_DIRECTORY [--write]

EVAL_DIRECTORY holds `summary_ru_gazeta.jsonl`, `summary_ru_rbc.jsonl`, `summary_en_cnndm.jsonl` and
`summary_en_train.jsonl`: text, title or null, summary. Needs SciPy (`pip install -e '.[bench]'`).

A set of sentences is worth the sum of its sentences' features, each times its weight, less what it says twice. Of
every article some hundred sets are drawn; a softmax over those of one size gives each its probability; the weights
are those that make the expected reward greatest. The reward is ROUGE-1, half of ROUGE-2, less 0.4 of what the lead of
as many words gets, less a little for every word. A language's weights are the shared ones and its own difference
(Daumé III 2007, "Frustratingly easy domain adaptation").

Printed: what is gained over the lead, with 95 % bootstrap intervals, each article summarised with weights that have
not seen it (four folds, the means of two divisions). The same seed gives the same weights.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np

from benchmarks import scorer as scorers
from benchmarks.jobs import rows
from benchmarks.optional import required
from benchmarks.summaries import Array, Article, Gain, Sets, article, gain, interval, sets
from benchmarks.tables import markdown
from nlp import summary
from nlp.model import worth_telling

SEED, FOLDS, DIVISIONS = 4, 4, 2
SETS = ("summary_ru_gazeta", "summary_ru_rbc", "summary_en_cnndm", "summary_en_train")
LANGUAGES = ("ru", "en")
ROUGE_2, LEAD, WORD = 0.5, 0.4, 0.03
SIZE_WEIGHTS = {1: 0.8, 2: 0.5, 3: 1.0, 5: 0.5}
RIDGE, OWN, STEPS = 0.05, 0.7, 60
SHOWN = (3, 1, 5)
WEIGHTS_FILE = Path(__file__).parent.parent / "nlp" / "summary_weights.py"
HEADER = '''\
"""What each feature of `nlp.salience` is worth, by language. Written by `benchmarks.train_summary`: do not edit.

Trained on Russian news with their editors' summaries (200 of Gazeta, 200 of RBC) and English ones (600 of
CNN/DailyMail); "" is what they share, for any other language. These texts are their publishers', the first are for
non-commercial use; nothing of them is here but these figures. "repetition" is what a word said again is worth.
"""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, Mapping[str, float]] = {
'''

Weights = Mapping[str, Mapping[str, float]]
Example = tuple[Article, Sets]


def fit(examples: Sequence[Example], minimize: Callable[..., Any]) -> Weights:
    """By language, and "" for any other."""
    names = list(next(iter(examples[0][0].features.values())))
    scale = np.vstack([_matrix(one, names) for one, _ in examples]).std(axis=0) + 1e-9
    design, rewards, starts, weights = _stacked(examples, names, scale)
    lengths = np.diff(np.append(starts, len(rewards)))

    def lost(own: Array) -> tuple[float, Array]:
        score = design @ own
        odds = np.exp(score - np.repeat(np.maximum.reduceat(score, starts), lengths))
        share = odds / np.repeat(np.add.reduceat(odds, starts), lengths)
        expected = np.add.reduceat(share * rewards, starts)
        slope = np.repeat(weights, lengths) * share * (rewards - np.repeat(expected, lengths))
        ridge = RIDGE * (own @ own)
        return -(weights @ expected) / len(examples) + ridge, -(slope @ design) / len(examples) + 2 * RIDGE * own

    found = minimize(lost, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    shared, *own = np.split(found, 1 + len(LANGUAGES))
    by_language = {"": shared} | {code: shared + OWN * one for code, one in zip(LANGUAGES, own, strict=True)}
    scales = np.append(scale, 1.0)
    return {
        code: dict(zip([*names, "repetition"], (one / scales).tolist(), strict=True))
        for code, one in by_language.items()
    }


def _stacked(examples: Sequence[Example], names: Sequence[str], scale: Array) -> tuple[Array, ...]:
    """The sets of all articles: features, rewards; where those of one article and size begin, and what they weigh."""
    design, rewards, starts, weights = [], [], [], []
    at = 0
    for one, drawn in examples:
        shared = np.column_stack([drawn.members @ (_matrix(one, names) / scale), drawn.repeated])
        own = [shared * (OWN if one.reading.language == code else 0) for code in LANGUAGES]
        design.append(np.hstack([shared, *own]))
        rewards.append(drawn.rewards @ np.array([1, ROUGE_2, -LEAD, -WORD]))
        for size, count in zip(*np.unique(drawn.sizes, return_counts=True), strict=True):
            starts.append(at)
            weights.append(SIZE_WEIGHTS[int(size)])
            at += int(count)
    return np.vstack(design), np.concatenate(rewards), np.array(starts), np.array(weights)


def _matrix(one: Article, names: Sequence[str]) -> Array:
    return np.array([[one.features[each.index][name] for name in names] for each in one.chosen])


# ---- what it gains


def gains(one: Article, weights: Weights, scorer: Any) -> dict[int, Gain]:
    """By the number of sentences asked for."""
    own = weights.get(one.reading.language or "", weights[""])
    order = summary.in_order(one.chosen, summary.scores(one.features, own), own["repetition"])
    return {size: gain(one, worth_telling(one.reading.sentences, order, size), size, scorer) for size in SHOWN}


def unseen(examples: Sequence[Example], minimize: Callable[..., Any], scorer: Any) -> list[list[dict[int, Gain]]]:
    """For each article, its gains in each division."""
    found: list[list[dict[int, Gain]]] = [[] for _ in examples]
    for division in range(DIVISIONS):
        order = random.Random(SEED + division).sample(range(len(examples)), len(examples))  # noqa: S311 - repeats
        for fold in range(FOLDS):
            held = set(order[fold::FOLDS])
            weights = fit([one for i, one in enumerate(examples) if i not in held], minimize)
            for i in held:
                found[i].append(gains(examples[i][0], weights, scorer))
    return found


def table(examples: Sequence[Example], found: Sequence[Sequence[Mapping[int, Gain]]]) -> str:
    heads = ("set", "sentences", "ROUGE-1", "over the lead", "over as many words", "ROUGE-2 over the lead")
    lines = [_line(of, size, examples, found) for size in SHOWN for of in SETS]
    return markdown([*heads, "ROUGE-2 over as many words", "words / lead"], lines)


def _line(of: str, size: int, examples: Sequence[Example], found: Sequence[Sequence[Mapping[int, Gain]]]) -> list[str]:
    own = [[one[size] for one in each] for (article, _), each in zip(examples, found, strict=True) if article.set == of]
    values: list[Callable[[Gain], float]] = [
        lambda one: one.over_lead[0],
        lambda one: one.over_words[0],
        lambda one: one.over_lead[1],
        lambda one: one.over_words[1],
    ]
    shown = [_with_interval([fmean(map(value, each)) for each in own]) for value in values]
    mean = [f"{fmean(fmean(map(value, each)) for each in own):.1f}" for value in (_rouge_1, _words, _lead_words)]
    return [of, str(size), mean[0], *shown, f"{mean[1]} / {mean[2]}"]


def _rouge_1(one: Gain) -> float:
    return one.rouge_1


def _words(one: Gain) -> float:
    return one.words


def _lead_words(one: Gain) -> float:
    return one.lead_words


def _with_interval(values: Sequence[float]) -> str:
    mean, low, high = interval(values, SEED)
    return f"{mean:+.2f} ({low:+.2f} … {high:+.2f})"


# ---- the file


def written(weights: Weights) -> Iterator[str]:
    yield HEADER
    for code, own in weights.items():
        yield f'    "{code}": {{\n'
        yield from (f'        "{name}": {value:.3f},\n' for name, value in own.items())
        yield "    },\n"
    yield "}\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.train_summary", description="Train nlp/summary_weights.py."
    )
    parser.add_argument("folder", type=Path, help="the evaluation data")
    parser.add_argument("--write", action="store_true", help="write the weights")
    asked = parser.parse_args()
    minimize = required("scipy.optimize").minimize
    scorer, rng = scorers.load(asked.folder), random.Random(SEED)  # noqa: S311 - a seed that repeats is the point
    articles = [article(row, of) for of in SETS for row in rows(asked.folder / f"{of}.jsonl")]
    examples = [(one, sets(one, scorer, rng)) for one in articles]
    print(table(examples, unseen(examples, minimize, scorer)))
    if asked.write:
        WEIGHTS_FILE.write_text("".join(written(fit(examples, minimize))), encoding="utf-8")


if __name__ == "__main__":
    main()
