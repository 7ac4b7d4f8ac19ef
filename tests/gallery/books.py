"""The books the pictures are taken of: empty, the sample, and one that strains every page."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from reviewdesk.domain.clock import Clock
from reviewdesk.services.opened_book import OpenBook
from reviewdesk.services.services import Services
from reviewdesk.wiring import open_book
from tests.books import UGLY_NAMES, a_store, ugly_book
from tests.exported_files import write_exports

SHOWN = "Łódź Logistics"


class Books:
    """Makes the three books in a folder, and opens them."""

    def __init__(self, folder: Path, today: date) -> None:
        self._folder = folder
        self._clock = Clock(today)
        self.today = today

    def empty(self) -> OpenBook:
        """Open a book with nothing in it."""
        return self._open("My accounts")

    def sample(self) -> OpenBook:
        """Open the sample book."""
        opened = self._open("Sample")
        opened.services.sample.fill()
        return opened

    def ugly(self) -> OpenBook:
        """Open a book of very long names, many scripts, 500 concerns and 300 follow-ups."""
        folder = self._folder / "ugly"
        folder.mkdir()
        store = ugly_book(a_store(folder, today=self.today, name=UGLY_NAMES[0]))
        path = store.path
        store.close()
        opened = open_book(path, self._clock)
        services = opened.services
        review = services.reviews.start_now(account_called(services, UGLY_NAMES[2])).value
        lines = [f"{'! ' if each % 3 else ''}{UGLY_NAMES[each % 8]} {each}" for each in range(60)]
        services.meetings.save_notes(review.id, "\n".join(lines))
        return opened

    def exports(self) -> list[Path]:
        """Give files to import, of a year that is long over."""
        folder = self._folder / "exports"
        folder.mkdir(exist_ok=True)
        return write_exports(folder, newest=self.today - timedelta(3200))

    def _open(self, name: str) -> OpenBook:
        return open_book(self._folder / f"{name}.reviewdesk", self._clock, may_create=True)


def account_called(services: Services, name: str) -> UUID:
    """Give the account of this name, or the first one where nobody is called so."""
    rows = services.accounts.rows()
    return next((each.id for each in rows if each.name == name), rows[0].id)
