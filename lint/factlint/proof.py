"""The proof of an article: what is said of it and what a report needs to show it; it can be stored and sent."""

from __future__ import annotations

from functools import cache

import msgspec

from factlint.article.article import Article
from factlint.encodable import encodable
from factlint.finding import Finding
from factlint.problem import Problem
from factlint.report import FileError, FileReport
from factlint.tick import Tick


class Proof(msgspec.Struct, frozen=True, eq=False):
    """The text of an article with its findings, and a tick for each figure, in the order of the text."""

    article: Article
    findings: tuple[Finding, ...]
    ticks: tuple[Tick, ...]


class Edited(msgspec.Struct, frozen=True, eq=False):
    """One article's report, with its proof where the article could be read; the findings of both run in step."""

    report: FileReport
    proof: Proof | None = None
    problems: tuple[Problem, ...] = ()


def unreadable(path: str, kind: str, message: str, document_id: str | None = None) -> Edited:
    """The report on a file that could not be read."""
    document_id = None if document_id is None else encodable(document_id)
    error = FileError(kind, encodable(message))
    return Edited(FileReport(encodable(path), document_id, None, None, None, error))


def packed(edited: Edited) -> bytes:
    """As bytes; empty where the text holds half of a surrogate pair, which no bytes can."""
    try:
        return msgspec.msgpack.encode(edited)
    except UnicodeEncodeError:
        return b""


def unpacked(data: bytes) -> Edited:
    """From bytes. Raises msgspec.MsgspecError when they are damaged."""
    return _decoder().decode(data)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Edited]:
    return msgspec.msgpack.Decoder(Edited)
