"""What the linter makes of a text: its alarms, the figures that it confirms, and the relations that hold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from factlint.engine import Checked, check, understand
from factlint.finding import Finding, Severity
from factlint.registry import installed
from factlint.relations.relation import Relation
from factlint.rule import Rule
from factlint.tick import Tick
from factlint.ticks import confirming
from texts import Text

Span = tuple[int, int]
Held = tuple[str, frozenset[int]]


def touches(one: Span, other: Span) -> bool:
    return one[0] < max(other[1], other[0] + 1) and other[0] < max(one[1], one[0] + 1)


class Judgement:
    """One text under all rules. Offsets count the clean text."""

    def __init__(self, text: Text, rules: Iterable[Rule]) -> None:
        self.text = text
        self.checked: Checked | None = None
        self.failure = ""
        try:
            self.checked = check(understand(text.article), rules)
        except Exception as error:
            # As the linter's own desk does: a fault on one article is reported, and the others are checked.
            self.failure = f"{type(error).__name__}: {error}"

    @cached_property
    def alarms(self) -> tuple[Finding, ...]:
        """The findings that an editor is bothered with: warnings and errors."""
        found = self.checked.findings if self.checked else ()
        return tuple(one for one in found if one.severity is not Severity.SUGGESTION)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        return self.checked.ticks if self.checked else ()

    @property
    def relations(self) -> tuple[Relation, ...]:
        return self.checked.reading.all_relations if self.checked else ()

    @cached_property
    def related(self) -> tuple[bool, ...]:
        """Of every figure: whether it stands in a relation with others, or with what is known."""
        return self._tied(one for one in self.relations if not one.limit)

    @cached_property
    def limited(self) -> tuple[bool, ...]:
        """Of every figure: whether it is held against a limit of what is possible."""
        return self._tied(one for one in self.relations if one.limit)

    def _tied(self, relations: Iterable[Relation]) -> tuple[bool, ...]:
        spans = {(figure.start, figure.end) for one in relations for figure in one.figures}
        figures = [(tick.start, tick.end) for tick in self.ticks]
        return tuple(any(touches(figure, span) for span in spans) for figure in figures)

    def confirms(self, place: Span) -> bool:
        """Whether a figure there is borne out by a relation that holds and was computed."""
        at = [tick for tick in self.ticks if touches((tick.start, tick.end), place)]
        return any(tick.status == "confirmed" for tick in at)

    def held(self, place: Span, grown: int = 0) -> set[Held]:
        """The relations that hold with a figure there: kind, and where the figures start.

        ``grown``: how many characters the text grew at ``place``; starts behind it are given as before.
        """
        found: set[Held] = set()
        for relation in self.relations:
            spans = [(figure.start, figure.end) for figure in relation.figures]
            if any(touches(span, place) for span in spans) and confirming(relation):
                starts = frozenset(start - grown if start > place[0] else start for start, _ in spans)
                found.add((type(relation).__name__, starts))
        return found


def all_rules() -> tuple[Rule, ...]:
    return tuple(rule() for rule in installed().rules)
