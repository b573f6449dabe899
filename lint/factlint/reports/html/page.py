"""A whole page: head, legend with its filters, articles, foot. It fetches nothing and is read without its script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from factlint.problem import Problem
from factlint.report import FigureCounts, FindingCounts, Summary, tool
from factlint.reports.html.sheet import Sheet, bar
from factlint.reports.html.tags import escaped, opened, tag
from factlint.reports.wording import counted, found

_KINDS = ("error", "warning", "suggestion", "confirmed", "unchecked")


def article_page(article: Sheet, index: str | None = None) -> str:
    """The page of one article; ``index`` is the address of the page that lists all."""
    back = tag("nav", tag("a", "All articles", href=index), aria_label="Report") if index else ""
    legend = _legend(article.findings, article.figures)
    return _page(article.title, back, legend + article.html, article.groups)


def collected_page(articles: Sequence[Sheet], summary: Summary, problems: Iterable[Problem]) -> str:
    """All articles on one page, with a list of them on top."""
    listed = index_html(articles, [f"#{article.anchor}" for article in articles], summary, problems)
    legend = _legend(summary.findings, summary.figures)
    groups = [group for article in articles for group in article.groups]
    body = listed + legend + "\n".join(article.html for article in articles)
    return _page(found(summary.findings), "", body, groups)


def index_page(
    articles: Sequence[Sheet], addresses: Sequence[str], summary: Summary, problems: Iterable[Problem]
) -> str:
    """The list of articles, each on a page of its own."""
    return _page(found(summary.findings), "", index_html(articles, addresses, summary, problems), ())


def index_html(
    articles: Sequence[Sheet], addresses: Sequence[str], summary: Summary, problems: Iterable[Problem]
) -> str:
    """A table of the articles with their counts."""
    head = tag("p", f"{tag('b', found(summary.findings))} in {counted(summary.files, 'article')}", class_="verdict")
    told = "".join(tag("p", escaped(problem.message), class_="problem") for problem in problems)
    names = ("Article", "Errors", "Warnings", "Suggestions", "Figures")
    titles = tag("tr", "".join(tag("th", name, scope="col") for name in names))
    rows = "".join(_row(article, address) for article, address in zip(articles, addresses, strict=True))
    table = tag("table", tag("thead", titles) + tag("tbody", rows))
    only = _switch("only-found", "Only articles with findings", "only", checked=False)
    listed = tag("div", table, class_="table", role="region", aria_label="Articles", tabindex=0)
    key = tag("p", _key("contradicted") + _key("confirmed") + _key("unchecked"), class_="key")
    controls = tag("div", only + key, class_="controls")
    return tag("section", head + bar(summary.figures) + told + controls + listed, class_="index")


def _row(article: Sheet, address: str) -> str:
    title = tag("a", tag("bdi", escaped(article.title)), href=address)
    path = tag("span", escaped(article.path), class_="path") if article.path != article.title else ""
    if article.unread is not None:
        told = tag("td", f"could not be read: {escaped(article.unread)}", colspan=4, class_="unread")
        return tag("tr", tag("th", title + path, scope="row") + told, class_="found")
    counts = article.findings
    each = ((counts.error, "error"), (counts.warning, "warning"), (counts.suggestion, "suggestion"))
    cells = "".join(tag("td", f"{count:,}" if count else "–", class_=kind if count else "none") for count, kind in each)
    figures = tag("td", bar(article.figures) or "none", class_="figures")
    any_found = counts.error + counts.warning + counts.suggestion
    kind = "found" if any_found else "clean"
    return tag("tr", tag("th", title + path, scope="row") + cells + figures, class_=kind)


def _key(kind: str) -> str:
    return tag("span", tag("i", "", class_=f"swatch {kind}") + kind)


def _legend(findings: FindingCounts, figures: FigureCounts) -> str:
    """What the marks mean, how many there are, and a switch for each."""
    counts = (findings.error, findings.warning, findings.suggestion, figures.confirmed, figures.unchecked)
    switches = "".join(
        _switch(f"show-{kind}", counted(count, kind) if kind in _KINDS[:3] else f"{count:,} {kind}", kind)
        for kind, count in zip(_KINDS, counts, strict=True)
        if count
    )
    if not switches:
        return ""
    title = tag("legend", "Marked in the text")
    return tag("fieldset", title + switches + _sample(findings), class_="legend")


def _switch(anchor: str, label: str, kind: str, checked: bool = True) -> str:
    box = opened("input", type="checkbox", id=anchor, checked=checked)
    return tag("label", f'{box}<i class="swatch {kind}"></i><span>{label}</span>', class_=f"switch {kind}")


def _sample(findings: FindingCounts) -> str:
    if not findings.error + findings.warning + findings.suggestion:
        return ""
    own = '<span class="own error">shaded</span>'
    other = '<span class="other error">dashed</span>'
    return tag("p", f"A {own} place is what a note is about; {other} ones are what it is held against.", class_="key")


def _page(title: str, navigation: str, body: str, groups: Iterable[str]) -> str:
    style = _resource("page.css") + _joined(groups)
    script = _resource("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )
    own = tool()
    head = (
        '<meta charset="utf-8">\n'
        + opened("meta", http_equiv="Content-Security-Policy", content=policy)
        + '\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        + '<meta name="color-scheme" content="light dark">\n<link rel="icon" href="data:,">\n'
        + tag("title", f"{escaped(title)} · factlint")
        + f"\n<style>{style}</style>"
    )
    top = tag("header", tag("h1", "factlint") + navigation)
    foot = tag("footer", tag("p", f"Checked by {own.name} {own.version}. Figures that nothing in the article bears out"
                                  " or contradicts are left to you."))  # fmt: skip
    script_tag = f"<script>{script}</script>"
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{top}\n'
        f"<main>\n{body}\n</main>\n{foot}\n{script_tag}\n</body>\n</html>\n"
    )


def _joined(groups: Iterable[str]) -> str:
    """Rules that light up a note and all its marks when one of them is pointed at, reached or jumped to."""
    return "".join(
        f"\nmain:has(.{group}:is(:hover,:focus-visible,:target)) .{group}{{background:var(--glow)}}" for group in groups
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _resource(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").strip()
