"""factlint: the fact-checking and consistency linter for automotive news.

Names are imported when they are first used, so that ``factlint --version`` stays fast.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, whose import alone takes 5 ms
if TYPE_CHECKING:
    from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Article": "factlint.article.article",
    "Case": "factlint.rule",
    "Claim": "factlint.claims.claim",
    "Config": "factlint.config",
    "Figure": "factlint.figures.figure",
    "Finding": "factlint.finding",
    "Fix": "factlint.finding",
    "Interval": "factlint.figures.interval",
    "Name": "factlint.figures.figure",
    "Option": "factlint.rule",
    "Place": "factlint.finding",
    "Reading": "factlint.reading",
    "Relation": "factlint.relations.relation",
    "Report": "factlint.report",
    "Review": "factlint.rule",
    "Rule": "factlint.rule",
    "SettingsError": "factlint.problem",
    "Severity": "factlint.finding",
    "Suppression": "factlint.suppression",
    "Verdict": "factlint.relations.relation",
    "scan": "factlint.figures.scan",
    "lint": "factlint.engine",
    "load_config": "factlint.config_files:load",
}
"""The module of each name, and its name there where it has another."""

__all__ = sorted([*_HOMES, "__version__"])

if TYPE_CHECKING:
    from factlint.article.article import Article as Article
    from factlint.claims.claim import Claim as Claim
    from factlint.config import Config as Config
    from factlint.config_files import load as load_config  # noqa: F401
    from factlint.engine import lint as lint
    from factlint.figures.figure import Figure as Figure
    from factlint.figures.figure import Name as Name
    from factlint.figures.interval import Interval as Interval
    from factlint.figures.scan import scan as scan
    from factlint.finding import Finding as Finding
    from factlint.finding import Fix as Fix
    from factlint.finding import Place as Place
    from factlint.finding import Severity as Severity
    from factlint.problem import SettingsError as SettingsError
    from factlint.reading import Reading as Reading
    from factlint.relations.relation import Relation as Relation
    from factlint.relations.relation import Verdict as Verdict
    from factlint.report import Report as Report
    from factlint.rule import Case as Case
    from factlint.rule import Option as Option
    from factlint.rule import Review as Review
    from factlint.rule import Rule as Rule
    from factlint.suppression import Suppression as Suppression


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'factlint' has no attribute {name!r}")
    from importlib import import_module

    module, _, attribute = home.partition(":")
    return getattr(import_module(module), attribute or name)
