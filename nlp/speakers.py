"""Who is who among the speakers."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.languages.model import Speech
from nlp.model import Speaker
from nlp.speech.names import alike, fits, given_and_family, nominative, skeleton, stems, words_of
from nlp.speech.phrases import Phrase
from nlp.words import lemmas

NEAR = 300
"""Characters within which a pronoun may mean the only fitting person, though that person has not spoken."""
CONTINUED = 900
"""Characters within which a pronoun may mean whoever spoke last."""


def same_person(a: Speaker, b: Speaker) -> bool:
    """Whether two speakers are one: word forms, initials, order and spelling of the name may differ."""
    (given_a, family_a), (given_b, family_b) = given_and_family(a.name), given_and_family(b.name)
    if not family_a or not family_b:
        return a.name == b.name
    if max(len(given_a), len(given_b)) > 2:
        return [skeleton(w) for w in words_of(a.name)] == [skeleton(w) for w in words_of(b.name)]
    return _is_one(family_a, family_b) and _agree(given_a, given_b)


def _is_one(a: str, b: str) -> bool:
    return alike(a, b) or skeleton(a) == skeleton(b)


def _agree(a: Sequence[str], b: Sequence[str]) -> bool:
    return all(fits(x, y) for x, y in zip(a, b, strict=False))


class Person:
    """Somebody of an article: every naming, in the order of the text."""

    def __init__(self, namings: Sequence[Phrase]) -> None:
        self.namings = sorted(namings, key=lambda n: n.mention.start)
        self.starts = [n.mention.start for n in self.namings]
        self.subjects = [n.mention.start for n in self.namings if n.case == "Nom"]
        self.titles = [n for n in self.namings if n.title]
        known = Counter(n.gender for n in self.namings if n.gender in ("Masc", "Fem"))
        self.gender = known.most_common(1)[0][0] if known else ""
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

    def subject(self, after: int, at: int) -> int:
        """Where, between two places, the person was last named in the nominative; far away if nowhere."""
        index = bisect_left(self.subjects, at)
        return self.subjects[index - 1] if index and self.subjects[index - 1] > after else -CONTINUED

    def may_be(self, gender: str) -> bool:
        return not self.gender or gender not in ("Masc", "Fem") or self.gender == gender


def _fullness(naming: Phrase) -> tuple[int, bool, int]:
    long = [w for w in words_of(naming.name) if len(w) > 1]
    return min(len(long), 3), naming.case == "Nom", -naming.mention.start


def _merged(namings: Iterable[Phrase]) -> list[list[Phrase]]:
    """The namings of each person together: longer names first, a bare family name with the last who bears it."""
    groups: list[list[Phrase]] = []
    by_text: dict[str, list[Phrase]] = {}
    by_stem: dict[str, list[list[Phrase]]] = {}
    for naming in sorted(namings, key=lambda n: (-len(words_of(n.name)), n.mention.start)):
        group = by_text.get(naming.name) or _bearer(naming, by_stem)
        if group is None:
            group = []
            groups.append(group)
            for stem in {stem for word in words_of(naming.name) if len(word) > 1 for stem in stems(word)}:
                by_stem.setdefault(stem, []).append(group)
        by_text[naming.name] = group
        group.append(naming)
    return groups


def _bearer(naming: Phrase, by_stem: Mapping[str, list[list[Phrase]]]) -> list[Phrase] | None:
    """The group that a naming belongs to, by the family name and whatever is given before it."""
    given, family = given_and_family(naming.name)
    near = [group for stem in stems(family) for group in by_stem.get(stem, ())]
    able = [group for group in near if _is_called(given, family, group[0].name)]
    whole = [group for group in able if alike(family, given_and_family(group[0].name)[1])]
    return max(
        whole or able, key=lambda g: (g[0].mention.start < naming.mention.start, g[0].mention.start), default=None
    )


def _is_called(given: Sequence[str], family: str, name: str) -> bool:
    own_given, own_family = given_and_family(name)
    if not given:
        return alike(family, own_family) or any(alike(family, one) for one in own_given if len(one) > 1)
    return alike(family, own_family) and _agree(given, own_given)


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks: the speaker, and the person if it is one; ``number`` is that of the phrase."""

    speaker: Speaker | None = None
    person: Person | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """Who spoke before: the last person and the last group, with the places in the text where they stopped."""

    person: Person | None = None
    heard: int = -CONTINUED
    group: Speaker | None = None
    group_heard: int = -CONTINUED

    def after(self, said: Said, stop: int) -> Memory:
        if said.person is not None:
            return replace(self, person=said.person, heard=stop)
        if said.speaker is not None and said.number == "Plur":
            return replace(self, group=said.speaker, group_heard=stop)
        return self


def _russian_forms(phrase: str) -> Iterator[str]:
    return lemmas(phrase, "ru")


