"""The noun phrases of a parsed Russian sentence as namings of whoever speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nlp.model import Span
from nlp.speech.names import gender_of, is_animate, is_family, may_be_nominative
from nlp.speech.phrases import Phrase, PhraseKind
from nlp.speech.russian.noun_phrases import ASSISTANTS, Named, in_nominative, members
from nlp.speech.russian.positions import case_beside, title
from nlp.speech.russian.syntax import Name, Token, Tree, without_pictures


def named(tree: Tree, names: Mapping[int, Name]) -> dict[int, Name]:
    """The names of a text (by each of their characters) as those of a tree (by the index of each token)."""
    found = {i: names[t.start] for i, t in enumerate(tree.tokens) if t.start in names and t.text in names[t.start].text}
    missed = (i for i, t in enumerate(tree.tokens) if i not in found and _is_family_name(t))
    return found | {i: _name(tree.tokens[i]) for i in missed}


def _is_family_name(token: Token) -> bool:
    """Whether grammar and dictionary agree that a word is a family name, though the name finder missed it."""
    proper = token.part == "PROPN" and token.feature("Animacy") == "Anim" and token.text[:1].isupper()
    return proper and len(token.text) > 3 and is_family(token.text)


def _name(token: Token) -> Name:
    return Name(token.start, token.stop, token.text, "PER")


def phrases(tree: Tree, head: int, names: Named, text: str) -> tuple[Phrase, ...]:
    """The noun phrase at ``head``, and those coordinated with it."""
    heads = [head, *(c for c in tree.children[head] if _is_coordinate(tree, head, c, names))]
    heads = [one for one in heads if not any(_is_inside(tree, one, other, names) for other in heads)]
    joined = any(tree.child(one, "cc") is not None for one in heads[1:])
    return tuple(phrase(tree, one, names, text) for one in (heads if joined else heads[:1]))


def _is_inside(tree: Tree, index: int, head: int, names: Named) -> bool:
    """Whether a noun stands between another and the name beside it: «музыкант и актёр Максим Леонидов»."""
    person = _person(tree, head, names)
    return person is not None and head < index and tree.tokens[index].stop < person.start


def _is_coordinate(tree: Tree, head: int, index: int, names: Named) -> bool:
    token = tree.tokens[index]
    if token.relation == "appos":
        return _is_another(tree, head, index, names)
    nominal = token.part in ("NOUN", "PROPN") or index in names
    return (
        token.relation == "conj" and nominal and tree.child(index, "nsubj") is None and not _is_apart(tree, head, index)
    )


def _is_another(tree: Tree, head: int, index: int, names: Named) -> bool:
    """Whether a position after a comma is the next person's: «мэр Белов, лидер группы Олег Петров и…»."""
    one, other = _person(tree, head, names), _person(tree, index, names)
    after_comma = index > head and any(tree.tokens[c].text == "," for c in tree.children[index])
    return after_comma and one is not None and other is not None and one != other and index not in names


def _is_apart(tree: Tree, head: int, index: int) -> bool:
    """Whether a noun past a verb is joined to what that verb governs: «компания, продающая овощи и фрукты»."""
    between = any(t.part == "VERB" for t in tree.tokens[head:index])
    numbered = tree.child(head, "nummod", "nummod:gov") is not None
    case = "Nom" if numbered else tree.tokens[head].feature("Case")
    return between and tree.tokens[index].feature("Case") != case


def phrase(tree: Tree, head: int, names: Named, text: str) -> Phrase:
    """The noun phrase at ``head`` alone."""
    token = tree.tokens[head]
    person = _person(tree, head, names)
    if person is not None:
        return _of_person(tree, head, person, names)
    inside = _with_whole_name(members(tree, head), names)
    mention = _span(text, tree.tokens[inside[0]].start, tree.tokens[inside[-1]].stop)
    kind: PhraseKind = "pronoun" if token.part == "PRON" or token.lemma in ("он", "она", "они", "ее", "их") else "other"
    if kind == "other" and is_animate(token.text.lower()) and head not in names:
        kind = "role"
    return Phrase(
        mention,
        kind,
        _unmarked(in_nominative(tree, inside, head, names)),
        head=token.lemma,
        words=tuple(tree.tokens[i].lemma for i in inside if tree.tokens[i].part in ("NOUN", "PROPN", "ADJ", "X")),
        gender=token.feature("Gender"),
        number=token.feature("Number"),
        case=token.feature("Case"),
    )


