"""Headline names: a model or person in the headline that the story does not know, beside one that it does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from factlint.article.article import Block
from factlint.claims.bind import Bound
from factlint.figures.figure import Name
from factlint.finding import Place
from factlint.patterns import compiled
from factlint.relations.capitalised import Mention, known
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.spelling import folded, is_pinyin, one_slip_apart
from factlint.relations.told import Told

_TAIL = compiled(r"([A-Za-z]*+)[ -]?(\d+)([A-Za-z]{0,3}\+?)\Z")
_DESIGNATION = compiled(r" ([A-Z]{1,2}\d{1,3}|\d{1,3}[A-Z]{1,2})(?![\w-])")
_WORD = compiled(r"[^\W\d_][^\W\d_'’]{4,}")
_MODELS = ("model", "designation", "product")
_LEAD = 400
_OWNER_GAP = 4
_SHORTEST = 3


class HeadlineName(Relation, frozen=True, eq=False, kw_only=True):
    """``stated`` stands in the headline only; ``told`` is the near name that the story is about."""

    stated: Place
    told: Place

    confirms: ClassVar[bool] = False

    @property
    def places(self) -> tuple[Place, Place]:
        """Where the name stands, and the one that is meant."""
        return self.stated, self.told

    def verdict(self) -> Verdict:
        return Verdict.BROKEN


def headline_names(bound: Bound, stories: Iterable[Told], spelt: Sequence[Mention]) -> Iterator[HeadlineName]:
    """Every name of a headline that its story does not have, with the one that it has in its place.

    ``spelt`` are the capitalised words of the running text.
    """
    by_story: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in spelt:
        by_story[bound.article.sentences[mention.sentence].story].append(mention)
    for told in stories:
        block = bound.article.blocks[told.story.headline or 0]
        names = _between(bound, block.start, block.end)
        for name in (*names, *_unlisted(bound, names, block)):
            found = _model(bound, told, name)
            if found is not None:
                yield found
        own = spelt if told.story.frame else by_story[told.story.index]
        yield from _words(bound, told, block, names, own)


def _between(bound: Bound, start: int, end: int) -> Sequence[Name]:
    """The names that begin in a span."""
    names = bound.scanned.names
    low = bisect_left(names, start, key=lambda name: name.start)
    return names[low : bisect_left(names, end, key=lambda name: name.start)]


def _unlisted(bound: Bound, names: Sequence[Name], block: Block) -> Iterator[Name]:
    """Designations that stand behind a brand in a headline and are in no list: ``Alpine A91``."""
    text = bound.article.text
    for brand in names:
        found = _DESIGNATION.match(text, brand.end, block.end) if brand.kind == "brand" else None
        if found is not None:
            start, end = found.span(1)
            yield Name(start, end, text[start:end], "designation", text[start:end], brand.entity, brand.maker, True)


def _model(bound: Bound, told: Told, name: Name) -> HeadlineName | None:
    """A designation with digits that is not in the story, where its twin is the story's subject."""
    shape = _shape(name)
    if shape is None or _stands_in(shape, told.text):
        return None
    owner = _owner(bound, name)
    counted: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str, str], Name] = {}
    start = told.blocks[0].start
    for other in told.names:
        form = _shape(other)
        if form is None or form == shape or not _near(shape, form):
            continue
        other_owner = _owner(bound, other)
        if owner and other_owner and owner != other_owner:
            continue
        if not (owner and other_owner) and not _permuted(shape, form):
            continue
        counted[form] += 1
        first.setdefault(form, other)
    if not counted:
        return None
    form = max(counted, key=lambda form: (_permuted(shape, form), counted[form], -first[form].start))
    twin = first[form]
    owned = owner is not None and owner == _owner(bound, twin)
    if twin.start - start > _LEAD and counted[form] < 2 and not (owned or _permuted(shape, form)):
        return None
    certain = _permuted(shape, form) and owned
    return HeadlineName(
        figures=(),
        stated=Place(name.start, name.end, name.quote),
        told=Place(twin.start, twin.end, twin.quote),
        certainty=Certainty.KNOWN if certain else Certainty.STRONG,
    )


