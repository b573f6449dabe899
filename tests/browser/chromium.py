"""Debian's Chromium, headless, driven as a reader drives it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

BROWSER = Path("/usr/bin/chromium")
DRIVER = Path("/usr/bin/chromedriver")
AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"

_ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@contextmanager
def chromium(profile: Path) -> Iterator[webdriver.Chrome]:
    """A browser with a fresh profile."""
    assert BROWSER.exists(), "apt-get install chromium"
    assert DRIVER.exists(), "apt-get install chromium-driver"
    options = webdriver.ChromeOptions()
    options.binary_location = str(BROWSER)
    for argument in (*_ARGUMENTS, f"--user-data-dir={profile}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    try:
        yield browser
    finally:
        browser.quit()


class Screen:
    """What a reader reads on: its size, its colours, and whether scripts run."""

    def __init__(self, browser: webdriver.Chrome) -> None:
        self.browser = browser

    def set(self, width: int = 1280, height: int = 900, *, dark: bool = False, scripts: bool = True) -> None:
        """Change the screen; pages opened after it are read on it."""
        sized = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", sized)
        colours = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": colours})
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})

    def open(self, page: Path) -> None:
        """Open a page; what the console said of earlier ones is forgotten."""
        self.browser.get_log("browser")
        self.browser.get(page.as_uri())

    def complaints(self) -> list[str]:
        """What the console said."""
        return [str(entry["message"]) for entry in self.browser.get_log("browser")]

    def ask(self, script: str) -> Any:
        """The value of an expression on the page, read by the debugger, which works without scripts too."""
        told = self.browser.execute_cdp_cmd("Runtime.evaluate", {"expression": script, "returnByValue": True})
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def inaccessible(self) -> list[str]:
        """What axe-core finds wrong with the page: the rule, and the elements."""
        assert AXE.exists(), "npm ci --prefix tests"
        self.browser.execute_script(AXE.read_text(encoding="utf-8"))
        found = self.browser.execute_async_script("axe.run().then(arguments[0])")
        return [
            f"{violation['id']}: {json.dumps([node['html'] for node in violation['nodes']][:3])}"
            for violation in found["violations"]
        ]
