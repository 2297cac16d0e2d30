"""A sentence made short enough for a title: its own words, from the first one on, without what it can do without.

Who reported it goes first, from the end («…, сообщили в МЧС»). Then a Russian sentence loses what hangs loosely from
it: clauses, circumstances, further predicates; its tree tells which (Universal Dependencies). In the other languages
words tell where such a thing begins. Only where nothing of that helps it breaks off, and an ellipsis says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nlp.languages import LANGUAGES
from nlp.languages.model import Language, Segmentation, Speech, Titling
from nlp.speech.russian.cues import is_finite
from nlp.speech.russian.syntax import Token, Tree, parse, tokens
from nlp.words import WORD, grammemes, lemma

LONGEST, SHORTEST = 100, 30
TOLERATED = 130
"""What is complete may be so long where nothing shorter is."""
LONGEST_PARSED = 600
"""Characters, all of them; the cost of a tree grows with the square of the length."""
LONGEST_CREDIT, LONGEST_NAME = 12, 4
"""Words of whoever reports: with a verb, and without («— ТАСС»)."""
BORDER_SHARE = 0.6
"""What breaks off does so at a comma or dash, if there is one behind this share of it."""
FEWEST = 3
"""Words that a sentence keeps."""

BORDER = re.compile(r"\s*,?\s+[-—–]{1,2}\s*(?=\w)|,\s*[-—–]?\s+")
BRACKETS = re.compile(r"\s*\([^()]*\)")
FULL_STOP = re.compile(r"(?<=\w{4})[.!?]\s*(?=\w{4})")  # that no capital follows, as in texts of small letters
LAST_WORD = re.compile(r"([\w.-]+)\.$")
PREDICATES = frozenset(("VERB", "PRTS", "ADJS", "PRED"))
LEANING = frozenset(("PREP", "CONJ", "PRCL", "ADJF", "NUMR", "PRTF"))
HANGING = frozenset(("ADP", "CCONJ", "SCONJ", "DET", "NUM", "PART", "PUNCT"))
CLAUSES = frozenset(("acl", "advcl", "conj", "parataxis", "appos"))
PHRASES = frozenset(("obl", "nmod"))
CIRCUMSTANCES = frozenset(("obl", "iobj"))
FREE = frozenset(("punct", "cc", "discourse", "advmod"))
STRONG, MARK = re.compile(r"[:;—–]|--"), re.compile(r"[,:;—–]")
PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))
DASHES, ENDING_CLAUSES = frozenset("—–-"), frozenset(",:;")
SEPARATING = DASHES | ENDING_CLAUSES
CLOSING = "»”\"')"


def shortened(sentence: str, language: str | None) -> str:
    """The sentence without whoever reported it, in about `LONGEST` characters."""
    known = LANGUAGES.get(language or "")
    whole = _without_stop(_without_credit(sentence, known), known.segmentation) if known else sentence
    bare = whole if len(whole) <= LONGEST else BRACKETS.sub("", FULL_STOP.split(whole)[0])
    if len(bare) <= LONGEST:
        return bare
    ends = [end for end in (*_ends(bare, language), len(bare)) if end <= TOLERATED and _is_balanced(bare[:end])]
    short = [end for end in ends if SHORTEST <= end <= LONGEST]
    long = [end for end in ends if end > LONGEST]
    best = max(short) if short else min(long, default=0)
    return bare[:best] if best else _broken(bare, language)


def _without_stop(sentence: str, known: Segmentation) -> str:
    """Without a last full stop, unless it is that of an abbreviation."""
    word = LAST_WORD.search(sentence)
    short = known.units | known.closing | known.before | known.companies
    leave = word and (len(word[1]) == 1 or word[1].lower() in short)
    return sentence if leave or sentence.endswith("..") else sentence.removesuffix(".")


# ---- whoever reported it


def _without_credit(sentence: str, known: Language) -> str:
    borders = list(BORDER.finditer(sentence))
    stops = [*(border.start() for border in borders[1:]), len(sentence)]
    for border, stop in zip(borders, stops, strict=False):
        kept, credit = sentence[: border.start()], sentence[border.end() : stop]
        whole = (
            len(WORD.findall(kept)) >= FEWEST
            and _is_balanced(kept)
            and _has_its_clauses(sentence, len(kept), known.titling)
        )
        if whole and _is_credit(kept, border.group(), credit, known):
            return kept
    return sentence


def _is_credit(kept: str, border: str, credit: str, known: Language) -> bool:
    """Whether this stretch of a sentence, after what it kept and a border, only tells who reported that."""
    words = WORD.findall(credit.lower())
    if not words or _opens_with_report(credit, words, known):
        return bool(words)
    after_dash = bool(border.strip(" ,")) and _tells(kept)
    return len(words) <= LONGEST_CREDIT and (
        _closes_with_report(words, known.speech) or (after_dash and _is_reporter(words))
    )


def _opens_with_report(credit: str, words: Sequence[str], known: Language) -> bool:
    """«сообщили в МЧС», «об этом пишет …», «по данным …», "according to …"."""
    if re.match(known.titling.known_from, credit) or any(
        tuple(words[: len(one)]) == one for one in known.speech.sources
    ):
        return True
    between = re.compile(known.titling.before_report)
    places = (i for i, word in enumerate(words[:3]) if _reports(word, known.speech))
    return any(i == 0 or between.fullmatch(" ".join(words[:i])) for i in places)


def _closes_with_report(words: Sequence[str], speech: Speech) -> bool:
    """ "the minister said on Monday" """
    return not speech.verb_last and words[0] not in speech.breaks and any(w in speech.said for w in words[1:][-3:])


def _is_reporter(words: Sequence[str]) -> bool:
    """«ТАСС», «обнаружили эксперты»."""
    return bool(grammemes(words[0]) & PREDICATES) or (len(words) <= LONGEST_NAME and not _tells(" ".join(words)))


def _reports(word: str, speech: Speech) -> bool:
    return (word in speech.said or lemma(word, "ru") in speech.clausal) and "INFN" not in grammemes(word)


def _tells(words: str) -> bool:
    """Whether there is a Russian predicate among the words."""
    return any(grammemes(word) & PREDICATES for word in WORD.findall(words.lower()))


# ---- where a sentence may end


def _ends(sentence: str, language: str | None) -> Iterator[int]:
    if language == "ru" and len(sentence) <= LONGEST_PARSED:
        (tree,) = parse([tokens(sentence, 0, len(sentence))])
        ends = (tree.tokens[at - 1].stop for at in range(1, len(tree.tokens)) if _stands(tree, at))
        yield from (end for end in ends if _has_its_clauses(sentence, end, LANGUAGES["ru"].titling))
    elif language in LANGUAGES:
        known = LANGUAGES[language]
        yield from _at_verbs(sentence, known.titling) if known.speech.verb_last else _at_words(sentence, known)


def _has_its_clauses(sentence: str, end: int, titling: Titling) -> bool:
    """Whether no main clause is without its predicate, nor a verb without the clause that it asks for."""
    main, *others = _subordinate(titling).split(sentence[:end])
    asked = re.match(rf",?\s+{titling.complement}\b", sentence[end:])
    return not asked and (not others or _tells(main))


def _subordinate(titling: Titling) -> re.Pattern[str]:
    """Where a subordinate clause begins."""
    return re.compile(rf",\s+(?:[\w-]+ ){{0,2}}{titling.subordinate}\b")


def _stands(tree: Tree, at: int) -> bool:
    """Whether the tokens before this one say something complete."""
    kept, left = tree.tokens[:at], range(at, len(tree.tokens))
    if not _may_end(kept, tree.tokens[at]):
        return False
    tops = [one for one in kept if one.part != "PUNCT" and not 0 <= one.head < at]
    return (
        len(tops) == 1
        and (tops[0].head < 0 or _is_clause(tops[0], tree.tokens[at]))
        and all(_is_loose(tree, i) for i in left if 0 <= tree.tokens[i].head < at)
    )


def _last_clause(kept: Sequence[Token]) -> Sequence[Token]:
    start = max((i for i, one in enumerate(kept) if one.text in ENDING_CLAUSES), default=-1)
    return kept[start + 1 :]


def _is_clause(top: Token, following: Token) -> bool:
    """Whether a predicate that something after it governs stands by itself: «Мост открыт, сообщил мэр»."""
    return is_finite(top) and top.relation in ("ccomp", "parataxis", "conj", "advcl") and following.part == "PUNCT"


def _may_end(kept: Sequence[Token], following: Token) -> bool:
    last = kept[-1]
    if following.text in DASHES and not any(map(is_finite, _last_clause(kept))):
        return False
    if last.part == "VERB":
        return following.part == "PUNCT" and following.text != ":"
    lone = len(kept) > 1 and kept[-2].text in SEPARATING
    return not lone and (last.part not in HANGING or last.text in CLOSING)


def _is_loose(tree: Tree, at: int) -> bool:
    """Whether what governs this token says something complete without it and all that it governs."""
    one = tree.tokens[at]
    relation = one.relation.partition(":")[0]
    if relation in CLAUSES:
        first = tree.under(at)[0]
        return "PUNCT" in (tree.tokens[first].part, tree.tokens[first - 1].part)
    if relation in PHRASES and tree.child(at, "case") is not None:
        return relation == "obl" or tree.child(one.head, "case") is None  # «по подозрению в краже»
    return relation in FREE or (relation in CIRCUMSTANCES and one.feature("Case") in ("Dat", "Acc"))


def _at_words(sentence: str, known: Language) -> Iterator[int]:
    """Where, after a word that may be its verb, a sentence has a strong mark or a word that opens a clause."""
    verbs, told = known.speech.auxiliaries | known.speech.said, False
    past = re.compile(known.titling.predicates)
    for before, after in pairwise(WORD.finditer(sentence)):
        gap, last = sentence[before.end() : after.start()], before.group().lower()
        told = told or last in verbs or bool(past.fullmatch(last))
        opens = after.group().lower() in known.titling.openers and last not in known.stop_words
        if told and not past.fullmatch(last) and (opens or STRONG.search(gap)):
            yield before.end()


def _at_verbs(sentence: str, titling: Titling) -> Iterator[int]:
    """Where a mark follows a verb, in a language whose verb comes last."""
    verb = re.compile(titling.predicates)
    for before, after in pairwise(WORD.finditer(sentence)):
        if MARK.search(sentence, before.end(), after.start()) and verb.fullmatch(before.group().lower()):
            yield before.end()


def _is_balanced(text: str) -> bool:
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in PAIRS)


def _broken(sentence: str, language: str | None) -> str:
    """The beginning, up to a word on which it can break off."""
    words = [word for word in WORD.finditer(sentence[: LONGEST + 1]) if word.end() < LONGEST]
    stop = LANGUAGES[language].stop_words if language in LANGUAGES else frozenset[str]()
    while len(words) > FEWEST and _leans(words[-1].group().lower(), stop):
        words.pop()
    end = words[-1].end() if words else LONGEST - 1
    borders = [border.start() for border in BORDER.finditer(sentence[:end]) if border.start() > end * BORDER_SHARE]
    kept = sentence[: borders[-1] if borders else end].rstrip()
    return kept if borders and language == "ru" and _is_complete(kept, sentence[len(kept) :]) else kept + "…"


def _is_complete(kept: str, left: str) -> bool:
    """Whether the beginning of a Russian sentence tells something without what is left of it."""
    subordinate = _subordinate(LANGUAGES["ru"].titling)
    clauses = subordinate.split(kept)[0], re.split("[,;]", kept)[-1]
    return ":" not in kept and all(map(_tells, clauses)) and not subordinate.match(left)


def _leans(word: str, stop: frozenset[str]) -> bool:
    return word in stop or bool(grammemes(word) & LEANING)
