"""The forms of English verbs, and of nouns that are spelt alike."""

from __future__ import annotations

VOWELS = "aeiou"


def conjugated(verbs: str) -> frozenset[str]:
    """Every form of the verbs of a list that is written as running text.

    A verb that is not regular is followed by its past forms: "announce say/said write/wrote/written admit/admitted".
    """
    return frozenset(form for entry in verbs.split() for form in _forms(*entry.split("/")))


def numbered(nouns: str) -> frozenset[str]:
    """Both numbers of the nouns of a list that is written as running text."""
    return frozenset(form for noun in nouns.split() for form in (noun, _third(noun)))


def governed(verbs: str, prepositions: str) -> frozenset[tuple[str, str]]:
    """Every form of some verbs with each of some prepositions."""
    return frozenset((verb, one) for verb in conjugated(verbs) for one in prepositions.split())


def _forms(verb: str, *past: str) -> set[str]:
    return {verb, _third(verb), _present_participle(verb, past), *(past or (_past(verb),))}


def _third(verb: str) -> str:
    if _ends_in_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(verb: str) -> str:
    if _ends_in_y(verb):
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _present_participle(verb: str, past: tuple[str, ...]) -> str:
    doubled = verb + verb[-1] + "ed"
    if doubled in past:
        return doubled.removesuffix("ed") + "ing"
    silent = verb.endswith("e") and not verb.endswith("ee")
    return (verb[:-1] if silent else verb) + "ing"


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in VOWELS
