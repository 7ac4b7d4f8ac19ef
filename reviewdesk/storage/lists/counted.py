"""Which concerns count: those that nobody took back, neither with their note line nor by their stage."""

from typing import Final

from reviewdesk.domain.concern import Stage
from reviewdesk.storage.tables import concern

COUNTED: Final = (concern.c.withdrawn == 0, concern.c.stage != Stage.WITHDRAWN.value)
