"""Sheets that ask something about an account, ended once the book has answered."""

from collections.abc import Iterable

from reviewdesk.desktop.widgets.sheet import Sheet


def end(sheets: Iterable[Sheet], sentence: str) -> None:
    """Close these sheets, or say on them why what was asked was not done."""
    for sheet in sheets:
        if sentence:
            sheet.refuse(sentence)
        else:
            sheet.accept()
