"""Every sign that a formula may become can be drawn without asking anybody for a font."""

import sys

from fontTools.ttLib import TTFont

from app.formats import latex
from tests.e2e.sites import ROOT

sys.path.insert(0, str(ROOT / "build"))

import fonts

MADE = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₙ√½⅓⅔¼¾⅕⅙⅛"


def test_the_sites_fonts_have_every_sign_of_formulas() -> None:
    named = {str(one["family"]) for one in fonts.manifest(fonts.own_fonts())}
    assert "Ownway Signs" in named
    files = [ROOT / "assets" / "fonts" / path.rpartition("/")[2] for path in fonts.own_fonts()]
    files += sorted((ROOT / "assets" / "fonts" / "fallback").glob("notosans.woff2"))
    here = {code for file in files for code in TTFont(file).getBestCmap()}
    wanted = set("".join(latex.SIGNS.values()) + MADE)
    assert {char for char in wanted if ord(char) not in here} == set()
