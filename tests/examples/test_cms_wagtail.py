"""The Wagtail site, driven in a real browser: a fault stops publication, a reason lets it pass, the report is kept."""

from __future__ import annotations

import json
import socket
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import urlopen

import pytest
from chromium import chromium
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.keys import Keys
from walkthrough import EXAMPLES, commands, fresh_python, run

pytestmark = pytest.mark.slow

FOLDER = EXAMPLES / "cms-wagtail"
PASSWORD = "correct horse battery staple"
BODY = "[contenteditable=true][role=textbox]"
FAULT = "Of 31.1 million cars sold in China in 2024, 15 million were NEVs, or 40.9%."
TRUE = "BYD sold 4.27 million vehicles 🚗 in 2024, up 41.4% from 3.02 million a year earlier."


class Newsroom(NamedTuple):
    """A served site and its database."""

    address: str
    database: Path

    def rows(self, query: str) -> list[Any]:
        with closing(sqlite3.connect(self.database, timeout=20)) as connection:
            return connection.execute(query).fetchall()


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    install, demo = commands("cms-wagtail")
    place = tmp_path_factory.mktemp("wagtail")
    environment = fresh_python(place / "venv") | {"NEWSROOM_DATABASE": str(place / "db.sqlite3")}
    run(install, FOLDER, environment)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with (place / "log").open("w") as log:
        server = subprocess.Popen(
            [*demo.split(), address, "--password", PASSWORD], cwd=FOLDER, env=environment, stdout=log, stderr=log
        )
        try:
            url = f"http://{address}/admin/login/"
            wait_for(lambda: server.poll() is not None or answers(url), 240, (place / "log").read_text)
            assert server.poll() is None, (place / "log").read_text()
            yield Newsroom(f"http://{address}", place / "db.sqlite3")
        finally:
            server.terminate()
            server.wait(20)


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=10) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_for(
    true: Callable[[], Any], seconds: float = 30, told: Callable[[], object] = lambda: "it did not come"
) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        # The page is redrawn while it is being read.
        with suppress(StaleElementReferenceException):
            found = true()
            if found:
                return found
        time.sleep(0.2)
    raise AssertionError(told())


