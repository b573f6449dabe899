"""Finds the names of a text: makers, brands, models, suppliers, products, bodies, markets, and designations with digits.

First every capitalised or digit-bearing token is looked up in the gazetteer, and the owners are noted. Then one walk from
left to right takes the longest form that its tier allows, joins a brand with the model behind it, and gives a bare model
name to the brand that was named last before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from factlint.figures import owners
from factlint.figures.companies import companies, declared_aliases
from factlint.figures.designations import PERIOD, shaped, words
from factlint.figures.figure import Name
from factlint.figures.gazetteer import FREE, NEAR, Entry, Form, fold
from factlint.figures.mentions import Candidate, candidates, declared, present
from factlint.patterns import compiled

_COMPANIES = frozenset(("maker", "brand", "supplier", "company"))
_MONEY = compiled(r"[ \u00a0-](?:gallon|gal\b|tons?\b|dollar|pound|won|yen|crown|kron|franc|rupee|peso|yuan|thermal)")
"""Behind a market: "3,800 U.S. dollars" names a currency, "24 US gallons" a measure."""
_DIGIT = compiled(r"[0-9]")
_LINK = compiled(r"(?:'s)? ")
_LIST = compiled(r"(?:/|, | and | or |, and |, or )")
_LAST_WORD = compiled(r"([\w'-]+) ?$")


class _Text(NamedTuple):
    """A folded text with what was found in it."""

    text: str
    candidates: tuple[Candidate, ...]
    present: frozenset[str]
    companies: Mapping[int, int]


class _Found(NamedTuple):
    start: int
    end: int
    entry: Entry


def find_names(text: str) -> tuple[Name, ...]:
    """All names of a text, in order and without overlaps. Offsets count the characters of ``text``.

    Short names that the text declares in brackets count as the name they stand for.
    """
    folded = fold(text)
    found = tuple(candidates(folded))
    read = _Text(folded, found, present(found), dict(companies(folded)))
    shapes = tuple(shaped(folded))
    names = _as_names(text, read, shapes)
    aliases = _own_names(names)
    if "(" in folded or "（" in folded:
        known = {name.quote for name in names}
        short = declared_aliases(folded, names)
        aliases |= {alias: entity for alias, entity in short.items() if alias not in known}
    if aliases:
        more = {
            candidate.start: candidate for candidate in declared(folded, aliases, {name.entity: name for name in names})
        }
        rest = (candidate for candidate in found if candidate.start not in more)
        names = _as_names(text, read._replace(candidates=(*rest, *more.values())), shapes)
    return names


def _own_names(names: Iterable[Name]) -> dict[str, str]:
    """Models that the text alone names, without their brand: after "Stelato S7" a bare S7 is that one."""
    found = {}
    for name in names:
        if name.kind == "designation" and name.brand and name.entity.startswith(name.brand + " "):
            bare = name.entity[len(name.brand) + 1 :]
            if not bare.isdigit() and bare in name.quote and bare != name.quote:
                found[bare] = name.entity
    return found


def _as_names(text: str, read: _Text, shapes: Iterable[tuple[int, int]]) -> tuple[Name, ...]:
    return tuple(
        [
            Name(
                start,
                end,
                text[start:end],
                entry.kind,
                entry.entity,
                entry.brand or None,
                entry.maker or None,
                _DIGIT.search(text, start, end) is not None,
            )
            for start, end, entry in _merged(read.text, _Walk(read).found(), shapes)
            if entry.kind != "market" or not _MONEY.match(text, end)
        ]
    )


class _Walk:
    """One walk over the candidates: which owners were named last, and what was named in full."""

    def __init__(self, read: _Text) -> None:
        self._read = read
        self._text = read.text
        self._last: dict[str, int] = {}
        self._mentioned: set[str] = set()

    def found(self) -> Iterator[_Found]:
        cursor = 0
        forms = {candidate.start: candidate.forms for candidate in self._read.candidates}
        for start in sorted(forms.keys() | self._read.companies.keys()):
            if start >= cursor:
                for name in self._at(start, forms.get(start, ())):
                    cursor = name.end
                    self._remember(start, name.entry)
                    yield name

    def _remember(self, start: int, entry: Entry) -> None:
        if entry.kind in ("market", "body", "term"):
            return
        self._mentioned.add(entry.entity)
        for owner in entry[1:]:
            if owner:
                self._last[owner] = start

    def _at(self, start: int, forms: tuple[Form, ...]) -> Iterator[_Found]:
        chosen = self._choose(start, forms)
        company = self._read.companies.get(start, 0)
        if chosen is None:
            if company:
                yield self._company(start, company)
            return
        entry, end = chosen.entry, start + len(chosen.text)
        if company > end and (entry.kind in _COMPANIES or entry.kind == "market"):
            same = entry.kind != "market" and self._only_suffixes(end, company)
            yield _Found(start, company, entry) if same else self._company(start, company)
            return
        joint = owners.venture(self._text, end, entry)
        if joint:
            yield self._company(start, joint)
        elif entry.kind in owners.OWNERS:
            yield from self._owner(start, end, entry)
        else:
            end = self._plural(end)
            yield _Found(start, end, entry)
            if entry.kind == "model":
                yield from self._further(end, entry)

    def _company(self, start: int, end: int) -> _Found:
        return _Found(start, end, Entry("company", self._text[start:end], "", ""))

    def _plural(self, end: int) -> int:
        return end + 1 if self._text[end : end + 1] == "s" else end

    def _only_suffixes(self, start: int, end: int) -> bool:
        parts = self._text[start:end].replace(",", " ").split()
        return all(part in words().same_company for part in parts)

    def _choose(self, start: int, forms: tuple[Form, ...]) -> Form | None:
        """The longest form that its tier allows here; of several owners the one that was named last."""
        if len(forms) == 1:
            form = forms[0]
            return form if form.tier == FREE or self._allowed(form, start) else None
        index = 0
        while index < len(forms):
            text = forms[index].text
            same = [form for form in forms[index:] if form.text == text]
            index += len(same)
            allowed = [form for form in same if form.tier == FREE or self._allowed(form, start)]
            if allowed:
                return allowed[0] if len(same) == 1 else self._nearest(allowed, same)
        return None

    def _allowed(self, form: Form, start: int) -> bool:
        entry, end = form.entry, start + len(form.text)
        here = self._read.present
        if entry.kind in _COMPANIES:
            return entry.entity in here or entry.maker in here or self._owns_next(entry, end)
        owner_here = entry.owner in here or entry.maker in here
        if form.tier == NEAR and not PERIOD.fullmatch(form.text):
            return owner_here
        if form.text.isdigit() and len(form.text) == 3 and self._text[end : end + 1] == "s":
            return owner_here
        return entry.entity in self._mentioned and self._introduced(start, end, form.text)

    def _owns_next(self, entry: Entry, end: int) -> bool:
        return (
            entry.brand != ""
            and self._text[end : end + 1] == " "
            and owners.model(self._text, end + 1, entry) is not None
        )

    def _introduced(self, start: int, end: int, form: str) -> bool:
        """Whether a determiner stands before a short name and no counted noun behind it."""
        before = _LAST_WORD.search(self._text[max(0, start - 16) : start])
        if not before or (before.group(1) not in words().determiners and not before.group(1).endswith("'s")):
            return False
        return not form.isdigit() or owners.stands_alone(self._text, self._plural(end))

    def _nearest(self, allowed: list[Form], same: list[Form]) -> Form:
        if len({form.entry.entity for form in same}) == 1:
            return allowed[0]
        for form in allowed:
            if form.entry.kind == "market":
                return form
        by_brand = [
            (max(self._last.get(form.entry.brand, -1), self._last.get(form.entry.owner, -1)), form) for form in allowed
        ]
        by_maker = [(self._last.get(form.entry.maker, -1), form) for form in allowed]
        for named in (by_brand, by_maker):
            best = max(position for position, _ in named)
            nearest = [form for position, form in named if position == best >= 0]
            if nearest and (named is by_brand or len(nearest) == 1):
                return nearest[0]
        for likely in (
            [form for form in allowed if form.entry.brand in self._read.present],
            [form for form in allowed if form.tier == FREE],
        ):
            if len(likely) == 1:
                return likely[0]
        kind = "model" if allowed[0].entry.kind == "model" else "designation"
        return Form(allowed[0].text, FREE, Entry(kind, allowed[0].text, "", ""))

    def _owner(self, start: int, end: int, entry: Entry) -> Iterator[_Found]:
        """A maker or brand, with the brand or model that stands right behind it."""
        text = self._text
        link = _LINK.match(text, end)
        if link is None:
            yield _Found(start, end, entry)
            return
        joined = link.group() == " "
        brand = owners.own_brand(text, link.end(), entry) if joined else None
        if brand:
            yield from self._owner(start, link.end() + len(brand.text), brand.entry)
            return
        model = owners.model(text, link.end(), entry, joined)
        if model is None and joined:
            model = owners.unknown(text, link.end(), entry)
        if model is None:
            yield _Found(start, owners.with_suffix(text, end), entry)
            return
        stop = self._plural(link.end() + len(model.text))
        if not joined:
            yield _Found(start, end, entry)
            start = link.end()
        yield _Found(start, stop, model.entry)
        yield from self._further(stop, model.entry)

    def _further(self, end: int, entry: Entry) -> Iterator[_Found]:
        """The numbers that a list adds to a model: "Lynk & Co 01, 03 and 05"."""
        while entry.brand and self._text[end - 1].isdigit():
            link = _LIST.match(self._text, end)
            form = owners.model(self._text, link.end(), entry) if link else None
            if link is None or form is None or not form.text.isdigit():
                return
            end = link.end() + len(form.text)
            yield _Found(link.end(), end, form.entry)


def _merged(text: str, listed: Iterable[_Found], shapes: Iterable[tuple[int, int]]) -> list[_Found]:
    """Names from the lists and names told by shape, in order; of two that overlap the longer one."""
    by_shape = [_Found(start, end, Entry("designation", text[start:end], "", "")) for start, end in shapes]
    kept: list[_Found] = []
    for found in sorted(
        [*listed, *by_shape], key=lambda found: (found.start, -found.end, found.entry.kind == "designation")
    ):
        last = kept[-1] if kept else None
        if last and found.start < last.end:
            if found.end <= last.end or last.end - last.start >= found.end - found.start:
                continue
            kept.pop()
        kept.append(found)
    return kept
