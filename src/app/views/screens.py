"""Which component draws which place."""

from collections.abc import Callable

import flet as ft

from app.views.activity import ActivityView
from app.views.answered import AnsweredView
from app.views.artefact import ArtefactView
from app.views.board import BoardView
from app.views.capture import CaptureView
from app.views.class_ import ClassView
from app.views.competency import CompetencyView
from app.views.goal import GoalView
from app.views.goal_form import GoalFormView
from app.views.goal_story import GoalStoryView
from app.views.goals import GoalsView
from app.views.grew import GrewView
from app.views.groups import GroupsView
from app.views.growth import GrowthView
from app.views.ideas import IdeasView
from app.views.journal import JournalView
from app.views.learner import LearnerView
from app.views.library import LibraryView
from app.views.me import MeView
from app.views.navigator import Place
from app.views.parts.component import component, keyed
from app.views.parts.frame import screen, two_panes
from app.views.parts.states import failed, loading
from app.views.path import PathView
from app.views.peer import PeerView
from app.views.portfolio import PortfolioView
from app.views.present import PresentView
from app.views.quiz import QuizView
from app.views.quizzes import QuizzesView
from app.views.reflect import ReflectView
from app.views.review_queue import ReviewView
from app.views.settings import SettingsView
from app.views.share import ShareView
from app.views.shelf import ShelfView
from app.views.skills import SkillsView
from app.views.start import StartView
from app.views.state import BookContext, use_layout, use_loaded, use_shared
from app.views.suggesting import SuggestView
from app.views.survey import SurveyView
from app.views.surveys import SurveysView
from app.views.today import TodayView
from app.views.way_change import ChangeWayView
from app.views.way_form import OwnWayView
from app.views.week import WeekView
from app.views.week_shape import WeekShapeView
from app.views.weights import WeightsView
from app.views.whose import NoBook
from app.words import _

Draw = Callable[[Place], ft.Control]


def body_of(place: Place, role: str, key: str) -> ft.Control:
    """Returns the screen of a place that the role may go to."""
    plain = _PLAIN.get("all-books" if place.screen == "share" and role != "learner" else place.screen)
    if plain is not None and not place.space:
        return keyed(key, plain)
    card = use_shared().workspace.own_card
    space = place.space or (card.id if card else "")
    if not space:
        return keyed(key, NoBook)
    page = keyed(space, WithBook, space, place)
    if place.space and use_layout() == "desktop" and not is_alone(place):
        return two_panes(keyed("class-list", ClassView, space), page)
    return page


@component
def WithBook(space: str, place: Place) -> ft.Control:
    """Opens a book and draws a screen of it."""
    workspace = use_shared().workspace
    loaded, again = use_loaded(lambda: workspace.open_book(space), space)
    layout = use_layout()
    if loaded.state == "loading":
        return screen("opening", [loading(_("Opening the book…"))])
    book = loaded.value
    if book is None:
        return screen(place.screen, [_not_opened(again)])
    return BookContext(book, lambda: _panes(place) if layout == "desktop" else _page(place))


def _not_opened(again: Callable[[], None]) -> ft.Control:
    return failed(
        _("This book could not be opened"),
        _("Nothing was deleted. The other books are safe."),
        _("Try again. If it stays so, take in the last backup of this book."),
        retry=again,
    )


def _page(place: Place) -> ft.Control:
    """Returns the one screen of a place."""
    key = "/".join((place.screen, *place.rest))
    draw = _PAGES.get(place.screen) if place.rec else None
    draw = draw or _LISTS.get(place.screen, lambda p: keyed("today", TodayView))
    return ft.Container(draw(place), expand=True, key=key)


def _panes(place: Place) -> ft.Control:
    """Returns a list with a page beside it where the place has both; else the one screen.

    What is answered question by question stands alone.
    """
    if (
        place.screen not in (_PAGES.keys() & _LISTS.keys()) - {"survey", "quiz"}
        or place.space
        or place.more
        or place.rec in ("new", "")
    ):
        return _page(place)
    listed = _LISTS[place.screen](place)
    return two_panes(listed, ft.Container(_PAGES[place.screen](place), expand=True, key=place.rec))


