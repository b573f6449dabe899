"""HED001."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.headline import HeadlineFigure


class HeadlineNumber(Rule):
    """The headline gives one number and the story another.

    What it does: looks every figure of a headline (or deck) up in its story, and reports it when the story gives
    another one for the same thing.

    Why it matters: the headline is what most readers take away, and it is often written last, by another hand.

    How it decides: the figure must stand nowhere in the story, in any unit, and follow from nothing in it; and the
    story must have a figure of the same measure, unit, subject, scope, period and status. It is an error when that
    figure is one slip of the keyboard away (digits swapped, dropped or changed, a scale word), else a warning.

    What it leaves alone: headlines that round or say "over" and "nearly", sums, differences, changes and shares of the
    story's figures, conversions, other periods and scopes, words without digits ("a quarter"), and counted lists.
    """

    code = "HED001"
    severity = Severity.ERROR
    judges = (HeadlineFigure,)
    wording = "The headline says {stated}, the story {expected}."
    valid = [
        Case(
            "Jetour delivered 240,310 cars in May, the brand said on Monday. Exports accounted for 98,200 of them, "
            "and the rest went to buyers in China, where its dealers now number more than a thousand.",
            headline="Jetour delivers over 240,000 cars in May",
        ),
        Case(
            "Revenue amounted to 24.68 billion yuan in the first quarter, the company said on Thursday. A year before "
            "it had been 25.9 billion. Vehicles brought in 23.4 billion, and services such as charging the remainder.",
            headline="Li Auto's quarterly revenue reaches 24.7 billion yuan",
        ),
        Case(
            "The plant in Rayong can build 100,000 vehicles a year, and a second line of the same size will follow, "
            "Changan said. In the first year the company wants to build 20,000 cars there for dealers in Asia.",
            headline="Changan to build 200,000 cars a year in Thailand",
        ),
        Case(
            "Skoda sold 24,310 cars in April and 26,840 in May, the maker said. For June it is looking at a level "
            "between the two, because the factory closes for two weeks so that a new press can be installed.",
            headline="Skoda sells 51,150 cars in two months",
        ),
        Case(
            "The pre-sale price of the B10 was 109,800 yuan. On Thursday evening Leapmotor announced that the car costs "
            "99,800 yuan in its simplest version, and that the orders so far had passed its own expectations.",
            headline="Leapmotor B10 costs 10,000 yuan less than in pre-sale",
        ),
        Case(
            "The new cell holds 350 Wh for each kilogram, the company told visitors. It reaches 80 percent in 12 minutes "
            "and is to be used in cars with a range of 620 miles. Samples go out to customers before the summer ends.",
            headline="New cell gives cars a range of 1,000 km",
        ),
        Case(
            "Deliveries of Nio's three brands came to 72,056 cars in the quarter. Of these, 47,132 were of the Nio brand, "
            "the company said on Tuesday. For the current quarter it expects 87,000 to 91,000 from all three together.",
            headline="Nio brand delivers 47,000 cars in quarter",
        ),
    ]
    invalid = [
        Case(
            "Revenue rose to 2.31 billion yuan from 1.48 billion yuan in 2023, the developer of chips said on Friday. "
            "Spending on research went up to 2.96 billion yuan and thus again exceeded what customers paid for chips.",
            headline="Horizon Robotics' annual revenue reaches «3.2 billion yuan»",
            says="2.31 billion yuan",
            severity=Severity.ERROR,
        ),
        Case(
            "The maker of heavy trucks reported an operating profit of 7.09 billion crowns, 14.2% better than the 6.21 "
            "billion of a year ago. Sales were flat. Bookings are still running below deliveries, Scania said.",
            headline="Scania's operating profit climbs to «7.9 billion crowns»",
            says="7.09 billion",
        ),
        Case(
            "The terminals loaded 280,300 vehicles for export from January to August, up from 178,500 a year before, "
            "the city said on Wednesday. Ships remain scarce, and the waiting time off the estuary is long.",
            headline="Shanghai's terminals load «820,000» vehicles for export in eight months",
            says="280,300",
        ),
        Case(
            "Jetour, a brand of Chery, delivered 25,340 cars in the month to May 25. Its boxy Traveller remained the "
            "favourite, and the brand is building a warehouse for parts in Dubai that is to open in the winter.",
            headline="Jetour delivers «52,000» cars in a month",
            says="25,340",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report the figures of headlines that the story gives otherwise."""
        for relation in article.relations(HeadlineFigure):
            if relation.rival is None or relation.verdict() <= Verdict.LOOSE:
                continue
            yield self.finding(
                relation.stated,
                because=(relation.rival,),
                expected=relation.rival.quote,
                formula=f"{relation.stated.quote} stands nowhere in the story, which has {relation.rival.quote}",
                repair=f"It would be {relation.repair}" if relation.repair else "",
                severity=self.graded(relation, relation.verdict() is Verdict.BROKEN),
            )