def _shape(name: Name) -> tuple[str, str, str] | None:
    """(letters, digits, letters) at the end of a model's name: ``("", "900", "")``, ``("A", "290", "")``."""
    if name.kind not in _MODELS or not name.digits:
        return None
    brand = len(name.brand or "")
    branded = brand and name.quote[:brand].casefold() == (name.brand or "").casefold()
    match = _TAIL.search(name.quote[brand:].strip() if branded else name.quote)
    if match is None:
        return None
    return match.group(1).upper(), match.group(2), match.group(3).upper()


def _near(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether two designations are of one shape and one slip apart."""
    if one[0] == other[0] and one[2] == other[2]:
        return _permuted(one, other) or one_slip_apart(one[1], other[1]) or len(one[1]) == len(other[1]) == 1
    if _permuted(one, other):
        return True
    if one[1] != other[1] or one[2] != other[2]:
        return False
    return sorted(one[0]) == sorted(other[0]) or len(one[0]) == len(other[0]) == 1


def _permuted(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether the letters and digits are the same in another order: ``D19`` and ``D91``, ``bZ4X`` and ``bZX4``."""
    if one[0] == other[0] and one[2] == other[2]:
        return len(one[1]) > 1 and sorted(one[1]) == sorted(other[1])
    first, second = "".join(one), "".join(other)
    return first == second[::-1] or (len(first) > _SHORTEST and sorted(first) == sorted(second))


def _stands_in(shape: tuple[str, str, str], text: str) -> bool:
    """Whether a story has a designation in any spelling: ``Model 3``, ``Model-3``, ``ID.3 Pro``, ``GT3``."""
    letters, digits, rest = (re.escape(part) for part in shape)
    pattern = rf"(?i:(?<![A-Za-z0-9]){letters}[ .-]?{digits}{rest}(?!\d))" if letters else rf"(?<!\d){digits}(?![\d,])"
    return re.search(pattern, text) is not None


def _owner(bound: Bound, name: Name) -> str | None:
    """The brand of a name: its own, or the one that stands just before it (``Alpine's A920``)."""
    if name.brand:
        return name.brand
    before = _between(bound, name.start - _LEAD, name.start)[-1:]
    owner = before[0] if before else None
    if owner is None or owner.kind not in ("brand", "maker") or name.start - owner.end > _OWNER_GAP:
        return None
    return owner.entity


def _words(
    bound: Bound, told: Told, headline: Block, names: Sequence[Name], spelt: Sequence[Mention]
) -> Iterator[HeadlineName]:
    """Names without digits: a capitalised word of the headline that the story writes with another letter."""
    counted = Counter(mention.key for mention in spelt)
    first = {mention.key: mention for mention in reversed(spelt) if len(mention.key) > 4}
    lower = told.text.lower()
    for match in _WORD.finditer(bound.article.text, headline.start, headline.end):
        word = match.group()
        key = folded(word)
        if not word[0].isupper() or key in counted or word.lower() in lower:
            continue
        if any(name.start <= match.start() < name.end and name.kind != "company" for name in names):
            continue
        for other, mention in first.items():
            if not one_slip_apart(key, other):
                continue
            if is_pinyin(key) and is_pinyin(other) and not _of_brand(bound, names, match.start(), mention):
                continue
            first_name = _word_before(bound, match.start())
            alike = bool(first_name) and first_name == _word_before(bound, mention.start)
            if known(bound, mention) or counted[other] > 2 or alike:
                yield HeadlineName(
                    figures=(),
                    stated=Place(match.start(), match.end(), word),
                    told=Place(mention.start, mention.end, mention.word),
                    certainty=Certainty.STRONG,
                )
                break


def _of_brand(bound: Bound, names: Sequence[Name], start: int, mention: Mention) -> bool:
    """Whether a word of the headline stands right behind the brand of the model that a mention is."""
    model = next((name for name in _between(bound, mention.start, mention.end) if name.kind == "model"), None)
    before = next((name for name in names if name.end <= start <= name.end + 1), None)
    return model is not None and before is not None and before.entity in (model.brand, model.maker)


def _word_before(bound: Bound, start: int) -> str:
    """The capitalised word right before a place: a first name, as a rule."""
    words = bound.article.text[max(0, start - 24) : start].split(" ")
    word = words[-2] if len(words) > 1 and not words[-1] else ""
    return word if word[:1].isupper() and word.isalpha() else ""
