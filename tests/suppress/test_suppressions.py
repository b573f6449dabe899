"""What an editor has checked is set aside, in every place where that can be written."""

from __future__ import annotations

import json

import pytest
from factlint.config import Config
from factlint.desk import Desk
from factlint.proof import Edited
from factlint.suppression import said

WRONG = "Of 31.1 million cars sold, 15 million were NEVs, or 40.9%."
ALSO = "Of 20 million cars built, 5 million were exported, or 31.0%."
DESK = Desk(Config())


def edited(text: str, path: str = "story.md", sidecar: str | None = None) -> Edited:
    done = DESK.edit(text, path, sidecar=None if sidecar is None else sidecar.encode())
    assert done.report.error is None
    assert done.proof is not None
    assert [one.code for one in done.proof.findings] == [one.code for one in done.report.findings]
    for one in done.report.findings:
        assert done.proof.article.source.text[one.span.start : one.span.end] == one.quote
    return done


def codes(text: str, path: str = "story.md", sidecar: str | None = None) -> list[str]:
    return [one.code for one in edited(text, path, sidecar).report.findings]


def test_without_a_suppression_both_are_reported() -> None:
    assert codes(f"{WRONG}\n\n{ALSO}\n") == ["PCT001", "PCT001"]


def test_a_comment_holds_for_the_next_block_alone() -> None:
    comment = "<!-- factlint: ignore PCT001 -- vans count too -->"
    assert codes(f"{comment}\n{WRONG}\n\n{ALSO}\n") == ["PCT001"]
    assert codes(f"{comment}\n\n{WRONG}\n\n{ALSO}\n") == ["PCT001"]
    assert codes(f"{WRONG}\n\n{comment}\n\n{ALSO}\n") == ["PCT001"]
    assert codes(f"<p>{WRONG}</p>{comment}<p>{ALSO}</p>", "page.html") == ["PCT001"]


def test_a_comment_inside_or_behind_a_paragraph_holds_for_it() -> None:
    comment = "<!-- factlint: ignore PCT001 -- vans count too -->"
    assert codes(f"{WRONG} {comment}\n\nSales rose.\n") == []
    assert codes(f"Sales rose. {comment} {WRONG}\n") == []
    assert codes(f"<p>{WRONG} {comment}</p><p>Sales rose.</p>", "page.html") == []


def test_a_table_is_one_block() -> None:
    table = "| Maker | 2023 | 2024 | Change |\n|---|---|---|---|\n" + "".join(
        f"| {name} | {before:,} | {now:,} | {change} |\n"
        for name, before, now, change in (
            ("Toyota", 10_000, 12_000, "20%"),
            ("Honda", 20_000, 25_000, "25%"),
            ("Mazda", 40_000, 50_000, "25%"),
            ("Suzuki", 10_000, 13_000, "60%"),
        )
    )
    found = codes(f"Sales of 2024.\n\n{table}")
    assert len(found) == 1
    assert codes(f"Sales of 2024.\n\n<!-- factlint: ignore {found[0]} -- restated base -->\n\n{table}") == []


def test_rules_are_named_by_code_family_name_or_all() -> None:
    for word in ("PCT001", "pct001", "PCT", "share-mismatch", "all"):
        assert codes(f"<!-- factlint: ignore {word} -- vans count too -->\n{WRONG}\n") == []
    for both in ("SUM001, PCT001", "SUM001 PCT001"):
        assert codes(f"<!-- factlint: ignore {both} -- vans count too -->\n{WRONG}\n") == ["SUP002"]
    assert sorted(codes(f"<!-- factlint: ignore SUM001 -- vans -->\n{WRONG}\n")) == ["PCT001", "SUP002"]


def test_disable_holds_until_enable_or_the_end() -> None:
    off, on = "<!-- factlint: disable PCT -- own count -->", "<!-- factlint: enable PCT -->"
    assert codes(f"{off}\n\n{WRONG}\n\n{ALSO}\n") == []
    assert codes(f"{off}\n\n{WRONG}\n\n{on}\n\n{ALSO}\n") == ["PCT001"]
    assert codes(f"{WRONG}\n\n{off}\n\n{ALSO}\n\n{on}\n") == ["PCT001"]


