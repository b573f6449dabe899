"""Whether one slip of the keyboard explains why figures do not fit: then they belong together, and one was mistyped.

Figures that context alone ties together and that no slip explains are as likely to be of two things as to be wrong:
the finding is a suggestion. In a sentence with further levels of the kind it is a warning, not an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec.structs import asdict, replace

from factlint.claims.bind import Bound
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS, alike, counts_few, has_value
from factlint.relations.difference import Difference
from factlint.relations.growth import Growth
from factlint.relations.mean import Mean
from factlint.relations.multiple import Multiple
from factlint.relations.nearby import printed, rounded
from factlint.relations.per_unit import PerUnit
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.restatement import Restatement
from factlint.relations.total import Total

_JUDGED = (Difference, Growth, Mean, Multiple, PerUnit)
_PAIRED = (Difference, Growth, Multiple)
_POWERS = (1, 2, 3)
_LONGEST = 9
_FEW = 2
_OPENING = 8
_SO = frozenset({"so", "thus", "hence", "therefore", "making", "meaning"})


def graded(bound: Bound, found: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, less certain where one does not hold and nothing explains why."""
    settled = {pair for one in found if (pair := _pair(one)) and one.verdict() <= Verdict.LOOSE}
    for relation in found:
        yield _graded(bound, relation, settled)


def _pair(relation: Relation) -> frozenset[int]:
    """Where the two levels stand that a change, a difference or a multiple lies between."""
    return frozenset(figure.start for figure in relation.figures[1:]) if isinstance(relation, _PAIRED) else frozenset()


def _graded(bound: Bound, relation: Relation, settled: set[frozenset[int]]) -> Relation:
    if relation.certainty is Certainty.WEAK or relation.verdict() <= Verdict.LOOSE:
        return relation
    if isinstance(relation, Restatement):
        explained = bool(relation.repair) or _explained(relation)
        return relation if explained else replace(relation, certainty=Certainty.WEAK)
    if isinstance(relation, Total):
        return replace(relation, certainty=Certainty.WEAK) if _of_other_parts(bound, relation) else relation
    if not isinstance(relation, _JUDGED):
        return relation
    claims = [bound.claim(figure) for figure in relation.figures]
    sentences = {claim.sentence for claim in claims if claim is not None}
    if len(sentences) > 1 and _pair(relation) in settled and not _long(relation.figures[0]):
        return replace(relation, certainty=Certainty.WEAK)
    if _explained(relation) or _tabled(bound, sentences) or _concludes(bound, relation):
        return relation
    if len(sentences) > 1 or relation.certainty is Certainty.STRONG:
        return replace(relation, certainty=Certainty.WEAK)
    return replace(relation, certainty=Certainty.STRONG) if _one_of_many(bound, relation, sentences) else relation


def _concludes(bound: Bound, relation: Relation) -> bool:
    """``That makes 420,000 euros per site``: the sentence says itself that it follows from what stands before."""
    claim = bound.claim(relation.figures[0])
    line = bound.line_of.get(claim.sentence) if claim is not None else None
    if line is None:
        return False
    at = next((at for at, token in enumerate(line.tokens) if token.figure is relation.figures[0]), len(line.tokens))
    if any(token.word in _SO for token in line.tokens[max(0, at - 4) : at]):
        return True
    return at < _OPENING and line.tokens[0].word in ("that", "this", "which")


def _long(figure: Figure) -> bool:
    return sum(map(str.isdigit, figure.quote.rstrip("0"))) > _FEW


def _of_other_parts(bound: Bound, total: Total) -> bool:
    """Whether the whole is hoped for and the parts are not, or it is what all the like figures beside the parts make."""
    whole, parts = bound.claim(total.whole), [bound.claim(part) for part in total.parts]
    if whole is None or any(part is None for part in parts):
        return False
    if {whole.status} != {part.status for part in parts if part is not None}:
        return True
    lines = [bound.line_of.get(index) for index in sorted({part.sentence for part in parts if part is not None})]
    beside = tuple(
        figure
        for line in lines
        if line is not None
        for _, figure in line.figures()
        if figure is not total.whole and has_value(figure) and not figure.is_range and alike(figure, total.whole)
    )
    if len(beside) <= len(total.parts):
        return False
    return replace(total, parts=beside, figures=(total.whole, *beside)).verdict() <= Verdict.LOOSE


