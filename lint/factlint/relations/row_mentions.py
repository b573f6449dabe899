"""Which rows, or columns, of a table a sentence names: by the words of their labels, by name, or by facet."""

from __future__ import annotations

from collections import Counter
from typing import TypeVar

import msgspec

from factlint.article.article import Sentence
from factlint.claims.bind import Bound
from factlint.claims.lexicon import Lexicon, facets_of
from factlint.claims.subjects import SUBJECT_KINDS
from factlint.claims.tables import Entry, Table
from factlint.patterns import compiled
from factlint.relations.cues import cue

_WORD = compiled(r"[^\W_](?:[\w&'’.+/-]*[\w+])?")
_BRACKETS = compiled(r"\s*+[(\[][^)\]]*+[)\]]")
_JOINS = cue("label_joins")
_OTHERS = cue("of_another")
_PLURAL = 3

Key = TypeVar("Key")


class Mention(msgspec.Struct, frozen=True):
    """A stretch of a sentence that names a row; ``row`` is None where it may be one of several."""

    start: int
    end: int
    row: int | None


class Labels(msgspec.Struct, frozen=True, eq=False):
    """The labels of one side of a table, by what they may be recognised by."""

    words: dict[int, frozenset[str]]
    entities: dict[str, int]
    facets: dict[frozenset[str], int]
    vocabulary: frozenset[str]

    def named(self, bound: Bound, sentence: Sentence) -> list[Mention]:
        """The mentions of a sentence, in order."""
        found = self._by_words(bound, sentence)
        taken = [(mention.start, mention.end) for mention in found]
        line = bound.line_of.get(sentence.index)
        for token in line.tokens if line is not None else ():
            row = self.entities.get(token.name.entity) if token.name is not None else None
            if row is None and self.facets and token.tags:
                row = self.facets.get(frozenset(facets_of(token.tags)))
            if row is not None and not any(start < token.end and token.start < end for start, end in taken):
                found.append(Mention(token.start, token.end, row))
        return sorted(found, key=lambda mention: mention.start)

    def _by_words(self, bound: Bound, sentence: Sentence) -> list[Mention]:
        """Runs of words that a label has: ``the 702 Ultra`` for ``P7 702 Long Range Ultra``, where no other has both."""
        text, end = bound.article.text, sentence.end
        found: list[Mention] = []
        run: list[tuple[int, int, str]] = []
        for match in _WORD.finditer(text, sentence.start, end):
            word = plain(match.group())
            known = word in self.vocabulary
            gap = text[run[-1][1] : match.start()] if run else ""
            if run and (gap.strip() not in ("", "&", "-") or not (known or word in _JOINS)):
                found += self._runs(text, run)
                run = []
            if known or (run and word in _JOINS):
                run.append((match.start(), match.end(), word))
        return found + self._runs(text, run)

    def _runs(self, text: str, run: list[tuple[int, int, str]]) -> list[Mention]:
        """The labels that a run of their words names: as many words as one label has, then the next."""
        found: list[Mention] = []
        at = 0
        while at < len(run):
            chosen: set[str] = set()
            rows = set(self.words)
            stop = at
            for step in range(at, len(run)):
                word = run[step][2]
                if word in _JOINS and word not in self.vocabulary:
                    continue
                left = {row for row in rows if word in self.words[row]}
                if not left:
                    break
                rows, stop = left, step + 1
                chosen.add(word)
            if stop == at:
                at += 1
                continue
            mention = self._chosen(text, run[at:stop], chosen, rows)
            if mention is not None and not (at and text[run[at][0]].islower()):
                found.append(mention)
            at = stop
        return found

    def _chosen(self, text: str, run: list[tuple[int, int, str]], chosen: set[str], rows: set[int]) -> Mention | None:
        start, end = run[0][0], run[-1][1]
        before = text[max(0, start - 24) : start].rsplit(None, 1)[-1:]
        if before and before[0].lower() in _OTHERS:
            return Mention(start, end, None)
        if not any(char.isalpha() for word in chosen for char in word):
            return None
        exact = [row for row in rows if self.words[row] == chosen]
        if len(exact) == 1:
            return Mention(start, end, exact[0])
        if len(rows) > 1:
            return Mention(start, end, None)
        word = text[run[0][0] : run[0][1]]
        telling = len(chosen) > 1 or word[0].isupper() or any(char.isdigit() for char in word)
        return Mention(start, end, next(iter(rows))) if telling else None


def plain(word: str) -> str:
    """A word as labels are compared: lower case, without possessive and plural."""
    lowered = word.lower().removesuffix("'s").removesuffix("’s")
    return lowered[:-1] if len(lowered) > _PLURAL and lowered.endswith("s") and not lowered.endswith("ss") else lowered


def row_labels(bound: Bound, table: Table) -> Labels:
    """The labels of the rows."""
    stubs = {}
    for row, entries in enumerate(table.rows):
        stub = next((entry for entry in entries if entry is not None and entry.figure is None), None)
        if stub is None and entries and entries[0] is not None and not entries[0].text[:1].isdigit():
            stub = entries[0]
        if stub is not None:
            stubs[row] = stub
    return _labels(bound, stubs)


def column_labels(bound: Bound, table: Table) -> Labels:
    """The headings of the columns that hold figures."""
    heads = {at: entry for at, entry in enumerate(table.header) if at and entry is not None and entry.text}
    return _labels(bound, heads)


def labels_of(words: dict[int, frozenset[str]]) -> Labels:
    """Labels that are recognised by their words alone."""
    return Labels(words, {}, {}, frozenset(word for own in words.values() for word in own))


def _labels(bound: Bound, stubs: dict[int, Entry]) -> Labels:
    texts = {at: _BRACKETS.sub("", entry.text) for at, entry in stubs.items()}
    words = {at: frozenset(plain(word) for word in _WORD.findall(text)) - _JOINS for at, text in texts.items()}
    words = {at: own for at, own in words.items() if own}
    entities: dict[int, str] = {}
    for name in bound.scanned.names:
        for at, entry in stubs.items():
            inside = entry.block.start <= name.start and name.end <= entry.block.end
            if inside and name.kind in SUBJECT_KINDS and len(name.quote) >= len(texts[at]) - 1:
                entities[at] = name.entity
    facets = {at: found for at, text in texts.items() if (found := _facets(text, bound.words))}
    return Labels(
        words,
        _once(entities),
        _once(facets),
        frozenset(word for own in words.values() for word in own),
    )


def _once(found: dict[int, Key]) -> dict[Key, int]:
    """Only what one label has alone."""
    counted = Counter(found.values())
    return {value: at for at, value in found.items() if counted[value] == 1}


def _facets(text: str, words: Lexicon) -> frozenset[str]:
    """The facets of a label that says nothing else: ``BEV``, ``Plug-in hybrids``."""
    lowered = [word.lower() for word in _WORD.findall(text)]
    found: set[str] = set()
    at = 0
    while at < len(lowered):
        length, tags = words.longest(lowered, at)
        facets = facets_of(tags)
        if not facets and "vehicle_noun" not in tags:
            return frozenset()
        found.update(facets)
        at += length
    return frozenset(found)
