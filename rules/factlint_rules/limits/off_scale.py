"""LIM001."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import islice

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.claims.labels import sentence_of
from factlint.claims.technical import Quantity, Technical
from factlint.data import table
from factlint.patterns import compiled
from factlint.phrasing import amount, number
from factlint.relations.physics import Measured

_FAR = Fraction(3, 2)
"""Beyond a bound by this factor, a figure is a warning; nearer it is a suggestion."""
_BESIDE = 1
"""Paragraphs before and behind a figure in which a word tells of what it is."""
_OFTEN = 2
_CAR = compiled(r"(?i)\b(?:cars?|sedans?|hatchbacks?|suvs?|crossovers?|coup[eé]s?)\b")
_POWERS = (10, Fraction(1, 10), 100, Fraction(1, 100), 1000, Fraction(1, 1000))


class OffScale(Rule):
    """A figure lies outside what the measure can be.

    What it does: holds technical figures (acceleration, consumption, battery, range, power, weight, wheelbase, charging time …)
    against bounds that are kept per class of vehicle.

    Why it matters: a slipped decimal point makes a plausible sentence of an impossible car.

    How it decides: the unit or the words directly at the figure say what it measures. The bounds are those of cars, widened
    by every other class of vehicle that the story mentions. Far outside is a warning, just outside a suggestion.

    What it leaves alone: ships, aircraft, trains and robots; range that is added or lost; lidar range; storage of energy.
    """

    code = "LIM001"
    severity = Severity.WARNING
    judges = (Measured,)
    wording = "{stated} is off the scale for {formula}, which lies between {expected}."
    valid = [
        "It takes 4.3 seconds from 0 to 100 km/h and uses 15.1 kWh/100 km.",
        "The truck uses 113 kWh per 100 km and has a battery of 600 kWh.",
        "The scooter consumes 2.1 kWh per 100 km and has a range of 95 km.",
        "The student team's racer took 0.956 seconds from 0 to 100 km/h, a record.",
        "The ferry has a battery of 4,300 kWh and needs 20 minutes for 80% of a charge.",
        "Five minutes of charging add 8 km of range per minute; the lidar has a range of 300 m.",
        "The hypercar has 1,500 kW and a top speed of 412 km/h; its drag coefficient is 0.27.",
    ]
    invalid = [
        Case("It takes the car from 0 to 100 km/h in «0.43 seconds».", says="4.3 seconds"),
        Case("The sedan has an average consumption of «1.42 kWh per 100 km».", says="14.2"),
        Case("The SUV has a wheelbase of «29,300 mm».", says="2,930 mm"),
        Case("The sedan has a WLTP range of «5,600 km».", says="560 km"),
        Case("The car's battery pack holds «840 kWh».", says="84 kWh"),
        Case("Its drag coefficient is «2.08».", says="0.208"),
        Case("The gross margin was «140%» in the quarter.", severity=Severity.SUGGESTION),
        Case("The pickup expects «2,400 miles» on a charge.", says="one charge"),
        Case("The sedan goes «6,200 km» on a charge.", says="620 km"),
        Case("The truck was driven gently, and the truck's consumption was «5 kWh per 100 km».", says="between 12"),
        Case("It has «210-inch» wheels.", says="21-inch"),
        Case("The fully loaded tractor goes from zero to 60 mph in «2.4 seconds».", says="between 6"),
        Case("The estate reaches 100 km/h in «0.61 seconds».", says="6.1"),
        Case("The battery charges from 10% to 80% in «18 seconds».", says="charge"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every technical figure outside the bounds of its story's vehicles."""
        for measured in article.relations(Measured):
            found = measured.data
            if found.figure.step is not None and found.figure.step >= _OF_MANY:
                continue
            bounds = _laden(article.text, found)
            if bounds is None and _inside(found.value, found.quantity.bounds["car"]):
                continue
            bounds = bounds or _widened(article, found)
            if bounds is None or _inside(found.value, bounds) or _silenced(article.text, found):
                continue
            yield self._finding(found, bounds)

    def _finding(self, found: Technical, bounds: tuple[Fraction, Fraction]) -> Finding:
        low, high = bounds
        value, quantity = found.value, found.quantity
        far = value * _FAR < low or value > high * _FAR
        repair = _repair(found)
        return self.finding(
            found.figure,
            expected=f"{_said(low, quantity)} and {_said(high, quantity)}",
            formula=quantity.says,
            repair=f"With the point moved it would be {repair}." if repair else "",
            severity=Severity.WARNING if far else Severity.SUGGESTION,
        )


