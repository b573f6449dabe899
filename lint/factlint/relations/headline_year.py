"""Years that a headline aims at and its story never mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from factlint.claims.bind import Bound
from factlint.finding import Place
from factlint.relations.headline import SHORT
from factlint.relations.headlines import headline_words
from factlint.relations.relation import Relation, Verdict
from factlint.relations.told import Told


class HeadlineYear(Relation, frozen=True, eq=False, kw_only=True):
    """``by 2031`` in a headline over a story that names neither the year nor a span that could lead to it."""

    place: Place
    block: int
    """Index of the headline's block."""

    confirms: ClassVar[bool] = False

    def verdict(self) -> Verdict:
        return Verdict.BROKEN


def headline_years(bound: Bound, stories: Iterable[Told]) -> Iterator[HeadlineYear]:
    """Every year that only the headline has."""
    words = headline_words()
    article = bound.article
    near = {article.date.year - 1, article.date.year, article.date.year + 1} if article.date else set()
    for told in stories:
        if told.words < SHORT or told.story.headline is None:
            continue
        block = article.blocks[told.story.headline]
        for match in words.year.finditer(article.text, block.start, block.end):
            year = match.group(1)
            if (
                int(year) in near
                or _mentioned(year, told)
                or _named(bound, match.start(1))
                or words.distant.search(told.text)
            ):
                continue
            yield HeadlineYear(figures=(), place=Place(match.start(1), match.end(1), year), block=block.index)


def _mentioned(year: str, told: Told) -> bool:
    """Whether a story prints a year, in full or as two digits, or a span of years."""
    if year in told.text or f"{year[:3]}0s" in told.text or f"’{year[2:]}" in told.text or f"'{year[2:]}" in told.text:
        return True
    durations = (figure for line in told.body for _, figure in line.figures() if figure.kind == "duration")
    return any(figure.unit in ("year", "month") for figure in durations)


def _named(bound: Bound, at: int) -> bool:
    """Whether the digits belong to a name or to a figure of another kind: ``in 2030 vans``."""
    if any(name.start <= at < name.end for name in bound.scanned.names):
        return True
    return any(
        figure.start <= at < figure.end and figure.kind not in ("date", "period") for figure in bound.scanned.figures
    )
