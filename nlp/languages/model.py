"""What one language tells the engine. A language is data: adding one touches its file and one registry line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nlp.model import Expected, QuestionKind

Period = Literal[
    "today", "yesterday", "day before yesterday", "this week", "last week", "this month", "last month",
    "days", "weeks", "months", "weekday", "month", "date",
]  # fmt: skip
NOTHING = "(?!)"  # the pattern that matches nothing


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(words.split())


def valued(words: str) -> tuple[tuple[str, float], ...]:
    """The words of a list that is written as running text, each followed by its number."""
    listed = words.split()
    return tuple(zip(listed[::2], map(float, listed[1::2]), strict=True))


@dataclass(frozen=True, slots=True)
class Segmentation:
    """For `nlp.sentences`. Abbreviations: lower case, without spaces and without the last full stop («т.д»)."""

    before: frozenset[str] = frozenset()  # lean on what follows, never end a sentence: «ул. Абая», "Mr. Smith"
    numbered: frozenset[str] = frozenset()  # lean on a number only: «рис. 5», "No. 10"
    units: frozenset[str] = frozenset()  # after a number; end a sentence before a capital: «2012 г.», «5 млн.»
    closing: frozenset[str] = frozenset()  # end a sentence before a capital: «и др.», "etc."
    companies: frozenset[str] = frozenset()  # end a sentence only before a starter: "Inc."
    starters: frozenset[str] = frozenset()  # words that open sentences and are no part of a name
    pairs: frozenset[tuple[str, str]] = frozenset()  # an abbreviation and the word that it leans on: «долл. США»


@dataclass(frozen=True, slots=True)
class Speech:
    """For `nlp.quotes` and `nlp.speakers`. Words are folded dictionary forms (`nlp.words.lemma`) unless told."""

    said: frozenset[str] = frozenset()  # open a clause, stand beside a quotation, take a topic: «заявил, что»
    believed: frozenset[str] = frozenset()  # open a clause, or judge a thing: «считает решение ошибкой»
    called: frozenset[str] = frozenset()  # give a name: «назвал решение ошибкой»
    urged: frozenset[str] = frozenset()  # ask for a deed or a thing: «призвал проверить», «потребовал отставки»
    judged: frozenset[str] = frozenset()  # tell by their object alone: «опроверг информацию»
    stated: frozenset[str] = frozenset()  # tell by their object too, if it is one of ``matters``
    matters: frozenset[str] = frozenset()  # what one speaks of: «подчеркнул важность»
    cited: frozenset[str] = frozenset()  # the speaker is the object: «цитирует министра»
    impersonal: frozenset[str] = frozenset()  # the speaker is a document or nobody: «говорится в сообщении»
    convinced: frozenset[str] = frozenset()  # short adjectives: «уверен, что»
    nouns: frozenset[str] = frozenset()  # with a possessor, open a clause: «слова X о том, что»
    signs: frozenset[str] = frozenset()  # of a thing they tell that it shows something: «цены говорят о том, что»
    pleas: frozenset[str] = frozenset()  # nouns that ask for a deed: «с призывом проверить»
    uttering: frozenset[str] = frozenset()  # verbs whose subject owns such a noun: «пришли к выводу, что»
    sources: frozenset[tuple[str, ...]] = frozenset()  # surface words before the speaker: «по словам»
    topics: frozenset[str] = frozenset()  # prepositions of what is spoken about
    asked: frozenset[str] = frozenset()  # open an indirect question too: «объяснил, почему»
    question_words: frozenset[str] = frozenset()  # surface words that open an indirect question
    governing: frozenset[tuple[str, str]] = frozenset()  # verbs with the prepositions of what they tell: «указал на»
    this: frozenset[tuple[str, str]] = frozenset()  # surface words that point back: «об этом сообщил»
    places: frozenset[str] = frozenset()  # speak in the plural without a subject: «в штабе отрицали»
    interviewing: frozenset[str] = frozenset()  # tell that somebody is asked: «побеседовали»
    times: frozenset[str] = frozenset()  # stand where a place might, but tell when: «сообщили в августе»
    documents: frozenset[str] = frozenset()  # speak for whoever issued them: «в сообщении министерства»
    outlets: frozenset[str] = frozenset()  # kinds and names of media: sources of news, not speakers
    source_labels: frozenset[str] = frozenset()  # open a line that names the source: «Источник: Zakon.kz»
    media: frozenset[str] = frozenset()  # kinds of media, whose name may follow: «газета «Труд»»
    press: tuple[str, ...] = ()  # names of media as they are written: «РИА Новости»
    venues: frozenset[str] = frozenset()  # where one speaks to a medium: «в эфире НТВ»
    relaying: frozenset[str] = frozenset()  # what an unknown body does only if it is a medium: «пишет The Chronicle»
    roles: frozenset[str] = frozenset()  # may stand for any person named before: «политик»
    origins: frozenset[str] = frozenset()  # tell of a role only whence somebody is: «финский специалист»
    offices: frozenset[str] = frozenset()  # may stand for the last speaker, if no title was told: «министр»
    existential: frozenset[str] = frozenset()  # tell that something is, not who says it: «деген үміт бар»
    naming: frozenset[str] = frozenset()  # after «деп», tell that the words before are a name: «деп аталады»
    shown: frozenset[str] = frozenset()  # what a document does, too: «зерттеу көрсетті»
    studies: frozenset[str] = frozenset()  # documents that show something, where nobody else does: «исследование»
    folk: frozenset[str] = frozenset()  # speak, and stand for nobody named before: «халық», «анасы»
    voiced: frozenset[str] = frozenset()  # cues of what was said and not only thought or wished
    anonymous: frozenset[str] = frozenset()  # speak without a name, and go on speaking: «источник», «собеседник»
    beside: frozenset[str] = frozenset()  # roles of whoever stands beside another: «адвокат» is no minister
    releases: frozenset[str] = frozenset()  # documents that speak for the body that spoke last: «в сообщении»
    generic: tuple[frozenset[str], ...] = ()  # of one body, stand for one another: «глава банка», «директор банка»
    shortened: tuple[tuple[str, str], ...] = ()  # titles in short («полпред») or their beginnings («зам-»), in full
    bodies: frozenset[str] = frozenset()  # may stand for a body named before: «министерство»
    agencies: frozenset[str] = frozenset()  # may stand for the authority that was named last: «ведомство»
    authorities: frozenset[str] = frozenset()  # «министерство», «мчс»
    founded: tuple[str, ...] = ()  # what the short names of authorities begin with: «росреестр»
    overseeing: tuple[str, ...] = ()  # and end with
    titles: tuple[frozenset[str], ...] = ()  # words of one office: президент, глава государства
    connectors: frozenset[str] = frozenset()  # open a sentence and are no part of what is said

    # Where no grammar is at hand (`nlp.speech.surface`); these are surface words in lower case, as are the above.
    resumes_after_dash: bool = False  # only a dash joins speech that narration broke off: «A», — сказал он. — «B»
    verb_last: bool = False  # the verb ends the sentence
    pronouns: frozenset[str] = frozenset()  # may name a speaker: "she"
    plural_pronouns: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()  # cues whose subject opens the sentence: ", adding that"
    bare: frozenset[str] = frozenset()  # cues that open a clause without a conjunction: "said it would"
    auxiliaries: frozenset[str] = frozenset()  # stand between a speaker and the cue: "has also said"
    breaks: frozenset[str] = frozenset()  # never part of a speaker's phrase: "that", "and"
    when: frozenset[str] = frozenset()  # may follow a cue that ends a sentence: "he said on Monday"
    days: frozenset[str] = frozenset()  # may stand between a speaker and the cue: "Trump on Saturday tweeted"
    adverbs: frozenset[str] = frozenset()  # those among the auxiliaries that are no verbs: "also"
    finite: frozenset[str] = frozenset()  # show that a clause has its verb: "would"
    modal: frozenset[str] = frozenset()  # before a deed that is not done: "to", "would"
    being: frozenset[str] = frozenset()  # make the cue after them passive: "was told"
    homonyms: frozenset[str] = frozenset()  # of cues that are nouns: "claims"
    plurals: frozenset[str] = frozenset()  # plural nouns that do not look it: "people"
    timing: frozenset[str] = frozenset()  # open a circumstance of what is told: "when"
    negations: frozenset[str] = frozenset()  # "not"
    persons: frozenset[str] = frozenset()  # begin a clause as its subject: "they", "there"
    objects: frozenset[str] = frozenset()  # pronouns that are no subject: "him"
    relative: frozenset[str] = frozenset()  # open a clause about the noun before: "who"
    possessive: frozenset[str] = frozenset()  # tell whose a noun is: "his"
    prepositions: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()  # join two verbs of one subject: "and"
    turning: frozenset[str] = frozenset()  # after a comma, open what is no longer said: "although"
    addressed: frozenset[str] = frozenset()  # the noun after these cues is who listens: "told reporters"
    masculine: frozenset[str] = frozenset()  # show that somebody is a man: "he", "Mr.", "spokesman", "John"
    feminine: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()  # given names
    particles: frozenset[str] = frozenset()  # in a name, without a capital: "van"
    joining: frozenset[str] = frozenset()  # join two speakers: «пен»
    conjunction: str = "и"  # joins the names of several speakers
    pointing: frozenset[str] = frozenset()  # open a role that was named before: "the mayor"
    role_endings: frozenset[str] = frozenset()  # of words that say what somebody is: "-man", "-ist"
    determiners: frozenset[str] = frozenset()  # open a noun phrase that is no name: "the"
    honorifics: frozenset[str] = frozenset()  # stand before a name: "mr."
    name_endings: frozenset[str] = frozenset()  # that a source's name bears: «Тоқаевтың»
    oblique_endings: frozenset[str] = frozenset()  # of a name that is no subject
    rumours: frozenset[str] = frozenset()  # nouns of what nobody is known to have said: «қауесет»
    quotatives: frozenset[str] = frozenset()  # stand right after what is said: «деп»
    clause_endings: frozenset[str] = frozenset()  # of the verb that ends an indirect clause: «-ғанын»
    bare_endings: frozenset[str] = frozenset()  # of that verb where nobody is the subject of the cue: «-ғаны айтылды»
    deed_endings: frozenset[str] = frozenset()  # of the verb that tells what is asked for: «-уды талап етті»

    clausal: frozenset[str] = field(init=False)  # whatever may open a clause or stand beside one
    verbs: frozenset[str] = field(init=False)  # every word that may attribute, but for ``sources``

    def __post_init__(self) -> None:
        clausal = self.said | self.believed | self.impersonal | self.convinced
        object.__setattr__(self, "clausal", clausal)
        object.__setattr__(self, "verbs", clausal | self.called | self.urged | self.judged | self.stated | self.cited)

    def pronouns_number(self, pronoun: str) -> str:
        return "Plur" if pronoun in self.plural_pronouns else "Sing"

    def gender_of(self, word: str) -> str:
        """«Masc», «Fem», or "" where a word shows neither."""
        return "Masc" if word in self.masculine else "Fem" if word in self.feminine else ""


@dataclass(frozen=True, slots=True)
class Scoping:
    """For `nlp.scopes`: the words that tell where an answer is looked for. Patterns as in `Asking`, the longer first.

    In ``dated`` stands WHEN for any of ``when``, in ``published`` OUTLET for the name of a medium. A group ``kept``
    stays in the question. The groups of ``when`` are ``n`` (a number, or a word of ``counts``), ``name`` (of a weekday
    or a month), ``day``, ``month``, ``year``.
    """

    signs: str = NOTHING  # begins a word of whatever the patterns below match, unless that names one of ``outlets``
    titled: tuple[str, ...] = ()  # «в статье про Казахстан»; group: about
    here: tuple[str, ...] = ()  # «в этой статье»: narrows nothing
    everywhere: tuple[str, ...] = ()  # «во всех статьях»
    published: tuple[str, ...] = ()  # «у РИА», «Mash писал»
    dated: tuple[str, ...] = ()  # «вчерашние новости»: the news is of that time, not the event
    when: tuple[tuple[Period, str], ...] = ()
    weekdays: tuple[str, ...] = ()  # Monday first
    months: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()  # of "two", "three", …
    outlets: tuple[tuple[str, str], ...] = ()  # media by their names, and as people type these
    foreign: str = NOTHING  # the name of a medium that is not in the list, where ``published`` shows that it is one
    news: str = NOTHING  # «что нового?»: what is left where somebody asks for the news itself


@dataclass(frozen=True, slots=True)
class Asking:
    """For `nlp.questions`, `nlp.kinds`, `nlp.follow_ups`, `nlp.keyboard`, `nlp.details` and `nlp.matching`.

    Patterns of questions are matched against the folded text (`nlp.words.fold`) without its last marks, so they
    are written in lower case and without upper-case escapes; patterns of details are matched against the text itself.
    The first pattern that fits decides.

    Groups of ``kinds``: ``speaker`` and ``topic`` (or else ``rest``); ``owner`` is a speaker in the genitive, ``scope``
    tells which article is meant. Where there is a group ``verb``, grammar tells the speaker from the topic in ``one``,
    ``two`` and ``three``, the pieces around it.
    """

    letters: str = r"\w"  # one of these, folded, stands in whatever the patterns of questions match
    function_words: frozenset[str] = frozenset()  # what questions are made of, not what they are about
    openings: str = ""  # words that only a question or a request begins with
    thanks: str = ""
    greetings: str = ""
    spoken: tuple[tuple[str, str], ...] = ()  # what people type for a word: «скока» for «сколько»
    question_words: frozenset[str] = frozenset()  # those that a slip in the first word is mended to
    preamble: str = NOTHING  # what is said before a question and is none: «скажи, пожалуйста»
    closing: str = NOTHING  # and behind it
    speech: str = NOTHING  # begins a word of every question for somebody's words: of "said" and "who_said" in ``kinds``
    kinds: tuple[tuple[QuestionKind, str], ...] = ()
    expects: tuple[tuple[Expected, str], ...] = ()
    determiners: str = ""  # «какой», «сколько»: the noun after it names what is asked for
    about: str = NOTHING  # words before what is spoken about: «насчёт»
    about_behind: str = NOTHING  # the same behind it: «туралы»
    ellipsis: str = NOTHING  # opens a question that leans on the exchange before it: «а о России?»
    pointing: str = NOTHING  # stands for what was told before: «он», «там»
    persons: str = NOTHING  # those of them that stand for whoever was told of: «он»
    finite: str = NOTHING  # a verb, where no grammar is at hand
    details: tuple[tuple[Expected, str], ...] = ()  # dates, numbers, places, reasons inside a sentence; group: it
    measures: tuple[tuple[str, str], ...] = ()  # a folded question, and the unit of the number that answers it
    points_in_time: str = ""  # words before a bare number that make it a year: «в 1957»
    scoping: Scoping = Scoping()


@dataclass(frozen=True, slots=True)
class Selection:
    """For `nlp.salience`. Patterns and words are folded (`nlp.words.fold`), and so is the sentence they meet."""

    leaning: tuple[
        str, ...
    ] = ()  # an opening that says nothing without the sentence before: «он», «при этом», "however"
    personal: frozenset[str] = frozenset()  # the writer's or the speaker's own voice: «мы», "I"
    attributing: tuple[str, ...] = ()  # an opening of a sentence that only names the source: «об этом сообщает»
    background: tuple[str, ...] = ()  # an opening that goes back in time: «ранее», «в прошлом году», "earlier"
    boilerplate: tuple[str, ...] = ()  # calls to subscribe, photo credits, adverts, pointers to other pages


@dataclass(frozen=True, slots=True)
class Headings:
    """For `nlp.headings`. Words and phrases in lower case; those with a number may stand before or behind it."""

    parts: tuple[str, ...] = ()  # with a number, hold chapters: «часть 2»
    chapters: tuple[str, ...] = ()  # with a number: «глава 3», «3-тарау»
    sections: tuple[str, ...] = ()  # with a number, are held by chapters: «параграф 2»
    numerals: tuple[str, ...] = ()  # numbers in words: «первая», "one"
    alone: frozenset[str] = frozenset()  # head a chapter without a number: «введение»
    appended: frozenset[str] = frozenset()  # head what is no part of the text proper: «список литературы»
    captions: tuple[str, ...] = ()  # begin the line below a picture or above a table: «рис.»


@dataclass(frozen=True, slots=True)
class Counting:
    """For `nlp.quantities`. Words in lower case; numbers and units in any of their forms, for lemmas are compared."""

    numerals: tuple[tuple[str, float], ...] = ()  # are added up: «двадцать пять»
    scales: tuple[tuple[str, float], ...] = ()  # multiply what stands before: «тысяча», "hundred"
    units: tuple[str, ...] = ()  # the names of one unit, the sign of all languages first: «% процент»
    decimal_comma: bool = True  # a comma opens a fraction: «1,5»; else it parts thousands: "1,500"
    about: tuple[str, ...] = ()  # before or behind a number that is not exact: «около 30», «30-ға жуық»
    at_least: tuple[str, ...] = ()  # «более 30»
    at_most: tuple[str, ...] = ()  # «до 30»


@dataclass(frozen=True, slots=True)
class Telling:
    """For `nlp.facts`. Patterns are matched against the text itself, whatever its capitals.

    A measure says nothing of what is measured: «30 млрд долларов»; anything else that is counted says it: «12 человек».
    """

    numerals: str = ""  # numbers in words
    multipliers: str = ""  # between a number and its unit: «млрд»
    money: str = ""  # measures too
    measures: str = ""
    periods: str = ""  # measures of time: told of only where something lasts or costs them
    nearly: str = ""  # words before a number that belong to it: «более», «около»
    ranges: tuple[str, str] = ("", "")  # «с» 19 «до» 21
    labels: str = ""  # words before a number that counts nothing: «дом 5», «статья 228»
    undated: str = ""  # moments that tell nothing without the day of the text: «вчера»
    calendar: tuple[str, ...] = ()  # its words without endings, where they bear any
    common: frozenset[str] = frozenset()  # written with capitals, and no names: «ДТП»
    aliases: tuple[tuple[str, ...], ...] = ()  # names of one thing, the one to show first

    # Where no grammar is at hand: words in lower case, patterns of whole words.
    lands: frozenset[str] = frozenset()  # places by their abbreviation: "UK"
    local: str = ""  # before the name of a place: "in"
    places: str = ""  # a noun that makes a name a place's, at its end: «Алматы облысы»; group: base
    bodies: str = ""  # the same of a body's: «Білім министрлігі»
    sure: str = ""  # those bodies that are one even where their name opens the sentence
    families: str = ""  # the end of a word that only a family name has, with its case; group: case
    endings: str = ""  # that a unit may bear: «пайызға»
    rising: str = ""  # verbs between a thing and its measure: "rose to"; what is told by them: group: by
    sharing: str = ""  # between a noun and its measure: "a fine of"
    done: str = ""  # what happened to those who are counted: "were killed"
    phrase_ends: str = ""  # words that no noun phrase holds

    # Russian, by grammar; folded dictionary forms.
    levels: frozenset[str] = frozenset()  # verbs whose subject is as much as their object: «составить»
    weighing: frozenset[str] = frozenset()  # the same, told with the verb: «билет стоит»
    lasting: frozenset[str] = frozenset()  # nouns and verbs that take time: «срок», «приговорить»
    containers: frozenset[str] = frozenset()  # nouns between a thing and its amount: «штраф в размере»


@dataclass(frozen=True, slots=True)
class Titling:
    """For `nlp.titles`, which looks in every language at once: a text's language says little of its first line."""

    alarms: tuple[str, ...] = ()  # call for attention before the news: «срочно», "breaking news"
    hollow: str = NOTHING  # a folded line that tells nothing: «что случилось»
    bylines: str = NOTHING  # a line that tells who wrote or took it: "By John Smith"
    buttons: tuple[str, ...] = ()  # copied along with the price of a share: «Купить»

    # For `nlp.shortening`. Patterns of words in lower case.
    subordinate: str = NOTHING  # open a clause that is none without its main clause: «который»
    complement: str = NOTHING  # of these, the ones that the verb before may ask for: «что»
    known_from: str = NOTHING  # open who or what tells it, besides ``Speech.sources``: «следует из»
    before_report: str = NOTHING  # may stand between a comma and a verb of reporting: «об этом», "as"

    # Where no grammar is at hand.
    predicates: str = NOTHING  # have the form of a finite verb: "-ed"
    openers: frozenset[str] = frozenset()  # open a clause that the one before can do without: "because"


