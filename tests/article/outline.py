"""What the tests look at: the blocks of an article by kind, the text of its stories, its sentences."""

from __future__ import annotations

from factlint.article import Article, read
from factlint.article.article import BlockKind


def read_as(suffix: str, text: str | bytes) -> Article:
    """An article as if it lay in a file with that suffix."""
    return read(text, path=f"story.{suffix}")


def of_kind(article: Article, kind: str) -> list[str]:
    """The texts of all blocks of a kind, in order."""
    wanted = BlockKind(kind)
    return [article.text[block.start : block.end] for block in article.blocks if block.kind is wanted]


def outline(article: Article) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def sentences(article: Article) -> list[str]:
    """The texts of all sentences."""
    return [article.text[sentence.start : sentence.end] for sentence in article.sentences]


def headlines(article: Article) -> list[str | None]:
    """The headline of each story."""
    return [
        None if story.headline is None else article.text[slice(*_span(article, story.headline))]
        for story in article.stories
    ]


def printed(article: Article, phrase: str) -> str:
    """The source that prints a phrase of the clean text."""
    start = article.text.index(phrase)
    begin, end = article.source_span(start, start + len(phrase))
    return article.source.text[begin:end]


def _span(article: Article, block: int) -> tuple[int, int]:
    return article.blocks[block].start, article.blocks[block].end
