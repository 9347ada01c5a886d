"""What every test of a screen has: English, and no component that could not be drawn."""

from collections.abc import Iterator

import pytest

from app.views.parts.component import Broken
from app.words import use


@pytest.fixture(autouse=True)
def whole() -> Iterator[None]:
    """Fails a test in which a component could not be drawn."""
    broken: list[Exception] = []
    Broken.listeners.append(broken.append)
    use("en")
    yield
    use("en")
    Broken.listeners.remove(broken.append)
    assert not broken, broken
