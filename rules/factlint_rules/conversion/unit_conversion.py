"""CNV001."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import amount
from factlint.relations.conversion import Conversion


class UnitConversion(Rule):
    """A figure given in a second unit is not the same quantity.

    What it does: converts the first figure of a pair such as `210 km/h (130 mph)` or `1,200 mu, or 80 hectares` into
    the unit of the second and holds the two against each other; ranges end by end, tables column against column.

    Why it matters: half of the readers know only one of the two units, and a slip in the other one is never noticed
    by those who write it.

    How it decides: both figures may be rounded or cut off, and round numbers may be rounded twice (`500 km (300
    miles)`). Horsepower may be hp or PS, a gallon American or British, a gap in degrees a difference: only what no
    reading explains is reported. With a figure that is hedged by "about" it is a warning.

    What it leaves alone: two figures that stand side by side without a bracket, "or", "that is" or the like; brackets
    that say more than the figure (another market, trim or test cycle); figures of one unit, such as `540 litres
    (1,490 with the seats down)`.
    """

    code = "CNV001"
    severity = Severity.ERROR
    judges = (Conversion,)
    wording = "{formula}, not {stated}."
    valid = [
        "The electric version is limited to 210 km/h (130 mph) and has 388 kW (520 hp).",
        "The cheaper one has 286 PS (210 kW, 282 hp), the other one 204 hp (150 kW).",
        "It is rated at 530 km (WLTP) in Europe and at 263 miles (EPA) in America.",
        "Trains run to the port, 500 km (300 miles) away; the car weighs 2,178-2,273 kg (4,802-5,011 lb).",
        "The boot holds 540 litres (1,490 with the seats down), and the car is 4.43 metres long, or 14 ft 6 in.",
        "It used 40 mpg (5.9 L/100 km) in America and 40 mpg (7.1 L/100 km) in Britain.",
        "Range is 440 km (320 miles with the larger pack).",
        "The cells were 10 °C (18 °F) warmer than the air, which was at 10 °C (50 °F).",
        "The site of 1,200 mu, about 80 hectares, was cleared in March.",
        "Payload is 3.5 tonnes (7,700 lb), that of the American version 3.9 tons (7,800 lb); these are short tons.",
        "The port is 800 km (500 miles) away, the tank holds 90 litres (19.8 gallons), and the tow bar takes 1 t (2,200 lb).",
        "The 75 kWh pack, 480 km and 150 kW are unchanged.",
    ]
    invalid = [
        Case("It reaches 250 km/h («165 mph»), and the tank holds 90 litres (23.8 US gallons).", says="155.3 mph"),
        Case("The tank holds 90 litres, or «28.8 US gallons».", says="23.78"),
        Case("At 2.1 tonnes – «5,630 pounds» – it is heavy.", says="4,630", severity=Severity.WARNING),
        Case("It has 210 kW, which works out at «320 hp».", says="281.6 hp"),
        Case("The electric version is limited to 210 km/h («143 mph»).", says="130.5 mph"),
        Case("The parking area covers 1,200 mu (about «120 hectares»).", says="80 ha", severity=Severity.WARNING),
        Case("With the rows folded, 1,190 liters («62 cubic feet») of luggage go in.", says="42.02 cu-ft"),
        Case("The hatchback is 4.43 metres long, or «15 ft 6 in».", says="14.53 ft"),
        Case("Kerb weight is 2,178-2,273 kg (4,802-«5,911 lb»).", says="5,011 lb"),
        Case("It reaches 200 km/h, that is «134 mph», on the level.", says="124.3 mph"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every pair that cannot be one quantity."""
        for pair in article.relations(Conversion):
            verdict = pair.verdict()
            slip = pair.slip() if verdict > Verdict.LOOSE else None
            if verdict <= Verdict.LOOSE or (pair.rescaled and slip is not None):
                continue
            given, repeated = pair.given, pair.repeated
            expected = amount(pair.computed(), repeated.unit)
            yield self.finding(
                repeated.figure,
                because=(given.figure,),
                stated=repeated.quote,
                expected=expected,
                formula=f"{given.quote} is {expected}",
                readings=[f"{one} as {other}" for one, other in pair.readings() if one and other and one != other],
                repair="" if slip is None else f"A factor of {10 ** abs(slip):,} would make them agree.",
                severity=self.graded(pair, verdict is Verdict.BROKEN),
            )
