"""ART002."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Fix, Place, Reading, Rule, Severity
from factlint.artefacts.leftover import Leftover
from factlint.artefacts.markup import markup
from factlint.artefacts.verbatim import Verbatim

_SHOWN = 60
_REMOVABLE = frozenset({"heading tag", "HTML tag", "comment", "shortcode"})
_BLANKS = frozenset({"&nbsp;", "&#160;", "&#xA0;", "&#xa0;"})


class LeftoverMarkup(Rule):
    """Markup stands in the text as readers see it.

    What it does: finds heading tags (``H2:``), HTML tags, entities and comments, stray JSON, Markdown, shortcodes and pieces of
    script in the text that is left when the format's own markup has been read.

    Why it matters: readers see it, and it says that the text was pasted from a machine.

    How it decides: by form. Each heading tag is one finding, JSON is one from its first bracket to its last, the tags of a line
    are one together.

    What it leaves alone: the markup of the file's own format, code, and H1 and H2 as half-years.
    """

    code = "ART002"
    severity = Severity.WARNING
    contradicts = False
    wording = "{quote} is markup that readers see."
    valid = [
        "H1: 1.2 million vehicles\n\nH2: 1.5 million vehicles",
        "R&D spending rose, AT&T; and a loss of <5% is expected.",
        Case("<p>Use <code>&lt;b&gt;</code> for <b>bold</b> &amp; more.</p>", format="html"),
        Case("## Sales\n\n**Toyota** sold more, see [the table](https://example.com/table).", format="markdown"),
        "Power: 280 kW**\n\nRange: 600 km\n\n** With the larger battery.",
        "He said [quote] nothing, and [the list] was short.",
    ]
    invalid = [
        Case("«H2:» The Scale Problem\n\nThe country built 31 million cars.", says="heading tag"),
        Case(
            'The two signed a memorandum.\n\n«[{"score": 6, "why": "It speaks of [chips] and cars."}]»',
            says="data",
        ),
        Case("<p>The plant is ready.</p><p>«##» Prices</p><p>It is cheap.</p>", format="html", says="Markdown"),
        Case("Sales rose.\n\n«Text to translate:» The brand sold more cars.", says="field name"),
        Case("Check the fuse box «&amp;» the earthing.", says="entity"),
        Case("Sales rose «<strong>»sharply</strong> in May.", says="HTML tag"),
        Case("Sales rose «**sharply**» in May, to 41,200 cars.", says="Markdown"),
        Case("<p>Its battery «&amp;mdash;» 84 kWh</p>", format="html", says="entity"),
        Case('The plant is ready.\n\n«[caption id="attachment_12"]»The plant at Yibin[/caption]', says="shortcode"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report markup that is not the format's own, outside code."""
        shown = Verbatim(article.article)
        text = article.text
        for group in markup(text, plain=article.source.format == "text"):
            kept = [one for one in group if not shown.holds(one.start, one.end)]
            if kept:
                first, *others = (Place(one.start, one.end, text[one.start : one.end]) for one in kept)
                yield self.finding(
                    first,
                    because=others,
                    wording=f"“{_short(first.quote)}” is markup that readers see ({kept[0].sort}).",
                    fix=_fix(kept, text),
                )


def _short(quote: str) -> str:
    cut = quote if len(quote) <= _SHOWN else quote[:_SHOWN] + "…"
    return cut.replace("{", "{{").replace("}", "}}")


def _fix(group: list[Leftover], text: str) -> Fix | None:
    """A single tag to take out, or a blank to print, is typography; what data or a script was to say is not."""
    if len(group) == 1 and text[group[0].start : group[0].end] in _BLANKS:
        return Fix(_blank(group[0], text), safe=True)
    if len(group) == 1 and group[0].sort in _REMOVABLE:
        return Fix("", safe=group[0].sort == "heading tag")
    return None


def _blank(one: Leftover, text: str) -> str:
    """A blank, or nothing beside one that is there."""
    around = text[one.start - 1 : one.start] + text[one.end : one.end + 1]
    return "" if any(character.isspace() for character in around) else " "
