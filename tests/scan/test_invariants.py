"""What holds of every text: spans, order, pieces, no surprises."""

from __future__ import annotations

from factlint.figures.figure import Figure
from factlint.figures.numbers import conventions_of
from factlint.figures.scan import scan, scan_text
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = [
    "9", "9,", "1.2", "30,00", " million", "$", "€", "RMB ", "¥", "%", " percent", "kWh", "/100 km", " per ", " a ",
    "three", "half a ", "hundreds of millions", " of ", "two-thirds", "one", " in ten", " to ", "-", "–", " and ",
    "between ", "from ", "\n", "\n\n", "(", ")", "No. ", "第", "三百万", "万", "辆", "亿元", "1/2", "½", "18-3/4", "x",
    "×", "+", "-plus", "th", "twice", "doubled", "a dozen", "a quarter", "seventh", " ", "  ", ".", ",", "ft", " 6 in",
    "m", "M", "C", "０", "．", "，", "\u00a0", "'", "’", "https://a.b/9", "@", "#", "over ", "more than ", "the ",
    " vehicles", " cars", "٣", "²", "①", "\x00", "\ud800", "Rs ", "lakh", "crore", "1,23,456", "+82 2 555 0110", "A", "-5",
    "~", " and a half", "fourth", "each ", "Model 3", "January 5", "2024", "IM L6 ", "year", "BYD ",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=16).map("".join) | st.text(max_size=60)
SENTENCES = [
    "Sales rose 12.5% to 1,540,077 vehicles.", "It costs RMB 59,800 ($8,200).", "More than 200 stores opened.",
    "The pack stores 60-80 kWh and weighs about 450 kg.", "Half of the three million cars were sold abroad.",
    "It built 30,00 NEVs.", "Prices run from 194,900 yuan to 298,600 yuan.", "It was the seventh consecutive rise.",
    "A heading of 31 Million Units", "5 million+", "nearly", "from 1.2 million in 2019", "between 5", "$",
]  # fmt: skip


def facts(figure: Figure) -> tuple[object, ...]:
    return figure.quote, figure.kind, figure.value, figure.low, figure.high, figure.unit, figure.hedge, figure.noun


@given(texts)
@settings(max_examples=600, deadline=None)
def test_spans_are_in_order_and_quote_the_text(text: str) -> None:
    last = 0
    for figure in scan(text):
        assert last <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.quote
        last = figure.end
        if figure.interval is not None:
            assert not figure.interval.empty
            assert -1 <= figure.phrase_start <= figure.start
            if figure.value is not None and figure.hedge is None:
                assert figure.interval.contains(figure.value)
        assert figure.value is None or figure.form == "well-formed"


@given(texts)
def test_scanning_twice_agrees(text: str) -> None:
    assert [facts(figure) for figure in scan(text)] == [facts(figure) for figure in scan(text)]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_blocks_agree_with_the_whole(blocks: list[str]) -> None:
    whole = "\n\n".join(blocks)
    conventions = conventions_of(whole)
    pieces = [facts(figure) for block in blocks for figure in scan_text(block, None, conventions).figures]
    assert pieces == [facts(figure) for figure in scan_text(whole, None, conventions).figures]


@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5))
def test_a_single_newline_is_a_blank(sentences: list[str]) -> None:
    text = " ".join(sentences)
    spaced = [(figure.kind, figure.value, figure.unit, figure.hedge) for figure in scan(text)]
    wrapped = [(figure.kind, figure.value, figure.unit, figure.hedge) for figure in scan(text.replace(" ", "\n"))]
    assert [one for one in spaced if one[0] in ("percent", "measure")] == [
        one for one in wrapped if one[0] in ("percent", "measure")
    ]


def test_an_empty_text_has_no_figures() -> None:
    assert scan("") == ()
