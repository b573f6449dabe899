"""Read texts with Recognizers-Text: runs in its own environment, from JSON on standard input to JSON on standard output.

In: ``{"sentences": [text, ...], "paragraphs": [text, ...]}``. Out: ``{"found": [[{start, end, value, unit}, ...], ...],
"seconds": of all paragraphs}``; a value is a string that is exact, or null. Of figures that overlap the longest counts.
"""

import json
import sys
import time
import warnings
from fractions import Fraction

warnings.simplefilter("ignore")

from recognizers_number import NumberRecognizer  # noqa: E402
from recognizers_number_with_unit import NumberWithUnitRecognizer  # noqa: E402
from recognizers_text import Culture  # noqa: E402

NUMBERS, UNITS = NumberRecognizer(Culture.English), NumberWithUnitRecognizer(Culture.English)
MODELS = (
    UNITS.get_currency_model(),
    UNITS.get_dimension_model(),
    UNITS.get_temperature_model(),
    NUMBERS.get_percentage_model(),
    NUMBERS.get_ordinal_model(),
    NUMBERS.get_number_model(),
)


def exact(value):
    try:
        number = float(value.rstrip("%"))
        near = Fraction(number).limit_denominator(1000)
        return str(near if abs(float(near) - number) <= 1e-12 * max(1.0, abs(number)) else Fraction(value.rstrip("%")))
    except (AttributeError, ValueError, OverflowError):
        return None


def figures(text):
    found = []
    for model in MODELS:
        try:
            read = model.parse(text)
        except Exception:  # a text that a model cannot read is one without its figures
            continue
        for one in read:
            resolution = one.resolution or {}
            unit = "%" if one.type_name == "percentage" else resolution.get("unit")
            found.append(
                {"start": one.start, "end": one.end + 1, "value": exact(resolution.get("value")), "unit": unit}
            )
    kept = []
    for one in sorted(found, key=lambda one: one["start"] - one["end"]):
        if not any(one["start"] < other["end"] and other["start"] < one["end"] for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one["start"])


def main():
    task = json.load(sys.stdin)
    found = [figures(text) for text in task["sentences"]]
    started = time.process_time()
    for text in task["paragraphs"]:
        figures(text)
    json.dump({"found": found, "seconds": time.process_time() - started}, sys.stdout)


main()
