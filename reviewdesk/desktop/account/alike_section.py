"""Says at the top of Details which other accounts may be this very one."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from reviewdesk.desktop.account.section import TopSection
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.alike_strip import AlikeName, AlikeStrip
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.duplicates import Alike, DuplicateService


class AlikeSection(TopSection):
    """Names accounts much like the one that is shown, as its name or website is edited.

    Signals:
        account_asked: the id of the account to open.
    """

    account_asked = Signal(object)

    def __init__(self, strip: AlikeStrip, duplicates: DuplicateService, tasks: Tasks) -> None:
        super().__init__(strip)
        self.strip = strip
        self._duplicates = duplicates
        self._tasks = tasks
        self._account_id: UUID | None = None
        strip.open_asked.connect(self.account_asked)

    def show_brief(self, brief: AccountBrief) -> None:
        """Look for accounts much like this one."""
        if brief.account.id != self._account_id:
            self._account_id = brief.account.id
            self.strip.show_alike(())
        find = partial(self._duplicates.alike, brief.account.id)
        self._tasks.run(find, partial(self._show, brief.account.id), self, lane=Lane.LONG, newest="alike")

    def _show(self, account_id: UUID, alike: tuple[Alike, ...]) -> None:
        if account_id == self._account_id:
            self.strip.show_alike([AlikeName(each.id, each.name, each.city, each.why) for each in alike])
