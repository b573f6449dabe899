"""One name in two spellings, one thing with two values, and the slips that lead from one to the other."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from factlint.article import read
from factlint.engine import understand
from factlint.figures.figure import Figure
from factlint.reading import Reading
from factlint.relations.name_variant import NameVariant
from factlint.relations.relation import Verdict
from factlint.relations.restatement import Restatement
from factlint.relations.slips import slip
from factlint.relations.spelling import folded, one_slip_apart


def reading(text: str) -> Reading:
    return understand(read(f"News\n\n{text}", path="story.txt", format="text", date=dt.date(2025, 6, 3)))


def printed(value: str) -> Figure:
    return Figure(0, len(value), value, "count", value=Fraction(value))


@pytest.mark.parametrize(
    ("wrong", "right", "how"),
    [
        ("3.2", "2.31", "swapped"),
        ("7.9", "7.09", "dropped"),
        ("15.5", "16.5", "changed"),
        ("820000", "280300", "swapped"),
        ("30000", "300000", "scale"),
        ("2664", "264", "doubled"),
    ],
)
def test_a_slip_is_recognised(wrong: str, right: str, how: str) -> None:
    assert how in slip(printed(wrong), printed(right))


@pytest.mark.parametrize(("one", "other"), [("52", "37.9"), ("12", "10"), ("4.5", "9.8"), ("0", "12")])
def test_numbers_further_apart_are_no_slip(one: str, other: str) -> None:
    assert not slip(printed(one), printed(other))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("wenhao", "wenbao", True),
        ("mokka", "moka", True),
        ("dolphin", "dolfin", True),
        ("tesla", "teslas", False),
        ("german", "germany", False),
        ("toyota", "toyoda", False),
        ("hubei", "hebei", False),
        ("zeekr", "lynk", False),
    ],
)
def test_spellings_one_slip_apart(one: str, other: str, same: bool) -> None:
    assert one_slip_apart(one, other) is same
    assert one_slip_apart(other, one) is same


def test_accents_and_apostrophes_are_one_spelling() -> None:
    assert folded("Källenius") == folded("Kallenius")
    assert folded("Chang'an") == folded("Changan")


VARIANTS = [
    ("Founder Liu Wenhao opened it. Liu Wenbao said more.", "Liu Wenbao"),
    ("Chairman Liu Wenhao opened it. His deputy Liu Wenbao, director of sales, said more.", ""),
    ("Chief executive Ivan Espinosa came. Later Mr Espinoza left.", "Espinoza"),
    ("Anna Fischer runs it. John Fisher, head of the union, left.", ""),
    ("The Jetour Dasheng sells. In Shanxi it leads. Dealers in Shaanxi wait.", ""),
    ("The Opel Mokka GSE is here. People like the Moka GSE.", "Moka GSE"),
]


@pytest.mark.parametrize(("text", "variant"), VARIANTS)
def test_a_name_in_two_spellings(text: str, variant: str) -> None:
    assert [found.variant.quote for found in reading(text).relations(NameVariant)] == ([variant] if variant else [])


RESTATED = [
    ("Kia's operating margin was 10.7% in 2024. It put the operating margin of 11.7% in 2024 down to the won.", True),
    ("Kia's operating margin was 10.7% in 2024. It had an operating margin of 11.7% in 2023.", False),
    ("Kia's operating margin was 10.7% in 2024. Analysts had expected an operating margin of 11.7% in 2024.", False),
    ("Kia's operating margin was 10.7% in 2024. The operating margin of 10.74% in 2024 is a record.", False),
    ("Kia's operating margin was 10.7% in 2024. Hyundai's operating margin of 9.7% in 2024 was lower.", False),
    ("The IM LS6 has a battery of 66 kWh. With its battery of 76 kWh, the IM LS6 goes further.", True),
    ("The IM LS6 has a battery of 66 kWh. The long-range version has a battery of 76 kWh.", False),
]


@pytest.mark.parametrize(("text", "broken"), RESTATED)
def test_one_thing_given_twice(text: str, broken: bool) -> None:
    found = [one for one in reading(text).relations(Restatement) if one.verdict() is Verdict.BROKEN]
    assert bool(found) is broken
