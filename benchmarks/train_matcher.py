"""Train the weights of `nlp.matching` and write `nlp/weights.py`.

    python -m benchmarks.train_matcher EVAL_DIRECTORY [--write]

EVAL_DIRECTORY holds `qa_ru.jsonl`, `qa_en.jsonl` (XQuAD, CC BY-SA 4.0) and `qa_kk.jsonl` (KazQAD, CC BY-SA 4.0):
question, context, title, answer_start, answer_text. More questions to the same paragraphs, and to Russian news
(Telegram posts, CC BY 4.0; Wikinews of NEREL; factRuEval-2016, MIT), some of which their article does not answer, stand
in `benchmarks/marks/asked_*.jsonl` and `quotes_ru.jsonl`. Three steps, all linear:

1. fit: a softmax over the sentences of the right text (listwise loss), the questions as written and with typos;
2. placed: the same over the best sentences of all paragraphs, where only what the article holds is left to learn;
3. held: a logistic regression that tells the right text from one of another subject, from another paragraph of the
   same article, which seldom holds the answer, from itself without the sentence that answers, and from news that do
   not tell what is asked; by questions cut short, too. What speaks for an answer may not be worth less than nothing,
   what speaks against it no more: so the weights hold for questions of a kind that they have not seen.

The threshold is the score that `KEPT` of the answerable questions pass when the model has not seen their article.
Printed: all, six-fold, whole articles kept together. The same seed gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import nlp
from benchmarks.posts import Shown
from nlp.details import function_words
from nlp.features import FIT, HELD, PLACED, SURE, held_table, table, vast
from nlp.language import detect
from nlp.model import Reading
from nlp.questions import understand
from nlp.sayings import is_about_words
from nlp.scoring import candidates
from nlp.sentences import split
from nlp.words import WORD, fold

Array = NDArray[np.float64]
SEED, FOLDS, RIDGE, HELD_RIDGE = 5, 6, 3.0, 5.0
NEAR_WEIGHT, CUT_WEIGHT = 0.1, 0.1
TOO_FEW = ("kk",)
"""Languages with too few questions to learn anything but other subjects."""
NEWS = ("news", "posts", "wikinews")
SHORT = " short"
NEWS_FIT, NEWS_HELD, NEWS_OTHER = 3.0, 1.5, 0.3
"""What a question about news weighs beside one about a paragraph; the last, against an article of another subject."""
SHORT_WEIGHT = 0.5
LEFT = (1, 2, 2, 3)
"""Content words left of a question cut short, beside its first."""
AGAINST = frozenset(
    {
        *("strange_names", "strange_focus", "strange_count", "strange_words", "unheard", "unfulfilled", "nameless"),
        *("uncounted", "lacked_rare", "lacked_meant", "lacked_around"),
    }
)
NEUTRAL = frozenset({"brief", "early", "last", "long", "vast", "headline"})
"""What speaks against an answer, and what for none; all else speaks for one."""
OTHERS = 4
"""Paragraphs of other subjects for each question."""
BEST = 10
"""Sentences of a pool that are told apart."""
KEPT = {"ru": 0.978, "en": 0.984, "kk": 0.952, "said": 0.955}
"""The share of answerable questions that must be answered."""
MARKS = Path(__file__).parent / "marks"
TARGET = Path(__file__).parent.parent / "nlp" / "weights.py"


@dataclass(frozen=True)
class Item:
    """A question, the text that it is put to, and where that answers it; `[]` where it does not."""

    source: str
    title: str
    question: str
    reading: Reading
    spans: Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Table:
    """What `FIT` and `SURE` say of the sentences weighed, (features, m); how long their text is; which answer, (m,)."""

    fitting: Array
    sure: Array
    vast: float
    right: NDArray[np.bool_]


@dataclass(frozen=True)
class Example:
    """``own`` is None where the text does not answer; ``strange`` texts do not, each with a weight.

    ``said`` tells that somebody's words are asked about. ``other`` is of another subject, ``cut`` of the same without
    the sentence that answers.
    """

    source: str
    title: str
    said: bool
    own: Table | None
    other: Table
    cut: Table
    strange: tuple[tuple[Table, float], ...]

    @property
    def news(self) -> bool:
        return self.source in NEWS

    @property
    def short(self) -> bool:
        return self.source.endswith(SHORT)


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def bare_reading(text: str) -> Reading:
    """Sentences only: who said what does not matter here."""
    language = detect(text)
    sentences = split(text, language)
    return Reading(text, "", language, sentences, tuple(range(len(sentences))), ())


# ---- the questions


def paragraphs(folder: Path, language: str) -> Iterator[Item]:
    """Those of the evaluation set, then ours to the same paragraphs."""
    items = rows(folder / f"qa_{language}.jsonl")
    readings = {context: bare_reading(context) for context in sorted({item["context"] for item in items})}
    by_id = {item["id"]: item for item in items}
    for item in items:
        start = item["answer_start"]
        spans = [(start, start + len(item["answer_text"]))]
        yield Item(language, item.get("title") or item["context"], item["question"], readings[item["context"]], spans)
    ours = MARKS / f"asked_paragraphs_{language}.jsonl"
    for row in rows(ours) if ours.is_file() else []:
        item = by_id[row["id"]]
        for asked in row["questions"]:
            spans = [(low, high) for low, high in asked["answers"]]
            yield Item(f"{language} ours", item["title"], asked["q"], readings[item["context"]], spans)


def long_texts(items: Sequence[Item], language: str) -> Iterator[Item]:
    """The same questions put to all paragraphs of the article as one text, which is as long as news."""
    texts: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for item in items:
        texts[item.title][item.reading.text] = None
    readings = {title: bare_reading("\n\n".join(held)) for title, held in texts.items()}
    for item in items:
        if item.source == language:
            start = readings[item.title].text.index(item.reading.text)
            spans = [(start + low, start + high) for low, high in item.spans]
            yield Item(f"{language} long", item.title, item.question, readings[item.title], spans)


def news(folder: Path) -> Iterator[Item]:
    """Questions about Russian news, those about somebody's words too."""
    for row in rows(folder / "quotes_ru.jsonl"):
        reading = nlp.read(row["text"])
        for asked in row["questions"]:
            spans = [m.span() for answer in asked["answers"] for m in re.finditer(re.escape(answer), row["text"])]
            yield Item("news", row["doc"], asked["q"], reading, spans)
    posts = {f"{row['channel']}/{row['message_id']}": row["text"] for row in rows(folder / "telegram_posts_ru.jsonl")}
    for row in rows(MARKS / "asked_posts.jsonl"):
        yield from _marked("posts", row, Shown.of(posts[row["id"]]))
    wikinews = {row["doc"]: row["text"] for row in rows(folder / "entities_ru.jsonl")}
    for row in rows(MARKS / "asked_wikinews.jsonl"):
        yield from _marked("wikinews", row, Shown.of(wikinews[row["id"]]))


