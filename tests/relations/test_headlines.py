"""Headlines against their stories: what is borne out, what is not, and which way it goes."""

from __future__ import annotations

import datetime as dt

import pytest
from factlint.article import read
from factlint.engine import understand
from factlint.reading import Reading
from factlint.relations.headline import HeadlineFigure
from factlint.relations.headline_direction import HeadlineDirection
from factlint.relations.headline_name import HeadlineName
from factlint.relations.headline_year import HeadlineYear
from factlint.relations.relation import Certainty, Verdict

MORE = "The news was given out on Tuesday at a meeting to which the press had been invited by the people in charge."


def reading(headline: str, body: str) -> Reading:
    text = f"{headline}\n\n{body} {MORE}"
    return understand(read(text, path="story.txt", format="text", date=dt.date(2025, 6, 3)))


BORNE_OUT = [
    ("Maker to cut 20,000 jobs", "It will shed 11,000 jobs more, in addition to the 9,000 that it announced earlier."),
    ("Maker cuts 3,000 jobs", "About 1,200 go in Sweden, 1,000 are consultants and the other 800 work elsewhere."),
    ("Used car costs 40% less than new", "It costs 24,000 euros on average. When new, the list price was 40,000."),
    ("Hatch hits 60 mph in 3.3 seconds", "From 0 to 60 mph the car needs 3.3 seconds, or 3.5 s to 100 km/h."),
    ("Small car to cost under €18k", "It will start at 17,990 euros in most of Europe from next year."),
    ("Police recover 38 cars", "Officers found thirty-eight cars in containers bound for Africa."),
    ("SUV has 300 hp", "The motor makes 224 kW and sits on the rear axle of the car."),
    ("Cars with plugs at 38%", "In the kingdom 62 percent of the cars registered were driven by petrol or diesel."),
    ("Chips for $1.3 bln", "The supplier will spend 7.4 billion reais on chips over five years in Brazil."),
    ("Sales top 240,000 in May", "In May, 240,310 cars were sold, the brand said."),
    (
        "Plant to build 200,000 cars",
        "It can build 100,000 cars a year, and a second line of the same size will follow.",
    ),
    ("Market down 18.6% in May", "Sales came to 28,937 cars, a decrease of 18.6 percent from a year ago."),
]


@pytest.mark.parametrize(("headline", "body"), BORNE_OUT)
def test_a_headline_that_follows_from_its_story_is_borne_out(headline: str, body: str) -> None:
    found = reading(headline, body).relations(HeadlineFigure)
    assert all(relation.verdict() is Verdict.HOLDS for relation in found), [one.stated.quote for one in found]


CONTRADICTED = [
    ("Revenue reaches 3.2 billion yuan at Horizon Robotics", "Revenue rose to 2.31 billion yuan.", "2.31 billion yuan"),
    ("Ford recalls 1.8 million pickups", "Ford is calling back 1,080,000 vehicles over a camera.", "1,080,000"),
    ("Lucid Gravity goes 450 miles", "Lucid's SUV has a range of 540 miles at most.", "540 miles"),
    ("Skoda Elroq orders pass 120,000", "Skoda has orders for 102,000 Elroqs, it said.", "102,000"),
]


@pytest.mark.parametrize(("headline", "body", "rival"), CONTRADICTED)
def test_a_headline_with_another_number_names_the_one_of_the_story(headline: str, body: str, rival: str) -> None:
    (relation,) = reading(headline, body).relations(HeadlineFigure)
    assert relation.verdict() is Verdict.BROKEN
    assert relation.rival is not None
    assert relation.rival.quote == rival


def test_a_story_that_gave_no_number_is_shown_beside_the_headline() -> None:
    body = "They opened 280 stations so far. Neither of them said how many stations will be built."
    (relation,) = reading("NIO and Sinopec to add 1,500 swap stations", body).relations(HeadlineFigure)
    assert relation.rival is None
    assert relation.denial is not None
    assert relation.denial.quote.startswith("Neither of them said how many")


