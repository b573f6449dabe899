"""The reference data that runs with the program: names, markets, facts, exchange rates."""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from pathlib import Path

import factlint

DATA = Path(factlint.__file__).parent / "data"
PERIOD = re.compile(r"\d{4}(?:-\d{2}|-Q[1-4]|-H[12]|-\d{2}/\d{4}-\d{2})?")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_only_facts_that_a_page_showed_are_shipped() -> None:
    facts = rows("facts.csv")
    assert len(facts) > 600
    assert {fact["checked"] for fact in facts} <= {"yes", "rounded"}
    assert all(fact["source"] and PERIOD.fullmatch(fact["period"]) for fact in facts)
    assert all(Fraction(fact["value"]) % Fraction(fact["precision"]) == 0 for fact in facts)


def test_a_company_of_the_facts_is_a_name() -> None:
    known = {row["entity"] for row in rows("names.csv")} | {row["market"] for row in rows("markets.csv")}
    places = re.compile(r".+ (?:US|China|brand)|World|Hyundai-Kia")
    assert [
        fact["entity"]
        for fact in rows("facts.csv")
        if fact["entity"] not in known and not places.fullmatch(fact["entity"])
    ] == []


def test_every_name_can_be_found_in_some_form() -> None:
    names = rows("names.csv")
    assert len({(row["kind"], row["entity"]) for row in names}) == len(names)
    assert all(row["forms"] or row["near"] or row["guarded"] for row in names)
    assert all(row["brand"] or row["maker"] for row in names if row["kind"] in ("model", "product"))


def test_exchange_rates_lie_between_their_lowest_and_highest_month() -> None:
    monthly = [row for row in rows("fx.csv") if row["months"] != "0"]
    assert len(monthly) > 200
    assert all(Fraction(row["low"]) <= Fraction(row["per_usd"]) <= Fraction(row["high"]) for row in monthly)