def _marked(source: str, row: Mapping[str, Any], shown: Shown) -> Iterator[Item]:
    reading = nlp.read(shown.text)
    for asked in row["questions"]:
        yield Item(source, row["id"], asked["q"], reading, [shown.span(*span) for span in asked["answers"]])


def misspelled(question: str, rng: random.Random) -> str:
    """One letter of each long word swapped, dropped, doubled or replaced."""
    edits: tuple[Callable[[str, int], str], ...] = (
        lambda w, k: w[:k] + w[k + 1] + w[k] + w[k + 2 :],
        lambda w, k: w[:k] + w[k + 1 :],
        lambda w, k: w[:k] + w[k] + w[k:],
        lambda w, k: w[:k] + rng.choice(w) + w[k + 1 :],
    )
    return re.sub(r"\w{5,}", lambda m: rng.choice(edits)(m.group(), rng.randrange(1, len(m.group()) - 1)), question)


def shortened(item: Item, rng: random.Random) -> Item:
    """The question with few of its content words."""
    said = [m for m in WORD.finditer(item.question) if fold(m.group()) not in function_words()]
    kept = {0, *rng.sample(range(len(said)), min(len(said), rng.choice(LEFT)))}
    text = item.question
    for i in sorted(set(range(len(said))) - kept, reverse=True):
        text = text[: said[i].start()] + text[said[i].end() :]
    return replace(item, question=" ".join(text.split()), source=item.source + SHORT)


