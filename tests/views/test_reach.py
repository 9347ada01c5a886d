"""No screen is written that nobody can go to: each is named where some control leads."""

import re
from pathlib import Path

from app.views import screens
from app.views.parts.navigation import spots

VIEWS = Path(screens.__file__).parent
# A call of the navigator, or a place as a tuple (not the first words of another call).
LEADS = re.compile(r'\.(?:to|go)\(\s*"([a-z-]+)"|(?<!\w)\("([a-z-]+)", [a-z]')
# Before anybody began; share, of all books; opened from the class list; one of what the profile offers first.
BY_ITSELF = {"start", "all-books", "learner", "ideas"}


def test_every_screen_is_named_where_some_control_leads() -> None:
    named = {spot.screen for role in ("learner", "teacher", "family") for spot in spots(role)} | BY_ITSELF
    for file in VIEWS.rglob("*.py"):
        if file.name != "screens.py":
            named |= {one for found in LEADS.findall(file.read_text()) for one in found if one}
    every = screens._PLAIN.keys() | screens._LISTS.keys() | screens._PAGES.keys()
    assert not every - named
