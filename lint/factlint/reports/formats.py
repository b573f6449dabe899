"""The formats by name; the module of each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from factlint.reports.ink import Ink
    from factlint.reports.writer import Writer

_INKED: Mapping[str, str] = {
    "terminal": "terminal:TerminalWriter",
    "concise": "concise:ConciseWriter",
}
_ENCODED: Mapping[str, str] = {
    "json": "json:JsonWriter",
    "jsonl": "jsonl:JsonLinesWriter",
    "html": "html.writer:HtmlWriter",
    "markdown": "markdown:MarkdownWriter",
    "sarif": "sarif:SarifWriter",
    "junit": "junit:JUnitWriter",
    "github": "github:GitHubWriter",
    "gitlab": "gitlab:GitLabWriter",
}

FORMATS = (*_INKED, *_ENCODED)


def inked(name: str) -> bool:
    """Whether the format is lines for people, with colour where a terminal reads."""
    return name in _INKED


def inked_writer(name: str, ink: Ink, quiet: bool = False) -> Writer:
    """The writer of a format for people; ``quiet`` leaves out all but the findings."""
    return cast("Writer", _named(_INKED[name])(ink, quiet))


def encoded_writer(name: str, out: BinaryIO) -> Writer:
    """The writer of a format for programs, pages and comments."""
    return cast("Writer", _named(_ENCODED[name])(out))


def _named(place: str) -> type:
    module, _, name = place.partition(":")
    return cast(type, getattr(import_module(f"factlint.reports.{module}"), name))
