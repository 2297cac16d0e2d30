"""Which of many speakers is meant by a name that somebody types: in any case, order or spelling, or with a slip.

Beside `nlp.matching` and `nlp.keyboard` this file knows rapidfuzz.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

from rapidfuzz.distance import OSA, JaroWinkler

from nlp.model import Speaker
from nlp.speakers import same_person
from nlp.speech.names import alike, given_and_family, skeleton, stems, words_of
from nlp.words import fold

SHORTEST = 3
"""Letters of the beginning of a name that may stand for it."""
LIKE = 0.8
"""Jaro-Winkler similarity from which on a name is worth proposing."""

spelt = lru_cache(maxsize=20_000)(skeleton)


def key(name: str) -> int:
    """A positive number of 48 bits, the same for spellings that the alphabets share: Токаев, Тоқаев, Tokayev.

    The archive keeps it beside its articles: whoever changes it raises `nlp.VERSION`.
    """
    plain = " ".join(map(spelt, words_of(name))) or fold(name)
    return int.from_bytes(blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=6).digest()) or 1


def people(query: str, known: Sequence[Speaker]) -> list[list[Speaker]]:
    """Whoever may be meant among the speakers, all names of each person together, the fullest first.

    The first of `RULES` that finds somebody decides; [] if none does.
    """
    wanted = words_of(query)
    found = next((some for rule in RULES if wanted and (some := [one for one in known if rule(wanted, one)])), [])
    return _joined_by_person(_nominatives(wanted, found), known)


def person(name: str, known: Sequence[Speaker]) -> list[Speaker]:
    """All the speakers who are the person of this name, the fullest name first."""
    same = [one for one in known if one.name == name]
    return next(iter(_joined_by_person(same, known)), [])


def nearest(query: str, known: Sequence[Speaker], limit: int) -> list[Speaker]:
    """Up to ``limit`` speakers whose names look most like what was typed; of equals the first."""
    wanted = [spelt(word) for word in words_of(query)]
    near = [(max((_likeness(word, one) for word in wanted), default=0.0), one) for one in known]
    return [one for like, one in sorted(near, key=lambda pair: -pair[0])[:limit] if like >= LIKE]


def _likeness(word: str, one: Speaker) -> float:
    return max((JaroWinkler.similarity(word, spelt(own)) for own in words_of(one.name)), default=0.0)


def _is_named(wanted: Sequence[str], one: Speaker) -> bool:
    """The name, or as much of it as somebody cares to type."""
    return same_person(Speaker(" ".join(wanted)), one) or _all(wanted, words_of(one.name), _is_beginning)


def _is_described(wanted: Sequence[str], one: Speaker) -> bool:
    """«министр торговли», «президент Токаев»: every word stands in the name or the title."""
    return _all(wanted, words_of(f"{one.name} {one.title or ''}"), _is_form)


def _is_misspelt(wanted: Sequence[str], one: Speaker) -> bool:
    return _all(wanted, words_of(one.name), _is_slip)


RULES: tuple[Callable[[Sequence[str], Speaker], bool], ...] = (_is_named, _is_described, _is_misspelt)


def _all(wanted: Iterable[str], own: Sequence[str], fits: Callable[[str, str], bool]) -> bool:
    return all(any(fits(word, one) for one in own) for word in wanted)


def _is_form(word: str, own: str) -> bool:
    return alike(word, own) or spelt(word) == spelt(own)


def _is_beginning(word: str, own: str) -> bool:
    return len(spelt(word)) >= SHORTEST and spelt(own).startswith(spelt(word))


def _is_slip(word: str, own: str) -> bool:
    """One slip in a short word, two in a long one; the word may have an ending that the name has not."""
    forms = {spelt(stem) for stem in stems(word) if len(stem) > SHORTEST}
    return any(OSA.distance(form, spelt(own), score_cutoff=1 + len(form) // 8) <= 1 + len(form) // 8 for form in forms)


def _nominatives(wanted: Sequence[str], found: Sequence[Speaker]) -> Sequence[Speaker]:
    """Where somebody is called so to the letter, names that go on are not meant: «Петровский» by «Петров»."""
    typed = spelt(given_and_family(" ".join(wanted))[1])
    if all(_family(one) != typed for one in found):
        return found
    return [one for one in found if len(_family(one)) <= len(typed) or not _family(one).startswith(typed)]


def _family(one: Speaker) -> str:
    return spelt(given_and_family(one.name)[1])


def _joined_by_person(found: Iterable[Speaker], known: Sequence[Speaker]) -> list[list[Speaker]]:
    """The persons among ``known`` who have one of the names found."""
    sought = set(found)
    families = {stem for one in sought for stem in _stems(one)}
    relatives = [one for one in known if one in sought or not families.isdisjoint(_stems(one))]
    return [group for group in _grouped(relatives) if not sought.isdisjoint(group)]


@lru_cache(maxsize=20_000)
def _stems(one: Speaker) -> frozenset[str]:
    """By which of its family name's forms and spellings a name can be found."""
    family = given_and_family(one.name)[1]
    return frozenset(map(spelt, stems(family))) if family else frozenset()


def _grouped(speakers: Iterable[Speaker]) -> list[list[Speaker]]:
    """The names of each person together; a name that two fuller ones could bear stands alone."""
    groups: list[list[Speaker]] = []
    by_stem: dict[str, list[list[Speaker]]] = {}
    for one in sorted(speakers, key=_fullness, reverse=True):
        near = {id(group): group for stem in _stems(one) for group in by_stem.get(stem, ())}
        group = _bearer(one, list(near.values()))
        if group is None:
            groups.append(group := [])
            for stem in _stems(one):
                by_stem.setdefault(stem, []).append(group)
        group.append(one)
    return groups


def _bearer(one: Speaker, groups: Iterable[list[Speaker]]) -> list[Speaker] | None:
    able = [group for group in groups if same_person(group[0], one)]
    exact = [group for group in able if _family(group[0]) == _family(one)]
    bearers = exact or able
    return bearers[0] if len(bearers) == 1 else None


def _fullness(one: Speaker) -> tuple[int, int]:
    found = words_of(one.name)
    return sum(len(word) > 1 for word in found), len(found)
