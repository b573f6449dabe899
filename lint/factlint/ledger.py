"""Findings kept in a file by their fingerprints: what an editor reads in a review, written so that merges are easy."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Generic, Literal, TypeVar

import msgspec

from factlint.problem import SettingsError
from factlint.whole import WholeFile

VERSION = 1


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One finding that is known. Only the fingerprint counts; the rest is for people, and for telling what is stale."""

    fingerprint: str
    document_id: str | None = None
    code: str = ""
    quote: str = ""
    sentence: str = ""


E = TypeVar("E", bound=Entry)


class _Versioned(msgspec.Struct):
    schema_version: int


class Ledger(msgspec.Struct, Generic[E], frozen=True, kw_only=True):
    """A file of entries."""

    schema_version: Literal[1] = 1
    about: str
    findings: tuple[E, ...] = ()


def read_ledger(path: str, kind: type[E]) -> tuple[E, ...]:
    """The entries of a ledger. Raises SettingsError when it cannot be read, is damaged, or from a newer version."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}.") from None
    try:
        version = msgspec.json.decode(data, type=_Versioned).schema_version
        if version > VERSION:
            raise SettingsError(
                f"{path}: is of version {version}, and this factlint reads version {VERSION}. Update factlint."
            )
        return msgspec.json.decode(data, type=Ledger[kind]).findings  # type: ignore[valid-type]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(
            f"{path}: is damaged: {error}. Take the file from version control, or delete it and write it anew."
        ) from None


def write_ledger(path: str, about: str, entries: Iterable[E]) -> None:
    """Write entries in the order of their documents. Raises SettingsError."""
    ordered = sorted(entries, key=lambda entry: (entry.document_id or "", entry.code, entry.quote, entry.fingerprint))
    data = msgspec.json.encode(Ledger(about=about, findings=tuple(ordered)))
    with WholeFile(path) as out:
        out.write(msgspec.json.format(data, indent=2) + b"\n")


def known(path: str, kind: type[E]) -> tuple[E, ...]:
    """The entries of a ledger that need not be there."""
    return read_ledger(path, kind) if os.path.exists(path) else ()
