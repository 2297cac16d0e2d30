"""Who is who among the speakers."""

from __future__ import annotations

from nlp.model import Speaker


def same_person(a: Speaker, b: Speaker) -> bool:
    """Whether two speakers are one: word forms, initials, order and spelling of the name may differ."""
    return a.name == b.name