def test_a_flash_need_not_repeat_its_headline() -> None:
    article = read("Toyota sells 903,000 cars in May\n\nMore follows.", path="flash.txt", format="text")
    assert not understand(article).relations(HeadlineFigure)


def test_a_year_that_only_the_headline_has() -> None:
    assert reading("Chargers everywhere by 2031", "The plan was shown.").relations(HeadlineYear)
    assert not reading("Chargers everywhere by 2031", "By 2031, they will stand.").relations(HeadlineYear)
    assert not reading("Chargers everywhere by 2031", "They will stand within six years.").relations(HeadlineYear)


DIRECTIONS = [
    ("Hyundai's profit jumps", "Hyundai's net profit was 3.4 trillion won, compared with 3.9 trillion won.", True),
    ("Hyundai's profit jumps", "Hyundai's net profit was 3.9 trillion won, compared with 3.4 trillion won.", False),
    ("Aston Martin narrows loss", "Aston Martin's loss was 79.6 million pounds, against 138.8 million.", False),
    ("Aston Martin narrows loss", "Aston Martin's loss was 138.8 million pounds, against 79.6 million.", True),
    ("Nio's deliveries fall", "Nio's deliveries rose 13% on the year, but fell 2% from April.", False),
    ("Growth of Nio's sales slows", "Nio's sales fell by 3 percent in May from a year ago.", False),
    ("Ford slips into loss", "Ford's loss was 3 billion dollars, after 2 billion dollars.", False),
    (
        "Corvent's loss widens in first quarter",
        "Corvent posted a net loss of 212 million euros for the three months, compared with 318 million euros a year earlier.",
        True,
    ),
    (
        "Loss narrows at Tarnell as costs fall",
        "Tarnell's net loss was 1.62 billion yuan in the quarter, against 1.38 billion yuan in the same period of last year.",
        True,
    ),
    (
        "Polestrand's deliveries inch up in first nine months",
        "Polestrand delivered 31,400 cars in the nine months, 2.2% fewer than the 32,100 it had delivered in the same period of 2025.",
        True,
    ),
    (
        "Lumax sales fall in May",
        "Lumax sold 18,240 cars in May, 6.1 percent more than the 17,190 of a year earlier.",
        True,
    ),
    (
        "Deficit grows at van maker Ostel",
        "Ostel reported a deficit of $38 million for the half-year after $51 million in the same months of 2025.",
        True,
    ),
    (
        "Verano's profit rises on truck demand",
        "Net profit came to 412 million euros in the quarter, after 455 million euros a year before.",
        True,
    ),
    (
        "Exports of cars slip in July",
        "The country exported 214,300 cars in July, compared with 198,700 in July 2025.",
        True,
    ),
    (
        "Haldor's quarterly loss shrinks",
        "The net loss attributable to shareholders rose to 0.88 billion yuan from 0.61 billion yuan a year ago.",
        True,
    ),
    (
        "Global sales of Brix edge higher in half year",
        "Brix sold 412,000 cars worldwide in the six months, 3.1% less than the 425,000 of the previous year.",
        True,
    ),
]


@pytest.mark.parametrize(("headline", "body", "contradicted"), DIRECTIONS)
def test_the_verb_of_a_headline_goes_the_way_of_its_story(headline: str, body: str, contradicted: bool) -> None:
    assert bool(reading(headline, body).relations(HeadlineDirection)) is contradicted


def test_swapped_digits_of_a_model_are_certain_and_a_sibling_is_not() -> None:
    (swapped,) = reading("Leapmotor D91 opens for orders", "Leapmotor showed the D19.").relations(HeadlineName)
    assert swapped.certainty is Certainty.KNOWN
    assert swapped.told.quote == "D19"
    (sibling,) = reading("Denza N8 goes on sale", "The Denza N9 has six seats. The N9 is large.").relations(
        HeadlineName
    )
    assert sibling.certainty is Certainty.STRONG
    both = "The Denza N8 has six seats. The Denza N9 is larger."
    assert not reading("Denza N8 goes on sale", both).relations(HeadlineName)
