"""A fingerprint survives moving and re-wrapping, and not an edit of its sentence."""

from __future__ import annotations

import re

from factlint import Place
from factlint.article import read
from factlint.finding import Finding, Severity
from factlint.fingerprint import fingerprints

FIRST = "Plant A built 1,200 cars in May."
SECOND = "Of 31.1 million cars sold in the country last year, some 15 million were electric, or 40.9%."


def marks(text: str, quote: str = "40.9%", *, others: tuple[str, ...] = (), document: str | None = "d-1") -> list[str]:
    """The fingerprints of findings at every place where the quote stands."""
    article = read(text, path="story.md")

    def place(found: re.Match[str]) -> Place:
        return Place(found.start(), found.end(), found[0])

    because = tuple(place(found) for other in others for found in re.finditer(re.escape(other), article.text))
    findings = [
        Finding("PCT001", "share-mismatch", Severity.ERROR, place(found), "a message", because)
        for found in re.finditer(re.escape(quote), article.text)
    ]
    assert findings
    return list(fingerprints(article, findings, document))


def test_it_names_its_version_and_is_stable() -> None:
    (mark,) = marks(f"{FIRST}\n\n{SECOND}\n")
    assert re.fullmatch(r"v1:[0-9a-f]{32}", mark)
    assert marks(f"{FIRST}\n\n{SECOND}\n") == [mark]
    assert mark == "v1:c6278ba4748b23a9dec4ac5a93dfe8b8"


def test_moving_the_paragraph_or_changing_another_sentence_keeps_it() -> None:
    before = marks(f"{FIRST}\n\n{SECOND}\n")
    assert marks(f"{SECOND}\n\n{FIRST}\n") == before
    assert marks(f"{FIRST} And more.\n\n{SECOND}\n") == before


def test_wrapping_the_lines_anew_keeps_it() -> None:
    wrapped = SECOND.replace("some 15", "some\n15")
    assert marks(f"{FIRST}\n\n{wrapped}\n") == marks(f"{FIRST}\n\n{SECOND}\n")


def test_editing_the_sentence_changes_it() -> None:
    assert marks(SECOND.replace("sold", "bought")) != marks(SECOND)


def test_another_quote_elsewhere_code_or_document_changes_it() -> None:
    text = f"{FIRST}\n\n{SECOND}\n"
    plain = marks(text)
    assert marks(text, others=("1,200",)) != plain
    assert marks(text, document="d-2") != plain
    assert marks(text, document=None) != plain


def test_two_findings_that_agree_in_everything_are_told_apart() -> None:
    first, second = marks(f"{SECOND}\n\n{FIRST}\n\n{SECOND}\n")
    assert first != second
    assert [first] == marks(SECOND)
