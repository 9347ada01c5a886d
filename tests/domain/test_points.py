"""Points of a test on paper, as people type them."""

import pytest

from app.domain.points import Points, read_points


@pytest.mark.parametrize(
    ("score", "most", "found"),
    [
        ("8", "10", Points(8, 10)),
        (" 0 ", "10", Points(0, 10)),
        ("10", "10", Points(10, 10)),
        ("٨", "١٠", Points(8, 10)),
        ("", " ", None),
        ("8", "", "half"),
        ("", "10", "half"),
        ("12", "10", "more"),
        ("0", "0", "none"),
        ("8", "1001", "many"),
        ("7.5", "10", "whole"),
        ("7½", "10", "whole"),
        ("²", "10", "whole"),
        ("-1", "10", "whole"),
        ("eight", "10", "whole"),
        ("9" * 5000, "10", "whole"),
    ],
)
def test_what_is_typed_is_read_or_answered(score: str, most: str, found: object) -> None:
    assert read_points(score, most) == found
