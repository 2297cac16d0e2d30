"""What to call a text that came without a title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from nlp.languages import LANGUAGES
from nlp.model import Sentence
from nlp.shortening import BRACKETS, shortened
from nlp.words import WORD, fold

LONGEST_HEADLINE = 140
LONGEST_READ = 1_000
"""Characters of a sentence that its beginning is looked for in."""
ENOUGH_SENTENCES = 6
"""What the first of them do not tell, a title will not."""

DATELINE_STOPS = 3
"""Sentences that the full stops of a dateline may seem to make, with the one behind them."""

ENOUGH_WORDS = 5
NEARLY, LOOSELY = 0.8, 3
"""The share of a title's words that repeat it, and how many others may stand among them."""

LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\s]*\)")
MARKS = re.compile(r"\*\*|__|~~|\|\|")
LEADING = re.compile(r"^[^\w«\"“„(\[$€₽£₸№+-]+|^[-+](?!\d)\W*")
TRAILING = re.compile(r"[^\w.!?…»”\"')\]%$€₽£₸°+]+$")
UNFINISHED = (".", "…", ",", ";", ":", "-", "—", "–")
TURN = re.compile(r"\W{0,3}[—–-]\s")

CAPITAL = "[A-ZА-ЯЁӘҒҚҢӨҰҮІ]"
TAGS = re.compile(rf"^(?:\W*[#@]\w+)+\s+(?=\W*{CAPITAL})|(?:\s+#\w+)+$")
ONLY_TAGS = re.compile(r"(?:\W*[#@]\w+)+\W*")
HOUR = r"\d{1,2}:\d\d\s+(?:[—–-]\s*)?(?=\w)"
BRACKETED = rf"(?:(?:{CAPITAL}|\d)[\w.'’-]*,? +){{0,6}}\([^()]{{2,20}}\)\s*(?:[—–-]+\s*)?(?={CAPITAL}|[«\"“])"
TOWN, AGENCY = rf"{CAPITAL}[\w -]{{2,30}}", rf"{CAPITAL}[\w.]*(?: [\w.]+){{0,2}}"
DATE = r"\d{1,2} \w{3,9}\.?(?: \d{4}(?: ?\w{1,4}\.?)?)?"
NEWS = rf"(?=[«\"“]?{CAPITAL})"
DATELINES = (
    rf"{TOWN}[,.] {DATE}[.,]?\s*/[^/]{{2,60}}/[.,]?(?:\s+|$)",
    rf"{TOWN}[,.] {DATE}[.,]?\s*[—–/-]+\s*[^\s.—–]+(?: [^\s.—–]+){{0,4}}(?:\.|\s[—–-]+)(?:\s+|$)",
    rf"(?:{TOWN}[,.] {DATE}[.,]?|{DATE}[,.] {TOWN}[.,]|{CAPITAL}{{3,}}(?:[ -]{CAPITAL}+)*[.,]) {AGENCY}"
    rf"(?:\s+[—–-]+|/)\s*{NEWS}",
    rf"{TOWN}, [A-Z]\w{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?,?\s+[—–-]+\s*{NEWS}",
)
PRICE = r"[^.!?]{1,40}? [A-Z]{1,6} [$₽€][\d ,.]{1,12} [+−-]?[\d,.]{1,7}% "
CITY = rf"(?:{CAPITAL}{{4,}}(?:[ ,]+{CAPITAL}{{3,}})?|{CAPITAL}{{3,}} {CAPITAL}{{4,}})"
PLACE = rf"{CITY}\s*[—–]\s*(?={CAPITAL}(?: |\w*[a-zа-яё]))"
DAY = r"\d+ \w+ \d{4}|\w+ \d+ \d{4}"


def headline(text: str, sentences: Sequence[Sentence], language: str | None = None) -> str:
    """The text's own headline, else what its first telling sentence says; "" for a text without words.

    One line, without marks that only decorate.
    """
    return own_headline(text) or _beginning(sentences, language)


def own_headline(text: str) -> str | None:
    """The short first line that stands above a text, no sentence of it."""
    lines = [line for line in text[:10_000].splitlines() if _has_words(line)]
    telling = next((i for i, line in enumerate(lines[:3]) if not _is_hollow(line)), 0)
    above = lines[telling] if len(lines) > telling + 1 else ""
    title = _clean(above)
    whole = 0 < len(title) <= LONGEST_HEADLINE and not _clean_end(above).endswith(UNFINISHED)
    marks = re.match(r"https?:|[#@]\w+", above.lstrip("*_ ")) or TURN.match(above.lstrip("*_ "))
    return title if whole and not marks else None


def begins(title: str, sentence: str) -> bool:
    """Whether the title is what the sentence begins to tell, whatever stands before it and in brackets."""
    words = _telling_words(title)
    return _telling_words(sentence)[: len(words)] == words


def repeats(title: str, sentence: str) -> bool:
    """Whether the sentence begins with nearly all the title's words, in their order, and with all its numbers."""
    words = _telling_words(title)
    first = _telling_words(sentence)[: len(words) + LOOSELY]
    numbers = {word for word in words if word[0].isdigit()}
    same = SequenceMatcher(None, words, first, autojunk=False).get_matching_blocks()
    return numbers <= set(first) and sum(block.size for block in same) >= NEARLY * len(words)


