"""What can be done with an account beside its buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewdesk.desktop.icons import icon
from reviewdesk.domain.account import AccountStatus
from reviewdesk.services.account_values import AccountBrief


class MoreMenu(QMenu):
    """The menu behind More.

    Signals:
        concern_asked: log a concern.
        tier_asked, rule_asked: set the tier by hand, or let the rule set it.
        remove_asked: take the account out.
        tab_asked: the key of a tab to go to, which may have nothing on it yet.
        merge_asked: make one account of this and another one.
        left_asked: say that the customer left.
        remind_asked: make the pages that its people are reminded with.
    """

    concern_asked = Signal()
    tier_asked = Signal()
    rule_asked = Signal()
    remove_asked = Signal()
    tab_asked = Signal(str)
    merge_asked = Signal()
    left_asked = Signal()
    remind_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.addAction(icon("message-square-warning", "muted"), self.tr("Add a concern"), self.concern_asked.emit)
        self.addAction(icon("list-checks", "muted"), self.tr("Add a follow-up"), self._ask_follow_ups)
        self.addAction(icon("star", "muted"), self.tr("Add a score"), self._ask_scores)
        self.addAction(icon("handshake", "muted"), self.tr("What they think of us"), self._ask_relationship)
        self.addAction(icon("arrow-right", "muted"), self.tr("Hand this account over"), self._ask_hand_off)
        self.addAction(icon("paperclip", "muted"), self.tr("Keep a file here"), self._ask_files)
        self.addAction(icon("package", "muted"), self.tr("Add a purchase"), self._ask_revenue)
        self.addAction(icon("image", "muted"), self.tr("Their logo and language"), self._ask_details)
        self.addAction(icon("bell", "muted"), self.tr("Remind them of what was agreed"), self.remind_asked.emit)
        self.addAction(icon("history", "muted"), self.tr("What was changed here"), self._ask_history)
        self.addAction(icon("clock", "muted"), self.tr("As it stood at a review"), self._ask_then)
        self.addSeparator()
        self.addAction(icon("tag", "muted"), self.tr("Set the tier by hand …"), self.tier_asked.emit)
        self._by_rule = self.addAction(
            icon("refresh-cw", "muted"), self.tr("Let the rule set the tier"), self.rule_asked.emit
        )
        self.addSeparator()
        self.addAction(icon("combine", "muted"), self.tr("Merge with another account …"), self.merge_asked.emit)
        self._left = self.addAction(icon("user-minus", "muted"), self.tr("They left us"), self.left_asked.emit)
        self.addAction(icon("trash-2", "muted"), self.tr("Remove this account"), self.remove_asked.emit)

    def show_brief(self, brief: AccountBrief) -> None:
        """Offer what can be done with this account."""
        self._by_rule.setVisible(brief.account.tier_is_pinned)
        self._left.setVisible(brief.account.status is not AccountStatus.LOST)

    def _ask_follow_ups(self) -> None:
        self.tab_asked.emit("follow_ups")

    def _ask_scores(self) -> None:
        self.tab_asked.emit("scores")

    def _ask_hand_off(self) -> None:
        self.tab_asked.emit("hand_off")

    def _ask_relationship(self) -> None:
        self.tab_asked.emit("relationship")

    def _ask_files(self) -> None:
        self.tab_asked.emit("files")

    def _ask_revenue(self) -> None:
        self.tab_asked.emit("revenue")

    def _ask_details(self) -> None:
        self.tab_asked.emit("details")

    def _ask_then(self) -> None:
        self.tab_asked.emit("then")

    def _ask_history(self) -> None:
        self.tab_asked.emit("history")
