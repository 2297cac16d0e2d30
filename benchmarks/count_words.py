"""Count in how many sentences the commonest words of each language stand, and write `nlp/commonness.py`.

    python -m benchmarks.count_words EVAL_DIRECTORY

Kazakh: KazNERD (Yeshpanov et al. 2022, CC BY 4.0). Russian: Universal Dependencies (CC BY-SA 4.0) and Telegram posts
(CC BY 4.0). English: the paragraphs of XQuAD (Artetxe et al. 2020, CC BY-SA 4.0).
"""

from __future__ import annotations

import json
import math
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nlp.sentences import split
from nlp.words import lemmas

LEAST = 4
"""Sentences; a rarer word counts as unknown."""
TARGET = Path(__file__).parent.parent / "nlp" / "commonness.py"
HEAD = '''"""How rare the common words of each language are. Written by `benchmarks.count_words`: do not edit.

Lemmas by the natural logarithm of the number of sentences among which one holds them. Counted in KazNERD
(CC BY 4.0), in the Russian treebanks of Universal Dependencies (CC BY-SA 4.0) and Telegram posts (CC BY 4.0),
in XQuAD (CC BY-SA 4.0).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

UNKNOWN = 8.0


def usual_rarity(lemma: str, language: str | None) -> float:
    """The logarithm of how many sentences of the language it takes to meet the word once."""
    return _rarities(language or "").get(lemma, UNKNOWN)


@cache
def _rarities(language: str) -> Mapping[str, float]:
    return {lemma: float(rarity) for rarity, listed in COMMON.get(language, {}).items() for lemma in listed.split()}


'''


def rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip())


def texts(directory: Path) -> Iterator[tuple[str, str]]:
    """Language and sentence."""
    for row in rows(directory / "names_kk.jsonl"):
        yield "kk", row.get("text") or " ".join(row["tokens"])
    for row in rows(directory / "sentences_ud.jsonl"):
        if row["corpus"].startswith("ru"):
            yield "ru", row["text"]
    for row in rows(directory / "telegram_posts_ru.jsonl"):
        yield from (("ru", s.text) for s in split(row["text"], "ru"))
    for context in sorted({row["context"] for row in rows(directory / "qa_en.jsonl")}):
        yield from (("en", s.text) for s in split(context, "en"))


def classes(sentences: Iterable[str], language: str) -> dict[str, list[str]]:
    """Lemmas by rarity, to the half."""
    held = [set(lemmas(sentence, language)) for sentence in sentences]
    counts = Counter(lemma for one in held for lemma in one if lemma.isalpha())
    found = defaultdict(list)
    for lemma, count in sorted(counts.items()):
        if count >= LEAST:
            found[f"{round(2 * math.log(len(held) / count)) / 2:.1f}"].append(lemma)
    return dict(sorted(found.items(), key=lambda one: float(one[0])))


def main() -> None:
    by_language = defaultdict(list)
    for language, text in texts(Path(sys.argv[1])):
        by_language[language].append(text)
    body = "COMMON: Mapping[str, Mapping[str, str]] = {\n"
    for language, sentences in sorted(by_language.items()):
        body += f'    "{language}": {{\n'
        for rarity, listed in classes(sentences, language).items():
            wrapped = textwrap.fill(" ".join(listed), 108, initial_indent=" " * 12, subsequent_indent=" " * 12)
            body += f'        "{rarity}": """\n{wrapped}\n        """,\n'
        body += "    },\n"
    TARGET.write_text(HEAD + body + "}\n", encoding="utf8")


if __name__ == "__main__":
    main()
