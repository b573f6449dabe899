"""Dates, periods, times and clock durations in news text."""

from __future__ import annotations

import datetime as dt
import itertools
from fractions import Fraction

import pytest
from factlint.figures import periods
from factlint.figures.dates import find_dates
from factlint.figures.figure import Figure
from factlint.figures.names import find_names
from factlint.figures.taken import Taken
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TODAY = dt.date(2025, 9, 12)


def dates(text: str, date: dt.date | None = TODAY) -> list[Figure]:
    return find_dates(text, date, Taken.of((name.start, name.end) for name in find_names(text)))


def only(text: str, date: dt.date | None = TODAY) -> Figure:
    (found,) = dates(text, date)
    return found


def days(figure: Figure) -> tuple[str, str] | None:
    return (figure.period.first.isoformat(), figure.period.last.isoformat()) if figure.period else None


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("on January 5, 2025 it", "January 5, 2025", "2025-01-05"),
        ("on Jan. 4 it", "Jan. 4", "2025-01-04"),
        ("on 5 January 2025 it", "5 January 2025", "2025-01-05"),
        ("on the 9th of September 2025 it", "9th of September 2025", "2025-09-09"),
        ("dated 2025-01-05.", "2025-01-05", "2025-01-05"),
        ("until 31/08/2024.", "31/08/2024", "2024-08-31"),
        ("until 31.08.2024, said", "31.08.2024", "2024-08-31"),
        ("时间:2022年11月1日", "2022年11月1日", "2022-11-01"),
        ("on Tuesday 9 September 2025", "Tuesday 9 September 2025", "2025-09-09"),
        ("on Tuesday, September 9 it", "Tuesday, September 9", "2025-09-09"),
        ("runs until Sunday 14 September", "Sunday 14 September", "2025-09-14"),
        ("TOKYO, May 8 (2025) - It", "May 8 (2025)", "2025-05-08"),
    ],
)
def test_a_day_in_every_order(text: str, quote: str, day: str) -> None:
    found = only(text)
    assert (found.kind, found.quote, days(found)) == ("date", quote, (day, day))


@pytest.mark.parametrize(
    ("text", "quote", "first", "last"),
    [
        ("from March 11-20 in", "March 11-20", "2025-03-11", "2025-03-20"),
        ("January to May sales", "January to May", "2025-01-01", "2025-05-31"),
        ("sold in Jan-Sept", "Jan-Sept", "2025-01-01", "2025-09-30"),
        ("from 2026 to 2028 it", "2026 to 2028", "2026-01-01", "2028-12-31"),
        ("between September and December", "September and December", "2025-09-01", "2025-12-31"),
        ("from December 30 to January 2, 2025", "December 30 to January 2, 2025", "2024-12-30", "2025-01-02"),
        ("in Q3 2024 it", "Q3 2024", "2024-07-01", "2024-09-30"),
        ("1Q25 results", "1Q25", "2025-01-01", "2025-03-31"),
        ("the third quarter of 2024 was", "third quarter of 2024", "2024-07-01", "2024-09-30"),
        ("its first-quarter profit", "first-quarter", "2025-01-01", "2025-03-31"),
        ("in H1 2025 it", "H1 2025", "2025-01-01", "2025-06-30"),
        ("in the second half of last year", "second half of last year", "2024-07-01", "2024-12-31"),
        ("in the first eight months of 2025", "first eight months of 2025", "2025-01-01", "2025-08-31"),
        ("2022 through the first half of 2025", "2022 through the first half of 2025", "2022-01-01", "2025-06-30"),
        ("last year it", "last year", "2024-01-01", "2024-12-31"),
        ("last month it", "last month", "2025-08-01", "2025-08-31"),
        ("the year to March 2026 brings", "year to March 2026", "2025-04-01", "2026-03-31"),
        ("2024年第三季度销量", "2024年第三季度", "2024-07-01", "2024-09-30"),
        ("in the 1980s it", "1980s", "1980-01-01", "1989-12-31"),
    ],
)
def test_a_period_is_the_days_it_names(text: str, quote: str, first: str, last: str) -> None:
    found = only(text)
    assert (found.kind, found.quote, days(found)) == ("period", quote, (first, last))


@pytest.mark.parametrize(
    ("text", "quote", "first", "last"),
    [
        ("this September the", "this September", "2025-09-01", "2025-09-30"),
        ("in December last year", "December last year", "2024-12-01", "2024-12-31"),
        ("sold in October.", "October", "2024-10-01", "2024-10-31"),
        ("to be opened by October.", "October", "2025-10-01", "2025-10-31"),
        ("in 2024 it", "2024", "2024-01-01", "2024-12-31"),
        ("in July 2025 it", "July 2025", "2025-07-01", "2025-07-31"),
    ],
)
def test_a_month_or_a_year_is_a_date_that_names_a_stretch(text: str, quote: str, first: str, last: str) -> None:
    found = only(text)
    assert (found.kind, found.quote, days(found)) == ("date", quote, (first, last))
    assert found.is_stretch


def test_a_day_is_no_stretch() -> None:
    assert not only("on March 13, 2025 it").is_stretch
    assert not only("on Friday it").is_stretch


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("up 5% year-on-year", "yoy"),
        ("up 5% YoY", "yoy"),
        ("up 5% y/y", "yoy"),
        ("down 3% month on month", "mom"),
        ("down 3% QoQ", "qoq"),
        ("from 40 a year earlier", "year-earlier"),
        ("than in the previous year", "year-earlier"),
        ("than in the same period last year", "same-period"),
        ("than in the same month a year ago", "same-period"),
        ("Ten years ago it", "years-ago"),
        ("the 2025 Volkswagen ID.3", "model-year"),
        ("the 1985 model year", "model-year"),
    ],
)
def test_a_period_that_points_elsewhere_says_how(text: str, meaning: str) -> None:
    assert only(text).relative == meaning


