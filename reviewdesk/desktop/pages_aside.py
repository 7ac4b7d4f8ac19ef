"""Pages that stand in no side bar: one goes there from the menu, from Ctrl+K or from another page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.duplicates.controller import DuplicatesController
    from reviewdesk.desktop.monday.controller import MondayController


class PagesAside:
    """Makes each of them when it is first asked for; `_keep` takes a page into the window."""

    _desk: Desk

    def _keep(self, key: str, controller: Any) -> None:  # noqa: ANN401 - each page has its own controller
        raise NotImplementedError

    @cached_property
    def duplicates(self) -> DuplicatesController:
        """Accounts that may be in the book twice."""
        from reviewdesk.desktop.duplicates.controller import DuplicatesController
        from reviewdesk.desktop.duplicates.view import DuplicatesView

        desk = self._desk
        made = DuplicatesController(DuplicatesView(), desk.services.duplicates, desk.tasks)
        self._keep("duplicates", made)
        made.merge_asked.connect(self._desk.pages.merges.ask)
        return made

    @cached_property
    def monday(self) -> MondayController:
        """What a boss wants to hear once a week."""
        from reviewdesk.desktop.monday.controller import MondayController
        from reviewdesk.desktop.monday.view import MondayView

        made = MondayController(MondayView(), self._desk.services.monday, self._desk.tasks)
        self._keep("monday", made)
        return made
