"""Articles and findings whose every text is what a format stumbles over, and the reports on them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

from factlint import Finding, Place, Reading, Rule, Severity
from factlint.config import Config
from factlint.desk import Desk
from factlint.problem import Problem
from factlint.proof import Edited, unreadable
from factlint.registry import of_classes
from factlint.report import Summary
from factlint.reports.formats import encoded_writer
from hypothesis import strategies as st

NASTY = (
    *("\n", "\r", "\t", "\x00", "\x1b[31m", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff", "\ufffe", "\U0001fffe"),
    *("]]>", "<![CDATA[", "-->", "<script>alert(1)</script>", "<b>", "</main>", "&amp;", "&#0;", "\"'>", "<!--"),
    *(
        "|",
        "`",
        "```",
        "**",
        "_",
        "~~",
        "\\",
        "$a$",
        "# ",
        "- ",
        "1. ",
        "> ",
        "@team",
        "#12",
        ":smile:",
        "www.a.example",
    ),
    *(
        "http://a.example",
        "![x](y)",
        "[x](1)",
        "{0}",
        "{{ x }}",
        "%0A",
        "%",
        "::error::",
        "::set-output name=a::b",
        ",",
    ),
    *("🚗", "👩‍👩‍👧", "مرسيدس", "\u200f", "比亚迪", "é", "e\u0301", "\u0000", "  "),
)

words = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=6)), max_size=6).map("".join)
"""Words of an article, of a rule, of a file name."""


def edited(said: str = "", path: str = "story.txt", text: str | None = None) -> Edited:
    """An article with findings of every severity, whose words are ``said``."""
    article = f"{said} 1,200 cars {said}\n\nThen {said} 3,400 cars, or 5%. {said}" if text is None else text
    return Desk(Config(), of_classes([_doubting(said)])).edit(article, path, format="text", document_id=path)


def _doubting(said: str) -> type[Rule]:
    class Doubting(Rule):
        """Each figure is held against the next: « [x](1) {0} `code` »."""

        code = "TST001"
        wording = "{formula}, not {stated}."

        def check(self, article: Reading, /) -> Iterator[Finding]:
            figures = article.figures
            for number, (one, other) in enumerate(pairwise(figures)):
                yield self.finding(
                    one,
                    because=[Place(other.start, other.end, other.quote, said)],
                    formula=f"{said} {number}",
                    readings=(said,) if said else (),
                    repair=said,
                    severity=(Severity.ERROR, Severity.WARNING, Severity.SUGGESTION)[number % 3],
                )

    return Doubting


def unread(said: str) -> Edited:
    """An article that could not be read."""
    return unreadable(said or "gone.txt", "missing", f"there is no such file {said}")


def written(format_name: str, *files: Edited, problems: tuple[Problem, ...] = ()) -> bytes:
    """The report of a run."""
    out = io.BytesIO()
    writer = encoded_writer(format_name, out)
    summary = Summary()
    for file in files:
        summary = summary.plus(file.report)
        writer.file(file)
    writer.end(summary, problems)
    return out.getvalue()


def problem(said: str) -> Problem:
    """A plug-in that is broken."""
    return Problem("plug-in", f"a plug-in is broken: {said}")
