"""The full-text index as tables: by words, by titles, by outlets, with the number of sentences that hold a word.

What the old index holds is taken over: its words, each as often as it stands in the article. What it does not tell,
the number of sentences and the words of titles and of outlets, is found by rules that stay here as they are; when an
article is read anew it is indexed as one that comes today.
"""

from collections import Counter
from typing import Any

import sqlalchemy as sa
from alembic import op

from nlp.words import lemmas

revision = "0006"
down_revision = "0005"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
USUAL = 15  # words of a sentence


def upgrade() -> None:
    op.create_index("articles_by_time", "articles", ["chat", "published", "received"])
    indexed = _create("indexed", sa.Column("sentences", sa.Integer(), nullable=False))
    postings = _create(
        "postings",
        sa.Column("lemma", sa.String(), primary_key=True),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("titled", sa.Boolean(), nullable=False),
    )
    op.create_index("postings_of_article", "postings", ["article", "chat"])
    outlets = _create("outlets", sa.Column("lemma", sa.String(), primary_key=True))
    op.create_index("outlets_of_article", "outlets", ["article", "chat"])
    _take_over(indexed, postings, outlets)
    op.drop_table("article_index")


def _create(name: str, *columns: "sa.Column[Any]") -> sa.Table:
    """A table whose rows are found by chat, then by lemma where there is one, then by article."""
    by = [column for column in columns if column.primary_key]
    return op.create_table(
        name,
        sa.Column("chat", NUMBER, primary_key=True, autoincrement=False),
        *by,
        sa.Column("article", NUMBER, primary_key=True, autoincrement=False),
        *(column for column in columns if column not in by),
        sa.ForeignKeyConstraint(["chat", "article"], ["articles.chat", "articles.id"], ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _take_over(indexed: sa.Table, postings: sa.Table, outlets: sa.Table) -> None:
    query = (
        "SELECT chat, id, title, source_name, source_author, terms"
        " FROM articles LEFT JOIN article_index ON article_index.rowid = id"
    )
    for chat, article, title, name, author, terms in op.get_bind().execute(sa.text(query)):
        held = Counter(term.partition("_")[2] for term in (terms or "").split())
        sentences, titled = max(1, held.total() // USUAL), _lemmas(title)
        known = [
            {"lemma": one, "sentences": min(held[one], sentences), "titled": one in titled}
            for one in held.keys() | titled
        ]
        named = [{"lemma": one} for one in _lemmas(name) | _lemmas(author)]
        for table, rows in ((indexed, [{"sentences": sentences}]), (postings, known), (outlets, named)):
            op.bulk_insert(table, [{"chat": chat, "article": article, **row} for row in rows])


def _lemmas(text: bytes | None) -> set[str]:
    found = lemmas((text or b"").decode("utf-8", "surrogatepass"), "ru")
    return {part for one in found for part in (one, *one.split("-")) if part}