@dataclass(frozen=True, slots=True)
class Suggesting:
    """For `nlp.suggestions`: questions with gaps, and where a sentence can be turned into one.

    ``{who}`` is a speaker, ``{things}`` what is counted, ``{deed}`` a verb with what belongs to it, ``{clause}`` the
    rest of a sentence; a Russian dictionary form in braces agrees with what the question is about. Words in lower case.
    """

    said: tuple[tuple[frozenset[str], str], ...] = ()  # cues, and the question they lead to; the last suits any other
    says: str = ""  # of somebody whose gender is not known
    about: str = ""  # before or behind what somebody speaks of; two forms: before a consonant, before a vowel
    who_is: tuple[str, ...] = ()  # of a man and a woman, where they differ
    who_did: str = ""
    how_many: str = ""
    how_much: str = ""
    costs: tuple[tuple[frozenset[str], str], ...] = ()  # verbs of measure, and the question they lead to
    why: str = ""
    because: str = NOTHING  # opens a reason, behind what it is the reason of
    what_for: str = ""
    in_order_to: str = NOTHING
    when: str = ""
    at: str = NOTHING  # stands before a date, at the end of what stands before it
    loose: frozenset[str] = frozenset()  # words that a question does without: «также»
    voiced: frozenset[str] = frozenset()  # cues of what was said and not only thought or wished
    doubtful: frozenset[str] = frozenset()  # cues of what somebody unnamed may not have said: «заметить»
    anonymous: frozenset[str] = frozenset()  # speakers nobody would ask about: «источник»
    pointing: frozenset[str] = frozenset()  # dictionary forms that mean what was told before: «этот»
    known: frozenset[str] = frozenset()  # positions whose holder needs no introduction: «президент»
    relational: frozenset[str] = frozenset()  # positions that say nothing alone: «лидер»
    either: frozenset[str] = frozenset()  # roles of men and women alike: «врач»
    people: str = ""  # counted without a noun: «семеро»
    collectives: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()  # verbs that tell all without a complement: «погибнуть»
    paying: frozenset[str] = frozenset()  # verbs whose object may be money: «собрать»
    measured: frozenset[str] = frozenset()  # nouns that have a measure: «зарплата»
    times: frozenset[str] = frozenset()  # counted, and nothing to ask for: «раз»
    joints: frozenset[str] = frozenset()  # join two places
    where: str = ""
    auxiliaries: frozenset[str] = frozenset()  # go before the subject of a question
    what_is: str = ""
    is_defined: str = NOTHING  # opens a sentence that tells what something is; group: thing
    inside: str = NOTHING  # stands before a place


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its ISO 639-1 code, its commonest words that carry no topic, and the data of each concern."""

    code: str
    stop_words: frozenset[str]
    segmentation: Segmentation
    speech: Speech
    asking: Asking
    selection: Selection = Selection()
    headings: Headings = Headings()
    counting: Counting = Counting()
    telling: Telling = Telling()
    titling: Titling = Titling()
    suggesting: Suggesting = Suggesting()
