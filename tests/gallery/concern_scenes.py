"""The board of concerns as it is photographed."""

from PySide6.QtTest import QTest

from reviewdesk.domain.changes import Kind
from tests.gallery.books import account_called
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def concern_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give the board, the board narrowed to what is past its clock, and who said before what is typed."""
    board = (Scene(f"concerns{book}", see_board), Scene(f"concerns-late{book}", see_late))
    return board if book else (*board, Scene("concerns-said-before", said_before))


def see_board(studio: Studio) -> None:
    """Look at the concerns of all accounts."""
    studio.desk.go("concerns")
    studio.settle()
    view = studio.desk.pages.concerns.view
    view.show_all()
    view.go_to_first()


def see_late(studio: Studio) -> None:
    """Look only at those whose clock has run out."""
    see_board(studio)
    view = studio.desk.pages.concerns.view
    view.chips.set_on(["late"])
    view.filtered.emit("", view.chips.on)


def said_before(studio: Studio) -> None:
    """Type a concern that others had before."""
    account = account_called(studio.desk.services, "Kestrel Air")
    studio.desk.account_ways.add_to(Kind.CONCERN, account)
    studio.settle()
    new = studio.desk.pages.account.view.concerns.new
    QTest.keyClicks(new.words.line, "deliveries come late")
    studio.settle(lambda: not new.echo.isHidden())