@pytest.mark.parametrize(
    "matter",
    [
        "---\nfactlint:\n  ignore: [PCT001 -- own count]\n---\n",
        "---\ntitle: Cars\nfactlint: ignore: [PCT001 -- own count]\ndate: 2025-01-02\n---\n",
        '---\nfactlint: {ignore: ["PCT001 -- own count, as agreed"]}\n---\n',
        "---\nfactlint:\n  ignore:\n    - PCT001 -- own count, as agreed\n---\n",
        "---\r\nfactlint:\r\n  ignore:\r\n  - 'PCT001 -- own count'\r\n---\r\n",
        '+++\n[factlint]\nignore = ["PCT001 -- own count"]\n+++\n',
        '+++\nfactlint.ignore = ["PCT -- own count"]\n+++\n',
    ],
)
def test_the_front_matter_holds_for_the_article(matter: str) -> None:
    assert codes(f"{matter}\n{WRONG}\n\n{ALSO}\n") == []


def test_a_sidecar_holds_for_its_lines() -> None:
    text = f"Cars\n\n{WRONG}\n\n{ALSO}\n"
    assert codes(text, "story.txt") == ["PCT001", "PCT001"]
    assert codes(text, "story.txt", "# seen by the desk\n\n3 PCT001 -- vans count too\n") == ["PCT001"]
    assert codes(text, "story.txt", "3 PCT -- vans\n5 share-mismatch -- trucks\n") == []


def test_a_sidecar_that_is_wrong_is_told_at_its_line() -> None:
    text = f"Cars\n\n{WRONG}\n"
    found = edited(text, "story.txt", "3 PCT001\n1 PCT001 -- nothing here\n9 PCT001 -- gone\nPCT001\n").report.findings
    said_of = {one.code: [other.message for other in found if other.code == one.code] for one in found}
    assert said_of["SUP001"] == ["PCT001 is set aside by story.txt.factlint:1 without a reason. Add one after --."]
    assert said_of["SUP002"] == ["PCT001 finds nothing where story.txt.factlint:2 sets it aside. Take it out."]
    assert said_of["SUP003"] == [
        "Story.txt.factlint:3 is not understood: the article has no line 9.",
        "Story.txt.factlint:4 is not understood: it is not LINE CODE -- reason.",
    ]
    assert [one.quote for one in found if one.code == "SUP001"] == [WRONG]


def test_plain_text_has_no_comments() -> None:
    assert "PCT001" in codes(f"<!-- factlint: ignore PCT001 -- vans -->\n\n{WRONG}\n", "story.txt")


def test_a_payload_may_hold_comments() -> None:
    body = f"<p>{WRONG}</p><!-- factlint: ignore PCT001 -- vans count too --><p>{ALSO}</p>"
    assert codes(json.dumps({"headline": "Cars", "body": body}), "cms.json") == ["PCT001"]


def test_what_is_set_aside_no_longer_contradicts_its_figures() -> None:
    statuses = {one.quote: one.status for one in edited(f"{WRONG}\n").report.figures}
    assert statuses["40.9%"] == "contradicted"
    checked = edited(f"<!-- factlint: ignore PCT001 -- vans -->\n{WRONG}\n").report.figures
    assert {one.quote: one.status for one in checked}["40.9%"] == "unchecked"


def test_the_fingerprint_of_a_twin_stays_when_the_first_is_set_aside() -> None:
    def marks(text: str) -> list[str]:
        return [one.fingerprint for one in edited(text).report.findings if one.code == "PCT001"]

    first, second = marks(f"{WRONG}\n\nSales rose.\n\n{WRONG}\n")
    left = marks(f"<!-- factlint: ignore PCT001 -- vans -->\n{WRONG}\n\nSales rose.\n\n{WRONG}\n")
    assert first != second
    assert left == [second]


def test_a_rule_that_does_not_run_is_not_missed() -> None:
    text = f"<!-- factlint: ignore PCT001 -- vans -->\n{ALSO.replace('31.0', '25.0')}\n"
    assert codes(text) == ["SUP002"]
    assert Desk(Config(ignore=("PCT",))).edit(text, "story.md").report.findings == ()
    assert Desk(Config(ignore=("SUP",))).edit(text, "story.md").report.findings == ()


def test_many_comments_take_no_longer_than_their_text() -> None:
    text = "<!-- factlint: disable PCT001 -- x -->\n<!-- factlint: ignore PCT -- x -->\nIt rose.\n\n" * 2_000
    assert len(edited(text).report.findings) == 4_000
    assert codes("<!-- factlint: ignore " * 5_000) is not None


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        (" PCT001 -- vans count", ("PCT001",), "vans count"),
        ("PCT001,SUM002 — vans  count", ("PCT001", "SUM002"), "vans count"),
        ("share-mismatch", ("share-mismatch",), ""),
        ("PCT --", ("PCT",), ""),
    ],
)
def test_rules_and_reason_are_told_apart(text: str, words: tuple[str, ...], reason: str) -> None:
    told = said(text)
    assert (told.words, told.reason, told.fault) == (words, reason, "")
    assert said("PCT001 because of vans; see note").fault
