"""From passages to the article: clean text, segments, blocks, sentences, stories, date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from factlint.article.article import Article, Block, BlockKind, Segments, Sentence, Source
from factlint.article.dates import article_date
from factlint.article.passage import Page, Passage
from factlint.article.sentences import split
from factlint.article.stories import stories_of
from factlint.article.structure import kinds_of

_WHOLE = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CELL, BlockKind.METADATA, BlockKind.CODE})


def assemble(source: Source, page: Page, date: dt.date | None = None) -> Article:
    """Put an article together. ``date``, when given, is the article's date whatever the text says."""
    passages = [passage for passage in page.passages if passage.text]
    kinds = kinds_of(passages)
    stories = stories_of(passages, kinds)
    story_of = {block: story.index for story in stories for block in story.blocks}
    starts = _starts(passages)
    blocks = tuple(
        Block(
            index=number,
            kind=kinds[number],
            start=starts[number],
            end=starts[number] + len(passage.text),
            story=story_of[number],
            cell=passage.cell,
            level=_level(passage),
            field=passage.field,
            ordered=passage.ordered,
        )
        for number, passage in enumerate(passages)
    )
    text = "\n\n".join(passage.text for passage in passages)
    found, origin, precision = article_date(text, blocks, page.dates, date)
    return Article(
        source=source,
        text=text,
        segments=_segments(passages, starts),
        blocks=blocks,
        sentences=_sentences(text, blocks),
        stories=stories,
        date=found,
        date_from=origin,
        date_precision=precision,
        fields=page.fields,
    )


def _level(passage: Passage) -> int:
    mark = passage.mark
    return int(mark[1]) if mark[0] == "h" and mark[1:].isdigit() else passage.level


def _starts(passages: Sequence[Passage]) -> list[int]:
    starts = []
    at = 0
    for passage in passages:
        starts.append(at)
        at += len(passage.text) + 2
    return starts


def _segments(passages: Sequence[Passage], starts: Sequence[int]) -> Segments:
    """The pieces of all passages one after the other, and one for each blank line between two."""
    clean: list[int] = []
    source: list[int] = []
    source_end: list[int] = []
    same: list[bool] = []
    for passage, base in zip(passages, starts, strict=True):
        if clean:
            clean.append(base - 2)
            source.append(source_end[-1])
            source_end.append(passage.pieces[0][1])
            same.append(False)
        for offset, start, end, step in passage.pieces:
            clean.append(base + offset)
            source.append(start)
            source_end.append(end)
            same.append(step)
    if not clean:
        return Segments(clean=(0,), source=(0,), source_end=(0,), same=(True,))
    return Segments(clean=tuple(clean), source=tuple(source), source_end=tuple(source_end), same=tuple(same))


def _sentences(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    sentences: list[Sentence] = []
    for block in blocks:
        spans = ((block.start, block.end),) if block.kind in _WHOLE else split(text, block.start, block.end)
        for start, end in spans:
            sentences.append(Sentence(len(sentences), start, end, block.index, block.story))
    return tuple(sentences)
