"""How long an article repository waits: one file as a hook checks it, a thousand articles with one job and with two,
and the same again from the cache.

Run it on a machine that does nothing else: ``python tests/benchmarks/repository.py``.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLES = 1_000
SIZE = 5_000
"""Characters of one article."""
BARS = {"one file": 0.25, "two jobs": 1.7, "warm cache": 10.0}

_MAKERS = ("Toyota", "Honda", "BYD", "Geely", "Volkswagen", "Kia", "Tata", "Renault", "Ford", "Volvo")
_FORMS = (
    "{maker} sold {now:,} cars in {month}, up {up}% from {before:,} a year earlier.",
    "Of {now:,} cars that {maker} built in {month}, {part:,} were electric, or {share:.1f}%.",
    "The plant of {maker} employs {part:,} people and made {now:,} cars in {month}.",
    "In {month}, {maker} asked ${price:,} for its cheapest car, with a battery of {power} kWh and a range of {reach} km.",
    "Dealers of {maker} say that buyers wait, since nobody knows what {month} will bring to the market.",
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


def article(chance: random.Random) -> str:
    """An article of the size, in which some figures do not agree."""
    paragraphs = ["# " + chance.choice(_MAKERS) + " reports its month"]
    while sum(map(len, paragraphs)) < SIZE:
        paragraphs.append(" ".join(_sentence(chance) for _ in range(3)))
    return "\n\n".join(paragraphs) + "\n"


def _sentence(chance: random.Random) -> str:
    before = chance.randrange(10_000, 400_000)
    up = chance.randrange(2, 40)
    now = round(before * (100 + up) / 100)
    part = chance.randrange(now // 10, now)
    return chance.choice(_FORMS).format(
        maker=chance.choice(_MAKERS),
        month=chance.choice(_MONTHS),
        before=before,
        up=up,
        now=now,
        part=part,
        share=100 * part / now,
        price=chance.randrange(15_000, 60_000),
        power=chance.randrange(40, 110),
        reach=chance.randrange(300, 800),
    )


def seconds(folder: Path, *arguments: str) -> float:
    """The time that one command takes as a whole process."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "factlint", "check", *arguments, "--format", "json"]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - start


def main() -> None:
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(ARTICLES):
            (folder / f"{number:04}.md").write_text(article(chance), encoding="utf-8")
        seconds(folder, "0000.md", "--no-cache")
        single = min(seconds(folder, "0000.md", "--no-cache") for _ in range(5))
        one = seconds(folder, ".", "--no-cache", "--jobs", "1")
        two = seconds(folder, ".", "--no-cache", "--jobs", "2")
        cold = seconds(folder, ".", "--jobs", "1")
        warm = seconds(folder, ".", "--jobs", "1")
    print(f"one file        {single * 1000:7.0f} ms   (bar: at most {BARS['one file'] * 1000:.0f})")
    print(f"one job, two    {one:7.2f} s, {two:.2f} s: {one / two:.2f} times   (bar: {BARS['two jobs']})")
    print(f"cold, warm      {cold:7.2f} s, {warm:.2f} s: {cold / warm:.1f} times   (bar: {BARS['warm cache']})")


if __name__ == "__main__":
    main()
