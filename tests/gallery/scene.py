"""One state of one page that is photographed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gallery.studio import Studio


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of one page: its name, and what brings it about; what `leads_on` is passed through on every tour."""

    name: str
    bring_about: Callable[[Studio], None]
    leads_on: bool = False
