"""Draws the pictures of the README from the real reports on one article.

``python .github/pictures/draw.py [FOLDER]`` writes terminal.svg, report.png and report-dark.png; it needs Debian's
chromium and chromium-driver, and the fonts of fonts-urw-base35 for a page that looks as it does on a Mac.
"""

from __future__ import annotations

import base64
import os
import re
import sys
import tempfile
from io import StringIO
from pathlib import Path
from typing import cast

from factlint.config import Config
from factlint.desk import Desk
from factlint.proof import Edited
from factlint.report import Summary
from factlint.reports.html.writer import HtmlWriter
from factlint.reports.ink import ColourInk
from factlint.reports.terminal import TerminalWriter
from factlint.reports.writer import Writer
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

HERE = Path(__file__).parent
ARTICLE = HERE.parents[1] / "seeds" / "synthetic" / "road-test-small-hatch.html"
COLUMNS = 101
WIDTH, HEIGHT = 1180, 1130
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PAPER = TerminalTheme(
    (24, 23, 21),
    (230, 225, 216),
    [(24, 23, 21), (255, 132, 118), (130, 199, 143), (234, 182, 92), (143, 196, 234), (214, 160, 210),
     (120, 200, 205), (200, 195, 186)],
)  # fmt: skip
# The pages that show the picture fetch nothing for it: the reader's own monospaced font is used.
SVG = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace("Fira Code, ", "")


def main(folder: Path) -> None:
    """Write all pictures."""
    os.chdir(ARTICLE.parent)
    edited = Desk(Config()).edit(ARTICLE.read_bytes(), ARTICLE.name)
    if edited.report.error:
        sys.exit(f"{ARTICLE.name}: {edited.report.error.message}")
    (folder / "terminal.svg").write_text(terminal_picture(edited), encoding="utf-8")
    with tempfile.TemporaryDirectory() as drafts:
        page = Path(drafts) / "report.html"
        with page.open("wb") as out:
            _tell(HtmlWriter(out), edited)
        for name, colours in (("report.png", "light"), ("report-dark.png", "dark")):
            (folder / name).write_bytes(page_picture(page, colours, Path(drafts) / colours))


def terminal_picture(edited: Edited) -> str:
    """What ``factlint check`` prints in a terminal, as SVG."""
    console = Console(
        file=StringIO(), record=True, width=COLUMNS, force_terminal=True, color_system="truecolor", highlight=False
    )
    _tell(TerminalWriter(ColourInk(console, ascii_only=False)), edited)
    svg = console.export_svg(title=f"factlint check {ARTICLE.name}", theme=PAPER, code_format=SVG, unique_id="factlint")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def page_picture(page: Path, colours: str, profile: Path) -> bytes:
    """The HTML report as a browser shows it, as PNG."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        feature = {"name": "prefers-color-scheme", "value": colours}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
        screen = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        browser.get(page.as_uri())
        shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    finally:
        browser.quit()
    return base64.b64decode(cast(str, shot["data"]))


def _tell(writer: Writer, edited: Edited) -> None:
    writer.file(edited)
    writer.end(Summary().plus(edited.report), ())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
