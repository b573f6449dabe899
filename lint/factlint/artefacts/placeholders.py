"""Text that holds a place for other text: template marks, editors' brackets, TK, XX%, broken citations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factlint.artefacts.gaps import gaps
from factlint.artefacts.leftover import Leftover, is_quotation, vocabulary, without_overlaps
from factlint.patterns import compiled

# {{ chart:net-income }}  {% include %}  <%= name %>  ${price}  {city}  %%HEADLINE%%  @@name@@
_TEMPLATE = compiled(
    r"""(?x)
    \{\{[^{}\n]{1,200}\}\}
    | \{%[^%\n]{1,200}%\}
    | <%[^%\n]{1,200}%>
    | \$\{[A-Za-z_][\w.]{0,60}\}
    | (?<![{\w\\])\{[A-Za-z_][\w .-]{0,40}\}(?!\})
    | %%[A-Za-z_]{2,40}%%
    | (?<![\w%])%[A-Z]{3,}+(?:_[A-Z0-9]++)*+%
    | @@\w{1,40}@@
    | \[\[[A-Za-z_][\w :|-]{0,60}\]\]
    """
)
_NAMED = compiled(r"%[A-Z]{2,20}[_%]")
# What Hugo and Jekyll fill in themselves: {{< figure >}}  {% include %}  {{ site.url }}
_LIQUID = compiled(r"\{%|\{\{(?:[<%]|-?\s*(?:site|page|content|include)\b)")

# [cite: -]  [cite: 7†source]  【4†source】  [^3]  [web:12]  [oai_citation:1‡reuters.com]
_CITATION = compiled(
    r"""(?xi)
    \[(?:cite|cite_start|cite_end|citation|oai_citation|oaicite|ref|source|web|attached_file|footnote|fn|note)
       \s*[:_#-]?\s*(?:[-–—?]|\d[^\]\n]{0,60}|turn\d[^\]\n]{0,40})?\s*\]
    | \[cite_?(?:start|end)\]
    | [\[【]\s*\d{1,3}\s*†[^\]】\n]{0,60}[\]】]
    """
)
# :contentReference[oaicite:3]{index=3}  citeturn0search2  ?utm_source=chatgpt.com
_TRACE = compiled(
    r"""(?xi)
    :contentReference\[[^\]\n]{0,40}\](?:\{[^}\n]{0,40}\})?
    | (?:cite)?turn\d{1,2}(?:search|news|view|fetch|file|image)\d{1,3}
    | [?&]utm_source=(?:chatgpt\.com|openai|perplexity)
    """
)
_CREDITED = compiled(r"(?i)\[(?:source|note|ref)\b\s*:?\s*\]")
_FOOTNOTE = compiled(r"\[\^[\w-]{1,20}\]")

_BRACKET = compiled(r"\[([^\[\]\n]{0,90})\](?!\()|\(([^()\n]{2,60})\)|<([A-Za-z][^<>\n]{2,60})>")
_CODE_NAME = compiled(r"[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)++")
_BLANK = compiled(r"[\s_.?•●*x-]*[_?•●][\s_.?•●*x-]*", re.I)


_NAMES = compiled(
    r"[Ee]ditors?: (?:[A-Z][\w.'’-]*+ ){1,3}[A-Z][\w'’-]*+(?:(?:,| and|;) (?:[A-Z][\w.'’-]*+ ){1,3}[A-Z][\w'’-]*+){0,5}|[Ee]ditors?: [A-Z][\w'’-]*+ [A-Z][\w'’-]*+"
)
"""Who edited a story: ``(Editors: Ann Lee, Max Orr)``."""


def placeholders(text: str, templated: bool = False) -> tuple[Leftover, ...]:
    """Every placeholder of a clean text, in order. ``templated``: Liquid marks are the format's own (Markdown)."""
    return without_overlaps(_all(text, templated))


def _all(text: str, templated: bool) -> Iterator[Leftover]:
    if any(cue in text for cue in ("{", "%%", "<%", "@@", "[[")) or _NAMED.search(text):
        for match in _TEMPLATE.finditer(text):
            if not (templated and _LIQUID.match(match[0])):
                yield Leftover(match.start(), match.end(), "template")
    if "[" in text or "【" in text:
        for match in _CITATION.finditer(text):
            if not _CREDITED.fullmatch(match[0]):
                yield Leftover(match.start(), match.end(), "citation")
        yield from _footnotes(text)
    if any(cue in text for cue in ("contentReference", "turn0", "turn1", "turn2", "utm_source=")):
        for match in _TRACE.finditer(text):
            yield Leftover(match.start(), match.end(), "citation")
    yield from _brackets(text)
    yield from gaps(text)


def _footnotes(text: str) -> Iterator[Leftover]:
    """Footnote marks of Markdown whose note is not there."""
    marks = list(_FOOTNOTE.finditer(text))
    notes = {match[0] for match in marks if text[match.end() : match.end() + 1] == ":"}
    for match in marks:
        if match[0] not in notes:
            yield Leftover(match.start(), match.end(), "footnote")


def _brackets(text: str) -> Iterator[Leftover]:
    for match in _BRACKET.finditer(text):
        square, round_, angle = match.groups()
        if square is not None:
            found = _in_square(square.strip()) or _is_named(text, match.start(), square.strip())
        elif round_ is not None:
            found = _in_round(round_.strip())
        else:
            said = angle.lower()
            found = _closes(said) or said.startswith(("insert ", "placeholder")) or said in _variables()
        if found and not is_quotation(text, match.start(), match.end()):
            yield Leftover(match.start(), match.end(), "bracket")


def _in_square(inner: str) -> bool:
    words, said = vocabulary("placeholder"), inner.lower()
    if said in words["whole"] or inner in words["capitals"]:
        return True
    if inner.isupper() and inner.endswith(" HERE"):
        return True
    if _closes(said) or _CODE_NAME.fullmatch(inner) or (inner and _BLANK.fullmatch(inner)):
        return True
    return any(
        said.startswith(opener) and (opener[-1] == ":" or said[len(opener) : len(opener) + 1] in (" ", ":", "_"))
        for opener in words["openers"]
    )


def _is_named(text: str, at: int, inner: str) -> bool:
    """Whether a bracket names what is missing: ``the CEO, [name], said``. In a quotation an editor explains so."""
    if inner not in _variables():
        return False
    opened = text[text.rfind("\n", 0, at) + 1 : at]
    return opened.count("“") <= opened.count("”") and opened.count('"') % 2 == 0


def _in_round(inner: str) -> bool:
    words, said = vocabulary("placeholder"), inner.lower()
    if (
        said in words["parenthesised"]
        or inner in words["noted"]
        or (said.startswith(("editor: ", "editors: ")) and not _NAMES.fullmatch(inner))
    ):
        return True
    first, _, rest = inner.partition(" ")
    if inner.endswith(" TK") and first[:1].islower():
        return True
    return rest[:1].islower() and (first == "TK" or first.lower() == "insert")


@cache
def _variables() -> frozenset[str]:
    return frozenset(vocabulary("placeholder")["variables"])


def _closes(said: str) -> bool:
    return said.endswith(tuple(f" {closer}" for closer in vocabulary("placeholder")["closers"]))
