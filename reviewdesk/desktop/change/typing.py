"""Saves what is typed into a change under the change it was typed for, and keeps what was refused till it is mended."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from reviewdesk.desktop.change.items_card import ItemsCard
from reviewdesk.desktop.change.model import Shown
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.field import Field
from reviewdesk.domain.errors import RefusedError, ReviewDeskError
from reviewdesk.services.change_notices import ChangeNoticeService

Typed = tuple[str, ...]


class ChangeTyping(QObject):
    """Takes what is typed into the fields and the line of a new item.

    What is refused after another change was opened is told in the bar, and stands in its field again, with the
    sentence, when its own change is opened.
    """

    def __init__(self, card: ItemsCard, changes: ChangeNoticeService, tasks: Tasks) -> None:
        super().__init__(card)
        self._card, self._changes, self._tasks = card, changes, tasks
        self._shown: Shown | None = None
        self._refused: dict[UUID, dict[str, tuple[Typed, str]]] = {}
        card.field_edited.connect(self._edit)
        card.item_asked.connect(self._add_item)

    def leave(self, change_id: UUID | None) -> None:
        """Keep an item that is half typed when another change is shown now."""
        typed = self._card.half_typed
        if self._shown is not None and self._shown.change.id != change_id and any(typed):
            self._refused.setdefault(self._shown.change.id, {})[ItemsCard.NEW_ITEM] = typed, ""

    def stand_for(self, shown: Shown | None) -> None:
        """Take what is typed for this change from here on; of another one, what was refused is typed in again."""
        before, self._shown = self._shown, shown
        if shown is None or (before is not None and before.change.id == shown.change.id):
            return
        if not shown.change.is_rehearsed:
            self._refused.pop(shown.change.id, None)
        for name, (typed, sentence) in self._refused.get(shown.change.id, {}).items():
            self._card.type_again(name, typed, sentence)

    def _edit(self, name: str, text: str) -> None:
        if self._shown is None:
            return
        change_id, field = self._shown.change.id, self._card.fields[name]
        self._tasks.run(
            partial(self._changes.set_field, change_id, name, text), partial(self._saved, change_id, name, field), self,
            lane=Lane.WRITE, failed=partial(self._refuse, self._shown, name, (text,), field),
        )  # fmt: skip

    def _add_item(self, item: str, becomes: str, replacement: str) -> None:
        if self._shown is None:
            return
        change_id, typed = self._shown.change.id, (item, becomes, replacement)
        self._tasks.run(
            partial(self._changes.put_item, change_id, *typed), partial(self._added, change_id), self,
            lane=Lane.WRITE, failed=partial(self._refuse, self._shown, ItemsCard.NEW_ITEM, typed, None),
        )  # fmt: skip

    def _saved(self, change_id: UUID, name: str, field: Field, _outcome: object) -> None:
        self._refused.get(change_id, {}).pop(name, None)
        if self._is_shown(change_id):
            field.show_saved()

    def _added(self, change_id: UUID, _outcome: object) -> None:
        self._refused.get(change_id, {}).pop(ItemsCard.NEW_ITEM, None)
        if self._is_shown(change_id):
            self._card.clear_item()

    def _refuse(self, typed_for: Shown, name: str, typed: Typed, field: Field | None, error: ReviewDeskError) -> None:
        change = typed_for.change
        self._refused.setdefault(change.id, {})[name] = typed, str(error)
        if not self._is_shown(change.id):
            words = self.tr("“{typed}” was not taken for {name}. {why} It is kept there to be mended.")
            told = words.format(typed=" ".join(filter(None, typed)), name=change.name, why=error)
            self._tasks.told.emit(RefusedError(told))
        elif field is not None:
            field.show_refused(str(error))
        else:
            self._card.refuse_item(str(error))

    def _is_shown(self, change_id: UUID) -> bool:
        return self._shown is not None and self._shown.change.id == change_id
