"""Companies that no list holds, and the short names that a text declares for itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factlint.figures.designations import words
from factlint.figures.figure import Name
from factlint.patterns import compiled

_SUFFIX = compiled(r" ([A-Z][A-Za-z.]*+|plc)")
_NAME_END = compiled(r"[A-Za-z)]")
_CAPITALS = compiled(r"(?:(?<![\w'-])(?:[A-Z][\w&'.-]*|&|e[A-Z]\w*)(?: |\s?\([A-Z][a-z]+\) ?))+$")
_STRONG = frozenset(("Group", "Inc.", "Inc", "Corp.", "Corp", "Corporation", "Co.", "Ltd.", "Ltd", "Limited", "plc"))
_FURTHER = compiled(r",? ([A-Z][A-Za-z]*+\.?|plc)(?![A-Za-z])")
_CAPITAL = compiled(r" [A-Z]")
_RUNNING = compiled(r"(?<![A-Za-z])[a-z]{5,}")
_DECLARED = compiled(
    r"[(（](?:the |or |hereinafter |hereafter |known as |called |dubbed )*"
    r"[\"“'‘]?([A-Z][\w&.+-]{0,24}(?: [A-Z][\w&.+-]{0,24}){0,2}|[a-z]{1,5}[A-Z][\w-]{1,20})[\"”'’]?[)）]"
)
_WORDS_BEFORE = compiled(r"(?:(?<![\w'-])(?:[A-Z][\w&'.-]*|of|and|for|&) ){1,8}$")


def companies(text: str) -> Iterator[tuple[int, int]]:
    """The spans of capitalised sequences that end like a company ("Anhui Conch Group", "Kankan Tech")."""
    lists = words()
    last = -1
    for match in _SUFFIX.finditer(text):
        word, (suffix, end) = match.group(1), match.span(1)
        if suffix < last or not (word in lists.same_company or word in lists.other_company):
            continue
        if not _NAME_END.match(text, suffix - 2):
            continue
        while (further := _FURTHER.match(text, end)) and (
            further.group(1) in lists.same_company or further.group(1) in lists.other_company
        ):
            end = further.end()
        strong = any(part in _STRONG for part in text[suffix:end].replace(",", " ").split())
        start = _first_capital(text, suffix, 6 if strong else 2)
        last = end
        if start is not None and (strong or _lone(text, start, suffix, end)):
            yield start, end


def _lone(text: str, start: int, suffix: int, end: int) -> bool:
    """Whether a name with a weak ending stands in running text, and is not "New Energy" or "Information Technology"."""
    lists = words()
    if text[suffix:end].split()[-1].rstrip(".") not in lists.lone_company or _CAPITAL.match(text, end):
        return False
    parts = text[start:suffix].split()
    if parts[-1] in lists.no_company or any("'" in part for part in parts):
        return False
    around = text[max(0, start - 60) : start].rpartition("\n")[2] + text[end : end + 60].partition("\n")[0]
    return _RUNNING.search(around) is not None


def _first_capital(text: str, end: int, most: int) -> int | None:
    """Where the capitalised words before ``end`` begin: at most so many, and none that only opens a sentence."""
    run = _CAPITALS.search(text[max(0, end - 80) : end])
    if not run:
        return None
    parts = [(part.start(), part.group()) for part in re.finditer(r"\S+", run.group())]
    while parts and (parts[0][1] in words().no_start or parts[0][1] == "&"):
        parts.pop(0)
    for index in range(len(parts) - 1, -1, -1):
        if parts[index][1].endswith(".") and len(parts[index][1]) > 2:
            parts = parts[index + 1 :]
            break
    parts = parts[-most:]
    return end - len(run.group()) + parts[0][0] if parts else None


def declared_aliases(text: str, names: Iterable[Name]) -> dict[str, str]:
    """The short names that a text gives in brackets, each with the entity that it stands for.

    ``SAIC-GM-Wuling (SGMW)`` and ``Anhui Conch Group ("Conch")`` declare one each. What the brackets hold must
    be made of the name's letters or words, so that ``Onvo (Nio)`` and ``Tesla (Shanghai)`` declare nothing.
    """
    entities = {name.end: name.entity for name in names if name.kind not in ("market", "designation", "term")}
    found: dict[str, str] = {}
    for match in _DECLARED.finditer(text):
        alias, end = match.group(1), match.start()
        if text[end - 1 : end] == " ":
            end -= 1
        whole = _WORDS_BEFORE.search(text[max(0, end - 100) : end] + " ")
        full = whole.group().strip() if whole else ""
        entity = entities.get(end)
        if entity is not None and _made_of(alias, full or entity):
            found.setdefault(alias, entity)
        elif full and " " in full and _made_of(alias, full):
            whole_name = _without_article(full, alias)
            if any(part in words().organisations or part in words().same_company for part in whole_name.split()):
                found.setdefault(alias, whole_name)
    return found


def _without_article(full: str, alias: str) -> str:
    parts = full.split()
    while len(parts) > 2 and (parts[0] in words().no_start or not parts[0][0].isupper()):
        parts.pop(0)
    if alias.isupper():
        for index, part in enumerate(parts[:-1]):
            if part[0] == alias[0] and _initials(parts[index:]) == alias:
                return " ".join(parts[index:])
    return " ".join(parts)


def _initials(parts: list[str]) -> str:
    return "".join(part[0] for part in parts if part[0].isupper())


def _made_of(alias: str, full: str) -> bool:
    """Whether the short name is one or more words of the full one, or its letters in order."""
    if full == alias:
        return False
    if all(word in full.split() or word.lower() in full.lower() for word in alias.split()):
        return True
    if sum(letter.isupper() for letter in alias) < 2:
        return False
    letters = iter(full.lower())
    return all(letter in letters for letter in alias.lower() if letter.isalnum())
