"""Files in the encodings newsrooms send, and files that are no text."""

from __future__ import annotations

import pytest
from factlint.article import UnreadableError, read
from factlint.article.decode import decode

CHINESE = "长城汽车8月销量\n\n长城汽车8月销售新车117,640辆，同比增长21.5%。\n来源：车市观察\n"
ENGLISH = "Wuling sells 30,000 “minis”\n\nWuling’s sales reached ¥2 billion.\n"


@pytest.mark.parametrize("text", [CHINESE, ENGLISH])
@pytest.mark.parametrize(
    ("encoding", "mark", "reported"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("gb18030", b"", "gb18030"),
    ],
)
def test_the_encoding_is_chosen_by_content(text: str, encoding: str, mark: bytes, reported: str) -> None:
    assert decode(mark + text.encode(encoding)) == (text, reported)


def test_offsets_do_not_count_a_byte_order_mark() -> None:
    article = read(b"\xef\xbb\xbfBYD sells cars\n\nBYD sold 5 cars.\n", path="a.txt")
    assert article.source.text[slice(*article.source_span(0, 3))] == "BYD"
    assert article.source_span(0, 3) == (0, 3)
    assert article.source.encoding == "utf-8-sig"


def test_gb18030_is_told_from_a_western_encoding() -> None:
    with pytest.raises(UnreadableError) as caught:
        decode("Škoda’s café sold 5 cars – a record for Žilina.".encode("cp1252"))
    assert caught.value.kind == "encoding"
    assert "windows-1252" in caught.value.message


def test_a_named_encoding_is_used() -> None:
    assert decode("Škoda – 5 cars".encode("cp1252"), "windows-1252") == ("Škoda – 5 cars", "cp1252")


def test_a_charset_that_a_page_declares_is_believed() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>Škoda’s plant</p></body></html>'
    assert decode(page.encode("cp1252"))[0] == page


@pytest.mark.parametrize("name", ["utf-99", "rot13", "", "klingon\0"])
def test_an_unknown_encoding_is_named(name: str) -> None:
    with pytest.raises(UnreadableError, match="unknown encoding"):
        decode(b"text", name)


def test_what_does_not_fit_the_named_encoding_is_reported_with_its_line() -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(b"one\ntwo \xff\n", "utf-8")
    assert (caught.value.kind, caught.value.line, caught.value.column) == ("encoding", 2, 5)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "Word"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04" * 50, "binary"),
    ],
)
def test_binary_files_are_refused(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableError, match=name) as caught:
        decode(data)
    assert caught.value.kind == "binary"


def test_a_file_above_the_limit_is_refused_with_both_sizes() -> None:
    with pytest.raises(UnreadableError, match=r"50 MB.*limit of 10 MB") as caught:
        decode(b"a" * 50_000_000)
    assert caught.value.kind == "too-large"
    with pytest.raises(UnreadableError, match="limit of 20 bytes"):
        decode(b"a" * 21, max_bytes=20)


def test_an_empty_file_is_an_empty_article() -> None:
    for suffix in ("txt", "md", "html"):
        article = read(b"", path=f"empty.{suffix}")
        assert (article.text, article.blocks, article.sentences) == ("", (), ())
        assert len(article.stories) == 1
        assert article.source_span(0, 0) == (0, 0)
