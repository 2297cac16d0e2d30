"""What, in a parsed Russian sentence, is said: where the words begin and where they end."""

from __future__ import annotations

import re

from nlp.languages.model import listed
from nlp.speech.attributions import clip
from nlp.speech.frames import Ends
from nlp.speech.names import is_animate
from nlp.speech.russian.cues import Cue, is_cue, is_finite, is_said_so
from nlp.speech.russian.parsed import SUBJECTS
from nlp.speech.russian.subjects import is_before_place
from nlp.speech.russian.syntax import Token, Tree

COMMAS = (",", "—", "-", "–")
COORDINATORS = listed("и а но также однако при этом тоже да зато затем потом хотя тогда как одновременно")
SUBORDINATE = listed("который что поскольку где а но однако если чтобы")
DEPENDENT = listed("который что поскольку где если чтобы когда пока так хотя ибо куда откуда чей какой")
LEFT_OUT = listed("что а но однако и")
LINK = re.compile(r"\W*(?:https?://|@\w)")
SPACED = re.compile(r"\S+")


def parts(cue: Cue, *stretches: Ends) -> tuple[Ends, ...]:
    """Stretches of the text without the marks and spaces at their edges; empty ones are dropped."""
    clipped = (clip(cue.at.text, start, stop) for start, stop in stretches)
    return tuple((start, stop) for start, stop in clipped if start < stop)


def sentence(cue: Cue) -> Ends:
    """The ends of the sentence that holds the cue, inside its frame."""
    at = cue.token.start
    starts = cue.at.frame.sentence_starts
    start = max((s for s in starts if s <= at), default=cue.at.frame.start)
    led = (u.start for u in cue.at.frame.utterances if u.leads and u.start > at)
    stop = min((*(s for s in starts if s > at), *led), default=cue.at.frame.stop)
    return start, _before_links(cue.at.text, cue.token.stop, stop)


def _before_links(text: str, start: int, stop: int) -> int:
    """Where a stretch ends without the addresses that end it."""
    spaced = [(one.start(), one.end()) for one in SPACED.finditer(text, start, stop)]
    while spaced and LINK.match(text, spaced[-1][0]):
        spaced.pop()
    return spaced[-1][1] if spaced else stop


def clause_stop(cue: Cue, top: int) -> int:
    """Where the clause headed by ``top`` ends: with the sentence, unless another clause of the cue's rank follows."""
    end = sentence(cue)[1]
    last = max((i for i in cue.tree.under(top) if i > cue.last), default=top)
    borders = [_opening(cue.tree, i, cue.last) for i in range(cue.last + 1, len(cue.tokens)) if _ends(cue, i, last)]
    return min([end, *(border for border in borders if border > cue.token.stop)])


def phrase_stop(cue: Cue, top: int) -> int:
    """Where the phrase headed by ``top`` ends, with what hangs on it up to the next clause of the cue's rank."""
    members = [i for i in cue.tree.under(top) if i > cue.last]
    tail = max(members, default=top)
    following = cue.tokens[tail + 1 : tail + 4]
    described = following and following[0].text == "," and any(t.lemma == "который" for t in following)
    among = following and following[0].text == "из" and cue.tokens[tail].lemma == "один"
    if described or among:
        return clause_stop(cue, top)
    return min(_closed(cue, tail), clause_stop(cue, top))


def _closed(cue: Cue, tail: int) -> int:
    """The end of a token and of the mark that closes a quotation after it."""
    nxt = tail + 1
    closes = nxt < len(cue.tokens) and cue.tokens[nxt].text in '»"”'
    return cue.tokens[nxt if closes else tail].stop


