"""Why a file is not taken in: what was wrong, what is safe, what to do."""

from app.services.sharing import Intake
from app.sync.refusals import SENTENCES
from app.words import N_, _

OTHERWISE = N_("This file cannot be read. Nothing was changed. Ask for it to be shared again.")


def refusal(intake: Intake) -> str:
    """Returns the sentence of a refused file."""
    refused = intake.refusal
    if refused is None:
        return ""
    return _(SENTENCES.get(refused.code, OTHERWISE)).format(**refused.facts)
