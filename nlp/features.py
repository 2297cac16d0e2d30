"""How well sentences fit a question: ordered lists of small named features, each a number of about 0..1 a sentence.

`FIT` tells the sentences of an article apart, `PLACED` tells articles apart, `HELD` whether an article holds an answer
at all. What each is worth stands in `nlp.weights`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from nlp.index import Array
from nlp.model import Expected
from nlp.weighed import Weighed

Feature = Callable[[Weighed], Array]
"""(m,) for the ``m`` sentences weighed."""


def exact(one: Weighed) -> Array:
    """The words of the question in any of their forms."""
    return one.share(one.strengths == 1)


def alike(one: Weighed) -> Array:
    """Their kin, and what they are misspellings of."""
    return one.share(np.where(one.strengths < 1, one.strengths, 0.0))


def concise(one: Weighed) -> Array:
    """Both, less in a long sentence, which holds many words by chance (BM25)."""
    length = 0.25 + 0.75 * one.matched.index.sizes[one.at] / one.length
    return np.asarray(one.shares[one.at] * 2.2 / (1 + 1.2 * length))


def plain(one: Weighed) -> Array:
    """Both, all words of one worth."""
    return np.asarray(one.strengths.mean(axis=0))


def best(one: Weighed) -> Array:
    """No sentence of the article holds more."""
    return np.asarray(one.shares[one.at] == one.shares.max(initial=0.0), np.float64)


def before(one: Weighed) -> Array:
    """What the sentence lacks and the one before it holds."""
    return one.share(np.where(one.strengths == 0, one.beside(-1), 0.0))


def after(one: Weighed) -> Array:
    """What the sentence lacks and the one after it holds."""
    return one.share(np.where(one.strengths == 0, one.beside(+1), 0.0))


def taken_up(one: Weighed) -> Array:
    """The same, where the one after it leans on it: «Это …»."""
    leans = np.append(one.matched.index.leans, False)
    return np.asarray(after(one) * leans[one.at + 1])


def carried(one: Weighed) -> Array:
    """The names that the sentence lacks and one before it holds, less the farther that is."""
    named = one.matched.strengths[one.query.proper]
    far = one.at[:, None] - np.arange(named.shape[1])[None, :]
    near = np.where(far > 0, 1 / np.sqrt(np.maximum(far, 1)), 0.0)
    held = (named[:, None, :] * near[None, :, :]).max(axis=2, initial=0.0)
    lacking = np.where(one.strengths[one.query.proper] == 0, held, 0.0)
    return np.asarray(one.weights[one.query.proper] @ lacking)


def together(one: Weighed) -> Array:
    """What stands close together."""
    return one.together


def names(one: Weighed) -> Array:
    """The names and numbers of the question."""
    return one.share(np.where(one.query.proper[:, None], one.strengths, 0.0))


def numbers(one: Weighed) -> Array:
    """The numbers of the question."""
    return one.share(np.where(one.query.numeric[:, None], one.strengths, 0.0))


def meant(one: Weighed) -> Array:
    """The words of the question or others that mean the like."""
    return one.share(one.meant)


def implied(one: Weighed) -> Array:
    """Those others alone."""
    return one.share(np.where(one.strengths == 0, one.meant, 0.0))


def focused(one: Weighed) -> Array:
    """What «какой» or «сколько» asks for, or something like it."""
    focus = one.query.focus
    return np.zeros(len(one.at)) if focus is None else one.meant[focus]


def pieces(one: Weighed) -> Array:
    """Pieces of words, by rarity: kin that look too different as wholes."""
    return one.pieces[0]


def likeness(one: Weighed) -> Array:
    """The words of both as sets of strings."""
    return one.likeness


def early(one: Weighed) -> Array:
    """Near the beginning of the article."""
    return 1 / (1.0 + one.at)


def last(one: Weighed) -> Array:
    """The last of several sentences."""
    end = len(one.matched.index.sentences) - 1
    return np.asarray((one.at == end).astype(float) * (end > 0))


def long(one: Weighed) -> Array:
    """A fragment answers less than a sentence."""
    return np.asarray(np.log1p(one.matched.index.sizes[one.at]) / 4)


def expecting(kinds: Iterable[Expected], name: str) -> Feature:
    """The sentence holds a detail of the kind that the question expects."""

    def feature(one: Weighed) -> Array:
        return one.suits * (one.query.expects in kinds)

    feature.__name__ = name
    return feature


def counted(one: Weighed) -> Array:
    """A number is asked for, and the sentence holds one of that measure or noun."""
    return one.counts


def uncounted(one: Weighed) -> Array:
    """A number is asked for, and the sentence holds none of that measure or noun."""
    return (one.query.expects == "number") - counted(one)


def headline(one: Weighed) -> Array:
    """A mere title, which gives way to a full sentence that says about the same."""
    return one.matched.index.headline[one.at].astype(float)


def spoken_by(one: Weighed) -> Array:
    """The sentence holds words of the speaker asked about."""
    return one.sayings.most("by")


def spoken_about(one: Weighed) -> Array:
    """How much of the question is in somebody's words."""
    return one.sayings.most("about")


