"""Asks for a new list of calls, or for another name and script of one."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.field import ChoiceField, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.call_list import ASKED, script_for

_LINES = 5


class NewListSheet(Sheet):
    """Asks for the name of a list, whom to call, what to ask and what to say.

    `whom` names each choice and gives the accounts it stands for.

    Signals:
        filled: the name, the ids of the accounts, what is asked, and the script.
    """

    filled = Signal(str, object, object, str)

    def __init__(self, name: str, whom: Mapping[str, Sequence[UUID]], parent: QWidget) -> None:
        sentence = parent.tr("Calls that ask how content customers are, and sell nothing.")
        super().__init__(parent.tr("New list of calls"), parent.tr("Start it"), parent, sentence=sentence)
        self._whom = {f"{words}, {len(ids):,}": tuple(ids) for words, ids in whom.items()}
        first = next(iter(self._whom), "")
        self.name = LineField(self.tr("Name"), name, quiet=False)
        self.whom = ChoiceField(self.tr("Whom to call"), [(each, each) for each in self._whom], first, quiet=False)
        self.asking = ChoiceField(self.tr("What to ask"), [(each, each.value) for each in ASKED], ASKED[0], quiet=False)
        self.script = TextField(self.tr("What to say"), script_for(ASKED[0]), lines=_LINES)
        for each in (self.name, self.whom, self.asking, self.script):
            self.add(each)
        self.asking.edited.connect(self._say)
        self.asked.connect(self._start)

    def _say(self, asked: object) -> None:
        """Put the usual script of what is asked in place of another usual one; what was typed stays."""
        if self.script.value() in {script_for(each) for each in ASKED}:
            self.script.show_value(script_for(Asked(str(asked))))

    def _start(self) -> None:
        ids = self._whom.get(str(self.whom.value()), ())
        self.filled.emit(self.name.value(), ids, Asked(str(self.asking.value())), str(self.script.value()))


class ChangeListSheet(Sheet):
    """Asks for another name and script of a list.

    Signals:
        filled: the name and the script.
    """

    filled = Signal(str, str)

    def __init__(self, name: str, script: str, parent: QWidget) -> None:
        super().__init__(parent.tr("Change this list"), parent.tr("Save"), parent)
        self.name = LineField(self.tr("Name"), name, quiet=False)
        self.script = TextField(self.tr("What to say"), script, lines=_LINES)
        self.add(self.name)
        self.add(self.script)
        self.add(Label(self.tr("An empty script stands for the usual one."), Part.SMALL))
        self.asked.connect(self._save)

    def _save(self) -> None:
        self.filled.emit(self.name.value(), str(self.script.value()))
