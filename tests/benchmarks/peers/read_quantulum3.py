"""Read texts with quantulum3: runs in its own environment, from JSON on standard input to JSON on standard output.

In: ``{"sentences": [text, ...], "paragraphs": [text, ...]}``. Out: ``{"found": [[{start, end, value, unit}, ...], ...],
"seconds": of all paragraphs}``; a value is a string that is exact, or null.
"""

import json
import sys
import time
import warnings
from fractions import Fraction

warnings.simplefilter("ignore")

from quantulum3 import parser  # noqa: E402


def exact(value):
    """A floating point number as the number that was meant: 0.6666... is 2/3."""
    near = Fraction(value).limit_denominator(1000)
    return str(near if abs(float(near) - value) <= 1e-12 * max(1.0, abs(value)) else Fraction(repr(value)))


def figures(text):
    try:
        found = parser.parse(text)
    except Exception:  # a text that it cannot read is one without figures
        return []
    return [
        {"start": one.span[0], "end": one.span[1], "value": exact(float(one.value)), "unit": one.unit.name}
        for one in found
        if abs(one.value) != float("inf")
    ]


def main():
    task = json.load(sys.stdin)
    found = [figures(text) for text in task["sentences"]]
    started = time.process_time()
    for text in task["paragraphs"]:
        figures(text)
    json.dump({"found": found, "seconds": time.process_time() - started}, sys.stdout)


main()
