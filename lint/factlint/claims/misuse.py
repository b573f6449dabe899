"""Figures in a unit that cannot measure what is said of them: a battery in kW, a motor in kWh."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.labels import Endings, Label, cell_labels, label_of, near, sentence_of
from factlint.claims.lines import Line
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.patterns import compiled

# 15 kW per 100 km, 15 kW/100km, 15 kW on 100 km
_DISTANCE = compiled(
    r"\s*(?:/|per|for every|every|(?:for|on|over)(?=\s*(?:100|a hundred)))\s*(?:100|(?:a )?hundred)?\s*(?:km|kilomet|mile)(?!\w*/h)"
)
_PER = compiled(r"\s*(?:/|per\b)\s*")
# feed 300 MWh into the grid | for four hours
_HELD = compiled(r"[\w ]{0,30}?\bfor (?:about |up to |around |some |at least |nearly |more than |over )?$")
_BRACKET = compiled(r"\s*[(/]\s*")
_PRONOUN = compiled(r"\b(?:it|that|this|they|the figure|the total|alone)\b")
_LISTED = compiled(r"\s*(?:,|and|or|, and|, or|&|/)\s*")
_FEWEST = 3
"""Figures that make a list: of two, either may be the other thing."""
_BEFORE = 60
_REACH = 48


class Misuse(msgspec.Struct, frozen=True, eq=False):
    """An entry of data/misuse.toml: what a figure is said of, and the unit that it should have."""

    says: str
    right: str
    wrong: tuple[str, ...]
    before: Endings
    behind: Endings
    unless: re.Pattern[str] | None
    only: tuple[str, ...]
    anywhere: tuple[str, ...]
    never_after: tuple[str, ...]
    never_before: tuple[str, ...]
    held: re.Pattern[str] | None
    beside: frozenset[str]
    at_most: int | None
    wide: bool
    distance: bool
    story: bool


class Misused(msgspec.Struct, frozen=True, eq=False):
    """A figure that stands in the wrong unit."""

    figure: Figure
    misuse: Misuse


@cache
def misuses() -> Mapping[str, tuple[Misuse, ...]]:
    """The misuses by the units that they are printed in."""
    found: dict[str, list[Misuse]] = {}
    for entry in table("misuse.toml").values():
        unless, held = ("|".join(map(re.escape, entry.get(key, ()))) for key in ("unless", "held"))
        misuse = Misuse(
            says=entry["says"],
            right=entry["right"],
            wrong=tuple(entry["wrong"]),
            before=Endings.of(entry["before"]),
            behind=Endings.of(entry.get("behind", ())),
            unless=compiled(rf"(?<![a-z])(?:{unless})") if unless else None,
            only=tuple(entry.get("only", ())),
            anywhere=tuple(entry.get("anywhere", ())),
            never_after=tuple(f" {word}" for word in entry.get("never_after", ())),
            never_before=tuple(entry.get("never_before", ())),
            held=compiled(rf"\b(?:{held})\b") if held else None,
            beside=frozenset(entry.get("beside", ())),
            at_most=entry.get("at_most"),
            wide="wide" in entry,
            distance="distance" in entry,
            story="story" in entry,
        )
        for unit in misuse.wrong:
            found.setdefault(unit, []).append(misuse)
    return {unit: tuple(entries) for unit, entries in found.items()}


def misused(bound: Bound) -> Iterator[Misused]:
    """Every figure whose unit cannot measure what the words at it name, in the order of the text."""
    suspects = misuses()
    cells: dict[int, str] | None = None
    before: Line | None = None
    for line in bound.lines:
        for position, figure in line.figures():
            entries = suspects.get(figure.unit or "")
            if entries and figure.kind == "measure" and figure.value is not None:
                cells = cell_labels(bound) if cells is None else cells
                label = label_of(line, position, cells.get(figure.start, ""))
                for misuse in entries:
                    if _applies(bound, line, position, figure, label, misuse, before):
                        yield Misused(figure, misuse)
                        break
        before = line


def _applies(
    bound: Bound, line: Line, position: int, figure: Figure, label: Label, misuse: Misuse, before: Line | None
) -> bool:
    text = bound.article.text
    if figure.value is None or (misuse.at_most is not None and figure.value > misuse.at_most):
        return False
    if _beside(text, line, position, misuse) or _held(text, line, position, misuse):
        return True
    if _odd_one(text, line, position, misuse):
        return True
    whole = sentence_of(line, text)
    by_distance = misuse.distance and _DISTANCE.match(text, figure.end) is not None
    if not by_distance:
        named = label.ends_with(misuse.before) or label.starts_with(misuse.behind)
        named = named or any(phrase in whole for phrase in misuse.anywhere)
        if not named and before is not None and _goes_on(text, line, figure, before, misuse):
            named, whole = True, f"{sentence_of(before, text)} {whole}"
        if not named or (_PER.match(text, figure.end) and misuse.right != "Wh/kg"):
            return False
        if label.before.endswith(misuse.never_after) or label.behind.split(" ")[0] in misuse.never_before:
            return False
    if misuse.unless and misuse.unless.search(
        whole if misuse.wide else near(line, position, text, clause=label.ends_with(misuse.before))
    ):
        return False
    return not misuse.only or any(word in whole for word in misuse.only) or _told_above(bound, line, misuse)


def _told_above(bound: Bound, line: Line, misuse: Misuse) -> bool:
    """Whether the headline of a story says what the figure is of: ``Company to build battery plant``."""
    if not misuse.story:
        return False
    story = bound.article.stories[line.sentence.story]
    if story.headline is None:
        return False
    head = bound.article.blocks[story.headline]
    told = bound.article.text[head.start : head.end].lower()
    return any(phrase in told for phrase in misuse.anywhere)


def _odd_one(text: str, line: Line, position: int, misuse: Misuse) -> bool:
    """``4 GWh, 6 GWh and 9 GW``: the only one of a list of three or more that has another unit."""
    figures = line.figures()
    own = line.tokens[position].figure
    run: list[Figure] = []
    for _, figure in figures:
        if run and not _LISTED.fullmatch(text, run[-1].end, figure.start):
            if own in run:
                break
            run = []
        run.append(figure)
    return own in run and len(run) >= _FEWEST and all(one.unit == misuse.right for one in run if one is not own)


def _beside(text: str, line: Line, position: int, misuse: Misuse) -> bool:
    """``150 kWh (204 hp)``: the figure in brackets says what is measured."""
    following = line.tokens[position + 1 : position + 4]
    figure = line.tokens[position].figure
    other = next((token.figure for token in following if token.figure is not None), None)
    if figure is None or other is None or other.unit not in misuse.beside:
        return False
    return _BRACKET.fullmatch(text, figure.end, other.start) is not None


def _held(text: str, line: Line, position: int, misuse: Misuse) -> bool:
    """``charged with 400 kWh for 45 minutes``: what is held for a time is a rate."""
    figure = line.tokens[position].figure
    if misuse.held is None or figure is None:
        return False
    time = next((one for at, one in line.figures() if at > position), None)
    if (
        time is None
        or time.kind != "duration"
        or time.unit not in ("h", "min", "hour")
        or time.start - figure.end > _REACH
    ):
        return False
    if not any(_HELD.fullmatch(text, figure.end, end) for end in (time.start, max(figure.end, time.phrase_start))):
        return False
    start = max(line.sentence.start, figure.start - _BEFORE)
    return misuse.held.search(text[start : figure.start].lower()) is not None


def _goes_on(text: str, line: Line, figure: Figure, before: Line, misuse: Misuse) -> bool:
    """``In August alone it was 98 GW``, behind a sentence that gives the same in the right unit."""
    if before.sentence.story != line.sentence.story or line.sentence.index - before.sentence.index > 1:
        return False
    if not _PRONOUN.search(text[line.sentence.start : figure.start].lower()):
        return False
    return bool(misuse.anywhere) and any(one.unit == misuse.right for _, one in before.figures())
