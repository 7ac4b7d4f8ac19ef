"""What was written when a book was exported."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Exported:
    """Where an export lies and how much stands in it; `without_content` names files whose content was erased."""

    folder: Path
    paths: tuple[Path, ...]
    records: int
    without_content: tuple[str, ...] = ()
