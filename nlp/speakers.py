"""Who is who among the speakers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nlp.languages.model import Speech
from nlp.model import Speaker
from nlp.speech.authorities import is_authority, may_be_agency
from nlp.speech.names import given_and_family, skeleton, words_of
from nlp.speech.pairs import last_before, pairs
from nlp.speech.persons import Person, agree, is_one, merged, reordered
from nlp.speech.phrases import Phrase
from nlp.speech.roles import Forms, Titles
from nlp.words import fold, lemmas

SaidKind = Literal["", "role", "body"]
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
    return (is_one(family_a, family_b) and agree(given_a, given_b)) or reordered(a.name, b.name)


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks: the speaker, and the person if it is one; ``number`` is that of the phrase.

    ``kind`` tells of others whether they are somebody («источник») or a body («министерство»).
    """

    speaker: Speaker | None = None
    person: Person | None = None
    number: str = ""
    kind: SaidKind = ""
    gender: str = ""
    head: str = ""


NOBODY = Said()


@dataclass(frozen=True, slots=True)
class Memory:
    """Who spoke before, with the places in the text where they stopped: the last person, the last who is somebody but
    has no name, the last group and the last body."""

    person: Person | None = None
    heard: int = -CONTINUED
    somebody: Said = NOBODY
    somebody_heard: int = -CONTINUED
    group: Said = NOBODY
    group_heard: int = -CONTINUED
    body: Said = NOBODY
    body_heard: int = -CONTINUED

    def after(self, said: Said, stop: int) -> Memory:
        if said.person is not None:
            return replace(self, person=said.person, heard=stop)
        if said.speaker is None:
            return self
        if said.number == "Plur":
            return replace(self, group=said, group_heard=stop)
        if said.kind == "role":
            return replace(self, somebody=said, somebody_heard=stop)
        return replace(self, body=said, body_heard=stop) if said.kind == "body" else self


def _russian_forms(phrase: str) -> Iterator[str]:
    return lemmas(phrase, "ru")


def _russian_leads(phrase: str) -> Iterator[str]:
    """The words as they stand: in a title only what is in the nominative looks like its own dictionary form."""
    return map(fold, words_of(phrase))


