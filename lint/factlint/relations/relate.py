"""All relations of an article: each kind is found by a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factlint.claims.bind import Bound
from factlint.relations import (
    anniversary,
    bounds,
    breakdown,
    cadence,
    change_columns,
    chronicle,
    clock_span,
    column_sums,
    column_total,
    compared_periods,
    comparison,
    compound,
    conversion,
    converted_columns,
    cumulative,
    currency_slip,
    deposits,
    difference,
    enumeration,
    exchange,
    growth,
    headlined,
    instalments,
    mean,
    movement,
    multiple,
    on_record,
    part_of,
    per_unit,
    physics,
    pointed_count,
    ranked_rows,
    ranking,
    rate_change,
    remembered,
    restated_cells,
    restatement,
    row_difference,
    same_process,
    share,
    spread,
    standing,
    superlatives,
    tabulated,
    tense,
    than,
    to_for_by,
    unit_slip,
    weekday,
    whole_world,
    within,
)
from factlint.relations.relation import Relation
from factlint.relations.told_of_others import added_up, told_of_others

Finder = Callable[[Bound], Iterable[Relation]]

FINDERS: tuple[Finder, ...] = (
    bounds.find,
    breakdown.find,
    cadence.find,
    comparison.find,
    standing.find,
    superlatives.find,
    ranked_rows.find,
    remembered.find,
    than.find,
    ranking.find,
    cumulative.find,
    currency_slip.find,
    difference.find,
    deposits.find,
    enumeration.find,
    part_of.find,
    within.find,
    growth.find,
    headlined.find,
    instalments.find,
    mean.find,
    movement.find,
    on_record.find,
    multiple.find,
    per_unit.find,
    rate_change.find,
    pointed_count.find,
    restatement.find,
    restated_cells.find,
    share.find,
    spread.find,
    physics.find,
    tabulated.find,
    tense.find,
    to_for_by.find,
    column_sums.find,
    change_columns.find,
    unit_slip.find,
    column_total.find,
    compound.find,
    conversion.find,
    exchange.find,
    weekday.find,
    whole_world.find,
    chronicle.find,
    row_difference.find,
    anniversary.find,
    clock_span.find,
    same_process.find,
    compared_periods.find,
    converted_columns.find,
)


def relate(bound: Bound) -> tuple[Relation, ...]:
    """What the text says must hold, in the order of the text."""
    told = [relation for finder in FINDERS for relation in finder(bound) if not told_of_others(bound, relation)]
    found = list(added_up(told))
    found += unit_slip.mistaken_units(bound, found)
    found.sort(key=lambda relation: relation.figures[0].start if relation.figures else 0)
    return tuple(found)
