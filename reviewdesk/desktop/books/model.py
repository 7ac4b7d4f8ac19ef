"""All books as they are shown: a line about each, and the rows of what is due in it."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.today import Entry, When, counted
from reviewdesk.services.all_books import BookGlance

Glance = BookGlance
DueKey = tuple[str, UUID, UUID]
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def rows_of(book: BookGlance) -> tuple[Row, ...]:
    """Give what is due in a book, what is longest over first; its key ends with the account."""
    return tuple(_row(book, part.when, entry) for part in book.parts for entry in part.entries)


def remark_of(book: BookGlance) -> str:
    """Say in a line what there is to know about a book beside its name."""
    said = (
        counted(book.accounts, "account") if not book.refusal else "",
        "this window" if book.is_here else "",
        "open in another window" if book.is_open_elsewhere else "",
    )
    return " · ".join(filter(None, said))


def pills_of(book: BookGlance) -> tuple[PillText, ...]:
    """Count what is over, what is due today and what comes; where nothing is, say so."""
    if book.refusal:
        return ()
    counts = (
        (book.over, "over", Tone.BAD),
        (book.due_today, "today", Tone.WARN),
        (book.ahead, "ahead", Tone.NEUTRAL),
    )
    found = tuple(PillText(f"{number:,} {word}", tone) for number, word, tone in counts if number)
    return found or (PillText("nothing due", Tone.GOOD),)


def status_of(books: Iterable[BookGlance]) -> str:
    """Say in one line what all books together ask for."""
    known = [each for each in books if not each.refusal]
    late = [each for each in known if each.over]
    today = sum(each.due_today for each in known)
    over = sum(each.over for each in late)
    said = (
        f"{counted(over, 'thing')} over in {counted(len(late), 'book')}" if late else "",
        f"{today:,} due today" if today else "",
    )
    return " · ".join(filter(None, said)) or "Nothing is over and nothing is due today"


def _row(book: BookGlance, when: When, entry: Entry) -> Row:
    over = (book.today - entry.on).days
    pill = PillText(f"{counted_days(over)} over", Tone.BAD) if over > 0 else None
    return Row(
        (entry.sort.value, entry.id, entry.account_id),
        entry.title,
        entry.about,
        time=_time(book, when, entry),
        pills=(pill,) if pill else (),
    )


def _time(book: BookGlance, when: When, entry: Entry) -> str:
    if entry.on < book.today:
        return short_day(entry.on, book.today)
    if when in (When.NOW, When.TODAY):
        return f"{entry.at:%H:%M}" if entry.at else "Today"
    return _DAYS[entry.on.weekday()]