@pytest.mark.parametrize(
    "text", ["31 September", "29 February 2025", "Q5 2024", "2024-13-05", "30 February", "April 31"]
)
def test_impossible_dates_are_one_figure_with_a_diagnosis(text: str) -> None:
    found = only(f"closed on {text}, it")
    assert (found.quote, found.form, found.period) == (text, "impossible", None)


@pytest.mark.parametrize(
    "text",
    [
        "2,024 units",
        "2025 units were built",
        "a range of 2000 km",
        "it cost 2000 euros",
        "the firm built 1999 cars",
        "It may rise. They may 5.",
        "March on, they said",
        "a 24/7 line with 16:9 screens",
        "version 1.2.3 of it",
        "H2 fuel stations",
        "a Black Friday deal",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("its 2025 target", 2025),
        ("since 2021, it", 2021),
        ("2024 marked the end", 2024),
        ("Europe's 2035 ban", 2035),
        ("sales in 2019 of 40 cars", 2019),
        ("the total for 2025: 40", 2025),
    ],
)
def test_a_bare_year_where_the_words_say_so(text: str, year: int) -> None:
    found = only(text)
    assert found.calendar is not None
    assert (found.calendar.year, found.quote) == (year, str(year))


def test_may_and_march_are_months_only_in_their_place() -> None:
    assert [found.quote for found in dates("May sales may rise in May. It may, said May.")] == ["May", "May"]


def test_a_weekday_is_kept_with_its_date_and_alone() -> None:
    found = only("on Friday, Jan 5, 2024, it")
    assert found.calendar is not None
    assert (found.quote, found.calendar.weekday, found.calendar.day) == ("Friday, Jan 5, 2024", 4, 5)
    lone = only("he said on Friday.")
    assert lone.calendar is not None
    assert (lone.kind, lone.calendar.weekday, lone.period) == ("date", 4, None)


def test_without_an_article_date_a_month_takes_the_year_before_it() -> None:
    first, second = dates("On March 3, 2022 it began. In July of that year it ended.", None)
    assert days(first) == ("2022-03-03", "2022-03-03")
    assert days(second) == ("2022-07-01", "2022-07-31")
    assert only("last year it", None).period is None


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit"),
    [
        ("lapped in 7:24.61, and", "7:24.61", Fraction("444.61"), "s"),
        ("took 7 minutes 24.61 seconds", "7 minutes 24.61 seconds", Fraction("444.61"), "s"),
        ("for 1 hour and 20 minutes", "1 hour and 20 minutes", Fraction(80), "min"),
        ("for two decades", "two decades", Fraction(20), "year"),
        ("in a fortnight", "a fortnight", Fraction(14), "day"),
    ],
)
def test_clock_durations(text: str, quote: str, value: Fraction, unit: str) -> None:
    found = only(text)
    assert (found.kind, found.quote, found.value, found.unit) == ("duration", quote, value, unit)
    assert found.interval is not None
    assert found.interval.contains(value)


def test_a_decade_has_its_hedge() -> None:
    assert only("more than three decades of work").hedge == "over"


@pytest.mark.parametrize(
    ("text", "quote"),
    [("at 09:30 it", "09:30"), ("by 5 p.m. on", "5 p.m."), ("10 p.m. to 6 a.m.", "10 p.m. to 6 a.m.")],
)
def test_times_of_day(text: str, quote: str) -> None:
    found = only(text)
    assert (found.kind, found.quote) == ("time", quote)


def test_a_short_lap_is_a_lap_only_beside_lap_times() -> None:
    assert [found.kind for found in dates("He gave up at 5:02, then did 7:24.61.")] == ["duration", "duration"]
    assert [found.kind for found in dates("He came at 5:02 and left.")] == ["time"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dates(dt.date(1960, 1, 1), dt.date(2045, 12, 31)),
    st.sampled_from(["{:%B} {d}, {:%Y}", "{d} {:%B} {:%Y}", "{:%Y-%m-%d}", "{:%d.%m.%Y}"]),
)
def test_a_printed_date_is_read_back(date: dt.date, form: str) -> None:
    printed = form.replace("{d}", str(date.day))
    printed = date.strftime(printed.replace("{:", "").replace("}", ""))
    found = only(f"On {printed} it opened.")
    assert found.period == periods.day(date)


@given(st.text(alphabet=st.sampled_from("0123456789-/.:, QHJanuryMchtof月年日second yearhalf"), max_size=60))
def test_no_input_raises_and_spans_never_overlap(text: str) -> None:
    found = dates(text)
    assert all(text[figure.start : figure.end] == figure.quote for figure in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "quote", "first", "last"),
    [
        ("Toyota said fiscal 2026 would be hard", "fiscal 2026", "2025-04-01", "2026-03-31"),
        ("Honda's third quarter of fiscal 2025 was", "third quarter of fiscal 2025", "2024-10-01", "2024-12-31"),
    ],
)
def test_a_fiscal_year_is_that_of_the_company(text: str, quote: str, first: str, last: str) -> None:
    found = only(text)
    assert (found.quote, days(found)) == (quote, (first, last))


def test_a_fiscal_year_begins_after_the_day_on_which_the_text_says_it_ends() -> None:
    _, found = dates("In the fiscal year that ended on March 31 it lost money; fiscal 2026 will be better.")
    assert days(found) == ("2025-04-01", "2026-03-31")


def test_a_fiscal_year_of_a_company_unknown_stays_open() -> None:
    found = only("Acme said fiscal 2026 would be hard")
    assert found.calendar is not None
    assert (found.period, found.calendar.year) == (None, 2026)
