"""Sheets that ask something about an account, ended once the book has answered."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.call_popup import CallPopup
from reviewdesk.desktop.widgets.move_sheet import MoveSheet
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.people import Person


def end(sheets: Iterable[Sheet], sentence: str) -> None:
    """Close these sheets, or say on them why what was asked was not done."""
    for sheet in sheets:
        if sentence:
            sheet.refuse(sentence)
        else:
            sheet.accept()


def ask_to_move(step: FollowUp, today: date, parent: QWidget) -> MoveSheet:
    """Ask for the new day of a follow-up, whose id is the name of the sheet."""
    sheet = MoveSheet(step.what, today, step.due or today, parent, is_promise=step.is_promise)
    sheet.setObjectName(step.id.hex)
    sheet.open()
    return sheet


def show_number(person: Person, by: QWidget, parent: QWidget) -> CallPopup:
    """Show the number of a person in large type beside their row."""
    popup = CallPopup(person.name, person.phone, parent)
    popup.show_by(by)
    return popup
