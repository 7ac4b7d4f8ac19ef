"""The lists of satisfaction calls on the Outreach page: a card for each, the newest first."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.outreach.ask_popup import AskPopup
from reviewdesk.desktop.outreach.list_card import ListCard
from reviewdesk.desktop.outreach.model import Shown, ToAsk, remark_of, row_of, sections_of, status_of

_GAP = 16


class ListsPart(QWidget):
    """Shows lists of calls; without any it is not there.

    Signals:
        log_asked: the id of a list and of the account a call is logged with.
        scored: the id of a list and of an account on it, and the score they gave on the telephone.
        skip_asked, after_all_asked: the ids of a list and of an account on it.
        change_asked, end_asked: the id of a list.
        account_asked: the id of the account to open. concern_asked: that of one whose concern is to be logged.
    """

    log_asked = Signal(object, object)
    scored = Signal(object, object, int)
    skip_asked = Signal(object, object)
    after_all_asked = Signal(object, object)
    change_asked = Signal(object)
    end_asked = Signal(object)
    account_asked = Signal(object)
    concern_asked = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.cards: dict[UUID, ListCard] = {}
        self._shown: dict[UUID, Shown] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self.hide()

    def show_lists(self, lists: Sequence[Shown], today: date) -> None:
        """Show these lists; the person stays where they were."""
        self._shown = {each.list.id: each for each in lists}
        for gone in self.cards.keys() - self._shown.keys():
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, each in enumerate(lists):
            card = self.cards.get(each.list.id) or self._card(each.list.id, place)
            card.show_list(each.list.name, remark_of(each), each.list.script, sections_of(each, today))
        self.setVisible(bool(lists))

    @property
    def status(self) -> str:
        """Say how much is left over all lists."""
        return status_of(self._shown.values())

    def _card(self, list_id: UUID, place: int) -> ListCard:
        card = self.cards[list_id] = ListCard()
        self._column.insertWidget(place, card)
        card.acted.connect(partial(self._act, list_id))
        card.opened.connect(self.account_asked)
        card.change_asked.connect(partial(self.change_asked.emit, list_id))
        card.end_asked.connect(partial(self.end_asked.emit, list_id))
        return card

    def _act(self, list_id: UUID, account_id: UUID, action: str) -> None:
        found = row_of(self._shown[list_id], account_id)
        if action == "call" and found is not None:
            self._show_number(list_id, found)
        elif action == "concern":
            self.concern_asked.emit(account_id)
        elif action != "call":
            asked = {"skip": self.skip_asked, "after_all": self.after_all_asked, "log": self.log_asked}
            asked[action].emit(list_id, account_id)

    def _show_number(self, list_id: UUID, found: ToAsk) -> None:
        asked = self._shown[list_id].list.asked if found.answer is None else None
        popup = AskPopup(found.person.name if found.person else found.account, found.phone, asked, self._page)
        popup.log_asked.connect(partial(self.log_asked.emit, list_id, found.account_id))
        popup.scored.connect(partial(self.scored.emit, list_id, found.account_id))
        popup.show_by(self.cards[list_id].rows.row(found.account_id))
