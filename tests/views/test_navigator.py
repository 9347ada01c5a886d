"""Back leads to what a screen belongs to, in one's own book and in a learner's."""

import pytest

from app.services.days import local_day
from app.services.plan import Thing
from app.views.navigator import MOST, Navigator, parse, stepped
from tests.views import worlds
from tests.views.opening import app_of, own_book


@pytest.mark.parametrize(
    ("here", "above"),
    [
        ("/goals", "/today"),
        ("/goals/g.1", "/goals"),
        ("/goals/g.1/edit", "/goals/g.1"),
        ("/portfolio/a.1", "/portfolio"),
        ("/capture", "/today"),
        ("/capture/g.1", "/goals/g.1"),
        ("/capture/way:a.1", "/activity/a.1"),
        ("/capture/for:c1", "/competency/c1"),
        ("/activity/a.1", "/path"),
        ("/board/b", "/path"),
        ("/way/c1", "/path"),
        ("/competency/c1", "/path"),
        ("/peer/a.1", "/portfolio/a.1"),
        ("/survey/s", "/survey"),
        ("/survey/s/answers", "/survey"),
        ("/quiz/q/r", "/quiz"),
        ("/class/s/quiz/q", "/class/s"),
        ("/class/s/quiz/q/r", "/class/s"),
        ("/class/s/activity/a.1", "/class/s/learner/path"),
        ("/class/s/learner/share", "/class"),
        ("/class/s/goals/g.1", "/class/s"),
        ("/class/s/goals/g.1/edit", "/class/s/goals/g.1"),
        ("/class/s/portfolio/a.1", "/class/s/learner/portfolio"),
        ("/class/s/capture", "/class/s/learner/portfolio"),
        ("/class/s/capture/g.1", "/class/s/goals/g.1"),
    ],
)
def test_back_leads_to_what_it_belongs_to(here: str, above: str) -> None:
    went: list[str] = []
    Navigator(parse(here), "today", went.append).up()
    assert went == [above]


@pytest.mark.parametrize(
    ("trail", "above"),
    [
        (("/week", "/activity/a.1"), "/week"),
        (("/today", "/activity/a.1"), "/today"),
        (("/path", "/skills", "/skills/f", "/competency/c1"), "/skills/f"),
        (("/path", "/competency/c1", "/activity/a.1"), "/competency/c1"),
        (("/today", "/capture/way:a.1", "/activity/a.1"), "/today"),
        (("/goals/g.1", "/goals/g.1/edit", "/activity/a.1"), "/goals/g.1"),
        (("/goals/new", "/activity/a.1"), "/path"),
        (("/activity/a.1",), "/path"),
        (("/activity/a.1", "/quiz/q", "/quiz/q/r"), "/activity/a.1"),
        (("/me", "/quiz", "/quiz/q", "/quiz/q/r"), "/quiz"),
        (("/today", "/survey/s"), "/today"),
        (("/me", "/survey", "/survey/s/answers"), "/survey"),
        (("/class/s/learner", "/class/s/activity/a.1"), "/class/s/learner"),
        (("/class/t/learner", "/class/s/activity/a.1"), "/class/s/learner/path"),
    ],
)
def test_back_leads_to_where_a_page_without_a_list_was_opened(trail: tuple[str, ...], above: str) -> None:
    went: list[str] = []
    Navigator(parse(trail[-1]), "today", went.append, trail).up()
    assert went == [above]


def test_a_page_met_again_ends_what_came_after_it() -> None:
    trail: tuple[str, ...] = ()
    for route in ("/today", "/competency/c", "/activity/a", "/competency/c"):
        trail = stepped(trail, route)
    assert trail == ("/today", "/competency/c")
    for number in range(2 * MOST):
        trail = stepped(trail, f"/activity/{number}")
    assert len(trail) == MOST


async def test_back_leads_to_today_from_the_first_screen_too_whose_address_is_bare() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    way = next(one.id for one in book.catalog.activities() if one.competencies)
    book.plan.add(Thing("Try it", activity=way), local_day(shared.workspace.wall()), "any")
    async with app_of(shared) as screen:
        assert (screen.session.page.route, screen.name) == ("/", "today")
        await screen.tap("offer")
        assert screen.name == "activity"
        await screen.tap("back")
        assert screen.name == "today"
