"""Showing what one learned: a photo, words or a link; for which goals; how sure; a thought about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import flet as ft

from app.domain.text import safe_link
from app.services.portfolio import Capture
from app.services.ports import Picture
from app.views.device import Picked
from app.views.parts.buttons import Tap, chip, flow, icon_button, link, outlined, primary, round_choice
from app.views.parts.fields import Field
from app.views.parts.frame import screen
from app.views.parts.keyed import keyed
from app.views.parts.marks import disc
from app.views.parts.notices import say, status_line
from app.views.parts.states import failed
from app.views.parts.text import detail, heading, least, section, strong
from app.views.state import use_book, use_layout, use_nav, use_shared
from app.views.theme import AMBER, CARD, LEAF, LINE, MAIN, RADIUS, Space, Tone
from app.words import _

SURE_SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "begun": (ft.Icons.SPA_OUTLINED, LEAF),
    "growing": (ft.Icons.LOCAL_FLORIST_OUTLINED, AMBER),
    "teach": (ft.Icons.PARK_OUTLINED, MAIN),
}
TEXTS = ("text", "link", "reflection")


def sure_name(sure: str) -> str:
    """Returns what a degree of being sure is called."""
    names = {"begun": _("Just begun"), "growing": _("Growing"), "teach": _("I can teach it")}
    return names.get(sure, "")


@dataclass(frozen=True)
class Words:
    """What is typed and chosen so far; kept as the draft."""

    text: str = ""
    link: str = ""
    reflection: str = ""
    sure: str = ""
    goals: tuple[str, ...] = field(default=())

    def saved(self) -> dict[str, str]:
        """Returns it as a draft."""
        return {
            "text": self.text,
            "link": self.link,
            "reflection": self.reflection,
            "sure": self.sure,
            "goals": " ".join(self.goals),
        }


def words_of(draft: dict[str, str], goal: str = "") -> Words:
    """Returns what a draft says, with `goal` chosen as well."""
    goals = dict.fromkeys([*draft.get("goals", "").split(), *([goal] if goal else [])])
    return Words(
        draft.get("text", ""),
        draft.get("link", ""),
        draft.get("reflection", ""),
        draft.get("sure", ""),
        tuple(goals),
    )


@ft.component
def CaptureView(goal: str = "") -> ft.Control:
    """The screen to show something; everything on it is a draft until it is kept."""
    shared, book, nav = use_shared(), use_book(), use_nav()
    drafts, slot = shared.workspace.drafts, f"capture-{book.id}"
    begun = ft.use_memo(lambda: words_of(drafts.load(slot), goal), [slot])
    held = ft.use_ref(begun)
    words, set_words = ft.use_state(begun)
    picture, set_picture = ft.use_state(None)
    trouble, set_trouble = ft.use_state("")
    busy, set_busy = ft.use_state("")

    def change(**parts: object) -> None:
        held.current = replace(held.current, **parts)
        drafts.save(slot, held.current.saved())
        set_words(held.current)

    def typing(name: str, text: str) -> None:
        held.current = replace(held.current, **{name: text})

    async def picked(files: Sequence[Picked]) -> None:
        if not files:
            return
        set_busy(_("Making the photo small…"))
        made = await shared.workspace.photos.shrink(files[0].data)
        set_busy("")
        if isinstance(made, Picture):
            set_picture(made)
            set_trouble("")
        else:
            set_trouble("photo")

    async def keep() -> None:
        await finish(picture)

    async def keep_words() -> None:
        await finish(None)

    async def finish(photo: Picture | None) -> None:
        now: Words = held.current
        set_busy(_("Keeping it…"))
        try:
            rec = await book.portfolio.keep(_capture(now, photo))
        except Exception:  # noqa: BLE001 - whatever failed, the draft stays and is said so
            set_trouble("full")
            set_busy("")
            return
        set_busy("")
        if not rec:
            set_trouble("nothing")
            return
        held.current = Words()
        drafts.forget(slot)
        nav.to("portfolio", rec)
        say(_("Kept in your portfolio."))

    rows: list[ft.Control] = [
        ft.Row(
            [
                icon_button(ft.Icons.CLOSE, _("Close; the draft stays"), nav.up, "close"),
                heading(_("Show what I learned"), level=1, expand=True),
            ],
            spacing=Space.XS,
        ),
        keyed("photo", _PhotoPlace, picture, picked, lambda: set_picture(None)),
    ]
    if trouble:
        rows.append(_trouble(trouble, keep_words))
    rows += _fields(words, change, typing)
    rows += [
        keyed("goals", _Goals, words.goals, lambda goals: change(goals=goals)),
        keyed("sure", _Sure, words.sure, lambda sure: change(sure=sure)),
    ]
    footer = ft.Column(
        [
            ft.Row([primary(busy or _("Keep it"), keep, "keep", big=True, disabled=bool(busy), expand=True)]),
            status_line(_("Saved as a draft on this device until you keep it")),
        ],
        spacing=Space.S,
    )
    wide = use_layout() != "phone"
    return screen("capture", rows, wide=wide, foot=Space.M, footer=footer)


def _capture(words: Words, picture: Picture | None) -> Capture:
    return Capture(
        text=words.text,
        link=words.link,
        picture=picture,
        goals=words.goals,
        sure=words.sure,
        reflection=words.reflection,
        prompt=_("What did I find out?") if words.reflection else "",
    )


Change = Callable[..., None]


def _fields(words: Words, change: Change, typing: Callable[[str, str], None]) -> list[ft.Control]:
    return [
        keyed(
            "text",
            Field,
            "capture-text",
            _("What is it? What can you do now?"),
            words.text,
            lambda text: change(text=text),
            hint=_("For example: I mixed 2 cups yellow with 3 cups blue. Same green!"),
            lines=3,
            longest=4000,
            typing=lambda text: typing("text", text),
        ),
        keyed("link", _Link, words.link, change, typing),
        keyed(
            "reflection",
            Field,
            "capture-reflection",
            _("What did you find out about yourself?"),
            words.reflection,
            lambda text: change(reflection=text),
            hint=_("What was hard? What would you do next time? You can leave it empty."),
            lines=2,
            longest=4000,
            typing=lambda text: typing("reflection", text),
        ),
    ]


def _trouble(kind: str, without: Tap) -> ft.Control:
    if kind == "photo":
        return failed(
            _("This photo could not be opened"),
            _("Your words are safe."),
            _("Choose another photo, or keep the words without one."),
        )
    if kind == "nothing":
        return failed(
            _("There is nothing to keep yet"),
            _("Nothing is lost."),
            _("Add a photo, some words or a link that begins with https://"),
        )
    return failed(
        _("There is no room for it on this device"),
        _("Your words are safe as a draft."),
        _("Keep the words without the photo, or make room and try again."),
        retry=without,
        retry_label=_("Keep it without the photo"),
    )


@ft.component
def _PhotoPlace(
    picture: Picture | None,
    picked: Callable[[Sequence[Picked]], object],
    drop: Callable[[], None],
) -> ft.Control:
    device = use_shared().device
    latest = ft.use_ref(picked)
    latest.current = picked
    action = ft.use_memo(lambda: device.pick_photo_action(lambda files: latest.current(files)), [])
    if picture is not None:
        return _shown(picture, action, drop)
    face = ft.Container(
        ft.Column(
            [
                disc(ft.Icons.ADD_A_PHOTO_OUTLINED, Tone(MAIN.ink, CARD), 64),
                strong(_("Take or choose a photo"), color=MAIN.ink),
                least(_("It is made small and its place and date are taken out"), center=True),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=Space.S,
        ),
        bgcolor=MAIN.soft,
        border_radius=RADIUS,
        padding=Space.XL,
        alignment=ft.Alignment.CENTER,
        ink=True,
        action=action,
    )
    return ft.Semantics(identifier="pick-photo", button=True, container=True, content=face)


def _shown(picture: Picture, action: ft.ClientAction, drop: Callable[[], None]) -> ft.Control:
    shape = max(picture.width, 1) / max(picture.height, 1)
    image = ft.Container(
        ft.Image(src=picture.data, fit=ft.BoxFit.COVER, semantics_label=_("Your photo"), expand=True),
        aspect_ratio=min(max(shape, 0.9), 1.9),
        border_radius=RADIUS,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
        border=ft.Border.all(1, LINE),
    )
    ways = flow(
        [
            outlined(
                _("Another photo"),
                None,
                "pick-photo",
                icon=ft.Icons.ADD_A_PHOTO_OUTLINED,
                action=action,
            ),
            link(_("Without a photo"), drop, "drop-photo"),
        ]
    )
    return ft.Column([image, ways], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@ft.component
def _Link(address: str, change: Change, typing: Callable[[str, str], None]) -> ft.Control:
    open_, set_open = ft.use_state(bool(address))
    if not open_:
        return ft.Row([link(_("Add a link"), lambda: set_open(True), "add-link", icon=ft.Icons.LINK)])
    rows: list[ft.Control] = [
        keyed(
            "field",
            Field,
            "capture-link",
            _("A link to it"),
            address,
            lambda text: change(link=text),
            hint="https://",
            longest=2000,
            typing=lambda text: typing("link", text),
            keyboard=ft.KeyboardType.URL,
        )
    ]
    if address and safe_link(address) is None:
        rows.append(detail(_("A link begins with https://"), color=AMBER.ink))
    return ft.Column(rows, spacing=Space.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@ft.component
def _Goals(chosen: tuple[str, ...], choose: Callable[[tuple[str, ...]], None]) -> ft.Control:
    book = use_book()
    goals = ft.use_memo(
        lambda: [(goal.id, goal.statement) for goal in book.reader.goals() if goal.state == "open"],
        [book.id],
    )
    if not goals:
        return ft.Container()

    def toggle(rec: str) -> None:
        choose(tuple(one for one in chosen if one != rec) if rec in chosen else (*chosen, rec))

    chips: list[ft.Control] = [
        keyed(rec, _GoalChip, rec, words, rec in chosen, toggle) for rec, words in goals[:12]
    ]
    return ft.Column([section(_("This shows")), flow(chips)], spacing=Space.S)


@ft.component
def _GoalChip(rec: str, words: str, on: bool, toggle: Callable[[str], None]) -> ft.Control:
    return chip(words or _("A goal"), lambda: toggle(rec), f"for-{rec}", on=on)


@ft.component
def _Sure(sure: str, choose: Callable[[str], None]) -> ft.Control:
    faces: list[ft.Control] = [keyed(name, _Face, name, name == sure, choose) for name in SURE_SIGNS]
    return ft.Column(
        [
            section(_("How sure am I?")),
            ft.Row(faces, spacing=Space.S, vertical_alignment=ft.CrossAxisAlignment.START),
        ],
        spacing=Space.S,
    )


@ft.component
def _Face(name: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    icon, tone = SURE_SIGNS[name]
    return round_choice(
        icon, sure_name(name), lambda: choose("" if on else name), f"sure-{name}", on=on, tone=tone
    )
