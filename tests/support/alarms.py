"""What is told of a text of a test: the findings that an editor is alarmed by."""

from __future__ import annotations

import datetime as dt

from factlint import lint

ABOVE = "A sober headline for the piece\n\n"


def alarmed(text: str) -> list[str]:
    """The alarms on a text; behind "H:" it begins with its own headline."""
    whole = text.removeprefix("H:") if text.startswith("H:") else ABOVE + text
    form = "markdown" if "\n|" in text or "\n- " in text else "text"
    report = lint(f"{whole}\n", format=form, date=dt.date(2026, 8, 20))
    return [f"{one.code} {one.quote}" for one in report.files[0].findings if one.severity != "suggestion"]
