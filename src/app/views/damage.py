"""What a damaged book lost and what was saved of it, told until it is all back or a person knows."""

from typing import cast

import flet as ft

from app.services.ports import Book
from app.sync.keeping import Damage
from app.views.parts.buttons import outlined
from app.views.parts.component import component
from app.views.parts.notices import status_line
from app.views.theme import Space
from app.words import _, ngettext, number


@component
def DamageTold(book: Book, damage: Damage) -> ft.Control:
    """Tells of a book's damage, with a way to say that one knows."""
    known, set_known = ft.use_state(cast(Damage | None, None))
    if known == damage:
        return ft.Column()
    text = _("A damaged piece of the book was set aside when it was opened. A backup can bring it back.")
    said = [text, *_counts(damage.saved, damage.waiting, damage.unread)]
    rows: list[ft.Control] = [status_line(one, good=False) for one in said]

    async def know() -> None:
        await book.know_damage()
        set_known(damage)

    rows.append(outlined(_("I know"), know, "know-damage"))
    return ft.Column(rows, spacing=Space.XS)


def _counts(saved: int, waiting: int, unread: int) -> list[str]:
    kept = ngettext("{n} change in it was saved", "{n} changes in it were saved", saved)
    late = ngettext(
        "{n} change waits until a backup brings what came before it",
        "{n} changes wait until a backup brings what came before them",
        waiting,
    )
    lost = ngettext("{n} place in it cannot be read", "{n} places in it cannot be read", unread)
    told = ((kept, saved), (late, waiting), (lost, unread))
    return [text.format(n=number(n)) for text, n in told if n]
