"""Sentences: where one ends inside a block."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.article.vocabulary import page_words
from factlint.patterns import compiled

# The end of a sentence: its mark, closing quotes and brackets, white space (or none, where the writer forgot it or
# writes Chinese), and the look of a new sentence.
_END = compiled(
    r"""(?x)
    [.!?…。！？] (?<! [.!?…。！？]{2} ) (?:
      (?<= [.!?…] ) [.!?…]*+ ["'”’)\]»]*+ \s++
        (?= ["'“‘(\[«¿]*+ (?: [A-Z0-9$€£¥À-ÞΑ-Я一-鿿] | [a-z][A-Z] | [a-z]-[a-z] ) )
    | (?<= [。！？] ) [。！？]*+ [”’」』）】"']*+ \s*+ (?= [^\s”’」』）】"'。！？] )
    | (?<= [a-z%\d] [a-z%\d] \. ) (?= [A-Z][a-z]*+ [ ] )
    )
    """
)
_WORD_BEFORE = compiled(r"[\w.&'-]++$")
_WORD_AFTER = compiled(r"[\"'“‘(\[«]*+([\w'’-]++)")
_LOOK_BACK = 16


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of ``text[start:end]``, without the white space between them."""
    begin = start
    for match in _END.finditer(text, start, end):
        mark, after = match.span()
        if text[mark] == "." and _goes_on(text, begin, mark, after, end):
            continue
        stop = after
        while text[stop - 1].isspace():
            stop -= 1
        yield begin, stop
        begin = after
    if begin < end:
        yield begin, end


def _goes_on(text: str, begin: int, mark: int, after: int, end: int) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial and the sentence goes on."""
    words = page_words()
    before = _WORD_BEFORE.search(text, max(begin, mark - _LOOK_BACK), mark)
    if before is None:
        return False
    word = before[0]
    if text[mark + 1 : after].strip() == "" and after == mark + 1:
        # no white space after the stop: only a plain sentence opener tells it from "Pony.ai" or "Node.Red"
        return not _opens(text, after, end)
    lowered = word.lower()
    if lowered in words.never_last:
        return True
    if lowered in words.abbreviations or (len(word) == 1 and word.isupper()) or _dotted(word):
        return not _opens(text, after, end)
    return False


def _dotted(word: str) -> bool:
    """Whether it is written like "U.S" or "a.m": single letters between stops."""
    return "." in word and all(len(part) == 1 and part.isalpha() for part in word.split("."))


def _opens(text: str, after: int, end: int) -> bool:
    word = _WORD_AFTER.match(text, after, end)
    return word is not None and word[1] in page_words().openers
