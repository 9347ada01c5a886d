"""The colours can be read: contrast of every pair that stands on another, in both themes."""

from collections.abc import Mapping
from itertools import product

import pytest

from app.views import theme
from app.views.theme import CARD, DARK, INK, LIGHT, MUTE, ON_FILL, PAGE, TONES

GROUNDS = (PAGE, CARD)
SOFT = tuple(tone.soft for tone in TONES.values())


def luminance(colour: str) -> float:
    """Returns the relative luminance after WCAG 2.2."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Returns the contrast of two colours."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs() -> list[tuple[str, str]]:
    """Returns (words, ground) of everything that screens put on each other."""
    found = list(product((INK, MUTE), GROUNDS))
    found += list(product((INK,), SOFT))
    found += [(tone.ink, ground) for tone in TONES.values() for ground in (*GROUNDS, tone.soft)]
    found += [(ON_FILL, tone.ink) for name, tone in TONES.items() if name != "quiet"]
    found += [(MUTE, tone.soft) for name, tone in TONES.items() if name not in ("quiet", "loss")]
    return sorted(set(found))


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair[0]}-on-{pair[1]}")
def test_words_can_be_read(pair: tuple[str, str], colours: Mapping[str, str]) -> None:
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_signs_without_words_can_be_seen(colours: Mapping[str, str]) -> None:
    assert contrast(colours[theme.RING], colours[CARD]) >= 3


def test_contrast_is_measured_rightly() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_both_themes_have_the_same_roles() -> None:
    assert LIGHT.keys() == DARK.keys()
