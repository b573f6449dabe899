"""The technical data of vehicles: figures that the words or the unit at them name as battery, range, consumption …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.labels import cell_labels, label_of
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.tables import table
from factlint.figures.units import UnknownUnitError, convert

# 0-100 km/h, zero to 62 mph, 0 to 60
_SPRINT = re.compile(
    r"(?i)(?<![\w.,])(?:0|zero|nought)[ -]?(?:-|–|to|‑)[ -]?(?:100|60|62)(?![\d,.]\d|\d|%)(?:\s?(?:km/h|kph|mph|kmh))?"
)
_CHARGE = re.compile(r"(?i)charg|top(?:ped|s)? up|replenish|\bSoC\b|\bfull\b|fill|\b\d+C\b|juice")
_SPRINT_REACH = 70
_WINDOW_REACH = 60


class Quantity(msgspec.Struct, frozen=True, eq=False):
    """An entry of data/limits.toml: how its figures are known, and what they can be."""

    name: str
    says: str
    unit: str
    units: frozenset[str]
    """Units that name the quantity alone."""
    labelled: frozenset[str]
    """Units that name it together with a label."""
    before: tuple[str, ...]
    behind: tuple[str, ...]
    unless: frozenset[str]
    usual: tuple[Fraction, Fraction]
    bounds: dict[str, tuple[Fraction, Fraction]]
    """By class of vehicle: the least and the greatest value."""


class Technical(msgspec.Struct, frozen=True, eq=False):
    """A figure that gives a quantity; ``value`` is in the quantity's unit."""

    figure: Figure
    quantity: Quantity
    value: Fraction
    line: Line


class Charge(msgspec.Struct, frozen=True, eq=False):
    """A time in which a battery is charged by ``least`` to ``most`` percent of its capacity."""

    time: Figure
    window: Figure
    least: Fraction
    most: Fraction
    line: Line


@cache
def quantities() -> dict[str, Quantity]:
    """The quantities of data/limits.toml by name."""
    entries = {name: entry for name, entry in table("limits.toml").items() if name != "classes"}
    return {name: _quantity(name, entry) for name, entry in entries.items()}


def _quantity(name: str, entry: dict[str, object]) -> Quantity:
    pairs = {key: _pair(value) for key, value in entry.items() if key in ("car", "heavy", "light", "extreme", "usual")}
    usual = pairs.pop("usual")

    def words(key: str) -> tuple[str, ...]:
        value = entry.get(key, ())
        return tuple(value) if isinstance(value, list) else ()

    return Quantity(
        name, str(entry["says"]), str(entry["unit"]), frozenset(words("units")), frozenset(words("quantity_units")),
        words("before"), words("behind"), frozenset(words("unless")), usual, pairs,
    )  # fmt: skip


def _pair(value: object) -> tuple[Fraction, Fraction]:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError(f"limits.toml: {value!r} is no pair of bounds")
    return Fraction(str(value[0])), Fraction(str(value[1]))


def technical(bound: Bound) -> Iterator[Technical]:
    """Every figure whose quantity stands at it or follows from its unit, in the order of the text."""
    cells = cell_labels(bound)
    text = bound.article.text
    for line in bound.lines:
        sprint = _sprint_time(text, line)
        if sprint is not None:
            yield sprint
        for position, figure in line.figures():
            if figure.value is None or figure.ends or figure.kind not in ("measure", "count", "percent"):
                continue
            for quantity in _candidates().get(figure.unit or "", ()):
                if figure.unit not in quantity.units:
                    label = label_of(line, position, cells.get(figure.start, ""))
                    if not label.names(quantity.before, quantity.behind):
                        continue
                value = _in_unit(figure.value, figure.unit, quantity.unit)
                if value is not None:
                    yield Technical(figure, quantity, value, line)
                    break


@cache
def _candidates() -> dict[str, tuple[Quantity, ...]]:
    found: dict[str, list[Quantity]] = {}
    for quantity in quantities().values():
        for unit in quantity.units | quantity.labelled or ({""} if quantity.before else frozenset()):
            found.setdefault(unit, []).append(quantity)
    return {unit: tuple(entries) for unit, entries in found.items()}


def _in_unit(value: Fraction, source: str | None, target: str) -> Fraction | None:
    if (source or "") == target:
        return value
    try:
        return convert(value, source or "", target)
    except (UnknownUnitError, ZeroDivisionError):
        return None


def _sprint_time(text: str, line: Line) -> Technical | None:
    """The duration beside "0-100 km/h": behind it ("in 4.3 seconds"), else before it ("4.3 seconds from 0 to 100")."""
    start, end = line.sentence.start, line.sentence.end
    found = list(_SPRINT.finditer(text, start, end))
    if len(found) != 1:
        return None
    durations = [figure for _, figure in line.figures() if figure.kind == "duration" and figure.value is not None]
    behind = [one for one in durations if 0 <= one.start - found[0].end() <= _SPRINT_REACH]
    before = [one for one in durations if 0 <= found[0].start() - one.end <= _SPRINT_REACH // 2]
    chosen = behind[0] if behind else before[-1] if before else None
    if chosen is None or chosen.value is None or chosen.unit is None or chosen.ends:
        return None
    value = _in_unit(chosen.value, chosen.unit, "s")
    return Technical(chosen, quantities()["sprint"], value, line) if value is not None else None


def charges(bound: Bound) -> Iterator[Charge]:
    """Every charging time with the part of the capacity that it fills."""
    text = bound.article.text
    for line in bound.lines:
        figures = [figure for _, figure in line.figures()]
        if not any(one.kind == "duration" and one.unit in ("min", "s", "h") for one in figures):
            continue
        if not _CHARGE.search(text, line.sentence.start, line.sentence.end):
            continue
        for at, window in enumerate(figures):
            if window.kind == "percent" and window.unit == "%":
                charge = _charge(text, line, figures, at)
                if charge is not None:
                    yield charge


def _charge(text: str, line: Line, figures: list[Figure], at: int) -> Charge | None:
    window = figures[at]
    low, high = (window.ends[0].value, window.ends[-1].value) if window.ends else (None, window.value)
    if high is None or not 50 <= high <= 100:
        return None
    for other in (at + 1, at - 1):
        if not 0 <= other < len(figures):
            continue
        time = figures[other]
        if time.kind != "duration" or time.unit not in ("min", "s", "h") or time.value is None:
            continue
        gap = text[min(window.end, time.end) : max(window.start, time.start)]
        if len(gap) > _WINDOW_REACH or ";" in gap or not _joins(gap, time.start > window.start):
            continue
        if low is None and re.search(
            r"\b(?:empty|flat|zero|nothing)\b", text[max(line.sentence.start, window.start - 20) : window.start]
        ):
            low = Fraction(0)
        least = high - low if low is not None else min(high, Fraction(100)) - 30
        return Charge(time, window, least, high - (low or 0), line)
    return None


def _joins(gap: str, time_behind: bool) -> bool:
    """Whether the words between say that the time is that of the charge."""
    if time_behind:
        return (
            re.search(r"\b(?:in|takes?|within|needs?|taking|requires?|:|under|just|lasts?|needing)\b|\(|^\s*$", gap)
            is not None
        )
    return re.search(r"\b(?:for|to|from|from empty to|fills?)\b|^\s*\(?$|\(", gap) is not None
