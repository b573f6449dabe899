"""SUM001."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import percent
from factlint.relations.column_total import ColumnTotal
from factlint.relations.total import Shares, Total

from factlint_rules.sums import added, misses


class PartsMissTotal(Rule):
    """A breakdown that claims to be complete does not add up to its total.

    What it does: adds up the parts wherever the words say that nothing is left out ("the other", "the remaining", "a total
    of", "divided between", "they add up to", the total row of a table) and holds the sum against the whole.

    Why it matters: one wrong part changes the picture of the whole, and readers who add notice it first.

    How it decides: every part and the whole may be rounded as far as their digits allow. When the whole, all parts and
    the words that complete them stand in one sentence, it is an error; a whole from a sentence before makes it a warning.
    Shares that leave nothing out must make 100.

    What it leaves alone: parts behind "including", "of which" or "such as", lists that do not say that they are complete,
    answers to a poll, the power of two motors, totals since the beginning, targets.
    """

    code = "SUM001"
    severity = Severity.ERROR
    judges = (Total, Shares, ColumnTotal)
    wording = "{formula}, not {stated}."
    valid = [
        "The maker sold 84,310 cars in May. 61,200 were registered in China, including 18,400 in Guangdong and 9,750 in "
        "Zhejiang. The other 23,110 were exported.",
        "Of the 280 stations, 172 are along expressways, and the remaining 108 are in cities.",
        "It has 612 workshops in China: 288 of its own, 301 run by partners, and 23 that come to the customer's house.",
        "Trucks, vans and crossovers held 80 percent and passenger cars the remaining 20 percent.",
        "Brazil took 7,940 cars, Russia 5,210 and Mexico 3,120; 41 further countries shared what was left of the 23,110.",
        "The two motors deliver 150 kW and 250 kW, together 380 kW.",
        "It sold 3,100 cars in May and 2,900 in June, bringing the total since the launch to 21,000.",
        "Capacity is 280,000 vehicles, divided between 200,000 of the Deepal brand and 80,000 of Avatr.",
        "Chery sold 641,300 cars and Jetour 232,700. The group sold 1,026,540.",
        "In the showrooms, 1,240 cars made at home and 80 imported were sold, 1,320 altogether.",
        Case(
            "| Reason | Share of answers |\n|---|---|\n| Price | 71% |\n| Looks | 55% |\n| Assistant | 39% |\n",
            format="markdown",
        ),
        "In the poll, 71 percent mentioned the price, 55 percent the looks and 39 percent the assistant.",
    ]
    invalid = [
        Case(
            "Of the «280» stations, 192 are along expressways, and the remaining 108 are in cities.",
            says="300",
            severity=Severity.ERROR,
        ),
        Case(
            "Vehicles were fitted with «42.83 GWh» of batteries. Lithium iron phosphate contributed 31.66 GWh. Ternary cells "
            "came to 13.11 GWh, and the remaining 0.06 GWh were of other types.",
            says="44.83 GWh",
        ),
        Case("The plant built 45,300 passenger cars and 12,400 commercial vehicles, for a total of «58,700» vehicles."),
        Case("Capacity is «280,000» vehicles a year, divided between 220,000 of the Deepal brand and 80,000 of Avatr."),
        Case(
            "Ports handled «298,000» vehicles in the quarter. Brunswick had 118,400. Baltimore came next with 96,300. "
            "Jacksonville had 47,900 and all the other ports 26,400.",
            says="289,000",
        ),
        Case(
            "| Maker | Units |\n|---|---|\n| BYD | 382,476 |\n| Geely | 165,201 |\n| Tesla | 71,525 |\n\n"
            "The three together sold «629,202» units.\n",
            says="619,202",
            format="markdown",
        ),
        Case(
            "| Cost item | Share of cost |\n|---|---|\n| Dispensers | 48% |\n| Grid | 22% |\n| Civil works | 29% |\n"
            "| Permits and other | «11%» |\n",
            says="110.0%",
            format="markdown",
        ),
        Case("Crossovers held 80 percent of the market and passenger cars the remaining «30 percent».", says="110"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every whole that its parts miss, and every set of shares that misses 100."""
        yield from misses(self, article.relations(Total))
        yield from misses(self, article.relations(ColumnTotal))
        for shares in article.relations(Shares):
            verdict, exact = shares.verdict(), shares.exact()
            if verdict <= Verdict.LOOSE or exact is None:
                continue
            yield self.finding(
                shares.parts[-1],
                because=shares.parts[:-1],
                expected="100%",
                formula=f"{added(shares.parts)} make {percent(exact)}",
                severity=self.graded(shares, verdict is Verdict.BROKEN),
                wording="{formula}, not 100%.",
            )
