"""Text that holds a place for other text: template marks, editors' brackets, TK, XX%, broken citations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factlint.artefacts.leftover import Leftover, any_of, vocabulary, without_overlaps

# {{ chart:net-income }}  {% include %}  <%= name %>  ${price}  {city}  %%HEADLINE%%  @@name@@
_TEMPLATE = re.compile(
    r"""(?x)
    \{\{[^{}\n]{1,200}\}\}
    | \{%[^%\n]{1,200}%\}
    | <%[^%\n]{1,200}%>
    | \$\{[A-Za-z_][\w.]{0,60}\}
    | (?<![{\w\\])\{[A-Za-z_][\w .-]{0,40}\}(?!\})
    | %%[A-Za-z_]{2,40}%%
    | %[A-Z]++(?:_[A-Z0-9]++)++%
    | @@\w{1,40}@@
    """
)
# What Hugo and Jekyll fill in themselves: {{< figure >}}  {% include %}  {{ site.url }}
_LIQUID = re.compile(r"\{%|\{\{(?:[<%]|-?\s*(?:site|page|content|include)\b)")

# [cite: -]  [cite: 7†source]  【4†source】  [^3]  [web:12]  [oai_citation:1‡reuters.com]
_CITATION = re.compile(
    r"""(?xi)
    \[(?:cite|cite_start|cite_end|citation|oai_citation|oaicite|ref|source|web|attached_file|footnote|fn|note)
       \s*[:_#-]?\s*(?:[-–—?]|\d[^\]\n]{0,60}|turn\d[^\]\n]{0,40})?\s*\]
    | \[cite_?(?:start|end)\]
    | [\[【]\s*\d{1,3}\s*†[^\]】\n]{0,60}[\]】]
    | :contentReference\[[^\]\n]{0,40}\](?:\{[^}\n]{0,40}\})?
    | (?:cite)?turn\d{1,2}(?:search|news|view|fetch|file|image)\d{1,3}
    | [?&]utm_source=(?:chatgpt\.com|openai|perplexity)
    """
)
_CREDITED = re.compile(r"(?i)\[(?:source|note|ref)\b\s*:?\s*\]")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,20}\](?!:)")

_BRACKET = re.compile(r"\[([^\[\]\n]{0,90})\](?!\()|\(([^()\n]{2,60})\)|<([A-Za-z][^<>\n]{2,60})>")
_CODE_NAME = re.compile(r"[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)++")
_BLANK = re.compile(r"[\s_.?•●*x-]*[_?•●][\s_.?•●*x-]*", re.I)

# 0,000 units  00,000  (never the tail of 10,000)
_ZEROES = re.compile(r"(?<![\d.,])0{1,3}(?:,000){1,3}(?![\d,]|\.\d)")
# X,XXX  XX.X  XX,XXX  20XX
_DIGITS_X = re.compile(
    r"(?<![\w.,-])(?:[Xx]{1,3}(?:,[Xx]{3})++(?:\.[Xx]{1,2})?|[Xx]{1,3}\.[Xx]{1,2}|(?:19|20)[Xx]{2})(?![\w-])"
)
# A gap in a sentence: sold ____ cars
_RULED = re.compile(r"(?<=[a-z,$€£¥] )_{3,20}(?= ?[a-z%,.])")

_TK_IS_A_NAME = re.compile(r"\bTK(?:['’]s\b| [A-Z]| said\b| is\b)|[\"“]TK[\"”]")

_MONEY = r"[$€£¥₹]"
_OPENING = "\"'“”„‘’«「`"
_CLOSING = "\"'“”’»」`"


@cache
def _stock() -> re.Pattern[str]:
    phrases, shouted = any_of("placeholder", "anywhere"), any_of("placeholder", "shouted")
    values = any_of("placeholder", "values")
    return re.compile(rf"(?<!\w)(?:(?i:{phrases})|{shouted})(?!\w)|{values}")


@cache
def _slots() -> re.Pattern[str]:
    """TK, XX, TBD or a program's nothing where a number belongs: before a unit, or behind a currency sign."""
    slot, missing = any_of("placeholder", "slot"), any_of("placeholder", "missing")
    nothing = any_of("placeholder", "nothing")
    unit = rf"(?:[ -]?(?:{slot})(?!\w)|[ ](?:{missing})(?!\w))"
    return re.compile(
        rf"(?<![\w.,'’-])(?:(?P<word>TK|XXX?|xx|TBD|TBC|TBA)(?:(?P<unit>{unit})|(?!\w))|(?P<x>[XxN])(?={unit})"
        rf"|(?P<money>{_MONEY})(?:TK|[Xx]{{1,3}}|TBD|TBC|\?{{2,3}})(?!\w)"
        rf"|(?P<nothing>{nothing})(?=[ ]?(?:{slot})(?!\w)))"
    )


