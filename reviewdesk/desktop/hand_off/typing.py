"""Saves what is typed into a pack under the pack it was typed for, and keeps what was refused till it is mended."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from reviewdesk.desktop.hand_off.page import HandOffPage
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import RefusedError, ReviewDeskError
from reviewdesk.services.hand_off_values import ShownHandOff
from reviewdesk.services.hand_offs import HandOffService


class PackTyping(QObject):
    """Takes what is typed into the parts of a pack.

    What is refused after another account was opened is told in the bar, and stands in its field again, with the
    sentence, when its own account is opened.
    """

    def __init__(self, page: HandOffPage, hand_offs: HandOffService, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._hand_offs, self._tasks = page, hand_offs, tasks
        self._refused: dict[UUID, dict[str, tuple[str, str]]] = {}
        self._untold: dict[str, tuple[ShownHandOff, str, str]] = {}
        page.typed.connect(self._type)

    def show_refused(self, shown: ShownHandOff) -> None:
        """Type in again what was refused for this pack; once it cannot be written any more that is forgotten."""
        if not shown.may_be_written:
            self._refused.pop(shown.hand_off.id, None)
        for name, (text, sentence) in self._refused.get(shown.hand_off.id, {}).items():
            self._page.type_again(name, text, sentence)

    def leave(self) -> None:
        """Say in the bar what was refused here and not mended, as another account is shown."""
        for typed_for, text, why in self._untold.values():
            self._tell(typed_for, text, why)
        self._untold.clear()

    def _type(self, name: str, text: str) -> None:
        shown = self._page.shown
        if shown is not None:
            self._tasks.run(
                partial(self._hand_offs.change, shown.hand_off.id, name, text),
                partial(self._saved, shown.hand_off.id, name), self, lane=Lane.WRITE,
                failed=partial(self._refuse, shown, name, text),
            )  # fmt: skip

    def _saved(self, hand_off_id: UUID, name: str, _outcome: object) -> None:
        self._refused.get(hand_off_id, {}).pop(name, None)
        if self._is_shown(hand_off_id):
            self._untold.pop(name, None)
            self._page.saved(name)

    def _refuse(self, typed_for: ShownHandOff, name: str, text: str, error: ReviewDeskError) -> None:
        hand_off_id = typed_for.hand_off.id
        self._refused.setdefault(hand_off_id, {})[name] = text, str(error)
        if self._is_shown(hand_off_id):
            self._untold[name] = typed_for, text, str(error)
            self._page.refuse(name, str(error))
        else:
            self._tell(typed_for, text, str(error))

    def _tell(self, typed_for: ShownHandOff, text: str, why: str) -> None:
        words = self.tr("“{typed}” was not taken for {name}. {why} It is kept there to be mended.")
        self._tasks.told.emit(RefusedError(words.format(typed=text, name=typed_for.account, why=why)))

    def _is_shown(self, hand_off_id: UUID) -> bool:
        return self._page.shown is not None and self._page.shown.hand_off.id == hand_off_id
