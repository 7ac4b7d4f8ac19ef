"""The page of accounts that may be in the book twice, as widgets."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList, Section

PairKey = tuple[UUID, UUID]
_OPENS: Final[Mapping[str, int]] = {"first": 0, "second": 1}


class DuplicatesView(Page):
    """Lists pairs that are likely to be one account, the likeliest first.

    Signals:
        account_asked: the id of the account to open.
        merge_asked: the ids of two accounts to make one.
        apart_asked: the ids of two accounts that are not the same.
    """

    account_asked = Signal(object)
    merge_asked = Signal(object, object)
    apart_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Duplicates"))
        self.rows = RowList(self.tr("Accounts that may be one"))
        self._stack = QStackedWidget()
        card, column = Card(edge_to_edge=True), ScrollColumn(self.tr("Duplicates"))
        card.body.setContentsMargins(0, 0, 0, 0)
        card.add(self.rows)
        column.column.addWidget(card)
        column.column.addStretch(1)
        nothing = EmptyState(
            "circle-check",
            self.tr("No duplicates"),
            self.tr("No two accounts have much the same name, website, telephone or people."),
        )
        for each in (column, nothing):
            self._stack.addWidget(each)
        self.add(self._stack, 1)
        self.rows.opened.connect(self._merge)
        self.rows.action_asked.connect(self._act)

    def show_pairs(self, sections: Sequence[Section], status: str) -> None:
        """Show these pairs; the person stays on the one they were on."""
        any_there = any(each.rows for each in sections)
        self.header.show_status(status)
        self.rows.show_sections(sections)
        self._stack.setCurrentIndex(0 if any_there else 1)
        if any_there and self.isVisible():
            self.rows.go_to(self.rows.current_key)

    def _merge(self, key: PairKey) -> None:
        self.merge_asked.emit(*key)

    def _act(self, key: PairKey, action: str) -> None:
        if action in _OPENS:
            self.account_asked.emit(key[_OPENS[action]])
        elif action == "merge":
            self.merge_asked.emit(*key)
        else:
            self.apart_asked.emit(*key)
