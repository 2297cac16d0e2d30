"""The benchmark itself, on an example of three items a job; and on the evaluation data where a machine has it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import nlp
from benchmarks import baselines, scorer
from benchmarks.__main__ import main
from benchmarks.jobs import JOBS, OURS, Figure, rows, sample
from benchmarks.tables import table

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


def test_without_the_data_one_sentence_tells_where_it_comes_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert str(tmp_path) in said
    assert "KazQAD (CC BY-SA 4.0)" in said
    assert "make bench DATA=folder" in said


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
    found = baselines.three_patterns().read(text).quotes
    assert [(one.kind, one.parts[0].text, one.speaker and one.speaker.name) for one in found] == [
        ("direct", "Опоры простоят ещё полвека", "Павел Мостовой"),
        ("indirect", "автобусы пойдут в объезд", "Анна Речная"),
        ("indirect", "работы займут месяц", "Петра Шпалова"),
    ]
    assert all(text[part.start : part.stop] == part.text for one in found for part in one.parts)


def test_texts_that_share_their_long_words_tell_one_story() -> None:
    engine = baselines.LongLemmas()
    ferry, same, other = map(engine.read, (FERRY, FERRY.replace("сто", "двести"), "Комета подойдёт к Солнцу."))
    assert engine.same_story(ferry, same) > 0.5 > engine.same_story(ferry, other)


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


# ---- all of it


def test_every_job_runs_on_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(EXAMPLE), "--sample", "2"]) == 0
    printed = capsys.readouterr().out
    for job in JOBS:
        assert f"## {job.title} (`{job.name}`)" in printed
    assert "| qa_ru, 2 questions | hit@1 in the article |" in printed
    assert "| to rank 8 sentences | sumy's LexRank |" in printed


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
