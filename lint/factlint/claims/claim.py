"""What is said: a figure with the slots that must agree before two figures can be compared."""

from __future__ import annotations

import msgspec

from factlint.figures.figure import Figure, Period


class Claim(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One figure and what the text says of it. A slot that is not known is None (or an empty set of facets)."""

    figure: Figure
    sentence: int
    """Index of the sentence."""
    story: int
    subject: str | None = None
    """Canonical name of the maker, brand, model, body or market the figure is said of."""
    measure: str | None = None
    """A key of data/measures.toml: sales, production, price, range, revenue ..."""
    scope: frozenset[str] = frozenset()
    """Facets that narrow the figure: NEV, BEV, retail, wholesale, overseas, CLTC, cumulative, starting ..."""
    period: Period | None = None
    when: str | None = None
    """The words of a period whose year the text leaves open (``january to may``)."""
    status: str = "actual"
    """actual, target, forecast, preliminary."""
    basis: str | None = None
    """Of a change or base: yoy, mom, qoq, year-earlier ..., as the words beside it say."""
    role: str = "level"
    """level, change (a percent or amount of change), share, base (a level of the comparison period), end."""
    direction: int = 0
    """Of a change: +1 up, -1 down, 0 unsaid."""
    attribution: str | None = None
    """Who says so, where the text names one."""
    quoted: bool = False
    """Whether the figure stands inside quotation marks."""
    explicit: frozenset[str] = frozenset()
    """The slots that the figure's own sentence names: subject, measure, period."""
    headline: bool = False
    """Whether the figure stands in the headline or deck of its story."""

    def same_time(self, other: Claim) -> bool:
        """Whether two claims hold for the same period, as far as the text says.

        The year to date is the same as a run of months from January on whose year the text leaves open.
        """
        if self.period == other.period and self.when == other.when:
            return True
        return self._to_date(other) or other._to_date(self)

    def _to_date(self, other: Claim) -> bool:
        period = other.period
        return self.when == "year-to-date" and period is not None and period.grain == "span" and period.first.month == 1
