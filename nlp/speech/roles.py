"""Whom a title means: «канцлер», «глава государства», «замминистра» for whoever bears it in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from nlp.languages.model import Speech
from nlp.speech.names import alike
from nlp.speech.persons import Person
from nlp.speech.phrases import Phrase

Bearers = tuple[dict[Person, None], list[tuple[int, Person]]]
"""Who bears a title, and every place where one of them is named, ascending."""
Forms = Callable[[str], Iterable[str]]
"""The words of a phrase, each in some form."""
SAYING = 3
"""Letters; a shorter word of a phrase («РФ») says nothing that the article has not said."""
PREFIX = 4
"""Letters by which «боливийский» is known as akin to «Боливия»."""


@dataclass(frozen=True, slots=True)
class Office:
    """A title as its words, and the offices among them by their place in the language's list.

    ``leads`` are the words in the nominative: they say what somebody is, the others whose or of what.
    """

    words: tuple[str, ...]
    held: frozenset[int]
    leads: frozenset[str]


class Titles:
    """The titles of the people of a text, found by their words."""

    def __init__(self, people: Iterable[Person], speech: Speech, forms: Forms, leads: Forms) -> None:
        self.speech, self.forms, self.leads = speech, forms, leads
        self._offices: dict[str, Office] = {}  # each title is taken apart once
        self._known: dict[tuple[str, tuple[str, ...]], Bearers] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._by_office: dict[int, list[Person]] = {}
        for person in people:
            titles = [self._office(n.title or "") for n in person.titles]
            for start in {word[:PREFIX] for one in titles for word in one.words}:
                self._by_word.setdefault(start, []).append(person)
            for office in {office for one in titles for office in one.held}:
                self._by_office.setdefault(office, []).append(person)

    def bearer(self, phrase: Phrase, last: Person | None) -> Person | None:
        """Whoever bears the title of a phrase: ``last``, who spoke last, else who was named last, else the only one."""
        able, named = self._bearers(phrase.head, phrase.words)
        if last in able:
            return last
        index = bisect_left(named, phrase.mention.start, key=itemgetter(0))
        return named[index - 1][1] if index else (next(iter(able)) if len(able) == 1 else None)

    def _bearers(self, head: str, words: tuple[str, ...]) -> Bearers:
        """Told once for each title, however often a text speaks of it."""
        if (head, words) not in self._known:
            full, office = self._expanded(head), self._named(word for word in words if len(word) > SAYING)
            able = [
                p for p in self._able(office, full) if any(self._bears(office, full, n.title or "") for n in p.titles)
            ]
            named = sorted(((start, person) for person in able for start in person.starts), key=itemgetter(0))
            self._known[head, words] = dict.fromkeys(able), named
        return self._known[head, words]

    def _able(self, office: Office, head: Sequence[str]) -> Iterator[Person]:
        """The people who come into question, each once."""
        kin = {word[:PREFIX] for word in (*head, *office.words)}
        found = [self._by_word.get(start, ()) for start in kin] + [self._by_office.get(i, ()) for i in office.held]
        return iter(dict.fromkeys(person for each in found for person in each))

    def _bears(self, office: Office, head: Sequence[str], text: str) -> bool:
        """Whether a title means the same office: in the same words, or in others of the language's list."""
        title = self._office(text)
        meant = [word for word in office.words if word not in head]
        akin = all(_is_akin(word, title.words) for word in meant)
        named = head[0] in title.leads and set(head) <= set(title.words)
        alike = bool(meant) and self._is_alike(head[0], title)
        return ((named or alike) and akin) or self._is_same(office, title)

    def _is_alike(self, head: str, title: Office) -> bool:
        """«руководитель банка» for «директор банка», «представитель банка» for its «пресс-секретарь»."""
        return any(head in kind and not kind.isdisjoint(title.leads) for kind in self.speech.generic)

    def _is_same(self, office: Office, title: Office) -> bool:
        """«глава дипломатии» for «министр иностранных дел»; «глава американской дипломатии» for no Israeli one."""
        same = office.held & title.held
        if not same:
            return False
        words = {word for i in same for one in self.speech.titles[i] for word in one.split()}
        others = [word for word in title.words if word not in words]
        return not others or all(_is_akin(word, title.words) for word in office.words if word not in words)

    def _office(self, text: str) -> Office:
        if text not in self._offices:
            leads = frozenset(self._expanded(word)[0] for word in self.leads(text))
            self._offices[text] = self._named(tuple(self.forms(text)), leads)
        return self._offices[text]

    def _named(self, words: Iterable[str], leads: frozenset[str] = frozenset()) -> Office:
        """The words of a title in full, and the offices that they name."""
        full = tuple(one for word in words for one in self._expanded(word))
        said, offices = set(full), enumerate(self.speech.titles)
        named = ((i, one.split()) for i, office in offices for one in office)
        held = frozenset(i for i, one in named if said.issuperset(one) and (not leads or one[0] in leads))
        return Office(full, held, leads)

    def _expanded(self, word: str) -> tuple[str, ...]:
        """«замминистра» → «заместитель министр», «полпред» → «полномочный представитель»."""
        for short, full in self.speech.shortened:
            if word == full.split()[0]:
                break
            if short.endswith("-") and word.startswith(short[:-1]) and len(word) > len(short) + 3:
                return *full.split(), *self.forms(word[len(short) - 1 :].lstrip("-"))
            if word == short:
                return tuple(full.split())
        return (word,)


def _is_akin(word: str, title: Sequence[str]) -> bool:
    """The same word, or an adjective of it: «боливийский» beside «Боливии»."""
    return any(alike(word, t) or (len(t) > PREFIX and word[:PREFIX] == t[:PREFIX]) for t in title)
