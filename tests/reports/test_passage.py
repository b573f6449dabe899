"""What is shown around a place: a sentence, or the whole row of a table."""

from __future__ import annotations

import pytest
from factlint.article import read
from factlint.finding import Place
from factlint.reports.passage import passage_of

ROW = {
    "markdown": "# Sales\n\n| Model | June | May |\n|---|---|---|\n| Q25 | 18,400 | 15,300 |\n| M50 | **12,700** | 10,900 |\n",
    "html": "<h1>Sales</h1><table><tr><th>Model<th>June<th>May<tr><td>Q25<td>18,400<td>15,300"
    "<tr><td>M50<td><b>12,700</b><td>10,900</table>",
}


@pytest.mark.parametrize("format_name", ROW)
def test_a_cell_is_shown_in_its_row(format_name: str) -> None:
    article = read(ROW[format_name], path="story", format=format_name)
    at = article.text.index("12,700")
    passage = passage_of(article, Place(at, at + 6, "12,700"))
    assert passage.text(article) == "M50 | 12,700 | 10,900"
    assert passage.shown(Place(at, at + 6, "12,700")) == (6, 12)


def test_a_sentence_is_shown_alone() -> None:
    article = read("It sold 12,700 cars. It built 10,900.", path="story", format="text")
    at = article.text.index("10,900")
    passage = passage_of(article, Place(at, at + 6, "10,900"))
    assert passage.text(article) == "It built 10,900."
    assert passage.shown(Place(at, at + 6, "10,900")) == (9, 15)


def test_a_place_that_runs_over_its_sentence_is_cut_where_the_sentence_ends() -> None:
    article = read("It sold 12,700 cars. It built 10,900.", path="story", format="text")
    passage = passage_of(article, Place(8, 30, article.text[8:30]))
    start, end = passage.shown(Place(8, 30, article.text[8:30]))
    assert passage.text(article)[start:end] == "12,700 cars."
