"""What was read of a book and still holds, so that it is not read again before it is written."""

from collections import defaultdict
from collections.abc import Hashable
from typing import Any, Final

from reviewdesk.domain.changes import Kind

MOST: Final = 100
LONGEST: Final = 500


class Memory:
    """What a transaction has read, by the kind of record it depends on; a kind that is written is forgotten."""

    def __init__(self) -> None:
        self._kept: defaultdict[Kind, dict[Hashable, Any]] = defaultdict(dict)

    def recall(self, kind: Kind, key: Hashable) -> Any:  # noqa: ANN401 - whoever kept it knows what it is
        """Give what was kept under a key, or nothing."""
        return self._kept[kind].get(key)

    def keep(self, kind: Kind, key: Hashable, value: object) -> None:
        """Keep what was read; once there is much of a kind it begins anew."""
        kept = self._kept[kind]
        if len(kept) >= MOST:
            kept.clear()
        kept[key] = value

    def forget(self, kind: Kind) -> None:
        """Forget what depends on records of this kind."""
        self._kept[kind].clear()
