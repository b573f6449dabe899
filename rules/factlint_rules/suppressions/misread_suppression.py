"""SUP003."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint import Case, Finding, Review, Severity, Suppression
from factlint.article.article import Article


class MisreadSuppression(Review):
    """What is meant to set a finding aside cannot be understood.

    What it does: reads every comment that begins with ``factlint:``, the list in the front matter, and the sidecar.

    Why it matters: a slip in it and the finding comes back, or an editor believes that it is set aside for good.

    How it decides: the forms are ``ignore RULES -- reason``, ``disable RULES -- reason`` and ``enable RULES``; rules are codes,
    families or names that are installed, or ``all``. In a sidecar the number of the line stands before the rules.

    What it leaves alone: comments inside code, which are printed.
    """

    code = "SUP003"
    severity = Severity.WARNING
    wording = "{stated} is not understood: {expected}."
    valid = [
        Case("<!-- factlint: ignore all -- a puzzle for readers -->\nSales rose.", format="markdown"),
        Case("<!-- factlints: nothing -->\nSales rose.", format="markdown"),
        Case("Write `<!-- factlint: ignroe PCT001 -->` above the paragraph.", format="markdown"),
    ]
    invalid = [
        Case("«<!-- factlint: ignroe PCT001 -- x -->»\nSales rose.", format="markdown", says="did you mean ignore?"),
        Case(
            "<p>«<!-- factlint: ignore PTC001 -- x -->»Sales rose.</p>", format="html", says="no rule is called PTC001"
        ),
        Case("«<!-- factlint: disable -- x -->»\nSales rose.", format="markdown", says="names no rule"),
        Case("«<!-- factlint: enable PCT001 -->»\nSales rose.", format="markdown", says="was not disabled"),
        Case(
            "---\ntitle: Sales rise\n«factlint: PCT001»\n---\n\nSales rose.",
            format="markdown",
            says="write for example",
        ),
    ]

    def review(self, article: Article, suppressions: Sequence[Suppression], /) -> Iterator[Finding]:
        """Report every suppression that names no rule that is there, or says nothing that is known."""
        for suppression in suppressions:
            if suppression.fault:
                said = suppression.fault
            elif suppression.effect == "unknown":
                said = f"no rule is called {suppression.word}"
            else:
                continue
            origin = suppression.origin
            yield self.remark(suppression, stated=origin[:1].upper() + origin[1:], expected=said)
