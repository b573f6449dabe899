"""What stands in a text and was not meant for readers."""

from __future__ import annotations

import time

import pytest
from factlint.artefacts.garbled import garbled
from factlint.artefacts.markup import markup
from factlint.artefacts.placeholders import placeholders
from factlint.artefacts.repeats import repeats
from factlint.artefacts.talk import talk
from factlint.artefacts.verbatim import Verbatim
from factlint.article import read


def held(text: str) -> list[str]:
    return [text[one.start : one.end] for one in placeholders(text)]


def marks(text: str) -> list[list[str]]:
    return [[text[one.start : one.end] for one in group] for group in markup(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It sold {{ units }} cars.", "{{ units }}"),
        ("It sold {units} cars.", "{units}"),
        ("It said so [cite: -].", "[cite: -]"),
        ("It said so 【4†source】.", "【4†source】"),
        ("The note[^3] is missing.", "[^3]"),
        ("Deliveries start in [TK month].", "[TK month]"),
        ("Sales rose by XX% in May.", "XX%"),
        ("The price is $XX.", "$XX"),
        ("It sold TK units.", "TK units"),
        ("It sold 00,000 units.", "00,000"),
        ("It sold undefined units.", "undefined units"),
        ("[INSERT CHART HERE]", "[INSERT CHART HERE]"),
    ],
)
def test_a_placeholder_is_found(text: str, found: str) -> None:
    assert held(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "“TK” is a factory code.",
        "TK Elevator sold 500 lifts.",
        "It built 599 SF90 XX units.",
        "For every X units, 10,000,000 yuan is paid.",
        "“We sold [almost] all [of them],” he said.",
        "The note[^3] is there.\n\n[^3]: A note.",
        "The price is TBA and the range (WLTP) 510 km.",
    ],
)
def test_names_quotations_and_rules_are_no_placeholders(text: str) -> None:
    assert held(text) == []


def test_stray_data_is_one_finding_to_its_last_bracket() -> None:
    tail = '[{"score": 6, "why": "It speaks of [chips] and {cars}."}]'
    assert marks(f"The two signed.\n\n{tail}") == [[tail]]


def test_the_tags_of_a_line_are_one_finding() -> None:
    assert marks("Sales <b>rose</b> in May.\n\n<p>Then they fell.") == [["<b>", "</b>"], ["<p>"]]


def test_each_heading_tag_is_a_finding_and_half_years_are_none() -> None:
    assert marks("H2: Outlook\n\nText.\n\nH3: Risks\n\nText.") == [["H2:"], ["H3:"]]
    assert marks("H1: 1.2 million\n\nH2: 1.5 million") == []


def test_code_is_no_leftover() -> None:
    article = read("<p>Write <code>{{ name }}</code>, not {{ name }}.</p>", path="story.html")
    shown = Verbatim(article)
    inside, outside = placeholders(article.text)
    assert shown.holds(inside.start, inside.end)
    assert not shown.holds(outside.start, outside.end)


def test_broken_letters_and_accents_are_told_apart() -> None:
    assert [one.sort for one in garbled("The companyâ€™s sales")] == ["broken letters"]
    assert garbled("Škoda, Citroën, São Paulo – 30 °C") == ()


def test_a_generator_is_heard_outside_quotation_marks_only() -> None:
    assert len(talk("As of my last knowledge update, sales rose.")) == 1
    assert talk("“As an AI language model, I cannot drive,” it said.") == ()


LONG = "The plant will build 120,000 cars a year and employ 3,000 people when its second line opens."


def test_a_repeated_paragraph_is_one_repetition_and_a_pull_quote_is_none() -> None:
    twice = f"{LONG} It is the largest.\n\nThe site is ready.\n\n{LONG} It is the largest."
    (repeat,) = repeats(read(twice, path="story.txt"))
    assert twice.count(LONG) == 2
    assert repeat.end - repeat.start == repeat.first_end - repeat.first_start == len(f"{LONG} It is the largest.")
    assert repeats(read(f"{LONG} It is the largest.\n\n{LONG}\n\nThe site is ready.", path="story.txt")) == ()


@pytest.mark.parametrize(
    "part", ["<!--", "[", "{{", '{"a":', '[{"', "**a", "[^1]", "[b]", "0,000", "TK ", "&amp;", "H2: \n"]
)
def test_hostile_text_takes_time_in_proportion(part: str) -> None:
    def seconds(size: int) -> float:
        text = part * (size // len(part))
        start = time.process_time()
        placeholders(text)
        markup(text)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(80_000) < 8 * seconds(20_000) + 0.2