class Editor:
    """An editor at the admin."""

    def __init__(self, browser: Any, newsroom: Newsroom, pictures: Path) -> None:
        self.browser, self.newsroom, self.pictures = browser, newsroom, pictures

    def one(self, selector: str) -> Any:
        return wait_for(
            lambda: next((e for e in self.browser.find_elements("css selector", selector) if e.is_displayed()), None),
            told=lambda: f"no {selector} at {self.browser.current_url}",
        )

    def text(self, selector: str) -> str:
        return str(self.one(selector).text)

    def click(self, selector: str) -> None:
        wait_for(lambda: self.one(selector).click() is None)

    def type(self, selector: str, text: str) -> None:
        """Write into a field in place of what it holds."""
        wait_for(lambda: self.one(selector).clear() is None)
        self.one(selector).send_keys(text)

    def type_body(self, *paragraphs: str) -> None:
        """Write at the cursor of the rich-text editor; ChromeDriver's own keys reach the basic plane only."""
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.one(BODY).send_keys(Keys.ENTER)
            self.browser.execute_cdp_cmd("Input.insertText", {"text": paragraph})
        # The rich-text editor hands its text to the form with a delay.
        wait_for(lambda: paragraphs[-1] in self.browser.find_element("name", "body").get_attribute("value"))

    def picture(self, name: str) -> None:
        self.browser.save_screenshot(str(self.pictures / f"{name}.png"))

    def log_in(self) -> None:
        self.browser.get(f"{self.newsroom.address}/admin/login/")
        self.type("[name=username]", "editor")
        self.type("[name=password]", PASSWORD)
        self.click("form button[type=submit]")
        self.one(".sidebar")

    def write(self, headline: str, *paragraphs: str) -> None:
        ((front,),) = self.newsroom.rows("select page_ptr_id from articles_frontpage")
        self.browser.get(f"{self.newsroom.address}/admin/pages/add/articles/articlepage/{front}/")
        self.one(BODY)
        self.type("#id_title", headline)
        self.type("#id_date", "2025-01-14")
        self.click(BODY)
        self.type_body(*paragraphs)
        self.click("footer .action-save")
        self.one(".messages .success")

    def publish(self) -> None:
        self.click("footer .w-dropdown__toggle, footer [data-controller~=w-dropdown] button[aria-expanded]")
        self.click("[name=action-publish]")

    def underlined(self, name: str) -> list[str]:
        """The text under the lines of one kind in the rich-text editor."""
        script = "return [...(CSS.highlights.get('factcheck-' + arguments[0]) || [])].map((range) => range.toString())"
        return list(self.browser.execute_script(script, name))

    def faults(self) -> list[str]:
        """What the scripts of the page complained of; a refused draft is no fault."""
        severe = (entry for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE")
        return [entry["message"] for entry in severe if entry["source"] != "network"]


@pytest.fixture
def editor(newsroom: Newsroom, tmp_path: Path) -> Iterator[Editor]:
    with chromium(tmp_path / "profile") as browser:
        browser.set_window_size(1400, 1300)
        editor = Editor(browser, newsroom, tmp_path)
        editor.log_in()
        yield editor
        editor.picture("end")


def reports(newsroom: Newsroom, headline: str) -> list[Any]:
    """The reports on the revisions of an article, oldest first."""
    rows = newsroom.rows(
        "select report from articles_factcheck join wagtailcore_revision on wagtailcore_revision.id = revision_id "
        f"where object_str = '{headline}' order by revision_id"
    )
    return [json.loads(report) for (report,) in rows]


def live(newsroom: Newsroom, headline: str) -> bool:
    return newsroom.rows(f"select live from wagtailcore_page where title = '{headline}'") == [(1,)]


def test_a_fault_stops_publication_until_a_reason_is_given(newsroom: Newsroom, editor: Editor) -> None:
    headline = "Half of the market"
    editor.write(headline, FAULT, TRUE)
    wait_for(lambda: editor.underlined("error") == ["40.9%"], told=lambda: editor.underlined("error"))
    assert set(editor.underlined("related")) == {"31.1 million", "15 million"}
    assert {"4.27 million", "41.4%", "3.02 million"} <= set(editor.underlined("confirmed"))
    assert "15 million of 31.1 million is 48.2%, not 40.9%." in editor.text("[data-factcheck-sheet]")
    editor.picture("1-draft")

    editor.publish()
    assert "could not be" in editor.text(".messages .error")
    assert "An error stands in this article" in editor.text("[data-factcheck-reason]")
    assert not live(newsroom, headline)
    assert newsroom.rows("select * from articles_override") == []
    assert editor.underlined("error") == ["40.9%"]
    editor.picture("2-stopped")

    editor.type("[name=override_reason]", "The association counts passenger cars only.")
    editor.publish()
    wait_for(lambda: live(newsroom, headline))
    editor.one(".messages .success")
    ((reason, mark),) = newsroom.rows("select reason, fingerprint from articles_override")
    assert reason == "The association counts passenger cars only."
    report = reports(newsroom, headline)[-1]
    (finding,) = report["files"][0]["findings"]
    assert (finding["code"], finding["fingerprint"], finding["span"]["field"]) == ("PCT001", mark, "body_html")
    assert editor.faults() == []


def test_an_overridden_error_returns_when_its_sentence_changes(newsroom: Newsroom, editor: Editor) -> None:
    headline = "Half of the market"
    ((page,),) = newsroom.rows(f"select id from wagtailcore_page where title = '{headline}'")
    editor.browser.get(f"{newsroom.address}/admin/pages/{page}/edit/")
    assert "Published all the same: The association counts" in editor.text("[data-factcheck-sheet]")
    assert not editor.browser.find_element("css selector", "[name=override_reason]").is_displayed()
    editor.picture("3-overridden")
    editor.click(BODY)
    editor.one(BODY).send_keys(Keys.CONTROL, Keys.HOME)
    # Wagtail saves the draft by itself, but not what is typed in the first two seconds.
    time.sleep(3)
    editor.type_body("It is said: ")
    editor.one("[name=override_reason]")
    editor.publish()
    assert "An error stands in this article" in editor.text("[data-factcheck-reason]")


def test_an_article_whose_figures_agree_is_published_at_once(newsroom: Newsroom, editor: Editor) -> None:
    headline = "BYD grows by two fifths"
    editor.write(headline, TRUE)
    wait_for(lambda: len(editor.underlined("confirmed")) >= 3)
    editor.publish()
    wait_for(lambda: live(newsroom, headline))
    report = reports(newsroom, headline)[-1]
    assert report["summary"]["findings"]["error"] == 0
    assert report["summary"]["figures"]["confirmed"] >= 3
    editor.browser.get(f"{newsroom.address}/byd-grows-by-two-fifths/")
    assert "up 41.4%" in editor.text("article")


def test_a_warning_is_shown_and_stops_nothing(newsroom: Newsroom, editor: Editor) -> None:
    headline = "Changan by rail"
    editor.write(headline, "Prices of the sedan range from 219,900 yuan to 179,900 yuan.")
    wait_for(lambda: editor.underlined("warning"), told=lambda: editor.text("[data-factcheck-sheet]"))
    assert "1 warning" in editor.text("[data-factcheck-sheet]")
    editor.picture("4-warning")
    editor.publish()
    wait_for(lambda: live(newsroom, headline))


def test_the_model_stops_what_does_not_come_from_the_editor(newsroom: Newsroom, editor: Editor) -> None:
    headline = "Published from the list"
    editor.write(headline, FAULT)
    wait_for(lambda: editor.underlined("error") == ["40.9%"])
    ((page,),) = newsroom.rows(f"select id from wagtailcore_page where title = '{headline}'")
    editor.browser.get(f"{newsroom.address}/admin/bulk/wagtailcore/page/publish/?id={page}")
    editor.click("form button[type=submit], form input[type=submit]")
    wait_for(lambda: "/bulk/" not in editor.browser.current_url or "permission" in editor.text("body"))
    assert not live(newsroom, headline)
