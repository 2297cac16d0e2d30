"""Search for the weights of `nlp.summary`: coordinate ascent on random halves, averaged.

    python -m benchmarks.train_summary FILE…   each line {"text": …, "title": … or null, "summary": …}

Prints the mean of the weights found on `ROUNDS` random halves, and for each round the gain over the lead of as many
words (ROUGE-1, three sentences) on the half not seen: with the weights found, and with those that ship. The weights
that ship are such means, rounded by hand.
"""

import json
import random
import re
import statistics
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from nlp import summary
from nlp.language import detect
from nlp.sentences import split

SEED = 1
ROUNDS = 5
STEPS = (0.5, 0.75, 1.25, 1.5)
SIZE = 3


@dataclass(frozen=True)
class Article:
    text: str
    sentences: list[str]
    gold: Counter[str]
    chosen: list[summary.Candidate]
    features: dict[int, dict[str, float]]


def article(text: str, title: str | None, gold: str) -> Article:
    language = detect(text)
    sentences = split(text, language)
    chosen = list(summary.candidates(sentences, language, title))
    features = summary.features(chosen, language, title)
    return Article(text, [one.text for one in sentences], bag(gold), chosen, features)


def bag(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def overlap(a: Counter[str], b: Counter[str]) -> float:
    """ROUGE-1 F1, in hundredths."""
    return 200 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def gain(one: Article, weights: dict[str, float]) -> float:
    """Over the lead of as many words."""
    order = summary.in_order(one.chosen, summary.scores(one.features, weights))
    ours = " ".join(one.sentences[i] for i in sorted(order[:SIZE]))
    lead = " ".join(one.text.split()[: len(ours.split())])
    return overlap(bag(ours), one.gold) - overlap(bag(lead), one.gold)


def mean_gain(articles: list[Article], weights: dict[str, float]) -> float:
    return statistics.fmean(gain(one, weights) for one in articles)


def search(articles: list[Article], rng: random.Random) -> dict[str, float]:
    weights, best = dict(summary.WEIGHTS), mean_gain(articles, summary.WEIGHTS)
    for name in rng.sample(sorted(weights), len(weights)):
        for step in STEPS:
            tried = {**weights, name: weights[name] * step}
            value = mean_gain(articles, tried)
            if value > best + 0.01:
                weights, best = tried, value
    return weights


def main(paths: list[str]) -> None:
    rng = random.Random(SEED)  # noqa: S311 - a seed that repeats is the point
    lines = [json.loads(line) for path in paths for line in Path(path).read_text("utf-8").splitlines() if line.strip()]
    articles = [article(one["text"], one.get("title"), one["summary"]) for one in lines]
    rounds = []
    for _ in range(ROUNDS):
        rng.shuffle(articles)
        seen, unseen = articles[: len(articles) // 2], articles[len(articles) // 2 :]
        rounds.append(search(seen, rng))
        print(f"unseen: found {mean_gain(unseen, rounds[-1]):.2f}, shipped {mean_gain(unseen, summary.WEIGHTS):.2f}")
    for name in summary.WEIGHTS:
        print(f"{name:12s} {statistics.fmean(one[name] for one in rounds):6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
