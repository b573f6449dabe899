"""The page of a rule: what its docstring, options and examples say."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from factlint.rule import Case, Option, Rule


def summary(rule: type[Rule]) -> str:
    """The first line of a rule's page."""
    return page_text(rule).partition("\n")[0]


def page(rule: type[Rule]) -> Iterator[str]:
    """The lines of a rule's page: head, text, options, examples."""
    yield f"{rule.code} {rule.name}"
    yield ""
    yield from page_text(rule).splitlines()
    yield ""
    yield f"Severity: {rule.severity} at most. Since {rule.since}."
    if rule.aliases:
        yield f"Also called: {', '.join(rule.aliases)}."
    if rule.options:
        yield ""
        yield "Options:"
        for key, option in sorted(rule.options.items()):
            yield f"  {key} = {option.default!r}: {option.about}{bounds(option)}"
    yield from _examples("Reported («…» marks the place):", rule.invalid)
    yield from _examples("Left alone:", rule.valid)


def _examples(title: str, examples: object) -> Iterator[str]:
    if not isinstance(examples, list | tuple) or not examples:
        return
    yield ""
    yield title
    for example in examples:
        case = example if isinstance(example, Case) else Case(example)
        lines = printed(case)
        yield f"  - {lines[0]}"
        yield from (f"    {line}" for line in lines[1:])
        if case.says:
            yield f"    -> {case.says}"


def printed(case: Case) -> list[str]:
    """The lines of an example, its headline first."""
    return [*([case.headline] if case.headline else []), *case.text.splitlines()]


def page_text(rule: type[Rule]) -> str:
    """The docstring of a rule, which is its page."""
    return inspect.cleandoc(rule.__doc__ or "")


def bounds(option: Option) -> str:
    """The bounds of an option in words, with a blank before them; empty where it has none."""
    low, high = option.low, option.high
    if low is None and high is None:
        return ""
    return f" (from {'-∞' if low is None else f'{low:g}'} to {'∞' if high is None else f'{high:g}'})"
