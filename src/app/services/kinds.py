"""The kinds of spaces that are shared, and the collections of each."""

from collections.abc import Mapping

from app.domain.collection import Collection
from app.domain.collections import COLLECTIONS
from app.domain.library_collections import LIBRARY_COLLECTIONS
from app.sync.bundle import LEARNER, LIBRARY

COLLECTIONS_OF: Mapping[str, Mapping[str, Collection]] = {LEARNER: COLLECTIONS, LIBRARY: LIBRARY_COLLECTIONS}
