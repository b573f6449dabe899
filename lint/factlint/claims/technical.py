"""The technical data of vehicles: figures that the words or the unit at them name as battery, range, consumption …"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.labels import Endings, cell_labels, label_of
from factlint.claims.lines import Line
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.figures.units import UnknownUnitError, convert
from factlint.patterns import compiled

# 0-100 km/h, zero to 62 mph, 0 to 60, the sprint to 100 km/h, reaches 100 km/h, 4.3 seconds to 100 km/h
_SPRINT = compiled(
    r"(?i)(?:0|zero|nought)(?<![\w.,]\d)[ -]?(?:-|–|to|‑)[ -]?(?:100|60|62)(?![\d,.]\d|\d|%)(?:\s?(?:km/h|kph|mph|kmh))?"
    r"|(?i:\b(?:sprint|acceleration|accelerates|dash)s? (?:from (?:rest|standstill|zero) )?to (?:100 ?km/h|6[02] ?mph)\b)"
    r"|(?i:\b(?:reach(?:es|ed|ing)?|hits?|is at|gets to|got to|get to|(?<=seconds )to|(?<=secs )to|(?<=\d s )to) (?:100 ?km/h|6[02] ?mph)\b)"
)
_SPRINT_REACH = 70
"""Characters between a sprint and the time that it takes."""
_KINDS = frozenset({"measure", "count", "percent"})
_CLASSES = ("car", "heavy", "light", "extreme", "laden")


class Quantity(msgspec.Struct, frozen=True, eq=False):
    """An entry of data/limits.toml: how its figures are known, and what they can be."""

    name: str
    says: str
    unit: str
    units: frozenset[str]
    """Units that name the quantity alone."""
    labelled: frozenset[str]
    """Units that name it together with a label."""
    before: Endings
    behind: Endings
    cues: tuple[str, ...]
    """The last words of its labels: where none of them stands in a text, nothing is labelled so."""
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


@cache
def quantities() -> dict[str, Quantity]:
    """The quantities of data/limits.toml by name."""
    entries = {name: entry for name, entry in table("limits.toml").items() if name != "classes"}
    return {name: _quantity(name, entry) for name, entry in entries.items()}


def _quantity(name: str, entry: dict[str, object]) -> Quantity:
    def words(key: str) -> tuple[str, ...]:
        value = entry.get(key, ())
        return tuple(value) if isinstance(value, list) else ()

    before, behind = words("before"), words("behind")
    return Quantity(
        name=name,
        says=str(entry["says"]),
        unit=str(entry["unit"]),
        units=frozenset(words("units")),
        labelled=frozenset(words("quantity_units")),
        before=Endings.of(before),
        behind=Endings.of(behind),
        cues=tuple(sorted({phrase.split()[-1] for phrase in (*before, *behind)})),
        unless=frozenset(words("unless")),
        usual=_pair(entry["usual"]),
        bounds={name: _pair(entry[name]) for name in _CLASSES if name in entry},
    )


def _pair(value: object) -> tuple[Fraction, Fraction]:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError(f"limits.toml: {value!r} is no pair of bounds")
    return Fraction(str(value[0])), Fraction(str(value[1]))


def technical(bound: Bound) -> Iterator[Technical]:
    """Every figure whose quantity stands at it or follows from its unit, sentence by sentence."""
    text = bound.article.text
    candidates = _candidates_in(text)
    cells = cell_labels(bound)
    for line in bound.lines:
        timed = False
        for position, figure in line.figures():
            if figure.kind == "duration":
                timed = True
            entries = candidates.get(figure.unit or "")
            if entries and figure.value is not None and figure.kind in _KINDS:
                found = _technical(line, position, figure, entries, cells)
                if found is not None:
                    yield found
        sprint = _sprint_time(text, line) if timed else None
        if sprint is not None:
            yield sprint


def _technical(
    line: Line, position: int, figure: Figure, entries: tuple[Quantity, ...], cells: dict[int, str]
) -> Technical | None:
    """The first quantity that the unit of a figure, or its label, names."""
    label = None
    for quantity in entries:
        if figure.unit not in quantity.units:
            label = label or label_of(line, position, cells.get(figure.start, ""))
            if not (label.ends_with(quantity.before) or label.starts_with(quantity.behind)):
                continue
        value = in_unit(figure, quantity.unit)
        if value is not None:
            return Technical(figure, quantity, value, line)
    return None


@cache
def _candidates() -> dict[str, tuple[Quantity, ...]]:
    """The quantities by the units that their figures can have; "" for figures without one."""
    found: dict[str, list[Quantity]] = {}
    for quantity in quantities().values():
        units = quantity.units | quantity.labelled
        for unit in units or ({""} if quantity.cues else units):
            found.setdefault(unit, []).append(quantity)
    return {unit: tuple(entries) for unit, entries in found.items()}


def _candidates_in(text: str) -> dict[str, tuple[Quantity, ...]]:
    """The quantities by unit, without those whose labels do not occur in a text."""
    low = text.lower()
    present = {
        quantity.name
        for quantity in quantities().values()
        if quantity.units or any(cue in low for cue in quantity.cues)
    }
    return {
        unit: tuple(quantity for quantity in entries if quantity.name in present)
        for unit, entries in _candidates().items()
    }


def in_unit(figure: Figure, target: str) -> Fraction | None:
    """The printed value of a figure in another unit of its dimension; None where there is none."""
    if figure.value is None or (figure.unit or "") == target:
        return figure.value
    try:
        return convert(figure.value, figure.unit or "", target)
    except (UnknownUnitError, ZeroDivisionError):
        return None


def _sprint_time(text: str, line: Line) -> Technical | None:
    """The duration beside "0-100 km/h": behind it ("in 4.3 seconds"), else before it ("4.3 seconds from 0 to 100")."""
    durations = [figure for _, figure in line.figures() if figure.kind == "duration" and figure.value is not None]
    found = list(_SPRINT.finditer(text, line.sentence.start, line.sentence.end))
    if len(found) != 1:
        return None
    behind = [one for one in durations if 0 <= one.start - found[0].end() <= _SPRINT_REACH]
    before = [one for one in durations if 0 <= found[0].start() - one.end <= _SPRINT_REACH // 2]
    chosen = behind[0] if behind else before[-1] if before else None
    value = in_unit(chosen, "s") if chosen is not None and not chosen.ends else None
    if chosen is None or value is None:
        return None
    return Technical(chosen, quantities()["sprint"], value, line)
