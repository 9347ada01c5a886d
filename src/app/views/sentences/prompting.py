"""Questions to look back by, the moments they belong to, and how something felt, in words."""

from collections.abc import Mapping

import flet as ft

from app.views.theme import AMBER, LEAF, MAIN, PLUM, SKY, Tone
from app.words import N_, _

_QUESTIONS: Mapping[str, str] = {
    "after_evidence.now_can": N_("What can you do now that you could not do before?"),
    "after_evidence.better": N_("What is better than the last time?"),
    "after_evidence.going": N_("You were stuck before. What got you going again?"),
    "after_evidence.hard": N_("What was the hard part, and what did you do about it?"),
    "after_evidence.tried": N_("What did you try first, and what did you change?"),
    "after_evidence.mistake": N_("Which mistake helped you to learn something?"),
    "after_evidence.next": N_("What could you try next to make it grow?"),
    "after_evidence.helped": N_("Who or what helped you?"),
    "week_end.not_yet": N_("What can you not do yet, and which way will you try next?"),
    "week_end.kept_trying": N_("What did you keep trying this week, though it was not easy?"),
    "week_end.learned": N_("What do you know now that you did not know on Monday?"),
    "week_end.surprised": N_("What surprised you this week?"),
    "week_end.another_way": N_("What would you like to try another way next week?"),
    "week_end.helped": N_("Who helped you this week, and whom did you help?"),
    "goal_missed.really_help": N_("You gave it more time before. What would really help now?"),
    "goal_missed.learned": N_("You are not there yet. What did you learn on the way?"),
    "goal_missed.other_way": N_("Which way did not work yet, and which other way could you try?"),
    "goal_missed.so_far": N_("How far did you get, and what brought you there?"),
    "goal_missed.small_step": N_("Which small step would bring you nearer?"),
    "goal_reached.through": N_("You were stuck on the way. How did you get through?"),
    "goal_reached.how": N_("How did you do it? What worked?"),
    "goal_reached.began": N_("What could you not do yet when you began?"),
    "goal_reached.teach": N_("What would you tell someone who has just begun?"),
    "goal_reached.kept_going": N_("When was it hardest, and what kept you going?"),
    "goal_reached.wish": N_("What does this make you want to try?"),
    "mastered.first_time": N_("You made it your own. How does that feel, and what did you do for it?"),
    "mastered.how": N_("Which way of learning helped you most?"),
    "mastered.began": N_("What was it like when you could not do it yet?"),
    "mastered.teach": N_("How would you explain it to a friend?"),
    "mastered.use": N_("Where could you use it?"),
    "stuck.before": N_("You were stuck before and went on. What helped you then?"),
    "stuck.which_part": N_("Which part works already, and where does it stop?"),
    "stuck.tried": N_("What have you tried so far? What could you try that is different?"),
    "stuck.ask": N_("Whom or what could you ask, and what would you ask first?"),
    "stuck.not_yet": N_("What can you not do yet? What would be the smallest next step?"),
    "any.mind": N_("What is on your mind about your learning?"),
    "any.curious": N_("What made you curious lately?"),
    "any.not_easy": N_("What was not easy today, and what did you do?"),
    "any.how_learn": N_("What did you find out about how you learn?"),
    "any.thank": N_("Whom would you like to thank, and for what?"),
}
_MOMENTS: Mapping[str, str] = {
    "after_evidence": N_("After showing something"),
    "week_end": N_("At the end of the week"),
    "goal_missed": N_("A goal that takes longer"),
    "goal_reached": N_("A goal reached"),
    "mastered": N_("Something mastered"),
    "stuck": N_("Being stuck"),
    "any": N_("Just a thought"),
}
MOMENT_SIGNS: Mapping[str, tuple[ft.IconData, Tone]] = {
    "after_evidence": (ft.Icons.ADD_A_PHOTO_OUTLINED, PLUM),
    "week_end": (ft.Icons.WEEKEND_OUTLINED, MAIN),
    "goal_missed": (ft.Icons.REPLAY, AMBER),
    "goal_reached": (ft.Icons.CELEBRATION_OUTLINED, LEAF),
    "mastered": (ft.Icons.AUTO_AWESOME_OUTLINED, LEAF),
    "stuck": (ft.Icons.SUPPORT_OUTLINED, AMBER),
    "any": (ft.Icons.EDIT_NOTE, SKY),
}
_FACES = (N_("Very hard"), N_("Hard"), N_("So-so"), N_("Good"), N_("Great"))


def prompt_words(code: str) -> str:
    """Returns the question of a code; words that are no code stand for themselves."""
    return _(_QUESTIONS[code]) if code in _QUESTIONS else code


def moment_name(moment: str) -> str:
    """Returns what a moment is called."""
    return _(_MOMENTS.get(moment, _MOMENTS["any"]))


def face_name(face: int) -> str:
    """Returns how something felt, 0 to 4."""
    return _(_FACES[face])
