"""The board of concerns as it is photographed."""

from PySide6.QtTest import QTest

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import LinkKind, Stage
from tests.gallery.books import account_called
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def concern_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give the board, whole and narrowed, a concern that is open, one being logged, and what a stage asks for."""
    board = (
        Scene(f"concerns{book}", see_board),
        Scene(f"concerns-late{book}", see_late),
        Scene(f"concern-open{book}", see_open),
        Scene(f"concern-linked{book}", see_linked),
        Scene(f"concern-log{book}", log_one),
    )
    said = (Scene("concerns-said-before", said_before), Scene("concern-lacks", ask_lacking))
    return board if book else (*board, *said, Scene("today-concerns-asked", open_asks))


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


def see_open(studio: Studio) -> None:
    """Open the first concern of the board, linked with the next and said to be about a lot."""
    see_board(studio)
    services, board = studio.desk.services, studio.desk.services.concern_board.board()
    one, other = (each.concern for each in board.concerns[:2])
    services.concerns.change(one.id, "lots", "L-2210, L-2211")
    services.concerns.change(one.id, "processes", "Invoicing")
    services.concern_links.link(one.id, other.id, LinkKind.CAUSE)
    services.concerns.change(one.id, "owner", "")
    services.concerns.change(one.id, "team", "")
    services.concerns.bring_to(one.id, Stage.PLANNED)
    studio.desk.open_concern(one.account_id, one.id)
    studio.settle()
    form = studio.desk.pages.account.view.concerns.form
    studio.settle(lambda: bool(form.linked.rows.keys))


def see_linked(studio: Studio) -> None:
    """See what it is about, and what it is linked with."""
    see_open(studio)
    page = studio.desk.pages.account.view.concerns
    page.ensureWidgetVisible(page.form.linked, 0, 8)


def log_one(studio: Studio) -> None:
    """Log a concern over the page of the day; who else said the like stands below."""
    studio.desk.go("today")
    studio.settle()
    studio.desk.do("log_concern")
    logging = studio.desk.pages.concern_logging
    studio.settle(lambda: logging.sheet is not None)
    name = studio.desk.services.accounts.rows()[0].name
    QTest.keyClicks(logging.sheet.account.line, name[:3])
    studio.settle(lambda: logging.sheet.account_id is not None)
    logging.sheet.account.line.completer().popup().hide()
    logging.sheet.account.flush()
    QTest.keyClicks(logging.sheet.words.line, "deliveries come late")
    QTest.qWait(400)
    studio.settle()


def open_asks(studio: Studio) -> None:
    """Open the row of the day that gathers the questions whether a fix holds."""
    studio.desk.go("today")
    studio.settle()
    rows = studio.desk.pages.today.view.rows
    key = next((each for each in rows.keys if rows.row(each).row.title.startswith("Ask ")), rows.keys[0])
    rows.opened.emit(key)
    studio.settle()


def ask_lacking(studio: Studio) -> None:
    """Ask of a plan by when it is done and by whom."""
    see_board(studio)
    services = studio.desk.services
    concern = next(each.concern for each in services.concern_board.board().concerns if each.concern.is_open)
    services.concerns.change(concern.id, "owner", "")
    services.concerns.change(concern.id, "team", "")
    services.concerns.bring_to(concern.id, Stage.PLANNED)
    studio.desk.pages.ask_lacking(concern.id)
    studio.settle(lambda: studio.desk.pages.stage_asking.sheet is not None)