_OF_MANY = 100_000
"""What is printed to so many units (``300 million kW``) is said of many vehicles or chargers together."""


def _inside(value: Fraction, bounds: tuple[Fraction, Fraction]) -> bool:
    return bounds[0] <= value <= bounds[1]


def _said(value: Fraction, quantity: Quantity) -> str:
    return amount(value, quantity.unit.replace("*", "") or None)


def _repair(found: Technical) -> str:
    """The figure with its point moved to where values usually lie, in its own unit."""
    low, high = found.quantity.usual
    value = found.figure.value
    for power in _POWERS:
        if value is not None and low <= found.value * power <= high:
            word = found.figure.quote.lstrip("0123456789.,")
            return f"{number(value * power)}{word}"
    return ""


@cache
def _class_words() -> dict[str, re.Pattern[str]]:
    return {
        name: compiled(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w])", re.I)
        for name, words in table("limits.toml")["classes"].items()
    }


def _laden(text: str, found: Technical) -> tuple[Fraction, Fraction] | None:
    """The bounds of a heavy vehicle with its load, where the sentence itself says both."""
    bounds = found.quantity.bounds.get("laden")
    if bounds is None:
        return None
    own, patterns = sentence_of(found.line, text), _class_words()
    return bounds if patterns["laden"].search(own) and patterns["haulers"].search(own) else None


def _widened(article: Reading, found: Technical) -> tuple[Fraction, Fraction] | None:
    """The bounds of the classes of vehicle that a figure may be of; None where it is about no road vehicle.

    A class counts in the headline, in the paragraph of the figure and those beside it, or when the story comes back to
    it. Of a story about heavy vehicles alone, the bounds of cars do not count.
    """
    patterns = _class_words()
    story = article.stories[found.line.sentence.story]
    here = found.line.block.index
    heads = "\n".join(_text(article, index) for index in (story.headline, story.deck) if index is not None)
    own = _text(article, here)
    if patterns["other"].search(heads) or patterns["other"].search(own):
        return None
    around = "\n".join([heads, *(_text(article, index) for index in story.blocks if abs(index - here) <= _BESIDE)])
    text = "\n".join(_text(article, index) for index in story.blocks)
    names = [name for name in found.quantity.bounds if name in patterns and _spoken_of(name, around, text)]
    if names == ["heavy"] and not _CAR.search(f"{heads}\n{text}"):
        return found.quantity.bounds["heavy"]
    low, high = found.quantity.bounds["car"]
    for name in names:
        bounds = found.quantity.bounds[name]
        low, high = min(low, bounds[0]), max(high, bounds[1])
    return low, high


def _spoken_of(name: str, around: str, text: str) -> bool:
    """Whether a class of vehicle stands near a figure, or again and again in its story."""
    pattern = _class_words()[name]
    return pattern.search(around) is not None or (
        any(word in text.lower() for word in table("limits.toml")["classes"][name])
        and sum(1 for _ in islice(pattern.finditer(text), _OFTEN)) == _OFTEN
    )


def _text(article: Reading, index: int) -> str:
    block = article.blocks[index]
    return article.text[block.start : block.end]


def _silenced(text: str, found: Technical) -> bool:
    words = set(re.findall(r"[a-z][a-z-]*", sentence_of(found.line, text)))
    return bool(words & found.quantity.unless)
