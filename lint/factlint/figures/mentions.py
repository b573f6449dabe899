"""Where a text may name something: every form of the gazetteer that stands in it, and the owners named beyond doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from factlint.figures.designations import counts, scaled
from factlint.figures.figure import Name
from factlint.figures.gazetteer import FREE, Entry, Form, forms_at, key, known_keys
from factlint.patterns import compiled

_WORD = compiled(r"[A-Z0-9Ͱ-Ͽ][A-Za-z0-9]*+")
_SMALL_START = compiled(r"(?<![A-Za-z0-9])(?:[a-z]{1,2}|[a-z][-.:])$")
_SMART = compiled(r"smart(?= ?#[0-9])")
_INNER = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.:")
_CAPITAL = compiled(r"[A-Z][A-Za-z0-9]*+")
_SMALL_HEAD = compiled(r"(?<![A-Za-z0-9])[a-z]{1,5}$")
_INTEGER = compiled(r"[0-9]{1,4}(?![0-9A-Za-z])")
_YEAR = compiled(r"(?:19[5-9]|20[0-4])[0-9]")


class Candidate(NamedTuple):
    """The forms that stand at one place, longest first."""

    start: int
    forms: tuple[Form, ...]


def candidates(text: str) -> Iterator[Candidate]:
    """Every place of a folded text where a form of the gazetteer stands, whether or not its tier allows it there."""
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        if start and text[start - 1] in _INNER:
            small = _SMALL_START.search(text, max(0, start - 3), start)
            if small:
                start = small.start()
                word = small.group()[:-1] if small.group()[-1] in "-.:" else small.group() + word
            elif text[start - 1].isalnum():
                continue
        forms = forms_of(word)
        if forms:
            found = _standing(forms, text, start, word)
            if found:
                yield Candidate(start, found)
    for match in _SMART.finditer(text):
        yield Candidate(
            match.start(), tuple(form for form in forms_at("smart") if fits(form.text, text, match.start()))
        )


@lru_cache(maxsize=8192)
def forms_of(word: str) -> tuple[Form, ...]:
    """The forms that begin with a word, or with the word in the singular."""
    known = known_keys()
    lowered = word.lower()
    if lowered in known:
        return forms_at(lowered)
    return forms_at(lowered[:-1]) if lowered.endswith("s") and lowered[:-1] in known else ()


def _standing(forms: tuple[Form, ...], text: str, start: int, word: str) -> tuple[Form, ...]:
    found = [
        form for form in forms if text.startswith(form.text, start) and _whole(form.text, text, start + len(form.text))
    ]
    if word.isupper():
        found += [
            form
            for form in forms
            if _in_capitals(form.text, text, start) and _whole(form.text, text, start + len(form.text))
        ]
        found.sort(key=lambda form: -len(form.text))
    if not found:
        series = _series(text, start, forms)
        return (series,) if series else ()
    return tuple(found)


def fits(form: str, text: str, start: int) -> bool:
    """Whether a form stands at ``start`` as whole words: as it is or in capitals, or in the plural."""
    if text.startswith(form, start) or _in_capitals(form, text, start):
        return _whole(form, text, start + len(form))
    return False


def _whole(form: str, text: str, end: int) -> bool:
    """Whether a form that ends at ``end`` is not a part of a longer word or number."""
    behind = text[end : end + 1]
    if behind in ("", " ", "\n"):
        return not form[-1].isdigit() or not (counts(text, end) if form.isdigit() else scaled(text, end))
    if behind.isalnum():
        plural = behind == "s" and not text[end + 1 : end + 2].isalnum()
        return (plural and form[-1] != "s" and len(form) > 1) or behind > "\u02ff"
    if form[-1].isdigit():
        if behind in ".,:" and text[end + 1 : end + 2].isdigit():
            return False
        return not (form.isdigit() and counts(text, end))
    return not (len(form) == 1 and behind in "-&/'.")


def _in_capitals(form: str, text: str, start: int) -> bool:
    return len(form) > 3 and not form.isupper() and not form.islower() and text.startswith(form.upper(), start)


def _series(text: str, start: int, forms: tuple[Form, ...]) -> Form | None:
    """A further number of a known series: "Tiggo 10", where Tiggo 9 is known."""
    for form in forms:
        if form.stem and text.startswith(form.stem, start):
            number = _INTEGER.match(text, start + len(form.stem))
            if number and not counts(text, number.end()) and not is_year(number.group()):
                name = text[start : number.end()]
                owner = form.entry.brand
                entry = Entry("designation", f"{owner} {name}" if owner else name, owner, form.entry.maker)
                return Form(name, FREE, entry)
    return None


def is_year(digits: str) -> bool:
    """Whether digits read as a year rather than a model's number."""
    return _YEAR.fullmatch(digits) is not None


def present(found: Iterable[Candidate]) -> frozenset[str]:
    """The owners that a text names beyond doubt."""
    owners: set[str] = set()
    for candidate in found:
        form = candidate.forms[0]
        if form.tier == FREE and form.entry.kind != "market":
            owners.update((form.entry.entity, form.entry.brand, form.entry.maker))
    owners.discard("")
    return frozenset(owners)


def declared(text: str, aliases: Mapping[str, str], names: Mapping[str, Name]) -> Iterator[Candidate]:
    """Where the short names stand that the text itself declares."""
    forms: dict[str, list[Form]] = {}
    for alias, entity in aliases.items():
        name = names.get(entity)
        entry = Entry("company", entity, "", "")
        if name is not None:
            entry = Entry(name.kind, entity, name.brand or "", name.maker or "")
        forms.setdefault(key(alias), []).append(Form(alias, FREE, entry))
    for listed in forms.values():
        listed.sort(key=lambda form: -len(form.text))
    for match in _CAPITAL.finditer(text):
        start, word = match.start(), match.group()
        if start and text[start - 1] in _INNER and text[start - 1].isalnum():
            head = _SMALL_HEAD.search(text, max(0, start - 6), start)
            if head is None:
                continue
            start, word = head.start(), head.group() + word
        known = forms.get(word.lower())
        if known is None:
            continue
        found = tuple(form for form in known if fits(form.text, text, start))
        if found:
            yield Candidate(start, found)
