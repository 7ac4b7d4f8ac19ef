"""A tile with one large number, what it counts, and a remark."""

from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part


class NumberTile(Card):
    """What is counted, how many, and what is worth knowing about it."""

    def __init__(self, name: str, number: str = "", remark: str = "") -> None:
        super().__init__()
        self._name = Label(name, Part.MUTED)
        self._number = Label(part=Part.NUMBER)
        self._remark = Label(part=Part.SMALL, wraps=True)
        self.body.setSpacing(4)
        for each in (self._name, self._number, self._remark):
            self.add(each)
        self.body.addStretch(1)
        self.show_number(number, remark)

    def show_name(self, name: str) -> None:
        """Say that something else is counted."""
        self._name.setText(name)

    def show_number(self, number: str, remark: str = "") -> None:
        """Show another number and remark."""
        self._number.setText(number)
        self._remark.setText(remark)
        self.setAccessibleName(f"{self._name.text()}: {number}")
        self.setAccessibleDescription(remark)
