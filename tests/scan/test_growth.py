"""Scanning takes time in proportion to the text, on news and on hostile input."""

from __future__ import annotations

import time

import pytest
from factlint.figures.scan import scan_text

NEWS = (
    "Great Wall Motor sold 117,640 vehicles in August, up 21.5 percent from 96,810 a year earlier. Overseas sales of "
    "more than 51,000 units made up nearly 44 percent; the pack stores 60-80 kWh and costs RMB 59,800 ($8,200).\n\n"
)


def seconds_per_character(text: str) -> float:
    """The best of five runs."""
    best = 1e9
    for _ in range(5):
        start = time.process_time()
        scan_text(text)
        best = min(best, time.process_time() - start)
    return best / len(text)


@pytest.mark.slow
@pytest.mark.parametrize("piece", [NEWS, "9,", "(", "a a a ", "one ", "9-", "9 to ", "hundreds of ", "$", "九", "x9-"])
def test_time_grows_with_the_text(piece: str) -> None:
    small = seconds_per_character((piece * 10_000)[:10_000])
    large = seconds_per_character((piece * 300_000)[:300_000])
    assert large < 2 * small + 2e-7
