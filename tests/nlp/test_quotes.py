"""Who said what: each class of statement, drawn in the text, and what holds of any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.model import Quote, Sentence, Span
from nlp.quotes import explain_quotes, find_quotes
from nlp.sentences import split
from nlp.speech.analysis import analysed
from nlp.speech.quotations import quotations

CASES = [
    line
    for path in sorted((Path(__file__).parent / "cases").glob("quotes-*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
MARKER = re.compile(r"\{\d:|[{}<>_]")
PARAGRAPH = "¶"
SEVERAL = "{1:"


def read(text: str, language: str | None = "ru") -> tuple[Quote, ...]:
    return find_quotes(analysed(text, split(text, language), language))


def drawn(text: str, opening: str, closing: str) -> list[str]:
    found = re.findall(re.escape(opening) + "(.*?)" + re.escape(closing), text)
    return [plain(one) for one in found]


def numbered(picture: str) -> dict[str, list[str]]:
    """The parts of each statement by its number; they may lie in one another."""
    found: dict[str, list[str]] = {}
    opened: list[tuple[str, int]] = []
    for brace in re.finditer(r"\{(\d):|\}", picture):
        if brace.group(1):
            opened.append((brace.group(1), brace.end()))
            found.setdefault(brace.group(1), [])
        else:
            number, start = opened.pop()
            found[number].append(plain(picture[start : brace.start()]))
    return found


def plain(picture: str) -> str:
    return MARKER.sub("", picture).replace(PARAGRAPH, "\n")


def told(speaker: str | None, title: str | None) -> str:
    return (speaker or "-") + (f" ({title})" if title else "")


@pytest.mark.parametrize("case", [case for case in CASES if SEVERAL in case])
def test_each_statement_is_found_as_drawn(case: str) -> None:
    kinds, _, rest = case.partition(" | ")
    language, *wanted = re.split(r"[; ]+", kinds)
    picture, _, speakers = rest.partition(" => ")
    found = read(plain(picture), language)
    assert [[part.text for part in quote.parts] for quote in found] == list(numbered(picture).values())
    assert [quote.kind for quote in found] == wanted
    assert [told(quote.speaker and quote.speaker.name, None) for quote in found] == speakers.split("; ")


@pytest.mark.parametrize("case", [case for case in CASES if SEVERAL not in case])
def test_a_statement_is_found_as_drawn(case: str) -> None:
    kind, _, rest = case.partition(" | ")
    language, wanted = kind.split()
    picture, _, speaker = rest.partition(" => ")
    found = read(plain(picture), language)
    if wanted == "-":
        assert found == ()
        return
    assert len(found) == 1
    quote = found[0]
    assert [part.text for part in quote.parts] == drawn(picture, "{", "}")
    assert quote.kind == wanted
    assert told(quote.speaker and quote.speaker.name, quote.speaker and quote.speaker.title) == speaker
    assert [quote.mention.text] * 1 == drawn(picture, "<", ">") if quote.mention else not drawn(picture, "<", ">")
    cue = re.findall(r"_([^_]+)_", picture)
    assert (quote.cue.text if quote.cue else None) == (plain(cue[0]) if cue else None)


def speakers(text: str, language: str = "ru") -> list[str | None]:
    return [quote.speaker.name if quote.speaker else None for quote in read(text, language)]


def test_a_pronoun_is_whoever_spoke_last() -> None:
    text = "Министр Иван Петров заявил, что мост сдадут осенью. Он добавил, что деньги выделены."
    assert speakers(text) == ["Иван Петров", "Иван Петров"]


def test_a_pronoun_of_the_other_gender_is_somebody_else() -> None:
    text = "Иван Петров заявил, что мост сдадут осенью. Она добавила, что деньги выделены."
    assert speakers(text) == ["Иван Петров", None]


def test_a_title_is_whoever_bears_it() -> None:
    text = (
        "Министр транспорта Иван Петров открыл мост. На открытии был мэр Омска Олег Белов. "
        "Министр заявил, что мост строили год. Мэр отметил, что город ждал мост."
    )
    assert speakers(text) == ["Иван Петров", "Олег Белов"]


def test_the_fullest_name_of_the_article_is_given_in_the_nominative() -> None:
    text = "По словам Ивана Петрова, мост сдадут осенью. Петров добавил, что деньги выделены."
    assert speakers(text) == ["Иван Петров", "Иван Петров"]


def test_speech_goes_on_in_a_verb_without_a_subject() -> None:
    text = "Иван Петров заявил, что мост сдадут осенью. Также отметил, что деньги выделены."
    assert speakers(text) == ["Иван Петров", "Иван Петров"]


def test_two_cues_of_one_subject_are_two_statements() -> None:
    found = read("Анна Крылова сообщила, что мост закрыт, и добавила, что объезд готов.")
    assert [quote.parts[0].text for quote in found] == ["мост закрыт", "объезд готов"]
    assert {quote.speaker.name for quote in found if quote.speaker} == {"Анна Крылова"}


def test_every_statement_has_the_name_of_its_rule() -> None:
    text = "По словам Ивана Петрова, мост сдадут осенью."
    assert [rule for rule, _ in explain_quotes(analysed(text, split(text, "ru"), "ru"))] == ["source"]


@pytest.mark.parametrize(
    ("text", "outermost"),
    [
        ("«А «Б», — сказал он.", ["«А «Б»"]),
        ("«А «Б» в», — сказал он.", ["«А «Б» в»"]),
        ("„А“ и “Б”", ["„А“", "“Б”"]),
        ("«А, — сказал он.", []),
        ("А», — сказал он.", []),
        ("«А.\nБ», — сказал он.", ["«А.\nБ»"]),
        ("«А.\n«Б», — сказал он.", ["«А.", "«Б»"]),
        ('Он сказал "да" и "нет"', ['"да"', '"нет"']),
    ],
)
def test_marks_are_matched_by_nesting_and_custom(text: str, outermost: list[str]) -> None:
    assert [text[q.start : q.stop] for q in quotations(text)] == outermost


def test_an_unclosed_mark_does_not_swallow_the_article() -> None:
    text = "«Дорога открыта, — сказал Иван Петров.\n\nМинистр Анна Крылова заявила, что мост готов."
    assert any(quote.parts[0].text == "мост готов" for quote in read(text))


ODD = st.sampled_from(
    ["«", "»", '"', "“", "”", "„", " — ", ", ", ". ", ": ", "\n", "сказал", "Иван Петров", "что", "по словам", "он",
     "said", "John Smith", "деді", "Айдос", "🙂", "\u200b", "\u202e", "שלום", "\ud800", "''", "заявила", "как", "!", "согласно"]
)  # fmt: skip


@given(st.lists(ODD | st.text(max_size=5), max_size=25).map("".join), st.sampled_from(["ru", "kk", "en", "de", None]))
def test_any_text_is_read_and_every_span_is_exact(text: str, language: str | None) -> None:
    for quote in read(text, language):
        spans: list[Span] = [*quote.parts, *(s for s in (quote.mention, quote.cue) if s)]
        assert all(text[s.start : s.stop] == s.text for s in spans)
        assert all(s.start < s.stop for s in spans)
        assert all(a.stop <= b.start for a, b in zip(quote.parts, quote.parts[1:], strict=False))


def test_a_sentence_too_long_to_parse_is_read_without_an_error() -> None:
    text = "Иван Петров сказал что " * 500
    assert isinstance(find_quotes(analysed(text, (Sentence(0, len(text), text),), "ru")), tuple)


def test_a_label_on_its_own_line_names_the_speaker() -> None:
    assert speakers("⚡️Иван Петров:\n\n«Дорога открыта, ехать можно завтра».\n\nПодписаться") == ["Иван Петров"]


def test_he_and_she_are_told_by_given_names() -> None:
    text = (
        "Chief executive Helen Marsh said the ferry would be cheap. The cable is new, according to the engineer, "
        "Thomas Lind. “It is safe,” he said. “It is cheap,” she said."
    )
    assert speakers(text, "en") == ["Helen Marsh", "Thomas Lind", "Thomas Lind", "Helen Marsh"]


def test_a_family_name_is_whoever_bore_it_without_speaking() -> None:
    text = "Walter Pruitt, 69, returned the book. “It was due in 1967,” Pruitt said."
    assert speakers(text, "en") == ["Walter Pruitt"]


@pytest.mark.parametrize("mention", ["ол жиында", "маман", "Серіков кеше"])
def test_a_kazakh_pronoun_or_role_is_whoever_spoke_last(mention: str) -> None:
    text = f"Сарапшы Айдос Серіков баға өседі деп санайды. «Бұл уақытша», – деді {mention}."
    assert speakers(text, "kk") == ["Айдос Серіков", "Айдос Серіков"]


def test_kazakh_speech_may_tell_of_the_words_of_others() -> None:
    text = "«Анам «Ертең қалаға барамыз» деді, мен үйде қалдым», – деді оқушы Дана Ахметова."
    found = read(text, "kk")
    assert [quote.speaker.name for quote in found if quote.speaker] == ["Дана Ахметова", "анам"]
    assert found[1].parts[0].text == "Ертең қалаға барамыз"


def test_a_role_is_whoever_spoke_last_or_bears_its_name() -> None:
    text = (
        "Наставник «Звезды» Юхани Лехто заявил, что претензий нет. «Мы проиграли себе», — подытожил финский "
        "специалист. Лучшим признан вратарь Артём Лисицын. Голкипер сказал, что подарит приз деду."
    )
    assert speakers(text) == ["Юхани Лехто", "Юхани Лехто", "Артём Лисицын"]


def test_a_plural_verb_does_not_go_on_with_one_person() -> None:
    text = "Анна Крылова написала, что мост нужен. Там признали, что дорога станет длиннее."
    assert speakers(text) == ["Анна Крылова"]


INTERVIEW = (
    "Геолог Анна Крылова провела на станции пять зимовок. Мы поговорили с ней о льде.{more}\n\n"
    "— Анна Павловна, сколько вас там?\n\n— Пятеро. Раньше было восемь.\n\n"
    "— Что изменилось?\n\n— Лёд отступил на двести метров.\n\n"
    "— Чего вы боитесь?\n\n— Пожара, — смеётся Крылова. — Тушить нечем.\n"
)


def test_the_answers_of_an_interview_are_those_of_the_only_person_named() -> None:
    found = read(INTERVIEW.format(more=""))
    assert [quote.parts[0].text for quote in found] == [
        "Пятеро. Раньше было восемь.",
        "Лёд отступил на двести метров.",
        "Пожара",
    ]
    assert {quote.speaker.name if quote.speaker else None for quote in found} == {"Анна Крылова"}


def test_the_answers_of_an_interview_with_several_people_named_are_nobodys() -> None:
    found = read(INTERVIEW.format(more=" Был там и Иван Петров.").replace(", — смеётся Крылова.", "."))
    assert {quote.speaker for quote in found} == {None}
