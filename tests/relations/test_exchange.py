"""Money in two currencies: the rate that a pair implies, and what it is held against."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from factlint.article import read
from factlint.engine import understand
from factlint.relations.exchange import Exchange
from factlint.relations.exchange_rates import rate_band, years_of
from factlint.relations.relation import Verdict


def deals(text: str, date: str | None = "2025-06-15") -> list[Exchange]:
    day = dt.date.fromisoformat(date) if date else None
    return list(understand(read(f"A headline\n\n{text}\n", path="story.txt", date=day)).relations(Exchange))


def test_a_pair_at_the_rate_of_the_year_holds() -> None:
    (deal,) = deals("Chery paid 720 million yuan ($100 million).")
    assert deal.verdict() is Verdict.HOLDS
    assert deal.exact() == Fraction(36, 5)


def test_a_pair_off_the_rate_is_broken_and_no_slip() -> None:
    (deal,) = deals("A further 360 million yuan ($61 million) is budgeted.")
    assert deal.verdict() is Verdict.BROKEN
    assert deal.slip() is None


def test_a_power_of_ten_is_told_apart() -> None:
    (deal,) = deals("The company is worth 9.6 billion yuan ($140 million).")
    assert deal.slip() == -1


def test_a_rate_that_the_text_states_comes_first() -> None:
    (deal,) = deals("At 110 yen to the dollar, sales were 220 billion yen ($2 billion).")
    assert deal.verdict() is Verdict.HOLDS


def test_a_year_that_the_sentence_names_brings_its_own_rate() -> None:
    (deal,) = deals("In 2015, the price was 6.25 billion yuan ($1 billion).")
    assert deal.verdict() is Verdict.HOLDS


def test_without_a_date_the_other_pairs_tell_the_year() -> None:
    found = deals("It paid 720 million yuan ($100 million), and later 360 million yuan ($61 million).", None)
    assert [deal.verdict() for deal in found] == [Verdict.HOLDS, Verdict.BROKEN]


def test_years_before_the_table_are_left_alone() -> None:
    (deal,) = deals("The loan was 500 million yen ($1 billion).", "1977-06-01")
    assert deal.verdict() is Verdict.HOLDS


def test_an_old_article_is_held_against_the_rates_of_its_day() -> None:
    for text, date in (
        ("The airline lost 90 million pounds ($171 million).", "2005-02-04"),
        ("Profit fell to 26.2 billion yen ($170 million).", "1987-02-26"),
        ("The plant cost 830 million yuan ($100 million).", "2003-06-01"),
    ):
        (deal,) = deals(text, date)
        assert deal.verdict() is Verdict.HOLDS, text
        (later,) = deals(text, "2019-05-31")
        assert later.verdict() is Verdict.BROKEN, text


def test_an_article_without_a_date_may_be_of_any_year() -> None:
    (deal,) = deals("The lender is owed 479 million pounds ($900 million).", None)
    assert deal.verdict() is Verdict.HOLDS
    (deal,) = deals("The lender is owed 479 million pounds ($1.9 billion).", None)
    assert deal.verdict() is Verdict.BROKEN


def test_the_years_and_the_cars_of_an_article_tell_how_old_it_is() -> None:
    (deal,) = deals("In 2026 it will open. The lender is owed 479 million pounds ($900 million).", None)
    assert deal.verdict() is Verdict.BROKEN
    (deal,) = deals("The pack holds 60 kWh. It raised 500 million yuan ($60 million).", None)
    assert deal.verdict() is Verdict.BROKEN
    (deal,) = deals("Its goal for 2050 is set. It raised 500 million yuan ($60 million).", None)
    assert deal.verdict() is Verdict.HOLDS


def test_list_prices_of_two_markets_are_no_pair() -> None:
    assert deals("It costs 225,800 yuan in China ($45,990 in Mexico).") == []


def test_the_band_is_wider_than_the_monthly_rates() -> None:
    (band,) = rate_band("CNY", "USD", [2024])
    assert band.contains(Fraction("7.0"))
    assert not band.contains(Fraction("6.8"))
    assert rate_band("CNY", "USD", [1970]) == []
    assert 2024 in years_of("EUR", "CNY")


def test_a_pair_the_other_way_round_is_a_peer_too() -> None:
    text = "The offer of £1.35bn ($2.5bn) is too high; it would rather see £270m ($500m) paid out, not $500m (£350m)."
    assert [len(deal.peers) for deal in deals(text, "2005-01-17")] == [2, 2, 2]
