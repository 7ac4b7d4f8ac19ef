"""Turns what the service answers into what the workspace shows."""

from collections.abc import Iterable
from datetime import date

from reviewdesk.desktop.review.chips import KnownLine
from reviewdesk.desktop.review.model import SaidOfLine, Shown, SortLine
from reviewdesk.domain.same_ends import same_ends
from reviewdesk.services.meetings import Sorting
from reviewdesk.services.workspace import LineNow, Unsorted, Workspace


def shown(workspace: Workspace, lines: tuple[KnownLine, ...], today: date) -> Shown:
    """Give what is shown of a review, with its lines as the editor knows them."""
    return Shown(
        review=workspace.review,
        material=workspace.material,
        lines=lines,
        missing=workspace.missing,
        summaries=workspace.summaries,
        questions=workspace.questions,
        unsorted=workspace.unsorted,
        today=today,
        contacts=workspace.contacts,
    )


class KnownLines:
    """The lines as the editor knows them; of thousands, those that stay the same are not made again."""

    def __init__(self) -> None:
        self._lines: tuple[LineNow, ...] = ()
        self._known: tuple[KnownLine, ...] = ()

    def of(self, lines: tuple[LineNow, ...]) -> tuple[KnownLine, ...]:
        """Give the lines that were answered."""
        head, tail = same_ends(self._lines, lines)
        fresh = (
            KnownLine(each.line, each.read, each.record, each.detached) for each in lines[head : len(lines) - tail]
        )
        self._known = (*self._known[:head], *fresh, *self._known[len(self._known) - tail :])
        self._lines = lines
        return self._known


def to_sort(lines: Iterable[Unsorted]) -> tuple[SortLine, ...]:
    """Give the lines that Sort steps through."""
    return tuple(SortLine(each.line, each.proposal) for each in lines)


def sorting(said: SaidOfLine) -> Sorting:
    """Give what the person said of a line as the service takes it."""
    return Sorting(said.marker, said.severity, said.colleague_id, said.person_id, said.due)