def _tabled(bound: Bound, sentences: set[int]) -> bool:
    """Whether all figures stand in a table, whose rows and columns tie them."""
    lines = [bound.line_of.get(index) for index in sentences]
    return all(line is not None and line.block.cell is not None for line in lines)


def _one_of_many(bound: Bound, relation: Relation, sentences: set[int]) -> bool:
    """Whether the sentence prints other levels like those of the relation: it may be said of them."""
    tied = [figure for figure in relation.figures[1:] if figure.kind in LEVELS]
    return any(
        figure not in relation.figures and has_value(figure) and not counts_few(figure) and alike(figure, one)
        for index in sentences
        if (line := bound.line_of.get(index)) is not None
        for _, figure in line.figures()
        for one in tied
    )


def _explained(relation: Relation) -> bool:
    stated = relation.figures[0]
    if isinstance(relation, Difference) and sum(map(str.isdigit, stated.quote.lstrip("0.").rstrip("0"))) < _FEW:
        return False
    if stated.soft and not isinstance(relation, PerUnit | Multiple):
        return False
    return any(
        variant.verdict() is Verdict.HOLDS
        for figure in relation.figures
        for meant in _meant(figure)
        for variant in _with(relation, figure, meant)
    )


def _meant(figure: Figure) -> Iterator[Figure]:
    """The figure as it would be without one slip: a digit changed, dropped or doubled, two swapped, the scale shifted."""
    if figure.value is None or not figure.step or figure.interval is None or figure.is_range:
        return
    step = figure.step
    if step > 1 and figure.value.denominator == 1 and sum(map(str.isdigit, figure.quote)) == len(str(figure.value)):
        step = Fraction(1)
    whole = figure.value / step
    digits = str(abs(int(whole)))
    if whole.denominator != 1 or len(digits) > _LONGEST:
        return
    for text in dict.fromkeys(_slips(digits)):
        yield _moved(figure, int(text) * step)
    for power in _POWERS:
        yield _scaled(figure, Fraction(10) ** power)
        yield _scaled(figure, Fraction(1, 10**power))


def _slips(digits: str) -> Iterator[str]:
    kept = digits.rstrip("0") or digits
    for at in range(len(kept)):
        yield from (digits[:at] + other + digits[at + 1 :] for other in "0123456789" if other != digits[at])
        if digits[at : at + 2] != digits[at : at + 2][::-1]:
            yield digits[:at] + digits[at : at + 2][::-1] + digits[at + 2 :]
        yield digits[:at] + digits[at + 1 :] or "0"
        yield digits[:at] + digits[at] + digits[at:]


def _moved(figure: Figure, value: Fraction) -> Figure:
    by = value - (figure.value or 0)
    assert figure.interval is not None
    loose = figure.loose.shifted(by) if figure.loose is not None else None
    return replace(figure, value=value, interval=figure.interval.shifted(by), loose=loose)


def _scaled(figure: Figure, factor: Fraction) -> Figure:
    assert figure.interval is not None
    assert figure.value is not None
    assert figure.step is not None
    loose = figure.loose.scaled(factor) if figure.loose is not None else None
    interval = figure.interval.scaled(factor)
    return replace(figure, value=figure.value * factor, step=figure.step * factor, interval=interval, loose=loose)


def _with(relation: Relation, figure: Figure, meant: Figure) -> Iterator[Relation]:
    """The relation with a figure as it was meant."""
    if isinstance(relation, PerUnit) and figure is relation.counted:
        if figure.kind == "count":
            number, loose = printed(meant), rounded(meant)
            yield replace(relation, counted=meant, number=number, loose_number=loose)
        return
    changed: dict[str, object] = {}
    for name, value in asdict(relation).items():
        if value is figure:
            changed[name] = meant
        elif isinstance(value, tuple) and any(one is figure for one in value):
            changed[name] = tuple(meant if one is figure else one for one in value)
    yield replace(relation, **changed)
