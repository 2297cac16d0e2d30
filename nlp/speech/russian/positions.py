"""What a parsed Russian sentence says a person is: «министр просвещения» beside the name, in the nominative."""

from __future__ import annotations

from nlp.speech.names import is_animate, may_be_man, may_be_nominative
from nlp.speech.russian.noun_phrases import ASSISTANTS, WIDEST, Named, in_nominative, members, run
from nlp.speech.russian.syntax import Name, Token, Tree

ACTING = (("и", ".", "о", "."), ("врио",))
ENDING = (",", ".", ";", ":", "—", "–", "(", ")", "!", "?")


def title(tree: Tree, head: int, person: Name, names: Named) -> str | None:
    """What the person is whose name stands in the phrase at ``head``, as the sentence tells beside the name."""
    first = next(i for i, name in sorted(names.items()) if name == person)
    case = tree.tokens[first].feature("Case")
    return (
        _acting(tree, first)
        or _apposed(tree, head, first, case, names)
        or _before(tree, first, case, names)
        or _after(tree, first, case, names)
    )


def _acting(tree: Tree, first: int) -> str | None:
    """«и.о. президента Александр Турчинов», «врио губернатора Слюсарь»: as it is written, for it has no cases."""
    for i in range(first - 2, max(first - WIDEST, -1), -1):
        for opening in ACTING:
            noun = i + len(opening)
            if tuple(t.text.lower() for t in tree.tokens[i:noun]) == opening and noun < first:
                return "".join(opening) + " " + in_nominative(tree, range(noun, first), noun, names={}, beside="Nom")
        if _ends(tree.tokens[i]) and tree.tokens[i].text != ".":
            return None
    return None


def _apposed(tree: Tree, head: int, first: int, case: str, names: Named) -> str | None:
    """The noun that the parser joins to the name: «замглавы политики безопасности в министерстве Теодор Гоц»."""
    noun = head if names.get(head) != names[first] else tree.child(first, "appos")
    if noun is None or names.get(noun) == names[first] or not _is_title(tree, noun, first, names):
        return None
    noun = _assisting(tree, noun, case)
    phrase = run([i for i in members(tree, noun) if names.get(i) != names[first]], noun)
    reached = range(phrase[0], first)
    whole = noun < first and len(reached) <= WIDEST and not any(_ends(t) for t in tree.tokens[noun:first])
    return in_nominative(tree, reached if whole else phrase, noun, names, case_beside(tree, noun, case))


def _assisting(tree: Tree, noun: int, case: str) -> int:
    """«первого заместителя председателя Олега Белова»: the deputy's name, though the parser gives it the chairman."""
    above = tree.tokens[noun].head
    deputy = above >= 0 and tree.tokens[above].lemma in ASSISTANTS and tree.tokens[above].feature("Case") == case
    return above if deputy else noun


def case_beside(tree: Tree, noun: int, case: str, name: str = "") -> str:
    """The case of a name by the noun before it, where that leaves no doubt: «с мэром Сюнскэ», «певица Саша»."""
    token = tree.tokens[noun]
    own = token.feature("Case")
    if token.part != "NOUN" or own == case:
        return case
    oblique = case in ("", "Nom") and not may_be_nominative(token.text)
    subject = token.relation in ("nsubj", "nsubj:pass") or is_animate(token.text.lower())
    direct = own == "Nom" and subject and bool(name) and may_be_nominative(name)
    return own if oblique or direct else case


def _ends(token: Token) -> bool:
    return token.text in ENDING or token.part in ("VERB", "PRON", "SCONJ", "ADV", "AUX")


def _before(tree: Tree, first: int, case: str, names: Named) -> str | None:
    """«экономист Центра исследований Дина Ахметова»: from a living noun in the name's case up to the name."""
    for i in range(first - 1, max(first - WIDEST, -1), -1):
        token = tree.tokens[i]
        if i in names and names[i].kind == "PER" and token.feature("Case") == case:
            return None
        if token.part == "NOUN" and i not in names and token.feature("Case") == case and _is_living(token):
            return in_nominative(tree, range(_with_adjectives(tree, i, case), first), i, names, case)
        if _ends(token) or token.part == "CCONJ" or not _hangs(token, case):
            return None
    return None


def _after(tree: Tree, first: int, case: str, names: Named) -> str | None:
    """«Саймон Стилл, исполнительный секретарь конвенции»: what a name is called between commas."""
    comma = next((i for i in range(first, len(tree.tokens)) if names.get(i) != names[first]), len(tree.tokens))
    stop = next((i for i in range(comma + 1, len(tree.tokens)) if tree.tokens[i].text in ENDING), len(tree.tokens))
    phrase = range(comma + 1, stop)
    if not 0 < len(phrase) <= WIDEST or tree.tokens[comma].text not in (",", "("):
        return None
    noun = next((i for i in phrase if tree.tokens[i].part != "ADJ"), None)
    if noun is None or tree.tokens[noun].part != "NOUN" or not _is_living(tree.tokens[noun]):
        return None
    token = tree.tokens[noun]
    others = any((i in names and names[i].kind == "PER") or tree.tokens[i].part in ("VERB", "PRON") for i in phrase)
    single = token.feature("Case") == case and token.feature("Number") == "Sing"
    return in_nominative(tree, phrase, noun, names) if single and not others else None


def _is_living(token: Token) -> bool:
    """Whether a noun means somebody here: «премьера» of the masculine is no first night."""
    word = token.text.lower()
    return is_animate(word) or (token.feature("Gender") == "Masc" and may_be_man(word, token.feature("Case")))


def _hangs(token: Token, case: str) -> bool:
    """Whether a token may stand between a position and a name: no noun of the name's case, no other position."""
    if token.part not in ("NOUN", "PROPN"):
        return True
    governed = token.feature("Case") == "Gen" or not is_animate(token.text.lower())
    return governed and token.feature("Case") != case


def _with_adjectives(tree: Tree, noun: int, case: str) -> int:
    while noun and tree.tokens[noun - 1].part == "ADJ" and tree.tokens[noun - 1].feature("Case") == case:
        noun -= 1
    return noun


def _head_of(tree: Tree, members: range) -> int:
    return next(i for i in members if tree.tokens[i].part != "ADJ")


def _is_title(tree: Tree, noun: int, first: int, names: Named) -> bool:
    """Whether a noun is the position of the person whose name begins at ``first``, and of nobody nearer."""
    between = range(min(noun, first) + 1, max(noun, first))
    others = [i for i in between if i in names and names[i].kind == "PER" and names[i] != names[first]]
    nearer = any(tree.tokens[i].relation == "appos" for i in others)
    return _is_living(tree.tokens[noun]) and not nearer
