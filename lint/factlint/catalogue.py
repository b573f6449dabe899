"""The catalogue of rules as one page of Markdown: a table of all, then the page of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from factlint.page import bounds, page_text, printed, summary
from factlint.patterns import compiled
from factlint.rule import Case, Rule

_HEAD = """\
# The rules

`factlint rules --format markdown` writes this page from the rules themselves; `factlint explain CODE` shows one of them
in the terminal, with all its examples. Here `«…»` marks the place that is reported, and the line after `->` is part of
what is said of it.
"""

_SHOWN = 3

# The opening words of a paragraph of a page: "What it leaves alone: ..."
_LABEL = compiled(r"^([A-Z][a-z ]{2,40}):", re.M)


def catalogue(rules: Iterable[type[Rule]]) -> str:
    """The page of all given rules, in the order of their codes."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    return "\n".join([*_index(ordered), *(line for rule in ordered for line in _section(rule))])


def _index(rules: Sequence[type[Rule]]) -> Iterator[str]:
    yield _HEAD
    yield "| code | name | severity at most | what it reports |\n|---|---|---|---|"
    for rule in rules:
        yield f"| [{rule.code}](#{_anchor(rule)}) | {rule.name} | {rule.severity} | {_cell(summary(rule))} |"
    yield ""


def _section(rule: type[Rule]) -> Iterator[str]:
    yield f"## {rule.code} {rule.name}\n"
    yield _LABEL.sub(r"**\1:**", page_text(rule))
    yield ""
    also = f" Also called {', '.join(f'`{alias}`' for alias in rule.aliases)}." if rule.aliases else ""
    yield f"Severity: {rule.severity} at most. Since {rule.since}.{also}\n"
    yield from _options(rule)
    yield from _examples("Reported", rule.invalid)
    yield from _examples("Left alone", rule.valid)


def _options(rule: type[Rule]) -> Iterator[str]:
    if rule.options:
        yield "| option | default | meaning |\n|---|---|---|"
        for key, option in sorted(rule.options.items()):
            default = msgspec.json.encode(option.default).decode()
            yield f"| `{key}` | `{default}` | {_cell(option.about + bounds(option))} |"
        yield ""


def _examples(title: str, examples: Sequence[str | Case]) -> Iterator[str]:
    if not examples:
        return
    yield f"{title}:\n"
    lines = [line for example in examples[:_SHOWN] for line in _example(example)]
    longest = max((len(run) for run in re.findall("`+", "\n".join(lines))), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}text"
    yield "\n".join(lines).strip("\n")
    yield f"{fence}\n"


def _example(example: str | Case) -> Iterator[str]:
    case = example if isinstance(example, Case) else Case(example)
    yield from printed(case)
    if case.says:
        yield f"    -> {case.says}"
    yield ""


def _anchor(rule: type[Rule]) -> str:
    return f"{rule.code} {rule.name}".lower().replace(" ", "-")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
