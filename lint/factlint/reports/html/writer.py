"""HTML reports: one page for all articles, or a folder with a page for each and an index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO
from urllib.parse import quote

import msgspec

from factlint.patterns import compiled
from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import Summary
from factlint.reports.html.page import article_page, collected_page, index_page
from factlint.reports.html.sheet import Sheet, sheet

INDEX = "index.html"
LONGEST_NAME = 60
"""Characters of a page's file name before its suffix; file systems hold 255 bytes."""

_UNFIT = compiled(r"[^\w.-]++")


class HtmlWriter:
    """Keeps the articles, since the index stands before them, and writes one page at the end."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self._sheets: list[Sheet] = []

    def file(self, edited: Edited) -> None:
        number = len(self._sheets)
        self._sheets.append(sheet(edited, f"a{number + 1}-" if number else ""))

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        told = tuple(problems)
        if len(self._sheets) == 1 and not told:
            page = article_page(self._sheets[0])
        else:
            page = collected_page(self._sheets, summary, told)
        self.out.write(page.encode())
        self.out.flush()


class HtmlFolderWriter:
    """Writes a page for each article as it comes, and the index at the end."""

    def __init__(self, write: Callable[[str, bytes], None]) -> None:
        self._write = write
        self._listed: dict[str, Sheet] = {}
        self._taken = {INDEX}

    def file(self, edited: Edited) -> None:
        article = sheet(edited, "")
        name = self._unused(page_name(edited.report.path))
        self._write(name, article_page(article, INDEX).encode())
        self._listed[name] = msgspec.structs.replace(article, html="", groups=())

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        addresses = [quote(name) for name in self._listed]
        page = index_page(tuple(self._listed.values()), addresses, summary, problems)
        self._write(INDEX, page.encode())

    def _unused(self, name: str) -> str:
        """The file of a page, numbered where another has its name, on file systems that ignore case too."""
        file, number = f"{name}.html", 1
        while file.lower() in self._taken:
            number += 1
            file = f"{name}-{number}.html"
        self._taken.add(file.lower())
        return file


def page_name(path: str) -> str:
    """A file name for the page of an article, without its suffix: ``news/story.md`` as ``news-story.md``."""
    return _UNFIT.sub("-", path).strip("-.")[-LONGEST_NAME:].strip("-.") or "article"
