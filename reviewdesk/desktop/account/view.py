"""Shows one account: what was promised both ways, what worries them, who they are, and what they buy."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.account import model, rows
from reviewdesk.desktop.account.concerns import ConcernsPage
from reviewdesk.desktop.account.details import AccountDetails
from reviewdesk.desktop.account.known import value_of
from reviewdesk.desktop.account.leading import lead_to
from reviewdesk.desktop.account.listed import listed
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.more_menu import MoreMenu
from reviewdesk.desktop.account.overview import Overview
from reviewdesk.desktop.account.part import AccountPart, with_parts
from reviewdesk.desktop.account.people import PeoplePage
from reviewdesk.desktop.account.review_button import ReviewButton
from reviewdesk.desktop.account.sheets import ask_to_move, end, show_number
from reviewdesk.desktop.account.tier_sheet import TierSheet
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.move_sheet import MoveSheet
from reviewdesk.desktop.widgets.page import Page, scroll_to_top
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.tabs import TabRow
from reviewdesk.domain.changes import Kind


class AccountView(Page):
    """The page of one account.

    Signals:
        typed: the name of a field of the account and its text.
        person_typed: the id of a person, the name of a field and its text.
        person_add_asked: name, role, telephone and e-mail address of somebody new.
        person_remove_asked: the person takes somebody out.
        done_asked: the follow-up with this id is done.
        move_asked: the id of a follow-up, its new date and who agreed.
        mail_asked: an address to write to.
        call_asked: the brief of the account that a call is logged with.
        tier_chosen: a tier set by hand and why.
        rule_asked: the rule sets the tier again.
        remove_asked: the account is taken out.
        review_asked, start_review_asked, plan_review_asked: the review of this account to open, hold or plan.
    """

    typed = Signal(str, str)
    person_typed = Signal(object, str, str)
    person_add_asked = Signal(str, str, str, str)
    person_remove_asked = Signal(object)
    done_asked = Signal(object)
    move_asked = Signal(object, object, str)
    mail_asked = Signal(str)
    call_asked = Signal(object)
    tier_chosen = Signal(object, str)
    rule_asked = Signal()
    remove_asked = Signal()
    review_asked = Signal(object)
    start_review_asked = Signal()
    plan_review_asked = Signal()

    def __init__(self) -> None:
        super().__init__(tile=" ")
        self._brief: Brief | None = None
        self.log_button = plain_button(self.tr("Log a call"), "phone")
        self.brief_button = plain_button(self.tr("Brief"), "file-text")
        self.review_button = ReviewButton()
        self.more_button = plain_button(self.tr("More"), "ellipsis")
        self.more_menu = MoreMenu(self)
        self.tabs = TabRow(self.tr("About this account"))
        self.overview = Overview()
        self.people = PeoplePage()
        self.details = AccountDetails()
        self.reviews = RowList(self.tr("Reviews"))
        self.concerns = ConcernsPage()
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self._parts: list[AccountPart] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.more_button.setMenu(self.more_menu)
        for button in (self.more_button, self.brief_button, self.log_button, self.review_button):
            self.header.add_action(button)
        self._pages = {
            "overview": self.overview,
            "people": self.people,
            "reviews": listed(self.reviews),
            "concerns": self.concerns,
            "details": self.details,
        }
        for page in self._pages.values():
            self._stack.addWidget(page)
        under = QVBoxLayout()
        under.setSpacing(14)
        under.addWidget(self.tabs)
        under.addWidget(self._stack, 1)
        self.add(under, 1)

    def add_part(self, part: AccountPart) -> None:
        """Take in a tab that looks after itself."""
        self._parts.append(part)
        part.join(self._pages, self._stack)
        part.record_asked.connect(self.open_record)
        part.tab_asked.connect(self.open_tab)

    def _connect(self) -> None:
        self.more_menu.concern_asked.connect(self.add_concern)
        self.more_menu.tier_asked.connect(self._ask_tier)
        self.more_menu.rule_asked.connect(self.rule_asked)
        self.more_menu.remove_asked.connect(self.remove_asked)
        self.more_menu.tab_asked.connect(self.open_tab)
        self.tabs.chosen.connect(self._show_tab)
        self.log_button.clicked.connect(self.ask_call)
        self.brief_button.clicked.connect(partial(self.open_tab, "brief"))
        self.review_button.open_asked.connect(self.review_asked)
        self.review_button.start_asked.connect(self.start_review_asked)
        self.review_button.plan_asked.connect(self.plan_review_asked)
        self.review_button.loss_asked.connect(partial(self.open_tab, "loss"))
        self.overview.step_acted.connect(self._act_on_step)
        self.overview.person_acted.connect(self._reach)
        self.overview.concern_asked.connect(self.open_concern)
        self.overview.stage_asked.connect(self.concerns.stage_asked)
        self.overview.tab_asked.connect(self.open_tab)
        self.overview.notes_typed.connect(self._type_notes)
        self.overview.since.record_asked.connect(self.open_record)
        self.overview.contract.details_asked.connect(self._open_contract)
        self.overview.promises.opened.connect(partial(self.open_record, Kind.FOLLOW_UP))
        self.reviews.opened.connect(self.review_asked)
        self.reviews.action_asked.connect(self.go_back_to)
        self.people.acted.connect(self._reach)
        self.people.typed.connect(self.person_typed)
        self.people.add_asked.connect(self.person_add_asked)
        self.people.remove_asked.connect(self.person_remove_asked)
        self.details.typed.connect(self.typed)

    def show_brief(self, brief: Brief) -> None:
        """Show this account; what is being typed stays."""
        if self._brief is not None and self._brief.account.id != brief.account.id:
            self._leave()
        self._brief = brief
        self.header.show_title(brief.account.name, model.status_of(brief), tile=brief.account.name)
        self.setAccessibleName(brief.account.name)
        self.more_menu.show_brief(brief)
        self.review_button.show_brief(brief)
        self._show_tabs(brief, asked=self.tabs.key)
        self.overview.show_brief(brief)
        self.people.show_brief(brief)
        self.details.show_values(partial(value_of, brief))
        self.details.offer_owners([each.name for each in brief.colleagues])
        self.reviews.show_rows(rows.reviews_of(brief))
        self.concerns.show_brief(brief)
        for part in self._parts:
            part.show_brief(brief)
        self._show_tab(self.tabs.key)

    def _show_tabs(self, brief: Brief, *, asked: str) -> None:
        self.tabs.show_tabs(with_parts(model.tabs_of(brief, asked=asked), self._parts, brief, asked=asked))

    def open_tab(self, key: str) -> None:
        """Go to a tab, also one with nothing on it yet; where nobody is known, a name can be typed at once."""
        if self._brief is not None:
            self._show_tabs(self._brief, asked=key)
        self.tabs.open(key)
        if key == "people":
            self.people.begin()

    def open_record(self, kind: Kind, record_id: UUID | None) -> None:
        """Lead to a record of this account."""
        lead_to(self, self._parts, kind, record_id)

    def open_concern(self, concern_id: UUID) -> None:
        """Go to a concern and open it."""
        self.open_tab("concerns")
        self.concerns.open_concern(concern_id)

    def add_concern(self) -> None:
        """Let the person log a concern."""
        if self._brief is not None:
            self.open_tab("concerns")
            self.concerns.start_adding()

    def go_back_to(self, review_id: UUID, _action: str = "") -> None:
        """Show the account as it stood at a review."""
        self.open_tab("then")
        next(each for each in self._parts if each.key == "then").go_to(review_id)

    def show_saved(self, name: str) -> None:
        """Say that a field is in the book."""
        if name == "notes":
            self.overview.notes.show_saved()
        else:
            self.details.grid_of(name).show_saved(name)

    def refuse(self, name: str, sentence: str) -> None:
        """Say why what was typed in a field cannot be taken."""
        if name == "notes":
            self.overview.notes.show_refused(sentence)
        else:
            self.details.grid_of(name).refuse(name, sentence)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.overview.notes.flush()
        self.people.grid.flush()
        self.concerns.flush()
        self.details.flush()
        for part in self._parts:
            part.flush()

    @property
    def account_id(self) -> UUID | None:
        """The account that is shown, to which belongs what is typed."""
        return self._brief.account.id if self._brief is not None else None

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed here is in the book."""
        own = (self.overview.notes, self.people.grid, self.concerns, self.details)
        return all(each.is_safe for each in own) and all(each.is_safe for each in self._parts)

    def ask_call(self) -> None:
        """Ask what was said in a call."""
        if self._brief is not None:
            self.call_asked.emit(self._brief)

    def end_tier(self, sentence: str = "") -> None:
        """Close the question about the tier, or say why it was not set."""
        end(self.findChildren(TierSheet), sentence)

    def _leave(self) -> None:
        """Tell what was typed about the account before, and begin at the top of the overview."""
        self.flush()
        scroll_to_top(self._stack)
        self.overview.notes.begin()
        self.details.begin()
        self.tabs.open("overview")

    def showEvent(self, event: QShowEvent) -> None:
        """Let the person move through the tabs at once."""
        super().showEvent(event)
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tab(self, key: str) -> None:
        self._stack.setCurrentWidget(self._pages.get(key, self.overview))

    def _open_contract(self) -> None:
        self.open_tab("details")
        self.details.go_to("contract_end")

    def _type_notes(self, text: object) -> None:
        self.typed.emit("notes", str(text))

    def _act_on_step(self, step_id: UUID, action: str) -> None:
        if action == "done":
            self.done_asked.emit(step_id)
        elif self._brief is not None:
            step = next(each for each in self._brief.follow_ups if each.id == step_id)
            ask_to_move(step, self._brief.today, self).moved.connect(self._move)

    def _move(self, to: date, agreed_with: str) -> None:
        sheet = self.sender()
        if isinstance(sheet, MoveSheet):
            self.move_asked.emit(UUID(sheet.objectName()), to, agreed_with)
            sheet.accept()

    def _reach(self, person_id: UUID, action: str) -> None:
        person = next((each for each in self._brief.people if each.id == person_id), None) if self._brief else None
        if person is not None and action == "mail":
            self.mail_asked.emit(person.email)
        elif person is not None:
            listed = self.overview.people if self.tabs.key == "overview" else self.people.rows
            show_number(person, listed.row(person_id), self).log_asked.connect(self.ask_call)

    def _ask_tier(self) -> None:
        if self._brief is not None:
            account = self._brief.account
            sheet = TierSheet(account.tier, account.tier_reason, self)
            sheet.chosen.connect(self.tier_chosen)
            sheet.open()
