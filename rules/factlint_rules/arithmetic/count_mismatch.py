"""SUM006."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Place, Reading, Rule, Severity, Verdict
from factlint.relations.announced import Enumeration


class CountMismatch(Rule):
    """A number of things is announced, and the list that follows has more or fewer.

    What it does: counts the items of a list that stands behind a colon, in brackets, between dashes, in the next
    sentence or as bullets below, and holds them against the number in front of it; likewise "one in Hungary and one in
    Turkey", "A, B and C are the three", "both versions, the Air and the Pro", "with 51, 62 and 77 kWh", "First ... Second ..."
    and "four model years, 2019 to 2022".

    Why it matters: somebody or something has been left out, or the list was edited and the number was not.

    How it decides: a list is taken apart at commas and at the last "and". Where an "and" may belong to a name, or
    a stretch may only explain the one before it, both counts are admissible.

    What it leaves alone: lists that say they are not complete (including, such as, among them, and others), lists
    inside the items, stretches with a verb of their own, items that bring numbers with them, and numbers with a hedge.
    """

    code = "SUM006"
    severity = Severity.ERROR
    judges = (Enumeration,)
    wording = "{formula}, not {stated}."
    valid = [
        "Three suppliers have moved in: Fuyao, Joyson and Tuopu.",
        "It has five shareholders, including Xiaomi, Shunwei and a fund from Suzhou.",
        "Buyers can choose among five colours, such as white, grey and blue.",
        "Seven airbags are standard: two in front, two at the sides, two curtains and one between the seats.",
        "Two of the three engineers are Danes: Mette Holm and Jonas Friis.",
        "Sales grew in four countries: Norway, Denmark, Bosnia and Herzegovina and Greece.",
        "Three partners will build it: Geely, the owner of Volvo, Renault and Aramco.",
        "The five makers agree: prices will fall, and margins will shrink.",
        "The car comes in four versions: Self costs 219,900 kroner and Glow 234,900 kroner.",
        "Six markets are next, Norway and Sweden among them.",
        Case("The maker named three reasons:\n\n- Taxes\n- Parking\n- Chargers\n", format="markdown"),
        "It has six seats, two in front and two in each of the rows behind.",
        "The recall covers four model years, 2019 to 2022. The plan runs for five years, from 2025 to 2030.",
        "There are four reasons. First, costs. Second, the yen. Also, two plants stood still.",
        Case("It has two plants. They are Ningbo and Chongqing."),
    ]
    invalid = [
        Case(
            "«Eight» suppliers have moved to the park: CATL, Yanfeng, Wencan, Fuyao, Joyson, Tuopu and Aptiv.",
            says="the list has 7",
        ),
        Case("The company has «five» shareholders: Chery's fund, Xiaomi, Shunwei Capital and a fund from Suzhou."),
        Case("«Three» parties pay: hauliers, charge-point operators, grid companies and the public purse."),
        Case("Deliveries begin in «four» countries (Norway, Denmark and Sweden) in May."),
        Case("The car was shown in «three» cities — Paris, Milan, Madrid and Lisbon — last week."),
        Case("It has «three» backers. They are Geely, Renault, Aramco and Horse."),
        Case(
            "The market is driven by «three» forces:\n\n1. **Standards.** One plug.\n2. **Scale.** Fewer firms.\n"
            "3. **Power.** 400 kW.\n4. **Food.** And coffee.\n",
            format="markdown",
        ),
        Case("It opens «two» plants, one in Hungary, one in Turkey and one in Spain.", says="the list has 3"),
        Case("Denmark, Austria and Slovakia are the «four» countries where the Elroq came first."),
        Case("«Both» versions, the Air, the Pro and the Max, have two motors."),
        Case("There are «three» batteries to choose from, with 51, 62, 77 and 84 kWh.", says="the list has 4"),
        Case("There are «two» reasons for it. First, costs. Second, the yen. Third, the heat.", says="the list has 3"),
        Case("The recall covers «five» model years, 2019 to 2022.", says="the list has 4"),
        Case("Geely, Chery and Changan, the «four» largest exporters, shipped more in May."),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every list that is longer or shorter than announced."""
        for listed in article.relations(Enumeration):
            if listed.verdict() is Verdict.HOLDS:
                continue
            number = str(listed.most if listed.fewest == listed.most else len(listed.items))
            yield self.finding(
                listed.count,
                because=tuple(
                    Place(item.start, item.end, article.text[item.start : item.end]) for item in listed.items
                ),
                expected=number,
                formula=f"{_announced(listed)} announced, but the list has {number}",
                severity=self.graded(listed),
                wording="{formula}.",
            )


def _announced(listed: Enumeration) -> str:
    noun = listed.count.noun or "things"
    return f"{listed.count.quote} {noun}" if noun not in listed.count.quote else listed.count.quote