def _telling_words(line: str) -> list[str]:
    read = line[:LONGEST_READ]
    return WORD.findall(fold(BRACKETS.sub("", _opened(_clean(read)) or read)))


def _beginning(sentences: Sequence[Sentence], language: str | None) -> str:
    every = [(text, _opened(_clean(text[:LONGEST_READ]))) for text in _after_dateline(sentences)]
    worded = [clean for _, clean in every if clean]
    telling = (clean for i, (text, clean) in enumerate(every) if clean and _tells(text, clean, language, i == 0))
    return shortened(next(telling, worded[0]), language) if worded else _any(sentences)


def _after_dateline(sentences: Sequence[Sentence]) -> list[str]:
    """The first sentences, without a dateline, even one whose full stops made sentences of it."""
    texts = [one.text for one in sentences[:ENOUGH_SENTENCES]]
    opening = " ".join(text[:LONGEST_READ] for text in texts[:DATELINE_STOPS])
    left = next((found.end() for one in DATELINES if (found := re.match(one, opening))), 0)
    while texts and left >= len(texts[0]):
        left -= len(texts.pop(0)) + 1
    return [texts[0][max(left, 0) :], *texts[1:]] if texts else []


def _any(sentences: Sequence[Sentence]) -> str:
    return next((shortened(_clean(one.text[:LONGEST_READ]), None) for one in sentences if _has_words(one.text)), "")


def _tells(text: str, clean: str, language: str | None, first: bool) -> bool:
    """Whether a sentence says something by itself; a later one must be worth the leap to it."""
    length = len(WORD.findall(clean))
    if _is_hollow(text) or (text.rstrip("*_ ").endswith(":") and length < ENOUGH_WORDS):
        return False
    if not first and (length < ENOUGH_WORDS or TURN.match(text)):
        return False
    return not any(pattern.search(fold(clean)) for pattern in _empty(language))


def _is_hollow(line: str) -> bool:
    """Whether it is tags, a greeting, an alarm, a question that asks nothing, or who wrote or took it."""
    clean = _clean(line)
    folded = " ".join(WORD.findall(fold(clean)))
    hollow = ONLY_TAGS.fullmatch(line) or _hollow().fullmatch(folded) or _bylines().fullmatch(clean)
    return bool(hollow) or not _opened(clean) or _greets(folded)


def _greets(folded: str) -> bool:
    return any(pattern.fullmatch(folded) for pattern in _greetings())


@cache
def _greetings() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?:{one.asking.greetings}\s*)+") for one in LANGUAGES.values() if one.asking.greetings)


@cache
def _hollow() -> re.Pattern[str]:
    known = [one.titling for one in LANGUAGES.values()]
    alarms = (re.escape(fold(alarm)) for one in known for alarm in one.alarms)
    return re.compile("|".join((DAY, *(one.hollow for one in known), *alarms)))


@cache
def _bylines() -> re.Pattern[str]:
    return re.compile("|".join(one.titling.bylines for one in LANGUAGES.values()))


@cache
def _openings() -> tuple[re.Pattern[str], ...]:
    """What stands before the news: hours, alarms, prices of shares, and where and by whom it was written."""
    known = [one.titling for one in LANGUAGES.values()]
    alarms = "|".join(re.escape(alarm) for one in known for alarm in one.alarms)
    buttons = "|".join(re.escape(button) for one in known for button in one.buttons)
    alarm, prices = rf"(?i:{alarms})\s*[:.!|—–-]+\s*", rf"(?:{PRICE}(?:(?:{buttons}) )?){{1,4}}"
    return tuple(map(re.compile, (HOUR, alarm, BRACKETED, *DATELINES, prices, PLACE)))


@cache
def _empty(language: str | None) -> tuple[re.Pattern[str], ...]:
    """Calls to subscribe and the like, and openings that lean on a sentence before."""
    known = LANGUAGES.get(language or "")
    if known is None:
        return ()
    leaning = (rf"^\W*(?:{one})\b" for one in known.selection.leaning)
    return tuple(map(re.compile, (*known.selection.boilerplate, *leaning)))


def _opened(sentence: str) -> str:
    """The sentence from where it begins to tell."""
    for pattern in _openings():
        sentence = LEADING.sub("", sentence[found.end() :]) if (found := pattern.match(sentence)) else sentence
    sentence = sentence[1:] if sentence[:1] in ("«", "“") and not re.search("[»”]", sentence) else sentence
    return sentence if _has_words(sentence) else ""


def _clean(line: str) -> str:
    plain = " ".join(_visible(MARKS.sub("", LINK.sub(r"\1", line))).split())
    untagged = TAGS.sub("", plain)
    return TRAILING.sub("", LEADING.sub("", untagged if _has_words(untagged) else plain))


def _clean_end(line: str) -> str:
    return re.sub(r"[^\w.…,;:!?»”\")—–-]+$", "", _visible(line))


def _visible(line: str) -> str:
    """Without zero-width and control characters, joiners and lone surrogates."""
    return "".join(c for c in line if unicodedata.category(c) not in ("Cf", "Cc", "Cs") or c.isspace())


def _has_words(line: str) -> bool:
    return any(map(str.isalpha, line))
