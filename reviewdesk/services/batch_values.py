"""What is written at once, and what came of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from reviewdesk.domain.document_kinds import DocumentKind


@dataclass(frozen=True, slots=True)
class BatchRow:
    """The newest summary of one finished review."""

    summary_id: UUID
    account_id: UUID
    account: str
    period: str
    held_on: date
    number: int
    is_sent: bool


@dataclass(frozen=True, slots=True)
class BatchOffer:
    """The summaries there are: of each period, the newest one first."""

    periods: tuple[str, ...]
    rows: tuple[BatchRow, ...]

    def of(self, period: str) -> tuple[BatchRow, ...]:
        """Give those of one period."""
        return tuple(each for each in self.rows if each.period == period)


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """What is to be written: which summaries, in which formats, where, and by how many processes; 0 as is best."""

    rows: tuple[BatchRow, ...]
    kinds: tuple[DocumentKind, ...]
    folder: Path
    workers: int = 0


@dataclass(frozen=True, slots=True)
class NotWritten:
    """A summary that was not written, and why; a `leak` is decided on its page."""

    summary_id: UUID
    account: str
    why: str
    is_leak: bool = False


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of it; where it `was_stopped` the rest was not begun."""

    folder: Path
    written: tuple[Path, ...]
    not_written: tuple[NotWritten, ...]
    summaries: int
    was_stopped: bool = False

    @property
    def words(self) -> str:
        """Say in a sentence or two what came of it."""
        done = f"{self.summaries:,} summar{'y' if self.summaries == 1 else 'ies'}"
        files = f"{len(self.written):,} file{'' if len(self.written) == 1 else 's'}"
        begun = "Stopped: " if self.was_stopped else ""
        told = f"{begun}{done} in {files} written to {self.folder}."
        left = len(self.not_written)
        if left:
            told += f" {left:,} {'was' if left == 1 else 'were'} not written: look at each on its page."
        return told
