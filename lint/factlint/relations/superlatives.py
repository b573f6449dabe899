"""Superlatives: who is said to have the most or the least of a field whose values the article gives."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.article.article import BlockKind, Sentence
from factlint.claims.bind import Bound
from factlint.claims.lexicon import NONE
from factlint.claims.lines import Token
from factlint.figures.figure import Figure
from factlint.figures.vocabulary import vocabulary
from factlint.patterns import compiled
from factlint.relations.comparison import Comparison
from factlint.relations.fields import Field, fields_of
from factlint.relations.order_words import order_words, superlatives
from factlint.relations.relation import Certainty, Verdict, widest

_WORD = compiled(r"[^\W\d_][\w'’-]*+")
_SUPERLATIVE = compiled(r"\b(?:most|least|[a-z-]{2,12}est|[a-z]+-selling)\b")
_OUTSIDE = frozenset({BlockKind.CELL, BlockKind.METADATA, BlockKind.CODE, BlockKind.BOILERPLATE, BlockKind.HEADLINE})
_BACK = 2
_BEFORE = 40
_NUMBER = compiled(r"of the (\w++)")


def find(bound: Bound) -> Iterator[Comparison]:
    """``The Spring is the cheapest of the three``, behind the prices of the three; ``the biggest boot, at 470 litres``."""
    fields: list[Field] | None = None
    for sentence in bound.article.sentences:
        if bound.article.block_of(sentence).kind in _OUTSIDE:
            continue
        text = bound.article.text[sentence.start : sentence.end]
        lowered = text.lower()
        for found in _SUPERLATIVE.finditer(lowered):
            word = _known(lowered, found.start(), found.end())
            if word is None:
                continue
            fields = fields_of(bound) if fields is None else fields
            start = sentence.start + found.start()
            yield from _of_superlative(bound, sentence, fields, word, start)


def _known(lowered: str, start: int, end: int) -> str | None:
    """The superlative at a place: ``most powerful`` before ``most``."""
    following = _WORD.search(lowered, end, end + 20)
    known = superlatives().directions
    if following is not None and f"{lowered[start:end]} {following.group()}" in known:
        return f"{lowered[start:end]} {following.group()}"
    word = lowered[start:end]
    return word if word in known and word not in ("most", "least") else None


def _of_superlative(
    bound: Bound, sentence: Sentence, fields: list[Field], word: str, start: int
) -> Iterator[Comparison]:
    text = bound.article.text
    rest = text[start + len(word) : sentence.end].lower()
    noun, closing = _behind(rest)
    given = _given(bound, sentence, start + len(word)) if noun is not None else None
    if noun is None or (closing is None and given is None):
        return
    candidates = []
    for field in fields:
        if field.story != sentence.story or not _near(field, sentence) or (closing and not _numbered(closing, field)):
            continue
        row = _row(bound, sentence, field, start)
        direction = superlatives().direction(word, next(iter(field.values.values())))
        if row is None or row not in field.values or not direction or not _speaks_of(field, noun):
            continue
        if given is not None and not widest(field.values[row]).overlaps(widest(given)):
            continue
        if closing is None and field.sentence is not None and field.sentence != sentence.index:
            continue
        candidates.append((field, row, direction))
    if len(candidates) == 1:
        yield from _contradicted(candidates[0], word, start)


def _behind(rest: str) -> tuple[str | None, str | None]:
    """The noun behind a superlative (empty where there is none) and what closes its field; no noun where it is narrowed."""
    words = order_words()["fields"]
    at = 0
    noun = ""
    while True:
        stripped = rest[at:].lstrip(" ,")
        closing = next((phrase for phrase in words["closing"] if stripped.startswith(phrase)), None)
        if closing is not None:
            return noun, closing
        found = _WORD.match(stripped)
        if found is None or found.group() in words["giving"]:
            return noun, None
        if found.group() not in words["plain"]:
            if noun:
                return None, None
            noun = found.group()
        at = len(rest) - len(stripped) + found.end()


def _given(bound: Bound, sentence: Sentence, after: int) -> Figure | None:
    """The figure that follows a superlative and its noun: ``the biggest boot, at 470 litres``."""
    line = bound.line_of.get(sentence.index)
    if line is None:
        return None
    for _, figure in line.figures():
        if figure.start > after and figure.kind not in ("date", "period", "name", "rank"):
            return figure if figure.start - after < _BEFORE else None
    return None


def _near(field: Field, sentence: Sentence) -> bool:
    """Whether a field is before the reader: in a table, or in one of the sentences just before."""
    return field.sentence is None or 0 <= sentence.index - field.sentence <= _BACK


def _numbered(closing: str, field: Field) -> bool:
    """Whether a field has as many rows as "of the three" says."""
    found = _NUMBER.match(closing)
    number = vocabulary().ones.get(found[1]) if found is not None else None
    return number is None or number == len(field.values)


def _row(bound: Bound, sentence: Sentence, field: Field, start: int) -> int | None:
    """The row that a superlative is said of: the last that is named before it."""
    mentions = [one for one in field.labels.named(bound, sentence) if one.end <= start]
    if not mentions or start - mentions[-1].end > _BEFORE:
        return None
    return mentions[-1].row


def _speaks_of(field: Field, noun: str) -> bool:
    return not noun or noun.rstrip("s") in field.name or field.sentence is not None


def _contradicted(candidate: tuple[Field, int, int], word: str, start: int) -> Iterator[Comparison]:
    """The comparison with the row that has more, or less, than the one that is said to have the most or the least."""
    field, row, direction = candidate
    level = field.values[row]
    token = Token(start, start + len(word), word, NONE, 0)
    others = [figure for at, figure in field.values.items() if at != row]
    ordered = sorted(others, key=lambda figure: (figure.value or 0) * direction)
    for mark in ordered[-1:]:
        found = Comparison(
            figures=(level, mark), level=level, mark=mark, direction=direction, word=token, certainty=Certainty.STRONG
        )
        if found.verdict() > Verdict.LOOSE:
            yield found
