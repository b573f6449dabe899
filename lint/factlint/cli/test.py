"""``factlint test``: runs the examples of rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from factlint.cli.reading import show
from factlint.problem import SettingsError
from factlint.registry import installed
from factlint.rule import Rule
from factlint.testing import Example, cases, rules_in


@click.command(name="test")
@click.argument("targets", nargs=-1, metavar="[PACKAGE|FILE]...")
def command(targets: Sequence[str]) -> int:
    """Run the examples of rules: the installed ones, or those of a package or file of your own.

    An invalid example must give a finding at each «…», with the words it says; a valid one must give none.
    """
    rules = _rules(targets)
    examples = [example for rule in rules for example in cases(rule)]
    failures = {example: said for example in examples if (said := _failure(example)) is not None}
    show(_report(rules, examples, failures))
    return 1 if failures else 0


def _rules(targets: Sequence[str]) -> list[type[Rule]]:
    rules = [rule for target in targets for rule in rules_in(target)] if targets else list(installed().rules)
    if not rules:
        raise SettingsError(f"there is no rule in {', '.join(targets) or 'the installed plug-ins'}.")
    return rules


def _failure(example: Example) -> str | None:
    try:
        example.verify()
    except AssertionError as error:
        return str(error)
    return None


def _report(rules: list[type[Rule]], examples: list[Example], failures: dict[Example, str]) -> Iterator[str]:
    counts = Counter(example.rule for example in examples)
    for rule in rules:
        failed = [said for example, said in failures.items() if example.rule is rule]
        yield f"{'FAILED' if failed else 'ok':6}  {rule.code} {rule.name}: {counts[rule]} examples"
        for said in failed:
            yield from (f"        {line}" for line in said.splitlines())
    yield f"{len(rules)} rules, {len(examples)} examples, {len(failures)} failed."
