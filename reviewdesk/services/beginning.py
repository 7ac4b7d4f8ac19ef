"""What the start of a window does with its book: the backup, what was typed and not saved, and what the day brings.

The person sees their day before that. Only the backup must come first, and it must come before anything is written:
whoever writes first, makes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewdesk.domain.errors import BookError, DamagedBookError

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from reviewdesk.services.recovering import Recovery
    from reviewdesk.services.services import Services


@dataclass(frozen=True, slots=True)
class Begun:
    """What the start met, in sentences, the review that one of them speaks of, and whether tiers were set anew."""

    remarks: tuple[str, ...] = ()
    look_at: UUID | None = None
    sets_tiers: bool = False


class Beginning:
    """The start of a window on one book; `recovers` says whether there is typing that was not saved."""

    def __init__(self, services: Services, *, recovers: bool) -> None:
        self._services = services
        self._recovers = recovers
        self._remarks: list[str] = []
        self._begun: Begun | None = None
        services.book.do_before_writing(self._back_up)

    def run(self) -> Begun:
        """Do all of it once, and say what it met.

        Where there is no room for a backup or for what the quarter brings, that is a remark.

        Raises:
            DamagedBookError: the book does not read as it was written.
        """
        if self._begun is None:
            self._begun = self._run()
        return self._begun

    def _run(self) -> Begun:
        services = self._services
        services.book.get_ready()
        recovered = services.meetings.replay_drafts() if self._recovers else ()
        told = [each for each in recovered if each.differs or each.refused]
        sets_tiers = self._tried(services.tiers.set_at_quarter_start) is not None
        self._remarks += [self._words(each) for each in told]
        return Begun(tuple(dict.fromkeys(self._remarks)), told[0].review_id if told else None, sets_tiers)

    def _back_up(self) -> None:
        self._tried(self._services.book.back_up)

    def _tried(self, step: Callable[[], object]) -> object:
        try:
            return step()
        except DamagedBookError:
            raise
        except BookError as error:
            self._remarks.append(str(error))
            return None

    def _words(self, recovery: Recovery) -> str:
        """Say what became of typing that was not saved when the program ended."""
        account = self._services.meetings.workspace(recovery.review_id).material.account.name
        if recovery.refused:
            return (
                f"What you typed into the review of {account} before the program ended is not in the book yet: "
                f"{recovery.refused} It is kept and tried again at the next start."
            )
        return (
            f"What you typed into the review of {account} before the program ended differs from what was saved since. "
            "The lines that were missing now stand at the end of its notes, each with “Recovered:” before it."
        )
