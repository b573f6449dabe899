"""The whole of a share that its own sentence prints: after ``of``, before a clause, or beside the part."""

from __future__ import annotations

from factlint.claims.lexicon import measures_of
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS, counts_few, has_value

_OPENERS = frozenset({",", ";", "(", "—", "–", ":", "and", '"', "“"})
OF = frozenset({"of", "out of", "among", "amongst"})
_BEFORE_WHOLE = frozenset({"the", "its", "their", "all", "these", "those", "some", "a", "total", "about", "his"})


def printed_whole(line: Line, position: int) -> Figure | None:
    """The whole that the sentence prints: ``37.9% of the 894.4 GWh``, ``41,250 of 96,730 registrations``, ``Of the 280, …``.

    The one directly after the rate comes first, then one that opens a clause, then the only other one.
    """
    tokens = line.tokens
    direct = _after_of(line, position)
    if direct is not None:
        return direct
    named = _names_another(line, position)
    others: list[Figure] = []
    for at in range(len(tokens)):
        figure = tokens[at].figure
        if figure is None or at == position or figure.kind not in LEVELS or not has_value(figure):
            continue
        if counts_few(figure) or not _behind_of(line, at) or (named and _of_another_rate(line, at, position)):
            continue
        if _opens_clause(line, at):
            return figure
        others.append(figure)
    return others[0] if len(others) == 1 else None


def takes_up(token: Token) -> bool:
    """Whether a word takes up what stands before it as the whole: ``of these``, ``among them``, ``of which``."""
    return "taking_up" in token.tags or token.word == "of which"


def _names_another(line: Line, position: int) -> bool:
    """Whether a rate is followed by a whole in words: ``9 percent of all Chinese car exports``, ``9 in 10 of them``."""
    following = line.tokens[position + 1 : position + 2]
    return bool(following) and (following[0].word in OF or takes_up(following[0]))


def _of_another_rate(line: Line, at: int, position: int) -> bool:
    """Whether another rate of the sentence stands before a whole that stands before this rate, or it takes up a group."""
    if takes_up(line.tokens[position + 1]):
        return True
    between = line.tokens[position + 1 : at] if at > position else line.tokens[:at]
    return any(token.figure is not None and token.figure.kind in ("percent", "ratio") for token in between)


def _after_of(line: Line, position: int) -> Figure | None:
    tokens = line.tokens
    if position + 1 >= len(tokens) or tokens[position + 1].word not in OF:
        return None
    for at in range(position + 2, min(position + 7, len(tokens))):
        figure = tokens[at].figure
        if figure is not None:
            return figure if figure.kind in LEVELS and has_value(figure) and not counts_few(figure) else None
        if not _passes(tokens[at]):
            return None
    return None


def _behind_of(line: Line, at: int) -> bool:
    """Whether ``of``, ``out of`` or ``among`` leads to a figure: ``of the group's 189,400``, ``of its total sales of 189,000``."""
    tokens = line.tokens
    for before in range(at - 1, max(-1, at - 7), -1):
        token = tokens[before]
        if token.word in OF:
            if before == 0 or tokens[before - 1].word in _OPENERS or _holds_part(tokens[before - 1]):
                return True
            named = [t for t in tokens[before + 1 : at] if t.tags]
            return bool(named) and all("total" in t.tags or measures_of(t.tags) for t in named)
        if not _passes(token):
            return False
    return False


def _opens_clause(line: Line, at: int) -> bool:
    """``Of the 280, …`` at the start of a clause."""
    tokens = line.tokens
    for start in range(max(0, at - 4), at):
        opens = start == 0 or tokens[start - 1].word in _OPENERS
        if tokens[start].word in OF and opens and all(_passes(token) for token in tokens[start + 1 : at]):
            return True
    return False


def _holds_part(token: Token) -> bool:
    """Whether a figure or rate stands just before ``of``: the part of what follows."""
    return token.figure is not None or "share" in token.tags


def _passes(token: Token) -> bool:
    """Whether a word may stand between ``of`` and the whole."""
    return (
        token.word in _BEFORE_WHOLE
        or token.word.endswith(("'s", "’s"))
        or token.word == "'s"
        or token.name is not None
        or (token.figure is not None and token.figure.kind == "rank")
        or bool(token.tags & {"total", "target", "whole_year"})
        or bool(measures_of(token.tags))
        or token.word in OF
    )