def _with_whole_name(phrase: Sequence[int], names: Named) -> list[int]:
    """A phrase up to the end of the name of a body that it breaks off in."""
    last = names.get(phrase[-1])
    rest = phrase[-1] + 1
    while last is not None and last.kind == "ORG" and names.get(rest) == last:
        rest += 1
    return [*phrase, *range(phrase[-1] + 1, rest)]


def _unmarked(name: str) -> str:
    """A name that stands in marks as a whole without them: «Русал»."""
    inner = name[1:-1]
    whole = name[:1] in '«"“„' and name[-1:] in '»"”“' and inner and not any(mark in inner for mark in '«»"“”„')
    return inner if whole else name


def _of_person(tree: Tree, head: int, person: Name, names: Named) -> Phrase:
    name, case = " ".join(without_pictures(person.text).split()), _case_of(tree, person, names)
    case = case if names.get(head) == person else case_beside(tree, head, case, name.split()[0])
    return Phrase(
        Span(person.start, person.stop, person.text),
        "person",
        name,
        title=title(tree, head, person, names),
        head=tree.tokens[head].lemma,
        gender=gender_of(name, case) or _shown(tree, person, names, "Gender")[0],
        number="Sing",
        case=case,
    )


def _case_of(tree: Tree, person: Name, names: Named) -> str:
    """The case of a name: of its words those show it that have no nominative, whatever the parser says."""
    inside = [tree.tokens[i] for i, name in sorted(names.items()) if name == person]
    case = inside[0].feature("Case")
    oblique = (t.feature("Case") for t in inside[1:] if not may_be_nominative(t.text))
    return next((one for one in oblique if one not in ("", "Nom")), case) if case in ("", "Nom") else case


def _shown(tree: Tree, person: Name, names: Named, feature: str) -> list[str]:
    return [tree.tokens[i].feature(feature) for i, name in sorted(names.items()) if name == person]


def _person(tree: Tree, head: int, names: Named) -> Name | None:
    """The person that the phrase at ``head`` names: «министр Иванов», not «адвокат Иванова»."""
    if (inside := _by_case(tree, head, names)) is not None:
        return inside
    todo, seen = [head], {head}
    while todo:
        index = todo.pop(0)
        if index in names and names[index].kind == "PER":
            return names[index]
        near = [c for c in tree.children[index] if tree.tokens[c].relation in ("appos", "flat:name", "flat")]
        todo.extend(c for c in near if c not in seen)
        seen.update(near)
    return None


def _by_case(tree: Tree, head: int, names: Named) -> Name | None:
    """«полпреда президента в округе Виктора Ишаева»: the name that ends the phrase in the case of its noun."""
    noun = tree.tokens[head]
    if head in names or not is_animate(noun.text.lower()):
        return None
    for i in tree.under(head):
        token, above = tree.tokens[i], tree.tokens[i].head
        if i in names and names[i].kind == "PER" and i > head and token.feature("Case") == noun.feature("Case"):
            governs = above != head and (above not in names or names[above].kind != "PER")
            other = tree.tokens[above].feature("Case") != noun.feature("Case")
            if governs and (noun.lemma in ASSISTANTS or (other and not is_animate(tree.tokens[above].text.lower()))):
                return names[i]
    return None


def _span(text: str, start: int, stop: int) -> Span:
    return Span(start, stop, text[start:stop])


def people(tree: Tree, names: Named) -> Iterator[Phrase]:
    """Every person that a sentence names, with the title that stands beside the name."""
    seen: set[Name] = set()
    for index, name in sorted(names.items()):
        if name.kind != "PER" or name in seen:
            continue
        seen.add(name)
        head = tree.tokens[index].head
        beside = tree.tokens[index].relation in ("appos", "flat:name") and head >= 0
        yield _of_person(tree, head if beside and head not in names else index, name, names)