class Cast:
    """The people of one article, and the bodies named in it."""

    def __init__(
        self,
        namings: Iterable[Phrase],
        bodies: Iterable[Phrase],
        speech: Speech,
        forms: Forms = _russian_forms,
        subjects: Iterable[Phrase] = (),
    ) -> None:
        self.speech, self.forms = speech, forms
        self.people = [Person(group) for group in merged(namings)]
        self.by_mention = {n.mention: person for person in self.people for n in person.namings}
        leads = _russian_leads if forms is _russian_forms else forms
        self._titles = Titles(self.people, speech, forms, leads)
        self._spelt = {skeleton(given_and_family(p.name)[1]): p for p in self.people}
        self._named = sorted(((n.mention.start, n.case, p) for p in self.people for n in p.namings), key=_start)
        self._pairs = pairs(self.people, speech.conjunction)
        self._subjects = sorted(subjects, key=_mentioned)
        self._bodies = _by_head(sorted((b for b in bodies if b.number != "Plur"), key=_mentioned), speech)

    def who(self, found: Sequence[Phrase], memory: Memory) -> Said:
        """Who it is that these coordinated phrases name."""
        if len(found) == 1:
            return self._one(found[0], memory)
        told = [said for one in found if (said := self._one(one, memory)).speaker]
        names = list(dict.fromkeys(said.speaker.name for said in told if said.speaker))
        if len(names) == 1:
            return told[0]
        return Said(Speaker(_listed(names, self.speech.conjunction)), None, "Plur") if names else NOBODY

    def _one(self, phrase: Phrase, memory: Memory) -> Said:
        at = phrase.mention.start
        subject = self._subject(phrase, memory) if phrase.kind == "pronoun" else None
        if subject is not None:
            return self._new(subject)
        person = self._person(phrase, memory)
        if person is not None:
            return _of(person, at)
        if phrase.kind == "pronoun":
            return self._nameless(phrase, memory)
        if phrase.head in self.speech.releases and len(phrase.words) == 1 and at - memory.body_heard < NEAR:
            return memory.body
        same = self._same_nameless(phrase, memory) or self._pair(phrase, memory, CONTINUED)
        return same if same is not None else self._new(phrase)

    def _new(self, phrase: Phrase) -> Said:
        kind = self._kind(phrase)
        return Said(Speaker(self._body(phrase)), None, phrase.number, kind, phrase.gender, phrase.head)

    def continued(self, gender: str, at: int, memory: Memory) -> Said:
        """Whoever spoke last, where a verb has no subject and may go on with theirs."""
        person, nameless = memory.person, memory.somebody
        if not memory.group_heard <= max(memory.heard, memory.somebody_heard) > at - CONTINUED:
            return NOBODY
        if memory.somebody_heard > memory.heard:
            return nameless if nameless.gender in ("", gender) or not gender else NOBODY
        return _of(person, at) if person is not None and person.may_be(gender) else NOBODY

    def interviewed(self) -> Said:
        """Whoever answers in an interview: the only person that its narration names."""
        return _of(self.people[0], 0) if len(self.people) == 1 else NOBODY

    # ---- people

    def _person(self, phrase: Phrase, memory: Memory) -> Person | None:
        if phrase.kind == "person":
            return self.by_mention.get(phrase.mention)
        if phrase.kind == "other" and phrase.name.isascii() and " " not in phrase.name:
            return self._spelt.get(skeleton(phrase.name))
        if phrase.number != "Sing":
            return None
        if phrase.kind == "pronoun":
            return self._pronoun(phrase, memory)
        if phrase.kind != "role":
            return None
        return self._titles.bearer(phrase, memory.person) or self._by_role(phrase, memory)

    def _pronoun(self, phrase: Phrase, memory: Memory) -> Person | None:
        """Whoever was last the subject of a sentence or spoke; else the only one named nearby."""
        at, last = phrase.mention.start, memory.person
        spoke = last is not None and last.may_be(phrase.gender)
        heard = max(memory.heard, memory.somebody_heard)
        for start, case, person in self._before(at, max(heard, at - CONTINUED)):
            if case == "Nom" and person.may_be(phrase.gender):
                return person if person is last or at - start < NEAR else self._near(phrase)
        if memory.somebody_heard > memory.heard and self._may_be_nameless(phrase, memory):
            return None
        return last if spoke and at - memory.heard < CONTINUED else self._near(phrase)

    def _near(self, phrase: Phrase) -> Person | None:
        """The only one named nearby whom a phrase may mean."""
        at = phrase.mention.start
        near = list(dict.fromkeys(p for _, _, p in self._before(at, at - NEAR)))
        able = [p for p in near if p.may_be(phrase.gender)] or [p for p in near if not p.sure]
        return able[0] if len(able) == 1 else None

    def _before(self, at: int, after: int) -> Iterator[tuple[int, str, Person]]:
        """The namings between two places of the text, the last first."""
        i = bisect_left(self._named, at, key=_start)
        while i and self._named[i - 1][0] > after:
            i -= 1
            yield self._named[i]

    def _by_role(self, phrase: Phrase, memory: Memory) -> Person | None:
        """«политик», or «министр» if no other title was told: whoever spoke last."""
        person, at = memory.person, phrase.mention.start
        if person is None or at - memory.heard > CONTINUED:
            return None
        if len(phrase.words) > 1 and not self._is_alone(phrase, person, memory):
            return None
        beside = phrase.head in self.speech.beside and person.title(at) is not None
        plain = phrase.head in self.speech.roles and not beside
        office = phrase.head in self.speech.offices and person.title(at) is None
        return person if (plain or office) and (phrase.gender == "Masc" or person.may_be(phrase.gender)) else None

    def _is_alone(self, phrase: Phrase, person: Person, memory: Memory) -> bool:
        """Whether «финский специалист», said of nobody else, may be whoever spoke last: no other was named since."""
        told = set(phrase.words) - {phrase.head} <= self.speech.origins
        since = (p for _, _, p in self._before(phrase.mention.start, memory.heard) if p is not person)
        return told and not any(p.may_be(phrase.gender) for p in since)

    def _pair(self, phrase: Phrase, memory: Memory, reach: int) -> Said | None:
        """«они», «девушки» after two people named side by side: subjects and nobody since, or both women."""
        at = phrase.mention.start
        pair = last_before(self._pairs, at)
        if pair is None or phrase.number != "Plur" or not max(at - reach, memory.group_heard) < pair.start:
            return None
        they = phrase.kind == "pronoun" and pair.case == "Nom" and not any(self._before(at, pair.stop))
        women = phrase.kind == "role" and phrase.gender == "Fem" and pair.are_women and len(phrase.words) == 1
        if not they and not women:
            return None
        names = [person.name for person in pair.people]
        return Said(Speaker(_listed(names, self.speech.conjunction)), None, "Plur", "role", phrase.gender, phrase.head)

    # ---- others

    def _subject(self, phrase: Phrase, memory: Memory) -> Phrase | None:
        """«Водитель сбежал. Он заявил, что…»: the nameless subject before a pronoun, where nobody has spoken yet."""
        at, many = phrase.mention.start, phrase.number == "Plur"
        heard = memory.group_heard if many else max(memory.heard, memory.somebody_heard)
        index = bisect_left(self._subjects, at, key=_mentioned)
        if not index or at - heard < CONTINUED:
            return None
        last = self._subjects[index - 1]
        same = last.number == phrase.number and (many or last.gender == phrase.gender)
        named = any(case == "Nom" for _, case, _ in self._before(at, last.mention.start))
        return last if same and not named and at - last.mention.start < NEAR else None

    def _nameless(self, phrase: Phrase, memory: Memory) -> Said:
        """«они» after a group has spoken, «он» after «источник в полиции» has."""
        at = phrase.mention.start
        if phrase.number == "Plur":
            heard = memory.group if at - memory.group_heard < CONTINUED else NOBODY
            return self._pair(phrase, memory, NEAR) or heard
        nameless = memory.somebody_heard > memory.heard and self._may_be_nameless(phrase, memory)
        return memory.somebody if nameless else NOBODY

    def _may_be_nameless(self, phrase: Phrase, memory: Memory) -> bool:
        said = memory.somebody
        return phrase.mention.start - memory.somebody_heard < CONTINUED and phrase.gender in ("", said.gender)

    def _same_nameless(self, phrase: Phrase, memory: Memory) -> Said | None:
        """«источник», «эксперты», «собеседник агентства» after they were named in more words."""
        many = phrase.number == "Plur"
        known, heard = (memory.group, memory.group_heard) if many else (memory.somebody, memory.somebody_heard)
        if self._kind(phrase) != "role" or known.speaker is None or phrase.mention.start - heard > CONTINUED:
            return None
        again = {phrase.head, known.head} <= self.speech.anonymous or phrase.head == known.head
        return known if again and set(phrase.words) - {phrase.head} <= self.speech.media else None

    def _kind(self, phrase: Phrase) -> SaidKind:
        if phrase.kind == "role" or phrase.head in self.speech.anonymous:
            return "role"
        return (
            "body"
            if phrase.head in self.speech.bodies | self.speech.places or phrase.name != phrase.name.lower()
            else ""
        )

    def _body(self, phrase: Phrase) -> str:
        """«ведомство» in the fullest words that the article has said before."""
        if phrase.head not in self.speech.bodies | self.speech.agencies or len(phrase.words) > 1:
            return phrase.name
        known = self._bodies.get(phrase.head, ())
        index = bisect_left(known, phrase.mention.start, key=_mentioned)
        return known[index - 1].name if index else phrase.name


def _of(person: Person, at: int) -> Said:
    return Said(Speaker(person.name, person.title(at)), person, "Sing")


def _by_head(bodies: Sequence[Phrase], speech: Speech) -> dict[str, list[Phrase]]:
    """The bodies that a single noun may stand for, by that noun."""
    found: dict[str, list[Phrase]] = {}
    for body in bodies:
        for head in (body.head,) if len(body.words) > 1 else ():
            found.setdefault(head, []).append(body)
    named = [body for body in bodies if body.name != body.name.lower() or len(body.words) > 1]
    authorities = [body for body in named if is_authority(body.head, speech)]
    for head in speech.agencies:
        found[head] = authorities or [body for body in bodies if may_be_agency(body)]
    return found


def _mentioned(phrase: Phrase) -> int:
    return phrase.mention.start


def _start(naming: tuple[int, str, Person]) -> int:
    return naming[0]


def _listed(names: Sequence[str], conjunction: str) -> str:
    return f" {conjunction} ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
