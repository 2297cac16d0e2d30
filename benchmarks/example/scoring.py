"""A scorer in miniature, of the same form as the evaluation data's own: jobs that print ``NAME VALUE`` lines."""

import json
import time


def rows(paths):
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def show(name, value):
    print(f"{name:44s} {value:.3f}" if isinstance(value, float) else f"{name:44s} {value}")


def score_qa(paths):
    import nlp

    items, started = rows(paths), time.perf_counter()
    found = [nlp.answer(item["question"], [nlp.read(item["context"])], limit=3) for item in items]
    pairs = list(zip(items, found, strict=True))
    show("questions", len(items))
    show("hit@1 in the article", sum(holds(item, one[:1]) for item, one in pairs) / len(items))
    show("ms a question, one article", 1000 * (time.perf_counter() - started) / len(items))


score_typos = score_qa


def holds(item, found):
    return any(one.sentence.start <= item["answer_start"] < one.sentence.stop for one in found)


def score_news_qa(paths):
    import nlp

    asked = [(nlp.read(item["text"]), question) for item in rows(paths) for question in item["questions"]]
    found = [(question, nlp.answer(question["q"], [reading], limit=1)) for reading, question in asked]
    right = [any(answer in one.sentence.text for one in some for answer in q["answers"]) for q, some in found]
    show("all answerable: hit@1", sum(right) / len(right))


def score_summary(paths):
    import nlp

    items = rows(paths)
    read = [nlp.read(item["text"], title=item["title"]) for item in items]
    chosen = [" ".join(one.text for one in reading.summary(3)) for reading in read]
    lead = [" ".join(one.text for one in reading.sentences[:3]) for reading in read]
    pairs = [(name, shared(texts, items)) for name, texts in (("ours", chosen), ("lead-3", lead))]
    show("articles", len(items))
    for name, value in pairs:
        show(f"words of the summary, {name}", value)


def shared(texts, items):
    found = [set(text.split()) & set(item["summary"].split()) for text, item in zip(texts, items, strict=True)]
    return sum(map(len, found)) / sum(len(set(item["summary"].split())) for item in items)


def score_quotes_ru(paths):
    import nlp

    items = rows(paths)
    found = sum(len(nlp.read(item["text"]).quotes) for item in items)
    show("documents", len(items))
    show("statements (gold / found)", f"{sum(len(item['quotes']) for item in items)} / {found}")


def covered(spans):
    return {at for start, stop in spans for at in range(start, stop)}


def match_spans(gold, found, rank, least=0.6):
    """Pairs of a gold stretch and a found one, each used once: by rank, then by what they share."""
    shared = {(i, j): 2 * len(g & f) / (len(g) + len(f)) for i, g in enumerate(gold) for j, f in enumerate(found)}
    pairs = []
    for i, j in sorted((one for one in shared if shared[one] >= least), key=lambda one: (-rank(*one), -shared[one])):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def same_speaker(gold, found):
    return (gold or "").lower() == (found or "").lower()


def score_quotes_en(paths):
    import nlp

    show("statements found", sum(len(nlp.read(item["text"]).quotes) for item in rows(paths)))


def score_sentences(paths):
    import nlp

    items = rows(paths)
    right = [[one.text for one in nlp.read(item["text"]).sentences] == item["sentences"] for item in items]
    show("texts cut right", sum(right) / len(items))


def score_stories(paths):
    import nlp

    items = rows(paths)
    said = [nlp.same_story(*(nlp.read(item[side]["text"]) for side in "ab")) >= 0.5 for item in items]
    show("pairs", len(items))
    show("told right", sum(one == (item["label"] == "OK") for item, one in zip(items, said, strict=True)) / len(items))
