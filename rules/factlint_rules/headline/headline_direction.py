"""HED004."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.phrasing import listed
from factlint.relations.headline_direction import HeadlineDirection as Direction


class HeadlineDirection(Rule):
    """The headline says up where the story's figures go down, or the reverse.

    What it does: takes the verb of a headline ("narrows", "slip", "shrinks") and what it is said of, and compares it
    with the changes that the story gives for the same thing.

    Why it matters: a wrong verb turns the news around, and no figure in the headline shows it.

    How it decides: the story must have at least one change of the headline's measure and subject that goes the other
    way, and none that goes the headline's way. A change is a percentage with its direction, or a level beside its
    base; of an outlook also the verb that revises it, or what was expected before. It is an error when subject and measure are named in both, and a warning otherwise.

    What it leaves alone: stories with changes both ways (up on the year, down on the month), declines that slow and
    growth that ends, forecasts of analysts, what a maker slips into, and questions.
    """

    code = "HED004"
    severity = Severity.ERROR
    judges = ()
    wording = "The headline says {stated}, but in the story it goes {expected} ({formula})."
    valid = [
        Case(
            "Net loss was 0.94 billion yuan, compared with 1.12 billion yuan a year earlier, Li Auto said.",
            headline="Li Auto narrows quarterly loss as i6 ramps up",
        ),
        Case(
            "Li Auto delivered 41,210 cars in May, up 6.4 percent from 38,730 a year ago. Compared with the 43,900 of "
            "April, deliveries were down 6.1 percent.",
            headline="Li Auto's deliveries fall in May",
        ),
        Case(
            "Honda sold 61,000 cars in China, 22 percent fewer than a year before. In the first half, sales had fallen "
            "by 31 percent.",
            headline="Decline of Honda's China sales slows",
        ),
        Case(
            "Subaru sold 49,318 cars in the US, 5.9% more than the 46,576 of last February. Its European sales fell.",
            headline="Subaru's US sales rise as Europe's fall",
        ),
        Case(
            "Aurelia Motors had an operating loss of 40 million euros, after an operating profit of 15 million euros.",
            headline="Aurelia Motors slips into operating loss",
        ),
        Case(
            "Hanno Trucks raised its outlook on Tuesday. It now expects sales of 9.1 billion euros, previously 8.8 billion.",
            headline="Hanno Trucks raises outlook as analysts cut theirs",
        ),
        Case(
            "The venture sold 18,310 cars in May, 4 percent fewer than a year ago. Exports rose by 8 percent.",
            headline="Exports rise at Yueda Kia this fall",
        ),
    ]
    invalid = [
        Case(
            "Net loss was 1.12 billion yuan, compared with 0.94 billion yuan in the final quarter of 2025, Li Auto said.",
            headline="Li Auto «narrows» quarterly loss as i6 ramps up",
            says="1.12 billion yuan",
        ),
        Case(
            "Subaru posted 49,318 sales, 5.9% more than the 46,576 of last February.",
            headline="Subaru's US sales «slip» in February; Hyundai, Honda and Mazda power ahead",
            says="up",
            severity=Severity.ERROR,
        ),
        Case(
            "186,300 new cars were registered in June. In the same month of last year there had been 178,800, which makes "
            "an increase of 4.2%.",
            headline="New car market «shrinks» in June",
            says="4.2%",
        ),
        Case(
            "Net profit was 214 million yuan, after 268 million yuan in the same quarter of last year, Yueda Kia said.",
            headline="Yueda Kia's quarterly profit «grows» on exports",
        ),
        Case(
            "Hanno Trucks expects sales of 9.1 billion euros this year, having previously forecast 8.8 billion euros.",
            headline="Hanno Trucks «trims» its outlook",
            says="up",
        ),
        Case(
            "Hanno Trucks lowered its guidance for the year on Tuesday, because orders from the United States stay away.",
            headline="Hanno Trucks «lifts» guidance",
            says="lowered",
        ),
        Case(
            "American Oberon delivered 137,656 vehicles, compared with 129,210 last April. Honda sold 141,200 vehicles in "
            "April, after 120,300 in April of last year.",
            headline="April sales: Honda «down»",
            says="up",
        ),
        Case(
            "Revenue at the supplier Optara fell by 8.5% to 412.6 million euros from 450.9 million euros.",
            headline="Optara's revenue «climbs» despite weak market",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report headline verbs that every change of the story contradicts."""
        for relation in article.relations(Direction):
            told = (relation.told,) if relation.told else ()
            figures = listed([one.quote for one in (*relation.figures, *told)])
            yield self.finding(
                relation.verb,
                because=(*relation.figures, *told),
                stated=f"“{relation.verb.quote}”",
                expected="down" if relation.direction > 0 else "up",
                formula=figures,
                severity=self.graded(relation),
            )
