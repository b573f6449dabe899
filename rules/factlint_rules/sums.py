"""What the rules that add up say of a sum that misses its whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint import Finding, Rule, Verdict
from factlint.figures.figure import Figure
from factlint.phrasing import amount, listed
from factlint.relations.column_total import ColumnTotal
from factlint.relations.total import Cumulative, Total


def misses(rule: Rule, totals: Iterable[Total | Cumulative | ColumnTotal]) -> Iterator[Finding]:
    """A finding for each total that its parts cannot make, at the whole and because of the parts."""
    for total in totals:
        verdict, exact = total.verdict(), total.exact()
        if verdict <= Verdict.LOOSE or exact is None:
            continue
        expected = amount(exact, total.whole.unit, 9)
        yield rule.finding(
            total.whole,
            because=total.parts,
            expected=expected,
            formula=f"{added(total.parts)} make {expected}",
            repair=total.slip(),
            severity=rule.graded(total, verdict is Verdict.BROKEN),
        )


def added(parts: Iterable[Figure]) -> str:
    """The parts as they are printed, in a list."""
    return listed([part.quote for part in parts])
