"""The HTML report in a real browser: its links lead where they say, and it is read by everybody, on anything."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Screen, chromium
from factlint.cli import main
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).parents[2] / "seeds"
STORY = "new-car-market-june.md"
OVERLAPS = """
(() => {
  const boxes = [...document.querySelectorAll('.note')].map((note) => note.getBoundingClientRect())
  return boxes.slice(1).filter((box, at) => box.top < boxes[at].bottom).length
})()
"""
AWAY = """
[...document.querySelectorAll('.note')].map((note) => {
  const mark = document.getElementById(note.querySelector('.number').hash.slice(1))
  return note.getBoundingClientRect().top - mark.getBoundingClientRect().top
})
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports on the synthetic seeds: a folder with pages, and all of them in one file."""
    folder = tmp_path_factory.mktemp("reports") / "pages"
    paths = [str(path) for path in sorted((SEEDS / "synthetic").iterdir()) if path.suffix != ".jsonl"]
    main(["check", *paths, "--output", f"html:{folder}/", "--output", f"html:{folder.parent}/all.html"])
    return folder


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    with chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield Screen(browser)


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def story(request: pytest.FixtureRequest, pages: Path, screen: Screen) -> Screen:
    """One article on a wide screen."""
    screen.set(scripts=request.param)
    screen.open(page_of(pages, STORY))
    return screen


def page_of(pages: Path, name: str) -> Path:
    (page,) = pages.glob(f"*{name}.html")
    return page


def all_of(screen: Screen, selector: str) -> list[WebElement]:
    return screen.browser.find_elements(By.CSS_SELECTOR, selector)


def in_view(screen: Screen, anchor: str) -> bool:
    inside = screen.ask(
        f"(({{top, bottom}}) => top >= 0 && bottom <= innerHeight)"
        f"(document.getElementById('{anchor}').getBoundingClientRect())"
    )
    return bool(inside)


def test_a_click_on_a_note_leads_to_its_figures_and_back(story: Screen) -> None:
    for link in all_of(story, ".note a"):
        anchor = str(link.get_dom_attribute("href")).removeprefix("#")
        link.click()
        assert story.ask("location.hash") == f"#{anchor}"
        assert in_view(story, anchor)
        back = story.browser.find_element(By.ID, anchor)
        note = str(back.get_dom_attribute("href")).removeprefix("#")
        back.click()
        assert in_view(story, note)
        lit = story.ask(f"getComputedStyle(document.getElementById('{note}')).backgroundColor")
        assert lit != "rgba(0, 0, 0, 0)"


def test_notes_stand_beside_their_figures(story: Screen) -> None:
    assert story.ask(OVERLAPS) == 0
    right = story.ask("Math.min(...[...document.querySelectorAll('.note')].map((n) => n.getBoundingClientRect().left))")
    assert right > story.ask("document.querySelector('p.set').getBoundingClientRect().right")
    # Within a line of the figure where the note above leaves room: the first always has it.
    assert abs(story.ask(AWAY)[0]) < 30


def test_severities_and_ticks_are_filtered(story: Screen) -> None:
    notes = {kind: len(all_of(story, f".note.{kind}")) for kind in ("error", "warning")}
    assert all(notes.values())
    for kind, others in (("error", "warning"), ("warning", "error")):
        switch = story.browser.find_element(By.ID, f"show-{kind}")
        switch.click()
        assert [note for note in all_of(story, f".note.{kind}") if note.is_displayed()] == []
        assert sum(note.is_displayed() for note in all_of(story, f".note.{others}")) == notes[others]
        switch.click()
    assert all(note.is_displayed() for note in all_of(story, ".note"))


def test_the_keyboard_reaches_every_note_and_mark(story: Screen) -> None:
    wanted = {link.get_dom_attribute("href") for link in all_of(story, "article a, fieldset input")}
    reached = set()
    for _ in range(200):
        ActionChains(story.browser).send_keys(Keys.TAB).perform()
        active = story.browser.switch_to.active_element
        if active.tag_name == "body":
            break
        reached.add(active.get_dom_attribute("href"))
    assert wanted <= reached
    story.browser.find_element(By.ID, "show-error").send_keys(Keys.SPACE)
    assert not any(note.is_displayed() for note in all_of(story, ".note.error"))


def test_a_mark_far_from_its_note_tells_it_on_focus(story: Screen) -> None:
    mark = story.browser.find_element(By.CSS_SELECTOR, ".to-note.other")
    ActionChains(story.browser).move_to_element(mark).perform()
    shown = story.ask("getComputedStyle(document.querySelector('.to-note.other:hover'), '::after').content")
    assert "goes up" in shown


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 800, 360])
@pytest.mark.parametrize("name", ["index", STORY, "robotaxi-money.json", "guide-to-home-charging.txt", "all in one"])
def test_every_page_is_accessible_and_quiet(pages: Path, screen: Screen, name: str, width: int, dark: bool) -> None:
    screen.set(width, dark=dark)
    named = {"index": pages / "index.html", "all in one": pages.parent / "all.html"}
    screen.open(named[name] if name in named else page_of(pages, name))
    assert screen.inaccessible() == []
    assert screen.complaints() == []
    assert screen.ask("document.documentElement.scrollWidth <= innerWidth")
    assert screen.ask(OVERLAPS) == 0


def test_the_index_leads_to_every_article(pages: Path, screen: Screen) -> None:
    screen.set(scripts=False)
    screen.open(pages / "index.html")
    links = all_of(screen, ".index tbody a")
    assert len(links) == len(list(pages.glob("*.*.html")))
    links[3].click()
    assert all_of(screen, "article h2")
    screen.browser.find_element(By.LINK_TEXT, "All articles").click()
    screen.browser.find_element(By.ID, "only-found").click()
    shown = [row for row in all_of(screen, ".index tbody tr") if row.is_displayed()]
    assert shown == all_of(screen, ".index tr.found")


def test_print_is_on_white_with_notes_beside_the_text(pages: Path, screen: Screen, tmp_path: Path) -> None:
    screen.set(dark=True)
    screen.open(page_of(pages, STORY))
    printed = screen.browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True})
    assert base64.b64decode(printed["data"]).startswith(b"%PDF-")
    screen.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert screen.ask("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert screen.ask("getComputedStyle(document.querySelector('.notes')).float") == "inline-end"
    assert screen.ask("getComputedStyle(document.querySelector('.legend input')).display") == "none"
    screen.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_words_of_an_article_run_nothing(screen: Screen, tmp_path: Path) -> None:
    words = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    (tmp_path / "evil.txt").write_text(f"Up {words}\n\nIt sold 30,00 {words} cars.\n", encoding="utf-8")
    main(["check", str(tmp_path / "evil.txt"), "--output", f"html:{tmp_path}/evil.html"])
    screen.set()
    screen.open(tmp_path / "evil.html")
    assert screen.browser.title.startswith("Up <script>document.title='owned'")
    assert screen.ask("document.images.length + document.scripts.length") == 1
    assert screen.complaints() == []
