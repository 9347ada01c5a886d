"""Text: what is kept, what is taken away, and which links may be opened."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import LONGEST_LINK, host_of, safe_link, tidy_line, tidy_text

ANY = st.text(st.characters(), max_size=200)  # with lone surrogates


def test_a_line_is_one_line() -> None:
    assert tidy_line("  My\tbook\n choice\u2028 ") == "My book choice"


def test_text_keeps_its_shape() -> None:
    assert tidy_text("one\r\n  two  \r\n\n\n\nthree\u2029") == "one\n  two\n\nthree"


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x9f", "\u202e", "\u2066", "\ufeff", "\ud800"])
def test_what_cannot_be_seen_goes(char: str) -> None:
    assert tidy_line(f"a{char}b") == tidy_text(f"a{char}b") == "ab"


@pytest.mark.parametrize("text", ["نیم\u200cفاصله", "👩\u200d🌾", "a\u200fb", "❤\ufe0f"])
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert tidy_line(text) == tidy_text(text) == text


def test_the_cut_is_never_inside_a_character() -> None:
    assert tidy_line("ab👩\u200d🌾", 4) == "ab"
    assert tidy_line("abx\u0323\u0331", 4) == "ab"
    assert tidy_line("abcdef", 4) == "abcd"
    assert len(tidy_line("\u0331" * 9, 4)) == 4


@given(ANY, st.integers(1, 60))
def test_tidy_laws(raw: str, longest: int) -> None:
    for tidy in (tidy_line, tidy_text):
        once = tidy(raw, longest)
        assert len(once) <= longest
        assert tidy(once, longest) == once
        assert unicodedata.is_normalized("NFC", once)
        once.encode()
    assert len(tidy_line(raw).splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "link", "host"),
    [
        (" https://example.org/a?b=c#d ", "https://example.org/a?b=c#d", "example.org"),
        ("http://192.168.1.4:8000/x", "http://192.168.1.4:8000/x", "192.168.1.4"),
        ("www.example.org", "https://www.example.org", "www.example.org"),
        ("HTTPS://EXAMPLE.org", "HTTPS://EXAMPLE.org", "example.org"),
        ("https://\u0435xample.org", "https://\u0435xample.org", "xn--xample-2of.org"),
        ("https://[::1]/", "https://[::1]/", "::1"),
    ],
)
def test_links_that_open(text: str, link: str, host: str) -> None:
    assert safe_link(text) == link
    assert host_of(text) == host


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "https://",
        "https:///path",
        "https://user:pw@example.org",
        "https://bank.example@evil.example",
        "https://exa mple.org",
        "https://example.org\\@evil.example",
        "https://example.org:99999",
        "https://[::1",
        "https://...",
        "https://ex\u202eample.org",
        "https://ex\u200bample.org",
        "https://example.org/" + "x" * LONGEST_LINK,
    ],
)
def test_links_that_do_not(text: str) -> None:
    assert safe_link(text) is None
    assert host_of(text) == ""


@given(ANY | ANY.map(lambda rest: "https://" + rest))
def test_any_text_is_a_safe_link_or_none(text: str) -> None:
    link = safe_link(text)
    if link is not None:
        assert link.lower().startswith(("http://", "https://"))
        assert safe_link(link) == link
        assert host_of(link).isascii()
        assert host_of(link)
