"""The page of follow-ups: by whom they wait on, one key for each thing to do."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QStackedWidget

from reviewdesk.desktop.follow_ups.ask_strip import AskStrip
from reviewdesk.desktop.follow_ups.beside import Beside
from reviewdesk.desktop.follow_ups.model import Act, Emptiness, PageLines, Question
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.bars import MessageBar
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.chips import ChipRow
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.search_box import FilterBox

_WIDE: Final = 118
_AT_FIRST: Final = 20
_KEYS: Final = {
    Qt.Key.Key_X: Act.DROP,
    Qt.Key.Key_B: Act.BROKEN,
    Qt.Key.Key_W: Act.HAND_ON,
    Qt.Key.Key_E: Act.WORDS,
    Qt.Key.Key_F2: Act.WORDS,
    Qt.Key.Key_N: Act.ADD,
    Qt.Key.Key_R: Act.REMIND,
}


class FollowUpsView(Page):
    """Shows what is open by whom it waits on.

    Signals:
        act_asked: the key of a follow-up (none for a new one) and what the person wants to do with it.
        answered: a question and what was answered by name.
        day_typed: the words typed where a day is asked for.
        filtered: the words and the chips to filter with.
        opened: the follow-up the person opened.
        promise_opened: the ended promise the person opened. reopen_asked: the one to open again.
        mail_asked, copy_asked: the colleague to write one mail to, or whose mail is wanted as text.
        page_asked: the colleague whose page of all they owe is wanted.
        import_asked: the person wants to import accounts.
    """

    act_asked = Signal(object, object)
    answered = Signal(object, object)
    day_typed = Signal(str)
    filtered = Signal(str, object)
    opened = Signal(object)
    promise_opened = Signal(object)
    reopen_asked = Signal(object)
    mail_asked = Signal(object)
    copy_asked = Signal(object)
    page_asked = Signal(object)
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Follow-ups"))
        self.add_button = primary_button(self.tr("Add follow-up"), "plus")
        self.filter_box = FilterBox(self.tr("Filter follow-ups"))
        self.chips = ChipRow(self.tr("Show only"))
        self.next_bar = MessageBar()
        self.strip = AskStrip()
        self.rows = RowList(self.tr("Follow-ups"), most=_AT_FIRST)
        self.beside = Beside()
        self._scroll = ScrollColumn(self.tr("Follow-ups"))
        self._list_card = Card(edge_to_edge=True)
        self._middle = QStackedWidget()
        self._empties: dict[Emptiness, EmptyState] = {
            each: self._empty(each) for each in Emptiness if each is not Emptiness.NOT
        }
        self._side = ScrollColumn(self.tr("Beside the list"))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._is_wide = True
        self._has_side = False
        self._menu = self._make_menu()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.add_button)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.filter_box)
        line.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        self._list_card.add(self.rows)
        self._list_card.body.setContentsMargins(0, 0, 0, 0)
        self._scroll.column.addWidget(self._list_card)
        self._scroll.column.addStretch(1)
        self._middle.addWidget(self._scroll)
        for each in self._empties.values():
            self._middle.addWidget(each)
        self._middle.setMinimumHeight(self.fontMetrics().height() * 5)
        self._columns.setSpacing(18)
        self._columns.addWidget(self._middle, 5)
        self._columns.addWidget(self._side, 3)
        self._side.column.addWidget(self.beside)
        for what in (line, self.next_bar, self.strip):
            self.add(what)
        self.add(self._columns, 1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._ask_new)
        self.filter_box.textChanged.connect(self._tell_filter)
        self.chips.changed.connect(self._tell_filter)
        self.rows.opened.connect(self.opened)
        self.rows.action_asked.connect(self._act)
        self.beside.mail_asked.connect(self.mail_asked)
        self.beside.copy_asked.connect(self.copy_asked)
        self.beside.page_asked.connect(self.page_asked)
        self.beside.opened.connect(self.promise_opened)
        self.beside.reopen_asked.connect(self.reopen_asked)
        self.strip.answered.connect(self.answered)
        self.strip.day_typed.connect(self.day_typed)
        self.strip.left.connect(self.close_question)

    def _empty(self, why: Emptiness) -> EmptyState:
        if why is Emptiness.NO_MATCH:
            show_all = plain_button(self.tr("Show all"))
            show_all.clicked.connect(self.show_all)
            words = self.tr("No open follow-up is like that.")
            return EmptyState("list-filter", self.tr("Nothing matches"), words, [show_all])
        if why is Emptiness.NO_ACCOUNTS:
            bring = plain_button(self.tr("Import accounts"), "download")
            bring.clicked.connect(self.import_asked)
            words = self.tr("What is promised in a review lands here by itself. It begins with an account.")
            return EmptyState("list-checks", self.tr("Nothing to follow up yet"), words, [bring])
        words = self.tr("What is promised in a review lands here by itself. Add anything else with N.")
        return EmptyState("circle-check", self.tr("Nothing is open"), words)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        words = {
            Act.REMIND: self.tr("Page to remind them with\tR"),
            Act.HAND_ON: self.tr("Waits on…\tW"),
            Act.WORDS: self.tr("Change the words…\tE"),
            Act.BROKEN: self.tr("Not kept…\tB"),
            Act.DROP: self.tr("Drop…\tX"),
        }
        for act, text in words.items():
            menu.addAction(text).setData(act)
        menu.triggered.connect(self._chose)
        return menu

    def show_lines(self, lines: PageLines) -> None:
        """Show this in place of what was shown before; the person stays on their row."""
        self.header.show_status(lines.status)
        self.chips.show_chips(lines.chips)
        self.rows.show_sections(lines.sections)
        self.beside.show_lines(lines)
        self._has_side = bool(lines.colleagues or lines.ledger.promises)
        self._side.setVisible(self._is_wide and self._has_side)
        empty = self._empties.get(lines.emptiness)
        self._middle.setCurrentWidget(empty or self._scroll)
        self.add_button.setVisible(lines.emptiness is not Emptiness.NO_ACCOUNTS)
        some = lines.emptiness in (Emptiness.NOT, Emptiness.NO_MATCH)
        self.filter_box.setVisible(some)
        self.chips.setVisible(some)

    def go_to_list(self) -> None:
        """Bring the person to the row they were on."""
        if self.rows.current_key is not None:
            self.rows.go_to(self.rows.current_key)

    def ask(self, question: Question) -> None:
        """Ask for what is needed, in place."""
        self.next_bar.hide()
        self.strip.ask(question)

    def show_day(self, words: str) -> None:
        """Say which day the words name."""
        self.strip.show_hint(words)

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done as it stands."""
        self.strip.refuse(sentence)

    def close_question(self) -> None:
        """Go back to the list."""
        self.strip.close_question()
        self.go_to_list()

    def offer_next(self, sentence: str, verb: str, then: Callable[[], None] | None) -> None:
        """Offer what comes next after something was done."""
        if self.strip.question is None:
            self.next_bar.tell(sentence, Tone.GOOD, action=verb, then=then)

    def write_mail(self, link: str, text: str) -> bool:
        """Open a mail in the person's own program, else copy its text; answers whether it was opened."""
        if link and QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode)):
            return True
        self.copy(text)
        return False

    def copy(self, text: str) -> None:
        """Put a text where it can be pasted from."""
        QGuiApplication.clipboard().setText(text)

    def tell(self, sentence: str) -> None:
        """Say something that worked."""
        self.next_bar.tell(sentence, Tone.GOOD)

    def show_all(self) -> None:
        """Filter no more."""
        self.filter_box.clear()
        self.chips.set_on(())
        self._tell_filter()

    def _tell_filter(self) -> None:
        self.filtered.emit(self.filter_box.text(), self.chips.on)

    def _ask_new(self) -> None:
        self.act_asked.emit(None, Act.ADD)

    def _act(self, key: object, action: str) -> None:
        if action == Act.MORE:
            row = self.rows.row(key)
            button = row.button(Act.MORE)
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        else:
            self.act_asked.emit(key, Act(action))

    def _chose(self, action: object) -> None:
        self.act_asked.emit(self.rows.current_key, action.data())  # type: ignore[attr-defined]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that mean something for the row the person is on."""
        act = _KEYS.get(Qt.Key(event.key())) if event.modifiers() == Qt.KeyboardModifier.NoModifier else None
        if act is Act.ADD:
            self._ask_new()
        elif act is not None and self.rows.current_key is not None:
            self.act_asked.emit(self.rows.current_key, act)
        elif event.key() == Qt.Key.Key_Slash:
            self.filter_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.filter_box.hasFocus():
            self.filter_box.clear()
            self.go_to_list()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands beside the list under it where the room is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _WIDE
        if wide != self._is_wide:
            self._is_wide = wide
            self._place_beside()

    def _place_beside(self) -> None:
        if self._is_wide:
            self._side.column.insertWidget(0, self.beside)
        else:
            self._scroll.column.insertWidget(1, self.beside)
        self._side.setVisible(self._is_wide and self._has_side)
