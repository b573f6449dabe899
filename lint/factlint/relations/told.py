"""A story as its headline sees it: the headline and deck on the one side, what the story tells on the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from factlint.article.article import Block, BlockKind, Story
from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Name

_SILENT = (BlockKind.HEADLINE, BlockKind.METADATA, BlockKind.CODE, BlockKind.BOILERPLATE)


class Told(msgspec.Struct, frozen=True, eq=False):
    """One story. Of a frame (the page headline of a round-up) the body is everything below it."""

    story: Story
    headline: tuple[Line, ...]
    deck: tuple[Line, ...]
    body: tuple[Line, ...]
    """Every line outside the headline that holds a figure; the deck included."""
    blocks: tuple[Block, ...]
    """The blocks that tell the story, deck included."""
    names: tuple[Name, ...]
    """The names outside the headline."""
    text: str
    """The words of ``blocks``."""

    @property
    def words(self) -> int:
        """How long the story is."""
        return self.text.count(" ") + 1


def stories_told(bound: Bound) -> Iterator[Told]:
    """Every story that has a headline and something below it."""
    article = bound.article
    lines: defaultdict[int, list[Line]] = defaultdict(list)
    for line in bound.lines:
        lines[line.block.index].append(line)
    names: defaultdict[int, list[Name]] = defaultdict(list)
    at = 0
    for block in article.blocks:
        while at < len(bound.scanned.names) and bound.scanned.names[at].start < block.end:
            names[block.index].append(bound.scanned.names[at])
            at += 1
    for story in article.stories:
        if story.headline is None:
            continue
        own = range(len(article.blocks)) if story.frame else story.blocks
        blocks = tuple(article.blocks[index] for index in own if article.blocks[index].kind not in _SILENT)
        if story.frame:
            blocks += tuple(
                block for block in article.blocks if block.kind is BlockKind.HEADLINE and block.index != story.headline
            )
        if not blocks:
            continue
        yield Told(
            story=story,
            headline=tuple(lines[story.headline]),
            deck=tuple(lines[story.deck]) if story.deck is not None else (),
            body=tuple(line for block in blocks for line in lines[block.index]),
            blocks=blocks,
            names=tuple(name for block in blocks for name in names[block.index]),
            text="\n".join(article.text[block.start : block.end] for block in blocks),
        )
