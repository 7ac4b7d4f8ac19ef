"""The tab of what one account buys: shows the figures of the page, and reads and writes the purchases."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt

from reviewdesk.desktop.account.model import Brief, has_revenue
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.account.revenue import RevenuePage
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.purchases import PAGE, PurchasePage, PurchaseService


class RevenuePart(AccountPart):
    """The tab Revenue; it is there once something was bought, or when the person asks for it to add something."""

    key: ClassVar[str] = "revenue"
    before: ClassVar[str] = "details"

    def __init__(self, page: RevenuePage, purchases: PurchaseService, tasks: Tasks) -> None:
        super().__init__(page)
        self.page = page
        self._purchases, self._tasks = purchases, tasks
        self._account_id: UUID | None = None
        self._most = PAGE
        listed = page.purchases
        listed.add_asked.connect(self._add)
        listed.typed.connect(self._change)
        listed.remove_asked.connect(self._remove)
        listed.more_asked.connect(self._read_on)

    def tab(self, brief: Brief, *, asked: bool) -> Tab | None:
        """Give the tab where there is revenue or it is asked for."""
        return Tab(self.key, self.tr("Revenue")) if has_revenue(brief) or asked else None

    def show_brief(self, brief: Brief) -> None:
        """Show what this account buys."""
        if brief.account.id != self._account_id:
            self.flush()
            self._account_id, self._most = brief.account.id, PAGE
            self.page.purchases.begin()
        self.page.show_figures(brief.revenue)
        self._read()

    def start_adding(self) -> None:
        """Put the keyboard where a purchase is typed."""
        self.page.ensureWidgetVisible(self.page.purchases.new)
        self.page.purchases.new.product.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save at once what was typed."""
        self.page.purchases.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return self.page.purchases.is_safe

    def _read(self) -> None:
        if self._account_id is not None:
            read = partial(self._purchases.page, self._account_id, most=self._most)
            self._tasks.run(read, partial(self._show, self._account_id), self, newest="purchases")

    def _read_on(self) -> None:
        self._most += PAGE
        self._read()

    def _show(self, account_id: UUID, page: PurchasePage) -> None:
        if account_id == self._account_id:
            self.page.purchases.show_page(page)

    def _add(self, product: str, amount: str, currency: str, day: str) -> None:
        if self._account_id is not None:
            work = partial(self._purchases.add, self._account_id, amount, currency=currency, product=product, day=day)
            self._tasks.run(work, self._added, self, lane=Lane.WRITE, failed=self._not_added)

    def _added(self, _done: object) -> None:
        self.page.purchases.new.clear()

    def _not_added(self, error: ReviewDeskError) -> None:
        self.page.purchases.new.refuse(str(error))

    def _change(self, purchase_id: UUID, name: str, text: str) -> None:
        work = partial(self._purchases.change, purchase_id, name, text)
        saved, refused = partial(self._saved, purchase_id, name), partial(self._refused, purchase_id, name)
        self._tasks.run(work, saved, self, lane=Lane.WRITE, failed=refused)

    def _saved(self, purchase_id: UUID, name: str, _done: object) -> None:
        form = self.page.purchases.form
        if form is not None and form.purchase_id == purchase_id:
            form.grid.show_saved(name)

    def _refused(self, purchase_id: UUID, name: str, error: ReviewDeskError) -> None:
        form = self.page.purchases.form
        if form is not None and form.purchase_id == purchase_id:
            form.grid.refuse(name, str(error))
        else:
            self._tasks.told.emit(error)

    def _remove(self, purchase_id: UUID) -> None:
        self._tasks.run(partial(self._purchases.remove, purchase_id), None, self, lane=Lane.WRITE)
