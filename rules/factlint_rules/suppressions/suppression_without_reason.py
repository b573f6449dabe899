"""SUP001."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint import Case, Finding, Review, Severity, Suppression
from factlint.article.article import Article


class SuppressionWithoutReason(Review):
    """A finding is set aside and nobody says why.

    What it does: looks at every comment, front-matter entry, sidecar line and accepted finding that sets a rule aside.

    Why it matters: the next editor cannot tell a figure that was checked from one that was waved through.

    How it decides: a reason is what follows ``--``. Any words will do. The suppression works all the same.

    What it leaves alone: ``enable``, which gives back what was set aside.
    """

    code = "SUP001"
    severity = Severity.WARNING
    wording = "{stated} is set aside by {expected} without a reason. Add one after --."
    valid = [
        Case(
            "<!-- factlint: ignore PCT001 -- the maker counts vans in -->\n"
            "Of 31.1 million cars sold, 15 million were NEVs, or 40.9%.",
            format="markdown",
        ),
        Case(
            "<p>Sales rose.</p><!-- factlint: disable PCT001 -- own count --><p>Of 31.1 million cars, 15 million were"
            " electric, or 40.9%.</p><!-- factlint: enable PCT001 --><p>More follows.</p>",
            format="html",
        ),
    ]
    invalid = [
        Case(
            "«<!-- factlint: ignore PCT001 -->»\nOf 31.1 million cars sold, 15 million were NEVs, or 40.9%.",
            format="markdown",
            says="PCT001 is set aside by the comment without a reason",
        ),
        Case(
            "---\nfactlint:\n  ignore: [«PCT001»]\n---\n\nOf 31.1 million cars sold, 15 million were NEVs, or 40.9%.",
            format="markdown",
            says="the front matter",
        ),
        Case(
            "«<!-- factlint: disable share-mismatch -- -->»\n\nOf 31.1 million cars, 15 million were NEVs, or 40.9%.",
            format="markdown",
            severity=Severity.WARNING,
        ),
    ]

    def review(self, article: Article, suppressions: Sequence[Suppression], /) -> Iterator[Finding]:
        """Report every suppression that gives no reason, each comment once."""
        places = set()
        for suppression in suppressions:
            place = (suppression.written, suppression.origin)
            if not suppression.reason and not suppression.fault and place not in places:
                places.add(place)
                yield self.remark(suppression, stated=suppression.word, expected=suppression.origin)
