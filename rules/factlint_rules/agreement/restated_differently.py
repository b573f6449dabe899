"""AGR001."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.restatement import Restatement

_BELOW = "{stated} here, but {expected} further down."


class RestatedDifferently(Rule):
    """One thing is given twice, with two values.

    What it does: compares figures of one article that state the same measure of the same subject.

    Why it matters: one of the two is wrong, and every reader who reaches the second one sees it.

    How it decides: a figure behind "the" ("the $4.4 billion plan") must have been given before, when one that is a slip of
    the keyboard away was. Else both figures must stand right beside the words of the measure ("a vehicle margin of"), be of one
    story, subject, unit, scope and period, and share no value when rounding is allowed for. Counts and specifications
    must moreover be one slip of the keyboard apart, and be the only two of their kind in the story. It is a warning.

    A figure of the text is also held against the cell of a table, or the line of a price list, that its sentence names
    by the words of the row (or, where the columns are the subjects, of the column): when it is a slip away from that cell,
    or is that of another row.

    What it leaves alone: versions and trims, test cycles, targets, forecasts and what analysts expect, revised and
    preliminary figures, figures of another period, quotations, "respectively", and parts of a whole.
    """

    code = "AGR001"
    severity = Severity.WARNING
    judges = (Restatement,)
    wording = "{stated} here, but {expected} before."
    valid = [
        Case(
            "- EV3: 35,990 euros\n- EV4: 37,590 euros\n- EV5: 45,990 euros\n\nIn France, the EV4 costs 37,990 euros. The EV5 "
            "starts at 45,990 euros, and in our test the EV3 with all its options came to 39,590 euros.",
            format="markdown",
        ),
        Case(
            "Nio reported a vehicle margin of 10.2% in the first quarter. In the second quarter the vehicle margin was "
            "10.3%. Revenue rose by half.",
            date="2025-09-02",
        ),
        "The standard version has a battery of 66 kWh. With the battery of 76 kWh, the long-range version goes further.",
        "The gross margin was 18.2%. Analysts had expected a gross margin of 17.5%. Shares rose after the report.",
        "Revenue was 24.7 billion yuan. A year earlier, revenue of 25.9 billion yuan had been reported by the maker.",
        "BYD has 900,000 employees. Geely, its rival, has 60,000 employees in China. Chery has 80,000 employees.",
        "The Kia EV4 has a battery of 58.3 kWh. The Kia EV5 has a battery of 88.1 kWh. Both are built for Europe.",
        "GM will invest $4.1 billion. The $4.4 billion plan of Ford is older, and 4.1 billion is no small sum.",
        "It has 1,240 robots in the first hall. In the second hall, 1,420 robots are at work on the batteries.",
        "The group had an operating margin of 8.1% in 2024. The truck division had an operating margin of 8.9% in 2024.",
        "Cash came to 45.36 billion yuan. At the end, cash of 45.4 billion yuan was left, as the report also says.",
    ]
    invalid = [
        Case(
            "Galaxy sold «162,892» cars in the month.\n\n| Brand | October |\n|---|---|\n| Galaxy | 126,892 |\n"
            "| Zeekr | 21,423 |\n| Lynk & Co | 40,086 |",
            says="126,892 further down",
            format="markdown",
        ),
        Case(
            "- EV3: 35,990 euros\n- EV4: 37,590 euros\n- EV5: 45,990 euros\n\nThe EV4 starts at «35,790 euros».",
            says="37,590 euros before",
            format="markdown",
        ),
        Case(
            "General Motors will invest $4.1 billion in plants in Michigan. Analysts said that the «$4.4 billion» plan would "
            "lower its bill for tariffs.",
            says="$4.1 billion",
        ),
        Case(
            "The van has 370 Nm of torque and a gearbox with eight gears. On the motorway, the «350 Nm» of torque are enough.",
            says="370 Nm",
        ),
        Case(
            "Chery ordered 1,240 robots from Kuka in spring. With «1,420» robots in its body shop, it can do without welders.",
            says="1,240",
        ),
        Case(
            "- Revenue: 24.7 billion yuan\n- Vehicle margin: 15.5%\n\nLi Auto presented its figures for the first quarter "
            "of 2026. A vehicle margin of «16.5%» in the first quarter was proof of strength, the finance chief said.",
            says="15.5%",
            date="2026-05-28",
            format="markdown",
            headline="Li Auto reports",
        ),
        Case(
            "The supplier had 3.14 billion yuan to spend. Capital expenditure in 2023 amounted to 3.14 billion yuan. Cash "
            "flow came to 3.37 billion yuan, against capital expenditure of «3.41 billion yuan» last year.",
            says="3.14 billion yuan",
            date="2024-04-23",
        ),
        Case(
            "From June the IM LS6 has a battery with a capacity of 66 kWh, made by CATL. With its battery of «76 kWh», the "
            "LS6 covers 450 km before the engine starts.",
            says="66 kWh",
        ),
        Case(
            "Scania said on Friday that its operating margin stood at 13.5% in the third quarter. The maker put the "
            "operating margin of «12.5%» in the third quarter down to prices that have held.",
            date="2024-10-25",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report the later of two figures that give one thing differently."""
        for relation in article.relations(Restatement):
            if relation.verdict() is not Verdict.BROKEN:
                continue
            yield self.finding(
                relation.later,
                because=(relation.earlier,),
                expected=relation.earlier.quote,
                wording=self.wording if relation.earlier.start < relation.later.start else _BELOW,
                formula=f"{relation.earlier.quote} and {relation.later.quote} share no value",
                repair=f"It would be {relation.repair}" if relation.repair else "",
                severity=self.graded(relation),
            )
