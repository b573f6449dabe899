"""The fingerprint of a finding: the same after a paragraph has moved, another after its sentence has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factlint.article.article import Article
from factlint.digest import blake2b
from factlint.finding import Finding

VERSION = "v1"


def fingerprints(article: Article, findings: Iterable[Finding], document_id: str | None) -> tuple[str, ...]:
    """One fingerprint for each finding, in order: ``v1:`` and 32 hexadecimal digits.

    It is a hash of the document's id, the code, the quotes, the sentence the finding stands in, all with
    white space collapsed, and the finding's index among those that agree in all of these.
    """
    met: Counter[tuple[str, ...]] = Counter()
    marks = []
    for finding in findings:
        facts = _facts(article, finding)
        marks.append(f"{VERSION}:{_hash((document_id or '', *facts, str(met[facts])))}")
        met[facts] += 1
    return tuple(marks)


def _facts(article: Article, finding: Finding) -> tuple[str, ...]:
    place = finding.place
    sentence = article.sentence_at(place.start)
    said = article.text[sentence.start : sentence.end] if sentence else ""
    others = sorted(_normal(article.text[other.start : other.end]) for other in finding.because)
    quote = article.source.text[slice(*finding.outside)] if finding.outside else article.text[place.start : place.end]
    return (finding.code, _normal(quote), _normal(said), *others)


def _normal(text: str) -> str:
    return " ".join(text.split())


def _hash(parts: tuple[str, ...]) -> str:
    # Each part goes in with its length: no two lists of parts have the same bytes.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
