"""Who is told when a book changes: screens subscribe, services announce."""

from collections.abc import Callable

from app.sync.keeping import Changed

Listener = Callable[[str, Changed], None]


class Announcer:
    """Calls its listeners, in the order of subscribing, with the space's id and what changed."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Adds a listener; the returned function takes it away again."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def announce(self, space: str, changed: Changed) -> None:
        """Tells every listener. One that leaves meanwhile is not called."""
        for listener in tuple(self._listeners):
            if listener in self._listeners:
                listener(space, changed)
