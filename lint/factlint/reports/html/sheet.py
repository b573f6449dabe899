"""One article of a report: its head, its text with notes, and what an index says of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from factlint.article.article import Article
from factlint.proof import Edited
from factlint.report import FigureCounts, FindingCounts, Summary
from factlint.reports.html.body import body_html, headline_of, notes_of
from factlint.reports.html.tags import escaped, opened, tag
from factlint.reports.wording import counted, found


class Sheet(msgspec.Struct, frozen=True):
    """An article ready to be put on a page."""

    title: str
    path: str
    anchor: str
    html: str
    groups: tuple[str, ...]
    """The classes that join a note with its marks."""
    findings: FindingCounts
    figures: FigureCounts
    unread: str | None = None
    """Why there is nothing to show."""


def sheet(edited: Edited, prefix: str) -> Sheet:
    """Set one article; ``prefix`` keeps its anchors apart from those of others on the page."""
    report = edited.report
    counts = Summary().plus(report)
    anchor = f"{prefix}article"
    if edited.proof is None:
        why = report.error.message if report.error else ""
        head = tag("h2", escaped(report.path), class_="headline")
        told = tag("p", f"This file could not be read: {escaped(why)}", class_="verdict")
        html = tag("article", head + told, id=anchor)
        return Sheet(report.path, report.path, anchor, html, (), counts.findings, counts.figures, why)
    article = edited.proof.article
    notes = notes_of(edited, prefix)
    head = tag("div", "".join(_head(edited, article, counts)), class_="about")
    html = tag("article", f"{head}\n{body_html(edited, notes)}\n", id=anchor)
    groups = tuple(note.group for note in notes)
    return Sheet(_title(article), report.path, anchor, html, groups, counts.findings, counts.figures)


def _head(edited: Edited, article: Article, counts: Summary) -> Iterator[str]:
    about = [tag("b", escaped(edited.report.path))]
    if edited.report.date:
        about.append(f"read as of {tag('time', edited.report.date, datetime=edited.report.date)}")
    yield tag("p", " · ".join(about), class_="path")
    if headline_of(article) is None:
        yield tag("h2", escaped(edited.report.path), class_="headline")
    yield tag("p", tag("b", found(counts.findings)) + "; " + _borne_out(counts.figures), class_="verdict")
    yield bar(counts.figures)
    for problem in edited.problems:
        yield tag("p", escaped(problem.message), class_="problem")


def _borne_out(figures: FigureCounts) -> str:
    return f"{figures.confirmed:,} of {counted(figures.total, 'figure')} confirmed by the article itself"


def bar(figures: FigureCounts) -> str:
    """The shares of contradicted, confirmed and unchecked figures as a strip."""
    if not figures.total:
        return ""
    label = f"{figures.contradicted} contradicted, {figures.confirmed} confirmed, {figures.unchecked} unchecked"
    strips, reached = "", 0
    for kind, count in (("contradicted", figures.contradicted), ("confirmed", figures.confirmed)):
        width = 1000 * count // figures.total
        strips += opened("rect", x=reached, width=width, height=8, class_=kind) + "</rect>"
        reached += width
    strips += opened("rect", x=reached, width=1000 - reached, height=8, class_="unchecked") + "</rect>"
    return tag(
        "svg", strips, class_="bar", viewBox="0 0 1000 8", preserveAspectRatio="none", role="img", aria_label=label
    )


def _title(article: Article) -> str:
    headline = headline_of(article)
    return article.text[headline.start : headline.end] if headline else article.source.path
