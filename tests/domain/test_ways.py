"""Ways: templates are filled with what a learner likes, and what is in hand is known."""

from app.domain.learning import Choice
from app.domain.library import Activity
from app.domain.ways import filled, in_hand, open_choice

INQUIRY = Activity(
    id="t",
    title="Find out about {interest}",
    how="Ask a question about {interest}.",
    steps=("What do I know of {interest}?", "Look it up"),
    template=True,
)


def choice(name: str, activity: str, state: str, at: int = 0) -> Choice:
    return Choice.model_validate({"id": name, "activity": activity, "state": state, "_at": at})


def test_a_template_is_filled_everywhere() -> None:
    mine = filled(INQUIRY, "  bees ", "something I like")
    assert (mine.title, mine.how) == ("Find out about bees", "Ask a question about bees.")
    assert mine.steps == ("What do I know of bees?", "Look it up")
    assert filled(INQUIRY, " ", "something I like").title == "Find out about something I like"


def test_only_a_template_has_gaps() -> None:
    plain = INQUIRY.model_copy(update={"template": False})
    assert filled(plain, "bees", "") is plain


def test_an_interest_cannot_swallow_the_page() -> None:
    assert len(filled(INQUIRY, "x" * 5000, "").title) < 120


def test_what_is_done_or_left_is_not_in_hand() -> None:
    found = [
        choice("a", "1", "done"),
        choice("b", "1", "left", 1),
        choice("c", "2", "chosen", 2),
        choice("d", "3", "started", 1),
        choice("e", "2", "chosen", 3),
    ]
    assert [one.id for one in in_hand(found)] == ["d", "e", "c"]
    assert open_choice(found, "1") is None
    chosen = open_choice(found, "2")
    assert chosen is not None and chosen.id == "e"