def spoken_meant(one: Weighed) -> Array:
    """The same of words that mean the like."""
    return one.sayings.most("meant")


def spoken(one: Weighed) -> Array:
    """Somebody's words are asked about, and the sentence holds some."""
    return np.array([bool(said) for said in one.sayings.said], np.float64)


def attributed(one: Weighed) -> Array:
    """The same, and it tells whose."""
    return one.sayings.most("told")


def naming(one: Weighed) -> Array:
    """The sentence names the speaker asked about."""
    return one.sayings.names


def held_words(one: Weighed) -> Array:
    """How many of the question's words the whole article holds."""
    return _everywhere(one, float(one.matched.held.mean()))


def _everywhere(one: Weighed, value: float) -> Array:
    return np.full(len(one.at), value)


def held_rare(one: Weighed) -> Array:
    """The same by the rarity of the words in the language: common ones are in any article."""
    return _everywhere(one, float(one.rare(one.matched.held)))


def held_meant(one: Weighed) -> Array:
    """The same of words that mean the like."""
    return _everywhere(one, float(one.rare(one.matched.meant.max(axis=1, initial=0.0))))


def rare(one: Weighed) -> Array:
    """How much of the question the sentence holds, by the rarity of the words in the language."""
    return one.rare(one.strengths)


def rare_meant(one: Weighed) -> Array:
    """The same of words that mean the like."""
    return one.rare(one.meant)


def evidence(one: Weighed) -> Array:
    """The rarity of all words held together: one rare name tells as much as three common words."""
    return _everywhere(one, min(1.0, float(one.query.usual @ one.matched.held) / 30))


def held_pieces(one: Weighed) -> Array:
    """The share of the pieces of the question's words that the article holds."""
    return _everywhere(one, one.held_pieces)


def bare_pieces(one: Weighed) -> Array:
    """The share of those pieces that the sentence holds."""
    return one.pieces[1]


def strange_names(one: Weighed) -> Array:
    """The share of the question's names and numbers that the article never mentions."""
    named = one.matched.held[one.query.proper]
    return _everywhere(one, float((named == 0).mean()) if len(named) else 0.0)


def brief(one: Weighed) -> Array:
    """A question of few words is easily held by chance."""
    return _everywhere(one, 1 / (1 + len(one.query.terms)))


def unfulfilled(one: Weighed) -> Array:
    """A number, date or place is asked for, and the sentence holds none."""
    return (one.query.expects in ("number", "date", "place")) * (1 - one.suits)


def nameless(one: Weighed) -> Array:
    """A name is asked for, and the sentence holds none that the question does not bring."""
    return (one.query.expects in ("person", "organisation", "name")) * (1 - one.suits)