def _ends(cue: Cue, i: int, last: int) -> bool:
    """Whether the verb at ``i`` opens a clause that is no longer what is said."""
    token = cue.tokens[i]
    if is_cue(token, cue.speech) and is_aside(cue, i):
        return True
    if token.feature("VerbForm") == "Conv" and is_cue(token, cue.speech):
        return cue.tokens[i - 1].text == "," and not _is_done_by_another(cue, token.head)
    if not is_finite(token) or _is_subordinate(cue, i) or (i <= last and cue.tree.child(i, *SUBJECTS) is not None):
        return False
    twin = token.relation == "conj" and _is_twin(cue.token, token) and _is_coordinated(cue.tree, i)
    if twin and (is_cue(token, cue.speech) or token.head == cue.index):
        return True
    ranked = token.head < 0 or token.head == cue.index or token.head in set(cue.tree.above(cue.index))
    return i > last and ranked and token.feature("Tense") == cue.token.feature("Tense")


def _is_done_by_another(cue: Cue, i: int) -> bool:
    """Whether the clause of a verb has somebody for its subject: «сообщил, что министр ушёл, заявив…»."""
    own = cue.tree.child(i, *SUBJECTS) if i > cue.index else None
    if own is None:
        return False
    return own in cue.at.names or cue.tokens[own].part == "PRON" or is_animate(cue.tokens[own].text.lower())


def _is_subordinate(cue: Cue, i: int) -> bool:
    """Whether a conjunction makes the clause of a verb depend on what is said before it: «, когда…», «, так как…»."""
    comma = next((j for j in range(i - 1, cue.last, -1) if cue.tokens[j].text == ","), None)
    following = cue.tokens[comma + 1 : comma + 3] if comma is not None else ()
    return any(t.part == "SCONJ" or t.lemma in DEPENDENT for t in following)


def _is_coordinated(tree: Tree, i: int) -> bool:
    return any(t.lemma in ("и", "а", "но", "также", "однако") for t in tree.tokens[max(0, i - 3) : i])


def _is_twin(a: Token, b: Token) -> bool:
    return all(a.feature(f) == b.feature(f) for f in ("VerbForm", "Tense", "Gender", "Number"))


def is_aside(cue: Cue, i: int) -> bool:
    """«…, сказал он», «…, сообщили в банке»: a verb right after a comma, whoever says it after the verb."""
    tree = cue.tree
    before = tree.tokens[i - 1].text if i else ""
    after = tree.tokens[i + 1 : i + 3]
    leads = len(after) > 1 and after[0].text == "," and after[1].lemma == "что"
    own = tree.child(i, *SUBJECTS)
    placed = is_before_place(tree.tokens, i) or _is_before_document(cue, i)
    return before in COMMAS and not leads and (own > i if own is not None else placed)


def _is_before_document(cue: Cue, i: int) -> bool:
    """«…, говорится в сообщении», «…, сказано на сайте»."""
    written = cue.tokens[i].lemma in cue.speech.impersonal or is_said_so(cue.tokens[i])
    return written and any(t.text in ("в", "во", "на") for t in cue.tokens[i + 1 : i + 2])


def _opening(tree: Tree, i: int, least: int) -> int:
    """Where the clause of a verb begins: at the comma or the conjunction before it."""
    while (
        i - 1 > least and tree.tokens[i - 1].text not in (",", ";") and tree.tokens[i - 1].lemma not in ("и", "а", "но")
    ):
        i -= 1
    while i - 1 > least and (tree.tokens[i - 1].text == "," or tree.tokens[i - 1].lemma in COORDINATORS):
        i -= 1
    return tree.tokens[i].start


def around(cue: Cue, start: int, last: int) -> tuple[Ends, ...]:
    """What an inset that runs from the character ``start`` to the token ``last`` speaks for: its clause."""
    found = without(cue, start, last)
    inside = _of_its_clause(cue, found, start)
    if inside == found and _begins_anew(cue, start, last):
        return parts(cue, (cue.tokens[last].stop, sentence(cue)[1]))
    return inside


def _begins_anew(cue: Cue, start: int, last: int) -> bool:
    """«Дорога открыта, по словам X, мост закрыт»: a whole clause on each side, and nothing joins them."""
    begin, end = sentence(cue)
    before = [t for t in cue.tokens if begin <= t.start < start]
    after = [t for t in cue.tokens[last + 1 :] if t.start < end and t.part != "PUNCT"]
    whole = any(map(is_finite, before)) and any(map(is_finite, after))
    joined = after and (after[0].part in ("SCONJ", "CCONJ", "ADP") or after[0].lemma in DEPENDENT)
    told = any(is_cue(t, cue.speech) for t in before)
    return whole and told and not joined


