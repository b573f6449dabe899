#!/usr/bin/env python3
"""Plant one slip at a time in clean articles, and measure how many the linter finds.

usage: inject.py [--mutants N] [--seed N] [--kind WORD] [--misses] [--json FILE]

For each kind of slip N places are drawn from all places of all clean articles alike, whether the linter can check
what stands there or not. A mutant is *found* when an alarm (warning or error) that the unedited article does not give
touches the slip. It is *checkable* when the unedited report confirms the figure that is edited, and *consistent* when
every relation that confirmed it still holds: an edit inside rounding, or of words that no relation depends on.
Recall of checkable ones is of those that are not consistent. A figure is *covered* if it stands in a relation that the
engine found, held or not: with other figures, with the same figure or name elsewhere, with the day of the article, or with
a fact on record. Limits of what a vehicle or the world can be are told apart.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from factlint.rule import Rule
from judging import Judgement, all_rules, touches
from operators import OPERATORS, Edit, Operator
from texts import Text, clean_articles

CONTEXT = 60
CALENDAR = {"date", "period", "time"}


class Mutant(msgspec.Struct, frozen=True):
    """One slip and what became of it."""

    kind: str
    file: str
    before: str
    after: str
    found: bool
    checkable: bool
    consistent: bool
    codes: tuple[str, ...]
    failure: str
    """Why the linter could not check the mutant; a miss if it is checkable."""

    @property
    def missed(self) -> bool:
        return self.checkable and not self.consistent and not self.found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=100, help="of each kind (default 100)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", default="", help="only kinds whose name contains this")
    parser.add_argument("--misses", action="store_true", help="print the checkable mutants that were not found")
    parser.add_argument("--json", type=Path, dest="to", help="write the figures and all mutants here")
    arguments = parser.parse_args()
    rules = all_rules()
    clean = [Judgement(Text(path), rules) for path in clean_articles()]
    operators = [operator for operator in OPERATORS if arguments.kind in operator.kind]
    mutants: list[Mutant] = []
    for operator in operators:
        mutants += mutants_of(operator, clean, rules, arguments.mutants, arguments.seed)
    measured = {"clean": baseline(clean), "kinds": by_kind(mutants)}
    print_table(measured)
    for mutant in mutants:
        if mutant.failure:
            print(f"FAILED {mutant.kind} in {mutant.file}: {mutant.failure}\n  + {mutant.after}")
    if arguments.misses:
        for mutant in mutants:
            if mutant.missed:
                print(f"MISS {mutant.kind} in {mutant.file}\n  - {mutant.before}\n  + {mutant.after}")
    if arguments.to:
        written = {**measured, "seed": arguments.seed, "mutants": msgspec.to_builtins(mutants)}
        arguments.to.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")


def mutants_of(
    operator: Operator, clean: Sequence[Judgement], rules: Iterable[Rule], number: int, seed: int
) -> Iterator[Mutant]:
    """Up to a number of mutants of one kind, drawn uniformly from all its places; the same for the same seed."""
    random = Random(f"{seed}:{operator.kind}")
    places = [(judgement, site) for judgement in clean for site in operator.sites(judgement.text)]
    random.shuffle(places)
    for judgement, site in places:
        edit = operator.edit(judgement.text, site, random)
        changed = edit and judgement.text.edited(edit.start, edit.end, edit.replacement)
        if edit and changed:
            yield judged(operator.kind, judgement, edit, Judgement(changed, rules))
            number -= 1
        if not number:
            return


def judged(kind: str, before: Judgement, edit: Edit, after: Judgement) -> Mutant:
    """What the linter says of a mutant that it does not say of the unedited article."""
    place = (min(edit.start, edit.number[0]), max(edit.end, edit.number[1]))
    grown = len(edit.replacement) - (edit.end - edit.start)
    edited = (place[0], place[1] + grown)
    known = {(alarm.code, alarm.message) for alarm in before.alarms}
    new = [alarm for alarm in after.alarms if (alarm.code, alarm.message) not in known]
    hits = [
        alarm.code
        for alarm in new
        if any(touches((spot.start, spot.end), edited) for spot in (alarm.place, *alarm.because))
    ]
    held = before.held(place)
    return Mutant(
        kind=kind,
        file=before.text.path.name,
        before=excerpt(before.text.clean, place),
        after=excerpt(after.text.clean, edited),
        found=bool(hits),
        checkable=before.confirms(place),
        consistent=not hits and bool(held) and held <= after.held(edited, grown),
        codes=tuple(sorted(set(hits))),
        failure=after.failure,
    )


def excerpt(text: str, place: tuple[int, int]) -> str:
    start, end = place
    around = f"{text[max(start - CONTEXT, 0) : start]}[{text[start:end]}]{text[end : end + CONTEXT]}"
    return " ".join(around.split())


def baseline(clean: Sequence[Judgement]) -> dict[str, Any]:
    """Of the unedited articles: figures, how many stand in a relation, how many are confirmed, and false alarms."""
    related = [(tick.kind, tied) for one in clean for tick, tied in zip(one.ticks, one.related, strict=True)]
    limited = [tied for one in clean for tied in one.limited]
    alone = [limit and not tied for limit, (_, tied) in zip(limited, related, strict=True)]
    quantities = [tied for kind, tied in related if kind not in CALENDAR]
    confirmed = sum(tick.status == "confirmed" for judgement in clean for tick in judgement.ticks)
    alarms = [f"{one.text.path.name}: {alarm.code} {alarm.message}" for one in clean for alarm in one.alarms]
    return {
        "articles": len(clean),
        "figures": len(related),
        "coverage": ratio(sum(tied for _, tied in related), len(related)),
        "coverage_of_quantities": ratio(sum(quantities), len(quantities)),
        "only_limited": ratio(sum(alone), len(related)),
        "confirmed": ratio(confirmed, len(related)),
        "false_alarms": alarms,
    }


def by_kind(mutants: Sequence[Mutant]) -> dict[str, dict[str, Any]]:
    kinds = {kind: [one for one in mutants if one.kind == kind] for kind in dict.fromkeys(one.kind for one in mutants)}
    return {kind: figures(of_kind) for kind, of_kind in {**kinds, "all": list(mutants)}.items()}


def figures(mutants: Sequence[Mutant]) -> dict[str, Any]:
    checkable = [one for one in mutants if one.checkable]
    contrary = [one for one in checkable if not one.consistent]
    return {
        "mutants": len(mutants),
        "recall": ratio(sum(one.found for one in mutants), len(mutants)),
        "checkable": len(checkable),
        "consistent": ratio(len(checkable) - len(contrary), len(checkable)),
        "recall_checkable": ratio(sum(one.found for one in contrary), len(contrary)),
    }


def ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def print_table(measured: dict[str, Any]) -> None:
    clean = measured["clean"]
    print(f"{clean['articles']} clean articles, {clean['figures']} figures")
    print(f"coverage {clean['coverage']}, without dates and times {clean['coverage_of_quantities']}")
    print(f"held against nothing but a limit of what is possible, and not counted above: {clean['only_limited']}")
    print(f"confirmed {clean['confirmed']}, false alarms {len(clean['false_alarms'])}")
    for alarm in clean["false_alarms"]:
        print(f"  FALSE {alarm}")
    print(f"\n{'kind':18}{'mutants':>9}{'recall':>9}{'checkable':>11}{'consistent':>12}{'recall of checkable':>21}")
    for kind, row in measured["kinds"].items():
        shown = ["-" if value is None else str(value) for value in row.values()]
        print(f"{kind:18}{shown[0]:>9}{shown[1]:>9}{shown[2]:>11}{shown[3]:>12}{shown[4]:>21}")


if __name__ == "__main__":
    main()
