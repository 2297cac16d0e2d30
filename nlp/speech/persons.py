"""The people of a text: which of its names are one person's."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

from nlp.speech.names import (
    alike,
    fits,
    gender_of,
    given_and_family,
    is_given,
    is_patronymic,
    nominative,
    sex_of,
    skeleton,
    spellings,
    stems,
    words_of,
)
from nlp.speech.phrases import Phrase
from nlp.words import fold


class Person:
    """Somebody of an article: every naming, in the order of the text."""

    def __init__(self, namings: Sequence[Phrase]) -> None:
        self.namings = sorted(namings, key=lambda n: n.mention.start)
        self.starts = [n.mention.start for n in self.namings]
        self.subjects = [n.mention.start for n in self.namings if n.case == "Nom"]
        self.titles = [n for n in self.namings if n.title]
        known = Counter(n.gender for n in self.namings if n.gender in ("Masc", "Fem"))
        self.gender = known.most_common(1)[0][0] if known else ""
        self.sure = any(gender_of(n.name, n.case) for n in self.namings)  # the names themselves show the gender
        self.name = self._name(max(self.namings, key=_fullness))

    def _name(self, full: Phrase) -> str:
        """The fullest form that the article gives, in the nominative."""
        if full.case in ("Nom", ""):
            return full.name
        words = full.name.split()
        return " ".join(self._nominative(word, full.case, i == len(words) - 1) for i, word in enumerate(words))

    def _nominative(self, word: str, case: str, is_last: bool) -> str:
        texts = Counter(n.name for n in self.namings if n.case == "Nom")
        forms = [w for text, _ in texts.most_common() for w in text.split() if alike(w, word)]
        return forms[0] if forms else nominative(word, case, self.gender, "Sing", "Surn" if is_last else "Name")

    def title(self, at: int) -> str | None:
        """The title nearest before a place of the text, else the first."""
        before = [n for n in self.titles if n.mention.start <= at]
        return (before[-1] if before else self.titles[0]).title if self.titles else None

    def last(self, at: int) -> int:
        """Where the person was named last before a place of the text; -1 if not yet."""
        index = bisect_left(self.starts, at)
        return self.starts[index - 1] if index else -1

    def subject(self, after: int, at: int) -> int | None:
        """Where, between two places, the person was last named in the nominative."""
        index = bisect_left(self.subjects, at)
        return self.subjects[index - 1] if index and self.subjects[index - 1] > after else None

    def may_be(self, gender: str) -> bool:
        return not self.gender or gender not in ("Masc", "Fem") or self.gender == gender


def _fullness(naming: Phrase) -> tuple[int, bool, bool, int]:
    found = words_of(naming.name)
    long = [w for w in found if len(w) > 1]
    spoken = bool(found) and not is_given(found[-1])  # in the order of speech
    return min(len(long), 3), spoken, naming.case == "Nom", -naming.mention.start


Group = list[Phrase]


def merged(namings: Iterable[Phrase]) -> list[Group]:
    """The namings of each person together: longer names first, a bare family name with the last who bears it."""
    groups: list[Group] = []
    by_text: dict[tuple[str, str], Group] = {}
    by_spelling: dict[str, list[Group]] = {}
    for naming in sorted(namings, key=_order):
        sex = sex_of(naming.name)
        group = by_text.get((naming.name, sex)) or _bearer(naming, sex, by_spelling)
        if group is None:
            group = []
            groups.append(group)
            for key in {key for word in words_of(naming.name) if len(word) > 1 for key in spellings(word)}:
                by_spelling.setdefault(key, []).append(group)
        by_text[naming.name, sex] = group
        group.append(naming)
    return groups


def _order(naming: Phrase) -> tuple[int, bool, int]:
    """«Вера Андреевна» after every full name that may be hers."""
    found = words_of(naming.name)
    return -len(found), is_patronymic(found[-1]) if found else False, naming.mention.start


def _bearer(naming: Phrase, sex: str, by_spelling: Mapping[str, list[Group]]) -> Group | None:
    """The group that a naming belongs to, by the family name and whatever is given before it."""
    given, family = given_and_family(naming.name)
    if given and is_patronymic(family):
        return _namesake(given[0], family, by_spelling)
    near = [group for key in spellings(family) for group in by_spelling.get(key, ()) if _may_be(group, sex)]
    able = [g for g in near if _is_called(given, family, g[0].name) or reordered(naming.name, g[0].name)]
    whole = [group for group in able if is_one(family, given_and_family(group[0].name)[1])]
    return max(
        whole or able, key=lambda g: (g[0].mention.start < naming.mention.start, g[0].mention.start), default=None
    )


def _may_be(group: Group, sex: str) -> bool:
    """Whether a group is of no other sex, as far as the names show it: «Петров» is not Анна Петрова."""
    own = sex_of(group[0].name) if sex else ""
    return not own or own == sex


def _namesake(given: str, patronymic: str, by_spelling: Mapping[str, list[Group]]) -> Group | None:
    """The only person of this given name, unless the patronymic is another's: «Вера Андреевна»."""
    near = {id(group): group for key in spellings(given) for group in by_spelling.get(key, ())}
    able = []
    for group in near.values():
        own_given, _ = given_and_family(group[0].name)
        others = [one for one in own_given[1:] if is_patronymic(one)]
        if own_given and fits(given, own_given[0]) and all(alike(patronymic, one) for one in others):
            able.append(group)
    return able[0] if len(able) == 1 else None


def _is_called(given: Sequence[str], family: str, name: str) -> bool:
    own_given, own_family = given_and_family(name)
    if not given:
        return is_one(family, own_family) or any(is_one(family, one) for one in own_given if len(one) > 1)
    return is_one(family, own_family) and agree(given, own_given)


def is_one(a: str, b: str) -> bool:
    """Whether two words may be one name in other forms or another spelling."""
    return alike(a, b) or skeleton(a) == skeleton(b)


def reordered(a: str, b: str) -> bool:
    """Whether two names of two or three whole words have the same words in another order, or one the family first."""
    first, second = sorted((words_of(a), words_of(b)), key=len)
    if not 2 <= len(first) <= len(second) <= 3 or any(len(word) == 1 for word in (*first, *second)):
        return False
    if len(first) == len(second):
        return any(all(map(_is_same, first, order)) for order in permutations(second))
    return _leads(first, second) or _leads(second, first)


def _leads(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether ``a`` begins with the family name that ``b`` ends with."""
    return _is_same(a[0], b[-1]) and agree(a[1:], b[:-1])


def _is_same(a: str, b: str) -> bool:
    """`is_one` for words that may be a given and a family name: «Иван» is no form of «Иванов»."""
    return skeleton(a) == skeleton(b) or bool(_singular(a) & _singular(b))


def _singular(word: str) -> frozenset[str]:
    """The stems of a word but for those that only an ending of the plural leaves."""
    return frozenset(stem for stem in stems(word) if fold(word).removeprefix(stem) not in ("ов", "ев"))


def agree(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether given names do not contradict one another; a full one may be left out: «Тайип», «Реджеп Тайип»."""
    short, long = sorted((a, b), key=len)
    if any(len(one) == 1 for one in short):
        return all(fits(one, other) for one, other in zip(short, long, strict=False))
    rest = iter(long)
    return all(any(fits(one, other) for other in rest) for one in short)