def without(cue: Cue, start: int, last: int) -> tuple[Ends, ...]:
    """The sentence without an inset that runs from the character ``start`` to the token ``last``."""
    begin, end = sentence(cue)
    after = cue.tokens[last].stop
    tails = [_opening(cue.tree, i, last - 1) for i in range(last + 1, len(cue.tokens)) if _trails(cue, i)]
    left = (begin, start) if _says_something(cue, begin, start) else (start, start)
    return parts(cue, left, (after, min([end, *tails])))


def _trails(cue: Cue, i: int) -> bool:
    return is_cue(cue.tokens[i], cue.speech) and is_aside(cue, i)


def _says_something(cue: Cue, start: int, stop: int) -> bool:
    """Whether more than adverbs and connectors stands in a stretch: not «Кроме того,»."""
    words = [t for t in cue.tokens if start <= t.start < stop and t.part != "PUNCT"]
    light = ("CCONJ", "PART", "SCONJ")
    return any(t.part not in light and t.lemma not in cue.speech.connectors for t in words)


def _of_its_clause(cue: Cue, found: tuple[Ends, ...], inset: int) -> tuple[Ends, ...]:
    """An inset inside a subordinate clause speaks for that clause alone: «…, без которого, по ее словам, …»."""
    if not found or found[0][1] > inset:
        return found
    begin, end = found[0]
    inside = [i for i, t in enumerate(cue.tokens) if begin <= t.start < end]
    for i in reversed(inside[1:]):
        if cue.tokens[i].text == "," and (opener := _opener(cue, i)) is not None:
            first = cue.tokens[opener]
            return parts(cue, (first.stop if first.lemma in LEFT_OUT else cue.tokens[i].stop, end), *found[1:])
    return found


def _opener(cue: Cue, comma: int) -> int | None:
    following = range(comma + 1, min(comma + 3, len(cue.tokens)))
    return next((i for i in following if cue.tokens[i].lemma in SUBORDINATE), None)


def inset_stop(cue: Cue) -> int:
    """The index of the comma that ends an inset like «как сообщил X, глава Y,», or of the sentence's last token."""
    end = sentence(cue)[1]
    for i in range(cue.last + 1, len(cue.tokens)):
        if cue.tokens[i].start >= end:
            return i - 1
        if cue.tokens[i].text in (",", "—", "–") and not _continues(cue, i):
            return i
    return len(cue.tokens) - 1


def _continues(cue: Cue, comma: int) -> bool:
    """Whether what follows a comma still belongs to the speaker: «, который…», «, глава…,»."""
    nxt = comma + 1
    if nxt >= len(cue.tokens):
        return False
    ahead = cue.tokens[nxt : nxt + 3]
    if any(t.lemma == "который" for t in ahead[:2]):
        return True
    nouns = range(cue.last + 1, comma)
    if _is_listed(cue, nxt, nouns):
        return True
    if cue.tokens[comma - 1].part == "PRON" or not is_animate(cue.tokens[nxt].text.lower()):
        return False
    above = set(cue.tree.above(nxt))
    return (
        cue.tokens[nxt].relation in ("appos", "acl", "conj")
        and any(i in nouns for i in above)
        and cue.tokens[nxt].feature("Case") == "Nom"
    )


def _is_listed(cue: Cue, i: int, nouns: range) -> bool:
    """«сообщил на встрече с главами ведомств, министерств и банков»: one more of the same case."""
    while cue.tokens[i].relation in ("amod", "det") and cue.tokens[i].head > i:
        i = cue.tokens[i].head
    token, head = cue.tokens[i], cue.tokens[i].head
    oblique = token.part in ("NOUN", "PROPN") and token.feature("Case") not in ("", "Nom")
    return (
        oblique
        and token.relation == "conj"
        and head in nouns
        and token.feature("Case") == cue.tokens[head].feature("Case")
    )
