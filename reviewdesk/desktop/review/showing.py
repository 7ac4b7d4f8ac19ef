"""Turns what the service answers into what the workspace shows."""

from collections.abc import Iterable
from datetime import date

from reviewdesk.desktop.review.chips import KnownLine
from reviewdesk.desktop.review.model import SaidOfLine, Shown, SortLine
from reviewdesk.services.meetings import Sorting
from reviewdesk.services.workspace import LineNow, Unsorted, Workspace


def shown(workspace: Workspace, today: date) -> Shown:
    """Give what is shown of a review."""
    return Shown(
        review=workspace.review,
        material=workspace.material,
        lines=known_lines(workspace.lines),
        missing=workspace.missing,
        summaries=workspace.summaries,
        questions=workspace.questions,
        unsorted=workspace.unsorted,
        today=today,
    )


def known_lines(lines: Iterable[LineNow]) -> tuple[KnownLine, ...]:
    """Give the lines as the editor knows them."""
    return tuple(KnownLine(each.line, each.read, each.record, each.detached) for each in lines)


def to_sort(lines: Iterable[Unsorted]) -> tuple[SortLine, ...]:
    """Give the lines that Sort steps through."""
    return tuple(SortLine(each.line, each.proposal) for each in lines)


def sorting(said: SaidOfLine) -> Sorting:
    """Give what the person said of a line as the service takes it."""
    return Sorting(said.marker, said.severity, said.colleague_id, said.person_id, said.due)
