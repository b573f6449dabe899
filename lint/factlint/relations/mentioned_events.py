"""The events that a sentence names, dated or not: ``ground was broken``, ``began construction``, the millionth car."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.event_words import Phrase, vocabulary

WORD = compiled(r"[\w'’-]+|[.,;:()—–]")
_SPLIT = frozenset((";", "—", "–", "(", ")"))
_REACH = 9
"""Words that may stand between the noun and the verb of an event."""
_MILESTONE = 1000
"""From which number on the n-th car is a milestone."""


class Mention(msgspec.Struct, frozen=True, eq=False):
    """An event that a sentence names. ``kind`` is a key of the table, or ``milestone`` with its number."""

    kind: str
    start: int
    end: int
    number: int = 0


def mentions(text: str, line: Line) -> list[Mention]:
    """The events that a sentence names, in order."""
    start, end = line.sentence.start, line.sentence.end
    words = [(match.start(), match.end(), match.group().lower()) for match in WORD.finditer(text, start, end)]
    if "’" in text[start:end]:
        words = [(first, last, word.replace("’", "'")) for first, last, word in words]
    table = vocabulary()
    found: list[Mention] = []
    verbs: list[tuple[int, int, str]] = []
    nouns: list[tuple[int, int, str]] = []
    at = 0
    while at < len(words):
        if words[at][2] not in table.firsts:
            at += 1
            continue
        hit = _longest(words, at, table.phrases)
        if hit:
            (size, names) = hit
            found.append(Mention(sorted(names)[0], words[at][0], words[at + size - 1][1]))
            at += size
            continue
        for table_, into in ((table.nouns, nouns), (table.verbs, verbs)):
            hit = _longest(words, at, table_)
            if hit:
                into.extend((at, at + hit[0], name) for name in sorted(hit[1]))
        at += 1
    found += _paired(words, nouns, verbs)
    found += _milestones(line)
    return sorted(found, key=lambda mention: mention.start)


def _longest(
    words: Sequence[tuple[int, int, str]], at: int, table: dict[str, tuple[tuple[Phrase, str], ...]]
) -> tuple[int, frozenset[str]] | None:
    """The longest phrases that begin at a word: their length, and the kinds that have them."""
    rows = table.get(words[at][2])
    if rows is None:
        return None
    following = words[at + 1][2] if at + 1 < len(words) else ""
    size, names = 0, set()
    for phrase, name in rows:
        length = len(phrase)
        if length < size:
            break
        if length == 1 or (phrase[1] == following and (length == 2 or _reads(words, at, phrase))):
            size = length
            names.add(name)
    return (size, frozenset(names)) if names else None


def _reads(words: Sequence[tuple[int, int, str]], at: int, phrase: Phrase) -> bool:
    return phrase == tuple(word[2] for word in words[at : at + len(phrase)])


def _paired(
    words: Sequence[tuple[int, int, str]], nouns: list[tuple[int, int, str]], verbs: list[tuple[int, int, str]]
) -> Iterator[Mention]:
    """A noun and its verb: ``construction of the plant began``, ``began construction``."""
    for verb_at, verb_end, name in verbs:
        best: tuple[int, int] | None = None
        for noun_at, noun_end, other in nouns:
            if other != name or (verb_at < noun_end and noun_at < verb_end):
                continue
            after = noun_at >= verb_end
            between = words[verb_end:noun_at] if after else words[noun_end:verb_at]
            if len(between) > (3 if after else _REACH) or any(word[2] in _SPLIT for word in between):
                continue
            if best is None or len(between) < best[0]:
                best = (len(between), noun_at)
        if best is not None:
            first = min(best[1], verb_at)
            yield Mention(vocabulary().kinds[name].tells, words[first][0], words[verb_end - 1][1])


def _milestones(line: Line) -> Iterator[Mention]:
    """``the 250,000th handover``, ``the one-million milestone``, ``the first million``."""
    tokens = line.tokens
    for position, token in enumerate(tokens):
        figure = token.figure
        if figure is None or figure.value is None or figure.value.denominator != 1:
            continue
        following = tokens[position + 1].word if position + 1 < len(tokens) else ""
        if figure.kind == "rank" and figure.value == 1 and following == "million":
            yield Mention("milestone", token.start, tokens[position + 1].end, 1_000_000)
        elif figure.value >= _MILESTONE and (figure.kind == "rank" or _marked(tokens, position, figure)):
            yield Mention("milestone", token.start, token.end, int(figure.value))


def _marked(tokens: Sequence[Token], position: int, figure: Figure) -> bool:
    """Whether a round number is a mark that was reached."""
    if figure.kind != "count" or figure.value is None or figure.value % _MILESTONE:
        return False
    words_before = [token.word for token in tokens[max(0, position - 10) : position]]
    if words_before[-1:] == ["to"] and "from" in words_before:
        return True
    near = (*tokens[max(0, position - 4) : position], *tokens[position + 1 : position + 5])
    words = {word for token in near for word in token.word.replace("-", " ").split()}
    return bool(words & vocabulary().milestones) or (figure.noun or "").lower() in vocabulary().milestones
