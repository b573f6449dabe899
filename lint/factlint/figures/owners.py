"""What stands right behind an owner: its own brand, its model, a designation that the data does not know."""

from __future__ import annotations

from factlint.figures.designations import counts, endings, words
from factlint.figures.gazetteer import FREE, GUARDED, Entry, Form, key_at
from factlint.figures.marks import MONTH
from factlint.figures.mentions import fits, forms_of, is_year
from factlint.patterns import compiled

OWNERS = frozenset(("maker", "brand"))

_TOKEN = compiled(r"[A-Za-z]*(?:-?[0-9]+[A-Za-z]*)\+?(?![A-Za-z0-9])")
_WORD_NUMBER = compiled(r"([A-Z][A-Za-z-]{0,14}) ([0-9]{1,4})(?![0-9A-Za-z])(?![.,:%][0-9])")
_PART = compiled(r"[QH][1-4]")
_MONTH = compiled(MONTH)
_SUFFIX = compiled(r" ([A-Z][A-Za-z.]*|plc)")
_BEHIND = compiled(r"[,.;:?!)\"”]|$| ([A-Za-z-]+)|'s")


def _forms(text: str, position: int) -> tuple[Form, ...]:
    return forms_of(key_at(text, position))


def own_brand(text: str, position: int, entry: Entry) -> Form | None:
    """A brand of the maker at ``position``: "BYD" and behind it "Denza"."""
    if not entry.maker:
        return None
    for form in _forms(text, position):
        other = form.entry
        same = other.kind in OWNERS and other.maker == entry.maker and other.entity != entry.entity
        if same and other.brand and fits(form.text, text, position):
            return form
    return None


def model(text: str, position: int, entry: Entry, joined: bool = True) -> Form | None:
    """A model of the brand at ``position``, or one of the maker's other brands.

    Where only a possessive joins the two (``joined`` false) digits alone are no model: "Fiat's 500 dealers".
    """
    forms = [form for form in _forms(text, position) if form.entry.kind == "model"]
    brand = entry.brand or entry.entity
    for form in forms:
        if form.entry.brand == brand and (joined or not form.text.isdigit()) and fits(form.text, text, position):
            return form
    for form in forms if entry.maker else ():
        if form.tier != GUARDED and form.entry.maker == entry.maker and fits(form.text, text, position):
            return form
    return None


def unknown(text: str, position: int, entry: Entry) -> Form | None:
    """A designation at ``position`` that the data does not know: "Xiaomi YU9", "Lynk & Co 009", "Hyundai N 74"."""
    token = _TOKEN.match(text, position)
    if token is None:
        return _word_and_number(text, position, entry)
    name = token.group()
    digits_at = next(index for index, letter in enumerate(name) if letter.isdigit())
    letters, rest = name[:digits_at].rstrip("-"), name[digits_at:].lstrip("0123456789").rstrip("+")
    if counts(text, token.end()) or letters in words().prefixes or _PART.fullmatch(name):
        return None
    if not letters and not _plausible(text, name, rest, token.end()):
        return None
    return _designation(name, entry)


def _plausible(text: str, name: str, rest: str, end: int) -> bool:
    """Whether digits behind a brand are its model: a leading zero, letters that are no unit, a car or a verb behind."""
    if rest:
        return rest not in words().suffixes and len(rest) <= 3
    if is_year(name):
        return False
    if name[0] == "0" and len(name) > 1:
        return True
    if text[end : end + 1] != " ":
        return False
    verb = _BEHIND.match(text, end)
    if len(name) > 2 and verb and verb.group(1) in words().verbs:
        return True
    return text.startswith(endings().bodies, end + 1)


def _word_and_number(text: str, position: int, entry: Entry) -> Form | None:
    match = _WORD_NUMBER.match(text, position)
    if not match or _MONTH.match(match.group(1)) or counts(text, match.end()) or is_year(match.group(2)):
        return None
    if stands_alone(text, match.end()) or text.startswith(endings().bodies, match.end() + 1):
        return _designation(match.group(), entry)
    return None


def _designation(name: str, entry: Entry) -> Form:
    brand = entry.brand or entry.entity
    return Form(name, FREE, Entry("designation", f"{brand} {name}", brand, entry.maker))


def stands_alone(text: str, end: int) -> bool:
    """Whether no counted noun follows: the end of a clause, a verb or a function word."""
    behind = _BEHIND.match(text, end)
    if behind is None:
        return False
    return behind.group(1) is None or behind.group(1) in words().followers or behind.group(1) in words().verbs


def venture(text: str, end: int, entry: Entry) -> int:
    """The end of two companies in one name ("CATL Chang'an"), when the first ends at ``end``; 0 where there is none."""
    if entry.kind not in ("maker", "supplier") or text[end : end + 1] != " ":
        return 0
    for form in _forms(text, end + 1):
        other = form.entry
        maker = form.tier == FREE and other.kind == "maker" and entry.maker != other.maker
        if maker and entry.entity != other.entity and fits(form.text, text, end + 1):
            return end + 1 + len(form.text)
    return 0


def with_suffix(text: str, end: int) -> int:
    """The end of a known company with the words that change nothing: "Tesla Inc."."""
    while True:
        match = _SUFFIX.match(text, end)
        if not match or match.group(1) not in words().same_company:
            return end
        end = match.end()
