"""Lists all books that were opened on this machine, with what is due in each."""

from typing import Any, Final

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.listing import say_json
from reviewdesk.cli.terminal import Column, say, table, warn
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.today import counted
from reviewdesk.services.all_books import BookGlance

COLUMNS: Final = (
    Column("Book", loose=True), Column("Accounts", right=True), Column("Over", right=True), Column("Today", right=True),
    Column("Ahead", right=True), Column("File", loose=True),
)  # fmt: skip


def run(terminal: Terminal) -> int:
    """Look into each of them and write what is due; one that cannot be looked into says why."""
    books = terminal.look_at_books(terminal.clock)
    if books.is_hidden:
        raise RefusedError("The list of books is hidden on this machine. Show it again in Settings.")
    found = books.all()
    if terminal.asked.as_json:
        say_json(_plain(each) for each in found)
        return 0
    if not found:
        say("No book was opened on this machine yet. Open one in the window: reviewdesk --book FILE")
        return 0
    say(*table(COLUMNS, [_cells(each) for each in found]))
    over = sum(each.over for each in found)
    say("", f"{counted(len(found), 'book')}, {counted(over, 'thing')} over.")
    warn(*(f"{each.path}: {each.refusal}" for each in found if each.refusal))
    return 0


def _cells(book: BookGlance) -> tuple[str, ...]:
    numbers = (book.accounts, book.over, book.due_today, book.ahead)
    shown = ["?" if book.refusal else f"{each:,}" for each in numbers]
    return (book.name, *shown, str(book.path))


def _plain(book: BookGlance) -> dict[str, Any]:
    return {
        "name": book.name,
        "path": str(book.path),
        "color": book.color or None,
        "accounts": None if book.refusal else book.accounts,
        "over": None if book.refusal else book.over,
        "today": None if book.refusal else book.due_today,
        "ahead": None if book.refusal else book.ahead,
        "open_elsewhere": book.is_open_elsewhere,
        "refusal": book.refusal or None,
        "due": [
            {"account": entry.account, "what": entry.title, "on": entry.on.isoformat(), "when": part.when.value}
            for part in book.parts
            for entry in part.entries
        ],
    }
