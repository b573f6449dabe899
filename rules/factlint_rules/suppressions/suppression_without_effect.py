"""SUP002."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint import Case, Finding, Review, Severity, Suppression
from factlint.article.article import Article


class SuppressionWithoutEffect(Review):
    """A finding is set aside that is not there.

    What it does: looks for suppressions of rules that ran and found nothing in that place.

    Why it matters: the fault was corrected, or the sentence has moved or changed; what is left would hide the next fault.

    How it decides: a comment holds for the block that it stands in or else for the next one (a table is one block),
    ``disable`` for what follows it until ``enable``, the front matter for the article, a line of a sidecar for that line,
    an accepted finding for its sentence.

    What it leaves alone: rules that were not run.
    """

    code = "SUP002"
    severity = Severity.SUGGESTION
    wording = "{stated} finds nothing where {expected} sets it aside. Take it out."
    valid = [
        Case(
            "<!-- factlint: ignore PCT001 -- the maker counts vans in -->\n"
            "Of 31.1 million cars sold, 15 million were NEVs, or 40.9%.",
            format="markdown",
        ),
        Case(
            "---\nfactlint:\n  ignore:\n    - PCT -- own count, as agreed\n---\n\n"
            "Of 31.1 million cars sold, 15 million were NEVs, or 40.9%.",
            format="markdown",
        ),
        Case("```\n<!-- factlint: ignore PCT001 -- an example -->\n```\n\nSales rose.", format="markdown"),
    ]
    invalid = [
        Case(
            "«<!-- factlint: ignore PCT001 -- own count -->»\n\nSales rose.\n\n"
            "Of 31.1 million cars sold, 15 million were NEVs, or 40.9%.",
            format="markdown",
            says="PCT001 finds nothing where the comment sets it aside",
        ),
        Case(
            "<p>Sales rose.</p>«<!-- factlint: disable SUM -- own count -->»<p>They fell.</p>",
            format="html",
            severity=Severity.SUGGESTION,
        ),
        Case(
            '+++\ntitle = "Sales rise"\n[factlint]\nignore = ["«PCT001 -- own count»"]\n+++\n\nSales rose.',
            format="markdown",
            says="the front matter",
        ),
    ]

    def review(self, article: Article, suppressions: Sequence[Suppression], /) -> Iterator[Finding]:
        """Report every suppression that set nothing aside."""
        for suppression in suppressions:
            if suppression.effect == "unused" and not suppression.fault:
                yield self.remark(suppression, stated=suppression.word, expected=suppression.origin)
