"""Which lines of which files have changed since a revision; findings that touch none of them are left out."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence

from factlint.patterns import compiled
from factlint.problem import SettingsError
from factlint.proof import Edited
from factlint.report import FindingReport, Span
from factlint.repository import git, top_of
from factlint.revision import without

_HUNK = compiled(r"@@ -\d++(?:,\d++)? \+(\d++)(?:,(\d++))? @@")
_FILE = "+++ "
_FROM = "PRE_COMMIT_FROM_REF"
"""Set by pre-commit when it checks a range of commits: then nothing has changed since HEAD, but since this."""

Lines = Sequence[tuple[int, int]]
"""First and last line of each changed stretch, in order."""

_EVERY: Lines = ((1, 10**9),)


class Changes:
    """The changed lines of the repositories that articles lie in, since one revision."""

    def __init__(self, revision: str) -> None:
        """``revision`` is anything that git understands; what counts is where the present branch left it."""
        self._revision = os.environ.get(_FROM, revision) if revision == "HEAD" else revision
        self._known: dict[str, Mapping[str, Lines]] = {}

    def lines(self, path: str) -> Lines:
        """The changed lines of a file; those of a file that is not tracked are all of them.

        Raises SettingsError where there is no repository or no such revision.
        """
        place = os.path.realpath(path)
        top = top_of(os.path.dirname(place))
        if top is None:
            raise SettingsError(f"{path}: --since asks git what has changed, and this is in no repository.")
        if top not in self._known:
            self._known[top] = changed_lines(top, self._revision)
        return self._known[top].get(os.path.relpath(place, top), ())


def changed_lines(top: str, revision: str) -> Mapping[str, Lines]:
    """The changed lines by path below the top of a repository. Raises SettingsError."""
    if revision.startswith("-"):
        raise SettingsError(f"{revision!r} is no revision.")
    base = git(top, "merge-base", revision, "HEAD").strip()
    options = ("--unified=0", "--no-color", "--no-ext-diff", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/")
    lines = parsed(git(top, "-c", "core.quotePath=false", "diff", *options, base))
    untracked = git(top, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return {**lines, **{path: _EVERY for path in untracked if path}}


def parsed(diff: str) -> Mapping[str, Lines]:
    """The lines that a diff adds or changes, by path."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    path, left = "", 0
    for line in diff.split("\n"):
        if left and line.startswith(("+", "-", "\\")):
            left -= line[0] == "+"
            continue
        if line.startswith(_FILE):
            path = _path(line.removeprefix(_FILE).rstrip("\t"))
        elif hunk := _HUNK.match(line):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            left = count
            if count:
                found[path].append((first, first + count - 1))
    return found


def _path(printed: str) -> str:
    """A path as git prints it: quoted, with escapes, where it holds a quote or a control character."""
    if printed.startswith('"'):
        escaped = printed.strip('"').encode("utf-8", "surrogateescape")
        printed = os.fsdecode(escaped.decode("unicode_escape").encode("latin-1"))
    return printed.removeprefix("b/")


def touching(edited: Edited, lines: Lines) -> Edited:
    """The article with only those findings of which some place lies on a changed line."""
    away = frozenset(number for number, finding in enumerate(edited.report.findings) if not _touches(finding, lines))
    return without(edited, away)


def _touches(finding: FindingReport, lines: Lines) -> bool:
    return any(_meets(span, lines) for span in (finding.span, *(related.span for related in finding.related)))


def _meets(span: Span, lines: Lines) -> bool:
    from bisect import bisect_right

    number = bisect_right(lines, (span.end_line, 10**9))
    return number > 0 and lines[number - 1][1] >= span.line
