"""The saved views as places in the side bar, each with how many accounts it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject

from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.desk_commands import counted_places
from reviewdesk.desktop.places import Place, PlaceGroup
from reviewdesk.desktop.start_small import StartSmall
from reviewdesk.desktop.tasks import Lane
from reviewdesk.domain.changes import Changes, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewdesk.desktop.accounts.controller import AccountsController
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.services.account_filter import Listings
    from reviewdesk.services.saved_views import CountedView

VIEW: Final = "view:"
PLACE_OF: Final = {
    "account": "accounts",
    "books": "",
    "change": "outreach",
    "duplicates": "accounts",
    "import": "accounts",
    "monday": "today",
    "quarter": "reviews",
    "review": "reviews",
    "document": "reviews",
}
KEYS: Final = "Alt+Shift+"
LAST_KEY: Final = 9
SMALL: Final = 2_000
MANY: Final = 20_000
_ICONS: Final = {"risk": "circle-alert", "quiet": "ear-off", "late": "calendar-clock", "notice": "file-text"}
_COUNTS: Final = (
    Kind.ACCOUNT, Kind.REVIEW, Kind.CONCERN, Kind.FOLLOW_UP, Kind.CONTACT, Kind.PURCHASE, Kind.COLLEAGUE, Kind.BOOK,
    Kind.PERSON, Kind.ANSWER, Kind.SAVED_VIEW,
)  # fmt: skip


class ViewPlaces(QObject):
    """Lists pages and views in the side bar, and counts the views again whenever they may show others."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._views: tuple[CountedView, ...] = ()
        self._listings: Listings | None = None
        self._open: UUID | None = None
        self._waiting: Mapping[str, int] = {}
        self._start_small = StartSmall(desk.memory, desk.services.book.path)

    def show(self, waiting: Mapping[str, int]) -> None:
        """List the places, each with how much waits there."""
        self._waiting = waiting
        shell = self._desk.shell
        pages = self._start_small.shown(counted_places(waiting), waiting, shell.page)
        shell.show_places((*pages, *self.places))
        shell.side_bar.mark(self.place_of(shell.page))

    def holds_many(self) -> bool:
        """Say whether reading all accounts takes so long that nobody's next page should wait for it."""
        return self._waiting.get("accounts", 0) > MANY

    @property
    def places(self) -> tuple[Place, ...]:
        """The views as places."""
        return tuple(
            Place(
                f"{VIEW}{each.view.id.hex}", each.view.name, _icon(each), each.count or 0, PlaceGroup.VIEWS,
                f"{KEYS}{at}" if at <= LAST_KEY else "",
            )
            for at, each in enumerate(self._views, 1)
        )  # fmt: skip

    @property
    def commands(self) -> tuple[Command, ...]:
        """The ways to the views from the menu and from Ctrl+K; the first nine have a key."""
        return tuple(
            Command(
                f"go_{place.key}", place.text, Group.GO, (f"{KEYS}{at}",) if at <= LAST_KEY else (), place.icon,
                section=5, words="saved view go to accounts",
            )
            for at, place in enumerate(self.places, 1)
        )  # fmt: skip

    def place_of(self, page: str) -> str:
        """Give the key of the place that a page belongs to; the list of accounts to the view that is open."""
        is_listed = any(each.view.id == self._open for each in self._views)
        if page == "accounts" and self._open is not None and is_listed:
            return f"{VIEW}{self._open.hex}"
        return PLACE_OF.get(page, page)

    def go(self, key: str) -> None:
        """Go to what was chosen in the side bar: a page or a saved view; Accounts itself shows no view."""
        if key.startswith(VIEW):
            self._desk.go("accounts")
            self._desk.pages.accounts.open_view(UUID(key.removeprefix(VIEW)))
            return
        self._desk.go(key)
        if key == "accounts":
            self._desk.pages.accounts.open_list()

    def arrive(self, key: str) -> str:
        """Keep a page among the places from now on, since the person comes to it; give the place it belongs to."""
        if self._waiting and self._start_small.open(key, self._waiting):
            self.show(self._waiting)
        return self.place_of(key)

    def refresh(self) -> None:
        """Read the views and count them; a large book is counted once its list was read."""
        listings, service = self._listings, self._desk.services

        def count() -> tuple[CountedView, ...]:
            return service.saved_views.counted(listings or service.account_list.small_listings())

        self._desk.tasks.run(count, self._show, self, lane=Lane.READ, newest="view places")

    def follow(self, controller: AccountsController) -> None:
        """Take the counts from the list of accounts from now on, which knows of every change."""
        controller.listed.connect(self._take)
        controller.view_opened.connect(self._mark)

    def _show(self, views: tuple[CountedView, ...]) -> None:
        if views == self._views:
            return
        others = [each.view for each in views] != [each.view for each in self._views]
        self._views = views
        if others:
            self._desk.show_commands()
        self.show(self._waiting)

    def _take(self, listings: Listings) -> None:
        self._listings = listings
        self.refresh()

    def _mark(self, view_id: UUID | None) -> None:
        self._open = view_id
        self.show(self._waiting)

    def recount(self, changes: Changes) -> None:
        """Count anew where that may differ; of a large book the list of accounts reads what changed, and tells."""
        if not changes.touch(*_COUNTS):
            return
        if self._listings is not None and len(self._listings.rows) > SMALL:
            if changes.touch(Kind.SAVED_VIEW):
                self.refresh()
            return
        self._listings = None
        self.refresh()


def _icon(each: CountedView) -> str:
    known = [_ICONS[chip] for chip in each.view.chips if chip in _ICONS]
    return known[0] if len(each.view.chips) == 1 and known else "bookmark"