def _goal(place: Place) -> ft.Control:
    if place.rec == "new":
        return keyed(f"new-{place.more}", GoalFormView, "", place.more)
    if place.more == "edit":
        return keyed(f"{place.rec}-edit", GoalFormView, place.rec)
    if place.more == "story":
        return keyed(f"{place.rec}-story", GoalStoryView, place.rec)
    return keyed(place.rec, GoalView, place.rec)


def is_in_book(screen: str) -> bool:
    """Tells whether a learner may go to a screen: one of a book, but not the one others see of them."""
    return screen in _LISTS.keys() | _PAGES.keys() and screen not in ("learner", "suggest")


def is_alone(place: Place) -> bool:
    """Tells whether a screen stands for itself: a visitor or a friend sees no list, no places and no strip
    beside it."""
    return place.screen in ("present", "peer")


def is_plain(screen: str) -> bool:
    """Tells whether a teacher or family may go to a screen that is of no single book."""
    return screen == "share" or screen in _PLAIN.keys() - {"start", "all-books"}


_PLAIN: dict[str, Callable[[], ft.Control]] = {
    "start": StartView,
    "settings": SettingsView,
    "class": ClassView,
    "review": ReviewView,
    "library": LibraryView,
    "groups": GroupsView,
    "weights": WeightsView,
    "all-books": ShareView,
}
_LISTS: dict[str, Draw] = {
    "today": lambda place: keyed("today", TodayView),
    "path": lambda place: keyed("path", PathView),
    "growth": lambda place: keyed("growth", GrowthView),
    "goals": lambda place: keyed("goals", GoalsView, place.rec),
    "portfolio": lambda place: keyed("portfolio", PortfolioView, place.rec),
    "capture": lambda place: keyed("capture", CaptureView, place.rec),
    "me": lambda place: keyed("me", MeView),
    "survey": lambda place: keyed("surveys", SurveysView),
    "quiz": lambda place: keyed("quizzes", QuizzesView),
    "ideas": lambda place: keyed("ideas", IdeasView),
    "grew": lambda place: keyed("grew", GrewView),
    "share": lambda place: keyed("share", ShareView, "own"),
    "journal": lambda place: keyed("journal", JournalView),
    "reflect": lambda place: keyed(place.rest, ReflectView, *(place.rest or ("any",))[:3]),
    "shelf": lambda place: keyed(place.rest, ShelfView, place.rec or "best", place.more),
    "present": lambda place: keyed(place.rest, PresentView, place.rec or "best", place.more),
    "week": lambda place: keyed("shape", WeekShapeView) if place.rec == "shape" else keyed("week", WeekView),
    "skills": lambda place: keyed(place.rest, SkillsView, place.rec),
    "learner": lambda place: keyed("learner", LearnerView, place.rec),
    "suggest": lambda place: keyed("suggest", SuggestView),
}
_PAGES: dict[str, Draw] = {
    "goals": _goal,
    "competency": lambda place: keyed(place.rec, CompetencyView, place.rec),
    "survey": lambda place: (
        keyed(f"{place.rec}-answers", AnsweredView, place.rec)
        if place.more == "answers"
        else keyed(place.rec, SurveyView, place.rec)
    ),
    "quiz": lambda place: keyed(f"{place.rec}-{place.more}", QuizView, place.rec, place.more),
    "activity": lambda place: (
        keyed(place.rest, ChangeWayView, place.rec)
        if place.more == "edit"
        else keyed(place.rec, ActivityView, place.rec)
    ),
    "peer": lambda place: keyed(place.rec, PeerView, place.rec),
    "board": lambda place: (
        keyed(place.rest, ActivityView, place.more, place.rec)
        if place.more
        else keyed(place.rec, BoardView, place.rec)
    ),
    "way": lambda place: keyed(place.rec, OwnWayView, place.rec),
    "portfolio": lambda place: keyed(place.rec, ArtefactView, place.rec),
}