class Cast:
    """The people of one article, and the bodies named in it."""

    def __init__(
        self,
        namings: Iterable[Phrase],
        bodies: Iterable[Phrase],
        speech: Speech,
        forms: Callable[[str], Iterable[str]] = _russian_forms,
    ) -> None:
        self.speech = speech
        self.forms = forms
        self.bodies = tuple(bodies)
        self.people = [Person(group) for group in _merged(namings)]
        self.by_mention = {n.mention: person for person in self.people for n in person.namings}
        self._titles: dict[str, tuple[tuple[str, ...], frozenset[int]]] = {}  # the forms and offices of each, once

    def who(self, found: Sequence[Phrase], memory: Memory) -> Said:
        """Who it is that these coordinated phrases name."""
        if not found:
            return Said()
        if len(found) > 1:
            told = [said for one in found if (said := self.who([one], memory)).speaker]
            names = list(dict.fromkeys(said.speaker.name for said in told if said.speaker))
            if len(names) == 1:
                return told[0]
            return Said(Speaker(_listed(names, self.speech.conjunction)) if names else None, None, "Plur")
        phrase, at = found[0], found[0].mention.start
        person = self._person(phrase, memory)
        if person is not None:
            return Said(Speaker(person.name, person.title(at)), person, "Sing")
        if phrase.kind == "pronoun":
            group = phrase.number == "Plur" and at - memory.group_heard < CONTINUED
            return Said(memory.group, None, "Plur") if group else Said()
        return Said(Speaker(self._body(phrase)), None, phrase.number)

    def continued(self, gender: str, at: int, memory: Memory) -> Said:
        """Whoever spoke last, where a verb has no subject and may go on with theirs."""
        person = memory.person
        if person is None or not person.may_be(gender) or not memory.group_heard <= memory.heard > at - CONTINUED:
            return Said()
        return Said(Speaker(person.name, person.title(at)), person, "Sing")

    def interviewed(self) -> Said:
        """Whoever answers in an interview: the only person that its narration names."""
        if len(self.people) != 1:
            return Said()
        return Said(Speaker(self.people[0].name, self.people[0].title(0)), self.people[0], "Sing")

    def _person(self, phrase: Phrase, memory: Memory) -> Person | None:
        if phrase.kind == "person":
            return self.by_mention.get(phrase.mention)
        if phrase.number != "Sing":
            return None
        if phrase.kind == "pronoun":
            return self._pronoun(phrase, memory)
        return self._by_title(phrase) or self._by_role(phrase, memory) if phrase.kind == "role" else None

    def _pronoun(self, phrase: Phrase, memory: Memory) -> Person | None:
        """Whoever was last the subject of a sentence or spoke; else the only one named nearby."""
        at = phrase.mention.start
        able = [p for p in self.people if p.may_be(phrase.gender)]
        spoke = {p: memory.heard if p is memory.person else -CONTINUED for p in able}
        salient = {p: max(p.subject(memory.heard, at), spoke[p]) for p in able}
        best = max(able, key=lambda p: salient[p], default=None)
        if best is not None and at - salient[best] < (CONTINUED if best is memory.person else NEAR):
            return best
        near = [p for p in able if 0 <= at - p.last(at) < NEAR and p.last(at) >= 0]
        return near[0] if len(near) == 1 else None

    def _by_title(self, phrase: Phrase) -> Person | None:
        """«канцлер», «глава государства»: whoever bears that title, in the same words or those of the same office."""
        at, offices = phrase.mention.start, self._offices(phrase.words)
        able = [p for p in self.people if any(self._bears(phrase, offices, n.title or "") for n in p.titles)]
        before = [p for p in able if p.last(at) >= 0]
        return max(before, key=lambda p: p.last(at)) if before else (able[0] if len(able) == 1 else None)

    def _bears(self, phrase: Phrase, offices: frozenset[int], text: str) -> bool:
        """Whether a title means the office of a phrase; ``offices`` are those that the phrase itself names."""
        if text not in self._titles:
            forms = tuple(self.forms(text))
            self._titles[text] = forms, self._offices(forms)
        title, held = self._titles[text]
        meant = [w for w in phrase.words if w != phrase.head]
        named = phrase.head in title or (phrase.head in self.speech.generic and bool(meant))
        return (named and all(_is_akin(w, title) for w in meant)) or not offices.isdisjoint(held)

    def _offices(self, words: Iterable[str]) -> frozenset[int]:
        """Which offices these words name, by their place in the list of the language."""
        said = set(words)
        named = enumerate(self.speech.titles)
        return frozenset(i for i, office in named if any(said.issuperset(one.split()) for one in office))

    def _by_role(self, phrase: Phrase, memory: Memory) -> Person | None:
        """«политик», or «министр» if no other title was told: whoever spoke last."""
        person, at = memory.person, phrase.mention.start
        if person is None or at - memory.heard > CONTINUED:
            return None
        if len(phrase.words) > 1 and not self._is_alone(phrase, person, memory):
            return None
        plain = phrase.head in self.speech.roles
        office = phrase.head in self.speech.offices and person.title(at) is None
        return person if (plain or office) and (phrase.gender == "Masc" or person.may_be(phrase.gender)) else None

    def _is_alone(self, phrase: Phrase, person: Person, memory: Memory) -> bool:
        """Whether «финский специалист», said of nobody else, may be whoever spoke last: no other was named since."""
        at = phrase.mention.start
        told = set(phrase.words) - {phrase.head} <= self.speech.origins
        since = (p for p in self.people if p is not person and p.may_be(phrase.gender) and p.last(at) > memory.heard)
        return told and next(since, None) is None

    def _body(self, phrase: Phrase) -> str:
        """«ведомство» in the fullest words that the article has said before."""
        if phrase.head not in self.speech.bodies or len(phrase.words) > 1:
            return phrase.name
        at = phrase.mention.start
        fuller = [b for b in self.bodies if b.head == phrase.head and len(b.words) > 1 and b.mention.start < at]
        return fuller[-1].name if fuller else phrase.name


def _is_akin(word: str, title: Sequence[str]) -> bool:
    """The same word, or an adjective of it: «боливийский» beside «Боливии»; «РФ» and the like say nothing new."""
    return len(word) <= 3 or any(alike(word, t) or (len(t) > 4 and word[:4] == t[:4]) for t in title)


def _listed(names: Sequence[str], conjunction: str) -> str:
    return f" {conjunction} ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
