"""What the list of accounts has beside it: saved views, the sheet of columns, ways out, and changes to several."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.accounts.at_once import AtOnce
from reviewdesk.desktop.accounts.columns_sheet import ColumnsSheet
from reviewdesk.desktop.accounts.model import offered_columns
from reviewdesk.desktop.accounts.out import ListOut
from reviewdesk.desktop.accounts.paper_sheet import sheet_of
from reviewdesk.desktop.accounts.saved_views import SavedViews
from reviewdesk.desktop.accounts.view import AccountsView
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.services.account_filter import OWN, Listed
from reviewdesk.services.account_list import AccountList
from reviewdesk.services.accounts_at_once import AccountsAtOnceService
from reviewdesk.services.saved_views import SavedViewService


class ListParts(QObject):
    """Makes these parts of the list and opens their sheets.

    Signals:
        told: a sentence that says what was done.
    """

    told = Signal(str)

    def __init__(
        self, view: AccountsView, views: SavedViewService, at_once: AccountsAtOnceService, tasks: Tasks
    ) -> None:
        super().__init__(view)
        self.views = SavedViews(view, views, tasks)
        self.at_once = AtOnce(view, at_once, tasks)
        self.out = ListOut(view, tasks)
        self.columns_sheet: ColumnsSheet | None = None
        self.at_once.remarked.connect(self.told)
        self.out.told.connect(self.told)

    def print_list(self, view: AccountsView, rows: Sequence[Listed], today: date) -> None:
        """Ask for a printer and print these accounts as they are shown."""
        self.out.print_rows(sheet_of(view, rows, today))

    def choose_columns(self, view: AccountsView) -> None:
        """Open the sheet of columns, which shows at once what is chosen."""
        sheet = ColumnsSheet(offered_columns(view.own.fields), view.columns_shown, view)
        sheet.chosen.connect(view.choose_columns)
        sheet.usual_asked.connect(self._take_usual)
        sheet.rejected.connect(partial(view.choose_columns, view.shown.columns))
        sheet.finished.connect(self._forget)
        self.columns_sheet = sheet
        sheet.open()

    def _take_usual(self) -> None:
        """Show the usual columns again, on the list and on the sheet."""
        view = self.views.parent()
        if self.columns_sheet is not None and isinstance(view, AccountsView):
            view.choose_columns(())
            self.columns_sheet.fill(view.columns_shown)

    def _forget(self) -> None:
        self.columns_sheet = None

    def ask(self, what: str, rows: Sequence[Listed], known: AccountList | None) -> None:
        """Ask what these accounts are to have, completing from what others have."""
        every = known.listings.rows if known is not None else ()
        words = {
            "owner": known.owners if known is not None else (),
            "industry": sorted({each.row.industry for each in every} - {""}),
            "add_tags": _tags(every),
            "remove_tags": _tags(rows),
        }
        ids = [each.row.id for each in rows]
        field = next((each for each in known.own_fields if f"{OWN}{each.id.hex}" == what), None) if known else None
        if field is not None:
            self.at_once.ask_own(field, ids)
        else:
            self.at_once.ask(what, ids, words.get(what, ()))


def _tags(rows: Sequence[Listed]) -> list[str]:
    return sorted({tag for each in rows for tag in each.own.get("tags", ())})
