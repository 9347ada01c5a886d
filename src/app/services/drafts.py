"""Drafts: words that are not kept yet, safe on this device all the same."""

import json
from collections.abc import Mapping

from app.services.writing import Pen


class DraftService:
    """Drafts by the screen they were written on, in the device's own book."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen

    def save(self, screen: str, words: Mapping[str, str]) -> None:
        """Keeps a screen's words; without any, forgets its draft."""
        if any(words.values()):
            self.pen.set("drafts", screen, text=json.dumps(dict(words), ensure_ascii=False))
        else:
            self.forget(screen)

    def load(self, screen: str) -> dict[str, str]:
        """Returns a screen's words, empty where there is no draft."""
        found = self.pen.book.get("drafts", screen)
        words = json.loads(found["text"]) if found and found.get("text") else {}
        return {key: value for key, value in words.items() if isinstance(value, str)}

    def forget(self, screen: str) -> None:
        """Drops a draft that was kept or thrown away."""
        if self.pen.book.get("drafts", screen) is not None:
            self.pen.remove("drafts", screen)