def strange_focus(one: Weighed) -> Array:
    """What «какой» or «сколько» asks for is never mentioned in the article."""
    focus = one.query.focus
    return _everywhere(one, float(focus is not None and not one.matched.held[focus]))


def strange_count(one: Weighed) -> Array:
    """The same of a number."""
    return strange_focus(one) * (one.query.expects == "number")


def lacked_rare(one: Weighed) -> Array:
    """The rarest word of the question that the sentence lacks, by its rarity in the language."""
    return np.asarray((one.query.usual[:, None] * (1 - one.strengths)).max(axis=0, initial=0.0) / 8)


def lacked_meant(one: Weighed) -> Array:
    """The same of words that mean the like."""
    return np.asarray((one.query.usual[:, None] * (1 - one.meant)).max(axis=0, initial=0.0) / 8)


def lacked_around(one: Weighed) -> Array:
    """How much of the question neither the sentence nor its neighbours hold, by rarity in the language."""
    around = np.maximum(one.strengths, np.maximum(one.beside(-1), one.beside(+1)))
    return 1 - one.rare(around)


def strange_words(one: Weighed) -> Array:
    """How many words of the question the article never mentions, to a few."""
    return _everywhere(one, min(1.0, float((one.matched.held == 0).sum()) / 4))


def unheard(one: Weighed) -> Array:
    """The rarest word of the question that the article never mentions, by its rarity in the language."""
    return _everywhere(one, float((one.query.usual * (1 - one.matched.held)).max(initial=0.0)) / 8)


FIT: tuple[Feature, ...] = (
    exact,
    alike,
    concise,
    plain,
    best,
    before,
    after,
    taken_up,
    carried,
    together,
    names,
    numbers,
    meant,
    implied,
    focused,
    pieces,
    likeness,
    early,
    last,
    long,
    expecting(("number",), "number"),
    expecting(("date",), "date"),
    expecting(("person", "organisation", "name"), "name"),
    expecting(("place",), "place"),
    expecting(("reason",), "reason"),
    counted,
    headline,
    spoken_by,
    spoken_about,
    spoken_meant,
    spoken,
    attributed,
    naming,
)

PLACED: tuple[Feature, ...] = (held_words, held_rare, held_meant, held_pieces, strange_names)

SURE: tuple[Feature, ...] = (
    *PLACED,
    brief,
    unfulfilled,
    nameless,
    strange_focus,
    strange_count,
    evidence,
    rare,
    rare_meant,
    bare_pieces,
    uncounted,
    lacked_rare,
    lacked_meant,
    lacked_around,
    strange_words,
    unheard,
)
"""What tells, beside `FIT`, whether a sentence answers."""

HELD: tuple[str, ...] = (
    *(feature.__name__ for feature in (*FIT, *SURE)),
    "fit",
    "ahead",
    "vast",
)
"""What tells whether an article holds an answer: ``fit`` is what `FIT` comes to, ``ahead`` how far that is before the
next best sentence, ``vast`` how long the article is."""
AHEAD = 3.0
"""How far the only sentence is before the others."""


def table(features: Iterable[Feature], one: Weighed) -> Array:
    """What each feature says of each sentence; (features, m)."""
    return np.array([feature(one) for feature in features]).reshape(-1, len(one.at))


def held_table(fitting: Array, sure: Array, fit: Array, vast: float) -> Array:
    """What `HELD` says of each sentence, (held, m), from the tables of `FIT` and `SURE` and what `FIT` comes to."""
    return np.vstack([fitting, sure, np.array([fit, _ahead(fit), np.full(len(fit), vast)])])


def vast(one: Weighed) -> float:
    """How long the article is, about 1 for a long one."""
    return float(np.log1p(len(one.matched.index.sentences))) / 4


def _ahead(fit: Array) -> Array:
    """How far each is before the best of the others; 0 for all but the first."""
    if len(fit) < 2:
        return np.full(len(fit), AHEAD)
    best, second = np.sort(fit)[::-1][:2]
    return np.asarray(np.maximum(fit - np.where(fit == best, second, best), 0.0))
