"""Years: fiscal and model years, decades, and bare years where the words around say that they are years."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.figures.designations import counts
from factlint.figures.figure import Calendar
from factlint.figures.marks import ANY_YEAR, MONTH, Mark, fiscal_starts, full_year, month_number, places, year_words
from factlint.figures.taken import Taken
from factlint.patterns import compiled

_FISCAL = compiled(
    rf"(?:(?:fiscal|financial|Fiscal|Financial)(?: year)? |FY ?|MY ?|CY ?)(?:({ANY_YEAR})(?:[/-]([0-9]{{2,4}}))?|['’]?([0-9]{{2}}))(?![0-9A-Za-z]|[.,][0-9]|%)"
)
_NEAR = 1600
_EARLY = 1950
"""A bare number below is a year only behind a word that dates something: ``founded in 1937``."""
_DATING = frozenset({"in", "since", "until", "from", "before", "after", "till"})
_YEAR_END = compiled(
    rf"year (?:that |which )?(?:ended|ending|ends|to|through)(?: on| in)? (?:the )?(?:[0-9]{{1,2}} )?({MONTH})"
)
_FOUR = compiled(rf"(?:{ANY_YEAR})(?![0-9])")
_RANGE = compiled(rf"(?:\s?[-–—]\s?|\sto\s|/)({ANY_YEAR}|[0-9]{{2}})(?![0-9A-Za-z]|[.,][0-9]|%|[-/][0-9])")
_DECADE = compiled(r"((?:19|20)[0-9]0)['’]?s\b")
_NAMED_YEAR = compiled(r"[ -](model|fiscal|financial|calendar)[ -]year\b")
_NEXT_WORD = compiled(r"['’]s\b|\s?([A-Za-z][A-Za-z-]*)|\s?([^\sA-Za-z])")
_LAST_WORD = compiled(r"([A-Za-z.'’-]+|[^\sA-Za-z])[ \n]?$")
_MODEL_YEAR = compiled(r"(?:^|[^A-Za-z])(?:the|a|an|new|its|all-new|The|A|An|New)\s$|(?:^|\n)[\s*#>-]*$|[\"“(:|]\s?$")


def fiscal_start(text: str, position: int) -> int | None:
    """The month in which the fiscal year named at ``position`` begins, by what the text says shortly before or behind.

    "The fiscal year that ended on March 31" says April; so does a company whose year the data knows. None without either.
    """
    floor = max(0, position - _NEAR)
    around = text[floor : position + _NEAR // 4]
    closing = _YEAR_END.search(around)
    if closing:
        return month_number(closing.group(1)) % 12 + 1
    best, begins = -1, None
    for company, month in fiscal_starts().items():
        at = around.rfind(company, 0, position - floor)
        if at > best and not around[at + len(company) : at + len(company) + 1].isalpha():
            best, begins = at, month
    return begins


def years(text: str, taken: Taken) -> Iterator[Mark]:
    """Fiscal years, model years, decades, and bare years where the words around say that they are years."""
    for start in places(text, ("fiscal ", "Fiscal ", "financial ", "Financial ", "FY", "MY", "CY")):
        match = _FISCAL.match(text, start)
        if not match or (start and text[start - 1].isalnum()):
            continue
        first = full_year(match.group(1) or match.group(3))
        last = full_year(match.group(2)[-2:]) if match.group(2) else first
        head = match.group()[:2]
        if head == "MY":
            yield Mark(*match.span(), "period", "", Calendar(first), relative="model-year")
        else:
            yield Mark(*match.span(), "period", "year" if head == "CY" else "fiscal", Calendar(last))
    last_end = -1
    for match in _FOUR.finditer(text):
        start, end = match.span()
        mark = _decade(text, start) or _bare(text, start, end, taken, last_end)
        if mark:
            last_end = mark.end
            yield mark


def _decade(text: str, start: int) -> Mark | None:
    match = _DECADE.match(text, start)
    if not match or (start and text[start - 1].isalnum()):
        return None
    return Mark(start, match.end(), "period", "decade", Calendar(int(match.group(1))))


def _bare(text: str, start: int, end: int, taken: Taken, last_end: int) -> Mark | None:
    before = text[start - 1 : start]
    if before and (
        before.isalnum()
        or before in "$€£¥₹~≈+.,_/:@#<>=&"
        or (before in "-–" and text[start - 2 : start - 1].isdigit())
    ):
        return None
    behind = text[end : end + 2]
    if behind and (
        (behind[0].isalnum() and behind[0].isascii())
        or behind[0] in "%/_@+°"
        or (behind[0] in ".,-:" and behind[1:].isdigit() and behind[0] != "-")
    ):
        return None
    year = int(text[start:end])
    ranged = _RANGE.match(text, end)
    if ranged and not counts(text, ranged.end()):
        last = int(ranged.group(1)) if len(ranged.group(1)) == 4 else year // 100 * 100 + int(ranged.group(1))
        if year < last <= year + 60:
            return Mark(start, ranged.end(), "period", "year", Calendar(year), Calendar(last))
    if (behind[:1] == "-" and behind[1:].isdigit()) or (counts(text, end) and not _dated_noun(text, start, end)):
        return None
    head = text[max(0, start - 20) : start]
    modelled = year >= _EARLY and text[end : end + 1] == " " and taken.overlaps(end + 1, end + 2)
    if modelled and _MODEL_YEAR.search(head):
        return Mark(start, end, "period", "", Calendar(year), relative="model-year")
    named = _NAMED_YEAR.match(text, end)
    if named:
        if named.group(1) == "model":
            return Mark(start, named.end(), "period", "", Calendar(year), relative="model-year")
        return Mark(start, named.end(), "period", "fiscal" if named.group(1) != "calendar" else "year", Calendar(year))
    return Mark(start, end, "period", "year", Calendar(year)) if _is_year(text, start, end, head, last_end) else None


def _dated_noun(text: str, start: int, end: int) -> bool:
    """Whether a counted noun behind a year is dated by it: "2024 sales", "the 2025 models"."""
    word = _NEXT_WORD.match(text, end)
    return word is not None and word.group(1) in year_words().nouns and text[end : end + 1] == " "


def _is_year(text: str, start: int, end: int, head: str, last_end: int) -> bool:
    lists = year_words()
    before = _LAST_WORD.search(head)
    word = before.group(1).lower() if before else ""
    if word in lists.never:
        return False
    behind = _NEXT_WORD.match(text, end)
    if int(text[start:end]) < _EARLY:
        noun = behind.group(1) if behind is not None else None
        return word in _DATING and not (noun is not None and noun.islower() and noun.endswith("s"))
    if behind is None or behind.group() in ("'s", "’s"):
        return True
    following = behind.group(1)
    if following and following.lower() in lists.nouns:
        return True
    plural = following is not None and following.islower() and following.endswith("s") and len(following) > 3
    if word in lists.before or not word:
        return not plural or word in ("in", "since", "by", "until", "during")
    if not word[-1].isalpha() or start - last_end <= 6:
        return following is None or not plural
    return (
        not following
        or following[0].isupper()
        or (not plural and (word[-1] != "s" or word.endswith(("'s", "’s"))))
        or following in ("and", "to", "as", "with", "on", "at")
    )