# ---- what is learned from them


def examples(items: Sequence[Item], typos: bool = False) -> list[Example]:
    rng = random.Random(SEED)  # noqa: S311  (the same examples every time)
    of_title: defaultdict[str, dict[int, Reading]] = defaultdict(dict)
    for item in items:
        of_title[item.title][id(item.reading)] = item.reading
    return [_example(item, of_title, rng, typos) for item in items]


def _example(item: Item, of_title: Mapping[str, dict[int, Reading]], rng: random.Random, typos: bool) -> Example:
    question = misspelled(item.question, rng) if typos else item.question
    elsewhere = [one for title in sorted(of_title) if title != item.title for one in of_title[title].values()]
    others = [weighed(question, one) for one in rng.sample(elsewhere, OTHERS)]
    near = [one for one in of_title[item.title].values() if one is not item.reading]
    own = weighed(question, item.reading, item.spans)
    cut = weighed(question, without(item.reading, item.spans)) if item.spans else own
    strange = _strange_news(item, own, cut, others) if item.source in NEWS else _strange(cut, others)
    if near:
        strange += ((weighed(question, rng.choice(near)), NEAR_WEIGHT),)
    source = f"{item.source} typos" if typos else item.source
    said = is_about_words(understand(question))
    if item.source.startswith(TOO_FEW):
        strange = strange[:OTHERS]
    return Example(source, item.title, said, own if item.spans else None, others[0], cut, strange)


Strange = tuple[tuple[Table, float], ...]


def _strange(cut: Table, others: Sequence[Table]) -> Strange:
    return (*((one, 1 / OTHERS) for one in others), (cut, CUT_WEIGHT))


def _strange_news(item: Item, own: Table, cut: Table, others: Sequence[Table]) -> Strange:
    return ((cut if item.spans else own, NEWS_HELD), (others[0], NEWS_HELD * NEWS_OTHER))


def weighed(question: str, reading: Reading, spans: Sequence[tuple[int, int]] = ()) -> Table:
    """What the features say of the sentences, which are few or all."""
    found = [among for _, among in candidates(understand(question), [reading])]
    if not found:
        return Table(np.zeros((len(FIT), 0)), np.zeros((len(SURE), 0)), 0.0, np.zeros(0, np.bool_))
    among = found[0]
    return Table(table(FIT, among), table(SURE, among), vast(among), held_by(reading, spans)[among.at])


