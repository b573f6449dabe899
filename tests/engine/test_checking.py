"""Rules judge a reading: findings in order, ticks for the figures, and no rule that stops another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from factlint import Finding, Place, Reading, Rule, Severity, Verdict
from factlint.article import read
from factlint.claims.bind import bind
from factlint.engine import check
from factlint.figures.scan import scan_text
from factlint.relations.relation import Relation

TEXT = "Sales reached 1,200 cars in May. Output was 3,400 cars in June. Exports came to 5,600 cars in July."


class Pair(Relation, frozen=True, eq=False, kw_only=True):
    """Two figures with a verdict that the test gives."""

    given: Verdict

    def verdict(self) -> Verdict:
        return self.given


class Echo(Pair, frozen=True, eq=False, kw_only=True):
    """A relation that only repeats."""

    confirms: ClassVar[bool] = False


class Judge(Rule):
    """Judges pairs."""

    code = "AAA001"
    judges = (Pair,)

    def check(self, article: Reading, /) -> Iterator[Finding]:
        for pair in article.relations(Pair):
            if pair.verdict() is Verdict.BROKEN:
                yield self.finding(pair.figures[0], because=pair.figures[1:], formula="a is b")


class Raises(Rule):
    """Raises after its first finding."""

    code = "AAA002"

    def check(self, article: Reading, /) -> Iterator[Finding]:
        yield self.finding(article.figures[0], formula="said before it failed")
        raise RuntimeError("out of ideas")


class At(Rule):
    """Reports the place and severity that the test gives."""

    code = "AAA003"
    place: ClassVar[Place]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        yield self.finding(self.place, formula="here")


def reading(*relations: tuple[type[Pair], int, int, Verdict]) -> Reading:
    article = read(TEXT, path="story.txt")
    scanned = scan_text(article.text)
    counts = [figure for figure in scanned.figures if figure.kind == "count"]
    assert [figure.value for figure in counts] == [1200, 3400, 5600]
    pairs = tuple(kind(figures=(counts[a], counts[b]), given=verdict) for kind, a, b, verdict in relations)
    return Reading(article, tuple(counts), scanned.names, bind(article, scanned), pairs)


def statuses(given: Reading, *rules: Rule) -> list[tuple[str, tuple[str, ...]]]:
    return [(tick.status, tick.by) for tick in check(given, rules).ticks]


def test_a_relation_that_holds_confirms_its_figures_in_the_rules_name() -> None:
    for verdict in (Verdict.HOLDS, Verdict.LOOSE):
        confirmed = ("confirmed", ("AAA001",))
        assert statuses(reading((Pair, 0, 1, verdict)), Judge()) == [confirmed, confirmed, ("unchecked", ())]


def test_a_doubtful_relation_and_one_that_only_repeats_confirm_nothing() -> None:
    assert {status for status, _ in statuses(reading((Pair, 0, 1, Verdict.DOUBTFUL)), Judge())} == {"unchecked"}
    assert {status for status, _ in statuses(reading((Echo, 0, 1, Verdict.HOLDS)), Judge())} == {"unchecked"}


def test_no_rule_no_tick() -> None:
    assert {status for status, _ in statuses(reading((Pair, 0, 1, Verdict.HOLDS)))} == {"unchecked"}


def test_a_finding_contradicts_its_figures_even_where_another_relation_holds() -> None:
    given = reading((Pair, 0, 1, Verdict.BROKEN), (Pair, 1, 2, Verdict.HOLDS))
    assert [status for status, _ in statuses(given, Judge())] == ["contradicted", "contradicted", "confirmed"]


def test_a_suggestion_contradicts_nothing() -> None:
    given = reading((Pair, 0, 1, Verdict.BROKEN))
    assert {status for status, _ in statuses(given, Judge(severity=Severity.SUGGESTION))} == {"unchecked"}


def test_a_rule_on_the_form_of_the_text_contradicts_no_figure() -> None:
    class Form(At):
        """A repeated sentence."""

        code = "AAA004"
        contradicts = False
        place = Place(0, 32, TEXT[:32])

    assert {status for status, _ in statuses(reading(), Form())} == {"unchecked"}


def test_a_rule_that_raises_is_named_and_the_others_run() -> None:
    given = reading((Pair, 0, 1, Verdict.BROKEN))
    checked = check(given, [Raises(), Judge()])
    (problem,) = checked.problems
    assert (problem.kind, problem.path, problem.code) == ("rule-failed", "story.txt", "AAA002")
    assert "AAA002" in problem.message
    assert "RuntimeError: out of ideas" in problem.message
    assert {finding.code for finding in checked.findings} == {"AAA001", "AAA002"}


def test_a_finding_outside_the_article_is_the_rules_failure() -> None:
    class Outside(At):
        """Counts wrong."""

        place = Place(5, 10_000, "?")

    checked = check(reading(), [Outside()])
    assert checked.findings == ()
    assert "lies outside the article" in checked.problems[0].message


def test_findings_stand_in_the_order_of_the_text_whatever_the_order_of_rules() -> None:
    class Late(At):
        """Later in the text, earlier in the alphabet."""

        code = "AAA000"
        place = Place(44, 49, "3,400")

    given = reading((Pair, 0, 1, Verdict.BROKEN))
    forwards = check(given, [Late(), Judge()]).findings
    assert forwards == check(given, [Judge(), Late()]).findings
    assert [finding.code for finding in forwards] == ["AAA001", "AAA000"]


def test_of_two_rules_with_the_same_places_the_heavier_then_the_earlier_stays() -> None:
    class Same(At):
        """The same place."""

        code = "AAA009"
        place = Place(14, 19, "1,200")

    class Twin(Same):
        """The same place again."""

        code = "AAA008"

    given = reading()
    assert [one.code for one in check(given, [Same(), Twin()]).findings] == ["AAA008"]
    lighter = Twin(severity=Severity.WARNING)
    assert [one.code for one in check(given, [Same(), lighter]).findings] == ["AAA009"]


def test_a_newsrooms_severity_is_a_ceiling_and_can_raise_a_rule() -> None:
    class Mild(At):
        """A warning by birth."""

        severity = Severity.WARNING
        place = Place(14, 19, "1,200")

    given = reading()
    assert check(given, [Mild()]).findings[0].severity is Severity.WARNING
    assert check(given, [Mild(severity=Severity.ERROR)]).findings[0].severity is Severity.ERROR
    assert check(given, [Mild(severity=Severity.SUGGESTION)]).findings[0].severity is Severity.SUGGESTION