@cache
def _gaps() -> re.Pattern[str]:
    """``deliveries start in TK.``"""
    return re.compile(rf"\b(?:{any_of('placeholder', 'leading')}) (TK|XX)(?=[.,;:!?)]|\n|$)")


def placeholders(text: str, templated: bool = False) -> tuple[Leftover, ...]:
    """Every placeholder of a clean text, in order. ``templated``: Liquid marks are the format's own (Markdown)."""
    return without_overlaps(_all(text, templated))


def _all(text: str, templated: bool) -> Iterator[Leftover]:
    if "{" in text or "%" in text or "@@" in text:
        for match in _TEMPLATE.finditer(text):
            if not (templated and _LIQUID.match(match[0])):
                yield Leftover(match.start(), match.end(), "template")
    for match in _CITATION.finditer(text):
        if not _CREDITED.fullmatch(match[0]):
            yield Leftover(match.start(), match.end(), "citation")
    for match in _FOOTNOTE.finditer(text):
        if f"{match[0]}:" not in text:
            yield Leftover(match.start(), match.end(), "footnote")
    yield from _brackets(text)
    yield from _words(text)


def _brackets(text: str) -> Iterator[Leftover]:
    for match in _BRACKET.finditer(text):
        square, round_, angle = match.groups()
        if square is not None:
            found = _in_square(square.strip())
        elif round_ is not None:
            found = _in_round(round_.strip())
        else:
            found = _closes(angle.lower()) or angle.lower().startswith(("insert ", "placeholder"))
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


def _in_round(inner: str) -> bool:
    words, said = vocabulary("placeholder"), inner.lower()
    if said in words["parenthesised"]:
        return True
    first, _, rest = inner.partition(" ")
    return rest[:1].islower() and (first == "TK" or first.lower() == "insert")


def _closes(said: str) -> bool:
    return said.endswith(tuple(f" {closer}" for closer in vocabulary("placeholder")["closers"]))


def _words(text: str) -> Iterator[Leftover]:
    for match in _stock().finditer(text):
        if not is_quotation(text, match.start(), match.end()):
            yield Leftover(match.start(), match.end(), "stock phrase")
    for pattern in (_DIGITS_X, _ZEROES, _RULED):
        for match in pattern.finditer(text):
            if not is_quotation(text, match.start(), match.end()):
                yield Leftover(match.start(), match.end(), "digits", sure=False)
    generic = set(vocabulary("placeholder")["generic"])
    for match in _slots().finditer(text):
        if not is_quotation(text, match.start(), match.end()) and _stands_for_a_number(text, match, generic):
            yield Leftover(match.start(), match.end(), "number", sure=match["x"] is None)
    if not _TK_IS_A_NAME.search(text):
        for match in _gaps().finditer(text):
            yield Leftover(match.start(1), match.end(1), "gap", sure=False)


def _stands_for_a_number(text: str, match: re.Match[str], generic: set[str]) -> bool:
    """Whether TK, X or TBD is a gap and no name: not behind a capital ("SF90 XX"), not a rule ("for every X units")."""
    if match["money"]:
        return True
    before = text[max(0, match.start() - 30) : match.start()].split()
    last = before[-1] if before else ""
    name = (last[:1].isupper() and len(before) > 1) or any(character.isdigit() for character in last)
    if match["nothing"]:
        return not name
    if match["unit"] is None and match["x"] is None:
        return False
    glued = match["unit"] is not None and match["unit"].strip() == "%"
    return (glued or not name) and last.lower() not in generic


def is_quotation(text: str, start: int, end: int) -> bool:
    """Whether quotation marks stand directly around it: then the text speaks of the mark itself."""
    return start > 0 and text[start - 1] in _OPENING and text[end : end + 1] != "" and text[end] in _CLOSING
