"""Shows the main job without a window: a sample book, one review held from its notes, its summary, the calendar."""

from datetime import timedelta
from itertools import count
from pathlib import Path
from shlex import quote
from tempfile import mkdtemp
from typing import Final
from uuid import UUID

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.calendar import write_calendar
from reviewdesk.cli.terminal import say
from reviewdesk.domain.review import Actual, Review
from reviewdesk.domain.said import Quote
from reviewdesk.domain.summary import Better, GoalStatus
from reviewdesk.services.meetings import Finished, Workspace
from reviewdesk.services.sample_meeting import SampleMeeting
from reviewdesk.services.services import Services

NAME: Final = "Northgate"


def run(terminal: Terminal) -> int:
    """Make the sample book, hold a review, write the documents and say where everything is."""
    folder = _folder(terminal)
    path = terminal.path if terminal.asked.window.book else _free_book(folder)
    book = terminal.open_book(path, terminal.clock, may_create=True)
    try:
        services = book.services
        accounts = services.sample.fill().value.accounts
        say(f"Sample book with {accounts} accounts:", str(path))
        finished = _hold(services, services.sample.meeting())
        say("The customer's summary of today's review:")
        say(str(services.documents.save(finished.summary.id, folder)))
        say("Follow-ups and reviews for any calendar:")
        write_calendar(services, folder)
    finally:
        book.close()
    say(f"Look around: reviewdesk --book {quote(str(path))} accounts")
    return 0


def _folder(terminal: Terminal) -> Path:
    """Give the folder for the documents: the one named, else that of a named book, else a new temporary one."""
    asked = terminal.asked
    if asked.out is not None:
        folder = placed(asked.out)
    elif asked.window.book is not None:
        folder = terminal.path.parent
    else:
        folder = Path(mkdtemp(prefix="reviewdesk-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _free_book(folder: Path) -> Path:
    """Give a place for a new book; one that is there is never touched."""
    names = (f"{NAME}{f' {number}' if number > 1 else ''}.reviewdesk" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())


def _hold(services: Services, meeting: SampleMeeting) -> Finished:
    """Do what a person does in Meet and Wrap up."""
    review = services.reviews.start_now(meeting.account_id).value
    for name, value in (
        ("sentences", meeting.sentences),
        ("ask", meeting.ask),
        ("commitment", meeting.commitment),
        ("next_on", meeting.next_on),
    ):
        services.meetings.change(review.id, name, value)
    workspace = services.meetings.save_notes(review.id, meeting.notes).value
    _note_consent(services, meeting, workspace)
    _measure(services, meeting, workspace)
    return services.meetings.finish(review.id, held_on=services.book.today).value


def _note_consent(services: Services, meeting: SampleMeeting, workspace: Workspace) -> None:
    speaker: UUID | None = next(iter(workspace.review.people_ids), None)
    for line in workspace.lines:
        for begins, consent in meeting.consent.items():
            if isinstance(line.record, Quote) and line.record.words.startswith(begins):
                services.meetings.consent(line.record.id, consent, person_id=speaker)


def _measure(services: Services, meeting: SampleMeeting, workspace: Workspace) -> None:
    review: Review = workspace.review
    for goal in workspace.material.goals:
        if goal.what not in meeting.figures:
            continue
        value, source = meeting.figures[goal.what]
        reached = value >= goal.target if goal.better is Better.UP else value <= goal.target
        services.meetings.measure(
            Actual(
                account_id=review.account_id,
                review_id=review.id,
                goal_id=goal.id,
                value=value,
                status=GoalStatus.MET if reached else GoalStatus.BEHIND,
                source=source,
                measured_on=services.book.today - timedelta(days=1),
            )
        )
