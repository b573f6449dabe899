"""The slips that people make in figures, each as an edit of one number. They know nothing of any rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from random import Random

import msgspec
import wordings
from texts import Text

NUMBER = re.compile(r"(?<![\w.,])\d++(?:,\d++)*+(?:\.\d++)?+")
NAME = re.compile(r"(?<![\w-])[A-Z][A-Za-z]{0,9}-?\d{2,4}[A-Za-z]?(?![\w-])")

Span = tuple[int, int]


class Edit(msgspec.Struct, frozen=True):
    """One slip: ``text[start:end]`` becomes ``replacement``. ``number`` is the span that the slip is about."""

    start: int
    end: int
    replacement: str
    number: Span


class Operator(msgspec.Struct, frozen=True):
    """A kind of slip: where it can be made, and how it is made there (None: not there after all)."""

    kind: str
    sites: Callable[[Text], Iterable[Span]]
    edit: Callable[[Text, Span, Random], Edit | None]


def numbers(text: Text) -> list[Span]:
    """Every number printed in digits that readers read, checkable or not."""
    return matches(NUMBER, text)


def matches(pattern: re.Pattern[str], text: Text) -> list[Span]:
    return [found.span() for start, end in text.prose for found in pattern.finditer(text.clean, start, end)]


def swapped(digits: str, random: Random) -> str | None:
    """Two neighbouring digits in each other's place."""
    places = [at for at in range(len(digits) - 1) if digits[at : at + 2].isdigit() and digits[at] != digits[at + 1]]
    if not places:
        return None
    at = random.choice(places)
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def dropped(digits: str, random: Random) -> str | None:
    at = random.choice([at for at, sign in enumerate(digits) if sign.isdigit()])
    return regrouped(digits[:at] + digits[at + 1 :], digits) if len(digits) > 1 else None


def doubled(digits: str, random: Random) -> str | None:
    at = random.choice([at for at, sign in enumerate(digits) if sign.isdigit()])
    return regrouped(digits[: at + 1] + digits[at:], digits)


def replaced(digits: str, random: Random) -> str | None:
    """One of the first two digits becomes another."""
    at = random.choice([at for at, sign in enumerate(digits) if sign.isdigit()][:2])
    return digits[:at] + random.choice([sign for sign in "123456789" if sign != digits[at]]) + digits[at + 1 :]


def times_a_power_of_ten(digits: str, random: Random) -> str | None:
    shift = random.choice((-3, -2, -1, 1, 2, 3))
    value = Decimal(digits.replace(",", "")).scaleb(shift)
    printed = f"{value.normalize():f}" if value != value.to_integral() else f"{value.to_integral():f}"
    return regrouped(printed, digits) if len(printed.partition(".")[2]) <= 4 else None


def with_a_broken_group(digits: str, random: Random) -> str | None:
    """``30,000`` as ``30,00``."""
    at = random.choice([at for at, sign in enumerate(digits) if sign.isdigit() and at > digits.find(",")])
    return digits[:at] + digits[at + 1 :] if "," in digits and "." not in digits else None


def regrouped(digits: str, model: str) -> str | None:
    """Digits with thousands separators where the model has them; None where no number is left."""
    whole, point, decimals = digits.replace(",", "").partition(".")
    if not whole or (len(whole) > 1 and whole[0] == "0"):
        return None
    grouped = f"{int(whole):,}" if "," in model or ("." not in digits and len(whole) > 5) else whole
    return grouped + (point + decimals if decimals else "")


def of_digits(change: Callable[[str, Random], str | None]) -> Callable[[Text, Span, Random], Edit | None]:
    """The edit that changes the digits of a number to another number."""

    def edit(text: Text, span: Span, random: Random) -> Edit | None:
        old = text.clean[slice(*span)]
        new = change(old, random)
        return None if new is None or same_value(old, new) else Edit(*span, new, span)

    return edit


def same_value(old: str, new: str) -> bool:
    """Whether two numbers print one value, or the new one no value: it starts with a zero too many."""
    if re.match(r"0\d", new):
        return True
    return old.count(",") == new.count(",") and Decimal(old.replace(",", "")) == Decimal(new.replace(",", ""))


def in_headlines(text: Text) -> list[Span]:
    return [span for span in numbers(text) if any(start <= span[0] < end for start, end in text.headlines)]


def in_lists(text: Text) -> list[Span]:
    """The numbers of sentences that hold three and more: one of them may be an addend."""
    found: list[Span] = []
    for start, end in text.sentences:
        here = [match.span() for match in NUMBER.finditer(text.clean, start, end)]
        found += here if len(here) >= 3 else []
    return found


def any_slip(digits: str, random: Random) -> str | None:
    return random.choice((swapped, dropped, doubled, replaced, times_a_power_of_ten))(digits, random)


def off_by_one(text: Text, span: Span, random: Random) -> Edit | None:
    """A count of up to twenty, in digits or words, one too high or too low."""
    new = wordings.next_to(text.clean[slice(*span)], random)
    return Edit(*span, new, span) if new else None


def of_words(change: wordings.Change) -> Callable[[Text, Span, Random], Edit | None]:
    """The edit that changes the words around a number."""

    def edit(text: Text, span: Span, random: Random) -> Edit | None:
        changed = change(text.clean, span, random)
        if changed is None:
            return None
        start, end, replacement = changed
        return Edit(start, end, replacement, span)

    return edit


def permuted_name(text: Text, span: Span, random: Random) -> Edit | None:
    new = swapped(text.clean[slice(*span)], random)
    return Edit(*span, new, span) if new else None


OPERATORS = (
    Operator("digit swapped", numbers, of_digits(swapped)),
    Operator("digit dropped", numbers, of_digits(dropped)),
    Operator("digit doubled", numbers, of_digits(doubled)),
    Operator("power of ten", numbers, of_digits(times_a_power_of_ten)),
    Operator("million, billion", numbers, of_words(wordings.scale)),
    Operator("percent, points", numbers, of_words(wordings.points)),
    Operator("to, by", numbers, of_words(wordings.to_or_by)),
    Operator("YoY, MoM", numbers, of_words(wordings.basis)),
    Operator("off by one", lambda text: matches(wordings.COUNT, text), off_by_one),
    Operator("unit", numbers, of_words(wordings.unit)),
    Operator("currency", numbers, of_words(wordings.currency)),
    Operator("broken group", numbers, of_digits(with_a_broken_group)),
    Operator("model digits", lambda text: matches(NAME, text), permuted_name),
    Operator("headline only", in_headlines, of_digits(any_slip)),
    Operator("one addend", in_lists, of_digits(replaced)),
    Operator("day shifted", numbers, of_words(wordings.day)),
    Operator("weekday shifted", lambda text: matches(wordings.WEEKDAY, text), of_words(wordings.weekday)),
)
