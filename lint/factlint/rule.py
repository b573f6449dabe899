"""What a rule is: one class, its docstring the page, its examples the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from factlint.finding import Finding, Fix, Place, Severity

if TYPE_CHECKING:
    from factlint.article.article import Article
    from factlint.figures.figure import Figure, Name
    from factlint.reading import Reading
    from factlint.relations.relation import Relation
    from factlint.suppression import Suppression


class Case(msgspec.Struct, frozen=True):
    """An example of a fault. ``«…»`` marks what the finding must point at; ``says`` must be part of its message.

    ``headline`` stands above the text when the rule compares the two; ``date`` is the article's (ISO);
    ``format`` is text, markdown, html or json; ``severity`` is asserted when given.
    """

    text: str
    says: str = ""
    headline: str = ""
    date: str = ""
    format: str = "text"
    severity: Severity | None = None
    options: Mapping[str, Any] = {}


class Option(msgspec.Struct, frozen=True):
    """A setting of a rule: its default (which gives the type), what it means, and its bounds."""

    default: Any
    about: str
    low: float | None = None
    high: float | None = None
    path: bool = False
    """Whether it names a file: a relative one counts from the folder of the configuration that states it."""


def _name_of(cls: type) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", cls.__name__).lower()


class Rule:
    """A check over one article: a subclass with ``code``, a page as its docstring, examples, and ``check``."""

    code: ClassVar[str]
    severity: Severity = Severity.ERROR
    aliases: ClassVar[tuple[str, ...]] = ()
    since: ClassVar[str] = "0.1"
    options: ClassVar[Mapping[str, Option]] = {}
    judges: ClassVar[tuple[type[Relation], ...]] = ()
    """The relations that this rule judges: one that holds confirms its figures in this rule's name."""
    contradicts: ClassVar[bool] = True
    """Whether a finding speaks against the figures it touches; false for rules on the form of the text."""
    valid: ClassVar[Sequence[str | Case]] = ()
    invalid: ClassVar[Sequence[Case]] = ()
    wording: ClassVar[str] = "{formula}, not {stated}."
    """The message; may name stated, expected, formula, repair, quote, because."""

    name: ClassVar[str] = ""
    """Derived from the class name."""

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        cls.name = _name_of(cls)

    def __init__(self, options: Mapping[str, Any] | None = None, severity: Severity | None = None) -> None:
        """``options`` are laid over the defaults; ``severity`` is the newsroom's own, and a ceiling."""
        self.settings = {key: option.default for key, option in self.options.items()} | dict(options or {})
        self.ceiling = severity or Severity.ERROR
        self.severity = severity or self.severity

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Yield what is wrong in one article."""
        raise NotImplementedError(f"{type(self).__name__} has no check")

    def finding(
        self,
        at: Figure | Name | Place,
        *,
        because: Sequence[Figure | Name | Place] = (),
        stated: str = "",
        expected: str = "",
        formula: str = "",
        readings: Sequence[str] = (),
        repair: str = "",
        fix: Fix | None = None,
        severity: Severity | None = None,
        wording: str | None = None,
    ) -> Finding:
        """A finding at a figure, name or place; the message is rendered from the facts."""
        place = _place(at)
        related = tuple(_place(other) for other in because)
        stated = stated or place.quote
        message = (wording or self.wording).format(
            stated=stated,
            expected=expected,
            formula=formula,
            repair=repair,
            quote=place.quote,
            because=", ".join(other.quote for other in related),
        )
        if repair and "{repair}" not in (wording or self.wording):
            message += f" {repair}"
        return Finding(
            code=self.code,
            rule=self.name,
            severity=min(severity or self.severity, self.ceiling, key=lambda severity: severity.weight),
            place=place,
            message=message[:1].upper() + message[1:],
            because=related,
            stated=stated,
            expected=expected,
            formula=formula,
            readings=tuple(readings),
            repair=repair,
            fix=fix,
        )

    def graded(self, relation: Relation, broken: bool = True) -> Severity:
        """The severity that a relation's certainty allows: error when known, warning when strong or quoted."""
        ceiling = (Severity.SUGGESTION, Severity.WARNING, Severity.ERROR)[relation.certainty]
        if relation.quoted or not broken:
            ceiling = min(ceiling, Severity.WARNING, key=lambda severity: severity.weight)
        return min(ceiling, self.severity, key=lambda severity: severity.weight)


class Review(Rule):
    """A rule on how editors set findings aside: it is asked once the other rules have spoken."""

    contradicts = False

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Nothing: the text itself is not judged."""
        return iter(())

    def review(self, article: Article, suppressions: Sequence[Suppression], /) -> Iterator[Finding]:
        """Yield what is wrong with the suppressions of one article."""
        raise NotImplementedError(f"{type(self).__name__} has no review")

    def remark(self, suppression: Suppression, *, stated: str = "", expected: str = "") -> Finding:
        """A finding at a suppression; the wording may name stated and expected."""
        place = Place(suppression.at, suppression.at, "")
        finding = self.finding(place, stated=stated, expected=expected)
        return msgspec.structs.replace(finding, outside=suppression.written)


def _place(at: Figure | Name | Place) -> Place:
    if isinstance(at, Place):
        return at
    return Place(at.start, at.end, at.quote)
