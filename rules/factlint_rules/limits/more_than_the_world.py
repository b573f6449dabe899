"""LIM003."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import number
from factlint.relations.whole_world import OfTheWorld


class MoreThanTheWorld(Rule):
    """More vehicles are counted than the whole world has.

    What it does: holds every count of vehicles against what the world makes in a year, or has ever made.

    Why it matters: "billion" for "million" is the most expensive of all slips, and it passes every spelling checker.

    How it decides: the noun says that vehicles are counted. In a year or less, where the sentence names measure and period,
    nobody can sell more than all makers build; at no time can there be more vehicles than were ever made.

    What it leaves alone: units, bicycles and toys, and every count that the world could hold.
    """

    code = "LIM003"
    severity = Severity.ERROR
    judges = (OfTheWorld,)
    wording = "{stated} are more vehicles than {formula}."
    valid = [
        "The world's makers sold 92 million cars in 2024.",
        "There are 1.6 billion vehicles on the roads of the world.",
        "The maker sold 2.1 billion toy cars in 2024.",
        "China had 453 million motor vehicles at the end of 2024.",
        "Its app recorded 12 billion trips by cars and vans in 2024.",
    ]
    invalid = [
        Case("Chinese buyers bought «1.296 billion» cars in September 2025.", says="in a year"),
        Case("The authorities registered «11.25 billion» vehicles.", says="ever"),
        Case("In 2024, BYD sold «427.2 million» vehicles.", says="in a year"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report counts of vehicles that nobody could count."""
        for found in article.relations(OfTheWorld):
            if found.verdict() is Verdict.BROKEN:
                time = "the world makes in a year" if found.yearly else "were ever made"
                yield self.finding(
                    found.count,
                    formula=f"{time}, some {number(Fraction(found.most), 3)} at the most",
                    severity=self.graded(found, not found.count.soft),
                )
