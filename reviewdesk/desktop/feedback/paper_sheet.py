"""Asks which form came back on paper: by the code at its head, or by whom it was made for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewdesk.desktop.widgets.field import ChoiceField, LineField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.feedback import FormKind

if TYPE_CHECKING:
    from reviewdesk.services.form_values import AccountForms


class PaperFormSheet(Sheet):
    """Takes a code, or one of the forms that an account has out, or another one of it.

    Signals:
        by_code: the code as it was typed.
        by_form: the id of a form that is out.
        by_kind: which kind it is, where the book did not make it.
    """

    by_code = Signal(str)
    by_form = Signal(object)
    by_kind = Signal(object)

    def __init__(self, forms: AccountForms | None, parent: QWidget) -> None:
        sentence = parent.tr("The code stands at the head of the page, at the right.")
        super().__init__(parent.tr("Type in a feedback form"), parent.tr("Go on"), parent, sentence=sentence)
        self.code = LineField(self.tr("Code"), hint="4F7K-2QXN", quiet=False)
        self.add(self.code)
        choices = _choices(forms)
        label = self.tr("Or without a code, one of this account")
        self.which = ChoiceField(label, choices, choices[0][0] if forms is not None else None, quiet=False)
        if forms is not None:
            self.add(self.which)
        self.which.setVisible(forms is not None)
        self.asked.connect(self._tell)

    def _tell(self) -> None:
        typed, which = str(self.code.value()).strip(), self.which.value()
        editor = self.code.editor
        typed = editor.text().strip() if isinstance(editor, QLineEdit) else typed
        if typed:
            self.by_code.emit(typed)
        elif which in {each.value for each in FormKind}:
            self.by_kind.emit(FormKind(str(which)))
        elif which is not None:
            self.by_form.emit(which)
        else:
            self.refuse(self.tr("Type the code, or open the account first and choose one of its forms here."))


def _choices(forms: AccountForms | None) -> list[tuple[object, str]]:
    rows = forms.rows if forms is not None else ()
    out = [each for each in rows if not each.form.is_answered] + [each for each in rows if each.form.is_answered]
    found: list[tuple[object, str]] = [
        (each.form.id, f"{each.who or 'nobody in particular'}, {each.kind.value}, {each.form.code}") for each in out
    ]
    others = {FormKind.SHORT: "another one with five questions", FormKind.LONG: "another long one"}
    return [*found, *((kind.value, words) for kind, words in others.items())]
