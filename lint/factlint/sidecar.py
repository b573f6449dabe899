"""The file beside an article of plain text that sets findings aside: ``LINE CODE -- reason``, a line each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from factlint.article.article import Article
from factlint.directives import Layout
from factlint.patterns import compiled
from factlint.suppression import Suppression, said

SUFFIX = ".factlint"
LARGEST = 1_000_000
"""Bytes that are read of a sidecar."""

_ENTRY = compiled(r"(\d{1,9}):?[ \t]++(.*)", re.S)
_LINE_END = compiled(r"\r\n|\r|\n")


def sidecar_of(path: str) -> bytes | None:
    """The sidecar of an article, where there is one."""
    try:
        with open(path + SUFFIX, "rb") as file:
            return file.read(LARGEST)
    except OSError:
        return None


def noted(article: Article, data: bytes, layout: Layout) -> Iterator[Suppression]:
    """The suppressions of a sidecar. Empty lines and those that begin with ``#`` say nothing."""
    lines = [0, *(end.end() for end in _LINE_END.finditer(article.source.text)), len(article.source.text) + 1]
    name = os.path.basename(article.source.path) + SUFFIX
    met: set[tuple[int, str]] = set()
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        entry = _ENTRY.match(line.strip())
        about = int(entry[1]) if entry else 0
        exists = 0 < about < len(lines)
        start, end = (lines[about - 1], lines[about] - 1) if exists else (0, 0)
        place = (_trimmed(article.source.text, start, end), layout.clean(start), f"{name}:{number}")
        told = said(entry[2]) if entry else said("")
        fault = told.fault if entry else "it is not LINE CODE -- reason"
        if entry and not fault and not exists:
            fault = f"the article has no line {about}"
        if fault:
            yield Suppression("", told.reason, 0, 0, *place, fault=fault)
            continue
        for word in told.words:
            if (about, word) not in met:
                met.add((about, word))
                yield Suppression(word, told.reason, start, end + 1, *place)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())
