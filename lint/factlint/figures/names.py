"""Finds the names of a text: makers, brands, models, suppliers, products, bodies, markets, and designations with digits.

Two passes. The first looks every capitalised or digit-bearing token up in the gazetteer and notes which owners stand in
the text. The second walks from left to right, takes the longest form that its tier allows, joins a brand with the model
behind it, and gives a bare model name to the brand that was named last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from factlint.figures.companies import companies, declared_aliases
from factlint.figures.designations import PERIOD, counts, shaped, words
from factlint.figures.figure import Name
from factlint.figures.gazetteer import FREE, GUARDED, NEAR, Entry, Form, fold, forms_at, key, key_at, known_keys

_WORD = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:[A-Z0-9Ͱ-Ͽ]|[a-z]{1,2}[A-Z0-9π])[A-Za-z0-9]*+|[a-z](?=[-.:][A-Z0-9])|smart(?= ?#[0-9]))"
)
_CAPITAL = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]|[a-z]{1,5}[A-Z])[A-Za-z0-9]*+")
_OWNERS = ("maker", "brand")
_COMPANIES = ("maker", "brand", "supplier", "company")
_DIGIT = re.compile(r"[0-9]")
_LINK = re.compile(r"(?:'s)? ")
_LIST = re.compile(r"(?:/|, | and | or |, and |, or )")
_INTEGER = re.compile(r"[0-9]{1,4}(?![0-9A-Za-z])")
_TOKEN = re.compile(r"[A-Za-z]*(?:-?[0-9]+[A-Za-z]*)\+?(?![A-Za-z0-9])")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])[0-9]")
_LAST_WORD = re.compile(r"([\w'-]+) ?$")
_FOLLOWER = re.compile(r"[,.;:?!)\"”]|$| ([A-Za-z-]+)|'s")
_SUFFIX = re.compile(r" ([A-Z][A-Za-z.]*|plc)")


class _Candidate(NamedTuple):
    start: int
    forms: tuple[Form, ...]


class _Text(NamedTuple):
    """A text with what the first pass found in it."""

    text: str
    candidates: tuple[_Candidate, ...]
    present: frozenset[str]
    companies: Mapping[int, int]


def find_names(text: str) -> tuple[Name, ...]:
    """All names of a text, in order and without overlaps. Offsets count the characters of ``text``.

    Short names that the text declares in brackets count as the name they stand for.
    """
    folded = fold(text)
    candidates = tuple(_candidates(folded))
    read = _Text(folded, candidates, _present(candidates), dict(companies(folded)))
    shapes = tuple(shaped(folded))
    names = _as_names(text, read, shapes)
    if "(" in folded or "（" in folded:
        declared = declared_aliases(folded, names)
        known = {name.quote for name in names}
        unknown = {alias: entity for alias, entity in declared.items() if alias not in known}
        if unknown:
            more = tuple(_declared(folded, unknown, {name.entity: name for name in names}))
            names = _as_names(text, read._replace(candidates=(*candidates, *more)), shapes)
    return names


def _as_names(text: str, read: _Text, shapes: Iterable[tuple[int, int]]) -> tuple[Name, ...]:
    return tuple(
        Name(start, end, text[start:end], *(slot or None for slot in entry), _DIGIT.search(text, start, end) is not None)
        for start, end, entry in _merged(read.text, _Walk(read).names(), shapes)
    )


def _declared(text: str, aliases: Mapping[str, str], names: Mapping[str, Name]) -> Iterator[_Candidate]:
    """Where the short names stand that the text declares."""
    forms: dict[str, list[Form]] = {}
    for alias, entity in aliases.items():
        name = names.get(entity)
        entry = Entry("company", entity, "", "")
        if name is not None:
            entry = Entry(name.kind, entity, name.brand or "", name.maker or "")
        forms.setdefault(key(alias), []).append(Form(alias, FREE, entry))
    for match in _CAPITAL.finditer(text):
        found = [form for form in forms.get(match.group().lower(), ()) if _fits(form.text, text, match.start())]
        if found:
            yield _Candidate(match.start(), tuple(sorted(found, key=lambda form: -len(form.text))))


def _candidates(text: str) -> Iterator[_Candidate]:
    known = known_keys()
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word not in known:
            word = word[:-1]
            if match.group()[-1] != "s" or word not in known:
                continue
        start = match.start()
        found = tuple(form for form in forms_at(word) if _fits(form.text, text, start))
        if not found:
            series = _series(text, start, word)
            found = (series,) if series else ()
        if found:
            yield _Candidate(start, found)


def _series(text: str, start: int, word: str) -> Form | None:
    """A further number of a known series: "Tiggo 10", where Tiggo 9 is known."""
    for form in forms_at(word):
        if form.stem and text.startswith(form.stem, start):
            number = _INTEGER.match(text, start + len(form.stem))
            if number and not counts(text, number.end()) and not _YEAR.fullmatch(number.group()):
                name = text[start : number.end()]
                owner = form.entry.brand
                entry = Entry("designation", f"{owner} {name}" if owner else name, owner, form.entry.maker)
                return Form(name, FREE, entry)
    return None


def _fits(form: str, text: str, start: int) -> bool:
    end = start + len(form)
    if text[start:end] != form and (len(form) < 4 or text[start:end] != form.upper() or form == form.lower()):
        return False
    behind = text[end : end + 2]
    if not behind:
        return True
    if behind[0].isalnum():
        return behind[0] == "s" and not behind[1:].isalnum() and form[-1] != "s" and len(form) > 1 or behind[0] > "\u02ff"
    if form[-1].isdigit():
        if behind[0] in ".,:" and behind[1:].isdigit():
            return False
        return not (form.isdigit() and counts(text, end))
    return not (len(form) == 1 and behind[0] in "-&/'.")


def _present(candidates: Iterable[_Candidate]) -> frozenset[str]:
    """The owners that a text names beyond doubt."""
    present = set()
    for candidate in candidates:
        form = candidate.forms[0]
        if form.tier == FREE and form.entry.kind != "market":
            present.update((form.entry.entity, form.entry.brand, form.entry.maker))
    present.discard("")
    return frozenset(present)


_Found = tuple[int, int, tuple[str, str, str, str]]


class _Walk:
    """The second pass: where it stands, and which owners were named last."""

    def __init__(self, read: _Text) -> None:
        self._read = read
        self._text = read.text
        self._last: dict[str, int] = {}
        self._mentioned: set[str] = set()

    def names(self) -> Iterator[_Found]:
        cursor = 0
        for start, end, entry in self._all():
            if start >= cursor:
                cursor = end
                self._remember(start, entry)
                yield start, end, entry

    def _all(self) -> Iterator[_Found]:
        cursor = 0
        forms = {candidate.start: candidate.forms for candidate in self._read.candidates}
        for start in sorted(forms.keys() | self._read.companies.keys()):
            if start < cursor:
                continue
            for found in self._at(start, forms.get(start, ())):
                cursor = found[1]
                yield found

    def _at(self, start: int, forms: tuple[Form, ...]) -> Iterator[_Found]:
        chosen = self._choose(start, forms)
        company = self._read.companies.get(start, 0)
        if chosen is None:
            if company:
                yield start, company, ("company", self._text[start:company], "", "")
            return
        end = start + len(chosen.text)
        if chosen.entry.kind in (*_COMPANIES, "market") and company > end:
            same = chosen.entry.kind != "market" and self._only_suffixes(end, company)
            entry = chosen.entry if same else Entry("company", self._text[start:company], "", "")
            yield start, company, entry
            return
        end = self._plural(end)
        if chosen.entry.kind in _OWNERS:
            yield from self._owner(start, end, chosen.entry)
        else:
            yield start, end, chosen.entry
            if chosen.entry.kind == "model":
                yield from self._further(end, chosen.entry)

    def _plural(self, end: int) -> int:
        return end + 1 if self._text[end : end + 1] == "s" else end

    def _only_suffixes(self, start: int, end: int) -> bool:
        parts = self._text[start:end].replace(",", " ").split()
        return all(part in words().same_company for part in parts)

    def _choose(self, start: int, forms: tuple[Form, ...]) -> Form | None:
        """The longest form that its tier allows here; of several owners the one that was named last."""
        index = 0
        while index < len(forms):
            text = forms[index].text
            same = [form for form in forms[index:] if form.text == text]
            index += len(same)
            allowed = [form for form in same if self._allowed(form, start)]
            if allowed:
                return self._nearest(allowed, same)
        return None

    def _allowed(self, form: Form, start: int) -> bool:
        if form.tier == FREE:
            return True
        entry, end = form.entry, start + len(form.text)
        if entry.kind in _COMPANIES:
            return entry.entity in self._read.present or entry.maker in self._read.present or self._owns_next(entry, end)
        present = entry.owner in self._read.present or entry.maker in self._read.present
        if form.tier == NEAR and not PERIOD.fullmatch(form.text):
            return present
        if form.text.isdigit() and len(form.text) == 3 and self._text[end : end + 1] == "s":
            return present
        return entry.entity in self._mentioned and self._introduced(start, end, form.text)

    def _owns_next(self, entry: Entry, end: int) -> bool:
        return entry.brand != "" and self._text[end : end + 1] == " " and self._model_of(end + 1, entry) is not None

    def _introduced(self, start: int, end: int, form: str) -> bool:
        """Whether a determiner stands before a short name and no counted noun behind it."""
        before = _LAST_WORD.search(self._text[max(0, start - 16) : start])
        if not before or (before.group(1) not in words().determiners and not before.group(1).endswith("'s")):
            return False
        if not form.isdigit():
            return True
        behind = _FOLLOWER.match(self._text, self._plural(end))
        return behind is not None and (behind.group(1) is None or behind.group(1) in words().followers)

    def _nearest(self, allowed: list[Form], same: list[Form]) -> Form:
        if len({form.entry.entity for form in same}) == 1:
            return allowed[0]
        named = [(max(self._last.get(form.entry.brand, -1), self._last.get(form.entry.owner, -1)), form) for form in allowed]
        best = max(position for position, _ in named)
        if best >= 0:
            return next(form for position, form in named if position == best)
        makers = [(self._last.get(form.entry.maker, -1), form) for form in allowed if form.entry.maker]
        if makers and max(position for position, _ in makers) >= 0:
            best = max(position for position, _ in makers)
            nearest = [form for position, form in makers if position == best]
            if len(nearest) == 1:
                return nearest[0]
        free = [form for form in allowed if form.tier == FREE]
        if free:
            return free[0]
        present = [form for form in allowed if form.entry.brand in self._read.present]
        if len(present) == 1:
            return present[0]
        form = allowed[0]
        kind = "model" if form.entry.kind == "model" else "designation"
        return Form(form.text, FREE, Entry(kind, form.text, "", ""))

    def _owner(self, start: int, end: int, entry: Entry) -> Iterator[_Found]:
        """A maker or brand, with the brand or model that stands right behind it."""
        text = self._text
        link = _LINK.match(text, end)
        if link:
            joined = link.group() == " "
            brand = self._own_brand(link.end(), entry)
            if brand and joined:
                yield from self._owner(start, link.end() + len(brand.text), brand.entry)
                return
            model = self._model_of(link.end(), entry, joined) or (self._unknown(link.end(), entry) if joined else None)
            if model:
                model_end = self._plural(link.end() + len(model.text))
                if joined:
                    yield start, model_end, model.entry
                else:
                    yield start, end, entry
                    yield link.end(), model_end, model.entry
                yield from self._further(model_end, model.entry)
                return
        yield start, self._with_suffix(end), entry

    def _own_brand(self, position: int, entry: Entry) -> Form | None:
        for form in forms_at(key_at(self._text, position)):
            other = form.entry
            if other.kind in _OWNERS and other.maker == entry.maker != "" and other.brand and other.entity != entry.entity:
                if _fits(form.text, self._text, position):
                    return form
        return None

    def _model_of(self, position: int, entry: Entry, joined: bool = True) -> Form | None:
        """The model at ``position`` that belongs to the brand, or to a brand of the maker."""
        forms = [form for form in forms_at(key_at(self._text, position)) if form.entry.kind == "model"]
        brand = entry.brand or entry.entity
        for form in forms:
            if form.entry.brand == brand and _fits(form.text, self._text, position) and (joined or not form.text.isdigit()):
                return form
        if entry.kind == "maker":
            for form in forms:
                if form.tier != GUARDED and form.entry.maker == entry.entity and _fits(form.text, self._text, position):
                    return form
        return None

    def _unknown(self, position: int, entry: Entry) -> Form | None:
        """A designation that the data does not know, right behind its brand: "Xiaomi YU9", "Lynk & Co 009"."""
        token = _TOKEN.match(self._text, position)
        if not token:
            return None
        name, brand = token.group(), entry.brand or entry.entity
        digits_at = next(index for index, letter in enumerate(name) if letter.isdigit())
        letters, rest = name[:digits_at].rstrip("-"), name[digits_at:].lstrip("0123456789").rstrip("+")
        if counts(self._text, token.end()) or letters in words().prefixes or re.fullmatch(r"[QH][1-4]", name):
            return None
        if not letters and not self._plausible(position, name, rest, token.end()):
            return None
        return Form(name, FREE, Entry("designation", f"{brand} {name}", brand, entry.maker))

    def _plausible(self, position: int, name: str, rest: str, end: int) -> bool:
        """Whether digits behind a brand are its model: a leading zero, letters that are no unit, a car behind them."""
        if rest:
            return rest not in words().suffixes and len(rest) <= 3
        if _YEAR.fullmatch(name):
            return False
        if name[0] == "0" and len(name) > 1:
            return True
        return self._text.startswith(words().bodies, end + 1) and self._text[end : end + 1] == " "

    def _further(self, end: int, entry: Entry) -> Iterator[_Found]:
        """The numbers that a list adds to a model: "Lynk & Co 01, 03 and 05"."""
        while entry.brand:
            link = _LIST.match(self._text, end)
            if not link:
                return
            form = self._model_of(link.end(), entry)
            if form is None or not form.text.isdigit() or not self._text[end - 1].isdigit():
                return
            end = link.end() + len(form.text)
            yield link.end(), end, form.entry

    def _with_suffix(self, end: int) -> int:
        """The end of a known company with the words that change nothing: "Tesla Inc."."""
        while True:
            match = _SUFFIX.match(self._text, end)
            if not match or match.group(1) not in words().same_company:
                return end
            end = match.end()

    def _remember(self, start: int, entry: tuple[str, str, str, str]) -> None:
        kind, entity, brand, maker = entry
        if kind in ("market", "body", "term"):
            return
        self._mentioned.add(entity)
        for owner in (entity, brand, maker):
            if owner:
                self._last[owner] = start


def _merged(text: str, listed: Iterable[_Found], shapes: Iterable[tuple[int, int]]) -> Iterator[_Found]:
    """Names from the lists and names told by shape, in order; of two that overlap the longer one."""
    by_shape = [(start, end, ("designation", text[start:end], "", "")) for start, end in shapes]
    everything = sorted([*listed, *by_shape], key=lambda found: (found[0], -found[1], found[2][0] == "designation"))
    kept: list[_Found] = []
    for found in everything:
        if kept and found[0] < kept[-1][1]:
            if found[1] <= kept[-1][1] or kept[-1][1] - kept[-1][0] >= found[1] - found[0]:
                continue
            kept.pop()
        kept.append(found)
    yield from kept
