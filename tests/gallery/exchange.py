"""The sheets of what comes in one by one and of what goes out, as scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.books import UGLY_NAMES
from tests.exchange.test_calendar_reading import calendar
from tests.exchange.test_mail_reading import mail
from tests.gallery.books import SHOWN, account_called
from tests.gallery.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from tests.gallery.studio import Studio

COMPLAINT = """Dear Dana,

two pallets came late again, and this time nobody told us. Our line stood still for four hours on Monday.
I would like to understand how this can happen twice in one month.

Kind regards
Anna"""


def scenes() -> tuple[Scene, ...]:
    """Give the sheets over the sample book."""
    return (
        Scene("incoming-mail", drop_a_mail),
        Scene("incoming-mail-concern", call_it_a_concern),
        Scene("incoming-invitation", drop_a_calendar(1)),
        Scene("incoming-calendar", drop_a_calendar(9)),
        Scene("calendar-files", show_calendar_files),
        Scene("crm-out", hand_over),
        Scene("export", export),
        Scene("crm-out-unknown", hand_over_to("Salesforce")),
    )


def empty_scenes() -> tuple[Scene, ...]:
    """Give the sheets over an empty book."""
    return (
        Scene("incoming-mail-empty", drop_a_mail),
        Scene("calendar-files-empty", show_no_calendar_files),
        Scene("crm-out-empty", hand_over),
    )


def ugly_scenes() -> tuple[Scene, ...]:
    """Give the sheets over the book that strains them."""
    return (
        Scene("incoming-mail-ugly", drop_an_ugly_mail),
        Scene("incoming-calendar-ugly", drop_a_calendar(30)),
        Scene("crm-out-ugly", hand_over),
    )


def drop_a_mail(studio: Studio) -> None:
    """Drop a mail of somebody known, where anybody is."""
    studio.desk.go("today")
    head = (f"From: {_somebody(studio)}", "To: dana@northgate.example", "Subject: Late again, and nobody told us",
            "Date: Mon, 23 Nov 2026 09:30:00 +0100")  # fmt: skip
    _drop(studio, "late.eml", mail(head=head, body=COMPLAINT))


def call_it_a_concern(studio: Studio) -> None:
    """Say that the mail is a concern."""
    drop_a_mail(studio)
    studio.settle(lambda: bool(studio.sheets()))
    box = studio.sheets()[0].kind.editor
    box.setCurrentIndex(3)
    box.activated.emit(3)


def drop_an_ugly_mail(studio: Studio) -> None:
    """Drop a mail whose subject, sender and words have no end."""
    studio.desk.go("today")
    head = (f"From: {UGLY_NAMES[2]} <x@{'y' * 60}.example>", f"Subject: {UGLY_NAMES[7]} {UGLY_NAMES[0]}")
    _drop(studio, "ugly.eml", mail(head=head, body=" ".join(UGLY_NAMES) * 20))


def drop_a_calendar(meetings: int) -> Callable[[Studio], None]:
    """Drop a calendar of some meetings, the first with somebody known and one of them past."""

    def drop(studio: Studio) -> None:
        studio.desk.go("today")
        lines = []
        for each in range(meetings):
            day, month = (1, 11) if each == 1 else (3 + each % 25, 12)
            title = UGLY_NAMES[each % 8] if meetings > 20 else f"Meeting {each + 1} about the year ahead"
            lines += ["END:VEVENT", "BEGIN:VEVENT"] if each else []
            lines += [f"UID:{meetings}-{each}", f"SUMMARY:{title}", f"DTSTART:2026{month}{day:02}T130000Z"]
            lines += [f"ATTENDEE:mailto:{_somebody(studio).rpartition('<')[2].strip('>')}"]
        _drop(studio, "calendar.ics", calendar(*lines, uid=""))

    return drop


def show_calendar_files(studio: Studio) -> None:
    """Name two calendar files and show them."""
    for name in ("Work calendar.ics", "Travel.ics"):
        path = studio.services.book.path.parent / name
        path.write_bytes(calendar("DTSTART:20261203T130000Z"))
        studio.services.calendar_in.name_file(path)
    studio.services.calendar_in.read_again()
    show_no_calendar_files(studio)


def show_no_calendar_files(studio: Studio) -> None:
    """Show which calendars are read at each start."""
    studio.desk.go("today")
    studio.desk.exchange.calendars.show_files()


def hand_over(studio: Studio) -> None:
    """Show what goes back to the CRM."""
    studio.desk.go("today")
    studio.desk.exchange.crm.show()


def export(studio: Studio) -> None:
    """Ask what is exported."""
    studio.desk.go("today")
    studio.desk.exchange.export.show()


def hand_over_to(crm: str) -> Callable[[Studio], None]:
    """Show what would go to a CRM that knows nobody of this book."""

    def show(studio: Studio) -> None:
        hand_over(studio)
        studio.settle(lambda: bool(studio.sheets()))
        box = studio.sheets()[0].crm.editor
        box.setCurrentIndex(box.findText(crm))
        box.activated.emit(box.currentIndex())

    return show


def _somebody(studio: Studio) -> str:
    """Give the name and address of somebody of the account that is shown, or of a stranger."""
    rows = studio.services.accounts.rows()
    account_id: UUID | None = account_called(studio.services, SHOWN) if rows else None
    people = studio.services.accounts.brief(account_id).people if account_id else ()
    known = next((each for each in people if each.email), None)
    return f"{known.name} <{known.email}>" if known else "Anna Nowak <anna@lodz.example>"


def _drop(studio: Studio, name: str, content: bytes) -> None:
    path = studio.services.book.path.parent / name
    path.write_bytes(content)
    studio.shell.files_dropped.emit([path])
