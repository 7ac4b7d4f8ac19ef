"""Shows what a day asks for, in the order of time, and beside it what could be done now."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.outreach.proposal_strip import ProposalStrip
from reviewdesk.desktop.today.beside import BesideDay
from reviewdesk.desktop.today.model import (
    ASKED,
    CONFIRMED,
    Day,
    Key,
    Quiet,
    is_about_review,
    sections_of,
    singly,
    status_of,
)
from reviewdesk.desktop.widgets.buttons import ghost_button, plain_button, primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.domain.today import Entry, Sort

_BESIDE_FROM = 104


class TodayView(Page):
    """The page of a day.

    Signals:
        account_asked, review_asked: the person opened this account or review.
        concern_asked: the account and the concern the person opened.
        fix_confirmed, fix_asked_about: the concern they say is fixed, or were asked about and did not answer.
        plan_review_asked: the person wants to plan a review with this account.
        done_asked: the follow-up with this id is done.
        step_done_asked: a review and the step of its ladder that is done.
        move_asked: the id of a follow-up, its new date and who agreed.
        mail_asked: an address to write to.
        colleague_mail_asked: the person wants one mail to this colleague.
        brief_asked: the id of the account whose brief is wanted. calls_asked: the person goes to the outreach.
        change_asked: the id of the change notice a follow-up came from.
        outreach_call_asked: the id of the affected account of an outreach that a call is logged with.
        afterwards_asked: an account whose review was held on a day, to enter it.
        log_call_asked: the person called this account and wants to log it.
        import_asked, new_account_asked, sample_asked: how to fill an empty book.
    """

    account_asked = Signal(object)
    concern_asked = Signal(object, object)
    review_asked = Signal(object)
    fix_confirmed = Signal(object)
    fix_asked_about = Signal(object)
    plan_review_asked = Signal(object)
    done_asked = Signal(object)
    step_done_asked = Signal(object, object)
    move_asked = Signal(object, object, str)
    mail_asked = Signal(str)
    colleague_mail_asked = Signal(object)
    brief_asked = Signal(object)
    calls_asked = Signal()
    loss_asked = Signal(object)
    losses_asked = Signal()
    loss_aside_asked = Signal(object)
    outreach_call_asked = Signal(object)
    change_asked = Signal(object)
    afterwards_asked = Signal(object, object)
    log_call_asked = Signal(object)
    import_asked = Signal()
    new_account_asked = Signal()
    sample_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Today"))
        self._entries: dict[Key, Entry] = {}
        self._opened: set[Key] = set()
        self._of_one = {
            "done": self.done_asked, CONFIRMED: self.fix_confirmed, ASKED: self.fix_asked_about,
            "log": self.outreach_call_asked, "aside": self.loss_aside_asked,
        }  # fmt: skip
        self._day_shown: Day | None = None
        self._quiet: dict[UUID, Quiet] = {}
        self._today = date.min
        self._was_shown = False
        self.rows = RowList(self.tr("What the day asks for"), timed=True)
        self.beside = BesideDay()
        self.proposals = ProposalStrip()
        self._day = Card(edge_to_edge=True)
        self._scroll = ScrollColumn(self.tr("Today"))
        self._inside = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._nothing = self.tr("No promise, review or concern asks for you this week.")
        self._free = EmptyState("circle-check", self.tr("Nothing is due"), self._nothing)
        self.log_button = plain_button(self.tr("Log a call"), "phone")
        self._import = primary_button(self.tr("Import a file"), "download")
        self._add = plain_button(self.tr("Add an account"), "plus")
        self._sample = ghost_button(self.tr("Open the sample book"), "book-open")
        self._welcome = EmptyState(
            "sun",
            self.tr("Begin with your accounts"),
            self.tr(
                "Drop an export of your CRM or address book anywhere on this window, or choose it (Ctrl+I). "
                "From then on the day stands here: meetings, reviews that are due, what you promised, and who is quiet."
            ),
            [self._import, self._add, self._sample],
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.log_button)
        self._day.body.setContentsMargins(0, 0, 0, 0)
        self._day.add(self.rows)
        self._day.add(self._free)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.proposals)
        column.addWidget(self._day)
        column.addStretch(1)
        self._sides.setSpacing(18)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.addWidget(left, 13)
        self._sides.addWidget(self.beside, 8)
        self._scroll.column.addWidget(self._inside)
        self._scroll.column.addStretch(1)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._welcome)
        self.add(self._stack, 1)

    def _connect(self) -> None:
        self.rows.opened.connect(self._open)
        self.rows.action_asked.connect(self._act)
        self.beside.account_asked.connect(self.account_asked)
        self.beside.mail_asked.connect(self.colleague_mail_asked)
        self.beside.reach_asked.connect(self._reach_quiet)
        self._import.clicked.connect(self.import_asked)
        self._add.clicked.connect(self.new_account_asked)
        self._sample.clicked.connect(self.sample_asked)

    def show_day(self, page: Day) -> None:
        """Show this day."""
        self._day_shown, self._today = page, page.today
        self._entries = singly(page)
        self._quiet = {each.account_id: each for each in page.quiet}
        self.header.show_status(status_of(page))
        self.rows.show_sections(sections_of(page, self._opened))
        self.rows.setVisible(bool(page.parts))
        self._free.setVisible(not page.parts)
        self.beside.show_day(page)
        self._free.sentence.setText(f"{self._nothing} {page.ahead}".strip())
        self.log_button.setVisible(bool(page.accounts))
        self._stack.setCurrentWidget(self._scroll if page.accounts else self._welcome)
        self.header.search_box.setVisible(bool(page.accounts))
        if not self._was_shown and self.isVisible():
            self._go_to_first()

    def _open(self, key: Key) -> None:
        entry = self._entries[key]
        if entry.inner:
            self._turn(key)
        elif entry.sort in (Sort.CALLS, Sort.OUTREACH):
            self.calls_asked.emit()
        elif is_about_review(entry):
            self.review_asked.emit(entry.id)
        elif entry.sort is Sort.LOSS:
            self.loss_asked.emit(entry.account_id) if entry.account else self.losses_asked.emit()
        elif entry.sort in (Sort.CONCERN, Sort.ASK):
            self.concern_asked.emit(entry.account_id, entry.id)
        else:
            self.account_asked.emit(entry.account_id)

    def _turn(self, key: Key) -> None:
        """Let what stands together in a row stand singly under it, or together again."""
        self._opened ^= {key}
        if self._day_shown is not None:
            self.rows.show_sections(sections_of(self._day_shown, self._opened))

    def _act(self, key: Key, action: str) -> None:
        entry = self._entries[key]
        if action == "done" and entry.step_id is not None:
            self.step_done_asked.emit(entry.id, entry.step_id)
        elif action in self._of_one:
            self._of_one[action].emit(entry.id)
        elif action == "move":
            self._ask_day(entry)
        elif action == "change":
            self.change_asked.emit(entry.change_id)
        elif action == "brief":
            self.brief_asked.emit(entry.account_id)
        elif action == "afterwards":
            self.afterwards_asked.emit(entry.account_id, entry.on)
        elif action == "plan":
            self.plan_review_asked.emit(entry.account_id)
        elif action == "mail":
            self.mail_asked.emit(entry.email)
        elif action == "call":
            self._show_number(entry.account_id, entry.person or entry.account, entry.phone, self.rows.row(key))
        else:
            self._open(key)

    def _reach_quiet(self, account_id: UUID, action: str) -> None:
        quiet = self._quiet[account_id]
        if action == "mail":
            self.mail_asked.emit(quiet.email)
        else:
            self._show_number(account_id, quiet.person or quiet.account, quiet.phone, self.beside.quiet.row(account_id))

    def _show_number(self, account_id: UUID, who: str, number: str, at: QWidget) -> None:
        from reviewdesk.desktop.widgets.call_popup import CallPopup

        popup = CallPopup(who, number, self)
        popup.setProperty("account", account_id)
        popup.log_asked.connect(self._log_call)
        popup.show_by(at)

    def _log_call(self) -> None:
        self.log_call_asked.emit(self.sender().property("account"))

    def _ask_day(self, entry: Entry) -> None:
        from reviewdesk.desktop.widgets.move_sheet import MoveSheet

        sheet = MoveSheet(entry.title, self._today, entry.on, self, is_promise=entry.is_promise)
        sheet.setProperty("follow_up", entry.id)
        sheet.moved.connect(self._move)
        sheet.open()

    def _move(self, to: date, agreed_with: str) -> None:
        sheet = self.sender()
        self.move_asked.emit(sheet.property("follow_up"), to, agreed_with)
        if isinstance(sheet, QDialog):
            sheet.accept()

    def _go_to_first(self) -> None:
        """Go to the row the person was on, else to the first."""
        if self.rows.current_key is not None:
            self._was_shown = True
            self.rows.go_to(self.rows.current_key)

    def _fit(self) -> None:
        """Put the cards beside the day, or under it where the page is narrow."""
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _BESIDE_FROM
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the person move through the day at once."""
        super().showEvent(event)
        self._go_to_first()
