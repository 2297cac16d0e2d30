"""Which sentences are most worth keeping, in their order.

Every sentence has its `salience`. Then they are taken one by one, the best of what is left, so that nothing is said
twice, no quotation is cut, and a sentence that leans on the one before comes only after it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from nlp.model import WHOLE, Sentence
from nlp.salience import LINK, LONG, Candidate, candidate, features, leans, patterns, sections
from nlp.summary_weights import WEIGHTS
from nlp.words import fold

__all__ = ["leans", "rank"]

# How many sentences are chosen with care for each other; nobody asks for a longer summary.
CAREFULLY = 20
CONSIDERED = 300

LONGEST_CALL = 40  # words of a call to subscribe; a longer sentence says something besides
SAME = 0.8  # of the words of the shorter sentence: as good as said already
FAR = 5  # sentences that a quotation may go on for; a mark that is closed later, or never, was lost

SHORTEST, SHORTEST_ITEM = 3, 5  # words
UNTELLING = re.compile(r"[:?][\W_]*$")
BULLET = re.compile(r"\s*[•▪▫◦⁃🔹🔸▶►✔✅—–-]")
ENDED = re.compile(r"[.!?…][\s»”\"')\]]*$")
TAGS = re.compile(r"[#@]\w+|[^\w\s]")
DATELINE = re.compile(r"\W*[^\W\d][\w -]{2,30}[,.] \d{1,2} [^\W\d]{3,9}(?: \d{4}(?: ?\w{1,4}\.?)?)?\W*")
OPENING, CLOSING = re.compile("[«„]|“(?=\\w)"), re.compile("[»”]|“(?!\\w)")


def rank(sentences: Sequence[Sentence], language: str | None, title: str | None) -> tuple[int, ...]:
    """Indices of the sentences worth keeping, best first.

    The text's own headline (``title``), calls to subscribe, credits, tags, bare links, pieces of a quotation and what
    was said already are left out, unless there is nothing else. A sentence that leans on the one before it stands
    somewhere behind that one.
    """
    chosen = candidates(sentences, language, title)
    own = weights(language)
    order = in_order(chosen, scores(features(chosen, language, title), own), own["repetition"])
    left = [one.index for one in chosen if one.index not in order] if len(sentences) <= WHOLE else []
    return (*order, *left)


def weights(language: str | None) -> Mapping[str, float]:
    """Those learned for the language, else those learned for all."""
    return WEIGHTS.get(language or "", WEIGHTS[""])


def scores(found: Mapping[int, Mapping[str, float]], own: Mapping[str, float]) -> dict[int, float]:
    return {i: sum(own[name] * value for name, value in each.items()) for i, each in found.items()}


# ---- what may be told


def candidates(sentences: Sequence[Sentence], language: str | None, title: str | None) -> Sequence[Candidate]:
    every = [candidate(i, sentence.text, language) for i, sentence in enumerate(sentences)]
    torn = set(_torn([one.folded for one in every]))
    few = len(every) <= WHOLE
    telling = [one for one in every if not _is_noise(one, language, few) and not _is_headline(one, title)]
    whole = [one for one in telling if one.index not in torn and _is_whole(one, len(every) > LONG)]
    return (whole if len(telling) > WHOLE else telling) or telling or [one for one in every if one.lemmas] or every


def _is_whole(one: Candidate, long: bool) -> bool:
    """Whether it tells something: no question, no introduction to a list, no mere name in one.

    Nor a heading, which in a long text is what has no last mark.
    """
    shortest = SHORTEST_ITEM if BULLET.match(one.folded) else SHORTEST
    ended = not long or ENDED.search(one.folded) is not None
    return one.length >= shortest and UNTELLING.search(one.folded) is None and ended


def _is_noise(one: Candidate, language: str | None, few: bool) -> bool:
    """Whether it is a call or a mere dateline, or says hardly anything; of few sentences «Он жив.» is one."""
    called = one.length <= LONGEST_CALL and patterns(language).boilerplate.search(one.folded)
    called = called or DATELINE.fullmatch(one.folded)
    letters = sum(map(str.isalpha, TAGS.sub("", one.folded)))
    counts = few and letters > 0 and ENDED.search(one.folded) is not None
    return bool(called) or (not counts and (not one.lemmas or letters < 8))


def _is_headline(one: Candidate, title: str | None) -> bool:
    return bool(title) and one.index < 3 and _letters(one.folded) in _letters(fold(LINK.sub("", title or "")))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _torn(texts: Sequence[str]) -> Iterator[int]:
    """The indices of sentences that hold a piece of a quotation."""
    opened = [len(OPENING.findall(one)) - len(CLOSING.findall(one)) for one in texts]
    for i in (i for i, depth in enumerate(opened) if depth > 0):
        closed = next((n for n, depth in enumerate(accumulate(opened[i : i + FAR])) if depth <= 0), 0)
        yield from range(i, i + closed + 1)
    straight = [i for i, one in enumerate(texts) if one.count('"') % 2]
    for i, j in zip(straight[::2], straight[1::2], strict=False):
        yield from range(i, j + 1) if j - i < FAR else (i, j)


# ---- the order


def in_order(chosen: Sequence[Candidate], score: Mapping[int, float], repetition: float) -> tuple[int, ...]:
    """Indices, the best first; each time the best of what is left, seen beside what has been taken.

    ``repetition`` is added for each sentence that was taken, by the share of words that is said again. Of a long text
    every section has its say before any has it twice.
    """
    section = {one.index: number for number, each in enumerate(sections(chosen)) for one in each}
    by_score = sorted(chosen, key=lambda one: (-score[one.index], one.index))
    left = {one.index: one for one in by_score[:CONSIDERED]}
    first = 0 if any(not one.leaning for one in chosen) or not chosen else chosen[0].index
    taken: dict[int, None] = {}
    value, said = dict(score), dict.fromkeys(left, 0.0)
    while len(taken) < CAREFULLY:
        free = [i for i, one in left.items() if said[i] < SAME and _may_stand(one, taken, first)]
        if not free:
            return tuple(taken)
        heard = {section[i] for i in taken}
        unheard = [i for i in free if section[i] not in heard]
        newest = left.pop(max(unheard or free, key=lambda i: value[i]))
        taken[newest.index] = None
        for i, one in left.items():
            again = overlap(one, newest)
            value[i], said[i] = value[i] + repetition * again, max(said[i], again)
    return (*taken, *_the_others(by_score, taken, chosen))


def _may_stand(one: Candidate, taken: Container[int], first: int) -> bool:
    return not one.leaning or one.index - 1 in taken or one.index == first


def _the_others(by_score: Iterable[Candidate], taken: Mapping[int, None], chosen: Sequence[Candidate]) -> Iterator[int]:
    """Each that leans on nothing, the best first, and then what leans on it."""
    leaning = {one.index for one in chosen if one.leaning} - taken.keys()
    standing = [one.index for one in by_score if one.index not in taken and one.index not in leaning]
    for i in (*taken, *standing):
        yield from () if i in taken else (i,)
        while (i := i + 1) in leaning:
            yield i


def overlap(a: Candidate, b: Candidate) -> float:
    return len(a.lemmas & b.lemmas) / max(1, min(len(a.lemmas), len(b.lemmas)))
