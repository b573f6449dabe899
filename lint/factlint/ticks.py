"""Which figures of an article its own arithmetic bears out, and which it contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factlint.figures.figure import Figure
from factlint.finding import Finding, Severity
from factlint.reading import Reading
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.tick import Tick, codes_at


def confirming(relation: Relation) -> bool:
    """Whether a relation bears its figures out: something was computed that the text states, and it holds.

    A relation that is only possible proves nothing by holding: another pair of figures may do so by chance.
    """
    if not relation.confirms or relation.certainty is Certainty.WEAK:
        return False
    return relation.verdict() in (Verdict.HOLDS, Verdict.LOOSE)


def ticks(
    reading: Reading, findings: Iterable[Finding], confirmed: Iterable[tuple[str, Relation]], silent: frozenset[str]
) -> tuple[Tick, ...]:
    """One tick for each figure, in order.

    ``confirmed`` are the relations that hold with the code of the rule that judges them; ``silent`` the codes
    whose findings speak of the form of the text and contradict no figure.
    """
    against = codes_at(
        reading.figures,
        (
            (finding.code, place)
            for finding in findings
            if finding.severity is not Severity.SUGGESTION and finding.code not in silent
            for place in (finding.place, *finding.because)
        ),
    )
    borne_out = ((code, figure) for code, relation in confirmed for figure in relation.figures)
    in_favour = codes_at(reading.figures, borne_out)
    return tuple(_tick(index, figure, against, in_favour) for index, figure in enumerate(reading.figures))


def _tick(index: int, figure: Figure, against: Mapping[int, set[str]], in_favour: Mapping[int, set[str]]) -> Tick:
    place = (figure.start, figure.end, figure.quote, figure.kind)
    favour = tuple(sorted(in_favour.get(index, ())))
    if index in against:
        return Tick(*place, "contradicted", tuple(sorted(against[index])), favour)
    return Tick(*place, "confirmed", favour) if favour else Tick(*place, "unchecked")