def held_by(reading: Reading, spans: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Of each sentence, whether it holds most of a span, or lies mostly in it."""
    return np.array([any(_shares(s.start, s.stop, *span) for span in spans) for s in reading.sentences], np.bool_)


def _shares(start: int, stop: int, low: int, high: int) -> bool:
    return min(stop, high) - max(start, low) > 0.5 * min(stop - start, high - low)


def without(reading: Reading, spans: Sequence[tuple[int, int]]) -> Reading:
    """The text without the sentences that answer."""
    answering = held_by(reading, spans)
    kept = tuple(s for s, told in zip(reading.sentences, answering, strict=True) if not told)
    return replace(reading, sentences=kept)


@dataclass(frozen=True)
class Groups:
    """Sentences to be told apart, question by question.

    ``x`` are their features, a row each, ``of`` the number of the question, ``given`` scores that stand already;
    ``weight`` is of each question.
    """

    x: Array
    of: NDArray[np.intp]
    right: NDArray[np.bool_]
    given: Array
    weight: Array

    @classmethod
    def made(cls, told: Iterable[tuple[Array, NDArray[np.bool_], Array, float]]) -> Groups:
        kept = [one for one in told if one[1].any() and not one[1].all()]
        x, right, given = (np.concatenate([one[i] for one in kept]) for i in range(3))
        weight = np.array([one[3] for one in kept])
        return cls(x, np.repeat(np.arange(len(kept)), [len(one[1]) for one in kept]), right, given, weight)


def softmax_weights(groups: Groups) -> Array:
    """What each feature is worth for the right sentence to come first."""
    scale = groups.x.std(0) + 1e-6
    z, of, n = groups.x / scale, groups.of, len(groups.weight)
    weight = groups.weight / groups.weight.mean()

    def softmax(e: Array) -> Array:
        return np.asarray(e / np.bincount(of, e, n)[of])

    def gradient(w: Array) -> Array:
        e = np.exp(np.clip(z @ w + groups.given, -50, 50))
        return np.asarray(z.T @ (weight[of] * (softmax(e) - softmax(e * groups.right))) / n + RIDGE * w / n)

    return descend(gradient, z.shape[1]) / scale


def descend(
    gradient: Callable[[Array], Array],
    size: int,
    rate: float = 0.1,
    steps: int = 400,
    bounds: tuple[Array | float, Array | float] = (-np.inf, np.inf),
) -> Array:
    """Adam (Kingma and Ba 2015) from zero, within bounds."""
    w, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for t in range(1, steps + 1):
        g = gradient(w)
        mean, square = 0.9 * mean + 0.1 * g, 0.99 * square + 0.01 * g * g
        w = np.clip(w - rate * (mean / (1 - 0.9**t)) / (np.sqrt(square / (1 - 0.99**t)) + 1e-8), *bounds)
    return w


@dataclass(frozen=True)
class Trained:
    """What is learned of one language: the weights of `FIT` for facts and for somebody's words, those of `HELD`."""

    facts: Array
    said: Array
    held: Array

    def fit(self, example: Example) -> Array:
        return self.said if example.said else self.facts

    def score(self, example: Example, table: Table) -> float:
        top = _top(table, self.fit(example))
        return 0.0 if top is None else float(1 / (1 + np.exp(-top @ self.held)))


def train(data: Sequence[Example]) -> Trained:
    facts = train_fit([e for e in data if not e.said and not e.short])
    news = [e for e in data if e.news]
    said = train_fit(news) if news else facts
    return Trained(facts, said, train_held(data, facts, said))


def train_fit(data: Iterable[Example]) -> Array:
    owned = [(e.own, NEWS_FIT if e.news else 1.0) for e in data if e.own]
    return softmax_weights(
        Groups.made((own.fitting.T, own.right, np.zeros(len(own.right)), weight) for own, weight in owned)
    )


def train_held(data: Sequence[Example], facts: Array, said: Array) -> Array:
    """The weights of `HELD`, the bias last."""
    told = [
        (_top(table, said if e.said else facts), label, weight * (SHORT_WEIGHT if e.short else 1.0))
        for e in data
        for table, label, weight in (
            *([(e.own, 1.0, NEWS_HELD if e.news else 1.0)] if e.own else []),
            *((table, 0.0, weight) for table, weight in e.strange),
        )
    ]
    x, y, weight = (np.array(column) for column in zip(*(one for one in told if one[0] is not None), strict=True))
    mean, scale = np.append(x[:, :-1].mean(0), 0.0), np.append(x[:, :-1].std(0) + 1e-6, 1.0)
    z, ridge = (x - mean) / scale, HELD_RIDGE * np.append(np.ones(x.shape[1] - 1), 0.0)

    def gradient(w: Array) -> Array:
        return np.asarray((z.T @ (weight * (1 / (1 + np.exp(-z @ w)) - y)) + ridge * w) / weight.sum())

    w = descend(gradient, x.shape[1], rate=0.03, steps=800, bounds=_bounds()) / scale
    return np.append(w[:-1], w[-1] - w @ mean)


def _bounds() -> tuple[Array, Array]:
    """The least and the most that each feature of `HELD`, and the bias, may be worth."""
    least = [0.0 if name not in AGAINST | NEUTRAL else -np.inf for name in HELD]
    most = [0.0 if name in AGAINST else np.inf for name in HELD]
    return np.array([*least, -np.inf]), np.array([*most, np.inf])


def _top(table: Table, fit: Array) -> Array | None:
    """What `HELD` says of the best sentence, and 1 for the bias; None where there is none."""
    if not len(table.right):
        return None
    worth = fit @ table.fitting
    return np.append(held_table(table.fitting, table.sure, worth, table.vast)[:, int(np.argmax(worth))], 1.0)


def train_placed(folder: Path, language: str, fit: Array) -> Array:
    """What tells articles apart, beside what the sentences come to: all paragraphs asked at once."""
    items = [item for item in paragraphs(folder, language) if item.source == language]
    pool = list({item.reading.text: item.reading for item in items}.values())
    return softmax_weights(Groups.made(_placed(item, pool, fit) for item in items))


def _placed(item: Item, pool: Sequence[Reading], fit: Array) -> tuple[Array, NDArray[np.bool_], Array, float]:
    found = list(candidates(understand(item.question), pool))
    x = np.concatenate([np.zeros((0, len(PLACED))), *(table(PLACED, among).T for _, among in found)])
    given = np.concatenate([np.zeros(0), *(fit @ table(FIT, among) for _, among in found)])
    own = item.reading.text
    right = [(held_by(reading, item.spans) & (reading.text == own))[among.at] for reading, among in found]
    best = np.argsort(-given)[:BEST]
    return x[best], np.concatenate([np.zeros(0, np.bool_), *right])[best], given[best], 1.0


# ---- what is reported and written


@dataclass(frozen=True)
class Judged:
    """Out of fold: whether the first sentence was right; the scores of the right text, of another, of it cut."""

    right: bool
    own: float | None
    other: float
    cut: float


def cross_validated(data: Sequence[Example]) -> Iterator[tuple[Example, Judged]]:
    titles = sorted({e.title for e in data})
    random.Random(SEED).shuffle(titles)  # noqa: S311
    fold = {title: i % FOLDS for i, title in enumerate(titles)}
    for k in range(FOLDS):
        trained = train([e for e in data if fold[e.title] != k])
        for e in (e for e in data if fold[e.title] == k):
            yield e, _judged(e, trained)


def _judged(e: Example, trained: Trained) -> Judged:
    right = (
        e.own is not None
        and bool(len(e.own.right))
        and bool(e.own.right[int(np.argmax(trained.fit(e) @ e.own.fitting))])
    )
    own = None if e.own is None else trained.score(e, e.own)
    return Judged(right, own, trained.score(e, e.other), trained.score(e, e.cut))


def report(told: Sequence[tuple[Example, Judged]], thresholds: Mapping[str, float], language: str) -> None:
    for source, said in sorted({(e.source, e.said) for e, _ in told}):
        mine = [one for e, one in told if (e.source, e.said) == (source, said)]
        figures = _figures(mine, thresholds["said" if said else language])
        print(f"{source:18s} {'said' if said else 'fact'}  " + "  ".join(f"{k} {v:.3f}" for k, v in figures.items()))


def _figures(told: Sequence[Judged], at: float) -> dict[str, float]:
    owned = [one for one in told if one.own is not None]
    answered = [one for one in owned if one.own is not None and one.own >= at]
    lacking = [one for one in told if one.own is None]
    count = max(1, len(owned))
    return {
        "first": sum(one.right for one in owned) / count,
        "answered": len(answered) / count,
        "rightly": sum(one.right for one in answered) / count,
        "other subject": sum(one.other >= at for one in told) / max(1, len(told)),
        "without its answer": sum(one.cut >= at for one in owned) / count,
        "unanswerable refused": sum(one.cut < at for one in lacking) / max(1, len(lacking)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--write", action="store_true", help="replace nlp/weights.py")
    asked = parser.parse_args()
    weights: dict[str, tuple[Array, Array, Array]] = {}
    thresholds: dict[str, float] = {}
    for language in ("ru", "en", "kk"):
        data = list(all_examples(asked.directory, language))
        told = list(cross_validated(data))
        own = [one.own for e, one in told if e.source == language and one.own is not None]
        thresholds[language] = float(np.quantile(own, 1 - KEPT[language]))
        if language == "ru":
            own = [one.own for e, one in told if e.news and e.said and one.own is not None]
            thresholds["said"] = float(np.quantile(own, 1 - KEPT["said"]))
        report(told, thresholds, language)
        trained = train(data)
        placed = train_placed(asked.directory, language, trained.facts)
        weights[language] = trained.facts, placed, trained.held
        if language == "ru":
            weights["said"] = trained.said, placed, trained.held
    if asked.write:
        TARGET.write_text(source(weights, thresholds), encoding="utf8")


def all_examples(folder: Path, language: str) -> Iterator[Example]:
    items = list(paragraphs(folder, language))
    yield from examples(items)
    yield from examples(items, typos=True)
    rng = random.Random(SEED)  # noqa: S311
    yield from examples([shortened(item, rng) for item in items])
    if language == "en":
        yield from examples(list(long_texts(items, language)))
    if language == "ru":
        yield from examples(list(news(folder)))


def source(weights: Mapping[str, tuple[Array, Array, Array]], thresholds: Mapping[str, float]) -> str:
    """`nlp/weights.py`."""
    lines = [
        '"""What each feature of `nlp.features` is worth. Written by `benchmarks.train_matcher`: do not edit.',
        "",
        "Trained on XQuAD, Russian and English (Artetxe et al. 2020, CC BY-SA 4.0), for Kazakh on KazQAD (Yeshpanov",
        "et al. 2024, CC BY-SA 4.0), as written and with typos, on more questions to the same paragraphs, and on",
        "questions about Russian news: Telegram posts (CC BY 4.0), Wikinews (CC BY), factRuEval-2016 (MIT).",
        "Shared under CC BY-SA 4.0.",
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
        '    """By the names of `FIT`, `PLACED` and `HELD`."""',
        "",
        "    fit: Mapping[str, float]",
        "    placed: Mapping[str, float]",
        "    held: Mapping[str, float]",
        "    bias: float",
        "",
        "",
        "WEIGHTS: Mapping[str, Weights] = {",
    ]
    for name, (fit, placed, held) in weights.items():
        lines += [f'    "{name}": Weights(']
        lines += _table("fit", _names(FIT), fit) + _table("placed", _names(PLACED), placed) + _table("held", HELD, held)
        lines += [f"        bias={held[-1]:.3f},", "    ),"]
    lines += [
        "}",
        '"""By language, and of questions about somebody\'s words; the Russian ones serve other languages."""',
        "",
    ]
    lines += [
        "THRESHOLDS: Mapping[str, float] = {",
        *(f'    "{one}": {at:.3f},' for one, at in thresholds.items()),
        "}",
    ]
    return "\n".join([*lines, '"""The score that an answer must reach."""', ""])


def _names(features: Sequence[Callable[..., Array]]) -> list[str]:
    return [feature.__name__ for feature in features]


def _table(name: str, names: Sequence[str], weights: Array) -> list[str]:
    rows = [f'            "{one}": {w:.3f},' for one, w in zip(names, weights, strict=False)]
    return [f"        {name}={{", *rows, "        },"]


if __name__ == "__main__":
    main()
