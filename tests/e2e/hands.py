"""A person's hands on the app: tap, write, look, by the identifiers that screen readers use as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PATIENCE_MS = 60_000


def spot(page: Page, name: str) -> Locator:
    """The control or group called `name`."""
    return page.locator(f'[flt-semantics-identifier="{name}"]').first


def button(page: Page, name: str) -> Locator:
    """What takes the tap in `name`: itself, or the button that it holds."""
    found = spot(page, name)
    found.wait_for(state="attached", timeout=PATIENCE_MS)
    inner = found.locator('[role="button"], [flt-tappable]')
    return inner.first if inner.count() else found


def record(page: Page, prefix: str) -> str:
    """Waits for a control that stands for a record, `prefix` and its id, and returns its name."""
    found = page.locator(f'[flt-semantics-identifier^="{prefix}"][flt-semantics-identifier*="."]').first
    found.wait_for(state="attached", timeout=PATIENCE_MS)
    return str(found.get_attribute("flt-semantics-identifier"))


def first(page: Page, prefix: str) -> str:
    """Waits for the first control whose name begins with `prefix` and returns its name."""
    found = page.locator(f'[flt-semantics-identifier^="{prefix}"]').first
    found.wait_for(state="attached", timeout=PATIENCE_MS)
    return str(found.get_attribute("flt-semantics-identifier"))


def named(page: Page, prefix: str, text: str) -> str:
    """Waits for the first control whose name begins with `prefix` and that says `text`, returns its name."""
    found = page.locator(f'[flt-semantics-identifier^="{prefix}"]').filter(has_text=text).first
    found.wait_for(state="attached", timeout=PATIENCE_MS)
    return str(found.get_attribute("flt-semantics-identifier"))


def calm(page: Page) -> None:
    """Waits until the screen has stopped changing: a tap on a node that is being replaced is lost."""
    page.evaluate(
        """() => new Promise(done => {
            const host = document.querySelector('flt-semantics-host');
            let timer = setTimeout(end, 200);
            const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, 200); });
            function end() { watch.disconnect(); done(); }
            watch.observe(host, { childList: true, subtree: true, attributes: true });
            setTimeout(end, 5000);
        })"""
    )


def tap(page: Page, name: str) -> None:
    """Taps `name` as assistive technology does: on its own node, wherever it is on the screen."""
    spot(page, name).wait_for(state="attached", timeout=PATIENCE_MS)
    calm(page)
    button(page, name).dispatch_event("click", timeout=PATIENCE_MS)


def to_goals(page: Page) -> None:
    """Goes to the learner's goals: they stand beside the path."""
    tap(page, "nav-path")
    tap(page, "place-goals")
    screen(page, "goals")


def write(page: Page, name: str, text: str) -> None:
    """Writes `text` into the field called `name` and leaves it."""
    field = spot(page, name).locator("input, textarea").first
    field.wait_for(state="attached", timeout=PATIENCE_MS)
    field.focus()
    calm(page)  # the client listens to a field only once it has answered the focus
    field.fill(text)
    field.blur()


def screen(page: Page, name: str) -> None:
    """Waits until the screen called `name` is drawn."""
    spot(page, f"screen-{name}").wait_for(state="attached", timeout=PATIENCE_MS)


def says(page: Page, text: str) -> None:
    """Waits until `text` can be read somewhere on the screen."""
    page.wait_for_function(
        """text => [...document.querySelectorAll('flt-semantics-host *')].some(node =>
            (node.getAttribute('aria-label') ?? '').includes(text)
            || [...node.childNodes].some(n => n.nodeType === 3 && n.data.includes(text))
            || (node.value ?? '').includes?.(text))""",
        arg=text,
        timeout=PATIENCE_MS,
    )


def names(page: Page) -> list[str]:
    """Every identifier on the screen, for messages of failures."""
    return page.eval_on_selector_all(
        "[flt-semantics-identifier]",
        "nodes => nodes.map(node => node.getAttribute('flt-semantics-identifier'))",
    )


def words(page: Page) -> str:
    """All that can be read on the screen."""
    return str(
        page.evaluate(
            """() => [...document.querySelectorAll('flt-semantics-host *')].map(node =>
                (node.getAttribute('aria-label') ?? '') + ' ' +
                [...node.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(' ')).join('\\n')"""
        )
    )
