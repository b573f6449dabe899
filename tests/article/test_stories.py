"""Round-ups and articles with subheads, told apart by their form."""

from __future__ import annotations

import pytest
from outline import headlines, of_kind, read_as

STORIES = [
    (
        "Wuling opens battery plant in Bekasi",
        "On January 3, Wuling opened a battery plant in Bekasi, its first abroad.",
    ),
    ("Hozon raises 3 billion yuan from banks", "Hozon has raised 3 billion yuan from four banks, it said on Monday."),
    (
        "Leapmotor's May sales exceed 62,000 units",
        "Leapmotor sold 62,110 units in May. Its sales have now grown for a year.",
    ),
    (
        "Scania tests driverless trucks in Rugao",
        "In Rugao, Scania has begun to test driverless trucks on public roads.",
    ),
    (
        "Xpeng recalls 4,200 sedans over brakes",
        "A recall of 4,200 Xpeng sedans began on Tuesday. Their brakes may fail.",
    ),
]
SECTIONS = [
    ("Prices and versions", "Prices of the Voyah Free start at 209,900 yuan. Three versions are offered."),
    ("Built in Wuhan", "The Voyah Free is built in Wuhan. The plant there has 3,000 workers."),
    ("What lies under the skin", "The company has changed little. The Free keeps its two motors."),
    ("When it comes to Europe", "It goes on sale in Norway in May. Voyah has 12 dealers there."),
    ("Our verdict", "The Free is a good car. We would buy it, if Voyah opened a shop nearby."),
]


def as_text(title: str, intro: str, parts: list[tuple[str, str]], gap: str = "\n") -> str:
    body = gap.join(f"{heading}{gap}{paragraph}" for heading, paragraph in parts)
    return f"{title}\n{intro}\n{body}\n"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_roundup_has_a_story_for_each_headline(gap: str) -> None:
    article = read_as(
        "txt", as_text("China Auto Daily: Wuling goes to Bekasi", "Here is the news of the day.", STORIES, gap)
    )
    assert headlines(article) == ["China Auto Daily: Wuling goes to Bekasi", *(headline for headline, _ in STORIES)]
    assert [story.frame for story in article.stories] == [True] + [False] * 5
    assert of_kind(article, "subhead") == []
    assert article.stories[3].blocks == (6, 7)


def test_a_roundup_need_not_say_so_in_its_title() -> None:
    article = read_as("txt", as_text("News from the car makers of China", "What happened on Tuesday.", STORIES))
    assert len(article.stories) == 6


def test_an_article_with_subheads_is_one_story() -> None:
    article = read_as("txt", as_text("Voyah renews the Free", "Voyah has renewed its SUV, the Free.", SECTIONS))
    assert len(article.stories) == 1
    assert len(of_kind(article, "subhead")) == 5
    assert article.stories[0].headline == 0


def test_subheads_that_are_sentences_about_one_company_make_one_story() -> None:
    parts = [
        ("Voyah sells 14,212 cars in May", "Voyah sold 14,212 cars in May, 41% more than a year ago."),
        ("Voyah opens 40 stores in Europe", "In Europe, Voyah has opened 40 stores. Norway came first."),
        ("Voyah hires 300 engineers in Wuhan", "In Wuhan, Voyah has hired 300 engineers this year."),
        ("Voyah cuts prices of the Dreamer", "Voyah has cut the prices of the Dreamer by 5%."),
    ]
    article = read_as("txt", as_text("How Voyah grows up", "Voyah was founded in 2019. It belongs to Dongfeng.", parts))
    assert len(article.stories) == 1


def test_markdown_and_html_follow_the_same_test() -> None:
    stories = "\n\n".join(f"## {heading}\n\n{paragraph}" for heading, paragraph in STORIES)
    sections = "\n\n".join(f"## {heading}\n\n{paragraph}" for heading, paragraph in SECTIONS)
    assert len(read_as("md", f"# Weekly review\n\nThe week.\n\n{stories}\n").stories) == 6
    assert len(read_as("md", f"# Weekly review of the Voyah Free\n\nThe car.\n\n{sections}\n").stories) == 1
    page = "".join(f"<h2>{heading}</h2><p>{paragraph}</p>" for heading, paragraph in STORIES)
    assert len(read_as("html", f"<h1>News in brief</h1><p>Today:</p>{page}").stories) == 6


def test_what_closes_a_roundup_belongs_to_its_frame() -> None:
    text = as_text("Week in Brief", "The week.", STORIES) + "All Rights Reserved. Write to us: a@b.example\n"
    article = read_as("txt", text)
    assert article.stories[0].blocks == (0, 1, 12)


def test_credits_and_pictures_stay_with_their_story() -> None:
    parts = [(heading, f"{paragraph}\nPhoto credit: {heading.split()[0]}") for heading, paragraph in STORIES]
    article = read_as("txt", as_text("Auto Daily: five stories", "The news.", parts))
    assert [len(story.blocks) for story in article.stories] == [2, 3, 3, 3, 3, 3]
