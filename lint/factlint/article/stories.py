"""Stories: one for most articles, many for a round-up whose every item has a headline of its own."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.article.article import BlockKind, Story
from factlint.article.passage import Passage


def stories_of(passages: Sequence[Passage], kinds: list[BlockKind]) -> tuple[Story, ...]:
    """The stories of an article; in a round-up the kinds of their headlines are set to HEADLINE."""
    from factlint.article.roundup import story_starts

    starts = story_starts(passages, kinds)
    if not starts:
        return (_story(0, range(len(passages)), kinds),)
    for start in starts:
        kinds[start] = BlockKind.HEADLINE
    stops = [*starts[1:], len(passages)]
    frame = list(range(starts[0]))
    ranges: list[list[int]] = []
    for start, stop in zip(starts, stops, strict=True):
        blocks = [number for number in range(start, stop) if kinds[number] is not BlockKind.BOILERPLATE]
        frame.extend(number for number in range(start, stop) if kinds[number] is BlockKind.BOILERPLATE)
        ranges.append(blocks)
    stories = [_story(0, frame, kinds, frame=True)] if frame else []
    for blocks in ranges:
        stories.append(_story(len(stories), blocks, kinds))
    return tuple(stories)


def _story(index: int, blocks: Sequence[int], kinds: Sequence[BlockKind], frame: bool = False) -> Story:
    headline = next((number for number in blocks if kinds[number] is BlockKind.HEADLINE), None)
    deck = next((number for number in blocks if kinds[number] is BlockKind.DECK), None)
    return Story(index=index, headline=headline, deck=deck, blocks=tuple(blocks), frame=frame)
