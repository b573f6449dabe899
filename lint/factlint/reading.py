"""Everything that was understood of one article: what every rule is given."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TypeVar

from factlint.article.article import Article, Block, Sentence, Source, Story
from factlint.claims.bind import Bound
from factlint.figures.figure import Figure, Name
from factlint.relations.relation import Relation

R = TypeVar("R", bound=Relation)


class Reading:
    """One article, read, scanned, bound and related. Immutable in use; offsets count ``text``."""

    def __init__(
        self,
        article: Article,
        figures: tuple[Figure, ...],
        names: tuple[Name, ...],
        bound: Bound,
        relations: tuple[Relation, ...],
    ) -> None:
        self.article = article
        self.figures = figures
        self.names = names
        self.bound = bound
        self.claims = bound.claims
        self._relations = relations

    @property
    def text(self) -> str:
        """The clean text of the article."""
        return self.article.text

    @property
    def source(self) -> Source:
        return self.article.source

    @property
    def date(self) -> dt.date | None:
        return self.article.date

    @property
    def stories(self) -> tuple[Story, ...]:
        return self.article.stories

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.article.blocks

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.article.sentences

    def relations(self, kind: type[R]) -> tuple[R, ...]:
        """All relations of one kind, in the order of the text."""
        return tuple(relation for relation in self._relations if isinstance(relation, kind))

    @cached_property
    def all_relations(self) -> tuple[Relation, ...]:
        return self._relations

    def figures_in(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures that lie wholly inside a span of the clean text, in order."""
        from bisect import bisect_left

        first = bisect_left(self.figures, start, key=lambda figure: figure.start)
        found = []
        for figure in self.figures[first:]:
            if figure.start >= end:
                break
            if figure.end <= end:
                found.append(figure)
        return tuple(found)
