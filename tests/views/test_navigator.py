"""Back leads to what a screen belongs to, in one's own book and in a learner's."""

import pytest

from app.views.navigator import Navigator, parse


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
