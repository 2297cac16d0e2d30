"""Regular expressions that tell who said what: what ours is measured against in every language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.quotations import apart, spoken
from nlp.model import Quote, QuoteKind, Reading, Span, Speaker

Patterns = Sequence[tuple[QuoteKind, str]]
"""Regular expressions with a group ``said`` and, where the speaker is named, a group ``who``."""

SAID = (
    r"(?:сказал|заявил|сообщил|отметил|подчеркнул|добавил|рассказал|пояснил|объяснил|напомнил|уточнил|написал"
    r"|подтвердил|предположил)(?:а|о|и)?|(?:считает|говорит|утверждает|пишет|отмечает|полагает)"
)
TITLE = r"(?:[а-яё-]+ ){0,5}"
WHO = r"(?P<who>[А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+){0,2})"
THREE_RU: Patterns = (
    ("direct", rf"[«\"“](?P<said>[^«»\"“”]+)[»\"”],?\s[—–-]\s(?:{SAID}) {TITLE}{WHO}"),
    ("indirect", rf"{WHO} (?:{SAID}), что (?P<said>[^.!?\n]+)"),
    ("indirect", rf"(?i:по словам) {TITLE}{WHO}, (?P<said>[^.!?\n]+)"),
)
"""What comes to mind first."""

URGED = r"(?:призва|попроси|предложи|потребова|посоветова|пообеща|обеща)(?:ла?|ло|ли)"
SAYS = (
    rf"(?:{URGED}|(?:сказа|заяви|сообщи|отмети|подчеркну|добави|рассказа|поясни|объясни|напомни|уточни|написа|подтверди"
    r"|предположи|заявля|замети|призна|счита|говори|утвержда|предупреди|ответи|указа|резюмирова|подытожи)(?:ла?|ло|ли)"
    r"|(?:заявля|сообща|отмеча|подч[её]ркива|добавля|рассказыва|поясня|объясня|напомина|уточня|подтвержда|предполага"
    r"|замеча|призна|счита|утвержда|предупрежда|призыва|обеща|отвеча|указыва|полага|дума|предлага|требу)(?:ет|ют)"
    r"|говор(?:ит|ят)|пиш(?:ет|ут)|прос(?:ит|ят)|уверен[аы]?)"
)
ACCORDING_TO = r"(?i:по (?:словам|мнению|данным|информации))"
RANK = r"(?:[а-яё-]+ |[А-ЯЁA-Z][\w-]+ (?=[а-яё]))*"
NAME = r"(?P<who>[А-ЯЁA-Z][\w-]+(?: [А-ЯЁA-Z][\w-]+){0,2})"
NOUNS = r"(?P<who>[\w-]+(?: [\w-]+){0,4}?)"
START = r"(?m:^|(?<=[.!?] ))"
ASIDE = r"(?: [^.,\n]{1,60})?"
REST = r"(?P<said>(?:[^.!?\n]|[.!?](?!\s|$))+)"
QUOTED = r"[«\"“](?P<said>[^«»\"“”\n]+)[»\"”]"
NESTED = r"«(?P<said>[^«»\n]+(?:«[^«»\n]+»[^«»\n]*)+)»"
SPOKEN = rf",?\s[—–-]\s{SAYS}(?: {RANK}{NAME})?"
TEN_RU: Patterns = (
    ("direct", QUOTED + SPOKEN),
    ("direct", NESTED + SPOKEN),
    ("direct", rf"(?:{NAME} )?{SAYS}[^.!?:\n]{{0,60}}: {QUOTED}"),
    ("indirect", rf"{NAME} {SAYS}{ASIDE}, что {REST}"),
    ("indirect", rf"{START}(?=[А-ЯЁ]){NOUNS} (?:также )?{SAYS}{ASIDE}, что {REST}"),
    ("indirect", rf"[Кк]ак {SAYS} {RANK}{NAME}{ASIDE}, {REST}"),
    ("indirect", rf"{ACCORDING_TO} {RANK}{NAME}, {REST}"),
    ("indirect", rf"{ACCORDING_TO} {NOUNS}, {REST}"),
    ("indirect", rf"{START}(?P<said>[^.!?\n]+), {SAYS} {RANK}{NAME}{ASIDE}(?=\.)"),
    ("indirect", rf"{NAME} {URGED} {REST}"),
)
"""What an afternoon with Russian news makes of them."""


# ---- English

SAID_EN = (
    r"(?:said|says|told|added|adds|wrote|writes|tweeted|asked|explained|argued|noted|claimed|announced|insisted"
    r"|warned|recalled|continued)"
)
CAPITAL_EN = r"[A-Z](?:\.|[\w’'-]+)"
WHO_EN = rf"(?P<who>{CAPITAL_EN}(?: {CAPITAL_EN}){{0,3}}|(?:[Hh]e|[Ss]he|[Tt]hey))"
TITLE_EN = r"(?:[a-z-]+ ){0,4}"
CLAUSE_EN = r"(?P<said>(?:[^.!?\n]|[.!?](?!\s|$))+)"
THREE_EN: Patterns = (
    (
        "direct",
        rf"[“\"](?P<said>[^“”\"\n]+)[”\"],? (?=[^.“\"\n]{{0,60}}\b{SAID_EN}\b)(?:{SAID_EN} )?{TITLE_EN}{WHO_EN}",
    ),
    (
        "indirect",
        rf"{WHO_EN}(?:, [^,.\n]{{1,60}},)? (?:has |have |had )?(?:{SAID_EN}) (?:[\w]+ ){{0,2}}?that {CLAUSE_EN}",
    ),
    ("indirect", rf"[Aa]ccording to {TITLE_EN}{WHO_EN}, {CLAUSE_EN}"),
)
"""What comes to mind first."""

# ---- Kazakh

CAPITAL_KK = r"[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+"
NAME_KK = rf"(?P<who>{CAPITAL_KK}(?: {CAPITAL_KK}){{0,2}})"
TITLE_KK = r"(?:[а-яёәғқңөұүһі-]+ ){0,5}"
REPORTED_KK = (
    r"(?:мәлімде|айт|хабарла|атап өт|атап көрсет|қос|жаз|түсіндір|ескерт|баянда|сендір|есепте|санай|жеткіз|бөліс)"
    r"(?:т[іы]|д[іы]|[ае]ды|[ае]ді|йд[іы]|ген|ған|п отыр)"
)
SAYS_KK = rf"(?:дед[іи]|дейді|деген|деп (?:\w+ )?{REPORTED_KK})"
QUOTED_KK = r"[«\"“](?P<said>[^«»\"“”\n]+)[»\"”]"
START_KK = r"(?m:^|(?<=[.!?] ))"
OPENING_KK = rf"{START_KK}(?:{CAPITAL_KK} (?=[а-яёәғқңөұүһі]))?{TITLE_KK}"
GENITIVE_KK = r"(?:[нтд][ыі]ң)"
SIX_KK: Patterns = (
    ("direct", rf"{QUOTED_KK},?\s[—–-]\s{SAYS_KK}(?: {TITLE_KK}{NAME_KK})?"),
    ("direct", rf"{START_KK}[—–-]\s(?P<said>[^\n]+?),?\s[—–-]\s{SAYS_KK}(?: {TITLE_KK}{NAME_KK})?"),
    ("direct", rf"(?:{NAME_KK}[^.!?\n«]{{0,40}}[: ] ?)?{QUOTED_KK} {SAYS_KK}"),
    (
        "indirect",
        rf"{NAME_KK}{GENITIVE_KK} (?:айтуынша|пікірінше|сөзінше|мәліметінше|деректерінше), (?P<said>[^.!?\n]+)",
    ),
    ("indirect", rf"{OPENING_KK}{NAME_KK},? (?P<said>[^.!?\n]+) {SAYS_KK}"),
    ("indirect", rf"{OPENING_KK}{NAME_KK},? (?P<said>[^.!?\n]+(?:[ғгқк][ае]н|[ае]т[ыі]н)[ыі]н) {REPORTED_KK}"),
)
"""What an afternoon with Kazakh news makes of it."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Statements by regular expressions, the earlier ones first; the speaker's name is left as it is written."""

    patterns: Sequence[tuple[QuoteKind, re.Pattern[str]]]

    def read(self, text: str, title: str | None = None) -> Reading:
        matches = ((kind, match) for kind, pattern in self.patterns for match in pattern.finditer(text))
        return spoken(text, title, apart(quoted(match, kind) for kind, match in matches))


def compiled(patterns: Patterns) -> Matched:
    return Matched([(kind, re.compile(pattern)) for kind, pattern in patterns])


def three_russian() -> Matched:
    return compiled(THREE_RU)


def ten_russian() -> Matched:
    return compiled(TEN_RU)


def three_english() -> Matched:
    return compiled(THREE_EN)


def six_kazakh() -> Matched:
    return compiled(SIX_KK)


def quoted(match: re.Match[str], kind: QuoteKind) -> Quote:
    who = span(match, "who") if match["who"] else None
    return Quote((span(match, "said"),), Speaker(who.text) if who else None, mention=who, cue=None, kind=kind)


def span(match: re.Match[str], group: str) -> Span:
    return Span(*match.span(group), match[group])
