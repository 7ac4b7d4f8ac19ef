"""The forms of one account: which are out, since when, and who answered."""

from uuid import UUID

from PySide6.QtCore import Signal

from reviewdesk.desktop.feedback.words import TYPE, form_row
from reviewdesk.desktop.widgets.buttons import ghost_button, plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.services.form_values import AccountForms


class FormsCard(Card):
    """Lists the forms, with what can be done about each.

    Signals:
        send_asked: the person wants to ask somebody.
        type_asked: the person has one on paper.
        action_asked: the id of a form, and the name of what is to be done with it.
    """

    send_asked = Signal()
    type_asked = Signal()
    action_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Feedback forms"), edge_to_edge=True)
        self.send = plain_button(self.tr("Ask for feedback…"), "message-circle-question-mark")
        self.send.setToolTip(self.tr("A page to fill in, as a PDF or with a mail draft (Alt+Q)"))
        self.type = ghost_button(self.tr("Type one in…"))
        self.type.setToolTip(self.tr("Type in the answers of a form that came back on paper"))
        self.heading.add(self.type)
        self.heading.add(self.send)
        self.rows = RowList(self.tr("Feedback forms"))
        self.nothing = Label(
            self.tr(
                "Five questions after a review, the long one once a year. What comes back you drop on this window."
            ),
            Part.MUTED,
            wraps=True,
        )
        self.nothing.setContentsMargins(18, 12, 18, 8)
        self.add(self.nothing)
        self.add(self.rows)
        self.send.clicked.connect(self.send_asked)
        self.type.clicked.connect(self.type_asked)
        self.rows.action_asked.connect(self.action_asked)
        self.rows.opened.connect(self._open)

    def show_forms(self, forms: AccountForms) -> None:
        """Show these forms."""
        waiting = sum(not each.form.is_answered for each in forms.rows)
        self.heading.show_remark(self.tr("{n} out").format(n=waiting) if waiting else "")
        self.nothing.setVisible(not forms.rows)
        self.rows.setVisible(bool(forms.rows))
        self.rows.show_rows([form_row(each) for each in forms.rows])

    def _open(self, form_id: UUID) -> None:
        self.action_asked.emit(form_id, TYPE)
