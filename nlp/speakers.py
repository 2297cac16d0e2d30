"""Who is who among the speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nlp.languages.model import Speech
from nlp.model import Speaker
from nlp.names import alike, fits, given_and_family, nominative, skeleton, words_of
from nlp.phrases import Phrase

GENDERLESS = ("", "Masc")


def same_person(a: Speaker, b: Speaker) -> bool:
    """Whether two speakers are one: word forms, initials, order and spelling of the name may differ."""
    (given_a, family_a), (given_b, family_b) = given_and_family(a.name), given_and_family(b.name)
    if not family_a or not family_b:
        return a.name == b.name
    if len(given_a) > 2 or len(given_b) > 2:
        return [skeleton(w) for w in words_of(a.name)] == [skeleton(w) for w in words_of(b.name)]
    families = alike(family_a, family_b) or skeleton(family_a) == skeleton(family_b)
    return families and _given_agree(given_a, given_b)


def _given_agree(a: Sequence[str], b: Sequence[str]) -> bool:
    return all(fits(x, y) for x, y in zip(a, b, strict=False))


@dataclass(slots=True)
class Person:
    """Somebody of an article: every naming, in the order of the text."""

    namings: list[Phrase] = field(default_factory=list)

    @property
    def family(self) -> str:
        return given_and_family(self._fullest().name)[1]

    @property
    def given(self) -> tuple[str, ...]:
        return given_and_family(self._fullest().name)[0]

    @property
    def gender(self) -> str:
        known = Counter(n.gender for n in self.namings if n.gender in ("Masc", "Fem"))
        return known.most_common(1)[0][0] if known else ""

    @property
    def name(self) -> str:
        """The fullest form that the article gives, in the nominative."""
        full = self._fullest()
        if full.case in ("Nom", ""):
            return full.name
        pieces = [self._nominative(word, full, i) for i, word in enumerate(full.name.split())]
        return " ".join(pieces)

    def _nominative(self, word: str, full: Phrase, index: int) -> str:
        forms = Counter(w for n in self.namings if n.case == "Nom" for w in n.name.split() if alike(w, word))
        if forms:
            return forms.most_common(1)[0][0]
        kind = "Surn" if index == len(full.name.split()) - 1 else "Name"
        return nominative(word, full.case, self.gender or full.gender, "Sing", kind)

    def _fullest(self) -> Phrase:
        return max(self.namings, key=_fullness)

    def titled(self, at: int) -> str | None:
        """The title nearest before a place of the text, else the first."""
        told = [n for n in self.namings if n.title]
        before = [n for n in told if n.mention.start <= at]
        return (before[-1] if before else told[0]).title if told else None

    def last(self, at: int) -> int:
        """Where the person was named last before a place of the text; -1 if not yet."""
        return max((n.mention.start for n in self.namings if n.mention.start < at), default=-1)

    def is_called(self, phrase: Phrase) -> bool:
        given, family = given_and_family(phrase.name)
        if not given:
            return alike(family, self.family) or any(alike(family, one) for one in self.given if len(one) > 1)
        return alike(family, self.family) and _given_agree(given, self.given)


def _fullness(naming: Phrase) -> tuple[int, bool, int]:
    long = [w for w in words_of(naming.name) if len(w) > 1]
    return min(len(long), 3), naming.case == "Nom", -naming.mention.start


class Cast:
    """The people of one article, and the bodies named in it."""

    def __init__(self, namings: Iterable[Phrase], bodies: Iterable[Phrase], speech: Speech) -> None:
        self.speech = speech
        self.bodies = tuple(bodies)
        self.people: list[Person] = []
        ordered = sorted(namings, key=lambda n: (-len(words_of(n.name)), n.mention.start))
        for naming in ordered:
            self._place(naming)
        for person in self.people:
            person.namings.sort(key=lambda n: n.mention.start)

    def _place(self, naming: Phrase) -> None:
        known = [p for p in self.people if p.is_called(naming)]
        if not known:
            self.people.append(Person([naming]))
        elif len(known) == 1 or given_and_family(naming.name)[0]:
            known[0].namings.append(naming)
        else:
            max(known, key=lambda p: (alike(p.family, naming.name), p.last(naming.mention.start))).namings.append(
                naming
            )

    def person(self, phrase: Phrase) -> Person | None:
        """The person whom a naming belongs to."""
        return next((p for p in self.people if any(n.mention == phrase.mention for n in p.namings)), None)

    def speaker(self, found: Sequence[Phrase], last: Person | None) -> tuple[Speaker | None, Person | None]:
        """Who it is that these coordinated phrases name; ``last`` is whoever spoke last."""
        if not found:
            return None, None
        if len(found) > 1:
            names = [speaker.name for one in found if (speaker := self.speaker([one], last)[0])]
            return (Speaker(_listed(names)) if names else None), None
        person = self._resolved(found[0], last)
        if person is not None:
            return Speaker(person.name, person.titled(found[0].mention.start)), person
        if found[0].kind == "pronoun":
            return None, None
        return Speaker(self._body(found[0])), None

    def _resolved(self, phrase: Phrase, last: Person | None) -> Person | None:
        if phrase.kind == "person":
            return self.person(phrase)
        if phrase.kind == "pronoun" and phrase.number == "Sing":
            return self._pronoun(phrase, last)
        if phrase.kind == "role" and phrase.number == "Sing":
            return self._by_title(phrase) or self._by_role(phrase, last)
        return None

    def _pronoun(self, phrase: Phrase, last: Person | None) -> Person | None:
        at = phrase.mention.start
        if last is not None and self._may_be(last, phrase) and at - last.last(at) < 700:
            return last
        near = [p for p in self.people if self._may_be(p, phrase) and 0 <= at - p.last(at) < 300 and p.last(at) >= 0]
        return near[0] if len(near) == 1 else None

    @staticmethod
    def _may_be(person: Person, phrase: Phrase) -> bool:
        return not person.gender or not phrase.gender or person.gender == phrase.gender

    def _by_title(self, phrase: Phrase) -> Person | None:
        """«канцлер», «глава государства»: whoever bears that title, in the same words or those of the same office."""
        at = phrase.mention.start
        able = [p for p in self.people if any(self._is_title(phrase, n) for n in p.namings if n.title)]
        before = [p for p in able if p.last(at) >= 0]
        return max(before, key=lambda p: p.last(at)) if before else (able[0] if len(able) == 1 else None)

    def _is_title(self, phrase: Phrase, naming: Phrase) -> bool:
        from nlp.words import lemmas

        title = tuple(lemmas(naming.title or "", "ru"))
        if phrase.head in title and all(any(alike(w, t) for t in title) for w in phrase.words):
            return True
        told = " ".join(title)
        meant = " ".join(phrase.words)
        return any(
            any(meant == one or meant.startswith(one + " ") for one in office) and any(one in told for one in office)
            for office in self.speech.titles
        )

    def _by_role(self, phrase: Phrase, last: Person | None) -> Person | None:
        if phrase.head not in self.speech.roles or len(phrase.words) > 1:
            return None
        return last if last is not None and phrase.gender in ("Masc", last.gender) else None

    def _body(self, phrase: Phrase) -> str:
        """«ведомство» in the fullest words that the article has said before."""
        if phrase.head not in self.speech.bodies or len(phrase.words) > 1:
            return phrase.name
        fuller = [
            b
            for b in self.bodies
            if b.head == phrase.head and len(b.words) > 1 and b.mention.start < phrase.mention.start
        ]
        return fuller[-1].name if fuller else phrase.name


def _listed(names: Sequence[str]) -> str:
    return " и ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
