"""NUM002."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Fix, Place, Reading, Rule, Severity, Verdict
from factlint.relations.spread import Spread


class ReversedRange(Rule):
    """A range begins with its upper end.

    What it does: compares the two ends of every range that the text gives as one.

    Why it matters: either the ends were swapped, or one of them is wrong.

    How it decides: the words say that a range is meant ("ranges from", "between", "in the range of", "outputs from", a dash,
    "bracket" behind it), both ends have one unit, and the first is larger as printed. It is a warning: the order is wrong, the figures may be right.

    What it leaves alone: changes ("cut from 298,600 to 194,900"), choices and gaps between two values, scores and votes,
    braking from 100 to 0 km/h, a battery that is used up, lists in falling order, prices of shares and raw materials, and
    consumption in small print ("combined: 7.6-6.9 l/100 km"), all of which are told from high to low.
    """

    code = "NUM002"
    severity = Severity.WARNING
    judges = (Spread,)
    wording = "The range {stated} runs downwards: its first end is the larger one."
    valid = [
        "Prices range from 194,900 yuan to 298,600 yuan.",
        "The price was cut from 298,600 yuan to 194,900 yuan.",
        "Prices fell from a range of 200,000 yuan to 150,000 yuan.",
        "The gap between 298,600 and 194,900 yuan is wide; it brakes from 100 to 0 km/h in 36 metres.",
        "The packs hold 60-80 kWh, and a 51-49 joint venture makes them.",
        "The dollar traded between 153.60 and 152.80 yen.",
        "Trims cost 298,600, 259,900 and 194,900 yuan.",
        "It charges from 10% to 80% in 18 minutes and was discharged from 80% to 20%.",
        "Fuel consumption combined: 7.6-6.9 l/100 km; the vote was 520 to 480.",
        "The maker wants to go from 12 to 8 platforms, and the countdown runs from 10 to 0.",
    ]
    invalid = [
        Case("Prices run from «319,800 yuan to 259,900 yuan».", says="downwards"),
        Case("A lease costs between «$1,800 and $750» a month.", says="downwards"),
        Case("The four trims are offered at prices spanning «121,900 yuan to 92,900 yuan».", says="downwards"),
        Case("Range varies from «620 km to 510 km», depending on the battery.", says="downwards"),
        Case("Its batteries range from «80 kWh to 60 kWh».", says="downwards"),
        Case("In town it returned «3.4-2.9 miles per kWh».", says="downwards"),
        Case("The scooters are in the range of «Rs 1.49 lakh and Rs 1.02 lakh».", says="downwards"),
        Case("The company expects revenue of «24.5 to 22.1 billion yuan».", says="downwards"),
        Case("It competes in the «$50,000 to $40,000» segment.", says="downwards"),
        Case("A repair takes «12 to 8 weeks».", says="downwards"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every range whose first end is the larger."""
        for spread in article.relations(Spread):
            if spread.verdict() is not Verdict.BROKEN:
                continue
            place = Place(spread.start, spread.end, article.text[spread.start : spread.end])
            middle = article.text[spread.low.end : spread.high.start]
            yield self.finding(
                place,
                expected=f"{spread.high.quote}{middle}{spread.low.quote}",
                fix=Fix(f"{spread.high.quote}{middle}{spread.low.quote}"),
                severity=self.graded(spread),
            )
