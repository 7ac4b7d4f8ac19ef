"""Holds and finishes a review from notes in a text file."""

import sys
from pathlib import Path
from shlex import quote
from typing import Final

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say, warn
from reviewdesk.domain.errors import RefusedError, UnreadableError
from reviewdesk.domain.finishing import NO_OWNER, NO_SENDER
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.line_records import DATED
from reviewdesk.domain.said import Consent, Quote
from reviewdesk.services.account_values import AccountName
from reviewdesk.services.meetings import Finished, Workspace
from reviewdesk.services.services import Services

LARGEST: Final = 2_000_000
STDIN: Final = Path("-")
UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def run(terminal: Terminal) -> int:
    """Hold a review and say what came of it."""
    asked = terminal.asked
    assert asked.notes is not None  # noqa: S101 - the command asks for it
    notes = read_notes(asked.notes)
    with opened(terminal) as services:
        today = services.book.today
        held_on = asked.held or today
        if held_on > today:
            raise RefusedError(f"{held_on} has not come yet. Give the day the review was held on with --held.")
        account = services.accounts.named(asked.account)
        _refuse_twice(services, account, terminal)
        finished = services.meetings.hold_from_notes(account.id, notes, held_on).value
        _tell(services.meetings.workspace(finished.review.id), finished, account, terminal.asked.window.book)
        warn(_present(services.meetings.workspace(finished.review.id)))
        if asked.held is None:
            warn(f"No --held was given: taken as held today, {held_on}.")
        _tell_what_is_planned(services, account, terminal)
    return 0


def _present(workspace: Workspace) -> str:
    """Say who of theirs was taken as present."""
    names = [workspace.material.people[each].name for each in workspace.review.people_ids]
    if not names:
        return "Nobody of theirs was taken as present: name them with @ in the notes, or in the window."
    return f"Taken as present: {', '.join(names)}."


def read_notes(path: Path) -> str:
    """Read notes from a text file, or from stdin where it is named “-”.

    Raises:
        UnreadableError: it is not there, not text, or there is nothing in it.
    """
    try:
        content = sys.stdin.buffer.read(LARGEST + 1) if path == STDIN else _content(path)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no file can have this name"
        raise UnreadableError(f"{path} cannot be read ({why}). Check its name.") from error
    if len(content) > LARGEST:
        raise UnreadableError(f"{path} is larger than notes of a meeting are. Give the text file with the notes.")
    text = _text(content, path)
    if not text.strip():
        raise UnreadableError(f"There is nothing in {path}. Write the notes of the meeting into it first.")
    return "\n".join(text.splitlines())


def _content(path: Path) -> bytes:
    with placed(path).open("rb") as file:
        return file.read(LARGEST + 1)


def _text(content: bytes, path: Path) -> str:
    try:
        text = content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if content.startswith(b"%PDF") or "\0" in text:
        raise UnreadableError(f"{path} is not a text file in UTF-8. Save the notes as plain text in UTF-8 first.")
    return text


def _refuse_twice(services: Services, account: AccountName, terminal: Terminal) -> None:
    """Refuse a second review of one day: it is far more often the same command given twice."""
    held_on = terminal.asked.held or services.book.today
    if any(each.is_held and each.day == held_on for each in services.accounts.brief(account.id).reviews):
        raise RefusedError(
            f"A review of {account.name} on {held_on} is in the book already. Add to it in the window, "
            "or give another day with --held."
        )


def _tell(workspace: Workspace, finished: Finished, account: AccountName, book: Path | None) -> None:
    review, material = finished.review, workspace.material
    say(f"Held and finished: {account.name}, {review.kind} review of {review.held_on}")
    mine = [each for each in material.follow_ups if each.review_id == review.id and not each.withdrawn]
    raised = [each for each in material.concerns if each.review_id == review.id and not each.withdrawn]
    for each in mine:
        whose = ("We promised" if each.side == "ours" else "They promised") if each.is_promise else "Follow-up"
        say(f"  {whose}: {each.what}{f' by {each.due}' if each.due else ''}")
    for concern in raised:
        say(f"  Concern, severity {concern.severity}: {concern.words}")
    named = f"--book {quote(str(book))} " if book is not None else ""
    say(f"Its summary: reviewdesk {named}summary {quote(account.name)}")
    _tell_decided(workspace)


def _tell_decided(workspace: Workspace) -> None:
    """Say which answers were taken, each the one that changes least, and which dates want another look."""
    for number, line in enumerate(workspace.lines, 1):
        if line.read.said.hint and line.read.marker in DATED:
            warn(f"Line {number}: {line.read.said.hint}")
    unasked = sum(
        isinstance(each.record, Quote) and each.record.consent is Consent.NOT_ASKED for each in workspace.lines
    )
    if unasked:
        warn(f"{_counted(unasked, 'quote')} not printed: no consent is noted. Note it in the window.")
    warn(*(f"{each.words}." for each in workspace.missing if each.words in (NO_SENDER, NO_OWNER)))
    if workspace.unsorted:
        warn(f"{_counted(workspace.unsorted, 'unmarked line')} left as notes for you only. Sort them in the window.")


def _counted(count: int, noun: str) -> str:
    return f"1 {noun} is" if count == 1 else f"{count} {noun}s are"


def _tell_what_is_planned(services: Services, account: AccountName, terminal: Terminal) -> None:
    brief = services.accounts.brief(account.id)
    ahead = next((each for each in brief.reviews if each.is_open and each.day and each.day >= brief.today), None)
    if ahead is not None and ahead.day is not None:
        warn(f"The review planned for {short_day(ahead.day, terminal.clock.today())} stays planned.")
